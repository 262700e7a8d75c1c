"""The PDF writer: tagged, with every block, and no text read as markup."""

from __future__ import annotations

import io
import subprocess
from importlib import util
from pathlib import Path
from typing import Any

import pypdf
import pytest

from proclogic.drawing import NoProgram
from proclogic.papers.document import (
    Cell,
    Closing,
    Fact,
    Facts,
    Figure,
    Headline,
    Paper,
    Run,
    Section,
    Sentence,
    Table,
)
from proclogic.papers.writers import files, pdf
from proclogic.papers.writers.files import LETTER, Setting
from tests.papers import whole
from tests.programs import needs

WHOLE = whole.paper()


def pdf_of(*blocks: object, title: str = "A title", size: str = "a4", **more: object) -> pypdf.PdfReader:
    made = Paper(title, blocks, **more)  # type: ignore[arg-type]
    return pypdf.PdfReader(io.BytesIO(pdf.write(made, Setting(size))))


def read(found: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in found.pages).split())


@pytest.fixture(scope="module")
def written() -> bytes:
    return files.written(WHOLE, ".pdf", Setting())


@pytest.fixture(scope="module")
def file(written: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "whole.pdf"
    path.write_bytes(written)
    return path


def run(*command: object) -> str:
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True).stdout


@needs("pdfinfo")
def test_the_file_is_tagged_with_title_and_size(file: Path) -> None:
    told = run("pdfinfo", file)
    assert "Tagged:          yes" in told
    assert "Title:           The cover title [of the text] is here" in told
    assert "(A4)" in told


@needs("pdfinfo")
def test_headings_lists_tables_notes_and_figures_are_in_the_structure(file: Path) -> None:
    told = run("pdfinfo", "-struct-text", file)
    for tag in ('H1 "', 'H2 "', "LI (", "Table", "THead", "TH <", "TD", "Figure", "Caption", "Note"):
        assert tag in told, tag


@needs("dot")
def test_a_figure_has_its_alternative_text(written: bytes) -> None:
    found = pypdf.PdfReader(io.BytesIO(written))
    parts: list[Any] = [found.get_object(number) for number in range(1, len(found.xref[0]) + 1)]
    told = [part["/Alt"] for part in parts if isinstance(part, dict) and "/Alt" in part]
    assert told == ["The drawn [of the text] is here The drawn too [of the text] is here"]


def test_the_file_says_that_it_keeps_to_pdf_ua(written: bytes) -> None:
    found = pypdf.PdfReader(io.BytesIO(written))
    metadata = found.xmp_metadata
    assert metadata is not None
    assert b"pdfuaid:part" in metadata.stream.get_data()
    assert found.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]


def test_equal_papers_are_equal_files_without_a_date(written: bytes) -> None:
    assert files.written(WHOLE, ".pdf", Setting()) == written
    found = pypdf.PdfReader(io.BytesIO(written)).metadata
    assert found is None or found.creation_date is None


def test_a_wide_table_has_a_page_on_its_side() -> None:
    table = Table("Wide", ("a", "b"), (("x", "y"),), wide=True)
    pages = pdf_of(Sentence("Before."), table, Sentence("After.")).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True, False]


def test_letter_is_a_size_of_its_own() -> None:
    (page,) = pdf_of(Sentence("So."), size=LETTER).pages
    assert (page.mediabox.width, page.mediabox.height) == (612, 792)


def test_the_header_of_a_table_stands_on_every_page_of_it() -> None:
    rows = tuple((f"row {n}", "x") for n in range(70))
    found = pdf_of(Table("Long", ("Actor who may", "Act"), rows))
    assert len(found.pages) > 1
    assert all("Actor who may" in page.extract_text() for page in found.pages)


def test_the_foot_of_every_page_has_the_stamp_and_the_number() -> None:
    rows = tuple((f"row {n}", "x") for n in range(50))
    found = pdf_of(Table("Long", ("a", "b"), rows), stamp=("proclogic 9 [x]; 1 March 2026",))
    count = len(found.pages)
    for number, page in enumerate(found.pages, start=1):
        assert "proclogic 9 [x]; 1 March 2026" in page.extract_text()
        assert f"{number} / {count}" in page.extract_text()


def test_a_footnote_keeps_its_number_wherever_it_is_cited() -> None:
    blocks = Sentence("One.", notes=(2,)), Sentence("Two.", notes=(1,)), Sentence("Three.", notes=(2,))
    told = read(pdf_of(*blocks, notes=("the first", "the second")))
    assert told.count("the first") == told.count("the second") == 1
    assert "2the second" in told.replace("2 the", "2the")
    assert "1the first" in told.replace("1 the", "1the")


def test_without_a_title_the_headline_is_it_and_is_said_once() -> None:
    found = pdf_of(Headline("Nothing found [x].", ("7",)), Closing(("Done.",), ("hint",)), title="")
    assert found.metadata is not None and found.metadata.title == "Nothing found [x]."
    assert read(found).startswith("Nothing found [x]. rule 7 Done.")


def test_a_word_that_is_wider_than_its_column_is_broken_and_not_cut() -> None:
    word = "x" * 300
    table = Table("", ("a", "b", "c"), ((word, word, word),))
    (page,) = pdf_of(table, Sentence(word), Facts((Fact(word, word, (word,)),))).pages
    found: list[float] = []
    page.extract_text(visitor_text=lambda text, cm, tm, *_: found.append(tm[4]) if "x" in text else None)
    assert page.extract_text().count("x") == 300 * 7
    assert max(found) < page.mediabox.width


def test_letters_that_no_font_has_are_shown_by_their_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    bundled = pdf._compiler(False)
    monkeypatch.setattr(pdf, "_compiler", lambda system: bundled)
    told = read(pdf_of(Sentence("In Chinese 公约 [文本] and a smile \U0001f600 (Ω, Ж).")))
    assert "In Chinese U+516C U+7EA6 [ U+6587 U+672C ] and a smile U+1F600 (Ω, Ж)." in told


def test_right_to_left_letters_are_set() -> None:
    told = read(pdf_of(Sentence("The Arabic text is مؤتمر here.")))
    assert set("مؤتمر") <= set(told) or "U+" not in told
    assert "The Arabic text is" in told


@pytest.mark.parametrize("instead", [Table("The same", ("Who", "Rule"), (("Anna [x]", "7"),)), None])
def test_where_a_figure_cannot_be_drawn_it_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, instead: Table | None
) -> None:
    def missing(dot: str, kind: str) -> bytes:
        raise NoProgram("no dot")

    monkeypatch.setattr("proclogic.papers.writers.pdf.layout.drawn", missing)
    told = read(pdf_of(Figure("f", "Who may", whole.DOT, ("Anna [x] may: rule 7.",), instead)))
    assert "Who may" in told
    assert ("Anna [x] 7" if instead else "Anna [x] may: rule 7.") in told


@needs("dot")
def test_a_figure_is_as_wide_as_its_page_at_most() -> None:
    wide = "digraph { rankdir=LR; " + " -> ".join(f"n{i}" for i in range(40)) + "; }"
    found = pdf_of(Figure("f", "Wide", wide, ("Much.",)), Figure("g", "Small", whole.DOT, ("Little.",)))
    sizes = [(page.mediabox.width, page.mediabox.height) for page in found.pages]
    assert [across > high for across, high in sizes] == [False, True, False]
    places: list[float] = []
    found.pages[1].extract_text(visitor_text=lambda text, cm, tm, *_: places.append(tm[4] * cm[0] + cm[4]))
    assert max(places) < sizes[1][0]
    assert "n39" in found.pages[1].extract_text()
    assert "two" in found.pages[2].extract_text()


def test_a_cell_shows_what_is_new_in_bold_and_what_goes_struck() -> None:
    runs = Run("stays "), Run("new", "inserted"), Run(" gone", "deleted", ("EU",), "2026-03-01")
    told = read(pdf_of(Table("t", ("a",), ((Cell(runs, (1,)),),), notes=("why",))))
    assert "stays new gone (EU, 2026-03-01)" in told
    assert told.endswith("awhy 1 / 1") or "a why" in told


def test_a_section_for_a_screen_is_not_on_paper() -> None:
    made = Paper("T", (Section("", "Here"), Section("", "There", medium="screen")))
    told = read(pypdf.PdfReader(io.BytesIO(files.written(made, ".pdf", Setting()))))
    assert "Here" in told
    assert "There" not in told


def test_without_typst_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None if name == "typst" else util.find_spec(name))
    with pytest.raises(NoProgram, match=r'pip install "proclogic\[pdf\]"'):
        files.ready(".pdf")
    with pytest.raises(NoProgram):
        pdf.write(WHOLE, Setting())
    files.ready(".md")
