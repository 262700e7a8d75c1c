"""The part of a text that a change of some rules can touch: the rules on the same acts, events and statuses, those that
turn on these, and all that they rest on. Rules of other sorts (decisions, quorums, priorities) are always in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.norms.conditions import Happens, Has, Is, ReferredTo
from proclogic.norms.formulas import atoms, both
from proclogic.norms.model import (
    Accord,
    Deem,
    Deny,
    Disapply,
    Forbid,
    GivesNothing,
    Norm,
    Oblige,
    Permit,
    Refer,
    Ruleset,
)

LARGE = 150  # norms; of a part with more only what stands nearest is kept


def part_around(examination: Examination, norms: Iterable[Norm], finding: Finding) -> Ruleset:
    """The ruleset with the norms of the part only."""
    ruleset = examination.ruleset
    numbers = {b.provision for b in finding.blamed}
    ids = {n.id for n in norms}
    core = [n for n in ruleset.norms if n.id in ids or n.provision in numbers or numbers & set(n.via)]
    name = finding.id.rpartition("/")[2].partition("#")[0]
    named = {a for a in examination.acts() if a.replace(" ", "-") == name}
    acts = _acts(examination, core, named)
    statuses = {s for n in core for s in _gives(n)}
    near = {n.id: n for n in core}
    near |= {n.id: n for n in ruleset.norms if _does(n) & acts or _gives(n) & statuses or _is_general(n)}
    setting = {a for n in core if isinstance(n.effect, Refer) for a in atoms(n.condition) if isinstance(a, Happens)}
    turning = [n for n in ruleset.norms if (statuses | setting) & set(atoms(both(n.subject, n.condition)))]
    wider = near | {n.id: n for n in turning}
    beside = _acts(examination, turning)
    wider |= {n.id: n for n in ruleset.norms if _does(n) & beside}
    kept = {n.id for n, _ in examination.index.cone(wider.values())} | set(wider)
    if len(kept) > LARGE:
        kept = {n.id for n, _ in examination.index.cone(near.values())} | set(near)
    return ruleset.replace(norms=tuple(_within(ruleset.norms, kept)), unamended=None)


def _within(norms: Iterable[Norm], kept: set[str]) -> Iterator[Norm]:
    for norm in norms:
        if norm.id in kept:
            if isinstance(norm.effect, Disapply):
                norm = norm.replace(effect=Disapply(tuple(i for i in norm.effect.targets if i in kept)))
            yield norm


def _does(norm: Norm) -> set[str]:
    match norm.effect:
        case Permit(act) | Forbid(act) | GivesNothing(act):
            return {act}
        case Oblige(event):
            return {event}
        case _:
            return set()


def _gives(norm: Norm) -> set[Has | Is | ReferredTo]:
    match norm.effect:
        case Accord(status) | Deny(status):
            return {Has(status)}
        case Deem(sort, kind):
            return {Is(sort, kind)}
        case Refer(body):
            return {ReferredTo(body)}
        case _:
            return set()


def _is_general(norm: Norm) -> bool:
    return not (_does(norm) or _gives(norm))


def _acts(examination: Examination, norms: Iterable[Norm], named: Iterable[str] = ()) -> set[str]:
    """The acts and events of norms, with those that they include or are forms of, and those on one ladder with them."""
    found = {a for n in norms for a in _does(n)} | set(named)
    vocabulary = examination.ruleset.vocabulary
    for ladder in vocabulary.ladders:
        rungs = {r.act for r in ladder}
        if rungs & found:
            found |= rungs
    for one in vocabulary.inputs:
        if one.what in found or one.before in found:
            found |= {one.what, one.before}
    for _ in range(2):
        found |= {a for f in list(found) for a in examination.index.hierarchy.covering_acts(f)}
        found |= {i for act in vocabulary.acts if act.id in found for i in act.includes}
    return found
