"""Writes figures to files."""

from __future__ import annotations

import typer

from proclogic.cli import files
from proclogic.cli.run import NO_PROGRAM
from proclogic.cli.streams import err
from proclogic.drawing import KINDS, NoProgram, drawn

ENDINGS = tuple(f".{kind}" for kind in KINDS)


def check_ending(path: str) -> None:
    """Refuses a file name whose ending says no kind of figure."""
    files.ending(path, ENDINGS, "figures")


def write_figure(dot: str, path: str) -> None:
    """Writes a figure, given in the language of Graphviz. Ends the command where Graphviz is missing or the place
    cannot be written."""
    kind = files.ending(path, ENDINGS, "figures").removeprefix(".")
    try:
        data = drawn(dot, kind)
    except NoProgram as missing:
        err(f"{missing}\n")
        raise typer.Exit(NO_PROGRAM) from None
    files.write(path, data)
