"""When a rule lets something be done, relative to a moment: from one hour to another, or open on a side."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from proclogic.norms.conditions import Deadline, Happens
from proclogic.norms.formulas import conjuncts
from proclogic.norms.model import Norm, Oblige, Permit
from proclogic.values import Value

_HOURS = {"hour": 1, "day": 24, "week": 168}


class Window(Value):
    """From `first` to `last`, counted from a moment, in a unit: hours, or months, which no number of hours is."""

    moment: str
    unit: str
    first: float
    last: float

    def compares(self, other: Window) -> bool:
        """Whether both are counted from one moment in one unit; nothing has a unit."""
        bounds = [abs(x) for w in (self, other) for x in (w.first, w.last)]
        return self.moment == other.moment and (self.unit == other.unit or all(x in (0, inf) for x in bounds))


def window(deadline: Deadline) -> Window:
    """The time that a deadline leaves. "At most 3 months after" may well be before; "within 3 months after" is not."""
    unit = "hour" if deadline.unit in _HOURS else deadline.unit
    amount = deadline.amount * _HOURS.get(deadline.unit, 1)
    match deadline.side, deadline.bound:
        case "before", "at least":
            return Window(deadline.moment, unit, -inf, -amount)
        case "before", _:
            return Window(deadline.moment, unit, -amount, 0)
        case _, "at least":
            return Window(deadline.moment, unit, amount, inf)
        case _, "within":
            return Window(deadline.moment, unit, 0, amount)
        case _:
            return Window(deadline.moment, unit, -inf, amount)


def windows(norm: Norm, event: str) -> Iterator[Window]:
    """The times in which a norm lets or makes somebody do the event: all of them must fit."""
    if isinstance(norm.effect, Oblige) and norm.effect.event == event and norm.effect.deadline is not None:
        yield window(norm.effect.deadline)
    if isinstance(norm.effect, Permit):
        for part in conjuncts(norm.condition):
            if isinstance(part, Happens) and part.event == event and part.deadline is not None:
                yield window(part.deadline)
