"""What the printer writes, the parser reads back as the same value."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.norms.questions import Question
from proclogic.sources import Source
from proclogic.syntax import printer
from proclogic.syntax.parse import parse_file, parse_question
from tests.syntax.reading import read_sentence
from tests.syntax.strategies import Language
from tests.syntax.texts import CONFERENCE, SENATE, no_vocabulary, vocabulary

LANGUAGES = {text: Language(vocabulary(text)) for text in (CONFERENCE, SENATE)}
BOTH = pytest.mark.parametrize("text", [CONFERENCE, SENATE], ids=["conference", "senate"])


@BOTH
@settings(max_examples=settings.default.max_examples // 5, deadline=None)
@given(data=st.data())
def test_a_sentence_that_is_printed_is_read_back_as_the_same_sentence(text: str, data: st.DataObject) -> None:
    made = data.draw(LANGUAGES[text].sentences())
    said = printer.sentence(made, vocabulary(text))
    assert read_sentence(text, said) == made, said


@BOTH
@settings(max_examples=settings.default.max_examples // 5, deadline=None)
@given(data=st.data())
def test_a_question_that_is_printed_is_read_back_as_the_same_question(text: str, data: st.DataObject) -> None:
    made: Question = data.draw(LANGUAGES[text].questions())
    said = printer.question(made, vocabulary(text))
    asked, found = parse_question(said, vocabulary(text))
    assert asked is not None, (said, [(d.code, d.message, d.at) for d in found])
    assert asked.replace(text="") == made, said


@BOTH
def test_a_vocabulary_that_is_printed_is_read_back_as_the_same_vocabulary(text: str) -> None:
    document, _ = parse_file(Source("rules", text), no_vocabulary)
    again, found = parse_file(Source("rules", printer.document(document, document.vocabulary)), no_vocabulary)
    assert (again, found) == (document, [])


def test_a_question_on_an_act_that_is_also_the_name_of_an_event_keeps_its_body() -> None:
    words = vocabulary(f"{CONFERENCE}\nAct: object to it, in a body.\n")
    assert any(event.id == "object to it" for event in words.events)
    asked, _ = parse_question("May an NGO object to it in a working group?", words)
    assert asked is not None
    assert parse_question(printer.question(asked, words), words)[0] == asked.replace(
        text=printer.question(asked, words)
    )
