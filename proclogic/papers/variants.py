"""What a reader may choose in a paper, and what its texts are under choices, made of a matrix worked out with them.

The engine has worked out what a row is under the choices (`answers/under_choices.py`); this puts it into the words of a
paper. Of the variants that fit what a reader has chosen, one with the most pairs is to be shown: where several have as
many, they say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from proclogic.answers.model import Matrix, Row, Ruled
from proclogic.papers.document import Cell, Choice, Option, Run, Variant

NOT_KNOWN = "not worked out under choices"


def choices(matrix: Matrix) -> tuple[Choice, ...]:
    """The choices that change some row, named so that those of several rulesets can stand in one paper."""
    return tuple(
        Choice(
            named(matrix, one.group),
            one.sort,
            one.provision,
            one.words,
            tuple(Option(name, text, (about,) if about else ()) for name, text, about in one.options),
            matrix.ruleset,
        )
        for one in matrix.choosable
    )


def named(matrix: Matrix, group: str) -> str:
    """The name of a choice in a paper."""
    return f"{matrix.ruleset} {group}"


def cells(matrix: Matrix, row: Row, texts: Iterable[Callable[[Row | Ruled], str]]) -> tuple[str | Cell, ...]:
    """Cells of a row, each made by a function of the row or of what it is under some choices."""
    return tuple(_cell(matrix, row, text) for text in texts)


def _cell(matrix: Matrix, row: Row, text: Callable[[Row | Ruled], str]) -> str | Cell:
    first = text(row)
    if row.under is None:
        every = ((named(matrix, one.group), name) for one in matrix.choosable for name, _, _ in one.options)
        told = tuple(Variant((pair,), NOT_KNOWN) for pair in every)
    else:
        told = tuple(Variant(_when(matrix, one), text(one)) for one in row.under if one.when)
    if all(one.text == first for one in told):
        return first
    return Cell((Run(first),), variants=told)


def _when(matrix: Matrix, one: Ruled) -> tuple[tuple[str, str], ...]:
    return tuple((named(matrix, group), option) for group, option in one.when)
