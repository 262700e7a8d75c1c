"""What would settle that a rule has no use: it goes, or loses the condition that cannot be; or what stops it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies.changes import Change, Drafter
from proclogic.conflicts.remedies.phrasing import exceptions, parts, without
from proclogic.norms.conditions import Happens, Has, Is
from proclogic.norms.formulas import atoms, both, conjuncts, either
from proclogic.norms.model import Accord, Disapply, Norm
from proclogic.norms.vocabulary import ACTOR, BODY, Predicate
from proclogic.values import unique


def never_applies(
    examination: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]
) -> Iterator[Change | None]:
    """The rule without one of its conditions; a rule that decides on them without one of its own; the rule deleted."""
    blamed = {b.provision for b in finding.blamed}
    own = {n.provision for n in norms}
    giving = [n for n in drafter.ruleset.norms if n.provision in blamed - own and not n.via]
    for norm in [*norms, *giving]:
        for part in parts(norm):
            yield drafter.reworded(norm, partial(without, part=part))
    yield drafter.deleted(norms[0])


def never_prevails(_: Examination, drafter: Drafter, __: Finding, norms: Sequence[Norm]) -> Iterator[Change | None]:
    """The rule deleted, or put first; what stops it with an exception, or deleted."""
    norm, stopping = norms[0], norms[1:]
    yield drafter.deleted(norm)
    for other in stopping:
        gone = {n.id for n in drafter.ruleset.norms if n.provision == norm.provision}
        yield drafter.reworded(other, partial(_not_over, gone=gone))
        yield from exceptions(drafter, other, norm)
        yield drafter.deleted(other)
        if not isinstance(other.effect, Disapply):
            yield drafter.notwithstanding(norm, other)


def _not_over(norm: Norm, gone: set[str]) -> Norm:
    if isinstance(norm.effect, Disapply):
        return norm
    return norm.replace(notwithstanding=tuple(i for i in norm.notwithstanding if i not in gone))


def redundant(_: Examination, drafter: Drafter, __: Finding, norms: Sequence[Norm]) -> Iterator[Change | None]:
    """The sentence left out."""
    norm = norms[0]
    if norm.via and norm.via[-1] != norm.provision:
        names = {n.id for n in norms}
        rest = [n for n in drafter.whole.norms if n.via[-1:] == norm.via[-1:] and n.id not in names]
        if not rest:
            yield drafter.sentences_left_out(norm.via[-1], names)
        return
    if {n.id for n in norms} >= {n.id for n in drafter.sentence(norm)}:
        yield drafter.deleted(norm)


def never_given(
    examination: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]
) -> Iterator[Change | None]:
    """The status declared as a quality; a rule that gives it; or rules that do not ask for it."""
    vocabulary = examination.ruleset.vocabulary
    given = {n.effect.status for n in drafter.whole.norms if isinstance(n.effect, Accord)}
    asked = [a.predicate for n in norms for a in atoms(both(n.subject, n.condition)) if isinstance(a, Has)]
    status = next(
        (p for p in vocabulary.predicates if p.role == "status" and p.id in asked and p.id not in given), None
    )
    if status is None:
        return
    asking = [n for n in drafter.whole.norms if Has(status.id) in set(atoms(both(n.subject, n.condition)))]
    for norm in norms if len(asking) == 1 else ():
        for part in parts(norm):
            if Has(status.id) in set(atoms(part)):
                yield drafter.reworded(norm, partial(without, part=part))
    yield _as_quality(drafter, status)
    if status.sort != ACTOR:
        return
    bodies = {k.id for k in vocabulary.kinds if k.sort == BODY and k.members}
    deciding = [e for e in vocabulary.events if "it" in e.phrase.split() and bodies & set(e.agents) and e.decision]
    kinds = unique(p for n in asking for p in conjuncts(n.subject) if isinstance(p, Is) and p.sort == ACTOR)
    for event in deciding[:1] if kinds else ():
        agent = next(a for a in event.agents if a in bodies)
        words = "has" if status.form == "has" else "is"
        made = Norm("", "", Accord(status.id), either(*kinds), Happens(event.id, agent), strength=words)
        change = drafter.added(drafter.said(made))
        yield change.for_example() if change is not None else None


def _as_quality(drafter: Drafter, status: Predicate) -> Change:
    """The status declared as what a question may say, and no rule gives."""
    vocabulary = drafter.ruleset.vocabulary
    made = tuple(p.replace(role="quality") if p == status else p for p in vocabulary.predicates)
    has = "has " if status.form == "has" else ""
    return drafter.declared(
        f"declare “{status.phrase}” as a quality: “Quality: {has}{status.phrase}”", vocabulary.replace(predicates=made)
    )


PROPOSING = {
    "G207": never_applies,
    "G208": never_prevails,
    "G209": redundant,
    "W402": never_given,
    "W404": never_applies,
}
