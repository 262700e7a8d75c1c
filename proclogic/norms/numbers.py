"""Rule numbers: what a number covers, and which provisions a range names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean, listed
from proclogic.norms.names import cite
from proclogic.sources import Span
from proclogic.syntax.tree import RuleRef

_LEADING = re.compile(r"\d+")


def same(number: str) -> str:
    """The form in which two spellings of a number are the same: capitals and spaces do not matter."""
    return re.sub(r"\s*(\()", r"\1", " ".join(number.casefold().split()))


def covers(reference: str, number: str) -> bool:
    """Whether a reference to a rule covers a provision: itself and everything below it.

    "17" covers 17(1) and 17(3)(b), and 17.2 where numbers are written so; it covers neither 170 nor 17 bis.
    """
    return same(reference) in _covering(number)


def _covering(number: str) -> list[str]:
    """Every number, as `same` spells it, that covers a provision."""
    whole = same(number)
    cuts = [i for i, c in enumerate(whole) if i and (c == "(" or (c == "." and whole[i + 1 : i + 2].isdigit()))]
    return [*(whole[:i] for i in cuts), whole]


class Numbering:
    """The provisions of a ruleset in the order of the document, and what references to them mean."""

    def __init__(self, numbers: Iterable[str]) -> None:
        self.numbers = tuple(dict.fromkeys(numbers))
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        self._covered: dict[str, list[str]] = {}
        for number in self.numbers:
            for above in _covering(number):
                self._covered.setdefault(above, []).append(number)

    def named(self, reference: RuleRef) -> tuple[str, ...]:
        """The provisions that a reference names, in order; none when it names nothing that is defined."""
        if reference.layer:
            return self.numbers
        key = (reference.first, reference.last)
        if key not in self._known:
            self._known[key] = self._range(*key) if reference.last else self._one(reference.first)
        return self._known[key]

    def _one(self, number: str) -> tuple[str, ...]:
        return tuple(self._covered.get(same(number), ()))

    def _range(self, first: str, last: str) -> tuple[str, ...]:
        """From the first provision of `first` to the last of `last`.

        Where one of the ends is not encoded, everything whose leading number lies between theirs: rules 1 to 81 of a
        text of which only some rules are written down.
        """
        starts, ends = self._one(first), self._one(last)
        if starts and ends:
            begin, end = self.numbers.index(starts[0]), self.numbers.index(ends[-1])
            return self.numbers[begin : end + 1]
        low, high = _LEADING.fullmatch(first.strip()), _LEADING.fullmatch(last.strip())
        if not low or not high:
            return ()
        found = ((n, _LEADING.match(n)) for n in self.numbers)
        return tuple(n for n, lead in found if lead and int(low[0]) <= int(lead[0]) <= int(high[0]))

    def fault(self, reference: RuleRef, place: str, span: Span) -> Diagnostic:
        """The message for a reference that names nothing."""
        ends = [e for e in (reference.first, reference.last) if e and not self._one(e)]
        if not reference.last:
            message = f"there is no {cite(reference.first)}"
        elif ends:
            message = f"there are no rules {reference.first} to {reference.last}: {listed(ends)} is not there"
        else:
            message = f"there are no rules {reference.first} to {reference.last}, in this order"
        return Diagnostic(
            "E302",
            message,
            reference.span if reference.span.source else span,
            place,
            "this names no provision",
            notes=tuple(note for end in ends for note in self._beside(end)),
            help=tuple(dict.fromkeys(line for end in ends for line in self._near(end)))
            or ("write the provision, or name one that is there",),
        )

    def _near(self, number: str) -> tuple[str, ...]:
        return did_you_mean(number, dict.fromkeys(n for one in self.numbers for n in _above(one)))

    def _beside(self, number: str) -> tuple[str, ...]:
        """What the provision above a missing one has."""
        for above in _above(number)[1:]:
            below = [n for n in self._one(above) if same(n) != same(above)]
            if below or self._one(above):
                return (f"{cite(above)} has {listed(below) if below else 'no parts'}",)
        return ()


def _above(number: str) -> list[str]:
    """The number and those above it: 17(3)(b), 17(3), 17."""
    found = [number]
    while (cut := found[-1].rfind("(")) > 0:
        found.append(found[-1][:cut].strip())
    return found
