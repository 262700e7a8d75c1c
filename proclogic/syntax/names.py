"""A vocabulary by name: what the builders look up."""

from __future__ import annotations

from proclogic.norms.vocabulary import ACTOR, Act, Event, Kind, Predicate, Vocabulary, Word
from proclogic.sources import Span
from proclogic.syntax import english
from proclogic.syntax.report import Faults
from proclogic.syntax.words import Words


def key(phrase: str) -> str:
    """A phrase as it is compared: lower case, no articles but one at the end."""
    words = phrase.lower().replace("’", "'").split()
    return " ".join(w for k, w in enumerate(words) if w not in english.ARTICLES or (k and k == len(words) - 1))


def kinds_by_name(kinds: tuple[Kind, ...]) -> dict[str, list[Kind]]:
    """The kinds that a name may mean (one of each sort), for every name in all its forms."""
    names: dict[str, list[Kind]] = {}
    for kind in kinds:
        for form in dict.fromkeys((kind.phrase, kind.plural, *kind.also, *(english.plural(a) for a in kind.also))):
            names.setdefault(key(form), []).append(kind)
    return names


class Names:
    """A vocabulary by id, for the sentence being built, with its words and where faults go.

    `about` is the sort of the individual that "it" stands for.
    """

    def __init__(self, vocabulary: Vocabulary, faults: Faults) -> None:
        self.vocabulary = vocabulary
        self.faults = faults
        self.kinds: dict[str, dict[str, Kind]] = {}
        for kind in vocabulary.kinds:
            self.kinds.setdefault(kind.id, {}).setdefault(kind.sort, kind)
        self.acts: dict[str, Act] = {act.id: act for act in vocabulary.acts}
        self.predicates: dict[str, Predicate] = {p.id: p for p in vocabulary.predicates}
        self.events: dict[str, Event] = {event.id: event for event in vocabulary.events}
        self.small: dict[tuple[str, str], Word] = {(w.sort, w.id): w for w in vocabulary.words}
        self.words = Words("", [], [], [], [], {})
        self.about = ACTOR

    def ancestors(self, kind: str, sort: str) -> set[str]:
        """A kind and all it is a kind of."""
        found: set[str] = set()
        todo = [kind]
        while todo:
            name = todo.pop()
            if name not in found:
                found.add(name)
                entry = self.kinds.get(name, {}).get(sort)
                todo.extend(entry.parents if entry else ())
        return found

    def sort_of(self, kind: str, wanted: tuple[str, ...]) -> str:
        """The sort in which a kind is meant: the first of those wanted that it has, else the first it has at all."""
        sorts = self.kinds.get(kind, {})
        return next((s for s in wanted if s in sorts), next(iter(sorts), ACTOR))

    def span(self, first: int, last: int) -> Span:
        """The characters of some words of the sentence."""
        return self.faults.span(self.words, first, last)

    def span_without_article(self, first: int, last: int) -> Span:
        """The same, from the first word that is no article."""
        while first < last - 1 and self.words.norm[first] in english.ARTICLES:
            first += 1
        return self.span(first, last)
