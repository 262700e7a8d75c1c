"""What a comparison comes to for a negotiator: who gains and who loses, and how much, as plain values.

An entitlement is an act of an actor, in a body where it takes one. It is wider in B where it is wider in some case and
narrower in none, and the other way round; where both, or where some case is different, it is different. What neither
side gives, and one of them prohibits in more situations, is no gain and no loss.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from proclogic.compare.model import DIFFERENT, NARROWER, SAME, WIDER, A, Actor, B, Comparison, Difference
from proclogic.values import Value

OTHERWISE = "otherwise"  # the same but for words, limits, deadlines, majorities, or prohibitions of what neither gives


class Tally(Value):
    """Of how many entitlements of one actor B says what."""

    actor: Actor
    wider: int = 0
    narrower: int = 0
    different: int = 0
    otherwise: int = 0

    @property
    def changes(self) -> bool:
        """Whether it has more, less or something else."""
        return bool(self.wider or self.narrower or self.different)


class Counts(Value):
    """Of how many entitlements B says what; of `silent` no rule of either side speaks."""

    wider: int = 0
    narrower: int = 0
    different: int = 0
    otherwise: int = 0
    same: int = 0
    silent: int = 0


class Headline(Value):
    """The comparison in short. `only_a` and `only_b` are the words that the other side lacks, each with the number of
    entitlements of which a rule speaks with it."""

    counts: Counts
    tallies: tuple[Tally, ...]
    only_a: tuple[tuple[str, int], ...] = ()
    only_b: tuple[tuple[str, int], ...] = ()

    @property
    def states(self) -> tuple[Tally, ...]:
        """The States among the actors."""
        return tuple(t for t in self.tallies if t.actor.is_state)

    @property
    def gain_only(self) -> tuple[Tally, ...]:
        """Those who gain and lose nothing."""
        return tuple(t for t in self.tallies if t.wider and not t.narrower and not t.different)

    @property
    def lose_only(self) -> tuple[Tally, ...]:
        """Those who lose and gain nothing."""
        return tuple(t for t in self.tallies if t.narrower and not t.wider and not t.different)

    @property
    def both(self) -> tuple[Tally, ...]:
        """Those who gain in some and lose in others, or have something different."""
        return tuple(t for t in self.tallies if t.different or (t.wider and t.narrower))

    @property
    def neither(self) -> tuple[Tally, ...]:
        """Those for whom nothing changes but words, limits, deadlines or majorities."""
        return tuple(t for t in self.tallies if not t.changes)


def headline(comparison: Comparison) -> Headline:
    """What a comparison comes to."""
    tallies = {actor.name: Counter[str]() for actor in comparison.actors}
    whole: Counter[str] = Counter()
    for (actor, *_), cases in cells(comparison.differences).items():
        found = relation_of(cases)
        whole[found] += 1
        tallies.setdefault(actor, Counter())[found] += 1
    whole[SAME] += comparison.same
    known = {actor.name: actor for actor in comparison.actors}
    told = [
        Tally(known.get(name, Actor(name, name)), *(count[r] for r in (WIDER, NARROWER, DIFFERENT, OTHERWISE)))
        for name, count in tallies.items()
    ]
    counts = Counts(whole[WIDER], whole[NARROWER], whole[DIFFERENT], whole[OTHERWISE], whole[SAME], comparison.silent)
    return Headline(counts, tuple(told), _only(comparison, A), _only(comparison, B))


def cells(differences: Iterable[Difference]) -> dict[tuple[str, str, str, str], list[Difference]]:
    """The cases of each cell, by its actor and act in words of A and of B."""
    found: dict[tuple[str, str, str, str], list[Difference]] = {}
    for one in differences:
        found.setdefault((one.actor, one.does, one.actor_b, one.does_b), []).append(one)
    return found


def relation_of(cases: Iterable[Difference]) -> str:
    """How B relates to A in all cases of a cell together: a relation, or OTHERWISE."""
    found = list(cases)
    relations = {d.relation for d in found if d.weighs} - {SAME}
    if not relations:
        return SAME if all(d.is_same for d in found) else OTHERWISE
    return relations.pop() if len(relations) == 1 else DIFFERENT


def _only(comparison: Comparison, side: str) -> tuple[tuple[str, int], ...]:
    words = Counter(word for one in comparison.only if one.side == side for word in dict.fromkeys(one.words))
    return tuple(words.most_common())
