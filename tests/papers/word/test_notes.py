"""Footnotes in a Word file: each note is one of Word's own, and none is lost."""

from __future__ import annotations

import io

import docx
from docx.oxml.ns import qn

from proclogic.papers.document import Fact, Facts, Headline, Sentence
from proclogic.papers.writers.files import Setting
from tests.papers.word.files import File, made, text, value

PART = "word/footnotes.xml"
NOTES = ("Rules, [A/1].", "Minutes.", "Letter.")


def notes(found: File) -> list[tuple[str, str]]:
    """The footnotes with their ids, but for the lines that part them from the text."""
    return [(n.get(qn("w:id"), ""), text(n)) for n in found.all("w:footnote", PART) if n.get(qn("w:type")) is None]


def test_notes_are_footnotes_in_the_order_of_the_text() -> None:
    found = made(
        Headline("Yes.", notes=(2,)), Sentence("It may.", notes=(1,)), Facts((Fact("A", "b", (), (3,)),)), notes=NOTES
    )
    marks = [r.get(qn("w:id")) for r in found.all("w:footnoteReference")]
    assert [(own, words.strip()) for own, words in notes(found)] == list(
        zip(marks, ("Minutes.", "Rules, [A/1].", "Letter."), strict=True)
    )
    names = found.style_names()
    assert {names[value(p, "w:pPr/w:pStyle")] for p in found.all("w:p", PART)[2:]} == {"footnote text"}
    assert {names[value(r.getparent(), "w:rPr/w:rStyle")] for r in found.all("w:footnoteReference")} == {
        "footnote reference"
    }


def test_the_lines_that_part_footnotes_from_the_text_are_there_and_named_in_the_settings() -> None:
    found = made(Sentence("It may.", notes=(1,)), notes=NOTES[:1])
    parting = [(n.get(qn("w:type")), n.get(qn("w:id"))) for n in found.all("w:footnote", PART)][:2]
    assert [sort for sort, _ in parting] == ["separator", "continuationSeparator"]
    (settings,) = found.all("w:footnotePr", "word/settings.xml")
    assert [e.get(qn("w:id")) for e in settings] == [own for _, own in parting]


def test_a_note_that_is_referred_to_again_is_led_to() -> None:
    found = made(Sentence("a", notes=(1,)), Sentence("b", notes=(2, 1)), notes=NOTES[:2])
    assert len(found.all("w:footnoteReference")) == len(notes(found)) == 2
    (again,) = found.all("w:fldSimple")
    assert (again.get(qn("w:instr")), text(again)) == (" NOTEREF _Note1 \\f \\h ", "1")
    assert "_Note1" in {b.get(qn("w:name")) for b in found.all("w:bookmarkStart")}


def test_a_note_to_which_nothing_refers_is_not_lost() -> None:
    found = made(Sentence("a", notes=(2,)), notes=NOTES)
    assert [line for line in found.lines() if line[0] == "footnote text"] == [
        ("footnote text", "Rules, [A/1]."),
        ("footnote text", "Letter."),
    ]


def test_a_paper_without_notes_has_none() -> None:
    assert PART not in made(Sentence("a")).parts


def test_the_notes_of_a_template_go_and_ours_come() -> None:
    before = made(Sentence("a", notes=(1,)), notes=("Of the template.",))
    assert docx.Document(io.BytesIO(before.data))
    found = made(Sentence("b", notes=(1,)), notes=("Ours.",), setting=Setting(template=before.data))
    assert [words.strip() for _, words in notes(found)] == ["Ours."]
