"""Writes a ruleset as a program for clingo (asp) or as data (json), on the standard output.

proclogic export untoc-cop --to asp > untoc-cop.lp
"""

from enum import StrEnum
from typing import Annotated

import typer

from proclogic.cli.options import NoCache
from proclogic.cli.streams import out


class Target(StrEnum):
    """What a ruleset can be written as."""

    asp = "asp"
    json = "json"


def command(
    ruleset: Annotated[str, typer.Argument(metavar="RULESET", help="A name, a file or a folder; - for stdin.")],
    to: Annotated[Target, typer.Option("--to", metavar="FORM", help="asp or json.")],
    no_cache: NoCache = False,
) -> int:
    """Prints the ruleset in another form."""
    from proclogic.cli.reading import rulesets

    (read,) = rulesets([ruleset], cache=not no_cache)
    if to is Target.asp:
        from proclogic.program.export import export

        out(export(read))
    else:
        from proclogic.papers.ruleset_data import data
        from proclogic.papers.write import as_json

        out(as_json(data(read)))
    return 0
