"""An objection of which nothing follows, or which may come when it counts no more: found; what looks like it is not."""

from __future__ import annotations

import pytest

from tests.conflicts.texts import WORDS, blamed, found

MORE = (
    WORDS
    + """Event: decide to admit it, by the Committee.
Event: appeal to the Board, by the actor.
Event: announce the objection, by the Chair.
Event: comment on it, by a State Party.
Event: give the reasons of its objection, by a State Party.
Event: adopt the list, by the Committee.
Status: observer status.
Actor: academic institution.
Disjoint: NGO, academic institution.
Moment: the session.
Input: comment on it, before adopt the list.
"""
)
MAY = "2  A State Party may object to it.\n"
VETO = "1  An NGO may attend the Committee if no State Party objects to it.\n" + MAY
STATUS = "1  An NGO has observer status unless a State Party objects to it.\n" + MAY
STATUS += "3  An NGO with observer status may attend the Committee.\n"


def told(provisions: str, *codes: str) -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(provisions, *(codes or ("G210",)), words=MORE))


@pytest.mark.parametrize(
    ("provisions", "rules"),
    [
        (VETO, ("2", "1")),
        (STATUS, ("2", "1")),
        # a referral of others, and what follows for others
        (VETO + "3  The matter of an academic institution is referred to the Committee if a State Party objects to "
         "it.\n", ("2", "1")),
        (VETO + "3  An academic institution may attend the Committee if a State Party objects to it.\n", ("2", "1")),
        # a dispute on something else
        (VETO + '3  An expert may speak in the Board.\n   Dispute "who": "expert".\n   Reading "all": nothing more.\n'
         '   Reading "some": An expert may attend the Board.\n', ("2", "1")),
        # nothing is said to be given, to others
        (VETO + "   Nothing in this provision lets an academic institution or the Board do anything.\n", ("2", "1")),
        # a right by leave: the acts that it needs are done before
        (VETO.replace("if no", "if the Chair circulates its name and no"), ("2", "1")),
        (VETO.replace(" if no State Party objects", " if the Chair circulates its name, unless a State Party objects"),
         ("2", "1")),
        # others hold it of right
        (VETO.replace("if no", "if the Chair circulates its name and no") + "3  An academic institution may attend the "
         "Committee.\n   An expert may attend the Committee unless the Chair circulates its name.\n", ("2", "1")),
        ("1  An NGO has observer status if the Committee decides to admit it and no State Party objects to it.\n" + MAY
         + "3  An NGO with observer status may attend the Committee.\n", ("2", "1")),
        # nothing in the whole text turns on it
        ("1  A State Party may object to it.\n", ("1",)),
        ("1  A State Party may object to it not later than 10 days before the session.\n", ("1",)),
    ],
)  # fmt: skip
def test_an_objection_of_which_nothing_follows_is_found(provisions: str, rules: tuple[str, ...]) -> None:
    assert told(provisions) == [("G210", rules)]


@pytest.mark.parametrize(
    "provisions",
    [
        # nobody is given standing: the rule on the right says it all
        VETO.replace(MAY, ""),
        # it is said that it is final, or what holds
        VETO + "3  An NGO may not attend the Committee if a State Party objects to it.\n",
        VETO + "3  An NGO may attend the Committee if a State Party objects to it.\n",
        STATUS + "4  An NGO has no observer status if a State Party objects to it.\n",
        VETO + "   Nothing in this provision lets an NGO attend the Committee.\n",
        # somebody decides
        VETO + "3  The matter of an NGO is referred to the Committee if a State Party objects to it.\n",
        VETO + "3  An NGO may attend the Committee if the Committee decides to admit it.\n",
        VETO + "3  An NGO may attend the Committee if it appeals to the Board.\n",
        # the same of a right by leave
        VETO.replace("if no", "if the Chair circulates its name and no")
        + "3  An NGO may attend the Committee if the Committee decides to admit it.\n",
        VETO.replace("if no", "if the Chair circulates its name and no")
        + "3  An NGO may not attend the Committee if a State Party objects to it.\n",
        # something else follows
        VETO + "3  The Chair shall announce the objection if a State Party objects to it.\n",
        # a reading deals with it
        VETO + '   Dispute "then": "object".\n   Reading "void": nothing more.\n'
        '   Reading "final": An NGO may not attend the Committee if a State Party objects to it.\n',
        # nothing is lost by it
        VETO + "3  An NGO may attend the Committee.\n",
        # no objection: what somebody may do, and no more
        "1  A State Party may comment on it.\n",
        "1  A State Party may give the reasons of its objection.\n",
        # a body and an officer use their powers
        "1  The Committee may decide to admit it.\n",
        "1  The Chair may circulate its name.\n"
        "2  An NGO may attend the Committee unless the Chair circulates its name.\n",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_no_finding(provisions: str) -> None:
    assert told(provisions) == []


def test_the_situation_is_that_of_the_objection() -> None:
    (one,) = found(VETO, "G210", words=MORE)
    assert one.message == (
        "rule 2 lets a State Party object to it; then no rule lets an NGO attend the Committee any more, and none says "
        "that this is final, or who decides"
    )
    assert one.witness is not None
    assert one.witness.question == "May an NGO attend the Committee, if a State Party objects to it?"


COUNTS = (
    "1  An NGO may attend the Committee if no State Party objects to it not later than 9 days before the session.\n"
)


def test_the_situation_of_a_right_by_leave_tells_what_it_needs() -> None:
    [one] = found(VETO.replace("if no", "if the Chair circulates its name and no"), "G210", words=MORE)
    assert one.witness is not None
    assert set(one.witness.when) == {"any one State Party objects to it", "the Chair circulates its name"}
    assert "the Chair circulates its name" in one.witness.question and "objects to it" in one.witness.question


@pytest.mark.parametrize(
    "power",
    [
        "2  A State Party may object to it at least 5 days before the session.\n",  # from 9 to 5 days before
        "2  A State Party may object to it at most 5 days before the session.\n",  # always too late
        "2  A State Party may object to it within 3 days after the session.\n",
    ],
)
def test_a_time_for_objections_that_goes_on_when_they_count_no_more_is_found(power: str) -> None:
    assert told(COUNTS + power, "C107") == [("C107", ("2", "1"))]


OWN = "1  An NGO may attend the Committee if it appeals to the Board at least 9 days before the session.\n"
OWN_TIME = "2  An NGO may appeal to the Board at least 5 days before the session.\n"


def test_a_time_for_ones_own_act_that_goes_on_when_it_counts_no_more_is_found() -> None:
    assert told(OWN + OWN_TIME, "C107") == [("C107", ("2", "1"))]
    assert told(OWN + OWN_TIME.replace("at least 5 days before", "within 3 days after"), "C107") == [
        ("C107", ("2", "1"))
    ]


@pytest.mark.parametrize(
    "provisions",
    [
        OWN + OWN_TIME.replace("5 days", "9 days"),
        OWN + OWN_TIME.replace("An NGO", "An academic institution"),  # it counts for others, whose time is another
        OWN + OWN_TIME + "3  An NGO may speak in the Board if it appeals to the Board.\n",
    ],
)
def test_a_time_in_which_ones_own_act_counts_is_no_finding(provisions: str) -> None:
    assert told(provisions, "C107") == []


def test_an_appeal_of_ones_own_of_which_nothing_follows_is_found() -> None:
    assert told("1  An NGO may appeal to the Board.\n") == [("G210", ("1",))]
    assert (
        told(
            "1  An NGO may appeal to the Board.\n2  The Chair shall announce the objection if it appeals to the "
            "Board.\n"
        )
        == []
    )


@pytest.mark.parametrize(
    "provisions",
    [
        COUNTS + "2  A State Party may object to it at least 9 days before the session.\n",
        COUNTS + "2  A State Party may object to it at least 216 hours before the session.\n",
        COUNTS + "2  A State Party may object to it at least 20 days before the session.\n",
        COUNTS + MAY,  # the rule on the right sets the time
        # it counts later for something else, or whenever it comes
        COUNTS + "2  A State Party may object to it at least 5 days before the session.\n"
        "3  The Chair shall announce the objection if a State Party objects to it at least 5 days before the "
        "session.\n",
        COUNTS + "2  A State Party may object to it at least 5 days before the session.\n"
        "3  The Chair shall announce the objection if a State Party objects to it.\n",
        # of something else
        COUNTS + "2  A State Party may comment on it at least 5 days before the session.\n",
        # a month is no number of days
        COUNTS.replace("9 days", "1 month")
        + "2  A State Party may object to it at least 30 days before the session.\n",
    ],
)
def test_a_time_in_which_an_objection_counts_is_no_finding(provisions: str) -> None:
    assert told(provisions, "C107") == []


def test_the_question_on_a_power_does_not_say_that_it_was_used() -> None:
    (one,) = found("1  A State Party may object to it not later than 10 days before the session.\n", "G210", words=MORE)
    assert one.witness is not None
    assert (one.witness.when, one.witness.question) == ((), "May a State Party object to it?")
