"""Three rulesets or more: the verdicts of all side by side, each compared with the first."""

from __future__ import annotations

from collections.abc import Sequence

from proclogic.answers.settle import RANK
from proclogic.compare.headline import cells, relation_of
from proclogic.compare.model import SAME, Compared, Comparison, Difference, Side
from proclogic.values import Value, unique

When = tuple[tuple[str, ...], ...]


class Row(Value):
    """What all say of one case. `sides` are in the order of the rulesets, None where one has no words for it;
    `relations` those of each other one to the first, "" there."""

    actor: str
    act: str
    body: str
    does: str
    when: When
    sides: tuple[Side | None, ...]
    relations: tuple[str, ...]


class Several(Value):
    """The rulesets, and a row for each case in which some of them differ (or for each case)."""

    sides: tuple[Compared, ...]
    rows: tuple[Row, ...]


def several(values: Sequence[Comparison], every: bool = False) -> Several:
    """The comparisons of the first ruleset with each other one, as one table. Where one of them splits a cell into
    cases and another into others, the row is of all cases together."""
    found = [_cells(value) for value in values]
    lacking = [{(one.actor, one.does) for one in value.only if one.side == "a"} for value in values]
    order = unique(key for of in found for key in of)
    rows = [
        row for key in order for row in _rows(key, [of.get(key, []) for of in found], [key in of for of in lacking])
    ]
    kept = tuple(row for row in rows if every or any(relation != SAME for relation in row.relations))
    return Several((values[0].a, *(value.b for value in values)), kept)


def _cells(value: Comparison) -> dict[tuple[str, str], list[Difference]]:
    """The cases of each cell of the first ruleset; those of several cells that it stands for together."""
    found: dict[tuple[str, str], list[Difference]] = {}
    for (actor, does, *_), cases in cells(value.differences).items():
        found.setdefault((actor, does), []).extend(cases)
    return found


def _rows(key: tuple[str, str], told: list[list[Difference]], lacks: list[bool]) -> list[Row]:
    one = next(cases[0] for cases in told if cases)
    splits = {tuple(d.when for d in cases) for cases in told if len(cases) > 1}
    whens = splits.pop() if len(splits) == 1 else ((),)
    if len(set(whens)) < len(whens) or splits:
        whens = ((),)
    made: list[Row] = []
    for when in whens:
        parts = [[d for d in cases if d.when == when] or cases if len(whens) > 1 else cases for cases in told]
        first = _together([d.a for d in next(cases for cases in parts if cases)])
        sides = [
            None if missing else _together([d.b for d in cases]) if cases else first
            for cases, missing in zip(parts, lacks, strict=True)
        ]
        relations = [
            "" if missing else relation_of(cases) if cases else SAME
            for cases, missing in zip(parts, lacks, strict=True)
        ]
        made.append(Row(*key[:1], one.act, one.body, key[1], when, (first, *sides), tuple(relations)))
    return made


def _together(sides: Sequence[Side]) -> Side:
    """What a ruleset says in several cases together: all verdicts, from the best to the lowest."""
    if len(sides) == 1:
        return sides[0]
    verdicts = unique(v for side in sides for v in side.verdicts)
    ranked = tuple(sorted(verdicts, key=RANK.__getitem__))
    outcomes = unique(side.outcome for side in sides)
    return Side(
        ranked[-1],
        ranked,
        outcomes[0] if len(outcomes) == 1 else "conditional",
        unique(mark for side in sides for mark in side.marks),
        "",
        unique(rule for side in sides for rule in side.rules),
    )
