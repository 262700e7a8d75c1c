"""What stands in the way of a duty: prohibitions of what it asks for, and duties to do it at no time that it leaves.

Where words or canons put one of the two rules first, it prevails: a duty gives way, or what stands in its way does.
Where they do not, the rules clash (C102, C103; C105 where each is to prevail).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from proclogic.answers.bearers import for_bearer, is_of_actor, is_of_another, untimed
from proclogic.answers.cells import Asker
from proclogic.answers.lying import CONTRARY, Lies, either, laid
from proclogic.answers.model import CONDITIONAL, NO, OPEN, YES, Chosen, Mark, Resolution
from proclogic.norms.conditions import Formula
from proclogic.norms.formulas import as_atom
from proclogic.norms.hierarchy import deadline_entails
from proclogic.norms.model import Accord, Disapply, Forbid, Norm, Oblige, Permit, Prevail
from proclogic.norms.order import ordered
from proclogic.norms.questions import Cell, Fact, Individual
from proclogic.norms.vocabulary import ACTOR
from proclogic.norms.windows import exclude
from proclogic.values import Value, unique

FEW = 4  # rules that stand in the way and are told


class Asked(Value):
    """The duties of one bearer, as a question asks about them: `cell` is whom their conditions speak of, `who` the
    bearer where it is a declared agent ("" where the duty is that of the one asked about), `timely` those among them
    that are for the time asked about."""

    cell: Cell
    who: str
    duties: tuple[Norm, ...]
    timely: tuple[Norm, ...]


class Clash(Value):
    """Duties and a rule in their way of which neither is put first; `mutual` where each is to prevail over the
    other."""

    duties: tuple[Norm, ...]
    norm: Norm
    mutual: bool
    lies: Lies  # where both take effect


def gives_way(asker: Asker, asked: Asked) -> tuple[Norm, ...]:
    """The rules that prevail over duties asked about: each put in its own place as a norm that disapplies these."""
    losers: dict[str, list[str]] = {}
    found: dict[str, Norm] = {}
    for duty in asked.timely:
        for norm, subject, condition in _against(asker, asked, duty, apart=True):
            wins, loses = _order(asker, duty, norm)
            if loses and not wins:
                losers.setdefault(norm.id, []).append(duty.id)
                found[norm.id] = norm.replace(subject=subject, condition=condition)
    return tuple(n.replace(effect=Disapply(tuple(losers[n.id]))) for n in found.values())


def clashes(asker: Asker, asked: Asked, facts: Sequence[Fact], first: Sequence[Norm]) -> list[Clash]:
    """The clashes that some world with these facts has; `first` are the norms that prevail over duties."""
    groups: dict[tuple[str, bool, bool], list[tuple[Norm, Norm]]] = {}  # what stands in the way, of which duties
    told: set[frozenset[str]] = set()
    prevailing = {n.id for n in first}
    for duty in asked.timely:
        apart = not asked.who or is_of_another(asker.session.index, duty)
        for norm, subject, condition in _against(asker, asked, duty, apart):
            pair = frozenset((duty.id, norm.id))
            wins, loses = _order(asker, duty, norm)
            if pair not in told and norm.id not in prevailing and wins == loses:
                told.add(pair)
                stands = norm.replace(subject=subject, condition=condition)
                groups.setdefault((norm.id, apart, wins), []).append((duty, stands))
    found = []
    for (_, apart, mutual), some in groups.items():
        cell = asked.cell if apart else Cell(Individual((asked.who,)))
        given = facts if apart else [f for f in facts if not is_of_actor(asker.session.index, as_atom(f.atom))]
        duties, norm = tuple(d for d, _ in some), some[0][1]
        ids = {d.id for d in duties}
        stands = norm.replace(effect=Accord(CONTRARY))
        put = (stands, *_letting(asker, asked, norm, apart), *(n for n in first if n.id not in ids))
        both = laid(asker, cell, given, duties, put, opposed=True)
        if both.outcome != NO:
            found.append(Clash(duties, norm, mutual, both))
    return found


def _in_words(asker: Asker, found: Sequence[Clash]) -> str:
    """What stands in the way, when, and that neither prevails."""
    told = unique(_contrary(asker, c) for c in found)
    more = f"{len(told) - FEW} more stand in the way" if len(told) > FEW else ""
    named = " and ".join([*told[:FEW], *filter(None, [more])])
    if all(c.mutual for c in found):
        return f"{named}, and each of the {'two' if len(told) == 1 else 'rules'} is to prevail over the other"
    return f"{named}, and no rule says which prevails"


def resolved(lies: Lies, outcome: str, found: Sequence[Clash]) -> tuple[Resolution, ...]:
    """The smallest sets of choices after which a duty lies or does not, or clashes with what stands in its way."""
    every = lies.resolutions or (Resolution((), (), outcome, text="a duty"),)
    for one in (c.lies.resolutions for c in found):
        apart = [r for r in one if r.outcome != YES]
        clashing = [r.replace(outcome=OPEN, text="the rules clash") for r in one if r.outcome == YES]
        joined = [a.replace(choices=both) for a in every for b in apart if (both := _joined(a.choices, b.choices))]
        least = [r for r in joined if not any(set(o.choices) < set(r.choices) for o in joined if o.text == r.text)]
        every = unique((*clashing, *least)) if one else every
    return every if len(every) > 1 else ()


def _joined(one: tuple[Chosen, ...], other: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    """Both sets of choices, none where no text keeps to both."""
    for a, b in product(one, other):
        if a.bracket == b.bracket and ((a.stands and b.stands) if a.text != b.text else a.stands != b.stands):
            return ()
    return unique((*one, *other))


def mark(asker: Asker, found: Sequence[Clash]) -> Mark:
    """The mark on an answer in whose way something stands."""
    rules = asker.telling.in_order(p for c in found for p in (*(d.provision for d in c.duties), c.norm.provision))
    return Mark("conflicting", _in_words(asker, found), rules)


def _contrary(asker: Asker, clash: Clash) -> str:
    """ "rule 2 forbids it, if any one State Party objects to it"."""
    norm, lies = clash.norm, clash.lies
    rule = "the same rule" if norm.provision == clash.duties[0].provision else f"rule {norm.provision}"
    does = "forbids it"
    if isinstance(norm.effect, Oblige) and norm.effect.deadline is not None:
        does = f"asks for it {asker.wording.deadline(norm.effect.deadline)}"
    if lies.outcome == OPEN:
        brackets = any(m.kind == "open" for m in lies.marks)
        return f"{rule} {does} {'with some choices in brackets' if brackets else 'in some readings'}"
    word = "if" if lies.outcome == CONDITIONAL else "unless"
    return f"{rule} {does}{f', {word} {either(lies.when)}' if lies.when else ''}"


def _against(asker: Asker, asked: Asked, duty: Norm, apart: bool) -> Iterator[tuple[Norm, Formula, Formula]]:
    """The rules that can stand in the way of a duty, each with its subject and condition for whom the duty's speak of;
    `apart` where that is another than the bearer."""
    assert isinstance(duty.effect, Oblige)
    for norm in _on(asker, duty.effect.event):
        condition, times = untimed(norm)
        if isinstance(norm.effect, Forbid) and all(deadline_entails(duty.effect.deadline, t) for t in times):
            said = _said(asker, asked, norm.replace(condition=condition), apart)
            if said is not None:
                yield norm, *said
    for other in asked.duties:
        if isinstance(other.effect, Oblige) and _excludes(asker, duty.effect, other.effect):
            yield other, other.subject, other.condition


def _on(asker: Asker, event: str) -> list[Norm]:
    return [n for there in asker.session.index.by_act.get(event, {}).values() for n in there]


def _letting(asker: Asker, asked: Asked, ban: Norm, apart: bool) -> Iterator[Norm]:
    """The grants that prevail over a prohibition, as norms that disapply it."""
    for norm in _on(asker, ban.effect.act) if isinstance(ban.effect, Forbid) else ():
        if isinstance(norm.effect, Permit) and ban.id in norm.prevails:
            said = _said(asker, asked, norm, apart)
            if said is not None:
                yield norm.replace(effect=Disapply((ban.id,)), subject=said[0], condition=said[1])


def _said(asker: Asker, asked: Asked, norm: Norm, apart: bool) -> tuple[Formula, Formula] | None:
    """What a rule asks for, of whom the duties' conditions speak of; None where it is on others, or that is not
    known."""
    if not asked.who or not apart:
        return norm.subject, norm.condition
    found = [for_bearer(asker.session.index, f, asked.who) for f in (norm.subject, norm.condition)]
    subject, condition = found
    if isinstance(subject, Formula) and isinstance(condition, Formula):
        return subject, condition
    return None


def _order(asker: Asker, duty: Norm, norm: Norm) -> tuple[bool, bool]:
    """Whether a duty is put before what stands in its way, and this before the duty."""
    act = "(in its way)"
    pair = (duty.replace(effect=Permit(act), prevails=()), norm.replace(effect=Forbid(act), prevails=()))
    said = (n for n in asker.ruleset.norms if isinstance(n.effect, Prevail))
    over = {n.id: n.prevails for n in ordered(asker.ruleset.replace(norms=(*pair, *said)), []).norms}
    return norm.id in over[duty.id], duty.id in over[norm.id]


def _excludes(asker: Asker, one: Oblige, other: Oblige) -> bool:
    """Whether no time is within two duties, towards one counterpart (or one of them names none)."""
    up = asker.session.index.hierarchy.up
    if not exclude(one.deadline, other.deadline):
        return False
    return not (one.owed and other.owed) or one.owed in up(ACTOR, other.owed) or other.owed in up(ACTOR, one.owed)


__all__ = ["Asked", "Clash", "clashes", "gives_way", "mark", "resolved"]
