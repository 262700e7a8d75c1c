"""From a written rule to its norms and findings, the parser included."""

from __future__ import annotations

import pytest

from proclogic import compiled
from proclogic.diagnostics.codes import CODES
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.checks import notices
from proclogic.norms.conditions import And, Deadline, Decision, Happens, Has, Is, Not, Reads, Share
from proclogic.norms.model import (
    Accord,
    Classify,
    DecideBy,
    Deem,
    Deny,
    Disapply,
    Effect,
    Forbid,
    GivesNothing,
    Oblige,
    Permit,
    Prevail,
    Quorum,
    Refer,
    Ruleset,
)
from proclogic.norms.vocabulary import ACTOR, BODY
from proclogic.sources import Source

HEAD = """\
Ruleset: sample.
Language: 1.
Actor: State.
Actor: State Party, plural States Parties, a kind of State.
Actor: organization.
Actor: NGO, a kind of organization.
Actor: university, plural universities, a kind of organization.
Actor: the secretariat, one only.
Disjoint: State, organization.
Body: the Conference, of States Parties.
Body: working group, under the Conference.
Meeting: plenary meeting, held by the Conference.
Officer: the President, of the Conference.
Officer: the chair, of the working group.
Object: topic.
Act: attend, a body.
Act: speak, in a body, on a topic.
Act: receive documents.
Act: vote, in a body.
"""
WORDS = """\
Quality: is in consultative status, of an NGO.
Judgement: relevant, of an organization.
Status: observer status.
Status: public, as an adjective, of a meeting.
Event: apply, by the actor.
Event: object to it, by a State Party.
Event: decide otherwise, by the Conference, as a matter of procedure.
Event: invite it, by the President, by the chair.
Event: circulate its name, by the secretariat.
Moment: the session.
Matter: procedure.
"""


def read(text: str, head: str = HEAD + WORDS) -> tuple[Ruleset | None, list[Diagnostic]]:
    ruleset, found, _ = compiled.ruleset([Source("sample", head + text)], {}, "sample")
    return ruleset, found


def norms(text: str) -> dict[str, tuple[Effect, object, object]]:
    """Effect, subject and condition of each norm by id; unused words do not matter."""
    ruleset, found = read(text)
    assert [d for d in found if d.code != "W403"] == []
    assert ruleset is not None
    return {n.id: (n.effect, n.subject, n.condition) for n in ruleset.norms}


NGO, OBSERVER = Is(ACTOR, "ngo"), Has("observer status")
OTHERWISE = Happens("decide otherwise", "conference")
HALF = Share(1, 2, True, "voting", "state party")


@pytest.mark.parametrize(
    ("sentence", "effect"),
    [
        ("A State may attend plenary meetings.", Permit("attend", "plenary meeting")),
        ("A State is entitled to receive documents.", Permit("receive documents")),
        (
            "A State may be invited to speak in working groups on a topic, if the Conference decides otherwise.",
            Permit("speak", "working group", "topic"),
        ),
        ("A State shall not vote.", Forbid("vote")),
        ("A State Party may object to it.", Permit("object to it")),
        ("The secretariat shall circulate its name.", Oblige("circulate its name", "secretariat")),
        ("An NGO should apply.", Oblige("apply", "actor")),
        ("An NGO is accorded observer status.", Accord("observer status")),
        ("An NGO loses observer status.", Deny("observer status")),
        ("A plenary meeting is public.", Accord("public")),
        ("A university is deemed to be an NGO.", Deem(ACTOR, "ngo")),
        ("The matter of an NGO is referred to the Conference.", Refer("conference")),
        (
            "A matter of procedure is decided by a majority of the States Parties present and voting.",
            DecideBy(Decision("share", HALF), "procedure"),
        ),
        (
            "Whether the Conference decides otherwise is decided by consensus.",
            DecideBy(Decision("consensus"), "", "decide otherwise", "conference"),
        ),
        (
            "Whether the Conference decides otherwise is a matter of procedure.",
            Classify("decide otherwise", "procedure", "conference"),
        ),
        (
            "Debate in a working group requires that one third of the States Parties are present.",
            Quorum(Share(1, 3, False, "all", "state party"), "debate", "working group"),
        ),
        ("Rule 1 does not apply to a university.", Disapply(("1",))),
        ("Rule 1 prevails over rule 1.", Prevail(("1",), ("1",))),
        ("The treaty prevails over the rules.", Prevail(("treaty",), ("rules",))),
        ("Nothing in this provision lets an NGO vote.", GivesNothing("vote")),
        ("Nothing in this provision lets an NGO do anything.", GivesNothing()),
    ],
)
def test_each_sentence_has_its_effect(sentence: str, effect: Effect) -> None:
    assert norms(f"1  An NGO may receive documents.\n2  {sentence}\n")["2"][0] == effect


def test_a_list_with_its_head_and_conditions() -> None:
    found = norms(
        """\
17(2)  An NGO is accorded observer status.
17(3)  An NGO with observer status, unless the Conference decides otherwise:
       (a) may attend plenary meetings;
       (b) may speak in plenary meetings on a topic, if the President invites it; and
       (c) may receive documents.
"""
    )
    del found["17(2)"]
    subject, otherwise = And((NGO, OBSERVER)), Not(OTHERWISE)
    assert found == {
        "17(3)(a)": (Permit("attend", "plenary meeting"), subject, otherwise),
        "17(3)(b)": (
            Permit("speak", "plenary meeting", "topic"),
            subject,
            And((otherwise, Happens("invite it", "president"))),
        ),
        "17(3)(c)": (Permit("receive documents"), subject, otherwise),
    }


def test_the_words_of_an_item_are_a_sentence_of_its_own() -> None:
    ruleset, _ = read("1  An NGO may:\n     (a) attend plenary meetings; and\n     (b) receive documents.\n")
    assert ruleset is not None
    assert [n.text for n in ruleset.norms] == ["An NGO may attend plenary meetings.", "An NGO may receive documents."]


def test_deadlines_and_qualities_of_objects() -> None:
    found = norms(
        "1  The secretariat shall circulate its name at least 30 days before the session, owed to an NGO.\n"
        "2  An NGO may attend plenary meetings if the meeting is not public.\n3  A plenary meeting is public.\n"
    )
    deadline = Deadline("at least", 30, "day", "before", "session")
    assert found["1"][0] == Oblige("circulate its name", "secretariat", deadline, "ngo")
    assert found["2"][2] == Not(Has("public"))
    assert found["3"][1] == Is(BODY, "plenary meeting")


def test_a_dispute_with_readings() -> None:
    ruleset, found = read(
        """\
17(2)  An NGO may receive documents.
       Dispute "late": "documents".
       Reading "wide": An NGO may vote.
           Authority: "practice".  Standing: preferred.
       Reading "narrow": nothing more.
"""
    )
    assert ruleset is not None and [d.code for d in found if d.code != "W403"] == []
    (dispute,) = ruleset.disputes
    assert (dispute.id, dispute.words) == ("17(2)/late", "documents")
    assert [(r.name, r.standing, r.text) for r in dispute.readings] == [
        ("wide", "preferred", "An NGO may vote."),
        ("narrow", "arguable", "nothing more"),
    ]
    assert [n.guard for n in ruleset.norms if n.effect == Forbid("vote") or n.effect == Permit("vote")] == [
        Reads("17(2)/late", "wide")
    ]


def test_a_renvoi_with_its_substitution() -> None:
    found = norms(
        """\
17  An NGO may speak in the Conference if the President invites it.
18  Rule 17 applies, mutatis mutandis, to a working group, with the chair for the President, unless the Conference
    decides otherwise.
19  Rule 17 applies to a State as it applies to an NGO.
"""
    )
    assert found["17 as applied by 18"] == (
        Permit("speak", "working group"),
        NGO,
        And((Happens("invite it", "chair"), Not(OTHERWISE))),
    )
    assert found["17 as applied by 19"][1] == Is(ACTOR, "state")


# ------------------------------------------------------------------------------------------- every code, out of a text

GRANT = "1  An NGO may receive documents.\n"
STATUS = "9  An NGO is accorded observer status.\n"
CASES: dict[str, tuple[str, str]] = {  # code: (a text that has it, one that does not)
    "E301": ("1  An NGO may vote.\n1  A State may vote.\n", "1  An NGO may vote.\n2  A State may vote.\n"),
    "E302": (
        "1  An NGO may vote notwithstanding rule 3.\n2  An NGO may not vote.\n",
        "1  An NGO may vote notwithstanding rule 2.\n2  An NGO may not vote.\n",
    ),
    "E303": ("Actor: a, a kind of b.\nActor: b, a kind of a.\n", "Actor: a, a kind of b.\nActor: b.\n"),
    "E304": (
        "Actor: hybrid, a kind of NGO, a kind of State.\n",
        "Actor: hybrid, a kind of NGO, a kind of university.\n",
    ),
    "E305": (
        "1  A State in consultative status may vote.\n",
        "1  An organization in consultative status may vote.\n",
    ),
    "E307": (
        GRANT
        + '   Reading "a": An NGO may vote.\n     Standing: preferred.\n'
        + '   Reading "b": nothing more.\n     Standing: preferred.\n',
        GRANT
        + '   Reading "a": An NGO may vote.\n     Standing: preferred.\n'
        + '   Reading "b": nothing more.\n     Standing: minority.\n',
    ),
    "E308": (
        "1  Rule 2 applies, mutatis mutandis, to a working group.\n"
        "2  Rule 1 applies, mutatis mutandis, to a plenary meeting.\n",
        "1  Rule 2 applies, mutatis mutandis, to a working group.\n2  An NGO may vote in the Conference.\n",
    ),
    "E311": (
        "1  A relevant NGO is deemed to be a State in consultative status.\n",
        "1  An NGO is deemed to be a State.\n",
    ),
    "E313": (
        "1  An NGO may vote if the President invites it.\n"
        "2  Rule 1 applies, mutatis mutandis, to a working group, with plenary meeting for the President.\n",
        "1  An NGO may vote if the President invites it.\n"
        "2  Rule 1 applies, mutatis mutandis, to a working group, with the chair for the President.\n",
    ),
    "E314": (
        "1  Rule 2 prevails over rule 3 if a State Party objects to it.\n"
        "2  An NGO may vote.\n3  An NGO may not vote.\n",
        "1  Rule 2 prevails over rule 3.\n2  An NGO may vote.\n3  An NGO may not vote.\n",
    ),
    "E316": (
        GRANT + "   Layer for (b): practice.\n",
        "1  An NGO may:\n   (b) receive documents.\n   Layer for (b): practice.\n",
    ),
    "E317": (
        GRANT + '   Reading "a": An NGO may vote.\n   Reading "a": nothing more.\n',
        GRANT + '   Reading "a": An NGO may vote.\n   Reading "b": nothing more.\n',
    ),
    "W302": (
        "1  An NGO may vote in the Conference if the President invites it.\n"
        "2  Rule 1 applies, mutatis mutandis, to a working group.\n",
        "1  An NGO may vote in the Conference if the President invites it.\n"
        "2  Rule 1 applies, mutatis mutandis, to a working group, with the chair for the President.\n",
    ),
    "W303": (
        "1  An NGO has observer status unless the Conference decides otherwise.\n"
        "2  Rule 1 applies, mutatis mutandis, to a working group, with the working group for the Conference.\n",
        "1  An NGO may vote unless the Conference decides otherwise.\n"
        "2  Rule 1 applies, mutatis mutandis, to a working group, with the working group for the Conference.\n",
    ),
    "W304": (
        GRANT + "2  Rule 1 applies, mutatis mutandis, to a working group.\n",
        "1  An NGO may vote in the Conference.\n2  Rule 1 applies, mutatis mutandis, to a working group.\n",
    ),
    "W402": ("1  An NGO with observer status may vote.\n", "1  An NGO with observer status may vote.\n" + STATUS),
    "W403": (GRANT, "1  A relevant NGO may receive documents.\n"),
    "W404": ("1  An NGO that is a State may vote.\n", "1  An NGO that is a university may vote.\n"),
    "W405": (
        "1  An NGO with observer status is accorded observer status.\n",
        "1  An NGO with observer status is accorded observer status.\n" + STATUS,
    ),
    "W406": (
        GRANT + '   Reading "a": An NGO may vote.\n',
        GRANT + '   Reading "a": An NGO may vote.\n   Reading "b": nothing more.\n',
    ),
    "W408": (
        "1  An NGO may be accorded observer status.\n",
        "1  An NGO may be accorded observer status if the Conference decides otherwise.\n",
    ),
}


def found_in(code: str, text: str) -> list[str]:
    """The codes of the findings on a text; what is declared and not used counts only where this is in question."""
    if code == "W403":
        return [d.code for d in read(text, HEAD + "Judgement: relevant, of an organization.\n")[1]]
    return [d.code for d in read(text)[1] if d.code != "W403"]


@pytest.mark.parametrize("code", CASES)
def test_a_text_with_one_mistake_has_one_finding(code: str) -> None:
    assert found_in(code, CASES[code][0]) == [code]
    assert code in CODES


@pytest.mark.parametrize("code", CASES)
def test_a_text_without_the_mistake_does_not_have_the_finding(code: str) -> None:
    assert code not in found_in(code, CASES[code][1])


def test_the_notices_come_from_texts_too() -> None:
    ruleset, _ = read("1  A relevant NGO may vote unless the Conference decides otherwise.\n")
    assert ruleset is not None
    assert [d.code for d in notices(ruleset)] == ["W401", "W407"]
    assert {"W401", "W407"} <= set(CODES)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "1  An NGO with observer status:\n   (a) may vote; and\n   (b) may receive documents.\n",
            {
                "1(a)": "An NGO with observer status: (a) may vote.",
                "1(b)": "An NGO with observer status: (b) may receive documents.",
            },
        ),
        ("1  An NGO may: (a) vote; or (b) receive documents.\n", {"1(b)": "An NGO may: (b) receive documents."}),
        (
            "1  An NGO: (a) may vote; and (b) may receive documents[, if it is relevant | by: X].\n",
            {
                "1(a)": "An NGO: (a) may vote.",
                "1(b)": "An NGO: (a) may vote; and (b) may receive documents[, if it is relevant | by: X].",
            },
        ),
    ],
)
def test_an_item_is_cited_with_its_head_and_with_what_is_not_agreed(text: str, quoted: dict[str, str]) -> None:
    ruleset, _ = read(text)
    assert ruleset is not None
    found = {p.number: p.text for p in ruleset.provisions}
    assert {number: found[number] for number in quoted} == quoted
