"""Looks up what the leaves of an answer lead to, and splits them where that differs though the verdict does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice, product

from proclogic.answers.cases import Leaf
from proclogic.answers.consequences import Consequence
from proclogic.answers.derivation import Derivations
from proclogic.answers.telling import Telling
from proclogic.engine.session import Posed
from proclogic.norms.conditions import Atom, Keeps, Reads
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Accord, Norm, Permit
from proclogic.program.from_norms import Program
from proclogic.values import unique

LEAVES = 40  # choices that are looked at one by one
WAYS = 32  # further choices, of texts that leave the verdict as it is, for each of them


class Consequences:
    """Looks up what the leaves of one session's answers lead to."""

    def __init__(self, telling: Telling, derivations: Derivations) -> None:
        self._telling = telling
        self._derivations = derivations
        self._of: Posed | None = None
        self._kept: dict[Leaf, Consequence] = {}
        self._looked: Program | None = None
        self._found_to_matter: frozenset[str] = frozenset()

    def of(self, posed: Posed, leaf: Leaf) -> Consequence:
        """What a leaf leads to."""
        if self._of is not posed:
            self._of, self._kept = posed, {}
        if leaf not in self._kept:
            self._kept[leaf] = self._found(posed, leaf)
        return self._kept[leaf]

    def acts(self, posed: Posed, leaf: Leaf) -> Consequence:
        """What a leaf leads to, as far as can be said without looking at the norms that carry it: who acts."""
        settled, ways = leaf.settled, self._telling.ways
        return Consequence(
            steps=ways(posed, settled.steps),
            gates=ways(posed, settled.gates),
            sets_off=ways(posed, settled.sets_off),
            holds=ways(posed, settled.holds),
        )

    def _found(self, posed: Posed, leaf: Leaf) -> Consequence:
        trace = self._derivations.of(posed, leaf)
        presumed = (self._telling.act(posed, posed.ground.open[a]) for a in trace.presumed if a in posed.ground.open)
        limits = (
            (self._telling.wording.limit(x), n.provision)
            for n in trace.norms.values()
            if isinstance(n.effect, Permit)
            for x in n.limits
        )
        acts = self.acts(posed, leaf)
        return acts.replace(presumed=unique(presumed), limits=unique(limits), strength=trace.strength())

    def spread(self, posed: Posed, leaves: Sequence[Leaf], counts: Callable[[Leaf], bool]) -> list[Leaf]:
        """The leaves, each that counts split further by the readings and brackets that leave its verdict as it is and
        yet change the words, the limits or what is presumed. As they are, where there are too many to look at."""
        if len(leaves) > LEAVES or not any(_group(posed.atom(x)) for x in posed.free):
            return list(leaves)
        return [one for leaf in leaves for one in (self._spread(posed, leaf) if counts(leaf) else [leaf])]

    def _matter(self, posed: Posed) -> frozenset[str]:
        """The disputes and brackets whose alternatives hold norms with other words, other limits, or other duties to
        presume: all others change none of them."""
        program = posed.ground.program
        if self._looked is not program:
            duties = frozenset(program.duties)
            sides: dict[str, dict[Atom, set[tuple[object, ...]]]] = {}
            for name, alternatives in program.constraints.choices.items():
                sides[name] = {a: set() for a in alternatives}
            for norm in program.norms:
                for atom in atoms(norm.guard):
                    of = sides.setdefault(_group(atom), {}).setdefault(atom, set())
                    if any(_words(norm, duties)):
                        of.add(_words(norm, duties))
            differ = (
                g for g, found in sides.items() if len(set(map(frozenset, found.values()))) > 1 or len(found) == 1
            )
            self._looked, self._found_to_matter = program, frozenset(g for g in differ if any(sides[g].values()))
        return self._found_to_matter

    def _spread(self, posed: Posed, leaf: Leaf) -> list[Leaf]:
        closed = posed.nogoods.closure(leaf.path | leaf.choice) or leaf.path | leaf.choice
        told: dict[str, None] = {}
        matter = self._matter(posed)
        for norm in self._derivations.of(posed, leaf).norms.values() if matter else ():
            groups = (_group(a) for a in atoms(norm.guard) if isinstance(a, Reads | Keeps))
            told.update(dict.fromkeys(g for g in groups if g in matter))
        sides: list[list[int]] = []
        for group in told:
            among = [x for x in posed.free if _group(posed.atom(x)) == group]
            literals = [x for x in ([among[0], -among[0]] if len(among) == 1 else among) if -x not in closed]
            if len(literals) > 1 and not any(x in closed for x in literals):
                sides.append(literals)
        made = []
        for more in islice(product(*sides), WAYS + 1) if sides else ():
            choice = leaf.choice | frozenset(more)
            if posed.nogoods.closure(leaf.path | choice) is not None:
                made.append(leaf.replace(choice=choice, path=leaf.path | choice))
        if not 1 < len(made) <= WAYS:
            return [leaf]
        return made if len({self.of(posed, one) for one in made}) > 1 else [leaf]


def _words(norm: Norm, duties: frozenset[Atom]) -> tuple[object, ...]:
    """What of a norm can change words, limits or what is presumed."""
    gives = (norm.strength, norm.limits) if isinstance(norm.effect, Permit | Accord) else ()
    return *gives, frozenset(duties.intersection(atoms(norm.condition)))


def _group(atom: Atom) -> str:
    return atom.dispute if isinstance(atom, Reads) else atom.bracket if isinstance(atom, Keeps) else ""
