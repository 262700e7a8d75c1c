"""The data in a page: the paper of which it was made, with what many rows share told once.

    {"schema": "proclogic/page/1",
     "paper": {"schema": "proclogic/paper/1", ...},   without the variants, and the details of tables
     "options": [["choice", "option"], ...],          the pairs of which variants speak
     "texts": ["by leave", ...],                      what variants say
     "variants": [[[[0, 3], 1], ...], ...],           sets of variants: of each the places of its pairs, and of its text
     "details": [[block, ...], ...],                  what rows open
     "cells": [[table, row, column, set], ...],       which cells have which set of variants
     "headlines": [[headline, set], ...],
     "rows": [[details of row 0, ...], ...]}          for each table; [] where its rows have none

Tables and headlines are counted in the order of the paper, those in details and figures left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from proclogic.papers import stored
from proclogic.papers.document import Block, Cell, Headline, Paper, Section, Table, Variant

SCHEMA = "proclogic/page/1"
ID = "paper"  # of the element that holds the data
_LONE = re.compile("[\ud800-\udfff]")

Turn = Callable[[Table], Table]
Say = Callable[[Headline], Headline]


class Embedded:
    """The shared parts of a paper, by their numbers, and the paper without them."""

    def __init__(self, paper: Paper) -> None:
        self._options: dict[tuple[str, str], int] = {}
        self._texts: dict[str, int] = {}
        self._variants: dict[tuple[Variant, ...], int] = {}
        self._details: dict[tuple[Block, ...], int] = {}
        self._known: dict[int, int] = {}  # details by their identity: to compare long ones takes time
        self._cells: list[tuple[int, int, int, int]] = []
        self._headlines: list[tuple[int, int]] = []
        self._rows: list[list[int]] = []
        self._said = 0
        self.paper = paper.replace(blocks=walked(paper.blocks, self._table, self._headline))

    @property
    def details(self) -> tuple[tuple[Block, ...], ...]:
        """What rows open, each once."""
        return tuple(self._details)

    def of_row(self, details: tuple[Block, ...]) -> int:
        """The number of what a row opens."""
        found = self._known.get(id(details))
        if found is None:
            found = self._known[id(details)] = self._details.setdefault(details, len(self._details))
        return found

    def _table(self, table: Table) -> Table:
        number = len(self._rows)
        self._rows.append([self.of_row(one) for one in table.details])
        if not any(isinstance(cell, Cell) and cell.variants for row in table.rows for cell in row):
            return table.replace(details=()) if table.details else table
        rows = []
        for place, row in enumerate(table.rows):
            cells = []
            for column, cell in enumerate(row):
                if isinstance(cell, Cell) and cell.variants:
                    self._cells.append((number, place, column, self.set_of(cell.variants)))
                    cell = cell.replace(variants=())
                cells.append(cell)
            rows.append(tuple(cells))
        return table.replace(rows=tuple(rows), details=())

    def _headline(self, headline: Headline) -> Headline:
        self._said += 1
        if not headline.variants:
            return headline
        self._headlines.append((self._said - 1, self.set_of(headline.variants)))
        return headline.replace(variants=())

    def set_of(self, told: tuple[Variant, ...]) -> int:
        """The number of a set of variants."""
        return self._variants.setdefault(told, len(self._variants))

    def text(self) -> str:
        """The data as the content of a script element."""
        variants = [
            [
                [
                    [self._options.setdefault(pair, len(self._options)) for pair in one.when],
                    self._texts.setdefault(one.text, len(self._texts)),
                ]
                for one in told
            ]
            for told in self._variants
        ]
        found = {
            "schema": SCHEMA,
            "paper": stored.data(self.paper),
            "options": list(self._options),
            "texts": list(self._texts),
            "variants": variants,
            "details": [_blocks(blocks) for blocks in self._details],
            "cells": self._cells,
            "headlines": self._headlines,
            "rows": self._rows,
        }
        said = json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        return _LONE.sub(lambda lone: f"\\u{ord(lone[0]):04x}", said)


def _blocks(blocks: tuple[Block, ...]) -> list[Any]:
    made: list[Any] = stored.data(Paper("", blocks))["blocks"]
    return made


def walked(blocks: tuple[Block, ...], turn: Turn, say: Say) -> tuple[Block, ...]:
    """The blocks with each table and each headline put through a function, in the order of the paper."""

    def one(block: Block) -> Block:
        match block:
            case Section():
                return block.replace(blocks=walked(block.blocks, turn, say))
            case Table():
                return turn(block)
            case Headline():
                return say(block)
            case _:
                return block

    return tuple(map(one, blocks))


# ------------------------------------------------------------------------------------------------------------- reading


class _Finder(HTMLParser):
    """Collects what stands in the element that holds the data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside = self.seen = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and dict(attrs).get("id") == ID
        self.seen |= self.inside

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)


def read(text: str) -> Paper:
    """The paper of which a page was made. Raises `ValueError`, with a sentence for the reader, where the text is none
    of our pages, where it is damaged, and where it was written by a newer proclogic."""
    finder = _Finder()
    finder.feed(text)
    finder.close()
    if not finder.seen:
        raise ValueError("this is no page of proclogic: there is no paper in it")
    try:
        data = json.loads("".join(finder.found))
    except ValueError:
        raise ValueError("the page is damaged: the paper in it cannot be read") from None
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        name, _, version = schema.rpartition("/") if isinstance(schema, str) else ("", "", "")
        if name == SCHEMA.rpartition("/")[0] and version.isdecimal() and int(version) > 1:
            raise ValueError(f"this page was written by a newer proclogic ({schema}); this one reads {SCHEMA}")
        raise ValueError("this is no page of proclogic: there is no paper in it")
    try:
        return _whole(data)
    except (KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise ValueError("the page is damaged: the paper in it does not fit together") from None


def _whole(data: dict[str, Any]) -> Paper:
    """The paper with what its tables share put back."""
    pairs = [(str(choice), str(option)) for choice, option in data["options"]]
    texts = [str(text) for text in data["texts"]]
    sets = [
        tuple(Variant(tuple(pairs[place] for place in when), texts[said]) for when, said in told)
        for told in data["variants"]
    ]
    paper = stored.paper(data["paper"])
    holder = {"schema": stored.SCHEMA, "title": "", "notes": list(paper.notes)}
    details = [stored.paper(holder | {"blocks": blocks}).blocks for blocks in data["details"]]
    cells: dict[int, dict[tuple[int, int], tuple[Variant, ...]]] = {}
    for table, row, column, told in data["cells"]:
        cells.setdefault(table, {})[row, column] = sets[told]
    headlines = {place: sets[told] for place, told in data["headlines"]}
    seen = {"tables": 0, "headlines": 0}

    def turn(table: Table) -> Table:
        number = seen["tables"]
        seen["tables"] += 1
        rows = [list(row) for row in table.rows]
        for (row, column), told in cells.get(number, {}).items():
            cell = rows[row][column]
            if not isinstance(cell, Cell):
                raise ValueError("the page is damaged: the paper in it does not fit together")
            rows[row][column] = cell.replace(variants=told)
        opened = tuple(details[place] for place in data["rows"][number])
        return table.replace(rows=tuple(map(tuple, rows)), details=opened)

    def say(headline: Headline) -> Headline:
        seen["headlines"] += 1
        return headline.replace(variants=headlines.get(seen["headlines"] - 1, ()))

    return paper.replace(blocks=walked(paper.blocks, turn, say))
