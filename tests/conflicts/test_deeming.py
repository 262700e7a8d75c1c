"""A class deemed to be what it is declared not to be is found; a fiction that the declarations allow is not."""

from __future__ import annotations

import pytest

from tests.conflicts.texts import WORDS, blamed, found

MORE = WORDS + "Actor: union.\nDisjoint: NGO, union.\nObject: report.\nObject: map.\nDisjoint: report, map.\n"
USE = "2   A State may attend the Committee.\n3   A union may attend the Board.\n"


def all_of(provisions: str) -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(provisions, "C110", words=MORE))


@pytest.mark.parametrize(
    "deeming",
    [
        "1   An NGO is deemed to be a State.\n",  # the head declares: Disjoint: State, NGO
        "1   An NGO is deemed to be a State Party.\n",
        "1   An expert NGO is deemed to be a union.\n",
        "1   A State Party or an expert is deemed to be an NGO.\n",
        "1   An expert is deemed to be a union if it is an NGO.\n",
    ],
)
def test_a_class_deemed_to_be_what_it_cannot_be_is_found(deeming: str) -> None:
    assert all_of(deeming + USE) == [("C110", ("1",))]


@pytest.mark.parametrize(
    "deeming",
    [
        "1   An NGO is deemed to be an expert.\n",  # nothing is declared of these two
        "1   An expert is deemed to be a State.\n",  # some experts are NGOs, and others are not
        "1   A union other than an NGO is deemed to be a State.\n",
        "1   The Chair is deemed to be the Board.\n",  # one for another: each is one only, nothing more is declared
        "1   A State is deemed to be an expert.\n",
        # a fiction for some, or in some case
        "1   An accredited union is deemed to be an NGO.\n",
        "1   An NGO is deemed to be a State if a State Party objects to it.\n",
    ],
)
def test_a_fiction_that_is_possible_is_no_finding(deeming: str) -> None:
    assert all_of(deeming + USE) == []


def test_a_rule_that_never_takes_effect_deems_nobody() -> None:
    assert all_of("1   An NGO is deemed to be a union.\n2   Rule 1 does not apply to an NGO.\n") == []


def test_the_situation_is_of_one_who_is_both() -> None:
    (one,) = found("1   An NGO is deemed to be a State Party.\n" + USE, "C110", words=MORE)
    assert one.message == "rule 1 deems an NGO to be a State Party, and nobody is both: they are declared disjoint"
    assert one.witness is not None and one.witness.question == "Is an NGO a State Party?"


def test_each_of_two_classes_deemed_to_be_the_other_is_asked_about() -> None:
    both = "1   An NGO is deemed to be a State.\n2   A State is deemed to be an NGO.\n"
    asked = {f.witness.question for f in found(both, "C110", words=MORE) if f.witness is not None}
    assert asked == {"Is an NGO a State?", "Is a State an NGO?"}
