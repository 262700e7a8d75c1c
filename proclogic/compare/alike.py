"""Whether two cells are the same at a glance: then nothing of them has to be put into words.

The implicants of both sides are the same, and so is what an answer says beside them: the strength of the words, limits,
how bodies decide, and how the readings stand. Nothing is lost where a glance does not show it: then they are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from proclogic.answers.cells import Asker
from proclogic.compare.joint import Joint
from proclogic.compare.sides import SILENT, Profile, Side
from proclogic.norms.conditions import Happens, Reads
from proclogic.norms.model import Classify, DecideBy, Norm, Permit


class Unchanged:
    """The norms of two rulesets that are the same in both, told by their ids: a cell on which no other norm bears is
    the same without a look at it. None are, where the words or what is contested differ."""

    def __init__(self, first: Side, second: Side) -> None:
        one, two = first.ruleset, second.ruleset
        context = [(r.vocabulary, r.disputes, r.brackets, r.silence) for r in (one, two)]
        options = [(s.asker.options.strict, s.asker.options.readings) for s in (first, second)]
        mine, theirs = ({n.id: n for n in r.norms} for r in (one, two))
        ids = mine.keys() | theirs.keys()
        self.changed = {i for i in ids if i not in mine or i not in theirs or mine[i] != theirs[i]}
        layers = [s.asker.options.layers for s in (first, second)]
        self.possible = context[0] == context[1] and options[0] == options[1] and layers[0] == layers[1]
        # How bodies decide is no part of what bears on a cell: where that differs every cell is looked at.
        deciding = (DecideBy, Classify)
        every = [*mine.values(), *theirs.values()]
        self.possible = self.possible and not any(
            n.id in self.changed and isinstance(n.effect, deciding) for n in every
        )

    def holds(self, first: object, second: object) -> bool:
        """Whether cells with these problems are the same: no norm that differs bears on either."""
        if not self.possible or SILENT in (first, second) or not isinstance(first, tuple):
            return False
        return first == second and not any(i in self.changed for i, _ in first[0])


def is_same(joint: Joint, askers: tuple[Asker, Asker], profiles: tuple[Profile, Profile]) -> bool:
    """Whether the two come to the same, as far as can be seen without their answers."""
    if any(p.posed is None for p in profiles):
        return False
    cubes = [(set(p.entitled), set(p.forbidden)) for p in profiles]
    numbered = [tuple({joint.cube(s, c) for c in goal} for goal in goals) for s, goals in enumerate(cubes)]
    if numbered[0] != numbered[1] or _said(profiles[0].norms) != _said(profiles[1].norms):
        return False
    used = {abs(x) for goal in numbered[0] for c in goal for x in c}
    return all(joint.is_shared(x) for x in used) and not any(_differs(joint, askers, x) for x in used)


def _said(norms: Iterable[Norm]) -> Counter[object]:
    """The words of the grants, with their limits."""
    return Counter((n.effect, n.strength, n.limits) for n in norms if isinstance(n.effect, Permit) or n.limits)


def _differs(joint: Joint, askers: tuple[Asker, Asker], number: int) -> bool:
    """Whether a body decides on an act otherwise, or a reading stands otherwise."""
    told: list[object] = []
    for side, literal in joint.members[number]:
        posed = joint.posed[side]
        atom = posed.atom(literal) if posed is not None else None
        if isinstance(atom, Happens):
            deciding = askers[side].deciding
            layers = askers[side].options.layers
            told.append({r.decision for r in deciding.ruled(atom) if r.layer in layers})
        elif isinstance(atom, Reads):
            standings = {
                r.name: r.standing for d in askers[side].ruleset.disputes if d.id == atom.dispute for r in d.readings
            }
            told.append(standings)
    return any(one != told[0] for one in told[1:])
