"""The declared words that drawn rulesets are made of: few and fixed, because clingo keeps every symbol it has met."""

from __future__ import annotations

from proclogic.norms.conditions import Deadline, Happens, Share
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Act, Event, Kind, Predicate, Word


def _kind(id: str, sort: str, phrase: str, plural: str, article: str, parents: tuple[str, ...] = ()) -> Kind:
    return Kind(id, sort, phrase, plural, article, parents)


# Each with the parents it may have; a ruleset draws some of the kinds, and of each some of the parents it also drew.
ACTOR_KINDS = (
    _kind("state", ACTOR, "State", "States", "a"),
    _kind("organization", ACTOR, "organization", "organizations", "an"),
    _kind("state party", ACTOR, "State Party", "State Parties", "a", ("state",)),
    _kind("signatory", ACTOR, "signatory", "signatories", "a", ("state",)),
    _kind("ngo", ACTOR, "NGO", "NGOs", "an", ("organization",)),
    _kind("igo", ACTOR, "IGO", "IGOs", "an", ("organization",)),
    _kind("expert", ACTOR, "expert", "experts", "an"),
    _kind("expert ngo", ACTOR, "expert NGO", "expert NGOs", "an", ("ngo", "expert")),
    _kind("undp", ACTOR, "UNDP", "UNDP", "", ("igo", "organization")).replace(sole=True),
)
EVERY_ACTOR = ("state party", "ngo")  # drawn always, because events and most rules speak of them
OFFICERS = (
    Kind("president", ACTOR, "President", "Presidents", "the", sole=True, of="conference"),
    Kind("secretariat", ACTOR, "secretariat", "secretariats", "the", sole=True, of="conference"),
)
BODIES = (
    Kind("conference", BODY, "Conference", "Conferences", "the", sole=True, members="state party"),
    Kind("committee", BODY, "committee", "committees", "the", sole=True, of="conference"),
    Kind("working group", BODY, "working group", "working groups", "a", of="conference"),
)
MEETINGS = (
    Kind("meeting", BODY, "meeting", "meetings", "a"),
    Kind("plenary meeting", BODY, "plenary meeting", "plenary meetings", "a", ("meeting",)),
    Kind("private meeting", BODY, "private meeting", "private meetings", "a", ("meeting",)),
    Kind("private plenary", BODY, "private plenary", "private plenaries", "a", ("private meeting", "plenary meeting")),
)
OBJECT_KINDS = (
    _kind("paper", OBJECT, "paper", "papers", "a"),
    _kind("draft", OBJECT, "draft", "drafts", "a", ("paper",)),
)
APART = (
    ("state", "organization"),
    ("state party", "signatory"),
    ("ngo", "igo"),
    ("state party", "ngo", "igo"),
    ("expert", "igo"),
    ("plenary meeting", "private meeting"),
)

ACTS = (
    Act("take part", "take part", takes_body=True, at="in", includes=("attend", "speak")),
    Act("attend", "attend", takes_body=True),
    Act("speak", "speak", takes_body=True, at="in", object="paper", on="on"),
    Act("receive", "receive", object="paper"),
    Act("vote", "vote"),
)

PREDICATES = (
    Predicate("accredited", ACTOR, "quality", "is", "accredited"),
    Predicate(
        "signed the convention", ACTOR, "quality", "does", "signed the Convention", "did not sign the Convention"
    ),
    Predicate("public", BODY, "quality", "is", "public"),
    Predicate("substantive", OBJECT, "quality", "word", "substantive"),
    Predicate("relevant", ACTOR, "judgement", "word", "relevant"),
    Predicate("suitable", ACTOR, "judgement", "word", "suitable", judge="president"),
    Predicate("observer status", ACTOR, "status", "has", "observer status"),
    Predicate("guest status", ACTOR, "status", "has", "guest status"),
    Predicate("open to guests", BODY, "status", "is", "open to guests"),
)
STATUSES = tuple(p.id for p in PREDICATES if p.role == "status")
OPEN_PREDICATES = tuple(p.id for p in PREDICATES if p.role != "status")

EVENTS = (
    Event("apply", "apply", "applies", "applied", ("actor", "undp")),
    Event("object to it", "object to it", "objects to it", "objected to it", ("state party", "ngo")),
    Event("invite it", "invite it", "invites it", "invited it", ("president",)),
    Event("circulate its name", "circulate its name", "circulates its name", "circulated its name", ("secretariat",)),
    Event("admit it", "admit it", "admits it", "admitted it", ("conference",)),
    Event("decide otherwise", "decide otherwise", "decides otherwise", "decided otherwise", ("conference",)),
)
ADVERSE = ("object to it", "decide otherwise")  # events that rules mostly speak of to ask that they do not happen

DEADLINES = (
    Deadline("at least", 30, "day", "before", "session"),
    Deadline("at least", 10, "day", "before", "session"),
    Deadline("at least", 2, "week", "before", "session"),
    Deadline("within", 10, "day", "after", "session"),
    Deadline("within", 48, "hour", "after", "session"),
    Deadline("at least", 1, "month", "before", "session"),
)
PERIODS = tuple(
    Deadline("", amount, unit, side, "session")
    for amount, unit, side in (
        (20, "day", "before"),
        (5, "week", "before"),
        (30, "day", "before"),
        (1, "day", "after"),
        (2, "month", "before"),
    )
)


def shares(agent: str) -> tuple[Share, ...]:
    """The shares that conditions on this agent count, of the same and of different bases."""
    return tuple(
        Share(over, under, strict, base, agent)
        for over, under, strict, base in (
            (1, 3, False, "present"),
            (1, 2, True, "present"),
            (1, 2, False, "present"),
            (2, 3, False, "voting"),
        )
    )


COUNTS = ((0, 190), (60, 190), (64, 190), (95, 190), (96, 190), (128, 190), (1, None))

# Each event by each of its agents, first plainly; collective agents also by a share of them, all also with a deadline.
PLAIN_EVENTS = tuple(Happens(e.id, agent) for e in EVENTS for agent in e.agents)
COLLECTIVE = ("state party", "conference", "ngo")

WORDS = (
    Word("session", "moment", "session", "sessions", "the"),
    Word("day", "unit", "day", "days"),
)
PROVISIONS = ("1", "2", "3", "4", "5")
READINGS = ("rigid", "functional", "literal")
ALTERNATIVES = ("may", "shall", "delete")
