"""What an answer rests on: certainty, grounds, disputes that matter, presumptions, given acts."""

from __future__ import annotations

from proclogic.papers import write
from tests.answers.texts import ask, rules

STATUS = """Status: observer status.
Event: admit it, by the Committee.
Event: register, by the actor.
Event: object to it, by a State Party.
Event: invite it, by the Chair.
Judgement: open.
Judgement: formal, of an NGO.
Disjoint: State Party, NGO.
"""


def test_an_answer_is_as_sure_as_the_least_sure_provision_on_its_path() -> None:
    made = rules(
        STATUS,
        """1      An NGO has observer status if the Committee admits it.
       Whether the Committee admits it is decided by consensus.
       Certainty: own knowledge.
2      An NGO with observer status may attend the Committee.
""",
        "Certainty: verbatim.",
    )
    assert ask(made, "May an NGO attend the Committee?").certainty == "own knowledge"


def test_a_majority_that_carries_nothing_makes_no_answer_less_sure() -> None:
    made = rules(
        STATUS,
        """1      An NGO may attend the Committee if the Committee admits it.
2      Whether the Committee admits it is decided by consensus.
       Certainty: own knowledge.
""",
        "Certainty: verbatim.",
    )
    assert ask(made, "May an NGO attend the Committee?").certainty == "verbatim"


def test_silence_without_a_ground_is_not_seen_verbatim() -> None:
    made = rules(STATUS, "1      A State may attend the Committee.\n", "Certainty: verbatim.")
    assert ask(made, "May an NGO attend the Board?").certainty == ""


def test_only_disputes_that_make_a_difference_are_contested() -> None:
    made = rules(
        STATUS,
        """1      An NGO may attend the Committee if the Committee admits it.
       Dispute "one": "may".
       Reading "right": An NGO may attend the Committee.
       Reading "leave": nothing more.
       Dispute "two": "admits".
       Reading "invited": An NGO may attend the Committee if the Chair invites it.
       Reading "no": nothing more.
""",
    )
    found = ask(made, "May an NGO attend the Committee?")
    assert {r.dispute for r in found.readings if r.contests} == {"1/one"}
    assert {r.dispute for r in found.readings} == {"1/one", "1/two"}
    told = write.answers((found,), "text")
    assert told.index('"may" is read') < told.index("Readings ") < told.index('"admits" is read')
