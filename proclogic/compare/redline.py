"""A text with the changes that were made to it, one after the other: what stays, what goes, what comes, and by whom."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.compare.model import COME, GONE, Provisions, Words
from proclogic.compare.word_changes import Change, word_changes


class Redline:
    """A text, and how it is changed."""

    def __init__(self, text: str) -> None:
        self._words = [Words(text)] if text else []

    def now(self) -> str:
        """The text as changed."""
        return "".join(w.text for w in self._words if w.status != GONE)

    def stood(self) -> str:
        """The text without the changes."""
        return "".join(w.text for w in self._words if w.status != COME)

    def done(self, other: str, by: tuple[str, ...] = (), date: str = "") -> Redline:
        """Makes another text of it, word for word."""
        self.change(word_changes(self.now(), other), by, date)
        return self

    def change(self, changes: Iterable[Change], by: tuple[str, ...] = (), date: str = "") -> None:
        """Changes places of the text as it is now, which do not overlap."""
        for one in sorted(changes, key=lambda c: (c.start, c.end), reverse=True):
            first, last = self._cut(one.start), self._cut(one.end)
            taken = self._words[first:last]
            # what had come before, and goes now, was never there
            gone = [w if w.status == GONE else Words(w.text, GONE, by, date) for w in taken if w.status != COME]
            come = [Words(one.come, COME, by, date)] if one.come else []
            self._words[first:last] = [*gone, *come]

    def _cut(self, place: int) -> int:
        """Where words begin that stand at a place of the text as it is now; cuts words in two."""
        at = 0
        for k, one in enumerate(self._words):
            if at == place and one.status != GONE:
                return k
            if one.status == GONE:
                continue
            if at < place < at + len(one.text):
                self._words[k : k + 1] = [
                    one.replace(text=one.text[: place - at]),
                    one.replace(text=one.text[place - at :]),
                ]
                return k + 1
            at += len(one.text)
        return len(self._words)

    def told(self) -> tuple[Words, ...]:
        """The words, with those together that are alike."""
        found: list[Words] = []
        for one in self._words:
            if found and found[-1].replace(text="") == one.replace(text=""):
                found[-1] = one.replace(text=found[-1].text + one.text)
            elif one.text:
                found.append(one)
        return tuple(found)


def redline(one: Provisions) -> tuple[Words, ...]:
    """The words of two provisions that stand for each other, as changes of the first: words that both have stay, where
    they have enough in common."""
    text = Redline(one.a_text)
    if one.marked:
        text.done(one.b_text)
    elif one.a_text != one.b_text:
        text.change([Change(0, len(one.a_text), one.b_text)])
    return text.told()
