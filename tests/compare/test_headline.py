"""Who gains and who loses, counted by entitlements."""

from __future__ import annotations

import pytest

from proclogic.compare.actors import names_states
from proclogic.compare.headline import headline
from proclogic.compare.model import DIFFERENT, NARROWER, SAME, WIDER, Finer, Only
from proclogic.compare.narrowing import narrowed
from tests.compare.texts import compared, comparison, difference

STATES = "1 A State Party may attend the Conference.\n"
OTHER = (Finer("limits changed", "A: none; B: one"),)


@pytest.mark.parametrize(
    ("phrase", "states"),
    [
        ("State Party", True),
        ("Member State", True),
        ("State that is not a Party", True),
        ("Head of State", False),
        ("representative of a State Party", False),
        ("State-owned enterprise", False),
        ("NGO", False),
    ],
)
def test_a_class_is_one_of_states_by_its_own_noun(phrase: str, states: bool) -> None:
    assert names_states(phrase) is states


def test_the_cases_of_a_cell_are_one_entitlement() -> None:
    wider = difference(relation=WIDER, when=(("x",),))
    same = difference(when=(("not x",),))
    assert headline(comparison(wider, same)).counts.wider == 1
    assert headline(comparison(wider, same)).counts.same == 0
    both = headline(comparison(wider, difference(relation=NARROWER, when=(("not x",),)))).counts
    assert (both.wider, both.narrower, both.different) == (0, 0, 1)


def test_what_is_the_same_but_for_words_is_counted_apart_from_what_is_the_same() -> None:
    counts = headline(comparison(difference(finer=OTHER), difference(body="the bureau"), same=3, silent=7)).counts
    assert (counts.otherwise, counts.same, counts.silent) == (1, 4, 7)


def test_each_actor_is_in_the_group_of_what_it_gains_and_loses() -> None:
    found = headline(
        comparison(
            difference("NGO", WIDER),
            difference("guest", NARROWER),
            difference("fund", WIDER),
            difference("fund", NARROWER, body="the bureau"),
            difference("agency", DIFFERENT),
            difference("State", SAME, finer=OTHER),
        )
    )
    groups = (found.gain_only, found.lose_only, found.both, found.neither)
    assert [[t.actor.name for t in group] for group in groups] == [["NGO"], ["guest"], ["fund", "agency"], ["State"]]
    assert [t.actor.name for t in found.states] == ["State"]


def test_a_word_that_one_side_lacks_counts_once_for_each_entitlement_that_needs_it() -> None:
    only = (
        Only("a", ("sing",), "NGO", "sing"),
        Only("a", ("sing", "hall"), "NGO", "x"),
        Only("b", ("hum",), "NGO", "y"),
    )
    found = headline(comparison(only=only))
    assert found.only_a == (("sing", 2), ("hall", 1))
    assert found.only_b == (("hum", 1),)


def test_it_is_told_of_rules_who_gains_and_who_loses() -> None:
    found = headline(
        compared(
            f"{STATES}2 An NGO may attend the Conference if the President invites it.",
            f"{STATES}2 An NGO may attend the Conference.\n3 A guest may not vote.",
        )
    )
    assert [(t.actor.called, t.wider, t.narrower) for t in found.tallies] == [
        ("States Parties", 0, 0),
        ("NGOs", 1, 0),
        ("guests", 0, 1),
    ]
    assert [t.actor.name for t in found.states] == ["State Party"]


def test_a_text_with_itself_changes_nothing_for_anybody() -> None:
    text = "1 A State Party may attend the Conference, unless a State Party objects to it.\n2 An NGO may not vote."
    found = headline(compared(text, text))
    assert found.neither == found.tallies
    assert (found.counts.wider, found.counts.narrower, found.counts.different, found.counts.otherwise) == (0, 0, 0, 0)


def test_a_part_is_about_those_who_were_asked_for() -> None:
    whole = comparison(
        difference("NGO", WIDER),
        difference("guest", NARROWER),
        difference("guest", NARROWER, body="the bureau", body_b="the board"),
        only=(Only("a", ("sing",), "NGO", "sing"), Only("a", ("sing",), "guest", "sing")),
        same=4,
        silent=9,
    )
    part = narrowed(whole, {"guest"})
    assert [d.actor for d in part.differences] == ["guest", "guest"]
    assert ([o.actor for o in part.only], part.same, part.silent) == (["guest"], 0, 0)
    assert [a.name for a in part.actors] == ["guest"]
    assert len(narrowed(whole, (), (), {"the board"}).differences) == 1  # named in words of B
