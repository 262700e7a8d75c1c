"""The matrix for a screen: rows in which something is said, silence told apart, choices named by their ruleset."""

from __future__ import annotations

from proclogic.answers import lists
from proclogic.papers import from_matrix
from proclogic.papers.document import Cell, Section, Table, words
from tests.papers.html import pages


def table(choices: bool) -> Table:
    found = from_matrix.page(lists.matrix(pages.ruleset(), choices=choices))
    return next(block for block in found.blocks if isinstance(block, Table))


def test_a_row_says_who_may_do_what_and_opens_its_reasons() -> None:
    found = table(choices=True)
    assert [tuple(map(words, row))[:6] for row in found.rows] == [
        ("member", "speak", "the assembly", "of right", "", ""),
        ("member", "vote", "the assembly", "of right", "", ""),
        ("guest", "speak", "the assembly", "by leave or not conferred", "contested", "according to the reading"),
        ("guest", "vote", "the assembly", "of right or prohibited", "open [ ]", "according to the brackets"),
        ("guest", "watch", "the assembly", "of right", "", ""),
    ]
    assert len(found.details) == len(found.rows) and all(found.details)


def test_a_cell_says_what_it_is_under_choices_that_are_named_by_their_ruleset() -> None:
    answer = table(choices=True).rows[3][3]
    assert isinstance(answer, Cell)
    assert {(one.when, one.text) for one in answer.variants} == {
        ((("club 3", "may"),), "of right"),
        ((("club 3", "may not"),), "prohibited"),
    }
    named = {choice.name: [option.name for option in choice.options] for choice in pages.page().choices[:2]}
    assert named == {"club 2/watch": ["from the door", "from inside"], "club 3": ["may", "may not"]}


def test_without_choices_the_rows_are_the_same_and_say_nothing_of_any() -> None:
    plain = table(choices=False)
    assert all(isinstance(cell, str) for row in plain.rows for cell in row)
    assert [tuple(map(words, row))[:6] for row in plain.rows] == [
        tuple(map(words, row))[:6] for row in table(choices=True).rows
    ]


def test_silence_is_told_actor_by_actor() -> None:
    sections = [block for block in from_matrix.page(pages.matrix()).blocks if isinstance(block, Section)]
    silent = next(block for section in sections if section.tag == "Silent" for block in section.blocks[1:])
    assert isinstance(silent, Table) and silent.rows == (("member", "watch (in any body)"),)
