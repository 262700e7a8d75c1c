"""Whether somebody must: on which condition a duty rests, whose it is, in which reading and in which layer."""

from __future__ import annotations

from proclogic.answers.options import Options
from tests.answers.texts import ask, rules

WORDS = """Quality: is in arrears, of a State.
Judgement: relevant, of a State.
Event: monitor the measures, by the actor.
Event: propose an item, by the actor.
Event: attach a memorandum, by the actor.
Event: decide otherwise, by the Committee.
Event: publish the list, by the Chair.
Event: close the list, by the Committee.
Moment: the session.
"""
DUTIES = """1      A State shall monitor the measures.
2      A State shall attach a memorandum if it proposes an item.
"""


def test_a_duty_on_condition_says_the_condition() -> None:
    made = rules(WORDS, DUTIES)
    asked = "Must a State attach a memorandum?"
    open_ = ask(made, asked)
    assert (open_.outcome, open_.grounds) == ("conditional", ("2",))
    assert open_.says == "It depends: it attaches a memorandum, if it proposes an item."
    assert ask(made, asked, "it proposes an item").outcome == "yes"
    no = ask(made, asked, "it does not propose an item")
    assert (no.outcome, no.grounds) == ("no", ("2",))
    assert no.says == "No, on the facts given: it attaches a memorandum only if it proposes an item."


def test_a_duty_unless_somebody_acts_stands_until_then() -> None:
    made = rules(WORDS, "1      A State shall monitor the measures unless the Committee decides otherwise.\n")
    asked = "Must a State monitor the measures?"
    assert ask(made, asked).says == "Yes: it monitors the measures, unless the Committee decides otherwise."
    assert ask(made, asked, "the Committee decided otherwise").outcome == "no"


def test_a_duty_is_that_of_the_kinds_it_names() -> None:
    made = rules(WORDS, DUTIES)
    other = ask(made, "Must an NGO monitor the measures?")
    assert other.outcome == "no" and "State (1)" in other.says
    assert ask(made, "Must a State Party monitor the measures?").outcome == "yes"
    also = rules(WORDS + "Actor: donor.\n", "1      A donor shall monitor the measures.\n")
    assert ask(also, "Must a State monitor the measures?", "it is a donor").outcome == "yes"
    several = rules(WORDS, "1      A State Party, the Board or the Chair shall monitor the measures.\n")
    assert "It is laid on" in ask(several, "Must an NGO monitor the measures?").says


def test_a_duty_of_those_with_a_quality_depends_on_it() -> None:
    made = rules(WORDS, "1      A State in arrears shall monitor the measures.\n")
    assert ask(made, "Must a State in arrears monitor the measures?").outcome == "yes"
    assert ask(made, "Must a State not in arrears monitor the measures?").outcome == "no"
    assert ask(made, "Must a State monitor the measures?").says.endswith("if it is in arrears.")


def test_a_duty_of_a_wider_kind_asked_of_a_declared_agent() -> None:
    words = WORDS + "Event: report on it, by the actor, by a State Party.\n"
    made = rules(words, "1      A State shall report on it.\n")
    assert ask(made, "Must a State Party report on it?").outcome == "yes"


def test_a_time_asked_for_is_compared_with_the_time_of_the_duty() -> None:
    made = rules(WORDS, "1      The Chair shall publish the list at least 30 days before the session.\n")
    assert ask(made, "Must the Chair publish the list at least 10 days before the session?").outcome == "yes"
    late = ask(made, "Must the Chair publish the list at least 60 days before the session?")
    assert late.outcome == "no" and "at least 30 days before the session (1)" in late.says


READ = """3      Nothing in this provision lets an NGO do anything.
       Dispute "list": "close".
       Reading "call": nothing more.
       Reading "duty": The Committee shall close the list.
"""


def test_a_duty_in_one_reading_is_contested_and_every_reading_is_listed() -> None:
    made = rules(WORDS, READ)
    asked = "Must the Committee close the list?"
    both = ask(made, asked)
    assert both.outcome == "open" and [m.kind for m in both.marks] == ["contested"]
    assert {(r.reading, r.outcome) for r in both.readings} == {("call", "no"), ("duty", "yes")}
    assert ask(made, asked, options=Options(readings=(("3/list", "duty"),))).outcome == "yes"
    assert ask(made, asked, options=Options(readings=(("3/list", "call"),))).outcome == "no"


def test_a_duty_of_practice_stands_beside() -> None:
    made = rules(WORDS, "1      The Chair shall publish the list.\n       Layer: practice.\n")
    found = ask(made, "Must the Chair publish the list?")
    assert found.outcome == "no" and found.examined == ("treaty and rules",)
    assert [(b.layer, b.outcome, b.rules) for b in found.beside] == [("practice", "yes", ("1",))]
    assert ask(made, "Must the Chair publish the list?", options=Options(layers=("practice",))).outcome == "yes"


def test_no_duty_is_not_seen_verbatim() -> None:
    assert ask(rules(WORDS, DUTIES), "Must the Chair publish the list?").certainty == ""


def test_a_call_is_no_duty() -> None:
    made = rules(WORDS, "1      The Chair should publish the list.\n")
    found = ask(made, "Must the Chair publish the list?")
    assert found.outcome == "no" and "only calls for it" in found.says


def test_a_duty_that_turns_on_a_word_nobody_judges_says_so() -> None:
    made = rules(WORDS, "1      A relevant State shall monitor the measures.\n")
    found = ask(made, "Must a State monitor the measures?")
    assert found.outcome == "conditional" and [m.detail for m in found.marks] == ["relevant"]
