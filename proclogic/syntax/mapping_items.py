"""The items of a mapping file: what stands left and right of the colon, and the notes below."""

from __future__ import annotations

from proclogic.sources import Span
from proclogic.syntax.report import Faults
from proclogic.syntax.words import TEXT, Words, items, one_line, unclosed, words
from proclogic.values import Value

HEADERS = ("mapping", "language", "source")
_JOINERS = ("and", "or")


class Piece(Value):
    """A phrase of an item, as written."""

    text: str
    span: Span


class Item(Value):
    """A line of a mapping: `word` is the header it is ("mapping"), or "" for one on words, with what stands on each
    side of its colon. For a header all of it is on the right."""

    word: str
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    note: str
    span: Span


class Head(Value):
    """What the headers say: the two rulesets and the version of the language with their places, the source."""

    between: tuple[tuple[str, Span], tuple[str, Span]] | None
    version: tuple[str, Span] | None
    source: str


def items_of(faults: Faults) -> list[Item]:
    """The items of a file that can be read; what is wrong with the others is noted."""
    text = faults.source.text
    found = [_item(words(text, start, end), faults) for start, end in items(text)]
    return [item for item in found if item is not None]


def headers_of(found: list[Item], faults: Faults) -> Head:
    """What the headers say. A header after the words it is about, and one that says nothing, are noted."""
    between: tuple[tuple[str, Span], tuple[str, Span]] | None = None
    version: tuple[str, Span] | None = None
    source = ""
    seen: set[str] = set()
    begun = False
    for item in found:
        begun = begun or not item.word
        if item.word and (begun or item.word in seen):
            said = "stands after the words" if begun else "stands twice"
            help_ = "move it to the top of the file" if begun else "keep one of the two"
            faults.add("E111", f"{item.word.capitalize()}: {said}", item.span, help=(help_,))
            continue
        seen.add(item.word)
        if item.word == "mapping":
            between = _between(item, faults)
        elif item.word == "language" and item.right:
            version = item.right[0].text, item.right[0].span
        elif item.word == "source":
            source = ", ".join(piece.text for piece in item.right)
    return Head(between, version, source)


def _between(item: Item, faults: Faults) -> tuple[tuple[str, Span], tuple[str, Span]] | None:
    """The rulesets in `untoc-cop to ahc`."""
    if len(item.right) == 1:
        piece = item.right[0]
        first, sign, second = (part.strip() for part in piece.text.partition(" to "))
        if sign and first and second:
            last = piece.span.end - len(second)
            name = piece.span.source
            return (
                (first, Span(name, piece.span.start, piece.span.start + len(first))),
                (second, Span(name, last, piece.span.end)),
            )
    faults.add(
        "E018",
        "this line does not name two rulesets",
        item.span,
        "I expected one ruleset, the word to, and another",
        help=("write it like this: Mapping: my-rules to other-rules.",),
    )
    return None


def _item(found: Words, faults: Faults) -> Item | None:
    """One item, or None with what is wrong with it."""
    name = faults.source.name
    whole = Span(name, found.start[0], found.end[-1]) if len(found) else Span(name, 0, 0)
    if not len(found):
        return None
    if unclosed(found) >= 0:
        from proclogic.syntax.errors import explain_unclosed

        explain_unclosed(found, unclosed(found), faults)
        return None
    first = whole if "\n" not in faults.source.text[whole.start : whole.end] else _first_line(whole, faults)
    if ":" not in found.norm:
        faults.add(
            "E125",
            "this line has no colon",
            first,
            "I expected a word, a colon and its counterpart",
            help=("write it like this: the Conference: the Committee.",),
        )
        return None
    colon = found.norm.index(":")
    if colon == 1 and found.norm[0] == "note":
        faults.add(
            "E111",
            "Note: stands in the first column",
            first,
            "a note belongs to the line above it",
            help=("begin the line with spaces",),
        )
        return None
    note = _note_at(found, colon + 1)
    stop = next((k for k in range(colon + 1, note) if found.norm[k] == "."), -1)
    if stop < 0:
        last = max(note - 1, colon)
        faults.add(
            "E105",
            "this line has no full stop",
            faults.span(found, last, last + 1),
            "I expected a full stop after this",
            help=("end each line with a full stop",),
        )
        return None
    word = found.norm[0] if colon == 1 and found.norm[0] in HEADERS else ""
    if word == "source" and found.sort[colon + 1] != TEXT:
        word = ""  # a ruleset may have a word of this name
    left = () if word else _pieces(found, 0, colon, faults)
    right = _pieces(found, colon + 1, stop, faults)
    notes = _notes(found, stop + 1, word, faults)
    if left is None or right is None or notes is None:
        return None
    return Item(word, left, right, notes, first)


def _first_line(span: Span, faults: Faults) -> Span:
    return Span(span.source, span.start, faults.source.text.index("\n", span.start, span.end))


def _note_at(found: Words, at: int) -> int:
    """Where the notes of an item begin; its end when there are none."""
    for k in range(at, len(found) - 1):
        if found.norm[k] == "note" and found.norm[k + 1] == ":":
            return k
    return len(found)


def _pieces(found: Words, first: int, last: int, faults: Faults) -> tuple[Piece, ...] | None:
    """The phrases between commas; None where one is missing."""
    pieces: list[Piece] = []
    begin = first
    for k in range(first, last + 1):
        if k < last and found.norm[k] != ",":
            continue
        start = begin
        if start < k - 1 and pieces and found.norm[start] in _JOINERS:
            start += 1  # a, b, and c
        if start == k:
            at = min(k, len(found) - 1)
            faults.add(
                "E125",
                "a word is missing here",
                faults.span(found, at, at + 1),
                "I expected a word before this",
                help=("name it, or leave the comma out; what has no counterpart is written: reply: nothing.",),
            )
            return None
        text = found.slice(start, k)
        text = text[1:-1] if k == start + 1 and found.sort[start] == TEXT else text
        pieces.append(Piece(one_line(text), faults.span(found, start, k)))
        begin = k + 1
    return tuple(pieces)


def _notes(found: Words, at: int, word: str, faults: Faults) -> str | None:
    """The texts of the notes below an item; None when something else stands there."""
    texts: list[str] = []
    while at < len(found):
        if not word and found.norm[at : at + 2] == ["note", ":"] and found.sort[at + 2 : at + 3] == [TEXT]:
            texts.append(one_line(found.raw(at + 2)[1:-1]))
            at += 3
            at += found.norm[at : at + 1] == ["."]
            continue
        faults.add(
            "E107",
            "I do not know what stands after the full stop",
            faults.span(found, at, len(found)),
            "I expected a note, or nothing more",
            help=("begin a new line in the first column for another word", 'a note is written: Note: "why".'),
        )
        return None
    return " ".join(texts)
