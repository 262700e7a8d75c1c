"""The question of a world is asked with all that its answer needs: days, what nobody does, readings and text."""

from __future__ import annotations

import pytest

from proclogic.answers.model import Answer
from proclogic.compare.model import Witness
from proclogic.compare.whole import compare
from tests.answers.texts import ask, rules
from tests.compare.test_finer import WORDS, compared


def worlds(first: str, second: str) -> list[tuple[Witness, tuple[Answer, Answer]]]:
    """The worlds in which two texts differ, with what each text answers when it is asked for them."""
    sides = rules(WORDS, first), rules(WORDS, second)
    found = [w for d in compared(first, second).differences for w in d.witnesses]
    return [(w, (ask(sides[0], w.question), ask(sides[1], w.question_b))) for w in found]


ATTEND = "1 An NGO may attend the Board"
CASES = [
    (f"{ATTEND} if it applies to the Committee.\n", f"{ATTEND}.\n"),
    (f"{ATTEND} if it is relevant.\n", f"{ATTEND}.\n"),
    (f"{ATTEND} if the Committee admits it.\n", f"{ATTEND} if it registers.\n"),
    (f"{ATTEND} unless it registers.\n2 An NGO may not attend the Board if it registers.\n", f"{ATTEND}.\n"),
    (f"{ATTEND}.\n2 An NGO may not attend the Board unless it registers.\n", f"{ATTEND}.\n"),
    (f"{ATTEND} if it applies to the Committee at least 30 days before the session.\n", f"{ATTEND}.\n"),
    (f"{ATTEND} if any one State Party objects to it.\n", f"{ATTEND} unless any one State Party objects to it.\n"),
]


@pytest.mark.parametrize(("first", "second"), CASES)
def test_the_question_of_a_world_gets_the_answer_that_is_shown(first: str, second: str) -> None:
    shown = [*worlds(first, second), *worlds(second, first)]
    assert shown
    for witness, answers in shown:
        said = [a.outcome for a in answers]
        assert said == ["yes" if says == "yes" else "no" for says in (witness.a, witness.b)], witness


def test_an_act_that_keeps_one_deadline_and_misses_the_other_is_done_on_a_day() -> None:
    early, late = (f"{ATTEND} if it applies to the Committee at least {n} days before the session.\n" for n in (30, 15))
    ((witness, answers),) = worlds(early, late)
    day = "it applies to the Committee 15 days before the session"
    assert witness.clauses == (day,)
    assert witness.question == witness.question_b == f"May an NGO attend the Board, if {day}?"
    assert [a.outcome for a in answers] == ["no", "yes"]


def test_words_of_one_side_alone_are_not_put_to_the_other() -> None:
    register = "Event: register, by the actor.\n"
    first = rules(WORDS, f"{ATTEND} if it registers.\n")
    second = rules(WORDS.replace(register, ""), f"{ATTEND} if the Committee admits it.\n")
    shown = [w for pair in ((first, second), (second, first)) for d in compare(*pair).differences for w in d.witnesses]
    assert len(shown) == 4
    for witness in shown:
        asked = witness.question, witness.question_b
        assert sum("register" in question for question in asked) == 1
