"""Answers a question of any form."""

from __future__ import annotations

from proclogic.answers.cells import Asker
from proclogic.answers.forms import other_form
from proclogic.answers.model import Answer
from proclogic.answers.options import Options
from proclogic.norms.model import Question, Ruleset


def answer(ruleset: Ruleset, question: Question, options: Options | None = None) -> Answer:
    """The answer to a question. Raises Unanswerable, with diagnostics, when the facts contradict each other."""
    asker = Asker(ruleset, options or Options())
    asker.numbers.update(dict(question.numbers))
    if question.cell is None or question.form not in ("may", "is"):
        return other_form(asker, question)
    return asker.cell(question.cell, question.facts, question.text, question.form)
