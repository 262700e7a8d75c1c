"""What has been referred to a body, and is pending there: in the answer and in the reference evaluator."""

from __future__ import annotations

import pytest

from proclogic.norms.model import Ruleset
from proclogic.reference.verdicts import decide
from proclogic.syntax.parse import parse_question
from tests.answers.texts import ask, rules

WORDS = """Officer: the clerk, of the Board.
Status: a place.
Status: an objection to be decided.
Quality: is in arrears, of an NGO.
Event: object to it, by a State.
Event: list it, by the clerk.
Event: decide to admit it, by the Board.
Event: admit it, by the Committee.
Event: register, by the actor.
"""
PROVISIONS = """1      An NGO has a place if no State objects to it.
2      An NGO has an objection to be decided if a State objects to it.
3      The matter of an NGO with an objection to be decided is referred to the Board.
4      An NGO with an objection to be decided has a place if the Board decides to admit it.
5      An NGO with a place may attend the Board.
6      The matter of an NGO is referred to the Committee if the clerk lists it.
7      An NGO may attend the Committee if the Committee admits it.
8      The matter of an NGO in arrears is referred to the Committee.
"""


@pytest.fixture(scope="module")
def made() -> Ruleset:
    return rules(WORDS, PROVISIONS)


@pytest.mark.parametrize(
    ("asked", "outcome", "pending"),
    [
        ("May an NGO attend the Board, if a State objects to it?", "no", "the Board"),
        ("May an NGO attend the Board, if a State objects to it and the Board decided to admit it?", "yes", ""),
        ("May an NGO not in arrears attend the Committee, if the clerk listed it?", "conditional", "the Committee"),
        ("May an NGO not in arrears attend the Committee, if the clerk did not list it?", "conditional", ""),
        ("May an NGO not in arrears attend the Committee?", "conditional", ""),
        ("May an NGO in arrears attend the Committee?", "conditional", "the Committee"),
    ],
)
def test_a_referral_is_pending_whatever_it_rests_on(made: Ruleset, asked: str, outcome: str, pending: str) -> None:
    found = ask(made, asked)
    assert (found.verdict, found.outcome) == ("by-leave", outcome)
    assert [m.detail for m in found.marks if m.kind == "pending"] == ([pending] if pending else [])
    question, _ = parse_question(asked, made.vocabulary)
    assert question is not None
    theirs = decide(made, question)
    assert (theirs.verdict, theirs.outcome, "pending" in theirs.marks) == ("by-leave", outcome, bool(pending))
