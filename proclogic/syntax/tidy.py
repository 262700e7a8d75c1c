"""The layout of a file: line breaks, indentation and blank lines. Words, comments and their order stay as they are."""

from __future__ import annotations

import re

from proclogic.syntax import outline as out
from proclogic.syntax.print_document import INDENT, wrapped
from proclogic.syntax.words import LISTMARK, Words, items, one_line, unclosed, words

_COMMENT = re.compile(r'"[^"]*"|“[^”]*”|["“].*|#[^\n]*', re.S)


def tidy(text: str, width: int = 100) -> str:
    """The text laid out: one sentence, list item or line beside a provision a line, wrapped at `width`.

    Doing it twice changes nothing more. What is no item, and what has a quotation that never ends, is left as it is.
    """
    text = text.replace("\r\n", "\n").replace("\r", " ")
    entries = {entry.start: entry for entry in out.outline(text)}
    blocks: list[str] = []
    at = 0
    for start, end in items(text):
        blocks += _between(text[at:start])
        blocks.append(_item(text, entries[start], end, width))
        at = end
    blocks += _between(text[at:])
    lines = "\n".join(blocks).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n" if lines else ""


def _between(text: str) -> list[str]:
    """Comments between items, with at most one blank line where there were some."""
    lines: list[str] = []
    for k, line in enumerate(text.replace("\ufeff", "").split("\n")[:-1]):
        stripped = line.strip()
        if stripped:
            lines.append(stripped)
        elif k:  # the first is the end of the item before
            lines.append("")
    return lines


class _Piece:
    """A line to be: its text, how deep it stands, how much deeper it goes on, and the comments around it."""

    def __init__(self, place: tuple[int, int]) -> None:
        self.depth, self.deeper = place
        self.text: list[str] = []
        self.before: list[str] = []
        self.after = ""


def _item(text: str, entry: out.Entry, end: int, width: int) -> str:
    found = words(text, entry.body, end)
    if unclosed(found) >= 0 or entry.sort == out.STRAY:
        return "\n".join(line.rstrip() for line in text[entry.start : end].split("\n"))
    provision = entry.sort == out.PROVISION
    head = entry.word if provision else ""
    if entry.sort == out.HEADING:
        found = words(text, entry.start, end)
    pieces = _pieces(found, _comments(text, entry.body if provision else entry.start, end), provision)
    pad = " " * (max(len(head) + 2, INDENT) if provision else 0)
    lines: list[str] = []
    for piece in pieces:
        inner = pad + "    " * piece.depth
        lines += [inner + comment for comment in piece.before]
        if piece.text:
            said = wrapped("".join(piece.text).strip(), inner, inner + "    " * piece.deeper, width)
            if piece.after:
                said[-1] += "  " + piece.after
            lines += said
    if head:
        if lines and lines[0].startswith(pad) and not lines[0].lstrip().startswith("#"):
            lines[0] = head + lines[0][len(head) :]
        else:
            lines.insert(0, head)
    return "\n".join(lines)


def _comments(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The comments of an item with their places."""
    return [(m.start(), m.group().rstrip()) for m in _COMMENT.finditer(text, start, end) if m.group().startswith("#")]


def _pieces(found: Words, comments: list[tuple[int, str]], provision: bool) -> list[_Piece]:
    """The words in lines to be."""
    starts = _starts(found) if provision else {0: (0, 1)}
    pieces: list[_Piece] = []
    waiting = list(comments)
    for k in range(len(found)):
        if k in starts:
            pieces.append(_Piece(starts[k]))
        piece = pieces[-1]
        while waiting and waiting[0][0] < found.start[k]:
            place, comment = waiting.pop(0)
            last = pieces[-2] if k in starts and len(pieces) > 1 else None
            if last is not None and not last.after and "\n" not in found.text[found.end[k - 1] : place]:
                last.after = comment
            else:
                piece.before.append(comment)
        gap = k not in starts and found.start[k] > found.end[k - 1]
        piece.text.append((" " if gap else "") + one_line(found.raw(k)))
    if waiting:
        if not pieces:
            pieces.append(_Piece((0, 0)))
        end = found.end[-1] if len(found) else 0
        for place, comment in waiting:
            if not pieces[-1].after and pieces[-1].text and "\n" not in found.text[end:place]:
                pieces[-1].after = comment
            else:
                pieces.append(_Piece((pieces[-1].depth, 0)))
                pieces[-1].before.append(comment)
    return pieces


def _starts(found: Words) -> dict[int, tuple[int, int]]:
    """The words that begin a line: sentences, items of lists, lines beside the provision.

    With each the depth of the line, and how much deeper it goes on.
    """
    starts: dict[int, tuple[int, int]] = {}
    for unit in out.units(found):
        first = found.norm[unit.first]
        before = found.norm[unit.first - 1] if unit.first else ""
        if unit.sort == out.SENTENCE and before == ":":
            continue  # the sentence of a reading stands on the line of its name
        follows = first in ("authority", "standing") and unit.sort == out.BESIDE_LINE
        if follows and unit.first and found.norm[_line_start(found, unit.first, starts)] in ("authority", "standing"):
            continue  # Authority and Standing share a line
        starts[unit.first] = (int(follows), int(unit.sort != out.SENTENCE))
        if unit.sort == out.SENTENCE:
            starts |= dict.fromkeys(_marks(found, unit.first, unit.last), (0, 1))
    return starts


def _line_start(found: Words, at: int, starts: dict[int, tuple[int, int]]) -> int:
    return max((k for k in starts if k < at), default=0)


def _marks(found: Words, first: int, last: int) -> list[int]:
    """The marks that begin items of a list: those after a colon, a semicolon, or "; and"."""
    marks = []
    for k in range(first + 1, last):
        before = found.norm[k - 1]
        if found.sort[k] == LISTMARK and (
            before in (":", ";") or (before in ("and", "or") and found.norm[k - 2] == ";")
        ):
            marks.append(k)
    return marks
