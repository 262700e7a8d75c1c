"""Whether two cells are the same at a glance: then nothing of them has to be put into words.

The implicants of both sides are the same, and so is what an answer says beside them: the strength of the words, limits,
how bodies decide, and how the readings stand. Nothing is lost where a glance does not show it: then they are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from proclogic.answers.cells import Asker
from proclogic.compare.joint import Joint
from proclogic.compare.sides import Profile
from proclogic.norms.conditions import Happens, Reads
from proclogic.norms.model import Norm, Permit


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
