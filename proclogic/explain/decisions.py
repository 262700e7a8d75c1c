"""How the bodies decide on whose acts an explanation turns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proclogic.answers.cells import Asker
from proclogic.answers.model import Act
from proclogic.engine.session import Posed
from proclogic.explain.model import LEAVE, PASSIVE, Explained, Step
from proclogic.norms.conditions import Formula, Happens


def decisions(asker: Asker, posed: Iterable[Posed], cases: Iterable[Explained]) -> tuple[tuple[Formula, Act], ...]:
    """The acts of bodies that the derivations of the cases rest on, or that would change the answer, each once, as the
    rules of one of the cells `posed` speak of it. A count says itself how many it takes."""
    posed = tuple(posed)
    found: dict[tuple[str, str], tuple[Formula, Act]] = {}
    for atom in (a for case in cases for a in _acts(case)):
        key = atom.event, atom.agent
        if key in found or atom.count is not None or not asker.deciding.decides_as_body(atom):
            continue
        literals = ((one, one.ground.open.get(atom)) for one in posed)
        act = next((asker.telling.act(one, literal) for one, literal in literals if literal is not None), None)
        if act is not None and (act.decided or act.unsettled):
            found[key] = atom, act
    return tuple(found.values())


def _acts(case: Explained) -> Iterator[Happens]:
    for why in case.whys:
        yield from _leaves(why.steps)
    for change in case.changes:
        yield from (atom for atom, _ in change.atoms if isinstance(atom, Happens))


def _leaves(steps: Iterable[Step]) -> Iterator[Happens]:
    for step in steps:
        if step.kind in (LEAVE, PASSIVE) and isinstance(step.atom, Happens):
            yield step.atom
        yield from _leaves(step.parts)
