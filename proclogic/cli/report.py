"""A paper for the room: what a ruleset gives to whom, or two of them side by side.

    proclogic report untoc-cop --to paper.docx

    proclogic report untoc-cop uncac-cosp --questions own --to paper.html

    proclogic report --from paper.html --to paper.pdf

Its sections: short, comparison, changes, answers, position, figures, matrix, findings, sources. The ending of the file
says what is written: .docx, .html, .pdf, .xlsx, .md, .txt or .json.
"""

from typing import Annotated

import typer

from proclogic.cli.options import COUNTED, Layers, NoCache, Readings, Resolve, Strict

Names = list[str] | None


def command(
    rulesets: Annotated[
        list[str] | None, typer.Argument(metavar="RULESET [RULESET]", help="Names, files or folders.")
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FILE", help="Where the paper goes.")] = "",
    questions: Annotated[
        str, typer.Option(metavar="FILE", help='A file of questions to answer; "own": those of queries/.')
    ] = "",
    position: Annotated[
        str, typer.Option("--position", "-p", metavar="NAME", help="A position to hold the rulesets to.")
    ] = "",
    only: Annotated[
        Names, typer.Option(metavar="SECTIONS", help="Only these sections, such as matrix,answers.")
    ] = None,
    without: Annotated[Names, typer.Option(metavar="SECTIONS", help="Without these sections.")] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The title of the paper.")] = "",
    read_from: Annotated[
        str, typer.Option("--from", metavar="FILE", help="Write a paper anew, from its .html or .json.")
    ] = "",
    mapping: Annotated[
        Names, typer.Option(metavar="FILE", help="A mapping between the words of the two rulesets.")
    ] = None,
    template: Annotated[str, typer.Option(metavar="FILE", help="A Word file whose styles are taken.")] = "",
    size: Annotated[str, typer.Option("--paper", metavar="SIZE", help="a4 or letter.")] = "a4",
    date: Annotated[str, typer.Option(metavar="DATE", help="The date of the paper, such as 2026-03-01.")] = "",
    strict: Strict = False,
    layers: Layers = COUNTED,
    reading: Readings = None,
    resolve: Resolve = None,
    no_cache: NoCache = False,
) -> int:
    """Writes the paper."""
    from proclogic.cli import reporting

    target = reporting.Target(to, template, size, date)
    target.check()
    if read_from:
        if rulesets or questions or position:
            raise typer.BadParameter("--from takes the paper as it is: name no ruleset, questions or position with it")
        return target.write(reporting.read_back(read_from, reporting.wanted(only or (), without or ()), title))
    request = reporting.Request(
        tuple(rulesets or ()),
        reporting.wanted(only or (), without or ()),
        questions,
        position,
        tuple(mapping or ()),
        strict,
        layers,
        tuple(reading or ()),
        tuple(resolve or ()),
        title,
        not no_cache,
    )
    return reporting.reported(request, target)
