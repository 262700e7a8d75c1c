"""The actors of a comparison as a sentence names them, and which of them are States."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.compare.model import Actor
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Cell
from proclogic.norms.vocabulary import ACTOR, Kind
from proclogic.values import unique

_ENDS = frozenset(["of", "to", "in", "for", "under", "from", "with", "that", "whose", "which"])  # of the noun itself


def actors_of(ruleset: Ruleset, cells: Iterable[Cell]) -> tuple[Actor, ...]:
    """The actors of the cells of a ruleset, in the order of declaration."""
    asked = {kind for cell in cells for kind in cell.actor.kinds}
    kinds = {k.id: k for k in ruleset.vocabulary.kinds if k.sort == ACTOR}
    return unique(_actor(kind, kinds) for name, kind in kinds.items() if name in asked)


def _actor(kind: Kind, kinds: dict[str, Kind]) -> Actor:
    above, waiting = {kind.id}, [kind.id]
    while waiting:
        found = kinds.get(waiting.pop())
        more = [p for p in found.parents if p not in above] if found is not None else []
        above.update(more)
        waiting += more
    is_state = any(names_states(kinds[k].phrase) for k in above if k in kinds)
    called = f"{kind.article} {kind.phrase}".strip() if kind.sole else kind.plural or kind.phrase
    return Actor(kind.phrase, called, not kind.sole, is_state)


def names_states(phrase: str) -> bool:
    """Whether a class is one of States by its name: "State", "State Party", "State that is not a Party", "observer
    State"; not "Head of State", "representative of a State Party" or "State-owned enterprise"."""
    for word in phrase.split():
        if word.casefold() in ("state", "states"):
            return True
        if word.casefold() in _ENDS:
            return False
    return False
