"""The command that searches a text with drawn cases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from proclogic.cli.run import run
from proclogic.layout import columns
from tests.answers.texts import HEAD
from tests.papers.schemas import validator

FIGHTS = """1   An NGO may attend the Committee.
2   An NGO may not attend the Committee.
"""
CLAIMS = """Under: court.
Always: an NGO may attend the Committee.
Never: a State may attend the Board.
"""


@pytest.fixture
def court(tmp_path: Path) -> Path:
    path = tmp_path / "court.rules"
    path.write_text(HEAD.format(header="") + FIGHTS, "utf-8")
    (tmp_path / "claims.question").write_text(CLAIMS, "utf-8")
    return path


def test_what_is_found_is_told_with_its_question_and_how_much_was_tried(
    court: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["fuzz", str(court), "--examples", "60"]) == 1
    told = capsys.readouterr().out
    flat = " ".join(told.split())
    assert "A contradiction: rule 1 lets it, rule 2 forbids it" in flat
    assert "A claim that does not hold: “Always: an NGO may attend the Committee”." in flat
    assert "a State may attend the Board" not in flat
    assert "To ask May an NGO attend the Committee?" in flat
    assert "I tried 60 cases" in flat
    assert max(map(columns, told.splitlines())) <= 80


def test_what_was_found_is_kept_beside_the_rules_and_known_next_time(
    court: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["fuzz", str(court), "--examples", "60"])
    assert (court.parent / "court.found.json").is_file()
    capsys.readouterr()
    assert run(["fuzz", str(court), "--examples", "60", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    validator("fuzz-1").validate(data)
    assert all(one["known"] for one in data["found"])
    court.write_text(HEAD.format(header="") + FIGHTS.split("\n")[0] + "\n", "utf-8")
    assert run(["fuzz", str(court), "--examples", "60"]) == 0
    assert "nothing any more" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_said(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fuzz", str(court), "--examples", "30", "--corpus", "/dev/null/there"]) == 2
    assert "cannot be kept" in " ".join(capsys.readouterr().err.split())


def test_claims_are_held_against_the_text_by_test_too(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["test", str(court)]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "1 of 2 questions answered as expected" in told
    assert "an NGO may attend the Committee" in told
