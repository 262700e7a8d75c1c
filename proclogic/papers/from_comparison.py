"""Lays a comparison out: what it comes to, each difference with what both sides say, who gains and who loses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from proclogic.compare.grouping import ACTOR, BODY, PROVISION, Row, rows, section
from proclogic.compare.headline import Headline, headline
from proclogic.compare.model import Comparison
from proclogic.layout import WIDTH
from proclogic.papers import comparison_words as say
from proclogic.papers.document import Block, Closing, Fact, Facts, Paper, Section, Sentence, Table
from proclogic.papers.document import Headline as Head

CHANGED = "The text with its changes"
STACKED = 100  # columns below which a difference is told line by line, and not as a row of a table


def paper(
    comparison: Comparison, by: str = ACTOR, every: bool = False, examples: bool = False, width: int = WIDTH
) -> Paper:
    """The comparison sorted by actor, act, body or provision: the differences, with `every` what is the same too; with
    `examples` a situation for each. In less than STACKED columns a difference takes several lines; 0 columns stand for
    as many as it takes."""
    head = headline(comparison)
    told = say.says(head, comparison)
    found = rows((d for d in comparison.differences if every or not d.is_same), ACTOR if by == PROVISION else by)
    if by == PROVISION:
        from proclogic.papers.from_provisions import blocks

        body = blocks(comparison, every, tracked=not width and not comparison.changed)
    elif 0 < width < STACKED:
        body = _stacked(found, by, every, examples)
    else:
        body = (table(found, by, every, examples, repeats=not width),) if found else ()
    return Paper(
        "", (*heading(comparison, told), *body, in_sum(comparison, head), _closing(comparison, every, examples))
    )


def full(comparison: Comparison, by: str = ACTOR, every: bool = False, examples: bool = False) -> Paper:
    """The same for a reader without columns, or with as many as it takes: a table of which each row says all; and of a
    text that amends the other, the text with its changes."""
    made = paper(comparison, by, every, examples, 0)
    if not comparison.changed:
        return made
    from proclogic.papers.from_changes import passages, proposers

    changed = passages(comparison.changed)
    text = Section("Text", CHANGED, (*proposers(changed), changed))
    return made.replace(blocks=(*made.blocks[:-1], text, made.blocks[-1]))


def heading(comparison: Comparison, told: tuple[str, ...]) -> tuple[Block, ...]:
    sides = Facts(
        (
            Fact("A", say.side_line(comparison.a)),
            Fact("B", say.side_line(comparison.b, comparison.a.title != comparison.b.title)),
        ),
        narrow=True,
    )
    return (Head(" ".join(told)), sides, Sentence(f"{say.KEY}.", label="Signs"))


# ------------------------------------------------------------------------------------------------------------- rows


def _stacked(found: Iterable[Row], by: str, every: bool, examples: bool) -> tuple[Block, ...]:
    """A section for each actor, act or body, in it one for each act, and in it the cases."""
    made: list[Block] = []
    for common, of in groupby(found, key=lambda row: section(row, by)):
        inner: list[Block] = []
        for title, cases in groupby(of, key=lambda row: _title(row, by)):
            blocks: list[Block] = []
            for row in cases:
                blocks += _case(row, every, examples)
            inner.append(Section(title, title, tuple(blocks)))
        made.append(Section("; ".join(common), "; ".join(common) or "in no particular body", tuple(inner)))
    return tuple(made)


def _title(row: Row, by: str) -> str:
    """What a row is about, beside what its section says."""
    return row.does if by == ACTOR else f"{'; '.join(row.actors)}: {row.does}"


def _case(row: Row, every: bool, examples: bool) -> list[Block]:
    facts = [
        Fact("A", say.side_words(row.a), row.a.rules),
        Fact("B", say.side_words(row.b), row.b.rules),
        *(Fact(say.SIGNS[row.relation] if not i else "", line) for i, line in enumerate(say.effects(row))),
    ]
    for line, questions in _examples(row, every) if examples else ():
        facts.append(Fact("", f"{line}."))
        facts += [Fact("", question) for question in questions]
    head = [Sentence(say.where(row.when), label="Case")] if say.where(row.when) else []
    return [*head, Facts(tuple(facts), narrow=True)]


def _examples(row: Row, every: bool) -> Iterator[tuple[str, list[str]]]:
    """What shows a difference, each line with the questions that ask for it: worlds (the first, or all of them), and
    votes, numbers and words beside them. Where there is none of these, why."""
    ends = row.witnesses[:1] if row.inclusion else (row.witnesses[:1] + row.witnesses[-1:])  # with one to the contrary
    first = tuple(dict.fromkeys(ends))
    for witness in row.witnesses if every else first:
        yield f"Example: {say.example(witness)}", say.questions(witness)
    instances = say.instances(row)
    if row.why and all(one.why for one in instances):
        yield f"No situation shows it: {row.why}", []
    for one in instances:
        yield f"{'No example' if one.why else 'Example'}: {say.shown(one)}", say.questions(one)


def table(found: Iterable[Row], by: str, every: bool, examples: bool, repeats: bool) -> Table:
    columns = (
        ("Body", "Actor, act") if by == BODY else ("Act", "Actor, body") if by != ACTOR else ("Actor", "Act, body")
    )
    lines: list[tuple[str, ...]] = []
    before: tuple[str, ...] | None = None
    for row in found:
        common = section(row, by)
        about = ", ".join(words for words in (_title(row, by), say.where(row.when)) if words)
        told = [say.effect(row)]
        head = "; ".join(common) if repeats or common != before else ""
        for line, questions in _examples(row, every) if examples else ():
            told.append(" ".join([f"{line}.", *questions]))
        lines.append((head, about, *map(say.cell, (row.a, row.b)), " ".join(told)))
        before = common
    return Table("Differences", (*columns, "A", "B", "Effect"), tuple(lines), spaced=True, wide=True)


# -------------------------------------------------------------------------------------------------------------- end


def in_sum(comparison: Comparison, head: Headline) -> Section:
    """Who gains and who loses, how much there is of what, and what only one side has words for."""
    groups = (
        ("Only gain", head.gain_only),
        ("Only lose", head.lose_only),
        ("Gain and lose", head.both),
        ("Neither", head.neither),
    )
    facts = [Fact(label, f"{say.in_figures(tallies)}.") for label, tallies in groups if tallies]
    facts.append(Fact("Entitlements", f"{say.counted(head.counts)}."))
    for label, only in (("Only in A", head.only_a), ("Only in B", head.only_b)):
        if only:
            facts.append(Fact(label, f"{say.words_of(only)}."))
    facts += [Fact("Not compared" if not i else "", line) for i, line in enumerate(say.beside(comparison))]
    facts += [Fact("Words" if not i else "", f"{line}.") for i, line in enumerate(comparison.inexact)]
    return Section("In sum", "In sum: who gains and who loses", (Facts(tuple(facts)),))


def _closing(comparison: Comparison, every: bool, examples: bool) -> Closing:
    done = "Examined completely." if comparison.complete else f"NOT examined completely: {say.unexamined(comparison)}."
    lines = [done]
    if comparison.unconfirmed:
        lines.append(
            f"{comparison.unconfirmed} examples were not confirmed by the second evaluator, and are not shown."
        )
    a, b = comparison.a, comparison.b
    if not comparison.differs and a.id == b.id and (a.readings, a.resolved) != (b.readings, b.resolved):
        counted = " and ".join(dict.fromkeys((*a.layers, *b.layers)))
        lines.append(
            f"In the layers that count ({counted}) nothing turns on what tells A and B apart; others: --layers."
        )
    if comparison.hint:
        lines.append(comparison.hint)
    if comparison.mapping:
        lines.append(f"The words of A and B were matched by {comparison.mapping}.")
    hints = [] if examples else ["An example of each difference: --examples."]
    hints += [] if every else ["What is the same too: --all."]
    return Closing(tuple(lines), (" ".join(hints),) if hints else ())
