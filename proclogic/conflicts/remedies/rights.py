"""What would settle that a right lacks what it takes for granted, that nothing is said until a body decides, or that
nothing follows of an objection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies.changes import Change, Drafter
from proclogic.conflicts.remedies.phrasing import exceptions, parts, without
from proclogic.norms.conditions import Formula, Happens, Not, ReferredTo
from proclogic.norms.formulas import atoms, both, conjuncts, pushed
from proclogic.norms.model import Accord, Deny, Forbid, Norm, Permit, Refer
from proclogic.norms.vocabulary import ACTOR
from proclogic.values import unique

MOST = 4  # acts on which one rule is proposed


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
    yield drafter.deleted(grant, last=True)
    acts = {a.id: a for a in examination.ruleset.vocabulary.acts}
    high = acts[grant.effect.act]
    for low in _lower(examination, finding, high.id):
        given = Permit(low, grant.effect.body if acts[low].takes_body else "", acts[low].object)
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


def pending(_: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]) -> Iterator[Change | None]:
    """A sentence that says what holds until the decision, in both ways; where the matter bears on several acts, one on
    each."""
    refers = norms[0]
    assert isinstance(refers.effect, Refer)
    name, body = finding.id.rpartition("/")[2], refers.effect.body
    grants = [n for n in drafter.ruleset.norms if isinstance(n.effect, Permit) and not n.via]
    first = [n for n in grants if isinstance(n.effect, Permit) and n.effect.act.replace(" ", "-") == name]
    setting = {a for a in atoms(refers.condition) if isinstance(a, Happens)}
    ended = [n for n in grants if setting & {a for p in _denied(n) for a in atoms(p)}]
    decided = unique(
        a.replace(deadline=None)
        for n in grants
        for a in atoms(pushed(n.condition))
        if isinstance(a, Happens) and a.agent == body and a.count is None
    )
    for until in ([], [Not(d) for d in decided]) if decided else ([],):
        for gives in (True, False):
            for grant in [n for n in first if n in ended] or first:
                yield drafter.added(_until(drafter, grant, [ReferredTo(body), *until], gives))
            if 1 < len(ended) <= MOST:
                sentences = [_until(drafter, n, [ReferredTo(body), *until], gives) for n in ended]
                yield drafter.added(*unique(sentences))


def _denied(norm: Norm) -> Iterator[Formula]:
    yield from (p for p in conjuncts(pushed(norm.condition)) if isinstance(p, Not))


def _until(drafter: Drafter, grant: Norm, asked: Sequence[Formula], gives: bool) -> str:
    """That somebody may, or may not, do what a grant gives while the matter is with the body."""
    assert isinstance(grant.effect, Permit)
    act, place, thing = grant.effect.act, grant.effect.body, grant.effect.object
    made = Norm("", "", Forbid(act, place, thing), grant.subject, both(*asked), strength="may not")
    if gives:
        held = [p for p in conjuncts(pushed(grant.condition)) if _is_of_itself(p)]
        made = made.replace(effect=grant.effect, strength="may", condition=both(*held, *asked))
    return drafter.said(made)


def _is_of_itself(part: Formula) -> bool:
    """Whether a part says what somebody is, not what another does."""
    atom = part.part if isinstance(part, Not) else part
    return not isinstance(atom, Happens) or atom.agent == ACTOR


def objection(_: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]) -> Iterator[Change | None]:
    """What the objection does, said: that the right is lost, or that it stays; or the power to object left out."""
    power, lost = norms[0], norms[1:]
    assert isinstance(power.effect, Permit)
    event = power.effect.act
    for grant in lost:
        for part in parts(grant):
            made = [a.replace(deadline=None) for a in atoms(part) if isinstance(a, Happens) and a.event == event]
            if made:
                final = _ended(grant, both(*made))
                yield drafter.added(drafter.said(final)) if final is not None else None
                yield drafter.reworded(grant, partial(without, part=part))
    yield drafter.deleted(power)


def _ended(lost: Norm, condition: Formula) -> Norm | None:
    """That a right, or a status, is gone on a condition; None of a rule that gives neither."""
    match lost.effect:
        case Permit(act, place, thing):
            return Norm("", "", Forbid(act, place, thing), lost.subject, condition, strength="may not")
        case Accord(status):
            return Norm("", "", Deny(status), lost.subject, condition)
    return None


PROPOSING = {"G203": precondition, "G204": pending, "G210": objection}
