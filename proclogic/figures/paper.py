"""Figures as a paper: for those who read them as tables and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from proclogic.papers.document import Block, Closing, Fact, Facts, Figure, Headline, Paper, Section, Table

EMPTY = "There is nothing to draw: no rule speaks of it"
NO_OVERRIDE = "There is nothing to draw: no rule is said to prevail over another"
NO_STATUS = "There is nothing to draw: no rule gives or takes a status"
NO_COMMON = (
    "There is nothing to draw: nothing that the two give has the same words (--mapping says what stands for what)"
)


def paper(
    title: str, figures: Sequence[Figure], alternatives: bool = True, closing: str = "", empty: str = EMPTY
) -> Paper:
    """The tables of figures, and with `alternatives` their alternative texts; `empty` where there are none."""
    if not figures:
        return Paper("", (Headline(f"{empty}."),))
    parts: list[Block] = []
    for number, figure in enumerate(figures, start=1):
        blocks: list[Block] = [figure.instead.replace(caption="")] if figure.instead is not None else []
        if alternatives:
            facts = tuple(Fact("In words" if not i else "", text) for i, text in enumerate(figure.alt))
            blocks.append(Facts(facts))
        tag = f"Figure {number}" if len(figures) > 1 else "Figure"
        parts.append(Section(tag, figure.caption, tuple(blocks)))
    return Paper("", (Headline(title), *parts, *([Closing((closing,))] if closing else [])))


def data(figures: Sequence[Figure]) -> dict[str, Any]:
    """Figures as JSON."""
    return {"schema": "proclogic/figures/1", "figures": [_figure(figure) for figure in figures]}


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "name": figure.name,
        "caption": figure.caption,
        "alt": list(figure.alt),
        "table": _table(figure.instead) if figure.instead is not None else None,
        "dot": figure.dot,
    }


def _table(table: Table) -> dict[str, Any]:
    return {"columns": list(table.columns), "rows": [list(row) for row in table.rows]}
