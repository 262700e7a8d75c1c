"""Differences that say the same are one row."""

from __future__ import annotations

import pytest

from proclogic.compare.grouping import rows
from proclogic.compare.model import NARROWER, WIDER, Difference, Finer
from tests.compare.texts import difference, side

LEAVE = (Finer("leave dropped", "the President invites it"),)


def test_actors_of_whom_the_same_is_said_are_one_row() -> None:
    (row,) = rows([difference("NGO", WIDER, finer=LEAVE), difference("guest", WIDER, finer=LEAVE)])
    assert row.actors == ("NGO", "guest")


def test_bodies_in_which_the_same_is_said_of_the_same_actors_are_one_row() -> None:
    found = [difference(a, WIDER, b) for b in ("the Conference", "the bureau") for a in ("NGO", "guest")]
    (row,) = rows(found)
    assert (row.actors, row.bodies) == (("NGO", "guest"), ("the Conference", "the bureau"))
    assert row.does == "attend the Conference or the bureau"
    assert [r.bodies for r in rows(found, "body")] == [("the Conference",), ("the bureau",)]


@pytest.mark.parametrize(
    "other",
    [
        difference("guest", NARROWER, finer=LEAVE),
        difference("guest", WIDER),
        difference("guest", WIDER, finer=LEAVE, when=(("it is old",),)),
        difference("guest", WIDER, finer=LEAVE, b=side("of-right")),
        difference("guest", WIDER, finer=LEAVE, inclusion=False),
        difference("guest", WIDER, finer=LEAVE, act="watch"),
    ],
)
def test_what_says_something_else_is_a_row_of_its_own(other: Difference) -> None:
    assert len(rows([difference("NGO", WIDER, finer=LEAVE), other])) == 2


def test_a_row_cites_the_rules_of_all_of_them() -> None:
    (row,) = rows(
        [difference("NGO", WIDER, a=side(rules=("1", "2"))), difference("guest", WIDER, a=side(rules=("2", "3")))]
    )
    assert row.a.rules == ("1", "2", "3")


def test_a_word_that_stands_for_several_is_told_with_each() -> None:
    found = [difference("stakeholder", WIDER, actor_b="NGO"), difference("stakeholder", NARROWER, actor_b="university")]
    assert [r.actors for r in rows(found)] == [("stakeholder (in B: NGO)",), ("stakeholder (in B: university)",)]
