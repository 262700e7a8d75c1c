"""Provisions side by side: which stand for each other, which words differ, and what differs by them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from proclogic.compare.model import Provisions
from proclogic.compare.provisions import marked, sentences, side_by_side
from proclogic.compare.whole import compare
from proclogic.norms.model import Provision
from tests.compare.texts import WORDS, compared, ruleset

STATES = "A State Party may attend the Conference."
NGOS = "An NGO in consultative status may attend the Conference, unless a State Party objects to it."
GUESTS = "A guest may vote if the President invites it."
WORD = st.text("ab[]|,.", min_size=1, max_size=3)
TEXT = st.lists(WORD, min_size=1, max_size=12).map(" ".join)


def shown(first: str, second: str) -> list[Provisions]:
    found = compared(first, second, every=True)
    return list(side_by_side(ruleset(first), ruleset(second), found.differences))


def ends(found: list[Provisions]) -> list[tuple[str, str, str]]:
    return [(p.a, p.b, p.relation) for p in found]


def test_the_same_words_under_another_number_stand_for_each_other() -> None:
    assert ends(shown(f"1 {STATES}\n2 {NGOS}", f"1 {NGOS}\n2 {STATES}")) == [
        ("1", "2", "same words"),
        ("2", "1", "same words"),
    ]


def test_other_words_with_the_same_effect_stand_for_each_other_under_another_number() -> None:
    found = shown(f"1 {STATES}\n2 {GUESTS}", f"7 {STATES}\n9 If the President invites it, a guest may vote.")
    assert ends(found)[0] == ("1", "7", "same words")
    assert ("2", "9", "other words") in ends(found)


def test_a_number_that_two_texts_happen_to_share_aligns_nothing() -> None:
    found = shown(f"1 {STATES}", f"1 {GUESTS}")
    assert ends(found) == [("1", "", "only a"), ("", "1", "only b")]


def test_what_is_new_stands_where_it_stands_in_the_second_text() -> None:
    assert ends(shown(f"1 {STATES}\n2 {NGOS}", f"1 {STATES}\n1bis {GUESTS}\n2 {NGOS}")) == [
        ("1", "1", "same words"),
        ("", "1bis", "only b"),
        ("2", "2", "same words"),
    ]


def test_words_that_differ_are_marked_and_what_differs_by_them_is_told() -> None:
    (one,) = shown(f"1 {NGOS}", "1 An NGO may attend the Conference.")
    gone = "{-Conference, unless a State Party objects to it.-}"
    assert one.marked == f"An NGO {{-in consultative status-}} may attend the {gone} {{+Conference.+}}"
    assert one.effects
    assert all(line.startswith("+ NGO: attend the Conference") for line in one.effects)


def test_a_provision_of_which_no_word_changed_is_not_blamed_for_what_another_changed() -> None:
    first, second = shown(f"1 {STATES}\n2 {GUESTS}", f"1 {STATES}\n2 A guest may vote.")
    assert (first.effects, second.effects) == ((), ("+ guest: vote",))


def test_brackets_stay_and_sources_go() -> None:
    text = 'A guest [may | by: Group A][may not | by: Group B] vote. Source: "a paper". Note: "[x]". Quote: "q".'
    assert sentences(Provision("1", text=text)) == "A guest [may | by: Group A][may not | by: Group B] vote."


@given(TEXT, TEXT)
def test_the_marks_hold_both_texts_word_for_word(one: str, other: str) -> None:
    first, second, now = [], [], ""
    for word in re.sub(r"({[-+])|([-+]})", r"\1 \2", marked(one, other)).split():
        if word in ("{-", "{+"):
            now = word
        elif word in ("-}", "+}"):
            now = ""
        else:
            first += [word] if now != "{+" else []
            second += [word] if now != "{-" else []
    assert (first, second) == (one.split(), other.split())


def test_a_prohibition_that_goes_is_an_effect_of_the_provision_that_had_it() -> None:
    words = f"{WORDS}\nStatus: observer status.\nEvent: apply for observer status, by the actor."
    rest = (
        "1 An NGO has observer status if it applies for observer status, unless a State Party objects to it.\n"
        "2 An NGO with observer status may attend the Conference."
    )
    barred = "3 An NGO without observer status may not attend the Conference."
    invited = "3 An NGO without observer status may attend the Conference if the President invites it."
    first, second = (ruleset(f"{rest}\n{rule}", words) for rule in (barred, invited))
    found = {p.a: p for p in side_by_side(first, second, compare(first, second, every=True).differences)}
    assert any("NGO: attend the Conference" in effect for effect in found["3"].effects)
    assert found["1"].effects == found["2"].effects == ()


def test_a_provision_that_gives_the_same_to_others_has_no_effect_on_those_of_whom_the_text_was_silent() -> None:
    before = f"1 {STATES}\n2 A guest may vote if the President invites it."
    after = f"1 {STATES}\n2 A guest may vote and attend the Conference if the President invites it.\n3 An NGO may vote."
    found = {p.b: p for p in shown(before, after)}
    assert not any("NGO" in effect for effect in found["2"].effects)
    assert any("NGO: vote" in effect for effect in found["3"].effects)
