"""Majorities and votes: the base of each share, readings of a rule, and what is missing."""

from __future__ import annotations

import pytest

from proclogic.answers.options import Options
from tests.answers.texts import ask, rules

WORDS = """Event: admit it, by the Committee.
Event: exclude it, by the Committee, by the Board.
Event: object to it, by a State Party.
Event: send notice, by the Chair.
Matter: substance.
Moment: the session.
"""
CARRIED = "Is a matter of substance carried, if {}?"


@pytest.mark.parametrize(
    ("base", "given", "outcome", "told"),
    [
        ("all States", "100 are Parties, 60 vote for and 20 vote against", "no", "67 of 100 needed"),
        ("all States", "100 are Parties, 70 vote for and 20 vote against", "yes", "67 of 100 needed"),
        ("all States", "60 vote for and 20 vote against", "open", "how many are Parties is not given"),
        ("the States present", "90 are present, 60 vote for and 0 vote against", "yes", "60 of 90 needed"),
        ("the States present", "90 are present, 59 vote for and 0 vote against", "no", "60 of 90 needed"),
        ("the States present", "60 vote for and 0 vote against", "open", "how many are present is not given"),
        ("the States present", "60 vote for and 60 vote against", "no", "80 of 120"),
        ("the States present", "90 are Parties, 60 vote for and 0 vote against", "yes", "60 of 90"),
        (
            "the States participating in the session",
            "99 participate, 66 vote for and 3 vote against",
            "yes",
            "66 of 99",
        ),
        (
            "the States participating in the session",
            "66 vote for and 3 vote against",
            "open",
            "participate is not given",
        ),
        ("all members", "9 are members, 6 vote for and 3 vote against", "yes", "6 of 9"),
        ("the States present and voting", "100 are Parties, 54 vote for and 26 vote against", "yes", "54 of 80"),
        ("the States present and voting", "54 vote for", "open", "how many vote against is not given"),
    ],
)
def test_the_share_is_taken_of_its_base(base: str, given: str, outcome: str, told: str) -> None:
    made = rules(WORDS, f"1      A matter of substance is decided by two thirds of {base}.\n")
    found = ask(made, CARRIED.format(given))
    assert found.outcome == outcome
    assert told in " ".join([found.says, *found.arithmetic]), found.arithmetic


READ = """1      A matter of substance is decided by two thirds of the States present and voting.
2      The Committee may admit it.
       Dispute "kind": "admit".
       Reading "substance": Whether the Committee admits it is a matter of substance.
       Reading "majority": Whether the Committee admits it is decided by a majority of the States present and voting.
       Reading "silent": nothing more.
           Standing: minority.
"""


def test_a_majority_follows_the_reading_and_differs_with_it() -> None:
    made = rules(WORDS, READ)
    asked = "Which majority is needed for the Committee to admit it?"
    found = ask(made, asked)
    assert [m.kind for m in found.marks] == ["contested"]
    assert [(r.reading, r.text) for r in found.readings] == [
        ("substance", "at least two thirds of the States present and voting"),
        ("majority", "a majority of the States present and voting"),
        ("silent", "no majority is given"),
    ]
    one = ask(made, asked, options=Options(readings=(("2/kind", "majority"),)))
    assert "two thirds" not in one.says and not one.marks and not one.readings


def test_a_vote_cites_the_reading_that_classes_it() -> None:
    made = rules(WORDS, READ)
    found = ask(made, "Is it carried that the Committee admits it, if 54 vote for and 20 vote against?")
    assert (found.outcome, found.grounds) == ("yes", ("1", "2"))
    split = ask(made, "Is it carried that the Committee admits it, if 54 vote for and 40 vote against?")
    assert split.outcome == "open" and [m.kind for m in split.marks] == ["contested"]
    chosen = Options(readings=(("2/kind", "substance"),))
    asked = "Is it carried that the Committee admits it, if 54 vote for and 40 vote against?"
    assert ask(made, asked, options=chosen).outcome == "no"


def test_how_one_body_decides_is_not_how_another_does() -> None:
    made = rules(WORDS, "1      Whether the Board excludes it is decided by consensus.\n")
    assert "No rule" in ask(made, "Which majority is needed for the Committee to exclude it?").says


def test_a_time_of_a_duty_cites_its_provision_and_follows_the_reading() -> None:
    made = rules(
        WORDS,
        """1      The Chair shall send notice at least 10 days before the session.
2      The Committee may admit it.
       Dispute "when": "in time".
       Reading "late": The Chair shall send notice at least 2 days before the session.
       Reading "nothing": nothing more.
""",
    )
    asked = "By when must the Chair send notice?"
    found = ask(made, asked)
    assert "1" in found.grounds and "At least 10 days before the session (1)" in found.says
    assert {r.reading for r in found.readings} == {"late", "nothing"} and [m.kind for m in found.marks] == ["contested"]
    assert found.examined == ("treaty and rules",)
    one = ask(made, asked, options=Options(readings=(("2/when", "nothing"),)))
    assert one.grounds == ("1",) and not one.readings


def test_a_quorum_of_one_body_bars_no_decision_of_another() -> None:
    provisions = "1      Whether the Committee admits it is decided by a majority of the States present and voting.\n"
    votes = "200 are Parties, 90 are present, 70 vote for and 3 vote against"
    asked = f"Is it carried that the Committee admits it, if {votes}?"
    board = rules(
        WORDS, provisions + "2      A decision in the Board requires that a majority of the States are present.\n"
    )
    found = ask(board, asked)
    assert (found.says, found.grounds) == ("Carried.", ("1",)) and not any("quorum" in x for x in found.arithmetic)
    own = rules(
        WORDS, provisions + "2      A decision in the Committee requires that a majority of the States are present.\n"
    )
    assert ask(own, asked).says == "No decision is possible: the quorum is not met."
