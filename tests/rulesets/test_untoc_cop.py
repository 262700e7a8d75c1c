"""The UNTOC ruleset: it checks clean, says where it comes from, and answers as a reader of the text would."""

from __future__ import annotations

import re

import pytest

from proclogic import library, testing
from proclogic.data import data_dir
from proclogic.norms.model import CERTAINTIES, LAYERS, Ruleset

# The provisions of the reference list, by the numbers of the text.
NUMBERS = """
art32(1) art32(2) art32(3) art39
1(c) 1(d)-(g) 1(i) 1(j) 2(1) 2(2) 3 8(2)(e) 9 10 11 12 13
14(1) 14(2) 15(1) 15(2) 16(1) 16(2) 16(3) 17(1) 17(2) 17(3) 17(3)(a) 17(3)(b) 17(3)(c)
18 19-20 21 22 24 30 31 32-33 38 39 40(1) 40(2) 40(3) 41(1) 41(2) 42 43 44 45-53
54 55 56 57(1) 57(2) 58 59 60 61 62 75 76-77 78 79 80 81
P1 P2 P3 P4 P5
"""
LISTED = NUMBERS.split()
QUESTIONS = (
    "Q1 Q2 Q3 Q5 Q6 Q8 Q9 Q11 Q13 Q14 Q15 Q17 Q18 Q20 Q21 Q22 Q24 Q25 Q26 Q28 Q30 Q31 Q32 Q34 Q35 Q36 Q37 Q39 Q41 Q42 "
    "Q43a Q43b Q44 Q46 Q47 Q48 Q50"
)
BANK = QUESTIONS.split()
PRACTICE = {"P1", "P2", "P3", "P4", "P5"}
TREATY = {"art32(2)", "art32(3)", "art39"}


@pytest.fixture(scope="module")
def untoc() -> Ruleset:
    ruleset, _, _ = library.load("untoc-cop")
    assert ruleset is not None
    return ruleset


@pytest.fixture(scope="module")
def report(untoc: Ruleset) -> testing.Results:
    asked, faults, _ = testing.questions([untoc])
    assert [d.message for d in faults if "untoc-cop" in d.span.source] == []
    return testing.run([(s, e) for s, e in asked if "untoc-cop" in e.under], [untoc])


def not_encoded() -> set[str]:
    """The provisions that the README lists as left out."""
    text = (data_dir("rulesets") / "untoc-cop" / "README.md").read_text(encoding="utf-8")
    table = text.split("## What is not encoded")[1]
    cells = re.findall(r"^\| ([^|]+?) \|", table, re.M)
    return {part.strip() for cell in cells for part in cell.removesuffix(", in part").split(",")}


def test_nothing_is_found_in_it() -> None:
    _, faults, _ = library.load("untoc-cop")
    assert [(d.code, d.place, d.message) for d in faults] == []


def test_every_listed_provision_is_there_or_is_listed_as_left_out(untoc: Ruleset) -> None:
    numbers = {p.number for p in untoc.provisions}
    there = {n for n in LISTED if n in numbers or any(known.startswith(f"{n}(") for known in numbers)}
    assert set(LISTED) - there - not_encoded() == set()


def test_no_provision_is_there_that_is_not_listed(untoc: Ruleset) -> None:
    strangers = [
        p.number for p in untoc.provisions if not any(p.number == n or p.number.startswith(f"{n}(") for n in LISTED)
    ]
    assert strangers == []


def test_every_provision_names_its_own_source(untoc: Ruleset) -> None:
    assert [p.number for p in untoc.provisions if not p.source.title or p.source == untoc.source] == []


def test_every_provision_has_a_layer_and_a_certainty(untoc: Ruleset) -> None:
    assert {p.layer for p in untoc.provisions} <= set(LAYERS)
    assert {p.certainty for p in untoc.provisions} <= set(CERTAINTIES)
    assert {p.number for p in untoc.provisions if p.layer == "practice"} == PRACTICE
    assert {p.number for p in untoc.provisions if p.layer == "treaty"} == TREATY


def test_a_provision_whose_text_is_known_from_an_address_gives_it(untoc: Ruleset) -> None:
    assert [p.number for p in untoc.provisions if p.certainty == "verbatim" and not p.source.address] == []


def test_a_gap_has_no_norms_and_says_that_it_is_silent(untoc: Ruleset) -> None:
    gaps = [p for p in untoc.provisions if p.certainty == "gap"]
    assert [p.number for p in gaps] == ["21"]
    assert all(p.silences for p in gaps)
    assert not {n.provision for n in untoc.norms} & {p.number for p in gaps}


def test_quotations_are_at_most_eight_words(untoc: Ruleset) -> None:
    words = {p.number: p.quote for p in untoc.provisions} | {d.id: d.words for d in untoc.disputes}
    assert {n: q for n, q in words.items() if len(q.split()) > 8} == {}


def test_only_text_that_was_read_in_english_is_quoted(untoc: Ruleset) -> None:
    assert [p.number for p in untoc.provisions if p.quote and "English" not in p.source.title] == []


def test_every_reading_has_an_authority_and_every_dispute_two_readings(untoc: Ruleset) -> None:
    assert [d.id for d in untoc.disputes if len(d.readings) < 2] == []
    assert [(d.id, r.name) for d in untoc.disputes for r in d.readings if not r.authority] == []


def test_the_shared_words_name_no_conference() -> None:
    text = (data_dir("rulesets") / "united-nations" / "vocabulary.rules").read_text(encoding="utf-8")
    assert re.findall(r"^(?:Officer|Meeting|Limit): .*", text, re.M) == []
    assert "UNTOC" not in text
    assert "Body: the Conference" not in text


def test_every_question_of_the_bank_is_asked(report: testing.Results) -> None:
    assert [n for n in BANK if n not in {r.name for r in report.results}] == []


def test_every_question_is_answered_as_expected(report: testing.Results) -> None:
    assert {r.name: r.wrong for r in report.failed} == {}


def test_only_practice_is_touched_by_no_question(report: testing.Results) -> None:
    (coverage,) = report.coverage
    assert set(coverage.untouched) <= PRACTICE
