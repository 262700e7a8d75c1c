"""Changes that matter only under another reading than the one that is followed."""

from __future__ import annotations

from proclogic.answers.options import Options
from proclogic.explain.whole import explain
from proclogic.syntax.parse import parse_question
from tests.answers.texts import rules

WORDS = "Quality: accredited, of an actor.\n"
PROVISIONS = """2
    Dispute "who": "admitted".
    Reading "rigid": nothing more.
        Standing: preferred.
    Reading "functional": An NGO that is not accredited may attend the Committee.
"""


def test_what_ends_a_right_that_only_another_reading_gives_is_among_the_changes() -> None:
    ruleset = rules(WORDS, PROVISIONS)
    question, _ = parse_question("May an NGO attend the Committee?", ruleset.vocabulary)
    assert question is not None
    changes = [c.texts for case in explain(ruleset, question, Options()).cases for c in case.changes]
    assert ("it is accredited",) in changes
