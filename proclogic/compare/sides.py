"""One side of a comparison: its cells of which some rule speaks, and what each comes to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from proclogic.answers.cases import Branch
from proclogic.answers.cells import Asker
from proclogic.answers.examine import Examined
from proclogic.answers.grounds import missing
from proclogic.answers.lists import actors_of, cell_of, columns_of, is_silent
from proclogic.answers.model import NOT_CONFERRED, Answer, Case
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.engine.cubes import Cube, Primes
from proclogic.engine.session import ENTITLED, FORBIDDEN, Posed
from proclogic.norms.conditions import Is
from proclogic.norms.formulas import conjuncts
from proclogic.norms.model import Forbid, Norm, Permit, Ruleset
from proclogic.norms.questions import Cell
from proclogic.norms.vocabulary import ACTOR

SILENT = "silent"


class Profile:
    """What a cell comes to; what is not asked for is not worked out. `posed` is None where no rule speaks of it."""

    def __init__(self, asker: Asker, cell: Cell, posed: Posed | None) -> None:
        self.asker, self.cell, self.posed = asker, cell, posed

    @cached_property
    def _primes(self) -> tuple[Primes, Primes]:
        if self.posed is None:
            return Primes(frozenset()), Primes(frozenset())
        session = self.asker.session
        return session.primes(self.posed, ENTITLED), session.cover(self.posed, FORBIDDEN)

    @property
    def entitled(self) -> frozenset[Cube]:
        """The prime implicants of what is asked."""
        return self._primes[0].cubes

    @property
    def forbidden(self) -> frozenset[Cube]:
        """Cubes whose union is the prohibition."""
        return self._primes[1].cubes

    @property
    def norms(self) -> tuple[Norm, ...]:
        """The norms that can bear on it."""
        return tuple(self.posed.ground.program.norms) if self.posed is not None else ()

    @cached_property
    def examined(self) -> Examined | None:
        """Its cases, not yet in words."""
        return self.asker.examined(self.cell, ()) if self.posed is not None else None

    @property
    def branches(self) -> tuple[Branch, ...]:
        """Its cases."""
        return self.examined.branches if self.examined is not None else (Branch((Cube(),), (), Cube()),)

    @cached_property
    def answer(self) -> Answer:
        """Its answer."""
        if self.examined is not None:
            return self.asker.put(self.examined, "", beside=False)
        ruleset = self.asker.ruleset
        case = Case((), NOT_CONFERRED, "no", verdicts=(NOT_CONFERRED,), outcomes=("no",))
        return Answer(ruleset.id, ruleset.title, "", "may", NOT_CONFERRED, (NOT_CONFERRED,), "no", cases=(case,))

    @property
    def cases(self) -> tuple[Case, ...]:
        """The answers of the cases, in their order."""
        return self.answer.cases

    @property
    def complete(self) -> bool:
        """Whether all of it could be examined."""
        if not all(p.complete for p in self._primes):
            return False
        return self.examined is None or (self.examined.complete and not self.examined.one_choice)


class Side:
    """A ruleset with its options, asked cell by cell."""

    def __init__(self, ruleset: Ruleset, options: Options) -> None:
        self.asker = Asker(ruleset, options)
        self.ruleset = self.asker.ruleset
        self._profiles: dict[object, Profile | None] = {}
        self._silent: dict[Cell, bool] = {}
        self._silence: dict[Cell, tuple[str, ...]] = {}

    def cells(self) -> list[Cell]:
        """Every cell of the matrix, and the powers: acts of bodies and others of which some rule says that they may, or
        may not, be done."""
        columns = columns_of(self.ruleset)
        found = [cell_of(self.asker, actor, *column) for actor in actors_of(self.ruleset) for column in columns]
        return [*found, *(cell_of(self.asker, actor, event, "") for event, actor in self._powers())]

    def _powers(self) -> Iterator[tuple[str, str]]:
        """Each power with everybody of whom a rule on it speaks."""
        acts = {a.id for a in self.ruleset.vocabulary.acts}
        holders: dict[str, dict[str, None]] = {}
        for norm in self.ruleset.norms:
            if isinstance(norm.effect, Permit | Forbid) and norm.effect.act not in acts:
                kinds = (p.kind for p in conjuncts(norm.subject) if isinstance(p, Is) and p.sort == ACTOR)
                holders.setdefault(norm.effect.act, {}).update(dict.fromkeys(kinds))
        return ((event, actor) for event, actors in holders.items() for actor in actors)

    def is_silent(self, cell: Cell) -> bool:
        """Whether no grant and no prohibition can touch the cell."""
        if cell not in self._silent:
            self._silent[cell] = is_silent(self.asker, cell)
        return self._silent[cell]

    def silence(self, cell: Cell) -> tuple[str, ...]:
        """Where a reader would look for a cell of which no rule speaks: what gives nothing of it, or gives it to
        others."""
        if cell not in self._silence:
            norms = [n for some in missing(self.asker.session, cell, {}) for n in some.values()]
            self._silence[cell] = self.asker.telling.in_order(n.provision for n in norms)
        return self._silence[cell]

    def unknown(self, provisions: tuple[str, ...]) -> str:
        """Whether some of the provisions, or all of them, are of a text that is not known: "some", "all", or ""."""
        gaps = {p.number for p in self.ruleset.provisions if p.certainty == "gap"}
        known = [number not in gaps for number in provisions]
        return "" if all(known) else "some" if any(known) else "all"

    def problem(self, cell: Cell) -> object:
        """What the cell comes to: cells of one problem have one profile."""
        return SILENT if self.is_silent(cell) else self.asker.session.problem(cell, ())

    def profile(self, cell: Cell, problem: object) -> Profile | None:
        """What the cell comes to; None where it has no answer."""
        if problem not in self._profiles:
            try:
                posed = None if problem == SILENT else self.asker.posed(cell, ())
                self._profiles[problem] = Profile(self.asker, cell, posed)
            except Unanswerable:
                self._profiles[problem] = None
        return self._profiles[problem]
