"""What shows a difference that no world shows: counts of votes, numbers and words, as each side answers them."""

from __future__ import annotations

import pytest

from proclogic.answers.options import Options
from proclogic.compare.limits import limits
from proclogic.compare.model import Finer, Instance
from proclogic.compare.whole import compare
from proclogic.norms.model import Limit
from tests.answers.texts import ask, rules
from tests.compare.test_finer import WORDS, compared

ADMITTED = "1 An NGO may attend the Board if the Committee admits it.\n"
COUNTED = " of the States Parties present and voting"


def decided(by: str) -> str:
    """A text with leave of the Committee, which decides by this rule."""
    return f"{ADMITTED}2 Whether the Committee admits it is decided by {by}.\n"


def shown(a: str, b: str) -> tuple[Finer, Instance]:
    """The only finer difference of two texts, and what shows it first."""
    (one,) = (d for d in compared(a, b).differences if not d.is_same)
    (finer,) = one.finer
    return finer, finer.instances[0]


MAJORITIES = [
    ("a majority" + COUNTED, "two thirds" + COUNTED),
    ("two thirds" + COUNTED, "three quarters" + COUNTED),
    ("60 per cent" + COUNTED, "two thirds" + COUNTED),
    ("a majority" + COUNTED, "at least half" + COUNTED),
    ("a majority of all States Parties", "at least half of all States Parties"),
    ("two thirds of all States Parties", "three quarters of all States Parties"),
    ("a majority" + COUNTED, "a majority of the States Parties present"),
    ("a majority of the States Parties present", "a majority of all States Parties"),
    ("consensus", "a majority" + COUNTED),
    ("consensus", f"consensus, failing which by two thirds{COUNTED}"),
]


@pytest.mark.parametrize(("first", "second"), MAJORITIES)
def test_another_majority_is_shown_by_votes_that_each_side_answers_as_is_said(first: str, second: str) -> None:
    texts = decided(first), decided(second)
    finer, votes = shown(*texts)
    assert (finer.kind, votes.sort, {votes.a, votes.b}) == ("majority changed", "votes", {"carried", "not carried"})
    for text, question, says in zip(texts, (votes.question, votes.question_b), (votes.a, votes.b), strict=True):
        assert ask(rules(WORDS, text), question).says.rstrip(".").lower() == says
    assert votes.situation.endswith("that the Committee admits it")


def test_where_one_side_has_no_rule_the_votes_say_so() -> None:
    finer, votes = shown(ADMITTED, decided("a majority" + COUNTED))
    assert finer.kind == "majority changed"
    assert (votes.a, votes.b) == ("no rule that counts says how this is decided", "carried")


def test_majorities_that_no_count_of_votes_tells_apart_say_why_and_ask_for_the_majority() -> None:
    _, none = shown(decided("a majority" + COUNTED), decided("a majority of the members present and voting"))
    assert (none.situation, none.a, none.b) == ("", "", "")
    assert none.why.startswith("no count of votes")
    assert none.question == "Which majority is needed for the Committee to admit it?"


def test_a_limit_is_shown_by_the_smallest_number_that_one_side_allows() -> None:
    text = "1 An NGO may attend the Board{}.\n"
    _, one = shown(text.format(", of at most 500 words"), text.format(", of at most 700 words"))
    assert (one.situation, one.a, one.b) == ("with 501 words", "beyond the limit", "within the limit")
    _, one = shown(text.format(""), text.format(", which should be limited to 300 words"))
    assert (one.situation, one.a, one.b) == ("with 301 words", "no such limit", "more than it should be")
    assert one.question == "May an NGO attend the Board?"
    assert "at most 300 words" not in ask(rules(WORDS, text.format("")), one.question).says


def test_a_number_in_the_words_of_a_limit_counts_and_other_limits_are_shown_by_doing_otherwise() -> None:
    def told(first: str, second: str) -> list[tuple[str, str, str]]:
        sides = [[(Limit(text), text)] if text else [] for text in (first, second)]
        return [(one.situation, one.a, one.b) for one in limits(*sides)]

    ten, briefly = "through at most ten representatives", "briefly"
    assert told(ten, "") == [("with 11 representatives", "beyond the limit", "no such limit")]
    assert told(ten, "through two representatives") == [
        ("with 3 representatives", "within the limit", "beyond the limit")
    ]
    assert told("", briefly) == [("otherwise than “briefly”", "no such limit", "beyond the limit")]
    three = "as one of three NGOs on each item at most"
    assert told(three, "") == [(f"otherwise than “{three}”", "beyond the limit", "no such limit")]
    assert told(briefly, briefly) == []


def test_the_question_of_a_limit_prints_it_and_is_asked_with_the_options_of_each_side() -> None:
    first, second = (rules(WORDS, f"1 An NGO may attend the Board, of at most {n} words.\n") for n in (5, 9))
    options = Options(strict=True), Options(layers=("rules",))
    (one,) = (d for d in compare(first, second, options).differences if not d.is_same)
    (words,) = one.finer[0].instances
    assert (words.options, words.options_b) == (("--strict",), ("--layers rules",))
    assert [ask(r, words.question).cases[0].limits[0][0] for r in (first, second)] == [
        "at most 5 words",
        "at most 9 words",
    ]


def test_words_are_shown_by_the_question_that_each_side_answers_in_its_own() -> None:
    texts = "1 An NGO may attend the Board.\n", "1 An NGO is entitled to attend the Board.\n"
    finer, words = shown(*texts)
    assert (finer.kind, words.a, words.b) == ("stronger words", '"may"', '"is entitled to"')
    for text, question, says in zip(texts, (words.question, words.question_b), (words.a, words.b), strict=True):
        assert f'"{ask(rules(WORDS, text), question).cases[0].strength[0]}"' == says


def test_a_difference_of_words_and_marks_alone_says_why_no_situation_shows_it() -> None:
    clash = "1 An NGO may attend the Board.\n2 An NGO may not attend the Board if it registers.\n"
    clear = "1 An NGO may attend the Board unless it registers.\n2 An NGO may not attend the Board if it registers.\n"
    (one,) = (d for d in compared(clash, clear).differences if not d.is_same)
    assert (one.witnesses, one.why) == (
        (),
        "what is asked is given, and is forbidden, in the same situations on both sides",
    )
    (other,) = (d for d in compared(clear, "1 An NGO may attend the Board.\n").differences if not d.is_same)
    assert other.witnesses
    assert other.why == ""
