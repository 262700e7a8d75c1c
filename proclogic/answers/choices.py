"""What text that is not agreed does to rules that are read off the ruleset, without a cell: votes, majorities, times.

Each rule comes with the choices of brackets under which it stands. What the rules come to is worked out for every way
of resolving the brackets; ways that leave the same rules are looked at once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from proclogic.answers.chosen import chosen, chosen_words
from proclogic.engine.cubes import Nogoods, TooMany, absorb, primes_from_cover
from proclogic.norms.conditions import ALWAYS, Formula, Keeps, Reads
from proclogic.norms.formulas import atoms, both, conjuncts
from proclogic.norms.model import Bracket, Norm, Ruleset

Literals = tuple[tuple[Keeps, bool], ...]  # alternatives that stand (true) or do not
Rule = TypeVar("Rule", bound=Hashable)
Ruling = TypeVar("Ruling", bound=Hashable)
MOST = 600  # ways that are told apart
PRIMES = 2000
TOLD = 4  # sets that a rule is labelled with


class TooManyWays(Exception):
    """More ways of resolving the brackets than can be told apart."""


class Choices:
    """The brackets of a ruleset, for rules that stand under choices of them."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.brackets: dict[str, Bracket] = {b.id: b for b in ruleset.brackets}

    def concerned(self, guards: Iterable[Formula]) -> tuple[str, ...]:
        """The ids of the brackets of which some guard speaks, in the order of the text."""
        found = {a.bracket for guard in guards for a in atoms(guard) if isinstance(a, Keeps)}
        return tuple(b for b in self.brackets if b in found)

    def rulings(
        self, rules: Sequence[tuple[Formula, Rule]], told: Callable[[tuple[Rule, ...]], Ruling]
    ) -> dict[Ruling, list[Literals]]:
        """What the rules come to (`told` of those that stand), with the smallest sets of choices that lead there: one
        ruling with the empty set where the brackets make no difference. Raises TooManyWays."""
        order = {rule: place for place, (_, rule) in enumerate(rules)}
        seen: dict[object, list[tuple[tuple[Keeps, ...], Ruling]]] = {}

        def ways(
            left: tuple[tuple[Formula, Rule], ...], sure: frozenset[Rule]
        ) -> list[tuple[tuple[Keeps, ...], Ruling]]:
            sure |= {rule for guard, rule in left if guard == ALWAYS}
            left = tuple((guard, rule) for guard, rule in left if rule not in sure)
            if (left, sure) not in seen:
                if len(seen) > MOST:
                    raise TooManyWays
                seen[left, sure] = split(left, sure)
            return seen[left, sure]

        def split(
            left: tuple[tuple[Formula, Rule], ...], sure: frozenset[Rule]
        ) -> list[tuple[tuple[Keeps, ...], Ruling]]:
            names = self.concerned(guard for guard, _ in left)
            if not names:
                return [((), told(tuple(sorted(sure, key=order.__getitem__))))]
            from proclogic.norms.resolving import left_of  # only where brackets matter

            parts = []
            for one in self.brackets[names[0]].alternatives:
                rest = ((left_of(guard, {names[0]: one.name}), rule) for guard, rule in left)
                stands = tuple(dict.fromkeys((guard, rule) for guard, rule in rest if guard is not None))
                parts.append((Keeps(names[0], one.name), ways(stands, sure)))
            if all(part == parts[0][1] for _, part in parts):
                return parts[0][1]
            found = [((keeps, *choice), ruling) for keeps, part in parts for choice, ruling in part]
            if len(found) > MOST:
                raise TooManyWays
            return found

        by_ruling: dict[Ruling, list[tuple[Keeps, ...]]] = {}
        for choice, ruling in ways(tuple(rules), frozenset()):
            by_ruling.setdefault(ruling, []).append(choice)
        if len(by_ruling) == 1:
            return {ruling: [()] for ruling in by_ruling}
        return {ruling: self._smallest(found) for ruling, found in by_ruling.items()}

    def _smallest(self, ways: Sequence[tuple[Keeps, ...]]) -> list[Literals]:
        """The smallest sets of choices that lead to one of the ways, relative to one alternative of each bracket."""
        names = [b for b in self.brackets if any(k.bracket == b for way in ways for k in way)]
        atoms_of = [Keeps(b, one.name) for b in names for one in self.brackets[b].alternatives]
        number = {atom: place for place, atom in enumerate(atoms_of, 1)}
        nogoods = []
        for name in names:
            group = [number[Keeps(name, one.name)] for one in self.brackets[name].alternatives]
            nogoods.append(frozenset(-x for x in group))
            nogoods += [frozenset({x, y}) for i, x in enumerate(group) for y in group[i + 1 :]]
        cubes = {frozenset(number[keeps] for keeps in way) for way in ways}
        try:
            found = primes_from_cover(cubes, Nogoods(nogoods), PRIMES)
        except TooMany:
            found = absorb(cubes)  # smaller sets may do, but each of these does
        cubes_in_order = sorted(found, key=lambda c: (len(c), sorted(map(abs, c))))
        return [tuple((atoms_of[abs(x) - 1], x > 0) for x in sorted(c, key=abs)) for c in cubes_in_order]

    def label(self, guards: Sequence[Formula]) -> str | None:
        """The choices under which a rule stands that has one of the guards: `, if 2 keeps "shall" (EU)`; "" where it
        stands in any case, None where it never does."""
        if not any(self.concerned((guard,)) for guard in guards):
            return ""
        try:
            found = self.rulings([(guard, "stands") for guard in guards], bool)
        except TooManyWays:
            return ", according to the brackets"
        if True not in found:
            return None
        sets = [" and ".join(map(self._words, literals)) for literals in found[True]]
        more = f" or in {len(sets) - TOLD} further cases" if len(sets) > TOLD else ""
        return f", if {' or '.join(sets[:TOLD])}{more}" if sets != [""] else ""

    def _words(self, literal: tuple[Keeps, bool]) -> str:
        keeps, stands = literal
        bracket = self.brackets[keeps.bracket]
        others = [a.name for a in bracket.alternatives if a.name != keeps.alternative]
        if not stands and len(others) == 1:
            return chosen_words(chosen(bracket, others[0]))
        return chosen_words(chosen(bracket, keeps.alternative, stands))


def bracketed(norm: Norm) -> Formula:
    """The choices under which a norm stands, without the readings."""
    return both(*(part for part in conjuncts(norm.guard) if not any(isinstance(a, Reads) for a in atoms(part))))
