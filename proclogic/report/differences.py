"""What differs, and for whom: in full for a screen; on paper in full where it is short, else each act once."""

from __future__ import annotations

from collections.abc import Hashable

from proclogic.compare.grouping import ACTOR, Row, rows
from proclogic.compare.model import Comparison, Difference, Side
from proclogic.papers import comparison_words as say
from proclogic.papers import from_comparison
from proclogic.papers.document import PRINT, SCREEN, Block, Section, Table
from proclogic.papers.words import cites, join, verdict_words
from proclogic.values import unique

MOST = 40  # rows that are printed in full
NAMED = 3  # provisions that a cell of the short table names
IN_SHORT = (
    "What differs, in short: without conditions and cases, and without what differs in words, limits or majorities "
    "alone (as .html and .xlsx the paper has all of it)"
)


def blocks(comparison: Comparison) -> tuple[Block, ...]:
    """A section with the differences; none where nothing differs."""
    differ = [d for d in comparison.differences if not d.is_same]
    found = rows(differ, ACTOR)
    if not found:
        return ()
    full = from_comparison.table(found, ACTOR, False, False, repeats=True).replace(wide=True, filters=(0, 1))
    title = "What differs, and for whom"
    if len(found) <= MOST:
        return (Section("What differs", title, (full,)),)
    short = _in_short([d for d in differ if d.weighs])
    return (
        Section("What differs", f"{title}: in short, without conditions and cases", short, medium=PRINT),
        Section("What differs", title, (full,), medium=SCREEN),
    )


def _in_short(found: list[Difference]) -> tuple[Block, ...]:
    """Each act in each body with what both sides come to, without conditions and cases."""
    groups: dict[tuple[Hashable, ...], list[Row]] = {}
    for row in rows(found, ACTOR):
        said: tuple[Hashable, ...] = (
            row.act,
            row.bodies,
            row.a.verdicts,
            row.b.verdicts,
            row.relation,
            row.a.unknown,
            row.b.unknown,
        )
        groups.setdefault(said, []).append(row)
    merged: dict[object, list[list[Row]]] = {}  # those that say the same of the same actors elsewhere
    for key, alike in groups.items():
        who = unique(actor for row in alike for actor in row.actors)
        merged.setdefault((key[0], who, *key[2:]), []).append(alike)
    acts = {act: number for number, act in enumerate(unique(row.act for row in rows(found, "act")))}
    lines = [_line(parts) for parts in sorted(merged.values(), key=lambda parts: acts[parts[0][0].act])]
    return (Table(IN_SHORT, ("Act, body", "Actor", "A", "B", "Effect"), tuple(lines), wide=True, spaced=True),)


def _line(parts: list[list[Row]]) -> tuple[str, ...]:
    """What is said of some actors in one act, in the bodies of all parts."""
    every = [row for part in parts for row in part]
    first = every[0]
    places = join(first.bodies, "or")
    does = first.does.replace(places, join(unique(b for row in every for b in row.bodies), "or"), 1)
    actors = join(unique(actor for row in every for actor in row.actors))
    return (does, actors, _said([row.a for row in every]), _said([row.b for row in every]), _effect(every))


def _said(sides: list[Side]) -> str:
    """The verdicts of a side with its first provisions."""
    first = sides[0]
    rules = unique(rule for side in sides for rule in side.rules)
    more = " ..." if len(rules) > NAMED else ""
    if say.side_words(first).startswith(say.UNKNOWN):
        told = say.UNKNOWN
    else:
        told = join([verdict_words(v) for v in first.verdicts or (first.verdict,)], "or")
        told += ", as far as the text is known" if first.unknown else ""
    return f"{told} ({cites(rules[:NAMED])}{more})" if rules else f"{told} (no rule)"


def _effect(alike: list[Row]) -> str:
    first = alike[0]
    for name, side in (("A", first.a), ("B", first.b)):
        if say.side_words(side).startswith(say.UNKNOWN):
            return f"not known ({name})"
    unknown = ", as far as known" if first.a.unknown or first.b.unknown else ""
    cased = ", in some cases" if any(part for row in alike for part in row.when) else ""
    return f"{say.SIGNS[first.relation]} {first.relation}{cased}{unknown}"
