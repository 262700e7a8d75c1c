"""Where it is settled that somebody must let it in, or may stop it, and not who: no answer names one of them without
saying that it differs."""

from __future__ import annotations

import pytest

from proclogic.answers.lists import matrix
from proclogic.answers.model import Matrix, Row
from proclogic.answers.options import Options
from proclogic.figures.worked_out import figures
from proclogic.norms.model import Ruleset
from proclogic.papers import write
from proclogic.papers.from_matrix import code
from tests.answers.texts import ask, rules

WORDS = """Event: invite it, by the Chair.
Event: admit it, by the Committee.
Event: object to it, by a State.
Event: exclude it, by the Committee.
"""
BRACKETS = (
    "1  An NGO may attend the Board [if the Chair invites it | by: Group A][if the Committee admits it | by: Group B]."
)
BOTH = (
    "1  An NGO may attend the Board [if the Chair invites it, unless a State objects to it | by: Group A]"
    "[if the Committee admits it, unless the Committee excludes it | by: Group B]."
)
STOPPED = (
    "1  An NGO may attend the Board [unless a State objects to it | by: Group A]"
    "[unless the Committee excludes it | by: Group B]."
)


def _row(ruleset: Ruleset) -> tuple[Row, Matrix]:
    found = matrix(ruleset, Options())
    return next(r for r in found.rows if r.actor == "NGO" and r.body == "the Board"), found


def test_the_headline_says_that_the_brackets_differ_in_who_lets_it_in() -> None:
    answer = ask(rules(WORDS, BRACKETS), "May an NGO attend the Board?")
    told = write.answers((answer,), "plain")
    assert "Answer: BY LEAVE; of whom, the brackets [ ] differ." in told
    assert "conditional: once it is let in; by whom, the brackets [ ] differ." in told


@pytest.mark.parametrize(
    "text, how, sign",
    [
        (BRACKETS, "by leave, if the Chair invites it (this differs with the brackets [ ])", "leave [ ]"),
        (
            BOTH,
            "by leave, if the Chair invites it, not if any one State objects to it (both differ with the brackets [ ])",
            "leave [ ]",
        ),
        (STOPPED, "by default, not if any one State objects to it (this differs with the brackets [ ])", "default [ ]"),
    ],
)
def test_a_row_of_the_matrix_says_that_whose_act_it_is_differs(text: str, how: str, sign: str) -> None:
    row, _ = _row(rules(WORDS, text))
    assert row.condition == how
    assert code(row) == sign


def test_a_figure_says_it_beside_the_gate() -> None:
    (figure,) = figures(rules(WORDS, BRACKETS), Options(), "entitlements", cache=False)
    assert "who lets it in differs with the brackets [ ]" in " ".join(figure.dot.replace("\\n", " ").split())
    assert "who lets it in differs with the brackets [ ]" in " ".join(figure.alt)


def test_what_is_settled_is_told_with_who_acts() -> None:
    row, _ = _row(rules(WORDS, "1  An NGO may attend the Board if the Chair invites it."))
    assert row.condition == "by leave, if the Chair invites it"
    assert code(row) == "leave"
