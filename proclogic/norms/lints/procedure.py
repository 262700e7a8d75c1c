"""Lints on what follows from acts: deadlines, objections, referrals, powers."""

from __future__ import annotations

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Deadline, Happens, Is, Or
from proclogic.norms.formulas import atoms, conjuncts
from proclogic.norms.lints.drafted import Drafted, finding, once, together
from proclogic.norms.model import Accord, Norm, Oblige, Permit, Refer
from proclogic.norms.names import cite
from proclogic.norms.vocabulary import BODY


def deadlines_without_effect(text: Drafted) -> list[Diagnostic]:
    """W531: a duty has a deadline, and no rule, and no reading, turns on whether it was kept, or on the act not being
    done."""
    dated = {a.event for _, a, yes in text.happenings if a.deadline is not None or not yes}
    return once(
        (
            finding(
                "W531",
                norm,
                f"{cite(norm.provision)} fixes a time, and no rule says what follows when it is not kept",
                "what is late: is it void, or only late?",
                f"say what follows: ... if {_done(text, norm.effect, norm.effect.deadline)} ...",
            )
            for norm in text.norms
            if isinstance(norm.effect, Oblige)
            and norm.effect.deadline is not None
            and norm.strength in ("shall", "will")
            and norm.effect.event not in dated
        ),
        lambda d: d.place,
    )


def _done(text: Drafted, duty: Oblige, deadline: Deadline) -> str:
    """That a duty is done in time."""
    event, moment = text.names.events.get(duty.event), text.names.words.get(deadline.moment)
    unit = deadline.unit if deadline.amount == 1 else f"{deadline.unit}s"
    before = f"{deadline.bound} {deadline.amount:,} {unit} {deadline.side}"
    anchor = f"{moment.article} {moment.phrase}".strip() if moment else deadline.moment
    return f"{text.names.phrase(duty.agent)} {event.third if event else duty.event} {before} {anchor}"


def objections_without_end(text: Drafted) -> list[Diagnostic]:
    """W532: an act of any one of a class ends a right or a status, and no rule says by when it must be done."""
    dated = {a.event for _, a, _ in text.happenings if a.deadline is not None}
    found = [
        finding(
            "W532",
            norm,
            f"no rule says by when {text.names.phrase(act.agent)} can “{_phrase(text, act)}”",
            "as long as that can be done, this is not safe",
            f"give a time: ... may {_phrase(text, act)} not later than ... before ...",
        )
        for norm, act in _vetoes(text)
        if act.event not in dated
    ]
    return once(found, lambda d: d.message)


def objections_of_which_nothing_follows(text: Drafted) -> list[Diagnostic]:
    """W533: a right or a status ends where any one of a class acts, and no rule on the same people, and no reading,
    says what then."""
    spoken: dict[str, list[Norm]] = {}
    for norm, act, yes in text.happenings:
        if yes and getattr(norm.effect, "act", "") != act.event:
            spoken.setdefault(act.event, []).append(norm)
    found = [
        finding(
            "W533",
            norm,
            f"no rule says what holds after somebody comes to “{_phrase(text, act)}”",
            "the sentence speaks of the other case only",
            "say who decides then, and what holds meanwhile: The matter of ... is referred to ... if ...",
        )
        for norm, act in _vetoes(text)
        if not any(_can_meet(text, norm, other) for other in spoken.get(act.event, ()))
    ]
    return once(found, lambda d: d.message)


def _can_meet(text: Drafted, one: Norm, other: Norm) -> bool:
    """Whether two norms can be on the same people, by their kinds."""
    down = text.names.hierarchy.down
    mine, theirs = (
        [a for p in conjuncts(n.subject) for a in (p.parts if isinstance(p, Or) else (p,)) if isinstance(a, Is)]
        for n in (one, other)
    )
    if not (mine and theirs):
        return True
    return any(a.sort == b.sort and down(a.sort, a.kind) & down(b.sort, b.kind) for a in mine for b in theirs)


def _vetoes(text: Drafted) -> list[tuple[Norm, Happens]]:
    """The norms that give a status or an act unless one of a class of several acts, with that act. Where a
    power or a right of a body ends so, nothing is missing: what it would change stays as it is."""
    own = {n.id for n in text.norms}
    return [
        (norm, act)
        for norm, act, yes in text.happenings
        if not yes and norm.id in own and _gives(text, norm) and _is_class(text, act.agent)
    ]


def _gives(text: Drafted, norm: Norm) -> bool:
    if isinstance(norm.effect, Permit):
        bodies = text.names.hierarchy.kinds.get(BODY, ())
        return norm.effect.act in text.names.acts and not any(
            isinstance(a, Is) and a.kind in bodies for a in atoms(norm.subject)
        )
    return isinstance(norm.effect, Accord)


def _is_class(text: Drafted, agent: str) -> bool:
    kind = text.names.kind("actor", agent)
    return kind is not None and not kind.sole and text.names.kind("body", agent) is None


def _phrase(text: Drafted, act: Happens) -> str:
    event = text.names.events.get(act.event)
    return event.phrase if event else act.event


def referrals_without_decision(text: Drafted) -> list[Diagnostic]:
    """W534: a matter is referred to a body, and no rule turns on any act of that body."""
    acting = {a.agent for _, a, _ in text.happenings}
    return once(
        finding(
            "W534",
            norm,
            f"the matter goes to {text.names.phrase(norm.effect.body)}, and no rule says what it can decide",
            "what follows from its decision?",
            f"write what its decision gives: ... may ... if {text.names.phrase(norm.effect.body)} decides ...",
        )
        for norm in text.norms
        if isinstance(norm.effect, Refer) and norm.effect.body not in acting
    )


def overrides_without_power(text: Drafted) -> list[Diagnostic]:
    """W535: a rule holds unless a body acts; of this event the text says elsewhere who may do it, and not this body."""
    powers: dict[str, list[Norm]] = {}
    for norm in text.ruleset.norms:
        if isinstance(norm.effect, Permit) and norm.effect.act in text.names.events:
            powers.setdefault(norm.effect.act, []).append(norm)
    found: list[Diagnostic] = []
    for norm in text.norms:
        for atom in atoms(norm.condition):
            if not isinstance(atom, Happens) or text.names.kind("body", atom.agent) is None:
                continue
            given = [n for n in powers.get(atom.event, ()) if together(n, norm)]
            up = text.names.hierarchy.up("actor", atom.agent)
            named = [{a.kind for a in atoms(n.subject) if hasattr(a, "kind")} for n in given]
            if given and all(kinds and not kinds & up for kinds in named):
                found.append(
                    finding(
                        "W535",
                        norm,
                        f"this rule turns on an act of {text.names.phrase(atom.agent)}, and "
                        f"{cite(given[0].provision)} gives the power to “{_phrase(text, atom)}” to others only",
                        "whose act is meant?",
                        f"give it the power, or name the one who has it: {text.names.phrase(atom.agent)} may ...",
                        beside=(given[0], "the power"),
                    )
                )
    return once(found)


def times_that_run_the_other_way(text: Drafted) -> list[Diagnostic]:
    """W536: at most 30 days before (which is: not earlier), or a duty at least 30 days after: most readers look for the
    last day. A right after a time of waiting (if it waits at least 30 days) is clear."""
    found: list[Diagnostic] = []
    for norm in text.norms:
        times: list[Deadline] = [a.deadline for a in atoms(norm.condition) if isinstance(a, Happens) and a.deadline]
        if isinstance(norm.effect, Oblige) and norm.effect.deadline is not None:
            times.append(norm.effect.deadline)
        for time in times:
            waiting = (time.bound, time.side) == ("at least", "after") and isinstance(norm.effect, Oblige)
            if not waiting and (time.bound, time.side) != ("at most", "before"):
                continue
            amount = f"{time.amount} {time.unit}{'' if time.amount == 1 else 's'}"
            edge = "not earlier than" if time.side == "before" else "only when the time has passed:"
            found.append(
                finding(
                    "W536",
                    norm,
                    f"“{time.bound} {amount} {time.side}” means: {edge} {amount} {time.side}",
                    "most readers look for the last day, and this is the first",
                    f"for the last day write: {'at least' if time.side == 'before' else 'within'} {amount} {time.side}",
                )
            )
    return once(found)
