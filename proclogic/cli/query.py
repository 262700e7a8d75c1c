"""Asks one question: who may do what, on which footing, by which rule.

    proclogic query untoc-cop "Who may speak in plenary meetings of the Conference?"

    proclogic query untoc-cop "May an NGO attend plenary meetings of the Conference?"
        --given "a State Party objected to it"

Several rulesets answer side by side; a mapping between their words puts the question to each in its own. The question
is the argument that ends in a question mark; "-" reads it, or a ruleset, from the standard input.
"""

from typing import Annotated

import typer

from proclogic.cli import arguments
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
from proclogic.cli.writing import CSV, Date, Size, Template, To, Wanted, answer, material, wanted
from proclogic.papers.document import Paper


def command(
    words: Annotated[list[str], typer.Argument(metavar='RULESET... "QUESTION"', show_default=False)],
    given: Annotated[
        list[str] | None, typer.Option("--given", metavar="FACTS", help="What is given, joined by and.")
    ] = None,
    strict: Strict = False,
    layers: Layers = COUNTED,
    reading: Readings = None,
    resolve: Resolve = None,
    parties: Annotated[int | None, typer.Option(min=0, metavar="N", help="How many Parties there are.")] = None,
    present: Annotated[int | None, typer.Option(min=0, metavar="N", help="How many are present.")] = None,
    voting: Annotated[int | None, typer.Option(min=0, metavar="N", help="How many are present and voting.")] = None,
    mapping: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="A mapping between the words of two rulesets.")
    ] = None,
    form: FormatOption = Format.text,
    plain: Plain = False,
    to: To = None,
    template: Template = None,
    size: Size = None,
    date: Date = None,
    no_cache: NoCache = False,
) -> int:
    """Prints the answer."""
    names, asked = arguments.split(words)
    general = options(strict, layers, (("parties", parties), ("present", present), ("voting", voting)))
    file = wanted(to, template, size, date, (CSV,))
    from proclogic.cli.reading import rulesets

    as_json = form is Format.json and not plain
    read = rulesets(names, cache=not no_cache, as_json=as_json)
    read = resolved(resolve or (), read, general.layers)
    if mapping and len(read) < 2:
        raise typer.BadParameter("a mapping is between two rulesets: name both before the question")
    followed = readings(reading or (), read)
    from proclogic.cli.asking import answers

    chosen = [general.replace(readings=each) for each in followed]
    found = answers(read, asked, given or [], chosen, as_json, mapping)
    from proclogic.papers import write

    text = write.answers(found, Format.plain.value if plain else form.value)

    def paper(of: Wanted) -> Paper:
        from proclogic.papers import made

        used = [one.asked_as.mapping for one in found if one.asked_as is not None]
        return made.answers(found, material(of, read, chosen, used, mapping or ()))

    answer(text, file, paper, lambda: write.answers(found, "csv"))
    return 0 if all(one.complete for one in found) else INCOMPLETE
