"""Two vocabularies as one: a word that both declare is one word, and what they say of it differently is told."""

from __future__ import annotations

from proclogic.norms.mapping import called, declared
from proclogic.norms.vocabulary import Act, Event, Kind, Predicate, Vocabulary, Word
from proclogic.values import unique

_LISTS = ("parents", "includes", "agents", "also")
_TOLD = {
    "parents": "a kind of {}",
    "includes": "includes {}",
    "agents": "done by {}",
    "of": "of {}",
    "members": "composed of {}",
    "judge": "judged by {}",
    "role": "a {}",
    "object": "done to {}",
    "takes_body": "done in a body",
    "sole": "one only",
    "matter": "a matter of {}",
}


def combined(one: Vocabulary, other: Vocabulary, names: tuple[str, str], notes: list[str]) -> Vocabulary:
    """Both vocabularies. Of a word that both declare, the first declaration stands, with what the other adds."""
    theirs = declared(other)
    for term, mine in declared(one).items():
        if term in theirs and (said := _difference(mine, theirs[term], names)):
            notes.append(f"“{called(mine)}” is one word, and is declared differently: {said}")
    fields = {}
    for field in ("kinds", "acts", "predicates", "events", "words"):
        found: dict[tuple[str, str], Kind | Act | Predicate | Event | Word] = {}
        for vocabulary in (one, other):
            for entry in getattr(vocabulary, field):
                key = (entry.sort if isinstance(entry, Kind | Word) else "", entry.id)
                found[key] = _both(found[key], entry) if key in found else entry
        fields[field] = tuple(found.values())
    for field in ("disjoint", "ladders", "inputs"):
        fields[field] = unique((*getattr(one, field), *getattr(other, field)))
    return one.replace(**fields)


def _both(
    one: Kind | Act | Predicate | Event | Word, other: Kind | Act | Predicate | Event | Word
) -> Kind | Act | Predicate | Event | Word:
    """The first declaration with what the other adds to it: classes above, forms, agents, and what it lacks."""
    more: dict[str, object] = {}
    for field in _LISTS:
        if field in one._fields:
            more[field] = unique((*getattr(one, field), *getattr(other, field)))
    for field in ("of", "members", "judge", "object", "matter", "decision", "takes_body", "at", "on"):
        if field in one._fields and not getattr(one, field):
            more[field] = getattr(other, field)
    if isinstance(one, Kind) and isinstance(other, Kind):
        more["sole"] = one.sole and other.sole
    if isinstance(one, Predicate) and isinstance(other, Predicate) and other.role == "status":
        more["role"] = "status"  # what a rule of either gives, a rule gives
    return one.replace(**more)


def _difference(mine: object, theirs: object, names: tuple[str, str]) -> str:
    """What only one of two declarations says."""
    parts = []
    for field, words in _TOLD.items():
        here, there = getattr(mine, field, ""), getattr(theirs, field, "")
        if here == there:
            continue
        sides = [set(x) if isinstance(x, tuple) else {x} - {"", False} for x in (here, there)]
        for name, left in zip(names, (sides[0] - sides[1], sides[1] - sides[0]), strict=True):
            if left:
                parts.append(f"{words.format(', '.join(sorted(map(str, left))))} ({name})")
    return ", ".join(parts)
