"""Rules without a use are found: those that can never apply (G207), and those that never take effect (G208)."""

from __future__ import annotations

import pytest

from proclogic.conflicts.whole import conflicts
from tests.conflicts.texts import WORDS, blamed, found, text

STATUSES = WORDS + "Status: standing.\nStatus: a seat.\nMoment: the session.\n"


def never(provisions: str, header: str = "") -> list[tuple[str, tuple[str, ...]]]:
    """What is found of rules without a use, with the rules to blame."""
    return blamed(found(provisions, "G207", "G208", words=STATUSES, header=header))


GIVEN = "1   An accredited NGO is accorded standing.\n"


def test_a_condition_that_the_rules_on_a_status_exclude_is_blamed_on_them_too() -> None:
    text = GIVEN + "2   An NGO with standing may attend the Committee if it is not accredited.\n"
    assert never(text) == [("G207", ("2", "1"))]
    (one,) = found(text, "G207", words=STATUSES)
    assert one.notes == ("“it has standing” and “it is not accredited” cannot both be so",)


def test_a_condition_that_excludes_itself_through_its_deadlines_is_found() -> None:
    text = (
        "1   An NGO may attend the Committee if the Chair circulates its name at least 30 days before the session "
        "and it is not so that the Chair circulates its name at least 10 days before the session.\n"
    )
    late = text.replace("and it is not so that the Chair circulates", "and the Chair does not circulate")
    assert never(late) == [("G207", ("1",))]


@pytest.mark.parametrize(
    "text",
    [
        "2   An NGO with standing may attend the Committee if it is accredited.\n",
        "2   An NGO with a seat may attend the Committee if it is not accredited.\n",  # nobody gives it: W402
        "2   An NGO without standing may attend the Committee if it is not accredited.\n",
        "2   An NGO may attend the Committee if it is an expert.\n",  # nobody says that it cannot be
        "2   An NGO may attend the Committee if it is a State.\n",  # they are disjoint: W404
        "2   The Chair shall circulate its name.\n"
        "3   An NGO may attend the Committee unless the Chair circulates its name.\n",
        "2   An NGO has a seat if it has a seat. An NGO with a seat may attend the Committee.\n",  # W405
    ],
)
def test_what_may_apply_or_is_told_otherwise_is_no_finding(text: str) -> None:
    assert never(GIVEN + text) == []


def test_what_rests_on_a_rule_that_never_applies_is_not_told_again() -> None:
    text = (
        "2   An NGO with standing has a seat if it is not accredited.\n3   An NGO with a seat may attend the Board.\n"
    )
    assert never(GIVEN + text) == [("G207", ("2", "1"))]


GRANT = "1   An NGO may attend the Committee.\n"


@pytest.mark.parametrize(
    ("ban", "to_blame"),
    [
        ("2   Notwithstanding rule 1, an NGO may not attend the Committee.\n", ("1", "2")),
        ("2   Rule 1 does not apply to an NGO.\n", ("1", "2")),
        (
            "2   Notwithstanding rule 1, an accredited NGO may not attend the Committee.\n"
            "3   Notwithstanding rule 1, an NGO that is not accredited may not attend the Committee.\n",
            ("1", "2", "3"),
        ),
    ],
)
def test_a_rule_that_others_always_stop_is_told_with_all_of_them(ban: str, to_blame: tuple[str, ...]) -> None:
    (one,) = found(GRANT + ban, "G208", words=STATUSES)
    assert blamed([one]) == [("G208", to_blame)]
    assert one.witness is not None and one.witness.question.startswith("May an NGO attend the Committee")


@pytest.mark.parametrize(
    "ban",
    [
        "2   Notwithstanding rule 1, an accredited NGO may not attend the Committee.\n",
        "2   Subject to rule 1, an NGO may not attend the Committee.\n"
        "3   Rule 1 does not apply to an accredited NGO.\n",
        "2   An NGO may not attend the Committee.\n",  # C101
        "2   Notwithstanding rule 1, an NGO may not attend the Committee if a State Party objects to it.\n",
        '2\n    Dispute "who": "no".\n'
        '    Reading "wide": Notwithstanding rule 1, an NGO may not attend the Committee.\n'
        '    Reading "narrow": nothing more.\n',
    ],
)
def test_a_rule_that_has_an_effect_in_some_world_is_no_finding(ban: str) -> None:
    assert [f for f in never(GRANT + ban) if f[1][0] == "1"] == []


def test_of_a_sentence_that_is_in_vain_in_part_the_part_is_told() -> None:
    text = (
        "1   An NGO may attend and speak in the Committee.\n"
        "2   Notwithstanding rule 1, an NGO may not speak in the Committee.\n"
    )
    (one,) = found(text, "G208", words=STATUSES)
    assert one.blamed[0].says == "it has no effect on this: speak in the Committee"


def test_a_status_that_is_always_denied_is_given_in_vain() -> None:
    text = "1   An NGO is accorded standing.\n2   Notwithstanding rule 1, an NGO is not accorded standing.\n"
    assert never(text) == [("G208", ("1", "2"))]


def test_what_a_text_takes_from_another_and_sets_aside_is_no_finding() -> None:
    made = text(GRANT + "2   Rule 1 does not apply to an NGO.\n")
    taken = tuple(p.replace(instrument="model-rules") if p.number == "1" else p for p in made.provisions)
    codes = ("G207", "G208")
    assert [f.code for f in conflicts(made, codes=codes).findings] == ["G208"]
    assert conflicts(made.replace(provisions=taken), codes=codes).findings == ()
    both = tuple(p.replace(instrument="model-rules") for p in made.provisions)
    assert [f.code for f in conflicts(made.replace(provisions=both), codes=codes).findings] == ["G208"]
