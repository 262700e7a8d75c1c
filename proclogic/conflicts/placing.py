"""Whether putting one of two rules first would settle what is found of them: duties and prohibitions, statuses, times
and definitions. Each change is tried: the two never take effect together any more, and each still does alone.

Which of two duties or definitions comes first changes nothing else. On a status other rules may turn: no grant and
prohibition may meet there that did not meet before.
"""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.conflicts import meeting
from proclogic.conflicts.duties import as_twins
from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.twins import Twin, Twinned, twin
from proclogic.norms.conditions import Not
from proclogic.norms.formulas import both
from proclogic.norms.model import Accord, Deny, Forbid, Norm, Oblige

CODES = ("C102", "C103", "C104", "C106", "C108")
ACT = "(settled)"


def settling(examination: Examination, finding: Finding) -> Iterator[str]:
    """The changes that settle a finding on two rules, in words."""
    norms = [examination.norms[n] for n in finding.norms if n in examination.norms]
    if finding.code not in CODES or len(norms) != 2:
        return
    pair = _twins(examination, *norms)
    if pair is None:
        return
    for first, second in (pair, pair[::-1]):
        if _is_settled(examination, _before(first, second), second) and _harmless(examination, first.of, second.of):
            yield f"rule {first.of.provision}: add “notwithstanding rule {second.of.provision}”"
    if finding.code == "C102":
        duty, ban = pair
        excepted = Not(both(ban.subject, ban.condition, ban.of.guard))
        if _is_settled(examination, duty.replace(condition=both(duty.condition, excepted)), ban):
            yield f"rule {duty.of.provision}: except what rule {ban.of.provision} forbids"


def _twins(examination: Examination, one: Norm, other: Norm) -> tuple[Twin, Twin] | None:
    if one.provision == other.provision:
        return None  # no rule names itself
    match one.effect, other.effect:
        case Oblige(), Forbid():
            return as_twins(examination, ACT, one, other)
        case _:
            return twin(one, ACT, True), twin(other, ACT, False)


def _before(first: Twin, second: Twin) -> Twin:
    """The first, said to prevail over the second."""
    norm = first.of
    return first.replace(of=norm.replace(notwithstanding=(*norm.notwithstanding, second.of.id)))


def _is_settled(examination: Examination, one: Twin, other: Twin) -> bool:
    twinned = Twinned(examination, (one, other))
    return not twinned.can_meet(one, other) and twinned.can_meet(one) and twinned.can_meet(other)


def _harmless(examination: Examination, first: Norm, second: Norm) -> bool:
    """Whether no grant and prohibition come to meet by it."""
    if not isinstance(first.effect, Accord | Deny):
        return True
    ids = {first.id, second.id}
    changed = first.replace(prevails=(*first.prevails, second.id))
    norms = tuple(changed if n.id == first.id else n for n in examination.ruleset.norms)
    after = Examination(examination.ruleset.replace(norms=norms), examination.asker.options)
    for act in examination.acts():
        if not (examination.grants(act) and examination.bans(act)):
            continue
        if ids.isdisjoint(n.id for n, _ in examination.index.cone(examination.on(act))):
            continue
        if not _met(after, act) <= _met(examination, act):
            return False
    return True


def _met(examination: Examination, act: str) -> set[tuple[str, str]]:
    posed = examination.open(act)
    return {(g.id, b.id) for g, b in meeting.pairs(examination, act, posed)} if posed is not None else set()
