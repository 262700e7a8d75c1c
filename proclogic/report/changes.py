"""The text of an overlay's base with the changes that the overlay makes in it."""

from __future__ import annotations

from proclogic.papers.document import Block, Section
from proclogic.papers.from_changes import proposers
from proclogic.report.model import Material


def blocks(material: Material) -> tuple[Block, ...]:
    """The provisions that are changed, with what is inserted and deleted in them, and by whom."""
    several = len(material.changes) > 1
    found: list[Block] = []
    for name, passages in material.changes:
        told = (*proposers(passages), passages)
        if passages.passages:
            found += [Section(name, f"What {name} changes", told)] if several else told
    return tuple(found)
