"""The acts of others that come before what is looked at: the fewest that a right needs.

A right that holds of right needs none. One that holds by leave needs what lets it in; only that is done.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from proclogic.engine.ground import Literal
from proclogic.engine.posed import Posed


def fewest(
    posed: Posed, assumed: Sequence[Literal], never: Collection[Literal], leading: Sequence[Literal]
) -> tuple[list[Literal], list[Literal]] | None:
    """What others do, act by act, and a world with what is assumed in which they do as little as possible; None where
    no world has it. The acts `never` are left out of account. Readings are followed as they lead where that can be.
    Worlds are asked for and not whether there is one: what a guard among the assumed forbids grows."""
    solver = posed.ground.solver
    acts = sorted(x for x in posed.others if x not in never)
    none = [-x for x in acts]
    for said in ([*assumed, *none, *leading], [*assumed, *none]):
        world = solver.world(said, posed.free)
        if world is not None:
            return none, world
    said = [*assumed, *leading]
    world = solver.world(said, posed.free)
    if world is None:
        said = list(assumed)
        world = solver.world(said, posed.free)
    if world is None:
        return None
    done: list[Literal] = []
    for x in acts:
        other = solver.world([*said, *done, -x], posed.free) if x in world else world
        done.append(x if other is None else -x)
        world = other or world
    return done, world
