"""Lays three rulesets or more side by side: a table of verdicts, and what each comes to against the first."""

from __future__ import annotations

from collections.abc import Sequence

from proclogic.compare.grouping import ACT, ACTOR, BODY
from proclogic.compare.headline import OTHERWISE, headline
from proclogic.compare.model import SAME, Comparison, Side
from proclogic.compare.several import Row, several
from proclogic.papers import comparison_words as say
from proclogic.papers.document import Block, Closing, Fact, Facts, Paper, Section, Sentence, Table
from proclogic.papers.document import Headline as Head
from proclogic.papers.words import join


def paper(values: Sequence[Comparison], by: str = ACTOR, every: bool = False) -> Paper:
    """The rulesets in the order in which they were named, each compared with the first."""
    table = several(values, every)
    first = say.name(values[0].a)
    names = [say.name(side) for side in table.sides]
    head = f"{join(names[1:])} against {first}: {_count(len(table.rows))} in which some differ."
    sides = Facts(
        tuple(Fact(n, say.side_line(side).removeprefix(f"{n}: ")) for n, side in zip(names, table.sides, strict=True))
    )
    blocks: list[Block] = [Head(head), sides]
    key = (
        "+ wider, - narrower, ~ different, = the same in every situation but for words, limits, deadlines or majorities"
    )
    blocks.append(Sentence(f"Against {first}: {key}.", label="Signs"))
    groups: dict[str, list[tuple[str, ...]]] = {}
    for row, actors in _merged(table.rows).items():
        groups.setdefault(_common(row, actors, by), []).append(_line(row, actors, by))
    for common, lines in groups.items():
        shown = Table(common, ("Act" if by == ACTOR else "Actor, act", *names), tuple(lines), spaced=True)
        blocks.append(Section(common, common or "in no particular body", (shown,)))
    for value in values:
        blocks.append(Section(say.name(value.b), say.name(value.b), _against(value)))
    done = all(value.complete for value in values)
    closing = "Examined completely." if done else "NOT examined completely: some cells were too large."
    return Paper("", (*blocks, Closing((closing,), ("Two of them in full: name only these two.",))))


def _count(number: int) -> str:
    return "no case" if not number else "1 case" if number == 1 else f"{number} cases"


def _merged(rows: Sequence[Row]) -> dict[Row, list[str]]:
    """The rows of which each says something else, and of whom."""
    first: dict[object, Row] = {}
    found: dict[Row, list[str]] = {}
    for row in rows:
        sides = tuple(side and side.replace(rules=(), strength="", short="") for side in row.sides)
        one = first.setdefault((row.does, row.when, sides, row.relations), row)
        found.setdefault(one, []).append(row.actor)
    return found


def _common(row: Row, actors: list[str], by: str) -> str:
    return {ACT: row.act, BODY: row.body}.get(by, "; ".join(actors))


def _line(row: Row, actors: list[str], by: str) -> tuple[str, ...]:
    about = row.does if by == ACTOR else f"{'; '.join(actors)}: {row.does}"
    told = ", ".join(words for words in (about, say.where(row.when)) if words)
    signs = ("", *row.relations)
    return (told, *(_cell(side, sign) for side, sign in zip(row.sides, signs, strict=True)))


def _cell(side: Side | None, relation: str) -> str:
    if side is None:
        return "no words for it"
    sign = say.SIGNS.get(relation, "=" if relation == OTHERWISE else "")
    return f"{sign} {say.cell(side)}" if sign and relation != SAME else say.cell(side)


def _against(value: Comparison) -> tuple[Block, ...]:
    head = headline(value)
    facts = [Fact("In short", " ".join(say.says(head, value)))]
    for side, only in ((value.a, head.only_a), (value.b, head.only_b)):
        facts += [Fact("Words", f"Only {say.name(side)} has words for {say.words_of(only)}.")] if only else []
    return (Facts(tuple(facts)),)
