"""Diagnostics while reading: where they are collected, and how a place is named."""

from __future__ import annotations

import re

from proclogic.diagnostics.model import Diagnostic, Label
from proclogic.sources import Source, Span
from proclogic.syntax.words import Words

MOST = 200  # mistakes reported in one file; the first few are what is read


class Faults:
    """The diagnostics of one file, in the order found. `place` is the citation of what is being read ("rule 17(2)")."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.place = ""
        self.found: list[Diagnostic] = []

    @property
    def full(self) -> bool:
        """Whether there are so many mistakes that nothing more is read."""
        return len(self.found) > MOST

    def span(self, words: Words, first: int, last: int) -> Span:
        """The characters from one word to another (excluded)."""
        if not len(words):
            return Span(self.source.name, 0, 0)
        first = min(max(first, 0), len(words) - 1)
        last = min(max(last, first + 1), len(words))
        return Span(self.source.name, words.start[first], words.end[last - 1])

    def add(
        self,
        code: str,
        message: str,
        span: Span,
        at: str = "",
        notes: tuple[str, ...] = (),
        help: tuple[str, ...] = (),
        labels: tuple[Label, ...] = (),
    ) -> None:
        """Notes a diagnostic, if there are not too many already."""
        if len(self.found) == MOST:
            said = f"I stopped after {MOST} mistakes: the rest of this file may have more of them"
            self.found.append(Diagnostic("E113", said, Span(self.source.name, span.start, span.start)))
        if self.full:
            return
        self.found.append(Diagnostic(code, message, span, self.place, at, labels, notes, help))


def place_of(number: str) -> str:
    """How a provision is cited: "rule 17(2)", but "OP4" as it stands."""
    return f"rule {number}" if re.match(r"\d", number) else number
