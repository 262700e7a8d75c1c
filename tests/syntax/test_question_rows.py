"""Each form of question and each kind of fact of the reference page, and how it prints back."""

from __future__ import annotations

import pytest

from proclogic.syntax import printer
from proclogic.syntax.parse import parse_facts, parse_question
from tests.syntax.texts import CONFERENCE, vocabulary

QUESTIONS = [
    (
        "May an NGO not in consultative status attend plenary meetings of the Conference, if a State "
        "Party objects to it?",
        "",
    ),
    (
        "Who may speak in plenary meetings of the Conference?",
        "",
    ),
    (
        "What may an academic institution do?",
        "",
    ),
    (
        "What may an NGO do in a working group?",
        "",
    ),
    (
        "Where may an NGO in consultative status attend?",
        "",
    ),
    (
        "Are plenary meetings of the Conference public?",
        "",
    ),
    (
        "Does an NGO on the Roster have observer status under rule 17(1)?",
        "",
    ),
    (
        "Must the secretariat circulate its name?",
        "",
    ),
    (
        "Which majority is needed for the Conference to decide to admit it?",
        "",
    ),
    (
        "Which majority decides a matter of procedure?",
        "",
    ),
    (
        "By when must a State Party object to it?",
        "",
    ),
    (
        "Is a matter of procedure carried, if 190 are Parties, 98 participate, 40 are present, 10 vote "
        "for, 8 vote against and 22 abstain?",
        "Is a matter of procedure carried, if 190 are parties, 98 participate, 40 are present, 10 vote "
        "for, 8 vote against and 22 abstain?",
    ),
    (
        "Which prevails, the treaty or the rules?",
        "",
    ),
    (
        "Which prevails, rule 5 or rules 8 to 9?",
        "",
    ),
    (
        "Is an NGO entitled to vote?",
        "May an NGO vote?",
    ),
    (
        "Is an NGO relevant?",
        "",
    ),
    (
        "Is an NGO in consultative status?",
        "",
    ),
    (
        "Is an academic institution an NGO?",
        "",
    ),
    (
        "Is an NGO accorded observer status?",
        "Does an NGO have observer status?",
    ),
    (
        "Must an NGO not on the Roster apply to the bureau for observer status?",
        "",
    ),
    (
        "Is it carried that the Conference decides to admit it, if 10 vote for and 10 vote against?",
        "",
    ),
    (
        "May NGOs speak in plenary meetings on a topic relating to its activities, if the meeting is "
        "public, it is relevant and 60 of 190 States Parties present object to it?",
        "May NGOs speak in plenary meetings on a topic relating to its activities, if the meeting is "
        "public and it is relevant and 60 of 190 States Parties present object to it?",
    ),
    (
        "may an ngo vote",
        "May an ngo vote?",
    ),
]

FACTS = [
    (
        "it is in consultative status and a State Party objected to it",
        "it is in consultative status and a State Party objects to it",
    ),
    (
        "nobody objected to it",
        "no State Party objects to it",
    ),
    (
        "the Conference has decided otherwise on it",
        "the Conference decides otherwise on it",
    ),
    (
        "the Conference has not decided otherwise on it",
        "the Conference does not decide otherwise on it",
    ),
    (
        "60 of 190 States Parties present object to it",
        "",
    ),
    (
        "the secretariat circulated its name 20 days before the session",
        "the secretariat circulates its name 20 days before the session",
    ),
    (
        "it applied to the bureau for observer status.",
        "it applies to the bureau for observer status",
    ),
    (
        "nobody invited it to speak",
        "the President does not invite it to speak and the chair of the working group does not invite it to speak",
    ),
    (
        "at least one third of the States Parties present object to it",
        "",
    ),
    (
        "the topic is relating to its activities",
        "",
    ),
]


@pytest.mark.parametrize(("written", "printed"), QUESTIONS)
def test_a_question_prints_back_in_its_plain_form(written: str, printed: str) -> None:
    asked, found = parse_question(written, vocabulary(CONFERENCE))
    assert asked is not None and not found
    assert printer.question(asked, vocabulary(CONFERENCE)) == (printed or written)
    again, _ = parse_question(printed or written, vocabulary(CONFERENCE))
    assert again is not None and again.replace(text="") == asked.replace(text="")


@pytest.mark.parametrize(("written", "printed"), FACTS)
def test_facts_print_back_in_their_plain_form(written: str, printed: str) -> None:
    facts, found = parse_facts(written, vocabulary(CONFERENCE))
    assert facts and not found
    assert " and ".join(printer.fact(f, vocabulary(CONFERENCE)) for f in facts) == (printed or written)
    assert parse_facts(printed or written, vocabulary(CONFERENCE)) == (facts, [])
