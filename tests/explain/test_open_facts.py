"""Changes in a case that leaves facts, acts or kinds open."""

from __future__ import annotations

import pytest

from proclogic.explain.model import Explanation
from proclogic.explain.whole import explain
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.syntax.parse import parse_question
from tests.answers.texts import rules
from tests.properties.test_explanations import changes_wrong


def asked(text: str, ruleset: Ruleset) -> Question:
    question, _ = parse_question(text, ruleset.vocabulary)
    assert question is not None
    return question


def explained(text: str, ruleset: Ruleset) -> Explanation:
    return explain(ruleset, asked(text, ruleset), every_case=True)


def test_what_ends_a_right_only_if_a_fact_left_open_is_so_is_confirmed_with_the_acts_of_the_right() -> None:
    ruleset = rules(
        "Quality: accredited, of an actor.\nQuality: young, of an actor.\nEvent: admit it, by the Chair.\n",
        """1   An NGO that is accredited may attend the Committee if the Chair admits it.
2   An NGO that is not young may attend the Committee if the Chair admits it.
""",
    )
    (accredited, _) = explained("May an NGO attend the Committee?", ruleset).cases
    found = {c.texts: c.verdicts for c in accredited.changes}
    assert found["it is not accredited",] == ("by-leave", "not-conferred")


def test_a_meeting_that_is_of_two_kinds_may_change_in_the_one_and_stay_of_the_other() -> None:
    ruleset = rules(
        "Body: private meeting, of States.\nBody: working group, of States.\n",
        "1   An NGO may attend working groups other than private meetings.\n",
    )
    question = "May an NGO attend?"
    private = {c.texts for c in explained(question, ruleset).cases[-1].changes}
    assert private == {("the meeting is not a private meeting",)}
    assert list(changes_wrong(ruleset, asked(question, ruleset), False)) == []


@pytest.mark.parametrize(
    "provisions",
    [
        """1   An NGO may attend the Committee if the Chair invites it at least 10 days before the session.
2   An accredited NGO may attend the Committee if the Chair invites it.
""",
        """1   An NGO may attend the Committee if the Chair invites it and the Chair invites it at least 10 days before
    the session.
""",
    ],
)
def test_that_an_act_was_not_done_is_a_change_where_it_may_have_been_in_time(provisions: str) -> None:
    words = "Quality: accredited, of an actor.\nMoment: the session.\nEvent: invite it, by the Chair.\n"
    question = "May an NGO that is not accredited attend the Committee, if the Chair has invited it?"
    (case,) = explained(question, rules(words, provisions)).cases
    found = {c.texts: (c.verdicts, c.outcome) for c in case.changes}
    assert found["the Chair does not invite it",] == (("by-leave",), "no")
