"""Small rulesets, and the material of a report on them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from proclogic.answers import lists
from proclogic.answers.options import Options
from proclogic.compare.provisions import side_by_side
from proclogic.compare.whole import compare
from proclogic.compiled import ruleset as compiled
from proclogic.conflicts.whole import conflicts
from proclogic.norms.model import Ruleset
from proclogic.papers.document import Block, Facts, Headline, Paper, Passages, Section, Sentence, Steps, Table, words
from proclogic.report.model import SECTIONS, Material, Side
from proclogic.report.whole import paper
from proclogic.sources import Source

SMALL = (Path(__file__).parent.parent / "cli" / "small.rules").read_text("utf-8")
BRACKETS = SMALL.replace(
    "6      An NGO may not vote.", "6      An NGO [may | by: Group A][may not | by: Group B] vote."
)
EMPTY = 'Ruleset: empty.\nLanguage: 1.\nTitle: "Nothing".\n'
ELSEWHERE = """Ruleset: elsewhere.
Language: 1.
Title: "Rules of a garden".
Actor: gardener.
Act: dig, in a body.
Body: the garden.

1      A gardener may dig in the garden.
"""
DATE = "2026-11-22"


@cache
def ruleset(text: str) -> Ruleset:
    """The ruleset in a text, which must be right."""
    name = text.partition("Ruleset: ")[2].partition(".")[0]
    found, faults, _ = compiled([Source(f"{name}.rules", text)], {}, name)
    assert found is not None, faults
    return found


@cache
def side(text: str) -> Side:
    """A ruleset with everything that is found out of it."""
    read = ruleset(text)
    options = Options().on(read)
    return Side(read, options, read, lists.matrix(read, options), conflicts(read, options))


@cache
def material(*texts: str, sections: tuple[str, ...] = SECTIONS) -> Material:
    """The material of a report on a text, or on two."""
    sides = tuple(map(side, texts))
    found = None
    if len(sides) == 2:
        found = compare(sides[0].ruleset, sides[1].ruleset, every=True)
        found = found.replace(provisions=side_by_side(sides[0].text, sides[1].text, found.differences))
    return Material(sides, sections, found, date=DATE)


def report(*texts: str, sections: tuple[str, ...] = SECTIONS) -> Paper:
    """The report on a text, or on two."""
    return paper(material(*texts, sections=sections))


def section(made: Paper, title: str) -> Section:
    """The section with a title, which must be there."""
    return next(b for b in made.blocks if isinstance(b, Section) and b.title == title)


def each(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, those of sections too."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from each(block.blocks)


def said(*blocks: Block) -> str:
    """All words of blocks."""
    found: list[str] = []
    for block in each(blocks):
        match block:
            case Headline(text=text) | Sentence(text=text) | Section(title=text):
                found.append(text)
            case Facts(facts=facts):
                found += [part for fact in facts for part in (fact.label, fact.text)]
            case Table(rows=rows, columns=columns, notes=notes):
                found += [*columns, *(words(cell) for row in rows for cell in row), *notes]
            case Steps(lines=lines):
                found += [line.text for line in lines]
            case Passages(passages=passages):
                found += [run.text for each in passages for run in each.runs]
    return "\n".join(found)


def rules_of(block: Block) -> Iterator[str]:
    """Every provision that a block cites beside its statements."""
    match block:
        case Headline(rules=rules) | Sentence(rules=rules) | Section(rules=rules):
            yield from rules
        case Facts(facts=facts):
            yield from (rule for fact in facts for rule in fact.rules)
        case Steps(lines=lines):
            yield from (rule for line in lines for rule in line.rules)
