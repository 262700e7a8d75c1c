"""Lays out a mapping: sort by sort what stands for what, then what has no counterpart in either direction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from proclogic.norms.mapping import (
    FIRST,
    NARROWER,
    OVERLAPPING,
    SAID,
    SAME,
    SECOND,
    WIDER,
    Alone,
    Counterpart,
    Entry,
    Mapping,
    Term,
    called,
    declared,
    sort_of,
)
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.papers.document import Block, Closing, Fact, Facts, Headline, Paper, Section, Sentence, Table
from proclogic.papers.words import join

GROUPS = (
    ("Actors", (ACTOR,)),
    ("Bodies and meetings", (BODY,)),
    ("Objects", (OBJECT,)),
    ("Acts", ("act",)),
    ("Qualities, judgements and statuses", tuple(SAID.values())),
    ("Events", ("event",)),
    ("Moments", ("moment",)),
    ("Matters", ("matter",)),
    ("Limits", ("limit",)),
    ("Units", ("unit",)),
)
_RELATIONS = {SAME: "", WIDER: "wider", NARROWER: "narrower", OVERLAPPING: "overlapping"}
_SHORT = {"Qualities, judgements and statuses": "Said of them", "Bodies and meetings": "Bodies"}
COLUMNS = ("relation", "sort", "first", "second", "identical", "written", "note")


def written(mapping: Mapping, titles: tuple[str, str], form: str) -> str:
    """The mapping in one of the formats; `titles` are those of its two rulesets."""
    from proclogic.papers import write

    if form == "json":
        return write.as_json(data(mapping, titles))
    return as_csv(mapping) if form == "csv" else write.paper(paper(mapping), form)


class _Words:
    """The words of both rulesets as they are named."""

    def __init__(self, mapping: Mapping) -> None:
        self.here, self.there = declared(mapping.here), declared(mapping.there)

    def pair(self, pair: Counterpart) -> tuple[Entry, Entry]:
        return self.here[pair.first], self.there[pair.second]

    def alone(self, alone: Alone, side: str) -> Entry:
        return (self.here if side == FIRST else self.there)[alone.term]


# --------------------------------------------------------------------------------------------------------------- paper


def paper(mapping: Mapping) -> Paper:
    """The mapping for a reader. A body is told once, as a place; that it also decides is said only where it differs."""
    words = _Words(mapping)
    pairs = _without_twins(mapping.counterparts)
    lists = {side: _lonely(mapping, side) for side in (FIRST, SECOND)}
    sections: list[Section] = []
    for title, sorts in GROUPS:
        sections += _pairs(title, [p for p in pairs if p.first.sort in sorts], mapping, words)
    for side in (FIRST, SECOND):
        sections += _only(side, lists[side], mapping, words)
    head: list[Block] = [Headline(_head(mapping, pairs, lists))]
    if not mapping.file:
        head.append(Sentence("Nobody wrote a mapping: only words that both have are counterparts."))
    return Paper("", (*head, *sections, _closing(mapping)))


def _without_twins(pairs: Iterable[Counterpart]) -> list[Counterpart]:
    """The pairs without those of deciders that stand in the list of bodies too."""
    found = tuple(pairs)
    bodies = {(p.first.id, p.second.id, p.relation) for p in found if p.first.sort == BODY}
    return [p for p in found if p.first.sort != ACTOR or (p.first.id, p.second.id, p.relation) not in bodies]


def _lonely(mapping: Mapping, side: str) -> list[Alone]:
    found = mapping.without_counterpart(side)
    bodies = {alone.term.id for alone in found if alone.term.sort == BODY}
    return [alone for alone in found if alone.term.sort != ACTOR or alone.term.id not in bodies]


def _head(mapping: Mapping, pairs: list[Counterpart], lists: dict[str, list[Alone]]) -> str:
    count = len({p.first for p in pairs})
    has = "No word" if not count else "1 word" if count == 1 else f"{count} words"
    alone = [(len(lists[side]), of) for side, of in ((FIRST, mapping.first), (SECOND, mapping.second)) if lists[side]]
    verb = "has" if sum(number for number, _ in alone) == 1 else "have"
    rest = f"{join([f'{number} of {of}' for number, of in alone])} {verb} none" if alone else "none is left over"
    return f"{has} of {mapping.first} {'have' if count > 1 else 'has'} a counterpart in {mapping.second}; {rest}."


def _pairs(title: str, pairs: list[Counterpart], mapping: Mapping, words: _Words) -> list[Section]:
    """The counterparts of a sort: other words in a table, with what is to be said of them; then the identical ones."""
    if not pairs:
        return []
    identical = [p for p in pairs if _is_identical(p) and not _said(p, words)]
    told = [p for p in pairs if p not in identical]
    blocks: list[Block] = []
    if told:
        rows = [(*map(called, words.pair(p)), _said(p, words)) for p in told]
        header = (mapping.first, mapping.second, "Which is")
        width = 3 if any(row[2] for row in rows) else 2
        blocks.append(Table(title, header[:width], tuple(row[:width] for row in rows)))
    if identical:
        names = ", ".join(called(words.pair(p)[0]) for p in identical)
        blocks.append(Facts((Fact("Same in both", names),)))
    count = len({p.first for p in pairs})
    return [Section(title, f"{title}: {count} with a counterpart", tuple(blocks))]


def _is_identical(pair: Counterpart) -> bool:
    return pair.first == pair.second and pair.relation == SAME


def _said(pair: Counterpart, words: _Words) -> str:
    """What is to be said of a pair: how far it reaches, what it is declared as on each side, the note."""
    one, other = words.pair(pair)
    relation = "the same word" if pair.first == pair.second and pair.note else _RELATIONS[pair.relation]
    roles = sort_of(one), sort_of(other)
    declared_as = f"{roles[1]}, not {roles[0]}" if roles[0] != roles[1] else ""
    return "; ".join(part for part in (relation, declared_as, pair.note) if part)


def _only(side: str, alone: list[Alone], mapping: Mapping, words: _Words) -> list[Section]:
    """What one of the two has alone, by sort; what is to be said of a word stands with it."""
    if not alone:
        return []
    own, other = (mapping.first, mapping.second) if side == FIRST else (mapping.second, mapping.first)
    taken = {p.first if side == SECOND else p.second for p in mapping.counterparts}
    facts: list[Fact] = []
    for title, sorts in GROUPS:
        plain: list[str] = []
        lines: list[str] = []
        for a in (a for a in alone if a.term.sort in sorts):
            why = a.note or (f"the same word in {other} stands for another" if a.term in taken else "")
            name = called(words.alone(a, side))
            (lines if why else plain).append(f"{name} ({why})" if why else name)
        lines = [", ".join(plain), *lines] if plain else lines
        facts += [Fact(_SHORT.get(title, title) if not i else "", line) for i, line in enumerate(lines)]
    count = f"{len(alone)} without counterpart in {other}"
    return [Section(f"Only in {own}", f"Only in {own}: {count}", (Facts(tuple(facts)),))]


def _closing(mapping: Mapping) -> Closing:
    name = f"{mapping.first}--{mapping.second}.mapping"
    if not mapping.file:
        lines = (f"A mapping between them would be the file mappings/{name}.",)
    else:
        lines = (f"Read from {mapping.file}{f' ({mapping.source})' if mapping.source else ''}.",)
    found = ("", f"mappings/{name}", f"mappings/{mapping.second}--{mapping.first}.mapping")
    named = "" if mapping.file in found else f" --mapping {mapping.file}"
    ask = f'To ask both: proclogic query {mapping.first} {mapping.second} "QUESTION"{named}'
    return Closing(lines, (ask,))


# ----------------------------------------------------------------------------------------------------------------- data


def data(mapping: Mapping, titles: tuple[str, str]) -> dict[str, Any]:
    """The mapping as `proclogic/mapping/1`."""
    words = _Words(mapping)
    return {
        "schema": "proclogic/mapping/1",
        "first": {"id": mapping.first, "title": titles[0]},
        "second": {"id": mapping.second, "title": titles[1]},
        "file": mapping.file,
        "source": mapping.source,
        "counterparts": [
            {
                "first": _word(words.pair(p)[0], p.first),
                "second": _word(words.pair(p)[1], p.second),
                "relation": p.relation,
                "identical": p.first == p.second,
                "written": p.written,
                "note": p.note,
            }
            for p in mapping.counterparts
        ],
        "without_counterpart": {
            side: [
                {**_word(words.alone(a, side), a.term), "written": a.written, "note": a.note}
                for a in mapping.without_counterpart(side)
            ]
            for side in (FIRST, SECOND)
        },
    }


def _word(entry: Entry, term: Term) -> dict[str, str]:
    return {"sort": sort_of(entry), "id": term.id, "word": called(entry)}


def as_csv(mapping: Mapping) -> str:
    """The mapping as CSV: a line for each pair, then one for each word without counterpart, the other column empty."""
    from proclogic.papers.as_csv import lines

    words = _Words(mapping)
    rows = [
        (
            p.relation,
            sort_of(words.pair(p)[0]),
            *map(called, words.pair(p)),
            *_yes(p.first == p.second, p.written),
            p.note,
        )
        for p in mapping.counterparts
    ]
    for side in (FIRST, SECOND):
        for a in mapping.without_counterpart(side):
            entry = words.alone(a, side)
            names = (called(entry), "") if side == FIRST else ("", called(entry))
            rows.append(("none", sort_of(entry), *names, *_yes(False, a.written), a.note))
    return lines(COLUMNS, rows)


def _yes(*values: bool) -> tuple[str, ...]:
    return tuple("yes" if value else "no" for value in values)
