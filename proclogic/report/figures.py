"""The figures."""

from __future__ import annotations

from proclogic.papers.document import Block
from proclogic.report.model import Material


def blocks(material: Material) -> tuple[Block, ...]:
    """The entitlement graphs, and that of two rulesets laid over each other."""
    return material.figures
