"""Figures, worked out once and kept in the user's cache for the next command."""

from __future__ import annotations

from collections.abc import Sequence

from proclogic import cache as kept
from proclogic.answers.options import Options
from proclogic.norms.model import Ruleset
from proclogic.papers.document import Figure

ENTITLEMENTS, OVERRIDES, STATUSES = "entitlements", "overrides", "statuses"
KINDS = (ENTITLEMENTS, OVERRIDES, STATUSES)
_CODE = ("", "answers", "engine", "program", "encodings", "norms", "papers", "figures")  # what a figure rests on


def figures(
    ruleset: Ruleset,
    options: Options,
    kind: str = ENTITLEMENTS,
    actors: Sequence[str] = (),
    acts: Sequence[str] = (),
    bodies: Sequence[str] = (),
    *,
    cache: bool = True,
) -> tuple[Figure, ...]:
    """The figures of a kind. `actors`, `acts` and `bodies` are ids; with actors, the entitlements are shown as the way
    of each of them."""
    counted = ruleset.counting(options.on(ruleset).layers)
    if not cache or not counted.hashes:
        return _made(counted, options, kind, actors, acts, bodies, cache)
    chosen = options.on(ruleset)
    asked = (chosen.strict, chosen.layers, chosen.readings, kind, tuple(actors), tuple(acts), tuple(bodies))
    key = kept.key(_CODE, counted.id, counted.hashes, counted.resolved, asked)
    found = kept.load("figures", key)
    if not isinstance(found, tuple):
        found = _made(counted, options, kind, actors, acts, bodies, cache)
        kept.store("figures", key, found)
    return found


def _made(
    ruleset: Ruleset,
    options: Options,
    kind: str,
    actors: Sequence[str],
    acts: Sequence[str],
    bodies: Sequence[str],
    cache: bool,
) -> tuple[Figure, ...]:
    if kind == OVERRIDES:
        from proclogic.figures import overrides

        return overrides.figures(ruleset)
    if kind == STATUSES:
        from proclogic.figures import statuses

        return statuses.figures(ruleset, options, actors)
    from proclogic.answers.worked_out import matrix

    if not actors:
        from proclogic.figures import entitlements

        table = matrix(ruleset, options, (), acts, bodies, cache=cache)
        return entitlements.figures(ruleset, table, (), acts, bodies)
    from proclogic.figures import way_figures

    ways = [
        way_figures.figures(
            ruleset, matrix(ruleset, options, (a,), acts, bodies, cache=cache), options, a, acts, bodies
        )
        for a in actors
    ]
    return tuple(figure for each in ways for figure in each)
