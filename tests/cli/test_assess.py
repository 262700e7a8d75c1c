"""proclogic assess: a ruleset held to the asks of a position, in every format, with its mistakes and exit codes."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.papers.schemas import validator

ASKS = """Position: asks.
Title: "What [NGOs] ask for".
Source: "a letter", "https://example.org/[letter]".
Date: 2024-05-01.

Ask 1: "Attendance".
Strength: demand.
Target: May an NGO not in consultative status attend plenary meetings of the Conference? At least by default.

Ask 2: "One objection [is no veto]".
Strength: recommendation.
Target: May an NGO not in consultative status attend plenary meetings of the Conference, if a State Party objects to it?
        At least by default.

Ask 3: "Speech and votes".
Target: May an NGO in consultative status attend plenary meetings of the Conference? At least of right.
Target: May an NGO vote? At least by leave.
Target: May an NGO sing? At least by leave.
Note: "[sing] stands for anything".

Ask 4: "Interpretation".
Target: Must the secretariat interpret? Yes.

Ask 5: "Goodwill".
No entitlement: "a [feeling]".

Ask 6: "Numbers".
Not expressible: "a question about numbers".
"""


@pytest.fixture
def asks(folder: Path) -> Path:
    """A position in the `queries/` one works in."""
    (folder / "queries").mkdir()
    path = folder / "queries" / "asks.position"
    path.write_text(ASKS, "utf-8")
    return path


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_score_comes_first_then_ask_by_ask_then_what_stands_apart(proclogic: Run, asks: Path) -> None:
    ran = proclogic("assess", "small", "--position", "asks")
    out = squeezed(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert out.startswith(
        "small meets 1 of 4 asks of asks; 1 by leave only; 1 not met (1 of them in part); 1 cannot be"
    )
    parts = [
        "Not counted: 1 ask is no entitlement; 1 cannot be expressed yet.",
        "What [NGOs] ask for a letter, 2024-05-01",
        "1: MET. Attendance (demand)",
        "2: BY LEAVE ONLY. One objection [is no veto] (recommendation)",
        "by leave of the Conference; pending before the Conference",
        "3: NOT MET, 1 OF 3. Speech and votes",
        "Found 1 met: of right",
        "Found 2 not met: prohibited rule 6",
        'Found 3 nothing in small is called "sing", so its text confers nothing of the kind',
        "Note [sing] stands for anything",
        "4: CANNOT BE ASKED HERE. Interpretation",
        "Not counted Why",
        "5 Goodwill no entitlement: a [feeling]",
        "6 Numbers not expressible: a question about numbers",
        "Or asked as: ...?",
    ]
    places = [out.find(part) for part in parts]
    assert -1 not in places and places == sorted(places), list(zip(places, parts, strict=True))
    assert max(map(len, ran.out.splitlines())) <= 80


def test_what_is_not_met_is_an_answer_and_the_exit_code_is_0(proclogic: Run, asks: Path) -> None:
    asks.write_text('Ask 1: "A".\nTarget: May an NGO vote? At least by leave.\n', "utf-8")
    ran = proclogic("assess", "small", "-p", "asks")
    assert ran.code == 0
    assert ran.out.startswith("small meets 0 of 1 ask of asks; 1 not met.")


def test_the_json_fits_its_schema_and_has_everything(proclogic: Run, asks: Path) -> None:
    found = json.loads(proclogic("assess", "small", "-p", "asks", "--format", "json").out)
    validator("assessment-1").validate(found)
    (ruleset,) = found["rulesets"]
    assert (ruleset["score"]["asks"], ruleset["score"]["met"], ruleset["partly_met"]) == (4, 1, 1)
    assert sum(ruleset["score"].values()) == 2 * ruleset["score"]["asks"]
    assert [ask["result"] for ask in ruleset["asks"]] == ["met", "by-leave-only", "not-met", "cannot-be-asked"]
    assert ruleset["asks"][2]["targets"][2]["missing"] == "sing"
    assert ruleset["asks"][1]["targets"][0]["asked"] == {"kind": "at-least", "value": "by-default"}
    assert [(a["number"], a["kind"]) for a in found["apart"]] == [("5", "no-entitlement"), ("6", "not-expressible")]
    assert found["position"]["source"]["address"] == "https://example.org/[letter]"


def test_every_format_has_every_ask(proclogic: Run, asks: Path) -> None:
    for form in ("text", "plain", "md", "csv", "json"):
        ran = proclogic("assess", "small", "-p", "asks", "--format", form)
        assert (ran.code, ran.err) == (0, "")
        for words in ("Attendance", "[is no veto]", "Speech and votes", "Interpretation", "Goodwill", "Numbers"):
            assert words in squeezed(ran.out), (form, words)
    assert proclogic("assess", "small", "-p", "asks", "--plain") == proclogic(
        "assess", "small", "-p", "asks", "-f", "plain"
    )
    rows = list(csv.DictReader(io.StringIO(proclogic("assess", "small", "-p", "asks", "-f", "csv").out)))
    assert [row["ask"] for row in rows] == ["1", "2", "3", "3", "3", "4", "5", "6"]
    assert [row["target_result"] for row in rows[2:5]] == ["met", "not-met", "cannot-be-asked"]
    assert rows[-1]["why"] == "a question about numbers"


def test_several_rulesets_stand_side_by_side_with_a_legend_and_their_scores(
    proclogic: Run, folder: Path, asks: Path
) -> None:
    text = (folder / "rulesets/small/small.rules").read_text("utf-8")
    other = text.replace("Ruleset: small.", "Ruleset: other.").replace("6      An NGO may not vote.", "")
    (folder / "other.rules").write_text(other.replace("and no State Party objects to it", ""), "utf-8")
    ran = proclogic("assess", "small", "other.rules", "-p", "asks")
    assert ran.out.splitlines()[0] == "Of 4 asks of asks, met: small 1, other 2."
    lines = [line.split() for line in ran.out.splitlines()]
    assert any(line[:3] == ["1", "Attendance", "met"] and line.count("met") == 2 for line in lines)
    out = squeezed(ran.out)
    assert "small meets 1 of 4; 1 by leave only;" in out
    assert "leave only: more was asked, and somebody must let it in" in out
    assert "default only" not in out
    found = json.loads(proclogic("assess", "small", "other.rules", "-p", "asks", "-f", "json").out)
    validator("assessment-1").validate(found)
    assert [r["ruleset"] for r in found["rulesets"]] == ["small", "other"]
    full = proclogic("assess", "small", "other.rules", "-p", "asks", "-f", "plain").out
    assert "other, 2: MET. One objection [is no veto] (recommendation)." in full
    (row,) = (line for line in full.splitlines() if line.startswith("Ask: 1 Attendance"))
    assert re.fullmatch(r"Ask: 1 Attendance; small: met \(rules? [^;]*\); other: met \(rules? [^;]*\)\.", row)
    (row,) = (line for line in full.splitlines() if line.startswith("Ask: 2 One objection"))
    assert "; small: leave only (rule" in row and "; other: met (rule" in row


def test_a_position_without_a_single_entitlement_has_no_score(proclogic: Run, asks: Path) -> None:
    asks.write_text('Ask 1: "Goodwill".\nNo entitlement: "a feeling".\n', "utf-8")
    ran = proclogic("assess", "small", "-p", "asks")
    assert ran.code == 0
    assert ran.out.startswith("asks has no ask that small could meet.\n")
    assert "1 Goodwill no entitlement: a feeling" in squeezed(ran.out)
    validator("assessment-1").validate(json.loads(proclogic("assess", "small", "-p", "asks", "-f", "json").out))
    assert proclogic("assess", "small", "small", "-p", "asks", "-f", "md").code == 0


def test_an_unknown_position_is_exit_2_with_the_known_ones_and_a_guess(proclogic: Run, asks: Path) -> None:
    ran = proclogic("assess", "small", "--position", "gpd-2052")
    assert (ran.code, ran.out) == (2, "")
    for words in ("[E501]", "“asks”", "“gpd-2025”", "did you mean “gpd-2025”?"):
        assert words in ran.err
    found = json.loads(proclogic("assess", "small", "-p", "gpd-2052", "-f", "json").out)
    validator("diagnostics-1").validate(found)


def test_without_a_position_those_that_can_be_named_are_listed(proclogic: Run, asks: Path) -> None:
    ran = proclogic("assess", "small")
    assert (ran.code, ran.out) == (2, "")
    assert "asks                  What [NGOs] ask for" in ran.err
    assert "cyberpeace-2021" in ran.err
    assert max(map(len, ran.err.splitlines())) <= 80


def test_a_position_with_mistakes_is_exit_3_with_their_places(proclogic: Run, asks: Path) -> None:
    asks.write_text(ASKS.replace("At least by default.\n\nAsk 2", "At least by defalt.\n\nAsk 2"), "utf-8")
    ran = proclogic("assess", "small", "-p", "asks")
    assert (ran.code, ran.out) == (3, "")
    assert "ask 1" in ran.err and "queries/asks.position, line 8" in ran.err
    assert "did you mean “At least by default”?" in ran.err
    assert "asks cannot be used: 1 error." in ran.err
    found = json.loads(proclogic("assess", "small", "-p", "asks", "-f", "json").out)
    validator("diagnostics-1").validate(found)
    assert found["diagnostics"][0]["line"] == 8


def test_a_position_is_also_named_by_its_path(proclogic: Run, asks: Path, folder: Path) -> None:
    asks.rename(folder / "mine.txt")
    assert proclogic("assess", "small", "-p", "./mine.txt").out.startswith("small meets 1 of 4 asks of asks;")
    assert proclogic("assess", "small", "-p", "nowhere/mine.position").code == 2


def test_the_standard_input_is_read_once(proclogic: Run) -> None:
    ran = proclogic("assess", "-", "-p", "-")
    assert ran.code == 2
    assert "either the ruleset or the position" in squeezed(ran.err)


def test_rules_that_undo_each_other_are_exit_3(proclogic: Run, folder: Path, asks: Path) -> None:
    text = (folder / "rulesets/small/small.rules").read_text("utf-8").partition("6      An NGO")[0]
    for one, other in ((7, 8), (8, 7)):
        text += f"\n{one}  An NGO may vote.\n   Rule {other} does not apply to an NGO.\n"
    (folder / "circle.rules").write_text(text, "utf-8")
    ran = proclogic("assess", "circle.rules", "-p", "asks")
    assert (ran.code, ran.out) == (3, "")
    assert "E310" in ran.err


def test_an_unknown_ruleset_is_exit_3(proclogic: Run, asks: Path) -> None:
    assert proclogic("assess", "smal", "-p", "asks").code == 3
