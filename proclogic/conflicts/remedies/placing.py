"""Whether one of two rules can be put first where neither is a grant or gives a status: duties, prohibitions of what is
a duty, majorities. The other must still take effect somewhere."""

from __future__ import annotations

from proclogic.conflicts.duties import as_twins
from proclogic.conflicts.examining import Examination
from proclogic.conflicts.twins import Twin, Twinned, twin
from proclogic.norms.model import Forbid, Norm, Oblige

ACT = "(settled)"


def leaves_something(examination: Examination, first: Norm, second: Norm) -> bool:
    """Whether the second rule takes effect in some world after the first was put before it."""
    pair = _twins(examination, first, second)
    if pair is None:
        return False
    norm = first.replace(notwithstanding=(*first.notwithstanding, second.id))
    one, other = pair[0].replace(of=norm), pair[1]
    twinned = Twinned(examination, (one, other))
    return not twinned.can_meet(one, other) and twinned.can_meet(other)


def _twins(examination: Examination, first: Norm, second: Norm) -> tuple[Twin, Twin] | None:
    match first.effect, second.effect:
        case Oblige(), Forbid():
            return as_twins(examination, ACT, first, second)
        case Forbid(), Oblige():
            found = as_twins(examination, ACT, second, first)
            return found[::-1] if found is not None else None
        case _:
            return twin(first, ACT, True), twin(second, ACT, False)
