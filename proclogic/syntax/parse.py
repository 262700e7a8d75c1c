"""From text to documents, questions and facts, with the diagnostics of whatever could not be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.questions import Fact, Question
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import Source, Span
from proclogic.syntax.asking import read_facts, read_question
from proclogic.syntax.reader import Reader
from proclogic.syntax.report import Faults
from proclogic.syntax.words import words

if TYPE_CHECKING:
    from proclogic.syntax.tree import Document


def parse_file(source: Source, vocabulary_of: Callable[[str], Vocabulary | None]) -> tuple[Document, list[Diagnostic]]:
    """The document in a .rules or .question file, as far as it could be read.

    `vocabulary_of` gives the vocabulary of a ruleset or vocabulary by its id, None when there is none. The
    `vocabulary` of the document is what the file declares itself.
    """
    from proclogic.syntax.whole_files import read_file  # a command that only asks does without

    return read_file(source, vocabulary_of)


def parse_question(
    text: str, vocabulary: Vocabulary, name: str = "question"
) -> tuple[Question | None, list[Diagnostic]]:
    """The question in a text, asked in the words of a vocabulary."""
    faults = Faults(Source(name, text))
    found = words(text)
    if not len(found):
        faults.add("E104", "there is no question here", Span(name, 0, 0))
        return None, faults.found
    return read_question(found, Reader(vocabulary, faults)), faults.found


def parse_facts(text: str, vocabulary: Vocabulary) -> tuple[tuple[Fact, ...], list[Diagnostic]]:
    """The facts in a text ("it is relevant and a State Party objected to it")."""
    faults = Faults(Source("given", text))
    facts, _ = read_facts(words(text), Reader(vocabulary, faults))
    return tuple(facts), faults.found
