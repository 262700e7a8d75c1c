"""Compares two rulesets: who may do more in the second, who less, and in which situation.

    proclogic compare untoc-cop uncac-cosp

    proclogic compare untoc-cop --reading-a "2(2)=functional" --reading-b "2(2)=rigid"

A is the first, B the second. One ruleset is compared with itself where options for A or B tell the sides apart; one
that amends another, with the text as it was. Of three or more, each is compared with the first, in a table of verdicts.
"""

from typing import Annotated

import typer

from proclogic.cli.options import (
    COUNTED,
    By,
    Format,
    FormatOption,
    Layers,
    NoCache,
    Plain,
    Readings,
    Resolve,
    Strict,
)
from proclogic.cli.run import FINDINGS, INCOMPLETE
from proclogic.cli.writing import CSV, Date, Size, Template, To, Wanted, answer, material, wanted
from proclogic.papers.document import Paper

Names = list[str] | None


def command(
    rulesets: Annotated[list[str], typer.Argument(metavar="A [B...]", help="Names, files or folders.")],
    mapping: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="A mapping between the words of two rulesets.")
    ] = None,
    by: Annotated[By, typer.Option(metavar="WHAT", help="Sorted by actor, act, body or provision.")] = By.actor,
    every: Annotated[bool, typer.Option("--all", help="What is the same too.")] = False,
    examples: Annotated[
        bool, typer.Option("--examples", help="With a situation for each difference; with --all, all of them.")
    ] = False,
    actor: Annotated[Names, typer.Option(metavar="NAME", help="Only this actor; may be repeated.")] = None,
    act: Annotated[Names, typer.Option(metavar="NAME", help="Only this act; may be repeated.")] = None,
    body: Annotated[Names, typer.Option(metavar="NAME", help="Only this body; may be repeated.")] = None,
    strict: Strict = False,
    layers: Layers = COUNTED,
    layers_a: Annotated[str, typer.Option(metavar="LIST", help="The same, for A alone.", show_default=False)] = COUNTED,
    layers_b: Annotated[str, typer.Option(metavar="LIST", help="The same, for B alone.", show_default=False)] = COUNTED,
    reading: Readings = None,
    reading_a: Annotated[Names, typer.Option(metavar="RULE=NAME", help="The same, for A alone.")] = None,
    reading_b: Annotated[Names, typer.Option(metavar="RULE=NAME", help="The same, for B alone.")] = None,
    resolve: Resolve = None,
    resolve_a: Annotated[Names, typer.Option(metavar="RULE:WHO", help="The same, for A alone.")] = None,
    resolve_b: Annotated[Names, typer.Option(metavar="RULE:WHO", help="The same, for B alone.")] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 where there is a difference.")] = False,
    form: FormatOption = Format.text,
    plain: Plain = False,
    to: To = None,
    template: Template = None,
    size: Size = None,
    date: Date = None,
    no_cache: NoCache = False,
) -> int:
    """Prints the comparison."""
    from proclogic.cli import comparing

    _fitting(len(rulesets), by, examples, form, plain)
    file = wanted(to, template, size, date, (CSV,))
    as_json = form is Format.json
    apart = (
        comparing.Apart(layers_a, tuple(reading_a or ()), tuple(resolve_a or ())),
        comparing.Apart(layers_b, tuple(reading_b or ()), tuple(resolve_b or ())),
    )
    both = comparing.Apart(layers, tuple(reading or ()), tuple(resolve or ()))
    sides = comparing.sides(rulesets, both, apart, strict, cache=not no_cache, as_json=as_json)
    names = tuple(tuple(some or ()) for some in (actor, act, body))
    found = comparing.compared(sides, mapping or [], names, every, by.value, cache=not no_cache, as_json=as_json)
    written = Format.plain.value if plain else form.value
    from proclogic.papers import write

    width = comparing.width()

    def told(form: str) -> str:
        if len(found) == 1:
            return write.comparison(found[0], form, by.value, every, examples, width)
        return write.comparisons(found, form, by.value, every, width)

    def paper(of: Wanted) -> Paper:
        from proclogic.papers import made

        labels = tuple(side.label or side.ruleset.id for side in sides)
        used = [one.mapping for one in found]
        rests = material(of, [s.ruleset for s in sides], [s.options for s in sides], used, mapping or (), labels=labels)
        if len(found) == 1:
            return made.comparison(found[0], rests, by.value, every, examples)
        return made.comparisons(found, rests, by.value, every)

    answer(told(written), file, paper, lambda: told("csv"))
    if not all(one.complete for one in found):
        return INCOMPLETE
    return FINDINGS if exit_code and any(one.differs for one in found) else 0


def _fitting(count: int, by: By, examples: bool, form: Format, plain: bool) -> None:
    """Refuses options that would change nothing."""
    if plain and form not in (Format.text, Format.plain):
        raise typer.BadParameter(f"--plain is --format plain; it does not go with --format {form.value}")
    if count < 3 or form in (Format.json, Format.csv):  # JSON and CSV have every comparison in full
        return
    for name, given in (("--examples", examples), ("--by provision", by is By.provision)):
        if given:
            raise typer.BadParameter(
                f"{name} is for two rulesets, and three or more make a table of verdicts: name the first and one "
                f"other, as in proclogic compare A B {name}; or take --format json, which has every comparison in full"
            )
