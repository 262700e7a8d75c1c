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
from proclogic.cli.progress import progress
from proclogic.cli.run import INCOMPLETE
from proclogic.cli.writing import CSV, Date, Size, Template, To, Wanted, answer, material, wanted
from proclogic.papers.document import Paper


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
    to: To = None,
    template: Template = None,
    size: Size = None,
    date: Date = None,
    no_cache: NoCache = False,
) -> int:
    """Prints the assessment."""
    general = options(strict, layers)
    file = wanted(to, template, size, date, (CSV,))
    from proclogic.cli.positions import named
    from proclogic.cli.reading import rulesets as load

    as_json = form is Format.json and not plain
    asked = named(position, rulesets, as_json)
    read = load(rulesets, cache=not no_cache, as_json=as_json)
    read = resolved(resolve or (), read, general.layers)
    followed = readings(reading or (), read)
    from proclogic.cli.positions import assessed
    from proclogic.papers import write

    chosen = [general.replace(readings=each) for each in followed]
    with progress(f"Holding {' and '.join(r.id for r in read)} to {asked.id}"):
        found = assessed(asked, read, chosen, as_json)
    text = write.assessments(found, Format.plain.value if plain else form.value)

    def paper(of: Wanted) -> Paper:
        from proclogic.papers import made

        return made.assessments(found, material(of, read, chosen, others=[asked.hash]))

    answer(text, file, paper, lambda: write.assessments(found, "csv"))
    return 0 if all(value.complete for value in found) else INCOMPLETE
