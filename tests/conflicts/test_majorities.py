"""A body whose decisions have no majority is found with all rules that turn on them."""

from __future__ import annotations

import pytest

from tests.conflicts.texts import WORDS, blamed, found

MORE = (
    WORDS
    + """Matter: procedure.
Event: admit it, by the Committee, by the Board.
Event: adopt it, by the Committee, by two thirds of the States present and voting.
Event: exclude it, by the Committee, as a matter of procedure.
"""
)
PROCEDURE = "2   A matter of procedure is decided by consensus.\n"
TURNS = "1   An NGO may attend the Committee if the Committee admits it.\n"


def all_of(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(text, "G202", words=MORE))


def test_a_decision_without_a_majority_is_told_with_every_rule_that_turns_on_it() -> None:
    text = TURNS + "2   The Committee may admit it.\n3   An expert may not speak unless the Committee admits it.\n"
    (one,) = found(text.replace("speak", "speak in the Committee"), "G202", words=MORE)
    assert blamed([one]) == [("G202", ("1", "2", "3"))]
    assert one.message == "no rule says by which majority the Committee can admit it"
    assert one.witness is not None
    assert one.witness.question == "Which majority is needed for the Committee to admit it?"


def test_all_such_decisions_of_a_body_are_one_finding() -> None:
    text = TURNS + "2   An NGO may not attend the Committee if the Committee excludes it.\n"
    (one,) = found(text, "G202", words=MORE)
    assert one.message == "no rule says by which majority the Committee can admit it or exclude it"
    assert one.blamed[1].says == "turns on whether the Committee can exclude it"


@pytest.mark.parametrize(
    "text",
    [
        "1   An NGO may attend the Committee if the Committee adopts it.\n",  # the declaration says it
        TURNS + "2   Whether the Committee admits it is decided by consensus.\n",
        TURNS + PROCEDURE + "3   Whether the Committee admits it is a matter of procedure.\n",
        "1   An NGO may attend the Committee unless the Committee excludes it.\n" + PROCEDURE,
        TURNS + "2   Whether the Committee admits it is decided by consensus.\n    Layer: practice.\n",  # it is known
        "1   An NGO may attend the Board if the Board admits it.\n",  # no members are named
        "1   An NGO may attend the Committee if the Chair circulates its name.\n",  # an officer decides alone
        "1   An NGO may attend the Committee unless at least one third of the States object to it.\n".replace(
            "States object", "States Parties object"
        ),
    ],
)
def test_a_decision_of_which_the_majority_is_known_or_needs_none_is_no_finding(text: str) -> None:
    assert all_of(text) == []
