"""The user's own template: its styles, letterhead and margins stay, its text goes, and what is no template is told."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from proclogic.papers.document import Cover, Fact, Facts, Section, Sentence, Table
from proclogic.papers.writers.files import BadTemplate, Setting
from tests.papers.word.files import File, made, text, value


def letterhead() -> Document:
    """A template as an office has it."""
    found = docx.Document()
    found.add_paragraph("Delete this text")
    found.add_table(1, 2)
    section = found.sections[0]
    section.left_margin = Cm(4)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Ministry of the Sea"
    section.header.paragraphs[0].text = "Ministry"
    section.footer.paragraphs[0].text = "Harbour Street 1"
    found.styles["Heading 1"].font.size = Pt(31)
    found.styles.add_style("Headline", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(29)
    found.core_properties.author = "A. Clerk"
    return found


def saved(template: Document) -> bytes:
    made = io.BytesIO()
    template.save(made)
    return made.getvalue()


WIDE = Table("Side by side", ("A", "B"), (("1", "2"),), wide=True)
BLOCKS = (Section("", "Section", (Facts((Fact("A", "b"),)),)), WIDE, Sentence("After."))


@pytest.fixture(scope="module")
def filled() -> File:
    return made(*BLOCKS, setting=Setting(template=saved(letterhead())), stamp=("proclogic 0.1.0",))


def test_its_text_goes_and_ours_comes(filled: File) -> None:
    assert "Delete this text" not in text(filled.body)
    assert filled.lines()[0] == ("heading 1", "Section")


def test_its_styles_stay_and_those_that_it_lacks_come(filled: File) -> None:
    sizes = {value(s, "w:name"): value(s, "w:rPr/w:sz") for s in filled.all("w:style", "word/styles.xml")}
    assert (sizes["heading 1"], sizes["Headline"]) == ("62", "58")
    assert {"Fact", "Table Text", "Paper Table", "Stamp"} <= set(sizes)
    names = [value(s, "w:name").lower() for s in filled.all("w:style", "word/styles.xml")]
    assert len(names) == len(set(names))


def test_its_letterhead_and_margins_stay_on_every_page(filled: File) -> None:
    heads = " ".join(text(filled.root(n)) for n in filled.parts if n.startswith("word/header"))
    assert "Ministry of the Sea" in heads
    first, *others = filled.all("w:sectPr")
    assert first.find(qn("w:titlePg")) is not None and len(others) == 2
    assert [s.find(qn("w:titlePg")) for s in others] == [None, None]  # the first page of the paper is the first
    assert len(first.findall(qn("w:headerReference"))) == 2
    assert not [r for s in others for r in s.findall(qn("w:headerReference"))]  # they go on with those before
    assert value(first, "w:pgMar", "w:left") == "2268"
    assert value(others[0], "w:pgMar", "w:top") == "2268"  # on its side


def test_the_stamp_stands_below_what_its_footers_have(filled: File) -> None:
    feet = [text(filled.root(n)) for n in sorted(filled.parts) if n.startswith("word/footer")]
    assert "Harbour Street 1\nproclogic 0.1.0\nPage 1 of 1" in feet
    assert all("proclogic 0.1.0" in foot for foot in feet) and len(feet) == 2


def test_it_numbers_its_pages_itself_where_it_does_so_already() -> None:
    template = letterhead()
    run = template.sections[0].footer.paragraphs[0].add_run()
    for tag, words in (("w:fldChar", ""), ("w:instrText", " PAGE ")):
        part = docx.oxml.OxmlElement(tag)
        part.text = words
        run._r.append(part)
    found = made(Sentence("a"), setting=Setting(template=saved(template)), stamp=("stamp",))
    feet = [text(found.root(n)) for n in found.parts if n.startswith("word/footer")]
    assert "Harbour Street 1\nstamp" in feet  # and so not "Page 1 of 1" below it


def test_who_made_the_template_is_not_told(filled: File) -> None:
    assert b"A. Clerk" not in filled.parts["docProps/core.xml"]


def test_a_dotx_is_a_template_too() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(letterhead()))) as before, zipfile.ZipFile(raw, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b"document.main+xml", b"template.main+xml"))
    found = made(*BLOCKS, setting=Setting(template=raw.getvalue()))
    assert b"template.main" not in found.parts["[Content_Types].xml"]
    assert found.lines()[0] == ("heading 1", "Section")


def test_styles_are_known_by_their_names_in_every_language() -> None:
    template = letterhead()
    heading = template.styles["Heading 1"]
    heading.element.set(qn("w:styleId"), "berschrift1")
    found = made(*BLOCKS, setting=Setting(template=saved(template)))
    assert found.lines()[0] == ("heading 1", "Section")
    assert value(next(found.body.iter(qn("w:p"))), "w:pPr/w:pStyle") == "berschrift1"


def test_a_paper_is_a_template_for_the_next() -> None:
    once = made(*BLOCKS, cover=Cover("Title"), stamp=("one",))
    again = made(*BLOCKS, setting=Setting(template=once.data))
    assert again.lines() == made(*BLOCKS).lines()


@pytest.mark.parametrize("data", [b"no zip", b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_word_file_is_told(data: bytes) -> None:
    with pytest.raises(BadTemplate, match=r"no Word file: it must be a \.docx or \.dotx"):
        made(*BLOCKS, setting=Setting(template=data))


def zipped(**parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, words in parts.items():
            file.writestr(name, words)
    return made.getvalue()


def test_a_zip_that_is_no_word_file_is_told() -> None:
    for data in (zipped(), zipped(a="b"), zipped(**{"[Content_Types].xml": "<x"})):
        with pytest.raises(BadTemplate):
            made(*BLOCKS, setting=Setting(template=data))
    broken = saved(letterhead())[:-400]
    with pytest.raises(BadTemplate):
        made(*BLOCKS, setting=Setting(template=broken))
