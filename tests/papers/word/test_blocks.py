"""Blocks of a paper in a Word file: in which style each stands, and what it says."""

from __future__ import annotations

from docx.oxml.ns import qn

from proclogic.papers.document import (
    Closing,
    Cover,
    Fact,
    Facts,
    Headline,
    Line,
    Section,
    Sentence,
    Sources,
    Steps,
)
from tests.papers.word.files import made, value


def test_sections_are_headings_by_how_deep_they_stand() -> None:
    deep = Section("", "five")
    for title in ("four", "three", "two", "one"):
        deep = Section("", title, (deep,))
    found = made(deep)
    assert found.lines() == [
        ("heading 1", "one"),
        ("heading 2", "two"),
        ("heading 3", "three"),
        ("heading 4", "four"),
        ("heading 4", "five"),
    ]
    levels = {value(s, "w:name"): value(s, "w:pPr/w:outlineLvl") for s in found.all("w:style", "word/styles.xml")}
    assert [levels[f"heading {n}"] for n in (1, 2, 3, 4)] == ["0", "1", "2", "3"]


def test_the_question_the_answer_and_its_rules_stand_in_styles_of_their_own() -> None:
    found = made(Headline("BY LEAVE [of x].", ("17(2)", "OP4")), title="May it?")
    assert found.lines() == [("Title", "May it?"), ("Headline", "BY LEAVE [of x]."), ("Citation", "Rule 17(2); OP4")]
    assert made(Headline("Yes.", ("res3/1(37)",))).lines()[1] == ("Citation", "res3/1(37)")  # a number as it is


def test_every_statement_names_its_rule() -> None:
    found = made(
        Sentence("It may.", ("1",)),
        Facts((Fact("Turns on", "a word", ("2",)), Fact("", "another"))),
        Facts((Fact("A", "left"),), narrow=True),
        Steps((Line(0, "it may", ("3",)),)),
    )
    assert found.lines() == [
        ("Normal", "It may. (rule 1)"),
        ("Fact", "Turns on\ta word (rule 2)"),
        ("Fact", "\tanother"),
        ("Fact Narrow", "A\tleft"),
        ("Step", "it may (rule 3)"),
    ]


def test_a_long_label_stands_above_its_text() -> None:
    (one,) = made(Facts((Fact("Who lets it in, and when", "the Chair"),))).all("w:br")
    assert one.getparent().tag == qn("w:r")


def test_a_derivation_is_a_list_with_levels() -> None:
    found = made(Steps((Line(0, "a"), Line(1, "b"), Line(12, "c"), Line(1, "d"))))
    steps = [p for p in found.all("w:p") if p.find(f".//{qn('w:numPr')}") is not None]
    assert [value(p, "w:pPr/w:numPr/w:ilvl") for p in steps] == ["0", "1", "8", "1"]
    number = {value(p, "w:pPr/w:numPr/w:numId") for p in steps}
    assert number == {n.get(qn("w:numId")) for n in found.all("w:num", "word/numbering.xml")}
    assert len(found.all("w:lvl", "word/numbering.xml")) == 9


def test_the_title_page_ends_with_its_page() -> None:
    found = made(Sentence("Text."), cover=Cover("Title", "Subtitle", (Fact("Examined", "untoc-cop"),)), title="Why?")
    assert found.lines() == [
        ("Title", "Title"),
        ("Subtitle", "Subtitle"),
        ("Fact", "Examined\tuntoc-cop"),
        ("Subtitle", "Why?"),
        ("Normal", "Text."),
    ]
    (broken,) = [b for b in found.all("w:br") if b.get(qn("w:type")) == "page"]
    after = broken.getparent().getparent().getnext()
    assert "".join(after.itertext()) == "Why?"


def test_the_last_lines_are_there_and_what_to_type_next_is_not() -> None:
    found = made(Sources((("A source", ("1", "2")),)), Closing(("Examined completely.",), ("--all shows more",)))
    assert ("Closing Line", "Examined completely.") in found.lines()
    assert ("Table Text", "A source") in found.lines() and ("Table Text", "rules 1, 2") in found.lines()
    assert "--all" not in str(found.lines())
