"""What each way of resolving the brackets would mean: the smallest sets of choices that decide an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice, product

from proclogic.answers.cases import Branch, Leaf, Splitter
from proclogic.answers.model import Chosen, Resolution
from proclogic.answers.settle import RANK
from proclogic.answers.standing import Readings
from proclogic.engine.cubes import Cube
from proclogic.engine.session import Posed
from proclogic.norms.conditions import Keeps
from proclogic.norms.model import DELETED, Ruleset

FEW = 4  # alternatives that are told one by one
MOST = 200  # sets that one cube is told in


class Resolutions:
    """Looks up the brackets of a ruleset."""

    def __init__(self, ruleset: Ruleset, readings: Readings) -> None:
        self._ruleset = ruleset
        self._brackets = {b.id: b for b in ruleset.brackets}
        self._readings = readings

    def answers(
        self, posed: Posed, branches: Sequence[Branch], whens: Sequence[tuple[tuple[str, ...], ...]]
    ) -> tuple[Resolution, ...]:
        """For each case whose answer differs with the brackets: the smallest sets of choices after which it is settled,
        with what it then is. `whens` are the descriptions of the cases."""
        found: list[Resolution] = []
        if not self._brackets:
            return ()
        splitter = Splitter(self._ruleset, posed)
        for branch, when in zip(branches, whens, strict=True):
            counted = [v for v in branch.leaves if not self._readings.is_minority(posed, v.choice)] or branch.leaves
            rulings: dict[tuple[str, str], list[Cube]] = {}
            for leaf in counted:
                ruling = leaf.settled.verdict, leaf.settled.outcome
                rulings.setdefault(ruling, []).append(self._chosen(posed, leaf))
            if len(rulings) < 2 or not any(cube for cubes in rulings.values() for cube in cubes):
                continue
            sets: dict[tuple[Chosen, ...], list[tuple[str, str]]] = {}
            for ruling in sorted(rulings, key=lambda r: (RANK[r[0]], r[1])):
                for cube in splitter.smallest(rulings[ruling], "reading"):
                    for told in self._told(posed, cube):
                        sets.setdefault(told, []).append(ruling)
            for choices, ruled in sorted(sets.items(), key=lambda s: self._order(s[0])):
                verdicts = tuple(dict.fromkeys(v for v, _ in ruled))
                outcomes = {o for _, o in ruled}
                found.append(Resolution(choices, verdicts, outcomes.pop() if len(outcomes) == 1 else "open", when))
        return tuple(found)

    def _order(self, choices: tuple[Chosen, ...]) -> tuple[int, list[int]]:
        """The fewest choices first, then those that come first in the text."""
        return len(choices), [list(self._brackets).index(c.bracket) for c in choices]

    def _chosen(self, posed: Posed, leaf: Leaf) -> Cube:
        return frozenset(x for x in leaf.choice if isinstance(posed.atom(x), Keeps))

    def _told(self, posed: Posed, cube: Iterable[int]) -> list[tuple[Chosen, ...]]:
        """The choices of a cube in words, in the order of the text. Where it leaves several alternatives of a bracket,
        each of them is told by itself, unless there are many: then those are told that it leaves out."""
        places = list(self._brackets)
        kept = self._readings.chosen(posed, frozenset(cube))
        gone: dict[str, list[str]] = {}
        for literal in sorted(cube):
            atom = posed.atom(literal)
            assert isinstance(atom, Keeps)
            gone.setdefault(atom.bracket, []).append(atom.alternative)
        said: list[list[tuple[Chosen, ...]]] = []
        for name in sorted(gone, key=places.index):
            stands = kept.get(name)
            left = [a.name for a in self._brackets[name].alternatives if a.name not in gone[name]]
            if isinstance(stands, Keeps):
                left = [stands.alternative]
            if len(left) <= FEW:
                said.append([(self._one(name, alternative, True),) for alternative in left])
            else:
                said.append([tuple(self._one(name, alternative, False) for alternative in gone[name])])
        return [tuple(chain.from_iterable(some)) for some in islice(product(*said), MOST)]

    def _one(self, bracket: str, alternative: str, stands: bool) -> Chosen:
        found = self._brackets[bracket]
        one = next(a for a in found.alternatives if a.name == alternative)
        text = "" if one.name == DELETED else one.text
        about = (one.proposers, one.supporters, one.document, one.date, found.of_provisions, one.amends)
        return Chosen(bracket, found.provision, text, stands, *about)

    def chosen(self, keeps: Keeps) -> Chosen:
        """An alternative that stands, in words."""
        return self._one(keeps.bracket, keeps.alternative, True)
