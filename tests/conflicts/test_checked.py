"""What `check` finds and makes a text unworkable is among the findings of `conflicts`, too."""

from __future__ import annotations

import pytest

from proclogic.conflicts.whole import conflicts
from tests.conflicts.texts import WORDS, blamed, found, text

STATUSES = WORDS + "Status: a seat.\n"


@pytest.mark.parametrize(
    ("provisions", "expected"),
    [
        ("1   An NGO has a seat if it has no seat.\n", ("E310", ("1",))),
        ("1   An NGO may attend the Committee if it is a State.\n", ("W404", ("1",))),
        ("1   An NGO has a seat if it has a seat.\n2   An NGO with a seat may attend the Board.\n", ("W405", ("1",))),
        ("1   An NGO with a seat may attend the Board.\n", ("W402", ("1",))),
    ],
)
def test_what_check_finds_is_told(provisions: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert expected in blamed(found(provisions, words=STATUSES))


def test_where_rules_undo_each_other_the_examination_says_that_it_is_not_complete() -> None:
    torn = "1   An NGO has a seat if it has no seat.\n2   An NGO with a seat may attend the Board.\n"
    assert not conflicts(text(torn, STATUSES)).complete
    assert conflicts(text(torn.replace("no seat", "a seat"), STATUSES)).complete


def test_what_is_accepted_is_not_told() -> None:
    seat = '1   An NGO with a seat may attend the Board.\n    Accepted: W402 because "seats come by lot".\n'
    assert found(seat, words=STATUSES) == []


def test_to_lose_what_was_given_is_no_clash() -> None:
    given = "1   An NGO has a seat if a State Party objects to it.\n3   An NGO with a seat may attend the Board.\n"
    assert blamed(found(given + "2   An NGO has no seat if it is accredited.\n", "C104", words=STATUSES)) != []
    assert found(given + "2   An NGO loses a seat if it is accredited.\n", "C104", words=STATUSES) == []
