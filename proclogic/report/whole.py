"""The paper: its sections in the order in which a reader needs them."""

from __future__ import annotations

from collections.abc import Callable

from proclogic.papers.document import Block, Paper, Section
from proclogic.papers.footnotes import Footnotes
from proclogic.papers.made import texts
from proclogic.papers.stamp import files, stamp
from proclogic.report import answers, changes, citing, comparison, figures, findings, matrix, position, short
from proclogic.report.cover import cover
from proclogic.report.model import (
    ANSWERS,
    CHANGES,
    COMPARISON,
    FIGURES,
    FINDINGS,
    MATRIX,
    POSITION,
    SHORT,
    SOURCES,
    Material,
)

# The sections in their order: name, title, and what gives their blocks.
PARTS: tuple[tuple[str, str, Callable[[Material], tuple[Block, ...]]], ...] = (
    (SHORT, "In short", short.blocks),
    (COMPARISON, "Who gains, who loses", comparison.blocks),
    (CHANGES, "The text with its changes", changes.blocks),
    (ANSWERS, "Questions and answers", answers.blocks),
    (POSITION, "Held to a position", position.blocks),
    (FIGURES, "Figures", figures.blocks),
    (MATRIX, "Who may do what", matrix.blocks),
    (FINDINGS, "What is wrong with the text", findings.blocks),
)
ANNEX = "Annex: the provisions cited"
TITLES = {name: title for name, title, _ in PARTS} | {SOURCES: ANNEX}


def paper(material: Material) -> Paper:
    """The report: the cover, then each section that was asked for and has something to say."""
    notes = Footnotes()
    known = {side.name: citing.known(side) for side in material.sides}
    made: list[Section] = []
    for name, title, blocks in PARTS:
        inner = blocks(material) if name in material.sections else ()
        if inner:
            made.append(Section(title, title, _noted(inner, material, known, notes)))
    if SOURCES in material.sections:
        annex = texts([side.text for side in material.sides], citing.cited(material, made))
        made += [Section("Annex", ANNEX, annex)] if annex else []
    sides = [(side.ruleset, side.options) for side in material.sides]
    made.append(files([ruleset for ruleset, _ in sides], material.others))
    stamped = stamp(sides, material.date, material.others)
    return Paper("", tuple(made), cover(material), notes.said, stamped, material.choices)


def _noted(
    blocks: tuple[Block, ...], material: Material, known: dict[str, dict[str, str]], notes: Footnotes
) -> tuple[Block, ...]:
    """The blocks with footnotes: those that speak of one ruleset, with its own."""
    found: list[Block] = []
    for block in blocks:
        side = citing.side_of(block, material)
        if side is not None:
            found += notes.on((block,), known[side.name], side.name)
        elif isinstance(block, Section):
            found.append(block.replace(blocks=_noted(block.blocks, material, known, notes)))
        else:
            found.append(block)
    return tuple(found)
