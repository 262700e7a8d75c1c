"""Events: when one entails another, and what a given fact decides about them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor

from proclogic.norms.conditions import Deadline, Happens, Share
from proclogic.norms.questions import Fact

HOURS = {"hour": 1, "day": 24, "week": 7 * 24}  # a month is no fixed number of days, and stays by itself


def _anchor(deadline: Deadline) -> tuple[str, str, str]:
    return deadline.side, deadline.moment, "hour" if deadline.unit in HOURS else deadline.unit


def _length(deadline: Deadline) -> int:
    return deadline.amount * HOURS.get(deadline.unit, 1)


def deadline_entails(one: Deadline | None, other: Deadline | None) -> bool:
    """True when whatever keeps the first deadline keeps the second. None is no deadline at all.

    "at least 30 days before" is every distance from 30 days up, "at most" and "within" every distance up to the
    amount: a deadline entails another of the same anchor when its distances are among those of the other.
    """
    if other is None:
        return True
    if one is None or _anchor(one) != _anchor(other) or (one.bound == "at least") != (other.bound == "at least"):
        return False
    return _length(one) >= _length(other) if one.bound == "at least" else _length(one) <= _length(other)


def share_entails(one: Share | None, other: Share | None) -> bool:
    """True when whatever reaches the first share reaches the second. None asks for no share."""
    if other is None:
        return True
    if one is None or (one.base, one.of) != (other.base, other.of):
        return False
    return (Fraction(one.over, one.under), one.strict) >= (Fraction(other.over, other.under), other.strict)


def entails(one: Happens, other: Happens) -> bool:
    """True when the second event atom holds wherever the first does."""
    return (
        (one.event, one.agent) == (other.event, other.agent)
        and share_entails(one.count, other.count)
        and deadline_entails(one.deadline, other.deadline)
    )


def needed(share: Share, of: int) -> int:
    """The least number that reaches a share of `of`: at least 1/3 of 190 is 64, more than 1/2 of 190 is 96."""
    exact = Fraction(of * share.over, share.under)
    return max(1, floor(exact) + 1 if share.strict else ceil(exact))


def keeps(period: Deadline, deadline: Deadline) -> bool | None:
    """Whether an act done exactly `period` from its anchor keeps the deadline; None for another anchor or unit."""
    if _anchor(period) != _anchor(deadline):
        return None
    if deadline.bound == "at least":
        return _length(period) >= _length(deadline)
    return _length(period) <= _length(deadline)


def _count_reached(fact: Fact, share: Share | None) -> bool | None:
    """Whether the number of those who acted reaches the share; None when the fact does not tell."""
    if fact.count is None:
        return True if share is None else None
    if share is None or fact.count == 0:
        return fact.count >= 1
    if fact.of is None or fact.base not in ("", share.base):
        return None
    return fact.count >= needed(share, fact.of)


def _in_time(fact: Fact, deadline: Deadline | None) -> bool | None:
    if deadline is None:
        return True
    return None if fact.period is None else keeps(fact.period, deadline)


def is_numeric(fact: Fact) -> bool:
    """True for a fact that gives numbers from which the atoms of its event follow."""
    return fact.holds and (fact.count is not None or fact.period is not None)


def happened(fact: Fact) -> bool:
    """True for a fact by which the event took place (nobody of 190 objected: it did not)."""
    return fact.holds and fact.count != 0


def decided(fact: Fact, atoms: Iterable[Happens]) -> dict[Happens, bool]:
    """What a fact about an event says of these atoms: those that follow from it, true or false."""
    given = fact.atom
    if not isinstance(given, Happens):
        return {}
    values: dict[Happens, bool] = {}
    for atom in atoms:
        if (atom.event, atom.agent) != (given.event, given.agent):
            continue
        if is_numeric(fact):
            parts = _count_reached(fact, atom.count), _in_time(fact, atom.deadline)
            if False in parts:
                values[atom] = False
            elif None not in parts:
                values[atom] = True
        elif fact.holds and entails(given, atom):
            values[atom] = True
        elif not fact.holds and entails(atom, given):
            values[atom] = False
    return values
