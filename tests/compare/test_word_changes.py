"""What makes one text of another, word for word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.compare.model import COME, GONE
from proclogic.compare.redline import Redline
from proclogic.compare.word_changes import word_changes

TEXT = st.lists(st.sampled_from(["an", "NGO", "may", ",", ".", ". ", " ", "  ", "[", "]", "|", "it"]), max_size=14).map(
    "".join
)


def shown(one: str, other: str) -> str:
    signs = {COME: "{{+{}+}}", GONE: "{{-{}-}}"}
    return "".join(signs.get(w.status, "{}").format(w.text) for w in Redline(one).done(other).told())


def test_words_that_both_have_stay() -> None:
    assert shown("An NGO may attend.", "An NGO may not attend.") == "An NGO may {+not +}attend."
    assert shown("A meeting is public.", "A meeting is private.") == "A meeting is {-public-}{+private+}."
    assert shown("at least 60 days", "at least 90 days") == "at least {-60-}{+90+} days"


def test_a_sentence_that_comes_or_goes_does_so_whole() -> None:
    one, other = "It may admit it. It votes.", "It may admit it. It may put it off. It votes."
    assert shown(one, other) == "It may admit it.{+ It may put it off.+} It votes."
    assert shown(other, one) == "It may admit it.{- It may put it off.-} It votes."


def test_a_sentence_is_not_cut_into_crumbs() -> None:
    told = shown(
        "An NGO has the right to be heard by all.", "Observers of each sort enjoy the favour of an invitation."
    )
    assert told.count("{-") == told.count("{+") == 1


@settings(max_examples=100)
@given(TEXT, TEXT)
def test_with_its_changes_a_text_is_the_other_and_without_them_it_is_itself(one: str, other: str) -> None:
    line = Redline(one).done(other)
    assert (line.stood(), line.now()) == (one, other)


@settings(max_examples=100)
@given(TEXT, st.lists(TEXT, max_size=3))
def test_texts_that_follow_each_other_are_told_as_changes_of_the_first(one: str, others: list[str]) -> None:
    line = Redline(one)
    for number, other in enumerate(others):
        line.done(other, (f"draft {number}",))
        assert (line.stood(), line.now()) == (one, other)


@settings(max_examples=100)
@given(TEXT, TEXT)
def test_changes_stand_in_order_and_change_something(one: str, other: str) -> None:
    found = word_changes(one, other)
    assert all(c.come != one[c.start : c.end] for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
