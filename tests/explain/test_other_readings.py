"""Changes that matter only, or matter more, under another reading than the one that is followed."""

from __future__ import annotations

from proclogic.answers.options import Options
from proclogic.explain.whole import explain
from proclogic.syntax.parse import parse_question
from tests.answers.texts import rules


def changes(words: str, provisions: str) -> set[tuple[str, ...]]:
    ruleset = rules(words, provisions)
    question, _ = parse_question("May an NGO attend the Committee?", ruleset.vocabulary)
    assert question is not None
    return {c.texts for case in explain(ruleset, question, Options()).cases for c in case.changes}


def test_what_ends_a_right_that_only_another_reading_gives_is_among_the_changes() -> None:
    found = changes(
        "Quality: accredited, of an actor.\n",
        """2
    Dispute "who": "admitted".
    Reading "rigid": nothing more.
        Standing: preferred.
    Reading "functional": An NGO that is not accredited may attend the Committee.
""",
    )
    assert ("it is accredited",) in found


def test_a_change_that_ends_it_under_every_reading_is_shown_beside_a_weaker_one_that_ends_it_under_one() -> None:
    found = changes(
        "Moment: the session.\nEvent: object to it, by a State.\n",
        """1   An NGO may attend the Committee unless a State objects to it.
2
    Dispute "when": "in time".
    Reading "rigid": nothing more.
        Standing: preferred.
    Reading "functional": An NGO may attend the Committee unless a State objects to it at least 30 days before the
        session.
""",
    )
    objects = "any one State objects to it"
    assert {(objects,), (f"{objects} at least 30 days before the session",)} <= found
