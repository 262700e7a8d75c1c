"""On drawn rulesets: rules that are said to be without a use have none in any world of the reference evaluator."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.answers.options import Options
from proclogic.conflicts.model import Finding
from proclogic.conflicts.whole import conflicts
from proclogic.fuzz.strategies import questions, rulesets
from proclogic.norms.conditions import Has, ReferredTo
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.reference.evaluate import Evaluation, Evaluator
from proclogic.reference.worlds import World, worlds
from tests.properties.counters import COMPARED
from tests.reference.many_worlds import evaluator

FEWER = settings(max_examples=settings.default.max_examples // 5)  # an examination takes longer than an answer


def _examined(ruleset: Ruleset, *codes: str) -> tuple[Finding, ...]:
    found = conflicts(ruleset, Options(), codes)
    assert found.unconfirmed == 0
    COMPARED["useless"] += len(found.findings)
    return found.findings


def _question(data: st.DataObject, ruleset: Ruleset) -> Question:
    question = data.draw(questions(ruleset))
    assert question.cell is not None
    return question.replace(cell=question.cell.replace(by=()))


def _seen(reference: Evaluator, world: World) -> Evaluation | None:
    seen = reference.at(world)
    return None if seen.undefined else seen


@FEWER
@given(data=st.data())
def test_a_rule_that_is_said_never_to_take_effect_takes_effect_in_no_world(data: st.DataObject) -> None:
    ruleset = data.draw(rulesets())
    found = _examined(ruleset, "G207", "G208")
    if not found:
        return
    question, strict = _question(data, ruleset), data.draw(st.booleans())
    statuses = {p.id for p in ruleset.vocabulary.predicates if p.role == "status"}
    as_ruled = [
        f
        for f in question.facts
        if not isinstance(f.atom, ReferredTo) and not (isinstance(f.atom, Has) and f.atom.predicate in statuses)
    ]
    question = question.replace(facts=tuple(as_ruled))
    reference = evaluator(ruleset, question, strict)
    for world in worlds(ruleset, question):
        seen = _seen(reference, world)
        for one in found if seen is not None else ():
            idle = set(one.norms if one.code == "G207" else one.norms[:1])
            assert seen is not None and idle.isdisjoint(seen.effective), (one.message, world)


@FEWER
@given(data=st.data())
def test_without_the_rules_that_could_be_left_out_every_world_comes_to_the_same(data: st.DataObject) -> None:
    ruleset = data.draw(rulesets())
    found = _examined(ruleset, "G209")
    if not found:
        return
    question, strict = _question(data, ruleset), data.draw(st.booleans())
    dropped = {i for one in found for i in one.norms}
    without = ruleset.replace(norms=tuple(n for n in ruleset.norms if n.id not in dropped))
    reference, of_others = evaluator(ruleset, question, strict), evaluator(without, question, strict)
    for world in worlds(ruleset, question):
        seen = _seen(reference, world)
        if seen is None:
            continue
        expected = seen.replace(effective=seen.effective - dropped)
        left = of_others.at(world)
        assert left == expected, ([f.message for f in found], world)
