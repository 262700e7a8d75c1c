"""Rights without their preconditions: what is found and blamed, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.conflicts.texts import WORDS, blamed, found

LADDER = """Act: vote, in a body.
Act: submit, a paper, to a body.
Act: receive, a paper.
Act: reply, on a topic.
Object: paper.
Object: topic.
Event: register, by the actor.
Event: exclude it, by the Committee.
Ladder: attend, receive papers, submit, speak, reply, vote.
"""


def told(provisions: str, ladder: str = LADDER, header: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return blamed(found(provisions, "G203", words=WORDS + ladder, header=header))


@pytest.mark.parametrize(
    ("provisions", "provision"),
    [
        ("1  An NGO may speak in the Committee.\n2  A State may attend the Committee.\n", ("1",)),
        ("1  An NGO may speak in the Committee.\n2  An NGO may not attend the Committee.\n", ("1", "2")),
        ("1  An NGO may attend and speak in the Committee.\n2  An NGO may not attend closed meetings, notwithstanding "
         "rule 1.\n", ("1", "2")),
        ("1  An NGO may attend closed meetings.\n2  An NGO may speak in the Committee.\n", ("2",)),
        ("1  An accredited NGO may attend the Committee.\n2  An NGO may speak in the Committee.\n", ("2",)),
        ("1  An NGO may attend the Committee if it is accredited.\n2  An NGO may speak in the Committee if it "
         "registers.\n", ("2",)),
    ],
)  # fmt: skip
def test_a_right_without_its_precondition_is_found_and_blamed(provisions: str, provision: tuple[str, ...]) -> None:
    assert told(provisions) == [("G203", provision)]


@pytest.mark.parametrize(
    "provisions",
    [
        "1  An NGO may attend and speak in the Committee.\n",
        # a step of its own that it did not take
        "1  An NGO may attend the Committee if it registers.\n2  An NGO may speak in the Committee.\n",
        # what others do to shut it out
        "1  An NGO may attend the Committee unless a State Party objects to it.\n2  An NGO may speak in the "
        "Committee.\n",
        "1  An NGO may attend and speak in the Committee.\n2  An NGO may not attend the Committee if the Committee "
        "excludes it, notwithstanding rule 1.\n",
        # an invitation to speak lets in
        "1  An accredited NGO may attend the Committee.\n2  An NGO may speak in the Committee if the Chair circulates "
        "its name.\n",
        # members, officers and others of whom there is one only are there by what they are
        "1  A State may speak in the Committee.\n2  An NGO may attend the Committee.\n",
        "1  A State Party may speak in closed meetings.\n2  An NGO may attend the Committee.\n",
        "1  The Chair may speak in the Committee.\n2  An NGO may attend the Committee.\n",
        # nobody's attendance is regulated, or not in that place
        "1  An NGO may speak in the Committee.\n",
        "1  An NGO may speak in the Committee.\n2  A State may attend the Board.\n",
        # a rule that names no place says nothing of where
        "1  An NGO may vote.\n2  A State may attend the Committee.\n",
        # what is not done in a meeting needs no attendance
        "1  An NGO may submit a paper to the Committee.\n2  A State may attend the Committee.\n",
        "1  An NGO may receive papers.\n2  A State may attend the Committee.\n",
        # what gives the higher act gives the lower one elsewhere only; both are forbidden there
        "1  An NGO may attend and speak in the Committee.\n2  An NGO may not attend and speak in closed meetings, "
        "notwithstanding rule 1.\n",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_no_finding(provisions: str) -> None:
    assert told(provisions) == []


def test_without_a_ladder_nothing_is_compared() -> None:
    assert told("1  An NGO may speak in the Committee.\n2  A State may attend the Committee.\n", ladder="") == []


def test_where_silence_is_unregulated_only_a_prohibition_is_found() -> None:
    silent = "1  An NGO may speak in the Committee.\n2  A State may attend the Committee.\n"
    assert told(silent, header="Silence: unregulated.") == []
    assert told(silent + "3  An NGO may not attend the Committee.\n", header="Silence: unregulated.") == [
        ("G203", ("1", "3"))
    ]


def test_one_finding_for_each_pair_and_each_class_of_actors() -> None:
    text = """1  An NGO may speak in closed meetings. An NGO may speak in the Board. An expert may speak in the Board.
2  A State may attend the Committee or the Board.
"""
    assert told(text) == [("G203", ("1",))] * 2


def test_the_situation_says_in_which_reading_it_is_so() -> None:
    text = """1  An NGO may speak in the Committee.
   Dispute "where": "the Committee".
   Reading "closed too": An NGO may attend the Committee.
   Reading "open only": An NGO may not attend closed meetings.
2  An NGO may attend the Committee.
"""
    (one,) = found(text, "G203", words=WORDS + LADDER)
    assert "open only" in one.where
    assert one.witness is not None and one.witness.options == ('--reading "1/where=open only"',)
