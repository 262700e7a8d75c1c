"""Twins take effect where their norms do, and the statuses found to be given and denied are those of which every world
says so."""

from __future__ import annotations

from itertools import islice

from hypothesis import given, settings

from proclogic.conflicts import statuses
from proclogic.conflicts.examining import Examination, provisions
from proclogic.conflicts.twins import Twin, Twinned, twin
from proclogic.fuzz.strategies import rulesets
from proclogic.norms.model import Accord, Deny, Ruleset
from proclogic.norms.questions import Cell, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.reference.evaluate import Evaluator
from proclogic.reference.worlds import setting
from proclogic.reference.worlds import worlds as worlds_of

MOST = 256  # worlds of a cell


def _twins(examination: Examination) -> dict[str, list[Twin]]:
    found: dict[str, list[Twin]] = {}
    for norm in examination.norms.values():
        if isinstance(norm.effect, Accord | Deny):
            act = f"(status) {norm.effect.status}"
            found.setdefault(act, []).append(twin(norm, act, isinstance(norm.effect, Accord)))
    return found


def _cells(ruleset: Ruleset, act: str, sort: str) -> list[Cell]:
    kinds = {s: [Individual((k.id,)) for k in ruleset.vocabulary.kinds if k.sort == s] for s in (ACTOR, BODY, OBJECT)}
    if sort == BODY:
        return [Cell(actor, act, body) for actor in kinds[ACTOR] for body in kinds[BODY]]
    if sort == OBJECT:
        return [Cell(actor, act, None, thing) for actor in kinds[ACTOR] for thing in kinds[OBJECT]]
    return [Cell(actor, act) for actor in kinds[ACTOR]]


@settings(max_examples=60)
@given(ruleset=rulesets(most_norms=6, circular=False))
def test_a_twin_takes_effect_where_its_norm_does_and_clashes_are_those_of_some_world(ruleset: Ruleset) -> None:
    examination = Examination(ruleset)
    sorts = {p.id: p.sort for p in ruleset.vocabulary.predicates}
    by_act = _twins(examination)
    twinned = Twinned(examination, (t for some in by_act.values() for t in some), {a: sorts[a[9:]] for a in by_act})
    made, layers = twinned.examination.ruleset, examination.asker.options.layers
    meeting: set[tuple[str, ...]] = set()
    whole = True
    for act, twins in by_act.items():
        for cell in _cells(ruleset, act, sorts[act[9:]]):
            evaluator = Evaluator(setting(made, Question("may", "", cell), False, layers))
            worlds = list(islice(worlds_of(made, Question("may", "", cell), layers), MOST + 1))
            whole &= len(worlds) <= MOST
            for world in worlds:
                seen = evaluator.at(world)
                assert not seen.undefined
                here = [t for t in twins if t.id in seen.effective]
                assert {t.of.id for t in here} == {t.of.id for t in twins if t.of.id in seen.effective}
                meeting |= {provisions((a.of, b.of)) for a in here for b in here if a.gives and not b.gives}
    found = {tuple(dict.fromkeys(b.provision for b in f.blamed)) for f in statuses.find(examination)}
    assert found == meeting if whole else found >= meeting
    assert examination.unconfirmed == 0
