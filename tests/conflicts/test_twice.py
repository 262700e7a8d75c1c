"""What is said twice and differently is found; what is restated, or is an exception, is not."""

from __future__ import annotations

import pytest

from tests.conflicts.texts import WORDS, blamed, found

MORE = (
    WORDS
    + """Matter: procedure.
Matter: substance.
Event: admit it, by the Committee.
Event: adopt it, by the Committee, by two thirds of the States present and voting, as a matter of substance.
"""
)
HALF = "1   A matter of procedure is decided by a majority of the States present and voting.\n"


def all_of(text: str, header: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(text, "C105", "C106", words=MORE, header=header))


def test_two_majorities_for_one_class_of_matter_are_one_finding_on_both_rules() -> None:
    (one,) = found(HALF + "2   A matter of procedure is decided by consensus.\n", "C106", words=MORE)
    assert blamed([one]) == [("C106", ("1", "2"))]
    assert [b.says for b in one.blamed] == ["a majority of the States present and voting", "consensus"]
    assert one.witness is not None and one.witness.question == "Which majority decides a matter of procedure?"


def test_two_majorities_for_one_act_are_found() -> None:
    text = """1   Whether the Committee admits it is decided by consensus.
2   Whether the Committee admits it is decided by two thirds of the States present and voting.
"""
    (one,) = found(text, "C106", words=MORE)
    assert one.witness is not None
    assert one.witness.question == "Which majority is needed for the Committee to admit it?"


def test_an_act_put_in_two_classes_and_two_quorums_are_found() -> None:
    classes = """1   Whether the Committee admits it is a matter of procedure.
2   Whether the Committee admits it is a matter of substance.
"""
    assert all_of(classes) == [("C106", ("1", "2"))]
    quorums = """1   A decision requires that more than half of all States are present.
2   A decision requires that more than half of the States participating in the session are present.
"""
    assert all_of(quorums) == [("C106", ("1", "2"))]


def test_a_rule_that_says_something_else_than_the_declaration_of_the_event_is_found() -> None:
    assert all_of("1   Whether the Committee adopts it is decided by consensus.\n") == [("C106", ("1",))]
    assert all_of("1   Whether the Committee adopts it is a matter of procedure.\n") == [("C106", ("1",))]
    same = "1   Whether the Committee adopts it is decided by at least 2/3 of those present and voting.\n"
    assert all_of(same + "2   Whether the Committee adopts it is a matter of substance.\n") == []


@pytest.mark.parametrize(
    "second",
    [
        "2   A matter of procedure is decided by a majority of the States present and voting.\n",  # restated
        "2   A matter of procedure is decided by more than 2/4 of those present and voting.\n",
        "2   A matter of substance is decided by consensus.\n",
        """2   Whether the Committee admits it is decided by consensus.
3   Whether the Committee admits it is a matter of procedure.
""",
        "2   Notwithstanding rule 1, a matter of procedure is decided by consensus.\n",
        "2   A matter of procedure is decided by consensus.\n    Layer: practice.\n",  # does not count
        """2   A decision requires that more than half of all States are present.
3   Debate requires that one third of all States are present.
""",
        """2   A decision requires that more than half of all States are present.
3   A decision in the Board requires that one third of all States are present.
""",
    ],
)
def test_what_is_restated_ordered_or_an_exception_is_no_finding(second: str) -> None:
    assert all_of(HALF + second) == []


def test_majorities_of_two_readings_or_on_two_conditions_never_both_stand() -> None:
    readings = """1
    Dispute "how": "consensus".
    Reading "strict": A matter of procedure is decided by consensus.
    Reading "loose": A matter of procedure is decided by a majority of the States present and voting.
"""
    assert all_of(readings) == []
    brackets = (
        "1   A matter of procedure is decided by [consensus | by: Group A][a majority of the States | by: Group B].\n"
    )
    assert all_of(brackets) == []
    conditions = """1   A matter of procedure is decided by consensus if no State Party objects to it.
2   A matter of procedure is decided by a majority of the States if a State Party objects to it.
"""
    assert all_of(conditions) == []


def test_definitions_of_which_each_is_to_prevail_turn_in_a_circle() -> None:
    text = """1   Notwithstanding rule 2, a matter of procedure is decided by consensus.
2   Notwithstanding rule 1, a matter of procedure is decided by a majority of the States.
"""
    assert all_of(text) == [("C105", ("1", "2"))]
