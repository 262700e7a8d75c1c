"""Kinds of one sort: what lies above a kind, which kinds exclude each other, which an individual may be of."""

from __future__ import annotations

from itertools import combinations

from proclogic.norms.vocabulary import Vocabulary
from proclogic.values import remembered


@remembered
def above(vocabulary: Vocabulary, sort: str, kind: str) -> frozenset[str]:
    """The kind itself and all its ancestors."""
    parents = {k.id: k.parents for k in vocabulary.kinds if k.sort == sort}
    found: set[str] = set()
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(parents.get(one, ()))
    return frozenset(found)


def coherent(vocabulary: Vocabulary, sort: str, members: frozenset[str]) -> bool:
    """True when no two of these kinds of a sort are declared disjoint, nor two kinds of one member that are not one
    above the other. (A working group is one actor, but a meeting may be of several working groups.)

    `members` must hold the ancestors of its kinds: that is how a descendant inherits the disjointness of its ancestor.
    """
    sole = [k.id for k in vocabulary.kinds if k.sole and k.sort == sort and k.id in members]
    if any(
        a not in above(vocabulary, sort, b) and b not in above(vocabulary, sort, a) for a, b in combinations(sole, 2)
    ):
        return False
    return not any(len(members.intersection(apart)) > 1 for apart in vocabulary.disjoint)


def memberships(
    vocabulary: Vocabulary, sort: str, named: frozenset[str], excluded: frozenset[str]
) -> frozenset[frozenset[str]]:
    """Every set of kinds that one individual may be of.

    It is of the named kinds and their ancestors, of none of the excluded ones, and perhaps of kinds below the named
    ones (of any kind of the sort when none is named), each with its ancestors.
    """
    up = {k.id: above(vocabulary, sort, k.id) for k in vocabulary.kinds if k.sort == sort}
    start = frozenset().union(*(above(vocabulary, sort, n) for n in named))
    addable = [k for k in up if not named or up[k] & named]

    def fits(members: frozenset[str]) -> bool:
        return coherent(vocabulary, sort, members) and not members & excluded

    found: set[frozenset[str]] = set()
    waiting = [start]
    while waiting:
        members = waiting.pop()
        if members not in found and fits(members):
            found.add(members)
            waiting.extend(members | up[k] for k in addable)
    return frozenset(found)
