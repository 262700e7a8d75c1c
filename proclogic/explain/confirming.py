"""Whether the reference evaluator confirms that a change makes a difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from proclogic.answers.cases import Leaf
from proclogic.engine.cubes import Cube
from proclogic.engine.session import posed_moves
from proclogic.explain.replay import Replay
from proclogic.explain.situations import Now, Situation, Situations
from proclogic.norms.conditions import Formula, Keeps, Reads
from proclogic.norms.questions import Fact


class Confirming:
    """Replays changes in the situations of one question."""

    def __init__(self, situations: Situations, replay: Replay) -> None:
        self.situations, self.replay = situations, replay
        self.question, self.posed = situations.question, situations.posed
        self._positive = {x for c in (*situations.primes.cubes, *situations.bans.cubes) for x in c if x > 0}

    def confirms(self, start: Situation, flips: Cube, before: Now, now: Now) -> bool:
        """Whether the change matters, under the readings and choices that are followed or under some that count."""
        after = start.after(flips)
        return after is not None and (
            self._confirmed(start, after, flips, before, now) or self._confirmed_elsewhere(start, flips, now)
        )

    def _confirmed(self, start: Situation, after: Situation, flips: Cube, before: Now, now: Now) -> bool:
        """Whether the reference evaluator finds what is asked so (or forbidden) in one of the two situations and not in
        the other, for some acts of others that both have. It is asked only where the implicants say so."""
        old, new = self.question.facts, self._facts(flips)
        for own, acts, rest in chain(self._trials(before, now), self._blocked(start, after, flips)):
            one = self._values(start, own, acts, rest, flips)
            other = self._values(after, own, acts, rest, flips)
            if self._expected(one) != self._expected(other) and self._replayed(old, one) != self._replayed(new, other):
                return True
        return False

    def _replayed(self, facts: tuple[Fact, ...], values: Mapping[int, bool]) -> tuple[bool, bool]:
        return self.replay.ruling(facts, {self.posed.atom(x): holds for x, holds in values.items()})

    def _expected(self, values: Mapping[int, bool]) -> tuple[bool, ...]:
        """Whether what is asked is so, and whether it is forbidden, by the implicants."""

        not_so = {-x if holds else x for x, holds in values.items()}
        not_so.update(x for x in self._positive if x not in values)
        return tuple(any(map(not_so.isdisjoint, c)) for c in (self.situations.primes.cubes, self.situations.bans.cubes))

    def _confirmed_elsewhere(self, start: Situation, flips: Cube, now: Now) -> bool:
        """The same under the readings and the choices in brackets under which the change matters."""
        choices = self.situations.choices
        if not choices:
            return False
        for choice in dict.fromkeys((*now.others, *self.situations.settle(start, Cube(), choices).others)):
            here = start.after(choice)
            there = here.after(flips) if here is not None else None
            if here is None or there is None or not choice <= there.stands:
                continue
            one, other = self.situations.settle(here, Cube()), self.situations.settle(there, flips)
            if one.said != other.said and self._confirmed(here, there, flips, one, other):
                return True
        return False

    def _blocked(self, start: Situation, after: Situation, flips: Cube) -> Iterator[tuple[Cube, Cube, Cube]]:
        """The same with what would end the one or the other."""
        settle = self.situations.settle
        yield from self._trials(settle(start, Cube(), acts=True), settle(after, flips, acts=True))

    def _trials(self, before: Now, now: Now) -> Iterator[tuple[Cube, Cube, Cube]]:
        """Own steps, acts of others and facts left open under which the two may differ: as things stand, then those
        that the one or the other rests on, then the acts of one with the facts of another."""
        leaves = (*now.leaves, *before.leaves)
        for leaf in leaves:
            yield from self._acts(leaf, self._rest(leaf))
        rests = dict.fromkeys(map(self._rest, leaves))
        for leaf in leaves if len(rests) > 1 else ():
            for rest in rests:
                if rest != self._rest(leaf):
                    yield from self._acts(leaf, rest)

    def _rest(self, leaf: Leaf) -> Cube:
        return frozenset(x for x in leaf.path if not self.posed.is_move(x))

    def _acts(self, leaf: Leaf, rest: Cube) -> Iterator[tuple[Cube, Cube, Cube]]:
        settled = leaf.settled
        steps = {frozenset(x for x in c if abs(x) in self.posed.own) for c in settled.support[:2]} or {Cube()}
        ways = [Cube(), *(frozenset(x for x in c if abs(x) in self.posed.others) for c in settled.support[:2])]
        undone = frozenset(-x for x, done in posed_moves(self.posed).items() if done and x in self.posed.others)
        ways += [undone, *(undone - frozenset(-x for x in way) | way for way in ways[1:])] if undone else []
        for own in sorted(steps, key=lambda c: (len(c), sorted(c))):
            for acts in (*ways, *settled.sets_off[:2], *settled.holds[:1]):
                yield own, acts, rest

    def _values(self, situation: Situation, own: Cube, acts: Cube, rest: Cube, flips: Cube) -> dict[int, bool]:
        """The answers to the open questions, by literal. An act that the change rules out can still come before it."""
        values = {abs(x): x > 0 for x in situation.stands}
        closed = self.posed.nogoods.closure(flips) or flips
        changed = {abs(x) for x in closed}
        free = [x for x in rest if abs(x) in self.situations.loose or abs(x) not in values]
        values |= {abs(x): x > 0 for x in free if abs(x) not in changed}
        values |= {abs(x): x > 0 for x in own if abs(x) not in values}
        made = flips <= situation.stands
        values |= {abs(x): x > 0 for x in acts if x not in flips and (-x not in closed or (x > 0 and not made))}
        return values

    def _facts(self, flips: Cube) -> tuple[Fact, ...]:
        """The facts of the question after the change."""
        new = {self.posed.atom(x): x > 0 for x in flips}
        closed: dict[Formula, bool] = {self.posed.atom(x): x > 0 for x in (self.posed.nogoods.closure(flips) or flips)}
        kept = [f for f in self.question.facts if closed.get(f.atom, f.holds) == f.holds]
        return (*kept, *(Fact(a, holds) for a, holds in new.items() if not isinstance(a, Reads | Keeps)))
