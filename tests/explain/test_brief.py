"""The brief explanation: the answer, what it rests on, the rules in short, the first changes."""

from __future__ import annotations

import re

from proclogic.answers.options import Options
from proclogic.cli.reading import rulesets
from proclogic.explain.whole import explain
from proclogic.norms.model import Ruleset
from proclogic.papers import write
from proclogic.syntax.parse import parse_question
from tests.answers.texts import rules

WORDS = """Judgement: relevant, of an NGO.
Quality: is in good standing, of an NGO.
Status: observer status.
Event: apply for it, by the actor.
Event: admit it, by the Committee, by a majority of those present and voting.
Event: object to it, by a State.
Event: close the doors, by the Chair.
Event: call it to order, by the Chair.
"""
PROVISIONS = """1   A relevant NGO has observer status if it applies for it and the Committee admits it and no State
    objects to it.
2   An NGO with observer status may attend the Committee, unless the Chair closes the doors or the Chair calls it to
    order.
3   An NGO in good standing may attend the Board.
    Dispute "NGO": "An NGO".
    Reading "open": An NGO may attend the Board.
    Reading "closed": An NGO may not attend the Board.
4   A State Party may attend the Board.
"""


def brief(ruleset: Ruleset, text: str, level: str = "brief") -> str:
    question, faults = parse_question(text, ruleset.vocabulary)
    assert question is not None and not faults
    made = explain(ruleset, question, Options(), gists=True)
    return write.explanations((made,), "text", level)


def words(text: str) -> str:
    return " ".join(text.split())


def test_it_has_what_the_answer_rests_on_the_rules_without_their_conditions_and_three_changes() -> None:
    ruleset = rules(WORDS, PROVISIONS)
    said = brief(ruleset, "May an NGO attend the Committee?")
    flat = words(said)
    assert "Its own steps it applies for it Needed the Committee admits it by a majority of" in flat
    assert 'turns on "relevant"' in flat
    assert "An NGO with observer status may attend the Committee, on conditions. rule 2" in flat
    assert "A relevant NGO has observer status, on conditions. rule 1" in flat
    assert "because" not in flat and "but" not in flat
    changes = said.partition("  It changes if ")[2].partition("\n\n")[0]
    assert words(changes).count(", then ") == 3
    assert words(brief(ruleset, "May an NGO attend the Committee?", "usual")).count(", then ") > 3


def test_a_contested_case_takes_no_side_and_each_reading_is_told() -> None:
    said = brief(rules(WORDS, PROVISIONS), "May an NGO attend the Board?")
    assert "  Case 1: if it is not in good standing: contested\n" in said
    assert "    Where “An NGO” (3) is read as “open”\n      Rules            An NGO may attend the Board." in said
    assert "    Where “An NGO” (3) is read as “closed”\n      Rules            An NGO may not attend the Board." in said


def test_where_nothing_is_conferred_it_says_what_stops_each_rule_and_who_has_it() -> None:
    flat = words(brief(rules(WORDS, PROVISIONS), "May a State attend the Board?"))
    assert "Why not A State Party may attend the Board. But it is not a State Party. rule 4" in flat
    assert "Others have it an NGO rule 3" in flat


def test_it_can_be_read_aloud_in_half_a_minute() -> None:
    (untoc,) = rulesets(["untoc-cop"])
    asked = "May an NGO not in consultative status attend plenary meetings of the Conference"
    asked += ", if a State Party objects to it?"
    said = brief(untoc, asked).partition("\n\nuntoc-cop:")[0]
    aloud = re.sub(r"rules? [\d(), a-z]*$", "", said, flags=re.MULTILINE)
    assert len(aloud.split()) <= 105  # at three and a half words a second
    assert len(brief(untoc, asked, "usual").split()) > 3 * len(aloud.split())
