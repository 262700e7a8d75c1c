"""The plain writer: one fact a line, no columns."""

from __future__ import annotations

import re

import pytest

from proclogic.answers.model import Answer
from proclogic.papers import write
from tests.papers import examples


def lines(answer: Answer) -> list[str]:
    return write.answers((answer,), "plain").splitlines()


def test_the_question_and_the_answer_come_first() -> None:
    first = lines(examples.BY_LEAVE)[:3]
    assert first[0].startswith("Question: May an NGO")
    assert first[1] == "Answer: BY LEAVE of the Conference; pending before the Conference. Source: rule 17(2)."
    assert first[2] == "Outcome: On the facts given: no, while the Conference has not decided."


@pytest.mark.parametrize("answer", examples.ANSWERS, ids=lambda a: a.question)
def test_there_are_no_columns_and_no_drawing(answer: Answer) -> None:
    for line in lines(answer):
        assert not re.search(r"\S {2,}\S|[─-╿]|^ ", line), line


def test_each_line_of_a_case_names_the_case() -> None:
    found = [line for line in lines(examples.CONTESTED) if line.startswith("Case 2")]
    assert found[0].startswith("Case 2: If it is not in consultative status and it is relevant, or if it is a State")
    assert found[1].startswith("Case 2, who lets it in: the Conference decides to admit it. Source: rule 17(2).")


def test_a_row_is_one_line_with_named_cells() -> None:
    assert "Who: natural person; Answer: not conferred; Rule: no rule." in lines(examples.WHO)
