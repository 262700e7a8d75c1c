"""Statuses that one rule gives and another denies (C104), without words on which prevails; of a higher text and a lower
one (C108). Both take effect in one world. It is then not had, but no reader can know that from the text.

Where each of the two is said to prevail over the other, `check` reports it (E310).
"""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.conflicts import meeting
from proclogic.conflicts.examining import Examination, Situation, provisions
from proclogic.conflicts.model import Finding, Witness
from proclogic.conflicts.twins import Twin, Twinned, twin
from proclogic.norms.conditions import Has
from proclogic.norms.model import LAYERS, Accord
from proclogic.norms.questions import Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Predicate

CODES = ("C104", "C108")


def find(examination: Examination) -> Iterator[Finding]:
    """The pairs, each told once."""
    predicates = {p.id: p for p in examination.ruleset.vocabulary.predicates}
    found: dict[str, tuple[Predicate, list[Twin]]] = {}
    for status, norms in examination.index.by_status.items():
        act = f"(status) {status}"
        # What is lost was had: such a rule says itself that it prevails over the one that gave it.
        twins = [twin(n, act, isinstance(n.effect, Accord)) for n in norms if n.strength != "loses"]
        if status in predicates and len({t.gives for t in twins}) == 2:
            found[act] = predicates[status], twins
    if not found:
        return
    sorts = {act: predicate.sort for act, (predicate, _) in found.items()}
    twinned = Twinned(examination, (t for _, some in found.values() for t in some), sorts)
    for act, (predicate, _) in found.items():
        yield from _of_status(examination, twinned, act, predicate)


def _of_status(examination: Examination, twinned: Twinned, act: str, predicate: Predicate) -> Iterator[Finding]:
    posed = twinned.examination.open(act)
    told: set[tuple[str, ...]] = set()
    for one, other in meeting.pairs(twinned.examination, act, posed) if posed is not None else ():
        giving, denying = twinned.twins[one.id], twinned.twins[other.id]
        cited = provisions((giving.of, denying.of))
        if cited in told or twinned.is_mutual(giving, denying):
            continue
        situation = twinned.situation(giving, denying)
        if situation is not None:
            told.add(cited)
            yield _finding(examination, twinned, predicate, giving, denying, situation)


def _finding(
    examination: Examination, twinned: Twinned, predicate: Predicate, one: Twin, other: Twin, situation: Situation
) -> Finding:
    cited = provisions((one.of, other.of))
    higher, lower = sorted((one.of, other.of), key=lambda n: LAYERS.index(n.layer))
    code = "C104" if higher.layer == lower.layer else "C108"
    text = f"rules {cited[0]} and {cited[-1]} give and deny “{predicate.phrase}”, and no words say which prevails"
    if len(cited) == 1:
        text = f"rule {cited[0]} both gives and denies “{predicate.phrase}”"
    if code == "C108":
        text = f"rule {lower.provision} ({lower.layer}) says the contrary of rule {higher.provision} ({higher.layer})"
    said = examination.saying.literal
    return Finding(
        code,
        f"{code}/{'+'.join(cited)}/{predicate.id.replace(' ', '-')}",
        text,
        (
            examination.blamed(one.of, said(Has(predicate.id), True)),
            examination.blamed(other.of, said(Has(predicate.id), False)),
        ),
        _asked(twinned, predicate, situation),
        twinned.where(one, other),
        ("Here it is not had, for what is denied is not had.",),
        norms=(one.of.id, other.of.id),
    )


def _asked(twinned: Twinned, predicate: Predicate, situation: Situation) -> Witness:
    """A situation in words, with the question whether the status is had there."""
    vocabulary = twinned.examination.ruleset.vocabulary
    cell = situation.cell.replace(act="", holds=Has(predicate.id))
    kinds = [predicate.of] if predicate.of else [k.id for k in vocabulary.kinds if k.sort == predicate.sort]
    someone = Individual(tuple(kinds[:1]))
    if predicate.sort == BODY and cell.body is None:
        cell = cell.replace(body=someone)
    elif predicate.sort == OBJECT and cell.object is None:
        cell = cell.replace(object=someone)
    elif predicate.sort == ACTOR:
        cell = cell.replace(body=None, object=None)
    return twinned.examination.witness(situation, Question("is", "", cell))
