"""proclogic compare: two rulesets, one with itself, one with its amendments, three in a row; and its mistakes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from proclogic.compare.model import Comparison
from tests.cli.conftest import SMALL, Run
from tests.mappings.texts import HERE, WRITTEN
from tests.papers.schemas import validator

REFORM = """Ruleset: reform.
Language: 1.
Title: "Reform".
Amends: small.
Proposed by: Friends of the Sea.
In 4, delete ", if the President invites it to speak".
Delete 6.
7   An NGO may vote if the President invites it to speak.
"""
BRACKETS = "6      An NGO [may | by: Group A][may not | by: Group B] vote."
READ = """6      An NGO may attend plenary meetings of the Conference.
       Dispute "right": "may attend".
       Reading "wide": An NGO may vote.
       Reading "strict": An NGO may not vote.
"""


@pytest.fixture(autouse=True)
def usual_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def other(folder: Path) -> str:
    """The name of a ruleset in which NGOs need no invitation to speak, and States Parties do not vote."""
    text = SMALL.read_text("utf-8").replace("Ruleset: small.", "Ruleset: other.")
    text = text.replace(", if the President invites it to speak.", ".").replace("2      A State Party may vote.", "")
    (folder / "other.rules").write_text(text, "utf-8")
    return "other.rules"


def changed(folder: Path, name: str, rule: str) -> str:
    """The small ruleset under another name, with another rule 6."""
    text = SMALL.read_text("utf-8").replace("Ruleset: small.", f"Ruleset: {name}.")
    (folder / f"{name}.rules").write_text(text.replace("6      An NGO may not vote.", rule), "utf-8")
    return f"{name}.rules"


def flat(text: str) -> str:
    return " ".join(text.split())


def test_who_gains_and_who_loses_comes_first_and_each_difference_has_both_sides(proclogic: Run, other: str) -> None:
    ran = proclogic("compare", "small", other)
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    words = flat(ran.out)
    assert words.startswith(
        "Of 6 entitlements, other gives more in 1 and less in 1. States Parties lose 1. NGOs gain 1."
    )
    assert "A by leave, if the President invites it to speak rules 3(1), 4(b) B of right" in words
    assert "State Party vote A of right rule 2 B not conferred; no rule - Became silent." in words
    assert "Examined completely." in words


def test_the_other_way_round_gains_are_losses(proclogic: Run, other: str) -> None:
    words = flat(proclogic("compare", other, "small").out)
    assert "Nobody among the States loses anything. States Parties gain 1. NGOs lose 1." in words


@pytest.mark.parametrize("form", ["text", "plain", "md", "csv", "json"])
def test_every_format_tells_every_difference(proclogic: Run, other: str, form: str) -> None:
    ran = proclogic("compare", "small", other, "--format", form)
    assert (ran.code, ran.err) == (0, "")
    words = flat(ran.out).casefold()
    assert "leave dropped" in words
    assert "became silent" in words
    assert (
        proclogic("compare", "small", other, "--plain").out == proclogic("compare", "small", other, "-f", "plain").out
    )


def test_the_json_fits_its_schema_and_has_the_headline(proclogic: Run, other: str) -> None:
    found = json.loads(proclogic("compare", "small", other, "-f", "json", "--by", "provision").out)
    validator("comparison-1").validate(found)
    states = next(t for t in found["headline"]["actors"] if t["actor"] == "State Party")
    assert (states["state"], states["narrower"], states["wider"]) == (True, 1, 0)
    assert {p["a"]: p["relation"] for p in found["provisions"]}["2"] == "only a"
    assert all(d["witnesses"] for d in found["differences"])


def test_the_questions_of_the_examples_get_the_answers_that_they_say(proclogic: Run, other: str) -> None:
    found = json.loads(proclogic("compare", "small", other, "-f", "json").out)
    asked = [w for d in found["differences"] for w in d["witnesses"]]
    assert asked
    for one in asked:
        for ruleset, says in (("small", one["a"]), (other, one["b"])):
            answer = json.loads(proclogic("query", ruleset, one["question"], "-f", "json").out)
            assert (answer["outcome"] == "yes") == (says == "yes")


def test_examples_and_what_is_the_same_are_told_on_demand(proclogic: Run, other: str) -> None:
    plain = proclogic("compare", "small", other).out
    assert ("Example" in plain, "The same." in plain) == (False, False)
    assert "Ask: May an NGO speak in plenary meetings" in flat(proclogic("compare", "small", other, "--examples").out)
    assert "= The same." in flat(proclogic("compare", "small", other, "--all").out)


def test_a_ruleset_with_itself_in_other_words_is_the_same(proclogic: Run, folder: Path) -> None:
    name = changed(folder, "restated", "16     An NGO shall not vote.")
    ran = proclogic("compare", "small", name, "--exit-code")
    assert (ran.code, flat(ran.out)[:60]) == (0, "small and restated give everybody the same entitlements. A s")


def test_the_exit_code_tells_a_difference_only_where_it_is_asked_for(proclogic: Run, other: str) -> None:
    assert proclogic("compare", "small", other).code == 0
    assert proclogic("compare", "small", other, "--exit-code").code == 1


def test_a_search_that_was_not_complete_is_exit_4_and_said(
    proclogic: Run, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from proclogic.compare import whole, worked_out

    def cut(*arguments: Any, cache: bool) -> Comparison:
        return whole.compare(*arguments).replace(complete=False)

    monkeypatch.setattr(worked_out, "compare", cut)
    ran = proclogic("compare", "small", other, "--exit-code")
    assert (ran.code, "NOT examined completely" in ran.out) == (4, True)


def test_actors_acts_and_bodies_narrow_it_down(proclogic: Run, other: str) -> None:
    words = flat(proclogic("compare", "small", other, "--actor", "NGOs").out)
    assert ("States Parties" in words, "speak" in words) == (False, True)
    words = flat(proclogic("compare", "small", other, "--act", "vote").out)
    assert ("State Party vote" in words, "speak" in words) == (True, False)
    ran = proclogic("compare", "small", other, "--body", "the beach")
    assert (ran.code, 'no body is called "the beach"' in flat(ran.err)) == (2, True)


def test_the_table_needs_a_hundred_columns(proclogic: Run, other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    out = proclogic("compare", "small", other).out
    assert "Act, body" in out and "Effect" in out
    assert max(map(len, out.splitlines())) <= 120
    monkeypatch.setenv("COLUMNS", "90")
    assert "Effect" not in proclogic("compare", "small", other).out


@pytest.mark.parametrize(("by", "head"), [("actor", "NGO"), ("act", "speak"), ("body", "a plenary meeting of the")])
def test_it_is_sorted_as_asked(proclogic: Run, other: str, by: str, head: str) -> None:
    assert f"\n\n  {head}" in proclogic("compare", "small", other, "--by", by).out


def test_provisions_stand_side_by_side_with_their_changed_words(proclogic: Run, other: str) -> None:
    words = flat(proclogic("compare", "small", other, "--by", "provision").out)
    assert (
        "speak in plenary meetings of the {-Conference, if the President invites it to speak.-} {+Conference.+}"
        in words
    )
    assert "rule 2: only in A In A A State Party may vote. - State Party: vote" in words


# ---------------------------------------------------------------------------------------------------- one ruleset alone


def test_one_ruleset_under_two_readings(proclogic: Run, folder: Path) -> None:
    name = changed(folder, "read", READ)
    ran = proclogic("compare", name, "--reading-a", "6=wide", "--reading-b", "6=strict")
    assert (ran.code, ran.err) == (0, "")
    words = flat(ran.out)
    assert 'read as "wide"' in words and 'read as "strict"' in words
    assert "NGO vote A of right rule 6 B prohibited rule 6 - Became prohibited." in words


def test_one_ruleset_under_two_resolutions_of_its_brackets(proclogic: Run, folder: Path) -> None:
    name = changed(folder, "open", BRACKETS)
    words = flat(proclogic("compare", name, "--resolve-a", "Group A", "--resolve-b", "Group B").out)
    assert "NGO vote A of right rule 6 B prohibited rule 6 - Became prohibited." in words
    words = flat(proclogic("compare", name, "--resolve-b", "Group B").out)
    assert "No longer depends on brackets" in words


def test_an_overlay_is_compared_with_the_text_as_it_stood(proclogic: Run, folder: Path) -> None:
    (folder / "reform.rules").write_text(REFORM, "utf-8")
    ran = proclogic("compare", "reform.rules")
    assert (ran.code, ran.err) == (0, "")
    words = flat(ran.out)
    assert "A small before reform; treaty and rules B small after reform" in words
    assert "vote A prohibited rule 6 B by leave, if the President invites it to speak rule 7" in words
    alone = json.loads(proclogic("compare", "reform.rules", "-f", "json").out)["differences"]
    with_base = json.loads(proclogic("compare", "small", "reform.rules", "-f", "json").out)["differences"]
    assert alone == with_base


def test_an_overlay_named_twice_or_without_its_layer_is_told_how_to_ask(proclogic: Run, folder: Path) -> None:
    (folder / "reform.rules").write_text(REFORM, "utf-8")
    twice = flat(proclogic("compare", "reform.rules", "reform.rules").out)
    assert "reform amends small: the text before and after is compared by naming reform once" in twice
    assert "by --layers treaty,rules." in twice
    without = flat(proclogic("compare", "small", "reform.rules", "--layers", "treaty,rules").out)
    assert "its amendments do not count in these layers: to count them, --layers treaty,rules,proposal." in without
    for usual in (("small", "reform.rules"), ("reform.rules",), ("small", "small")):
        assert "amends" not in proclogic("compare", *usual).out


def test_layers_of_a_side_are_its_own(proclogic: Run, folder: Path) -> None:
    (folder / "reform.rules").write_text(REFORM, "utf-8")
    words = flat(proclogic("compare", "small", "reform.rules", "--layers-b", "treaty,rules").out)
    assert words.startswith("small and reform give everybody the same entitlements.")


def test_a_ruleset_alone_needs_something_that_tells_the_sides_apart(proclogic: Run, folder: Path) -> None:
    ran = proclogic("compare", "small")
    assert (ran.code, ran.out) == (2, "")
    assert "name two rulesets, or say how the sides of small differ: --reading-a" in flat(ran.err)
    name = changed(folder, "open", BRACKETS)
    ran = proclogic("compare", name, "--resolve-a", "Group A", "--resolve-b", "Group A")
    assert (ran.code, "A and B are the same" in flat(ran.err)) == (2, True)


def test_a_ruleset_named_twice_is_the_same_as_itself(proclogic: Run, folder: Path) -> None:
    ran = proclogic("compare", "small", "small", "--exit-code")
    assert (ran.code, ran.err) == (0, "")
    assert flat(ran.out).startswith("A and B give everybody the same entitlements.")


def test_what_is_not_compared_is_named_where_it_differs(proclogic: Run, folder: Path) -> None:
    duty = SMALL.read_text("utf-8")
    duty = duty.replace("Ruleset: small", "Ruleset: duty") + "\n90   The President shall invite it to speak.\n"
    (folder / "duty.rules").write_text(duty, "utf-8")
    ran = proclogic("compare", "small", "duty.rules", "--exit-code")
    assert ran.code == 1
    assert "Not compared Duties that differ (A: none; B: 90)." in flat(ran.out)


# -------------------------------------------------------------------------------------------------------- three or more


def test_three_rulesets_are_a_table_of_verdicts(proclogic: Run, folder: Path, other: str) -> None:
    third = changed(folder, "third", "6      An NGO may vote.")
    ran = proclogic("compare", "small", other, third)
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    words = flat(ran.out)
    assert words.startswith("other and third against small: ")
    assert "vote prohibited (rule prohibited (rule + of right (rule 6) 6) 6)" in words
    found = json.loads(proclogic("compare", "small", other, third, "-f", "json").out)
    validator("comparisons-1").validate(found)
    row = next(r for r in found["rows"] if (r["actor"], r["act"]) == ("NGO", "vote"))
    assert [v["verdict"] for v in row["verdicts"]] == ["prohibited", "prohibited", "of-right"]
    rows = list(csv.DictReader(io.StringIO(proclogic("compare", "small", other, third, "-f", "csv").out)))
    assert {row["b"] for row in rows} == {"other", "third"}


def test_of_three_rulesets_no_side_has_options_of_its_own(proclogic: Run, folder: Path, other: str) -> None:
    third = changed(folder, "third", "6      An NGO may vote.")
    ran = proclogic("compare", "small", other, third, "--layers-b", "rules")
    assert (ran.code, "here are more rulesets than two" in flat(ran.err)) == (2, True)


@pytest.mark.parametrize("option", [("--examples",), ("--by", "provision")])
def test_of_three_rulesets_what_needs_two_is_refused_but_in_full_formats(
    proclogic: Run, folder: Path, other: str, option: tuple[str, ...]
) -> None:
    third = changed(folder, "third", "6      An NGO may vote.")
    ran = proclogic("compare", "small", other, third, *option)
    assert (ran.code, ran.out) == (2, "")
    assert f"{' '.join(option)} is for two rulesets" in flat(ran.err)
    assert "proclogic compare A B" in flat(ran.err)
    assert proclogic("compare", "small", other, third, *option, "-f", "json").code == 0


# ------------------------------------------------------------------------------------------------------------- mappings


@pytest.fixture
def mapped(folder: Path) -> Path:
    for name in ("conference", "committee"):
        (folder / f"{name}.rules").write_text((HERE / f"{name}.rules").read_text("utf-8"), "utf-8")
    (folder / "a.mapping").write_text(WRITTEN, "utf-8")
    return folder


def test_other_words_are_compared_through_a_mapping(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("compare", "conference.rules", "committee.rules", "--mapping", "a.mapping")
    assert (ran.code, ran.err) == (0, "")
    words = flat(ran.out)
    assert "The words of A and B were matched by a.mapping." in words
    assert "reply (1)." in words
    assert "Only in B written material (2), submit (2)." in words
    assert "NGO (conference) is taken for stakeholder (committee)" in words
    alone = flat(proclogic("compare", "conference.rules", "committee.rules").out)
    assert "a.mapping" not in alone
    assert "speak (" in alone  # a word that the other has not, without the mapping


def test_a_mapping_between_others_and_one_for_a_single_ruleset_are_refused(proclogic: Run, mapped: Path) -> None:
    ran = proclogic("compare", "conference.rules", "small", "--mapping", "a.mapping")
    assert (ran.code, ran.out, "E018" in ran.err) == (3, "", True)
    (mapped / "reform.rules").write_text(REFORM, "utf-8")
    ran = proclogic("compare", "reform.rules", "--mapping", "a.mapping")
    assert (ran.code, "a mapping is between two rulesets" in flat(ran.err)) == (2, True)
    ran = proclogic("compare", "conference.rules", "committee.rules", "--mapping", "none.mapping")
    assert (ran.code, "E017" in ran.err) == (3, True)


# ------------------------------------------------------------------------------------------------------------- mistakes


def test_what_cannot_be_read_is_said(proclogic: Run, folder: Path) -> None:
    ran = proclogic("compare", "small", "smal")
    assert (ran.code, ran.out, "did you mean “small”" in ran.err) == (3, "", True)
    (folder / "empty.rules").write_text("", "utf-8")
    ran = proclogic("compare", "small", "empty.rules")
    assert (ran.code, ran.out, "error[" in ran.err) == (3, "", True)
    ran = proclogic("compare", "small", "empty.rules", "-f", "json")
    validator("diagnostics-1").validate(json.loads(ran.out))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--by", "sea"), "'sea' is not one of"),
        (("--layers-a", "dreams"), "there is no layer dreams"),
        (("--reading-a", "6=wide"), "there is no reading 6=wide"),
        (("--resolve-b", "Group C"), "Group C"),
        (("--plain", "--format", "json"), "--plain is --format plain; it does not go with --format json"),
        (("--plain", "--format", "md"), "it does not go with --format md"),
    ],
)
def test_a_wrong_option_is_exit_2(proclogic: Run, other: str, arguments: tuple[str, ...], said: str) -> None:
    ran = proclogic("compare", "small", other, *arguments)
    assert (ran.code, ran.out, said in flat(ran.err)) == (2, "", True)


def test_choices_that_matter_only_in_a_layer_that_does_not_count_are_said_to(proclogic: Run) -> None:
    ran = proclogic("compare", "uncc-cosp", "--resolve-a", "Option A", "--resolve-b", "Option B")
    assert "nothing turns on what tells A and B apart; others: --layers." in flat(ran.out)


def test_the_paper_of_an_amended_text_has_its_words_with_what_comes_and_goes(proclogic: Run, folder: Path) -> None:
    (folder / "reform.rules").write_text(REFORM, "utf-8")
    told = proclogic("compare", "reform.rules", "-f", "md").out
    text = told.partition("The text with its changes")[2]
    assert "~~, if the President invites it to speak~~" in text
    assert "**An NGO may vote if the President invites it to speak.**" in text
    unchanged = proclogic("compare", "reform.rules", "-f", "md", "--layers-b", "treaty,rules").out
    assert "The text with its changes" not in unchanged
