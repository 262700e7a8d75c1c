"""Questions that cannot be answered, with what is wrong in them."""

from __future__ import annotations

from collections.abc import Sequence

from proclogic.answers.wording import Wording
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Cell, Fact, Is, Ruleset
from proclogic.program.cone import Index
from proclogic.program.known import sorts_of


class Unanswerable(Exception):
    """The question contradicts itself. `diagnostics` say where, and what to do."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics = diagnostics


def contradiction(facts: Sequence[Fact]) -> Unanswerable:
    """The given facts cannot all be true."""
    told = tuple(f'given: "{f.text}"' if f.text else "given" for f in facts)
    span = facts[0].span if facts else Diagnostic("E401", "").span
    return Unanswerable(
        (
            Diagnostic(
                "E401",
                "the facts of this question cannot all be true together",
                span,
                "the question",
                "these facts",
                notes=told,
                help=("leave one of them out, and ask again",),
            ),
        )
    )


def circular(ruleset: Ruleset) -> Unanswerable:
    """Rules that bear on the question undo each other in a circle."""
    from proclogic.engine.circles import find

    return Unanswerable(find(ruleset))


def impossible(index: Index, wording: Wording, cell: Cell, facts: Sequence[Fact]) -> None:
    """Raises Unanswerable when an individual of the cell is said to be of two kinds that exclude each other."""
    for sort, person in sorts_of(cell).items():
        kinds = list(person.kinds) if person is not None else []
        kinds += [f.atom.kind for f in facts if isinstance(f.atom, Is) and f.holds and f.atom.sort == sort]
        for i, one in enumerate(kinds):
            for other in kinds[i + 1 :]:
                if index.hierarchy.disjoint(sort, one, other):
                    raise Unanswerable(
                        (
                            Diagnostic(
                                "E402",
                                f"nothing can be both {wording.noun(one, sort)} and {wording.noun(other, sort)}",
                                place="the question",
                                notes=("the vocabulary declares them disjoint",),
                                help=("keep one of the two",),
                            ),
                        )
                    )
