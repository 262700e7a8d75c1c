"""What a comparison of entitlements does not show: duties, decision rules, statuses and other rules that differ.

They are compared as they stand, rule by rule, whatever their number: no world is looked at. What they do to an
entitlement is told with the entitlement.
"""

from __future__ import annotations

from collections import Counter

from proclogic.compare.model import Beyond
from proclogic.norms.model import (
    Accord,
    Classify,
    DecideBy,
    Deem,
    Deny,
    Norm,
    Oblige,
    Quorum,
    Refer,
    Ruleset,
)
from proclogic.values import unique

_SORTS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("duties", (Oblige,)),
    ("decision rules", (DecideBy, Classify)),
    ("quorums", (Quorum,)),
    ("statuses", (Accord, Deny)),
    ("definitions", (Deem,)),
    ("referrals", (Refer,)),
)


def beyond(first: Ruleset, second: Ruleset, layers: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[Beyond, ...]:
    """The rules of each sort that only one side has, by their provisions; and the words that are judged otherwise."""
    found = []
    for what, effects in _SORTS:
        sides = [[n for n in r.norms if isinstance(n.effect, effects)] for r in (first, second)]
        counted = [[n for n in norms if n.layer in some] for norms, some in zip(sides, layers, strict=True)]
        texts = [Counter(map(_text, norms)) for norms in counted]
        only = [
            unique(n.provision for n in norms if texts[side][_text(n)] > texts[1 - side][_text(n)])
            for side, norms in enumerate(counted)
        ]
        if any(only):
            found.append(Beyond(what, *only))
    judged = [{p.id: (p.role, p.judge) for p in r.vocabulary.predicates} for r in (first, second)]
    words = tuple(w for w, said in judged[0].items() if judged[1].get(w, said) != said)
    return (*found, Beyond("words judged by somebody else", words, words)) if words else tuple(found)


def _text(norm: Norm) -> object:
    return norm.effect, norm.subject, norm.condition, norm.guard, norm.strength, norm.limits
