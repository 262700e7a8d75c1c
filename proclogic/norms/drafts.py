"""A norm on its way: its rule numbers are not yet looked up, and what it carries is not yet carried."""

from __future__ import annotations

from proclogic.norms.model import Norm
from proclogic.syntax.tree import Carried, NounPhrase, RuleRef
from proclogic.values import Value


class Draft(Value):
    """A norm with the references of its sentence.

    `targets` are the rules that a Disapply names, or the winners of a Prevail, whose losers are `losers`. A sentence
    that carries rules has `carries`, the one `onto` whom or what, and a norm without an effect: it becomes copies of
    the rules it names. A copy knows its `origin` (a norm id) and its `instance`: the (sort, kind) it was carried to.
    """

    norm: Norm
    notwithstanding: tuple[RuleRef, ...] = ()
    subject_to: tuple[RuleRef, ...] = ()
    without_prejudice: tuple[RuleRef, ...] = ()
    targets: tuple[RuleRef, ...] = ()
    losers: tuple[RuleRef, ...] = ()
    carries: Carried | None = None
    onto: NounPhrase | None = None
    origin: str = ""
    instance: frozenset[tuple[str, str]] = frozenset()

    @property
    def references(self) -> tuple[RuleRef, ...]:
        """Every reference, in the order of the fields."""
        carried = self.carries.rules if self.carries else ()
        return (
            *self.notwithstanding,
            *self.subject_to,
            *self.without_prejudice,
            *self.targets,
            *self.losers,
            *carried,
        )
