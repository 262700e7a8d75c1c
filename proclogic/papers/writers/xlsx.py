"""The spreadsheet writer, with XlsxWriter: a sheet for what is said in words, then one for each table.

All cells are texts: what begins with "=" is no formula, and what looks like a number stays as it was written. The file
has no date, so that equal papers are equal files.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from proclogic.layout import clean
from proclogic.papers.document import (
    DELETED,
    INSERTED,
    Block,
    Cell,
    Closing,
    Facts,
    Figure,
    Headline,
    Paper,
    Passages,
    Run,
    Section,
    Sentence,
    Sources,
    Steps,
    Table,
    called,
    letter,
    words,
)
from proclogic.papers.words import cite, cites, opening
from proclogic.papers.writers import plain
from proclogic.papers.writers.files import LETTER, Setting
from proclogic.papers.writers.sheets import ABOUT, Sheet, sheets, units, widths

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

DETAILS = "Reasons"  # heads the column with what a reader opens
MOST = 32_767  # letters that a cell takes
FOOTER = 255  # letters that the foot of a page takes
A4, US_LETTER = 9, 1  # the numbers of the sizes of paper
CHANGES = {INSERTED: "bold", DELETED: "struck"}


def write(paper: Paper, setting: Setting) -> bytes:
    """The paper as a spreadsheet."""
    import xlsxwriter

    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = _Book(book, paper, setting)
    made.about()
    for sheet in made.sheets:
        made.table(sheet)
    book.close()
    return data.getvalue()


class _Book:
    def __init__(self, book: Workbook, paper: Paper, setting: Setting) -> None:
        from datetime import datetime

        self.book, self.paper, self.size = book, paper, setting.size
        book.set_properties({"title": _cut(called(paper)), "created": datetime(2000, 1, 1), "author": "proclogic"})
        kinds: dict[str, dict[str, Any]] = {
            "text": {"text_wrap": True, "valign": "top"},
            "label": {"text_wrap": True, "valign": "top", "bold": True},
            "title": {"text_wrap": True, "valign": "top", "bold": True, "font_size": 14},
            "head": {"text_wrap": True, "valign": "top", "bold": True, "bottom": 1},
            "bold": {"bold": True},
            "struck": {"font_strikeout": True},
            "raised": {"font_script": 1},
        }
        self.formats: dict[str, Format] = {name: book.add_format(kind) for name, kind in kinds.items()}
        self.sheets = sheets(paper)

    # ---------------------------------------------------------------------------------------------------- the words

    def about(self) -> None:
        """The first sheet: all that is no table, and which sheet has which table."""
        page = self.book.add_worksheet(ABOUT)
        page.set_column(0, 0, 24, self.formats["text"])
        page.set_column(1, 1, 90, self.formats["text"])
        page.set_column(2, 2, 30, self.formats["text"])
        self._printed(page, landscape=False)
        for number, (label, text, rules, kind) in enumerate(self._told()):
            for place, (part, form) in enumerate(((label, "label"), (text, kind), (rules, "text"))):
                self._put(page, number, place, part, form)

    def _told(self) -> Iterator[tuple[str, str | tuple[Run, ...], str, str]]:
        """The lines of the first sheet: label, text, rules, and how the text is set."""
        paper, names = self.paper, {sheet.table: sheet.name for sheet in self.sheets}
        blocks = paper.blocks
        yield "", called(paper), "", "title"
        if paper.cover is None and not paper.title and blocks and isinstance(blocks[0], Headline):
            yield "", "", _cited(blocks[0].rules, blocks[0].notes), "text"
            blocks = blocks[1:]  # it is the title
        if paper.cover is not None:
            yield "", paper.cover.subtitle, "", "text"
            yield from self._block(Facts(paper.cover.facts), names)
            if paper.title:
                yield "Question", paper.title, "", "text"
        for block in blocks:
            yield from self._block(block, names)
        for number, note in enumerate(paper.notes, start=1):
            yield f"Note {number}", note, "", "text"
        for line in paper.stamp:
            yield "", line, "", "text"

    def _block(self, block: Block, names: dict[Table, str]) -> Iterator[tuple[str, str | tuple[Run, ...], str, str]]:
        match block:
            case Headline(text=text, rules=rules, notes=notes):
                yield "", text, _cited(rules, notes), "label"
            case Sentence(text=text, rules=rules, notes=notes):
                yield "", text, _cited(rules, notes), "text"
            case Facts(facts=facts):
                for fact in facts:
                    yield fact.label, fact.text, _cited(fact.rules, fact.notes), "text"
            case Section(title=title, rules=rules, notes=notes, blocks=inner):
                yield "", "", "", "text"
                yield "", title, _cited(rules, notes), "label"
                for part in inner:
                    yield from self._block(part, names)
            case Steps(lines=told):
                for line in told:
                    yield "", f"{'    ' * line.depth}{clean(line.text)}", _cited(line.rules, line.notes), "text"
            case Table(caption=caption):
                yield "Table", caption, f"on the sheet {names[block]}", "text"
            case Passages(passages=passages):
                for each in passages:
                    yield opening(cite(each.number)), each.heading, "", "label"
                    yield "", each.runs, "", "text"
            case Figure(caption=caption, alt=alt, instead=instead):
                yield "Figure", caption, "", "text"
                for said in alt:
                    yield "", said, "", "text"
                if instead is not None:
                    yield from self._block(instead, names)
            case Sources(sources=sources):
                for text, rules in sources:
                    yield "Source", text, cites(rules), "text"
            case Closing(lines=closing):
                for said in closing:
                    yield "", said, "", "text"
            case _:
                raise TypeError(f"no layout for {type(block).__name__}")

    # --------------------------------------------------------------------------------------------------- the tables

    def table(self, sheet: Sheet) -> None:
        """A table on a sheet of its own, its header first, so that it can be sorted and searched."""
        from xlsxwriter.utility import xl_range

        table = sheet.table
        page = self.book.add_worksheet(sheet.name)
        more = [_details(blocks) for blocks in table.details]
        columns = (*table.columns, DETAILS) if any(more) else table.columns
        rows = [(*row, text) for row, text in zip(table.rows, more, strict=True)] if any(more) else table.rows
        for place, width in enumerate(widths(columns, rows)):
            page.set_column(place, place, width, self.formats["text"])
        for place, name in enumerate(columns):
            self._put(page, 0, place, name, "head")
        for number, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                self._put(page, number, place, cell, "text")
        below = len(rows) + 2
        for number, note in enumerate(table.notes, start=1):
            self._put(page, below, 0, f"{letter(number)} {clean(note)}", "text")
            below += 1
        if rows:
            page.autofilter(0, 0, len(rows), len(columns) - 1)
        page.freeze_panes(1, 1 if len(columns) > 2 else 0)
        page.repeat_rows(0)
        page.ignore_errors({"number_stored_as_text": xl_range(0, 0, below, len(columns) - 1)})
        self._printed(page, landscape=True, head=sheet.section or table.caption)

    # ------------------------------------------------------------------------------------------------------- common

    def _put(self, page: Worksheet, row: int, place: int, part: str | Cell | tuple[Run, ...], form: str) -> None:
        """Writes a cell, as text."""
        runs = part if isinstance(part, tuple) else part.runs if isinstance(part, Cell) else None
        if runs is None or isinstance(part, str):
            self._text(page, row, place, _line(part) if isinstance(part, str) else "", form)
            return
        notes = ", ".join(map(letter, part.notes)) if isinstance(part, Cell) else ""
        rich = self._rich(runs, notes)
        if len(rich) > 2 and sum(len(p) for p in rich if isinstance(p, str)) <= MOST:
            page.write_rich_string(row, place, *rich, self.formats[form])
            return
        self._text(page, row, place, clean(words(Cell(runs))) + (f" {notes}" if notes else ""), form)

    def _text(self, page: Worksheet, row: int, place: int, text: str, form: str) -> None:
        text = _cut(text)
        if text.startswith("<r>") and text.endswith("</r>"):  # which XlsxWriter would take for its own marks
            page.write_rich_string(row, place, "<", "r", text[2:], self.formats[form])
        elif text:
            page.write_string(row, place, text, self.formats[form])

    def _rich(self, runs: tuple[Run, ...], notes: str) -> list[Any]:
        """Runs with their formats, as XlsxWriter takes them: an empty text or a format alone are mistakes there."""
        found: list[Any] = []
        for run in runs:
            text = _spaced(run.text)
            if text:
                found += [self.formats[CHANGES[run.status]], text] if run.status in CHANGES else [text]
            if run.by:
                found.append(f" ({', '.join(filter(None, (*map(clean, run.by), clean(run.date))))}) ")
        if notes and found:
            found += [self.formats["raised"], f" {notes}"]
        if len(found) == 2 and not isinstance(found[0], str) and len(found[1]) > 1:  # XlsxWriter wants more parts
            form, text = found
            found = [form, text[:1], form, text[1:]]
        return found

    def _printed(self, page: Worksheet, landscape: bool, head: str = "") -> None:
        if landscape:
            page.set_landscape()
        page.set_paper(US_LETTER if self.size == LETTER else A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.9)
        if head:
            page.set_header(f"&L&9{_escaped(head, FOOTER - 10)}")
        stamp = " | ".join(map(clean, self.paper.stamp))
        page.set_footer(f"&L&7{_escaped(stamp, FOOTER - 20)}&R&8&P / &N")


def _details(blocks: tuple[Block, ...]) -> str:
    """What a reader opens, as plain text on several lines."""
    return "\n".join(plain.lines(blocks))


# --------------------------------------------------------------------------------------------------------------- texts


def _cited(rules: tuple[str, ...], notes: tuple[int, ...]) -> str:
    return "; ".join(part for part in (cites(rules), *(f"note {number}" for number in notes)) if part)


def _line(text: str) -> str:
    """A text in which line ends and the spaces before a line are ours."""
    return "\n".join(line[: len(line) - len(line.lstrip(" "))] + clean(line) for line in text.split("\n"))


def _spaced(text: str) -> str:
    """A run on one line, with the space that parts it from the next."""
    inner = clean(text)
    return (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")


def _cut(text: str) -> str:
    """A text that a cell takes whole. Longer ones end with what says so."""
    end = " ... (longer than a cell of a spreadsheet)"
    return text if units(text) <= MOST else text[: MOST // 2 - len(end)] + end


def _escaped(text: str, most: int) -> str:
    """A text in the head or foot of a page, where "&" gives commands (and is two letters)."""
    text = clean(text)
    if len(text) + 2 * text.count("&") > most:
        text = text[: (most - 4) // (3 if "&" in text else 1)] + " ..."
    return text.replace("&", "&& ")  # "&&G" would still be taken as the place of a picture
