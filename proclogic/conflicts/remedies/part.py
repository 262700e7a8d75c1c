"""The part of a text that a change of some rules can touch: the rules on the same acts in the same places, on the same
events and statuses, those that turn on these, and all that they rest on. Words on what prevails are always in it, rules
on decisions and quorums where one of them is to blame."""

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
    Prevail,
    Refer,
    Ruleset,
)
from proclogic.norms.vocabulary import BODY


def part_around(examination: Examination, norms: Iterable[Norm], finding: Finding) -> Ruleset:
    """The ruleset with the norms of the part only."""
    ruleset = examination.ruleset
    numbers = {b.provision for b in finding.blamed}
    ids = {n.id for n in norms}
    core = [n for n in ruleset.norms if n.id in ids or n.provision in numbers or numbers & set(n.via)]
    name = finding.id.rpartition("/")[2].partition("#")[0]
    named = {a for a in examination.acts() if a.replace(" ", "-") == name}
    acts, places = _acts(examination, core, named), _places(examination, core)
    statuses = {s for n in core for s in _gives(n)}
    is_general = any(_is_general(n) for n in core) or finding.code == "G202"
    kept = {
        n.id: n
        for n in ruleset.norms
        if n.id in ids
        or n.provision in numbers
        or (_does(n) & acts and _is_near(n, places))
        or _gives(n) & statuses
        or isinstance(n.effect, Prevail | Disapply)
        or (is_general and _is_general(n))
    }
    setting = {a for n in core if isinstance(n.effect, Refer) for a in atoms(n.condition) if isinstance(a, Happens)}
    turning = [n for n in ruleset.norms if (statuses | setting) & set(atoms(both(n.subject, n.condition)))]
    kept |= {n.id: n for n in turning}
    for one in turning:
        does, around = _acts(examination, [one]), _places(examination, [one])
        kept |= {n.id: n for n in ruleset.norms if _does(n) & does and _is_near(n, around)}
    rests = {n.id for n, _ in examination.index.cone(kept.values())}
    return ruleset.replace(norms=tuple(_within(ruleset.norms, rests | set(kept))), unamended=None)


def _places(examination: Examination, norms: Iterable[Norm]) -> set[str]:
    """The bodies of which norms speak, with all above and below them; "" for everywhere."""
    hierarchy = examination.index.hierarchy
    found: set[str] = set()
    for norm in norms:
        match norm.effect:
            case Permit(_, body) | Forbid(_, body) | GivesNothing(_, body) if body:
                found |= hierarchy.up(BODY, body) | hierarchy.down(BODY, body)
            case Permit() | Forbid() | GivesNothing():
                found.add("")
            case _:
                pass
    return found


def _is_near(norm: Norm, places: set[str]) -> bool:
    """Whether what a norm says of an act can be about one of these places."""
    match norm.effect:
        case Permit(_, body) | Forbid(_, body) | GivesNothing(_, body):
            return not places or "" in places or not body or body in places
        case _:
            return True


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
