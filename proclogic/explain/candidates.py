"""Which sets of changes are worth a look: the single ones, the pairs, what would give the right and what would end it.

From "it does not hold" to "it holds": what an implicant has and the situation lacks. From "it holds" to "it does not":
what spoils every implicant that the situation has.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import combinations

from proclogic.engine.cubes import Cube, Primes
from proclogic.engine.session import Posed
from proclogic.explain.situations import Situation
from proclogic.norms.conditions import Keeps, Reads

UPTO = 2  # changes of which every set is looked at
PAIRS = 60  # sets of two that are looked at; where there are more, only some of them are, and the answer says so
TRIES = 4000  # sets that are looked at before the search stops and says so


class Candidates:
    """Sets of literals to change. `upto` is the number of changes up to which they are all there."""

    def __init__(self, posed: Posed, primes: Primes, bans: Primes) -> None:
        self.posed, self.primes, self.bans = posed, primes, bans
        self.upto = UPTO
        self._tries = 0

    def of(self, start: Situation, holds: bool, loose: Set[int] = frozenset()) -> list[Cube]:
        """Sets of literals to change, the smallest first: each one, each two where these are not too many, and of
        larger sets those that make what is asked hold, or end it (where it `holds` as things stand). What is `loose`
        is left open as things stand."""
        singles = list(self._singles(start, loose))
        found: set[Cube] = set(singles)
        if len(singles) * (len(singles) - 1) // 2 <= PAIRS:
            found.update(one | other for one, other in combinations(singles, 2) if self._are_two(one, other))
        else:
            self.upto = min(self.upto, 1)
        found.update(self._ending(start) if holds else self._giving(start))
        found.update(Cube(some) for flips in list(found) if len(flips) > UPTO for some in combinations(flips, UPTO))
        return sorted(found, key=lambda c: (len(c), sorted(c)))

    def _are_two(self, one: Cube, other: Cube) -> bool:
        """Whether two changes can be made together, and neither comes with the other."""
        both = self.posed.nogoods.closure(one | other)
        return both is not None and not any(
            b <= (self.posed.nogoods.closure(a) or a) for a, b in ((one, other), (other, one))
        )

    def _singles(self, start: Situation, loose: Set[int]) -> Iterator[Cube]:
        used = {abs(x) for c in (*self.primes.cubes, *self.bans.cubes) for x in c}
        undecided = {x for x in start.stands if abs(x) in used and (abs(x) in loose or self.posed.is_move(x))}
        for literal in start.stands:
            closed = self.posed.nogoods.closure(frozenset({-literal})) or Cube()
            if abs(literal) in used or not closed.isdisjoint(undecided):  # it matters itself, or settles what does
                yield from (frozenset({x}) for x in self._instead(literal))

    def _instead(self, literal: int) -> list[int]:
        """What can stand in place of a literal of the situation."""
        atom = self.posed.atom(literal)
        if literal < 0 or not isinstance(atom, Reads | Keeps):
            return [-literal]
        for group in self.posed.ground.program.constraints.choices.values():
            if atom in group:
                others = [self.posed.ground.open[a] for a in group if a != atom]
                return [x for x in others if -x not in self.posed.fixed and x not in self.posed.fixed]
        return [-literal]

    def _giving(self, start: Situation) -> Iterator[Cube]:
        """What each implicant lacks."""
        for cube in self.primes.cubes:
            lacking = [x for x in cube if -x in start.stands]
            if len(lacking) > UPTO + 1:
                continue
            yield from self._expanded(frozenset(lacking))

    def _expanded(self, flips: Cube) -> Iterator[Cube]:
        """With a choice in place of each "not this reading", and without what follows from the rest."""
        sets: list[frozenset[int]] = [frozenset()]
        for literal in sorted(flips):
            ways = self._instead(-literal) if literal < 0 else [literal]
            sets = [s | {w} for s in sets for w in ways]
        for one in sets:
            rest = set(one)
            for literal in sorted(one):
                closed = self.posed.nogoods.closure(frozenset(rest - {literal}))
                if closed is not None and literal in closed:
                    rest.discard(literal)
            if rest:
                yield frozenset(rest)

    def _ending(self, start: Situation) -> Iterator[Cube]:
        """What spoils every implicant: up to UPTO literals changed, one after the other."""
        todo: list[Cube] = [frozenset()]
        seen: set[Cube] = set()
        while todo:
            flips = todo.pop()
            self._tries += 1
            if self._tries > TRIES:
                self.upto = 1
                return
            now = start.after(flips) if flips else start
            held = self._held(now) if now is not None else None
            if now is None:
                continue
            if held is None:
                yield flips
                continue
            if len(flips) >= UPTO:
                continue
            for literal in held:
                if literal in now.stands and literal not in flips:
                    for other in self._instead(literal):
                        more = flips | {other}
                        if more not in seen:
                            seen.add(more)
                            todo.append(more)

    def _held(self, situation: Situation) -> Cube | None:
        """An implicant that holds in the situation when it takes its own steps."""
        for cube in sorted(self.primes.cubes, key=lambda c: (len(c), sorted(c))):
            if not any(-x in situation.stands for x in cube):
                return cube
        return None
