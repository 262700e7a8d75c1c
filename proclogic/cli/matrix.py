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
from proclogic.cli.progress import progress
from proclogic.cli.run import INCOMPLETE
from proclogic.cli.writing import CSV, Date, Size, Template, To, Wanted, answer, material, wanted
from proclogic.papers.document import Paper

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
    to: To = None,
    template: Template = None,
    size: Size = None,
    date: Date = None,
    no_cache: NoCache = False,
) -> int:
    """Prints the matrix."""
    general = options(strict, layers)
    file = wanted(to, template, size, date, (CSV,))
    from proclogic.cli.reading import rulesets

    (read,) = rulesets([ruleset], cache=not no_cache, as_json=form is Format.json and not plain)
    (read,) = resolved(resolve or (), (read,), general.layers)
    (followed,) = readings(reading or (), (read,))
    from proclogic.answers.worked_out import matrix
    from proclogic.cli.naming import named
    from proclogic.papers import write

    chosen = general.replace(readings=followed)
    names = [named(*each, read) for each in (("actor", actor or []), ("act", act or []), ("body", body or []))]
    page = file is not None and file.ending == ".html"
    with progress(f"Asking {read.id} who may do what"):
        found = matrix(read, chosen, *names, cache=not no_cache, choices=page)
    text = write.matrix(found, Format.plain.value if plain else form.value)

    def paper(of: Wanted) -> Paper:
        from proclogic.papers import made

        return made.matrix(found, material(of, [read], [chosen]), page)

    answer(text, file, paper, lambda: write.matrix(found, "csv"))
    return 0 if found.complete else INCOMPLETE
