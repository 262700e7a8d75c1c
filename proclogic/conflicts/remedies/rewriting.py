"""Words of a sentence in place of others: where they stand in it, and by which ones two sentences differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ARTICLES = ("a", "an", "the")
_JOINING = ("and", "or", ",")
_OPENING = (*_JOINING, "if", "unless", "with", "without", "that", "not", "in", "other", "except", "notwithstanding")
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")


def difference(before: str, after: str) -> tuple[str, str]:
    """The words of a sentence that are others in another one, as few as there are, with their article; with the word
    before them, where some are only put in."""
    one, other = list(_TOKEN.finditer(before)), list(_TOKEN.finditer(after))
    first = 0
    while first < min(len(one), len(other)) and one[first][0] == other[first][0]:
        first += 1
    last = 0
    while last < min(len(one), len(other)) - first and one[-1 - last][0] == other[-1 - last][0]:
        last += 1
    if first == len(one) - last and first:
        first -= 1
    if first and last < len(other) - first and one[first - 1][0].lower() in _ARTICLES:
        first -= 1
    if last and " ".join(t[0] for t in other[first : len(other) - last]).lower() in _ARTICLES:
        last -= 1
    if first + last == len(other):
        first, last = _slid([t[0].lower() for t in one], first, last)
    cut = [t[first : len(t) - last] for t in (one, other)]
    old, new = (text[t[0].start() : t[-1].end()] if t else "" for text, t in zip((before, after), cut, strict=True))
    if new == "" or old.startswith(","):
        old, new = old.removeprefix(",").strip(), new.removeprefix(",").strip()
    return old, new


def _slid(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Words that are only taken out, at a place where they begin or end as a clause does; there are several places
    where the words around them are the same."""
    ways = [(first, last)]
    while ways[-1][0] and words[ways[-1][0] - 1] == words[len(words) - ways[-1][1] - 1]:
        ways.append((ways[-1][0] - 1, ways[-1][1] + 1))
    for a, z in ways:
        if words[a] in _OPENING or words[len(words) - z - 1] in _JOINING:
            return a, z
    return ways[0]


def pattern(words: str) -> re.Pattern[str]:
    """Words as they may stand in a text: with other capitals, and with articles between them."""
    between = r"\s+(?:(?:a|an|the)\s+)?"
    return re.compile(r"(?<![\w-])" + between.join(map(re.escape, words.split())) + r"(?![\w-])", re.IGNORECASE)


def times(text: str, words: str) -> int:
    """How often words stand in a text."""
    return len(pattern(words).findall(text))


def instead(text: str, old: str, new: str) -> str:
    """A text with other words in place of some; a comma before or after words that are taken out goes with them."""
    made = pattern(old).sub(lambda _: new, text, count=1)
    if not new:
        made = re.sub(r"\s*,\s*([.,;])", r"\1", re.sub(r"\s+([.,;])", r"\1", made)).lstrip(" ,")
    made = re.sub(r"\s{2,}", " ", made)
    return made[:1].upper() + made[1:]
