"""Defects to put into clean rulesets, one function for each kind of finding: the provisions with the defect, and those
that are to blame. A kind has several ways to go wrong; which one is drawn."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.conflicts.clean import BODIES

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


def gap(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G205: the header says that silence is unregulated, and the rules speak of some only."""
    return lines, set(lines)


def impossible(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G207: a status that only those have who cannot use it."""
    giving = "An expert has a badge if it is local."
    using = f"An expert with a badge may vote in {random.choice(BODIES)} if it is not local."
    more = [using] if giving in lines else [giving, using]
    return _placed(random, lines, *more), {giving, using}


def without_effect(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G208: a rule that another always defeats, or takes out of application."""
    grant, ban = _grant(random, lines)
    said = grant.partition(" if ")[0].partition(" unless ")[0].removesuffix(".")
    actor = said.partition(" may ")[0]
    by = random.choice(
        (
            f"Notwithstanding rule <<{grant}>>, {ban[0].lower()}{ban[1:]}.",
            f"Rule <<{grant}>> does not apply to {actor}.",
        )
    )
    by = by.replace(f"to {actor}", f"to {actor[0].lower()}{actor[1:]}").replace(", nGO", ", NGO")
    return _placed(random, lines, by), {grant, by}


def repeated(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G209: a rule that says again what another says, of fewer or in as many words."""
    grant, _ = _grant(random, lines)
    plain = " if " not in grant and " unless " not in grant
    again = (
        grant.replace(".", random.choice((" if it is young.", " unless a State Party objects to it.")))
        if plain
        else grant
    )
    return _placed(random, lines, again), {grant, again}


DEFECTS: dict[str, Defect] = {
    "C101": contradiction,
    "C108": below,
    "G205": gap,
    "G207": impossible,
    "G208": without_effect,
    "G209": repeated,
}
HEADERS = {"G205": "Silence: unregulated.\n"}  # lines at the top that a defect needs
