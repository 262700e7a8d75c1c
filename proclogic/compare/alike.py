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
from proclogic.norms.conditions import Happens, Has, Is, Reads, ReferredTo
from proclogic.norms.formulas import replaced
from proclogic.norms.mapping import Mapping
from proclogic.norms.model import Accord, Classify, DecideBy, Deem, Deny, Disapply, Norm, Oblige, Permit, Refer


class Unchanged:
    """The norms of two rulesets that are the same in both, told by their ids: a cell on which no other norm bears is
    the same without a look at it. None are, where the words or what is contested differ, or a mapping is to say which
    words stand for each other."""

    def __init__(self, first: Side, second: Side, mapping: Mapping | None) -> None:
        one, two = first.ruleset, second.ruleset
        context = [(r.vocabulary, r.disputes, r.brackets, r.silence) for r in (one, two)]
        options = [(s.asker.options.strict, s.asker.options.readings) for s in (first, second)]
        mine, theirs = ({n.id: n for n in r.norms} for r in (one, two))
        ids = mine.keys() | theirs.keys()
        self.changed = {i for i in ids if i not in mine or i not in theirs or mine[i] != theirs[i]}
        layers = [s.asker.options.layers for s in (first, second)]
        self.possible = (
            mapping is None and context[0] == context[1] and options[0] == options[1] and layers[0] == layers[1]
        )
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
    if numbered[0] != numbered[1]:
        return False
    used = {abs(x) for goal in numbered[0] for c in goal for x in c}
    if not all(joint.is_shared(x) for x in used) or any(_differs(joint, askers, x) for x in used):
        return False
    words = [_words(p.norms) for p in profiles]
    if words[0] != words[1]:
        return False
    # Which words carry what, what is pending and where rules clash does not show in the implicants.
    plain = (
        len(words[0]) < 2
        and not cubes[0][1]
        and not any(isinstance(n.effect, Refer) for p in profiles for n in p.norms)
    )
    return plain or _structure(joint, profiles[0], 0) == _structure(joint, profiles[1], 1)


def _words(norms: Iterable[Norm]) -> set[object]:
    """The words in which something is given, with their limits."""
    return {(n.strength, n.limits) for n in norms if isinstance(n.effect, Permit | Accord) or n.limits}


def _structure(joint: Joint, profile: Profile, side: int) -> Counter[object]:
    """The norms that can bear on a cell, in the words of the first side, without their numbers."""
    needs = profile.asker.session.needs(profile.cell, {})
    keys: dict[str, object] = {}
    for norm, left in needs:
        effect: object = type(norm.effect).__name__
        match norm.effect:
            case Accord(status) | Deny(status):
                effect = effect, joint.name(side, Has(status))
            case Refer(body):
                effect = effect, joint.name(side, ReferredTo(body))
            case Deem(sort, kind):
                effect = effect, joint.name(side, Is(sort, kind))
            case Oblige(event, agent, deadline):
                effect = effect, joint.name(side, Happens(event, agent, None, deadline))
            case _:
                pass
        keys[norm.id] = effect, norm.strength, norm.limits, replaced(left, lambda a: joint.name(side, a))
    found: Counter[object] = Counter()
    for norm, _ in needs:
        against = norm.effect.targets if isinstance(norm.effect, Disapply) else norm.prevails
        found[keys[norm.id], frozenset(Counter(keys[i] for i in against if i in keys).items())] += 1
    return found


def _differs(joint: Joint, askers: tuple[Asker, Asker], number: int) -> bool:
    """Whether an act is the actor's own, or a body decides on it, otherwise; or a reading stands, or a word is judged,
    otherwise."""
    told: list[object] = []
    for side, literal in joint.members[number]:
        posed, asker = joint.posed[side], askers[side]
        atom = posed.atom(literal) if posed is not None else None
        if isinstance(atom, Happens) and posed is not None:
            ruled = {r.decision for r in asker.deciding.ruled(atom) if r.layer in asker.options.layers}
            told.append((abs(literal) in posed.own, ruled))
        elif isinstance(atom, Reads):
            disputes = (d for d in asker.ruleset.disputes if d.id == atom.dispute)
            told.append({r.name: r.standing for d in disputes for r in d.readings})
        elif isinstance(atom, Has):
            said = asker.wording.predicates.get(atom.predicate)
            told.append(said is not None and said.role == "judgement" and not said.judge)
    return any(one != told[0] for one in told[1:])
