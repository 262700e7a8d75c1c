"""Where an explanation turns on an act of a body, it says how that body decides."""

from __future__ import annotations

import json

from proclogic.answers.options import Options
from proclogic.explain.model import Explanation
from proclogic.explain.whole import explain
from proclogic.papers import write
from proclogic.syntax.parse import parse_question
from tests.answers.texts import rules
from tests.papers.schemas import validator

WORDS = """Event: admit it, by the Committee.
Event: exclude it, by the Committee.
Event: close the doors, by the Board.
Event: object to it, by a State Party.
Matter: procedure.
Matter: substance.
"""
PROVISIONS = """1   An NGO may attend the Committee if the Committee admits it, unless the Committee excludes it.
2   An NGO may not attend the Committee if the Board closes the doors.
3   Whether the Committee admits it is a matter of substance.
4   Whether the Committee excludes it is a matter of procedure.
5   A matter of substance is decided by at least two thirds of the States present and voting.
6   A matter of procedure is decided by a majority of the States present and voting.
7   A State may attend the Board, unless at least one third of the States Parties object to it.
8   The Committee may admit it.
"""
ADMITTED = "by at least two thirds of the States present and voting"


def explained(text: str) -> Explanation:
    ruleset = rules(WORDS, PROVISIONS)
    question, faults = parse_question(text, ruleset.vocabulary)
    assert question is not None and not faults
    return explain(ruleset, question, Options())


def told(text: str, level: str = "usual") -> str:
    return " ".join(write.explanations((explained(text),), "text", level).split())


def test_leave_of_a_body_stands_with_how_it_is_decided_and_so_does_what_would_end_it() -> None:
    said = told("May an NGO attend the Committee?")
    needed, _, rest = said.partition("Needed the Committee admits it ")[2].partition(" As long as ")
    assert needed == f"{ADMITTED} rules 3, 5"
    assert "to exclude it: by a majority of the States present and voting rules 4, 6" in rest.partition(" may ")[0]
    assert "How it decides to close the doors: no rule that counts says with which majority rule 2" in said
    assert said.count(ADMITTED) == 1  # told once


def test_the_full_explanation_says_who_can_keep_a_body_from_an_act_that_is_needed() -> None:
    refused = "to refuse: more than one third of the States present and voting"
    assert refused in told("May an NGO attend the Committee?", "full")
    assert refused not in told("May an NGO attend the Committee?")


def test_a_power_of_a_body_is_explained_with_how_it_decides_and_who_can_prevent_it() -> None:
    said = told("May the Committee admit it?")
    assert f"How it decides {ADMITTED} rules 3, 5 Can prevent it more than one third of the States" in said


def test_a_share_says_itself_how_many_it_takes() -> None:
    assert explained("May a State attend the Board?").decisions == ()


def test_json_has_each_act_with_every_way_it_is_decided() -> None:
    found = json.loads(write.explanations((explained("May an NGO attend the Committee?"),), "json", "usual"))
    validator("explanation-1").validate(found)
    (one,) = found["explanations"]
    acts = {d["about"]["id"]: d["act"] for d in one["decisions"]}
    assert set(acts) == {"admit it", "exclude it", "close the doors"}
    assert [way["prevent"] for way in acts["admit it"]["decided"]] == [
        "more than one third of the States present and voting"
    ]
    assert acts["close the doors"]["unsettled"]
