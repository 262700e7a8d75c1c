"""Declarations in words."""

from __future__ import annotations

from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Act, Event, Input, Kind, Predicate, Rung, Vocabulary
from proclogic.syntax import english
from proclogic.syntax.print_parts import Words
from proclogic.values import Value


def declarations(made: Vocabulary, words: Words) -> list[str]:
    """One line for each declaration, in the order in which they can be read again."""
    lines = [_kind(kind, made, words) for kind in made.kinds if not _second(kind, made)]
    for ids in made.disjoint:
        lines.append(f"Disjoint: {', '.join(words.kind(i, _sort(i, words)).phrase for i in ids)}.")
    lines += [_act(act, words) for act in made.acts]
    lines += [_predicate(predicate, words) for predicate in made.predicates]
    lines += [
        f"{w.sort.capitalize()}: {w.article + ' ' if w.article else ''}{w.phrase}{_word_plural(w)}." for w in made.words
    ]
    lines += [_event(event, words) for event in made.events]
    lines += [f"Ladder: {', '.join(_rung(rung, words) for rung in ladder)}." for ladder in made.ladders]
    lines += [_input(one, words) for one in made.inputs]
    return lines


def _rung(rung: Rung, words: Words) -> str:
    said = words.names.acts[rung.act].phrase if rung.act in words.names.acts else rung.act
    return f"{said} {words.kind(rung.object, OBJECT).plural}" if rung.object else said


def _input(one: Input, words: Words) -> str:
    events, acts = words.names.events, words.names.acts
    what = acts[one.what].phrase if one.sort == "act" and one.what in acts else one.what
    what = events[one.what].phrase if one.sort == "event" and one.what in events else what
    return f"Input: {what}, before {events[one.before].phrase if one.before in events else one.before}."


def _sort(kind: str, words: Words) -> str:
    return next(iter(words.names.kinds.get(kind, {ACTOR: None})))


def _second(kind: Kind, made: Vocabulary) -> bool:
    """Whether this is the actor that a body is at the same time: one declaration gives both."""
    return kind.sort == ACTOR and any(k.id == kind.id and k.sort == BODY for k in made.kinds)


def _word_plural(word: Value) -> str:
    plural, phrase = getattr(word, "plural", ""), getattr(word, "phrase", "")
    return f", plural {plural}" if plural and plural != english.plural(phrase) else ""


def _kind(kind: Kind, made: Vocabulary, words: Words) -> str:
    twin = kind.sort == BODY and any(k.id == kind.id and k.sort == ACTOR for k in made.kinds)
    if kind.sort == OBJECT:
        word = "Object"
    elif kind.sort == BODY:
        word = "Body" if twin else "Meeting"
    else:
        word = "Officer" if kind.of or (kind.sole and kind.article == "the") else "Actor"
    plain = english.article(kind.phrase)
    article = kind.article if kind.article == "the" else "" if kind.article in ("", plain) else kind.article
    clauses = []
    if kind.plural != english.plural(kind.phrase):
        clauses.append(f"plural {kind.plural}")
    clauses += [f"also {name}" for name in kind.also]
    parents = [p for p in kind.parents if not (word == "Meeting" and p == kind.of)]
    clauses += [f"a kind of {words.kind(p, kind.sort).phrase}" for p in parents]
    if word == "Meeting" and kind.of:
        clauses.append(f"held by {words.noun(kind.of, BODY)}")
    if word == "Body" and kind.members:
        clauses.append(f"of {words.kind(kind.members, ACTOR).plural}")
    if kind.of and word in ("Body", "Officer"):
        clauses.append(f"{'under' if word == 'Body' else 'of'} {words.noun(kind.of, BODY)}")
    if (kind.sole and word in ("Actor", "Meeting", "Object")) or (kind.sole and word == "Body" and article != "the"):
        clauses.append("one only")
    return f"{word}: {', '.join((f'{article} {kind.phrase}'.strip(), *clauses))}."


def _act(act: Act, words: Words) -> str:
    clauses = [f"also {name}" for name in act.also]
    where = [f"{act.at} a body".strip()] if act.takes_body else []
    what = [f"{act.on} {words.noun(act.object, OBJECT)}".strip()] if act.object else []
    clauses += where + what if act.on else what + where
    clauses += [f"includes {words.names.acts[i].phrase if i in words.names.acts else i}" for i in act.includes]
    return f"Act: {', '.join((act.phrase, *clauses))}."


def _predicate(predicate: Predicate, words: Words) -> str:
    phrase, clauses = predicate.phrase, [f"also {name}" for name in predicate.also]
    match predicate.form:
        case "is":
            phrase = f"is {phrase}"
        case "has" if predicate.role != "status":
            phrase = f"has {predicate.had}"
        case "word":
            clauses.append("as an adjective")
        case "does":
            clauses.append(f"negative {predicate.negative}")
    if predicate.of:
        clauses.append(f"of {words.noun(predicate.of, predicate.sort)}")
    elif predicate.sort != ACTOR:
        clauses.append("of a body" if predicate.sort == BODY else "of an object")
    if predicate.judge:
        clauses.append(f"judged by {words.noun(predicate.judge)}")
    return f"{predicate.role.capitalize()}: {', '.join((phrase, *clauses))}."


def _event(event: Event, words: Words) -> str:
    clauses = []
    if event.third != english.third(event.phrase):
        clauses.append(f"third {event.third}")
    if event.past != english.past(event.phrase):
        clauses.append(f"past {event.past}")
    clauses += [f"also {name}" for name in event.also]
    clauses += [f"by {'the actor' if agent == 'actor' else words.noun(agent)}" for agent in event.agents]
    if event.matter:
        known = words.names.small.get(("matter", event.matter))
        clauses.append(f"as a matter of {known.phrase if known else event.matter}")
    if event.decision:
        clauses.append(f"by {words.decision(event.decision)}")
    return f"Event: {', '.join((event.phrase, *clauses))}."
