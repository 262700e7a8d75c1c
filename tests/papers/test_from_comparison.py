"""Comparisons on paper: every difference in every format, and every sign of a text survives."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from proclogic.compare.model import (
    DIFFERENT,
    NARROWER,
    SAME,
    WIDER,
    Actor,
    Compared,
    Comparison,
    Difference,
    Finer,
    Instance,
    Only,
    Provisions,
    Side,
    Witness,
)
from proclogic.layout import clean, columns
from proclogic.papers import write
from tests.compare.texts import comparison, difference, side
from tests.papers.schemas import validator
from tests.papers.test_markdown import rendered
from tests.papers.test_survival import BRACKETED

NAMES = (
    "actor",
    "body",
    "does",
    "case",
    "condition",
    "rule",
    "detail",
    "clause",
    "question",
    "title",
    "id",
    "word",
    "number",
)
FORMS = ("text", "plain", "md", "csv", "json")
WITNESS = Witness(("a State Party objects to it",), "yes", "no", "May an NGO attend?", "May a stakeholder attend?")
LEAVE = (Finer("leave added", "the President invites it"),)
ONE = difference("NGO", NARROWER, finer=LEAVE, a=side("by-default", ("17(2)",)), b=side("by-leave", ("OP9",)))


def said(
    value: Comparison,
    form: str = "text",
    by: str = "actor",
    every: bool = False,
    examples: bool = False,
    width: int = 80,
) -> str:
    return write.comparison(value, form, by, every, examples, width)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_difference_is_told_with_both_sides_their_rules_and_the_effect() -> None:
    lines = said(comparison(ONE)).splitlines()
    assert "      A  by default".strip() in [line[:20].strip() for line in lines]
    told = flat(said(comparison(ONE)))
    assert "A by default rule 17(2) B by leave OP9 - Leave added: the President invites it." in told
    assert told.startswith("Of 1 entitlement, new gives more in none and less in 1. NGOs lose 1.")


@pytest.mark.parametrize(("relation", "sign"), [(WIDER, "+"), (NARROWER, "-"), (DIFFERENT, "~"), (SAME, "=")])
def test_each_relation_has_its_sign_in_each_layout(relation: str, sign: str) -> None:
    value = comparison(difference("NGO", relation, finer=LEAVE))
    assert f"{sign}  Leave added" in said(value)
    for form in ("plain", "md"):
        assert f"{sign} Leave added" in said(value, form).replace("\\", "")
    assert f"{sign} Leave added" in said(value, width=120)


def test_what_is_the_same_is_told_only_when_all_is_asked_for() -> None:
    value = comparison(ONE, difference("guest"))
    assert "The same." not in said(value)
    assert "= The same." in flat(said(value, every=True))
    assert len(json.loads(said(value, "json"))["differences"]) == 1
    assert len(json.loads(said(value, "json", every=True))["differences"]) == 2


def test_a_verdict_that_is_better_but_not_in_every_situation_says_so() -> None:
    value = comparison(difference("NGO", WIDER, inclusion=False))
    assert "The verdict is better, though not in every situation." in flat(said(value))


def test_examples_are_told_on_demand_one_of_each_or_all() -> None:
    value = comparison(ONE.replace(witnesses=(WITNESS, WITNESS.replace(a="no", b="yes"))))
    assert "Example" not in said(value)
    one = flat(said(value, examples=True))
    assert "Example: if a State Party objects to it and nobody does anything else: A yes; B no." in one
    assert "Ask A: May an NGO attend? Ask B: May a stakeholder attend?" in one
    assert one.count("Example:") == 1
    assert said(value, examples=True, every=True).count("Example:") == 2


def test_a_difference_without_an_example_says_why_and_votes_show_a_majority() -> None:
    votes = Instance("votes", "60 vote for and 40 vote against", "carried", "not carried", "Is it carried?")
    shown = (Finer("majority changed", "half", instances=(votes,)),)
    one = difference(finer=shown, why="it is the same")
    words = flat(said(comparison(one), examples=True))
    assert "Example: if 60 vote for and 40 vote against: A carried; B not carried. Ask: Is it carried?" in words
    assert "No situation" not in words
    words = flat(said(comparison(one.replace(finer=(Finer("became contested"),))), examples=True))
    assert "No situation shows it: it is the same." in words
    found = json.loads(said(comparison(one), "json"))
    validator("comparison-1").validate(found)
    assert found["differences"][0]["no_witness"] == "it is the same"


def test_in_a_situation_in_which_nothing_happens_nobody_does_anything() -> None:
    value = comparison(ONE.replace(witnesses=(WITNESS.replace(clauses=()),)))
    assert "Example: if nobody does anything: A yes; B no." in flat(said(value, examples=True))


def test_nobody_among_the_states_loses_is_said_only_where_it_is_so() -> None:
    gains = comparison(difference("State", WIDER), difference("NGO", NARROWER))
    assert "Nobody among the States loses anything. States gain 1." in flat(said(gains))
    loses = comparison(difference("State", NARROWER), difference("NGO", WIDER))
    assert "Nobody among the States" not in said(loses)
    assert "States lose 1." in flat(said(loses))
    assert "the States" not in said(comparison(difference("NGO", WIDER)))


def test_the_same_texts_give_everybody_the_same() -> None:
    assert said(comparison(difference())).startswith("old and new give everybody the same entitlements.")
    words = difference(finer=(Finer("limits changed", "A: none; B: one"),))
    told = flat(said(comparison(words)))
    assert told.startswith(
        "old and new give everybody the same entitlements, but for words, limits, deadlines or majorities."
    )


def test_words_of_one_side_inexact_words_and_what_was_not_confirmed_are_told() -> None:
    value = comparison(
        ONE,
        only=(Only("a", ("sing",), "NGO", "sing"), Only("b", ("hum",), "NGO", "hum")),
        inexact=("NGO (old) is taken for stakeholder (new)",),
        mapping="mappings/old--new.mapping",
        unconfirmed=2,
        complete=False,
    )
    told = flat(said(value))
    assert "Only in A sing (1). Only in B hum (1). Words NGO (old) is taken for stakeholder (new)." in told
    assert "NOT examined completely" in told
    assert "2 examples were not confirmed by the second evaluator" in told
    assert "matched by mappings/old--new.mapping" in told
    assert "Examined completely." not in told


def test_80_columns_are_stacked_and_120_are_a_table() -> None:
    assert "Actor " not in said(comparison(ONE))
    wide = said(comparison(ONE), width=120)
    assert any(line.split() == ["Actor", "Act,", "body", "A", "B", "Effect"] for line in wide.splitlines())
    for width in (80, 99, 100, 120):
        assert max(map(columns, said(comparison(ONE), width=width).splitlines())) <= width


@pytest.mark.parametrize(("by", "head"), [("actor", "NGO; guest"), ("act", "attend"), ("body", "the Conference")])
def test_differences_are_sorted_as_asked(by: str, head: str) -> None:
    value = comparison(ONE, ONE.replace(actor="guest"))
    assert f"  {head}\n" in said(value, by=by)


def test_provisions_stand_side_by_side_with_what_differs_by_them() -> None:
    pairs = (
        Provisions("1", "1", "A.", "A.", "same words"),
        Provisions(
            "2", "3", "An [NGO] may.", "An NGO.", "other words", "An {-[NGO] may.-} {+NGO.+}", ("- NGO: attend",)
        ),
        Provisions("4", "", "Gone.", "", "only a"),
        Provisions("5", "OP7", "Far away.", "Something else.", "other words"),
    )
    told = flat(said(comparison(ONE, provisions=pairs), by="provision"))
    assert "rule 2 in A, rule 3 in B: other words Text An {-[NGO] may.-} {+NGO.+} - NGO: attend" in told
    assert "rule 4: only in A In A Gone." in told
    assert "rule 5 in A, OP7 in B: other words In A Far away. In B Something else." in told
    assert "1 more has the same words, and nothing differs by it." in told
    assert "rule 1: same words Text A." in flat(said(comparison(ONE, provisions=pairs), by="provision", every=True))


def test_three_rulesets_stand_in_a_row_with_signs_against_the_first() -> None:
    third = Compared("third", "", "")
    one = comparison(ONE, difference("guest"))
    other = comparison(
        difference("guest", WIDER, b=side("of-right")), b=third, only=(Only("a", ("x",), "NGO", ONE.does),)
    )
    told = write.comparisons((one, other), "text", "actor", False, 120)
    assert told.startswith("new and third against old: 2 cases in which some differ.")
    assert "attend the Conference  by default (rule 17(2))  - by leave (OP9)  no words for it" in told
    assert "attend the Conference  by leave (rule 1)  by leave (rule 1)  + of right (rule 1)" in told
    found = json.loads(write.comparisons((one, other), "json", "actor", False))
    validator("comparisons-1").validate(found)
    assert [row["relations"] for row in found["rows"]] == [["narrower", ""], ["same", "wider"]]
    assert found["rows"][0]["verdicts"][2] is None
    rows = list(csv.DictReader(io.StringIO(write.comparisons((one, other), "csv", "actor", False))))
    assert [(row["b"], row["relation"]) for row in rows] == [
        ("new", "narrower"),
        ("third", "wider"),
        ("third", "only a"),
    ]


def test_csv_has_a_line_a_difference_and_a_line_for_what_has_no_words() -> None:
    value = comparison(ONE.replace(witnesses=(WITNESS,)), only=(Only("b", ("hum", "hall"), "NGO", "hum in the hall"),))
    first, second = csv.DictReader(io.StringIO(said(value, "csv")))
    assert (first["verdict_a"], first["verdict_b"], first["relation"]) == ("by-default", "by-leave", "narrower")
    assert (first["rules_a"], first["differences"]) == ("17(2)", "leave added: the President invites it")
    assert (second["relation"], second["does"]) == ("only b", "hum in the hall")
    assert second["differences"] == "no words for: hum, hall"


@pytest.mark.parametrize("name", ["comparison-1", "comparisons-1"])
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(validator(name).schema)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_compared_is_a_comparison_too(form: str) -> None:
    out = said(comparison(), form)
    assert out.endswith("\n")
    if form == "json":
        validator("comparison-1").validate(json.loads(out))


@settings(max_examples=30, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(NAMES, BRACKETED)))
def test_every_sign_of_a_text_reaches_the_reader_in_every_format(s: dict[str, str]) -> None:
    one = Side("by-leave", ("by-leave",), "yes", short=f"by leave, {s['condition']}", rules=(s["rule"],))
    there = Difference(
        s["actor"],
        "act",
        s["body"],
        f"{s['does']} {s['body']}",
        ((s["case"],),),
        one,
        one,
        WIDER,
        finer=(Finer("limits changed", s["detail"], instances=(Instance("number", s["number"], "no", "yes"),)),),
        witnesses=(Witness((s["clause"],), "no", "yes", s["question"]),),
    )
    sides = Compared(s["id"], s["title"], ""), Compared("new", "", "")
    only = (Only("a", (s["word"],), "x", "y"),)
    value = Comparison(*sides, (there,), only, actors=(Actor(s["actor"], s["actor"]),))
    for form in ("text", "plain", "md"):
        out = said(value, form, examples=True)
        shown = "".join(rendered(out).split()) if form == "md" else "".join(out.split())
        for name in NAMES:
            parts = [clean(s[name])] if form != "text" else clean(s[name]).split()
            assert all("".join(part.split()) in shown for part in parts), (form, name)
    found = json.loads(said(value, "json"))
    validator("comparison-1").validate(found)
    (told,) = found["differences"][0]["finer"]
    assert (told["kind"], told["detail"], told["instances"][0]["situation"]) == (
        "limits changed",
        s["detail"],
        s["number"],
    )
    row = next(csv.DictReader(io.StringIO(said(value, "csv"))))
    assert (row["actor"], row["body"], row["rules_a"]) == (s["actor"], s["body"], s["rule"])
