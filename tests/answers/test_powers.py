"""A power of a body is used by a decision: how it is taken, and who can prevent it."""

from __future__ import annotations

import pytest

from proclogic.papers import write
from tests.answers.texts import ask, rules

WORDS = """Event: overrule the Chair, by the Committee, by the Chair.
Event: object to it, by a State.
Event: invite it, by the Chair.
Matter: procedure.
"""
POWER = """1      The Committee may overrule the Chair.
2      Whether the Committee overrules the Chair is a matter of procedure.
3      A matter of procedure is decided by a majority of the States present and voting.
"""
MAY = "May the Committee overrule the Chair?"


def text(provisions: str, question: str = MAY, style: str = "text") -> str:
    return " ".join(write.answers((ask(rules(WORDS, provisions), question),), style).split())


@pytest.mark.parametrize("style", ["text", "plain", "md"])
def test_a_power_of_a_body_names_the_majority_and_who_can_prevent_it(style: str) -> None:
    found = ask(rules(WORDS, POWER), MAY)
    assert found.takes is not None and found.verdict == "of-right"
    assert [(d.decision, d.prevent, d.rules) for d in found.takes.decided] == [
        (
            "a majority of the States present and voting",
            "at least half of the States present and voting",
            ("2", "3"),
        )
    ]
    assert found.grounds == ("1", "2", "3") and [c.provision for c in found.cited] == ["1", "2", "3"]
    shown = text(POWER, style=style)
    assert "by a majority of the States present and voting" in shown
    assert "at least half of the States present and voting" in shown
    assert "nobody outside the Committee" in shown


def test_the_majority_of_a_power_names_the_bracket_that_gives_it() -> None:
    shown = text(POWER + "4      [A matter of procedure is decided by consensus. | by: K]\n")
    assert "by consensus, if 4 keeps" in shown and "any one of them, by objecting, if 4 keeps" in shown


def test_a_power_without_a_majority_says_that_no_rule_gives_one() -> None:
    shown = text("1      The Committee may overrule the Chair.\n")
    assert "How it decides no rule that counts says with which majority rule 1" in shown


def test_an_officer_that_acts_alone_takes_no_decision_of_a_body() -> None:
    found = ask(rules(WORDS, "1      The Chair may invite it.\n"), "May the Chair invite it?")
    assert found.takes is None and "nobody" in text("1      The Chair may invite it.\n", "May the Chair invite it?")


def test_who_has_no_power_takes_no_decision() -> None:
    assert ask(rules(WORDS, "1      A State may attend the Committee.\n"), MAY).takes is None


def test_a_step_of_the_body_itself_names_the_majority() -> None:
    provisions = POWER + "4      The Committee may attend the Board if the Committee overrules the Chair.\n"
    shown = text(provisions, "May the Committee attend the Board?")
    assert "It must overrule the Chair rule 4 by a majority of the States present and voting rules 2, 3" in shown
