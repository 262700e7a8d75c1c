"""The Word file as a whole: its pages, what it says of itself, figures; the same each time."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from proclogic import drawing
from proclogic.papers.document import Cover, Figure, Headline, Sentence, Table
from proclogic.papers.writers.files import LETTER, Setting
from tests.papers.word.files import made, text, value
from tests.programs import needs

FIGURE = Figure(
    "gates",
    "How it gets in [or not]",
    'digraph { rankdir=LR; node [shape=box]; "it applies" -> "the Conference admits it" [label="17(2)"]; }',
    ("It applies.", 'Then the Conference admits it "or not" (rule 17(2)).'),
    Table("How it gets in", ("From", "To", "Rule"), (("it applies", "the Conference admits it", "17(2)"),)),
)
LONG = FIGURE.replace(dot="digraph { rankdir=LR; a -> b -> c -> d -> e -> f -> g -> h -> i -> j -> k -> l -> m; }")


def test_a_paper_written_twice_is_the_same_and_tells_no_hour() -> None:
    one, other = (made(Sentence("a", notes=(1,)), notes=("n",), title="Why?", stamp=("s",)) for _ in "ab")
    assert one.data == other.data
    with zipfile.ZipFile(io.BytesIO(one.data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"dcterms" not in one.parts["docProps/core.xml"]


@pytest.mark.parametrize(
    ("title", "cover", "called"),
    [("", None, "Yes."), ("May it?", None, "May it?"), ("May it?", Cover("A paper"), "A paper")],
)
def test_the_title_of_the_file_is_that_of_the_paper(title: str, cover: Cover | None, called: str) -> None:
    found = docx.Document(io.BytesIO(made(Headline("Yes."), title=title, cover=cover).data))
    assert (found.core_properties.title, found.core_properties.author) == (called, "proclogic")


@pytest.mark.parametrize(
    ("language", "attribute", "said"), [("en", "val", "en-GB"), ("ar", "bidi", "ar-SA"), ("pt", "val", "pt")]
)
def test_its_language_is_said(language: str, attribute: str, said: str) -> None:
    (found,) = made(language=language).all("w:lang", "word/styles.xml")
    assert found.get(qn(f"w:{attribute}")) == said


def test_its_pages_are_a4_or_letter() -> None:
    assert [value(made(setting=s).body, "w:sectPr/w:pgSz", "w:w") for s in (Setting(), Setting(LETTER))] == [
        "11906",
        "12240",
    ]


def test_the_stamp_and_the_number_of_the_page_stand_at_the_foot() -> None:
    found = made(Sentence("a"), stamp=("proclogic 0.1.0", "untoc-cop 0123456789ab"))
    assert found.feet() == "proclogic 0.1.0\nuntoc-cop 0123456789ab\nPage 1 of 1"
    (foot,) = (name for name in found.parts if name.startswith("word/footer"))
    assert [f.get(qn("w:instr")) for f in found.all("w:fldSimple", foot)] == [" PAGE ", " NUMPAGES "]


def test_no_colour_but_black_and_grey() -> None:
    found = made(Sentence("a", ("1",)), Table("c", ("a",), (("b",),)), stamp=("s",))
    colours = {c.get(qn("w:val")) for name in found.parts if name.endswith(".xml") for c in found.all("w:color", name)}
    assert colours == {"666666"}


@needs("dot")
def test_a_figure_is_a_picture_with_its_words_at_most_16_cm_wide() -> None:
    found = made(FIGURE, LONG)
    pictures = found.all("wp:docPr")
    assert pictures[0].get("descr") == 'It applies. Then the Conference admits it "or not" (rule 17(2)).'
    assert len({p.get("id") for p in pictures}) == 2
    sizes = [int(e.get("cx", "0")) / 360_000 for e in found.all("wp:extent")]
    assert sizes[0] < 16 and sizes[1] == pytest.approx(16, abs=0.01)
    assert [line for line in found.lines() if line[0] == "caption"] == [
        ("caption", "Figure 1. How it gets in [or not]"),
        ("caption", "Figure 2. How it gets in [or not]"),
    ]


def test_where_nothing_draws_the_table_stands_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(dot: str, kind: str) -> bytes:
        raise drawing.NoProgram(drawing.HOW)

    monkeypatch.setattr("proclogic.papers.writers.word.figures.drawn", missing)
    found = made(FIGURE, FIGURE.replace(instead=None))
    assert ("Table Text", "the Conference admits it") in found.lines()
    assert ("caption", "Table 1. How it gets in") in found.lines()
    assert ("Normal", "It applies.") in found.lines()  # where there is no table
    assert sum("could not be drawn" in words for _, words in found.lines()) == 2
    assert not found.all("w:drawing") and "Figure" not in text(found.body)
