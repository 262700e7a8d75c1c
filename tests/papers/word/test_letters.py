"""The user's letters in a Word file: all of them, and which way they are written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.layout import clean
from proclogic.papers.document import Fact, Facts, Headline, Section, Sentence, Table
from proclogic.papers.writers.word.letters import shown, stretches
from tests.papers.word.files import File, made, text

ARABIC, HEBREW = "قال الوفد", "אמר"


@pytest.mark.parametrize("said", ["[the Conference]", "[/Alt]", "<w:t>&amp;", "a\\b #1 $x", "“[x]”", "😀 é", "{+a+}"])
def test_signs_stand_as_written(said: str) -> None:
    assert ("Normal", said) in made(Sentence(said)).lines()


def test_a_control_character_is_shown_by_its_sign_and_what_is_no_character_by_another() -> None:
    assert made(Sentence("a\x07b \ud800 \uffff c")).lines() == [("Normal", "a␇b � � c")]


def test_spaces_at_the_edges_of_a_run_stay() -> None:
    assert (shown(" a  b "), shown("\n"), shown(""), shown("\x1c")) == (" a b ", " ", "", "\u241c")


def runs(found: File) -> list[tuple[str, bool]]:
    return [(text(r), r.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None) for r in found.all("w:r") if text(r)]


def test_letters_that_go_leftwards_are_runs_of_their_own_and_keep_their_brackets() -> None:
    found = made(Sentence(f"The text [{ARABIC}] stays"))
    assert runs(found)[:3] == [("The text ", False), (f"[{ARABIC}]", True), (" stays", False)]
    assert not found.all("w:bidi")


def test_a_paragraph_that_begins_leftwards_goes_leftwards_and_a_quotation_in_it_does_not() -> None:
    found = made(Sentence(f"{ARABIC} [may] [shall] decide {HEBREW}"))
    assert runs(found)[:3] == [(f"{ARABIC} ", True), ("[may] [shall] decide", False), (f" {HEBREW}", True)]
    assert len(found.all("w:bidi")) == 1


def test_the_columns_of_a_table_with_such_a_header_go_leftwards() -> None:
    assert made(Table("", (ARABIC, HEBREW), (("a", "b"),))).all("w:bidiVisual")
    assert not made(Table("", ("A", ARABIC), (("a", "b"),))).all("w:bidiVisual")


@settings(max_examples=100)
@given(st.text("ab [](){}. 1,אبל", max_size=20), st.booleans())
def test_stretches_are_the_text(said: str, whole: bool) -> None:
    found = stretches(said, whole)
    assert "".join(part for part, _ in found) == said
    assert all(one[1] != other[1] for one, other in pairwise(found))


@settings(max_examples=12, deadline=None)
@given(st.text(max_size=30), st.text("[]|<>&\"'\\#*_ ab\x00\u202e\u0627", max_size=30))
def test_any_text_stands_in_the_file(one: str, other: str) -> None:
    blocks = (
        Headline(one),
        Section("", other, (Sentence(one), Facts((Fact("A", other),)), Table(other, ("x", one), ((other, one),)))),
    )
    said = " ".join(words.strip(" ") for _, words in made(*blocks).lines())
    for wanted in (one, other):
        assert clean(wanted).translate(dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), 0xFFFD)) in said
