"""Rulesets made of several texts: amendments, what is taken over, what is applied, by what one is bound."""

from __future__ import annotations

import pytest

from proclogic.answers.ask import answer
from proclogic.answers.options import Options
from proclogic.compiled import ruleset as compiled
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Ruleset
from proclogic.sources import Source
from proclogic.syntax.parse import parse_question

BASE = """Ruleset: base.
Language: 1.
Title: "Base rules".
Source: "Base rules", "https://example.org/base".
Actor: State Party, plural States Parties.
Actor: NGO.
Body: the Conference, of States Parties.
Body: the Committee, of States Parties.
Officer: the President, of the Conference.
Act: attend, a body.
Act: speak, in a body.
Act: vote, in a body.
Status: observer status.
Event: invite it to speak, by the President.
Event: object to it, by a State Party.

Rule 2. Scope
2      A State Party may attend and vote in the Conference.
17(1)  An NGO has observer status, unless a State Party objects to it.
17(2)  An NGO with observer status:
       (a) may attend the Conference;
       (b) may speak in the Conference, if the President invites it to speak; and
       (c) may vote in the Conference.
       Certainty: secondary.
18     Notwithstanding rule 17(2), an NGO may not vote in the Conference.
"""
HEAD = 'Ruleset: overlay.\nLanguage: 1.\nTitle: "Overlay".\n'


def make(text: str, head: str = HEAD + "Amends: base.\n", base: str = BASE) -> tuple[Ruleset | None, list[Diagnostic]]:
    """The ruleset of an overlay on the base, and what is wrong in it."""
    made, found, _ = compiled(
        [Source("overlay.rules", head + text)], {}, "overlay", {"base": [Source("base.rules", base)]}
    )
    return made, [d for d in found if d.is_error]


def says(text: str, head: str = HEAD + "Amends: base.\n") -> dict[str, str]:
    """The texts of the provisions by number."""
    made, found = make(text, head)
    assert made is not None, [(d.code, d.message) for d in found]
    return {p.number: p.text for p in made.provisions}


def verdict(made: Ruleset, text: str) -> str:
    question, faults = parse_question(text, made.vocabulary)
    assert question is not None, faults
    return answer(made, question, Options()).verdict


def test_replace_puts_the_new_text_in_place_of_the_old() -> None:
    made = says("Replace 17(1) with: An NGO has observer status.\n")
    assert made["17(1)"] == "An NGO has observer status."
    assert list(made) == ["2", "17(1)", "17(2)", "17(2)(a)", "17(2)(b)", "17(2)(c)", "18"]


def test_an_item_of_a_list_is_replaced_deleted_and_inserted() -> None:
    made = says("Replace 17(2)(b) with: may speak in the Conference.\nDelete 17(2)(c).\n")
    assert made["17(2)(b)"] == "An NGO with observer status: (b) may speak in the Conference."
    assert "17(2)(c)" not in made
    made = says("Delete 17(2)(a).\n")
    assert list(made) == ["2", "17(1)", "17(2)", "17(2)(b)", "17(2)(c)", "18"]
    made = says("Insert 17(2)(d): may attend the Committee.\n")
    assert made["17(2)(d)"] == "An NGO with observer status: (d) may attend the Committee."
    made = says("Insert 17(2)(bb) after 17(2)(a): may attend the Committee.\n")
    assert [n for n in made if n.startswith("17(2)(")] == ["17(2)(a)", "17(2)(bb)", "17(2)(b)", "17(2)(c)"]


def test_insert_puts_a_provision_where_it_says_or_after_its_stem() -> None:
    assert list(says("Insert 17 bis: An NGO may attend the Committee.\n"))[-2:] == ["17 bis", "18"]
    assert list(says("Insert 17 bis after 2: An NGO may attend the Committee.\n"))[:2] == ["2", "17 bis"]
    assert list(says("Insert 1 before 2: An NGO may attend the Committee.\n"))[:2] == ["1", "2"]


def test_delete_takes_a_provision_with_all_below_it_a_list_and_a_range() -> None:
    assert list(says("Delete 17.\nDelete 18.\n")) == ["2"]
    assert list(says("Delete 17(2), 18.\n")) == ["2", "17(1)"]
    assert list(says("Delete 17(2) to 18.\n")) == ["2", "17(1)"]


def test_words_are_changed_in_their_place() -> None:
    inserted = says('In 2, after "attend", insert ", speak".\n')["2"]
    assert inserted.startswith("A State Party may attend, speak and")
    assert says('In 17(1), replace "has" with "has no".\n')["17(1)"].startswith("An NGO has no observer status")
    assert says('In 17(1), delete ", unless a State Party objects to it".\n')["17(1)"] == "An NGO has observer status."
    assert (
        says('In 17(2)(b), delete ", if the President invites it to speak".\n')["17(2)(b)"]
        == "An NGO with observer status: (b) may speak in the Conference."
    )
    assert says('In 18, before "vote", insert "attend and".\n')["18"].endswith(
        "may not attend and vote in the Conference."
    )


def test_who_proposed_it_is_kept_with_what_was_done() -> None:
    made, _ = make(
        "Proposed by: Group A, Chile.\nReplace 2 with: A State Party may attend the Conference.\n"
        "    Proposed by: Norway.\nDelete 18.\n"
    )
    assert made is not None
    done = [(a.kind, a.number, a.proposers) for a in made.amendments]
    assert done == [("replace", "2", ("Norway",)), ("delete", "18", ("Group A", "Chile"))]
    assert next(p for p in made.provisions if p.number == "2").proposers == ("Norway",)
    assert made.amends == "base"
    assert made.amendments[1].before.startswith("18 Notwithstanding")


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Replace 19 with: An NGO may vote in the Conference.\n", "E120", "there is no 19 in base"),
        ('In 17(1), after "speak", insert "and vote".\n', "E120", "does not say"),
        ('In 17(2), replace "may" with "shall".\n', "E121", "3 times"),
        ("Insert 2: An NGO may vote in the Conference.\n", "E121", "already"),
        ("Delete 2.\nReplace 2 with: An NGO may vote in the Conference.\n", "E122", "same words"),
        ('In 17(1), delete "has".\nDelete 17(1).\n', "E122", "same words"),
        ("Replace 2.\n", "E120", "cannot read"),
        ("Insert 3 after 19: An NGO may vote in the Conference.\n", "E120", "no 19"),
    ],
)
def test_an_amendment_that_hits_nothing_or_two_things_is_an_error_in_the_overlay(
    text: str, code: str, words: str
) -> None:
    made, found = make(text)
    assert made is None
    assert any(d.code == code and words in d.message and d.span.source == "overlay.rules" for d in found), found


def test_a_fault_in_amended_text_is_shown_where_its_words_stand() -> None:
    _, found = make("Replace 2 with: An NGO may dance in the Conference.\n")
    assert {d.span.source for d in found} == {"overlay.rules"}
    text = HEAD + "Amends: base.\nReplace 2 with: An NGO may dance in the Conference.\n"
    assert text[found[0].span.start : found[0].span.end].startswith("dance")
    _, found = make('In 17(1), delete "has".\n')
    assert {d.span.source for d in found} == {"base.rules"}


def test_amendments_without_a_base_and_bases_that_are_not_there_are_errors() -> None:
    _, found = make("Delete 2.\n", HEAD)
    assert [d.code for d in found][:1] == ["E123"]
    _, found = make("Delete 2.\n", HEAD + "Amends: bse.\n")
    assert found[0].code == "E124"
    assert "base" in found[0].help[0]


def test_what_is_taken_over_is_no_surer_than_is_said_and_has_ones_own_source() -> None:
    head = HEAD + 'Source: "Overlay rules".\nExtends: base, as own knowledge, as proposal.\n'
    made, _ = make("3      An NGO may attend the Committee.\n", head)
    assert made is not None
    found = {p.number: (p.certainty, p.layer, p.source.title, p.instrument) for p in made.provisions}
    assert found["2"] == ("own knowledge", "proposal", "Overlay rules", "base")
    assert found["3"] == ("not stated", "rules", "Overlay rules", "")
    plain, _ = make("3      An NGO may attend the Committee.\n", HEAD + "Extends: base.\n")
    assert plain is not None
    kept = {p.number: (p.certainty, p.source.title) for p in plain.provisions}
    assert kept["2"] == ("not stated", "Base rules")
    assert kept["17(2)(a)"] == ("secondary", "Base rules")


def test_rules_that_are_applied_have_numbers_of_their_own_and_may_be_carried_over() -> None:
    text = "3      Rules B(17)(1) to B(17)(2) apply to the Committee, with the Committee for the Conference.\n"
    made, found = make(text, HEAD + "Applies: base as B.\n")
    assert made is not None, found
    numbers = [p.number for p in made.provisions]
    assert numbers == ["3", "B(2)", "B(17)(1)", "B(17)(2)", "B(17)(2)(a)", "B(17)(2)(b)", "B(17)(2)(c)", "B(18)"]
    assert verdict(made, "May an NGO attend the Committee?") == "by-default"
    assert verdict(made, "May an NGO vote in the Conference?") == "prohibited"


def test_the_higher_instrument_prevails_where_the_canons_say_so() -> None:
    text = "3      An NGO may vote in the Conference.\n"
    bound, _ = make(text, HEAD + "Bound by: base as B.\nCanons: higher.\n")
    applied, _ = make(text, HEAD + "Applies: base as B.\nCanons: higher.\n")
    assert bound is not None and applied is not None
    question, _ = parse_question("May an NGO vote in the Conference?", bound.vocabulary)
    assert question is not None
    assert [m.kind for m in answer(bound, question).marks] == []
    assert [m.kind for m in answer(applied, question).marks] == ["conflicting"]


def test_an_overlay_of_an_overlay_is_one_text() -> None:
    middle = HEAD.replace("overlay", "middle") + "Amends: base.\nDelete 18.\n"
    top = HEAD + "Amends: middle.\nDelete 17.\n"
    bases = {"base": [Source("base.rules", BASE)], "middle": [Source("middle.rules", middle)]}
    made, found, _ = compiled([Source("top.rules", top)], {}, "top", bases)
    assert made is not None, found
    assert [p.number for p in made.provisions] == ["2"]
    circle = {"overlay": [Source("o.rules", HEAD + "Amends: overlay.\n")]}
    _, found, _ = compiled([Source("o.rules", HEAD + "Amends: overlay.\n")], {}, "overlay", circle)
    assert any(d.code == "E124" and "circle" in d.message for d in found)


def test_what_is_inserted_may_follow_what_is_inserted() -> None:
    made = says(
        "Insert 17 bis after 17: An NGO may attend the Committee.\n"
        "Insert 17 quater after 17 bis: An NGO may vote in the Committee.\n"
        "Insert 17 ter before 17 quater: An NGO may speak in the Committee.\n"
    )
    assert [n for n in made if n.startswith("17 ")] == ["17 bis", "17 ter", "17 quater"]
    made = says(
        "Insert 17(2)(d): may attend the Committee.\nInsert 17(2)(f): may vote in the Committee.\n"
        "Insert 17(2)(e) after 17(2)(d): may speak in the Committee.\n"
    )
    assert [n for n in made if n.startswith("17(2)(")] == [f"17(2)({c})" for c in "abcdef"]


def test_a_number_is_inserted_once() -> None:
    _, found = make(
        "Insert 17 bis: An NGO may attend the Committee.\nInsert 17 bis: An NGO may vote in the Committee.\n"
    )
    assert [d.code for d in found] == ["E121"]
