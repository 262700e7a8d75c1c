"""CSV: one line a case, or a line a row."""

from __future__ import annotations

import csv
import io

from proclogic.papers import write
from tests.answers.texts import ask, rules
from tests.papers import examples


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_an_answer_has_a_line_for_each_case() -> None:
    found = rows(write.answers((examples.CONTESTED,), "csv"))
    assert [row["verdict"] for row in found] == ["by-default", "by-leave"]
    assert [row["rules"] for row in found] == ["17(1)", "17(2)"]
    assert all("turns-on: relevant" in row["marks"] for row in found)


def test_a_question_without_cases_has_one_line() -> None:
    (found,) = rows(write.answers((examples.MAJORITY,), "csv"))
    assert found["says"] == "More than half of the States Parties present and voting"


def test_several_rulesets_stand_one_below_the_other() -> None:
    found = rows(write.answers((examples.BY_LEAVE, examples.SILENT), "csv"))
    assert [(row["ruleset"], row["complete"]) for row in found] == [("untoc-cop", "yes"), ("ahc", "no")]


def test_a_list_and_the_matrix_have_a_line_for_each_row() -> None:
    assert [row["actor"] for row in rows(write.answers((examples.WHO,), "csv"))] == list(examples.MATRIX.actors)
    assert len(rows(write.matrix(examples.MATRIX, "csv"))) == len(examples.MATRIX.rows)


def test_an_open_answer_has_all_its_verdicts_and_what_each_choice_of_brackets_comes_to() -> None:
    made = rules("", "1      An NGO [may | by: A][may not | by: B] attend the Committee.\n")
    (found,) = rows(write.answers((ask(made, "May an NGO attend the Committee?"),), "csv"))
    assert (found["verdicts"], found["outcome"]) == ("of-right | prohibited", "open")
    assert found["brackets"].split(" | ") == [
        'of-right (yes): if 1 keeps "may" (A)',
        'prohibited (no): if 1 keeps "may not" (B)',
    ]
