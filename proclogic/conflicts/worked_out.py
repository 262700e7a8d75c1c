"""What an examination of a ruleset finds, worked out once and kept in the user's cache for the next command."""

from __future__ import annotations

from proclogic import cache as kept
from proclogic.answers.options import Options
from proclogic.conflicts import whole
from proclogic.conflicts.model import Findings
from proclogic.norms.model import Ruleset

# What findings rest on, beside the ruleset.
_CODE = (
    *("", "answers", "conflicts", "conflicts/remedies", "diagnostics", "encodings", "engine", "explain", "norms"),
    *("norms/checks", "program", "reference", "syntax"),
)


def conflicts(ruleset: Ruleset, options: Options | None = None, *, cache: bool = True) -> Findings:
    """As `whole.conflicts`, read from the cache where the same texts were examined in the same way before."""
    chosen = (options or Options()).on(ruleset)
    text = ruleset.counting(chosen.layers)
    if not cache or not text.hashes:
        return whole.conflicts(ruleset, chosen)
    asked = (chosen.strict, chosen.layers, chosen.readings, chosen.numbers)
    key = kept.key(_CODE, text.id, text.hashes, text.resolved, asked)
    found = kept.load("findings", key)
    if not isinstance(found, Findings):
        found = whole.conflicts(ruleset, chosen)
        kept.store("findings", key, found)
    return found
