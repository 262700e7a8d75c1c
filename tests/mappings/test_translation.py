"""Questions, cells and facts in the words of another ruleset."""

from __future__ import annotations

import pytest

from proclogic.norms.conditions import Happens, Has, Is, Reads
from proclogic.norms.mapping import Mapping
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.translation import MOST, Missing, Translator, translated
from proclogic.syntax import printer
from proclogic.syntax.parse import parse_question
from tests.mappings.texts import WRITTEN, of, question, read, ruleset


@pytest.fixture(scope="module")
def mapping() -> Mapping:
    made, _ = read(WRITTEN)
    assert made is not None
    return made


def put(asked: Question, mapping: Mapping) -> list[str]:
    """The question in the other words, as sentences."""
    found = translated(asked, mapping)
    assert len(found.found) == len(found.through)
    assert not (found.found and found.missing)
    return [printer.question(each, mapping.there) for each in found.found]


FORMS = [
    (
        "May an NGO attend plenary meetings of the Conference?",
        "May a stakeholder attend meetings of the Committee?",
    ),
    (
        "May an NGO not in consultative status speak in plenary meetings of the Conference on a topic?",
        "May a stakeholder take the floor in meetings of the Committee on an agenda item, if it is not registered?",
    ),
    ("May the Conference decide to admit it?", "May the Committee approve the list?"),
    ("Who may speak in plenary meetings of the Conference?", "Who may take the floor in meetings of the Committee?"),
    ("Who may decide to admit it?", "Who may approve the list?"),
    ("What may an academic institution do?", "What may a stakeholder do?"),
    (
        "What may an academic institution do in plenary meetings of the Conference?",
        "What may a stakeholder do in a meeting of the Committee?",
    ),
    ("Where may a State Party speak?", "Where may a Member State take the floor?"),
    ("Are plenary meetings of the Conference public?", "Is a meeting of the Committee open?"),
    ("Is an NGO in consultative status?", "Is a stakeholder registered?"),
    ("Is a State Party an NGO?", "Is a Member State a stakeholder?"),
    ("Must a State Party object to it?", "Must a Member State object to it?"),
    ("Must an NGO apply to the bureau for observer status?", "Must a stakeholder register with the secretariat?"),
    (
        "By when must a State Party object to it?",
        "By when must a Member State object to it?",
    ),
    (
        "Which majority is needed for the Conference to decide to admit it?",
        "Which majority is needed for the Committee to approve the list?",
    ),
    ("Which majority decides a matter of procedure?", "Which majority decides a matter of procedure?"),
    (
        "Is a matter of procedure carried, if 190 are Parties, 40 are present, 10 vote for and 8 vote against?",
        "Is a matter of procedure carried, if 190 are parties, 40 are present, 10 vote for and 8 vote against?",
    ),
    (
        "Is it carried that the Conference decides to admit it, if 57 vote for and 7 vote against?",
        "Is it carried that the Committee approves the list, if 57 vote for and 7 vote against?",
    ),
    ("Which prevails, the treaty or the rules?", "Which prevails, the treaty or the rules?"),
]


@pytest.mark.parametrize(("asked", "expected"), FORMS, ids=[asked for asked, _ in FORMS])
def test_every_form_of_question_is_put_into_the_other_words(asked: str, expected: str, mapping: Mapping) -> None:
    assert put(question("conference", asked), mapping) == [expected]


@pytest.mark.parametrize(("asked", "expected"), FORMS, ids=[asked for asked, _ in FORMS])
def test_what_is_printed_is_read_as_what_was_meant(asked: str, expected: str, mapping: Mapping) -> None:
    (made,) = translated(question("conference", asked), mapping).found
    again, faults = parse_question(expected, mapping.there)
    assert again is not None and not faults
    assert again.replace(text="") == made.replace(text="")


FACTS = [
    ("it is in consultative status", "it is registered"),
    ("it is not relevant", "it is not relevant"),
    ("it is a State Party", "it is a Member State"),
    ("the meeting is public", "the meeting is open"),
    ("the President invited it to speak", "the Chair gives it the floor"),
    ("the Conference has not decided to admit it", "the Committee does not approve the list"),
    ("no State Party objected to it", "no Member State objects to it"),
    ("nobody objected to it", "no Member State objects to it"),
    ("the matter has been referred to the Conference", "the matter has been referred to the Committee"),
    ("60 of 190 States Parties present object to it", "60 of 190 Member States present object to it"),
    (
        "a State Party objected to it 20 days before the session",
        "a Member State objects to it 20 days before the session",
    ),
    (
        "at least one third of the States Parties present object to it",
        "at least one third of the Member States present object to it",
    ),
    (
        "a State Party objects to it at least 30 days before the session",
        "a Member State objects to it at least 30 days before the session",
    ),
]


@pytest.mark.parametrize(("given", "expected"), FACTS, ids=[given for given, _ in FACTS])
def test_every_form_of_fact_is_put_into_the_other_words(given: str, expected: str, mapping: Mapping) -> None:
    asked = question("conference", "May an NGO attend plenary meetings of the Conference?", given)
    (made,) = translated(asked, mapping).found
    assert " and ".join(printer.fact(fact, mapping.there) for fact in made.facts) == expected


def test_texts_and_places_of_facts_and_numbers_stay(mapping: Mapping) -> None:
    asked = question("conference", "May an NGO attend plenary meetings of the Conference, if nobody objected to it?")
    (made,) = translated(asked, mapping).found
    assert made.text == asked.text
    assert [(f.text, f.span) for f in made.facts] == [(f.text, f.span) for f in asked.facts]


# ------------------------------------------------------------------------------------------- several and wider words


def test_a_word_for_several_gives_a_question_for_each(mapping: Mapping) -> None:
    asked = question("committee", "May a stakeholder attend meetings of the Committee?")
    found = translated(asked, mapping.inverse())
    assert [each.cell.actor.kinds for each in found.found if each.cell] == [
        ("ngo",),
        ("academic institution",),
        ("private sector entity",),
    ]
    assert [[c.relation for c in used] for used in found.through] == [["narrower", "same", "same"]] * 3


def test_a_word_is_taken_alike_in_the_whole_question(mapping: Mapping) -> None:
    asked = question("committee", "Is a stakeholder a stakeholder?")
    kinds = ("ngo", "academic institution", "private sector entity")
    found = [(q.cell.actor.kinds[0], q.cell.holds) for q in translated(asked, mapping.inverse()).found if q.cell]
    assert found == [(kind, Is("actor", kind)) for kind in kinds]


def test_what_is_denied_is_denied_of_all_counterparts(mapping: Mapping) -> None:
    asked = question("committee", "May a Member State vote in meetings of the Committee, if it is not a stakeholder?")
    (made,) = translated(asked, mapping.inverse()).found
    kinds = ("ngo", "academic institution", "private sector entity")
    assert [(f.atom, f.holds) for f in made.facts] == [(Is("actor", kind), False) for kind in kinds]


def test_nobody_is_nobody_there_whoever_can_do_it() -> None:
    here = of(
        "State Party: Member State.\nobject to it: give it the floor.\nNGO: stakeholder.\n"
        "plenary meeting of the Conference: meeting of the Committee."
    )
    ask = "May an NGO attend plenary meetings of the Conference?"
    (made,) = translated(question("conference", ask, "nobody objected to it"), here).found
    assert [f.atom for f in made.facts] == [Happens("give it the floor", "chair")]
    named = translated(question("conference", ask, "no State Party objected to it"), here)
    assert named.found == ()
    assert [m.word for m in named.missing] == ["object to it"]


def test_too_many_choices_are_refused() -> None:
    mapping = of(
        "NGO: stakeholder, Member State, the secretariat, the Chair.\n"
        "reply: attend, take the floor, vote, submit.\n"
        "plenary meeting of the Conference: the Committee, meeting of the Committee.\n"
        "is in consultative status: registered, relevant.\n"
        "observer status: relevant, registered."
    )
    ask = "May an NGO reply in plenary meetings of the Conference?"
    assert len(translated(question("conference", ask), mapping).found) == 32
    more = question("conference", ask, "it is in consultative status and it has observer status")
    found = translated(more, mapping)
    assert found.found == ()
    assert f"more than {MOST}" in found.missing[0].why


# --------------------------------------------------------------------------------------------------- no counterpart


def test_every_word_without_counterpart_is_named_with_its_note(mapping: Mapping) -> None:
    asked = question(
        "conference", "May an organization with observer status reply in plenary meetings of the Conference?"
    )
    found = translated(asked, mapping)
    assert found.found == ()
    assert found.missing == (
        Missing("organization"),
        Missing("reply", note="the Committee knows no right of reply"),
        Missing("observer status"),
    )


@pytest.mark.parametrize(
    ("items", "asked", "word", "why"),
    [
        (
            "reply: submit.\ndocument: written material.",
            "May the secretariat reply in plenary meetings of the Conference?",
            "plenary meeting of the Conference",
            "",
        ),
        (
            "receive: attend.",
            "May the secretariat receive documents?",
            "document",
            'there "attend" takes no object',
        ),
        (
            "receive: submit.",
            "May the secretariat receive documents?",
            "document",
            'there "submit" goes with "written material" only',
        ),
        (
            "circulate its name: give it the floor.",
            "Must the secretariat circulate its name?",
            "circulate its name",
            'there it is no act of the secretariat to "give it the floor"',
        ),
        (
            "apply to the bureau for observer status: give it the floor.\nNGO: stakeholder.",
            "Must an NGO apply to the bureau for observer status?",
            "apply to the bureau for observer status",
            'there it is no act of the one asked about to "give it the floor"',
        ),
        (
            "NGO: stakeholder.",
            "May the secretariat vote under rule 1?",
            "rule 1",
            "it is a number of conference",
        ),
        ("NGO: stakeholder.", "Which prevails, rule 1 or the rules?", "rule 1", "it is a number of conference"),
    ],
)
def test_what_stands_for_a_word_must_take_the_same_place(items: str, asked: str, word: str, why: str) -> None:
    found = translated(question("conference", asked), of(items))
    assert found.found == ()
    assert [(m.word, m.why) for m in found.missing] == [(word, why)]


def test_an_act_without_a_body_there_says_so() -> None:
    words = ruleset("committee").vocabulary
    bare = words.replace(acts=tuple(a.replace(takes_body=False) if a.id == "vote" else a for a in words.acts))
    mapping = of("the Conference: the Committee.").replace(there=bare)
    cell = Cell(Individual(("secretariat",)), "vote", Individual(("conference",)))
    (missing,) = Translator(mapping).cell(cell).missing
    assert (missing.word, missing.why) == ("the Conference", 'there "vote" takes no body')


def test_one_of_several_counterparts_that_fits_is_enough() -> None:
    mapping = of("circulate its name: give it the floor, register with the secretariat.\nthe secretariat: the Chair.")
    asked = question("conference", "Must the secretariat circulate its name?")
    assert [q.event for q in translated(asked, mapping).found] == [Happens("give it the floor", "chair")]


# ----------------------------------------------------------------------------------------------------- cells, facts


def test_cells_and_facts_are_translated_by_themselves(mapping: Mapping) -> None:
    by = Translator(mapping)
    cell = Cell(Individual(("ngo",), "an NGO"), "attend", Individual(("conference",)))
    assert by.cell(cell).found == (Cell(Individual(("stakeholder",)), "attend", Individual(("committee",))),)
    facts = (Fact(Has("in consultative status"), True), Fact(Happens("object to it", "state party"), False))
    assert by.facts(facts).found == (
        (Fact(Has("registered"), True), Fact(Happens("object to it", "member state"), False)),
    )
    assert by.facts((Fact(Reads("1/x", "y"), True),)).missing[0].why == "it is a place in conference"
    assert by.cell(Cell(Individual(()), "")).found == (Cell(Individual(()), ""),)


def test_there_and_back_is_the_same_where_words_stand_one_for_one(mapping: Mapping) -> None:
    asked = question("conference", "May a State Party speak in plenary meetings of the Conference on a topic?")
    (there,) = translated(asked, mapping).found
    (back,) = translated(there, mapping.inverse()).found
    assert back == asked
