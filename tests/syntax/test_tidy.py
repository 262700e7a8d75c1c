"""The layout of a file: what moves, and what stays."""

from __future__ import annotations

import pytest

from proclogic.syntax.tidy import tidy
from tests.syntax.texts import CONFERENCE, SENATE

ROUGH = """\
# The rules.   \n\n\n
Ruleset:   x.   # its name
Title: "A   title
   on two lines".
17(1)    An NGO may vote. An NGO may
    receive
    documents, if it is relevant and it is young and no State Party objects to it, unless it is competent. # at the end
  # before the list
  An NGO:  (a) may vote; # first
   and
   (b) may receive documents.
      Certainty:   verbatim.   Source:  "x",  "y".
      Reading "r":
        nothing more. Authority: "somebody".
          Standing: minority.
# last
"""
TIDY = """\
# The rules.

Ruleset: x.  # its name
Title: "A title on two lines".
17(1)  An NGO may vote.
       An NGO may receive documents, if it is relevant and it is young and no State Party objects to
       it, unless it is competent.  # at the end
       # before the list
       An NGO:
       # first
       (a) may vote; and
       (b) may receive documents.
       Certainty: verbatim.
       Source: "x", "y".
       Reading "r": nothing more.
           Authority: "somebody". Standing: minority.
# last
"""


def test_each_sentence_item_and_line_stands_on_a_line_of_its_own() -> None:
    assert tidy(ROUGH) == TIDY


@pytest.mark.parametrize("text", [TIDY, CONFERENCE, SENATE])
def test_what_is_laid_out_already_stays_as_it_is(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert tidy(TIDY) == TIDY


def test_nothing_is_left_of_nothing() -> None:
    assert tidy("") == tidy("\n\n  \n") == ""


def test_an_item_with_an_open_quotation_is_left_alone() -> None:
    text = '1  An NGO   may vote. Note: "open\n      and   more.\n'
    assert tidy(text) == text


def test_no_line_is_wider_than_asked_and_no_word_is_lost() -> None:
    text = f'1  An NGO may {"vote or " * 30}vote.\n   Note: "{"long " * 30}".\n'
    assert all(len(line) <= 60 for line in tidy(text, 60).split("\n"))
    assert tidy(text, 60).split() == text.split()
