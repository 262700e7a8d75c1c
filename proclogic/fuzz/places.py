"""The places of a text where cases are tried: cells on which rules bear, each with the questions it leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from proclogic.norms.conditions import Atom, Happens, Has, Is, Keeps, Reads
from proclogic.norms.formulas import conjuncts
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.model import Forbid, Norm, Permit, Ruleset
from proclogic.norms.questions import Cell, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.reference.bearing import Bearing
from proclogic.reference.evaluate import Evaluation, Evaluator
from proclogic.reference.kinds import above, coherent
from proclogic.reference.worlds import Setting, World, asking, given_moves, occurring, setting
from proclogic.values import unique


class Place:
    """A cell with the norms that can bear on it; of a claim, with what its question gives."""

    def __init__(self, table: Table, question: Question, claim: str = "") -> None:
        assert question.cell is not None
        self.table, self.question, self.cell, self.claim = table, question, question.cell, claim

    @cached_property
    def setting(self) -> Setting:
        """The cell put to the norms that can bear on it."""
        asked = asking(self.table.read, self.question)
        return asked.replace(norms=self.table.bearing.on(asked))

    @cached_property
    def evaluator(self) -> Evaluator:
        """The reference evaluator, ready for worlds of the cell."""
        return Evaluator(self.setting)

    @cached_property
    def atoms(self) -> tuple[Atom, ...]:
        """What it turns on."""
        return occurring(self.setting)

    @cached_property
    def moves(self) -> dict[tuple[str, str], list[Happens]]:
        """The acts on which it turns, by event and agent."""
        found: dict[tuple[str, str], list[Happens]] = {}
        for atom in self.atoms:
            if isinstance(atom, Happens) and atom not in self.given:
                found.setdefault((atom.event, atom.agent), []).append(atom)
        return found

    @cached_property
    def given(self) -> dict[Happens, bool]:
        """What the question says of acts."""
        return given_moves(self.question.facts, [a for a in self.atoms if isinstance(a, Happens)]) or {}

    @cached_property
    def qualities(self) -> tuple[Has, ...]:
        """The qualities and judged words on which it turns."""
        return tuple(a for a in self.atoms if isinstance(a, Has) and a.predicate not in self.setting.qualities)

    @cached_property
    def kinds(self) -> tuple[Is, ...]:
        """The further kinds that the individuals may be of."""
        named = self.setting.named
        vocabulary = self.table.ruleset.vocabulary
        mine = {s: frozenset().union(*(above(vocabulary, s, k) for k in named[s])) for s in named}
        excluded = self.setting.excluded
        return tuple(
            a
            for a in self.atoms
            if isinstance(a, Is)
            and a.kind not in excluded[a.sort]
            and named[a.sort]
            and a.kind not in mine[a.sort]
            and self._is_below(a, mine[a.sort])
        )

    @cached_property
    def groups(self) -> tuple[tuple[Atom, ...], ...]:
        """The readings of each dispute, and the alternatives of each bracket, on which it turns."""
        ruleset = self.table.ruleset
        disputes = {a.dispute for a in self.atoms if isinstance(a, Reads)}
        brackets = {a.bracket for a in self.atoms if isinstance(a, Keeps)}
        found: list[tuple[Atom, ...]] = []
        found += [tuple(Reads(d.id, r.name) for r in d.readings) for d in ruleset.disputes if d.id in disputes]
        found += [tuple(Keeps(b.id, a.name) for a in b.alternatives) for b in ruleset.brackets if b.id in brackets]
        return tuple(group for group in found if group)

    def _is_below(self, atom: Is, mine: frozenset[str]) -> bool:
        """Whether the individual can be of a kind, as a cell sees it: a kind below one that it is of."""
        up = above(self.table.ruleset.vocabulary, atom.sort, atom.kind)
        lowest = self.setting.named[atom.sort]
        return bool(up & lowest) and coherent(self.table.ruleset.vocabulary, atom.sort, up | mine)

    def at(self, world: Iterable[Atom], edit: tuple[Norm, Norm] | None = None) -> Evaluation:
        """What the reference evaluator finds in a world; after one edit, with a norm in place of another."""
        true = World(frozenset(world))
        if edit is None:
            return self.evaluator.at(true)
        before, after = edit
        norms = tuple(after if n.id == before.id else n for n in self.setting.norms)
        return Evaluator(self.setting.replace(norms=norms)).at(true)


class Table:
    """A ruleset with all its places."""

    def __init__(
        self,
        ruleset: Ruleset,
        strict: bool = False,
        layers: tuple[str, ...] = (),
        claims: Iterable[tuple[Question, str]] = (),
    ) -> None:
        self.ruleset, self.claims = ruleset, tuple(claims)
        first = Question("may", "", Cell(Individual(()), ""))
        self.read = setting(ruleset, first, strict, layers)
        self.bearing = Bearing(self.read)
        self.norms = {n.id: n for n in self.read.norms}
        self.hierarchy = Hierarchy(ruleset.vocabulary)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every act on which rules bear, by everybody of whom they speak, in every body and on everything they name."""
        speaking: dict[str, list[Norm]] = {}
        for norm in self.read.norms:
            if isinstance(norm.effect, Permit | Forbid):
                speaking.setdefault(norm.effect.act, []).append(norm)
        cells: dict[Cell, None] = {}
        for act, norms in speaking.items():
            actors = unique(k for n in norms for k in self._actors(n))
            bodies = unique(n.effect.body for n in norms if isinstance(n.effect, Permit | Forbid) and n.effect.body)
            things = unique(n.effect.object for n in norms if isinstance(n.effect, Permit | Forbid) and n.effect.object)
            for actor in actors:
                for body in self._places(BODY, bodies) if self.hierarchy.takes_body.get(act, False) else [None]:
                    for thing in (
                        self._places(OBJECT, things) if self.hierarchy.takes_object.get(act, False) else [None]
                    ):
                        cells[Cell(Individual((actor,)), act, body, thing)] = None
        found = [Place(self, question, claim) for question, claim in self.claims]
        return (*found, *(Place(self, Question("may", "", cell)) for cell in cells))

    def _actors(self, norm: Norm) -> tuple[str, ...]:
        kinds = [p.kind for p in conjuncts(norm.subject) if isinstance(p, Is) and p.sort == ACTOR]
        return unique([*kinds, *(d for k in kinds for d in sorted(self.hierarchy.down(ACTOR, k)))])

    def _places(self, sort: str, named: Sequence[str]) -> list[Individual | None]:
        below = unique([*named, *(d for k in named for d in sorted(self.hierarchy.down(sort, k)))])
        return [Individual((k,)) for k in below] or [None]
