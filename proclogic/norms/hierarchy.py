"""Kinds and acts: who is above whom, who excludes whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from proclogic.norms.conditions import Deadline, Happens, Share
from proclogic.norms.vocabulary import Vocabulary

_HOURS = {"hour": 1, "day": 24, "week": 168}


class Hierarchy:
    """Looks up ancestors, descendants and disjointness in a vocabulary. Kinds are named by (sort, id)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._parents: dict[tuple[str, str], tuple[str, ...]] = {(k.sort, k.id): k.parents for k in vocabulary.kinds}
        self._children: dict[tuple[str, str], list[str]] = defaultdict(list)
        for kind in vocabulary.kinds:
            for parent in kind.parents:
                self._children[kind.sort, parent].append(kind.id)
        self.kinds: dict[str, tuple[str, ...]] = {}
        for kind in vocabulary.kinds:
            self.kinds[kind.sort] = (*self.kinds.get(kind.sort, ()), kind.id)
        self.sole = {(k.sort, k.id) for k in vocabulary.kinds if k.sole}
        self._groups: dict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(vocabulary.disjoint):
            for kind_id in group:
                self._groups[kind_id].add(number)
        self._up: dict[tuple[str, str], frozenset[str]] = {}
        self._down: dict[tuple[str, str], frozenset[str]] = {}
        included: dict[str, set[str]] = defaultdict(set)
        for act in vocabulary.acts:
            for form in act.includes:
                included[form].add(act.id)
        self._wider = included
        self.takes_body = {a.id: a.takes_body for a in vocabulary.acts}
        self.takes_object = {a.id: bool(a.object) for a in vocabulary.acts}

    def up(self, sort: str, kind: str) -> frozenset[str]:
        """The kind and its ancestors."""
        return self._reach(self._up, sort, kind, lambda k: self._parents.get((sort, k), ()))

    def down(self, sort: str, kind: str) -> frozenset[str]:
        """The kind and its descendants."""
        return self._reach(self._down, sort, kind, lambda k: self._children.get((sort, k), ()))

    def _reach(
        self,
        known: dict[tuple[str, str], frozenset[str]],
        sort: str,
        kind: str,
        step: Callable[[str], Iterable[str]],
    ) -> frozenset[str]:
        if (sort, kind) not in known:
            seen, todo = {kind}, [kind]
            while todo:
                for other in step(todo.pop()):
                    if other not in seen:
                        seen.add(other)
                        todo.append(other)
            known[sort, kind] = frozenset(seen)
        return known[sort, kind]

    def disjoint(self, sort: str, one: str, other: str) -> bool:
        """Whether no individual can be of both. Two kinds of one member are apart unless one is above the other."""
        if (sort, one) in self.sole and (sort, other) in self.sole:
            return other not in self.up(sort, one) and one not in self.up(sort, other)
        for a in self.up(sort, one):
            groups = self._groups.get(a)
            if groups:
                for b in self.up(sort, other):
                    if a != b and not groups.isdisjoint(self._groups.get(b, ())):
                        return True
        return False

    def covering_acts(self, act: str) -> frozenset[str]:
        """The act and every act of which it is a form: a norm on one of them covers it."""
        seen, todo = {act}, [act]
        while todo:
            for wider in self._wider.get(todo.pop(), ()):
                if wider not in seen:
                    seen.add(wider)
                    todo.append(wider)
        return frozenset(seen)


def share_entails(one: Share | None, other: Share | None) -> bool:
    """Whether a number that reaches the first share reaches the second. Only shares of the same base compare."""
    if other is None:
        return True
    if one is None or (one.base, one.of) != (other.base, other.of):
        return False
    difference = one.over * other.under - other.over * one.under
    return difference > 0 or (difference == 0 and (one.strict or not other.strict))


def deadline_entails(one: Deadline | None, other: Deadline | None) -> bool:
    """Whether an act that is in time for the first deadline is in time for the second."""
    if other is None:
        return True
    if one is None or (one.side, one.moment) != (other.side, other.moment):
        return False
    if (one.bound == "at least") != (other.bound == "at least"):
        return False
    if one.unit == other.unit:
        mine, theirs = one.amount, other.amount
    elif one.unit in _HOURS and other.unit in _HOURS:
        mine, theirs = one.amount * _HOURS[one.unit], other.amount * _HOURS[other.unit]
    else:
        return False
    return mine >= theirs if one.bound == "at least" else mine <= theirs


def happens_entails(one: Happens, other: Happens) -> bool:
    """Whether a world with the first has the second: the same event and agent, counted or dated less strictly."""
    return (
        (one.event, one.agent) == (other.event, other.agent)
        and share_entails(one.count, other.count)
        and deadline_entails(one.deadline, other.deadline)
    )
