"""What holds in one world of a posed cell: which norms take effect, which atoms are true, which questions are answered
yes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from proclogic.engine.ground import FALSE, TRUE, Literal
from proclogic.engine.posed import Posed
from proclogic.norms.conditions import Atom
from proclogic.norms.formulas import atoms
from proclogic.program.cone import Index
from proclogic.program.terms import quoted, term
from proclogic.values import Value

T = TypeVar("T")


class Derived(Value):
    """One world. `fits` is false when there is no such world (then nothing holds)."""

    effective: frozenset[str]
    true: frozenset[Atom]
    answered: frozenset[Atom]
    fits: bool = True


class Watch:
    """The literals that tell what holds in a world of one ground program; looked up once."""

    def __init__(self, index: Index, posed: Posed) -> None:
        ground = posed.ground
        norms = ground.program.norms
        asked: dict[Atom, None] = {}
        for norm in norms:
            asked.update(dict.fromkeys(atoms(index.requirement(norm))))
        if posed.cell.holds is not None:
            asked.update(dict.fromkeys(atoms(posed.cell.holds)))
        self.norms = _possible((n.id, ground.named(f"effective({quoted(n.id)})")) for n in norms)
        self.atoms = _possible((a, ground.named(f"true({term(a)})")) for a in asked)
        self.answers = tuple(ground.open.items())
        self.every = frozenset(x for _, x in (*self.norms, *self.atoms, *self.answers) if isinstance(x, int))

    def world(self, posed: Posed, literals: Sequence[Literal]) -> Derived:
        """What holds in the world with these literals."""
        held = posed.ground.solver.holding([*posed.fixed, *literals], self.every)
        if held is None:
            return Derived(frozenset(), frozenset(), frozenset(), False)
        return Derived(
            frozenset(n for n, x in self.norms if x == TRUE or x in held),
            frozenset(a for a, x in self.atoms if x == TRUE or x in held),
            frozenset(a for a, x in self.answers if x in held),
        )


def _possible(found: Iterable[tuple[T, Literal | str]]) -> tuple[tuple[T, Literal | str], ...]:
    return tuple((key, x) for key, x in found if x != FALSE)
