"""JSON in the shape of the published schemas."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from proclogic.answers.model import VERDICTS, Answer, Case, Mark
from proclogic.diagnostics import as_data as diagnostics_data
from proclogic.diagnostics.model import Diagnostic, Label
from proclogic.papers import write
from proclogic.sources import Source, Span
from tests.papers import examples
from tests.papers.schemas import validator


def data(*answers: Answer) -> Any:
    return json.loads(write.answers(answers, "json"))


@pytest.mark.parametrize("name", ["answer-1", "answers-1", "matrix-1", "diagnostics-1", "rulesets-1", "assessment-1"])
def test_each_schema_is_a_valid_schema(name: str) -> None:
    Draft202012Validator.check_schema(validator(name).schema)


@pytest.mark.parametrize("answer", examples.ANSWERS, ids=lambda a: a.question)
def test_an_answer_fits_its_schema(answer: Answer) -> None:
    validator("answer-1").validate(data(answer))


def test_several_answers_and_a_matrix_fit_their_schemas() -> None:
    validator("answers-1").validate(data(examples.BY_LEAVE, examples.SILENT))
    validator("matrix-1").validate(json.loads(write.matrix(examples.MATRIX, "json")))


@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("kind", ["contested", "pending", "conflicting", "open", "turns on", "depends", "unregulated"])
def test_every_verdict_and_mark_fits_the_schema(verdict: str, kind: str) -> None:
    mark = Mark(kind, "x", ("1",))
    answer = examples.OF_RIGHT.replace(
        verdict=verdict, verdicts=(verdict,), marks=(mark,), cases=(Case((), verdict, "yes", (mark,)),)
    )
    validator("answer-1").validate(data(answer))


def test_the_schema_refuses_what_it_does_not_know() -> None:
    wrong = data(examples.OF_RIGHT) | {"verdict": "of right"}
    assert not validator("answer-1").is_valid(wrong)
    assert not validator("answer-1").is_valid(data(examples.OF_RIGHT) | {"more": 1})


def test_marks_are_plain_words_with_their_details_beside() -> None:
    found = data(examples.CONTESTED)
    assert found["marks"] == ["contested", "turns-on"]
    assert found["mark_details"][1] == {"kind": "turns-on", "detail": "relevant", "rules": ["17(1)"]}


def test_gates_name_the_agent_its_decision_rule_and_the_coalition() -> None:
    gate = data(examples.BY_LEAVE)["gates"][0]
    assert gate["agent"] == "the Conference"
    assert gate["decision_rule"] == "a majority of the States Parties present and voting"
    assert gate["coalition"] == "more than half of those present and voting"


def test_blockers_say_whether_they_set_off_or_hold() -> None:
    blockers = data(examples.BY_LEAVE)["blockers"]
    assert [b["kind"] for b in blockers] == ["sets off", "holds"]
    assert [act["refusal"] for act in blockers[1]["acts"]] == [False, True]


def test_diagnostics_fit_their_schema_with_lines_and_columns() -> None:
    source = Source("a.rules", "one\ntwo words\n")
    found = Diagnostic("E203", "m", Span("a.rules", 4, 7), "rule 1", "here", (Label(Span("a.rules", 0, 3), "there"),))
    document = diagnostics_data.document(["a"], [found, Diagnostic("W401", "w")], {"a.rules": source})
    validator("diagnostics-1").validate(document)
    first = document["diagnostics"][1]
    assert (first["line"], first["column"], first["end_line"], first["end_column"]) == (2, 1, 2, 4)
    assert document["counts"] == {"error": 1, "warning": 1, "conflict": 0, "gap": 0}
