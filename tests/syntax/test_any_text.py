"""Whatever the text, reading it gives diagnostics that can be shown, and never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.diagnostics.codes import CODES
from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.render import render
from proclogic.sources import Source
from proclogic.syntax import printer
from proclogic.syntax.parse import parse_facts, parse_file, parse_question
from proclogic.syntax.tidy import tidy
from tests.syntax.test_question_rows import QUESTIONS
from tests.syntax.test_rows import OF_A_CONFERENCE
from tests.syntax.texts import CONFERENCE, vocabulary

PIECES = sorted({piece for said, _ in OF_A_CONFERENCE + QUESTIONS for piece in said.split()})
SIGNS = [
    "\n",
    "\n1  ",
    "\n17(2)  ",
    " ",
    "  ",
    ".",
    ",",
    ":",
    ";",
    "?",
    "(",
    ")",
    "[",
    "]",
    '"',
    "#",
    "\t",
    "\r\n",
    "’",
]
SIGNS += ["\x00", "\x0b", "\x85", "\u2028", "\u202e", "\ufeff", "“", "”", "٣", "Ⅷ", "²", "ß", "İ", "|", "_", "{", "\\"]
SIGNS += [
    "Actor: ",
    "\nEvent: ",
    "\nReading ",
    "\nDispute ",
    "\nQuestion Q1: ",
    "\nGiven: ",
    "\nExpect: ",
    "\nUses: it.",
]
SIGNS += [
    "\nUnder: it.\n",
    "\nAct: ",
    "\nStatus: ",
    "\nQuality: ",
    "\nLayer: ",
    "bis",
    "17",
    "2/3",
    "2,000",
    "a",
    "(a)",
]
PIECE = st.one_of(st.sampled_from(PIECES), st.sampled_from(SIGNS))
MIXED = st.lists(st.one_of(PIECE, st.text(max_size=3)), max_size=40).map(" ".join)
GLUED = st.lists(PIECE, max_size=40).map("".join)


def check(found: list[Diagnostic], text: str, name: str) -> None:
    for d in found:
        assert d.code in CODES
        assert d.message and 0 <= d.span.start <= d.span.end <= len(text)
    assert bool(render(found, {name: Source(name, text)})) == bool(found)


@settings(max_examples=200, deadline=None)
@given(text=st.one_of(MIXED, GLUED, st.text()))
def test_any_text_is_read_as_a_file_with_diagnostics_and_no_exception(text: str) -> None:
    document, found = parse_file(Source("any", text), lambda _: vocabulary(CONFERENCE))
    check(found, text, "any")
    printer.document(document, vocabulary(CONFERENCE))


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(MIXED, GLUED, st.text()))
def test_any_text_is_read_as_a_question_or_as_facts_without_an_exception(text: str) -> None:
    asked, found = parse_question(text, vocabulary(CONFERENCE))
    check(found, text, "question")
    assert (asked is None) == any(d.is_error for d in found)
    _, found = parse_facts(text, vocabulary(CONFERENCE))
    check(found, text, "given")


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(MIXED, GLUED, st.text()))
def test_laying_out_any_text_twice_is_the_same_as_once(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(MIXED, GLUED, st.text()))
def test_laying_out_any_text_changes_nothing_of_what_it_says(text: str) -> None:
    before, mistakes = parse_file(Source("any", text), lambda _: vocabulary(CONFERENCE))
    after, same = parse_file(Source("any", tidy(text)), lambda _: vocabulary(CONFERENCE))
    assert after == before
    assert sorted(d.code for d in same) == sorted(d.code for d in mistakes)


@pytest.mark.parametrize(
    "text",
    [
        "1  An NGO may vote if " + " and ".join(["it is relevant"] * 30_000) + ".",
        "1  An NGO may " + "vote, " * 60_000 + ".",
        "1  An NGO may vote if " + "(" * 60_000 + "it is young" + ")" * 60_000 + ".",
        "1  An NGO may vote if " + "(it is young or (it is relevant and " * 300 + "it is young" + "))" * 300 + ".",
        "1  " + "plenary meetings of the " * 60_000,
        '1  "' * 60_000,
        "1" * 300_000 + " (" * 30_000,
        "1" + "(a)" * 90_000,
        "1  a" + "-a" * 90_000,
        "\n " * 90_000,
        "x\n" * 90_000,
        '1  Reading "x": ' * 20_000,
    ],
    ids=[
        "and",
        "acts",
        "open",
        "deep",
        "prefixes",
        "quotes",
        "digits",
        "parts",
        "hyphens",
        "lines",
        "items",
        "readings",
    ],
)
def test_a_huge_text_is_read_in_time_that_grows_with_its_length(text: str) -> None:
    """Each takes a second at most; were it to grow with the square of the length, it would take an hour."""
    _, found = parse_file(Source("any", text), lambda _: vocabulary(CONFERENCE))
    assert 0 < len(found) <= 201
    assert tidy(text).split() != [] if text.strip() else tidy(text) == ""
