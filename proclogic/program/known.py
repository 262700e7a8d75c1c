"""What is settled of a cell before any world is looked at, and what a condition comes to then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from proclogic.norms.conditions import ALWAYS, Always, And, Atom, Formula, Is, Not, Or
from proclogic.norms.formulas import as_atom
from proclogic.norms.model import Norm
from proclogic.norms.questions import Cell, Individual
from proclogic.norms.vocabulary import ACTOR, SORTS

# What a norm still requires (None when it cannot apply), the norms that this rests on, whether it looks at the place.
Left = tuple[Formula | None, tuple[Norm, ...], bool]


class Kinds(Protocol):
    """What has to be looked up in the ruleset."""

    @property
    def by_deemed(self) -> Mapping[tuple[str, str], list[Norm]]:
        """The norms that deem somebody of a kind, by sort and kind."""
        ...

    def settled(self, sort: str, individual: Individual | None) -> frozenset[str]:
        """The kinds the individual certainly is of."""
        ...

    def possible(self, sort: str, individual: Individual | None) -> frozenset[str]:
        """The further kinds the individual may be of."""
        ...

    def is_of_actor_alone(self, atom: Atom) -> bool:
        """Whether nothing that the atom rests on looks at the body or the object."""
        ...


class Known:
    """What is settled before any world is looked at: the kinds of the individuals, and given facts about them.

    `wider` is what is known of the actor alone, shared by all cells of the actor: what it leaves of a condition is the
    starting point for each of them, and what no rule can give the actor is found out once."""

    def __init__(self, index: Kinds, cell: Cell, given: Mapping[Atom, bool], wider: Known | None = None) -> None:
        self._index = index
        self.wider = wider
        self._people = sorts_of(cell)
        self._settled = {s: index.settled(s, p) for s, p in self._people.items()}
        self._possible: dict[str, frozenset[str]] = {}
        self._given = given
        self._values: dict[Atom, bool | None] = {}
        self._ruled_out: set[Atom] = set()
        self.left: dict[str, Left] = {}  # by norm: see Index.cone

    def value(self, atom: Atom) -> bool | None:
        """Whether the atom holds in every world, in none, or is open."""
        if atom not in self._values:
            self._values[atom] = self._look(atom)
        return self._values[atom]

    def _look(self, atom: Atom) -> bool | None:
        if atom in self._given:
            return self._given[atom]
        if self.wider is not None and not is_of_place(atom):
            return self.wider.value(atom)
        if isinstance(atom, Is):
            if atom.kind in self._settled[atom.sort]:
                return True
            if not self._index.by_deemed.get((atom.sort, atom.kind)) and not self._may_be(atom):
                return False
        return None

    def _may_be(self, atom: Is) -> bool:
        if atom.sort not in self._possible:
            self._possible[atom.sort] = self._index.possible(atom.sort, self._people[atom.sort])
        return atom.kind in self._possible[atom.sort]

    def only_deemed(self, atom: Is) -> bool:
        """Whether the individual can be of the kind only by being deemed to be."""
        return atom.kind not in self._settled[atom.sort] and not self._may_be(atom)

    def rule_out(self, never: Iterable[Atom]) -> bool:
        """Settles the atoms as false; whether there were any. What needs one of them is to be looked at anew."""
        found = dict.fromkeys(never, False)
        if found:
            self._values.update(found)
            self._ruled_out.update(found)
            self.left.clear()
            if self.wider is not None:
                self.wider.rule_out(a for a in found if self._index.is_of_actor_alone(a))
        return bool(found)

    def adds_to(self, left: Left) -> bool:
        """Whether more may be known here of what is left of a condition than of the actor alone."""
        return left[2] or bool(self._ruled_out)


def is_of_place(atom: Atom) -> bool:
    """Whether the atom is on the kind of the body or of the object."""
    return isinstance(atom, Is) and atom.sort != ACTOR


def reduced(formula: Formula, known: Known) -> Formula | None:
    """The formula with what is known put in (negations stand before atoms only); None when it cannot hold."""
    match formula:
        case Always():
            return formula
        case And(parts):
            left = []
            for part in parts:
                rest = reduced(part, known)
                if rest is None:
                    return None
                if not isinstance(rest, Always):
                    left.append(rest)
            return ALWAYS if not left else left[0] if len(left) == 1 else And(tuple(left))
        case Or(parts):
            left = []
            for part in parts:
                rest = reduced(part, known)
                if isinstance(rest, Always):
                    return ALWAYS
                if rest is not None:
                    left.append(rest)
            return None if not left else left[0] if len(left) == 1 else Or(tuple(left))
        case Not(part):
            value = known.value(as_atom(part))  # negations were pushed down
            return formula if value is None else None if value else ALWAYS
        case _:
            value = known.value(as_atom(formula))
            return formula if value is None else ALWAYS if value else None


def can_hold(formula: Formula, never: set[Atom]) -> bool:
    """Whether the formula could hold when these atoms never do and everything else is free."""
    match formula:
        case And(parts):
            return all(can_hold(p, never) for p in parts)
        case Or(parts):
            return any(can_hold(p, never) for p in parts)
        case Always() | Not():
            return True
        case _:
            return formula not in never


def sorts_of(cell: Cell) -> dict[str, Individual | None]:
    """The individuals of a cell by sort."""
    return dict(zip(SORTS, (cell.actor, cell.body, cell.object), strict=True))
