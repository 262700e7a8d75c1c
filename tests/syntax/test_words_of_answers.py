"""The small pieces of the printer that answers are made of."""

from __future__ import annotations

import pytest

from proclogic.norms.conditions import And, Deadline, Decision, Formula, Happens, Has, Is, Not, Or, Share
from proclogic.norms.vocabulary import BODY
from proclogic.sources import Source
from proclogic.syntax import printer
from proclogic.syntax.parse import parse_file
from proclogic.syntax.tree import ActPhrase, Clause, NounPhrase
from tests.syntax.texts import CONFERENCE, SENATE, vocabulary

WORDS = vocabulary(CONFERENCE)
OBJECTS = Happens("object to it", "state party")
DECIDES = Happens("decide otherwise on it", "conference")
APPLIES = Happens("apply to the bureau for observer status", "actor")
THIRD = OBJECTS.replace(count=Share(1, 3, False, "present", "state party"))


@pytest.mark.parametrize(
    ("kind", "one", "many"),
    [
        ("conference", "the Conference", "the Conference"),
        ("state party", "a State Party", "States Parties"),
        ("ngo", "an NGO", "NGOs"),
        ("undp", "UNDP", "UNDP"),
        ("unheard of", "an unheard of", "unheards of"),
    ],
)
def test_a_kind_has_its_article(kind: str, one: str, many: str) -> None:
    assert (printer.noun(kind, WORDS), printer.noun(kind, WORDS, plural=True)) == (one, many)


@pytest.mark.parametrize(
    ("formula", "said", "denied"),
    [
        (Has("in consultative status"), "it is in consultative status", "it is not in consultative status"),
        (Has("observer status"), "it has observer status", "it has no observer status"),
        (Has("signed the convention"), "it signed the Convention", "it did not sign the Convention"),
        (Has("public"), "the meeting is public", "the meeting is not public"),
        (Is(BODY, "working group"), "the meeting is a working group", "the meeting is not a working group"),
        (OBJECTS, "a State Party objects to it", "no State Party objects to it"),
        (DECIDES, "the Conference decides otherwise on it", "the Conference does not decide otherwise on it"),
        (
            APPLIES,
            "it applies to the bureau for observer status",
            "it does not apply to the bureau for observer status",
        ),
        (
            THIRD,
            "at least one third of the States Parties present object to it",
            "fewer than one third of the States Parties present object to it",
        ),
        (
            Not(Or((OBJECTS, Has("relevant")))),
            "no State Party objects to it and it is not relevant",
            "a State Party objects to it or it is relevant",
        ),
        (
            And((Or((Has("young"), Has("relevant"))), APPLIES)),
            "either it is young or it is relevant, and it applies to the bureau for observer status",
            "both it is not young and it is not relevant, or it does not apply to the bureau for observer status",
        ),
    ],
)
def test_a_condition_and_its_contrary(formula: Formula, said: str, denied: str) -> None:
    assert (printer.condition(formula, WORDS), printer.condition(formula, WORDS, negate=True)) == (said, denied)


def test_it_stands_for_the_meeting_where_the_sentence_speaks_of_one() -> None:
    assert printer.condition(Has("public"), WORDS, about=BODY) == "it is public"


def test_an_event_that_nobody_brings_about() -> None:
    assert printer.event_clause(OBJECTS, WORDS, passive=True) == "no State Party objects to it"
    assert printer.event_clause(DECIDES, WORDS) == "the Conference decides otherwise on it"


def test_an_act_with_the_texts_of_its_body_and_object() -> None:
    assert printer.act_text("speak", WORDS, "plenary meetings", "a topic") == "speak in plenary meetings on a topic"
    assert printer.act_text("submit", WORDS, "the Conference", "papers") == "submit papers to the Conference"


def test_parts_of_a_sentence_by_themselves() -> None:
    decision = Decision("consensus", None, Decision("share", Share(2, 3, False, "voting", "state party")))
    said = "consensus, failing which by two thirds of the States Parties present and voting"
    assert printer.decision(decision, WORDS) == printer.sentence(decision, WORDS) == said
    assert (
        printer.sentence(Deadline("within", 1, "month", "after", "session"), WORDS)
        == "within 1 month after the session"
    )
    assert printer.sentence(Clause("unless", OBJECTS), WORDS) == "unless a State Party objects to it"
    assert printer.sentence(NounPhrase("ngo", "actor", (Has("relevant"),)), WORDS) == "a relevant NGO"
    assert printer.sentence(ActPhrase("attend", (NounPhrase("conference", BODY),)), WORDS) == "attend the Conference"


def test_a_whole_document_is_printed_so_that_it_reads_the_same() -> None:
    text = f"""\
{SENATE}
Rule 4. Hearings.
4(1)  A student: (a) may attend hearings, unless the Rector vetoes it; and (b) has speaking rights.
      Only a professor may vote. Layer for (b): practice. Source: "Statutes", "https://x.org". Note: "a “note”".
      Reading "narrow": nothing more.
      Dispute "late": "at least". Reading "wide": Hearings are open. Authority: "the Dean". Standing: minority.
4(2)  A matter of urgency is decided by a majority of professors.
Question Q1: May a student in good standing attend hearings, if the Rector vetoed it?
Under: senate.
Expect: by leave of the Rector; turns on "fit"; outcome no.
Expect reading 4(1)/late "wide": of right.
Expect answer: "yes".
Because: 4(1).
Certainty: verbatim.
Note: "so".
"""
    document, found = parse_file(Source("a", text), lambda _: vocabulary(SENATE))
    assert not found, [(d.code, d.message, d.at) for d in found]
    again, found = parse_file(Source("b", printer.document(document, vocabulary(SENATE))), lambda _: vocabulary(SENATE))
    assert not found
    plain = [e.replace(question=e.question.replace(text="")) for e in document.expectations]
    assert [e.replace(question=e.question.replace(text="")) for e in again.expectations] == plain
    assert again.replace(expectations=()) == document.replace(expectations=())
