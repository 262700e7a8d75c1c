"""What no rule speaks of is a gap only where silence is unregulated, and is told once an act (G205)."""

from __future__ import annotations

from proclogic.conflicts.model import Finding
from tests.conflicts.texts import blamed, found

WORDS = """Act: speak, in a body.
Act: vote.
Act: take the floor, in a body, includes speak.
Quality: accredited, of an actor.
"""
OPEN = "Silence: unregulated."
GRANT = "1   An NGO may attend the Committee.\n2   A State may attend the Board. An NGO may attend the Board.\n"


def gaps(provisions: str, header: str = OPEN) -> list[Finding]:
    """The gaps of a text."""
    return found(provisions, "G205", words=WORDS, header=header)


def test_what_a_rule_leaves_open_for_others_is_told_with_the_rules_on_the_act() -> None:
    (one,) = gaps(GRANT)
    assert blamed([one]) == [("G205", ("1", "2"))]
    assert one.message == "no rule says whether a State or a State Party may attend the Committee"
    assert one.witness is not None and one.witness.question == "May a State attend the Committee?"


def test_where_silence_confers_nothing_there_is_no_gap() -> None:
    assert gaps(GRANT, "Silence: not conferred.") == []
    assert gaps(GRANT, "") == []


def test_of_an_act_of_which_no_rule_speaks_nothing_is_told() -> None:
    assert [one.id for one in gaps(GRANT)] == ["G205/attend"]


def test_what_is_forbidden_or_granted_on_a_condition_or_said_to_be_left_out_is_no_gap() -> None:
    for more in (
        "3   A State may not attend the Committee.\n",
        "3   An accredited State may attend the Committee.\n",
        "3   A State Party may attend the Committee.\n",  # and a State may be one
        "3   Nothing in this provision lets a State attend the Committee.\n",
        "3   Nothing in this provision lets a State do anything.\n",
    ):
        assert [one.message for one in gaps(GRANT + more)] == [], more


def test_what_is_said_of_some_or_of_another_body_leaves_the_gap() -> None:
    for more in (
        "3   A State may not speak in the Committee.\n",
        "3   Nothing in this provision lets a State attend the Board.\n",
        "3   Nothing in this provision lets an NGO do anything.\n",
    ):
        assert "G205/attend" in [one.id for one in gaps(GRANT + more)], more


def test_a_rule_on_a_wider_act_speaks_of_its_forms() -> None:
    (one,) = gaps("1   A State may take the floor in the Committee. An NGO may take the floor in the Committee.\n")
    assert one.message == "no rule says whether a State, a State Party or an NGO may take the floor in the Board"
