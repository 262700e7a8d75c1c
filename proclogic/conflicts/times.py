"""Times that do not go together.

C103: two duties to do one thing, of one bearer, whose times exclude each other, in effect in one world; towards two
counterparts they are two things. No words say which of the two prevails.

C107: times that no calendar satisfies. A rule asks that one thing be done at two times that exclude each other; or it
sets a time that is over before what it waits for can happen: by its own condition, or because all duties to do what it
waits for are to be done later. What must not happen (unless ...) is not waited for.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from proclogic.conflicts.duties import asking, base, bearer, duties, effect_of
from proclogic.conflicts.examining import Examination, Situation, provisions
from proclogic.conflicts.model import Blamed, Finding
from proclogic.conflicts.twins import Twin, Twinned, first_of, twin
from proclogic.norms.conditions import And, Deadline, Formula, Happens, Or
from proclogic.norms.formulas import both, conjuncts, pushed
from proclogic.norms.model import Norm, Oblige, Permit
from proclogic.norms.questions import Question
from proclogic.norms.vocabulary import ACTOR
from proclogic.norms.windows import exclude, precedes
from proclogic.values import unique

CODES = ("C103", "C105", "C107")
ALTERNATIVES = 64  # ways in which a condition can hold, of one rule; one with more is left alone


def find(examination: Examination) -> Iterator[Finding]:
    """Pairs of duties, then single rules and what they wait for."""
    yield from _pairs(examination)
    yield from _calendars(examination)


# ------------------------------------------------------------------------------------------------------- two duties


def _pairs(examination: Examination) -> Iterator[Finding]:
    made = [
        (twin(one, f"(times) {one.id} and {other.id}", True), twin(other, f"(times) {one.id} and {other.id}", False))
        for some in duties(examination).values()
        for one, other in first_of(examination, _excluding(examination, some))
    ]
    if not made:
        return
    twinned = Twinned(examination, (t for pair in made for t in pair))
    told: set[tuple[str, ...]] = set()
    for one, other in made:
        key = (*sorted(provisions((one.of, other.of))), effect_of(one.of).event)
        if key in told or not twinned.can_meet(one, other):
            continue
        situation = twinned.situation(one, other)
        if situation is not None:
            told.add(key)
            yield _at_two_times(examination, twinned, one, other, situation)


def _excluding(examination: Examination, some: list[Norm]) -> Iterator[tuple[Norm, Norm]]:
    """Of the duties to do one thing, the pairs of one bearer whose times exclude each other."""
    timed = [n for n in some if effect_of(n).deadline is not None]
    for one, other in combinations(timed, 2):
        a, b = effect_of(one), effect_of(other)
        if exclude(a.deadline, b.deadline) and _are_one(examination, a, b):
            yield one, other


def _are_one(examination: Examination, one: Oblige, other: Oblige) -> bool:
    """Whether two duties are of one bearer, towards one counterpart: one kind, or one above the other."""
    up = examination.index.hierarchy.up
    if (one.agent == ACTOR) != (other.agent == ACTOR):
        return False
    same = one.agent == other.agent or one.agent in up(ACTOR, other.agent) or other.agent in up(ACTOR, one.agent)
    if not (one.owed and other.owed):
        return same
    return same and (one.owed in up(ACTOR, other.owed) or other.owed in up(ACTOR, one.owed))


def _at_two_times(examination: Examination, twinned: Twinned, one: Twin, other: Twin, situation: Situation) -> Finding:
    event = effect_of(one.of).event
    who, does = bearer(examination, one.of), base(examination, event)
    cited = provisions((one.of, other.of))
    mutual = twinned.is_mutual(one, other)
    code = "C105" if mutual else "C103"
    text = f"{who} must {does} at two times that exclude each other"
    return Finding(
        code,
        f"{code}/{'+'.join(cited)}/{event.replace(' ', '-')}",
        f"{text}, and of the two rules each is to prevail over the other" if mutual else text,
        tuple(examination.blamed(t.of, _when(examination, effect_of(t.of).deadline)) for t in (one, other)),
        asking(examination, one.of, situation, twinned),
        twinned.where(one, other),
        norms=(one.of.id, other.of.id),
    )


def _when(examination: Examination, deadline: Deadline | None) -> str:
    return examination.wording.deadline(deadline) if deadline else ""


# ---------------------------------------------------------------------------------------------------- one calendar


def _calendars(examination: Examination) -> Iterator[Finding]:
    laid = duties(examination)
    late: list[tuple[Twin, Happens, tuple[Norm, ...]]] = []
    for norm in examination.norms.values():
        if norm.via:
            continue
        ways = _ways(pushed(both(norm.subject, norm.condition)))
        if not ways:
            continue
        clashes = [_clash(way) for way in ways]
        if all(c is not None for c in clashes):
            yield _at_odds(examination, norm, clashes[0])
        else:
            late += [(twin(norm, f"(late) {norm.id}", True), *found) for found in _waits(norm, ways, laid)]
    if not late:
        return
    twinned = Twinned(examination, {t.id: t for t, _, _ in late}.values())
    for one, trigger, others in late:
        situation = twinned.situation(one) if twinned.can_meet(one) else None
        if situation is not None:
            yield _too_late(examination, twinned, one, trigger, others, situation)


def _ways(formula: Formula) -> list[list[Happens]] | None:
    """The acts that must have been done for a condition, for each way in which it can hold; None where there are too
    many."""
    match formula:
        case Happens():
            return [[formula]]
        case And(parts):
            joined: list[list[Happens]] = [[]]
            for part in parts:
                ways = _ways(part)
                if ways is None or len(joined) * len(ways) > ALTERNATIVES:
                    return None
                joined = [[*a, *b] for a in joined for b in ways]
            return joined
        case Or(parts):
            found = [_ways(p) for p in parts]
            flat = [way for ways in found for way in ways or ()]
            return None if len(flat) > ALTERNATIVES or any(f is None for f in found) else flat
        case _:
            return [[]]


def _clash(way: list[Happens]) -> tuple[Happens, Happens] | None:
    """Two acts that are one act at two times which exclude each other."""
    for one, other in combinations(way, 2):
        if (one.event, one.agent) == (other.event, other.agent) and exclude(one.deadline, other.deadline):
            return one, other
    return None


def _waits(
    norm: Norm, ways: list[list[Happens]], laid: dict[str, list[Norm]]
) -> Iterator[tuple[Happens, tuple[Norm, ...]]]:
    """What a rule with a time waits for that can only happen when its time is over, with the duties that set the time
    of this; the first such act."""
    event, due = _due(norm)
    if due is None:
        return
    awaited = [[a for a in way if a.event != event and a.count is None] for way in ways]
    for act in awaited[0]:
        if any(act not in way for way in awaited):
            continue
        if precedes(due, act.deadline):
            yield act, ()
            return
        setting = [n for n in laid.get(act.event, ()) if effect_of(n).agent == act.agent]
        if act.deadline is None and setting and all(precedes(due, effect_of(n).deadline) for n in setting):
            yield act, tuple(setting)
            return


def _due(norm: Norm) -> tuple[str, Deadline | None]:
    """What a duty or a power is to do, and when."""
    match norm.effect:
        case Oblige(event, _, deadline) if norm.strength != "should":
            return event, deadline
        case Permit(act):
            for part in conjuncts(norm.condition):
                if isinstance(part, Happens) and (part.event, part.agent) == (act, ACTOR) and part.deadline:
                    return act, part.deadline
    return "", None


def _at_odds(examination: Examination, norm: Norm, clash: tuple[Happens, Happens] | None) -> Finding:
    assert clash is not None
    one, other = clash
    said = examination.saying.literal(one.replace(deadline=None), True)
    times = [_when(examination, a.deadline) for a in (one, other)]
    return Finding(
        "C107",
        f"C107/{norm.provision}/{one.event.replace(' ', '-')}",
        f"rule {norm.provision} asks for one act at two times that exclude each other: {said}",
        (examination.blamed(norm, f"{times[0]}, and {times[1]}"),),
        norms=(norm.id,),
    )


def _too_late(
    examination: Examination,
    twinned: Twinned,
    one: Twin,
    trigger: Happens,
    others: tuple[Norm, ...],
    situation: Situation,
) -> Finding:
    norm = one.of
    _, due = _due(norm)
    said = examination.saying.literal(trigger.replace(deadline=None), True)
    later = _when(examination, trigger.deadline) or _when(examination, effect_of(others[0]).deadline)
    blamed: list[Blamed] = [examination.blamed(norm, f"to be done {_when(examination, due)}, if {said}")]
    blamed += [examination.blamed(n, f"to be done {_when(examination, effect_of(n).deadline)}") for n in others]
    if isinstance(norm.effect, Permit):
        asked = Question("may", "", situation.cell.replace(act=norm.effect.act))
        witness = twinned.examination.witness(situation, asked)
    else:
        witness = asking(examination, norm, situation, twinned)
    return Finding(
        "C107",
        f"C107/{'+'.join(unique((norm.provision, *provisions(others))))}/{trigger.event.replace(' ', '-')}",
        f"the time that rule {norm.provision} sets is over before what it waits for is due: {said} {later}",
        tuple(blamed),
        witness,
        twinned.where(one),
        norms=(norm.id, *(n.id for n in others)),
    )
