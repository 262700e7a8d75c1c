"""The kinds that rules deem somebody to be, for the checks that must not count on him being none of them."""

from __future__ import annotations

from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.model import Deem, Ruleset


def deemed_kinds(ruleset: Ruleset, hierarchy: Hierarchy) -> set[tuple[str, str]]:
    """Sorts with kinds that some rule deems, and with the kinds above these."""
    deems = [n.effect for n in ruleset.norms if isinstance(n.effect, Deem)]
    return {(d.sort, k) for d in deems for k in hierarchy.up(d.sort, d.kind)}
