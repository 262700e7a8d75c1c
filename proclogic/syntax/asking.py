"""Questions and facts by themselves: what every command that asks needs, and no more."""

from __future__ import annotations

from proclogic.norms.questions import Fact, Question
from proclogic.syntax.build_questions import given, question
from proclogic.syntax.reader import Reader
from proclogic.syntax.words import Words


def read_question(found: Words, reader: Reader) -> Question | None:
    """The question in some words; a question mark at the end may be missing."""
    before = len(reader.faults.found)
    end = len(found)
    text = found.slice(0, end)
    if end and found.norm[-1] == ".":
        found.norm[-1] = "?"
    elif end and found.norm[-1] != "?":
        found = Words(
            found.text,
            [*found.norm, "?"],
            [*found.start, found.end[-1]],
            [*found.end, found.end[-1]],
            [*found.sort, "other"],
            {},
        )
    tree = reader.read(found, "question")
    if tree is None:
        return None
    made = question(tree, reader.names, text)
    return None if any(d.is_error for d in reader.faults.found[before:]) else made


def read_facts(found: Words, reader: Reader) -> tuple[list[Fact], list[tuple[str, int]]]:
    """The facts in some words, with the numbers of a vote; a full stop at the end may be there."""
    if len(found) and found.norm[-1] == ".":
        found = found.part(0, len(found) - 1)
    before = len(reader.faults.found)
    tree = reader.read(found, "facts") if len(found) else None
    if tree is None:
        return [], []
    reader.names.about = "actor"
    numbers: list[tuple[str, int]] = []
    facts = given(tree, reader.names, numbers)
    return ([], []) if any(d.is_error for d in reader.faults.found[before:]) else (facts, numbers)
