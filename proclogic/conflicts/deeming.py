"""C110: a rule that takes effect in some world deems all those of one class to be of another, and the two are declared
disjoint, or stand below classes that are.

A rule that deems some of a class only, or in some case (an organization, within its competence), makes a fiction on
purpose: it is none. Nor is it where some of the class that the rule speaks of could be of the other, nor where each of
the two is one only: one may stand for another.
"""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.conflicts.examining import Examination, Situation
from proclogic.conflicts.model import Finding, Witness
from proclogic.conflicts.twins import Twin, Twinned, twin
from proclogic.norms.conditions import Is, Or
from proclogic.norms.formulas import atoms, both, conjuncts, pushed
from proclogic.norms.model import Deem, Norm
from proclogic.norms.questions import Question
from proclogic.norms.vocabulary import ACTOR

CODES = ("C110",)


def find(examination: Examination) -> Iterator[Finding]:
    """Rule by rule."""
    torn: dict[str, tuple[Twin, str]] = {}
    sorts: dict[str, str] = {}
    for norm in examination.norms.values():
        other = _other(examination, norm)
        if other and isinstance(norm.effect, Deem):
            act = f"(deemed) {norm.id}"
            torn[act], sorts[act] = (twin(norm, act, True), other), norm.effect.sort
    if not torn:
        return
    twinned = Twinned(examination, (t for t, _ in torn.values()), sorts)
    told: set[tuple[str, str]] = set()
    for one, other in torn.values():
        if (one.of.provision, other) in told or not twinned.can_meet(one):
            continue
        situation = twinned.situation(one)
        if situation is not None:
            told.add((one.of.provision, other))
            yield _finding(examination, twinned, one, other, situation)


def _other(examination: Examination, norm: Norm) -> str:
    """The kind of which a rule says that it is another, where nobody is both; "" for none."""
    effect, hierarchy = norm.effect, examination.index.hierarchy
    if not isinstance(effect, Deem) or norm.via:
        return ""
    parts = list(conjuncts(pushed(both(norm.subject, norm.condition))))
    if not all(isinstance(a, Is) for part in parts for a in atoms(part)):
        return ""  # some only
    for part in parts:
        for one in part.parts if isinstance(part, Or) else (part,):
            if not isinstance(one, Is) or one.sort != effect.sort:
                continue
            alone = {(one.sort, one.kind), (one.sort, effect.kind)} <= hierarchy.sole
            if not alone and hierarchy.disjoint(one.sort, one.kind, effect.kind):
                return one.kind
    return ""


def _finding(examination: Examination, twinned: Twinned, one: Twin, other: str, situation: Situation) -> Finding:
    norm, effect, noun = one.of, one.of.effect, examination.wording.noun
    assert isinstance(effect, Deem)
    said = f"rule {norm.provision} deems {noun(other, effect.sort)} to be {noun(effect.kind, effect.sort)}"
    return Finding(
        "C110",
        f"C110/{norm.provision}/{effect.kind.replace(' ', '-')}",
        f"{said}, and nobody is both: they are declared disjoint",
        (examination.blamed(norm, f"it is {noun(effect.kind, effect.sort)}, too"),),
        _asked(twinned, effect, other, situation),
        twinned.where(one),
        norms=(norm.id,),
    )


def _asked(twinned: Twinned, effect: Deem, other: str, situation: Situation) -> Witness:
    """A situation in words; of one of the class that is deemed, with the question whether it is of the other."""
    if effect.sort != ACTOR:
        return twinned.examination.witness(situation).replace(question="")
    who = situation.cell.actor.replace(kinds=(other,))
    cell = situation.cell.replace(actor=who, act="", holds=Is(effect.sort, effect.kind), body=None, object=None)
    return twinned.examination.witness(situation, Question("is", "", cell))
