"""The command that finds where a text fights itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from proclogic.cli.run import run
from tests.answers.texts import HEAD

RULES = """1   An NGO may attend the Committee.
2   An NGO may not attend the Committee.
"""


@pytest.fixture
def fights(tmp_path: Path) -> str:
    path = tmp_path / "court.rules"
    path.write_text(HEAD.format(header="") + RULES, "utf-8")
    return str(path)


def test_findings_end_the_command_with_1_and_nothing_found_with_0(
    fights: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["conflicts", fights]) == 1
    assert "C101: rules 1 and 2" in capsys.readouterr().out
    Path(fights).write_text(HEAD.format(header="") + "1   An NGO may attend the Committee.\n", "utf-8")
    assert run(["conflicts", fights]) == 0
    assert "nothing found" in capsys.readouterr().out


def test_only_what_is_asked_for_is_looked_for(fights: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["conflicts", fights, "--only", "c108"]) == 0
    capsys.readouterr()
    assert run(["conflicts", fights, "--only", "C101", "--format", "json"]) == 1
    assert [f["code"] for f in json.loads(capsys.readouterr().out)["findings"]] == ["C101"]


def test_a_code_that_it_does_not_look_for_is_a_mistake_in_the_command(
    fights: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["conflicts", fights, "--only", "C999"]) == 2
    assert "does not look for C999" in " ".join(capsys.readouterr().err.split())


def test_a_text_with_errors_is_not_examined(fights: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(fights).write_text(HEAD.format(header="") + "1   An NGOO may attend the Committee.\n", "utf-8")
    assert run(["conflicts", fights]) == 3
    assert "E201" in capsys.readouterr().err
