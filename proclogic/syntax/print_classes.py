"""From conditions back to classes: "an NGO with observer status" from Is(actor, ngo) and Has(observer status)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proclogic.norms.conditions import Always, And, Formula, Has, Is, Not, Or
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.syntax.nouns import NounPhrase
from proclogic.syntax.print_parts import Words
from proclogic.values import Value


class Class(Value):
    """Of whom a sentence speaks: its noun phrases, and what they leave to be said as a condition. `everybody` when the
    norm speaks of everybody, for whom the language has no word: the phrases are then all kinds that stand alone."""

    phrases: tuple[NounPhrase, ...]
    rest: tuple[Formula, ...] = ()
    everybody: bool = False


def split(formula: Formula, holds: bool = True) -> Iterator[Formula]:
    """The parts that must all hold, with negation pushed as far as it takes to see them: not "A or B" is two parts."""
    match formula:
        case Not(part):
            yield from split(part, not holds)
        case And(parts) if holds:
            for part in parts:
                yield from split(part)
        case Or(parts) if not holds:
            for part in parts:
                yield from split(part, False)
        case Always() if holds:
            return
        case _:
            yield formula if holds else Not(formula)


def choices(formula: Formula) -> Iterator[Formula]:
    """The parts of which one must hold."""
    if isinstance(formula, Or):
        for part in formula.parts:
            yield from choices(part)
    else:
        yield formula


def phrase_of(formula: Formula, sort: str, words: Words) -> NounPhrase | None:
    """The noun phrase that says a condition on the individual of a sort, None when none does: it needs a kind."""
    parts = list(split(formula))
    head = next((p for p in parts if _is_head(p, sort, words)), None)
    if not isinstance(head, Is):
        return None
    parts.remove(head)
    if not all(qualifies(p, sort, words) for p in parts):
        return None
    return narrowed(NounPhrase(head.kind, sort), parts, words)


def _is_head(part: Formula, sort: str, words: Words) -> bool:
    return isinstance(part, Is) and part.sort == sort and sort in words.names.kinds.get(part.kind, {})


def qualifies(part: Formula, sort: str, words: Words) -> bool:
    """Whether a part can be said after (or before) a noun of a sort."""
    atom = part.part if isinstance(part, Not) else part
    match atom:
        case Is(other, kind):
            return other == sort and sort in words.names.kinds.get(kind, {})
        case Has(name):
            known = words.names.predicates.get(name)
            if known is None or known.sort != sort:
                return False
            return known.form != "does" or atom is part or bool(known.negative)
        case _:
            return False


def narrowed(phrase: NounPhrase, parts: Iterable[Formula], words: Words) -> NounPhrase:
    """The phrase with these parts as its qualifiers, adjectives before the noun."""
    before, after = list(phrase.before), list(phrase.after)
    for part in parts:
        adjective = isinstance(part, Has) and words.names.predicates[part.predicate].form == "word"
        (before if adjective else after).append(part)
    return phrase.replace(before=tuple(before), after=tuple(after))


def class_of(subject: Formula, sort: str, words: Words) -> Class:
    """Of whom a norm speaks."""
    phrases = phrases_of(subject, sort, words)
    if phrases:
        return Class(phrases)
    parts = list(split(subject))
    for k, part in enumerate(parts):
        phrases = phrases_of(part, sort, words) if isinstance(part, Or) else ()
        if phrases:
            return Class(phrases, (*parts[:k], *parts[k + 1 :]))
    fitting = [p for p in parts if qualifies(p, sort, words)]
    phrase = phrase_of(And(tuple(fitting)), sort, words) if fitting else None
    if phrase is not None:
        return Class((phrase,), tuple(p for p in parts if p not in fitting))
    return Class(everybody(sort, words), tuple(parts), True)


def phrases_of(formula: Formula, sort: str, words: Words) -> tuple[NounPhrase, ...]:
    """The noun phrases joined by or that say a condition; none when one of its alternatives cannot be said so."""
    found = [phrase_of(one, sort, words) for one in choices(formula)]
    return tuple(p for p in found if p is not None) if None not in found else ()


def everybody(sort: str, words: Words) -> tuple[NounPhrase, ...]:
    """The kinds of a sort that are no kind of another: together, all that is declared. Those that are of this sort only
    come first, for by the first one the sort of a subject is known."""
    vocabulary = words.names.vocabulary
    found = [k.id for k in vocabulary.kinds if k.sort == sort and not k.parents]
    found.sort(key=lambda kind: len(words.names.kinds[kind]))
    return tuple(NounPhrase(kind, sort) for kind in dict.fromkeys(found or [sort]))


def sort_read(phrases: tuple[NounPhrase, ...], wanted: tuple[str, ...], words: Words) -> str:
    """The sort in which a subject is read whose verb fits several."""
    return words.names.sort_of(phrases[0].kind, wanted) if phrases else ACTOR


def known_sort_first(phrases: tuple[NounPhrase, ...], words: Words) -> tuple[NounPhrase, ...]:
    """The phrases, one whose kind is of a single sort before the others where the first could be of several."""
    if not phrases or len(words.names.kinds.get(phrases[0].kind, ())) < 2:
        return phrases
    return tuple(sorted(phrases, key=lambda p: len(words.names.kinds.get(p.kind, ())) > 1))


ANY_SORT = (ACTOR, OBJECT, BODY)  # in this order a subject is looked for where the verb fits all
PLACES = (BODY, ACTOR, OBJECT)  # "rules 14 to 17 do not apply to a working group": to what happens there
