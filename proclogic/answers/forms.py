"""The questions that are not about one cell: duties, majorities, periods, votes, priorities."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.cells import Asker
from proclogic.answers.lists import listing
from proclogic.answers.model import NO, OPEN, YES, Answer
from proclogic.answers.problems import unknown_rule
from proclogic.answers.stating import by_reading, contested_by, speaking_of, stated
from proclogic.answers.votes import vote
from proclogic.norms.formulas import atoms
from proclogic.norms.hierarchy import deadline_entails
from proclogic.norms.model import (
    LAYERS,
    DecideBy,
    Happens,
    Norm,
    Oblige,
    Prevail,
    Question,
)


def other_form(asker: Asker, question: Question) -> Answer:
    """The answer to a question of any form but "may" and "is"."""
    match question.form:
        case "who" | "what" | "where":
            return listing(asker, question)
        case "must":
            return _must(asker, question)
        case "majority":
            return _majority(asker, question)
        case "when":
            return _when(asker, question)
        case "carried":
            return vote(asker, question)
        case "prevails":
            return _prevails(asker, question)
        case form:
            raise ValueError(f"no such form of question: {form}")


def _must(asker: Asker, question: Question) -> Answer:
    event = question.event
    assert event is not None
    found = [
        n
        for n in asker.ruleset.norms
        if isinstance(n.effect, Oblige) and (n.effect.event, n.effect.agent) == (event.event, event.agent)
    ]
    counted = [n for n in found if n.layer in asker.options.layers]
    duties = [n for n in counted if n.strength != "should"]
    clause = asker.wording.event(event)
    if not counted:
        return stated(asker, question, f"No rule lays this duty: {clause}.", speaking_of(asker, event), NO)
    if not duties:
        says = f"No duty: the text only calls for it ({', '.join(dict.fromkeys(n.strength for n in counted))})."
        return stated(asker, question, says, (n.provision for n in counted), NO)
    in_time = [
        n for n in duties if isinstance(n.effect, Oblige) and deadline_entails(n.effect.deadline, event.deadline)
    ]
    if not in_time:
        times = _times(asker, duties)
        plain = asker.wording.event(event.replace(deadline=None))
        says = f"Not by then: {plain}, {'; '.join(times) if times else 'and no rule says by when'}."
        return stated(asker, question, says, (n.provision for n in duties), NO)
    duties = in_time
    readings = by_reading(asker, duties, {n.id: "a duty" for n in duties})
    times = [] if event.deadline is not None else _times(asker, duties)
    says = f"Yes: {clause}" + (f", {'; '.join(times)}" if times else "") + "."
    free = any(not list(atoms(n.guard)) for n in duties)
    return stated(
        asker,
        question,
        says if free else f"It depends on the reading: {clause}.",
        (n.provision for n in duties),
        YES if free else OPEN,
        readings,
        marks=() if free else contested_by(asker, readings),
    )


def _times(asker: Asker, duties: Iterable[Norm]) -> list[str]:
    """When duties have to be done, in words."""
    effects = [n.effect for n in duties]
    found = [asker.wording.deadline(e.deadline) for e in effects if isinstance(e, Oblige) and e.deadline]
    return list(dict.fromkeys(found))


def _majority(asker: Asker, question: Question) -> Answer:
    deciding = asker.deciding
    if question.matter:
        entries = [deciding._entry(d, (n.provision,), n.layer) for n, d in deciding.of_matter(question.matter)]
        about, speaking = f"a matter of {asker.wording.others[question.matter].phrase}", []
    else:
        assert question.event is not None
        entries = list(deciding.rules(question.event))
        about, speaking = asker.wording.event(question.event), speaking_of(asker, question.event)
    counted = [e for e in entries if e.layer in asker.options.layers]
    lines = []
    for entry in entries:
        where = "" if entry.layer in asker.options.layers else f"in {entry.layer}: "
        lines.append(f"{where}{entry.decision} ({_rules(entry.rules)}); prevented by {entry.prevent}")
    if not entries:
        says = f"No rule says by which majority: {about}."
    elif not counted:
        says = f"The rules give no majority ({_rules(speaking)}). " + "; ".join(lines).capitalize() + "."
    else:
        says = "; ".join(lines)
        says = says[:1].upper() + says[1:] + "."
    norms = [n for n in asker.ruleset.norms if n.provision in {r for e in entries for r in e.rules}]
    readings = by_reading(asker, [n for n in norms if isinstance(n.effect, DecideBy)], {})
    return stated(
        asker,
        question,
        says,
        [*speaking, *(r for e in entries for r in e.rules)],
        readings=readings,
        arithmetic=[f"to make: {e.make}; to prevent: {e.prevent}" for e in entries] if asker.numbers else (),
    )


def _rules(provisions: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(provisions)) or "as declared"


def _when(asker: Asker, question: Question) -> Answer:
    event = question.event
    assert event is not None
    found: dict[str, str] = {}
    for norm in asker.ruleset.norms:
        if norm.layer not in asker.options.layers:
            continue
        match norm.effect:
            case Oblige(name, agent, deadline) if deadline and (name, agent) == (event.event, event.agent):
                found[asker.wording.deadline(deadline)] = norm.provision
            case _:
                pass
        for atom in (a for f in (norm.subject, norm.condition) for a in atoms(f)):
            if isinstance(atom, Happens) and (atom.event, atom.agent) == (event.event, event.agent) and atom.deadline:
                found[asker.wording.deadline(atom.deadline)] = norm.provision
    speaking = speaking_of(asker, event)
    if not found:
        says = f"No rule sets a time: {asker.wording.event(event)}" + (f" ({_rules(speaking)})." if speaking else ".")
        return stated(asker, question, says, speaking)
    says = "; ".join(f"{period} ({provision})" for period, provision in found.items())
    return stated(asker, question, says[:1].upper() + says[1:] + ".", found.values())


def _prevails(asker: Asker, question: Question) -> Answer:
    one, other = question.sides
    for side in (one, other):
        if side not in LAYERS and not _of(asker, side):
            raise unknown_rule(side, [p.number for p in asker.ruleset.provisions])
    norms = {n.id: n for n in asker.ruleset.norms}
    for norm in asker.ruleset.norms:
        if isinstance(norm.effect, Prevail):
            winners, losers = (
                {p for w in side for p in _provisions(norms, w)} for side in (norm.effect.winners, norm.effect.losers)
            )
            for high, low in ((one, other), (other, one)):
                if _of(asker, high) & winners and _of(asker, low) & losers:
                    return stated(asker, question, f"{_side(high)} prevails over {_side(low)}.", (norm.provision,), YES)
    if "higher" in asker.ruleset.canons and one in LAYERS and other in LAYERS:
        high, low = sorted((one, other), key=LAYERS.index)
        says = f"{_side(high).capitalize()} prevails over {_side(low)}, by the canon that the header turns on."
        return stated(asker, question, says, (), YES)
    for winner, loser in ((one, other), (other, one)):
        pairs = [
            (n.provision, norms[i].provision)
            for n in asker.ruleset.norms
            if n.provision in _of(asker, winner)
            for i in n.prevails
            if i in norms and norms[i].provision in _of(asker, loser)
        ]
        if pairs:
            says = f"{_side(winner).capitalize()} prevails over {_side(loser)} where they clash."
            return stated(asker, question, says, [p for pair in pairs for p in pair], YES)
    says = f"No rule says which of the two prevails: {_side(one)} or {_side(other)}."
    return stated(asker, question, says, (), OPEN)


def _provisions(norms: dict[str, Norm], name: str) -> tuple[str, ...]:
    """A side of a priority as the provisions or the layer it names."""
    return (norms[name].provision,) if name in norms else (name,)


def _of(asker: Asker, side: str) -> set[str]:
    """The layer, or the provisions that a number covers: the number itself and all below it."""
    if side in LAYERS:
        return {side}
    numbers = [p.number for p in asker.ruleset.provisions] + [n.provision for n in asker.ruleset.norms]
    return {n for n in numbers if n == side or (n.startswith(side) and n[len(side) :].startswith("("))}


def _side(side: str) -> str:
    return f"the {side}" if side in LAYERS else f"rule {side}"
