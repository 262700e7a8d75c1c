"""Derivations in one world, as steps: why a rule takes effect, and what stops the others.

rule 17(3)(a) takes effect  <-  it has observer status  <-  rule 17(2) takes effect  <-  it applies; nobody objects
"""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.explain.model import (
    AGAIN,
    ALSO,
    ASKED,
    BRACKET,
    CASE,
    DERIVED,
    GIVEN,
    JUDGED,
    KIND,
    LEAVE,
    NONE,
    OWN,
    PASSIVE,
    PRESUMED,
    READING,
    RULE,
    STOPPED,
    Step,
)
from proclogic.explain.saying import Saying
from proclogic.explain.state import LAST, Rank, State, is_about_subject, parts
from proclogic.norms.conditions import Always, And, Atom, Formula, Happens, Has, Is, Keeps, Not, Or, Reads, ReferredTo
from proclogic.norms.formulas import pushed
from proclogic.norms.model import DELETED, Accord, Deny, Forbid, GivesNothing, Norm, Permit
from proclogic.norms.questions import Fact
from proclogic.program.known import sorts_of


class Derivation:
    """Steps of one world. A rule or status that was explained is not explained again."""

    def __init__(self, state: State, saying: Saying, facts: Iterable[Fact], now: bool = False) -> None:
        """`now` when the world is the one in which things stand as given, and not the one that a verdict looks at."""
        self.state, self.saying, self.frames = state, saying, saying.frames
        self.posed, self.index = state.posed, state.index
        self._facts = {f.atom: f.holds for f in facts}
        self._now = now
        self._told: set[object] = set()
        self._under: list[Atom] = []  # what is being explained, to stop at circles
        self.named: dict[str, Norm] = {}  # every norm that some step is about

    # ------------------------------------------------------------------------------------------------ the outcome

    def granted(self) -> tuple[Step, ...]:
        """Why what is asked holds."""
        asked = self.posed.cell.holds
        if asked is not None and not self.posed.cell.by:
            return self.true(pushed(asked), LAST)
        return tuple(self.rule(n) for n in self._early(self._conferring()))

    def forbidden(self) -> tuple[Step, ...]:
        """Why what is asked is forbidden."""
        return tuple(self.rule(n) for n in self._early(self.barring()))

    def _conferring(self) -> list[Norm]:
        asked, by = self.posed.cell.holds, self.posed.cell.by
        effective = [n for n in self.state.norms.values() if self.state.is_effective(n)]
        effective = [n for n in effective if not by or n.provision in by]
        if asked is None:
            on_cell = set(self.index.on_cell(self.posed.cell))
            return [n for n in effective if isinstance(n.effect, Permit) and n in on_cell]
        return [n for n in effective if asked in set(self.state.gives(n))]

    def barring(self) -> list[Norm]:
        """The norms in effect that forbid what is asked, or take the status asked about."""
        asked = self.posed.cell.holds
        status = asked.predicate if isinstance(asked, Has) else None
        return [
            n
            for n in self.state.norms.values()
            if self.state.is_effective(n)
            and (
                (asked is None and isinstance(n.effect, Forbid))
                or (status is not None and isinstance(n.effect, Deny) and n.effect.status == status)
            )
        ]

    def _early(self, norms: Iterable[Norm]) -> list[Norm]:
        return sorted(norms, key=lambda n: (self.state.rank.get(n.id, LAST), list(self.state.norms).index(n.id)))

    # ------------------------------------------------------------------------------------------------------ rules

    def rule(self, norm: Norm, note: str = "", aside: bool = False) -> Step:
        """That a norm takes effect, and why."""
        made = self._line(norm, RULE, note, aside)
        if made.kind == AGAIN or isinstance(norm.effect, GivesNothing):
            return made
        before = self.state.rank.get(norm.id, LAST) - 1
        reasons = [s for part in self._requirement(norm) for s in self.true(part, before)]
        shields = [
            self.stopped(m, aside=True)
            for m in self.state.stopping(norm)
            if self.state.in_program(m) and not self.state.is_effective(m)
        ]
        return made.replace(parts=(*reasons, *shields))

    def also(self, norm: Norm) -> Step:
        """That a norm takes effect as well: it comes to what was explained already."""
        return self._line(norm, RULE, "", False).replace(kind=ALSO)

    def stopped(self, norm: Norm, aside: bool = False) -> Step:
        """That a norm takes no effect, and what stops it: each of its conditions that fails, or another norm."""
        made = self._line(norm, STOPPED, "", aside)
        if made.kind == AGAIN:
            return made
        needed = self._requirement(norm)
        failing = [p for p in needed if self.state.value(p) is False]
        elsewhere = [p for p in failing if _choice_of(p) is not None]
        if elsewhere:
            return made.replace(note=self.frames("stop.reading"), parts=tuple(map(self._needed, elsewhere)))
        for_others = [p for p in failing if is_about_subject(norm, p) and self._is_of_others(p)]
        undone = None if for_others else self._undone(norm, made)
        if undone is not None:
            return undone
        if failing:
            key = "stop.subject" if for_others else "stop.condition"
            reasons = [s for p in (for_others or failing) for s in self.false(p)]
            return made.replace(note=self.frames(key), parts=_once(reasons))
        return made.replace(note=self.frames("stop.apart"))  # of a place or an object, which this act does not take

    def _is_of_others(self, part: Formula) -> bool:
        """Whether a condition speaks of nothing but kinds, and of none that a rule could make of it."""
        match part:
            case Is():
                return not any(map(self.state.in_program, self.index.deriving(part)))
            case Not(inner):
                return self._is_of_others(inner)
            case And(inner_parts) | Or(inner_parts):
                return all(map(self._is_of_others, inner_parts))
            case _:
                return False

    def _undone(self, norm: Norm, made: Step) -> Step | None:
        """The norm in effect that takes this one out of application, or prevails over it: none of its own conditions
        matters then."""
        for other in self.state.stopping(norm):
            if self.state.is_effective(other):
                prevails = norm.id in other.prevails
                canon = dict(other.by_canon).get(norm.id, "")
                key = f"note.canon_{canon}" if canon else "stop.defeated" if prevails else "stop.disapplied"
                return made.replace(note=self.frames(key), parts=(self.rule(other),))
        return None

    def _needed(self, part: Formula) -> Step:
        """The reading or the alternative under which alone a rule stands, where another is followed."""
        atom = _choice_of(part)
        assert atom is not None
        said, holds = self.saying.followed(atom, not isinstance(part, Not))
        text = self.frames("line.stands_only", what=self.saying.literal(said, holds))
        kind, _ = self._choice(atom, isinstance(part, Not))
        return Step(kind, text, atom=atom, holds=isinstance(part, Not))

    def _requirement(self, norm: Norm) -> list[Formula]:
        return list(parts(self.index.requirement(norm)))

    def _line(self, norm: Norm, kind: str, note: str, aside: bool) -> Step:
        self.named[norm.id] = norm
        key = kind, norm.id
        again = key in self._told
        self._told.add(key)
        return Step(
            AGAIN if again else kind,
            self.saying.rule(norm),
            self.frames("note.again") if again else note,
            (norm.provision, *norm.via),
            norm.id,
            norm.text,
            norm.layer,
            holds=kind == RULE,
            aside=aside,
        )

    # ------------------------------------------------------------------------------------------------- conditions

    def true(self, formula: Formula, before: Rank) -> tuple[Step, ...]:
        """Why a condition holds (negations before atoms only), resting on what is derived before a rank."""
        match formula:
            case Always():
                return ()
            case And(inner):
                return tuple(s for p in inner for s in self.true(p, before))
            case Or(inner):
                held = [p for p in inner if self.state.supported(p, before)]
                return self.true(held[0], before) if held else ()
            case Not(part):
                return self.false(part)
            case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
                return (self._true(formula, before),)
            case _:
                raise TypeError(f"no condition: {formula!r}")

    def false(self, formula: Formula) -> tuple[Step, ...]:
        """Why a condition does not hold."""
        match formula:
            case And(inner):
                failing = [p for p in inner if self.state.value(p) is False] or list(inner[:1])
                return self.false(failing[0])
            case Or(inner):
                return tuple(s for p in inner for s in self.false(p))
            case Not(part):
                return self.true(part, LAST)
            case Always():
                return ()
            case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
                return (self._false(formula),)
            case _:
                raise TypeError(f"no condition: {formula!r}")

    def _true(self, atom: Atom, before: Rank) -> Step:
        if self.state.is_base(atom):
            return self._leaf(atom, True)
        giving = [n for n in self.state.giving(atom) if self.state.rank.get(n.id, LAST) <= before]
        if not giving:
            return self._leaf(atom, True)
        text = self.saying.literal(atom, True)
        if ("true", atom) in self._told:
            return Step(AGAIN, text, self.frames("note.again"), atom=atom)
        self._told.add(("true", atom))
        steps = [self.rule(n) for n in giving]
        if isinstance(atom, Has):
            steps += [
                self.stopped(n, aside=True)
                for n in self.index.by_status.get(atom.predicate, ())
                if isinstance(n.effect, Deny) and self.state.in_program(n) and not self.state.is_effective(n)
            ]
        if isinstance(atom, Happens):
            return Step(PRESUMED, text, self.frames("note.presumed"), parts=tuple(steps), atom=atom)
        return Step(DERIVED, text, parts=tuple(steps), atom=atom)

    def _false(self, atom: Atom) -> Step:
        derived = isinstance(atom, Has | ReferredTo) and not self._is_open(atom)
        deemed = isinstance(atom, Is) and any(map(self.state.in_program, self.index.deriving(atom)))
        if not (derived or deemed) or self.posed.known.get(atom) is False:
            return self._leaf(atom, False)
        text = self.saying.literal(atom, False)
        if atom in self._under:
            return Step(NONE, text, self.frames("stop.silent"), atom=atom, holds=False)
        if ("false", atom) in self._told:
            return Step(AGAIN, text, self.frames("note.again"), atom=atom, holds=False)
        self._told.add(("false", atom))
        self._under.append(atom)
        steps = self._not_given(atom)
        self._under.pop()
        if deemed and not steps:
            return self._leaf(atom, False)
        if not steps:
            return Step(NONE, text, self.frames("stop.nothing"), atom=atom, holds=False)
        return Step(DERIVED, text, parts=steps, atom=atom, holds=False)

    def _not_given(self, atom: Atom) -> tuple[Step, ...]:
        fits, cell = self.index.fits, self.posed.cell
        about = [n for n in self.index.deriving(atom) if self.state.in_program(n) or fits(n, cell)]
        taking = [n for n in about if isinstance(n.effect, Deny) and self.state.is_effective(n)]
        if taking and any(isinstance(n.effect, Accord) and self.state.is_effective(n) for n in about):
            return tuple(self.rule(n) for n in taking)
        return tuple(
            self.stopped(n) for n in about if not isinstance(n.effect, Deny) and not self.state.is_effective(n)
        )

    def _is_open(self, atom: Atom) -> bool:
        return atom in self.posed.ground.open

    # ----------------------------------------------------------------------------------------------------- leaves

    def _leaf(self, atom: Atom, holds: bool) -> Step:
        kind, note = self._basis(atom, holds)
        said: Atom = atom
        positive = holds
        if isinstance(atom, Reads | Keeps):
            said, positive = self.saying.followed(atom, holds)
        return Step(kind, self.saying.literal(said, positive), note, atom=atom, holds=holds)

    def _basis(self, atom: Atom, holds: bool) -> tuple[str, str]:
        """On what a leaf rests, and the same in words."""
        end = "" if holds else "_not"
        match atom:
            case Happens():
                if self.posed.moves.values.get(atom) == holds:
                    return GIVEN, self.frames(f"note.given{end}")
                if self.posed.ground.open.get(atom) in self.posed.own:
                    return OWN, self.frames(f"note.own{end}")
                if holds:
                    return LEAVE, self.frames("note.leave")
                return PASSIVE, self.frames("note.not_so" if self._now else "note.passive")
            case Reads() | Keeps():
                return self._choice(atom, holds)
        if self._facts.get(atom) == holds or self.posed.known.get(atom) == holds:
            return GIVEN, self.frames(f"note.given{end}")
        if isinstance(atom, Is):
            who = sorts_of(self.posed.cell)[atom.sort]
            if holds and who is not None and atom.kind in who.kinds:
                return ASKED, ""
            if self.state.known.value(atom) is not None:
                return KIND, self.frames("note.kind")
        if isinstance(atom, Has):
            word = self.saying.wording.predicates.get(atom.predicate)
            if word is not None and word.role == "judgement":
                if word.judge:
                    return JUDGED, self.frames("note.judged_by", who=self.saying.wording.noun(word.judge))
                return JUDGED, self.frames("note.judged" if holds else "note.judged_not")
        return CASE, self.frames("note.case")

    def _choice(self, atom: Reads | Keeps, holds: bool) -> tuple[str, str]:
        said, positive = self.saying.followed(atom, holds)
        if isinstance(said, Reads):
            dispute = self.saying.disputes.get(said.dispute)
            reading = next((r for r in dispute.readings if r.name == said.reading), None) if dispute else None
            if positive and reading is not None and reading.authority:
                return READING, self.frames("note.reading", who=reading.authority)
            return READING, self.frames("note.reading_plain")
        bracket = self.saying.brackets.get(said.bracket)
        chosen = next((a for a in bracket.alternatives if a.name == said.alternative), None) if bracket else None
        if positive and chosen is not None and chosen.proposers and chosen.name != DELETED:
            return BRACKET, self.frames("note.bracket", who=self.frames.listed(chosen.proposers))
        return BRACKET, self.frames("note.bracket_plain")


def _once(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Without what stands beside the same step."""
    found: dict[tuple[Formula | None, bool, str], Step] = {}
    for step in steps:
        found.setdefault((step.atom, step.holds, step.norm), step)
    return tuple(found.values())


def _choice_of(part: Formula) -> Reads | Keeps | None:
    """The reading or alternative that a condition, or its contrary, is about."""
    atom = part.part if isinstance(part, Not) else part
    return atom if isinstance(atom, Reads | Keeps) else None
