"""The part of a comparison that is about some actors, acts or bodies."""

from __future__ import annotations

from collections.abc import Container

from proclogic.compare.model import Comparison

Names = Container[str]


def narrowed(whole: Comparison, actors: Names = (), acts: Names = (), bodies: Names = ()) -> Comparison:
    """A comparison of every cell, cut down to those whose actor, act and body have one of these names, in words of A or
    of B; all of them where there is no name. Of how many cells no rule speaks is not known of a part."""
    found = tuple(
        d
        for d in whole.differences
        if _named(actors, d.actor, d.actor_b) and _named(acts, d.act, d.act_b) and _named(bodies, d.body, d.body_b)
    )
    only = tuple(o for o in whole.only if _named(actors, o.actor) and _named(acts, o.act) and _named(bodies, o.body))
    there = {d.actor for d in found}
    kept = tuple(a for a in whole.actors if _named(actors, a.name) or a.name in there)
    return whole.replace(differences=found, only=only, actors=kept, same=0, silent=0)


def _named(wanted: Names, *names: str) -> bool:
    return not wanted or any(name in wanted for name in names)
