"""What one side's limits allow and the other's do not: the smallest such number, or to do otherwise than one says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from proclogic.compare.model import Instance
from proclogic.norms.model import Limit
from proclogic.values import Value

WITHIN, BEYOND, SHOULD, FREE = "within the limit", "beyond the limit", "more than it should be", "no such limit"

_SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER = re.compile(rf"\b(\d+|{'|'.join(_SMALL)})\b(?: (\w+))?")

Told = Iterable[tuple[Limit, str]]  # limits in the words of the first side, and as they read


class Amount(Value):
    """A number that a limit allows at most, of what (`unit`; several of them are `many`), and whether it only should
    not be more."""

    number: int
    unit: str
    many: str
    soft: bool = False
    _apart = ("many",)


def limits(first: Told, second: Told, questions: tuple[str, str] = ("", "")) -> Iterator[Instance]:
    """What one side allows and the other does not. Of a unit of which a side names several numbers nothing is said."""
    sides = dict(first), dict(second)
    amounts = tuple({limit: a for limit, text in side.items() if (a := amount(limit, text))} for side in sides)
    for unit in dict.fromkeys(a.unit for side in amounts for a in side.values()):
        found = [{a for a in side.values() if a.unit == unit} for side in amounts]
        if found[0] == found[1] or any(len(some) > 1 for some in found):
            continue
        one, two = (next(iter(some), None) for some in found)
        least = min((a for a in (one, two) if a is not None), key=lambda a: a.number)
        number = least.number + 1
        yield Instance("number", f"with {number:,} {least.many}", held(one, number), held(two, number), *questions)
    for side, other, counted in ((0, 1, amounts[0]), (1, 0, amounts[1])):
        for limit, text in sides[side].items():
            if limit not in sides[other] and limit not in counted:
                says = (BEYOND, FREE) if side == 0 else (FREE, BEYOND)
                yield Instance("otherwise", f"otherwise than “{text}”", *says, *questions)


def held(limit: Amount | None, number: int) -> str:
    """What a limit says of a number."""
    if limit is None:
        return FREE
    return WITHIN if number <= limit.number else SHOULD if limit.soft else BEYOND


def amount(limit: Limit, text: str) -> Amount | None:
    """The number that a limit names, where it names one: "of at most 500 words", "through at most ten
    representatives"."""
    if not limit.phrase:
        return Amount(limit.at_most, limit.unit, _many(text.split()[-1], limit.at_most), limit.soft)
    found = _NUMBER.findall(text)
    if len(found) != 1 or not found[0][1]:
        return None
    said, noun = found[0]
    number = int(said) if said.isdecimal() else _SMALL.index(said) + 1
    many = _many(noun, number)
    return Amount(number, many, many)


def _many(noun: str, number: int) -> str:
    return noun if number != 1 or noun.endswith("s") else f"{noun}s"
