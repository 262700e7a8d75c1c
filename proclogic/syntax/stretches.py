"""Text that is put together from stretches of several files, each of which knows where it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from proclogic.norms.model import Amendment
from proclogic.sources import Source, Span
from proclogic.values import Value

_T = TypeVar("_T")
WHOLE = "\0whole"


class Stretch(Value):
    """Some text, with the file it stands in and where it begins there, and the amendment that put it there. Where an
    amendment deletes words, a stretch without text is left."""

    text: str
    source: str
    start: int
    amendment: Amendment | None = None


class Edit(Value):
    """A stretch of the amended text, from one place to another, with what comes instead; `number` says of what."""

    start: int
    end: int
    instead: tuple[Stretch, ...]
    span: Span
    number: str = ""


class Text:
    """Stretches as one text; `whole` is all of it."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self.stretches = list(stretches)
        self.starts: list[int] = []
        at = 0
        for one in self.stretches:
            self.starts.append(at)
            at += len(one.text)
        self.whole = "".join(s.text for s in self.stretches)

    def part(self, start: int, end: int) -> list[Stretch]:
        """The stretches of a part of the text."""
        found: list[Stretch] = []
        for begin, one in zip(self.starts, self.stretches, strict=True):
            first, last = max(start, begin), min(end, begin + len(one.text))
            if first < last:
                cut = one.text[first - begin : last - begin]
                found.append(Stretch(cut, one.source, one.start + first - begin, one.amendment))
            elif not one.text and one.amendment is not None and start <= begin < end:
                found.append(one)
        return found

    def amendments(self, start: int, end: int) -> list[Amendment]:
        """The amendments that put words into a part of the text, or took some out of it, in order."""
        found: dict[Amendment, None] = {}
        for which in range(max(0, bisect_left(self.starts, start) - 1), bisect_right(self.starts, end)):
            begin, one = self.starts[which], self.stretches[which]
            within = begin < end and begin + len(one.text) > start if one.text else start <= begin <= end
            if one.amendment is not None and within:
                found[one.amendment] = None
        return list(found)

    def changed(self, start: int, end: int, edits: Iterable[Edit]) -> Text:
        """A part of the text with the edits that lie in it done, in order."""
        made: list[Stretch] = []
        at = start
        for edit in edits:
            if start <= edit.start and edit.end <= end and (edit.start < end or edit.end > start):
                made += self.part(at, edit.start)
                made += edit.instead
                at = max(at, edit.end)
        return Text([*made, *self.part(at, end)])

    def moved(self, value: _T) -> _T:
        """A value with every span in it moved from the whole text to the files."""
        found: object = value
        if isinstance(value, Span):
            found = self._span(value)
        elif isinstance(value, tuple):
            found = tuple(self.moved(part) for part in value)
        elif isinstance(value, Value):
            found = type(value)(*(self.moved(getattr(value, name)) for name in value._fields))
        return found  # type: ignore[return-value]

    def _span(self, span: Span) -> Span:
        if span.source != WHOLE or not self.stretches:
            return span
        which = max(0, bisect_right(self.starts, span.start) - 1)
        while which + 1 < len(self.stretches) and not self.stretches[which].text:
            which += 1
        one, begin = self.stretches[which], self.starts[which]
        length = len(one.text)
        first = min(span.start - begin, length)
        return Span(one.source, one.start + first, one.start + max(first, min(span.end - begin, length)))


def joined(sources: Sequence[Source]) -> Text:
    """Several files as one text, each ended by a line end."""
    return Text(s for source in sources for s in (Stretch(source.text, source.name, 0), _END))


_END = Stretch("\n", "", 0)
