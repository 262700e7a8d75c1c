"""The language of Graphviz, and the house style: what is common to all figures.

A figure is at most 16 cm wide at 8 pt, black, blue and grey; meaning is in the style of a line and in words, never in
colour alone. Texts are the user's: `quoted` and `html` hand them on unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from proclogic.drawing import BACKSLASH
from proclogic.layout import clean
from proclogic.values import Value

BLACK, BLUE, GREY = "#000000", "#0072B2", "#666666"
SIZE = 8  # points
HIGH = 9.6  # of a line of that size
WIDEST, HIGHEST = 453, 680  # points: 16 cm and 24 cm
FONT = "Helvetica,Arial,sans-serif"

# Widths of letters, in thousandths of their size: those of Helvetica, by classes that are wide enough.
_WIDTHS = dict.fromkeys("ijl'", 230) | dict.fromkeys('ft.,:;!|/\\[]() -I"r', 320) | dict.fromkeys("mMWw@%—", 860)
_WIDTHS |= dict.fromkeys("ABCDEFGHKNOPQRSTUVXY&", 720)


class Stroke(Value):
    """How a line is drawn, and what that means in the key."""

    style: str
    color: str
    means: str
    place: int = 0
    head: str = "normal"
    sign: str = ""


@lru_cache(5000)
def width(text: str) -> float:
    """How wide a text is, in points; rather too much than too little."""
    return sum([_WIDTHS.get(c, 560 if c < "\u0250" else 1000) for c in text]) * SIZE / 1000


def wrapped(text: str, room: float) -> list[str]:
    """The text in lines that take at most `room` points, but for words that are wider."""
    return list(_wrapped(text, room))


@lru_cache(5000)
def _wrapped(text: str, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    line, used, space = "", 0.0, width(" ")
    for word in clean(text).split(" "):
        size = width(word)
        if line and used + space + size > room:
            lines.append(line)
            line, used = "", 0.0
        line, used = (f"{line} {word}", used + space + size) if line else (word, size)
    return (*lines, line)


def quoted(text: str) -> str:
    """A text as a value of Graphviz, for words that are not shown but said."""
    return f'"{clean(text).replace("&", "&amp;").replace(_BACKSLASH, BACKSLASH).replace(_QUOTE, _BACKSLASH + _QUOTE)}"'


_BACKSLASH, _QUOTE = chr(92), chr(34)


def html(text: str) -> str:
    """A text inside a label that is like HTML. Graphviz loses some square brackets there unless they are told by their
    numbers, and takes a backslash before some letters for a sign of its own unless the letter stands apart."""
    return _ESCAPE.sub(r"\\<FONT>\1</FONT>", clean(text).translate(_ENTITIES))


_ENTITIES = {ord(c): f"&#{ord(c)};" for c in '&<>"[]'}
_ESCAPE = re.compile(r"\\([GNETHL])")


def left(lines: Iterable[str]) -> str:
    """Lines as the inner part of a label like HTML, flush left. They are escaped already."""
    return "".join(f'{line}<BR ALIGN="LEFT"/>' for line in lines)


class Graph:
    """The text of a figure, line by line."""

    def __init__(self, name: str, lines: Sequence[str] = ()) -> None:
        self.name = name
        self.lines: list[str] = list(lines)
        self.count = 0
        self.used: dict[tuple[int, str, str], None] = {}  # places, samples and words of the key

    def line(self, text: str) -> None:
        """A line as it is."""
        self.lines.append(text)

    def node(self, label: str, words: str, style: str = "") -> str:
        """A node with its label, and what it is called for those who do not see it; gives its name."""
        self.count += 1
        name = f"n{self.count}"
        self.line(f"{name} [label={label}, tooltip={quoted(words)}{', ' + style if style else ''}];")
        return name

    def edge(self, start: str, end: str, stroke: Stroke, words: str, head: bool = True, more: str = "") -> None:
        """A line from one node to another."""
        arrow = f'arrowhead="{stroke.head}"' if head else 'dir="none"'
        style = f'style="{stroke.style}", color="{stroke.color}", {arrow}, tooltip={quoted(words)}'
        self.line(f"{start} -> {end} [{style}{', ' + more if more else ''}];")

    def explain(self, place: int, sample: str, words: str) -> None:
        """Puts an entry into the key, at its place: a sample, which is a cell like HTML, and what it means."""
        self.used[place, sample, words] = None

    def rank(self, names: Sequence[str]) -> None:
        """Puts nodes one below the other."""
        if len(names) > 1:
            self.line(f"{{ rank=same; {'; '.join(names)}; }}")

    def whole(self, direction: str = "LR", nodes: float = 0.09, ranks: float = 0.2) -> str:
        """The text of the figure, with its key."""
        key = (
            f", labelloc=b, labeljust=l, label=<{_key([entry[1:] for entry in sorted(self.used)])}>"
            if self.used
            else ""
        )
        size = f'fontname="{FONT}", fontsize={SIZE}'
        head = [
            f"digraph {self.name} {{",
            f"graph [rankdir={direction}, ordering=out, {size}, nodesep={nodes}, ranksep={ranks}, margin=0{key}];",
            f'node [{size}, shape=box, margin="0.06,0.03", width=0.2, height=0.2, color="{BLACK}"];',
            f"edge [{size}, arrowsize=0.6];",
        ]
        return "\n".join([*head, *self.lines, "}", ""])


def sample(stroke: Stroke) -> str:
    """A piece of a line for the key."""
    mark = f"<B>{html(stroke.sign)}\u00a0</B>" if stroke.sign else ""
    sides = "B"
    if ":" in stroke.color:  # a double line
        pen, sides = f'BORDER="1" COLOR="{BLACK}"', "TB"
    elif stroke.style == "bold":
        pen = f'BORDER="2" COLOR="{stroke.color}"'
    else:
        pen = f'BORDER="1" STYLE="{stroke.style}" COLOR="{stroke.color}"'
    bar = f'<TD ROWSPAN="2" WIDTH="2" HEIGHT="10" BORDER="1" SIDES="L" COLOR="{stroke.color}"></TD>'
    tee = bar if stroke.head.endswith("tee") else ""
    size = f'FIXEDSIZE="TRUE" WIDTH="{20 if mark else 28}" HEIGHT="{2 if sides == "TB" else 5}"'
    cell = f'<TD {size} SIDES="{sides}" {pen}></TD>'
    line = f"<TR>{cell}{tee}</TR>"
    if mark:
        line = f'<TR><TD ROWSPAN="2">{mark}</TD>{cell}</TR>'
    table = (
        f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{line}<TR><TD HEIGHT="5"></TD></TR></TABLE>'
    )
    return f"<TD>{table}</TD>"


def _key(entries: list[tuple[str, str]]) -> str:
    """The key: two entries in a row where they are short, one where one of them is long."""
    wide = max(width(words) for _, words in entries)
    across = 2 if wide < WIDEST / 2 - 50 and len(entries) > 1 else 1
    rows = ""
    for start in range(0, len(entries), across):
        cells = "".join(
            f'{cell}<TD ALIGN="LEFT">{html(words)}  </TD>' for cell, words in entries[start : start + across]
        )
        rows += f"<TR>{cells}</TR>"
    table = f'<TABLE BORDER="1" COLOR="{GREY}" CELLBORDER="0" CELLSPACING="1" CELLPADDING="1">'
    return f'{table}<TR><TD ALIGN="LEFT" COLSPAN="2"><B>Key</B></TD></TR>{rows}</TABLE>'
