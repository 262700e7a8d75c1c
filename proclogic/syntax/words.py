"""Items and words: how a text is cut up before anything in it is understood."""

from __future__ import annotations

import re

from proclogic.values import Value

_WORD = re.compile(
    r"""(?P<blank>\s+|^\ufeff+|\#[^\n]*)
    |(?P<text>"[^"]*"|“[^”]*”)
    |(?P<open>["“].*)
    |(?P<mark>\([^\W_]{1,5}\))
    |(?P<figures>[0-9]{1,3}(?:,[0-9]{3})+(?![\w,]))
    |(?P<word>[^\W_]+(?:[-'’./–][^\W_]+|\([^\W_]{1,5}\))*['’]?)
    |(?P<other>.)""",
    re.X | re.S | re.M,
)
_BLANKS = re.compile(r"[ \t\r\n]+")
_CLOSING = frozenset(".,;:")  # no space stands before these
LONGEST, DEEPEST = 3000, 20  # words of a sentence, and brackets within brackets, that are still read
TEXT, OPEN, LISTMARK, FIGURES, PLAIN, OTHER = "text", "open", "mark", "figures", "word", "other"


def one_line(text: str) -> str:
    """A text without its line ends: runs of spaces and line ends become one space; other blanks stay as they are."""
    return _BLANKS.sub(" ", text).strip(" ")


class Words(Value):
    """The words of a stretch of text, in parallel lists: `norm` in lower case (a string is `"`), with where each begins
    and ends in the file, and its sort (TEXT, OPEN, LISTMARK, FIGURES, PLAIN, OTHER). `memo` is the tokenizer's."""

    text: str
    norm: list[str]
    start: list[int]
    end: list[int]
    sort: list[str]
    memo: dict[int, list[tuple[int, list[tuple[str, object]]]]]

    def __len__(self) -> int:
        return len(self.norm)

    def raw(self, index: int) -> str:
        """A word as written."""
        return self.text[self.start[index] : self.end[index]]

    def slice(self, first: int, last: int) -> str:
        """The text from one word to another (excluded) as written, with one space for each gap and no comments."""
        out: list[str] = []
        for k in range(first, min(last, len(self.norm))):
            if out and self.start[k] > self.end[k - 1] and self.norm[k] not in _CLOSING:
                out.append(" ")
            out.append(self.raw(k))
        return "".join(out)

    def part(self, first: int, last: int) -> Words:
        """Some of the words."""
        cut = slice(first, last)
        return Words(self.text, self.norm[cut], self.start[cut], self.end[cut], self.sort[cut], {})


def words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of a stretch of text; comments are left out."""
    norm: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sorts: list[str] = []
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        sort = found.lastgroup or OTHER
        if sort == "blank":
            continue
        if sort in (TEXT, OPEN):
            norm.append('"')
        else:
            norm.append(found.group().lower().replace("’", "'"))
        starts.append(found.start())
        ends.append(found.end())
        sorts.append(sort)
    return Words(text, norm, starts, ends, sorts, {})


def items(text: str) -> list[tuple[int, int]]:
    """Where each item begins and ends: a line that begins in the first column, with the indented lines after it.

    Indented lines before all items are one too, so that nothing is passed over.
    """
    found: list[tuple[int, int]] = []
    begin, last, at = -1, 0, 0
    for whole in text.split("\n"):
        line = whole.lstrip("\ufeff")  # files that are read as one have such a mark at the beginning of each
        first = at + len(whole) - len(line)
        blank = not line.strip()
        comment = line.lstrip().startswith("#")
        if not blank and not comment and (begin < 0 or not line[0].isspace()):
            if begin >= 0:
                found.append((begin, last))
            begin = first
        if not blank and not line.startswith("#"):
            last = at + len(whole)
        at += len(whole) + 1
    if begin >= 0:
        found.append((begin, last))
    return found


def unclosed(found: Words) -> int:
    """The word at which a quotation begins that never ends, or -1."""
    return found.sort.index(OPEN) if OPEN in found.sort else -1


def deepest(found: Words) -> int:
    """How many brackets stand within one another."""
    depth = most = 0
    for norm in found.norm:
        depth += (norm == "(") - (norm == ")")
        most = max(most, depth)
    return most
