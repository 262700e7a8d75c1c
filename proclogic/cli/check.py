"""Finds mistakes in rulesets, and says what to do about each.

proclogic check my.rules
"""

from typing import Annotated

import typer

from proclogic.cli.options import Format, FormatOption, NoCache, Plain
from proclogic.cli.run import FINDINGS, UNREADABLE
from proclogic.cli.streams import out


def command(
    rulesets: Annotated[list[str], typer.Argument(metavar="RULESET...", help="Names, files or folders; - for stdin.")],
    notices: Annotated[
        bool, typer.Option("--notices", help="Also show which words and decisions the text leaves open.")
    ] = False,
    lint: Annotated[bool, typer.Option("--lint", help="Also show drafting habits, each with a page.")] = False,
    form: FormatOption = Format.text,
    plain: Plain = False,
    no_cache: NoCache = False,
) -> int:
    """Prints what was found."""
    from proclogic.checking import check

    found = check(rulesets, cache=not no_cache)
    shown = (*found.diagnostics, *(found.notices if notices else ()), *(found.habits if lint else ()))
    if form is Format.json:
        from proclogic.diagnostics.as_data import document
        from proclogic.papers.write import as_json

        out(as_json(document(found.names, shown, found.sources)))
    else:
        from proclogic.diagnostics.as_data import lines
        from proclogic.diagnostics.render import render

        show = lines if plain or form is Format.plain else render
        text = show(shown, found.sources)
        out(text + ("\n" if text else "") + found.summary(notices, lint) + "\n")
    if found.unreadable:
        return UNREADABLE
    return FINDINGS if found.diagnostics else 0
