"""What no world can have: the constraints between open questions.

nogoods((Is("actor", "state"), Is("actor", "state party")), ...) -> State Party without State
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from proclogic.norms.conditions import Atom, Happens, Is, Keeps, Reads
from proclogic.norms.hierarchy import Hierarchy, happens_entails
from proclogic.norms.model import Ruleset


class Constraints:
    """The constraints between some atoms. `entails` and `excludes` are pairs of atoms, `choices` exactly-one groups,
    `below` the atoms of descendants, for kinds that an individual can only have through one of them."""

    def __init__(self, ruleset: Ruleset, hierarchy: Hierarchy, atoms: Sequence[Atom]) -> None:
        self.entails: list[tuple[Atom, Atom]] = []
        self.excludes: list[tuple[Atom, Atom]] = []
        self.choices: dict[str, list[Atom]] = {}
        self.below: dict[Atom, list[Atom]] = defaultdict(list)
        kinds = [a for a in atoms if isinstance(a, Is)]
        for one in kinds:
            up = hierarchy.up(one.sort, one.kind)
            for other in kinds:
                if other == one or other.sort != one.sort:
                    continue
                if other.kind in up:
                    self.entails.append((one, other))
                    self.below[other].append(one)
                elif one.kind < other.kind and hierarchy.disjoint(one.sort, one.kind, other.kind):
                    self.excludes.append((one, other))
        events: dict[tuple[str, str], list[Happens]] = defaultdict(list)
        for atom in atoms:
            if isinstance(atom, Happens):
                events[atom.event, atom.agent].append(atom)
        for group in events.values():
            self.entails.extend((a, b) for a in group for b in group if a != b and happens_entails(a, b))
        self._groups(ruleset, atoms)

    def _groups(self, ruleset: Ruleset, atoms: Sequence[Atom]) -> None:
        used = {a.dispute for a in atoms if isinstance(a, Reads)} | {a.bracket for a in atoms if isinstance(a, Keeps)}
        for dispute in ruleset.disputes:
            if dispute.id in used and len(dispute.readings) != 2:
                self.choices[dispute.id] = [Reads(dispute.id, r.name) for r in dispute.readings]
        for bracket in ruleset.brackets:
            if bracket.id in used and len(bracket.alternatives) != 2:
                self.choices[bracket.id] = [Keeps(bracket.id, a.name) for a in bracket.alternatives]


def complete_choices(ruleset: Ruleset, atoms: Iterable[Atom]) -> list[Atom]:
    """The atoms, with every reading of each dispute and every alternative of each bracket that one of them names.

    A choice between two is one atom: the other is its contrary."""
    found = dict.fromkeys(atoms)
    disputes = {a.dispute for a in found if isinstance(a, Reads)}
    brackets = {a.bracket for a in found if isinstance(a, Keeps)}
    for dispute in ruleset.disputes:
        if dispute.id in disputes and len(dispute.readings) != 2:
            found.update(dict.fromkeys(Reads(dispute.id, r.name) for r in dispute.readings))
    for bracket in ruleset.brackets:
        if bracket.id in brackets and len(bracket.alternatives) != 2:
            found.update(dict.fromkeys(Keeps(bracket.id, a.name) for a in bracket.alternatives))
    return list(found)


def narrower_kinds(hierarchy: Hierarchy, atoms: Iterable[Atom]) -> list[Atom]:
    """The descendants that must be asked about too: those with an ancestor that is neither above nor below the kind.

    An individual of the one line can reach the kind of the other line through them only."""
    found: dict[Atom, None] = {}
    for atom in atoms:
        if isinstance(atom, Is):
            family = hierarchy.up(atom.sort, atom.kind) | hierarchy.down(atom.sort, atom.kind)
            for kind in sorted(hierarchy.down(atom.sort, atom.kind)):
                if kind != atom.kind and not hierarchy.up(atom.sort, kind) <= family:
                    found[Is(atom.sort, kind)] = None
    return list(found)
