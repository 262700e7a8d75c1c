"""Atoms, acts and rules of an explanation in words: the frames of a language, filled with the ruleset's own words."""

from __future__ import annotations

from collections.abc import Mapping
from math import gcd

from proclogic.answers.chosen import shortened
from proclogic.answers.wording import Wording
from proclogic.explain.frames import Frames
from proclogic.norms.conditions import Atom, Deadline, Formula, Happens, Has, Is, Keeps, Reads, ReferredTo, Share
from proclogic.norms.formulas import atoms, both, conjuncts
from proclogic.norms.model import AS_APPLIED, DELETED, Norm, Ruleset
from proclogic.norms.questions import Cell
from proclogic.norms.unnamed import UNNAMED
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Event, Predicate
from proclogic.syntax.print_norms import norm_sentence
from proclogic.syntax.print_parts import Words


class Saying:
    """Words for one ruleset in one language."""

    def __init__(self, ruleset: Ruleset, wording: Wording, frames: Frames) -> None:
        self.ruleset = ruleset
        self.wording = wording
        self.frames = frames
        self.disputes = {d.id: d for d in ruleset.disputes}
        self.brackets = {b.id: b for b in ruleset.brackets}
        numbers = tuple(dict.fromkeys(n.provision for n in ruleset.norms))
        self.printing = Words(ruleset.vocabulary, numbers=numbers)
        self.norms = {n.id: n for n in ruleset.norms}
        self._rules: dict[str, str] = {}

    def literal(self, atom: Atom, holds: bool) -> str:
        """A condition or its contrary as a clause."""
        end = "" if holds else "_not"
        match atom:
            case Is(sort, kind):
                return self.frames(f"atom.is{end}", who=self.who(sort), what=self.wording.noun(kind, sort))
            case Has(name):
                return self._predicate(self.wording.predicates.get(name), name, holds)
            case Happens():
                return self.event(atom, holds)
            case ReferredTo(body):
                return self.frames(f"atom.referred{end}", what=self.wording.noun(body))
            case Reads(dispute, reading):
                return self.frames(f"atom.read{end}", what=self.words_of(dispute), **{"as": reading})
            case Keeps(bracket, alternative):
                return self._bracket(bracket, alternative, end)

    def followed(self, atom: Reads | Keeps, holds: bool) -> tuple[Reads | Keeps, bool]:
        """Of two readings, or two alternatives, that one is not followed says that the other is."""
        names = self._alternatives(atom)
        if holds or len(names) != 2:
            return atom, holds
        mine = atom.reading if isinstance(atom, Reads) else atom.alternative
        other = names[0] if names[1] == mine else names[1]
        return (Reads(atom.dispute, other) if isinstance(atom, Reads) else Keeps(atom.bracket, other)), True

    def _alternatives(self, atom: Reads | Keeps) -> list[str]:
        if isinstance(atom, Reads):
            dispute = self.disputes.get(atom.dispute)
            return [r.name for r in dispute.readings] if dispute else []
        bracket = self.brackets.get(atom.bracket)
        return [a.name for a in bracket.alternatives] if bracket else []

    def chosen(self, atom: Atom, holds: bool) -> str:
        """As `literal`; a reading that is preferred, or a minority's, with its standing."""
        if isinstance(atom, Reads | Keeps):
            atom, holds = self.followed(atom, holds)
        text = self.literal(atom, holds)
        if not isinstance(atom, Reads) or not holds or atom.dispute not in self.disputes:
            return text
        standing = next((r.standing for r in self.disputes[atom.dispute].readings if r.name == atom.reading), "")
        if standing == "preferred":
            return self.frames("line.reading", what=text, standing=self.frames("standing.preferred"))
        if standing == "minority":
            return self.frames("line.reading", what=text, standing=self.frames("standing.minority"))
        return text

    def guarded(self, norm: Norm) -> str:
        """A rule as a sentence, with the readings and the text in brackets under which alone it stands."""
        where = [self.literal(a, True) for a in dict.fromkeys(atoms(norm.guard))]
        return (
            self.frames("line.where", what=self.rule(norm), where=self.frames.listed(where))
            if where
            else self.rule(norm)
        )

    def who(self, sort: str) -> str:
        """How the individual of a sort is called: "it", "the meeting"."""
        return self.frames(f"who.{sort}")

    def words_of(self, dispute: str) -> str:
        """The words in dispute, with their provision."""
        found = self.disputes.get(dispute)
        return f"“{found.words}” ({found.provision})" if found and found.words else dispute

    def _bracket(self, bracket: str, alternative: str, end: str) -> str:
        if alternative == DELETED:
            return self.frames(f"atom.deleted{end}", what=bracket)
        found = self.brackets.get(bracket)
        if found is not None and found.of_provisions:
            return self.frames(f"atom.taken{end}", **{"as": alternative})
        return self.frames(f"atom.keeps{end}", what=bracket, **{"as": shortened(alternative)})

    def _predicate(self, found: Predicate | None, name: str, holds: bool) -> str:
        end = "" if holds else "_not"
        if found is None:
            return self.frames(f"atom.is{end}", who=self.who(ACTOR), what=name)
        of = self.wording.kinds.get((found.sort, found.of)) if found.sort == OBJECT else None
        who = self.frames("atom.the", what=of.phrase) if of is not None else self.who(found.sort)
        match found.form:
            case "is" | "word":
                return self.frames(f"atom.is{end}", who=who, what=found.phrase.removeprefix("is "))
            case "has":
                return self.frames(f"atom.has{end}", who=who, what=found.had if holds else found.phrase)
            case _ if holds or found.negative:
                return self.frames("atom.does", who=who, what=found.phrase if holds else found.negative)
            case _:
                return self.frames("atom.does_not", who=who, what=found.phrase)

    def event(self, atom: Happens, holds: bool = True) -> str:
        """The event as a clause: "any one State Party objects to it"."""
        event: Event | None = self.wording.events.get(atom.event)
        base, third = (event.phrase, event.third) if event else (atom.event, atom.event)
        when = self.deadline(atom.deadline) if atom.deadline else ""
        holes = {"base": base, "third": third, "when": when}
        if atom.agent == UNNAMED:
            return self.wording.event(atom, negate=not holds)
        if atom.count is not None and not holds:  # fewer than one third object to it
            key = "event.do_not_more" if atom.count.strict else "event.do_not"
            return self.frames(key, part=self._part(atom.count), base_of=self._base(atom.count), **holes)
        if atom.count is not None:
            return self.frames("event.do", who=self.share(atom.count), **holes)
        kind = self.wording.kinds.get((ACTOR, atom.agent))
        if atom.agent == ACTOR:
            return self.frames("event.does" if holds else "event.does_not", who=self.who(ACTOR), **holes)
        if kind is not None and kind.sole:
            named = self.wording.noun(atom.agent)
            return self.frames("event.does" if holds else "event.does_not", who=named, **holes)
        bare = self.wording.bare(atom.agent)
        if holds:
            return self.frames("event.does", who=self.frames("event.one", who=bare), **holes)
        return self.frames("event.none", who=bare, **holes)

    def share(self, share: Share) -> str:
        """A share of its base: "at least one third of the States Parties present"."""
        key = "share.more" if share.strict else "share.least"
        return self.frames(key, part=self._part(share), base=self._base(share))

    def _base(self, share: Share) -> str:
        who = self.wording.noun(share.of, plural=True) if share.of else self.frames("share.members")
        return self.frames(f"share.{share.base}", who=who)

    def _part(self, share: Share) -> str:
        over, under = (n // gcd(share.over, share.under) for n in (share.over, share.under))
        key = f"part.{over}/{under}"
        return self.frames(key if key in self.frames.texts else "part.other", over=str(over), under=str(under))

    def deadline(self, deadline: Deadline) -> str:
        """The period in words: "at least 30 days before the session"."""
        moment = self.wording.others.get(deadline.moment)
        anchor = f"{moment.article} {moment.phrase}".strip() if moment else deadline.moment
        unit = self.frames(f"unit.{deadline.unit}{'s' * (deadline.amount != 1)}")
        bound = self.frames(f"bound.{deadline.bound}")
        amount = f"{deadline.amount:,}"
        return self.frames(f"deadline.{deadline.side}", bound=bound, amount=amount, unit=unit, moment=anchor)

    def cell(self, cell: Cell, forbidden: bool = False) -> str:
        """What is asked as a clause: "it may attend plenary meetings of the Conference"."""
        match cell.holds:
            case None:
                key = "cell.forbidden" if forbidden else "cell.may"
                return self.frames(key, who=self.who(ACTOR), act=self.wording.act(cell))
            case Is() | Has() as asked:
                return self.literal(asked, not forbidden)
        return ""

    def rule(self, norm: Norm) -> str:
        """The rule as a sentence, printed back from what it was read as; a rule that was carried here as it reads here,
        with where it was carried and by which provision, and without the condition that only keeps it there."""
        if norm.id not in self._rules:
            placed, _ = carried(norm, self.norms)
            left = [c for c in conjuncts(norm.condition) if c not in placed]
            said = norm_sentence(norm.replace(condition=both(*left)) if placed else norm, self.printing)
            self._rules[norm.id] = self._where_carried(norm, said)
        return self._rules[norm.id]

    def gist(self, norm: Norm) -> str:
        """The rule in short: of its conditions only those on the meeting and the object, and no word on other rules."""
        placed, _ = carried(norm, self.norms)
        parts = [c for c in conjuncts(norm.condition) if c not in placed]
        kept = [c for c in parts if all(self._sort(a) in (BODY, OBJECT) for a in atoms(c))]
        bare = norm.replace(condition=both(*kept), notwithstanding=(), subject_to=(), without_prejudice=())
        said = norm_sentence(bare, self.printing)
        if len(kept) < len(parts):
            said = self.frames("line.gist", what=said.removesuffix("."))
        return self._where_carried(norm, said)

    def _where_carried(self, norm: Norm, said: str) -> str:
        _, to = carried(norm, self.norms)
        if to is None:
            return said
        of = self.wording.kinds.get((to.sort, to.kind))
        whom = self.wording.noun(to.kind, to.sort, plural=of is not None and not of.sole)
        return self.frames("line.applied", what=said, whom=whom, by=self.frames.listed(norm.via))

    def _sort(self, atom: Atom) -> str:
        """Of which sort the individual is that an atom speaks of; none for acts, referrals, readings and brackets."""
        match atom:
            case Is(sort):
                return sort
            case Has(name) if name in self.wording.predicates:
                return self.wording.predicates[name].sort
            case _:
                return ""


def carried(norm: Norm, norms: Mapping[str, Norm]) -> tuple[list[Formula], Is | None]:
    """Of a rule that was carried to a body or an actor: the conditions that keep it there and are none of the rule's
    own, and the body or actor; nothing of a rule that was not carried, or of which the origin is not at hand."""
    origin = norms.get(norm.id.partition(AS_APPLIED)[0]) if norm.via else None
    if origin is None:
        return [], None
    own = set(conjuncts(origin.condition))
    placed = [c for c in conjuncts(norm.condition) if isinstance(c, Is) and c.sort == BODY and c not in own]
    body = getattr(norm.effect, "body", "")
    places = [Is(BODY, body)] if body and body != getattr(origin.effect, "body", "") else []
    before = set(atoms(origin.subject))
    actors = [a for a in atoms(norm.subject) if isinstance(a, Is) and a not in before]
    return list(placed), next((a for a in (*placed, *places, *actors) if isinstance(a, Is)), None)
