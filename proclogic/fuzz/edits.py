"""Single edits of a text, as a drafter makes them in the last hour: a condition left out, may not in place of may."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.answers.wording import Wording
from proclogic.norms.formulas import both, conjuncts
from proclogic.norms.model import Accord, Deny, Effect, Forbid, Norm, Permit
from proclogic.values import Value


class Edit(Value):
    """A norm as it would be in place of what it is, and the edit in words."""

    before: Norm
    after: Norm
    words: str


def edits(norm: Norm, wording: Wording, repeated: bool = False) -> Iterator[Edit]:
    """Every single edit of a norm that is tried. Of two rules that say the same (`repeated`) none is turned into its
    contrary: that the two then clash shows nothing."""
    rule = f"rule {norm.provision}"
    parts = tuple(conjuncts(norm.condition))
    for i, part in enumerate(parts):
        rest = norm.replace(condition=both(*parts[:i], *parts[i + 1 :]))
        yield Edit(norm, rest, f"{rule} without its condition “{wording.condition(part)}”")
    turned = None if repeated else _turned(norm.effect)
    if turned is not None:
        effect, instead, written = turned
        yield Edit(norm, norm.replace(effect=effect), f"{rule} with “{instead}” for “{written}”")


def _turned(effect: Effect) -> tuple[Effect, str, str] | None:
    """The contrary of an effect, with the words for it and those that it has."""
    match effect:
        case Permit(act, body, thing):
            return Forbid(act, body, thing), "may not", "may"
        case Forbid(act, body, thing):
            return Permit(act, body, thing), "may", "may not"
        case Accord(status):
            return Deny(status), "has no", "has"
        case Deny(status):
            return Accord(status), "has", "has no"
    return None
