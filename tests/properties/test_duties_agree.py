"""Whether a duty lies: the engine and the reference evaluator, on generated rulesets."""

from __future__ import annotations

from hypothesis import assume, given, note, settings
from hypothesis import strategies as st

from proclogic.answers.ask import answer
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.fuzz.strategies import questions, rulesets
from proclogic.norms.conditions import Happens
from proclogic.norms.model import Oblige
from proclogic.norms.questions import Cell, Question
from proclogic.norms.vocabulary import ACTOR
from proclogic.reference.duties import owed
from proclogic.reference.worlds import worlds as worlds_of
from tests.reference.many_worlds import evaluator


@settings(max_examples=settings.default.max_examples // 5)
@given(data=st.data())
def test_engine_and_reference_agree_on_whether_a_duty_lies(data: st.DataObject) -> None:
    ruleset = data.draw(rulesets())
    duties = [n.effect for n in ruleset.norms if isinstance(n.effect, Oblige)]
    assume(duties)
    duty = data.draw(st.sampled_from(duties))
    assume(len({d.agent for d in duties if d.event == duty.event}) == 1)
    drawn = data.draw(questions(ruleset))
    assert drawn.cell is not None
    cell = Cell(drawn.cell.actor) if duty.agent == ACTOR else None
    question = Question("must", "", cell, Happens(duty.event, duty.agent), facts=drawn.facts)
    strict = data.draw(st.booleans())
    posed = question.replace(cell=cell or Cell(drawn.cell.actor.replace(kinds=())))
    reference = evaluator(ruleset, posed, strict)
    if any(reference.at(world).undefined for world in worlds_of(ruleset, posed)):
        return
    try:
        mine = answer(ruleset, question, Options(strict=strict))
    except Unanswerable:
        return
    note(mine.says)
    assert mine.outcome == owed(ruleset, question, strict)
