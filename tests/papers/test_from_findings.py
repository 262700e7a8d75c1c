"""Findings as a lawyer reads them, and as data."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from proclogic.conflicts.whole import conflicts
from proclogic.layout import columns
from proclogic.papers import write
from tests.conflicts.texts import text
from tests.papers.schemas import validator

RULES = """1   An NGO may attend the Committee.
2   An accredited NGO may not attend the Committee.
3   An NGO may speak in the Committee.
4   An NGO may not speak in the Committee.
    Accepted: C101 because "the Chair decides".
"""


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    made = conflicts(text(RULES), codes=("C101",))
    return {form: write.findings(made, form, True) for form in ("text", "plain", "md", "json")}


def test_a_finding_is_told_with_its_rules_its_situation_and_what_would_settle_it(found: dict[str, str]) -> None:
    told = " ".join(found["text"].split())
    assert told.startswith("court: 1 conflict.")
    assert "C101: rules 1 and 2 give opposite answers, and no words say which prevails." in told
    assert "Rule 2 “An accredited NGO may not attend the Committee.” Here: it may not attend the Committee." in told
    assert "It shows when it is accredited" in told
    assert "To ask May an NGO attend the Committee, if it is accredited?" in told
    assert "Would settle it rule 2: add “notwithstanding rule 1”" in told


def test_what_is_let_stand_comes_last_with_its_reason(found: dict[str, str]) -> None:
    told = " ".join(found["text"].split())
    assert told.index("The author lets these stand:") > told.index("rules 1 and 2")
    assert "Accepted the Chair decides" in told


def test_no_line_of_a_text_is_wider_than_80_columns(found: dict[str, str]) -> None:
    assert max(map(columns, found["text"].splitlines())) <= 80


def test_the_data_have_the_shape_of_the_schema(found: dict[str, str]) -> None:
    Draft202012Validator.check_schema(validator("findings-1").schema)
    data = json.loads(found["json"])
    validator("findings-1").validate(data)
    assert [f["id"] for f in data["findings"]] == ["C101/1+2/attend"]


def test_what_accepting_left_nothing_of_says_that_nothing_was_found() -> None:
    made = conflicts(text(RULES.replace("2   An acc", "2   Notwithstanding rule 1, an acc")), codes=("C101",))
    assert write.findings(made, "text", False).startswith("court: nothing found but 1 that")
    assert "The author lets 1 stand: --accepted shows it." in write.findings(made, "text", False)
