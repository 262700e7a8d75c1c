"""The engine and the reference evaluator share nothing and agree on everything, on generated rulesets."""

from __future__ import annotations

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from proclogic.answers.ask import answer
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.engine.session import Contradiction, Session
from proclogic.fuzz.strategies import questions, rulesets
from proclogic.norms.conditions import Atom
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.reference.implicants import primes
from proclogic.reference.verdicts import decide
from proclogic.reference.worlds import World
from proclogic.reference.worlds import worlds as worlds_of
from tests.properties.counters import COMPARED
from tests.reference.many_worlds import evaluator

GOALS = ("entitled", "not entitled", "forbidden", "conflicting")


def _is_total(ruleset: Ruleset, question: Question, worlds: list[World], strict: bool) -> bool:
    reference = evaluator(ruleset, question, strict)
    return all(not reference.at(world).undefined for world in worlds)


def _fits(world: World, cube: frozenset[tuple[Atom, bool]]) -> bool:
    return all((atom in world.true) == value for atom, value in cube)


@given(data=st.data())
def test_engine_and_reference_find_the_same_prime_implicants(data: st.DataObject) -> None:
    ruleset = data.draw(rulesets())
    question = data.draw(questions(ruleset))
    strict = data.draw(st.booleans())
    worlds = list(worlds_of(ruleset, question))
    assert question.cell is not None
    if not worlds:
        with pytest.raises((Contradiction, Unanswerable)):
            answer(ruleset, question, Options(strict=strict))
        return
    if not _is_total(ruleset, question, worlds, strict):
        return
    COMPARED["rulesets"] += 1
    COMPARED["worlds"] += len(worlds)
    session = Session(ruleset, strict=strict)
    posed = session.pose(question.cell, question.facts)
    for goal in GOALS:
        mine = frozenset(frozenset((posed.atom(x), x > 0) for x in c) for c in session.primes(posed, goal).cubes)
        theirs = primes(ruleset, question, goal, strict)
        if mine != theirs:
            note(f"{goal}\nengine {mine}\nreference {theirs}")
            as_worlds = [{frozenset(i for i, w in enumerate(worlds) if _fits(w, c)) for c in s} for s in (mine, theirs)]
            assert as_worlds[0] == as_worlds[1]


@given(data=st.data())
def test_engine_and_reference_give_the_same_verdict_outcome_and_marks(data: st.DataObject) -> None:
    ruleset = data.draw(rulesets()).replace(layer=data.draw(st.sampled_from(("rules", "practice"))))
    question = data.draw(questions(ruleset))
    strict = data.draw(st.booleans())
    worlds = list(worlds_of(ruleset, question))
    if not worlds or not _is_total(ruleset, question, worlds, strict):
        return
    try:
        mine = answer(ruleset, question, Options(strict=strict))
    except Unanswerable:
        return
    theirs = decide(ruleset, question, strict)
    COMPARED["questions"] += 1
    assert mine.complete
    assert (mine.verdict, mine.outcome) == (theirs.verdict, theirs.outcome)
    kinds = {m.kind for m in mine.marks}
    assert {k for k in kinds if k in ("contested", "turns on", "pending", "conflicting")} == set(theirs.marks)
