"""Whose duty it is, and what rules on somebody come to for him.

A duty of a declared agent (the secretariat shall circulate its name) speaks of two: the agent, whose duty it is, and
the one whose name it is, who is asked about. A rule on the agent (the secretariat may not circulate a name) speaks of
the agent as the one asked about. To look at both together, the rule is put as what it comes to for the agent.
"""

from __future__ import annotations

from proclogic.norms.conditions import Always, And, Atom, Deadline, Formula, Happens, Has, Is, Not, Or
from proclogic.norms.formulas import as_atom, atoms, both, conjuncts, either, opposite, pushed
from proclogic.norms.model import Norm, Oblige
from proclogic.norms.vocabulary import ACTOR
from proclogic.program.cone import Index

Said = Formula | bool | None  # what is left of a condition; settled; None where it cannot be said


def is_of_another(index: Index, duty: Norm) -> bool:
    """Whether the duty of a declared agent says something of the one asked about."""
    assert isinstance(duty.effect, Oblige)
    if duty.effect.agent == ACTOR:
        return False
    return any(is_of_actor(index, a) for f in (duty.subject, duty.condition) for a in atoms(f))


def untimed(norm: Norm) -> tuple[Formula, tuple[Deadline, ...]]:
    """The condition of a rule on an event without the times to which it is limited, and these."""
    act = getattr(norm.effect, "act", "")
    kept: list[Formula] = []
    times: list[Deadline] = []
    for part in conjuncts(norm.condition):
        match part:
            case Happens(event, agent, None, Deadline() as deadline) if (event, agent) == (act, ACTOR):
                times.append(deadline)
            case _:
                kept.append(part)
    return both(*kept), tuple(times)


def for_bearer(index: Index, formula: Formula, agent: str) -> Formula | bool | None:
    """What a rule asks for, for an agent who is the one it speaks of: False where it is not on the agent, None where it
    asks for what is not known of the agent (never True)."""
    found = _left(index, pushed(formula), agent)
    return both() if found is True else found


def _left(index: Index, formula: Formula, agent: str) -> Said:
    match formula:
        case Always():
            return True
        case Not(part):
            inner = _left(index, part, agent)
            return inner if inner is None else not inner if isinstance(inner, bool) else opposite(inner)
        case And(parts) | Or(parts):
            settling = isinstance(formula, Or)  # what settles the whole
            found = [_left(index, p, agent) for p in parts]
            if any(f is settling for f in found):
                return settling
            if any(f is None for f in found):
                return None
            left = [f for f in found if isinstance(f, Formula)]
            return (either(*left) if settling else both(*left)) if left else not settling
        case _:
            return _atom(index, as_atom(formula), agent)


def _atom(index: Index, atom: Atom, agent: str) -> Said:
    if not is_of_actor(index, atom):
        return atom
    hierarchy = index.hierarchy
    match atom:
        case Is(_, kind) if kind in hierarchy.up(ACTOR, agent):
            return True
        case Is(_, kind) if hierarchy.down(ACTOR, kind).isdisjoint(hierarchy.down(ACTOR, agent)):
            return None if index.by_deemed.get((ACTOR, kind)) else False
        case Happens():
            return atom.replace(agent=agent)
        case _:
            return None


def is_of_actor(index: Index, atom: Atom) -> bool:
    """Whether an atom says something of the one asked about."""
    match atom:
        case Is(sort):
            return sort == ACTOR
        case Has(predicate):
            return index.sort_of.get(predicate) == ACTOR
        case Happens(_, agent):
            return agent == ACTOR
        case _:
            return False
