"""Votes, majorities, times and duties in text that is not agreed: which choices decide, and what they lead to."""

from __future__ import annotations

from itertools import product

import pytest

from proclogic.answers.model import Answer
from proclogic.norms.model import Ruleset
from proclogic.norms.resolving import choices, resolve
from tests.answers.texts import ask, rules

WORDS = """Event: admit it, by the Committee.
Event: object to it, by a State.
Event: send notice, by the Chair.
Matter: substance.
Moment: the session.
"""
DRAFT = """1      A State may attend the Committee if the Committee admits it.
2      Whether the Committee admits it is decided by [consensus | by: A]
       [two thirds of the States present and voting | by: B].
3      The Chair shall send notice at least [30 | by: A][60 | by: B] days before the session.
4      [A decision requires that a majority of the States are present. | by: A]
"""
CARRIED = (
    "Is it carried that the Committee admits it, if 200 are Parties, 90 are present, 70 vote for and 3 vote against?"
)
MAJORITY = "Which majority is needed for the Committee to admit it?"
WHEN = "By when must the Chair send notice?"
MUST = "Must the Chair send notice?"
IN_TIME = "Must the Chair send notice at least 40 days before the session?"


def draft(provisions: str = DRAFT) -> Ruleset:
    return rules(WORDS, provisions)


def told(found: Answer) -> list[tuple[tuple[str, ...], str, str]]:
    """The deciding sets as texts of the alternatives ("" for deletion), with the outcome and the words."""
    return [(tuple(c.text for c in r.choices), r.outcome, r.text) for r in found.resolutions]


def marks(found: Answer) -> list[str]:
    return [m.kind for m in found.marks]


def test_a_vote_is_open_where_the_brackets_decide_it() -> None:
    found = ask(draft(), CARRIED)
    assert (found.outcome, marks(found)) == ("open", ["open"])
    two_thirds, quorum = "two thirds of the States present and voting", found.resolutions[1].choices[1].text
    assert quorum.startswith("A decision requires")
    assert told(found) == [
        (("consensus",), "no", "not carried"),
        ((two_thirds, quorum), "no", "no decision is possible: the quorum is not met"),
        ((two_thirds, ""), "yes", "carried"),
    ]
    assert [c.proposers for c in found.resolutions[0].choices] == [("A",)]
    assert any("quorum to decide, 4, if 4 keeps" in line for line in found.arithmetic)
    assert "2 brackets" in found.examined


def test_a_vote_that_the_brackets_do_not_decide_is_not_open() -> None:
    found = ask(draft(), CARRIED.replace("90 are", "150 are").replace("3 vote", "70 vote"))
    assert (found.says, found.outcome, marks(found)) == ("Not carried.", "no", [])
    lost = ask(draft(), CARRIED.replace("90 are", "95 are").replace("70 vote", "50 vote").replace("3 vote", "45 vote"))
    assert (lost.outcome, lost.resolutions) == ("no", ())
    agreed = ask(draft(), CARRIED.replace("90 are", "120 are").replace("3 vote", "0 vote"))
    assert (agreed.says, agreed.outcome, marks(agreed)) == ("Carried.", "yes", [])


def test_brackets_are_no_reading() -> None:
    found = ask(draft(), "Is it carried that the Committee admits it, if 70 vote for and 30 vote against?")
    assert "reading" not in found.says and "not agreed" in found.says
    assert [outcome for _, outcome, _ in told(found)] == ["no", "yes"]


def test_rules_that_differ_are_no_readings() -> None:
    both = "2      Whether the Committee admits it is decided by consensus.\n"
    both += (
        "3      [Whether the Committee admits it is decided by a majority of the States present and voting. | by: K]\n"
    )
    found = ask(draft(both), "Is it carried that the Committee admits it, if 70 vote for and 30 vote against?")
    differ = "open: rules that both stand differ on whether this is carried"
    assert [outcome for _, outcome, _ in told(found)] == ["open", "no"] and told(found)[0][2] == differ


def test_where_readings_split_a_set_of_choices_it_says_so() -> None:
    made = draft(
        """1      A State may attend the Committee if the Committee admits it.
2      [Whether the Committee admits it is decided by consensus. | by: A][ | delete: B]
3      The Committee may admit it.
       Dispute "kind": "admit".
       Reading "many": Whether the Committee admits it is decided by two thirds of the States present and voting.
       Reading "most": Whether the Committee admits it is decided by a majority of the States present and voting.
"""
    )
    found = ask(made, "Is it carried that the Committee admits it, if 60 vote for and 40 vote against?")
    assert sorted(marks(found)) == ["contested"] and found.outcome == "open"
    clear = ask(made, "Is it carried that the Committee admits it, if 70 vote for and 30 vote against?")
    assert marks(clear) == ["open"]
    assert [(len(c), outcome) for c, outcome, _ in told(clear)] == [(1, "open"), (1, "yes")]


@pytest.mark.parametrize("question", [CARRIED, CARRIED.replace("3 vote", "0 vote"), MUST, IN_TIME])
def test_each_set_leads_where_the_text_resolved_so_does(question: str) -> None:
    made = draft(DRAFT + "5      [The Chair shall send notice within 2 days after the session. | by: C]\n")
    found = ask(made, question)
    for places in product(*(range(len(b.alternatives)) for b in made.brackets)):
        chosen = {b.id: b.alternatives[k].name for b, k in zip(made.brackets, places, strict=True)}
        by_hand = ask(resolve(made, chosen), question)
        fitting = {
            r.outcome
            for r in found.resolutions
            if all((chosen[c.bracket] == (c.text or "(deleted)")) == c.stands for c in r.choices)
        }
        assert fitting == {by_hand.outcome} if found.resolutions else by_hand.outcome == found.outcome


def test_forty_quorums_in_brackets_are_counted_completely() -> None:
    many = "".join(f"{i}      [A decision requires that a majority of the States are present.]\n" for i in range(5, 45))
    found = ask(draft(DRAFT.replace("4      [A", "4      A").replace("present. | by: A]", "present.") + many), CARRIED)
    assert found.complete and found.outcome == "no"
    made = draft("2      Whether the Committee admits it is decided by consensus.\n" + many)
    found = ask(made, CARRIED.replace("3 vote", "0 vote"))
    assert found.complete and found.outcome == "open"
    assert [len(c) for c, outcome, _ in told(found) if outcome == "no"] == [1] * 40
    assert [len(c) for c, outcome, _ in told(found) if outcome == "yes"] == [40]


def test_a_time_names_the_bracket_that_sets_it() -> None:
    found = ask(draft(), WHEN)
    assert marks(found) == ["open"]
    assert [(c, text) for c, _, text in told(found)] == [
        (("30",), "at least 30 days before the session (3)"),
        (("60",), "at least 60 days before the session (3)"),
    ]
    assert 'at least 60 days before the session (3), if 3 keeps "60" (B)' in found.says
    one = ask(resolve(draft(), choices(draft(), ["3: B"])), WHEN)
    assert (one.says, marks(one)) == ("At least 60 days before the session (3).", [])


def test_a_time_of_a_call_is_no_time_of_a_duty() -> None:
    made = draft(
        "3      The Chair [shall | by: A][should | by: B] send notice [within 2 days after the session | by: C].\n"
    )
    found = ask(made, WHEN)
    assert {(c, text) for c, _, text in told(found)} == {
        (("shall", "within 2 days after the session"), "within 2 days after the session (3)"),
        (
            ("should", "within 2 days after the session"),
            'within 2 days after the session (3), as a call only ("should")',
        ),
        (("shall", ""), "no rule sets a time for this duty (3)"),
        (("should", ""), 'no duty, and no time: the text only calls for it ("should") (3)'),
    }
    gone = ask(resolve(made, choices(made, ["agreed"])), WHEN)
    assert gone.says == "No rule sets a time, and none lays this duty: the Chair sends notice."
    plain = ask(draft("3      The Chair should send notice.\n"), WHEN)
    assert plain.says.startswith('No duty, and no time: the text only calls for it ("should")')
    assert ask(draft("3      The Chair shall send notice.\n"), WHEN).says.startswith(
        "No rule sets a time for this duty"
    )


def test_no_time_says_that_the_duty_itself_is_open() -> None:
    found = ask(draft("3      The Chair [shall | by: A][should | by: B] send notice.\n"), WHEN)
    assert "whether there is a duty depends on the text not agreed" in found.says
    assert marks(found) == ["open"] and len(found.resolutions) == 2


def test_a_time_that_stands_in_every_way_names_no_bracket() -> None:
    found = ask(
        draft("3      The Chair [shall | by: A][will | by: B] send notice within 2 days after the session.\n"), WHEN
    )
    assert (found.says, marks(found)) == ("Within 2 days after the session (3).", [])


def test_a_majority_names_the_bracket_that_gives_it() -> None:
    found = ask(draft(), MAJORITY)
    assert marks(found) == ["open"] and 'onsensus, if 2 keeps "consensus" (A) (2)' in found.says
    assert [(c, text) for c, _, text in told(found)] == [
        (("consensus",), "consensus (2)"),
        (
            ("two thirds of the States present and voting",),
            "at least two thirds of the States present and voting (2)",
        ),
    ]
    (gate,) = ask(draft(), "May a State attend the Committee?").gates
    (act,) = gate.acts
    assert [d.keeps for d in act.decided] == [
        ', if 2 keeps "consensus" (A)',
        ', if 2 keeps "two thirds of the States present and voting" (B)',
    ]
    assert all(d.decision.endswith(d.keeps) for d in act.decided)


def test_of_more_majorities_than_can_be_combined_each_names_its_bracket() -> None:
    shares = [f"{k} per cent of the States present and voting" for k in range(51, 66)]
    many = "".join(f"{k}      [Whether the Committee admits it is decided by {s}.]\n" for k, s in enumerate(shares, 10))
    found = ask(draft(many), MAJORITY)
    assert marks(found) == ["open"] and not found.resolutions
    assert found.says.count(", if ") == len(shares)


def test_a_duty_says_which_choices_lay_it() -> None:
    found = ask(draft(), IN_TIME)
    assert (found.outcome, marks(found)) == ("open", ["open"])
    assert told(found) == [(("30",), "no", "no such duty"), (("60",), "yes", "a duty")]
    both = ask(draft(), MUST)
    assert (both.outcome, both.resolutions) == ("yes", ())
    assert 'at least 30 days before the session, if 3 keeps "30" (A)' in both.says
    assert "1 bracket" in both.examined


def test_a_duty_on_a_condition_in_brackets_is_not_told_on_one_of_them() -> None:
    made = draft(
        "3      The Chair shall send notice if [a State objects to it | by: A][the Committee admits it | by: B].\n"
    )
    found = ask(made, MUST)
    assert (found.outcome, marks(found)) == ("conditional", ["open"])
    assert "objects" not in found.says and "admits" not in found.says
    assert [text for _, _, text in told(found)] == [
        "a duty, if any one State objects to it",
        "a duty, if the Committee admits it",
    ]


def test_what_would_end_a_duty_is_not_told_of_one_bracket_alone() -> None:
    made = draft(
        "3      The Chair shall send notice unless [a State objects to it | by: A][the Committee admits it | by: B].\n"
    )
    found = ask(made, MUST)
    assert (found.outcome, marks(found)) == ("yes", ["open"]) and "objects" not in found.says
    assert [text for _, _, text in told(found)] == [
        "a duty, unless any one State objects to it",
        "a duty, unless the Committee admits it",
    ]


def test_a_duty_that_comes_too_late_names_the_bracket_of_its_time() -> None:
    found = ask(draft(), "Must the Chair send notice at least 90 days before the session?")
    assert found.outcome == "no" and 'at least 60 days before the session, if 3 keeps "60" (B)' in found.says
    assert "1 bracket" in found.examined
