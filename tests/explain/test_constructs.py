"""No construct of the language is missing from explanations, and one of each is explained in every form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import pytest

from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.explain.model import Explanation, Step
from proclogic.explain.whole import explain
from proclogic.figures import proof
from proclogic.norms import conditions, model
from proclogic.norms.conditions import Formula
from proclogic.norms.model import Effect, Norm, Ruleset
from proclogic.norms.questions import Cell, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY
from proclogic.papers import write
from proclogic.syntax.parse import parse_question
from tests.answers.texts import rules
from tests.papers.schemas import validator
from tests.syntax.test_reference_page import one_of_each

WORDS = """Quality: is in good standing, of an NGO.
Quality: young, as an adjective, of an NGO.
Status: observer status.
Act: vote, in a body.
Matter: procedure.
Actor: academy.
Disjoint: NGO, academy.
Event: object to it, by a State Party.
Event: admit it, by the Committee, by a majority of those present and voting.
Event: circulate its name, by the Chair.
"""
PROVISIONS = """1   An NGO has observer status if it is in good standing and the Chair circulates its name.
2   A young NGO has no observer status.
3   An NGO with observer status may attend the Committee.
4   An academy is deemed to be an NGO if either a State Party objects to it or it is an academy.
5   The Chair shall circulate its name.
6   The matter of an NGO is referred to the Committee if a State Party objects to it.
7   An NGO may attend the Board if the matter has been referred to the Committee, unless the Committee admits it.
    Dispute "voting": "unless the Committee admits it".
    Reading "open": An NGO may vote in the Board.
    Reading "closed": An NGO may not vote in the Board.
8   A young NGO may not attend the Board.
9   Rule 8 does not apply to an NGO in good standing.
10  An NGO [may | by: Group A][may not | by: Group B] vote in the Committee.
11  Nothing in this provision lets a State vote.
12  An NGO in good standing may not attend the Committee. A State may attend the Board if the Committee admits it.
13  Rule 12 prevails over rule 3.
14  Whether the Committee admits it is a matter of procedure.
    A matter of procedure is decided by a majority of the States present and voting.
    A decision requires that more than half of all members are present.
"""
# what is on how a body decides: a derivation of a right does not go through it, the answer tells it with the act
ON_DECISIONS = ("DecideBy", "Classify", "Quorum")


def every(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from every(step.parts)


@cache
def small() -> Ruleset:
    return rules(WORDS, PROVISIONS)


@cache
def explained() -> tuple[Explanation, ...]:
    """Whether each actor may do each act in each body, under the small ruleset."""
    found = []
    actors = ("an NGO", "a young NGO", "an academy", "a State", "an NGO in good standing")
    acts = ("attend the Committee", "attend the Board", "vote in the Committee", "vote in the Board")
    texts = [f"May {who} {what}?" for who in actors for what in acts]
    for text in (*texts, "Does an NGO in good standing have observer status?"):
        question, faults = parse_question(text, small().vocabulary)
        assert question is not None and not faults
        found.append(explain(small(), question, every_case=True))
    return tuple(found)


@cache
def shown() -> tuple[Step, ...]:
    """Every step of them."""
    whys = (why for made in explained() for case in made.cases for why in case.whys)
    return tuple(step for why in whys for step in every((*why.steps, *why.against)))


def classes(of: type, where: object) -> list[str]:
    return sorted(n for n, c in vars(where).items() if isinstance(c, type) and issubclass(c, of) and c is not of)


def holds(formula: Formula, name: str) -> bool:
    """Whether a condition has a part of a class."""
    inner = getattr(formula, "parts", ()) or ((formula.part,) if hasattr(formula, "part") else ())
    return type(formula).__name__ == name or any(holds(part, name) for part in inner)


@pytest.mark.parametrize("name", [n for n in classes(Effect, model) if n not in (*ON_DECISIONS, "Prevail")])
def test_a_rule_of_each_effect_is_shown_by_some_explanation(name: str) -> None:
    norms = {n.id: n for n in small().norms}
    assert any(type(norms[s.norm].effect).__name__ == name for s in shown() if s.norm)


def test_a_priority_is_shown_as_the_rule_that_prevails() -> None:
    assert any(s.note == "another rule prevails" and s.parts and s.parts[0].norm for s in shown())


@pytest.mark.parametrize("name", ON_DECISIONS[:2])
def test_rules_on_decisions_are_told_with_the_act_in_the_answer(name: str) -> None:
    assert any(type(n.effect).__name__ == name for n in small().norms)
    acts = [a for made in explained() for way in made.answer.gates for a in way.acts]
    assert any("14" in d.rules for act in acts for d in act.decided)


@pytest.mark.parametrize("name", [n for n in classes(Formula, conditions) if n not in ("Not", "And", "Or", "Always")])
def test_each_open_question_and_conclusion_is_a_step_of_some_explanation(name: str) -> None:
    assert any(type(s.atom).__name__ == name for s in shown())


@pytest.mark.parametrize("name", ["Not", "And", "Or", "Always"])
def test_each_way_of_joining_conditions_is_explained(name: str) -> None:
    def has(norm: Norm) -> bool:
        return holds(norm.condition, name) or holds(norm.subject, name)

    norms = {n.id: n for n in small().norms}
    assert any(has(norms[s.norm]) for s in shown() if s.norm)


def questions(ruleset: Ruleset) -> Iterator[Question]:
    """Every act asked of every actor, where it is done; every status."""
    vocabulary = ruleset.vocabulary
    actors = [k for k in vocabulary.kinds if k.sort == ACTOR]
    bodies = [k for k in vocabulary.kinds if k.sort == BODY][:3]
    for number, act in enumerate(vocabulary.acts):
        for actor in actors[number % 3 :: 3]:
            body = Individual((bodies[len(actor.id) % len(bodies)].id,)) if act.takes_body else None
            yield Question("may", f"{actor.phrase}: {act.phrase}", Cell(Individual((actor.id,)), act.id, body))
    for predicate in vocabulary.predicates:
        if predicate.role == "status" and predicate.sort == ACTOR:
            for actor in actors:
                holds = conditions.Has(predicate.id)
                yield Question("is", actor.phrase, Cell(Individual((actor.id,)), holds=holds))


def test_one_of_each_is_explained_in_every_form() -> None:
    count = 0
    for question in questions(one_of_each()):
        try:
            made = explain(one_of_each(), question, Options(), every_case=True)
        except Unanswerable:
            continue
        count += 1
        for form in ("text", "plain", "md"):
            assert write.explanations((made,), form, "full").strip()
        assert not list(validator("explanation-1").iter_errors(json.loads(write.explanations((made,), "json", "full"))))
        assert all(one.dot.startswith("digraph") for one in proof.figures((made,), True))
    assert count > 40
