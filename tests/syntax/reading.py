"""Short ways to read a text in the tests of this folder."""

from __future__ import annotations

from proclogic.diagnostics.model import Diagnostic
from proclogic.sources import Source
from proclogic.syntax.parse import parse_file
from proclogic.syntax.tree import Document, Sentence
from tests.syntax.texts import vocabulary


def read(text: str, words: str) -> tuple[Document, list[Diagnostic]]:
    """A file that uses the vocabulary of a text; where it says so is its first line."""
    return parse_file(Source("rules", f"Uses: it.\n{text}"), lambda _: vocabulary(words))


def read_sentence(words: str, said: str) -> Sentence:
    """The only sentence of a provision, read without a mistake."""
    document, found = read(f"1  {said}\n", words)
    wrong = [d for d in found if d.code != "W412"]  # not on how the sentence is read, but on how it is worded
    assert not wrong, (said, [(d.code, d.message, d.at, d.notes) for d in found])
    (only,) = document.provisions[0].sentences
    return only


def faults(said: str, words: str) -> list[str]:
    """The codes of what is wrong with a provision."""
    return [d.code for d in read(f"1  {said}\n", words)[1]]
