"""What holds while a matter is before a body: what is found and blamed, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.conflicts.texts import WORDS, blamed, found

MORE = WORDS + "Event: decide to admit it, by the Committee.\nStatus: observer status.\nStatus: interim place.\n"
REFERRED = "   The matter of an NGO is referred to the Committee if a State Party objects to it.\n"
BASE = (
    "1  An NGO may attend the Committee if no State Party objects to it.\n"
    + REFERRED
    + "   An NGO may attend the Committee if the Committee decides to admit it.\n"
)
STATUS = BASE.replace("may attend the Committee", "has observer status")
STATUS += "2  An NGO with observer status may attend the Committee.\n"


def told(provisions: str) -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(provisions, "G204", words=MORE))


@pytest.mark.parametrize(
    ("provisions", "provision"),
    [
        (BASE, "1"),
        (STATUS, "1"),
        # the rule that refers is to blame, wherever what it ends is given
        ("1  An NGO may attend the Committee unless a State Party objects to it.\n"
         "2  An expert may speak in the Board.\n" + REFERRED, "2"),
        # a right by leave: what it needs is done before
        (BASE.replace("if no", "if the Chair circulates its name and no"), "1"),
        # a dispute on something else
        (BASE + '   Dispute "who": "an NGO".\n   Reading "all": nothing more.\n   Reading "some": An expert may attend '
         "the Board.\n", "1"),
        # nothing in another provision is about this one
        (BASE + "2  An expert may speak in the Board.\n   Nothing in this provision lets an NGO attend the "
         "Committee.\n", "1"),
    ],
)  # fmt: skip
def test_an_objection_that_is_referred_without_a_word_on_what_holds_is_found(provisions: str, provision: str) -> None:
    assert told(provisions) == [("G204", (provision,))]


@pytest.mark.parametrize(
    "provisions",
    [
        # it may not, or it may, until the decision
        BASE + "2  An NGO may not attend the Committee if a State Party objects to it, unless the Committee "
        "decides to admit "
        "it.\n",
        BASE + "2  An NGO may attend the Committee if a State Party objects to it.\n",
        BASE + "2  An NGO may not attend the Committee if the matter has been referred to the Committee.\n",
        STATUS + "3  An NGO has no observer status if the matter has been referred to the Committee.\n",
        STATUS + "3  An NGO has interim place if a State Party objects to it.\n   An NGO with interim place may "
        "attend the "
        "Committee.\n",
        # the leave is that of the body to which the matter goes
        "1  An NGO may attend the Committee if the Committee decides to admit it and no State Party objects to it.\n"
        + REFERRED,
        # the provision speaks of it
        BASE + "   Nothing in this provision lets an NGO attend the Committee.\n",
        BASE + "   Nothing in this provision lets an NGO do anything.\n",
        # readings deal with it
        BASE + '   Dispute "pending": "referred".\n   Reading "no": nothing more.\n'
        '   Reading "yes": An NGO may attend the Committee if a State Party objects to it.\n',
        BASE + '2  An expert may speak in the Board.\n   Dispute "pending": "referred".\n   Reading "no": '
        'nothing more.\n'
        '   Reading "yes": An NGO may attend the Committee if a State Party objects to it.\n',
        # nothing is referred; nothing was given before; nothing is ended
        BASE.replace(REFERRED, ""),
        "1  An expert may attend the Board.\n" + REFERRED,
        "1  An NGO may attend the Committee.\n" + REFERRED,
        # it is for the Committee in any case
        "1  An NGO may attend the Committee if the Committee decides to admit it.\n" + REFERRED,
        # its own act takes it before the Committee
        "1  An NGO may attend the Committee.\n   The matter of an NGO is referred to the Committee if it is "
        "accredited.\n",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_no_finding(provisions: str) -> None:
    assert told(provisions) == []


def test_the_situation_is_that_of_an_objection_before_the_decision() -> None:
    (one,) = found(BASE, "G204", words=MORE)
    assert one.message == (
        "if any one State Party objects to it, rule 1 refers the matter to the Committee, and no rule says whether an "
        "NGO may attend the Committee until the Committee decides"
    )
    assert one.witness is not None
    assert one.witness.when == ("any one State Party objects to it", "the Committee does not decide to admit it")
    assert one.witness.question == "May an NGO attend the Committee, if a State Party objects to it?"


def test_what_occurs_in_one_reading_only_says_in_which() -> None:
    disputed = BASE.replace(REFERRED, "") + (
        '   Dispute "then": "an objection".\n   Reading "goes up": The matter of an NGO is referred to the '
        "Committee if a "
        'State Party objects to it.\n   Reading "is final": nothing more.\n'
    )
    (one,) = found(disputed, "G204", words=MORE)
    assert "goes up" in one.where
    assert (
        told(
            disputed.replace('objects to it.\n   Reading "is', 'objects to it.\n   Standing: minority.\n   Reading "is')
        )
        == []
    )
