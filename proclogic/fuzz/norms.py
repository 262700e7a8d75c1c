"""Strategies for vocabularies, conditions and effects."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from proclogic.fuzz.pools import (
    ACTOR_KINDS,
    ACTS,
    ADVERSE,
    APART,
    BODIES,
    COLLECTIVE,
    DEADLINES,
    EVENTS,
    EVERY_ACTOR,
    MEETINGS,
    OBJECT_KINDS,
    OFFICERS,
    OPEN_PREDICATES,
    PLAIN_EVENTS,
    PREDICATES,
    STATUSES,
    WORDS,
    shares,
)
from proclogic.norms.conditions import And, Atom, Formula, Happens, Has, Is, Not, Or, ReferredTo
from proclogic.norms.model import Accord, Deem, Deny, Effect, Forbid, Oblige, Permit, Refer
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, SORTS, Kind, Vocabulary
from proclogic.values import Value

T = TypeVar("T")


class Material(Value):
    """What the conditions of one ruleset are made of: a few open atoms, and the derived ones."""

    vocabulary: Vocabulary
    open: tuple[Atom, ...]
    derived: tuple[Atom, ...]
    act: str  # the act of which most norms speak

    def kinds(self, sort: str) -> tuple[str, ...]:
        """The kinds of a sort that the conditions name."""
        return tuple(a.kind for a in self.open if isinstance(a, Is) and a.sort == sort)


def few(items: tuple[T, ...], least: int, most: int) -> st.SearchStrategy[tuple[T, ...]]:
    """Some of the items, each at most once."""
    if not items:
        return st.just(())
    most = min(most, len(items))
    least = max(0, min(least, most))
    return st.lists(st.sampled_from(items), min_size=least, max_size=most, unique=True).map(tuple)


def one_in(count: int) -> st.SearchStrategy[bool]:
    """True once in so many times; shrinks to False."""
    return st.integers(1, count).map(lambda n: n == count)


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """A vocabulary: all acts, predicates and events, some of the kinds with some of their parents."""
    rest = tuple(k for k in ACTOR_KINDS if k.id not in EVERY_ACTOR)
    bodies = (BODIES[0], *draw(few(BODIES[1:], 0, 2)))
    chosen = {k.id for k in (*draw(few(rest, 1, 4)), *bodies, *draw(few(MEETINGS, 1, 3)), *OBJECT_KINDS, *OFFICERS)}
    kinds: list[Kind] = []
    for kind in (*ACTOR_KINDS, *BODIES, *MEETINGS, *OBJECT_KINDS, *OFFICERS):
        if kind.id in chosen or kind.id in EVERY_ACTOR:
            possible = tuple(p for p in kind.parents if p in chosen or p in EVERY_ACTOR)
            kinds.append(kind.replace(parents=draw(few(possible, len(possible) - 1, len(possible)))))
            if kind in bodies:
                kinds.append(kind.replace(sort=ACTOR, parents=()))  # the body as the one who decides
    known = {k.id for k in kinds}
    apart = tuple(group for group in draw(few(APART, 0, 3)) if known.issuperset(group))
    return Vocabulary(tuple(kinds), ACTS, PREDICATES, EVENTS, WORDS, apart)


@st.composite
def events(draw: st.DrawFn) -> tuple[Happens, ...]:
    """One event by one agent, as one atom, sometimes as two of which one counts or has a deadline."""
    plain = draw(st.sampled_from(PLAIN_EVENTS))
    timed = st.sampled_from(DEADLINES).map(lambda d: plain.replace(deadline=d))
    variants: list[st.SearchStrategy[Happens]] = [timed]
    if plain.agent in COLLECTIVE:
        counted = st.sampled_from(shares(plain.agent)).map(lambda s: plain.replace(count=s))
        variants += [counted, counted, st.builds(lambda c, t: c.replace(deadline=t.deadline), counted, timed)]
    variant = st.one_of(variants)
    shapes = st.one_of(
        st.just((plain,)), st.just((plain,)), st.tuples(variant), st.tuples(st.just(plain), variant), few_of(variant)
    )
    return draw(shapes)


def few_of(variant: st.SearchStrategy[Happens]) -> st.SearchStrategy[tuple[Happens, ...]]:
    """Two different forms of an event."""
    return st.lists(variant, min_size=1, max_size=2, unique=True).map(tuple)


@st.composite
def materials(draw: st.DrawFn, most: int = 7) -> Material:
    """A vocabulary with at most `most` open atoms, events among them (readings and brackets come on top)."""
    vocabulary = draw(vocabularies())
    ids = {sort: tuple(k.id for k in vocabulary.kinds if k.sort == sort) for sort in SORTS}
    plain = tuple(k.id for k in ACTOR_KINDS if k.id in ids[ACTOR])
    found: list[Atom] = [Is(ACTOR, k) for k in draw(few(draw(st.sampled_from((plain, plain, ids[ACTOR]))), 1, 3))]
    for _ in range(draw(st.sampled_from((3, 2, 1)))):
        found += draw(events())
    found += [Has(p) for p in draw(few(OPEN_PREDICATES, 0, 2))]
    found += [Is(BODY, k) for k in draw(few(ids[BODY], 0, 2))]
    found += [Is(OBJECT, k) for k in draw(few(ids[OBJECT], 0, 1))]
    derived: tuple[Atom, ...] = (*(Has(p) for p in STATUSES), ReferredTo("conference"))
    act = draw(st.sampled_from([a.id for a in vocabulary.acts]))
    return Material(vocabulary, tuple(dict.fromkeys(found))[:most], draw(few(derived, 1, 3)), act)


@st.composite
def literals(draw: st.DrawFn, atom: Atom) -> Formula:
    """An atom or its negation: what stands in the way of others is mostly denied, anything else mostly asked for."""
    adverse = isinstance(atom, Happens) and atom.event in ADVERSE
    return Not(atom) if adverse != draw(one_in(4)) else atom


@st.composite
def formulas(draw: st.DrawFn, atoms: tuple[Atom, ...]) -> Formula:
    """A condition over these atoms, two connectives deep at most. Kinds come up less often than the rest."""
    rest = tuple(a for a in atoms if not isinstance(a, Is))
    with_kinds = draw(one_in(5))
    pool = atoms if with_kinds or not rest else rest

    def some(least: int, most: int) -> Formula:
        parts = tuple(draw(literals(atom)) for atom in draw(few(pool, least, most)))
        return parts[0] if len(parts) == 1 else And(parts)

    match draw(st.sampled_from(("all", "all", "all", "unless", "any", "either", "not"))):
        case "unless":
            return And((some(1, 2), Not(some(1, 2))))
        case "any":
            return Or((some(1, 1), some(1, 1)))
        case "either":
            return Or((some(1, 2), some(2, 2)))
        case "not":
            return Not(Or((some(1, 2), some(1, 1))))
    return some(1, 3)


def effects(material: Material) -> st.SearchStrategy[Effect]:
    """An effect other than Disapply, which needs the other norms. Acts are by far the most frequent, mostly one act."""
    bodies = st.sampled_from(("", "", *material.kinds(BODY)))
    objects = st.sampled_from(("", "", "", *material.kinds(OBJECT)))
    acts = st.sampled_from([material.act] * 10 + [a.id for a in ACTS])
    statuses = st.sampled_from([a.predicate for a in material.derived if isinstance(a, Has)] or list(STATUSES[:1]))
    moves = [a for a in material.open if isinstance(a, Happens)] or list(PLAIN_EVENTS[:1])
    duties = st.builds(
        lambda move, deadline: Oblige(move.event, move.agent, deadline or move.deadline),
        st.sampled_from(moves),
        st.sampled_from((None, None, *DEADLINES[:3])),
    )
    deemed = [Deem(sort, kind) for sort in SORTS for kind in material.kinds(sort)]
    names = ("permit",) * 5 + ("forbid",) * 2 + ("accord",) * 3 + ("deny", "deem", "duty", "refer")
    by_name: dict[str, st.SearchStrategy[Effect]] = {
        "permit": st.builds(Permit, acts, bodies, objects),
        "forbid": st.builds(Forbid, acts, bodies, objects),
        "accord": st.builds(Accord, statuses),
        "deny": st.builds(Deny, statuses),
        "deem": st.sampled_from(deemed),
        "duty": duties,
        "refer": st.just(Refer("conference")),
    }
    return st.sampled_from(names).flatmap(lambda name: by_name[name])
