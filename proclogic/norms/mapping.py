"""Which words of one vocabulary stand for which of another, and which have no counterpart there.

A mapping is plain data about two vocabularies, read from a file (`proclogic.syntax.mapping_files`) or made from the
words that both have. `proclogic.norms.translation` puts questions, cells and facts through it.
"""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Act, Event, Kind, Predicate, Vocabulary, Word
from proclogic.values import Value

ACT, EVENT = "act", "event"
SAID = {ACTOR: "said of an actor", BODY: "said of a body", OBJECT: "said of an object"}
SMALL = ("moment", "matter", "limit", "unit")
SORTS = (ACTOR, BODY, OBJECT, ACT, *SAID.values(), EVENT, *SMALL)
FIRST, SECOND = "first", "second"
SAME, WIDER, NARROWER, OVERLAPPING = "same", "wider", "narrower", "overlapping"
_INVERSE = {WIDER: NARROWER, NARROWER: WIDER}

Entry = Kind | Act | Predicate | Event | Word


class Term(Value):
    """A declared word. Words of one sort can stand for each other: `sort` is one of SORTS.

    Qualities, judgements and statuses are one sort as long as they are said of the same: what one text takes as a fact
    another gives by a rule or leaves to a judge. A body is two terms, the one who decides and the place.
    """

    sort: str
    id: str


class Counterpart(Value):
    """A word of the first vocabulary with one of the second.

    `relation`: the second is the "same", "wider" (it stands for other words of the first too), "narrower" (the first
    stands for other words of the second too) or "overlapping" (both). `written` is false for a word that both have and
    that the mapping does not mention.
    """

    first: Term
    second: Term
    relation: str = SAME
    written: bool = True
    note: str = ""


class Alone(Value):
    """A word without counterpart. `written` when the mapping says so itself, perhaps with a `note` on why."""

    term: Term
    written: bool = False
    note: str = ""


class Mapping(Value):
    """The words of ruleset `first` with their counterparts in ruleset `second`, in the order of declaration, and what
    has none on either side. `file` is where it was read, "" when nothing was written; `source` where it comes from."""

    first: str
    second: str
    here: Vocabulary
    there: Vocabulary
    counterparts: tuple[Counterpart, ...] = ()
    only_first: tuple[Alone, ...] = ()
    only_second: tuple[Alone, ...] = ()
    file: str = ""
    source: str = ""

    def inverse(self) -> Mapping:
        """The same, from the second to the first."""
        order = {term: place for place, term in enumerate(terms(self.there))}
        turned = [
            Counterpart(c.second, c.first, _INVERSE.get(c.relation, c.relation), c.written, c.note)
            for c in self.counterparts
        ]
        turned.sort(key=lambda c: order[c.first])
        return Mapping(
            self.second,
            self.first,
            self.there,
            self.here,
            tuple(turned),
            self.only_second,
            self.only_first,
            self.file,
            self.source,
        )

    def without_counterpart(self, side: str, sort: str = "") -> tuple[Alone, ...]:
        """The words of the "first" or of the "second" ruleset that the other has no counterpart of: all of them, or
        those of a sort."""
        every = {FIRST: self.only_first, SECOND: self.only_second}[side]
        return tuple(alone for alone in every if sort in ("", alone.term.sort))


def counterparts(mapping: Mapping, term: Term) -> tuple[Counterpart, ...]:
    """The counterparts of a word of the first vocabulary; none when it has none."""
    return tuple(c for c in mapping.counterparts if c.first == term)


def declared(vocabulary: Vocabulary) -> dict[Term, Entry]:
    """Every word of a vocabulary, sort by sort, in the order of declaration."""
    found: list[tuple[Term, Entry]] = [(Term(k.sort, k.id), k) for k in vocabulary.kinds]
    found += [(Term(ACT, a.id), a) for a in vocabulary.acts]
    found += [(Term(SAID[p.sort], p.id), p) for p in vocabulary.predicates]
    found += [(Term(EVENT, e.id), e) for e in vocabulary.events]
    found += [(Term(w.sort, w.id), w) for w in vocabulary.words]
    found.sort(key=lambda pair: SORTS.index(pair[0].sort))
    return dict(found)


def terms(vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The words of a vocabulary as terms, in the same order."""
    return tuple(declared(vocabulary))


def called(entry: Entry) -> str:
    """A word as it is named to a reader: "the Conference", "NGO", "is in consultative status"."""
    match entry:
        case Predicate(form="is", phrase=phrase):
            return f"is {phrase}"
        case Kind() | Word() if entry.article == "the":
            return f"the {entry.phrase}"
        case _:
            return entry.phrase


def sort_of(entry: Entry) -> str:
    """What a word was declared as: "actor", "body", "act", "quality", "status", "moment" ..."""
    match entry:
        case Predicate():
            return entry.role
        case Kind() | Word():
            return entry.sort
        case _:
            return ACT if isinstance(entry, Act) else EVENT


def mapping(
    first: tuple[str, Vocabulary],
    second: tuple[str, Vocabulary],
    written: Iterable[tuple[Term, Term, str]] = (),
    alone: Iterable[tuple[int, Term, str]] = (),
    file: str = "",
    source: str = "",
) -> Mapping:
    """The mapping that some pairs (with their notes) and some words without counterpart (0: of the first, 1: of the
    second) make. A word that both vocabularies have stands for itself, unless one of the two is written of."""
    here, there = terms(first[1]), terms(second[1])
    pairs = {(a, b): note for a, b, note in written}
    lone = ({t: n for side, t, n in alone if side == 0}, {t: n for side, t, n in alone if side == 1})
    spoken = (
        {t for a, _ in pairs for t in twins(a)} | {t for a in lone[0] for t in twins(a)},
        {t for _, b in pairs for t in twins(b)} | {t for b in lone[1] for t in twins(b)},
    )
    shared = set(there)
    every = dict.fromkeys(pairs, True)
    every |= {(t, t): False for t in here if t in shared and t not in spoken[0] and t not in spoken[1]}
    targets: dict[Term, list[Term]] = {}
    sources: dict[Term, list[Term]] = {}
    for a, b in every:
        targets.setdefault(a, []).append(b)
        sources.setdefault(b, []).append(a)
    relations = {
        (False, False): SAME,
        (False, True): WIDER,
        (True, False): NARROWER,
        (True, True): OVERLAPPING,
    }
    found = [
        Counterpart(a, b, relations[len(targets[a]) > 1, len(sources[b]) > 1], every[a, b], pairs.get((a, b), ""))
        for a in here
        for b in targets.get(a, ())
    ]
    only = [
        tuple(Alone(t, t in told, told.get(t, "")) for t in words if t not in known)
        for words, known, told in ((here, targets, lone[0]), (there, sources, lone[1]))
    ]
    return Mapping(first[0], second[0], first[1], second[1], tuple(found), only[0], only[1], file, source)


def twins(term: Term) -> tuple[Term, ...]:
    """A term, and for an actor or a body the other one of its name: the Conference that decides and the Conference
    where one speaks are one thing, so that what is written of one of them keeps the other from being taken as it is."""
    if term.sort not in (ACTOR, BODY):
        return (term,)
    return (term, Term(BODY if term.sort == ACTOR else ACTOR, term.id))
