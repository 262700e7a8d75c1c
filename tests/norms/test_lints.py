"""Drafting habits: each is found once where it stands, and two texts that look alike have no finding."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings

from proclogic.compiled import ruleset as compiled
from proclogic.data import data_dir
from proclogic.diagnostics.codes import CODES
from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.page import PAGES, page
from proclogic.fuzz.strategies import rulesets
from proclogic.library import load
from proclogic.norms import lints
from proclogic.norms.model import Ruleset
from proclogic.sources import Source
from tests.norms.silent_texts import SILENT

WORDS = (PAGES / "words.rules").read_text("utf-8")
DOCUMENT = (PAGES.parents[2] / "docs" / "lints.md").read_text("utf-8")


def made(rules: str, words: str = WORDS) -> Ruleset:
    ruleset, found, _ = compiled([Source("example.rules", f"{words}\n{rules}\n")], {}, "example")
    assert ruleset is not None, [(d.code, d.message) for d in found]
    return ruleset


def found(rules: str, words: str = WORDS) -> list[Diagnostic]:
    return lints.find(made(rules, words))


def codes(rules: str, words: str = WORDS) -> list[str]:
    return [d.code for d in found(rules, words)]


def example(code: str, section: str) -> str:
    part = page(code).partition(f"## An example that {section}\n")[2]
    return part.partition("```rules\n")[2].partition("```")[0]


def test_there_are_at_least_twenty_five_and_each_knows_its_code() -> None:
    assert len(lints.LINTS) >= 18 and len(lints.LINTS) + len(lints.HABITS) >= 25
    for code, lint in lints.LINTS.items():
        assert (lint.__doc__ or "").startswith(f"{code}: ")
    assert {c for c in CODES if c.startswith("W5")} == set(lints.LINTS)


@pytest.mark.parametrize("code", lints.LINTS)
def test_the_example_of_the_page_has_this_habit_and_no_other(code: str) -> None:
    assert set(codes(example(code, "fails"))) == {code}


@pytest.mark.parametrize("code", lints.LINTS)
def test_the_better_example_has_none_at_all(code: str) -> None:
    assert codes(example(code, "passes")) == []


@pytest.mark.parametrize("code", lints.LINTS)
@pytest.mark.parametrize("which", [0, 1])
def test_what_only_looks_like_it_is_not_found(code: str, which: int) -> None:
    assert code not in codes(SILENT[code][which])


def test_there_are_two_such_texts_for_each() -> None:
    assert set(SILENT) == set(lints.LINTS)
    assert [c for c, (one, other) in SILENT.items() if one == other] == []


@pytest.mark.parametrize("code", [*lints.LINTS, *lints.HABITS])
def test_a_page_says_what_to_avoid_what_to_prefer_and_why(code: str) -> None:
    part = page(code).partition("## What to do\n")[2]
    assert re.findall(r"^(\w+): ", part, re.M)[:3] == ["Avoid", "Prefer", "Why"]
    assert f"| {code} | {CODES[code]} |" in DOCUMENT


@pytest.mark.parametrize("code", lints.LINTS)
def test_every_finding_names_a_provision_and_can_be_accepted_there(code: str) -> None:
    text = example(code, "fails")
    places = {d.place.removeprefix("rule ") for d in found(text)}
    assert "" not in places
    lines: list[str] = []
    for number in sorted(places):
        top, item = number.split("(")[0], number.partition("(")[2]
        for_item = f" for ({item}" if item else ""
        lines.append(f'{top}|       Accepted{for_item}: {code} because "it is meant so".')
    for line in lines:
        top, _, accepted = line.partition("|")
        text = re.sub(rf"^({top}  .*\n(?:[ ].*\n)*)", rf"\1{accepted}\n", text, count=1, flags=re.M)
    assert codes(text) == []


def test_readings_and_opinions_are_not_the_words_of_the_drafter() -> None:
    told = "An NGO may vote unless the Conference does not decide to admit it.\n"
    assert codes(f"1  {told}") == ["W545"]
    assert codes(f'1  An NGO may attend the Conference.\n   Reading "a": {told}   Reading "b": nothing more.\n') == []
    assert codes(f"1  {told}   Layer: opinion.\n") == []
    assert codes(f"1  {told}   Layer: treaty.\n") == []


def test_what_an_overlay_takes_over_is_not_told_again_and_what_it_adds_is() -> None:
    base = WORDS.replace("Ruleset: example.", "Ruleset: base.") + "\n1  An NGO or an organization may vote.\n"
    over = "Ruleset: over.\nLanguage: 1.\nAmends: base.\n\nInsert 2 after 1: A State or a State Party may vote.\n"
    ruleset, faults, _ = compiled([Source("over.rules", over)], {}, "over", {"base": [Source("base.rules", base)]})
    assert ruleset is not None, faults
    assert [(d.code, d.place) for d in lints.find(ruleset)] == [("W563", "rule 2")]


def test_what_an_overlay_adds_is_held_against_what_it_takes_over() -> None:
    base = WORDS.replace("Ruleset: example.", "Ruleset: base.") + "\n1  A State shall be accorded observer status.\n"
    over = (
        "Ruleset: over.\nLanguage: 1.\nAmends: base.\n\nInsert 2 after 1: An NGO should be accorded observer status.\n"
    )
    ruleset, faults, _ = compiled([Source("over.rules", over)], {}, "over", {"base": [Source("base.rules", base)]})
    assert ruleset is not None, faults
    assert [(d.code, d.place) for d in lints.find(ruleset)] == [("W501", "rule 2")]


def test_a_referral_of_others_does_not_say_what_follows_of_an_objection() -> None:
    veto = "1  An NGO may vote if no State Party objects to it at least 10 days before the session.\n"
    refers = "2  The matter of {} is referred to the Conference if a State Party objects to it.\n"
    then = "3  A State may vote if the Conference decides to admit it.\n"
    assert "W533" in codes(veto + refers.format("a State") + then)
    assert "W533" not in codes(veto + refers.format("an NGO") + then)


def test_a_finding_names_the_parallel_rule() -> None:
    (one,) = found(example("W501", "fails"))
    assert one.message == "rule 2 says “should be accorded” where rule 1 says “shall”"
    assert [label.text for label in one.labels] == ["the parallel rule"]


def test_what_to_write_is_said_in_the_words_of_the_text() -> None:
    (late,) = found("1  The President shall invite it to speak not later than 3 days before the session.\n")
    assert late.code == "W531"
    assert late.help == (
        "say what follows: ... if the President invites it to speak at least 3 days before the session ...",
    )
    veto = (
        "1  An NGO may vote if no State Party objects to it.\n2  An NGO may not vote if a State Party objects to it.\n"
    )
    (open_ended,) = found(veto)
    assert open_ended.code == "W532"
    assert open_ended.help == ("give a time: ... may object to it not later than ... before ...",)


def unaccepted(ruleset: Ruleset) -> Ruleset:
    """The ruleset as if its author let nothing stand."""
    return ruleset.replace(provisions=tuple(p.replace(accepted=()) for p in ruleset.provisions))


def test_the_examples_of_the_dossier_are_found_in_the_rules_of_the_conference() -> None:
    ruleset, _, _ = load("untoc-cop")
    assert ruleset is not None
    told = {(d.code, d.place) for d in lints.find(unaccepted(ruleset))}
    assert {("W501", "rule 17(1)"), ("W532", "rule 17(2)"), ("W531", "rule 9"), ("W544", "rule 17(3)(b)")} <= told


def test_few_are_found_in_what_is_shipped() -> None:
    # More would mean that a lint cries wolf: look at what it says before this number is raised.
    names = [p.name for p in data_dir("rulesets").iterdir() if p.is_dir()]
    shipped = [r for r, _, _ in map(load, sorted(names)) if r is not None]
    assert sum(len(lints.find(unaccepted(r))) for r in shipped) <= 25


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rulesets())
def test_no_ruleset_is_too_odd_to_be_looked_at(ruleset: Ruleset) -> None:
    assert all(d.code in lints.LINTS and d.place for d in lints.find(ruleset))
