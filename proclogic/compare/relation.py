"""How what B gives relates to what A gives, over all worlds of both: inclusion, and a world for each difference.

B is wider where what is asked holds wherever it holds under A, and somewhere more; where it holds in the same worlds
under both, if it is forbidden less. Where neither is, the verdicts decide (docs/meaning.md, section 11).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from proclogic.answers.settle import RANK
from proclogic.compare.joint import Joint
from proclogic.compare.model import DIFFERENT, NARROWER, SAME, WIDER
from proclogic.compare.sides import Profile
from proclogic.engine.cubes import Cube, TooMany
from proclogic.norms.conditions import Keeps, Reads
from proclogic.values import Value

STEPS = 4000  # of the search for one world, before it gives up and the comparison says that it is not complete
TRIES = 20  # worlds that the solver may refuse before the search gives up

GRANTED, FORBIDDEN = "granted", "forbidden"


class Apart(Value):
    """A world in which the sides differ: `more` has what the other (`1 - more`) lacks, or the other forbids it
    (`goal`). `world` are literals of both, `said` those by which it shows beside the `case`."""

    more: int
    goal: str
    world: Cube
    said: Cube
    case: Cube


class Relating:
    """The implicants of both sides in common numbers. Steps of the actor that the other side has no word for are taken
    where both have such; where one has, it asks for more."""

    def __init__(self, joint: Joint, profiles: tuple[Profile, Profile]) -> None:
        self.joint, self.profiles = joint, profiles
        granted = [frozenset(joint.cube(s, c) for c in p.entitled) for s, p in enumerate(profiles)]
        alone = [{abs(x) for c in cubes for x in c if joint.is_own_alone(x)} for cubes in granted]
        self.taken: dict[Cube, Cube] = {}  # with the steps of its own side
        if all(alone):
            granted = [frozenset(self._without(c, alone[s]) for c in cubes) for s, cubes in enumerate(granted)]
        banned = [frozenset(joint.cube(s, c) for c in p.forbidden) for s, p in enumerate(profiles)]
        self.cubes = {
            goal: [sorted(cubes, key=self._effort) for cubes in sides]
            for goal, sides in ((GRANTED, granted), (FORBIDDEN, banned))
        }

    def _without(self, cube: Cube, alone: set[int]) -> Cube:
        left = frozenset(x for x in cube if abs(x) not in alone)
        self.taken.setdefault(left, cube)
        return left

    def apart(self, case: Cube) -> list[Apart]:
        """A world of the case for each way in which the sides differ. Raises TooMany when it is too large."""
        found = []
        for goal, less in ((GRANTED, 1), (GRANTED, 0), (FORBIDDEN, 0), (FORBIDDEN, 1)):
            one = next(self._worlds(goal, 1 - less, less, case), None)
            if one is not None:
                found.append(one)
        return found

    def _worlds(self, goal: str, has: int, lacks: int, case: Cube) -> Iterator[Apart]:
        """Worlds with the goal on one side and not on the other."""
        against = self.cubes[goal][lacks]
        for cube in self.cubes[goal][has]:
            refused: set[Cube] = set()
            for _ in range(TRIES):
                said = self._escape(case | cube, against, refused)
                if said is None:
                    break
                world = self.joint.nogoods.closure(said) or said
                wrong = self._impossible(world)
                if wrong is None:
                    more = has if goal == GRANTED else lacks
                    whole = self.taken.get(cube, cube)
                    idle = {x for x in cube if x < 0 and self.joint.is_move(x)}  # nobody does more than is said
                    yield Apart(more, goal, world | whole, (said | whole) - case - idle, case)
                    return
                refused.add(wrong)
            else:
                raise TooMany

    def _effort(self, cube: Cube) -> tuple[int, int, int, list[int]]:
        """How far a cube is from how things stand: readings and text that it takes, what it asks of others, what it
        says."""
        joint = self.joint
        taken = sum(isinstance(joint.atoms[abs(x)], Reads | Keeps) for x in cube)
        asked = sum(x > 0 and joint.is_move(x) and not joint.is_own(x) for x in cube)
        return taken, asked, len(cube), sorted(cube, key=abs)

    def _escape(self, start: Cube, cubes: Collection[Cube], refused: set[Cube]) -> Cube | None:
        """What can be added to a cube so that none of the cubes holds; None where one of them always does."""
        steps = 0

        def search(said: Cube) -> Cube | None:
            nonlocal steps
            steps += 1
            if steps > STEPS:
                raise TooMany
            closed = self.joint.nogoods.closure(said)
            if closed is None or any(r <= closed for r in refused):
                return None
            left = [c - closed for c in cubes if not any(-x in closed for x in c)]
            if not left:
                return said
            shortest = min(left, key=lambda c: (len(c), sorted(c, key=abs)))
            if not shortest:
                return None
            open_ones = said
            for literal in sorted(shortest, key=self._order):
                found = search(open_ones | {-literal})
                if found is not None:
                    return found
                open_ones |= {literal}
            return None

        return search(start)

    def _order(self, literal: int) -> tuple[bool, bool, bool, int]:
        """What is best taken as not so: an act of others that is not done, then one that is, then a fact; last a step
        of the actor, who takes it where it can."""
        move = self.joint.is_move(literal)
        return move and self.joint.is_own(literal), not move, literal < 0, abs(literal)

    def _impossible(self, world: Cube) -> Cube | None:
        """A part of the world that one of the sides has no world for; None where both have."""
        for side, posed in enumerate(self.joint.posed):
            if posed is None:
                continue
            mine = self.joint.of_side(side, world)
            if not posed.ground.solver.satisfiable([*posed.fixed, *mine]):
                return self.joint.cube(side, mine)
        return None


def relation(apart: Collection[Apart], verdicts: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[str, bool]:
    """The relation of B to A, and whether it holds in every world; else it is that of the verdicts (of the readings
    that count, best first)."""
    more = {one.more for one in apart if one.goal == GRANTED} or {one.more for one in apart}
    first, second = ([RANK[v] for v in side] for side in verdicts)
    if not more:
        return SAME, True
    if len(more) == 1:
        return (WIDER if more == {1} else NARROWER), True
    steps = [min(first) - min(second), max(first) - max(second)]  # more than 0 where B is the better one
    if any(x > 0 for x in steps) == any(x < 0 for x in steps):
        return DIFFERENT, False
    return (WIDER if any(x > 0 for x in steps) else NARROWER), False
