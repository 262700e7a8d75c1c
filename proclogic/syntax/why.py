"""Questions that begin with why: "Why may an NGO not speak in the Conference?" asks about "May an NGO speak ...?".

The words "why" and "not" are taken out, and what is left is a question of the language: the place of every other word
in the text is kept, so that faults are shown where they stand.
"""

from __future__ import annotations

import re

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.questions import Question
from proclogic.norms.vocabulary import Vocabulary
from proclogic.syntax.parse import parse_question

MAY, WHY, WHY_NOT = "may", "why", "why not"
_WHY = re.compile(r"\s*why\b\s*", re.IGNORECASE)
_NOT = re.compile(r"\bnot\b|(?<=may)n't\b|\bcannot\b", re.IGNORECASE)


def parse_asked(
    text: str, vocabulary: Vocabulary, name: str = "question"
) -> tuple[Question | None, str, list[Diagnostic]]:
    """The question in a text with or without why, and what it asks: MAY, WHY or WHY_NOT.

    The first "not" without which the rest can be read is that of "why ... not"; one that the rest needs (an NGO not in
    consultative status) stays."""
    begins = _WHY.match(text)
    if begins is None:
        question, found = parse_question(text, vocabulary, name)
        return question, MAY, found
    plain = " " * begins.end() + text[begins.end() :]
    question, found = parse_question(plain, vocabulary, name)
    if question is not None:
        return question.replace(text=_shown(text)), WHY, found
    first = found
    for one in _NOT.finditer(plain):
        tried = plain[: one.start()] + " " * (one.end() - one.start()) + plain[one.end() :]
        question, found = parse_question(tried, vocabulary, name)
        if question is not None:
            return question.replace(text=_shown(text)), WHY_NOT, found
        if _last(found) > _last(first):
            first = found
    return None, WHY, first


def _shown(text: str) -> str:
    return " ".join(text.split())


def _last(found: list[Diagnostic]) -> int:
    """How far the reading came."""
    return min((d.span.start for d in found if d.is_error), default=0)
