"""Questions that cannot be answered, with what is wrong in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from proclogic.answers.wording import Wording
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Is
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Cell, Fact
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


def unknown_rule(number: str, numbers: Sequence[str]) -> Unanswerable:
    """The question names a rule that the ruleset does not have."""
    from difflib import get_close_matches

    near = get_close_matches(number, numbers, 3, 0.4)
    return Unanswerable(
        (
            Diagnostic(
                "E302",
                f"there is no rule {number} in this ruleset",
                place="the question",
                help=(f"did you mean rule {' or '.join(near)}?",) if near else (),
            ),
        )
    )


def impossible_numbers(numbers: Mapping[str, int]) -> None:
    """Raises Unanswerable when a part is given as more than its whole."""
    order = ("parties", "participating", "present", "voting")
    for i, whole in enumerate(order):
        for part in order[i + 1 :]:
            if numbers.get(part, 0) > numbers.get(whole, numbers.get(part, 0)):
                raise _more_than(part, numbers[part], whole, numbers[whole])
    votes = numbers.get("for", 0) + numbers.get("against", 0)
    for whole in ("voting", "present", "participating", "parties"):
        if whole in numbers and votes > numbers[whole]:
            raise _more_than("votes", votes, whole, numbers[whole])


def _more_than(part: str, few: int, whole: str, many: int) -> Unanswerable:
    text = f"{few} cannot be {part if part != 'votes' else 'cast'} out of {many} {whole}"
    return Unanswerable((Diagnostic("E403", text, place="the question", help=("correct one of the two numbers",)),))


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
