"""Questions on rules that a sentence carries to another body or actor."""

from __future__ import annotations

from proclogic.answers.model import BY_LEAVE
from proclogic.norms.model import Ruleset
from proclogic.syntax.parse import parse_question
from tests.answers.texts import ask, rules

WORDS = """Event: approve it, by the Committee, by two thirds of the States present and voting.
Event: object to it, by a State Party.
Event: raise it, by a State Party.
"""


def carried() -> Ruleset:
    """A rule of the Committee, carried to the Board."""
    return rules(
        WORDS,
        """1  An NGO may attend the Committee if the Committee approves it.
2  Rule 1 applies, mutatis mutandis, to the Board, with the Board for the Committee.
""",
    )


def test_who_acts_in_a_carried_rule_can_be_given_to_act() -> None:
    asked = "May an NGO attend the Board, if the Board approves it?"
    found = ask(carried(), asked)
    assert (found.verdict, found.outcome) == (BY_LEAVE, "yes")
    assert ask(carried(), "May an NGO attend the Board?", "the Board approved it").outcome == "yes"


def test_nobody_is_also_those_who_act_in_a_carried_rule() -> None:
    assert ask(carried(), "May an NGO attend the Board, if nobody approves it?").outcome == "no"


def test_a_vote_of_those_who_act_in_a_carried_rule_can_be_asked_about() -> None:
    needed = ask(carried(), "Which majority is needed for the Board to approve it?")
    assert needed.says.startswith("At least two thirds of the States present and voting")
    assert (
        ask(carried(), "Is it carried that the Board approves it, if 10 vote for and 2 vote against?").outcome == "yes"
    )


def test_the_use_of_a_power_that_is_carried_can_be_given() -> None:
    """An NGO has the power of a State Party: what happens when it uses it can be asked."""
    made = rules(
        WORDS,
        """1  A State Party may raise it.
2  An NGO may attend the Committee, unless a State Party raises it.
3  Rule 1 applies to an NGO as it applies to a State Party.
""",
    )
    assert ask(made, "May an NGO attend the Committee, if an NGO raises it?").outcome == "yes"


def test_nobody_else_can_be_given_to_act() -> None:
    _, faults = parse_question("May an NGO attend the Board, if the Chair approves it?", carried().vocabulary)
    assert [d.code for d in faults] == ["E208"]
