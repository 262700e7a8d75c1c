"""proclogic mapping: what stands for what, what has no counterpart, and mappings that cannot be used."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.mappings.texts import HERE, WRITTEN
from tests.papers.schemas import validator

NAME = "conference--committee.mapping"


@pytest.fixture
def both(folder: Path) -> Path:
    """The folder with the two rulesets, and no mapping."""
    for name in ("conference", "committee"):
        (folder / "rulesets" / name).mkdir()
        (folder / "rulesets" / name / f"{name}.rules").write_text((HERE / f"{name}.rules").read_text("utf-8"), "utf-8")
    return folder


@pytest.fixture
def mapped(both: Path) -> Path:
    """The same with the mapping where it is looked for."""
    (both / "mappings").mkdir()
    (both / "mappings" / NAME).write_text(WRITTEN, "utf-8")
    return both


def test_counterparts_and_what_has_none_are_printed_sort_by_sort(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("mapping", "conference", "committee")
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    words = " ".join(ran.out.split())
    assert words.startswith(
        "22 words of conference have a counterpart in committee; 7 of conference and 3 of committee"
    )
    assert "private sector entity stakeholder wider" in words
    assert "Same in both attend, vote" in words
    assert "reply (the Committee knows no right of reply)" in words
    assert "Only in committee: 3 without counterpart in conference Objects written material" in words
    assert f"Read from mappings/{NAME} (Modalities of a small committee, paragraph 1" in words
    assert str(mapped) not in ran.out


def test_the_other_way_round_it_is_turned_round(proclogic: Run, mapped: Path) -> None:
    words = " ".join(proclogic("mapping", "committee", "conference").out.split())
    assert words.startswith("20 words of committee have a counterpart in conference; 3 of committee and 7 of")
    assert "stakeholder NGO narrower stakeholder academic institution narrower" in words


@pytest.mark.parametrize("form", ["text", "plain", "md", "csv", "json"])
def test_every_format_tells_every_word(proclogic: Run, mapped: Path, form: str) -> None:
    ran = proclogic("mapping", "conference", "committee", "--format", form)
    assert (ran.code, ran.err) == (0, "")
    for word in ("take the floor", "stakeholder", "observer status", "through a limited number of representatives"):
        assert word in " ".join(ran.out.split())


def test_plain_is_a_short_form(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("mapping", "conference", "committee", "--plain")
    assert ran == proclogic("mapping", "conference", "committee", "--format", "plain")
    assert "Acts, same in both: attend, vote." in ran.out


def test_the_json_fits_its_schema(proclogic: Run, mapped: Path) -> None:
    found = json.loads(proclogic("mapping", "conference", "committee", "-f", "json").out)
    validator("mapping-1").validate(found)
    assert (found["first"], found["second"]["id"]) == (
        {"id": "conference", "title": "Rules of a small conference"},
        "committee",
    )
    pairs = {(c["first"]["word"], c["second"]["word"]): c for c in found["counterparts"]}
    assert pairs["NGO", "stakeholder"]["relation"] == "wider"
    assert (pairs["vote", "vote"]["identical"], pairs["vote", "vote"]["written"]) == (True, False)
    assert pairs["is in consultative status", "registered"]["first"]["sort"] == "quality"
    alone = {a["word"]: a for a in found["without_counterpart"]["first"]}
    assert (alone["reply"]["written"], alone["reply"]["note"]) == (True, "the Committee knows no right of reply")
    assert [a["word"] for a in found["without_counterpart"]["second"]] == [
        "written material",
        "submit",
        "the deadline for comments",
    ]


def test_the_csv_has_a_line_a_pair_and_a_line_a_lonely_word(proclogic: Run, mapped: Path) -> None:
    out = proclogic("mapping", "conference", "committee", "-f", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["relation"] for row in rows} == {"same", "wider", "none"}
    assert [row["second"] for row in rows if row["relation"] == "none" and not row["first"]] == [
        "written material",
        "submit",
        "the deadline for comments",
    ]


def test_without_a_mapping_the_words_of_both_are_shown(proclogic: Run, both: Path) -> None:
    ran = proclogic("mapping", "conference", "committee")
    assert ran.code == 0
    words = " ".join(ran.out.split())
    assert "Nobody wrote a mapping" in words
    assert "mappings/conference--committee.mapping" in words
    assert "Same in both attend, vote" in words
    validator("mapping-1").validate(json.loads(proclogic("mapping", "conference", "committee", "-f", "json").out))


def test_a_ruleset_has_all_its_own_words(proclogic: Run, both: Path) -> None:
    words = " ".join(proclogic("mapping", "conference", "conference").out.split())
    assert words.startswith("29 words of conference have a counterpart in conference; none is left over.")


def test_a_word_that_the_other_has_but_not_for_this_one_is_explained(proclogic: Run, both: Path) -> None:
    (both / "a.mapping").write_text("Mapping: conference to committee.\nreply: vote.\n", "utf-8")
    words = " ".join(proclogic("mapping", "conference", "committee", "--file", "a.mapping").out.split())
    assert "vote (the same word in committee stands for another)" in words
    assert 'proclogic query conference committee "QUESTION" --mapping a.mapping' in words


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("Mapping: conference to committee.\nNGO: stakholder.\n", "E211", "did you mean “stakeholder”?"),
        ("Mapping: conference to commitee.\nNGO: stakeholder.\n", "E018", "did you mean “committee”?"),
        ("", "E104", "begin the file with: Mapping: conference to committee."),
    ],
)
def test_a_mapping_that_cannot_be_used_is_exit_3_with_place_and_help(
    proclogic: Run, both: Path, text: str, code: str, said: str
) -> None:
    (both / "bad.mapping").write_text(text, "utf-8")
    ran = proclogic("mapping", "conference", "committee", "--file", "bad.mapping")
    assert (ran.code, ran.out) == (3, "")
    assert f"error[{code}]" in ran.err
    assert said in ran.err
    assert "This mapping cannot be used: 1 error." in ran.err
    ran = proclogic("mapping", "conference", "committee", "--file", "bad.mapping", "-f", "json")
    found = json.loads(ran.out)
    validator("diagnostics-1").validate(found)
    assert [d["code"] for d in found["diagnostics"]] == [code]


def test_a_mapping_or_a_ruleset_that_is_not_there_is_said(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("mapping", "conference", "committee", "--file", "mappings/conference-committee.mapping")
    assert (ran.code, f"did you mean “{NAME}”?" in ran.err) == (3, True)
    ran = proclogic("mapping", "conference", "comittee")
    assert (ran.code, "did you mean “committee”" in ran.err) == (3, True)
    (mapped / "wide.mapping").write_text(WRITTEN, "utf-16")
    assert "E012" in proclogic("mapping", "conference", "committee", "--file", "wide.mapping").err
