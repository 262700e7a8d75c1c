"""Rules that could be left out are found (G209), and what only looks like one is not."""

from __future__ import annotations

import pytest

from tests.conflicts.texts import WORDS, blamed, found

STATUSES = (
    WORDS + "Status: standing.\nQuality: large, of an actor.\n"
    "Event: register it, by the Chair.\nLimit: through one representative.\n"
)


def redundant(provisions: str, header: str = "") -> list[tuple[str, ...]]:
    """The rules to blame of each that could be left out, itself first."""
    return [rules for _, rules in blamed(found(provisions, "G209", words=STATUSES, header=header))]


GRANT = "1   An NGO may attend the Committee.\n"


@pytest.mark.parametrize(
    ("text", "to_blame"),
    [
        ("2   An NGO may attend the Committee.\n", ("2", "1")),
        ("2   An accredited NGO may attend the Committee.\n", ("2", "1")),
        ("2   An NGO may attend closed meetings.\n", ("2", "1")),
        ("2   An NGO may attend the Committee unless a State Party objects to it.\n", ("2", "1")),
        ("2   An NGO or an expert may attend the Committee or the Board.\n", ("1", "2")),
    ],
)
def test_a_grant_that_another_one_covers_is_superfluous(text: str, to_blame: tuple[str, ...]) -> None:
    (one,) = found(GRANT + text, "G209", words=STATUSES)
    assert blamed([one]) == [("G209", to_blame)]
    assert one.witness is not None and one.witness.question.startswith("May an NGO attend")


def test_a_grant_that_others_cover_only_together_is_told_with_all_of_them() -> None:
    text = (
        "2   An accredited NGO may speak in the Board.\n3   An NGO that is not accredited may speak in the Board.\n"
        "4   A large NGO may speak in the Board.\n5   An expert may speak in the Board.\n"
    )
    assert redundant(GRANT + text) == [("4", "2", "3")]


@pytest.mark.parametrize(
    "text",
    [
        "2   An NGO is entitled to attend the Committee.\n",  # other words
        "2   An NGO may attend the Committee, through one representative.\n",
        "2   An NGO may attend the Committee.\n    Layer: treaty.\n",
        "2   An NGO may attend the Board.\n",
        "2   An expert may attend the Committee.\n",
        "2   An NGO or an expert may attend the Committee.\n3   An NGO may attend the Board.\n",
        "2   Notwithstanding rule 3, an NGO may attend the Committee.\n3   A large NGO may not attend the Committee.\n",
        "2   An NGO may not attend the Board.\n",
        "2   An NGO may attend and speak in the Committee.\n",
        "2   Nothing in this provision lets an expert attend the Committee.\n"
        "3   Nothing in this provision lets an expert attend the Committee.\n",
        '2\n    Dispute "who": "all".\n    Reading "wide": An NGO may attend the Committee.\n'
        '    Reading "narrow": nothing more.\n',
    ],
)
def test_what_says_something_else_is_no_finding(text: str) -> None:
    assert [rules for rules in redundant(GRANT + text) if rules[0] == "2"] == []


@pytest.mark.parametrize(
    "text",
    [
        "1   Only a State Party may attend the Committee.\n2   An NGO may not attend the Committee.\n",  # for certainty
        "1   An NGO may attend the Committee if the Chair registers it. The Chair may register it.\n"
        "2   An NGO may attend the Board if the Chair registers it. The Chair may register it.\n",
        "1   An NGO may attend the Committee.\n"
        "2   Rule 1 applies, mutatis mutandis, to the Board, with the Board for the Committee.\n",
        "1   A large NGO may attend the Committee or the Board.\n2   A large NGO may attend the Committee.\n"
        "    Layer: practice.\n",
    ],
)
def test_what_is_there_for_a_purpose_of_its_own_is_no_finding(text: str) -> None:
    assert redundant(text) == []


def test_a_status_does_not_make_itself_superfluous() -> None:
    assert redundant("1   A large NGO has standing.\n2   An NGO with standing has standing if it is large.\n") == [
        ("2", "1")
    ]
    assert redundant("1   A large NGO has standing.\n2   An NGO with standing has standing.\n") == []


def test_a_rule_on_what_a_status_takes_is_no_double_of_one_on_the_status() -> None:
    text = "1   A large NGO has standing.\n2   An NGO with standing may attend the Committee.\n"
    assert (
        redundant(text + "3   A large NGO may attend the Committee.\n") == []
    )  # a question may give or deny the status


def test_a_status_that_is_given_on_less_elsewhere_is_given_in_vain() -> None:
    assert redundant("1   An NGO has standing.\n2   A large NGO has standing.\n") == [("2", "1")]
    assert redundant("1   An accredited NGO has standing.\n2   A large NGO has standing.\n") == []


def test_rules_that_make_each_other_superfluous_are_told_once() -> None:
    assert redundant(GRANT + GRANT.replace("1 ", "2 ")) == [("2", "1")]
    three = GRANT + GRANT.replace("1 ", "2 ") + GRANT.replace("1 ", "3 ")
    assert redundant(three) == [("2", "1"), ("3", "1")]


def test_a_duty_is_superfluous_only_where_another_one_says_the_same() -> None:
    duty = "1   The Chair shall circulate its name.\n2   The Chair shall circulate its name.\n"
    assert redundant(duty) == [("2", "1")]
    assert redundant(duty.replace("shall", "should", 1)) == []


def test_to_leave_it_out_is_proposed_unless_another_rule_names_it() -> None:
    double = GRANT + "2   A large NGO may attend the Committee.\n"
    (one,) = found(double, "G209", words=STATUSES)
    assert one.remedies == ("rule 2: delete",)
    named = "3   Without prejudice to rule 2, an expert may not attend the Board.\n"
    (one,) = found(double + named, "G209", words=STATUSES)
    assert one.remedies == ()


def test_what_another_rule_carries_to_a_body_need_not_be_said_of_it() -> None:
    carried = "2   Rule 1 applies, mutatis mutandis, to the Board, with the Board for the Committee.\n"
    text = GRANT + carried + "3   A large NGO may attend the Board.\n"
    assert redundant(text) == [("3", "2")]
    assert redundant(text.replace("3   A large NGO", "3   An NGO")) == [("3", "2")]
    stronger = GRANT.replace("may", "is entitled to") + carried + "3   A large NGO may attend the Board.\n"
    assert redundant(stronger) == []
