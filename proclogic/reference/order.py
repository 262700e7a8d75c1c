"""Which norm prevails over which where they clash."""

from __future__ import annotations

from proclogic.norms.model import LAYERS, Prevail, Ruleset


def _side(ruleset: Ruleset, names: tuple[str, ...]) -> set[str]:
    layers = [name for name in names if name in LAYERS]
    return {*names} - {*layers} | {n.id for n in ruleset.norms if n.layer in layers}


def prevailing(ruleset: Ruleset) -> dict[str, frozenset[str]]:
    """For each norm id the ids that it prevails over.

    What the norms carry in `prevails` (the canons among it) is taken over, what they declare is added, and
    "without prejudice" is applied last, so that nothing depends on the order in which the norms stand.
    """
    over: dict[str, set[str]] = {n.id: set(n.prevails) for n in ruleset.norms}
    for n in ruleset.norms:
        over[n.id] |= {*n.notwithstanding}
        for other in (*n.subject_to, *n.without_prejudice):
            over.setdefault(other, set()).add(n.id)
        if isinstance(n.effect, Prevail):
            for winner in _side(ruleset, n.effect.winners):
                over.setdefault(winner, set()).update(_side(ruleset, n.effect.losers))
    for n in ruleset.norms:
        over[n.id] -= {*n.without_prejudice}
    return {winner: frozenset(losers - {winner}) for winner, losers in over.items()}
