"""The asks of a position, and what the rulesets come to when they are held to them."""

from __future__ import annotations

from proclogic.papers import from_assessment
from proclogic.papers.document import Block, Closing, Headline, Section, Sentence, Sources
from proclogic.report.model import Material


def blocks(material: Material) -> tuple[Block, ...]:
    """The table of the asks, then each ask."""
    if not material.assessments:
        return ()
    paper = from_assessment.papers(material.assessments, full=True)
    made: list[Block] = []
    for block in paper.blocks:
        match block:
            case Headline(text=text, rules=rules):
                made.append(Sentence(text, rules, label="Met"))
            case Closing(lines=lines):
                made += [Sentence(line, label="Note") for line in lines]
            case Section():
                made.append(block.replace(folded=True))
            case Sources():
                continue
            case _:
                made.append(block)
    return tuple(made)
