"""What would settle that a right lacks what it takes for granted, or that nothing is said until a body decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies.changes import Change, Drafter
from proclogic.conflicts.remedies.phrasing import exceptions
from proclogic.norms.conditions import Happens, Has, Not, ReferredTo
from proclogic.norms.formulas import atoms, both, conjuncts, pushed
from proclogic.norms.model import Forbid, Norm, Permit, Refer
from proclogic.norms.vocabulary import ACTOR
from proclogic.values import unique


def precondition(
    examination: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]
) -> Iterator[Change | None]:
    """The lower act given with the higher one, or by a sentence; where it is forbidden, an exception of one of the two
    rules."""
    grant, bans = norms[0], norms[1:]
    assert isinstance(grant.effect, Permit)
    for ban in bans:
        yield from exceptions(drafter, ban, grant)
        yield from exceptions(drafter, grant, ban)
        yield drafter.reworded(ban, _given)
    yield drafter.deleted(grant)
    acts = {a.id: a for a in examination.ruleset.vocabulary.acts}
    high = acts[grant.effect.act]
    for low in _lower(examination, finding, high.id):
        given = Permit(low, grant.effect.body if acts[low].takes_body else "")
        if not bans:
            yield drafter.respelled(grant, high.phrase, f"{acts[low].phrase} and {high.phrase}")
        yield drafter.added(
            drafter.said(grant.replace(effect=given, strength="may", limits=(), notwithstanding=(), subject_to=()))
        )
        if bans:
            ban = bans[0]
            sentence = drafter.said(
                grant.replace(effect=given, strength="may", limits=(), notwithstanding=(ban.id,), subject_to=())
            )
            yield drafter.added(sentence)


def _given(norm: Norm) -> Norm:
    """A prohibition as a grant."""
    match norm.effect:
        case Forbid(act, body, thing) if not norm.monopoly:
            return norm.replace(effect=Permit(act, body, thing), strength="may")
        case _:
            return norm


def _lower(examination: Examination, finding: Finding, high: str) -> list[str]:
    """The lower act that a finding is about."""
    name = finding.id.rpartition("/")[2]
    found = [r.act for ladder in examination.ruleset.vocabulary.ladders for r in ladder]
    return [a for a in unique(found) if f"{a}-{high}".replace(" ", "-") == name]


def pending(
    examination: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]
) -> Iterator[Change | None]:
    """A sentence that says what holds until the decision, in both ways."""
    refers = norms[0]
    assert isinstance(refers.effect, Refer)
    name = finding.id.rpartition("/")[2]
    body = refers.effect.body
    grants = [
        n
        for n in drafter.ruleset.norms
        if isinstance(n.effect, Permit) and n.effect.act.replace(" ", "-") == name and not n.via
    ]
    referred = ReferredTo(body)
    decisions = unique(
        a
        for n in grants
        for a in atoms(pushed(n.condition))
        if isinstance(a, Happens) and a.agent == body and a.count is None
    )
    until = [Not(d.replace(deadline=None)) for d in decisions]
    for grant in grants:
        assert isinstance(grant.effect, Permit)
        held = [p for p in conjuncts(pushed(grant.condition)) if isinstance(p, Has) or not _is_of_others(p)]
        for ending in ([], until) if until else ([],):
            plain = Norm("", "", grant.effect, grant.subject, both(*held, referred, *ending), strength="may")
            yield drafter.added(drafter.said(plain))
            ban = plain.replace(
                effect=Forbid(grant.effect.act, grant.effect.body, grant.effect.object),
                strength="may not",
                condition=both(referred, *ending),
            )
            yield drafter.added(drafter.said(ban))


def _is_of_others(part: object) -> bool:
    atom = part.part if isinstance(part, Not) else part
    return not isinstance(atom, Happens) or atom.agent != ACTOR


PROPOSING = {"G203": precondition, "G204": pending}
