"""Answers that are a sentence with its provisions, not a verdict."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.cells import Asker
from proclogic.answers.model import OPEN, Answer, Mark, ReadingAnswer
from proclogic.norms.formulas import atoms
from proclogic.norms.model import (
    CERTAINTIES,
    LAYERS,
    Happens,
    Norm,
    Question,
    Reads,
)


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
        examined=examined or (layer_words(asker.options.layers),),
        hypothetical=any(c.layer == "hypothetical" for c in cited),
    )


def layer_words(layers: tuple[str, ...]) -> str:
    """The layers that were counted: "treaty and rules"; "treaty, rules, practice"."""
    return " and ".join(layers) if len(layers) < 3 else ", ".join(layers)


def by_reading(asker: Asker, norms: Iterable[Norm], says: dict[str, str]) -> tuple[ReadingAnswer, ...]:
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


def contested_by(asker: Asker, readings: tuple[ReadingAnswer, ...]) -> tuple[Mark, ...]:
    counted = [r for r in readings if r.standing != "minority"]
    if not counted:
        return ()
    return (Mark("contested", counted[0].words, tuple(dict.fromkeys(r.provision for r in counted))),)


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
