"""What a duty comes to that is presumed done: the full explanation says what follows when it is not."""

from __future__ import annotations

import pytest

from proclogic.answers.options import Options
from proclogic.explain.model import Change
from proclogic.explain.whole import explain
from proclogic.syntax.parse import parse_question
from tests.answers.texts import ask, rules

WORDS = """Event: circulate its name, by the Chair.
Event: read its name, by the Chair.
Event: admit it, by the Committee.
"""
PROVISIONS = """1   The Chair shall circulate its name. The Chair shall read its name.
2   An NGO may attend the Committee if the Chair circulates its name.
3   An NGO may attend the Committee if the Committee admits it.
"""
ASKED = "May an NGO attend the Committee?"


def changes(every_case: bool, options: Options) -> dict[tuple[str, ...], Change]:
    ruleset = rules(WORDS, PROVISIONS)
    question, _ = parse_question(ASKED, ruleset.vocabulary)
    assert question is not None
    (case,) = explain(ruleset, question, options, every_case=every_case).cases
    return {c.texts: c for c in case.changes}


def test_a_duty_on_which_the_answer_rests_is_among_the_changes_when_it_is_not_done() -> None:
    omitted = changes(True, Options())["the Chair does not circulate its name",]
    anew = ask(rules(WORDS, PROVISIONS), ASKED, "the Chair does not circulate its name")
    assert (omitted.verdicts, omitted.outcome) == ((anew.verdict,), anew.outcome) == (("by-leave",), "conditional")


def test_a_duty_on_which_nothing_turns_is_no_change() -> None:
    assert ("the Chair does not read its name",) not in changes(True, Options())


@pytest.mark.parametrize(("every_case", "options"), [(False, Options()), (True, Options(strict=True))])
def test_omissions_are_looked_at_in_the_full_explanation_of_what_is_presumed(
    every_case: bool, options: Options
) -> None:
    assert ("the Chair does not circulate its name",) not in changes(every_case, options)
