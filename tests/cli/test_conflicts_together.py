"""`proclogic conflicts A B`: one examination of all, with the mapping that is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from proclogic.cli.run import run
from tests.answers.texts import HEAD
from tests.conflicts.texts import WORDS

FINDINGS = 1


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Two rulesets: one lets NGOs speak, the other forbids them to talk."""
    made = []
    for name, words, rule in (
        ("court", WORDS, "1  An NGO may speak in the Committee.\n"),
        ("host", WORDS.replace("speak", "talk"), "1  An NGO may not talk in the Committee.\n"),
    ):
        text = HEAD.format(header="").replace("Ruleset: court.", f"Ruleset: {name}.") + words + "\n" + rule
        (tmp_path / f"{name}.rules").write_text(text, "utf-8")
        made.append(str(tmp_path / f"{name}.rules"))
    (tmp_path / "words.mapping").write_text("Mapping: court to host.\nspeak: talk.\n", "utf-8")
    return made[0], made[1]


def test_several_rulesets_are_one_examination(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["conflicts", *files, "--no-cache"]) == 0
    assert "court, host: nothing found." in capsys.readouterr().out


def test_a_mapping_makes_one_word_of_two(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    mapping = str(Path(files[0]).parent / "words.mapping")
    assert run(["conflicts", *files, "--mapping", mapping, "--format", "json", "--no-cache"]) == FINDINGS
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert found["code"] == "C101"
    assert [(p["ruleset"], p["provision"]) for p in found["provisions"]] == [("court", "court/1"), ("host", "host/1")]


def test_more_mappings_than_other_rulesets_are_a_mistake(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = str(Path(files[0]).parent / "words.mapping")
    assert run(["conflicts", files[0], "--mapping", mapping]) == 2
    assert "between the first ruleset and each of the others" in " ".join(capsys.readouterr().err.split())
