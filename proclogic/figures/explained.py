"""The figure of an explanation: its proof graph, with the derivation in words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proclogic.explain.model import Explanation
from proclogic.figures.proof import proof
from proclogic.papers import from_explanation
from proclogic.papers.document import Block, Figure, Line, Section, Steps
from proclogic.papers.words import cites

CAPTION = "What the answer rests on, from the conclusion down"


def figure(values: tuple[Explanation, ...], full: bool) -> Figure:
    """The proof graph of the explanations."""
    several = len(values) > 1
    alt = [
        sentence
        for value in values
        for sentence in (
            *([f"Under {value.answer.ruleset}:"] if several else []),
            *map(_sentence, _lines(from_explanation.paper(value, full, several).blocks)),
        )
    ]
    return Figure("proof", CAPTION, proof(values, full), tuple(alt))


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Section(blocks=inner):
                yield from _lines(inner)
            case Steps(lines=lines):
                yield from lines


def _sentence(line: Line) -> str:
    text = line.text.removesuffix(".")
    return f"{text}: {cites(line.rules)}." if line.rules else f"{text}."
