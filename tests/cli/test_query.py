"""proclogic query: the answer on the standard output, what is wrong on the other, and the exit codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.papers.schemas import validator

OBJECTED = (
    "May an NGO not in consultative status attend plenary meetings of the Conference, if a State Party objects to it?"
)
ATTEND = "May an NGO attend plenary meetings of the Conference?"


def test_the_verdict_is_the_first_line_and_no_is_an_answer(proclogic: Run) -> None:
    ran = proclogic("query", "small", OBJECTED)
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[0].startswith("BY LEAVE of the Conference; pending before the Conference.")
    assert "On the facts given: no, while the Conference has not decided." in ran.out
    assert ran.err == ""


def test_what_is_wrong_in_a_choice_is_said_in_lines_of_eighty(proclogic: Run, folder: Path) -> None:
    head = (folder / "rulesets" / "small" / "small.rules").read_text("utf-8")
    draft = (
        head.replace("Ruleset: small", "Ruleset: draft") + "\n99  An NGO [may | by: EU][may not | by: India] vote.\n"
    )
    (folder / "draft.rules").write_text(draft, "utf-8")
    asked = ("query", "draft.rules", "May an NGO vote?", "--resolve")
    for also in (["EU", "--resolve", "India"], ["Nobody " * 40]):
        ran = proclogic(*asked, *also)
        assert (ran.code, ran.out) == (2, "")
        assert max(map(len, ran.err.splitlines())) <= 80
    agreed = proclogic(*asked, "agreed").out
    assert "Fell away        its text is not agreed: of “may” and “may not” at 99" in agreed
    validator("answer-1").validate(json.loads(proclogic(*asked, "agreed", "--format", "json").out))
    assert "“EU” and “India” contradict each other" in " ".join(
        proclogic(*asked, "EU", "--resolve", "India").err.split()
    )


def test_every_case_is_told_with_its_own_verdict(proclogic: Run) -> None:
    out = proclogic("query", "small", ATTEND).out
    assert "If it is in consultative status: of right; outcome yes" in out
    assert "If it is not in consultative status: by default; outcome yes" in out


def test_given_facts_are_counted_and_told(proclogic: Run) -> None:
    ran = proclogic("query", "small", ATTEND, "--given", "it is in consultative status.", "--format", "json")
    found = json.loads(ran.out)
    assert found["verdict"] == "of-right"
    assert found["question"].endswith("Given: it is in consultative status.")


def test_the_json_fits_the_schema_and_spells_verdicts_with_hyphens(proclogic: Run) -> None:
    found = json.loads(proclogic("query", "small", OBJECTED, "--format", "json").out)
    validator("answer-1").validate(found)
    assert (found["verdict"], found["marks"], found["outcome"]) == ("by-leave", ["pending"], "no")
    assert found["gates"][0]["agent"] == "the Conference"
    assert found["gates"][0]["decision_rule"] == "a majority of the States Parties present and voting"


@pytest.mark.parametrize(
    "question",
    [
        ATTEND,
        "May a State Party vote?",
        "May an NGO vote?",
        "May a State vote?",
        "Who may speak in plenary meetings of the Conference?",
        "What may an NGO do?",
        "Where may an NGO attend?",
        "Does an NGO in consultative status have observer status?",
        "Which majority decides a matter of procedure?",
        "Which majority is needed for the Conference to decide to admit it?",
        "By when must a State Party object to it?",
    ],
)
def test_every_form_of_question_is_answered_in_every_format(proclogic: Run, question: str) -> None:
    for form in ("text", "plain", "md", "csv"):
        ran = proclogic("query", "small", question, "--format", form)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.strip()
    validator("answer-1").validate(json.loads(proclogic("query", "small", question, "-f", "json").out))


def test_plain_is_a_format_of_its_own_and_a_short_form_of_it(proclogic: Run) -> None:
    ran = proclogic("query", "small", ATTEND, "--plain")
    assert ran == proclogic("query", "small", ATTEND, "--format", "plain")
    assert ran.out.startswith("Question: ")


def test_several_rulesets_answer_side_by_side(proclogic: Run, folder: Path) -> None:
    text = (folder / "rulesets/small/small.rules").read_text("utf-8")
    (folder / "other.rules").write_text(
        text.replace("small.", "other.", 1).replace("may not vote", "may vote"), "utf-8"
    )
    ran = proclogic("query", "small", "other.rules", "May an NGO vote?")
    assert ran.out.splitlines()[0] == "PROHIBITED under small; OF RIGHT under other."
    found = json.loads(proclogic("query", "small", "other.rules", "May an NGO vote?", "--format", "json").out)
    validator("answers-1").validate(found)
    assert [answer["verdict"] for answer in found["answers"]] == ["prohibited", "of-right"]
    rows = csv.DictReader(io.StringIO(proclogic("query", "small", "other.rules", "May an NGO vote?", "-f", "csv").out))
    assert [row["ruleset"] for row in rows] == ["small", "other"]


def test_numbers_are_counted_into_coalitions(proclogic: Run) -> None:
    ran = proclogic("query", "small", OBJECTED, "--voting", "120")
    assert "61 of 120" in " ".join(ran.out.split())


def test_a_question_that_cannot_be_read_is_shown_with_the_place_and_a_guess(proclogic: Run) -> None:
    ran = proclogic("query", "small", "May an NGO atend plenary meetings of the Conference?")
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert lines[0].startswith("I could not read this question")
    asked = next(i for i, line in enumerate(lines) if "May an NGO atend" in line)
    assert lines[asked + 1].index("^") == lines[asked].index("atend")
    assert "attend" in ran.err.replace("atend", "")


def test_a_fact_that_cannot_be_read_is_shown_as_a_fact(proclogic: Run) -> None:
    ran = proclogic("query", "small", ATTEND, "--given", "a State Party objcted to it")
    assert ran.code == 2
    assert "I could not read this fact" in ran.err


def test_facts_that_contradict_each_other_are_refused(proclogic: Run) -> None:
    ran = proclogic(
        "query",
        "small",
        ATTEND,
        "--given",
        "it is in consultative status",
        "--given",
        "it is not in consultative status",
    )
    assert (ran.code, ran.out) == (2, "")
    assert "E40" in ran.err


def test_an_unknown_ruleset_is_exit_3_with_help(proclogic: Run) -> None:
    ran = proclogic("query", "smal", ATTEND)
    assert (ran.code, ran.out) == (3, "")
    assert "did you mean “small”?" in ran.err


def test_a_ruleset_with_errors_is_exit_3_with_the_errors(proclogic: Run, folder: Path) -> None:
    (folder / "bad.rules").write_text("Ruleset: bad.\nLanguage: 1.\n\n1  An NGO may fly.\n", "utf-8")
    ran = proclogic("query", "bad.rules", "May an NGO fly?")
    assert (ran.code, ran.out) == (3, "")
    assert "bad.rules cannot be asked" in ran.err


def test_the_question_is_told_from_the_rulesets(proclogic: Run) -> None:
    assert proclogic("query", "small").code == 2
    assert "quotation marks" in proclogic("query", "small", "May", "an", "NGO", "vote?").err
    assert "two questions" in proclogic("query", "small", "May an NGO vote?", ATTEND).err
    assert "name a ruleset" in proclogic("query", "May an NGO vote?").err
    assert proclogic("query", "small", "May an NGO vote").code == 0


def test_layers_and_readings_that_do_not_exist_are_a_wrong_command_line(proclogic: Run) -> None:
    assert "there is no layer custom" in proclogic("query", "small", ATTEND, "--layers", "rules,custom").err
    ran = proclogic("query", "small", ATTEND, "--reading", "3(2)=strict")
    assert (ran.code, "there is no reading" in ran.err) == (2, True)


def test_a_ruleset_or_a_question_can_come_from_standard_input(
    proclogic: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = (folder / "rulesets/small/small.rules").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(rules), "utf-8"))
    assert proclogic("query", "-", "May an NGO vote?").out.startswith("PROHIBITED.")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"May an NGO vote?\n"), "utf-8"))
    assert proclogic("query", "small", "-").out.startswith("PROHIBITED.")


def test_brackets_of_a_title_reach_the_reader(proclogic: Run, folder: Path) -> None:
    path = folder / "rulesets/small/small.rules"
    path.write_text(path.read_text("utf-8").replace("small conference", "[small] [/conference]"), "utf-8")
    for form in ("md", "json"):
        assert "[small] [/conference]" in proclogic("query", "small", ATTEND, "-f", form).out


def test_an_incomplete_search_is_exit_4(proclogic: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from proclogic.answers import ask

    whole = ask.answer
    monkeypatch.setattr(ask, "answer", lambda *given: whole(*given).replace(complete=False))
    ran = proclogic("query", "small", ATTEND)
    assert ran.code == 4
    assert "NOT examined completely" in ran.out


def test_what_cannot_be_read_is_told_as_json_where_json_was_asked_for(proclogic: Run) -> None:
    checker = validator("diagnostics-1")
    for arguments in (
        ("small", "May an NGOO vote?"),
        ("small", "May an NGO vote?", "--given", "it flies"),
        ("small", "May an NGO vote?", "--given", "it is a State Party"),
        ("nowhere", "May an NGO vote?"),
    ):
        ran = proclogic("query", *arguments, "--format", "json")
        assert ran.code in (2, 3)
        document = json.loads(ran.out)
        checker.validate(document)
        assert document["counts"]["error"] == 1
        assert ran.err
    question = json.loads(proclogic("query", "small", "May an NGOO vote?", "-f", "json").out)["diagnostics"][0]
    assert (question["file"], question["line"], question["column"]) == ("question", 1, 8)


def test_a_wrong_reading_is_told_with_the_readings_of_the_rule_or_the_rules_that_have_some(proclogic: Run) -> None:
    ran = proclogic("query", "untoc-cop", "May an NGO vote?", "--reading", "2(2)=lax")
    assert "2(2)/plenary meetings=functional" in ran.err
    assert "17(2)" not in ran.err
    ran = proclogic("query", "untoc-cop", "May an NGO vote?", "--reading", "2=lax")
    assert "the rules with readings are" in ran.err


def test_a_contested_answer_beside_others_takes_no_side(proclogic: Run) -> None:
    ran = proclogic("query", "small", "untoc-cop", "May an NGO attend?")
    assert ran.out.splitlines()[0].startswith("IT DEPENDS under small; CONTESTED under untoc-cop")


def test_a_ruleset_that_cannot_read_the_question_has_its_place_among_those_that_can(proclogic: Run) -> None:
    ran = proclogic(
        "query", "small", "untoc-cop", "May an NGO in consultative status attend?", "--given", "it is a kiosk"
    )
    assert ran.code == 2
    ran = proclogic(
        "query", "untoc-cop", "small", "May an academic institution attend plenary meetings of the Conference?"
    )
    assert ran.code == 0
    assert "NOT ASKED under small" in ran.out
    assert 'Not asked: small has no word for "academic' in " ".join(ran.out.split())
    assert "proclogic mapping untoc-cop small" in ran.err
    found = json.loads(
        proclogic(
            "query",
            "untoc-cop",
            "small",
            "May an academic institution attend plenary meetings of the Conference?",
            "-f",
            "json",
        ).out
    )
    validator("answers-1").validate(found)
    assert [a["verdict"] for a in found["answers"]] == ["not-conferred", ""]


def test_readings_stand_side_by_side_where_they_make_an_answer_contested(proclogic: Run) -> None:
    out = proclogic("query", "small", "untoc-cop", "May an NGO attend?").out
    assert '"functional"' in out


def test_lists_side_by_side_are_told_by_their_verdicts(proclogic: Run) -> None:
    out = proclogic("query", "small", "untoc-cop", "Who may speak in plenary meetings of the Conference?").out
    assert "ANSWERED" not in out
    assert out.startswith("1 of right, 1 by leave under small; 5 of right, 8 by leave, 2 depending on the")


def test_a_list_counts_every_combination_and_names_what_splits_it(proclogic: Run, folder: Path) -> None:
    text = (folder / "rulesets/small/small.rules").read_text("utf-8").replace("Act: vote.", "Act: vote.\nAct: film.")
    (folder / "draft.rules").write_text(text + "\n90  A State Party [may | by: A][may not | by: B] vote.\n", "utf-8")
    found = json.loads(proclogic("query", "draft.rules", "What may a State Party do?", "-f", "json").out)
    out = proclogic("query", "draft.rules", "What may a State Party do?").out
    assert "1 open [ ]" in out.splitlines()[0]
    assert f"{found['silent']} not conferred" in out.splitlines()[0]
    total = next(part for part in found["examined"] if part.endswith("combinations"))
    assert total == f"{found['silent'] + len(found['rows'])} combinations"


def test_a_question_with_why_is_answered_with_the_command_that_explains_it(proclogic: Run) -> None:
    asked = ("small", "Why may an NGO not vote?", "--given", "it is in consultative status")
    ran = proclogic("query", *asked)
    assert (ran.code, ran.out) == (2, "")
    assert "a question with why is explained, not answered [E109]" in " ".join(ran.err.split())
    assert (
        'To be told why: proclogic explain small "Why may an NGO not vote?" --given "it is in consultative status"'
        in ran.err
    )
    assert proclogic("explain", *asked).code == 0
    unknown = " ".join(proclogic("explain", "small", "Could an NGO vote?").err.split())
    assert "for proclogic explain also “Why may ...” and “Why may ... not ...”" in unknown
    assert "To be told why" not in proclogic("query", "small", "Could an NGO vote?").err
    listed = proclogic("explain", "small", "Who may vote?")
    assert listed.code == 2
    assert 'This question is answered by: proclogic query small "Who may vote?"' in listed.err
