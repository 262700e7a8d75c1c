"""Verdict and outcome of a situation alone, from a few plain implicants in place of all.

Which acts of others it takes does not matter for these, as long as nothing is given of them: an implicant says only
whether it rests on acts of others, on their passivity, or on neither. Mostly a handful are then left of hundreds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Self

from proclogic.answers.cases import Splitter
from proclogic.answers.settle import Moves, Settled, ruling
from proclogic.engine.cubes import Cube, absorb


class Undecided(Exception):
    """Plain implicants do not tell the outcome: it matters which acts of others were done."""


class Rulings(Splitter):
    """Splits plain implicants into cases, of which only the verdict and the outcome are told. Raises Undecided where
    they do not tell these."""

    whole: Collection[Cube] = ()
    plain: Collection[Cube] = ()

    def of(self, moves: Moves, whole: Collection[Cube]) -> Self:
        """The same for other moves, and for the implicants of which the plain ones are made."""
        made = self.given(moves)
        made.whole, made.plain = whole, made._plain(whole)
        return made

    def _plain(self, cubes: Iterable[Cube]) -> list[Cube]:
        """The implicants without moves of which nothing is given. In place of those of others stands one act, or one
        that does not come: another one for implicants that something given stops, so that none of these is lost."""
        moves = self.moves
        given = {abs(x) for x in (*moves.given, *moves.dated)}
        acts = moves.others - given
        passive = frozenset(-x for x in acts)
        moot = acts | passive | {y for x in moves.own - given for y in (x, -x)}
        stops = frozenset(-x for group in moves.groups for x in group if x > 0)
        new = max(self.posed.ground.atom_of, default=0) + 1  # a literal that no question has
        standing_in: dict[Cube, int] = {}
        found: set[Cube] = set()
        for cube in cubes:
            act = standing_in.setdefault(cube & stops, new + len(standing_in))
            rests = (act,) if not cube.isdisjoint(acts) else (-act,) if not cube.isdisjoint(passive) else ()
            found.add((cube - moot).union(rests))
        added = frozenset(standing_in.values())
        self.moves = moves.replace(others=moves.others | added, passive=moves.passive | {-x for x in added})
        return sorted(absorb(found), key=lambda c: (len(c), sorted(c)))

    def _ruled(self, entitled: frozenset[Cube], forbidden: frozenset[Cube]) -> Settled:
        found = ruling(self.moves, entitled, forbidden)
        if found is None:
            raise Undecided
        return Settled(*found)
