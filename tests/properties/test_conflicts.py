"""Grants and prohibitions that meet, on generated rulesets: what is found is what the reference evaluator finds when it
looks at every world of every cell."""

from __future__ import annotations

from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from proclogic.conflicts import meeting
from proclogic.conflicts.examining import Examination
from proclogic.fuzz.strategies import rulesets
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.model import Forbid, Permit, Ruleset
from proclogic.norms.questions import Cell, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.reference.acts import covers
from proclogic.reference.evaluate import Evaluator
from proclogic.reference.worlds import case_components, move_components, setting, worlds

MOST = 3000  # worlds of a cell that are all looked at


def brute(ruleset: Ruleset) -> set[tuple[str, str]] | None:
    """Each grant with each prohibition that takes effect beside it in some world of some cell of one kind each; None
    where that would be too many worlds."""
    found: set[tuple[str, str]] = set()
    hierarchy = Hierarchy(ruleset.vocabulary)
    kinds = {s: [k.id for k in ruleset.vocabulary.kinds if k.sort == s] for s in (ACTOR, BODY, OBJECT)}
    acts = {n.effect.act for n in ruleset.norms if isinstance(n.effect, Permit | Forbid)}
    for act in sorted(acts | {a.id for a in ruleset.vocabulary.acts}):
        bodies = [Individual((k,)) for k in kinds[BODY]] if hierarchy.takes_body.get(act) else [None]
        things = [Individual((k,)) for k in kinds[OBJECT]] if hierarchy.takes_object.get(act) else [None]
        for actor, body, thing in product(kinds[ACTOR], bodies, things):
            question = Question("may", "", Cell(Individual((actor,)), act, body, thing))
            s = setting(ruleset, question)
            here = [
                n
                for n in s.norms
                if isinstance(n.effect, Permit | Forbid) and covers(s, n.effect.act, n.effect.body, n.effect.object)
            ]
            if len({type(n.effect) for n in here}) < 2:
                continue
            size = 1
            for component in case_components(s) + move_components(s):
                size *= len(component)
            if size > MOST:
                return None
            evaluator = Evaluator(s)
            for world in worlds(ruleset, question):
                seen = evaluator.at(world)
                if seen.conflicting:
                    mine = [n for n in here if n.id in seen.effective]
                    found |= {
                        (a.id, b.id)
                        for a, b in product(mine, mine)
                        if isinstance(a.effect, Permit) and isinstance(b.effect, Forbid)
                    }
    return found


@settings(max_examples=20)
@given(data=st.data())
def test_the_pairs_that_meet_are_those_of_the_reference_evaluator_in_every_world(data: st.DataObject) -> None:
    ruleset = data.draw(rulesets(circular=False))
    expected = brute(ruleset)
    assume(expected is not None)
    examination = Examination(ruleset)
    found = {f.norms for f in meeting.find(examination)}
    assert found == expected
    assert examination.unconfirmed == 0
