"""Every question of the shipped banks on two rulesets can be explained, in full and in short."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from proclogic import testing
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.cli.reading import rulesets
from proclogic.explain.model import Explanation
from proclogic.explain.whole import explain
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.papers import write
from tests.explain.laws import unnamed


def asked(name: str) -> Iterator[tuple[Ruleset, Question, Explanation]]:
    """The questions of the bank that have a derivation, explained in every case."""
    (ruleset,) = rulesets([name])
    for _, row in testing.questions((ruleset,))[0]:
        if ruleset.id in row.under and row.question.form in ("may", "is"):
            try:
                made = explain(ruleset, row.question, Options(layers=row.layers), every_case=True)
            except Unanswerable:
                continue
            yield ruleset, row.question, made


@pytest.mark.parametrize("name, least", [("untoc-cop", 60), ("ahc", 30), ("untoc-review", 15)])
def test_the_questions_of_a_bank_are_explained_by_their_grounds_in_80_columns(name: str, least: int) -> None:
    count = 0
    for ruleset, question, made in asked(name):
        count += 1
        for case, told in zip(made.answer.cases, made.cases, strict=True):
            assert list(unnamed(made, ruleset, case, told)) == [], question.text
            assert told.whys, question.text
        lines = [write.explanations((made,), "text", level).splitlines() for level in write.LEVELS]
        assert len(lines[0]) <= len(lines[1]) <= len(lines[2]), question.text
        assert max(len(line) for level in lines for line in level) <= 80, question.text
    assert count >= least
