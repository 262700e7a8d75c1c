"""How a difference shows: words, limits, majorities, deadlines, coalitions. None is told as another relation."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.answers.model import Way
from proclogic.compare.model import SAME, Comparison, Difference
from proclogic.compare.whole import compare
from proclogic.norms.conditions import Decision, Share
from proclogic.norms.mapping import Mapping
from proclogic.norms.model import STRENGTHS, Accord, Limit, Norm, Permit, Ruleset
from tests.answers.texts import rules
from tests.compare.changed import drawn
from tests.compare.laws import Pair
from tests.mappings.renamed import called_otherwise

WORDS = """Event: apply to the Committee, by the actor.
Event: register, by the actor.
Event: invite it, by the Chair.
Event: object to it, by any one State Party.
Event: admit it, by the Committee.
Event: decide otherwise, by the Committee.
Moment: the session.
Unit: word.
Status: observer status.
Judgement: relevant.
"""
HALF, MOST = (
    Decision("share", Share(*parts, strict, "voting", "state party"))
    for *parts, strict in ((1, 2, True), (2, 3, False))
)
GIVEN = ("of-right", "by-default", "by-leave")


def compared(a: str, b: str) -> Comparison:
    """The comparison of two short rulesets."""
    return compare(rules(WORDS, a), rules(WORDS, b))


def told(found: Comparison) -> list[tuple[str, str]]:
    """How the only difference shows."""
    (one,) = (d for d in found.differences if not d.is_same)
    return [(f.kind, f.detail) for f in one.finer]


def kinds(found: Comparison) -> tuple[str, set[str]]:
    """The relation and the kinds of the only difference."""
    (one,) = (d for d in found.differences if not d.is_same)
    return one.relation, {f.kind for f in one.finer}


# ------------------------------------------------------------------------------------------------ on every ruleset


def with_norms(ruleset: Ruleset, change: Callable[[Norm], Norm]) -> Ruleset:
    """The ruleset with each norm changed."""
    return ruleset.replace(norms=tuple(change(n) for n in ruleset.norms))


def in_words(strength: str) -> Callable[[Norm], Norm]:
    """Gives a norm this strength, where it grants or accords."""
    return lambda n: n.replace(strength=strength) if isinstance(n.effect, Permit | Accord) else n


def limited(at_most: int) -> Callable[[Norm], Norm]:
    """Gives a grant this limit."""
    return lambda n: n.replace(limits=(Limit(at_most=at_most, unit="day"),)) if isinstance(n.effect, Permit) else n


def given_on_both(found: Comparison) -> list[Difference]:
    return [d for d in found.differences if d.a.verdict in GIVEN and d.b.verdict in GIVEN]


@settings(max_examples=15)
@given(drawn(), st.sampled_from(STRENGTHS), st.sampled_from(STRENGTHS))
def test_other_words_of_all_grants_are_stronger_or_weaker_words_wherever_something_is_given(
    ruleset: Ruleset, first: str, second: str
) -> None:
    found = Pair(with_norms(ruleset, in_words(first)), with_norms(ruleset, in_words(second))).comparison
    assert {d.relation for d in found.differences} <= {SAME}
    by = STRENGTHS.index(first) - STRENGTHS.index(second)
    expected = {"stronger words"} if by > 0 else {"weaker words"} if by < 0 else set()
    for one in found.differences:
        assert {f.kind for f in one.finer} == (expected if one in given_on_both(found) else set()), one


@settings(max_examples=15)
@given(drawn(), st.sampled_from((0, 3, 7)))
def test_other_limits_of_all_grants_are_limits_changed_wherever_something_is_given(ruleset: Ruleset, most: int) -> None:
    second = with_norms(ruleset, limited(most) if most else lambda n: n.replace(limits=()))
    found = Pair(with_norms(ruleset, limited(5)), second).comparison
    assert {d.relation for d in found.differences} <= {SAME}
    for one in found.differences:
        expected = {"limits changed"} if one in given_on_both(found) else set()
        assert {f.kind for f in one.finer} == expected, one


@settings(max_examples=25)
@given(drawn())
def test_another_majority_is_told_where_an_answer_names_a_decision_of_the_body_and_nowhere_else(
    ruleset: Ruleset,
) -> None:
    pair = Pair(*(_deciding_by(ruleset, decision) for decision in (HALF, MOST)), every=True)
    assert {d.relation for d in pair.comparison.differences} <= {SAME}
    for cell in pair.cells:
        found = pair.found.get(pair.name(cell), [])
        for one in found:
            assert {f.kind for f in one.finer} <= {"majority changed"}, one
            assert all(f.detail.endswith("(harder to reach)") for f in one.finer)
        if found:
            decided = any(_decided((*c.gates, *c.blockers.sets_off)) for c in pair.profiles(cell)[0].answer.cases)
            assert any(one.finer for one in found) == decided, pair.name(cell)


def _deciding_by(ruleset: Ruleset, decision: Decision) -> Ruleset:
    words = ruleset.vocabulary
    events = (e.replace(decision=decision) if "conference" in e.agents else e for e in words.events)
    return ruleset.replace(vocabulary=words.replace(events=tuple(events)))


def _decided(ways: Iterable[Way]) -> bool:
    """Whether some act of these ways is a decision of the Conference by the rule that it has for all."""
    return any("State Parties" in d.decision for w in ways for a in w.acts for d in a.decided)


# -------------------------------------------------------------------------------------------------------- in short


def test_a_smaller_minority_that_blocks_makes_it_easier_to_block_and_not_harder_too() -> None:
    third, half = (
        f"1 An NGO may attend the Board unless at least {share} of the States Parties present object to it.\n"
        for share in ("one third", "half")
    )
    assert kinds(compared(third, half)) == ("wider", {"harder to block"})
    assert kinds(compared(half, third)) == ("narrower", {"easier to block"})


def test_a_later_deadline_is_a_deadline_changed_and_wider() -> None:
    early, late = (
        f"1 An NGO may attend the Board if it applies to the Committee at least {days} days before the session.\n"
        for days in (30, 15)
    )
    assert kinds(compared(early, late)) == ("wider", {"deadline changed"})
    assert kinds(compared(late, early)) == ("narrower", {"deadline changed"})


@pytest.mark.parametrize("act", ["if the Committee admits it", "unless the Committee decides otherwise"])
def test_another_majority_is_told_with_the_direction_and_changes_no_relation(act: str) -> None:
    event = "admits it" if "admits" in act else "decides otherwise"
    half, more = (
        f"1 An NGO may attend the Board {act}.\n"
        f"2 Whether the Committee {event} is decided by {share} of all States Parties.\n"
        for share in ("a majority", "two thirds")
    )
    assert kinds(compared(half, more)) == (SAME, {"majority changed"})
    assert told(compared(half, more))[0][1].endswith("(harder to reach)")
    assert told(compared(more, half))[0][1].endswith("(easier to reach)")


def test_weaker_words_of_an_accorded_status_are_told_though_the_grant_has_weaker_ones() -> None:
    shall, should = (
        f"1 An NGO {words} observer status.\n2 An NGO with observer status may attend the Board.\n"
        for words in ("shall be accorded", "should be accorded")
    )
    assert told(compared(shall, should)) == [("weaker words", 'A: "shall be accorded"; B: "should be accorded"')]


def test_two_grants_that_exchange_their_words_are_not_the_same_at_a_glance() -> None:
    one = (
        "1 An NGO is entitled to attend the Board if it is relevant.\n2 An NGO may attend the Board if it registers.\n"
    )
    other = (
        "1 An NGO may attend the Board if it is relevant.\n2 An NGO is entitled to attend the Board if it registers.\n"
    )
    assert [
        d for d in compared(one, other).differences if {f.kind for f in d.finer} & {"weaker words", "stronger words"}
    ]


def test_rules_that_clash_no_longer_are_told_though_both_come_to_the_same() -> None:
    clash = "1 An NGO may attend the Board.\n2 An NGO may not attend the Board if it registers.\n"
    clear = "1 An NGO may attend the Board unless it registers.\n2 An NGO may not attend the Board if it registers.\n"
    assert kinds(compared(clash, clear)) == (SAME, {"rules no longer clash"})
    assert kinds(compared(clear, clash)) == (SAME, {"rules now clash"})


# ---------------------------------------------------------------------------------------------------- in other words


def through(a: str, b: str, words: str = WORDS) -> Comparison:
    """The comparison with the second ruleset in other words."""
    elsewhere, mapping = called_otherwise(rules(words, b))
    made: Mapping = mapping
    return compare(rules(words, a), elsewhere, mapping=made)


def test_a_word_without_a_judge_a_majority_and_a_limit_are_the_same_in_other_words() -> None:
    text = (
        "1 An NGO may attend the Board if it is relevant and the Committee admits it.\n"
        "2 Whether the Committee admits it is decided by two thirds of all States Parties.\n"
    )
    assert all(d.is_same for d in through(text, text).differences)
    words = WORDS + "Object: statement.\nAct: submit, a statement, to a body.\n"
    text = "1 An NGO may submit a statement to the Board, of at most 200 words.\n"
    assert all(d.is_same for d in through(text, text, words).differences)
    shorter = text.replace("200", "100")
    assert kinds(through(text, shorter, words)) == (SAME, {"limits changed"})
