"""The comparison of two rulesets, worked out once and kept in the user's cache for the next command."""

from __future__ import annotations

from proclogic import cache as kept
from proclogic.answers.options import Options
from proclogic.compare import whole
from proclogic.compare.model import Comparison
from proclogic.norms.mapping import Mapping
from proclogic.norms.model import Ruleset

# What a comparison rests on, beside the rulesets.
_CODE = ("", "answers", "compare", "encodings", "engine", "explain", "norms", "program", "reference", "syntax")


def compare(
    first: Ruleset,
    second: Ruleset,
    options: tuple[Options, Options] | None = None,
    mapping: Mapping | None = None,
    labels: tuple[str, str] = ("", ""),
    every: bool = False,
    *,
    cache: bool = True,
) -> Comparison:
    """As `whole.compare`, read from the cache where the same texts were compared in the same way before."""
    chosen = options or (Options(), Options())
    sides = [(o.on(r), r.counting(o.on(r).layers)) for o, r in zip(chosen, (first, second), strict=True)]
    if not cache or not all(ruleset.hashes for _, ruleset in sides):
        return whole.compare(first, second, chosen, mapping, labels, every)
    asked = [(o.strict, o.layers, o.readings, o.numbers, r.id, r.hashes, r.resolved) for o, r in sides]
    words = [(c.first, c.second, c.relation) for c in mapping.counterparts] if mapping is not None else []
    key = kept.key(_CODE, asked, words, labels, every)
    found = kept.load("comparison", key)
    if not isinstance(found, Comparison):
        found = whole.compare(first, second, chosen, mapping, labels, every)
        kept.store("comparison", key, found)
    return found
