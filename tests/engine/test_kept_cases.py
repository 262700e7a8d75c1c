"""Cases in which engine and reference once differed."""

from __future__ import annotations

from proclogic.engine.session import CONFLICTING, NOT_ENTITLED, Session
from proclogic.norms.conditions import ALWAYS, Happens, Has, Is, Not
from proclogic.norms.model import Accord, Deny, Forbid, Norm, Permit, Ruleset
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.reference.implicants import primes
from tests.reference.texts import kind, ruleset

NGO = Is("actor", "ngo")


def found(rules: Ruleset, question: Question, goal: str) -> frozenset[frozenset[tuple[object, bool]]]:
    """The prime implicants that the engine finds, once the reference has found the same."""
    assert question.cell is not None
    session = Session(rules)
    posed = session.pose(question.cell, question.facts)
    mine = frozenset(frozenset((posed.atom(x), x > 0) for x in c) for c in session.primes(posed, goal).cubes)
    assert mine == primes(rules, question, goal)
    return mine


def test_rules_that_accord_and_deny_a_status_clash_though_it_is_given_not_to_be_had() -> None:
    rules = ruleset(Norm("1", "1", Accord("observer"), NGO), Norm("2", "2", Deny("observer"), NGO))
    cell = Cell(Individual(("ngo",)), holds=Has("observer"))
    question = Question("is", "", cell, facts=(Fact(Has("observer"), False),))
    assert found(rules, question, CONFLICTING) == {frozenset()}


def test_a_grant_by_a_rule_may_rest_on_the_status_that_is_asked_about_and_given() -> None:
    rules = ruleset(Norm("1", "1", Accord("observer"), NGO, Has("observer")))
    cell = Cell(Individual(("ngo",)), holds=Has("observer"), by=("1",))
    question = Question("is", "", cell, facts=(Fact(Has("observer"), True),))
    assert found(rules, question, "entitled") == {frozenset()}


def test_a_kind_of_which_a_rule_speaks_is_named_and_not_another_that_comes_to_the_same() -> None:
    invited = Happens("invite it", "president")
    rules = ruleset(
        Norm("1", "1", Permit("attend"), ALWAYS),
        Norm("2", "2", Forbid("attend"), Not(Is("actor", "igo")), invited, prevails=("1",)),
    )
    words = rules.vocabulary
    kinds = (
        *(k for k in words.kinds if k.id not in ("organization", "igo", "ngo", "undp")),
        kind("organization"),
        kind("NGO", parents=("organization",)),
        kind("IGO"),
        kind("UNDP", parents=("igo", "organization"), sole=True),
    )
    rules = rules.replace(vocabulary=words.replace(kinds=kinds, disjoint=(("ngo", "igo"),)))
    question = Question("may", "", Cell(Individual(("organization",)), "attend"))
    (cube,) = found(rules, question, NOT_ENTITLED)
    assert (Is("actor", "igo"), False) in cube
