"""Holds rulesets to a position, ask by ask: met, by leave only, contested, not met.

    proclogic assess untoc-cop --position gpd-2025

Several rulesets stand side by side. A position is a file of asks, found in queries/ by its name, or named by its path;
"-" reads it from the standard input. Asks that are no entitlements are listed apart.
"""

from typing import Annotated

import typer

from proclogic.cli.options import (
    COUNTED,
    Format,
    FormatOption,
    Layers,
    NoCache,
    Plain,
    Readings,
    Resolve,
    Strict,
    options,
    readings,
    resolved,
)
from proclogic.cli.run import INCOMPLETE
from proclogic.cli.streams import out


def command(
    rulesets: Annotated[list[str], typer.Argument(metavar="RULESET...", help="Names, files or folders.")],
    position: Annotated[
        str, typer.Option("--position", "-p", metavar="NAME", help="A position by its name or path; - for stdin.")
    ] = "",
    strict: Strict = False,
    layers: Layers = COUNTED,
    reading: Readings = None,
    resolve: Resolve = None,
    form: FormatOption = Format.text,
    plain: Plain = False,
    no_cache: NoCache = False,
) -> int:
    """Prints the assessment."""
    general = options(strict, layers)
    from proclogic.cli.positions import named
    from proclogic.cli.reading import rulesets as load

    as_json = form is Format.json and not plain
    asked = named(position, rulesets, as_json)
    read = load(rulesets, cache=not no_cache, as_json=as_json)
    read = resolved(resolve or (), read, general.layers)
    followed = readings(reading or (), read)
    from proclogic.cli.positions import assessed
    from proclogic.papers import write

    found = assessed(asked, read, [general.replace(readings=each) for each in followed], as_json)
    out(write.assessments(found, Format.plain.value if plain else form.value))
    return 0 if all(value.complete for value in found) else INCOMPLETE
