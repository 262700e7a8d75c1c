"""Prime implicants by brute force: every cube is tried against every world."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.norms.conditions import Atom
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.reference.evaluate import Evaluation, Evaluator
from proclogic.reference.worlds import (
    USUAL,
    Literals,
    World,
    atom_key,
    case_components,
    combine,
    move_components,
    setting,
    varying,
)

GOALS = ("entitled", "not entitled", "forbidden", "conflicting")


def reaches(goal: str, evaluation: Evaluation) -> bool:
    """Whether a world is one of those that the goal names (one of `GOALS`)."""
    match goal:
        case "entitled":
            return evaluation.entitled
        case "not entitled":
            return not evaluation.entitled
        case "forbidden":
            return evaluation.forbidden
        case "conflicting":
            return evaluation.conflicting
    raise ValueError(f"no goal: {goal}")


def cube_key(cube: Literals) -> tuple[int, list[tuple[tuple[str, ...], bool]]]:
    """The order in which one of several cubes that fit the same worlds is kept: fewer literals, then alphabetical,
    where an atom comes before its negation."""
    return len(cube), sorted((atom_key(atom), not value) for atom, value in cube)


def primes(
    ruleset: Ruleset, question: Question, goal: str, strict: bool = False, layers: tuple[str, ...] = USUAL
) -> frozenset[Literals]:
    """The prime implicants of a goal over all worlds of the question (events are open there even when given)."""
    s = setting(ruleset, question, strict, layers)
    components = case_components(s) + move_components(s)
    pool = [World(true) for true in combine(components)]
    evaluator = Evaluator(s)
    good = [reaches(goal, evaluator.at(world)) for world in pool]
    return prime_cubes([world.true for world in pool], good, varying(components))


def prime_cubes(pool: list[frozenset[Atom]], good: list[bool], atoms: tuple[Atom, ...]) -> frozenset[Literals]:
    """The prime cubes over `atoms` that fit good answers only. `pool` are all the answers, by their true atoms."""
    best: dict[frozenset[int], Literals] = {}
    for cube, fitting in _implicants(pool, good, atoms):
        if fitting not in best or cube_key(cube) < cube_key(best[fitting]):
            best[fitting] = cube
    return frozenset(cube for fitting, cube in best.items() if not any(fitting < other for other in best))


def _implicants(
    pool: list[frozenset[Atom]], good: list[bool], atoms: tuple[Atom, ...]
) -> Iterator[tuple[Literals, frozenset[int]]]:
    """Implicants with the answers they fit, all of them but some that contain another."""

    def extend(
        cube: Literals, fitting: frozenset[int], rest: tuple[Atom, ...]
    ) -> Iterator[tuple[Literals, frozenset[int]]]:
        if not fitting:
            return
        if all(good[i] for i in fitting):
            yield cube, fitting  # whatever is added makes it longer and fits no more
            return
        for at, atom in enumerate(rest):
            for value in (True, False):
                narrowed = frozenset(i for i in fitting if (atom in pool[i]) == value)
                yield from extend(cube | {(atom, value)}, narrowed, rest[at + 1 :])

    return extend(frozenset(), frozenset(range(len(pool))), atoms)
