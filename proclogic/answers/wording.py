"""The words of an answer: conditions, acts, agents and decisions as a lawyer would say them."""

from __future__ import annotations

from math import gcd

from proclogic.norms.conditions import (
    Always,
    And,
    Atom,
    Deadline,
    Decision,
    Formula,
    Happens,
    Has,
    Is,
    Keeps,
    Not,
    Or,
    Reads,
    ReferredTo,
    Share,
)
from proclogic.norms.formulas import conjuncts
from proclogic.norms.model import Limit
from proclogic.norms.questions import Cell
from proclogic.norms.unnamed import UNNAMED, told
from proclogic.norms.vocabulary import ACTOR, BODY, Event, Kind, Predicate, Vocabulary

_PARTS = {
    2: ("half", "halves"),
    3: ("third", "thirds"),
    4: ("quarter", "quarters"),
    5: ("fifth", "fifths"),
    6: ("sixth", "sixths"),
    8: ("eighth", "eighths"),
    10: ("tenth", "tenths"),
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_VERDICTS = {
    "of-right": "of right",
    "by-default": "by default",
    "by-leave": "by leave",
    "not-conferred": "not conferred",
    "prohibited": "prohibited",
}


class Wording:
    """Puts ids into words. `it` is how the actor is called."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.kinds: dict[tuple[str, str], Kind] = {(k.sort, k.id): k for k in vocabulary.kinds}
        self.predicates: dict[str, Predicate] = {p.id: p for p in vocabulary.predicates}
        self.events: dict[str, Event] = {e.id: e for e in vocabulary.events}
        self.acts = {a.id: a for a in vocabulary.acts}
        self.others = {w.id: w for w in vocabulary.words}

    def verdict(self, verdict: str) -> str:
        """by-default -> by default."""
        return _VERDICTS.get(verdict, verdict)

    def noun(self, kind: str, sort: str = ACTOR, plural: bool = False) -> str:
        """The kind with its article: "the Conference", "a State Party"; or its plural."""
        found = self.kinds.get((sort, kind)) or self.kinds.get((BODY, kind))
        if found is None:
            return kind
        if plural:
            return found.plural or found.phrase
        return f"{found.article} {found.phrase}".strip()

    def bare(self, kind: str, sort: str = ACTOR) -> str:
        """The kind without article."""
        found = self.kinds.get((sort, kind))
        return found.phrase if found else kind

    def agent(self, atom: Happens) -> str:
        """Who acts: "it", "the President", "any one State Party", "at least one third of the States Parties
        present"."""
        if atom.agent == ACTOR:
            return "it"
        if atom.count is not None:
            return self.share(atom.count)
        if atom.agent == UNNAMED:
            return UNNAMED
        found = self.kinds.get((ACTOR, atom.agent))
        return self.noun(atom.agent) if found is not None and found.sole else f"any one {self.bare(atom.agent)}"

    def event(self, atom: Happens, negate: bool = False) -> str:
        """The event as a clause: "any one State Party objects to it", "the Conference does not decide to admit it"."""
        event = self.events.get(atom.event)
        if atom.agent == UNNAMED:
            words = {p.id: p.phrase for p in self.predicates.values()} | {a.id: a.phrase for a in self.acts.values()}
            base, third = told(atom.event, words)
            return f"whoever it would be does not {base}" if negate else f"{UNNAMED} {third}"
        base, third = (event.phrase, event.third) if event else (atom.event, atom.event)
        when = f" {self.deadline(atom.deadline)}" if atom.deadline else ""
        who = self.agent(atom)
        plural = atom.count is not None
        if not negate:
            return f"{who} {base if plural else third}{when}"
        if who.startswith("any one "):
            return f"no {who[8:]} {third}{when}"
        if plural:  # at least one third do not object: fewer than one third object
            less = "not more than" if who.startswith("more than") else "fewer than"
            return f"{less}{who.removeprefix('more than').removeprefix('at least')} {base}{when}"
        return f"{who} does not {base}{when}"

    def deadline(self, deadline: Deadline) -> str:
        """The period in words: "at least 30 days before the session"."""
        unit = deadline.unit if deadline.amount == 1 else deadline.unit + "s"
        moment = self.others.get(deadline.moment)
        anchor = f"{moment.article} {moment.phrase}".strip() if moment else deadline.moment
        return f"{deadline.bound} {deadline.amount:,} {unit} {deadline.side} {anchor}"

    def word(self, atom: Atom) -> str:
        """The open-textured word of a judgement."""
        found = self.predicates.get(getattr(atom, "predicate", ""))
        if found is None:
            return str(atom)
        return found.phrase.removeprefix("is ").removeprefix("has ")

    def literal(self, atom: Atom, holds: bool) -> str:
        """A condition or its contrary as a clause about "it"."""
        match atom:
            case Is(sort, kind):
                return f"{self._who(sort)} is {'' if holds else 'not '}{self.noun(kind, sort)}"
            case Has(predicate):
                return self._predicate(self.predicates.get(predicate), predicate, holds)
            case Happens():
                return self.event(atom, negate=not holds)
            case ReferredTo(body):
                return f"the matter has {'' if holds else 'not '}been referred to {self.noun(body)}"
            case Reads(dispute, reading):
                return f'{dispute} is {"" if holds else "not "}read as "{reading}"'
            case Keeps(bracket, alternative):
                return f'{bracket} {"keeps" if holds else "does not keep"} "{alternative}"'

    def condition(self, formula: Formula, holds: bool = True) -> str:
        """A condition in words; "" for what is always so."""
        match formula:
            case Always():
                return ""
            case Not(part):
                return self.condition(part, not holds)
            case And(parts) | Or(parts):
                word = "and" if isinstance(formula, And) is holds else "or"
                told = [self.condition(p, holds) for p in parts]
                return f" {word} ".join(f"({t})" if " and " in t or " or " in t else t for t in told if t)
            case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
                return self.literal(formula, holds)
            case _:
                return ""

    def described(self, subject: Formula, sort: str = ACTOR) -> str:
        """Of whom a rule speaks, as it says it: "a Member with observer status", "an NGO not in consultative status";
        "" for everybody."""
        if isinstance(subject, Or):
            return " or ".join(dict.fromkeys(filter(None, (self.described(p, sort) for p in subject.parts))))
        parts = list(conjuncts(subject))
        first = next((p for p in parts if isinstance(p, Is) and p.sort == sort), None)
        said = [self._qualifier(p) for p in parts if p is not first]
        return " ".join([self.noun(first.kind, sort) if first else "whoever", *said]) if parts else ""

    def _qualifier(self, said: Formula) -> str:
        """What is said after a noun: "with observer status", "other than an NGO"."""
        atom, holds = (said.part, False) if isinstance(said, Not) else (said, True)
        match atom:
            case Is(sort, kind):
                return f"{'that is' if holds else 'other than'} {self.noun(kind, sort)}"
            case Has(predicate) if (found := self.predicates.get(predicate)) is not None:
                match found.form:
                    case "is":
                        words = found.phrase.removeprefix("is ")
                        noun = words.startswith(("a ", "an ", "the "))
                        return f"{'that is ' if noun else ''}{'' if holds else 'not '}{words}"
                    case "has":
                        return f"with {found.had}" if holds else f"without {found.phrase}"
                    case "word":
                        return f"that is {'' if holds else 'not '}{found.phrase}"
                    case _:
                        return f"that {found.phrase if holds else found.negative or 'does not: ' + found.phrase}"
            case _:
                return f"if {self.condition(said)}"

    def _who(self, sort: str) -> str:
        return {"actor": "it", "body": "the meeting", "object": "the object"}[sort]

    def _predicate(self, found: Predicate | None, name: str, holds: bool) -> str:
        if found is None:
            return f"it is {'' if holds else 'not '}{name}"
        who = self._who(found.sort)
        bare = found.phrase
        judged = f" (as judged by {self.noun(found.judge)})" if found.role == "judgement" and found.judge else ""
        match found.form:
            case "is" | "word":
                return f"{who} is {'' if holds else 'not '}{bare.removeprefix('is ')}{judged}"
            case "has":
                return f"{who} has {found.had if holds else f'no {bare}'}"
            case _:
                return f"{who} {bare if holds else found.negative or 'does not: ' + bare}{judged}"

    def share(self, share: Share) -> str:
        """A share of its base: "more than half of the States Parties present and voting"."""
        whole = self.noun(share.of, plural=True) if share.of else "members"
        base = {
            "voting": f"the {whole} present and voting",
            "present": f"the {whole} present",
            "participating": f"the {whole} participating in the session",
            "all": f"all {whole}",
        }[share.base]
        return f"{'more than' if share.strict else 'at least'} {fraction(share.over, share.under)} of {base}"

    def decision(self, decision: Decision) -> str:
        """A decision rule in words, with what follows when it fails."""
        match decision.kind:
            case "share":
                assert decision.share is not None
                words = self.share(decision.share).replace("more than half of", "a majority of", 1)
            case "consensus":
                words = "consensus"
            case "any one":
                words = "any one of them"
            case _:
                words = "the officer alone"
        return words if decision.failing is None else f"{words}, failing which {self.decision(decision.failing)}"

    def limit(self, limit: Limit) -> str:
        """A limit in words."""
        if limit.phrase:
            found = self.others.get(limit.phrase)
            return found.phrase if found else limit.phrase
        unit = self.others.get(limit.unit)
        name = limit.unit if unit is None else unit.phrase if limit.at_most == 1 else unit.plural or unit.phrase + "s"
        return f"{'should be limited to' if limit.soft else 'at most'} {limit.at_most:,} {name}"

    def act(self, cell: Cell) -> str:
        """The act of a cell with its body and object."""
        act = self.acts.get(cell.act)
        if act is None:
            event = self.events.get(cell.act)
            return event.phrase if event else cell.act
        words = [act.phrase]
        if cell.object is not None and cell.object.kinds and not act.on:
            words.append(cell.object.phrase or self.noun(cell.object.kinds[0], "object"))
        if cell.body is not None and cell.body.kinds:
            words += [act.at, cell.body.phrase or self.noun(cell.body.kinds[0], BODY)]
        if cell.object is not None and cell.object.kinds and act.on:
            words += [act.on, cell.object.phrase or self.noun(cell.object.kinds[0], "object")]
        return " ".join(w for w in words if w)


def fraction(over: int, under: int) -> str:
    """A fraction in words: "two thirds"; figures where English has no short word."""
    top, bottom = over // gcd(over, under), under // gcd(over, under)
    if (top, bottom) == (1, 2):
        return "half"
    if bottom in _PARTS and top < len(_NUMBERS):
        one, many = _PARTS[bottom]
        return f"{_NUMBERS[top]} {one if top == 1 else many}"
    return f"{over}/{under}" if top != bottom else "all"
