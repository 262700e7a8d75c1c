"""Tables in a Word file: header rows, captions, notes, widths, pages on their side."""

from __future__ import annotations

from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.papers.document import Cell, Run, Section, Sentence, Table
from proclogic.papers.writers.word.tables import widths
from tests.papers.word.files import File, made, text, value

SMALL = Table("Who may", ("Actor", "Verdict"), (("NGO", "by leave"), (Cell((Run("[IGO]"),), (1, 2)), "of right")))
WIDE = SMALL.replace(wide=True, caption="Side by side")


def test_the_header_row_repeats_and_no_row_is_broken() -> None:
    rows = made(SMALL).all("w:tr")
    assert [r.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for r in rows] == [True, False, False]
    assert all(r.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for r in rows)


def test_captions_count_tables_in_fields_and_stay_with_their_table() -> None:
    found = made(SMALL, SMALL.replace(caption=""), SMALL.replace(caption="Another"))
    assert [line for line in found.lines() if line[0] == "caption"] == [
        ("caption", "Table 1. Who may"),
        ("caption", "Table 2. Another"),
    ]
    assert [f.get(qn("w:instr")) for f in found.all("w:fldSimple")] == [" SEQ Table \\* ARABIC "] * 2
    caption = next(p for p in found.all("w:p") if text(p).startswith("Table 1"))
    assert caption.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_a_table_says_what_it_is_to_who_does_not_see_it() -> None:
    (table,) = made(SMALL).all("w:tbl")
    assert value(table, "w:tblPr/w:tblCaption") == "Who may"
    assert value(table, "w:tblPr/w:tblDescription") == "2 rows, with these columns: Actor; Verdict"


def test_notes_stand_below_the_table_with_the_letters_of_its_cells() -> None:
    found = made(SMALL.replace(notes=("first", "second")))
    assert ("Table Text", "[IGO]a,b") in found.lines()
    assert [line for line in found.lines() if line[0] == "Table Note"] == [
        ("Table Note", "a first"),
        ("Table Note", "b second"),
    ]
    raised = [r for r in found.all("w:r") if value(r, "w:rPr/w:vertAlign") == "superscript"]
    assert [text(r) for r in raised] == ["a,b", "a", "b"]


def turned(found: File) -> list[str]:
    """How the pages of each section lie."""
    return [value(s, "w:pgSz", "w:orient") or "upright" for s in found.all("w:sectPr")]


def test_a_wide_table_has_pages_on_their_side_and_upright_ones_follow() -> None:
    found = made(Sentence("Before."), Section("", "Texts", (WIDE,), ("9",)), Sentence("After."))
    assert turned(found) == ["upright", "landscape", "upright"]
    size, other = (found.all("w:pgSz")[k] for k in (0, 1))
    assert (size.get(qn("w:w")), size.get(qn("w:h"))) == (other.get(qn("w:h")), other.get(qn("w:w")))
    first = next(p for p in found.all("w:p") if p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None)
    assert text(first) == "Before."  # the heading goes on the page of its table


def test_two_wide_tables_share_their_pages_and_the_last_leaves_none_behind() -> None:
    assert turned(made(WIDE, WIDE)) == ["landscape"]
    assert turned(made(SMALL, WIDE)) == ["upright", "landscape"]


def test_rows_that_are_short_are_filled_up() -> None:
    found = made(Table("", ("A", "B", "C"), (("1",), ("1", "2", "3"))))
    assert [len(row.findall(qn("w:tc"))) for row in found.all("w:tr")] == [3, 3, 3]


def test_a_column_is_as_wide_as_what_stands_in_it() -> None:
    short, long = widths([["Rule", "Text"], ["17(2)", "An NGO may attend plenary meetings. " * 9]], 9000)
    assert short < 1000 < 7500 < long < 9000


@settings(max_examples=60)
@given(st.lists(st.lists(st.text("ab ", max_size=60), min_size=3, max_size=3), min_size=1, max_size=6))
def test_columns_are_never_wider_than_the_line(rows: list[list[str]]) -> None:
    found = widths(rows, 5000)
    assert all(size > 0 for size in found) and sum(found) <= 5000
