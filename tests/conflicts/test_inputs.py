"""Input that comes after the decision it should inform: what is found and blamed, and what only looks like it."""

from __future__ import annotations

import pytest

from proclogic.conflicts.timing import Window, window
from proclogic.norms.conditions import Deadline
from tests.conflicts.texts import WORDS, blamed, found

DRAFT = """Event: comment on the draft, by the actor.
Event: adopt the draft, by the Committee.
Moment: the session.
Moment: the deadline.
Input: comment on the draft, before adopt the draft.
"""


def told(provisions: str, words: str = WORDS + DRAFT) -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(provisions, "C109", words=words))


ADOPT = "1  The Committee shall adopt the draft at least 30 days before the session.\n"


@pytest.mark.parametrize(
    ("provisions", "provision"),
    [
        (ADOPT + "2  An NGO may comment on the draft within 10 days before the session.\n", ("2", "1")),
        (ADOPT + "2  An NGO shall comment on the draft within 10 days before the session.\n", ("2", "1")),
        (ADOPT + "2  An NGO may comment on the draft within 2 weeks after the session.\n", ("2", "1")),
        # as a power: no rule lets it be taken later
        (
            "1  The Committee may adopt the draft at least 30 days before the session.\n"
            "2  An NGO may comment on the draft within 10 days before the session.\n",
            ("2", "1"),
        ),
        # only once it has been taken, whether or not somebody has the duty to take it
        (
            "1  The Committee may adopt the draft.\n"
            "2  An NGO may comment on the draft if the Committee adopts the draft.\n",
            ("2",),
        ),
        (
            "1  The Committee shall adopt the draft.\n"
            "2  An NGO may comment on the draft if the Committee adopts the draft.\n",
            ("2",),
        ),
        # perhaps too late
        (
            "1  The Committee shall adopt the draft within 10 days after the session.\n"
            "2  An NGO may comment on the draft at least 5 days after the session.\n",
            ("2", "1"),
        ),
        # all rules come too late
        (
            ADOPT + "2  An NGO may comment on the draft within 10 days before the session.\n"
            "3  An expert may comment on the draft if the Committee adopts the draft.\n",
            ("2", "3", "1"),
        ),
    ],
)
def test_input_that_comes_too_late_is_found_and_blamed(provisions: str, provision: tuple[str, ...]) -> None:
    assert told(provisions) == [("C109", provision)]


@pytest.mark.parametrize(
    "provisions",
    [
        ADOPT + "2  An NGO may comment on the draft at least 40 days before the session.\n",
        ADOPT + "2  An NGO may comment on the draft within 40 days before the session.\n",
        ADOPT + "2  An NGO may comment on the draft.\n",
        ADOPT,
        # times that are counted from two moments, or in units that do not compare
        ADOPT + "2  An NGO may comment on the draft within 10 days after the deadline.\n",
        ADOPT + "2  An NGO may comment on the draft within 3 months before the session.\n",
        # at most a week after the session may be long before it
        ADOPT + "2  An NGO may comment on the draft at most 1 week after the session.\n",
        # one rule that is in time is enough
        ADOPT + "2  An NGO may comment on the draft within 10 days before the session.\n"
        "3  An expert may comment on the draft.\n",
        "1  The Committee may adopt the draft.\n2  An NGO may comment on the draft if the Committee adopts the draft.\n"
        "3  An expert may comment on the draft.\n",
        # the decision can be taken later as well
        "1  The Committee may adopt the draft at least 30 days before the session. The Committee may adopt the draft "
        "within 10 days after the session.\n2  An NGO may comment on the draft within 10 days before the session.\n",
        # either of the two begins the time
        "1  The Committee shall adopt the draft within 10 days after the session.\n"
        "2  An NGO may comment on the draft within 20 days after the session.\n",
        # a rule that forbids is none that lets it be given
        ADOPT + "2  An NGO may not comment on the draft.\n",
        # in two readings of which each excludes the other
        "1  The Committee may adopt the draft.\n"
        '   Dispute "when": "in good time".\n'
        '   Reading "early": The Committee shall adopt the draft at least 30 days before the session.\n'
        '       An NGO may comment on the draft at least 60 days before the session.\n'
        '   Reading "late": An NGO may comment on the draft within 10 days before the session.\n',
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_no_finding(provisions: str) -> None:
    assert told(provisions) == []


def test_without_a_declaration_no_order_is_expected() -> None:
    words = WORDS + DRAFT.replace("Input: comment on the draft, before adopt the draft.\n", "")
    assert told(ADOPT + "2  An NGO may comment on the draft within 10 days before the session.\n", words) == []


def test_an_act_can_be_an_input_too() -> None:
    words = WORDS + DRAFT + "Input: speak, before adopt the draft.\n"
    assert told("1  An NGO may speak in the Committee if the Committee adopts the draft.\n", words) == [
        ("C109", ("1",))
    ]
    assert told("1  An NGO may speak in the Committee if the Chair circulates its name.\n", words) == []


@pytest.mark.parametrize(
    ("deadline", "first", "last"),
    [
        (Deadline("at least", 2, "day", "before", "m"), -float("inf"), -48),
        (Deadline("at most", 1, "week", "before", "m"), -168, 0),
        (Deadline("within", 3, "hour", "after", "m"), 0, 3),
        (Deadline("at least", 3, "hour", "after", "m"), 3, float("inf")),
        (Deadline("at most", 3, "hour", "after", "m"), -float("inf"), 3),
    ],
)
def test_a_deadline_leaves_a_time(deadline: Deadline, first: float, last: float) -> None:
    assert window(deadline) == Window("m", "hour", first, last)


def test_the_question_on_an_input_can_be_asked_and_does_not_say_that_it_was_given() -> None:
    words = WORDS + DRAFT.replace("comment on the draft, by the actor", "comment on the draft, by an expert")
    text = ADOPT + "2  An expert may comment on the draft within 10 days before the session.\n"
    (one,) = found(text, "C109", words=words)
    assert one.witness is not None
    assert one.witness.question == "May an expert comment on the draft?"
    assert one.witness.when == ()
