"""Examines one cell: its prime implicants, split into cases; and what to do where that is too much.

Mostly every choice of readings and brackets that matters is a leaf. Where there are too many, cases are split by
verdict only (`plainly`), and where even that fails some choices are examined for themselves (`samples`), and the answer
says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from proclogic.answers.cases import LEAVES, Branch, Leaf, Splitter
from proclogic.answers.model import BY_DEFAULT, OF_RIGHT
from proclogic.answers.standing import Readings
from proclogic.engine.cubes import Primes
from proclogic.engine.ground import Solver
from proclogic.engine.session import CONFLICTING, ENTITLED, FORBIDDEN, Contradiction, Posed, Session, posed_moves
from proclogic.norms.conditions import Keeps, Reads
from proclogic.norms.questions import Cell, Fact
from proclogic.values import Value

if TYPE_CHECKING:
    from proclogic.answers.samples import Choices

SPARE = 64  # leaves that a split may have beyond four times those of a split by verdict, where choices are many


class Examined(Value):
    """A cell with its facts, examined: the program it was put to, and its cases.

    `one_choice` when the acts of each case are told for one choice of readings and brackets only. Where the question
    is too large, `complete` is false, `sampled` choices were examined, and no choice leads below `at_least` ("" for
    nothing shown)."""

    posed: Posed
    facts: tuple[Fact, ...]
    branches: tuple[Branch, ...]
    complete: bool = True
    sampled: int = 0
    one_choice: bool = False
    at_least: str = ""


class Examiner:
    """Examines cells of one session; `taken` are the readings that are taken as settled."""

    def __init__(self, session: Session, readings: Readings, taken: Sequence[tuple[str, str]]) -> None:
        self.session, self.readings, self.taken = session, readings, dict(taken)
        self.ruleset = session.ruleset
        self._splitter: Splitter | None = None
        self._splits: WeakKeyDictionary[Solver, dict[object, tuple[list[Branch], bool]]] = WeakKeyDictionary()

    def examine(self, posed: Posed, cell: Cell, facts: Sequence[Fact], whole: bool) -> Examined:
        """The cases of a posed cell; with `whole` also whether rules clash in them."""
        entitled = self.session.primes(posed, ENTITLED)
        forbidden = self.session.primes_on_given(posed, FORBIDDEN)
        conflicting = Primes(frozenset())
        if whole:
            conflicting = self.session.primes_on_given(posed, CONFLICTING, freely=True, search=False)
        if not (entitled.complete and forbidden.complete):
            return self._sampled(posed, cell, facts)
        if not conflicting.complete:  # then cases are not split by it, and each is looked at
            told = self.examine(posed, cell, facts, whole=False)
            return told.replace(branches=tuple(map(self._clashing(posed), told.branches)))
        plain: tuple[list[Branch], bool] = [], False
        limit = LEAVES
        if _ways(posed, entitled, forbidden, conflicting) > LEAVES:
            from proclogic.answers.plainly import PlainSplitter  # few questions are so large

            by_verdict = PlainSplitter(self.ruleset, posed, self._leading(posed))
            if by_verdict.can():
                found = by_verdict.split(entitled.cubes, forbidden.cubes, conflicting.cubes)
                plain = found, by_verdict.complete
            limit = SPARE + 4 * sum(len(b.leaves) for b in plain[0]) if plain[1] else 2 * SPARE
        branches, split = self._split(posed, entitled, forbidden, conflicting, min(limit, LEAVES))
        if split:
            return Examined(posed, tuple(facts), tuple(branches))
        if plain[1]:
            return Examined(posed, tuple(facts), tuple(plain[0]), one_choice=True)
        return self._sampled(posed, cell, facts)

    def _split(
        self, posed: Posed, entitled: Primes, forbidden: Primes, conflicting: Primes, limit: int = LEAVES
    ) -> tuple[list[Branch], bool]:
        """The cases, and whether they are all; kept for the next question that differs in names only."""
        splitter = Splitter(self.ruleset, posed, limit)
        kept = self._splits.setdefault(posed.ground.solver, {})
        key = (*splitter.key(), entitled.cubes, forbidden.cubes, conflicting.cubes)
        if key not in kept:
            kept[key] = splitter.split(entitled.cubes, forbidden.cubes, conflicting.cubes), splitter.complete
        return kept[key]

    def splitter(self, posed: Posed) -> Splitter:
        """What splits a posed cell, kept for the next look at it."""
        if self._splitter is None or self._splitter.posed is not posed:
            self._splitter = Splitter(self.ruleset, posed)
        return self._splitter

    def _clashing(self, posed: Posed) -> Callable[[Branch], Branch]:
        """Marks the leaves with a world that fits what is given and in which a grant and a prohibition meet."""
        given = [x if v else -x for x, v in posed_moves(posed).items()]
        kind_of = Splitter(self.ruleset, posed).kind_of
        words = {x for x in posed.free if kind_of(x) == "word"}

        def marked(leaf: Leaf) -> Leaf:
            cube = [x for x in leaf.path | leaf.choice if abs(x) not in words]
            return leaf.replace(conflicting=self.session.holds_somewhere(posed, CONFLICTING, [*given, *cube]))

        return lambda branch: branch.replace(leaves=tuple(map(marked, branch.leaves)))

    def _leading(self, posed: Posed) -> list[int]:
        """The literals of the leading readings, and of the first alternative of each bracket."""
        first = {Keeps(b.id, b.alternatives[0].name) for b in self.ruleset.brackets if b.alternatives}
        return [*self.readings.leading(posed), *(x for x in posed.free if posed.atom(x) in first)]

    def _sampled(self, posed: Posed, cell: Cell, facts: Sequence[Fact]) -> Examined:
        """Some choices of readings and brackets, each examined completely."""
        from proclogic.answers.samples import gathered

        def examine(made: Choices) -> list[tuple[Posed, list[Branch]]]:
            fixed = [*self.taken.items(), *((group, name) for group, name in made if group not in self.taken)]
            try:
                one = self.session.pose(cell, facts, fixed)
            except Contradiction:
                return []
            entitled, forbidden = self.session.primes(one, ENTITLED), self.session.primes_on_given(one, FORBIDDEN)
            if not entitled.complete or not forbidden.complete:
                return []
            branches, split = self._split(one, entitled, forbidden, Primes(frozenset()))
            return [(one, branches)] if split else []

        branches, seen = gathered(self.ruleset, posed, examine)
        if not branches:  # not even one choice could be examined
            entitled, forbidden = self.session.primes(posed, ENTITLED), self.session.primes_on_given(posed, FORBIDDEN)
            branches = self._split(posed, entitled, forbidden, Primes(frozenset()))[0]
        return Examined(posed, tuple(facts), tuple(branches), False, seen, at_least=self._proven(posed))

    def _proven(self, posed: Posed) -> str:
        """The verdict below which no choice leads, where a look of the solver shows it; "" where none does."""
        target = posed.ground.named(ENTITLED)
        if not isinstance(target, int):
            return ""
        given = posed_moves(posed)
        passive = [x if given.get(x, False) else -x for x in posed.others]
        for steps in (True, False):
            own = [x if given.get(x, steps) else -x for x in posed.own]
            if not posed.ground.solver.satisfiable([*posed.fixed, -target, *own]):
                return OF_RIGHT
            if not posed.ground.solver.satisfiable([*posed.fixed, -target, *own, *passive]):
                return BY_DEFAULT
        return ""


def _ways(posed: Posed, *goals: Primes) -> int:
    """How many ways there are of choosing among the readings and brackets that the implicants turn on."""
    atoms = {posed.atom(x) for goal in goals for c in goal.cubes for x in c}
    met = {a.dispute if isinstance(a, Reads) else a.bracket for a in atoms if isinstance(a, Reads | Keeps)}
    sizes = [len(group) for name, group in posed.ground.program.constraints.choices.items() if name in met]
    return int(prod(max(2, size) for size in sizes)) << (len(met) - len(sizes))
