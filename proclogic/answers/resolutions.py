"""What each way of resolving the brackets would mean: the smallest sets of choices that decide an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice, product

from proclogic.answers.cases import Branch, Leaf, Splitter
from proclogic.answers.choices import Literals
from proclogic.answers.chosen import chosen
from proclogic.answers.consequences import Consequence, differing, words
from proclogic.answers.model import OPEN, Chosen, Resolution
from proclogic.answers.settle import RANK
from proclogic.answers.standing import Readings
from proclogic.engine.cubes import Cube
from proclogic.engine.session import Posed
from proclogic.norms.conditions import Keeps
from proclogic.norms.model import DELETED, Ruleset
from proclogic.values import unique

FEW = 4  # alternatives that are told one by one
MOST = 200  # sets that one cube is told in
Ruling = tuple[str, str, str, str]  # verdict, outcome, in words what has no verdict, in words the acts


class Resolutions:
    """Looks up the brackets of a ruleset."""

    def __init__(self, ruleset: Ruleset, readings: Readings) -> None:
        self._ruleset = ruleset
        self._brackets = {b.id: b for b in ruleset.brackets}
        self._readings = readings

    def answers(
        self,
        posed: Posed,
        branches: Sequence[Branch],
        whens: Sequence[tuple[tuple[str, ...], ...]],
        tell: Callable[[Leaf], Consequence] | None = None,
        says: Callable[[Leaf], str] = lambda leaf: "",
    ) -> tuple[Resolution, ...]:
        """For each case whose answer differs with the brackets: the smallest sets of choices after which it is settled,
        with what it then is; then those after which it is settled who acts, and how, where this needs more choices or
        the ruling does not differ. `whens` are the descriptions of the cases; `tell` gives what a leaf means for the
        acts, `says` puts into words what has no verdict."""
        found: list[Resolution] = []
        if not self._brackets:
            return ()
        splitter = Splitter(self._ruleset, posed)
        for branch, when in zip(branches, whens, strict=True):
            counted = self._readings.counted(posed, branch)
            if not any(self._chosen(posed, leaf) for leaf in counted):
                continue

            def ruled_so(leaf: Leaf) -> Ruling:
                return leaf.settled.verdict, leaf.settled.outcome, says(leaf), ""

            ruled = self._sets(posed, splitter, counted, ruled_so, when)
            acted: list[Resolution] = []
            if tell is not None:
                told = {leaf: tell(leaf) for leaf in counted}
                apart = differing(told.values())

                def acting(
                    leaf: Leaf, apart: tuple[str, ...] = apart, told: Mapping[Leaf, Consequence] = told
                ) -> Ruling:
                    return leaf.settled.verdict, leaf.settled.outcome, "", words(told[leaf], apart)

                acted = self._sets(posed, splitter, counted, acting, when) if apart else []
            known = {one.choices: one for one in acted}
            found += [known.pop(one.choices, one) for one in ruled]
            found += [one.replace(settles_acts=True) for one in acted if one.choices in known]
        return tuple(found)

    def _sets(
        self,
        posed: Posed,
        splitter: Splitter,
        leaves: Sequence[Leaf],
        aspect: Callable[[Leaf], Ruling],
        when: tuple[tuple[str, ...], ...],
    ) -> list[Resolution]:
        """The smallest sets of choices for each ruling (and acts) that occur; none where only one does."""
        comes_to: dict[Ruling, list[Cube]] = {}
        for leaf in leaves:
            comes_to.setdefault(aspect(leaf), []).append(self._chosen(posed, leaf))
        if len(comes_to) < 2:
            return []
        smallest = {r: splitter.smallest(cubes, "reading") for r, cubes in comes_to.items()}
        rulings = {r: [self._literals(posed, cube) for cube in cubes] for r, cubes in smallest.items()}
        return list(self.told(rulings, when))

    def told(
        self, rulings: Mapping[Ruling, Iterable[Literals]], when: tuple[tuple[str, ...], ...] = ()
    ) -> tuple[Resolution, ...]:
        """Rulings with the smallest sets of choices that lead to each, in the order of the text; none where there is
        one ruling only."""
        if len(rulings) < 2:
            return ()
        sets: dict[tuple[Chosen, ...], list[Ruling]] = {}
        for ruling in sorted(rulings, key=lambda r: (RANK.get(r[0], 0), *r[1:])):
            for literals in rulings[ruling]:
                for choices in self._told(literals):
                    sets.setdefault(choices, []).append(ruling)
        found = []
        for choices, ruled in sorted(sets.items(), key=lambda s: self._order(s[0], RANK.get(s[1][0][0], 0))):
            if not choices:
                continue
            verdicts = unique(v for v, _, _, _ in ruled if v)
            outcomes = {o for _, o, _, _ in ruled}
            outcome = outcomes.pop() if len(outcomes) == 1 else OPEN
            text = " or ".join(unique(t for _, _, t, _ in ruled if t))
            acts = "; or ".join(unique(a for _, _, _, a in ruled if a))
            found.append(Resolution(choices, verdicts, outcome, when, text, acts))
        return tuple(found)

    def _order(self, choices: tuple[Chosen, ...], rank: int) -> tuple[int, list[int], int, list[int]]:
        """The fewest choices first, then the brackets that come first in the text, then the best verdict, then the
        alternatives that come first."""
        places = [list(self._brackets).index(c.bracket) for c in choices]
        return len(choices), places, rank, list(map(self._place, choices))

    def _place(self, choice: Chosen) -> int:
        """Where the alternative stands in its bracket."""
        texts = ["" if a.name == DELETED else a.text for a in self._brackets[choice.bracket].alternatives]
        return texts.index(choice.text)

    def _chosen(self, posed: Posed, leaf: Leaf) -> Cube:
        return frozenset(x for x in leaf.choice if isinstance(posed.atom(x), Keeps))

    def _literals(self, posed: Posed, cube: Cube) -> Literals:
        found = []
        for literal in sorted(cube):
            atom = posed.atom(literal)
            assert isinstance(atom, Keeps)
            found.append((atom, literal > 0))
        return tuple(found)

    def _told(self, literals: Literals) -> list[tuple[Chosen, ...]]:
        """Choices in words, in the order of the text. Where they leave several alternatives of a bracket,
        each of them is told by itself, unless there are many: then those are told that they leave out."""
        places = list(self._brackets)
        said: list[list[tuple[Chosen, ...]]] = []
        for name in sorted({k.bracket for k, _ in literals}, key=places.index):
            stand = [k.alternative for k, stands in literals if k.bracket == name and stands]
            gone = [k.alternative for k, stands in literals if k.bracket == name and not stands]
            bracket = self._brackets[name]
            left = stand or [a.name for a in bracket.alternatives if a.name not in gone]
            if len(left) <= FEW:
                said.append([(chosen(bracket, alternative),) for alternative in left])
            else:
                said.append([tuple(chosen(bracket, alternative, False) for alternative in gone)])
        return [tuple(chain.from_iterable(some)) for some in islice(product(*said), MOST)]

    def chosen(self, keeps: Keeps) -> Chosen:
        """An alternative that stands, in words."""
        return chosen(self._brackets[keeps.bracket], keeps.alternative)
