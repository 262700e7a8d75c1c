"""The prime implicants of a goal: cubes read off the rules, confirmed by the solver; the rest found world by world."""

from __future__ import annotations

from proclogic.engine.cubes import Cube, Primes, TooMany, primes_from_cover
from proclogic.engine.ground import FALSE, TRUE, Literal
from proclogic.engine.guess import GivenUp, Guess
from proclogic.engine.posed import Posed, posed_moves
from proclogic.norms.conditions import Happens, Is, Keeps, Reads
from proclogic.norms.hierarchy import Hierarchy

CUBES = 6000  # prime implicants before a search stops and says that it is incomplete
SOLVES = 4_000  # looks of the solver at one goal, likewise: a few seconds


def primes(posed: Posed, goal: str, hierarchy: Hierarchy) -> Primes:
    """The prime implicants of the goal over the free questions, relative to what no world can have."""
    return _primes(posed, cover(posed, goal, hierarchy))


def cover(posed: Posed, goal: str, hierarchy: Hierarchy, search: bool = True) -> Primes:
    """Cubes whose union is the goal, each of which fits some world: not always prime. Without `search` only what can be
    read off the rules, incomplete where that is not all."""
    target = posed.ground.named(goal.removeprefix("not "))
    if goal.startswith("not "):
        target = FALSE if target == TRUE else TRUE if target == FALSE else -int(target)
    if target == FALSE:
        return Primes(frozenset())
    if target == TRUE:
        return Primes(frozenset({frozenset()}))
    assert isinstance(target, int)
    cubes, complete = _cover(posed, goal, target, hierarchy, search)
    return Primes(frozenset(c for c in cubes if posed.nogoods.closure(c) is not None), complete)


def primes_on_given(posed: Posed, found: Primes, freely: bool) -> Primes:
    """The prime implicants, over what is no move, of what a cover comes to on the given moves: where everybody stays
    passive beyond what is given, or (`freely`) where others and the actor may do as they like."""
    given = posed_moves(posed)

    def fits(literal: Literal) -> bool:
        return (literal > 0) == given.get(abs(literal), literal > 0 if freely else False)

    kept = ([x for x in c if posed.is_move(x)] for c in found.cubes)
    cubes = {c.difference(moves) for c, moves in zip(found.cubes, kept, strict=True) if all(map(fits, moves))}
    return _primes(posed, Primes(frozenset(cubes), found.complete))


def _primes(posed: Posed, found: Primes) -> Primes:
    if not found.complete:
        return found
    try:
        return Primes(frozenset(primes_from_cover(found.cubes, posed.nogoods, CUBES)))
    except TooMany:
        return found.replace(complete=False)


def _cover(posed: Posed, goal: str, target: Literal, hierarchy: Hierarchy, search: bool) -> tuple[list[Cube], bool]:
    """Cubes whose union is the target. What the guess leaves out is found world by world, each shrunk to a cube."""
    solver = posed.ground.solver
    cover, beyond = _guess(posed, goal, target)
    fixed = [*posed.fixed, target, *beyond]
    guard, before = 0, solver.solves
    while True:
        world = solver.world([*fixed, guard] if guard else fixed, posed.free)
        if world is None:
            return cover, True
        if not search:
            return cover, False
        if len(cover) >= CUBES or solver.solves - before > SOLVES:
            return cover, False
        cube = shrunk(posed, world, target, hierarchy)
        cover.append(cube)
        if not cube:
            return cover, True
        if not guard:
            guard = solver.new_guard()
        solver.forbid_together(cube, guard)


def _guess(posed: Posed, goal: str, target: Literal) -> tuple[list[Cube], list[Literal]]:
    """Cubes of the target, with what to assume of the worlds outside them; none where one of them is wrong."""
    solver = posed.ground.solver
    # Only what is completed to primes may be guessed in any way: which cubes cover the rest is told as it is.
    implied = posed.nogoods.implied if goal == "entitled" else {}
    try:
        cubes = Guess(posed.ground.program.facts, posed.ground.answers, posed.fixed, implied).cubes(goal)
    except GivenUp:
        return [], []
    inside = solver.either(cubes)
    if solver.satisfiable([*posed.fixed, -target, inside]):
        return [], []
    return cubes, [-inside]


def shrunk(posed: Posed, world: list[Literal], target: Literal, hierarchy: Hierarchy) -> Cube:
    """A prime implicant of the target within a world of it: a core, then one literal dropped at a time."""
    solver, fixed = posed.ground.solver, list(posed.fixed)
    # The weakest literals are assumed first: a core then names them, not the stronger ones that imply them.
    ranked = sorted(world, key=lambda x: (-_rank(posed, x, hierarchy), x))
    core = solver.core([*fixed, -target, *ranked])
    assert core is not None, "a world of the target cannot also be without it"
    inside = set(core)
    cube = [x for x in world if x in inside]
    for literal in reversed([x for x in ranked if x in inside]):
        rest = [x for x in cube if x != literal]
        if len(rest) == len(cube):
            continue
        smaller = solver.core([*fixed, -target, *rest])
        if smaller is not None:
            keep = set(smaller)
            cube = [x for x in rest if x in keep]
    return frozenset(cube)


def _rank(posed: Posed, literal: Literal, hierarchy: Hierarchy) -> int:
    """In which order literals are tried to be left out: what says most goes first, so that the cubes left are wide.

    "It is read as X" says more than "it is not read as Y"; a kind says more than its parents."""
    atom = posed.atom(literal)
    match atom:
        case Reads() | Keeps():
            return 0 if literal > 0 else 2
        case Is(sort, kind):
            depth = len(hierarchy.up(sort, kind))
            return -depth if literal > 0 else depth - 100
        case Happens():
            return 4 if abs(literal) in posed.own else 1
        case _:
            return 3
