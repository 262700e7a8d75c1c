"""Text that is not agreed, in the core form: brackets in sentences, options over provisions, alternative numbers.

Each is a bracket, of whose alternatives exactly one stands in each world; what is in an alternative is guarded by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from proclogic.norms.conditions import ALWAYS, Formula, Keeps
from proclogic.norms.formulas import both
from proclogic.norms.model import Alternative, Bracket
from proclogic.norms.numbers import covers, same
from proclogic.sources import NOWHERE, Span
from proclogic.syntax.english import ENDING
from proclogic.syntax.tree import BracketText, Choice, Document, ProvisionText, Sentence


def bracket_id(text: ProvisionText, number: int) -> str:
    """The id of a bracket of a provision: 17(2), or 17(2) [1] where there are several."""
    return text.number if len(text.brackets) == 1 else f"{text.number} [{number}]"


class Undecided:
    """The brackets of a document, and what guards each sentence. `words` are the endings of numbers ("alt") that make
    a provision an alternative to the one without it."""

    def __init__(self, document: Document, words: Sequence[str]) -> None:
        self._texts = document.provisions
        self._options = document.options
        self._numbers = _alternatives([t.number for t in document.provisions], words)
        self.brackets = tuple(self._all())

    def guard(self, text: ProvisionText, sentence: Sentence) -> Formula:
        """What must be decided for a sentence to stand in the text."""
        keeps: list[Formula] = []
        if text.options:
            keeps.append(Keeps(self._options_id(text.options), text.option))
        keeps += [Keeps(stem, name) for stem, names in self._numbers.items() for name in _standing(text.number, names)]
        keeps += [Keeps(bracket_id(text, number), chosen) for number, chosen in sentence.keeps]
        return both(*keeps) if keeps else ALWAYS

    def _all(self) -> Iterable[Bracket]:
        for k, options in enumerate(self._options, 1):
            yield _bracket(self._options_id(k), self._first(k), options, True)
        for stem, names in self._numbers.items():
            choices = tuple(Choice(name) for name in names)
            yield _bracket(stem, stem, BracketText(choices, self._span(stem)), True)
        for text in self._texts:
            for number, written in enumerate(text.brackets, 1):
                yield _bracket(bracket_id(text, number), text.number, written)

    def _first(self, group: int) -> str:
        return next((t.number for t in self._texts if t.options == group), "")

    def _options_id(self, group: int) -> str:
        return f"options from {self._first(group)}"

    def _span(self, number: str) -> Span:
        return next((t.span for t in self._texts if covers(number, t.number)), NOWHERE)


def _bracket(name: str, provision: str, written: BracketText, of_provisions: bool = False) -> Bracket:
    alternatives = tuple(
        Alternative(c.text, c.proposers, c.text, c.supporters, c.document, c.date, c.amends) for c in written.choices
    )
    return Bracket(name, provision, alternatives, written.span, of_provisions)


def _alternatives(numbers: Sequence[str], words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The numbers that have alternatives: 17 with 17 alt, by the number without the ending."""
    if not words:
        return {}
    ending = re.compile(rf"(.+?)\s+((?:{'|'.join(words)})(?:\s+(?:{ENDING}))?)(?=\(|$)", re.I)
    found: dict[str, dict[str, None]] = {}
    for number in numbers:
        named = ending.match(number)
        if named and any(covers(named[1], n) for n in numbers):
            found.setdefault(named[1], {named[1]: None})[named[0]] = None
    return {stem: tuple(names) for stem, names in found.items()}


def _standing(number: str, names: Iterable[str]) -> list[str]:
    """The alternative to which a provision belongs; none when it belongs to none of them."""
    return [n for n in names if same(n) == same(number) or covers(n, number)][:1]
