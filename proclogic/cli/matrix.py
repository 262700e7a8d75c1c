"""Who may do what, and where, under one ruleset: actor x act x body.

proclogic matrix untoc-cop --actor NGO --act attend --act speak
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

Names = list[str] | None


def command(
    ruleset: Annotated[str, typer.Argument(metavar="RULESET", help="A name, a file or a folder; - for stdin.")],
    actor: Annotated[Names, typer.Option(metavar="NAME", help="Only this actor; may be repeated.")] = None,
    act: Annotated[Names, typer.Option(metavar="NAME", help="Only this act; may be repeated.")] = None,
    body: Annotated[Names, typer.Option(metavar="NAME", help="Only this body; may be repeated.")] = None,
    strict: Strict = False,
    layers: Layers = COUNTED,
    reading: Readings = None,
    resolve: Resolve = None,
    form: FormatOption = Format.text,
    plain: Plain = False,
    no_cache: NoCache = False,
) -> int:
    """Prints the matrix."""
    general = options(strict, layers)
    from proclogic.cli.reading import rulesets

    (read,) = rulesets([ruleset], cache=not no_cache, as_json=form is Format.json and not plain)
    (read,) = resolved(resolve or (), (read,), general.layers)
    (followed,) = readings(reading or (), (read,))
    from proclogic.answers.worked_out import matrix
    from proclogic.cli.naming import named
    from proclogic.papers import write

    found = matrix(
        read,
        general.replace(readings=followed),
        named("actor", actor or [], read),
        named("act", act or [], read),
        named("body", body or [], read),
        cache=not no_cache,
    )
    out(write.matrix(found, Format.plain.value if plain else form.value))
    return 0 if found.complete else INCOMPLETE
