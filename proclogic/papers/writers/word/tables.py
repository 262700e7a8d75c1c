"""Tables: header rows that repeat, rows that no page breaks, columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from proclogic.papers.document import Cell, Table, letter, words
from proclogic.papers.writers.word.letters import leftward, shown
from proclogic.papers.writers.word.pieces import Ids, Piece, Words, paragraph, spoken
from proclogic.papers.writers.word.styles import CELL, COLUMN, GRID, TABLE, Styles
from proclogic.papers.writers.word.xml import Element, el

LETTER = 96  # twips of a letter of 9 points, on the average, in a wide typeface
BESIDE = 200  # twips on both sides of what stands in a cell
NARROWEST = 700  # twips of a column
SPARE = 0.75  # a table that needs less of the line than this is not stretched to its end


def table(made: Table, line: int, styles: Styles, ids: Ids) -> Element:
    """The table, for a line of so many twips."""
    plain = [[words(cell) for cell in row] for row in made.rows]
    count = max([len(made.columns), *map(len, plain)], default=0) or 1
    header = [*made.columns, *[""] * (count - len(made.columns))]
    sizes = widths([header, *(row + [""] * (count - len(row)) for row in plain)], line)
    mirrored = leftward(" ".join(header))
    properties = el(
        "w:tblPr",
        el("w:tblStyle", val=styles.id(GRID, TABLE)),
        el("w:bidiVisual") if mirrored else None,
        el("w:tblW", w=str(sum(sizes)), type="dxa"),
        el("w:tblLayout", type="fixed"),
        el(
            "w:tblLook",
            val="0020",
            firstRow="1",
            lastRow="0",
            firstColumn="0",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        ),
        el("w:tblCaption", val=shown(made.caption)) if made.caption else None,
        el("w:tblDescription", val=shown(described(made))),
    )
    grid = el("w:tblGrid", *(el("w:gridCol", w=str(size)) for size in sizes))
    head = [[Words(text)] for text in header]
    body = [[_pieces(cell) for cell in row] + [[]] * (count - len(row)) for row in made.rows]
    column, text = styles.id(COLUMN), styles.id(CELL)
    rows = [_row(head, sizes, column, ids, True), *(_row(row, sizes, text, ids) for row in body)]
    return el("w:tbl", properties, grid, *rows)


def described(made: Table) -> str:
    """What a table is, for who does not see it: how many rows it has, and its columns."""
    count = len(made.rows)
    columns = "; ".join(filter(None, made.columns))
    return f"{count} {'row' if count == 1 else 'rows'}" + (f", with these columns: {columns}" if columns else "")


def widths(rows: Sequence[Sequence[str]], line: int) -> list[int]:
    """The widths of the columns: none less than its longest word, if there is room; the rest to where most is said."""
    columns = [[len(text) for text in column] for column in zip(*rows, strict=True)]
    longest = [max((len(word) for row in rows for word in row[k].split()), default=1) for k in range(len(columns))]
    least = [max(size * LETTER + BESIDE, NARROWEST) for size in longest]
    wished = [max(max(sizes) * LETTER + BESIDE, low) for sizes, low in zip(columns, least, strict=True)]
    if sum(wished) <= line:
        return wished if sum(wished) < SPARE * line else _shared(wished, line - sum(wished), wished)
    if sum(least) >= line:
        return _shared([0] * len(least), line, [sqrt(size) for size in least])
    weights = [sqrt(sum(sizes) + max(sizes)) for sizes in columns]
    weights = [w if wish > low else 0 for w, wish, low in zip(weights, wished, least, strict=True)]
    found = _shared(least, line - sum(least), weights)
    for k, wish in enumerate(wished):  # what is more than a column can use goes to the others
        if found[k] > wish:
            spare, found[k] = found[k] - wish, wish
            open_ = [w if found[j] < wished[j] and j != k else 0 for j, w in enumerate(weights)]
            found = _shared(found, spare, open_) if any(open_) else found
    return found


def _shared(start: Sequence[int], spare: int, weights: Sequence[float]) -> list[int]:
    whole = sum(weights) or 1
    return [size + int(spare * weight / whole) for size, weight in zip(start, weights, strict=True)]


def _row(cells: Sequence[Sequence[Piece]], sizes: Sequence[int], style: str, ids: Ids, head: bool = False) -> Element:
    properties = el("w:trPr", el("w:cantSplit"), el("w:tblHeader") if head else None)
    return el(
        "w:tr",
        properties,
        *(
            el("w:tc", el("w:tcPr", el("w:tcW", w=str(size), type="dxa")), paragraph(style, pieces, ids))
            for pieces, size in zip(cells, sizes, strict=True)
        ),
    )


def _pieces(cell: str | Cell) -> list[Piece]:
    if isinstance(cell, str):
        return [Words(cell)]
    marks: list[Piece] = [Words(",".join(letter(note) for note in cell.notes), raised=True)] if cell.notes else []
    return [*spoken(cell.runs), *marks]
