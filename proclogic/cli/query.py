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
from proclogic.cli.streams import out


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
    no_cache: NoCache = False,
) -> int:
    """Prints the answer."""
    names, asked = arguments.split(words)
    general = options(strict, layers, (("parties", parties), ("present", present), ("voting", voting)))
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

    out(write.answers(found, Format.plain.value if plain else form.value))
    return 0 if all(answer.complete for answer in found) else INCOMPLETE
