"""What declarations become."""

from __future__ import annotations

import pytest

from proclogic.norms.conditions import Decision, Share
from proclogic.norms.vocabulary import (
    ACTOR,
    BODY,
    OBJECT,
    Act,
    Event,
    Input,
    Kind,
    Predicate,
    Rung,
    Vocabulary,
    Word,
)
from proclogic.sources import Source
from proclogic.syntax.merging import merged
from proclogic.syntax.parse import parse_file
from proclogic.syntax.print_parts import Words
from proclogic.syntax.print_vocabulary import declarations
from tests.syntax.texts import CONFERENCE, SENATE, no_vocabulary, vocabulary


def kind(name: str, sort: str, text: str = CONFERENCE) -> Kind:
    (found,) = (k for k in vocabulary(text).kinds if (k.id, k.sort) == (name, sort))
    return found


def codes(text: str, used: Vocabulary | None = None) -> list[str]:
    return [d.code for d in parse_file(Source("it", text), lambda _: used)[1]]


def test_an_actor_has_its_plural_its_parents_and_its_other_names() -> None:
    assert kind("state party", ACTOR) == Kind(
        "state party", ACTOR, "State Party", "States Parties", "a", parents=("state",)
    )
    assert kind("ngo", ACTOR) == Kind(
        "ngo", ACTOR, "NGO", "NGOs", "an", parents=("organization",), also=("non-governmental organization",)
    )
    assert kind("undp", ACTOR) == Kind("undp", ACTOR, "UNDP", "UNDPs", "", parents=("united nations body",), sole=True)


def test_a_body_is_a_place_and_one_who_decides() -> None:
    place, decides = kind("conference", BODY), kind("conference", ACTOR)
    assert place == Kind("conference", BODY, "Conference", "Conferences", "the", sole=True, members="state party")
    assert decides == place.replace(sort=ACTOR)
    group = kind("working group", BODY)
    assert (group.sole, group.parents, group.of) == (False, ("subsidiary body",), "conference")


def test_a_meeting_is_a_kind_of_the_body_that_holds_it() -> None:
    meeting = kind("plenary meeting of the conference", BODY)
    assert (meeting.plural, meeting.parents, meeting.of) == (
        "plenary meetings of the Conference",
        ("conference",),
        "conference",
    )


def test_an_officer_is_a_sole_actor_of_a_body() -> None:
    officer = kind("president", ACTOR)
    assert (officer.article, officer.sole, officer.of) == ("the", True, "conference")


def test_an_act_takes_a_body_and_an_object_with_their_prepositions() -> None:
    acts = {act.id: act for act in (*vocabulary(CONFERENCE).acts, *vocabulary(SENATE).acts)}
    assert acts["table"] == Act("table", "table", True, "at", "motion", "")
    assert acts["submit"] == Act("submit", "submit", True, "to", "written statement", "")
    assert acts["take part in the adoption of decisions"].includes == ("vote", "break consensus")


@pytest.mark.parametrize(
    ("name", "role", "form", "sort"),
    [
        ("in consultative status", "quality", "is", ACTOR),
        ("signed the convention", "quality", "does", ACTOR),
        ("young", "quality", "word", ACTOR),
        ("observer status", "status", "has", ACTOR),
        ("public", "status", "word", BODY),
        ("relevant", "judgement", "word", ACTOR),
        ("relating to its activities", "judgement", "is", OBJECT),
    ],
)
def test_a_predicate_has_the_form_in_which_it_is_said(name: str, role: str, form: str, sort: str) -> None:
    (found,) = (p for p in vocabulary(CONFERENCE).predicates if p.id == name)
    assert (found.role, found.form, found.sort) == (role, form, sort)


def test_a_judgement_may_name_its_judge() -> None:
    (found,) = (p for p in vocabulary(CONFERENCE).predicates if p.id == "competent")
    assert found == Predicate("competent", ACTOR, "judgement", "word", "competent", judge="secretariat", of="ngo")


def test_an_event_has_its_forms_its_agents_and_how_it_is_decided() -> None:
    events = {e.id: e for e in vocabulary(CONFERENCE).events}
    assert events["invite it to speak"] == Event(
        "invite it to speak",
        "invite it to speak",
        "invites it to speak",
        "invited it to speak",
        ("president", "chair of the working group"),
    )
    assert events["decide otherwise on it"].matter == "procedure"
    assert events["approve it"].decision == Decision("consensus", None, Decision("share", Share(1, 2, True, "voting")))


def test_small_words_keep_their_article_and_plural() -> None:
    words = vocabulary(CONFERENCE).words
    assert Word("session", "moment", "session", "", "the") in words
    assert Word("word", "unit", "word", "words") in words


def test_what_a_file_declares_itself_comes_before_what_it_uses() -> None:
    own = Vocabulary(acts=(Act("vote", "vote", True, "in"),))
    both = merged(own, vocabulary(CONFERENCE))
    assert [a for a in both.acts if a.id == "vote"] == [Act("vote", "vote", True, "in")]
    assert len(both.acts) == len(vocabulary(CONFERENCE).acts)


def test_declarations_may_refer_to_what_is_used_and_to_what_is_declared_further_down() -> None:
    text = "Uses: it.\nActor: observer State, a kind of State, a kind of guest.\nActor: guest.\n"
    document, found = parse_file(Source("it", text), lambda _: vocabulary(CONFERENCE))
    assert not found
    assert document.vocabulary.kinds[0].parents == ("state", "guest")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Actor: NGO.\nActor: the NGO.", "E202"),
        ("Act: vote.\nAct: vote.", "E202"),
        ("Body: senate.\nBody: senate.", "E202"),
        ("Actor: NGO, judged by NGO.", "E203"),
        ("Actor: one, two and three.", "E203"),
        ("Event: fly.", "E203"),
        ("Actor: NGO, a kind of organisation.", "E204"),
        ("Act: speak, on a topic.", "E204"),
        ("Act: vote, includes veto.", "E204"),
        ("Event: fly, by a bird.", "E204"),
        ("Event: fly, by the actor, as a matter of procedure.", "E204"),
        ("Actor: NGO.\nMeeting: hearing, held by NGO.", "E204"),
        ("Disjoint: State, NGO.\nActor: State.", "E204"),
        ("Act: vote.\nAct: speak.\nLadder: speak, vot.", "E204"),
        ("Act: vote.\nAct: speak.\nLadder: speak, vote, speak.", "E202"),
        ("Act: vote.\nLadder: vote, also speak.", "E203"),
        ("Event: fly, by the actor.\nEvent: land, by the actor.\nInput: fly, before lnad.", "E204"),
        ("Event: land, by the actor.\nInput: fli, before land.", "E204"),
        ("Event: fly, by the actor.\nInput: fly.", "E203"),
        ("Actor NGO.", "E108"),
        ("Actr: NGO.", "E107"),
        ("Actor: NGO", "E105"),
        ("Actor: .", "E101"),
        ("Uses: nothing.", "E210"),
        ("Language: 2.", "E106"),
        ("Layer: rulse.", "E112"),
    ],
)
def test_a_slip_in_a_declaration_is_reported_once(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_vocabulary_is_read_without_a_mistake_whatever_the_order_of_its_lines() -> None:
    head, lines = CONFERENCE.split("\n\n")
    turned = "\n".join([head, *reversed(lines.split("\n"))]) + "\n"
    document, found = parse_file(Source("it", turned), no_vocabulary)
    assert not found
    for field in ("kinds", "acts", "predicates", "events", "words"):
        assert set(getattr(document.vocabulary, field)) == set(getattr(vocabulary(CONFERENCE), field))


CLIMBING = """Object: document.
Object: draft, a kind of document.
Act: attend, also be present in, a body.
Act: receive, a document.
Act: comment, on a draft.
Event: hear it, by the actor.
Event: adopt the draft, also decide, by the actor.
"""


def test_a_ladder_names_acts_with_or_without_their_objects() -> None:
    made = vocabulary(
        CLIMBING + "Ladder: attend, receive documents, comment.\nLadder: be present in, receive the drafts.\n"
    )
    assert made.ladders == (
        (Rung("attend"), Rung("receive"), Rung("comment")),
        (Rung("attend"), Rung("receive", "draft")),
    )


def test_an_input_is_an_event_or_an_act_before_an_event() -> None:
    made = vocabulary(CLIMBING + "Input: hear it, before adopt the draft.\nInput: comment, before decide.\n")
    assert made.inputs == (Input("hear it", "event", "adopt the draft"), Input("comment", "act", "adopt the draft"))


def test_ladders_and_inputs_of_what_is_used_stand_beside_ones_own() -> None:
    used = vocabulary(CLIMBING + "Ladder: attend, receive.\nInput: hear it, before decide.\n")
    own = Vocabulary(
        ladders=((Rung("receive"), Rung("comment")),), inputs=(Input("comment", "act", "adopt the draft"),)
    )
    both = merged(own, used)
    assert both.ladders == (*own.ladders, *used.ladders)
    assert both.inputs == (*own.inputs, *used.inputs)


def test_ladders_and_inputs_are_printed_as_they_are_read() -> None:
    lines = "Ladder: attend, receive drafts, comment.\nInput: hear it, before adopt the draft.\n"
    made = vocabulary(CLIMBING + lines)
    printed = declarations(made, Words(made))
    assert printed[-2:] == lines.strip().split("\n")
    assert vocabulary("\n".join(printed)) == made
