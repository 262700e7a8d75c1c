"""An answer reads the same in every run: nothing in it is in the order of a set."""

from __future__ import annotations

import os
import subprocess
import sys

ASKED = """
from proclogic.answers.ask import answer
from proclogic.cli.reading import rulesets
from proclogic.papers import write
from proclogic.syntax.parse import parse_question
(ruleset,) = rulesets(["untoc-cop"])
question, _ = parse_question("May an NGO with observer status attend a working group?", ruleset.vocabulary)
print(write.answers((answer(ruleset, question),), "json"))
"""


def test_an_answer_is_the_same_whatever_the_order_of_sets() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", ASKED],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "5")
    }
    assert len(said) == 1
