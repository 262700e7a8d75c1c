"""What would break a circle: one rule without the words that close it, or left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies.changes import Change, Drafter
from proclogic.conflicts.remedies.phrasing import parts, without
from proclogic.norms.conditions import Has, ReferredTo
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Norm

_NAMING = ("notwithstanding", "subject_to")


def circle(_: Examination, drafter: Drafter, finding: Finding, norms: Sequence[Norm]) -> Iterator[Change | None]:
    """Words on which rule prevails, and what rests on the circle itself, taken out of one of the rules."""
    numbers = {n.provision for n in norms}
    for norm in norms:
        inside = {o.id for o in drafter.ruleset.norms if o.provision in numbers - {norm.provision}}
        for field in _NAMING:
            if inside & set(getattr(norm, field)):
                yield drafter.reworded(norm, lambda n, f=field, i=inside: _naming(n, f, i))  # type: ignore[misc]
        for part in parts(norm):
            if any(isinstance(a, Has | ReferredTo) for a in atoms(part)):
                yield drafter.reworded(norm, lambda n, p=part: without(n, p))  # type: ignore[misc]
    for norm in norms:
        yield drafter.deleted(norm)


def _naming(norm: Norm, field: str, gone: set[str]) -> Norm:
    return norm.replace(**{field: tuple(i for i in getattr(norm, field) if i not in gone)})


PROPOSING = {"C105": circle, "E310": circle, "W405": circle}
