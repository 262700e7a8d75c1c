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


_LETTERS = (
    ("the Committee", "the committee"),
    ("the Board", "The BOARD"),
    ("State Party", "state party"),
    ("expert", "Expert"),
    ("trade union", "Trade Union"),
    ("the Chair", "THE Chair"),
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


def split(random: Random, text: str) -> str:
    """A rule on States Parties in two provisions, one on those that are accredited and one on the others; the same for
    the rules on experts."""
    head, found = _split(text)
    made: list[str] = []
    for one in found:
        whole = re.match(r"\d+   An? (State Party|expert|trade union) may (attend|speak)", one)
        if whole is None or "accredited" in one:
            made.append(one)
            continue
        both = [one.replace(whole[1], f"{whole[1]} that is {said}accredited", 1) for said in ("", "not ")]
        made += both if random.random() < 0.5 else both[::-1]
    return head + "".join(re.sub(r"^\d+ ", f"{i} ", one) for i, one in enumerate(made, 1))


def unrelated(random: Random, text: str) -> str:
    """With a rule more, on what no other rule speaks of, after any of the others."""
    head, found = _split(text)
    more = random.choice(
        (
            "The secretary may warn it.",
            "The secretary should publish the list.",
            "A visitor may not attend the Board.",
            "A visitor may vote in the Board if the Chair invites it.".replace("visitor", "observer State"),
            "Debate requires that one third of the States Parties are present.",
        )
    )
    found.insert(random.randint(0, len(found)), f"0   {more}\n")
    return head + "".join(re.sub(r"^\d+ ", f"{i} ", one) for i, one in enumerate(found, 1))


def written(random: Random, text: str) -> str:
    """Other articles, and capital letters or small ones."""
    head, found = _split(text)
    for old, new in random.sample(_LETTERS, 3):
        found = [one.replace(old, new) for one in found]
    article = random.choice(("The ", "the ", "AN "))
    return head + "".join(re.sub(r"^(\d+ +)An? ", rf"\1{article}", one) for one in found)


HARMLESS: dict[str, Harmless] = {
    "rename": renamed,
    "reorder": reordered,
    "restate": restated,
    "comment": commented,
    "split": split,
    "add": unrelated,
    "letters": written,
}


def _split(text: str) -> tuple[str, list[str]]:
    """The head, and the provisions with what is written below each."""
    at = text.index("\n1   ") + 1
    return text[:at], re.findall(r"^\d+   .*\n(?:    .*\n)*", text[at:], re.M)
