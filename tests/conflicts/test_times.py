"""Times that exclude each other, or come too late for one another, are found; times that only differ are not."""

from __future__ import annotations

import pytest

from tests.conflicts.texts import WORDS, blamed, found

MORE = (
    WORDS
    + """Moment: the session.
Moment: the special session.
Event: report, by the actor.
Event: apply, by the actor.
Event: answer it, by the Chair.
"""
)
EARLY = "1   The Chair shall circulate its name at least 30 days before the session.\n"


def all_of(text: str, header: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(text, "C103", "C105", "C107", words=MORE, header=header))


def test_two_duties_whose_times_exclude_each_other_are_one_finding_on_both() -> None:
    text = EARLY + "2   The Chair shall circulate its name within 10 days after the session if it is accredited.\n"
    (one,) = found(text, "C103", words=MORE)
    assert blamed([one]) == [("C103", ("1", "2"))]
    assert [b.says for b in one.blamed] == ["at least 30 days before the session", "within 10 days after the session"]
    assert one.witness is not None and one.witness.when == ("it is accredited",)
    assert one.witness.question == "Must the Chair circulate its name, if it is accredited?"


def test_times_before_one_moment_can_exclude_each_other_too() -> None:
    assert all_of(EARLY + "2   The Chair shall circulate its name at most 10 days before the session.\n") == [
        ("C103", ("1", "2"))
    ]


@pytest.mark.parametrize(
    "second",
    [
        "2   The Chair shall circulate its name at least 60 days before the session.\n",  # both by doing it early
        "2   The Chair shall circulate its name at most 60 days before the session.\n",
        "2   The Chair shall circulate its name at most 1 month before the session.\n",  # a month may have 31 days
        "2   The Chair shall circulate its name within 10 days after the special session.\n",  # another moment
        "2   The Chair should circulate its name within 10 days after the session.\n",  # a call only
        "2   The Chair shall answer it within 10 days after the session.\n",  # another act
        "2   Notwithstanding rule 1, the Chair shall circulate its name within 10 days after the session.\n",
    ],
)
def test_times_that_can_both_be_kept_or_are_put_in_order_are_no_finding(second: str) -> None:
    assert all_of(EARLY + second) == []


def test_a_duty_that_is_taken_out_of_application_is_no_finding() -> None:
    text = """1   An NGO shall report at least 30 days before the session.
2   An NGO shall report within 10 days after the session. Rule 1 does not apply to an NGO.
"""
    assert all_of(text) == []


def test_duties_towards_two_counterparts_are_two_things_to_do() -> None:
    text = """1   The Chair shall circulate its name at least 30 days before the session, owed to a State.
2   The Chair shall circulate its name within 10 days after the session, owed to an NGO.
"""
    assert all_of(text) == []
    assert all_of(text.replace("an NGO", "a State Party")) == [("C103", ("1", "2"))]


def test_duties_of_those_who_are_never_the_same_are_no_finding() -> None:
    text = """1   An NGO shall report at least 30 days before the session.
2   A State shall report within 10 days after the session.
"""
    assert all_of(text) == []
    assert all_of(text.replace("A State", "An expert")) == [("C103", ("1", "2"))]


def test_duties_of_which_each_is_to_prevail_turn_in_a_circle() -> None:
    text = """1   Notwithstanding rule 2, an NGO shall report at least 30 days before the session.
2   Notwithstanding rule 1, an NGO shall report within 10 days after the session.
"""
    assert all_of(text) == [("C105", ("1", "2"))]


def test_a_duty_whose_time_is_over_before_what_it_waits_for_is_found() -> None:
    text = """1   The Chair shall circulate its name at least 60 days before the session
    if a State Party objects to it within 10 days after the session.
"""
    (one,) = found(text, "C107", words=MORE)
    assert blamed([one]) == [("C107", ("1",))]
    assert one.witness is not None
    assert one.witness.when == ("any one State Party objects to it within 10 days after the session",)


def test_a_power_whose_time_is_over_before_what_it_waits_for_is_found() -> None:
    text = """1   An NGO may apply at least 60 days before the session
    if the Chair circulates its name within 10 days after the session.
"""
    assert all_of(text) == [("C107", ("1",))]


def test_what_a_duty_waits_for_may_be_due_too_late_by_another_rule() -> None:
    text = """1   The Chair shall answer it at least 60 days before the session if it is accredited.
2   The Chair shall circulate its name at least 60 days before the session if it reports.
3   An NGO shall report within 10 days after the session.
"""
    assert all_of(text) == [("C107", ("2", "3"))]


def test_a_rule_that_asks_for_one_act_at_two_times_that_exclude_each_other_is_found() -> None:
    text = """1   An NGO may attend the Committee if the Chair circulates its name at least 30 days before the session
    and the Chair circulates its name within 10 days after the session.
"""
    (one,) = found(text, "C107", words=MORE)
    assert one.message == "rule 1 asks for one act at two times that exclude each other: the Chair circulates its name"


@pytest.mark.parametrize(
    "text",
    [
        """1   An NGO may attend the Committee if the Chair circulates its name at least 30 days before the session
    or the Chair circulates its name within 10 days after the session.
""",
        """1   An NGO may attend the Committee if the Chair circulates its name at least 30 days before the session
    and the Chair answers it within 10 days after the session.
""",
        """1   The Chair shall circulate its name at least 60 days before the session
    unless a State Party objects to it within 10 days after the session.
""",
        """1   The Chair shall circulate its name at least 60 days before the session
    if a State Party objects to it at least 30 days before the session.
""",  # it may object much earlier
        """1   The Chair shall circulate its name within 30 days after the session
    if a State Party objects to it within 10 days after the session.
""",
        """1   The Chair shall circulate its name at least 60 days before the session if it reports.
2   An NGO shall report within 10 days after the session.
3   An NGO shall report at least 90 days before the session, owed to a State.
""",  # one of the two reports is in time
        """1   The Chair shall circulate its name if the Chair answers it.
2   The Chair shall answer it if the Chair circulates its name.
""",  # each waits for the other: neither is late
    ],
)
def test_times_that_some_calendar_satisfies_are_no_finding(text: str) -> None:
    assert [f for f in all_of(text) if f[0] == "C107"] == []
