"""Every statement of law in a report has its rule, and every rule its source."""

from __future__ import annotations

import re

import pytest

from proclogic.papers.document import PRINT, Block, Fact, Facts, Paper, Section, Sources, Table, meant_for, words
from tests.report.texts import BRACKETS, SMALL, each, report, rules_of

CASES = {"small": SMALL, "brackets": BRACKETS}
GIVEN = re.compile(r"\b(of right|by default|by leave|prohibited)\b")


def cited(blocks: tuple[Block, ...]) -> set[str]:
    return {rule for block in each(blocks) for rule in rules_of(block)}


def in_the_annex(made: Paper) -> set[str]:
    """The provisions of which the annex gives the source."""
    found = [b for b in each(made.blocks) if isinstance(b, Sources)]
    return {rule for block in found for _, rules in block.sources for rule in rules}


@pytest.mark.parametrize("name", CASES)
def test_every_cell_that_gives_or_forbids_names_its_rule(name: str) -> None:
    for table in (b for b in each(report(CASES[name]).blocks) if isinstance(b, Table)):
        for row in table.rows:
            for cell in map(words, row[1:]):
                if GIVEN.search(cell) and "Rule" not in table.columns:
                    assert re.search(r"\(.*\d", cell), (table.caption, cell)


@pytest.mark.parametrize("name", CASES)
def test_everything_on_which_the_answers_rest_names_its_rule(name: str) -> None:
    short = report(CASES[name]).blocks[0]
    assert isinstance(short, Section)
    rests: list[Fact] = [fact for b in short.blocks if isinstance(b, Facts) for fact in b.facts]
    assert rests and all(fact.rules for fact in rests if fact.label != "Silence")


@pytest.mark.parametrize("name", CASES)
def test_every_provision_that_is_cited_has_its_source_in_the_annex(name: str) -> None:
    made = report(CASES[name])
    assert cited(made.blocks) <= in_the_annex(made)


@pytest.mark.parametrize("name", CASES)
def test_every_provision_has_a_footnote_where_it_is_first_cited(name: str) -> None:
    made = meant_for(report(CASES[name]), PRINT)
    seen: set[str] = set()
    for block in each(made.blocks):
        for part in block.facts if isinstance(block, Facts) else (block,):
            rules = {r for r in getattr(part, "rules", ()) if r} - seen
            if rules:
                assert getattr(part, "notes", ()), (rules, part)
            seen |= rules
    assert seen and made.notes


def test_footnotes_are_numbered_in_the_order_of_reading_and_shared_by_equal_ones() -> None:
    made = report(SMALL)
    numbers = [n for b in each(made.blocks) if isinstance(b, Facts) for fact in b.facts for n in fact.notes]
    assert sorted(dict.fromkeys(numbers)) == list(dict.fromkeys(numbers))
    assert len(made.notes) == 1  # one source, one layer, one certainty
    assert "SC/1; layer: rules; seen verbatim" in made.notes[0]
