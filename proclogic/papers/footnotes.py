"""Footnotes: where a provision is cited for the first time, the number of a note on where its text is found and how
surely it is known.

Provisions of which the note would say the same share one. Tables have letters of their own below them, and are left as
they are; so is what is for a screen only, which opens what it cites.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from proclogic.papers.document import (
    SCREEN,
    Block,
    Fact,
    Facts,
    Headline,
    Line,
    Section,
    Sentence,
    Steps,
)
from proclogic.papers.words import capital, cites

Part = TypeVar("Part", Fact, Line)
Known = Mapping[str, str]  # what the note on a provision says


class Footnotes:
    """Gives the notes their numbers, in the order of reading. `said` is what they say, each with the provisions of
    which it says so."""

    def __init__(self) -> None:
        self._notes: dict[tuple[str, str], int] = {}
        self._of: dict[int, list[str]] = {}
        self._seen: set[tuple[str, str]] = set()

    @property
    def said(self) -> tuple[str, ...]:
        """The notes in their order."""
        return tuple(_note(tuple(self._of[n]), text) for (_, text), n in self._notes.items())

    def on(self, blocks: Iterable[Block], known: Known, ruleset: str = "") -> tuple[Block, ...]:
        """The blocks with the numbers of notes at what they cite first. `ruleset` tells provisions of the same number
        apart."""
        return tuple(self._block(block, known, ruleset) for block in blocks)

    def _block(self, block: Block, known: Known, ruleset: str) -> Block:
        match block:
            case Section(medium=medium) if medium == SCREEN:
                return block
            case Section(rules=rules, blocks=inner):
                notes = self._at(rules, known, ruleset)
                return block.replace(notes=notes, blocks=self.on(inner, known, ruleset))
            case Headline(rules=rules) | Sentence(rules=rules):
                return block.replace(notes=self._at(rules, known, ruleset))
            case Facts(facts=facts):
                return block.replace(facts=tuple(self._part(fact, known, ruleset) for fact in facts))
            case Steps(lines=lines):
                return block.replace(lines=tuple(self._part(line, known, ruleset) for line in lines))
            case _:
                return block

    def _part(self, part: Part, known: Known, ruleset: str) -> Part:
        return part.replace(notes=self._at(part.rules, known, ruleset))

    def _at(self, rules: tuple[str, ...], known: Known, ruleset: str) -> tuple[int, ...]:
        """The numbers of the notes on the provisions that are cited here and nowhere before."""
        found: dict[int, None] = {}
        for rule in dict.fromkeys(rules):
            if (ruleset, rule) in self._seen or not known.get(rule):
                continue
            self._seen.add((ruleset, rule))
            number = self._notes.setdefault((ruleset, known[rule]), len(self._notes) + 1)
            self._of.setdefault(number, []).append(rule)
            found[number] = None
        return tuple(found)


def _note(rules: tuple[str, ...], text: str) -> str:
    """What is said of provisions; of one that the text names first, without naming it again."""
    named = capital(cites(rules))
    return f"{text}." if text.startswith(named) and not text[len(named) :][:1].isalnum() else f"{named}: {text}."
