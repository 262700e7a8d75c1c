"""The open questions of two posed cells as one: what stands for the same on both sides has one number.

Cubes of either side are put into these numbers; the constraints of both sides, and those between acts of the same kind
that differ in deadline or share, hold together.
"""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.compare.pairing import Pairing
from proclogic.engine.cubes import Cube, Nogoods
from proclogic.engine.session import Posed
from proclogic.norms.conditions import Atom, Happens, Is
from proclogic.norms.hierarchy import happens_entails

NOTHING = Cube()


class Joint:
    """Two posed cells; None for a side of which no rule speaks."""

    def __init__(self, first: Posed | None, second: Posed | None, pairing: Pairing) -> None:
        self.posed = first, second
        self.pairing = pairing
        self._number: dict[tuple[int, int], int] = {}
        self.members: dict[int, list[tuple[int, int]]] = {}  # the literals, with their sides, that a number is
        self.atoms: dict[int, Atom] = {}  # in the words of the first side, where it has them
        self._foreign: set[int] = set()  # where it does not
        by_atom: dict[Atom, int] = {}
        for side, posed in enumerate(self.posed):
            for atom, literal in posed.ground.open.items() if posed is not None else ():
                name = atom if side == 0 else self.pairing.back(atom)
                number = self._known(name, by_atom) if side else None
                if number is None:
                    number = len(self.members) + 1
                    self.atoms[number] = name or atom
                    self._foreign |= {number} if name is None else set()
                    if side == 0 and self.pairing.shared(atom) is not None:
                        by_atom[atom] = number
                self._number[side, literal] = number
                self.members.setdefault(abs(number), []).append((side, literal if number > 0 else -literal))
        self.nogoods = Nogoods(self._constraints())

    def _known(self, name: Atom | None, by_atom: dict[Atom, int]) -> int | None:
        """The number of a question that the first side has; that of its contrary, with a sign, for the second of two
        alternatives."""
        if name is None:
            return None
        contrary = self.pairing.contrary.get(name)
        if name not in by_atom and contrary in by_atom:
            return -by_atom[contrary]
        return by_atom.get(name)

    def cube(self, side: int, cube: Iterable[int]) -> Cube:
        """A cube of one side in the numbers of both. What is no open question (a switch) is left out."""
        number = self._number
        return frozenset(
            number[side, abs(x)] if x > 0 else -number[side, abs(x)] for x in cube if (side, abs(x)) in number
        )

    def of_side(self, side: int, cube: Iterable[int]) -> Cube:
        """What a cube says on one side, in its own literals."""
        found = ((x, literal) for x in cube for s, literal in self.members[abs(x)] if s == side)
        return frozenset(literal if x > 0 else -literal for x, literal in found)

    def name(self, side: int, atom: Atom) -> Atom:
        """An atom of one side in the words of the first, where it has them."""
        return atom if side == 0 else self.pairing.back(atom) or atom

    def in_words(self, side: int, number: int) -> Happens | None:
        """An act that the other side asks about, in the words of this one; None where these have none for it."""
        atom, own = self.atoms[number], self._own(number)
        if not isinstance(own, Happens) or not self.pairing.has_word(1 - side, own) or number in self._foreign:
            return None
        found = atom if side == 0 else self.pairing.there(atom)
        return found if isinstance(found, Happens) else None

    def is_shared(self, number: int) -> bool:
        """Whether both sides have the question."""
        return len({side for side, _ in self.members[abs(number)]}) > 1

    def is_own(self, number: int) -> bool:
        """Whether it is an act of the actor, on every side that has it."""
        return all((p := self.posed[s]) is not None and x in p.own for s, x in self.members[abs(number)])

    def is_move(self, number: int) -> bool:
        """Whether it is somebody's act."""
        return isinstance(self.atoms[abs(number)], Happens)

    def is_own_alone(self, number: int) -> bool:
        """Whether it is a step of the actor for which the other side has no word."""
        if self.is_shared(number) or not self.is_own(number):
            return False
        act = self._own(abs(number))
        return isinstance(act, Happens) and not self.pairing.has_word(self.members[abs(number)][0][0], act)

    def _constraints(self) -> Iterable[Cube]:
        for side, posed in enumerate(self.posed):
            if posed is None:
                continue
            yield from (self.cube(side, c) for c in posed.nogoods.cubes)
            for literal in posed.fixed:
                if (side, abs(literal)) in self._number:
                    yield self.cube(side, (-literal,))
        yield from self._between()
        acts: dict[tuple[str, str], list[tuple[int, Happens]]] = {}
        for number, atom in self.atoms.items():
            if isinstance(atom, Happens) and number not in self._foreign:
                acts.setdefault((atom.event, atom.agent), []).append((number, atom))
        for group in acts.values():
            for one, a in group:
                yield from (frozenset({one, -two}) for two, b in group if one != two and happens_entails(a, b))

    def _between(self) -> Iterable[Cube]:
        """What holds between kinds of which each side asks about another."""
        alone: tuple[list[int], list[int]] = [], []
        for number, atom in self.atoms.items():
            if isinstance(atom, Is) and not self.is_shared(number):
                alone[self.members[number][0][0]].append(number)
        for one in alone[0]:
            for other in alone[1]:
                here, there = self._own(one), self._own(other)
                if isinstance(here, Is) and isinstance(there, Is):
                    yield from (frozenset({one * x, other * y}) for x, y in self.pairing.between(here, there))

    def _own(self, number: int) -> Atom | None:
        """The question in the words of the side that has it, or of the first that does."""
        side, literal = self.members[number][0]
        posed = self.posed[side]
        return posed.atom(literal) if posed is not None else None
