"""Questions on a small text, as a lawyer would read it."""

from __future__ import annotations

import pytest

from proclogic.answers.ask import answer
from proclogic.answers.model import Answer
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.compiled import ruleset as compiled
from proclogic.norms.model import Ruleset
from proclogic.sources import Source
from proclogic.syntax.parse import parse_facts, parse_question

COURT = """Ruleset: court.
Language: 1.
Title: "Rules of a registry".
Silence: not conferred.

Actor: party, plural parties.
Actor: stranger.
Disjoint: party, stranger.
Body: Court, of judges.
Actor: judge.
Officer: the Registrar, of the Court.
Meeting: hearing of the Court, plural hearings of the Court, held by the Court.
Object: document.
Object: sealed file, a kind of document.
Act: inspect, a document.
Act: attend, a body.
Act: film, a body.
Quality: is banned, of a party.
Event: pay the fee, by the actor.
Event: waive the fee, by the Registrar.
Event: object to its presence, by a party.
Event: send notice, by the Registrar.
Event: close the hearing, by the Court, by two thirds of the judges present and voting.
Event: grant leave to it, by the Court, as a matter of order.
Moment: the hearing day.
Matter: order.

1      A party may inspect a document if either it pays the fee or the Registrar waives the fee.
2      A stranger may attend hearings of the Court, if the Court grants leave to it.
3      A stranger may not film hearings of the Court if a party objects to its presence.
4      A party may attend hearings of the Court if the Registrar sends notice at least 10 days before the hearing day.
5      The Registrar shall send notice at least 10 days before the hearing day.
6      A matter of order is decided by a majority of the judges present and voting.
7      Notwithstanding rule 4, a party that is banned may not attend hearings of the Court.
8      The Court may close the hearing.
"""


@pytest.fixture(scope="module")
def court() -> Ruleset:
    made, found, _ = compiled([Source("court.rules", COURT)], {}, "court")
    assert made is not None, found
    return made


def _ask(rules: Ruleset, text: str, given: str = "", options: Options | None = None) -> Answer:
    question, faults = parse_question(text, rules.vocabulary)
    assert question is not None, faults
    if given:
        facts, faults = parse_facts(given, rules.vocabulary)
        assert not faults
        question = question.replace(facts=(*question.facts, *facts))
    return answer(rules, question, options or Options())


def test_a_ban_on_condition_that_somebody_objects_is_no_answer_while_nobody_has(court: Ruleset) -> None:
    asked = "May a stranger film hearings of the Court?"
    assert _ask(court, asked).verdict == "not-conferred"
    assert _ask(court, asked, "a party objects to its presence").verdict == "prohibited"


def test_a_step_that_a_given_fact_makes_needless_is_not_asked_for(court: Ruleset) -> None:
    found = _ask(court, "May a party inspect a document?", "the Registrar waived the fee")
    assert (found.outcome, found.steps) == ("yes", ())
    plain = _ask(court, "May a party inspect a document?")
    assert [a.base for w in plain.steps for a in w.acts] == ["pay the fee"]


def test_a_notice_sent_too_late_cannot_be_a_gate_any_more(court: Ruleset) -> None:
    late = _ask(
        court,
        "May a party that is not banned attend hearings of the Court?",
        "the Registrar sent notice 5 days before the hearing day",
    )
    assert (late.verdict, late.outcome) == ("not-conferred", "no")
    assert any("late" in line for line in late.arithmetic)
    early = _ask(
        court,
        "May a party that is not banned attend hearings of the Court?",
        "the Registrar sent notice 2 weeks before the hearing day",
    )
    assert (early.verdict, early.outcome) == ("of-right", "yes")


def test_a_quality_that_decides_splits_the_answer_with_both_rules_as_grounds(court: Ruleset) -> None:
    found = _ask(court, "May a party attend hearings of the Court?")
    assert {c.when: c.verdict for c in found.cases} == {
        (("it is not banned",),): "of-right",
        (("it is banned",),): "prohibited",
    }
    assert {"4", "5", "7"} <= set(found.grounds)


def test_a_power_is_asked_like_an_act(court: Ruleset) -> None:
    assert _ask(court, "May the Court close the hearing?").verdict == "of-right"
    silent = _ask(court, "May the Court grant leave to it?")
    assert silent.verdict == "not-conferred"
    assert "turn on its use" in silent.says and "2" in silent.grounds


def test_a_declared_majority_decides_a_vote(court: Ruleset) -> None:
    asked = "Is it carried that the Court closes the hearing, if {} vote for and {} vote against?"
    assert _ask(court, asked.format(6, 3)).says == "Carried."
    assert _ask(court, asked.format(5, 3)).says == "Not carried."


def test_a_tie_fails(court: Ruleset) -> None:
    tie = _ask(court, "Is a matter of order carried, if 4 vote for and 4 vote against?")
    assert (tie.says, tie.grounds) == ("Not carried.", ("6",))


def test_a_vote_without_votes_is_open(court: Ruleset) -> None:
    assert _ask(court, "Is a matter of order carried?").outcome == "open"


def test_which_prevails_covers_what_stands_below_a_number(court: Ruleset) -> None:
    found = _ask(court, "Which prevails, rule 4 or rule 7?")
    assert found.says == "Rule 7 prevails over rule 4 where they clash."


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Which prevails, rule 44 or rule 1?", "E302"),
        ("May a party inspect a document under rule 99?", "E302"),
        ("Is a matter of order carried, if 9 are present, 8 vote for and 7 vote against?", "E403"),
    ],
)
def test_what_cannot_be_is_refused(court: Ruleset, asked: str, code: str) -> None:
    with pytest.raises(Unanswerable) as refused:
        _ask(court, asked)
    assert [d.code for d in refused.value.diagnostics] == [code]


def test_facts_that_contradict_each_other_are_refused(court: Ruleset) -> None:
    with pytest.raises(Unanswerable) as refused:
        _ask(court, "May a party attend hearings of the Court?", "it is banned and it is not banned")
    assert refused.value.diagnostics[0].code == "E401"


def test_what_has_happened_against_it_is_named(court: Ruleset) -> None:
    found = _ask(court, "May a stranger attend hearings of the Court?")
    assert (found.verdict, found.outcome) == ("by-leave", "conditional")
    (gate,) = found.gates[0].acts
    assert gate.decided[0].make == "more than half of the judges present and voting"


def test_those_whom_a_rule_leaves_out_are_not_told_to_have_it() -> None:
    text = COURT.split("1      A party")[0] + "1      A party other than a stranger may film the Court.\n"
    made, found, _ = compiled([Source("court.rules", text.replace("Disjoint: party, stranger.\n", ""))], {}, "court")
    assert made is not None, found
    question, _ = parse_question("May a judge film the Court?", made.vocabulary)
    assert question is not None
    assert [who for who, _ in answer(made, question).others] == ["a party other than a stranger"]


def test_a_status_that_is_given_not_to_be_there_is_not_there_under_its_rule_either() -> None:
    text = COURT.split("1      A party")[0] + "Status: guest status.\n1      A stranger has guest status.\n"
    made, found, _ = compiled([Source("court.rules", text)], {}, "court")
    assert made is not None, found
    for rule in ("", " under rule 1"):
        question, _ = parse_question(f"Does a stranger have guest status{rule}?", made.vocabulary)
        facts, _ = parse_facts("it has no guest status", made.vocabulary)
        assert question is not None
        assert answer(made, question).verdict == "of-right"
        assert answer(made, question.replace(facts=facts)).verdict == "not-conferred"


def test_a_deeming_of_others_makes_no_rule_fit_whom_it_does_not_deem() -> None:
    text = """Ruleset: village.
Language: 1.
Title: "Village".
Actor: State.
Actor: State Party, plural States Parties, a kind of State.
Actor: organization.
Actor: union, a kind of organization.
Actor: NGO, a kind of organization.
Disjoint: State, organization.
Disjoint: union, NGO.
Body: the Group, of States.
Act: attend, a body.

1      A union is deemed to be a State Party.
2      A State Party may attend the Group.
3      Nothing in this provision lets a State other than a State Party attend the Group.
       Certainty: gap.
"""
    made, found, _ = compiled([Source("village.rules", text)], {}, "village")
    assert made is not None, found
    question, _ = parse_question("May an NGO attend the Group?", made.vocabulary)
    assert question is not None
    given = answer(made, question)
    assert (given.verdict, given.grounds, given.others) == ("not-conferred", ("2",), (("a State Party", "2"),))
