"""A small vocabulary and short ways to write sentences of it, for the tests of the lowering."""

from __future__ import annotations

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Formula, Has, Is
from proclogic.norms.from_syntax import lower
from proclogic.norms.model import Norm, Ruleset
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Act, Event, Kind, Predicate, Vocabulary, Word
from proclogic.syntax.tree import (
    ActPhrase,
    Beside,
    Carried,
    Clause,
    Document,
    Does,
    Header,
    Item,
    NounPhrase,
    ProvisionText,
    ReadingLine,
    RuleRef,
    Sentence,
    Verb,
)


def kind(name: str, sort: str, *parents: str, sole: bool = False, of: str = "", article: str = "a") -> Kind:
    return Kind(name, sort, name, name + "s", "the" if sole else article, parents, sole, of)


VOCABULARY = Vocabulary(
    kinds=(
        kind("state", ACTOR),
        kind("state party", ACTOR, "state"),
        kind("organization", ACTOR, article="an"),
        kind("ngo", ACTOR, "organization", article="an"),
        kind("academic institution", ACTOR, "organization", article="an"),
        kind("company", ACTOR),
        kind("secretariat", ACTOR, sole=True),
        kind("conference", BODY, sole=True),
        kind("conference", ACTOR, sole=True),
        kind("bureau", BODY, sole=True, of="conference"),
        kind("bureau", ACTOR, sole=True, of="conference"),
        kind("subsidiary body", BODY),
        kind("subsidiary body", ACTOR),
        kind("working group", BODY, "subsidiary body", of="conference"),
        kind("working group", ACTOR, "subsidiary body", sole=True, of="conference"),
        kind("contact group", BODY, "subsidiary body", of="conference"),
        kind("contact group", ACTOR, "subsidiary body", sole=True, of="conference"),
        kind("plenary meeting", BODY, "conference", of="conference"),
        kind("meeting of the working group", BODY, "working group", of="working group"),
        kind("president", ACTOR, sole=True, of="conference"),
        kind("chair", ACTOR, sole=True, of="working group"),
        kind("topic", OBJECT),
        kind("statement", OBJECT),
    ),
    acts=(
        Act("attend", "attend", True),
        Act("speak", "speak", True, "in", "topic", "on"),
        Act("receive documents", "receive documents"),
        Act("submit", "submit", True, "to", "statement", ""),
        Act("decide", "decide", True, "in", includes=("vote", "break consensus")),
        Act("vote", "vote", True, "in"),
        Act("break consensus", "break consensus", True, "in"),
    ),
    predicates=(
        Predicate("in consultative status", ACTOR, "quality", "is", "in consultative status", of="ngo"),
        Predicate("relevant", ACTOR, "judgement", "word", "relevant"),
        Predicate("competent", ACTOR, "judgement", "word", "competent", judge="secretariat"),
        Predicate("observer status", ACTOR, "status", "has", "observer status"),
        Predicate("special status", ACTOR, "status", "has", "special status"),
        Predicate("public", BODY, "status", "word", "public"),
        Predicate("large", BODY, "quality", "word", "large"),
        Predicate("relating to its activities", OBJECT, "quality", "is", "relating to its activities"),
    ),
    events=(
        Event("apply", "apply to the bureau", "applies to the bureau", "applied to the bureau", ("actor",)),
        Event("object", "object to it", "objects to it", "objected to it", ("state party",)),
        Event(
            "decide otherwise",
            "decide otherwise on it",
            "decides otherwise on it",
            "decided otherwise on it",
            ("conference",),
            "procedure",
        ),
        Event("invite", "invite it", "invites it", "invited it", ("president", "chair")),
        Event("circulate", "circulate its name", "circulates its name", "circulated its name", ("secretariat",)),
    ),
    words=(
        Word("session", "moment", "session", article="the"),
        Word("procedure", "matter", "procedure"),
        Word("through a limited number of representatives", "limit", "through a limited number of representatives"),
    ),
    disjoint=(("state", "organization"),),
)

IN_CONSULTATIVE = Has("in consultative status")
RELEVANT = Has("relevant")
OBSERVER = Has("observer status")
NGO = Is(ACTOR, "ngo")


def np(kind_id: str, *after: Formula, sort: str = ACTOR, before: tuple[Formula, ...] = ()) -> NounPhrase:
    return NounPhrase(kind_id, sort, before, after)


def body(kind_id: str, *after: Formula) -> NounPhrase:
    return np(kind_id, *after, sort=BODY)


def act(act_id: str, *bodies: NounPhrase, on: NounPhrase | None = None) -> ActPhrase:
    return ActPhrase(act_id, bodies, on)


def does(words: str, *acts: ActPhrase) -> Does:
    return Does(words, acts)


def ref(first: str, last: str = "") -> RuleRef:
    return RuleRef(first, last)


def when(condition: Formula) -> Clause:
    return Clause("if", condition)


def unless(condition: Formula) -> Clause:
    return Clause("unless", condition)


def says(subject: NounPhrase | tuple[NounPhrase, ...], verb: Verb, *clauses: Clause) -> Sentence:
    return Sentence(subject if isinstance(subject, tuple) else (subject,), verb, clauses)


def items(subject: NounPhrase, *listed: Item, clauses: tuple[Clause, ...] = (), shared: str = "") -> Sentence:
    return Sentence((subject,), None, clauses, listed, shared)


def rule(
    number: str, *sentences: Sentence, beside: tuple[Beside, ...] = (), readings: tuple[ReadingLine, ...] = ()
) -> ProvisionText:
    return ProvisionText(number, sentences, beside, readings)


def carried(*rules: RuleRef, swaps: tuple[tuple[str, str], ...] = (), as_to: str = "") -> Carried:
    return Carried(rules, not as_to, swaps, as_to)


def document(*provisions: ProvisionText, vocabulary: Vocabulary = VOCABULARY, **headers: str) -> Document:
    lines = tuple(Header(word, tuple(value.split(", "))) for word, value in headers.items())
    return Document((Header("Ruleset", ("sample",)), *lines), vocabulary, provisions)


def lowered(*provisions: ProvisionText, **headers: str) -> tuple[Ruleset, list[Diagnostic]]:
    """The ruleset of these provisions, with the faults."""
    ruleset, faults = lower(document(*provisions, **headers), (), "sample")
    assert ruleset is not None
    return ruleset, faults


def norms_of(*provisions: ProvisionText, **headers: str) -> dict[str, Norm]:
    """The norms of these provisions by id; there must be no error."""
    ruleset, faults = lowered(*provisions, **headers)
    assert [d for d in faults if d.is_error] == []
    return {n.id: n for n in ruleset.norms}


def codes(faults: list[Diagnostic]) -> list[str]:
    return [d.code for d in faults]
