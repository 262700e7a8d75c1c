"""The layers that count: treaty, rules and the layer that the header names; those asked for, literally."""

from __future__ import annotations

import pytest

from proclogic.answers import lists
from proclogic.answers.options import Options
from proclogic.answers.worked_out import matrix
from proclogic.papers import write
from proclogic.reference.verdicts import decide
from proclogic.syntax.parse import parse_question
from tests.answers.texts import ask, rules

WORDS = """Event: admit it, by the Committee, by two thirds of the States present and voting.
Event: send notice, by the Chair.
Matter: substance.
"""
PROVISIONS = """1      An NGO may attend the Committee if the Committee admits it.
2      The Chair shall send notice.
3      Whether the Committee admits it is decided by consensus.
4      An NGO may attend the Board.
       Layer: practice.
"""
ASKED = "May an NGO attend the Committee?"


@pytest.mark.parametrize("layer", ["proposal", "hypothetical", "opinion", "practice"])
def test_the_layer_of_the_header_counts_where_none_is_asked_for(layer: str) -> None:
    made = rules(WORDS, PROVISIONS, f"Layer: {layer}.")
    found = ask(made, ASKED)
    assert (found.verdict, found.outcome) == ("by-leave", "conditional")
    assert found.hypothetical is (layer == "hypothetical")
    assert found.examined[0] == f"treaty, rules, {layer}"
    assert ask(made, "Must the Chair send notice?").outcome == "yes"
    assert "under a proposal:" not in write.answers((found,), "text") and not found.gates[0].acts[0].unsettled
    rows = ask(made, "Who may attend the Committee?")
    assert [r.actor for r in rows.rows] == ["NGO"] and rows.hypothetical is (layer == "hypothetical")
    assert any(r.verdict == "by-leave" for r in lists.matrix(made).rows)
    assert matrix(made).layers == ("treaty", "rules", layer)
    question, _ = parse_question(ASKED, made.vocabulary)
    assert question is not None
    assert decide(made, question).verdict == "by-leave"
    assert decide(made, question, layers=("treaty", "rules")).verdict == "not-conferred"


def test_layers_asked_for_are_taken_literally() -> None:
    made = rules(WORDS, PROVISIONS, "Layer: proposal.")
    found = ask(made, ASKED, options=Options(layers=("treaty", "rules")))
    assert found.verdict == "not-conferred"
    assert [(b.layer, b.verdict) for b in found.beside] == [("proposal", "by-leave")]
    assert ask(made, "May an NGO attend the Board?").verdict == "not-conferred"
    assert ask(made, "May an NGO attend the Board?", options=Options(layers=("practice",))).verdict == "of-right"


def test_a_majority_of_a_layer_that_does_not_count_is_named_as_such() -> None:
    made = rules(
        WORDS,
        "1      An NGO may attend the Committee if the Committee admits it.\n3      Whether the "
        "Committee admits it is decided by consensus.\n       Layer: proposal.\n",
    )
    assert "under a proposal: by consensus" in write.answers((ask(made, ASKED),), "text")


SPLIT = """Act: vote, in a body.
Meeting: open session, held by the Committee.
Event: invite it, by the Chair.
"""


def test_what_another_layer_would_change_is_told_as_a_whole() -> None:
    made = rules(
        SPLIT,
        """1      An NGO may attend the Committee if the Chair invites it.
P1     An NGO may attend open sessions.
       Layer: practice.
       Source: "Session of 2022".
P2     An NGO may not attend [open sessions | by: A][the Board | by: B].
       Layer: practice.
       Source: "Session of 2023".
""",
    )
    (found,) = ask(made, "May an NGO attend open sessions?").beside
    assert (found.verdict, found.verdicts, found.outcome) == ("prohibited", ("of-right", "prohibited"), "open")
    assert [m.kind for m in found.marks] == ["open", "conflicting"]
    assert found.source == "Session of 2022; Session of 2023"


def test_a_layer_is_beside_the_answer_only_with_what_differs() -> None:
    given = "1      An NGO may attend the Committee if the Chair invites it.\nP1     {}\n       Layer: practice.\n"
    same = given.format("An NGO may attend the Committee if the Chair invites it.")
    assert ask(rules(SPLIT, same), "May an NGO attend the Committee?").beside == ()
    other = given.format("An NGO may attend open sessions.")
    (found,) = ask(rules(SPLIT, other), "May an NGO attend the Committee?").beside
    assert found.verdicts == ("of-right", "by-leave")
    assert "the meeting is an open session: of right" in found.text
    harder = given.format("An NGO may not attend the Committee, unless a State objects to it.")
    (found,) = ask(
        rules(SPLIT + "Event: object to it, by a State.\n", harder), "May an NGO attend the Committee?"
    ).beside
    assert found.text == "by leave, if the Chair invites it and any one State objects to it"


def test_a_layer_without_a_source_of_its_own_has_not_that_of_the_rules() -> None:
    made = rules(
        SPLIT,
        "1      An NGO may attend the Board.\nO1     An NGO may not attend the Board.\n       Layer: opinion.\n",
        'Source: "The rules".',
    )
    (found,) = ask(made, "May an NGO attend the Board?").beside
    assert (found.layer, found.source) == ("opinion", "")


def test_a_provision_whose_number_begins_with_letters_is_no_rule_where_it_prevails() -> None:
    made = rules(
        SPLIT,
        "1      An NGO may attend the Board.\nart4   An NGO may not attend the Board, notwithstanding rule 1.\n",
    )
    assert ask(made, "Which prevails, rule art4 or rule 1?").says == "art4 prevails over rule 1 where they clash."
    assert ask(made, "Which prevails, rule 1 or rule art4?").says == "art4 prevails over rule 1 where they clash."


def test_beside_an_answer_of_very_many_cases_another_layer_is_named_and_not_worked_out() -> None:
    places = range(1, 15)
    words = "".join(f"Body: Panel {i}, of States.\nEvent: open Panel {i}, by the Chair.\n" for i in places)
    texts = "".join(f"{i}      An NGO may attend Panel {i} if the Chair opens Panel {i}.\n" for i in places)
    made = rules(words, f"{texts}P1     An NGO may attend Panel 3.\n       Layer: practice.\n")
    found = ask(made, "May an NGO attend?")
    assert len(found.cases) > 12
    ((layer, verdict, text, provisions),) = [(b.layer, b.verdict, b.text, b.rules) for b in found.beside]
    assert (layer, verdict, provisions) == ("practice", "", ("P1",))
    assert text == "speaks of it too; not worked out for so many cases"
    (one,) = ask(made, "May an NGO attend Panel 3?").beside
    assert one.verdict == "of-right"
