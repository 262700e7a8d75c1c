"""From conditions back to clauses: what must hold stands after if, what must not after unless or except for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proclogic.norms.conditions import Always, And, Formula, Happens, Has, Is, Not, Or, ReferredTo
from proclogic.norms.formulas import both, either, pushed
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.syntax.nouns import NounPhrase
from proclogic.syntax.print_classes import phrase_of
from proclogic.syntax.print_parts import Words
from proclogic.syntax.tree import Clause
from proclogic.values import Value

NOT_SAID = "a condition that no sentence can state"
_UNLESS = re.compile(r"\b(?:unless|except)\b")


class Manner(Value):
    """How conditions are said: `about` is the sort that "it" stands for; `classes` when the sentence speaks of a class,
    from which others can be excepted; `text` is what the author wrote, in lower case ("" when nobody wrote it).
    `carried` when a renvoi has put agents in the place of those that are declared."""

    about: str
    classes: bool = False
    text: str = ""
    carried: bool = False


def condition_clauses(parts: Iterable[Formula], manner: Manner, words: Words, missed: list[str]) -> list[Clause]:
    """The clauses that say these parts, each without an "and" at its top. What cannot be said is added to `missed`."""
    asked: list[Formula] = []
    denied: list[Formula] = []
    excepted: list[NounPhrase] = []
    for part in parts:
        inner = part.part if isinstance(part, Not) else None
        phrase = phrase_of(inner, manner.about, words) if inner is not None and manner.classes else None
        if inner is not None and _asked_as_not(inner, manner, words):
            asked.append(part)
        elif phrase is not None:
            excepted.append(phrase)
        elif inner is None and sayable(part, True, manner, words):
            asked.append(part)
        elif inner is not None and sayable(inner, True, manner, words):
            denied.append(inner)
        elif inner is not None and sayable(inner, False, manner, words):
            asked.append(part)
        elif inner is None and sayable(part, False, manner, words):
            denied.append(pushed(part, False))
        else:
            missed.append(NOT_SAID)
            asked.append(part)
    found: list[Clause] = []
    if asked:
        found.append(Clause("if", both(*asked)))
    if denied:
        found.append(Clause("unless", either(*denied)))
    if excepted:
        found.append(Clause("except for", nouns=tuple(excepted)))
    return found


def _asked_as_not(inner: Formula, manner: Manner, words: Words) -> bool:
    """Whether the author asked for the contrary of an atom after if, rather than excepting it after unless."""
    before, after = (*_UNLESS.split(manner.text, maxsplit=1), "")[:2]
    forms = [f.lower() for f in _forms(inner, words) if f]
    said_before = any(f in before for f in forms) and not any(f in after for f in forms)
    return said_before and sayable(inner, False, manner, words)


def _forms(atom: Formula, words: Words) -> tuple[str, ...]:
    match atom:
        case Has(name) if name in words.names.predicates:
            known = words.names.predicates[name]
            return known.phrase, known.negative, *known.also
        case Is(sort, kind):
            found = words.kind(kind, sort)
            return found.phrase, *found.also
        case Happens(name) if name in words.names.events:
            event = words.names.events[name]
            return event.phrase, event.third, event.past, *event.also
        case ReferredTo():
            return ("not been referred to",)
        case _:
            return ()


def sayable(formula: Formula, holds: bool, manner: Manner, words: Words) -> bool:
    """Whether a condition, or its contrary, can be said so that it is read back as it is."""
    match formula:
        case Not(part):
            return sayable(part, not holds, manner, words)
        case And(parts) | Or(parts):
            return all(sayable(p, holds, manner, words) for p in parts)
        case Has(name):
            known = words.names.predicates.get(name)
            return known is not None and (holds or known.form != "does" or bool(known.negative))
        case Is(sort, kind):
            return _member(sort, kind, manner.about, words)
        case Happens():
            return _event(formula, holds, manner, words)
        case ReferredTo(body):
            return body in words.names.kinds
        case Always():
            return False
        case _:  # readings and brackets are no matter of a sentence
            return False


def _member(sort: str, kind: str, about: str, words: Words) -> bool:
    sorts = words.names.kinds.get(kind, {})
    if sort not in sorts:
        return False
    if (sort == BODY and about != BODY) or (sort == OBJECT and about != OBJECT and words.thing):
        return True  # "the meeting is ...", "the topic is ..."
    return words.names.sort_of(kind, (about,)) == sort


def _event(event: Happens, holds: bool, manner: Manner, words: Words) -> bool:
    known = words.names.events.get(event.event)
    if known is None or (event.agent not in known.agents and not manner.carried):
        return False
    if event.agent != ACTOR and event.agent not in words.names.kinds:
        return False
    if event.deadline is not None and ("moment", event.deadline.moment) not in words.names.small:
        return False
    if event.count is None:
        return True
    return holds and event.agent == (event.count.of or known.agents[0])
