"""What would settle that two rules say contrary things: which prevails, an exception of one, the words of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies.changes import Change, Drafter
from proclogic.conflicts.remedies.phrasing import exceptions, joined_by, time_phrases
from proclogic.conflicts.remedies.placing import leaves_something
from proclogic.norms.conditions import Is
from proclogic.norms.formulas import atoms, both
from proclogic.norms.model import LAYERS, Classify, DecideBy, Deem, Forbid, Norm, Oblige, Quorum
from proclogic.norms.vocabulary import ACTOR


def meeting(
    examination: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]
) -> Iterator[Change | None]:
    """Of a grant and a prohibition, a duty and a prohibition, two duties, a status given and denied. A lower text gives
    way to a higher one, and is the one that is changed."""
    if len(norms) != 2:
        return
    pairs = [tuple(norms), tuple(norms[::-1])]
    if finding.code == "C108":
        lower, higher = sorted(norms, key=lambda n: -LAYERS.index(n.layer))
        yield drafter.subject_to(lower, higher)
        pairs = [(lower, higher)]
    for one, other in pairs:
        if finding.code in ("C101", "C104") or (finding.code != "C108" and leaves_something(examination, one, other)):
            yield drafter.notwithstanding(one, other)
        yield from exceptions(drafter, one, other)
        yield from _as_other(drafter, one, other)
    for one, _other in pairs:
        yield drafter.deleted(one, last=True)


def _as_other(drafter: Drafter, one: Norm, other: Norm) -> Iterator[Change | None]:
    """A rule with what the other says of the same."""
    match one.effect, other.effect:
        case Oblige(deadline=a), Oblige(deadline=b) if a != b and b is not None:
            times = time_phrases(drafter, a, b) if a is not None else ()
            yield drafter.reworded(one, lambda n: n.replace(effect=n.effect.replace(deadline=b)), times)
        case Forbid(), Oblige(agent=agent) if one.monopoly:
            more = other.subject if agent == ACTOR else Is(ACTOR, agent)
            yield drafter.reworded(one, lambda n: joined_by(n, more))
        case DecideBy(before), DecideBy(decision):
            phrases = [(drafter.words.decision(before), drafter.words.decision(decision))]
            yield drafter.reworded(one, lambda n: n.replace(effect=n.effect.replace(decision=decision)), phrases)
        case Classify(), Classify(_, matter):
            yield drafter.reworded(one, lambda n: n.replace(effect=n.effect.replace(matter=matter)))
        case Quorum(), Quorum(share):
            yield drafter.reworded(one, lambda n: n.replace(effect=n.effect.replace(share=share)))
        case _:
            pass


def defined(examination: Examination, drafter: Drafter, _: Finding, norms: Sequence[Norm]) -> Iterator[Change | None]:
    """Of two definitions, or of one and a declaration: one of them left out, or an exception on a condition."""
    for norm in norms:
        yield drafter.deleted(norm, last=True)
    if len(norms) == 2:
        for one, other in (norms, norms[::-1]):
            if leaves_something(examination, one, other):
                yield drafter.notwithstanding(one, other)
            yield from exceptions(drafter, one, other)
            yield from _as_other(drafter, one, other)
        return
    norm = norms[0]
    events = {e.id: e for e in examination.ruleset.vocabulary.events}
    match norm.effect:
        case DecideBy(before, _, event) if event in events and (declared := events[event].decision) is not None:
            phrases = [(drafter.words.decision(before), drafter.words.decision(declared))]
            yield drafter.reworded(norm, lambda n: n.replace(effect=n.effect.replace(decision=declared)), phrases)
        case Classify(event) if event in events:
            yield drafter.reworded(norm, lambda n: n.replace(effect=n.effect.replace(matter=events[event].matter)))
        case _:
            pass


def deemed(_: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]) -> Iterator[Change | None]:
    """Of a class that is deemed to be one that nobody of it can be: the rule left out, or the class no longer declared
    apart."""
    norm = norms[0]
    yield drafter.deleted(norm)
    assert isinstance(norm.effect, Deem)
    kinds = {a.kind for a in atoms(both(norm.subject, norm.condition)) if isinstance(a, Is)}
    vocabulary = drafter.ruleset.vocabulary
    for group in vocabulary.disjoint:
        for kind in (k for k in group if k in kinds and norm.effect.kind in group):
            less = tuple(k for k in group if k != kind)
            if len(less) > 1:
                made = vocabulary.replace(disjoint=tuple(less if g == group else g for g in vocabulary.disjoint))
                told = (
                    ", ".join(drafter.words.kind(k, norm.effect.sort).phrase for k in some) for some in (group, less)
                )
                yield drafter.declared("at the top: " + " becomes ".join(f"“Disjoint: {one}”" for one in told), made)


PROPOSING = {
    "C101": meeting,
    "C102": meeting,
    "C103": meeting,
    "C104": meeting,
    "C108": meeting,
    "C106": defined,
    "C110": deemed,
}
