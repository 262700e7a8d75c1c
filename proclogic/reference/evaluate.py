"""One world: which norms are effective there, and what follows for the cell."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from proclogic.norms.conditions import Always, And, Atom, Formula, Happens, Has, Is, Keeps, Not, Or, Reads, ReferredTo
from proclogic.norms.model import Accord, Deem, Deny, Disapply, Effect, Forbid, Norm, Oblige, Permit, Refer, Ruleset
from proclogic.norms.questions import Cell, Fact, Question
from proclogic.reference.acts import covers
from proclogic.reference.events import deadline_entails
from proclogic.reference.here import Here, Required, derivable, required
from proclogic.reference.kinds import above
from proclogic.reference.worlds import USUAL, Setting, World, asking, setting
from proclogic.values import Value


class Evaluation(Value):
    """What a world gives. `undefined` names what the well-founded model leaves undefined: empty unless rules defeat
    each other in a circle, and then the other fields say only what is certain."""

    entitled: bool
    granted: bool
    forbidden: bool
    conflicting: bool
    undefined: tuple[str, ...]
    effective: frozenset[str]
    referred: frozenset[str]


class _State(Value):
    """Effective norms (ids, and the norms themselves) and statuses had. Everything else that is derived follows from
    these without negation."""

    effective: frozenset[str]
    held: frozenset[str]
    norms: tuple[Norm, ...] = ()
    _apart = ("norms",)


NOTHING = _State(frozenset(), frozenset())
Rules = Sequence[tuple[Norm, Formula | bool]]  # norms, each with what rules have still to decide of what it requires


class Found:
    """What was found out of the norms of one ruleset, for all questions that are put to it in one way."""

    def __init__(self) -> None:
        self.evaluations: dict[object, Evaluation] = {}  # by the rules that are left, and by what is asked of them
        self._required: dict[str, Required] = {}
        self._atoms: dict[Atom, Atom] = {}  # each once: one and the same object is looked up faster

    def left(self, norm: Norm, here: Here) -> Formula | bool:
        """What rules have still to decide of what a norm requires."""
        if norm.id not in self._required:
            self._required[norm.id] = Required(required(norm), self._atoms)
        return self._required[norm.id].left(here)


def evaluate(
    ruleset: Ruleset, question: Question, world: World, strict: bool = False, layers: tuple[str, ...] = USUAL
) -> Evaluation:
    """The well-founded model of one world, read for the cell of the question."""
    return evaluate_in(setting(ruleset, question, strict, layers), world)


def evaluate_in(s: Setting, world: World) -> Evaluation:
    """As `evaluate`, for a question that has been read."""
    return Evaluator(s).at(world)


class Evaluator:
    """A question that has been read, ready for many of its worlds. `norms` are those that can bear on its cell;
    `derived` what some norm may decide: sorts of kinds, acts (event, agent), bodies. Worlds that leave the same to
    rules are worked out once, and kept in `found`, which questions to one ruleset may share."""

    def __init__(self, s: Setting, found: Found | None = None) -> None:
        self.s = s
        self.derived = derivable(s)
        self.found = found or Found()
        self.norms = [n for n in s.norms if _bears(s, n.effect)]

    def given(self, facts: tuple[Fact, ...]) -> Evaluator:
        """The same cell with other facts: no norm is on another act for that."""
        made = copy(self)
        made.s = asking(self.s, self.s.question.replace(facts=facts))
        return made

    def at(self, world: World) -> Evaluation:
        """What the world gives."""
        here = Here(self.s, self.derived, world)
        rules = tuple([(n, left) for n in self.norms if (left := self.found.left(n, here)) is not False])
        cell = _cell(self.s)
        asked = None if cell.holds is None else (cell.holds, here.left(cell.holds))
        key = rules, asked, cell.by, self.s.question.facts
        kept = self.found.evaluations
        if key not in kept:
            kept[key] = self._from(here, rules)
        return kept[key]

    def _from(self, here: Here, rules: Rules) -> Evaluation:
        """What follows from what the world leaves to rules."""
        s = self.s
        certain = NOTHING
        while True:
            possible = _least(here, rules, certain)
            more = _least(here, rules, possible)
            if more in (certain, possible):  # nothing new is certain, or nothing is left between certain and possible
                certain = more
                break
            certain = more
        undefined = [f"effective({n})" for n in sorted(possible.effective - certain.effective)]
        undefined += [f"has({p})" for p in sorted(possible.held - certain.held)]
        granted = _granted(here, certain)
        forbidden = _forbidden(s, certain)
        return Evaluation(
            entitled=_entitled(here, certain, possible),
            granted=granted,
            forbidden=forbidden,
            conflicting=granted and forbidden,
            undefined=tuple(undefined),
            effective=certain.effective,
            referred=s.referred | {n.effect.body for n in certain.norms if isinstance(n.effect, Refer)},
        )


def _bears(s: Setting, effect: Effect) -> bool:
    """Whether a norm with this effect can bear on the cell: not, if it is on another act."""
    match effect:
        case Permit(act, body, obj) | Forbid(act, body, obj):
            return covers(s, act, body, obj)
    return True


def _least(here: Here, rules: Rules, against: _State) -> _State:
    """The least state closed under the definitions, where whatever is negated is looked up in `against`."""
    s = here.s
    stopped = {t for n in against.norms if isinstance(n.effect, Disapply) for t in n.effect.targets}
    denied = {n.effect.status for n in against.norms if isinstance(n.effect, Deny)}
    prevailing = [n for n in against.norms if s.prevails[n.id]]
    waiting = [(n, needs) for n, needs in rules if n.id not in stopped and not _is_defeated(s, n, prevailing)]
    given = frozenset(p for p, holds in s.statuses.items() if holds)
    state = _State(frozenset(), frozenset())
    while True:
        applying = [n for n, needs in waiting if needs is True or _holds(here, needs, True, state, against)]
        accorded = {n.effect.status for n in state.norms if isinstance(n.effect, Accord)}
        held = frozenset(p for p in accorded - denied if p in s.status_ids and p not in s.statuses) | given
        if not applying and held == state.held:
            return state
        taken = {n.id for n in applying}
        waiting = [(n, needs) for n, needs in waiting if n.id not in taken]
        state = _State(state.effective | taken, held, (*state.norms, *applying))


def _is_defeated(s: Setting, norm: Norm, prevailing: Sequence[Norm]) -> bool:
    return any(norm.id in s.prevails[m.id] and is_contrary(m.effect, norm.effect) for m in prevailing)


def is_contrary(one: Effect, other: Effect) -> bool:
    """Whether two effects that bear on one cell draw contrary conclusions."""
    match one, other:
        case (Permit(), Forbid()) | (Forbid(), Permit()):
            return True
        case (Accord(p), Deny(q)) | (Deny(p), Accord(q)):
            return p == q
    return False


def _cell(s: Setting) -> Cell:
    assert s.question.cell is not None
    return s.question.cell


def _holds(here: Here, formula: Formula | bool, wanted: bool, now: _State, against: _State) -> bool:
    """Whether a formula is `wanted` (true or false): true atoms are looked up in `now`, false ones in `against`.

    A negation is carried down to the atoms, so that "unless it is not a member" asks for no more than membership.
    """
    match formula:
        case bool():
            return formula == wanted
        case Always():
            return wanted
        case Not(part):
            return _holds(here, part, not wanted, now, against)
        case And(parts):
            every = all if wanted else any
            return every(_holds(here, p, wanted, now, against) for p in parts)
        case Or(parts):
            some = any if wanted else all
            return some(_holds(here, p, wanted, now, against) for p in parts)
        case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
            return _is_true(here, formula, now) if wanted else not _is_true(here, formula, against)
    raise TypeError(f"no condition: {formula!r}")


def _is_true(here: Here, atom: Atom, state: _State) -> bool:
    found = here.answer(atom)
    if found is not None:
        return found
    match atom:
        case Is(sort, kind):
            deemed = [n.effect.kind for n in state.norms if isinstance(n.effect, Deem) and n.effect.sort == sort]
            return any(kind in above(here.s.ruleset.vocabulary, sort, k) for k in deemed)
        case Has(p):
            return p in state.held
        case Happens():
            return any(_makes_presumed(n, atom) for n in state.norms)
        case ReferredTo():
            return any(n.effect == Refer(atom.body) for n in state.norms)
    raise TypeError(f"no rule decides: {atom!r}")


def _makes_presumed(norm: Norm, atom: Happens) -> bool:
    """Whether a norm in effect makes the act a duty, in words strong enough and in time."""
    match norm.effect:
        case Oblige(event, agent, deadline) if (event, agent) == (atom.event, atom.agent):
            return not norm.strength.startswith("should") and deadline_entails(deadline, atom.deadline)
    return False


def _entitled(here: Here, certain: _State, possible: _State) -> bool:
    s, cell = here.s, _cell(here.s)
    if cell.holds is None:
        return _granted(here, certain) and not _forbidden(s, possible)
    match cell.holds:
        case Has(p) if p in s.status_ids and cell.by:
            return _granted(here, certain) and not _forbidden(s, possible) and s.statuses.get(p, True)
        case Is() if cell.by:
            return _granted(here, certain)
    return _holds(here, cell.holds, True, certain, possible)


def _granted(here: Here, state: _State) -> bool:
    s, cell = here.s, _cell(here.s)
    conferring = [n.effect for n in state.norms if not cell.by or n.provision in cell.by]
    match cell.holds:
        case None:
            return any(isinstance(e, Permit) for e in conferring)
        case Has(p) if p in s.status_ids:
            return Accord(p) in conferring or (not cell.by and s.statuses.get(p, False))
        case Is(sort, kind) if cell.by:
            vocabulary = s.ruleset.vocabulary
            deemed = [e.kind for e in conferring if isinstance(e, Deem) and e.sort == sort]
            return any(kind in above(vocabulary, sort, k) for k in deemed)
    return _holds(here, cell.holds, True, state, state)


def _forbidden(s: Setting, state: _State) -> bool:
    match _cell(s).holds:
        case None:
            return any(isinstance(n.effect, Forbid) for n in state.norms)
        case Has(p) if p in s.status_ids:
            return Deny(p) in [n.effect for n in state.norms]
    return False
