"""Pieces of a message: words as a list, and what may have been meant by one that nothing knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable


def did_you_mean(word: str, known: Collection[str], many: int = 3) -> tuple[str, ...]:
    """A line of help that names the known words that look most like one that is not known; empty when none does."""
    return meant(near(word, known, many))


def meant(close: Collection[str]) -> tuple[str, ...]:
    """The same line for words that were found; empty when there are none."""
    return (f"did you mean {quoted(close)}?",) if close else ()


def near(word: str, known: Collection[str], many: int = 3, cutoff: float = 0.6) -> list[str]:
    """The known phrases that look most like a phrase, best first."""
    from difflib import SequenceMatcher, get_close_matches

    low = word.lower()
    by_low = {name.lower(): name for name in reversed(tuple(known))}
    close = get_close_matches(low, list(by_low), many, cutoff)
    if not close:  # a phrase that misses a word, or has one too many
        inner = [n for n in by_low if low and (low in n.split() or set(n.split()) & set(low.split()) - _SMALL)]
        inner.sort(key=lambda n: (-SequenceMatcher(None, low, n).ratio(), n))
        close = inner[:many]
    return [by_low[name] for name in close]


_SMALL = frozenset(
    ["a", "an", "the", "of", "to", "in", "on", "by", "for", "it", "and", "or", "not", "with", "is", "are"]
)


def quoted(phrases: Collection[str], last: str = "or") -> str:
    """ "A", "B" or "C"."""
    return listed([f"“{p}”" for p in phrases], last)


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words joined as in a sentence: "a, b and c"."""
    found = list(words)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} {last} {found[-1]}" if found else ""
