"""What a case is watched for: each watch says what a world, or a step from one world to the next, shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from proclogic.fuzz.model import CIRCLE, CLAIM, CONTRADICTION, DUTY, HOLE, STATUS
from proclogic.fuzz.places import Place
from proclogic.norms.model import Accord, Deny, Forbid, Norm, Oblige, Permit, Refer
from proclogic.norms.vocabulary import ACTOR
from proclogic.reference.acts import covers
from proclogic.reference.evaluate import Evaluation

Showing = tuple[str, tuple[str, ...]]  # the kind, and the ids of the norms that are to blame


def watched(place: Place, seen: Evaluation, edited: Norm | None = None) -> Iterator[Showing]:
    """What one world shows; after an edit, with the norm as edited."""
    norms = [place.table.norms[i] for i in sorted(seen.effective) if i in place.table.norms]
    if edited is not None:
        norms = [edited if n.id == edited.id else n for n in norms]
    if seen.undefined:
        names = [u.partition("(")[2].rstrip(")") for u in seen.undefined if u.startswith("effective(")]
        yield CIRCLE, tuple(n for n in names if n in place.table.norms)
        return
    if place.claim and seen.entitled != (place.claim == "always"):
        yield CLAIM, tuple(n.id for n in norms if isinstance(n.effect, Permit | Forbid) and _covers(place, n))
    if seen.conflicting:
        here = [n for n in norms if isinstance(n.effect, Permit | Forbid) and _covers(place, n)]
        for grant in (n for n in here if isinstance(n.effect, Permit)):
            for ban in (n for n in here if isinstance(n.effect, Forbid)):
                yield CONTRADICTION, (grant.id, ban.id)
    for one, other in product(norms, norms):
        match one.effect, other.effect:
            case Accord(status), Deny(taken) if status == taken and other.strength != "loses":  # what is lost was given
                yield STATUS, (one.id, other.id)
            case Oblige(event, agent), Forbid(act) if act == event == place.cell.act and _is_bearer(place, agent):
                yield DUTY, (one.id, other.id)


def stepped(place: Place, before: Evaluation, after: Evaluation) -> Iterator[Showing]:
    """What a step shows: a right that ends when the matter is referred, without a word on what holds until then."""
    referred = after.referred - before.referred
    if before.entitled and not after.granted and not after.forbidden and referred:
        ids = [i for i in sorted(after.effective) if i in place.table.norms]
        yield HOLE, tuple(i for i in ids if isinstance(place.table.norms[i].effect, Refer))


def _covers(place: Place, norm: Norm) -> bool:
    effect = norm.effect
    assert isinstance(effect, Permit | Forbid)
    return covers(place.setting, effect.act, effect.body, effect.object)


def _is_bearer(place: Place, agent: str) -> bool:
    return agent == ACTOR or agent in place.cell.actor.kinds
