"""The spreadsheet writer: a sheet of words, one for each table, and nothing that is read as a formula."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText
from openpyxl.workbook import Workbook

from proclogic.papers.document import Block, Cell, Closing, Headline, Paper, Run, Section, Sentence, Table
from proclogic.papers.writers import files, xlsx
from proclogic.papers.writers.files import LETTER, Setting
from tests.papers import whole


def book_of(*blocks: Block, size: str = "a4", rich: bool = False, **more: Any) -> Workbook:
    made = xlsx.write(Paper(more.pop("title", "A title"), blocks, **more), Setting(size))
    return openpyxl.load_workbook(io.BytesIO(made), rich_text=rich)


def texts(book: Workbook, sheet: str) -> list[str]:
    return [str(cell.value) for row in book[sheet].iter_rows() for cell in row if cell.value is not None]


TABLE = Table("Who may: what?", ("Actor", "Act", "Rule"), (("an NGO", "speak", "17"), ("=1+1", "+x", "007")))


def test_the_first_sheet_says_what_the_paper_says_and_where_the_tables_are() -> None:
    book = book_of(Headline("BY LEAVE [of the EU]."), TABLE, Closing(("Examined.",), ("hint",)), stamp=("proclogic 9",))
    assert book.sheetnames == ["About", "Who may what"]
    assert texts(book, "About") == [
        "A title",
        "BY LEAVE [of the EU].",
        "Table",
        "Who may: what?",
        "on the sheet Who may what",
        "Examined.",
        "proclogic 9",
    ]


def test_a_table_can_be_sorted_searched_and_printed() -> None:
    sheet = book_of(TABLE, stamp=("proclogic 9 [x]",))["Who may what"]
    assert sheet.auto_filter.ref == "A1:C3"
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.paperSize == sheet.PAPERSIZE_A4 or int(sheet.page_setup.paperSize) == 9
    assert "proclogic 9 [x]" in str(sheet.oddFooter.left.text)
    assert all(cell.font.b for cell in sheet[1])
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)


def test_letter_is_a_size_of_its_own() -> None:
    assert int(book_of(TABLE, size=LETTER)["About"].page_setup.paperSize) == 1


def test_every_cell_is_a_text_and_none_a_formula_a_number_or_a_link() -> None:
    rows = tuple((text,) for text in ("=1+1", "+1", "-1", "@x", "007", "1e5", "{=1}", "http://x.y", "TRUE", "<r>a</r>"))
    made = xlsx.write(Paper("=2+2", (Sentence("=3+3"), Table("t", ("=4",), rows))), Setting())
    sheet = openpyxl.load_workbook(io.BytesIO(made))["t"]
    assert [(c.value, c.data_type) for (c,) in sheet.iter_rows()] == [(t, "s") for t in ("=4", *(r for (r,) in rows))]
    with zipfile.ZipFile(io.BytesIO(made)) as inside:
        for name in inside.namelist():
            assert b"<f>" not in inside.read(name)
            assert "hyperlink" not in inside.read(name).decode("utf-8")


def test_what_is_new_is_bold_and_what_goes_is_struck() -> None:
    runs = Run("stays "), Run("new", "inserted"), Run(" gone", "deleted", ("EU",)), Run(" [open]", "bracketed")
    book = book_of(Table("t", ("a",), ((Cell(runs, (1,)),),), notes=("why",)), rich=True)
    found = book["t"]["A2"].value
    assert isinstance(found, CellRichText)
    assert str(found) == "stays new gone (EU)  [open] a"
    styles = {str(part): (part.font.b, part.font.strike) for part in found if not isinstance(part, str)}
    assert styles["new"][0]
    assert styles[" gone"][1]
    assert texts(book, "t")[-1] == "a why"


def test_a_cell_that_is_new_as_a_whole_is_bold() -> None:
    found = book_of(Table("t", ("a",), ((Cell((Run("[new]", "inserted"),)),),)), rich=True)["t"]["A2"].value
    assert str(found) == "[new]"
    assert all(part.font.b for part in found)


@pytest.mark.parametrize(
    ("captions", "names"),
    [
        (("A caption of a table that is much too long for a sheet",), ["A caption of a table that is"]),
        (("Same", "same", "SAME"), ["Same", "same 2", "SAME 3"]),
        (("[a]:*?/\\b",), ["a b"]),
        (("", ""), ["Table", "Table 2"]),
        (("About", "History"), ["About 2", "History 2"]),
        (("''",), ["Table"]),
        (("\U0001f600" * 20,), ["\U0001f600" * 15]),
        (("x" * 40, "x" * 40), ["x" * 31, "x" * 29 + " 2"]),
    ],
)
def test_sheets_have_names_that_excel_takes(captions: tuple[str, ...], names: list[str]) -> None:
    book = book_of(*(Table(text, ("a",), ((str(n),),)) for n, text in enumerate(captions)))
    assert book.sheetnames == ["About", *names]


def test_a_table_without_a_caption_is_called_after_its_section() -> None:
    assert book_of(Section("", "In plenary", (TABLE.replace(caption=""),))).sheetnames == ["About", "In plenary"]


def test_what_a_reader_opens_stands_in_a_column_of_its_own() -> None:
    details = ((Sentence("because [x]", ("7",)), Sentence("so")), ())
    sheet = book_of(TABLE.replace(details=details))["Who may what"]
    assert [sheet["D1"].value, sheet["D2"].value, sheet["D3"].value] == [
        "Reasons",
        "Note: because [x]. Source: rule 7.\nNote: so.",
        None,
    ]


def test_a_text_that_no_cell_can_hold_is_told_to_be_longer() -> None:
    _, found = texts(book_of(Sentence("x" * 40_000), title="t"), "About")
    assert found.endswith("(longer than a cell of a spreadsheet)")


def test_equal_papers_are_equal_files() -> None:
    paper = whole.paper()
    assert files.written(paper, ".xlsx", Setting()) == files.written(paper, ".xlsx", Setting())


def test_signs_that_give_commands_in_the_foot_of_a_page_are_text() -> None:
    made = xlsx.write(Paper("t", (TABLE,), stamp=("R&G.rules &P &[Picture]" + "&" * 300,)), Setting())
    with zipfile.ZipFile(io.BytesIO(made)) as inside:
        assert b"R&amp;&amp; G.rules &amp;&amp; P" in inside.read("xl/worksheets/sheet1.xml")


def test_a_section_for_a_screen_is_in_a_spreadsheet_and_one_for_paper_is_not() -> None:
    paper = Paper("t", (Section("", "Here", medium="screen"), Section("", "There", medium="print")))
    book = openpyxl.load_workbook(io.BytesIO(files.written(paper, ".xlsx", Setting())))
    assert texts(book, "About") == ["t", "Here"]
