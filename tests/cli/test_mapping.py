"""proclogic mapping, and questions asked through a mapping."""

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
ATTEND = "May an NGO not in consultative status attend plenary meetings of the Conference?"
REPLY = "May an NGO reply in plenary meetings of the Conference?"


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
    ran = proclogic("query", "conference", "committee", ATTEND, "--mapping", "bad.mapping")
    assert (ran.code, ran.out, code in ran.err) == (3, "", True)
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


# --------------------------------------------------------------------------------------------------------------- query


def test_a_question_is_put_to_the_other_ruleset_in_its_own_words(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("query", "conference", "committee", ATTEND)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "BY DEFAULT under conference; BY LEAVE under committee."
    assert max(map(len, ran.out.splitlines())) <= 80
    words = " ".join(ran.out.split())
    asked = "May a stakeholder attend meetings of the Committee, if it is not registered?"
    assert f"Asked here, through mappings/{NAME}, as: {asked}" in words
    assert '"stakeholder" here is wider than "NGO".' in words
    found = json.loads(proclogic("query", "conference", "committee", ATTEND, "-f", "json").out)
    validator("answers-1").validate(found)
    assert [a["question"] for a in found["answers"]] == [ATTEND, ATTEND]
    assert found["answers"][0]["asked_as"] is None
    assert found["answers"][1]["asked_as"] == {
        "words_of": "conference",
        "mapping": f"mappings/{NAME}",
        "question": asked,
        "of": "",
        "inexact": ['"stakeholder" here is wider than "NGO".'],
        "missing": [],
    }


def test_the_answer_is_that_of_the_question_asked_directly(proclogic: Run, mapped: Path) -> None:
    asked = "May a stakeholder attend meetings of the Committee, if it is not registered?"
    direct = json.loads(proclogic("query", "committee", asked, "-f", "json").out)
    put = json.loads(proclogic("query", "conference", "committee", ATTEND, "-f", "json").out)["answers"][1]
    different = {key for key in direct if direct[key] != put[key]}
    assert different == {"question", "asked_as"}


def test_given_facts_go_through_the_mapping_too(proclogic: Run, mapped: Path) -> None:
    given = "a State Party objected to it"
    out = proclogic("query", "conference", "committee", ATTEND, "--given", given).out
    assert "a Member State objects to it?" in " ".join(out.split())
    assert out.startswith("BY LEAVE under conference; NOT CONFERRED under committee.")


def test_the_order_of_the_rulesets_is_kept_whoever_can_read_the_question(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("query", "committee", "conference", ATTEND, "-f", "json")
    found = json.loads(ran.out)["answers"]
    assert [(a["ruleset"], a["asked_as"] is None) for a in found] == [("committee", False), ("conference", True)]


def test_a_word_for_several_is_asked_of_each(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("query", "committee", "conference", "May a stakeholder attend meetings of the Committee?")
    assert (ran.code, ran.err) == (0, "")
    head = " ".join(ran.out.split("\n\n")[0].split())
    assert head.startswith("BY LEAVE under committee, conference (academic institution) and conference (private sector")
    assert head.endswith("IT DEPENDS under conference (NGO).")  # on whether it is in consultative status
    assert "conference (NGO): Rules of a small conference" in ran.out
    assert ran.out.count("conference: treaty and rules") == 1
    rows = csv.DictReader(
        io.StringIO(
            proclogic(
                "query", "committee", "conference", "May a stakeholder attend meetings of the Committee?", "-f", "csv"
            ).out
        )
    )
    assert len({row["asked_as"] for row in rows}) == 4


@pytest.mark.parametrize(("also", "code"), [("stakeholder, academic institution", 0), ("academic institution", 2)])
def test_choices_that_contradict_what_is_given_are_left_out(proclogic: Run, mapped: Path, also: str, code: int) -> None:
    path = mapped / "rulesets/committee/committee.rules"
    actor = "Actor: academic institution, a kind of stakeholder.\nObject: document."
    path.write_text(path.read_text("utf-8").replace("Object: document.", actor), "utf-8")
    lines = f"academic institution: {also}.\nNGO,"
    (mapped / "mappings" / NAME).write_text(WRITTEN.replace("NGO, academic institution and", lines), "utf-8")
    asked = "May a stakeholder attend meetings of the Committee, if it is an academic institution?"
    ran = proclogic("query", "committee", "conference", asked, "-f", "json")
    assert ran.code == code
    if code:  # an NGO that is an academic institution: no choice is left
        assert "E402" in ran.err
    else:
        assert [a["asked_as"] and a["asked_as"]["of"] for a in json.loads(ran.out)["answers"]] == [
            None,
            "academic institution",
        ]


def test_a_word_without_counterpart_is_named_in_the_answer(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("query", "conference", "committee", REPLY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "NOT CONFERRED under conference; NOT ASKED under committee."
    said = 'Not asked: "reply" has no counterpart in committee (the Committee knows no right of reply).'
    assert said in " ".join(ran.out.split())
    assert "committee: not asked, for want of words." in ran.out
    found = json.loads(proclogic("query", "conference", "committee", REPLY, "-f", "json").out)
    validator("answers-1").validate(found)
    assert found["answers"][1]["asked_as"]["missing"] == ["reply"]
    assert (found["answers"][1]["verdict"], found["answers"][1]["says"]) == ("", said)
    for form in ("plain", "md", "csv"):
        assert "no counterpart in committee" in proclogic("query", "conference", "committee", REPLY, "-f", form).out


@pytest.mark.parametrize("form", ["text", "plain", "md", "csv"])
def test_a_list_without_counterpart_is_not_an_empty_list(proclogic: Run, mapped: Path, form: str) -> None:
    asked = "Who may reply in plenary meetings of the Conference?"
    out = " ".join(proclogic("query", "conference", "committee", asked, "-f", form).out.split())
    assert "reply" in out and "has no counterpart in committee" in out
    assert "no rule says it of anybody" not in out


def test_where_the_words_are_the_same_nothing_is_said_of_the_mapping(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("query", "conference", "committee", "Which majority decides a matter of procedure?")
    assert "Asked here" not in ran.out
    found = json.loads(
        proclogic("query", "conference", "committee", "Which majority decides a matter of procedure?", "-f", "json").out
    )
    assert [a["asked_as"] for a in found["answers"]] == [None, None]


def test_numbers_of_rules_are_those_of_each_ruleset(proclogic: Run, mapped: Path) -> None:
    (mapped / "other.rules").write_text(
        (HERE / "conference.rules").read_text("utf-8").replace("Ruleset: conference.", "Ruleset: other."), "utf-8"
    )
    (mapped / "mappings" / "conference--other.mapping").write_text("Mapping: conference to other.\n", "utf-8")
    asked = "May a State Party vote in plenary meetings of the Conference under rule 1?"
    ran = proclogic("query", "conference", "other.rules", asked)
    assert ran.out.splitlines()[0] == "OF RIGHT under conference and other."
    ran = proclogic("query", "conference", "committee", asked)
    assert 'Not asked: "rule 1" cannot be put in the words of committee: it is a number of conference.' in " ".join(
        ran.out.split()
    )


def test_without_a_mapping_the_words_are_not_known_and_the_way_to_them_is_shown(proclogic: Run, both: Path) -> None:
    ran = proclogic("query", "conference", "committee", ATTEND)
    assert ran.code == 0
    assert "I could not read this question" in ran.err
    assert "proclogic mapping conference committee" in ran.err
    assert ran.out.startswith("BY DEFAULT under conference; NOT ASKED under committee.")


def test_a_mapping_is_named_for_two_of_several_rulesets(proclogic: Run, both: Path) -> None:
    (both / "m.mapping").write_text(WRITTEN, "utf-8")
    ran = proclogic("query", "small", "conference", "committee", ATTEND, "--mapping", "m.mapping")
    assert ran.code == 0
    assert ran.out.startswith("BY DEFAULT under small and conference")
    assert "I could not read this question" in ran.err  # of the committee: small, not conference, could read it first
    ran = proclogic("query", "conference", "small", "committee", ATTEND, "--mapping", "m.mapping")
    assert "BY LEAVE under committee" in " ".join(ran.out.split())
    assert ran.err == ""


def test_a_mapping_needs_two_rulesets(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("query", "conference", ATTEND, "--mapping", f"mappings/{NAME}")
    assert (ran.code, "a mapping is between two rulesets" in ran.err) == (2, True)
    ran = proclogic("query", "conference", "small", ATTEND, "--mapping", f"mappings/{NAME}")
    assert (ran.code, "E018" in ran.err) == (3, True)
