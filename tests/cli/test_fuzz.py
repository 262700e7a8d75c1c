"""The command that searches a text with drawn cases."""

from __future__ import annotations

import json
import re
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


OTHER = "3   An NGO may not attend the Board.\n"


@pytest.fixture
def pair(tmp_path: Path) -> list[str]:
    """Two rulesets, each without a fault, that fight when both are in force."""
    lets, bans = tmp_path / "lets.rules", tmp_path / "bans.rules"
    lets.write_text(HEAD.format(header="").replace("court", "lets") + "1   An NGO may attend the Board.\n", "utf-8")
    bans.write_text(HEAD.format(header="").replace("court", "bans") + OTHER, "utf-8")
    (tmp_path / "claims.question").write_text("Under: lets.\nAlways: an NGO may attend the Board.\n", "utf-8")
    return [str(lets), str(bans)]


def test_several_rulesets_are_searched_as_one_text_in_force_at_once(
    pair: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["fuzz", *pair, "--examples", "60"]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "lets, bans: 2 cases found" in told
    assert "rule lets/1 lets it, rule bans/3 forbids it" in told and "A claim that does not hold" in told
    assert "Searched as one text, both in force at once: lets and bans." in told


def test_each_is_searched_by_itself_too_when_asked(pair: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fuzz", *pair, "--examples", "60", "--each", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    validator("fuzz-1").validate(data)
    assert [one["rulesets"] for one in data["several"]] == [["lets", "bans"], ["lets"], ["bans"]]
    assert [len(one["found"]) for one in data["several"]] == [2, 0, 0]
    assert run(["fuzz", *pair, "--examples", "60", "--each"]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "Searched by itself: lets." in told and "Searched by itself: bans." in told
    assert (Path(pair[0]).parent / "lets+bans.found.json").is_file()


def test_a_search_says_how_many_claims_it_read_and_where_it_looks_for_them(
    court: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["fuzz", str(court), "--examples", "30"])
    assert re.search(r"2 claims were read, from \S*claims\.question\.", " ".join(capsys.readouterr().out.split()))
    (court.parent / "claims.question").unlink()
    run(["fuzz", str(court), "--examples", "30"])
    told = " ".join(capsys.readouterr().out.split())
    assert "No claim was read: claims (Always: ..., Never: ...) are looked for in files ending .question" in told


def test_the_test_command_says_so_too_and_takes_a_file_of_claims_by_its_path(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["test", str(court)])
    assert re.search(r"2 claims were read, from \S*claims\.question\.", " ".join(capsys.readouterr().out.split()))
    away = tmp_path / "away"
    away.mkdir()
    (court.parent / "claims.question").rename(away / "mine.question")
    run(["test", str(court)])
    assert "No claim was read" in " ".join(capsys.readouterr().out.split())
    for command in (["test"], ["fuzz", "--examples", "30"]):
        assert run([command[0], str(court), str(away / "mine.question"), *command[1:]]) == 1
        told = " ".join(capsys.readouterr().out.split())
        assert "2 claims were read, from away/mine.question." in told


def test_a_file_of_questions_alone_names_its_ruleset(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["test", str(court.parent / "claims.question")]) == 1
    assert "1 of 2 questions answered as expected" in " ".join(capsys.readouterr().out.split())
    assert run(["test", str(court.parent / "none.question")]) == 2
    assert "none.question" in capsys.readouterr().err
