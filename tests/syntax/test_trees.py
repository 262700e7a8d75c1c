"""What sentences, facts and questions become."""

from __future__ import annotations

import pytest

from proclogic.norms.conditions import And, Deadline, Decision, Formula, Happens, Has, Is, Not, Or, ReferredTo, Share
from proclogic.norms.model import Limit
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.syntax.parse import parse_facts, parse_question
from proclogic.syntax.tree import (
    ActPhrase,
    Acts,
    Carried,
    Clause,
    Decided,
    Does,
    Holds,
    Item,
    NounPhrase,
    RuleRef,
    Sentence,
    Verb,
)
from tests.syntax.reading import read_sentence
from tests.syntax.texts import CONFERENCE, vocabulary

NGO = NounPhrase("ngo", ACTOR)
PLENARY = NounPhrase("plenary meeting of the conference", BODY)
TOPIC = NounPhrase("topic", OBJECT)
RELEVANT, YOUNG, COMPETENT = Has("relevant"), Has("young"), Has("competent")
OBJECTS = Happens("object to it", "state party")
VOTE = ActPhrase("vote")


def verb(said: str) -> Verb | None:
    return read_sentence(CONFERENCE, said).verb


def condition(said: str) -> Formula:
    (clause,) = read_sentence(CONFERENCE, f"An NGO may vote if {said}.").clauses
    return clause.condition


def test_a_grant_with_a_body_an_object_and_its_clauses() -> None:
    said = "A relevant NGO with observer status may speak in plenary meetings on a topic, through a limited number of "
    said += "representatives, if the President invites it to speak, unless it is young."
    assert read_sentence(CONFERENCE, said) == Sentence(
        (NounPhrase("ngo", ACTOR, (RELEVANT,), (Has("observer status"),)),),
        Does("may", (ActPhrase("speak", (PLENARY,), TOPIC),)),
        (
            Clause("limit", limit=Limit("through a limited number of representatives")),
            Clause("if", Happens("invite it to speak", "president")),
            Clause("unless", YOUNG),
        ),
    )


@pytest.mark.parametrize(
    ("said", "acts"),
    [
        ("attend and speak in plenary meetings", (("attend", True), ("speak", True))),
        ("attend, attend and speak in plenary meetings", (("attend", True), ("attend", True), ("speak", True))),
        ("attend, and speak in plenary meetings", (("attend", False), ("speak", True))),
        ("attend and submit written statements to the Conference", (("attend", False), ("submit", True))),
        ("vote and speak in plenary meetings", (("vote", False), ("speak", True))),
    ],
)  # fmt: skip
def test_acts_joined_by_and_share_the_body_that_follows(said: str, acts: tuple[tuple[str, bool], ...]) -> None:
    made = verb(f"An NGO may {said}.")
    assert isinstance(made, Does)
    assert tuple((act.act, bool(act.bodies)) for act in made.acts) == acts


@pytest.mark.parametrize(
    ("said", "formula"),
    [
        ("it is relevant and it is young and it is competent", And((RELEVANT, YOUNG, COMPETENT))),
        ("it is relevant or it is young", Or((RELEVANT, YOUNG))),
        ("either it is relevant or it is young and it is competent", And((Or((RELEVANT, YOUNG)), COMPETENT))),
        ("both it is relevant and it is young or it is competent", Or((And((RELEVANT, YOUNG)), COMPETENT))),
        ("it is relevant and (it is young or it is competent)", And((RELEVANT, Or((YOUNG, COMPETENT))))),
        ("(it is relevant and it is young) and it is competent", And((RELEVANT, YOUNG, COMPETENT))),
        ("no State Party objects to it", Not(OBJECTS)),
        ("the meeting is not public", Not(Has("public"))),
        ("it is a member of a delegation", Is(ACTOR, "member of a delegation")),
        ("the matter has been referred to the Conference", ReferredTo("conference")),
        ("the secretariat circulates its name not later than 24 hours before the session",
         Happens("circulate its name", "secretariat", None, Deadline("at least", 24, "hour", "before", "session"))),
        ("more than half of the States Parties object to it",
         OBJECTS.replace(count=Share(1, 2, True, "all", "state party"))),
        ("nobody invites it to speak", And((Not(Happens("invite it to speak", "president")),
                                            Not(Happens("invite it to speak", "chair of the working group"))))),
    ],
)  # fmt: skip
def test_a_condition_becomes_a_formula(said: str, formula: Formula) -> None:
    assert condition(said) == formula


def test_a_duty_has_a_deadline_and_a_counterpart() -> None:
    said = "The secretariat shall circulate its name within ten days after the session, owed to an NGO."
    assert verb(said) == Acts("shall", "circulate its name", Deadline("within", 10, "day", "after", "session"), NGO)


def test_a_decision_rule_has_what_decides_when_it_fails() -> None:
    said = "A matter of procedure is decided by consensus, failing which by two thirds of those present and voting."
    failing = Decision("share", Share(2, 3, False, "voting"))
    assert verb(said) == Decided(Decision("consensus", None, failing), "procedure")


def test_a_substitution_says_what_stands_there_and_what_it_becomes() -> None:
    said = "Rules 14 to 17 apply, mutatis mutandis, to a working group, "
    said += "with the chair of the working group for the President."
    pairs = (("president", "chair of the working group"),)
    assert verb(said) == Carried((RuleRef("14", "17"),), True, pairs)


def test_a_rule_on_a_body_speaks_of_the_place_and_not_of_those_who_decide_there() -> None:
    (subject,) = read_sentence(CONFERENCE, "Rule 5 does not apply to a working group.").subjects
    assert subject.sort == BODY
    (subject,) = read_sentence(CONFERENCE, "A working group may attend plenary meetings.").subjects
    assert subject.sort == ACTOR


def test_a_list_shares_its_head_and_keeps_the_clauses_of_each_item() -> None:
    said = "An NGO, if it is relevant: (a) has observer status; and (b) may vote, unless it is young."
    assert read_sentence(CONFERENCE, said) == Sentence(
        (NGO,),
        None,
        (Clause("if", RELEVANT),),
        (
            Item("(a)", Holds("has", "observer status")),
            Item("(b)", Does("may", (VOTE,)), (Clause("unless", YOUNG),)),
        ),
    )


def test_the_words_of_a_sentence_are_kept_without_comments_and_line_ends() -> None:
    said = "An NGO   # those that\n    # are organizations\n    may\n    vote."
    assert read_sentence(CONFERENCE, said).text == "An NGO may vote."


# ------------------------------------------------------------------------------------------------- questions and facts


def test_the_qualifiers_of_a_question_are_facts_before_those_that_it_gives() -> None:
    said = "May an NGO not in consultative status attend public plenary meetings, if nobody objected to it?"
    asked, _ = parse_question(said, vocabulary(CONFERENCE))
    assert asked == Question(
        "may",
        said,
        Cell(Individual(("ngo",)), "attend", Individual(("plenary meeting of the conference",))),
        facts=(Fact(Has("in consultative status"), False), Fact(Has("public"), True), Fact(OBJECTS, False)),
    )


def test_a_kind_that_a_question_adds_is_a_second_kind_of_the_individual() -> None:
    asked, _ = parse_question("May an NGO that is a member of a delegation vote?", vocabulary(CONFERENCE))
    assert asked is not None and asked.cell is not None
    assert asked.cell.actor.kinds == ("ngo", "member of a delegation")


def test_counts_and_periods_are_kept_with_the_event() -> None:
    said = "60 of the 190 States Parties present object to it and "
    said += "the secretariat circulated its name 20 days before the session"
    facts, _ = parse_facts(said, vocabulary(CONFERENCE))
    assert facts == (
        Fact(OBJECTS, True, count=60, of=190, base="present"),
        Fact(Happens("circulate its name", "secretariat"), True, period=Deadline("", 20, "day", "before", "session")),
    )


def test_the_place_and_the_one_who_decides_are_asked_about_by_the_form_of_the_question() -> None:
    asked, _ = parse_question("Are plenary meetings public?", vocabulary(CONFERENCE))
    assert asked is not None and asked.cell is not None
    assert asked.cell == Cell(
        Individual(()), "", Individual(("plenary meeting of the conference",)), None, Has("public")
    )


def test_a_question_about_an_act_of_the_actor_has_the_actor_in_its_cell() -> None:
    asked, _ = parse_question("Must an NGO apply to the bureau for observer status?", vocabulary(CONFERENCE))
    assert asked is not None
    assert (asked.cell, asked.event) == (
        Cell(Individual(("ngo",))),
        Happens("apply to the bureau for observer status", ACTOR),
    )


def test_a_question_needs_no_question_mark() -> None:
    with_mark, _ = parse_question("Who may vote?", vocabulary(CONFERENCE))
    without, found = parse_question("who may vote", vocabulary(CONFERENCE))
    assert with_mark is not None and without is not None and not found
    assert with_mark.replace(text="") == without.replace(text="")
