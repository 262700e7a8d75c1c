"""What would settle that somebody lacks a power, or that a body has one and no majority to use it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies.changes import Change, Drafter
from proclogic.conflicts.remedies.phrasing import joined_by
from proclogic.norms.conditions import ALWAYS, Decision, Happens, Is, Share
from proclogic.norms.formulas import atoms, both, conjuncts
from proclogic.norms.model import Classify, DecideBy, Norm, Oblige, Permit
from proclogic.norms.vocabulary import ACTOR, BODY, Event
from proclogic.values import unique


def power(_: Examination, drafter: Drafter, __: Finding, norms: Sequence[Norm]) -> Iterator[Change | None]:
    """The bearer of a duty among those who have the power; a sentence that gives it to him; the duty of one who has
    it."""
    duty, powers = norms[0], norms[1:]
    assert isinstance(duty.effect, Oblige)
    bearer = Is(ACTOR, duty.effect.agent)
    for one in powers:
        yield drafter.reworded(one, partial(joined_by, more=bearer))
    yield drafter.added(drafter.said(Norm("", "", Permit(duty.effect.event), bearer, strength="may")))
    for one in powers:
        for holder in conjuncts(one.subject):
            if isinstance(holder, Is) and holder.sort == ACTOR and holder != bearer:
                yield drafter.reworded(duty, partial(_borne_by, agent=holder.kind))


def _borne_by(norm: Norm, agent: str) -> Norm:
    return norm.replace(effect=norm.effect.replace(agent=agent)) if isinstance(norm.effect, Oblige) else norm


def majority(
    examination: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]
) -> Iterator[Change | None]:
    """A rule on the majority: of the class of matter to which the decisions belong, as a class of which a rule says it,
    as other decisions of the body, or, for example, more than half of those who vote."""
    vocabulary = examination.ruleset.vocabulary
    name = finding.id.split("/")[1]
    body = next((k for k in vocabulary.kinds if k.sort == BODY and k.id.replace(" ", "-") == name), None)
    if body is None:
        return
    known = {e.id: e for e in vocabulary.events}
    missing = [known[e] for e in unique(_decisions(norms, body.id)) if e in known and _is_open(drafter, known[e])]
    if not missing:
        return
    half = Decision("share", Share(1, 2, True, "voting", body.members))
    rules = [n.effect for n in drafter.whole.norms if isinstance(n.effect, DecideBy)]
    like = [r.decision for r in rules if r.agent == body.id]
    like += [e.decision for e in vocabulary.events if body.id in e.agents and e.decision is not None]
    usual = [half, *(d for d in unique(like) if d.kind != "any one" and d != half)]
    matters = {e.matter for e in missing}
    for decision in usual[:2]:
        if len(matters) == 1 and (matter := next(iter(matters))):
            change = _ruled(drafter, [DecideBy(decision, matter)])
        else:
            change = _ruled(drafter, [DecideBy(decision, "", e.id, body.id) for e in missing])
        yield change.for_example() if change is not None else None
    for matter in unique(r.matter for r in rules if r.matter):
        yield _ruled(drafter, [Classify(e.id, matter, body.id) for e in missing])


def _decisions(norms: Sequence[Norm], body: str) -> Iterator[str]:
    for norm in norms:
        for atom in atoms(both(norm.subject, norm.condition)):
            if isinstance(atom, Happens) and atom.agent == body and atom.count is None:
                yield atom.event
        if isinstance(norm.effect, Permit):
            yield norm.effect.act


def _is_open(drafter: Drafter, event: Event) -> bool:
    """Whether nothing says by which majority an event is decided."""
    effects = [n.effect for n in drafter.whole.norms]
    classed = {e.matter for e in effects if isinstance(e, Classify) and e.event == event.id} | {event.matter} - {""}
    known = event.decision is not None and event.decision.kind != "any one"
    return not known and not any(
        isinstance(e, DecideBy) and (e.event == event.id or e.matter in classed) for e in effects if e != ALWAYS
    )


def _ruled(drafter: Drafter, effects: Sequence[DecideBy | Classify]) -> Change | None:
    return drafter.added(*(drafter.said(Norm("", "", effect)) for effect in effects))


PROPOSING = {"G201": power, "G202": majority}
