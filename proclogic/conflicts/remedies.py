"""Changes that would settle a finding. Each is made and the result examined: it is told where the finding is gone,
none is added, and every rule still has an effect somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proclogic.conflicts import meeting, redundant
from proclogic.conflicts.examining import Examination, effective
from proclogic.conflicts.model import Finding
from proclogic.conflicts.placing import settling
from proclogic.norms.conditions import Not
from proclogic.norms.formulas import both
from proclogic.norms.model import Disapply, Norm, Permit, Prevail, Ruleset

Change = tuple[str, dict[str, Norm]]  # in words, and the norms as they would be


def tried(examination: Examination, finding: Finding) -> tuple[str, ...]:
    """The changes that settle a finding, in words."""
    norms = [examination.norms[n] for n in finding.norms if n in examination.norms]
    if finding.code in redundant.CODES:
        return _left_out(examination, norms)
    if not (finding.code in meeting.CODES and len(norms) == 2 and isinstance(norms[0].effect, Permit)):
        return tuple(settling(examination, finding))
    return tuple(
        words for words, changed in _changes(examination, norms[0], norms[1]) if _settles(examination, finding, changed)
    )


def _changes(examination: Examination, grant: Norm, ban: Norm) -> Iterator[Change]:
    """That one or the other prevails; that the grant excepts what the prohibition is about."""
    for first, second in ((grant, ban), (ban, grant)):
        freed = tuple(x for x in second.prevails if x != first.id)
        yield (
            f"rule {first.provision}: add “notwithstanding rule {second.provision}”",
            {
                first.id: first.replace(
                    prevails=(*first.prevails, second.id), notwithstanding=(*first.notwithstanding, second.id)
                ),
                second.id: second.replace(prevails=freed),
            },
        )
    excepted = Not(examination.index.requirement(ban))
    yield (
        f"rule {grant.provision}: except what rule {ban.provision} forbids",
        {grant.id: grant.replace(condition=both(grant.condition, excepted))},
    )


def _settles(examination: Examination, finding: Finding, changed: dict[str, Norm]) -> bool:
    """Whether the ruleset as changed has no such finding on the acts of these norms, and all of them have an effect."""
    ruleset: Ruleset = examination.ruleset
    norms = tuple(changed.get(n.id, n) for n in ruleset.norms)
    after = Examination(ruleset.replace(norms=norms), examination.asker.options)
    ids = set(finding.norms)
    acts = [a for a in after.acts() if ids & {n.id for n in after.on(a)}]
    before = {frozenset((g.id, b.id)) for a in acts for g, b in _pairs(examination, a)}
    now = {frozenset((g.id, b.id)) for a in acts for g, b in _pairs(after, a)}
    if frozenset(ids) in now or not now <= before:
        return False
    return all(any((p := after.open(a)) is not None and after.is_possible(p, effective(i)) for a in acts) for i in ids)


def _pairs(examination: Examination, act: str) -> list[tuple[Norm, Norm]]:
    posed = examination.open(act)
    return list(meeting.pairs(examination, act, posed)) if posed is not None else []


def _left_out(examination: Examination, norms: Sequence[Norm]) -> tuple[str, ...]:
    """That a sentence is left out, if no other rule names what is left out, and nothing meets then that did not."""
    number = norms[0].via[-1] if norms[0].via else norms[0].provision
    ids = {n.id for n in norms}
    rest = tuple(n for n in examination.ruleset.norms if n.id not in ids)
    if ids & {i for n in rest for i in _named(n)}:
        return ()
    after = Examination(examination.ruleset.replace(norms=rest), examination.asker.options)
    acts = [a for a in examination.acts() if ids & {n.id for n in examination.on(a)}]
    before = {frozenset((g.id, b.id)) for a in acts for g, b in _pairs(examination, a)}
    now = {frozenset((g.id, b.id)) for a in acts for g, b in _pairs(after, a)}
    return (f"rule {number}: leave this out",) if now <= before else ()


def _named(norm: Norm) -> tuple[str, ...]:
    """The norms that a norm names."""
    named = (*norm.notwithstanding, *norm.subject_to, *norm.without_prejudice)
    match norm.effect:
        case Disapply(targets):
            return (*named, *targets)
        case Prevail(winners, losers):
            return (*named, *winners, *losers)
        case _:
            return named
