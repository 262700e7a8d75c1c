"""Writes figures to files: whole or not at all, and never over a file before the new one is complete."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import typer

from proclogic.cli.run import NO_PROGRAM, WRONG_COMMAND
from proclogic.cli.streams import err

ENDINGS = (".svg", ".pdf", ".png", ".dot")


def check_ending(path: str) -> None:
    """Refuses a file name whose ending says no kind of figure."""
    if Path(path).suffix.lower() not in ENDINGS:
        raise typer.BadParameter(f"--to writes figures that end in {', '.join(ENDINGS)}, not {Path(path).name}")


def write_figure(dot: str, path: str) -> None:
    """Writes a figure, given in the language of Graphviz. Ends the command where Graphviz is missing or the place
    cannot be written."""
    place = Path(path)
    kind = place.suffix.lower().removeprefix(".")
    data = dot.encode("utf-8") if kind == "dot" else _drawn(dot, kind)
    try:
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=place.suffix)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, place)
    except OSError as fault:
        err(f"I cannot write {path}: {fault.strerror or fault}. Name another place after --to.\n")
        raise typer.Exit(WRONG_COMMAND) from None


def _drawn(dot: str, kind: str) -> bytes:
    import graphviz

    try:
        drawn: bytes = graphviz.Source(dot).pipe(format=kind, quiet=True)
    except graphviz.ExecutableNotFound:
        err(
            "To draw figures I need Graphviz, which is not on this computer. Install it (Debian and Ubuntu: "
            "apt install graphviz; macOS: brew install graphviz; Windows: winget install graphviz), or write a .dot "
            "file.\n"
        )
        raise typer.Exit(NO_PROGRAM) from None
    return drawn
