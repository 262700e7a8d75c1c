"""Circles of words on what prevails, of deemed classes and of referrals are found; what only refers back is not."""

from __future__ import annotations

import pytest

from proclogic.engine.circles import find as undone
from tests.conflicts.texts import WORDS, blamed, found, text


def all_of(provisions: str, header: str = "", words: str = WORDS) -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(provisions, "C105", words=words, header=header))


GRANT = "1   An NGO may attend the Committee.\n2   An NGO may speak in the Committee.\n"


def test_sentences_on_what_prevails_that_turn_in_a_circle_are_found() -> None:
    assert all_of(GRANT + "3   The treaty prevails over the rules.\n4   The rules prevail over the treaty.\n") == [
        ("C105", ("3", "4"))
    ]


def test_a_circle_of_three_is_one_finding() -> None:
    sides = "5   Rule 1 prevails over rule 2.\n6   Rule 2 prevails over rule 3.\n7   Rule 3 prevails over rule 1.\n"
    assert all_of(GRANT + "3   An NGO may vote.\n" + sides, words=WORDS + "Act: vote.\n") == [("C105", ("5", "6", "7"))]


@pytest.mark.parametrize(
    "sides",
    [
        "3   Rule 1 prevails over rule 2.\n",
        "3   The treaty prevails over the rules.\n4   The rules prevail over the practice.\n",
        "3   The treaty prevails over the rules.\n4   Rule 1 prevails over rule 2.\n",
    ],
)
def test_an_order_without_a_circle_is_no_finding(sides: str) -> None:
    assert all_of(GRANT + sides) == []


def test_a_circle_that_check_reports_as_an_error_is_not_told_again() -> None:
    provisions = "1   An NGO may attend the Committee.\n2   An NGO may not attend the Committee.\n"
    sides = "3   Rule 1 prevails over rule 2.\n4   Rule 2 prevails over rule 1.\n"
    assert [d.code for d in undone(text(provisions + sides))] == ["E310"]
    assert all_of(provisions + sides) == []


def test_two_classes_deemed_to_be_each_other_are_found() -> None:
    assert all_of("1   An expert is deemed to be an NGO.\n2   An NGO is deemed to be an expert.\n") == [
        ("C105", ("1", "2"))
    ]


@pytest.mark.parametrize(
    "deeming",
    [
        "1   An expert is deemed to be an NGO.\n",
        "1   An expert is deemed to be an NGO.\n2   An accredited NGO is deemed to be an expert.\n",  # only some
        "1   An expert is deemed to be an NGO.\n2   An NGO is deemed to be an expert if a State Party objects to it.\n",
        "1   A State Party is deemed to be an expert.\n2   An expert is deemed to be a State.\n",  # a State is no Party
    ],
)
def test_deeming_that_does_not_come_back_to_where_it_began_is_no_finding(deeming: str) -> None:
    assert all_of(deeming) == []


def test_a_matter_that_is_referred_only_where_it_has_been_referred_is_found() -> None:
    provisions = """1   The matter of an NGO is referred to the Board if the matter has been referred to the Committee.
2   The matter of an NGO is referred to the Committee if the matter has been referred to the Board.
"""
    assert all_of(provisions) == [("C105", ("1", "2"))]
    first = "3   The matter of an NGO is referred to the Board if a State Party objects to it.\n"
    assert all_of(provisions + first) == []


@pytest.mark.parametrize(
    "pair",
    [
        "1   Subject to rule 2, an NGO may attend the Committee.\n"
        "2   Subject to rule 1, an NGO may attend the Committee if it is accredited.\n",
        "1   Subject to rule 2, an NGO may attend the Committee.\n"
        "2   Subject to rule 1, an NGO may speak in the Board.\n",
        "1   Notwithstanding rule 2, an NGO may attend the Committee.\n"
        "2   Notwithstanding rule 1, an accredited NGO may speak in the Board.\n",
    ],
)
def test_rules_of_which_each_gives_way_to_the_other_are_a_circle(pair: str) -> None:
    assert all_of(pair) == [("C105", ("1", "2"))]
    assert "C105" in [f.code for f in found(pair)] and "G208" not in [f.code for f in found(pair)]


@pytest.mark.parametrize(
    "pair",
    [
        "1   Subject to rule 2, an NGO may attend the Committee.\n2   An NGO may speak in the Board.\n",
        # each is subject to a rule on others
        "1   Subject to rule 2, an NGO may attend the Committee.\n"
        "2   Subject to rule 1, a State may speak in the Board.\n",
        # one thing is said twice
        "1   Subject to rule 2, an NGO may attend the Committee.\n"
        "2   Notwithstanding rule 1, an NGO may speak in the Board.\n",
        "1   Without prejudice to rule 2, an NGO may attend the Committee.\n"
        "2   Without prejudice to rule 1, an NGO may speak in the Board.\n",
        # an error of check
        "1   Subject to rule 2, an NGO may attend the Committee.\n"
        "2   Subject to rule 1, an NGO may not attend the Committee.\n",
    ],
)
def test_rules_that_only_name_each_other_are_no_circle(pair: str) -> None:
    assert all_of(pair) == []
