"""Which open questions of two rulesets stand for each other."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.norms.conditions import Atom, Happens, Has, Is, Keeps, Reads, ReferredTo
from proclogic.norms.mapping import Mapping
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Fact
from proclogic.norms.translation import translator
from proclogic.program.cone import second_choices


class Pairing:
    """The open questions of `second` in the words of `first`. `settled` are the disputes that one side reads in one way
    only: they are questions of their own."""

    def __init__(self, first: Ruleset, second: Ruleset, mapping: Mapping | None, settled: Iterable[str] = ()) -> None:
        self._back = translator(mapping.inverse()) if mapping is not None else None
        self._known: dict[Atom, Atom | None] = {}
        apart = set(settled)
        self._readings = _readings(first, second, apart)
        texts = [{b.id: [(a.name, a.text) for a in b.alternatives] for b in side.brackets} for side in (first, second)]
        self._brackets = {b for b, names in texts[0].items() if texts[1].get(b) == names}
        self._own = set(self._readings.values())
        # Of two alternatives the second is no question of its own: it is the first, denied.
        self.contrary = second_choices(first)

    def shared(self, atom: Atom) -> Atom | None:
        """A question of the first ruleset by which the second may know it too; None where it is its own."""
        match atom:
            case Reads():
                return atom if atom in self._own else None
            case Keeps(bracket):
                return atom if bracket in self._brackets else None
        return atom

    def back(self, atom: Atom) -> Atom | None:
        """A question of the second ruleset in the words of the first; None where these have none for it."""
        match atom:
            case Reads():
                return self._readings.get(atom)
            case Keeps(bracket):
                return atom if bracket in self._brackets else None
        if self._back is None:
            return atom
        if atom not in self._known:
            self._known[atom] = self._translated(atom)
        return self._known[atom]

    def _translated(self, atom: Is | Has | Happens | ReferredTo) -> Atom | None:
        assert self._back is not None
        found = self._back.facts((Fact(atom, True),)).found
        if len(found) != 1 or len(found[0]) != 1:
            return None
        said = found[0][0].atom
        return said if isinstance(said, Is | Has | Happens | ReferredTo) else None


def _readings(first: Ruleset, second: Ruleset, apart: set[str]) -> dict[Reads, Reads]:
    """The readings of the second ruleset with those of the first that have their name and are of words in the same
    place. Where one text has more readings than the other, what both have stands for each other if the other has two:
    then one of them, or its contrary, holds there whatever the first is taken to say."""
    found: dict[Reads, Reads] = {}
    for there in second.disputes:
        names = {r.name for r in there.readings}
        alike = [d for d in first.disputes if d.provision == there.provision and names & {r.name for r in d.readings}]
        exact = [d for d in alike if d.id == there.id] or alike
        if len(exact) != 1 or {there.id, exact[0].id} & apart:
            continue
        mine = {r.name for r in exact[0].readings}
        smaller = min(names, mine, key=len)
        if names == mine or (len(smaller) == 2 and smaller == names & mine):
            found |= {Reads(there.id, name): Reads(exact[0].id, name) for name in names & mine}
    return found
