"""A status that one rule gives and another denies is found, where nothing puts one of them first."""

from __future__ import annotations

import pytest

from tests.conflicts.texts import WORDS, blamed, found

MORE = WORDS + "Status: observer status.\nStatus: public, as an adjective, of a closed meeting.\n"
GIVES = "1   An NGO has observer status.\n"


def all_of(text: str, header: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(text, "C104", "C108", words=MORE, header=header))


def test_a_status_given_and_denied_is_one_finding_on_both_rules() -> None:
    (one,) = found(GIVES + "2   An accredited NGO has no observer status.\n", "C104", words=MORE)
    assert blamed([one]) == [("C104", ("1", "2"))]
    assert one.witness is not None and one.witness.when == ("it is accredited",)
    assert one.witness.question == "Does an NGO have observer status, if it is accredited?"


def test_a_status_of_a_meeting_is_asked_of_the_meeting() -> None:
    text = "1   A closed meeting is public if a State Party objects to it.\n2   A closed meeting is not public.\n"
    (one,) = found(text, "C104", words=MORE)
    assert one.witness is not None
    assert one.witness.question == "Is a closed meeting public, if a State Party objects to it?"


@pytest.mark.parametrize(
    "second",
    [
        "2   Notwithstanding rule 1, an accredited NGO has no observer status.\n",
        "2   Subject to rule 1, an accredited NGO has no observer status.\n",
        "2   A State has no observer status.\n",
        "2   An accredited NGO has observer status.\n",
        "2   Rule 1 does not apply to an accredited NGO. An accredited NGO has no observer status.\n",
        "2   An accredited NGO has no observer status.\n3   Rule 2 prevails over rule 1.\n",
        "2   A closed meeting is not public.\n",
    ],
)
def test_what_is_ordered_or_never_meets_is_no_finding(second: str) -> None:
    assert all_of(GIVES + second) == []


def test_a_status_that_is_denied_when_somebody_objects_is_told_with_that_case() -> None:
    text = GIVES + "2   An NGO has no observer status if a State Party objects to it.\n"
    (one,) = found(text, "C104", words=MORE)
    assert one.witness is not None and one.witness.when == ("any one State Party objects to it",)


def test_the_canons_of_the_header_put_the_specific_rule_first() -> None:
    text = GIVES + "2   An accredited NGO has no observer status.\n"
    assert all_of(text, header="Canons: specific.") == []


def test_of_two_layers_it_is_the_lower_text_that_is_at_fault() -> None:
    text = GIVES + "2   An accredited NGO has no observer status.\n    Layer: treaty.\n"
    (one,) = found(text, "C104", "C108", words=MORE)
    assert one.code == "C108" and "rule 1 (rules)" in one.message


def test_rules_of_two_readings_never_meet() -> None:
    text = """1
    Dispute "who": "observer status".
    Reading "wide": An NGO has observer status.
    Reading "narrow": An NGO has no observer status.
"""
    assert all_of(text) == []
