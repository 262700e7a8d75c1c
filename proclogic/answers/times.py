"""By when somebody must do something: the times that rules set, in each reading and with each choice of brackets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.answers.cells import Asker
from proclogic.answers.choices import bracketed
from proclogic.answers.deciding import guards
from proclogic.answers.model import OPEN, Answer
from proclogic.answers.stating import by_bracket, by_reading, cited_as, contested_by, speaking_of, stated
from proclogic.norms.conditions import Deadline, Formula, Happens, Reads
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Norm, Oblige
from proclogic.norms.questions import Question
from proclogic.values import Value, unique

DUTY, CALL, TURNS = "duty", "call", "turns"  # "shall", "should", and rules that turn on the event


class _Speaks(Value):
    """What a rule says of an event: a duty, a call or that something turns on it, with the time that it sets."""

    kind: str
    provision: str
    time: Deadline | None
    read: tuple[Reads, ...]


def by_when(asker: Asker, question: Question) -> Answer:
    """The answer to "By when must NP EVENT?"."""
    event = question.event
    assert event is not None
    chosen = dict(asker.options.readings)
    rules = [
        (bracketed(norm), speaks)
        for norm in asker.ruleset.norms
        if norm.layer in asker.options.layers
        and all(chosen.get(r.dispute, r.reading) == r.reading for r in guards(norm))
        for speaks in _of_norm(norm, event)
    ]
    brackets = asker.choices.concerned(guard for guard, _ in rules)
    of_reading: dict[Reads, list[str]] = {}
    ways: dict[_Speaks, list[Formula]] = {}
    for guard, one in rules:
        ways.setdefault(one, []).append(guard)
        if one.time is not None:
            for r in one.read:
                of_reading.setdefault(r, []).append(asker.wording.deadline(one.time))
    labels = {one: label for one, of in ways.items() if (label := asker.choices.label(of)) is not None}
    times = unique(_line(asker, one, label) for one, label in labels.items() if one.time is not None)
    in_brackets = by_bracket(asker, rules, lambda stand: _told(asker, stand))
    if not times:
        speaking = [*speaking_of(asker, event), *(one.provision for one in labels)]
        words = _without_time(labels)
        if in_brackets.marks:
            words = "No rule sets a time, and whether there is a duty depends on the text not agreed"
        says = f"{words}: {asker.wording.event(event)}" + (f" ({cited_as(speaking)})." if speaking else ".")
        found = stated(asker, question, says, speaking, marks=in_brackets.marks, brackets=brackets)
        return found.replace(certainty="", resolutions=in_brackets.resolutions)
    says = "; ".join(times)
    readings = by_reading(asker, {r: (OPEN, "; ".join(unique(t))) for r, t in of_reading.items()}, "no time is set")
    turning = unique(r for m in in_brackets.marks for r in m.rules)
    return stated(
        asker,
        question,
        says[:1].upper() + says[1:] + ".",
        [*(one.provision for one in labels if one.time is not None), *turning],
        "",
        readings,
        marks=(*contested_by(asker, readings), *in_brackets.marks),
        brackets=brackets,
    ).replace(resolutions=in_brackets.resolutions)


def _of_norm(norm: Norm, event: Happens) -> Iterable[_Speaks]:
    """What a norm says of the event."""
    same = (event.event, event.agent)
    match norm.effect:
        case Oblige(name, agent, deadline) if (name, agent) == same:
            yield _Speaks(CALL if norm.strength == "should" else DUTY, norm.provision, deadline, guards(norm))
        case _:
            pass
    for atom in (a for f in (norm.subject, norm.condition) for a in atoms(f)):
        if isinstance(atom, Happens) and (atom.event, atom.agent) == same:
            yield _Speaks(TURNS, norm.provision, atom.deadline, guards(norm))


def _line(asker: Asker, one: _Speaks, keeps: str = "") -> str:
    """A time with its rule: "at least 30 days before the session (3)"."""
    assert one.time is not None
    chosen = dict(asker.options.readings)
    read = "".join(f', if read as "{r.reading}"' for r in one.read if r.dispute not in chosen)
    call = ', as a call only ("should")' if one.kind == CALL else ""
    return f"{asker.wording.deadline(one.time)}{read} ({one.provision}){call}{keeps}"


def _told(asker: Asker, stand: Sequence[_Speaks]) -> str:
    """What the rules that stand say, in words."""
    times = unique(_line(asker, one) for one in stand if one.time is not None)
    if times:
        return "; ".join(times)
    words = _without_time(stand)
    rules = unique(one.provision for one in stand if one.kind != TURNS)
    return words[:1].lower() + words[1:] + (f" ({cited_as(rules)})" if rules else "")


def _without_time(stand: Iterable[_Speaks]) -> str:
    kinds = {one.kind for one in stand}
    if DUTY in kinds:
        return "No rule sets a time for this duty"
    if CALL in kinds:
        return 'No duty, and no time: the text only calls for it ("should")'
    return "No rule sets a time, and none lays this duty"
