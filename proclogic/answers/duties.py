"""Whether somebody must do something: whose duty it is, on which condition it rests, in which reading and layer."""

from __future__ import annotations

from collections.abc import Sequence

from proclogic.answers.cells import Asker
from proclogic.answers.choices import bracketed
from proclogic.answers.lying import Lies, either, laid
from proclogic.answers.model import CONDITIONAL, NO, OPEN, YES, Answer, Beside
from proclogic.answers.opposed import Asked, Clash, clashes, gives_way, mark, resolved
from proclogic.answers.other_layers import beside
from proclogic.answers.stating import speaking_of, stated
from proclogic.diagnostics.phrasing import listed
from proclogic.engine.posed import with_kinds
from proclogic.norms.conditions import Formula, Happens
from proclogic.norms.hierarchy import deadline_entails
from proclogic.norms.model import LAYERS, Norm, Oblige
from proclogic.norms.questions import Cell, Individual, Question
from proclogic.norms.vocabulary import ACTOR
from proclogic.values import unique


def must(asker: Asker, question: Question) -> Answer:
    """The answer to "Must NP EVENT?"."""
    says, lies, certain = _said(asker, question)
    outcome = lies.outcome
    found = stated(
        asker, question, says, lies.grounds, outcome, lies.readings, marks=lies.marks, brackets=lies.brackets
    )
    if not certain:
        found = found.replace(certainty="")
    resolutions = lies.resolutions
    if question.event is not None and question.event.deadline is not None:  # there may be a duty, but not in that time
        resolutions = tuple(r.replace(text=r.text.replace("no duty", "no such duty")) for r in resolutions)
    return found.replace(
        presumed=lies.presumed,
        beside=_beside(asker, question, says, outcome),
        complete=lies.complete,
        resolutions=resolutions,
    )


def _said(asker: Asker, question: Question) -> tuple[str, Lies, bool]:
    """The answer in the layers that count: in words, as a value, and whether a provision says so."""
    event = question.event
    assert event is not None
    clause = asker.wording.event(event.replace(deadline=None))
    of_event = [n for n in asker.ruleset.norms if isinstance(n.effect, Oblige) and n.effect.event == event.event]
    counted = [n for n in of_event if n.layer in asker.options.layers]
    duties = [n for n in counted if n.strength != "should"]
    timely = [n for n in duties if _in_time(n, event)]
    asked = [one for one in _asked(asker, question, duties, timely) if one.timely]
    first = [gives_way(asker, one) for one in asked]
    for one, put in zip(asked, first, strict=True):
        found = laid(asker, one.cell, question.facts, one.timely, put)
        if found.outcome != NO:
            found = found.replace(grounds=asker.telling.in_order([*found.grounds, *(n.provision for n in put)]))
            return *_opposed(asker, clause, found, one, clashes(asker, one, question.facts, put)), True
    for one, put in zip(asked, first, strict=True):
        free = laid(asker, one.cell, (), one.timely, put)
        barring = [n.provision for n in put]
        if free.outcome != NO:
            only = f" only if {either(free.when)}" if free.outcome == CONDITIONAL else ""
            only = f" only as long as not {either(free.when)}" if free.outcome == YES and free.when else only
            grounds = unique(n.provision for n in one.timely if n.provision in free.grounds) or free.grounds
            found = Lies(NO, (), asker.telling.in_order([*grounds, *barring]))
            return f"No, on the facts given: {clause}{only}.", found, True
        if put and laid(asker, one.cell, (), one.timely).outcome != NO:
            over = listed(unique(f"rule {n.provision}" for n in one.timely), "and")
            bars = listed([f"rule {p}" for p in unique(barring)], "and")
            verbs = ("forbids it, and prevails", "forbid it, and prevail")[len(set(barring)) > 1]
            grounds = asker.telling.in_order([*(n.provision for n in one.timely), *barring])
            return f"No: {bars} {verbs} over {over}.", Lies(NO, (), grounds), True
    late = [n for one in _asked(asker, question, duties) for n in one.duties if n not in timely]
    if late:
        of_provision = {
            p: _times(asker, [n for n in late if n.provision == p]) for p in unique(n.provision for n in late)
        }
        times = ", ".join(f"{times or 'without a time'} ({p})" for p, times in of_provision.items())
        brackets = asker.choices.concerned(map(bracketed, late))
        return f"No: the duty is {times}.", Lies(NO, (), tuple(of_provision), brackets=brackets), True
    called = [n for n in counted if n.strength == "should"]
    calls = [n for one in _asked(asker, question, called) for n in one.duties]
    if calls:
        words = ", ".join(dict.fromkeys(n.strength for n in calls))
        says = f"No duty: the text only calls for it ({words})."
        return says, Lies(NO, (), unique(n.provision for n in calls)), True
    if duties:
        whose = "; ".join(dict.fromkeys(f"{_bearer(asker, n)} ({n.provision})" for n in duties))
        says = f"No rule lays this duty on the one asked about. It is laid on {whose}."
        return says, Lies(NO, (), unique(n.provision for n in duties)), True
    return f"No rule lays this duty: {clause}.", Lies(NO, (), tuple(speaking_of(asker, event))), False


def _in_time(norm: Norm, event: Happens) -> bool:
    return isinstance(norm.effect, Oblige) and deadline_entails(norm.effect.deadline, event.deadline)


def _time(asker: Asker, norm: Norm) -> str:
    limit = norm.effect.deadline if isinstance(norm.effect, Oblige) else None
    return asker.wording.deadline(limit) if limit else "without a time"


def _bearer(asker: Asker, norm: Norm) -> str:
    agent = norm.effect.agent if isinstance(norm.effect, Oblige) else ACTOR
    return asker.telling.whom(norm) if agent == ACTOR else asker.wording.noun(agent)


def _asked(asker: Asker, question: Question, duties: Sequence[Norm], timely: Sequence[Norm] = ()) -> list[Asked]:
    """The duties that can be those of the one asked about, with the individual that their conditions speak of.

    Of a declared agent ("the Chair shall ...") the conditions speak of whoever is asked about; of the actor itself,
    of the bearer."""
    event = question.event
    assert event is not None
    # Given facts are about "it": the bearer, unless a declared agent is asked about.
    bearer = with_kinds(question.cell, question.facts) if question.cell else Cell(Individual((event.agent,)))
    above = frozenset().union(*(asker.session.index.hierarchy.up(ACTOR, k) for k in bearer.actor.kinds))
    named, own = [], []
    for norm in duties:
        agent = norm.effect.agent if isinstance(norm.effect, Oblige) else ""
        if agent == ACTOR:
            own += [norm] if asker.session.index.fits(norm, bearer) else []
        elif agent == event.agent or agent in above:
            named.append(norm)
    who = event.agent if event.agent != ACTOR else next(iter(bearer.actor.kinds), "")
    asked = [(Cell(Individual(())), who, named), (bearer, "", own)]
    return [Asked(cell, of, tuple(some), tuple(n for n in some if n in timely)) for cell, of, some in asked if some]


def _opposed(asker: Asker, clause: str, lies: Lies, asked: Asked, found: Sequence[Clash]) -> tuple[str, Lies]:
    """The answer where a duty can lie, with what stands in its way and neither prevails nor gives way."""
    says = _positive(asker, clause, lies, asked.timely)
    if not found:
        return says, lies
    clashing = mark(asker, found)
    stand = [c for c in found if c.lies.outcome != CONDITIONAL]
    outcome = OPEN if stand and lies.outcome == YES else lies.outcome
    if stand and lies.outcome == YES:
        duties = stand[0].duties
        what = ", ".join(filter(None, (clause, _times(asker, duties))))
        by = listed(unique(f"rule {d.provision}" for d in duties), "and")
        clash = "clash" if any(c.lies.outcome == YES for c in stand) else "may clash"
        says = f"The rules {clash}: {what} ({by}), but {clashing.detail}."
    else:
        says = f"{says.removesuffix('.')}; but {clashing.detail}."
    unsettled = [c.lies for c in found if c.lies.outcome == OPEN]
    return says, lies.replace(
        outcome=outcome,
        grounds=asker.telling.in_order([*lies.grounds, *clashing.rules]),
        marks=unique((clashing, *lies.marks, *(m for x in unsettled for m in x.marks))),
        readings=unique((*lies.readings, *(r for x in unsettled for r in x.readings))),
        resolutions=resolved(lies, lies.outcome, stand),
        complete=lies.complete and all(c.lies.complete for c in found),
    )


def _positive(asker: Asker, clause: str, lies: Lies, duties: Sequence[Norm]) -> str:
    what = ", ".join(filter(None, (clause, _times(asker, [n for n in duties if n.provision in lies.grounds]))))
    brackets = any(m.kind == "open" for m in lies.marks)
    match lies.outcome:
        case "yes" if brackets:
            return f"Yes: {what}; what would end the duty depends on the text not agreed."
        case "yes":
            return f"Yes: {what}{f', unless {either(lies.when)}' if lies.when else ''}."
        case "conditional" if not brackets:
            return f"It depends: {what}, if {either(lies.when)}."
        case _:
            return f"It depends on {'the text not agreed' if brackets else 'the reading'}: {what}."


def _times(asker: Asker, duties: Sequence[Norm]) -> str:
    """The times of duties, each with the choices of brackets under which it stands."""
    guards: dict[str, list[Formula]] = {}
    for norm in duties:
        guards.setdefault(_time(asker, norm), []).append(bracketed(norm))
    told = {time: asker.choices.label(found) for time, found in guards.items()}
    timed = [f"{time}{label}" for time, label in told.items() if label is not None and time != "without a time"]
    return "; ".join(timed)


def _beside(asker: Asker, question: Question, says: str, outcome: str) -> tuple[Beside, ...]:
    """What each further layer would add, under its own name."""
    event = question.event
    assert event is not None
    found = []
    for layer in LAYERS:
        text = asker.whole.counting((*asker.options.layers, layer))
        speaks = text is not asker.ruleset or any(
            n.layer == layer and isinstance(n.effect, Oblige) and n.effect.event == event.event for n in text.norms
        )
        if layer in asker.options.layers or not speaks:
            continue
        wider = Asker(asker.whole, asker.options.replace(layers=(*asker.options.layers, layer)))
        wider.numbers.update(asker.numbers)
        other, lies, _ = _said(wider, question)
        known = wider.provisions
        fresh = tuple(g for g in lies.grounds if g in known and known[g].layer == layer)
        if text is not asker.ruleset:  # what it amends may leave no ground at all
            counted = asker.amendments.on_event(event, "", ())
            amended = wider.amendments.on_event(event, "", lies.grounds)
            fresh = fresh or unique(a.provision for a in amended if a not in counted)
        if fresh and (other, lies.outcome) != (says, outcome):
            found.append(beside(text, layer, lies.outcome, other.rstrip("."), fresh))
    return tuple(found)
