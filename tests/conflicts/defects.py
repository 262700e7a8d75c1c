"""Defects to put into clean rulesets, one function for each kind of finding: the provisions with the defect, and those
that are to blame. A kind has several ways to go wrong; which one is drawn."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.conflicts.clean import an

Lines = list[str]
Defect = Callable[[Random, Lines], tuple[Lines, set[str]]]


def _placed(random: Random, lines: Lines, *more: str) -> Lines:
    """The provisions with some more, each somewhere."""
    found = list(lines)
    for one in more:
        found.insert(random.randint(0, len(found)), one)
    return found


def _grant(random: Random, lines: Lines) -> tuple[str, str]:
    """A grant of the text, with its subject and what it lets it do, without its conditions."""
    line = random.choice([x for x in lines if " may attend " in x])
    subject, _, rest = line.rstrip(".").partition(" may ")
    for word in (" if ", " unless "):
        rest = rest.partition(word)[0]
    return line, f"{subject} may not {rest}"


def contradiction(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C101: a prohibition of what a rule grants, always or in one case."""
    grant, ban = _grant(random, lines)
    ban += random.choice(("", " if it is young", " if the secretary warns it", ", if it is a local one")[:3]) + "."
    return _placed(random, lines, ban), {grant, ban}


def below(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C108: the same in a higher text."""
    grant, ban = _grant(random, lines)
    ban += ".\n    Layer: treaty."
    return _placed(random, lines, ban), {grant, ban}


DEFECTS: dict[str, Defect] = {
    "C101": contradiction,
    "C108": below,
}

__all__ = ["DEFECTS", "an"]
