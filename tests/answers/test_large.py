"""Texts with more ways of resolving their brackets than can be looked at: what is said is true, and says its limits."""

from __future__ import annotations

import pytest

from proclogic.answers.ask import answer
from proclogic.answers.model import Answer
from proclogic.answers.options import Options
from proclogic.compiled import ruleset as compiled
from proclogic.norms.model import Ruleset
from proclogic.papers import write
from proclogic.sources import Source
from proclogic.syntax.parse import parse_question

HEAD = """Ruleset: draft.
Language: 1.
Title: "A draft".
Actor: Member.
Actor: NGO.
Body: the Council, of Members.
Act: attend, a body.
"""


def made(rules: str, count: int) -> Ruleset:
    events = "".join(
        f"Event: allow thing{i}, by the Council, past allowed thing{i}.\nEvent: object to point{i}, by a Member.\n"
        for i in range(1, count + 1)
    )
    ruleset, found, _ = compiled([Source("draft.rules", f"{HEAD}{events}\n{rules}")], {}, "draft")
    assert ruleset is not None, found
    return ruleset


def ask(ruleset: Ruleset, facts: str = "", options: Options | None = None) -> Answer:
    question, found = parse_question(f"May an NGO attend the Council{facts}?", ruleset.vocabulary)
    assert question is not None, found
    return answer(ruleset, question, options)


def blockers(count: int) -> str:
    return "".join(
        f"{i}  An NGO may attend the Council if the Council allows thing{i}[, unless a Member objects to point{i}].\n"
        for i in range(1, count + 1)
    )


def bans(count: int) -> str:
    return f"{count + 1}  An NGO may attend the Council.\n" + "".join(
        f"{i}  An NGO may not attend the Council [if the Council allows thing{i} | by: P{i}]"
        f"[if a Member objects to point{i} | by: Q{i}], notwithstanding rule {count + 1}.\n"
        for i in range(1, count + 1)
    )


def test_forty_brackets_that_each_add_a_blocker_leave_the_verdict_and_are_examined_completely() -> None:
    found = ask(made(blockers(40), 40))
    assert found.complete
    assert found.one_choice
    assert (found.verdicts, found.outcome) == (("by-leave",), "conditional")
    assert not found.resolutions


def test_what_is_told_of_the_acts_is_then_told_for_the_first_alternatives() -> None:
    found = ask(made(blockers(40), 40))
    assert {a.text for w in found.gates for a in w.acts} == {f"the Council allows thing{i}" for i in range(1, 41)}
    assert "for one way of resolving" in " ".join(write.answers((found,), "text").split())


@pytest.mark.parametrize("count", [2, 5, 11, 40])
def test_a_verdict_that_no_choice_gives_is_never_stated(count: int) -> None:
    """Every way of resolving these brackets is by default: nothing else may be said, however many there are."""
    found = ask(made(bans(count), count))
    assert found.verdicts == ("by-default",)
    assert found.outcome == "yes"
    assert not any(m.kind in ("open", "contested") for m in found.marks)
    assert found.complete == (count < 8)


def test_a_search_that_is_not_complete_says_what_was_examined_and_what_is_certain() -> None:
    found = ask(made(bans(40), 40))
    assert not found.complete
    assert found.sampled == 24
    assert found.at_least == "by-default"
    assert not found.resolutions
    text = " ".join(write.answers((found,), "text").split())
    assert "24 were examined, each completely" in text
    assert "never below by default" in text
    assert "NOT examined completely" in text


def test_a_choice_that_is_made_is_followed_in_what_is_examined() -> None:
    ruleset = made(
        bans(12).replace("may attend the Council.\n", "may attend the Council [if a Member objects to point14].\n", 1),
        14,
    )
    bracket = next(b for b in ruleset.brackets if b.provision == "13")
    kept = ask(ruleset, options=Options(readings=((bracket.id, bracket.alternatives[0].name),)))
    assert kept.verdicts[-1] == "by-leave"


def test_more_ways_to_stop_it_than_can_be_listed_do_not_make_an_answer_incomplete() -> None:
    rules = "".join(
        f"{i}  An NGO may attend the Council unless a Member objects to point{i} or the Council allows thing{i}.\n"
        for i in range(1, 13)
    )
    found = ask(made(rules, 12))
    assert found.complete
    assert found.blockers.cut
    assert "more ways together than can be listed" in " ".join(write.answers((found,), "text").split())
