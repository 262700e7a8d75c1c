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
from proclogic.cli.writing import Date, Size, Template, To, wanted

Names = list[str] | None


def command(
    rulesets: Annotated[
        list[str] | None, typer.Argument(metavar="RULESET [RULESET]", help="Names, files or folders.")
    ] = None,
    to: To = None,
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
    template: Template = None,
    size: Size = None,
    date: Date = None,
    strict: Strict = False,
    layers: Layers = COUNTED,
    reading: Readings = None,
    resolve: Resolve = None,
    no_cache: NoCache = False,
) -> int:
    """Writes the paper."""
    if to is None:
        raise typer.BadParameter("say where the paper goes: --to paper.docx, .html, .pdf, .xlsx, .md, .txt or .json")
    file = wanted(to, template, size, date)
    assert file is not None
    from proclogic.cli import reporting

    sections = reporting.wanted(only or (), without or ())
    if read_from:
        if rulesets or questions or position:
            raise typer.BadParameter("--from takes the paper as it is: name no ruleset, questions or position with it")
        return reporting.rewritten(read_from, sections, title, file)
    request = reporting.Request(
        tuple(rulesets or ()),
        sections,
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
    return reporting.reported(request, file)
