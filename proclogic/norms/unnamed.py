"""Words that leave a thing to somebody, where the text does not say to whom: may be accorded, may be invited.

They become a condition of the norm: an act of somebody whom the text does not name.
"""

from __future__ import annotations

from collections.abc import Mapping

from proclogic.norms.conditions import ALWAYS, And, Formula, Happens, Or, ReferredTo
from proclogic.norms.formulas import pushed
from proclogic.norms.model import Accord, Effect, Permit
from proclogic.norms.vocabulary import ACTOR

UNNAMED = "somebody the text does not name"  # the agent of the act
LEFT_TO_SOMEBODY = ("may be accorded", "may be invited")  # strengths
_ACCORD, _INVITE = "accord it ", "invite it to "


def leave(effect: Effect, strength: str, condition: Formula) -> Formula:
    """The act of somebody unnamed on which a norm of this strength turns; always so where its condition names somebody
    whose act lets in, or where its words leave nothing to anybody."""
    if strength not in LEFT_TO_SOMEBODY or names_somebody(condition):
        return ALWAYS
    match effect:
        case Accord(status):
            return Happens(_ACCORD + status, UNNAMED)
        case Permit(act):
            return Happens(_INVITE + act, UNNAMED)
        case _:
            return ALWAYS


def names_somebody(condition: Formula) -> bool:
    """Whether a condition asks for an act of a named other, or for a referral to a body."""
    return _asks(pushed(condition))


def _asks(condition: Formula) -> bool:
    match condition:
        case And(parts) | Or(parts):
            return any(map(_asks, parts))
        case Happens(agent=agent):
            return agent not in (ACTOR, UNNAMED)
        case ReferredTo():
            return True
        case _:
            return False


def told(event: str, phrases: Mapping[str, str]) -> tuple[str, str]:
    """The act of somebody unnamed in words, in its base form and after its agent: "accord it observer status",
    "accords it observer status". `phrases` are those of statuses and acts, by id."""
    for start in (_ACCORD, _INVITE):
        if event.startswith(start):
            id_ = event.removeprefix(start)
            event = start + phrases.get(id_, id_)
    verb, _, rest = event.partition(" ")
    return event, f"{verb}s {rest}"
