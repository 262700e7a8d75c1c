"""Powers and duties: rules on what somebody may or shall bring about."""

from __future__ import annotations

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import listed
from proclogic.norms.conditions import ALWAYS, Formula, Happens
from proclogic.norms.drafts import Draft
from proclogic.norms.formulas import opposite
from proclogic.norms.frames import Frame
from proclogic.norms.model import Forbid, Oblige, Permit
from proclogic.norms.phrases import any_of, described, qualifiers, subjects_of_sort
from proclogic.norms.vocabulary import ACTOR, Event
from proclogic.syntax.tree import Acts, NounPhrase

ITSELF = "actor"  # the agent of an event that is the actor whom the rule speaks of


def power_drafts(verb: Acts, frame: Frame, faults: list[Diagnostic]) -> list[Draft]:
    """A power is a grant of the event, so that it can be asked for like any act; a duty is an Oblige."""
    event = frame.names.events.get(verb.event)
    subjects = subjects_of_sort(frame.subjects, ACTOR, frame.names, frame.site, "does an act", faults)
    if event is None:
        faults.append(frame.site.fault("E201", f"“{verb.event}” is not declared as an event"))
    if event is None or subjects is None:
        return []
    match verb.words:
        case "may" | "only" | "is entitled to" | "may be invited to":
            return _power(verb, event, subjects, frame, faults)
        case "may not" | "shall not" | "will not" | "should not":
            return [frame.norm(Forbid(verb.event), any_of(subjects), verb.words, condition=_timely(verb))]
        case _:
            found = (_duty(verb, event, bearer, frame, faults) for bearer in subjects)
            return [draft for draft in found if draft is not None]


def _power(
    verb: Acts, event: Event, subjects: tuple[NounPhrase, ...], frame: Frame, faults: list[Diagnostic]
) -> list[Draft]:
    for one in subjects:
        if ITSELF not in event.agents and not frame.names.hierarchy.up(ACTOR, one.kind) & set(event.agents):
            faults.append(_stranger(event, one, frame))
    subject = any_of(subjects)
    strength = {"only": "may", "may be invited to": "may be invited"}.get(verb.words, verb.words)
    drafts = [frame.norm(Permit(verb.event), subject, strength, condition=_timely(verb))]
    if verb.words == "only":
        drafts.append(frame.norm(Forbid(verb.event), opposite(subject), "only", monopoly=True, limits=()))
    return drafts


def _timely(verb: Acts) -> Formula:
    """What a time adds. A power that lasts until a time is a grant on condition that the act is in time: an own step of
    whoever asks; and a prohibition for a time stands in the way of the act at that time."""
    return Happens(verb.event, ITSELF, None, verb.deadline) if verb.deadline else ALWAYS


def _duty(verb: Acts, event: Event, bearer: NounPhrase, frame: Frame, faults: list[Diagnostic]) -> Draft | None:
    """The duty of one bearer.

    Where the bearer is one of the declared agents, whoever is asked about profits from its duty, so the subject is
    everybody; where the actor itself is the agent, the duty is that of the subject.
    """
    owed = verb.owed.kind if verb.owed else ""
    if verb.owed is not None and qualifiers(verb.owed) != ALWAYS:
        faults.append(_too_much("the one to whom it is owed", verb.owed, frame))
    effect = Oblige(verb.event, bearer.kind, verb.deadline, owed)
    if bearer.kind in event.agents:
        if qualifiers(bearer) != ALWAYS:
            faults.append(_too_much("the bearer of a duty", bearer, frame))
        return frame.norm(effect, ALWAYS, verb.words)
    if ITSELF in event.agents:
        return frame.norm(effect.replace(agent=ITSELF), described(bearer), verb.words)
    faults.append(_stranger(event, bearer, frame))
    return None


def _stranger(event: Event, who: NounPhrase, frame: Frame) -> Diagnostic:
    agents = listed(["the actor" if a == ITSELF else f"“{frame.names.phrase(a)}”" for a in event.agents], "or")
    return frame.site.fault(
        "E208",
        f"“{frame.names.phrase(who.kind)}” is not declared as one who can “{event.phrase}”",
        f"the declaration says: by {agents}",
        span=who.span,
        help=(f"add it to the declaration: Event: {event.phrase}, ..., by {frame.names.phrase(who.kind)}.",),
    )


def _too_much(what: str, phrase: NounPhrase, frame: Frame) -> Diagnostic:
    return frame.site.fault(
        "E311",
        f"{what} cannot be narrowed down here: only the one whom the question is about has qualities",
        "declare a kind for these words",
        span=phrase.span,
        help=(f"declare a kind of {frame.names.phrase(phrase.kind)} and write its name here",),
    )
