"""One grounded program, asked many times: satisfiability, models and cores under assumptions.

The only module that speaks to clingo's solver. Questions are lists of solver literals; a cube is a frozenset of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import clingo

from proclogic.norms.model import Atom
from proclogic.program.export import ENCODINGS, encoding
from proclogic.program.from_norms import Program
from proclogic.program.terms import quoted, term

Literal = int
TRUE, FALSE = "true", "false"


@cache
def _encodings() -> str:
    return "\n".join(encoding(name) for name in ENCODINGS)


class Ground:
    """A program grounded with the encodings. `literal(atom)` is the solver literal of an open question."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._control = clingo.Control(["--warn=none", "--models=1"])
        self._control.add("base", [], _encodings() + program.text)
        self._control.ground([("base", [])])
        self._names: dict[str, dict[str, Literal | str]] = {}
        self.open: dict[Atom, Literal] = {a: self._answer(term(a)) for a in program.open}
        self.atom_of: dict[Literal, Atom] = {v: k for k, v in self.open.items()}
        self.solves = 0

    def named(self, name: str) -> Literal | str:
        """The literal of a derived atom, or TRUE or FALSE when grounding settled it."""
        predicate, _, arguments = name.partition("(")
        if predicate not in self._names:
            found = self._control.symbolic_atoms.by_signature(predicate, 1 if arguments else 0)
            self._names[predicate] = {str(a.symbol): TRUE if a.is_fact else a.literal for a in found}
        return self._names[predicate].get(name, FALSE)

    def switch(self, name: str) -> Literal:
        """The literal of a switch."""
        return self._answer(name)

    def _answer(self, name: str) -> Literal:
        found = self.named(f"answer({name})")
        assert isinstance(found, int), "answers are choices: grounding never settles them"
        return found

    def switches(self) -> list[str]:
        """The names of all switches."""
        p = self.program
        names = ["presume"]
        names += [f"given({quoted(s)})" for s in p.statuses] + [f"barred({quoted(s)})" for s in p.statuses]
        names += [f"given(referred({quoted(b)}))" for b in p.referrals]
        names += [f"undone({term(a)})" for a in p.duties]
        return names

    def satisfiable(self, assumptions: Sequence[Literal]) -> bool:
        """Whether some world fits."""
        self.solves += 1
        return bool(self._control.solve(assumptions=list(assumptions)).satisfiable)

    def core(self, assumptions: Sequence[Literal]) -> list[Literal] | None:
        """Assumptions that cannot hold together, or None when some world fits them all."""
        self.solves += 1
        with self._control.solve(assumptions=list(assumptions), yield_=True) as handle:
            return list(handle.core()) if handle.model() is None else None

    def world(self, assumptions: Sequence[Literal], of: Iterable[Literal]) -> list[Literal] | None:
        """A world that fits, as the literals it gives to the atoms named; None when none does."""
        self.solves += 1
        with self._control.solve(assumptions=list(assumptions), yield_=True) as handle:
            model = handle.model()
            return None if model is None else [a if model.is_true(a) else -a for a in of]

    def holding(self, assumptions: Sequence[Literal], literals: Iterable[Literal]) -> frozenset[Literal] | None:
        """Which of the literals hold in a world that fits; None when none does."""
        self.solves += 1
        with self._control.solve(assumptions=list(assumptions), yield_=True) as handle:
            model = handle.model()
            return None if model is None else frozenset(filter(model.is_true, literals))

    def forbid_together(self, literals: Iterable[Literal], guard: Literal) -> None:
        """No world has all the literals while the guard is assumed."""
        with self._control.backend() as backend:
            backend.add_rule([], [*literals, guard])

    def new_guard(self) -> Literal:
        """A fresh atom to assume."""
        with self._control.backend() as backend:
            guard: Literal = backend.add_atom()
            backend.add_rule([guard], choice=True)
        return guard
