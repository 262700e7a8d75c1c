"""Splits by verdict only, where too many choices differ in nothing but who lets it in and who can stop it.

Forty brackets that each add another who can stop it make 2^40 different lists, and one verdict. When nothing is given
of moves, the verdict of a choice needs of an implicant only whether it rests on acts of others, on their passivity, or
on neither: everything else is left out, and what then still matters is split on. The acts of a case are told for one
choice: the leading readings, the first alternative of each bracket.
"""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.cases import Branch, Leaf, Splitter
from proclogic.answers.settle import settle
from proclogic.engine.cubes import Cube, absorb
from proclogic.engine.posed import Posed
from proclogic.norms.model import Ruleset


class PlainSplitter(Splitter):
    """Splits by verdict. `leading` are the literals to follow where a case leaves choices open, the first that fit."""

    def __init__(self, ruleset: Ruleset, posed: Posed, leading: Iterable[int]) -> None:
        super().__init__(ruleset, posed)
        self.leading = tuple(leading)

    def can(self) -> bool:
        """Whether the verdict can be found so: nothing is given of moves."""
        return not self.moves.given and not self.moves.groups and not self.moves.dated

    def split(self, entitled: Iterable[Cube], forbidden: Iterable[Cube], conflicting: Iterable[Cube]) -> list[Branch]:
        """The cases, by verdict; the acts of each are those of one choice."""
        whole, bans = frozenset(entitled), frozenset(forbidden)
        branches = super().split(absorb(map(self._plain, whole)), bans, conflicting)
        return [b.replace(leaves=tuple(self._with_acts(leaf, whole, bans) for leaf in b.leaves)) for b in branches]

    def _plain(self, cube: Cube) -> Cube:
        """The implicant with one act of others in place of all, or one that does not come."""
        others = sorted(abs(x) for x in cube if abs(x) in self.posed.others)
        rest = frozenset(x for x in cube if not self.posed.is_move(x))
        if not others:
            return rest
        one = min(self.posed.others)
        return rest | {one if any(x in cube for x in others) else -one}

    def _with_acts(self, leaf: Leaf, entitled: frozenset[Cube], forbidden: frozenset[Cube]) -> Leaf:
        literals = leaf.path | leaf.choice
        for literal in self.leading:
            if self.posed.nogoods.closure(literals | {literal}) is not None and -literal not in literals:
                literals |= {literal}
        literals = self.posed.nogoods.closure(literals) or literals
        against = frozenset(-x for x in literals)
        left = [absorb(c - literals for c in cubes if not c & against) for cubes in (entitled, forbidden)]
        settled = settle(self.moves, *left)
        if (settled.verdict, settled.outcome) != (leaf.settled.verdict, leaf.settled.outcome):
            self.complete = False
            return leaf
        return leaf.replace(settled=settled)
