"""One world: which norms are effective there, and what follows for the cell."""

from __future__ import annotations

from functools import lru_cache

from proclogic.norms.conditions import Always, And, Atom, Formula, Happens, Has, Is, Keeps, Not, Or, Reads, ReferredTo
from proclogic.norms.model import Accord, Deem, Deny, Disapply, Effect, Forbid, Norm, Oblige, Permit, Refer, Ruleset
from proclogic.norms.questions import Cell, Question
from proclogic.norms.vocabulary import BODY, OBJECT, Act, Vocabulary
from proclogic.reference.events import deadline_entails, decided, entails, happened
from proclogic.reference.kinds import above
from proclogic.reference.worlds import USUAL, Setting, World, is_own, setting
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


def evaluate(
    ruleset: Ruleset, question: Question, world: World, strict: bool = False, layers: tuple[str, ...] = USUAL
) -> Evaluation:
    """The well-founded model of one world, read for the cell of the question."""
    return evaluate_in(setting(ruleset, question, strict, layers), world)


def evaluate_in(s: Setting, world: World) -> Evaluation:
    """As `evaluate`, for a question that has been read."""
    certain = NOTHING
    derived = _derivable(s)
    examined = tuple(n for n in s.norms if _bears(s, n.effect) and _has_room(s, world, n, derived))
    while True:
        possible = _least(s, examined, world, certain)
        more = _least(s, examined, world, possible)
        if more in (certain, possible):  # nothing new is certain, or nothing is left between certain and possible
            certain = more
            break
        certain = more
    undefined = [f"effective({n})" for n in sorted(possible.effective - certain.effective)]
    undefined += [f"has({p})" for p in sorted(possible.held - certain.held)]
    granted = _granted(s, world, certain)
    forbidden = _forbidden(s, certain)
    return Evaluation(
        entitled=_entitled(s, world, certain, possible),
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


def _derivable(s: Setting) -> frozenset[object]:
    """The sorts of which some norm deems somebody a kind, and the acts (event, agent) that some norm makes a duty."""
    deemed = {n.effect.sort for n in s.norms if isinstance(n.effect, Deem)}
    return frozenset(deemed | {(n.effect.event, n.effect.agent) for n in s.norms if isinstance(n.effect, Oblige)})


def _has_room(s: Setting, world: World, norm: Norm, derived: frozenset[object]) -> bool:
    """Whether the answers of the world to what no rule decides (readings, brackets, qualities, acts that are no duty)
    leave the norm room."""

    def denied(part: Formula, wanted: bool) -> bool:
        match part:
            case Not(inner):
                return denied(inner, not wanted)
            case And(parts):
                return wanted and any(denied(p, wanted) for p in parts)
            case Or(parts):
                return not wanted and any(denied(p, wanted) for p in parts)
            case Has(p) if p in s.status_ids:
                return False
            case Is(sort, _) if sort in derived:
                return False
            case Happens(event, agent) if (event, agent) in derived:
                return False
            case Has() | Is() | Happens() | Reads() | Keeps():
                return _is_true(s, world, part, NOTHING) != wanted
        return False

    return not any(denied(part, True) for part in (norm.subject, norm.condition, norm.guard))


def _least(s: Setting, examined: tuple[Norm, ...], world: World, against: _State) -> _State:
    """The least state closed under the definitions, where whatever is negated is looked up in `against`."""
    stopped = {t for n in against.norms if isinstance(n.effect, Disapply) for t in n.effect.targets}
    denied = {n.effect.status for n in against.norms if isinstance(n.effect, Deny)}
    state = NOTHING
    while True:
        effective = {
            n.id
            for n in examined
            if n.id not in state.effective
            and n.id not in stopped
            and not _is_defeated(s, n, against)
            and _is_applicable(s, world, n, state, against)
        }
        accorded = {n.effect.status for n in state.norms if isinstance(n.effect, Accord)}
        held = {p for p in s.status_ids if s.statuses.get(p, p in accorded and p not in denied)}
        ids = state.effective | effective
        following = _State(ids, state.held | held, tuple(n for n in examined if n.id in ids))
        if following == state:
            return state
        state = following


def _is_defeated(s: Setting, norm: Norm, state: _State) -> bool:
    return any(norm.id in s.prevails[m.id] and _is_contrary(m.effect, norm.effect) for m in state.norms)


def _is_contrary(one: Effect, other: Effect) -> bool:
    match one, other:
        case (Permit(), Forbid()) | (Forbid(), Permit()):
            return True
        case (Accord(p), Deny(q)) | (Deny(p), Accord(q)):
            return p == q
    return False


def _is_applicable(s: Setting, world: World, norm: Norm, now: _State, against: _State) -> bool:
    if not all(_holds(s, world, f, True, now, against) for f in (norm.subject, norm.condition, norm.guard)):
        return False
    match norm.effect:
        case Permit(_, body, obj) | Forbid(_, body, obj):
            return all(_is_true(s, world, Is(sort, kind), now) for sort, kind in ((BODY, body), (OBJECT, obj)) if kind)
    return True


def covers(s: Setting, act: str, body: str, obj: str) -> bool:
    """Whether a norm on this act reaches the act of the cell; one that names a body, or an object, reaches no act
    that takes none."""
    acts = _acts(s.ruleset.vocabulary)
    asked = _cell(s).act
    here = acts.get(asked)  # None for a power, which is an event: it has no place and no object
    if not asked or (body and not (here and here.takes_body)) or (obj and not (here and here.object)):
        return False
    return asked in _forms(s.ruleset.vocabulary, act)


@lru_cache(maxsize=64)
def _acts(vocabulary: Vocabulary) -> dict[str, Act]:
    return {a.id: a for a in vocabulary.acts}


@lru_cache(maxsize=4096)
def _forms(vocabulary: Vocabulary, act: str) -> frozenset[str]:
    """The act and all its forms."""
    acts = _acts(vocabulary)
    forms: set[str] = set()
    waiting = [act]
    while waiting:
        one = waiting.pop()
        if one not in forms:
            forms.add(one)
            waiting.extend(acts[one].includes if one in acts else ())
    return frozenset(forms)


def _cell(s: Setting) -> Cell:
    assert s.question.cell is not None
    return s.question.cell


def _holds(s: Setting, world: World, formula: Formula, wanted: bool, now: _State, against: _State) -> bool:
    """Whether a formula is `wanted` (true or false): true atoms are looked up in `now`, false ones in `against`.

    A negation is carried down to the atoms, so that "unless it is not a member" asks for no more than membership.
    """
    match formula:
        case Always():
            return wanted
        case Not(part):
            return _holds(s, world, part, not wanted, now, against)
        case And(parts):
            every = all if wanted else any
            return every(_holds(s, world, p, wanted, now, against) for p in parts)
        case Or(parts):
            some = any if wanted else all
            return some(_holds(s, world, p, wanted, now, against) for p in parts)
        case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
            return _is_true(s, world, formula, now) if wanted else not _is_true(s, world, formula, against)
    raise TypeError(f"no condition: {formula!r}")


def _is_true(s: Setting, world: World, atom: Atom, state: _State) -> bool:
    match atom:
        case Is(sort, kind):
            reasons = {*s.named[sort], *(a.kind for a in world.true if isinstance(a, Is) and a.sort == sort)}
            for norm in state.norms:
                if isinstance(norm.effect, Deem) and norm.effect.sort == sort:
                    reasons.add(norm.effect.kind)
            return any(kind in above(s.ruleset.vocabulary, sort, reason) for reason in reasons)
        case Has(p):
            return p in state.held if p in s.status_ids else s.qualities.get(p, atom in world.true)
        case Happens():
            made = any(isinstance(a, Happens) and entails(a, atom) for a in world.true)
            return made or _is_presumed(s, atom, state)
        case ReferredTo(body):
            return body in s.referred or Refer(body) in [n.effect for n in state.norms]
        case Reads() | Keeps():
            return atom in world.true


def _is_presumed(s: Setting, atom: Happens, state: _State) -> bool:
    """Whether the act is presumed because somebody else than the actor has the duty to do it, and no fact speaks
    against that.

    A fact that dates the act otherwise ends the presumption; one by which the act was done in time does not.
    """
    if s.strict or atom.count is not None or is_own(s, atom):
        return False
    for fact in s.question.facts:
        given = fact.atom
        if isinstance(given, Happens) and (given.event, given.agent) == (atom.event, atom.agent):
            dated = given.deadline is not None or fact.period is not None
            if not happened(fact) or (dated and not decided(fact, (atom,)).get(atom, False)):
                return False
    for norm in state.norms:
        match norm.effect:
            case Oblige(event, agent, deadline) if (event, agent) == (atom.event, atom.agent):
                if not norm.strength.startswith("should") and deadline_entails(deadline, atom.deadline):
                    return True
    return False


def _entitled(s: Setting, world: World, certain: _State, possible: _State) -> bool:
    cell = _cell(s)
    if cell.holds is None:
        return _granted(s, world, certain) and not _forbidden(s, possible)
    match cell.holds:
        case Has(p) if p in s.status_ids and cell.by:
            return _granted(s, world, certain) and not _forbidden(s, possible) and s.statuses.get(p, True)
        case Is() if cell.by:
            return _granted(s, world, certain)
    return _holds(s, world, cell.holds, True, certain, possible)


def _granted(s: Setting, world: World, state: _State) -> bool:
    cell = _cell(s)
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
    return _holds(s, world, cell.holds, True, state, state)


def _forbidden(s: Setting, state: _State) -> bool:
    match _cell(s).holds:
        case None:
            return any(isinstance(n.effect, Forbid) for n in state.norms)
        case Has(p) if p in s.status_ids:
            return Deny(p) in [n.effect for n in state.norms]
    return False
