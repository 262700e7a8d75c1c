"""One question in many of its worlds: read once, and evaluated in each."""

from __future__ import annotations

from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.reference.evaluate import Evaluator
from proclogic.reference.worlds import setting


def evaluator(ruleset: Ruleset, question: Question, strict: bool = False) -> Evaluator:
    """The reference evaluator for a question; `at(world)` gives what `evaluate` gives of that world."""
    return Evaluator(setting(ruleset, question, strict))
