"""What would settle times that do not go together: another time for one of the two, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies.changes import Change, Drafter
from proclogic.conflicts.remedies.phrasing import parts, time_phrases, without
from proclogic.norms.conditions import Deadline, Formula, Happens
from proclogic.norms.formulas import atoms, both, replaced
from proclogic.norms.model import Norm, Oblige, Permit
from proclogic.values import unique


def calendar(_: Examination, drafter: Drafter, __: Finding, norms: Sequence[Norm]) -> Iterator[Change | None]:
    """Each of the times that do not go together as one of the others, or left out."""
    yield from _retimed(drafter, norms)
    yield from _later(drafter, norms)
    first = norms[0]
    for part in parts(first):
        if any(isinstance(a, Happens) for a in atoms(part)) and not _is_own_time(first, part):
            yield drafter.reworded(first, partial(without, part=part))


def late(
    examination: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]
) -> Iterator[Change | None]:
    """Of input that comes after the decision: a time before it, or no need of the decision."""
    name = finding.id.rpartition("/")[2]
    one = next((i for i in examination.ruleset.vocabulary.inputs if i.what.replace(" ", "-") == name), None)
    if one is None:
        return
    for norm in norms:
        for part in parts(norm):
            if any(isinstance(a, Happens) and a.event == one.before for a in atoms(part)):
                yield drafter.reworded(norm, partial(without, part=part))
    if len(norms) > 1:
        yield from _retimed(drafter, norms)
        for time in unique(t for n in norms for t in _times(n)):
            if time.side == "before" and time.bound == "at least":
                earlier = time.replace(amount=time.amount * 2)
                for norm in norms[:-1]:
                    change = _changed(drafter, norm, _times(norm)[0], earlier) if _times(norm) else None
                    yield change.for_example() if change is not None else None


def _retimed(drafter: Drafter, norms: Sequence[Norm]) -> Iterator[Change | None]:
    times = unique(t for n in norms for t in _times(n))
    for norm in norms:
        for old in _times(norm):
            yield _changed(drafter, norm, old, None)
        for old, new in product(_times(norm), times):
            if old != new:
                yield _changed(drafter, norm, old, new)


def _later(drafter: Drafter, norms: Sequence[Norm]) -> Iterator[Change | None]:
    """A time that is over before another one begins, nearer to the moment: half of what that leaves."""
    times = unique(t for n in norms for t in _times(n))
    for norm, other in product(norms, times):
        for old in _times(norm):
            early = (old.side, old.bound) == ("before", "at least") and other.side == "before"
            if early and other.bound != "at least" and other.amount > 1:
                new = other.replace(bound="at least", amount=other.amount // 2)
                change = _changed(drafter, norm, old, new)
                yield change.for_example() if change is not None else None


def _changed(drafter: Drafter, norm: Norm, old: Deadline, new: Deadline | None) -> Change | None:
    return drafter.reworded(norm, partial(_with_time, old=old, new=new), time_phrases(drafter, old, new))


def _times(norm: Norm) -> list[Deadline]:
    """The times of which a norm speaks."""
    found = [norm.effect.deadline] if isinstance(norm.effect, Oblige) and norm.effect.deadline else []
    said = (a.deadline for a in atoms(both(norm.subject, norm.condition)) if isinstance(a, Happens))
    return list(unique([*found, *(d for d in said if d is not None)]))


def _with_time(norm: Norm, old: Deadline, new: Deadline | None) -> Norm:
    def change(atom: Formula) -> Formula:
        return atom.replace(deadline=new) if isinstance(atom, Happens) and atom.deadline == old else atom

    effect = norm.effect
    if isinstance(effect, Oblige) and effect.deadline == old:
        effect = effect.replace(deadline=new)
    condition = replaced(norm.condition, change)
    if new is None and isinstance(effect, Permit):  # a power with no time asks for nothing
        condition = both(*(p for p in parts(norm.replace(condition=condition)) if not _is_bare_own(norm, p)))
    return norm.replace(effect=effect, condition=condition)


def _is_own_time(norm: Norm, part: Formula) -> bool:
    return isinstance(norm.effect, Permit) and isinstance(part, Happens) and part.event == norm.effect.act


def _is_bare_own(norm: Norm, part: Formula) -> bool:
    return _is_own_time(norm, part) and isinstance(part, Happens) and part.deadline is None


PROPOSING = {"C107": calendar, "C109": late}
