"""The canons: which of two contrary norms prevails where their words do not say.

- higher: the norm of the higher layer (the treaty over the rules);
- specific: the norm whose every case is a case of the other, when the other has more cases: its subject says at least
  what the other's subject says, its act, body and object are the other's or kinds of them;
- later: the norm of the text that was adopted later. A text without a date is neither later nor earlier.
"""

from __future__ import annotations

from collections.abc import Callable

from proclogic.norms.conditions import Formula, Is, Or
from proclogic.norms.formulas import conjuncts
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.model import LAYERS, Forbid, Norm, Permit, Ruleset
from proclogic.norms.vocabulary import BODY, OBJECT

Described = tuple[frozenset[Formula], ...]  # the alternatives of a subject, each with the parts that must all hold


class Canons:
    """The canons that a ruleset turns on, in their order. `covered` gives an act with its forms."""

    def __init__(self, ruleset: Ruleset, covered: Callable[[str], tuple[str, ...]]) -> None:
        self._names = ruleset.canons
        self._covered = covered
        self._hierarchy = Hierarchy(ruleset.vocabulary)
        self._dates = {p.number: p.source.date for p in ruleset.provisions}
        self._adopted = ruleset.adopted
        self._bound = {p.number for p in ruleset.provisions if p.instrument in ruleset.above}
        self._described: dict[Formula, Described] = {}

    def decide(self, one: Norm, other: Norm) -> tuple[str, str] | None:
        """The id of the norm that prevails and the canon by which it does; None when no canon decides."""
        for canon in self._names:
            if self._prevails(canon, one, other):
                return one.id, canon
            if self._prevails(canon, other, one):
                return other.id, canon
        return None

    def _prevails(self, canon: str, one: Norm, other: Norm) -> bool:
        match canon:
            case "higher":
                above = self._above(other) - self._above(one)
                return above > 0 or (not above and LAYERS.index(one.layer) < LAYERS.index(other.layer))
            case "specific":
                return self._within(one, other) and not self._within(other, one)
            case "later":
                return self._later(one, other)
            case _:
                return False

    def _above(self, norm: Norm) -> int:
        """0 for a norm of a ruleset by which this one is bound, 1 for one of its own."""
        return int(norm.provision not in self._bound)

    def _later(self, one: Norm, other: Norm) -> bool:
        first = self._dates.get(one.provision) or self._adopted
        second = self._dates.get(other.provision) or self._adopted
        known = min(len(first), len(second))  # "2004" and "2004-07-08" say nothing of which came first
        return first[:known] > second[:known]

    def _within(self, one: Norm, other: Norm) -> bool:
        """Whether every case of a norm is a case of the other, as far as subject, act, body and object say."""
        if isinstance(one.effect, Permit | Forbid) and isinstance(other.effect, Permit | Forbid):
            mine, theirs = one.effect, other.effect
            if mine.act not in self._covered(theirs.act):
                return False
            if not self._kind_within(BODY, mine.body, theirs.body):
                return False
            if not self._kind_within(OBJECT, mine.object, theirs.object):
                return False
        wide = self._alternatives(other.subject)
        return all(any(self._implies(a, b) for b in wide) for a in self._alternatives(one.subject))

    def _kind_within(self, sort: str, kind: str, wider: str) -> bool:
        return wider == "" or (kind != "" and kind in self._hierarchy.down(sort, wider))

    def _alternatives(self, subject: Formula) -> Described:
        if subject not in self._described:
            parts = subject.parts if isinstance(subject, Or) else (subject,)
            self._described[subject] = tuple(frozenset(conjuncts(p)) for p in parts)
        return self._described[subject]

    def _implies(self, narrow: frozenset[Formula], wide: frozenset[Formula]) -> bool:
        return all(part in narrow or self._follows(narrow, part) for part in wide)

    def _follows(self, narrow: frozenset[Formula], part: Formula) -> bool:
        return isinstance(part, Is) and any(
            isinstance(n, Is) and n.sort == part.sort and n.kind in self._hierarchy.down(part.sort, part.kind)
            for n in narrow
        )
