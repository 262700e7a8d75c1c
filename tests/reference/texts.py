"""Small rulesets written as IR values, and short ways to put questions to them."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.norms.conditions import ALWAYS, And, Deadline, Formula, Happens, Has, Is, Not, Share
from proclogic.norms.model import Accord, Bracket, Dispute, Forbid, Norm, Oblige, Permit, Provision, Refer, Ruleset
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.vocabulary import Act, Event, Kind, Predicate, Vocabulary


def kind(name: str, sort: str = "actor", parents: tuple[str, ...] = (), sole: bool = False) -> Kind:
    return Kind(name.lower(), sort, name, name + "s", "the" if sole else "a", parents, sole)


def event(name: str, *agents: str) -> Event:
    return Event(name, name, name + "s", name + "ed", agents)


def predicate(name: str, role: str, judge: str = "", sort: str = "actor") -> Predicate:
    return Predicate(name, sort, role, "is", name, judge=judge)


VOCABULARY = Vocabulary(
    kinds=(
        kind("State"),
        kind("State Party", parents=("state",)),
        kind("signatory", parents=("state",)),
        kind("organization"),
        kind("NGO", parents=("organization",)),
        kind("IGO", parents=("organization",)),
        kind("committee member"),
        kind("NGO on the committee", parents=("ngo", "committee member")),
        kind("UNDP", parents=("igo",), sole=True),
        *(kind(name, sole=True) for name in ("Conference", "President", "secretariat", "Committee", "Chair")),
        kind("meeting", sort="body"),
        kind("plenary", sort="body", parents=("meeting",)),
        kind("paper", sort="object"),
    ),
    acts=(
        Act("take part", "take part", takes_body=True, includes=("attend", "speak")),
        Act("attend", "attend", takes_body=True),
        Act("speak", "speak", takes_body=True),
        Act("receive", "receive", object="paper"),
    ),
    predicates=(
        predicate("consultative", "quality"),
        predicate("accredited", "quality"),
        predicate("relevant", "judgement"),
        predicate("suitable", "judgement", judge="president"),
        predicate("observer", "status"),
        predicate("guest", "status"),
        predicate("open", "quality", sort="body"),
    ),
    events=(
        event("apply", "actor"),
        event("notify", "actor"),
        event("ask", "actor"),
        event("object", "state party"),
        event("decide otherwise", "conference"),
        event("admit", "conference"),
        event("approve", "conference", "committee"),
        event("list", "chair", "secretariat"),
        event("invite", "president"),
        event("call", "president"),
        event("refuse", "committee"),
        event("register", "actor", "undp"),
    ),
    disjoint=(("state", "organization"), ("state party", "signatory"), ("ngo", "igo")),
)

ACTOR_NGO = Is("actor", "ngo")
OBSERVER = Has("observer")
OBJECTS = Happens("object", "state party")
THIRTY = Deadline("at least", 30, "day", "before", "session")
THIRD = Share(1, 3, False, "present", "state party")
HALF = Share(1, 2, True, "voting", "state party")


def ruleset(
    *norms: Norm,
    disputes: tuple[Dispute, ...] = (),
    brackets: tuple[Bracket, ...] = (),
    vocabulary: Vocabulary = VOCABULARY,
) -> Ruleset:
    numbers = dict.fromkeys(n.provision for n in norms)
    return Ruleset("test", "Test", vocabulary, norms, tuple(map(Provision, numbers)), disputes, brackets)


def both(*parts: Formula) -> Formula:
    return And(parts)


def given(*literals: Formula) -> tuple[Fact, ...]:
    """Facts: an atom that holds, or Not(atom)."""
    return tuple(Fact(x.part, False) if isinstance(x, Not) else Fact(x, True) for x in literals)


def may(
    act: str, *kinds: str, body: str = "", obj: str = "", facts: Iterable[Fact] = (), by: tuple[str, ...] = ()
) -> Question:
    """May an individual of these kinds do this?"""
    where = Individual((body,)) if body else None
    what = Individual((obj,)) if obj else None
    return Question("may", "", Cell(Individual(kinds), act, where, what, by=by), facts=tuple(facts))


def is_it(holds: Formula, *kinds: str, facts: Iterable[Fact] = (), by: tuple[str, ...] = ()) -> Question:
    """Has an individual of these kinds this status, or is it of this kind?"""
    return Question("is", "", Cell(Individual(kinds), holds=holds, by=by), facts=tuple(facts))


def attend(*facts: Fact) -> Question:
    return may("attend", "ngo", body="plenary", facts=facts)


UNTOC_17 = ruleset(
    Norm(
        "17(2)",
        "17(2)",
        Accord("observer"),
        subject=both(ACTOR_NGO, Not(Has("consultative"))),
        condition=both(
            Happens("apply", "actor"),
            Happens("list", "secretariat", deadline=THIRTY),
            Not(OBJECTS),
            Not(Happens("decide otherwise", "conference")),
        ),
    ),
    Norm("17(2)#2", "17(2)", Oblige("list", "secretariat", THIRTY), condition=ALWAYS, strength="shall"),
    Norm("17(2)#3", "17(2)", Refer("conference"), subject=ACTOR_NGO, condition=OBJECTS),
    Norm(
        "17(2)#4",
        "17(2)",
        Accord("observer"),
        subject=both(ACTOR_NGO, Not(Has("consultative"))),
        condition=both(
            Happens("apply", "actor"),
            Happens("list", "secretariat", deadline=THIRTY),
            OBJECTS,
            Happens("admit", "conference"),
        ),
    ),
    Norm("17(3)(a)", "17(3)(a)", Permit("attend", "plenary"), subject=both(ACTOR_NGO, OBSERVER)),
)

RULE_42 = ruleset(
    Norm(
        "42",
        "42",
        Permit("speak"),
        subject=Is("actor", "state party"),
        condition=both(Happens("ask", "actor"), Happens("call", "president")),
    ),
    Norm("42#2", "42", Oblige("call", "president"), subject=Is("actor", "state party"), strength="shall"),
)

FORBIDS = Forbid("attend")
PERMITS = Permit("attend")
