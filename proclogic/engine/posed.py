"""A cell with its facts, put to a ground program: what is fixed, what is open, what was given of moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from proclogic.engine.cubes import Cube, Nogoods
from proclogic.engine.facts import GivenMoves
from proclogic.engine.ground import Ground, Literal
from proclogic.norms.conditions import Atom, Happens, Is, ReferredTo
from proclogic.norms.questions import Cell, Fact, Individual
from proclogic.norms.vocabulary import ACTOR, SORTS
from proclogic.program.cone import Index
from proclogic.program.known import sorts_of


class Posed:
    """A cell with its facts, put to a ground program: what is fixed, what is open, what was given of moves."""

    def __init__(
        self,
        ground: Ground,
        cell: Cell,
        fixed: dict[Literal, Fact | None],
        moves: GivenMoves,
        nogoods: Nogoods,
        facts: Sequence[Fact],
        known: Mapping[Atom, bool],
    ) -> None:
        self.ground = ground
        self.cell = cell
        self.fixed = fixed
        self.moves = moves
        self.nogoods = nogoods
        self.known = known
        self.referred = tuple(f.atom.body for f in facts if isinstance(f.atom, ReferredTo) and f.holds)
        self.free = [x for a, x in ground.open.items() if x not in fixed and -x not in fixed]
        self.own = {x for a, x in ground.open.items() if isinstance(a, Happens) and is_own(a, cell, moves.sole)}
        self.others = {x for a, x in ground.open.items() if isinstance(a, Happens)} - self.own

    def atom(self, literal: Literal) -> Atom:
        """The open question behind a literal of either sign."""
        return self.ground.atom_of[abs(literal)]

    def is_move(self, literal: Literal) -> bool:
        """Whether the literal is about somebody's act."""
        return abs(literal) in self.own or abs(literal) in self.others


def is_own(atom: Happens, cell: Cell, sole: frozenset[str]) -> bool:
    """Whether the act is the actor's own: done by "it", or by the sole officer or body that the question is about."""
    return atom.agent == ACTOR or (atom.agent in sole and atom.agent in cell.actor.kinds)


def posed_moves(posed: Posed) -> dict[Literal, bool]:
    """The given truth values of moves, by literal."""
    return {posed.ground.open[a]: v for a, v in posed.moves.values.items()}


def with_kinds(cell: Cell, facts: Sequence[Fact]) -> Cell:
    """The cell with the kinds that the facts add to its individuals."""
    people = dict(zip(SORTS, (cell.actor, cell.body, cell.object), strict=True))
    for fact in facts:
        if isinstance(fact.atom, Is) and fact.holds:
            person = people[fact.atom.sort] or Individual(())
            if fact.atom.kind not in person.kinds:
                people[fact.atom.sort] = Individual((*person.kinds, fact.atom.kind), person.phrase)
    actor = people[ACTOR]
    assert actor is not None
    return cell.replace(actor=actor, body=people["body"], object=people["object"])


def nogoods_of(ground: Ground, through: list[Cube], fixed: dict[Literal, Fact | None]) -> list[Cube]:
    """The constraints between free questions, once what is fixed is settled."""
    known = ground.open
    constraints = ground.program.constraints
    cubes: list[Cube] = [frozenset({known[a], -known[b]}) for a, b in constraints.entails]
    cubes += [frozenset({known[a], known[b]}) for a, b in constraints.excludes]
    for alternatives in constraints.choices.values():
        literals = [known[a] for a in alternatives]
        cubes.append(frozenset(-x for x in literals))
        cubes += [frozenset({x, y}) for i, x in enumerate(literals) for y in literals[i + 1 :]]
    cubes += through
    settled = set(fixed)
    cubes = [c for c in cubes if not any(-x in settled for x in c)]
    return [c for c in (frozenset(x for x in cube if x not in settled) for cube in cubes) if c]


def through_descendants(index: Index, ground: Ground, cell: Cell) -> list[Cube]:
    """A kind that the individual can only have through a common descendant comes with one of those."""
    cubes: list[Cube] = []
    for sort, person in sorts_of(cell).items():
        if person is None or not person.kinds:
            continue
        direct = frozenset().union(*(index.hierarchy.down(sort, k) for k in person.kinds)) | index.settled(sort, person)
        for atom, literal in ground.open.items():
            if isinstance(atom, Is) and atom.sort == sort and atom.kind not in direct:
                below = [
                    ground.open[a]
                    for a in ground.program.constraints.below[atom]
                    if isinstance(a, Is) and a.kind in direct
                ]
                cubes.append(frozenset({literal, *(-x for x in below)}))
    return cubes
