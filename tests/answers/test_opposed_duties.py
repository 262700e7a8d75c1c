"""A duty that another rule stands in the way of: the answer names that rule, says when, and that neither prevails."""

from __future__ import annotations

import pytest

from proclogic.answers.model import Answer
from tests.answers.texts import ask, rules

WORDS = """Quality: is in arrears, of a State.
Event: publish the list, by the Chair, by the Board.
Event: circulate its name, by the Chair.
Event: report, by the actor.
Event: object to it, by a State Party.
Moment: the session.
"""
DUTY = "1      The Chair shall circulate its name.\n"
BAN = "2      The Chair may not circulate its name if a State Party objects to it.\n"
ASKED = "Must the Chair circulate its name?"


def must(provisions: str, question: str = ASKED, given: str = "") -> Answer:
    return ask(rules(WORDS, provisions), question, given)


def marked(answer: Answer) -> list[tuple[str, ...]]:
    return [m.rules for m in answer.marks if m.kind == "conflicting"]


def test_a_prohibition_in_the_way_is_named_with_its_condition() -> None:
    found = must(DUTY + BAN)
    assert found.says == (
        "Yes: the Chair circulates its name; but rule 2 forbids it, if any one State Party objects to it, "
        "and no rule says which prevails."
    )
    assert (found.outcome, found.grounds, marked(found)) == ("yes", ("1", "2"), [("1", "2")])


def test_where_it_stands_in_the_way_on_the_facts_given_the_outcome_is_open() -> None:
    found = must(DUTY + BAN, given="a State Party objects to it")
    assert found.says == (
        "The rules clash: the Chair circulates its name (rule 1), but rule 2 forbids it, "
        "and no rule says which prevails."
    )
    assert (found.outcome, found.grounds, marked(found)) == ("open", ("1", "2"), [("1", "2")])


def test_without_the_clash_nothing_is_said_of_it() -> None:
    found = must(DUTY + BAN, given="no State Party objects to it")
    assert (found.says, found.outcome, marked(found)) == ("Yes: the Chair circulates its name.", "yes", [])


def test_a_duty_of_the_one_asked_about_meets_a_prohibition_on_some() -> None:
    text = "1      A State shall report.\n2      A State in arrears may not report.\n"
    found = must(text, "Must a State report?")
    assert found.says == (
        "Yes: it reports; but rule 2 forbids it, if it is in arrears, and no rule says which prevails."
    )
    assert must(text, "Must a State report?", "it is in arrears").outcome == "open"


def test_a_duty_at_another_time_is_named_with_its_time() -> None:
    text = """1      A State shall report at least 10 days before the session.
2      A State shall report within 5 days after the session if a State Party objects to it.
"""
    found = must(text, "Must a State report?")
    assert found.says == (
        "Yes: it reports, at least 10 days before the session; but rule 2 asks for it within 5 days after the "
        "session, if any one State Party objects to it, and no rule says which prevails."
    )
    given = must(text, "Must a State report?", "a State Party objects to it")
    assert given.says == (
        "The rules clash: it reports, at least 10 days before the session (rule 1), but rule 2 asks for it within 5 "
        "days after the session, and no rule says which prevails."
    )
    assert given.outcome == "open"


@pytest.mark.parametrize(
    "other",
    [
        "2      Subject to rule 1, the Chair may not circulate its name.\n",  # gives way
        "2      The Chair may not circulate its name.\n3      Rule 1 prevails over rule 2.\n",
        "2      The Chair may not publish the list.\n",  # something else
        "2      The Board may not publish the list.\n",  # somebody else
        "2      The Chair may not circulate its name at least 30 days before the session.\n",  # later it may
        "2      The Chair may not circulate its name.\n"
        "3      Notwithstanding rule 2, the Chair may circulate its name.\n",
    ],
)
def test_what_does_not_stand_in_the_way_is_not_told(other: str) -> None:
    found = must(DUTY + other)
    assert (found.says, found.outcome, found.marks) == ("Yes: the Chair circulates its name.", "yes", ())


def test_a_prohibition_that_prevails_ends_the_duty() -> None:
    always = must(DUTY + "2      Notwithstanding rule 1, the Chair may not circulate its name.\n")
    assert always.says == "No: rule 2 forbids it, and prevails over rule 1."
    assert (always.outcome, always.grounds) == ("no", ("1", "2"))
    text = (
        DUTY + "2      Notwithstanding rule 1, the Chair may not circulate its name if a State Party objects to it.\n"
    )
    assert must(text).says == "Yes: the Chair circulates its name, unless any one State Party objects to it."
    given = must(text, given="a State Party objects to it")
    assert (given.outcome, given.grounds) == ("no", ("1", "2"))


def test_two_rules_of_which_each_is_to_prevail_are_told_so() -> None:
    text = """1      Notwithstanding rule 2, the Chair shall circulate its name.
2      Notwithstanding rule 1, the Chair may not circulate its name.
"""
    assert must(text).says == (
        "The rules clash: the Chair circulates its name (rule 1), but rule 2 forbids it, and each of the two is to "
        "prevail over the other."
    )


def test_one_reading_that_forbids_it_is_told_as_a_reading() -> None:
    text = (
        DUTY
        + """2
    Dispute "who": "circulate".
    Reading "wide": The Chair may not circulate its name.
    Reading "narrow": nothing more.
"""
    )
    found = must(text)
    assert found.says == (
        "The rules may clash: the Chair circulates its name (rule 1), but rule 2 forbids it in some readings, and no "
        "rule says which prevails."
    )
    assert found.outcome == "open"
