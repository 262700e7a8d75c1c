"""A duty to do what is forbidden, and a duty without the power, are found; what only looks like them is not."""

from __future__ import annotations

import pytest

from proclogic.conflicts.whole import conflicts
from tests.answers.texts import ask
from tests.conflicts.texts import WORDS, blamed, found, text

MORE = (
    WORDS
    + """Moment: the session.
Officer: the Secretary, of the Committee.
Event: report, by the actor.
Event: publish the list, by the Chair, by the Secretary, by a State, by a State Party.
Quality: young, of an actor.
"""
)
DUTY = "1   The Chair shall circulate its name.\n"


def all_of(text: str, *codes: str, header: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(text, *(codes or ("C102", "C105", "G201")), words=MORE, header=header))


def test_a_duty_to_do_what_is_forbidden_is_one_finding_on_both_rules() -> None:
    (one,) = found(DUTY + "2   The Chair may not circulate its name.\n", "C102", words=MORE)
    assert blamed([one]) == [("C102", ("1", "2"))]
    assert one.witness is not None and one.witness.question == "Must the Chair circulate its name?"


@pytest.mark.parametrize(
    ("provisions", "code"),
    [
        (DUTY + "2   The Chair may not circulate its name if a State Party objects to it.\n", "C102"),
        ("1   An NGO shall report.\n2   An expert shall not report.\n", "C102"),
        ("1   The Chair shall publish the list.\n2   Only the Secretary may publish the list.\n", "C102"),
        (
            "1   The Chair shall publish the list unless it is an NGO.\n2   The Chair may not publish the list.\n",
            "C102",
        ),
        (
            "1   A State shall report at least 10 days before the session.\n"
            "2   A State Party shall report within 5 days after the session if the Chair circulates its name.\n",
            "C103",
        ),
    ],
)
def test_the_answer_to_the_question_of_a_finding_names_the_rule_in_the_way(provisions: str, code: str) -> None:
    made = text(provisions, MORE)
    (one,) = conflicts(made, codes=(code,)).findings
    assert one.witness is not None
    told = ask(made, one.witness.question)
    assert [m.rules for m in told.marks if m.kind == "conflicting"] == [("1", "2")], told.says


def test_the_situation_says_on_what_each_of_the_two_rules_depends() -> None:
    text = """1   The Chair shall circulate its name if it is accredited.
2   The Chair may not circulate its name if a State Party objects to it.
"""
    (one,) = found(text, "C102", words=MORE)
    assert one.witness is not None
    assert one.witness.when == ("it is accredited", "any one State Party objects to it")


def test_a_duty_of_those_asked_about_meets_a_prohibition_on_some_of_them() -> None:
    (one,) = found("1   An NGO shall report.\n2   An expert shall not report.\n", "C102", words=MORE)
    assert one.witness is not None and one.witness.when == ("it is an expert",)


def test_a_duty_that_leaves_some_out_is_shown_with_one_of_the_others() -> None:
    text = """1   The Chair shall circulate its name unless it is an NGO.
2   The Chair may not circulate its name if a State Party objects to it.
"""
    (one,) = found(text, "C102", words=MORE)
    assert one.witness is not None
    assert one.witness.when == ("it is a State", "any one State Party objects to it")
    assert (
        one.witness.question == "Must the Chair circulate its name, if it is a State and a State Party objects to it?"
    )


def test_a_monopoly_of_another_forbids_what_is_a_duty() -> None:
    text = "1   The Chair shall publish the list.\n2   Only the Secretary may publish the list.\n"
    assert all_of(text) == [("C102", ("1", "2"))]


@pytest.mark.parametrize(
    ("duty", "ban"),
    [
        (DUTY, "2   The Secretary may not publish the list.\n"),  # another
        ("1   The Chair shall publish the list.\n", "2   The Secretary may not publish the list.\n"),
        ("1   An NGO shall report.\n", "2   A State shall not report.\n"),
        ("1   An accredited NGO shall report.\n", "2   An NGO that is not accredited shall not report.\n"),
        (DUTY, "2   Subject to rule 1, the Chair may not circulate its name.\n"),  # ordered
        (DUTY, "2   Notwithstanding rule 1, the Chair may not circulate its name.\n"),
        (DUTY, "2   The Chair may not circulate its name.\n3   Rule 1 prevails over rule 2.\n"),
        ("1   The Chair should circulate its name.\n", "2   The Chair may not circulate its name.\n"),  # a call only
        (  # never both
            "1   The Chair shall circulate its name if a State Party objects to it.\n",
            "2   The Chair may not circulate its name if no State Party objects to it.\n",
        ),
        (DUTY, "2   The Chair may not circulate its name at least 30 days before the session.\n"),  # later it may
        (
            "1   The Chair shall circulate its name within 10 days after the session.\n",
            "2   The Chair may not circulate its name at least 30 days before the session.\n",
        ),
        (DUTY, "2   Rule 1 does not apply to an NGO.\n3   The Chair may not publish the list.\n"),
    ],
)
def test_what_does_not_stand_in_the_way_of_a_duty_is_no_finding(duty: str, ban: str) -> None:
    assert all_of(duty + ban) == []


def test_a_prohibition_for_all_the_time_of_a_duty_stands_in_its_way() -> None:
    text = """1   The Chair shall circulate its name at least 30 days before the session.
2   The Chair may not circulate its name at least 10 days before the session.
"""
    assert all_of(text) == [("C102", ("1", "2"))]


def test_a_duty_and_a_prohibition_of_which_each_is_to_prevail_turn_in_a_circle() -> None:
    text = """1   Notwithstanding rule 2, the Chair shall circulate its name.
2   Notwithstanding rule 1, the Chair may not circulate its name.
"""
    assert all_of(text) == [("C105", ("1", "2"))]


def test_a_finding_of_one_reading_says_in_which() -> None:
    text = (
        DUTY
        + """2
    Dispute "who": "circulate".
    Reading "wide": The Chair may not circulate its name.
    Reading "narrow": nothing more.
"""
    )
    (one,) = found(text, "C102", words=MORE)
    assert one.where == "“circulate” (2) is read as “wide”"


def test_a_duty_of_one_to_whom_no_rule_gives_the_power_is_told_with_those_who_have_it() -> None:
    text = "1   The Secretary shall publish the list.\n2   The Chair may publish the list.\n"
    (one,) = found(text, "C102", "G201", words=MORE)
    assert blamed([one]) == [("G201", ("1", "2"))]
    assert one.witness is not None and one.witness.question == "Must the Secretary publish the list?"


@pytest.mark.parametrize(
    "text",
    [
        "1   The Secretary shall publish the list.\n",  # no rule speaks of a power
        "1   The Secretary shall publish the list.\n2   The Chair or the Secretary may publish the list.\n",
        "1   The Secretary should publish the list.\n2   The Chair may publish the list.\n",
        "1   An NGO shall report.\n2   A State may report.\n",  # to report oneself needs no power
        "1   A State shall publish the list.\n2   A State Party may publish the list.\n",  # some of them may
        "1   A State Party shall publish the list.\n2   A State may publish the list.\n",  # a wider class
        """1   The Chair shall publish the list.
2   Rule 1 applies, mutatis mutandis, to the Board, with the Secretary for the Chair.
3   The Chair may publish the list.
""",  # carried to the Secretary, who takes the place of the Chair
        """1   The Secretary shall publish the list.
2   The Secretary may publish the list if a State Party objects to it.
""",
    ],
)
def test_a_duty_that_some_rule_lets_its_bearer_do_or_of_which_none_speaks_is_no_finding(text: str) -> None:
    assert all_of(text) == []


def test_a_duty_that_reaches_further_than_the_power_of_its_bearer_says_so() -> None:
    text = "1  The Chair shall circulate its name if no State Party objects to it.\n"
    text += "2  The Chair may circulate its name if a State Party objects to it.\n"
    (one,) = found(text, "G201", words=MORE)
    assert one.message == "the Chair must circulate its name, and no rule lets it do so then"
    assert [b.says for b in one.blamed][1] == "gives the power to the Chair in other cases"
