"""Times within which something is to be done, on the line of one moment: in hours, those before it negative.

A month has 28 to 31 days. A window is taken as wide as it can be, so that two windows said to exclude each other do.
"""

from __future__ import annotations

from proclogic.norms.conditions import Deadline
from proclogic.values import Value

ENDLESS = float("inf")
_SHORTEST = {"hour": 1, "day": 24, "week": 168, "month": 28 * 24}
_LONGEST = {"hour": 1, "day": 24, "week": 168, "month": 31 * 24}


class Window(Value):
    """From when until when, both included."""

    moment: str
    first: float
    last: float


def window(deadline: Deadline) -> Window:
    """The window of a deadline: at least 30 days before the session is from any time until 720 hours before."""
    before = deadline.side == "before"
    if deadline.bound == "at least":
        least = deadline.amount * _SHORTEST.get(deadline.unit, 1)
        return Window(deadline.moment, *((-ENDLESS, -least) if before else (least, ENDLESS)))
    most = deadline.amount * _LONGEST.get(deadline.unit, 1)
    return Window(deadline.moment, *((-most, 0) if before else (0, most)))


def exclude(one: Deadline | None, other: Deadline | None) -> bool:
    """Whether no time is within both."""
    return precedes(one, other) or precedes(other, one)


def precedes(one: Deadline | None, other: Deadline | None) -> bool:
    """Whether all times within the first come before all times within the second."""
    if one is None or other is None or one.moment != other.moment:
        return False
    return window(one).last < window(other).first
