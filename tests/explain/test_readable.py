"""What an explanation leaves out unless all of it is wanted, and that it says how much."""

from __future__ import annotations

import pytest

from proclogic.answers.options import Options
from proclogic.explain.whole import explain
from proclogic.norms.model import Ruleset
from proclogic.papers import write
from proclogic.syntax.why import parse_asked
from tests.answers.texts import rules

ROOMS = 30
WORDS = """Object: topic.
Act: speak, in a body, on a topic.
Quality: registered, as an adjective, of an NGO.
Judgement: is timely, of a topic.
Status: observer status.
Event: invite it, by the Chair.
"""
PROVISIONS = """1   A registered NGO may attend the Board if the Chair invites it.
2   An NGO may attend the Committee if the Chair invites it.
3   An NGO with observer status may attend the Committee if the Chair invites it.
4   An NGO has observer status.
5   A State may speak in the Committee on a topic that is timely.
6   A State Party may attend the Board.
"""


def told(ruleset: Ruleset, text: str, level: str = "usual") -> str:
    question, about, faults = parse_asked(text, ruleset.vocabulary)
    assert question is not None and not faults
    return write.explanations((explain(ruleset, question, Options(), about, level == "full"),), "text", level)


def many() -> Ruleset:
    rooms = range(1, ROOMS + 1)
    words = "".join(f"Body: room {n}.\nEvent: open room {n}, by the Chair.\n" for n in rooms)
    return rules(words, "".join(f"{n}   An NGO may attend room {n} if the Chair opens room {n}.\n" for n in rooms))


def test_of_very_many_rules_ways_and_conditions_the_first_are_told_and_the_others_counted() -> None:
    said = told(many(), "May an NGO attend?")
    assert len(said.splitlines()) < 200
    flat = " ".join(said.split())
    assert f"and {ROOMS - 8} more; --full shows all" in flat  # rules that could have given it
    assert "further conditions" in flat or "further cases" in flat


@pytest.mark.parametrize(("level", "whole"), [("usual", False), ("full", True)])
def test_of_a_rule_on_another_meeting_that_alone_is_told_unless_all_is_wanted(level: str, whole: bool) -> None:
    said = " ".join(told(rules(WORDS, PROVISIONS), "May an NGO attend, if it is not registered?", level).split())
    case = said.partition("Case 2: if the meeting is not the Committee")[2]
    stopped = case.partition("An NGO may attend the Committee if the Chair invites it. rule 2 but ")[2]
    assert stopped.startswith("the meeting is not the Committee (in this case) ")
    more = "and the Chair does not invite it (not given)"
    assert stopped.removeprefix("the meeting is not the Committee (in this case) ").startswith(more) == whole


def test_a_rule_in_effect_is_told_as_not_enough_after_those_that_are_stopped() -> None:
    said = " ".join(told(rules(WORDS, PROVISIONS), "Why may an NGO not attend the Committee?").split())
    why_not = said.partition("Why not as things stand ")[2]
    stopped, found, _ = why_not.partition("This takes effect, and is not enough: An NGO has observer status. rule 4")
    assert found
    assert "but the Chair does not invite it" in stopped


def test_what_is_said_of_an_object_names_it_by_its_kind() -> None:
    said = " ".join(told(rules(WORDS, PROVISIONS), "May a State speak in the Committee?").split())
    assert "Judged the topic is timely" in said


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        ("Why may a State Party not attend the Board?", "it may not attend the Board"),
        ("Why may an NGO speak in the Committee?", "it may speak in the Committee"),
        ("Why is an NGO a State?", "it is a State"),
        ("Why does an NGO not have observer status?", "it has no observer status"),
        ("Why may a State Party attend the Board?", ""),
        ("May an NGO speak in the Committee?", ""),
    ],
)
def test_a_question_that_takes_for_granted_what_is_not_so_is_told_so(text: str, premise: str) -> None:
    said = " ".join(told(rules(WORDS, PROVISIONS), text).split())
    line = f"The question takes it that {premise}; on the facts given that is not so."
    assert (line in said) == bool(premise)
    assert "The question takes it" not in said or premise
