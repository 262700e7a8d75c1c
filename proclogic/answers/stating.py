"""Answers that are a sentence with its provisions, not a verdict."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from proclogic.answers.cells import Asker
from proclogic.answers.choices import Rule, TooManyWays
from proclogic.answers.model import OPEN, Answer, Mark, ReadingAnswer, Resolution
from proclogic.answers.standing import what_it_means
from proclogic.answers.telling import bracket_words
from proclogic.norms.conditions import Formula, Happens, Reads
from proclogic.norms.formulas import atoms
from proclogic.norms.model import CERTAINTIES, LAYERS
from proclogic.norms.questions import Question
from proclogic.values import Value, unique


def stated(
    asker: Asker,
    question: Question,
    says: str,
    provisions: Iterable[str],
    outcome: str = "",
    readings: tuple[ReadingAnswer, ...] = (),
    arithmetic: Iterable[str] = (),
    marks: tuple[Mark, ...] = (),
    examined: tuple[str, ...] = (),
    brackets: Collection[str] = (),
) -> Answer:
    """An answer that says `says`, on these provisions; `brackets` are the ids of those that were looked at."""
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
        readings=apart(readings, marks),
        silences=asker.telling.silences(grounds),
        cited=cited,
        silence=asker.ruleset.silence,
        arithmetic=tuple(arithmetic),
        examined=(*(examined or (asker.counted(),)), *bracket_words(asker.ruleset, brackets)),
        hypothetical=any(c.layer == "hypothetical" for c in cited),
        amendments=asker.amendments.on_event(question.event, question.matter, grounds),
    )


def by_reading(asker: Asker, says: Mapping[Reads, tuple[str, str]], silent: str) -> tuple[ReadingAnswer, ...]:
    """Every reading of the disputes that are concerned, with what each says (outcome and words; `silent` for one that
    says nothing). A dispute of which one reading is followed is none here."""
    chosen = dict(asker.options.readings)
    concerned = {r.dispute for r in says} - chosen.keys()
    found = []
    for dispute in (d for d in asker.ruleset.disputes if d.id in concerned):
        for reading in dispute.readings:
            outcome, words = says.get(Reads(dispute.id, reading.name), (OPEN, silent))
            found.append(what_it_means(dispute, reading, outcome, words))
    return tuple(found)


def contested_by(asker: Asker, readings: tuple[ReadingAnswer, ...]) -> tuple[Mark, ...]:
    """The mark for the disputes whose readings that count say different things."""
    said: dict[str, set[tuple[str, str]]] = {}
    for r in readings:
        if r.standing != "minority":
            said.setdefault(r.dispute, set()).add((r.outcome, r.text))
    names = [d for d, different in said.items() if len(different) > 1]
    if not names:
        return ()
    words = "; ".join(map(asker.readings.words, names))
    return (Mark("contested", words, tuple(dict.fromkeys(map(asker.readings.provision, names)))),)


def open_by(asker: Asker, brackets: Collection[str]) -> tuple[Mark, ...]:
    """The mark for an answer that differs with these brackets."""
    if not brackets:
        return ()
    return (Mark("open", "; ".join(brackets), unique(map(asker.readings.provision, brackets))),)


class InBrackets(Value):
    """What differs with the brackets: the mark, and what each smallest set of choices leads to."""

    marks: tuple[Mark, ...] = ()
    resolutions: tuple[Resolution, ...] = ()


def by_bracket(
    asker: Asker, rules: Sequence[tuple[Formula, Rule]], told: Callable[[tuple[Rule, ...]], str]
) -> InBrackets:
    """What rules that stand under choices of brackets (their guards) come to, `told` of those that stand. Of more
    ways than can be listed there is the mark alone: the rules are told with their choices."""
    try:
        found = asker.choices.rulings(rules, told)
    except TooManyWays:
        return InBrackets(open_by(asker, asker.choices.concerned(guard for guard, _ in rules)))
    resolutions = asker.resolutions.told({("", OPEN, words, ""): sets for words, sets in found.items()})
    return InBrackets(open_by(asker, unique(c.bracket for r in resolutions for c in r.choices)), resolutions)


def cited_as(provisions: Iterable[str]) -> str:
    """Provisions within a line: "2(2), 59"."""
    return ", ".join(dict.fromkeys(provisions)) or "as declared"


def apart(readings: tuple[ReadingAnswer, ...], marks: tuple[Mark, ...]) -> tuple[ReadingAnswer, ...]:
    """The readings, with those noted whose dispute the marks name as contested."""
    words = {w for m in marks if m.kind == "contested" for w in m.detail.split("; ")}
    return tuple(r.replace(contests=(r.words or r.dispute) in words) for r in readings)


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
