"""Two texts in one: the words that both have, those that go, and those that come, with nothing lost of either."""

from __future__ import annotations

import re
from itertools import pairwise

from proclogic.values import Value

_WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")


class Change(Value):
    """A place in a text, from one letter to another, and what comes there instead of its words."""

    start: int
    end: int
    come: str


def word_changes(one: str, other: str) -> list[Change]:
    """What makes the second text of the first, in order. Where two changes are parted by fewer words than they change,
    they are one: a sentence is not cut into crumbs."""
    from difflib import SequenceMatcher

    first, second = ([m.span() for m in _WORD.finditer(text)] for text in (one, other))
    ours, theirs = ([text[a:b] for a, b in found] for text, found in ((one, first), (other, second)))
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    same = [(a, b, size) for a, b, size in blocks if size]
    found: list[Change] = []
    at, there = 0, 0
    for a, b, size in [*_worth(same, len(ours), len(theirs)), (len(ours), len(theirs), 0)]:
        for k in range(max(size, 1)):  # between two words that both have there may be another gap
            stop = first[a + k][0] if a + k < len(first) else len(one)
            end = second[b + k][0] if b + k < len(second) else len(other)
            found += _between(one, other, (at, stop), (there, end))
            if size:
                at, there = first[a + k][1], second[b + k][1]
    return found


def _worth(blocks: list[tuple[int, int, int]], first: int, second: int) -> list[tuple[int, int, int]]:
    """The words that both have, without islands that are smaller than the changes on both sides of them."""
    found = list(blocks)
    while True:
        ends = [(0, 0, 0), *found, (first, second, 0)]
        sizes = [
            max(after[0] - before[0] - before[2], after[1] - before[1] - before[2]) for before, after in pairwise(ends)
        ]
        small = next((k for k, one in enumerate(found) if 2 * one[2] <= min(sizes[k], sizes[k + 1])), None)
        if small is None:
            return found
        del found[small]


def _between(one: str, other: str, ours: tuple[int, int], theirs: tuple[int, int]) -> list[Change]:
    """What differs between two words that both texts have; spaces that both have stay."""
    gone, come = one[slice(*ours)], other[slice(*theirs)]
    if gone == come:
        return []
    start, end = ours
    while gone and come and gone[0] == come[0] and gone[0].isspace():
        gone, come, start = gone[1:], come[1:], start + 1
    while gone and come and gone[-1] == come[-1] and gone[-1].isspace():
        gone, come, end = gone[:-1], come[:-1], end - 1
    if gone and come:
        return [Change(start, end, come)]
    return [_slid(one, Change(start, end, come))]


def _slid(text: str, change: Change) -> Change:
    """A change that only adds or only takes away, moved to where whole sentences are added or taken away, if words
    around it let that be: where "b. C d" comes after "a" and before "b.", the sentence "C d." came as well."""
    changed = change.come or text[change.start : change.end]
    for step in range(1, len(changed)):  # to the left: what stands before it is also its end
        begin = change.start - step
        if begin < 0 or text[begin] != changed[-step]:
            break
        slid = changed[-step:] + changed[:-step]
        if text[:begin].endswith(".") and slid.startswith(" ") and slid.endswith("."):
            return Change(begin, change.end - step, slid if change.come else "")
    for step in range(1, len(changed)):  # to the right: what stands after it is also its beginning
        end = change.end + step
        if end > len(text) or text[end - 1] != changed[step - 1]:
            break
        slid = changed[step:] + changed[:step]
        before = (text[: change.start] + changed[:step]) if change.come else text[: change.start + step]
        if before.endswith(".") and slid.startswith(" ") and slid.endswith("."):
            return Change(change.start + step, end, slid if change.come else "")
    return change
