"""A ruleset under examination: one program for each act, in which everybody and every place is left open.

A world of such a program may be one of somebody whom no cell asks about (a State that is an NGO, where nobody said that
there is none). So what is found there is looked at again in a cell, and told once the reference evaluator has confirmed
it in a world of that cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, product

from proclogic.answers.cells import Asker
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.conflicts.model import Blamed, Witness
from proclogic.conflicts.quoting import as_written
from proclogic.engine.covers import shrunk
from proclogic.engine.cubes import Cube
from proclogic.engine.ground import FALSE, TRUE, Literal
from proclogic.engine.session import Posed
from proclogic.explain.frames import frames
from proclogic.explain.replay import Replayer
from proclogic.explain.saying import Saying
from proclogic.norms.conditions import Atom, Happens, Has, Is, Keeps, Reads
from proclogic.norms.model import Forbid, Norm, Permit, Ruleset
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, SORTS
from proclogic.program.terms import quoted
from proclogic.reference.evaluate import Evaluation
from proclogic.syntax import printer
from proclogic.values import Value, unique

TRIES = 48  # cells in which something found is looked for, before it is given up

Target = Callable[[Posed], list[Literal] | None]  # what to assume; None where it cannot be
Confirm = Callable[[Evaluation], bool]
Look = Callable[[Posed], Cube | None]  # a world, None where there is none


def effective(*norms: str) -> Target:
    """That norms take effect, all of them."""

    def assume(posed: Posed) -> list[Literal] | None:
        names = [posed.ground.named(f"effective({quoted(n)})") for n in norms]
        return None if FALSE in names else [x for x in names if isinstance(x, int)]

    return assume


class Situation(Value):
    """A world of a cell: all that is so in it, of that what is needed, and what the reference evaluator finds there."""

    posed: Posed
    world: Cube
    needed: Cube
    seen: Evaluation

    @property
    def cell(self) -> Cell:
        """Who is asked about, what, and where."""
        return self.posed.cell


class Examination:
    """One ruleset, with the layers, readings and choices of the options. `complete` turns false where a search is given
    up, or an act has no answer: rules undo each other."""

    def __init__(self, ruleset: Ruleset, options: Options | None = None) -> None:
        self.asker = Asker(ruleset, options or Options())
        self.session, self.wording = self.asker.session, self.asker.wording
        self.index = self.session.index
        self.ruleset = self.asker.ruleset
        self.norms = self.index.norms
        self.saying = Saying(self.ruleset, self.wording, frames())
        self.unconfirmed = 0
        self.cells = 0
        self.complete = True
        taken = self.asker.options
        self._replayer = Replayer(self.ruleset, taken.strict, taken.layers)
        self._posed: dict[Cell, Posed | None] = {}

    def acts(self) -> tuple[str, ...]:
        """Every act on which some rule bears: declared ones, and those of bodies and others that are powers."""
        declared = [a.id for a in self.ruleset.vocabulary.acts]
        return tuple(a for a in unique([*declared, *self.index.by_act]) if self.on(a))

    def on(self, act: str) -> tuple[Norm, ...]:
        """The grants and prohibitions that bear on an act, of anybody, anywhere."""
        return self.index.on_cell(Cell(Individual(()), act))

    def open(self, act: str) -> Posed | None:
        """The program of an act with everybody and every place left open; None where it has no answer. Nobody is of two
        kinds that nobody can be of both, as far as words are declared: a State and an NGO."""
        cell = Cell(Individual(()), act)
        known = cell in self._posed
        posed = self.posed(cell)
        self.complete &= posed is not None
        if posed is not None and not known:
            posed.fixed[posed.ground.solver.guard_against(self._apart(posed))] = None
        return posed

    def _apart(self, posed: Posed) -> list[Cube]:
        """Pairs of kinds of which no kind is both."""
        down = self.index.hierarchy.down
        kinds = [(a.sort, a.kind, x) for a, x in posed.ground.open.items() if isinstance(a, Is)]
        return [
            frozenset({x, y})
            for (sort, one, x), (other_sort, other, y) in combinations(kinds, 2)
            if sort == other_sort and down(sort, one).isdisjoint(down(sort, other))
        ]

    def posed(self, cell: Cell) -> Posed | None:
        """A cell put to the engine; None where it has no answer."""
        if cell not in self._posed:
            self.cells += 1
            try:
                self._posed[cell] = self.asker.posed(cell, ())
            except Unanswerable:
                self._posed[cell] = None
        return self._posed[cell]

    def is_possible(self, posed: Posed, target: Target, *more: Literal) -> bool:
        """Whether some world has the target."""
        assumed = target(posed)
        return assumed is not None and posed.ground.solver.satisfiable([*posed.fixed, *assumed, *more])

    # -------------------------------------------------------------------------------------------------- a situation

    def situation(self, act: str, target: Target, confirm: Confirm) -> Situation | None:
        """A situation with the target in the first cell that has one; None where no cell has. What the reference
        evaluator does not confirm is counted."""
        return self.situation_by(act, target, confirm, lambda posed: self._least(posed, target))

    def situation_by(self, act: str, target: Target, confirm: Confirm, look: Look) -> Situation | None:
        """The same, where a world is looked for in a way of its own: `target` is what must hold in it."""
        found = self.open(act)
        world = look(found) if found is not None else None
        if found is None or world is None:
            return None
        denied = False
        for tries, cell in enumerate(self._cells(act, found, world)):
            if tries >= TRIES:
                self.complete = False
                break
            posed = self.posed(cell)
            least = look(posed) if posed is not None else None
            if posed is None or least is None:
                continue
            seen = self._seen(posed, least)
            if confirm(seen):
                return Situation(posed, least, self._needed(posed, target, least), seen)
            denied = True
        self.unconfirmed += denied
        return None

    def _cells(self, act: str, posed: Posed, world: Cube) -> Iterator[Cell]:
        """The cells of an act in which the world can be one: of one kind each, the widest first."""
        hierarchy = self.index.hierarchy
        ways: dict[str, list[Individual | None]] = {}
        for sort in SORTS:
            asked = {a.kind: x > 0 for x in world if isinstance(a := posed.atom(x), Is) and a.sort == sort}
            true = [kind for kind, holds in asked.items() if holds]
            lowest = [k for k in true if not any(k != o and k in hierarchy.up(sort, o) for o in true)]
            below = unique(d for k in lowest for d in sorted(hierarchy.down(sort, k)))
            ways[sort] = [Individual((k,)) for k in unique([*lowest, *below])]
            if not ways[sort] and sort == ACTOR:
                fits = [k.id for k in self.ruleset.vocabulary.kinds if k.sort == ACTOR]
                ways[sort] = [Individual((k,)) for k in fits if hierarchy.up(sort, k).isdisjoint(asked)]
        bodies = ways[BODY] if hierarchy.takes_body.get(act, False) else []
        objects = ways[OBJECT] if hierarchy.takes_object.get(act, False) else []
        for actor, body, thing in product(ways[ACTOR], bodies or [None], objects or [None]):
            assert actor is not None
            yield Cell(actor, act, body, thing)

    def _least(self, posed: Posed, target: Target) -> Cube | None:
        """A world with the target in which as little as possible is so; of readings and text in brackets the first."""
        assumed = target(posed)
        solver = posed.ground.solver
        if assumed is None:
            return None
        said = [*posed.fixed, *assumed]
        if not solver.satisfiable(said):
            return None
        leading = set(self.asker.readings.leading(posed))
        world: list[Literal] = []
        for x in sorted(posed.free, key=lambda x: (not posed.is_move(x), isinstance(posed.atom(x), Is), -x)):
            first = isinstance(posed.atom(x), Keeps) or x in leading
            wanted = x if first else -x
            world.append(wanted if solver.satisfiable([*said, *world, wanted]) else -wanted)
        return frozenset(world)

    def without_minority(self, posed: Posed) -> list[Literal]:
        """That no dispute is read in a way of minority standing."""
        reads = (w for a, x in posed.ground.open.items() if isinstance(a, Reads) for w in (x, -x))
        return [-w for w in reads if w not in posed.fixed and self.asker.readings.is_minority(posed, frozenset({w}))]

    def _needed(self, posed: Posed, target: Target, world: Cube) -> Cube:
        """What of a world is enough for the target, whatever the rest is."""
        assumed = target(posed)
        if not assumed:
            return frozenset()
        together = posed.ground.solver.either([assumed])
        return shrunk(posed, sorted(world, key=abs), together, self.index.hierarchy)

    def _seen(self, posed: Posed, world: Cube) -> Evaluation:
        """What the reference evaluator finds in a world of a cell."""
        fixed = (x for x in posed.fixed if abs(x) in posed.ground.atom_of)
        return self.replayed(posed.cell, {posed.atom(x): x > 0 for x in (*fixed, *world)})

    def replayed(self, cell: Cell, truths: Mapping[Atom, bool]) -> Evaluation:
        """What the reference evaluator finds on a cell in the world of these answers to the open questions."""
        chosen = [Reads(d.id, d.readings[0].name) for d in self.ruleset.disputes if d.readings]
        kept = [Keeps(b.id, b.alternatives[0].name) for b in self.ruleset.brackets if b.alternatives]
        taken = [Reads(d, r) for d, r in self.asker.options.readings]
        return self._replayer.of(Question("may", "", cell), [*chosen, *kept, *taken]).at((), truths)

    # ------------------------------------------------------------------------------------------------------ in words

    def witness(self, situation: Situation, question: Question | None = None) -> Witness:
        """A situation in words, with the question to paste: whether it may be done, or another, to which the facts are
        added."""
        posed = situation.posed
        asked = question or Question("may", "", posed.cell)
        people = self._people(asked.cell or posed.cell)
        named = {(s, k) for s, person in zip(SORTS, people, strict=True) for k in person}
        told = [x for x in situation.needed if not self._is_named(posed.atom(x), x > 0, named)]
        told = [x for x in told if not _is_asked(posed.atom(x), asked)]
        told.sort(key=lambda x: (posed.is_move(x), isinstance(posed.atom(x), Reads | Keeps), x < 0, abs(x)))
        facts = [Fact(a, x > 0) for x in told if isinstance(a := posed.atom(x), Is | Has | Happens)]
        facts = [f for f in facts if f.holds or not isinstance(f.atom, Happens)]
        asked = asked.replace(facts=(*asked.facts, *facts))
        return Witness(
            tuple(self.saying.chosen(posed.atom(x), x > 0) for x in told),
            printer.question(asked, self.ruleset.vocabulary),
            tuple(self._option(posed.atom(x), x > 0) for x in told if isinstance(posed.atom(x), Reads | Keeps)),
        )

    def _people(self, cell: Cell) -> tuple[tuple[str, ...], ...]:
        return tuple(p.kinds if p is not None else () for p in (cell.actor, cell.body, cell.object))

    def _is_named(self, atom: Atom, holds: bool, named: set[tuple[str, str]]) -> bool:
        if not isinstance(atom, Is) or not holds:
            return False
        return any(s == atom.sort and atom.kind in self.index.hierarchy.up(s, k) for s, k in named)

    def _option(self, atom: Atom, holds: bool) -> str:
        assert isinstance(atom, Reads | Keeps)
        told, _ = self.saying.followed(atom, holds)
        if isinstance(told, Reads):
            return f'--reading "{told.dispute}={told.reading}"'
        return f'--resolve "{told.bracket}: {told.alternative}"'

    def where(self, act: str, target: Target) -> str:
        """The readings and choices in brackets under which the target can be; "" for all."""
        return self.where_possible(act, lambda posed, x: self.is_possible(posed, target, x))

    def where_possible(self, act: str, possible: Callable[[Posed, Literal], bool]) -> str:
        """The readings and choices in brackets with which it is possible; "" for all."""
        posed = self.open(act)
        if posed is None:
            return ""
        parts: list[str] = []
        groups = [[posed.ground.open[a] for a in group] for group in posed.ground.program.constraints.choices.values()]
        grouped = {x for group in groups for x in group}
        rest = [x for x in posed.free if isinstance(posed.atom(x), Reads | Keeps) and x not in grouped]
        for ways in (*groups, *([x, -x] for x in rest)):
            fit = [x for x in ways if -x not in posed.fixed and possible(posed, x)]
            if fit and len(fit) < len(ways):
                parts.append(
                    " or ".join(self.saying.literal(*self.saying.followed(self._choice(posed, x), x > 0)) for x in fit)
                )
        return "; ".join(parts)

    def _choice(self, posed: Posed, literal: Literal) -> Reads | Keeps:
        atom = posed.atom(literal)
        assert isinstance(atom, Reads | Keeps)
        return atom

    def blamed(self, norm: Norm, says: str = "") -> Blamed:
        """A norm as one that is to blame."""
        text = self.saying.rule(norm)
        written, how = as_written(norm, text, self.asker.provisions.get(norm.provision))
        return Blamed(norm.provision, text, says, norm.span, self.ruleset.id, written, how)

    def grants(self, act: str) -> list[Norm]:
        """The grants that bear on an act."""
        return [n for n in self.on(act) if isinstance(n.effect, Permit)]

    def bans(self, act: str) -> list[Norm]:
        """The prohibitions that bear on an act."""
        return [n for n in self.on(act) if isinstance(n.effect, Forbid)]


def _is_asked(atom: Atom, asked: Question) -> bool:
    """Whether it is what a question asks about, done by the one asked about: no fact of the question."""
    act = asked.cell.act if asked.cell is not None else ""
    return asked.form == "may" and isinstance(atom, Happens) and atom.agent == ACTOR and atom.event == act


def provisions(norms: Iterable[Norm]) -> tuple[str, ...]:
    """What a lawyer cites, each once."""
    return unique(n.provision for n in norms)


__all__ = ["FALSE", "TRUE", "Confirm", "Examination", "Situation", "Target", "effective", "provisions"]
