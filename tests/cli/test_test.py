"""proclogic test: the questions of queries/, with verdict, marks, outcome, readings and the rules that ground it."""

from __future__ import annotations

from pathlib import Path

import pytest

from proclogic.answers.model import Answer
from proclogic.norms.questions import Expectation, Question
from proclogic.testing import grounds, questions, says, wrong
from tests.cli.conftest import Run
from tests.papers import examples

GOOD = """
Question A: May an NGO not in consultative status attend plenary meetings of the Conference?
Under: small.
Given: a State Party objected to it.
Expect: by leave of the Conference; pending; outcome no.
Because: 3(2), 4(a).

Question B: Which majority decides a matter of procedure?
Under: small.
Expect answer: "a majority of the States Parties present and voting".
Because: 5.
"""
BAD = """
Question C: May an NGO vote?
Under: small.
Expect: by default; contested; outcome yes.
Because: 4.
"""
UNREADABLE = """
Question D: May an NGOO vote?
Under: small.
Expect: prohibited.
"""


def ask(folder: Path, text: str) -> None:
    (folder / "queries").mkdir(exist_ok=True)
    (folder / "queries" / "small.question").write_text(text, "utf-8")


def test_questions_that_are_answered_as_expected_are_counted(proclogic: Run, folder: Path) -> None:
    ask(folder, GOOD)
    ran = proclogic("test", "small")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("2 of 2 questions answered as expected.\n")
    assert "small: 3 of 8 provisions with rules are touched by a question" in " ".join(ran.out.split())


def test_a_question_may_say_which_layers_count(proclogic: Run, folder: Path) -> None:
    one = "Question L: May an NGO attend plenary meetings of the Conference?\nUnder: small.\nLayers: practice.\n"
    ask(folder, one + "Expect: not conferred; outcome no.\n")
    assert proclogic("test", "small").out.startswith("1 of 1 question answered as expected.")


def test_the_provisions_that_no_question_touches_are_listed(proclogic: Run, folder: Path) -> None:
    ask(folder, GOOD)
    out = " ".join(proclogic("test", "small", "--coverage").out.split())
    assert "untouched: " in out
    assert out.partition("untouched: ")[2].split(", ")[0] == "1"


def test_each_thing_that_is_not_as_expected_is_told_and_the_exit_code_is_1(proclogic: Run, folder: Path) -> None:
    ask(folder, GOOD + BAD)
    ran = proclogic("test", "small")
    out = " ".join(ran.out.split())
    assert ran.code == 1
    assert out.startswith("2 of 3 questions answered as expected, 1 not.")
    assert "C, small: May an NGO vote?" in out
    assert "queries/small.question, line 13" in out
    for words in (
        "expected the verdict by default, found prohibited",
        "expected the outcome yes, found no",
        "expected the mark contested, found none",
        "expected the ground 4, found 6",
    ):
        assert words in out


def test_a_question_beside_the_rules_is_shown_where_it_lies(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside = folder / "rulesets" / "mine"
    beside.mkdir(parents=True)
    (beside / "own.question").write_text(GOOD, "utf-8")
    monkeypatch.chdir(folder)
    assert "rulesets/mine/own.question" in questions(beside=[str(beside)])[2]


def test_a_question_that_cannot_be_read_is_a_failure_and_the_others_are_asked(proclogic: Run, folder: Path) -> None:
    ask(folder, GOOD + UNREADABLE)
    ran = proclogic("test", "small")
    assert ran.code == 1
    assert "NGOO" in ran.err
    assert ran.out.startswith("2 of 2 questions")


def test_a_ruleset_without_questions_says_so(proclogic: Run) -> None:
    assert "No question was found" in proclogic("test", "small").out


EXPECTED = Expectation("X", Question("may", "?"))


@pytest.mark.parametrize(
    ("expected", "answer", "count"),
    [
        (EXPECTED.replace(marks=("pending",)), examples.BY_LEAVE, 0),
        (EXPECTED.replace(marks=("turns on relevant",)), examples.CONTESTED, 0),
        (EXPECTED.replace(marks=("turns on competent",)), examples.CONTESTED, 1),
        (EXPECTED.replace(agents=("the Conference",)), examples.BY_LEAVE, 0),
        (EXPECTED.replace(agents=("President",)), examples.BY_LEAVE, 1),
        (EXPECTED.replace(readings=(("2(2)", "rigid", "not-conferred"),)), examples.CONTESTED, 0),
        (EXPECTED.replace(readings=(("2(2)", "functional", "by-leave"),)), examples.CONTESTED, 0),
        (EXPECTED.replace(readings=(("2(2)", "functional", "by-default"),)), examples.CONTESTED, 1),
        (EXPECTED.replace(readings=(("2(2)", "tacit", "by-default"),)), examples.CONTESTED, 1),
        (EXPECTED.replace(because=("17(3)", "2(2)")), examples.CONTESTED, 0),
        (EXPECTED.replace(because=("17(2)",)), examples.CONTESTED, 1),
        (EXPECTED.replace(answer="more than half"), examples.MAJORITY, 0),
        (EXPECTED.replace(answer="two thirds"), examples.MAJORITY, 1),
    ],
)
def test_an_expectation_is_compared_part_by_part(expected: Expectation, answer: Answer, count: int) -> None:
    assert len(wrong(expected, answer)) == count


def test_a_part_of_a_provision_is_a_ground_and_another_number_is_not() -> None:
    assert grounds("17(3)(a)", "17(3)")
    assert grounds("17(3)(a) as applied by 2(2)", "17(3)(a)")
    assert not grounds("17(31)", "17(3)")
    assert not grounds("17", "17(3)")


def test_what_is_denied_is_not_said() -> None:
    answer = Answer("r", "", "q", "carried", says="Not carried.")
    assert not says(answer, "carried")
    assert says(answer, "not carried")
    assert not says(answer.replace(says="Carriedly."), "carried")


def test_questions_may_stand_beside_a_ruleset_of_ones_own(proclogic: Run, folder: Path) -> None:
    own = folder / "own"
    own.mkdir()
    rules = (folder / "rulesets" / "small" / "small.rules").read_text("utf-8")
    (own / "club.rules").write_text(rules.replace("Ruleset: small.", "Ruleset: club."), "utf-8")
    (own / "asked.question").write_text(GOOD.replace("Under: small", "Under: club"), "utf-8")
    ran = proclogic("test", "own/club.rules")
    assert ran.code == 0, ran
    assert "2 of 2" in ran.out or "All 2" in ran.out
