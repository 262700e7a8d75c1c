"""From a paper to a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proclogic.papers.document import Block, Cell, Headline, Paper, Passages, Run, Section, Table
from proclogic.papers.writers.files import Setting
from proclogic.papers.writers.word import properties
from proclogic.papers.writers.word.body import Body
from proclogic.papers.writers.word.notes import Notes
from proclogic.papers.writers.word.opening import opened, saved
from proclogic.papers.writers.word.pages import stamped
from proclogic.papers.writers.word.pieces import Ids, changed
from proclogic.papers.writers.word.styles import Styles


def write(paper: Paper, setting: Setting) -> bytes:
    """The paper as a Word file; it is the same each time. Raises `BadTemplate` where the template cannot be read."""
    document, pages = opened(setting)
    ids = Ids()
    styles = Styles(document.styles.element)
    notes = Notes(document, paper.notes, styles, ids)
    body = Body(document, pages, styles, notes, ids)
    if paper.cover is not None:
        body.cover(paper.cover, ruled=not setting.template)
    if paper.title and (paper.cover is None or paper.title != paper.cover.title):
        (body.subtitle if paper.cover else body.title)(paper.title)
    body.blocks(paper.blocks)
    for number in notes.left():
        body.note(paper.notes[number - 1])
    body.laid.into(document.element.body, pages)
    stamped(document, paper.stamp, styles, ids)
    notes.close()
    properties.language(document, paper.language)
    properties.about(document, _name(paper))
    if any(changed(run) for run in _runs(paper.blocks)):
        properties.tracking(document)
    return saved(document)


def _name(paper: Paper) -> str:
    """What the file is called in its properties."""
    heads = [block.text for block in paper.blocks if isinstance(block, Headline)]
    return next(filter(None, (paper.cover.title if paper.cover else "", paper.title, *heads)), "")


def _runs(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in blocks:
        match block:
            case Section(blocks=inner):
                yield from _runs(inner)
            case Passages(passages=passages):
                for each in passages:
                    yield from each.runs
            case Table(rows=rows):
                for cell in (cell for row in rows for cell in row if isinstance(cell, Cell)):
                    yield from cell.runs
