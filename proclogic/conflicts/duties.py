"""Duties and what stands in their way.

C102: somebody shall do something that a rule forbids him to do, both rules take effect in one world, and no words say
which prevails. A prohibition with a time bears on that time only: it stands in the way of a duty that can be done at no
other.

G201: a body, an officer or another declared agent shall do something, rules say who has the power to do it, and in no
world in which the duty lies does one of them give it to him. Where nobody is given the power, or it is forbidden him,
this is no finding; nor what the one asked about does himself (to register needs no power), nor a duty that was carried
to somebody in place of another.

C105 (see circles.py) where the duty and the prohibition are each said to prevail over the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.answers.bearers import for_bearer, is_of_another, untimed
from proclogic.conflicts.examining import Examination, Situation, effective, provisions
from proclogic.conflicts.model import Finding, Witness
from proclogic.conflicts.twins import Twin, Twinned, first_of
from proclogic.norms.conditions import Deadline, Happens, Is
from proclogic.norms.formulas import atoms, both
from proclogic.norms.hierarchy import deadline_entails
from proclogic.norms.model import Forbid, Norm, Oblige, Permit
from proclogic.norms.questions import Cell, Fact, Question
from proclogic.norms.vocabulary import ACTOR
from proclogic.values import Value, unique

CODES = ("C102", "C105", "G201")


class _Group(Value):
    """The duties of one bearer to do one thing, and the rules on his doing it: prohibitions with the times to which
    they are limited, grants, and whether all grants could be looked at."""

    duties: tuple[Twin, ...]
    bans: tuple[tuple[Twin, tuple[Deadline, ...]], ...]
    grants: tuple[Twin, ...]
    complete: bool


def find(examination: Examination) -> Iterator[Finding]:
    """Each duty with each prohibition that stands in its way, and the duties of those who lack the power."""
    groups = list(_groups(examination))
    if not groups:
        return
    twinned = Twinned(examination, (t for g in groups for t in (*g.duties, *(b for b, _ in g.bans), *g.grants)))
    told: set[tuple[str, ...]] = set()
    for group in groups:
        for duty, ban in first_of(examination, _pairs(group)):
            key = (*provisions((duty.of, ban.of)), effect_of(duty.of).event)
            if key in told or not twinned.can_meet(duty, ban):
                continue
            situation = twinned.situation(duty, ban)
            if situation is not None:
                told.add(key)
                yield _forbidden(examination, twinned, duty, ban, situation)
        yield from _powerless(examination, twinned, group, told)


def duties(examination: Examination) -> dict[str, list[Norm]]:
    """The duties that count, by event; those that were carried here come last."""
    found: dict[str, list[Norm]] = {}
    for norm in sorted(examination.norms.values(), key=lambda n: bool(n.via)):
        if isinstance(norm.effect, Oblige) and norm.strength != "should":
            found.setdefault(norm.effect.event, []).append(norm)
    return found


def effect_of(duty: Norm) -> Oblige:
    """What a duty is to do."""
    assert isinstance(duty.effect, Oblige)
    return duty.effect


def bearer(examination: Examination, duty: Norm) -> str:
    """Whose duty it is, in words."""
    agent = effect_of(duty).agent
    return examination.asker.telling.whom(duty) if agent == ACTOR else examination.wording.noun(agent)


def base(examination: Examination, event: str) -> str:
    """What is done, in the base form."""
    known = examination.wording.events.get(event)
    return known.phrase if known else event


def asking(examination: Examination, duty: Norm, situation: Situation, twinned: Twinned) -> Witness:
    """A situation in words, with the question whether the duty lies. Where it turns on who another is, who that is."""
    effect = effect_of(duty)
    cell = Cell(situation.cell.actor) if effect.agent == ACTOR else None
    on_kinds = any(isinstance(a, Is) and a.sort == ACTOR for f in (duty.subject, duty.condition) for a in atoms(f))
    kinds = [Is(ACTOR, k) for k in situation.cell.actor.kinds] if cell is None and on_kinds else []
    facts = tuple(Fact(k, True) for k in kinds)
    question = Question("must", "", cell, Happens(effect.event, effect.agent), facts=facts)
    found = twinned.examination.witness(situation, question)
    return found.replace(when=(*(examination.saying.literal(k, True) for k in kinds), *found.when))


def _groups(examination: Examination) -> Iterator[_Group]:
    for event, some in duties(examination).items():
        bearing = [n for there in examination.index.by_act.get(event, {}).values() for n in there]
        bearing.sort(key=lambda n: (bool(n.via), n.id))
        if not bearing:
            continue
        kinds = unique((effect_of(d).agent, is_of_another(examination.index, d)) for d in some)
        for agent, apart in kinds:
            mine = [d for d in some if (effect_of(d).agent, is_of_another(examination.index, d)) == (agent, apart)]
            yield _group(examination, f"(duty) {event} of {agent}{' to another' if apart else ''}", mine, bearing)


def _group(examination: Examination, act: str, mine: list[Norm], bearing: list[Norm]) -> _Group:
    """The duties of one bearer as twins. Where they speak of nobody else, he is the one asked about; where they speak
    of another, that is the one asked about, and the rules on him are put as what they come to for him."""
    agent = effect_of(mine[0]).agent
    apart = is_of_another(examination.index, mine[0])
    whose = () if agent == ACTOR or apart else (Is(ACTOR, agent),)
    made = tuple(Twin(d, act, True, both(d.subject, *whose), d.condition) for d in mine)
    bans: list[tuple[Twin, tuple[Deadline, ...]]] = []
    grants: list[Twin] = []
    complete = True
    for norm in bearing:
        condition, times = untimed(norm)
        seen = (norm.subject, condition)
        if apart:
            said = for_bearer(examination.index, both(*seen), agent)
            if said is None:
                complete &= not isinstance(norm.effect, Permit)
                continue
            if isinstance(said, bool):
                continue
            seen = (said, both())
        if isinstance(norm.effect, Forbid):
            bans.append((Twin(norm, act, False, *seen), times))
        else:
            grants.append(Twin(norm, act, True, *seen))
    return _Group(made, tuple(bans), tuple(grants), complete)


def as_twins(examination: Examination, act: str, duty: Norm, ban: Norm) -> tuple[Twin, Twin] | None:
    """A duty and a prohibition as twins; None where they are on two who are never one."""
    group = _group(examination, act, [duty], [ban])
    return (group.duties[0], group.bans[0][0]) if group.bans else None


def _pairs(group: _Group) -> Iterator[tuple[Twin, Twin]]:
    for duty in group.duties:
        for ban, times in group.bans:
            if all(deadline_entails(effect_of(duty.of).deadline, t) for t in times):
                yield duty, ban


def _forbidden(examination: Examination, twinned: Twinned, duty: Twin, ban: Twin, situation: Situation) -> Finding:
    event = effect_of(duty.of).event
    does = base(examination, event)
    cited = provisions((duty.of, ban.of))
    code = "C105" if twinned.is_mutual(duty, ban) else "C102"
    who = bearer(examination, duty.of)
    if len(cited) == 1:
        text = f"rule {cited[0]} both obliges {who} and forbids: {does}"
    elif code == "C105":
        text = f"rule {cited[0]} obliges and rule {cited[1]} forbids {who} to {does}, and each is to prevail"
    else:
        text = f"rule {cited[0]} obliges {who} to {does}, and rule {cited[1]} forbids it"
    return Finding(
        code,
        f"{code}/{'+'.join(cited)}/{event.replace(' ', '-')}",
        text,
        (
            examination.blamed(duty.of, f"{who} must {does}"),
            examination.blamed(ban.of, f"{who} may not {does}"),
        ),
        asking(examination, duty.of, situation, twinned),
        twinned.where(duty, ban),
        norms=(duty.of.id, ban.of.id),
    )


def _powerless(
    examination: Examination, twinned: Twinned, group: _Group, told: set[tuple[str, ...]]
) -> Iterator[Finding]:
    """The duties of a group whose bearer is given no power by rules that give it to others."""
    if effect_of(group.duties[0].of).agent == ACTOR or not (group.grants or _others(examination, group)):
        return
    barred = {key[0] for key in told if key[-1] == effect_of(group.duties[0].of).event}
    for duty in group.duties if group.complete else ():
        effect = effect_of(duty.of)
        if duty.of.via or duty.of.provision in barred or (duty.of.provision, "G201", effect.event) in told:
            continue
        if any(twinned.can_meet(duty, grant) for grant in group.grants):
            continue
        situation = twinned.situation(duty, without=group.grants)
        if situation is None:
            continue
        told.add((duty.of.provision, "G201", effect.event))
        powers = _others(examination, group)
        does, who = base(examination, effect.event), bearer(examination, duty.of)
        mine, other = [n for n in powers if _is_on(examination, n, effect.agent)], " in other cases"
        yield Finding(
            "G201",
            f"G201/{duty.of.provision}/{effect.event.replace(' ', '-')}",
            f"{who} must {does}, and "
            + ("no rule lets it do so then" if mine else "the rules on who may do so name others only"),
            (
                examination.blamed(duty.of, f"{who} must {does}"),
                *(
                    examination.blamed(
                        n, f"gives the power to {examination.asker.telling.whom(n)}{other * (n in mine)}"
                    )
                    for n in powers
                ),
            ),
            asking(examination, duty.of, situation, twinned),
            twinned.where(duty),
            norms=(duty.of.id, *(n.id for n in powers)),
        )


def _is_on(examination: Examination, power: Norm, bearer: str) -> bool:
    """Whether a power is given to the one who bears a duty, or to some of that class."""
    up = examination.index.hierarchy.up
    kinds = {a.kind for a in atoms(power.subject) if isinstance(a, Is) and a.sort == ACTOR}
    return any(k in up(ACTOR, bearer) or bearer in up(ACTOR, k) for k in kinds)


def _others(examination: Examination, group: _Group) -> list[Norm]:
    """The rules that give the power, each provision once; those that can take effect."""
    event = effect_of(group.duties[0].of).event
    posed = examination.open(event)
    found: dict[str, Norm] = {}
    for norm in examination.grants(event):
        if posed is not None and norm.provision not in found and examination.is_possible(posed, effective(norm.id)):
            found[norm.provision] = norm
    return list(found.values())
