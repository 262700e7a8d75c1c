"""The text of an overlay's base with the changes that the overlay makes in it."""

from __future__ import annotations

from proclogic.papers.document import Block, Section
from proclogic.report.model import Material


def blocks(material: Material) -> tuple[Block, ...]:
    """The provisions that are changed, with what is inserted and deleted in them, and by whom."""
    several = len(material.changes) > 1
    return tuple(
        Section(name, f"What {name} changes", (passages,)) if several else passages
        for name, passages in material.changes
        if passages.passages
    )
