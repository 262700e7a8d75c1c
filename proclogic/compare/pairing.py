"""Which open questions of two rulesets stand for each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from proclogic.norms.conditions import Atom, Happens, Has, Is, Keeps, Reads, ReferredTo
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.mapping import Mapping, Term
from proclogic.norms.model import Bracket, Dispute, Limit, Ruleset
from proclogic.norms.questions import Fact
from proclogic.norms.translation import Translator
from proclogic.program.cone import second_choices
from proclogic.values import unique

T = TypeVar("T")
Sign = tuple[int, int]


class Pairing:
    """The open questions of `second` in the words of `first`. `settled` are the disputes that one side reads in one way
    only: they are questions of their own."""

    def __init__(self, first: Ruleset, second: Ruleset, mapping: Mapping | None, settled: Iterable[str] = ()) -> None:
        self._by = (Translator(mapping), Translator(mapping.inverse())) if mapping is not None else None
        self._known: dict[tuple[int, Atom], Atom | None] = {}
        self._agents = [{e.id: e.agents for e in side.vocabulary.events} for side in (first, second)]
        self._hierarchies = Hierarchy(first.vocabulary), Hierarchy(second.vocabulary)
        self._between: dict[tuple[Is, Is], tuple[Sign, ...]] = {}
        self._readings = _readings(first, second, frozenset(settled))
        self._brackets = {there.id: here.id for here, there in _brackets(first, second)}
        self._own: set[Atom] = set(self._readings.values())
        self._own_brackets = set(self._brackets.values())
        # Of two alternatives the second is no question of its own: it is the first, denied.
        three = {d.id for d in second.disputes if len(d.readings) != 2}
        apart = {here for there, here in self._readings.items() if there.dispute in three}
        self.contrary = {two: one for two, one in second_choices(first).items() if two not in apart}

    def shared(self, atom: Atom) -> Atom | None:
        """A question of the first ruleset by which the second may know it too; None where it is its own."""
        match atom:
            case Reads():
                return atom if atom in self._own else None
            case Keeps(bracket):
                return atom if bracket in self._own_brackets else None
        return atom

    def back(self, atom: Atom) -> Atom | None:
        """A question of the second ruleset in the words of the first; None where these have none for it."""
        match atom:
            case Reads():
                return self._readings.get(atom)
            case Keeps(bracket, alternative):
                return Keeps(self._brackets[bracket], alternative) if bracket in self._brackets else None
        return self._translated(1, atom)

    def there(self, atom: Atom) -> Atom | None:
        """What somebody is, has or does, in the words of the second ruleset; None where these have none for it."""
        return self._translated(0, atom) if isinstance(atom, Is | Has | Happens | ReferredTo) else None

    def has_word(self, side: int, act: Happens) -> bool:
        """Whether the other side has a word for an act of this one, whoever counts and whenever it is done."""
        if self._by is None:
            agents = self._agents[1 - side].get(act.event)  # None: the event is none there
            return agents is not None and (not agents or act.agent in agents)
        plain = act.replace(count=None, deadline=None)
        return bool(self._by[side].facts((Fact(plain, True),)).found)

    def limit(self, side: int, limit: Limit) -> Limit:
        """A limit of one side in the words of the first, where it has them."""
        if side == 0 or self._by is None:
            return limit
        pairs = self._by[1].pairs
        names = [
            [p.second.id for p in pairs.get(Term(sort, name), ())]
            for sort, name in (("limit", limit.phrase), ("unit", limit.unit))
        ]
        phrase, unit = (found[0] if len(found) == 1 else "" for found in names)
        return limit.replace(phrase=phrase or limit.phrase, unit=unit or limit.unit)

    def between(self, here: Is, there: Is) -> tuple[Sign, ...]:
        """What kinds of the first and of the second ruleset, each a question of its own side, have to do with each
        other by the words of either: pairs of signs that no individual can have."""
        known = here, there
        if known not in self._between:
            found: list[Sign] = []
            for hierarchy, one, other in (
                (self._hierarchies[0], here, self._translated(1, there)),
                (self._hierarchies[1], self._translated(0, here), there),
            ):
                if isinstance(one, Is) and isinstance(other, Is) and one.sort == other.sort:
                    found += [(1, -1)] if other.kind in hierarchy.up(one.sort, one.kind) else []
                    found += [(-1, 1)] if one.kind in hierarchy.up(one.sort, other.kind) else []
                    found += [(1, 1)] if hierarchy.disjoint(one.sort, one.kind, other.kind) else []
            self._between[known] = unique(found)
        return self._between[known]

    def _translated(self, side: int, atom: Is | Has | Happens | ReferredTo) -> Atom | None:
        """A question of one side in the words of the other, where these stand for each other one for one."""
        if self._by is None:
            return atom
        if (side, atom) not in self._known:
            found = _only(self._by[side], atom)
            again = _only(self._by[1 - side], found) if found is not None else None
            self._known[side, atom] = found if again == atom else None
        return self._known[side, atom]


def _only(by: Translator, atom: Atom) -> Atom | None:
    """What stands for an atom, if it is one only."""
    found = by.facts((Fact(atom, True),)).found
    if len(found) != 1 or len(found[0]) != 1:
        return None
    said = found[0][0].atom
    return said if isinstance(said, Is | Has | Happens | ReferredTo) else None


def _readings(first: Ruleset, second: Ruleset, apart: frozenset[str]) -> dict[Reads, Reads]:
    """The readings of the second ruleset with those of the first that have their name and are of the same words. Where
    one text has more readings than the other, what both have stands for each other if the other has two: then one of
    them, or its contrary, holds there whatever the first is taken to say."""
    found: dict[Reads, Reads] = {}
    for here, there in _disputes(first, second):
        if not {here.id, there.id} & apart:
            found |= {Reads(there.id, name): Reads(here.id, name) for name in _names(here) & _names(there)}
    return found


def _disputes(first: Ruleset, second: Ruleset) -> list[tuple[Dispute, Dispute]]:
    """The disputes that are about the same: those in the same place, and of the others those about the same words with
    the same readings, which may have got another number."""

    def in_place(here: Dispute, there: Dispute) -> bool:
        mine, names = _names(here), _names(there)
        smaller = min(names, mine, key=len)
        alike = names == mine or (len(smaller) == 2 and smaller == names & mine)
        return here.provision == there.provision and alike

    def named(here: Dispute, there: Dispute) -> bool:
        return here.id == there.id and in_place(here, there)

    def of_words(here: Dispute, there: Dispute) -> bool:
        return bool(here.words) and (here.words, _names(here)) == (there.words, _names(there))

    return _matched(first.disputes, second.disputes, (named, in_place, of_words))


def _brackets(first: Ruleset, second: Ruleset) -> list[tuple[Bracket, Bracket]]:
    """The brackets with the same alternatives: those in the same place, and of the others those with the same words."""

    def of_words(here: Bracket, there: Bracket) -> bool:
        mine, theirs = ([(a.name, a.text) for a in b.alternatives] for b in (here, there))
        return mine == theirs

    def named(here: Bracket, there: Bracket) -> bool:
        return here.id == there.id and of_words(here, there)

    return _matched(first.brackets, second.brackets, (named, of_words))


def _matched(first: Iterable[T], second: Iterable[T], criteria: Iterable[Callable[[T, T], bool]]) -> list[tuple[T, T]]:
    """Those of both sides that stand for each other by the first criterion by which nothing else does."""
    left, right = list(first), list(second)
    found: list[tuple[T, T]] = []
    for alike in criteria:
        near = [(here, there) for here in left for there in right if alike(here, there)]
        ends = [[one[side] for one in near] for side in (0, 1)]
        new = [(here, there) for here, there in near if ends[0].count(here) == 1 == ends[1].count(there)]
        left = [here for here in left if not any(here is one for one, _ in new)]
        right = [there for there in right if not any(there is other for _, other in new)]
        found += new
    return found


def _names(dispute: Dispute) -> set[str]:
    return {r.name for r in dispute.readings}
