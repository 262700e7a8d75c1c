"""What is left to say when a question is too large to be examined completely: some choices of readings and brackets,
each examined for itself.

Nothing is said of the choices that were not looked at. What is told of the others is exact: with every choice made, a
question is small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from proclogic.answers.cases import Branch, Leaf
from proclogic.engine.cubes import Cube
from proclogic.engine.posed import Posed
from proclogic.norms.conditions import Keeps, Reads
from proclogic.norms.model import Ruleset

SAMPLES = 24

Choices = tuple[tuple[str, str], ...]  # (dispute or bracket, reading or alternative)


def choices(ruleset: Ruleset, posed: Posed) -> Iterator[Choices]:
    """Some ways to make all choices that the question meets: the first of each, the last of each, and each other one
    by itself."""
    groups: dict[str, tuple[str, ...]] = {}
    met = {a.dispute if isinstance(a, Reads) else a.bracket for a in posed.ground.open if isinstance(a, Reads | Keeps)}
    for dispute in ruleset.disputes:
        groups[dispute.id] = tuple(r.name for r in dispute.readings if r.standing != "minority")
    for bracket in ruleset.brackets:
        groups[bracket.id] = tuple(a.name for a in bracket.alternatives)
    groups = {g: names for g, names in groups.items() if g in met and names}
    first = {g: names[0] for g, names in groups.items()}
    yield tuple(first.items())
    yield tuple((g, names[-1]) for g, names in groups.items())
    for group, names in groups.items():
        for name in names[1:]:
            yield tuple((first | {group: name}).items())


def gathered(
    ruleset: Ruleset, posed: Posed, examine: Callable[[Choices], Sequence[tuple[Posed, Sequence[Branch]]]]
) -> tuple[list[Branch], int]:
    """The cases of some choices put together, and how many choices were examined. `examine` gives the cases with the
    choices made; it gives nothing where they fit no world."""
    found: dict[tuple[Cube, ...], tuple[Cube, list[Leaf]]] = {}
    seen = 0
    for made in choices(ruleset, posed):
        if seen >= SAMPLES:
            break
        for one, branches in examine(made):
            seen += 1
            literals = frozenset(x for x in one.fixed if isinstance(one.ground.atom_of.get(abs(x)), Reads | Keeps))
            for branch in branches:
                kept = found.setdefault(branch.when, (branch.path, []))[1]
                kept += [leaf.replace(choice=literals) for leaf in branch.leaves]
    return [Branch(when, tuple(leaves), path) for when, (path, leaves) in found.items()], seen
