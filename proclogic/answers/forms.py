"""The questions that are not about one cell: duties, majorities, periods, votes, priorities."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.cells import Asker
from proclogic.answers.deciding import carried
from proclogic.answers.lists import listing
from proclogic.answers.model import NO, OPEN, YES, Answer, Mark, ReadingAnswer
from proclogic.engine.facts import needed
from proclogic.norms.formulas import atoms
from proclogic.norms.model import (
    CERTAINTIES,
    LAYERS,
    DecideBy,
    Decision,
    Happens,
    Norm,
    Oblige,
    Prevail,
    Question,
    Quorum,
    Reads,
    Share,
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
            return _carried(asker, question)
        case "prevails":
            return _prevails(asker, question)
        case form:
            raise ValueError(f"no such form of question: {form}")


def _answer(
    asker: Asker,
    question: Question,
    says: str,
    provisions: Iterable[str],
    outcome: str = "",
    readings: tuple[ReadingAnswer, ...] = (),
    arithmetic: Iterable[str] = (),
    marks: tuple[Mark, ...] = (),
    **more: object,
) -> Answer:
    grounds = asker.telling.in_order(provisions)
    cited = tuple(asker.telling.cite(g) for g in grounds if g in asker.provisions)
    return Answer(
        ruleset=asker.ruleset.id,
        title=asker.ruleset.title,
        question=question.text,
        form=question.form,
        says=says,
        outcome=outcome,
        marks=marks,
        grounds=grounds,
        layers=tuple(x for x in LAYERS if any(c.layer == x for c in cited)),
        certainty=max((c.certainty for c in cited), key=CERTAINTIES.index, default=asker.ruleset.certainty),
        readings=readings,
        silences=asker.telling.silences(grounds),
        cited=cited,
        silence=asker.ruleset.silence,
        arithmetic=tuple(arithmetic),
        examined=("every layer",),
    )


def _by_reading(asker: Asker, norms: Iterable[Norm], says: dict[str, str]) -> tuple[ReadingAnswer, ...]:
    """The readings that the norms stand under, with what each says (by norm id)."""
    found = []
    for norm in norms:
        for atom in atoms(norm.guard):
            if isinstance(atom, Reads):
                reading = asker.readings.reading(atom)
                words = asker.readings.words(atom.dispute)
                provision = asker.readings.provision(atom.dispute)
                found.append(
                    ReadingAnswer(
                        atom.dispute,
                        provision,
                        words,
                        reading.name,
                        reading.authority,
                        reading.standing,
                        (),
                        OPEN,
                        says.get(norm.id, ""),
                    )
                )
    return tuple(dict.fromkeys(found))


def _contested(asker: Asker, readings: tuple[ReadingAnswer, ...]) -> tuple[Mark, ...]:
    counted = [r for r in readings if r.standing != "minority"]
    if not counted:
        return ()
    return (Mark("contested", counted[0].words, tuple(dict.fromkeys(r.provision for r in counted))),)


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
    readings = _by_reading(asker, duties, {n.id: "a duty" for n in duties})
    if not counted:
        return _answer(asker, question, f"No rule lays this duty: {clause}.", speaking_of(asker, event), NO)
    if not duties:
        says = f"No duty: the text only calls for it ({', '.join(dict.fromkeys(n.strength for n in counted))})."
        return _answer(asker, question, says, (n.provision for n in counted), NO)
    times = [
        asker.wording.deadline(n.effect.deadline) for n in duties if isinstance(n.effect, Oblige) and n.effect.deadline
    ]
    says = f"Yes: {clause}" + (f", {'; '.join(dict.fromkeys(times))}" if times else "") + "."
    free = any(not list(atoms(n.guard)) for n in duties)
    return _answer(
        asker,
        question,
        says if free else f"It depends on the reading: {clause}.",
        (n.provision for n in duties),
        YES if free else OPEN,
        readings,
        marks=() if free else _contested(asker, readings),
    )


def speaking_of(asker: Asker, event: Happens) -> list[str]:
    """The provisions whose conditions turn on the event."""
    found = [
        n.provision
        for n in asker.ruleset.norms
        if n.layer in asker.options.layers
        and any(
            isinstance(a, Happens) and (a.event, a.agent) == (event.event, event.agent)
            for f in (n.subject, n.condition)
            for a in atoms(f)
        )
    ]
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
    readings = _by_reading(asker, [n for n in norms if isinstance(n.effect, DecideBy)], {})
    return _answer(
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
        return _answer(asker, question, says, speaking)
    says = "; ".join(f"{period} ({provision})" for period, provision in found.items())
    return _answer(asker, question, says[:1].upper() + says[1:] + ".", found.values())


def _carried(asker: Asker, question: Question) -> Answer:
    numbers = dict(asker.options.numbers) | dict(question.numbers)
    lines: list[str] = []
    provisions: list[str] = []
    results: dict[str, bool] = {}
    readings: list[ReadingAnswer] = []
    quorum_known = True
    quorums = [n for n in asker.ruleset.norms if isinstance(n.effect, Quorum) and n.layer in asker.options.layers]
    for norm in quorums:
        effect = norm.effect
        assert isinstance(effect, Quorum)
        present, base = numbers.get("present"), _quorum_base(effect.share, numbers)
        label = _reading_label(norm)
        what = f"quorum to {'decide' if effect.purpose == 'decision' else 'debate'}, {norm.provision}{label}: "
        if present is None:
            continue
        provisions.append(norm.provision)
        if base is None:
            lines.append(what + f"{asker.wording.share(effect.share)} must be present; how many there are is not given")
            quorum_known = quorum_known and effect.purpose != "decision"
            continue
        least = needed(effect.share, base)
        lines.append(
            what + f"{least} of {base} must be present; {present} are: {'met' if present >= least else 'not met'}"
        )
        if effect.purpose == "decision":
            results[norm.id] = present >= least
            readings += _by_reading(asker, [norm], {norm.id: "met" if present >= least else "not met"})
    for_, against = numbers.get("for", 0), numbers.get("against", 0)
    votes: list[bool] = []
    for norm, decision in _deciders(asker, question):
        ok, told = carried(decision, for_, against)
        votes.append(ok)
        provisions.append(norm.provision)
        lines.append(f"{asker.wording.decision(decision)}, {norm.provision}: {told}")
        if numbers.get("abstaining"):
            lines.append(f"abstentions ({numbers['abstaining']}) are not votes")
    if not votes:
        return _answer(asker, question, "No rule says how this is decided.", provisions, OPEN, arithmetic=lines)
    quorum = set(results.values()) or {True}
    if not all(votes):
        says, outcome = "Not carried.", NO
    elif quorum == {False}:
        says, outcome = "No decision is possible: the quorum is not met.", NO
    elif len(quorum) > 1 or not quorum_known:
        says, outcome = "Open: whether the quorum is met depends on how it is counted.", OPEN
    else:
        says, outcome = "Carried.", YES
    marks = _contested(asker, tuple(readings)) if outcome == OPEN and readings else ()
    voting = [n.provision for n in asker.ruleset.norms if n.layer in asker.options.layers and n.provision in provisions]
    return _answer(asker, question, says, voting, outcome, tuple(dict.fromkeys(readings)), lines, marks)


def _reading_label(norm: Norm) -> str:
    names = [a.reading for a in atoms(norm.guard) if isinstance(a, Reads)]
    return f' (read as "{names[0]}")' if names else ""


def _quorum_base(share: Share, numbers: dict[str, int]) -> int | None:
    return numbers.get({"participating": "participating", "all": "parties"}.get(share.base, share.base))


def _deciders(asker: Asker, question: Question) -> list[tuple[Norm, Decision]]:
    deciding = asker.deciding
    if question.matter:
        return [(n, d) for n, d in deciding.of_matter(question.matter) if n.layer in asker.options.layers]
    if question.event is None:
        return []
    found = []
    for norm in deciding.of_event(question.event.event):
        if isinstance(norm.effect, DecideBy):
            found.append((norm, norm.effect.decision))
        else:
            found += deciding.of_matter(getattr(norm.effect, "matter", ""))
    return found


def _prevails(asker: Asker, question: Question) -> Answer:
    one, other = question.sides
    ids = {n.id: n.provision for n in asker.ruleset.norms}

    def named(side: tuple[str, ...]) -> set[str]:
        return set(side) | {ids[i] for i in side if i in ids}

    for norm in asker.ruleset.norms:
        if isinstance(norm.effect, Prevail):
            winners, losers = named(norm.effect.winners), named(norm.effect.losers)
            if one in winners and other in losers:
                return _answer(asker, question, f"{_side(one)} prevails over {_side(other)}.", (norm.provision,))
            if other in winners and one in losers:
                return _answer(asker, question, f"{_side(other)} prevails over {_side(one)}.", (norm.provision,))
    if "higher" in asker.ruleset.canons and one in LAYERS and other in LAYERS:
        high = min(one, other, key=LAYERS.index)
        low = other if high == one else one
        return _answer(
            asker, question, f"{_side(high)} prevails over {_side(low)}, by the canon that the header turns on.", ()
        )
    for winner, loser in ((one, other), (other, one)):
        beaten = {ids.get(p, p) for n in asker.ruleset.norms if n.provision == winner for p in n.prevails}
        if loser in beaten:
            return _answer(
                asker, question, f"{_side(winner)} prevails over {_side(loser)} where they clash.", (winner, loser)
            )
    return _answer(
        asker, question, f"No rule says which of the two prevails: {_side(one)} or {_side(other)}.", (), OPEN
    )


def _side(side: str) -> str:
    return f"the {side}" if side in LAYERS else f"rule {side}"
