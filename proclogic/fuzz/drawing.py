"""Draws cases: a place of the text, what is so there, what happens one after the other, choices, perhaps one edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hypothesis import strategies as st

from proclogic.fuzz.edits import Edit
from proclogic.fuzz.places import Place
from proclogic.norms.conditions import Atom, Happens, Is
from proclogic.reference.kinds import above, coherent
from proclogic.values import Value

MOST_FACTS, MOST_EVENTS = 3, 4
VARIANTS = 3  # other readings or choices in which a case is tried, too


class Drawn(Value):
    """A case as it was drawn. `facts` are the kinds, qualities and judged words that hold, `events` the acts in their
    order, `choices` one reading of each dispute and one alternative of each bracket."""

    place: Place
    facts: tuple[Atom, ...]
    events: tuple[Happens, ...]
    choices: tuple[Atom, ...]
    edit: Edit | None = None

    def worlds(self) -> list[frozenset[Atom]]:
        """The world before anything happens, and after each event."""
        given = (a for a, holds in self.place.given.items() if holds)
        base = frozenset((*self.facts, *self.choices, *given))
        return [base.union(self.events[:n]) for n in range(len(self.events) + 1)]

    def otherwise(self) -> Iterator[Drawn]:
        """The same with one of the first few readings, or choices in brackets, taken otherwise."""
        for group in self.place.groups[:VARIANTS]:
            mine = next(a for a in group if a in self.choices)
            other = group[(group.index(mine) + 1) % len(group)]
            if other != mine:
                yield self.replace(choices=tuple(other if a == mine else a for a in self.choices))


def cases(places: tuple[Place, ...], edits: Mapping[str, tuple[Edit, ...]]) -> st.SearchStrategy[Drawn]:
    """Cases in the places. `edits` are those to draw from, by norm. What is drawn in a place is put together once."""
    known: dict[int, st.SearchStrategy[Drawn]] = {}

    def of(number: int) -> st.SearchStrategy[Drawn]:
        if number not in known:
            known[number] = _cases_of(places[number], edits)
        return known[number]

    return st.integers(0, len(places) - 1).flatmap(of)


def _cases_of(place: Place, edits: Mapping[str, tuple[Edit, ...]]) -> st.SearchStrategy[Drawn]:
    pool = (*place.kinds, *place.qualities)
    moves = [a for variants in place.moves.values() for a in variants]
    mine = [e for n in place.setting.norms for e in edits.get(n.id, ())]
    return st.builds(
        lambda facts, events, choices, edit: Drawn(place, _coherent(place, facts), tuple(events), choices, edit),
        st.lists(st.sampled_from(pool), max_size=MOST_FACTS, unique=True) if pool else st.just([]),
        st.lists(st.sampled_from(moves), max_size=MOST_EVENTS, unique_by=_act) if moves else st.just([]),
        st.tuples(*(st.sampled_from(group) for group in place.groups)),
        st.sampled_from([None] * (3 * len(mine)) + mine) if mine else st.none(),
    )


def _act(atom: Happens) -> tuple[str, str]:
    return atom.event, atom.agent


def _coherent(place: Place, facts: list[Atom]) -> tuple[Atom, ...]:
    """Facts without those kinds that nobody can have together with the kinds before."""
    vocabulary = place.table.ruleset.vocabulary
    mine = {s: frozenset().union(*(above(vocabulary, s, k) for k in kinds)) for s, kinds in place.setting.named.items()}
    kept: list[Atom] = []
    for fact in facts:
        if isinstance(fact, Is):
            sort, kind = fact.sort, fact.kind
            more = mine[sort] | above(vocabulary, sort, kind)
            if not coherent(vocabulary, sort, more):
                continue
            mine[sort] = more
        kept.append(fact)
    return tuple(kept)
