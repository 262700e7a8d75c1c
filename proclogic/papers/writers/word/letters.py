"""The user's letters as a Word file can hold them: control characters by their signs, and which go leftwards."""

from __future__ import annotations

from unicodedata import bidirectional

from proclogic.layout import clean

_LEFTWARD, _RIGHTWARD = ("R", "AL"), ("L",)
_BARRED = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), 0xFFFD)  # XML has no such characters


def shown(text: str) -> str:
    """A text on one line. A space at its beginning or end stays: it parts the words from those beside them."""
    return clean(f".{text}.")[1:-1].translate(_BARRED)


def leftward(text: str) -> bool:
    """Whether a text begins, but for signs and digits, with letters that are written from right to left."""
    if text.isascii():
        return False
    return next((b in _LEFTWARD for c in text if (b := bidirectional(c)) in _LEFTWARD + _RIGHTWARD), False)


def stretches(text: str, whole: bool) -> list[tuple[str, bool]]:
    """The text in stretches of one direction each, with whether they are written from right to left; `whole` says so of
    their paragraph. A word takes its signs with it, so that no bracket is torn from what it holds."""
    if text.isascii() and not whole:
        return [(text, False)] if text else []
    found: list[tuple[str, bool]] = []
    for word in _words(text):
        strong = next((b for c in word if (b := bidirectional(c)) in _LEFTWARD + _RIGHTWARD), "")
        which = strong in _LEFTWARD if strong else (found[-1][1] if found else whole)
        if found and found[-1][1] == which:
            found[-1] = (found[-1][0] + word, which)
        elif found and found[-1][0].endswith(" ") and found[-1][1] != whole:
            found[-1:] = [(found[-1][0][:-1], found[-1][1]), (" " + word, which)]
        else:
            found.append((word, which))
    return [one for one in found if one[0]]


def _words(text: str) -> list[str]:
    """The words, each with the space after it."""
    parts = text.split(" ")
    return [part + " " for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
