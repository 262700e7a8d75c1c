"""The questions that are not about one cell: duties, majorities, periods, votes, priorities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.answers.cells import Asker
from proclogic.answers.deciding import Ruled, guards
from proclogic.answers.lists import listing
from proclogic.answers.model import OPEN, YES, Answer
from proclogic.answers.problems import unknown_rule
from proclogic.answers.stating import by_reading, contested_by, speaking_of, stated
from proclogic.answers.votes import vote
from proclogic.norms.conditions import Deadline, Decision, Happens, Reads
from proclogic.norms.formulas import atoms
from proclogic.norms.model import LAYERS, Norm, Oblige, Prevail
from proclogic.norms.questions import Question


def other_form(asker: Asker, question: Question) -> Answer:
    """The answer to a question of any form but "may" and "is"."""
    match question.form:
        case "who" | "what" | "where":
            return listing(asker, question)
        case "must":
            from proclogic.answers.duties import must  # no other question needs it

            return must(asker, question)
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


def _majority(asker: Asker, question: Question) -> Answer:
    deciding, counting = asker.deciding, asker.options.layers
    ruled = deciding.ruled(question.event, question.matter)
    if question.matter:
        about, speaking = f"a matter of {asker.wording.others[question.matter].phrase}", []
    else:
        assert question.event is not None
        about, speaking = asker.wording.event(question.event), speaking_of(asker, question.event)
    if question.event is not None and question.event.count is not None:
        ruled = [Ruled(Decision("share", question.event.count), (), asker.ruleset.layer)]
    ruled = sorted(ruled, key=lambda r: LAYERS.index(r.layer))
    entries = list(dict.fromkeys(map(deciding.entry, ruled)))
    lines = []
    for entry in entries:
        where = "" if entry.layer in counting else f"in {entry.layer}: "
        lines.append(f"{where}{entry.decision} ({_rules(entry.rules)}); prevented by {entry.prevent}")
    if not entries:
        says = f"No rule says by which majority: {about}."
    elif not any(e.layer in counting for e in entries):
        says = f"The rules give no majority ({_rules(speaking)}). " + "; ".join(lines).capitalize() + "."
    else:
        says = "; ".join(lines)
        says = says[:1].upper() + says[1:] + "."
    readings = by_reading(asker, _by_each_reading(asker, [r for r in ruled if r.layer in counting]), NO_MAJORITY)
    found = stated(
        asker,
        question,
        says,
        [*speaking, *(r for e in entries for r in e.rules)],
        readings=readings,
        arithmetic=[f"to make: {e.make}; to prevent: {e.prevent}" for e in entries] if asker.numbers else (),
        marks=contested_by(asker, readings),
        examined=(f"{asker.counted()} counted, other layers named as such",),
    )
    return found if entries else found.replace(certainty="")


NO_MAJORITY = "no majority is given"


def _by_each_reading(asker: Asker, ruled: Sequence[Ruled]) -> dict[Reads, tuple[str, str]]:
    """What each reading says on the majority: all rules that can stand with it."""
    found: dict[Reads, tuple[str, str]] = {}
    names = {r.dispute for one in ruled for r in one.read}
    for dispute in (d for d in asker.ruleset.disputes if d.id in names):
        for reading in dispute.readings:
            with_it = Reads(dispute.id, reading.name)
            words = [
                asker.wording.decision(one.decision) + asker.deciding.label(one.replace(read=rest))
                for one in ruled
                if all(r == with_it for r in one.read if r.dispute == dispute.id)
                for rest in [tuple(r for r in one.read if r.dispute != dispute.id)]
            ]
            found[with_it] = OPEN, "; ".join(dict.fromkeys(words)) or NO_MAJORITY
    return found


def _rules(provisions: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(provisions)) or "as declared"


def _when(asker: Asker, question: Question) -> Answer:
    event = question.event
    assert event is not None
    chosen = dict(asker.options.readings)
    found: dict[tuple[str, str], None] = {}
    of_reading: dict[Reads, list[str]] = {}
    duties: list[str] = []
    for norm in asker.ruleset.norms:
        read = guards(norm)
        if norm.layer not in asker.options.layers or any(chosen.get(r.dispute, r.reading) != r.reading for r in read):
            continue
        times: list[Deadline] = []
        match norm.effect:
            case Oblige(name, agent, deadline) if (name, agent) == (event.event, event.agent):
                duties.append(norm.provision)
                times += [deadline] if deadline else []
            case _:
                pass
        for atom in (a for f in (norm.subject, norm.condition) for a in atoms(f)):
            if isinstance(atom, Happens) and (atom.event, atom.agent) == (event.event, event.agent) and atom.deadline:
                times.append(atom.deadline)
        label = "".join(f', if read as "{r.reading}"' for r in read if r.dispute not in chosen)
        for time in times:
            found[asker.wording.deadline(time) + label, norm.provision] = None
            for r in read:
                of_reading.setdefault(r, []).append(asker.wording.deadline(time))
    speaking = [*speaking_of(asker, event), *duties]
    if not found:
        says = f"No rule sets a time: {asker.wording.event(event)}" + (f" ({_rules(speaking)})." if speaking else ".")
        return stated(asker, question, says, speaking).replace(certainty="")
    says = "; ".join(f"{period} ({provision})" for period, provision in found)
    readings = by_reading(asker, {r: (OPEN, "; ".join(t)) for r, t in of_reading.items()}, "no time is set")
    provisions = [provision for _, provision in found]
    marks = contested_by(asker, readings)
    return stated(asker, question, says[:1].upper() + says[1:] + ".", provisions, "", readings, marks=marks)


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
