"""What plain implicants say of a situation is what all implicants say of it."""

from __future__ import annotations

from itertools import combinations

import pytest

from proclogic.answers.ask import answer
from proclogic.answers.cells import Asker
from proclogic.answers.options import Options
from proclogic.cli.reading import rulesets
from proclogic.engine.cubes import Cube
from proclogic.explain.changes import Changes
from proclogic.explain.whole import Explainer
from proclogic.syntax.parse import parse_question

ASKED = [
    ("untoc-cop", "May an NGO speak in plenary meetings of the Conference?"),
    (
        "untoc-cop",
        "May an NGO not in consultative status attend plenary meetings of the Conference, "
        "if a State Party objects to it?",
    ),
    ("untoc-cop", "May an NGO attend plenary meetings of the Conference, if the Conference decides to admit it?"),
    ("uncac-cosp", "May an NGO attend plenary meetings of the Conference?"),
    ("ahc", "May an NGO attend formal sessions of the Committee?"),
]


@pytest.mark.parametrize("name, words", ASKED)
def test_verdicts_and_outcomes_are_the_same_from_plain_implicants(name: str, words: str) -> None:
    (ruleset,) = rulesets([name])
    question, _ = parse_question(words, ruleset.vocabulary)
    assert question is not None
    asker = Asker(ruleset, Options())
    explainer = Explainer(asker, question, answer(ruleset, question, None, asker))
    changes = Changes(asker, question, explainer.examined, explainer.saying)
    situations = changes.situations
    count = 0
    for branch in explainer.examined.branches:
        lead = asker.readings.lead(explainer.posed, asker.readings.counted(explainer.posed, branch))
        start = changes.start(explainer.stands(lead), lead)
        singles = [frozenset({-x}) for x in start.stands]
        acts = [flips for flips in singles if all(map(situations.posed.is_move, flips))]
        for flips in (Cube(), *singles, *(one | other for one, other in combinations(acts, 2))):
            after = start.after(flips)
            if after is None:
                continue
            for free in (frozenset[int](), situations.choices):
                count += 1
                assert situations.said(after, flips, free) == situations.settle(after, flips, free).said, flips
    assert count > 50
