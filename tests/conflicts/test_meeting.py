"""A grant and a prohibition that meet are found, where nothing puts one of them first."""

from __future__ import annotations

import pytest

from tests.conflicts.texts import WORDS, blamed, found

GRANT = "1   An NGO may attend the Committee.\n"
BAN = "2   An accredited NGO may not attend the Committee.\n"


def test_a_grant_and_a_prohibition_that_meet_are_one_finding_on_both() -> None:
    (one,) = found(GRANT + BAN, "C101")
    assert blamed([one]) == [("C101", ("1", "2"))]
    assert one.witness is not None
    assert one.witness.when == ("it is accredited",)
    assert one.witness.question == "May an NGO attend the Committee, if it is accredited?"


@pytest.mark.parametrize(
    "ban",
    [
        "2   Notwithstanding rule 1, an accredited NGO may not attend the Committee.\n",
        "2   Subject to rule 1, an accredited NGO may not attend the Committee.\n",
        "2   A State may not attend the Committee.\n",
        "2   An NGO may not attend the Board.\n",
        "2   An NGO may not speak in the Committee.\n",
        "2   Rule 1 does not apply to an accredited NGO. An accredited NGO may not attend the Committee.\n",
    ],
)
def test_what_is_ordered_or_does_not_meet_is_no_finding(ban: str) -> None:
    assert found(GRANT + ban, "C101") == []


def test_rules_on_an_act_and_on_a_form_of_it_meet_in_the_form() -> None:
    (one,) = found("1   An NGO may take part in the Committee.\n2   An NGO may not speak in closed meetings.\n", "C101")
    assert one.witness is not None and one.witness.question == "May an NGO speak in closed meetings?"


def test_two_kinds_meet_where_somebody_can_be_of_both_and_not_where_nobody_can() -> None:
    both = "1   An NGO may attend the Committee.\n2   An expert may not attend the Committee.\n"
    (one,) = found(both, "C101")
    assert one.witness is not None and one.witness.when == ("it is an expert",)
    apart = "1   An NGO may attend the Committee.\n2   A State Party may not attend the Committee.\n"
    assert found(apart, "C101") == []


def test_a_finding_of_one_reading_says_in_which() -> None:
    disputed = """2
    Dispute "who": "accredited".
    Reading "wide": An NGO may not attend the Committee.
    Reading "narrow": nothing more.
"""
    (one,) = found(GRANT + disputed, "C101")
    assert one.where == "“accredited” (2) is read as “wide”"
    assert one.witness is not None and one.witness.options == ('--reading "2/who=wide"',)


def test_a_rule_that_takes_away_what_another_gives_in_one_case_only_is_told_with_that_case() -> None:
    (one,) = found(GRANT + "2   An NGO may not attend the Committee if a State Party objects to it.\n", "C101")
    assert one.witness is not None and one.witness.when == ("any one State Party objects to it",)


def test_of_a_higher_text_and_a_lower_one_it_is_the_lower_that_is_at_fault() -> None:
    treaty = "2   An NGO may not attend the Committee.\n    Layer: treaty.\n"
    (one,) = found(GRANT + treaty, "C101", "C108")
    assert one.code == "C108" and "rule 1 (rules)" in one.message
    assert found(GRANT + treaty, "C108", header="Canons: higher.") == []


def test_each_change_that_is_proposed_settles_it() -> None:
    (one,) = found(GRANT + BAN, "C101")
    assert "rule 2: add “notwithstanding rule 1”" in one.remedies
    assert "rule 1: add “notwithstanding rule 2”" not in one.remedies  # rule 2 would never have an effect
    assert found(GRANT + BAN.replace("2   An", "2   Notwithstanding rule 1, an"), "C101") == []


def test_a_finding_that_is_accepted_is_told_apart_with_its_reason() -> None:
    from proclogic.conflicts.whole import conflicts
    from tests.conflicts.texts import text

    made = conflicts(text(GRANT + BAN + '    Accepted: C101 because "the Chair decides".\n'))
    assert [f.code for f in made.findings if f.code == "C101"] == []
    assert [f.accepted for f in made.accepted] == ["the Chair decides"]


def test_what_is_had_is_told_with_its_article() -> None:
    words = WORDS + "Quality: has a conflict of interest, of an expert.\n"
    rules = "1  An expert may speak in the Board.\n"
    rules += "2  An expert that has a conflict of interest may not speak in the Board.\n"
    (one,) = found(rules, "C101", words=words)
    assert one.witness is not None and one.witness.when == ("it has a conflict of interest",)
    assert one.witness.question == "May an expert speak in the Board, if it has a conflict of interest?"
    assert "rule 1: add “except for an expert with a conflict of interest”" in one.remedies
