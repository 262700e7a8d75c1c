"""The sheets of a spreadsheet: one for each table, with a name that no other has and columns of a fair width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from proclogic.layout import clean
from proclogic.papers.document import Block, Cell, Figure, Paper, Section, Table, words
from proclogic.values import Value

ABOUT = "About"
LONGEST = 31  # letters of the name of a sheet
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))  # in the name of a sheet
NARROWEST, WIDEST = 8, 60  # letters in a column


class Sheet(Value):
    """A table on its sheet; `section` is the title of the section in which it stands."""

    name: str
    table: Table
    section: str


def sheets(paper: Paper) -> tuple[Sheet, ...]:
    """The tables of a paper in their order, each with a name that no other has."""
    found: list[Sheet] = []
    taken = {ABOUT.casefold(), "history"}  # Excel keeps the second one to itself
    standing: dict[Table, str] = {}
    for table, section in _tables(paper.blocks, ""):
        standing.setdefault(table, section)  # one that stands in two places has one sheet
    for table, section in standing.items():
        name = _name(table.caption or section or "Table", taken)
        taken.add(name.casefold())
        found.append(Sheet(name, table, clean(section)))
    return tuple(found)


def _tables(blocks: Iterable[Block], section: str) -> Iterator[tuple[Table, str]]:
    for block in blocks:
        match block:
            case Table():
                yield block, section
            case Section(title=title, blocks=inner):
                yield from _tables(inner, title)
            case Figure(instead=Table() as table):
                yield table, section


def _name(caption: str, taken: set[str]) -> str:
    """The first words of a caption that make a name of a sheet, with a number where another sheet has it."""
    text = clean(caption.translate(FORBIDDEN)).strip("' ") or "Table"
    number = 1
    while True:
        tail = f" {number}" if number > 1 else ""
        name = _whole_words(text, LONGEST - len(tail)) + tail
        if name.casefold() not in taken:
            return name
        number += 1


def _whole_words(text: str, most: int) -> str:
    if units(text) <= most:
        return text
    while units(text) > most:
        text = text[:-1]
    head = text.rpartition(" ")[0]
    return (head if len(head) > most // 2 else text).strip("' ") or "Table"


def units(text: str) -> int:
    """The length as Excel counts it: letters beyond the first 65,536 are two."""
    return len(text.encode("utf-16-le")) // 2


def widths(columns: Sequence[str], rows: Sequence[Sequence[str | Cell]]) -> list[int]:
    """Wide enough for most of what stands in a column; the rest takes several lines."""
    found = []
    for place, name in enumerate(columns):
        sizes = sorted(len(words(row[place])) for row in rows)
        usual = sizes[int(len(sizes) * 0.9)] if sizes else 0
        found.append(max(NARROWEST, min(WIDEST, max(usual, len(name)) + 3)))
    return found
