"""Edits that change nothing: names, order, equivalent words, comments. The examination must say the same after them."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Harmless = Callable[[Random, str], str]

_RENAMED = {"NGO": "association", "expert": "adviser", "the Board": "the Panel", "accredited": "registered"}
_RESTATED = (
    (r" unless a State Party objects to it\.", " if no State Party objects to it."),
    (r" if the Chair invites it\.", " provided that the Chair invites it."),
    (r" if it is not (\w+)\.", r" unless it is \1."),
    (r" if it is (\w+)\.", r" where it is \1."),
    (r" unless the Board excludes it\.", " except where the Board excludes it."),
)


def renamed(random: Random, text: str) -> str:
    """Other names for some words, wherever they stand."""
    for old, new in random.sample(sorted(_RENAMED.items()), 2):
        text = re.sub(rf"\b([Aa])n? {old}\b", rf"\1{'n' if new[0] in 'aeiou' else ''} {new}", text)
        text = re.sub(rf"\b{old}\b", new, text)
    return text


def reordered(random: Random, text: str) -> str:
    """The provisions in another order, with their numbers."""
    head, found = _split(text)
    random.shuffle(found)
    return head + "".join(found)


def restated(random: Random, text: str) -> str:
    """Conditions in equivalent words."""
    for old, new in _RESTATED:
        text = re.sub(old, new, text)
    return text


def commented(random: Random, text: str) -> str:
    """With comments and a heading."""
    head, found = _split(text)
    return head + "".join(f"# remark {i}\n{one}" for i, one in enumerate(found))


HARMLESS: dict[str, Harmless] = {
    "rename": renamed,
    "reorder": reordered,
    "restate": restated,
    "comment": commented,
}


def _split(text: str) -> tuple[str, list[str]]:
    """The head, and the provisions with what is written below each."""
    at = text.index("\n1   ") + 1
    return text[:at], re.findall(r"^\d+   .*\n(?:    .*\n)*", text[at:], re.M)
