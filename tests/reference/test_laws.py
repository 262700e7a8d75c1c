"""Laws that the reference evaluator keeps on every drawn ruleset."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proclogic.fuzz.strategies import questions, rulesets
from proclogic.norms.conditions import Keeps
from proclogic.norms.model import Norm, Permit, Ruleset
from proclogic.norms.questions import Fact, Question
from proclogic.norms.vocabulary import Act
from proclogic.reference.implicants import GOALS, primes, reaches
from proclogic.reference.verdicts import VERDICTS, decide
from proclogic.reference.worlds import open_atoms, worlds
from tests.reference.many_worlds import evaluator

few_examples = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@st.composite
def asked(draw: st.DrawFn, circular: bool | None = None, facts: bool = True) -> tuple[Ruleset, Question]:
    rules = draw(rulesets(circular=circular))
    return rules, draw(questions(rules, facts=facts))


@few_examples
@given(asked(), st.booleans(), st.data())
def test_the_order_of_norms_and_facts_never_matters(
    pair: tuple[Ruleset, Question], strict: bool, data: st.DataObject
) -> None:
    rules, question = pair
    shuffled = rules.replace(norms=tuple(data.draw(st.permutations(rules.norms))))
    asked_otherwise = question.replace(facts=tuple(data.draw(st.permutations(question.facts))))
    assert decide(rules, question, strict) == decide(shuffled, asked_otherwise, strict)


@few_examples
@given(asked())
def test_an_unrelated_norm_changes_nothing(pair: tuple[Ruleset, Question]) -> None:
    rules, question = pair
    words = rules.vocabulary.replace(acts=(*rules.vocabulary.acts, Act("adjourn", "adjourn")))
    more = rules.replace(vocabulary=words, norms=(*rules.norms, Norm("99", "99", Permit("adjourn"))))
    assert decide(more, question) == decide(rules, question)


@few_examples
@given(asked(circular=False), st.booleans())
def test_rules_in_layers_of_defeat_leave_nothing_undefined(pair: tuple[Ruleset, Question], strict: bool) -> None:
    rules, question = pair
    reference = evaluator(rules, question, strict)
    assert not any(reference.at(world).undefined for world in worlds(rules, question))


@few_examples
@given(asked(), st.sampled_from(GOALS))
def test_primes_are_implicants_minimal_and_complete(pair: tuple[Ruleset, Question], goal: str) -> None:
    rules, question = pair
    pool = list(worlds(rules, question))
    reference = evaluator(rules, question)
    good = {world for world in pool if reaches(goal, reference.at(world))}
    cubes = primes(rules, question, goal)

    def fitting(cube: frozenset[tuple[object, bool]]) -> set[object]:
        return {w for w in pool if all((atom in w.true) == value for atom, value in cube)}

    for cube in cubes:
        assert fitting(cube) <= good
        assert all(not fitting(cube - {literal}) <= good for literal in cube)
    assert {w for cube in cubes for w in fitting(cube)} == good
    assert len({frozenset(fitting(cube)) for cube in cubes}) == len(cubes)


@few_examples
@given(asked())
def test_resolving_a_bracket_filters_the_cases(pair: tuple[Ruleset, Question]) -> None:
    rules, question = pair
    cases = decide(rules, question).cases
    for choice in (a for a in open_atoms(rules, question) if isinstance(a, Keeps)):
        resolved = question.replace(facts=(*question.facts, Fact(choice, True)))
        kept = {case: ruling for case, ruling in cases.items() if (choice, True) in case}
        brackets = {a for case in kept for a, _ in case if isinstance(a, Keeps) and a.bracket == choice.bracket}
        shorter = {frozenset(lit for lit in case if lit[0] not in brackets): ruling for case, ruling in kept.items()}
        assert decide(rules, resolved).cases == shorter


@few_examples
@given(asked())
def test_without_duties_there_is_nothing_to_presume(pair: tuple[Ruleset, Question]) -> None:
    rules, question = pair
    without_duties = rules.replace(norms=tuple(n for n in rules.norms if type(n.effect).__name__ != "Oblige"))
    assert decide(without_duties, question, strict=True).cases == decide(without_duties, question).cases


@few_examples
@given(asked(facts=False))
def test_where_nothing_is_given_the_outcome_follows_from_the_verdict(pair: tuple[Ruleset, Question]) -> None:
    rules, question = pair
    decided = decide(rules, question)
    for verdict, outcome, pending in decided.cases.values():
        assert (outcome == "yes") == (verdict in ("of-right", "by-default"))
        assert (outcome == "conditional") == (verdict == "by-leave")
        assert verdict in VERDICTS
        assert not pending or verdict == "by-leave"
