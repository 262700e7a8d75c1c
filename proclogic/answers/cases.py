"""Splits an answer into cases: by what is left open of the individuals, then by readings and brackets.

    split(posed, entitled, forbidden, conflicting)  ->  Tree(cases with, for each choice of readings, what it comes to)

Conditioning prime implicants on a literal and dropping what is subsumed keeps exactly what the case needs, so cases are
found by splitting on the literals that still matter, never by looking at worlds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from copy import copy
from functools import cached_property
from itertools import chain
from typing import Self

from proclogic.answers.model import NOT_CONFERRED
from proclogic.answers.settle import RANK, Moves, Settled, settle
from proclogic.engine.cubes import Cube, TooMany, absorb, consensus, weakest
from proclogic.engine.session import Posed, posed_moves
from proclogic.norms.conditions import Atom, Happens, Has, Keeps, Reads
from proclogic.norms.model import Ruleset
from proclogic.norms.vocabulary import Predicate
from proclogic.values import Value

DESCRIBED = 600  # descriptions of one case that are looked through for shorter ones
LEAVES = 1200  # cases before the split stops and the answer says that it is incomplete


class Leaf(Value):
    """One choice of readings and brackets within a case. `choice` are its literals; `turns_on` the judgement
    literals that
    were taken as favourable, with the verdict otherwise; `path` all literals of the case."""

    choice: Cube
    settled: Settled
    turns_on: tuple[tuple[int, str], ...]
    conflicting: bool
    path: Cube


class Branch(Value):
    """One case: alternative descriptions (cubes over qualities, kinds and judged words) and its leaves."""

    when: tuple[Cube, ...]
    leaves: tuple[Leaf, ...]
    path: Cube  # one full path that leads here


class Splitter:
    """Splits the prime implicants of one posed cell. `complete` turns false when there are more leaves than `limit`.
    Who lets it in and who can stop it is worked out where `acts` are wanted."""

    def __init__(self, ruleset: Ruleset, posed: Posed, limit: int = LEAVES, acts: bool = True) -> None:
        self.posed, self.limit, self.acts = posed, limit, acts
        self.complete = True
        self.predicates: dict[str, Predicate] = {p.id: p for p in ruleset.vocabulary.predicates}
        self._leaves = 0
        self._settled: dict[tuple[frozenset[Cube], frozenset[Cube]], Settled] = {}
        self._found: dict[tuple[frozenset[Cube], frozenset[Cube]], list[Leaf]] = {}
        self._kinds = {literal: self._kind(atom) for literal, atom in posed.ground.atom_of.items()}
        self._of_kind: dict[str, set[int]] = {kind: set() for kind in ("move", "reading", "word", "fact")}
        for literal, kind in self._kinds.items():
            self._of_kind[kind].update((literal, -literal))

    @cached_property
    def moves(self) -> Moves:
        """The moves of the question, by literal."""
        values = posed_moves(self.posed)
        groups = []
        dated: frozenset[int] = frozenset()
        for fact, decided in self.posed.moves.groups:
            signed = [(self.posed.ground.open[a], v) for a, v in decided]
            literals = frozenset(x if v else -x for x, v in signed if x in self.posed.others)
            if fact.period is not None:  # what came too late can no longer be in time
                dated |= {x for x in literals if x < 0}
                literals -= dated
            if literals:
                groups.append(literals)
        others = frozenset(self.posed.others)
        passive = frozenset(-x for x in others)
        return Moves(frozenset(self.posed.own), others, passive, values, tuple(groups), dated)

    def given(self, moves: Moves) -> Self:
        """The same cell once other moves are given."""
        made = copy(self)
        made.moves = moves
        made._settled, made._found = {}, {}
        return made

    def key(self) -> tuple[object, ...]:
        """All that a split depends on beside the solver and the cubes: questions that agree in it have the same one."""
        m = self.moves
        moves = m.own, m.others, frozenset(m.given.items()), m.groups, m.dated
        return frozenset(self.posed.fixed), tuple(map(self.kind_of, self.posed.free)), moves

    def kind_of(self, literal: int) -> str:
        """ "move", "reading" (readings and brackets), "word" (a judgement nobody is named to make) or "fact"."""
        return self._kinds[abs(literal)]

    def _kind(self, atom: Atom) -> str:
        match atom:
            case Happens():
                return "move"
            case Reads() | Keeps():
                return "reading"
            case Has(predicate) if self._unjudged(predicate):
                return "word"
            case _:
                return "fact"

    def _unjudged(self, predicate: str) -> bool:
        found = self.predicates.get(predicate)
        return found is not None and found.role == "judgement" and not found.judge

    def split(self, entitled: Iterable[Cube], forbidden: Iterable[Cube], conflicting: Iterable[Cube]) -> list[Branch]:
        """The cases, best verdict first; those that come to the same are one."""
        e, f, x = (frozenset(absorb(cubes)) for cubes in (entitled, forbidden, conflicting))
        found: dict[object, tuple[list[Cube], list[Leaf], Cube]] = {}
        for path, leaves in self._facts(e, f, x, frozenset()):
            key = tuple(
                (leaf.choice, summary(leaf.settled), leaf.turns_on, leaf.conflicting)
                for leaf in sorted(leaves, key=lambda v: sorted(v.choice))
            )
            found.setdefault(key, ([], leaves, path))[0].append(path)
        branches = [Branch(self.describe(paths), tuple(leaves), path) for paths, leaves, path in found.values()]
        return sorted(
            branches, key=lambda b: (min(RANK[v.settled.verdict] for v in b.leaves), [sorted(w) for w in b.when])
        )

    def leaves(self, entitled: Iterable[Cube], forbidden: Iterable[Cube]) -> list[Leaf]:
        """What every case and every choice of readings comes to, not put together; kept for the same implicants."""
        key = frozenset(entitled), frozenset(forbidden)
        if key not in self._found:
            self._leaves = 0
            e, f = frozenset(absorb(key[0])), frozenset(absorb(key[1]))
            found = self._facts(e, f, frozenset(), frozenset())
            self._found[key] = [leaf for _, leaves in found for leaf in leaves]
        return self._found[key]

    def describe(self, paths: list[Cube]) -> tuple[Cube, ...]:
        """The smallest descriptions of a set of cases, relative to what no world can have."""
        return tuple(sorted(_irredundant(self.smallest(paths, "fact"), paths), key=lambda c: (len(c), sorted(c))))

    def smallest(self, paths: Collection[Cube], kind: str) -> list[Cube]:
        """The prime implicants of a union of cubes over literals of one kind, relative to what no world can have; where
        they are too many, the cubes as they are."""
        nogoods = self.posed.nogoods
        of_kind = [c for c in nogoods.cubes if all(self.kind_of(x) == kind for x in c)]
        touched = {abs(x) for p in paths for x in p}
        relevant = [c for c in of_kind if any(abs(x) in touched for x in c)]
        try:
            cubes = consensus([*paths, *relevant], DESCRIBED) if len(paths) < 200 else set(paths)
        except TooMany:
            return sorted(paths, key=lambda c: (len(c), sorted(c)))
        cubes = {c for c in cubes if nogoods.closure(c) is not None} if relevant else cubes
        cubes = weakest(cubes, nogoods) if relevant else cubes
        return sorted(cubes, key=lambda c: (len(c), sorted(c)))

    def _facts(
        self, e: frozenset[Cube], f: frozenset[Cube], x: frozenset[Cube], path: Cube
    ) -> Iterable[tuple[Cube, list[Leaf]]]:
        literal = self._pick("fact", e, f, x)
        if literal is None:
            leaves = list(self._readings(e, f, x, path, frozenset()))
            yield path, leaves
            return
        for side in self._sides(literal, path):
            if self._leaves > self.limit:
                self.complete = False
                return
            yield from self._facts(*self._settle_on(side, path, e, f, x), path | {side})

    def _readings(
        self, e: frozenset[Cube], f: frozenset[Cube], x: frozenset[Cube], path: Cube, choice: Cube
    ) -> Iterable[Leaf]:
        literal = self._pick("reading", e, f, x)
        if literal is None:
            self._leaves += 1
            yield self._leaf(e, f, x, path, choice)
            return
        for side in self._alternatives(literal, path | choice):
            if self._leaves > self.limit:
                self.complete = False
                return
            yield from self._readings(*self._settle_on(side, path | choice, e, f, x), path, choice | {side})

    def by_reading(
        self, given: Iterable[int], one: Iterable[Cube], other: Iterable[Cube]
    ) -> Iterable[tuple[Cube, frozenset[Cube], frozenset[Cube]]]:
        """What is left of two sets of implicants once moves are given, under each choice of readings that matters."""
        e, f, path = frozenset(absorb(one)), frozenset(absorb(other)), Cube()
        for literal in given:
            e, f, _ = self._settle_on(literal, path, e, f, frozenset())
            path |= {literal}
        yield from self._chosen(e, f, path, frozenset())

    def _chosen(
        self, e: frozenset[Cube], f: frozenset[Cube], path: Cube, choice: Cube
    ) -> Iterable[tuple[Cube, frozenset[Cube], frozenset[Cube]]]:
        literal = self._pick("reading", e, f)
        self._leaves += literal is None
        if literal is None:
            yield choice, e, f
            return
        for side in self._alternatives(literal, path | choice):
            if self._leaves > self.limit:
                self.complete = False
                return
            e_, f_, _ = self._settle_on(side, path | choice, e, f, frozenset())
            yield from self._chosen(e_, f_, path, choice | {side})

    def _leaf(self, e: frozenset[Cube], f: frozenset[Cube], x: frozenset[Cube], path: Cube, choice: Cube) -> Leaf:
        """What a choice of readings comes to, with the words that nobody is named to judge taken as favourable."""
        rulings: dict[Cube, tuple[Settled, bool]] = {}
        for words, (e_, f_, x_) in self._words(e, f, x, path | choice, frozenset()):
            key = (e_, f_)
            if key not in self._settled:
                self._settled[key] = self._ruled(e_, f_)
            rulings[words] = self._settled[key], any(not self._is_against_given(c) for c in x_)
        best = min(rulings, key=lambda w: (*_rank(rulings[w][0]), sorted(w)))
        settled = rulings[best][0]
        conflicting = any(clash for _, clash in rulings.values())
        return Leaf(choice, settled, self._turns(rulings, best), conflicting, path | choice | best)

    def _ruled(self, entitled: frozenset[Cube], forbidden: frozenset[Cube]) -> Settled:
        """What implicants over moves come to."""
        return settle(self.moves, entitled, forbidden, acts=self.acts)

    def _words(
        self, e: frozenset[Cube], f: frozenset[Cube], x: frozenset[Cube], path: Cube, words: Cube
    ) -> Iterable[tuple[Cube, tuple[frozenset[Cube], frozenset[Cube], frozenset[Cube]]]]:
        """Every assignment to the words that still matter, with what is left of the implicants."""
        literal = self._pick("word", e, f, x)
        if literal is None:
            yield words, (e, f, x)
            return
        for side in self._sides(literal, path | words):
            yield from self._words(*self._settle_on(side, path | words, e, f, x), path, words | {side})

    def _turns(self, rulings: dict[Cube, tuple[Settled, bool]], best: Cube) -> tuple[tuple[int, str], ...]:
        """The words of which one value gives another verdict or outcome, whatever the others are; as in the best
        assignment."""
        found: dict[int, str] = {}
        for one, (ruling, _) in rulings.items():
            for other, (contrary, _) in rulings.items():
                apart = [y for y in one if -y in other]
                if len(apart) == 1 and (ruling.verdict, ruling.outcome) != (contrary.verdict, contrary.outcome):
                    better = min((one, ruling), (other, contrary), key=lambda r: RANK[r[1].verdict])
                    side = apart[0] if better[0] is one else -apart[0]
                    worse = contrary if better[0] is one else ruling
                    found.setdefault(abs(side), worse.verdict)
        signs = {abs(y): y for y in best}
        return tuple((signs.get(a, a), found[a]) for a in sorted(found))

    def _is_against_given(self, cube: Cube) -> bool:
        return any(self.moves.given.get(abs(y), y > 0) != (y > 0) for y in cube)

    def _pick(self, kind: str, *sets: frozenset[Cube]) -> int | None:
        """The atom of a kind that occurs in most cubes, as a positive literal; None when none is left."""
        of_kind = self._of_kind[kind]
        if all(map(of_kind.isdisjoint, chain.from_iterable(sets))):
            return None
        count = Counter(chain.from_iterable(chain.from_iterable(sets)))
        atoms = {abs(literal) for literal in count.keys() & of_kind}
        return min(atoms, key=lambda a: (-count[a] - count[-a], a))

    def _sides(self, literal: int, path: Cube) -> list[int]:
        return [s for s in (literal, -literal) if self.posed.nogoods.closure(path | {s}) is not None]

    def _alternatives(self, literal: int, path: Cube) -> list[int]:
        """The readings of the dispute, or the resolutions of the bracket, that the literal belongs to."""
        atom = self.posed.atom(literal)
        for group in self.posed.ground.program.constraints.choices.values():
            if atom in group:
                literals = [self.posed.ground.open[a] for a in group]
                return [
                    s
                    for s in literals
                    if -s not in self.posed.fixed and self.posed.nogoods.closure(path | {s}) is not None
                ]
        return self._sides(literal, path)

    def _settle_on(
        self, side: int, path: Cube, e: frozenset[Cube], f: frozenset[Cube], x: frozenset[Cube]
    ) -> tuple[frozenset[Cube], frozenset[Cube], frozenset[Cube]]:
        closed = self.posed.nogoods.closure(path | {side}) or frozenset({side})
        against = frozenset(-y for y in closed)
        touched = closed | against

        def keep(cubes: frozenset[Cube]) -> frozenset[Cube]:
            if all(map(touched.isdisjoint, cubes)):
                return cubes  # the question matters to none of them: nothing is left out, and nothing new subsumed
            return frozenset(absorb(c - closed for c in cubes if c.isdisjoint(against)))

        return keep(e), keep(f), keep(x)


_OUTCOMES = ("yes", "conditional", "open", "no")


def summary(settled: Settled) -> object:
    """What two leaves must have in common to be told as one."""
    return (
        settled.verdict,
        settled.outcome,
        settled.steps,
        settled.gates,
        settled.sets_off,
        settled.holds,
    )


def _rank(settled: Settled) -> tuple[int, int, bool]:
    """The best ruling first. Where nothing is left either way, the one that tells which given act ended it."""
    told = bool(settled.ended) or RANK[settled.verdict] < RANK[NOT_CONFERRED]
    return RANK[settled.verdict], _OUTCOMES.index(settled.outcome), not told


def _irredundant(cubes: Iterable[Cube], paths: list[Cube]) -> list[Cube]:
    """A small choice of the cubes that still covers every path, the shortest first."""
    chosen: list[Cube] = []
    left = list(paths)
    for cube in sorted(cubes, key=lambda c: (len(c), sorted(c))):
        rest = [p for p in left if not cube <= p]
        if len(rest) < len(left):
            chosen.append(cube)
            left = rest
    return chosen + left


def clashes(one: Cube, other: Cube) -> bool:
    """Whether no world has both."""
    return any(-x in other for x in one)


def ruling(leaf: Leaf) -> object:
    """What makes an answer contested where it differs."""
    return leaf.settled.verdict, leaf.settled.outcome


def contested(
    leaves: Iterable[Leaf],
    counted: Callable[[Leaf], bool],
    group_of: Callable[[int], str],
    aspect: Callable[[Leaf], object] = ruling,
) -> list[str]:
    """The disputes (or brackets) whose readings that count differ in some aspect, all others being free."""
    numbered: dict[object, int] = {}
    usable = [
        (numbered.setdefault(aspect(v), len(numbered)), {group_of(x): x for x in v.choice})
        for v in leaves
        if counted(v)
    ]
    found: dict[str, None] = {}
    if len(numbered) < 2:
        return []
    for i, (mine, chosen) in enumerate(usable):
        for theirs, others in usable[i + 1 :]:
            if mine == theirs:
                continue
            apart = ""
            for group, literal in chosen.items():
                if others.get(group, literal) != literal:
                    if apart:
                        apart = ""
                        break
                    apart = group
            if apart:
                found[apart] = None
    return list(found)
