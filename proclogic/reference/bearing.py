"""The norms that can bear on a question, for whoever replays many worlds of one question on a long text.

The comparisons with the engine do without: there every norm is looked at in every world.
"""

from __future__ import annotations

from proclogic.norms.conditions import And, Atom, Happens, Has, Is, ReferredTo
from proclogic.norms.model import Accord, Deem, Deny, Disapply, Forbid, Norm, Oblige, Permit, Refer
from proclogic.norms.vocabulary import SORTS, Vocabulary
from proclogic.reference.acts import covers
from proclogic.reference.kinds import above, coherent
from proclogic.reference.worlds import Setting, atoms_of, parts_of
from proclogic.values import remembered


def bearing(s: Setting) -> tuple[Norm, ...]:
    """The norms that can bear on a question in some world, whatever its facts."""
    return Bearing(s).on(s)


class Bearing:
    """The norms of a ruleset by what they bring about and undo: ready for many questions with the same norms."""

    def __init__(self, s: Setting) -> None:
        self._order = {n.id: i for i, n in enumerate(s.norms)}
        self._bringing: dict[object, list[Norm]] = {}
        self._undoing: dict[str, list[Norm]] = {}
        self._on: dict[tuple[str, str, str], list[Norm]] = {}
        self._deemed: dict[str, tuple[str, ...]] = {}
        self._referring: list[Norm] = []
        for norm in s.norms:
            self._bringing.setdefault(_brought(norm), []).append(norm)
            targets = norm.effect.targets if isinstance(norm.effect, Disapply) else ()
            for name in (*targets, *s.prevails[norm.id]):
                self._undoing.setdefault(name, []).append(norm)
            match norm.effect:
                case Permit(act, body, obj) | Forbid(act, body, obj):
                    self._on.setdefault((act, body, obj), []).append(norm)
                case Refer():
                    self._referring.append(norm)
                case Deem(sort, kind):
                    self._deemed[sort] = (*self._deemed.get(sort, ()), kind)

    def on(self, s: Setting) -> tuple[Norm, ...]:
        """The norms that can bear on a question."""
        cell, vocabulary = s.question.cell, s.ruleset.vocabulary
        asked = set(parts_of(cell.holds)) if cell is not None and cell.holds is not None else set()
        possible = {k: _possible(vocabulary, k, s.named[k], self._deemed.get(k, ())) for k in SORTS}
        found: dict[str, Norm] = {}
        waiting = [n for place, norms in self._on.items() if covers(s, *place) for n in norms]
        waiting += self._referring
        waiting += [n for atom in asked for n in self._bringing.get(_wanted(atom), ())]
        seen: set[str] = set()
        while waiting:
            norm = waiting.pop()
            if norm.id in seen:
                continue
            seen.add(norm.id)
            if _can_be_met(norm, possible):
                found[norm.id] = norm
                waiting += self._undoing.get(norm.id, [])
                new = {*atoms_of(norm)} - asked
                asked |= new
                waiting += [n for atom in new for n in self._bringing.get(_wanted(atom), ())]
        return tuple(sorted(found.values(), key=lambda n: self._order[n.id]))


def _can_be_met(norm: Norm, possible: dict[str, frozenset[str]]) -> bool:
    """Whether those whom the question is about can be of the kinds that the norm speaks of."""
    subject = norm.subject.parts if isinstance(norm.subject, And) else (norm.subject,)
    return all(part.kind in possible[part.sort] for part in subject if isinstance(part, Is))


@remembered
def _possible(vocabulary: Vocabulary, sort: str, named: frozenset[str], deemed: tuple[str, ...]) -> frozenset[str]:
    """The kinds that an individual of the named kinds can be of, by what is declared and by what some norm deems."""
    start = frozenset[str]().union(*(above(vocabulary, sort, kind) for kind in named))
    lines = [above(vocabulary, sort, k.id) for k in vocabulary.kinds if k.sort == sort]
    lines = [up for up in lines if (not named or up & named) and coherent(vocabulary, sort, start | up)]
    return start.union(*lines, *(above(vocabulary, sort, kind) for kind in deemed))


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
