"""The norms that can bear on a question, for whoever replays many worlds of one question on a long text.

The comparisons with the engine do without: there every norm is looked at in every world.
"""

from __future__ import annotations

from proclogic.norms.conditions import And, Atom, Happens, Has, Is, ReferredTo
from proclogic.norms.model import Accord, Deem, Deny, Disapply, Forbid, Norm, Oblige, Permit, Refer
from proclogic.norms.vocabulary import SORTS
from proclogic.reference.acts import covers
from proclogic.reference.kinds import above, coherent
from proclogic.reference.worlds import Setting, atoms_of, parts_of


def bearing(s: Setting) -> tuple[Norm, ...]:
    """The norms that can bear on a question in some world, whatever its facts."""
    cell = s.question.cell
    asked = set(parts_of(cell.holds)) if cell is not None and cell.holds is not None else set()
    found: dict[str, Norm] = {}
    possible = {sort: _possible(s, sort) for sort in SORTS}
    norms = [n for n in s.norms if _can_be_met(n, possible)]
    bringing: dict[object, list[Norm]] = {}
    undoing: dict[str, list[Norm]] = {}
    for norm in norms:
        bringing.setdefault(_brought(norm), []).append(norm)
        targets = norm.effect.targets if isinstance(norm.effect, Disapply) else ()
        for name in (*targets, *s.prevails[norm.id]):
            undoing.setdefault(name, []).append(norm)
    waiting = [n for n in norms if isinstance(n.effect, Refer) or _is_on_cell(s, n)]
    waiting += [n for atom in asked for n in bringing.get(_wanted(atom), ())]
    while waiting:
        norm = waiting.pop()
        if norm.id not in found:
            found[norm.id] = norm
            waiting += undoing.get(norm.id, [])
            waiting += [n for atom in atoms_of(norm) for n in bringing.get(_wanted(atom), ())]
    return tuple(n for n in s.norms if n.id in found)


def _is_on_cell(s: Setting, norm: Norm) -> bool:
    match norm.effect:
        case Permit(act, body, obj) | Forbid(act, body, obj):
            return covers(s, act, body, obj)
    return False


def _can_be_met(norm: Norm, possible: dict[str, frozenset[str]]) -> bool:
    """Whether those whom the question is about can be of the kinds that the norm speaks of."""
    subject = norm.subject.parts if isinstance(norm.subject, And) else (norm.subject,)
    return all(part.kind in possible[part.sort] for part in subject if isinstance(part, Is))


def _possible(s: Setting, sort: str) -> frozenset[str]:
    vocabulary, named = s.ruleset.vocabulary, s.named[sort]
    start = frozenset[str]().union(*(above(vocabulary, sort, kind) for kind in named))
    lines = [above(vocabulary, sort, k.id) for k in vocabulary.kinds if k.sort == sort]
    lines = [up for up in lines if (not named or up & named) and coherent(vocabulary, start | up)]
    deemed = (n.effect for n in s.norms if isinstance(n.effect, Deem) and n.effect.sort == sort)
    lines += [above(vocabulary, sort, effect.kind) for effect in deemed]
    return start.union(*lines)


def _brought(norm: Norm) -> object:
    """What can be derived, or undone, by the norm: a status, a sort of kinds, an act, a referral."""
    match norm.effect:
        case Accord(status) | Deny(status):
            return Has, status
        case Deem(sort, _):
            return Is, sort
        case Oblige(event, agent):
            return Happens, event, agent
        case Refer(body):
            return ReferredTo, body
    return None


def _wanted(atom: Atom) -> object:
    """The same of an atom."""
    match atom:
        case Has(predicate):
            return Has, predicate
        case Is(sort, _):
            return Is, sort
        case Happens(event, agent):
            return Happens, event, agent
        case ReferredTo(body):
            return ReferredTo, body
    return atom
