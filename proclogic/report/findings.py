"""What is wrong with a text, and what of it its author lets stand."""

from __future__ import annotations

from proclogic.papers import from_findings
from proclogic.papers.document import Block, Closing, Headline, Section, Sentence
from proclogic.report.model import Material, Side


def blocks(material: Material) -> tuple[Block, ...]:
    """The findings of each ruleset, with those that its author accepts."""
    several = len(material.sides) > 1
    found: list[Block] = []
    for side in material.sides:
        made = _blocks(side)
        found += [Section(side.name, f"In {side.name}", made)] if several and made else made
    return tuple(found)


def _blocks(side: Side) -> tuple[Block, ...]:
    if side.findings is None:
        return ()
    paper = from_findings.paper(side.findings, accepted=True)
    made: list[Block] = []
    for block in paper.blocks:
        match block:
            case Headline(text=text, rules=rules):
                made.append(Sentence(text, rules, label="Found"))
            case Closing(lines=lines):
                made += [Sentence(line, label="Examined") for line in lines]
            case _:
                made.append(block)
    return tuple(made)
