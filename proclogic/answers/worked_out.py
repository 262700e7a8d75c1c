"""The matrix of a ruleset, worked out once and kept in the user's cache for the next command."""

from __future__ import annotations

from collections.abc import Sequence

from proclogic import cache as kept
from proclogic.answers import lists
from proclogic.answers.model import Matrix
from proclogic.answers.options import Options
from proclogic.norms.model import Ruleset

_CODE = ("", "answers", "engine", "program", "encodings", "norms")  # what an answer rests on, beside the ruleset


def matrix(
    ruleset: Ruleset,
    options: Options | None = None,
    actors: Sequence[str] = (),
    acts: Sequence[str] = (),
    bodies: Sequence[str] = (),
    *,
    cache: bool = True,
    choices: bool = False,
) -> Matrix:
    """As `lists.matrix`, read from the cache where the same texts were asked in the same way before.

    Only whole matrices are kept; a part is taken from the whole, or worked out alone where there is none. One with what
    cells are under choices is kept beside the one without, which is smaller and quicker to read."""
    chosen = (options or Options()).on(ruleset)
    ruleset = ruleset.counting(chosen.layers)
    asked = chosen, actors, acts, bodies
    if not cache or not ruleset.hashes:
        return lists.matrix(ruleset, *asked, choices=choices)
    kind, key = "choices" if choices else "matrix", _key(ruleset, chosen)
    whole = kept.load(kind, key)
    if not isinstance(whole, Matrix):
        if actors or acts or bodies:
            return lists.matrix(ruleset, *asked, choices=choices)
        whole = lists.matrix(ruleset, chosen, choices=choices)
        kept.store(kind, key, whole)
        if choices:
            kept.store("matrix", key, whole.replace(rows=tuple(r.replace(under=()) for r in whole.rows), choosable=()))
    if actors or acts or bodies:
        return lists.part(ruleset, whole, actors, acts, bodies) or lists.matrix(ruleset, *asked, choices=choices)
    return whole


def _key(ruleset: Ruleset, options: Options) -> str:
    asked = (options.strict, options.layers, options.readings, options.numbers)
    return kept.key(_CODE, ruleset.id, ruleset.hashes, ruleset.resolved, asked)
