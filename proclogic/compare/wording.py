"""The open questions of two cells in words."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from proclogic.answers.cells import Asker
from proclogic.compare.joint import Joint
from proclogic.explain.frames import frames
from proclogic.explain.saying import Saying
from proclogic.norms.conditions import Has, Is, Keeps, Reads
from proclogic.norms.questions import Cell
from proclogic.norms.vocabulary import OBJECT

_SAYINGS: WeakKeyDictionary[Asker, Saying] = WeakKeyDictionary()


def literal(joint: Joint, askers: tuple[Asker, Asker], cells: tuple[Cell, Cell], number: int) -> str:
    """A literal of both in words, of the first side where it has them. The object has the name that the cell gives it,
    and words in dispute are quoted."""
    side, one = min(joint.members[abs(number)])
    posed, asker = joint.posed[side], askers[side]
    assert posed is not None
    atom = posed.atom(one)
    if isinstance(atom, Reads | Keeps):
        return _saying(asker).chosen(atom, number > 0)
    text = asker.wording.literal(atom, number > 0)
    thing = cells[side].object
    if thing is None or not thing.kinds:
        return text
    predicate = asker.wording.predicates.get(atom.predicate) if isinstance(atom, Has) else None
    if (isinstance(atom, Is) and atom.sort == OBJECT) or (predicate is not None and predicate.sort == OBJECT):
        return text.replace("the object", f"the {asker.wording.bare(thing.kinds[0], OBJECT)}", 1)
    return text


def _saying(asker: Asker) -> Saying:
    if asker not in _SAYINGS:
        _SAYINGS[asker] = Saying(asker.ruleset, asker.wording, frames())
    return _SAYINGS[asker]
