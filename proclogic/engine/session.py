"""A ruleset under examination: grounds each cone of influence once and answers which partial answers force what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from weakref import WeakKeyDictionary

from proclogic.engine.covers import cover, primes, primes_on_given
from proclogic.engine.cubes import Nogoods, Primes
from proclogic.engine.derived import Derived, Watch
from proclogic.engine.facts import GivenMoves, moves_given
from proclogic.engine.ground import FALSE, Ground, Literal, Solvers
from proclogic.engine.posed import Posed, is_own, nogoods_of, posed_moves, through_descendants, with_kinds
from proclogic.norms.conditions import Atom, Formula, Happens, Has, Is, Keeps, Reads, ReferredTo
from proclogic.norms.formulas import atoms as atoms_of
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Cell, Fact
from proclogic.norms.vocabulary import ACTOR, SORTS
from proclogic.program.cone import Cone, Index, turns_back
from proclogic.program.from_norms import build
from proclogic.program.known import Known, sorts_of
from proclogic.program.terms import quoted, term

ENTITLED, NOT_ENTITLED, FORBIDDEN, CONFLICTING = "entitled", "not entitled", "forbidden", "conflicting"
KEPT = 64  # ground programs kept for further questions, the oldest dropped first


class Contradiction(Exception):
    """The given facts fit no world. `facts` are those that cannot stand together."""

    def __init__(self, facts: tuple[Fact, ...]) -> None:
        super().__init__("contradictory facts")
        self.facts = facts


class Circular(Exception):
    """Some world leaves the norms of the cone undecided: they undo each other in a circle."""


class Session:
    """Answers questions on one ruleset with some layers counted. `strict` presumes no duty performed."""

    def __init__(self, ruleset: Ruleset, layers: Sequence[str] = ("treaty", "rules"), strict: bool = False) -> None:
        self.ruleset = ruleset = ruleset.counting(layers)
        self.layers = tuple(layers)
        self.strict = strict
        self.index = Index(ruleset, layers)
        self._solvers = Solvers()
        self._grounds: dict[tuple[object, ...], Ground] = {}
        self._cones: dict[tuple[object, ...], Cone] = {}
        self._known: dict[tuple[object, ...], Known] = {}
        self._of_actor: dict[tuple[object, ...], Known] = {}
        self._watches: WeakKeyDictionary[Ground, Watch] = WeakKeyDictionary()

    def cone(self, cell: Cell, known: Known | None = None) -> Cone:
        """The norms that can bear on the cell, with what each requires, given what is known."""
        start, asked = self.index.start(cell)
        return self.index.cone(start, asked, known)

    def needs(self, cell: Cell, given: Mapping[Atom, bool]) -> Cone:
        """The cone of a cell, reduced by its kinds and by what is given; kept for the next question on the same
        cell."""
        key = (*_place(cell), cell.act, cell.holds, cell.by, frozenset(given.items()))
        if key not in self._cones:
            self._cones[key] = self.cone(cell, self.known(cell, given))
        return self._cones[key]

    def known(self, cell: Cell, given: Mapping[Atom, bool]) -> Known:
        """What is settled of the cell's individuals; shared by all acts that are asked of them, and by no question of
        another form: what that asks for may be given, and is not ruled out."""
        key = (*_place(cell), frozenset(given.items()))
        if cell.holds is not None:
            if (key, cell.holds) not in self._known:
                self._known[key, cell.holds] = Known(self.index, cell, given)
            return self._known[key, cell.holds]
        if key not in self._known:
            of_actor = cell.actor.kinds, key[-1]
            if of_actor not in self._of_actor:
                self._of_actor[of_actor] = Known(self.index, Cell(cell.actor, cell.act), given)
            self._known[key] = Known(self.index, cell, given, self._of_actor[of_actor])
        return self._known[key]

    def problem(self, cell: Cell, facts: Sequence[Fact] = ()) -> tuple[object, ...]:
        """What the cell comes to: the norms that can bear on it with what they still require, and what is asked of
        them."""
        cell = with_kinds(cell, facts)
        return self._key(self.needs(cell, self._given(cell, facts)), cell, facts)

    def _key(self, needs: Cone, cell: Cell, facts: Sequence[Fact]) -> tuple[object, ...]:
        extra = tuple(f.atom for f in facts if isinstance(f.atom, Is))
        own = tuple(k for k in cell.actor.kinds if (ACTOR, k) in self.index.hierarchy.sole)
        return tuple((n.id, f) for n, f in needs), cell.holds, cell.by, extra, own

    def ground(self, cell: Cell, facts: Sequence[Fact] = (), given: Mapping[Atom, bool] | None = None) -> Ground:
        """The ground program of the cell's cone, shared by all cells that come to the same problem."""
        needs = self.needs(cell, given or {})
        key = self._key(needs, cell, facts)
        if key not in self._grounds:
            self._refuse_circles(needs)
            while len(self._grounds) >= KEPT:
                self._grounds.pop(next(iter(self._grounds)))
            extra = tuple(f.atom for f in facts if isinstance(f.atom, Is))
            self._grounds[key] = Ground(build(self.index, needs, cell, extra), self._solvers)
        return self._grounds[key]

    def _refuse_circles(self, norms: Cone) -> None:
        """Raises Circular when the cone holds a circle that some world reaches."""
        if turns_back(self.index, norms):
            from proclogic.engine.circles import torn_norms

            if torn_norms(self.index, norms):
                raise Circular

    def pose(
        self,
        cell: Cell,
        facts: Sequence[Fact] = (),
        readings: Sequence[tuple[str, str]] = (),
        strict: bool | None = None,
    ) -> Posed:
        """Puts a cell and its facts to the program. Raises Contradiction when the facts fit no world."""
        cell = with_kinds(cell, facts)
        given = self._given(cell, facts)
        ground = self.ground(cell, facts, given)
        program = ground.program
        fixed: dict[Literal, Fact | None] = {}
        presume = not (self.strict if strict is None else strict)
        moves = moves_given(program.open, facts, frozenset(k for s, k in self.index.hierarchy.sole if s == ACTOR))
        self._kinds(ground, cell, fixed)
        self._switches(ground, cell, facts, presume, moves, fixed)
        clash: list[Fact] = []
        for fact in facts:
            if isinstance(fact.atom, Is | Has) and fact.atom in ground.open:
                literal = ground.open[fact.atom] if fact.holds else -ground.open[fact.atom]
                if -literal in fixed:
                    clash.append(fact)
                fixed[literal] = fact
        for name, reading in readings:
            for atom, literal in ground.open.items():
                match atom:
                    case Reads(group, which) | Keeps(group, which) if group == name:
                        fixed[literal if which == reading else -literal] = None
                    case _:
                        pass
        through = through_descendants(self.index, ground, cell)
        if through:
            fixed[ground.solver.guard_against(through)] = None
        nogoods = Nogoods(nogoods_of(ground, through, fixed))
        posed = Posed(ground, cell, fixed, moves, nogoods, facts, given)
        self._check(posed, facts, clash)
        return posed

    def _given(self, cell: Cell, facts: Sequence[Fact]) -> dict[Atom, bool]:
        """The qualities, judgements, statuses and referrals that the facts settle (not what is itself asked about)."""
        asked = set(atoms_of(cell.holds)) if cell.holds is not None else set()
        given: dict[Atom, bool] = {f.atom: f.holds for f in facts if isinstance(f.atom, Has)}
        given |= {f.atom: True for f in facts if isinstance(f.atom, ReferredTo) and f.holds}
        return {atom: holds for atom, holds in given.items() if atom not in asked}

    def _kinds(self, ground: Ground, cell: Cell, fixed: dict[Literal, Fact | None]) -> None:
        people = sorts_of(cell)
        settled = {s: self.index.settled(s, people[s]) for s in SORTS}
        possible = {s: self.index.possible(s, people[s]) for s in SORTS}
        for atom, literal in ground.open.items():
            if isinstance(atom, Is):
                if atom.kind in settled[atom.sort]:
                    fixed[literal] = None
                elif atom.kind not in possible[atom.sort]:
                    fixed[-literal] = None

    def _switches(
        self,
        ground: Ground,
        cell: Cell,
        facts: Sequence[Fact],
        presume: bool,
        moves: GivenMoves,
        fixed: dict[Literal, Fact | None],
    ) -> None:
        on: set[str] = {"presume"} if presume else set()
        for fact in facts:
            match fact.atom:
                case Has(status) if status in ground.program.statuses:
                    on.add(f"{'given' if fact.holds else 'barred'}({quoted(status)})")
                case ReferredTo(body) if fact.holds:
                    on.add(f"given(referred({quoted(body)}))")
                case _:
                    pass
        for duty in ground.program.duties:
            if duty in moves.undone or (isinstance(duty, Happens) and is_own(duty, cell, moves.sole)):
                on.add(f"undone({term(duty)})")
        for name in ground.switches():
            literal = ground.switch(name)
            fixed[literal if name in on else -literal] = None

    def _check(self, posed: Posed, facts: Sequence[Fact], clash: list[Fact]) -> None:
        statuses: dict[Formula, bool] = {}
        for fact in facts:
            if fact.atom in statuses and statuses[fact.atom] != fact.holds and not fact.count and not fact.period:
                clash.append(fact)
            statuses.setdefault(fact.atom, fact.holds)
        clash.extend(posed.moves.clashes)
        if clash:
            atoms = {f.atom for f in clash}
            raise Contradiction(tuple(f for f in facts if f.atom in atoms) or tuple(clash))
        assumptions = [*posed.fixed, *(x if v else -x for x, v in posed_moves(posed).items())]
        if not posed.ground.solver.satisfiable(assumptions):
            core = posed.ground.solver.core(assumptions) or ()
            blamed = [posed.fixed[x] for x in core if posed.fixed.get(x) is not None]
            raise Contradiction(tuple(f for f in facts if f in blamed) or tuple(facts))

    def derived(self, posed: Posed, world: Sequence[Literal]) -> Derived:
        """What holds in the world with these literals."""
        found = self._watches.get(posed.ground)
        if found is None:
            found = self._watches[posed.ground] = Watch(self.index, posed)
        return found.world(posed, world)

    def primes(self, posed: Posed, goal: str) -> Primes:
        """The prime implicants of the goal over the free questions, relative to what no world can have."""
        key = frozenset(posed.fixed), goal
        kept = posed.ground.solver.primes
        if key not in kept:
            kept[key] = primes(posed, goal, self.index.hierarchy)
        return kept[key]

    def cover(self, posed: Posed, goal: str, search: bool = True) -> Primes:
        """Cubes whose union is the goal: cheaper than the primes. Without `search` perhaps not all of them."""
        key = frozenset(posed.fixed), f"cover of {goal}"
        kept = posed.ground.solver.primes
        if key not in kept or (search and not kept[key].complete):
            kept[key] = cover(posed, goal, self.index.hierarchy, search)
        return kept[key]

    def primes_on_given(self, posed: Posed, goal: str, freely: bool = False, search: bool = True) -> Primes:
        """The prime implicants, over what is no move, of: the goal holds when nobody does more than is given; with
        `freely`, of: it holds after some acts that fit what is given. One look first: mostly it holds nowhere."""
        if not self.holds_somewhere(posed, goal, ()):
            return Primes(frozenset())
        return primes_on_given(posed, self.cover(posed, goal, search), freely)

    def some_world(self, posed: Posed, goal: str, cube: Iterable[Literal] = ()) -> frozenset[Literal] | None:
        """A world of the goal that fits the cube, as literals of what is open; None when there is none."""
        target = posed.ground.named(goal)
        if target == FALSE:
            return None
        extra = [target] if isinstance(target, int) else []
        found = posed.ground.solver.world([*posed.fixed, *extra, *cube], posed.free)
        return None if found is None else frozenset(found)

    def holds_somewhere(self, posed: Posed, goal: str, cube: Sequence[Literal]) -> bool:
        """Whether the goal holds in some world that fits the cube."""
        target = posed.ground.named(goal)
        if target == FALSE:
            return False
        extra = [target] if isinstance(target, int) else []
        return posed.ground.solver.satisfiable([*posed.fixed, *extra, *cube])


def _place(cell: Cell) -> tuple[object, object, object]:
    """Who is asked about, where and on what, by kinds."""
    body, thing = cell.body, cell.object
    return cell.actor.kinds, None if body is None else body.kinds, None if thing is None else thing.kinds


__all__ = [
    "CONFLICTING",
    "ENTITLED",
    "FORBIDDEN",
    "NOT_ENTITLED",
    "Circular",
    "Contradiction",
    "Posed",
    "Primes",
    "Session",
    "posed_moves",
]
