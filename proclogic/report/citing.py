"""Which provisions of which ruleset a report cites, and what a footnote says of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proclogic.papers.document import Block, Facts, Headline, Section, Sentence, Steps
from proclogic.papers.words import CERTAINTY_WORDS
from proclogic.report.model import ANSWERS, COMPARISON, FINDINGS, MATRIX, POSITION, Material, Side


def known(side: Side) -> dict[str, str]:
    """What a footnote says of each provision: where it is found, its layer, and how surely its text is known."""
    found = {}
    for provision in side.text.provisions:
        certainty = CERTAINTY_WORDS.get(provision.certainty, provision.certainty)
        source = provision.source
        parts = (source.title or side.text.source.title, source.symbol, source.date)
        where = ", ".join(part for part in parts if part) or "no source is given"
        found[provision.number] = f"{where}; layer: {provision.layer}; {certainty}"
    return found


def side_of(block: Block, material: Material) -> Side | None:
    """The ruleset of which a block speaks: the only one, or that which the tag of its section names."""
    if len(material.sides) == 1:
        return material.sides[0]
    if not isinstance(block, Section):
        return None
    for side in material.sides:
        if block.tag in (side.name, side.text.id) or block.tag.endswith(f", {side.text.id}"):
            return side
    return None


def cited(material: Material, blocks: Iterable[Block]) -> dict[str, frozenset[str]]:
    """The provisions that the paper cites, by the id of their ruleset."""
    found: dict[str, set[str]] = {side.text.id: set() for side in material.sides}
    for block in blocks:
        for name, rule in _spoken(block, material):
            found[name].add(rule)
    wanted = material.sections
    for place, side in enumerate(material.sides):
        own = found[side.text.id]
        if MATRIX in wanted:
            own.update(c.provision for c in side.matrix.cited)
        if FINDINGS in wanted and side.findings is not None:
            own.update(b.provision for f in (*side.findings.findings, *side.findings.accepted) for b in f.blamed)
        if ANSWERS in wanted and material.asked is not None:
            answers = [r.answer for r in material.asked.results if r.ruleset == side.text.id and r.answer is not None]
            own.update(c.provision for answer in answers for c in answer.cited)
        if POSITION in wanted:
            held = [a for a in material.assessments if a.ruleset == side.text.id]
            own.update(c.provision for one in held for answer in one.answers for c in answer.cited)
        if COMPARISON in wanted and material.comparison is not None:
            for one in material.comparison.differences:
                if not one.is_same:
                    own.update(one.a.rules if place == 0 and len(material.sides) > 1 else one.b.rules)
    return {name: frozenset(own) for name, own in found.items()}


def _spoken(block: Block, material: Material) -> Iterator[tuple[str, str]]:
    side = side_of(block, material)
    if side is not None:
        for rule in _rules(block):
            yield side.text.id, rule
    elif isinstance(block, Section):
        for part in block.blocks:
            yield from _spoken(part, material)


def _rules(block: Block) -> Iterator[str]:
    match block:
        case Section(rules=rules, blocks=inner):
            yield from rules
            for part in inner:
                yield from _rules(part)
        case Headline(rules=rules) | Sentence(rules=rules):
            yield from rules
        case Facts(facts=facts):
            yield from (rule for fact in facts for rule in fact.rules)
        case Steps(lines=lines):
            yield from (rule for line in lines for rule in line.rules)
