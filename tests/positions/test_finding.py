"""Where positions are found, and what is said where there is none."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from proclogic.positions import finding

ASKS = 'Position: {name}.\nTitle: "Asks of [{name}]".\n\nAsk 1: "A".\nNo entitlement: "b".\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, as the folder one works in."""
    (tmp_path / "queries" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path, name: str) -> None:
    path.write_text(ASKS.format(name=name), "utf-8")


def test_those_of_the_library_are_found_by_name() -> None:
    ids = [listed.id for listed in finding.listing()]
    assert {"gpd-2025", "cyberpeace-2021", "ahc-letter-2021", "joint-statement-2024"} <= set(ids)
    position, found, _ = finding.load("GPD-2025")
    assert (position is not None and position.id, found) == ("gpd-2025", [])


def test_ones_own_are_found_anywhere_in_queries_and_stand_before_the_library(folder: Path) -> None:
    put(folder / "queries" / "deep" / "x.position", "village")
    put(folder / "queries" / "mine.position", "gpd-2025")
    listed = finding.listing()
    assert [(one.id, one.title, one.own) for one in listed][:2] == [
        ("village", "Asks of [village]", True),
        ("gpd-2025", "Asks of [gpd-2025]", True),
    ]
    assert [one.id for one in listed].count("gpd-2025") == 1
    position, _, sources = finding.load("gpd-2025")
    assert position is not None and position.title == "Asks of [gpd-2025]"
    assert list(sources) == ["queries/mine.position"]


def test_those_beside_a_ruleset_of_ones_own_are_found(folder: Path) -> None:
    (folder / "rules").mkdir()
    put(folder / "rules" / "a.position", "beside")
    assert finding.load("beside")[0] is None
    assert finding.load("beside", ["rules"])[0] is not None


def test_one_beside_rules_is_shown_where_it_lies(folder: Path) -> None:
    (folder / "rulesets" / "mine").mkdir(parents=True)
    put(folder / "rulesets" / "mine" / "a.position", "beside")
    assert list(finding.load("beside", ["rulesets/mine"])[2]) == ["rulesets/mine/a.position"]


def test_a_file_is_named_by_its_path_whatever_it_is_called(folder: Path) -> None:
    put(folder / "asks.position", "a")
    put(folder / "asks.txt", "b")
    (folder / "bare.position").write_text('Ask 1: "A".\nNo entitlement: "b".', "utf-8")
    assert [p.id for p in (finding.load(f"{n}")[0] for n in ("asks.position", "./asks.txt", "asks.txt")) if p] == [
        "a",
        "b",
        "b",
    ]
    bare, _, _ = finding.load("bare.position")
    assert bare is not None and bare.id == "bare"


def test_the_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASKS.format(name="piped").encode())))
    position, _, _ = finding.load("-")
    assert position is not None and position.id == "piped"


def test_two_of_ones_own_with_one_name_are_not_taken_for_each_other(folder: Path) -> None:
    put(folder / "queries" / "a.position", "village")
    put(folder / "queries" / "b.position", "Village")
    position, found, _ = finding.load("village")
    assert position is None
    assert [d.code for d in found] == ["E504"]
    assert "--position queries/a.position" in found[0].help[0]


def test_an_unknown_name_lists_those_that_are_known(folder: Path) -> None:
    _, found, _ = finding.load("gpd-2052")
    assert found[0].code == "E501"
    assert "“cyberpeace-2021”" in found[0].notes[0]
    assert found[0].help[0] == "did you mean “gpd-2025”?"


def test_an_unknown_path_names_a_file_that_is_written_like_it(folder: Path) -> None:
    put(folder / "asks.position", "a")
    _, found, _ = finding.load("aks.position")
    assert (found[0].code, found[0].help) == ("E501", ("did you mean “asks.position”?",))


def test_a_file_that_is_no_text_is_no_position(folder: Path) -> None:
    (folder / "queries" / "wide.position").write_text(ASKS.format(name="wide"), "utf-16")
    assert "wide" not in [one.id for one in finding.listing()]
    _, found, _ = finding.load("queries/wide.position")
    assert [d.code for d in found] == ["E012"]
