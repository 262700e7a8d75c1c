"""Circular defeat is found exactly where some world leaves a rule undecided."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.engine.circles import circles, find
from proclogic.fuzz.strategies import questions, rulesets
from proclogic.norms.conditions import Has, Is, Not
from proclogic.norms.model import Accord, Forbid, Norm, Permit
from proclogic.reference.worlds import worlds
from tests.reference.many_worlds import evaluator
from tests.reference.texts import ruleset

NGO = Is("actor", "ngo")


def test_two_rules_that_prevail_over_each_other_are_a_circle_with_both_named() -> None:
    rules = ruleset(
        Norm("1", "1", Permit("attend"), NGO, prevails=("2",)), Norm("2", "2", Forbid("attend"), NGO, prevails=("1",))
    )
    (finding,) = find(rules)
    assert finding.code == "E310"
    assert finding.notes == ("rule 1 prevails over rule 2", "rule 2 prevails over rule 1")


def test_rules_that_prevail_over_each_other_but_never_meet_are_no_circle() -> None:
    status = Has("accredited")
    rules = ruleset(
        Norm("1", "1", Permit("attend"), NGO, status, prevails=("2",)),
        Norm("2", "2", Forbid("attend"), NGO, Not(status), prevails=("1",)),
    )
    assert circles(rules) == []


def test_a_status_that_is_had_only_where_it_is_not_had_is_a_circle() -> None:
    rules = ruleset(Norm("1", "1", Accord("observer"), NGO, Not(Has("observer"))))
    assert [c for c, _ in circles(rules)] == [("1",)]


def test_a_status_that_rests_on_itself_is_no_circle() -> None:
    rules = ruleset(Norm("1", "1", Accord("observer"), NGO, Has("observer")))
    assert circles(rules) == []


@settings(max_examples=settings.default.max_examples // 3)
@given(data=st.data())
def test_no_circle_is_reported_means_that_every_world_is_settled(data: st.DataObject) -> None:
    rules = data.draw(rulesets())
    question = data.draw(questions(rules))
    if not circles(rules):
        reference = evaluator(rules, question)
        for world in worlds(rules, question):
            assert reference.at(world).undefined == ()
