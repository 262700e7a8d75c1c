"""Writes files whole or not at all: a file that is there is replaced only once the new one is complete."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from proclogic.cli.run import WRONG_COMMAND
from proclogic.cli.streams import err


def ending(path: str, endings: tuple[str, ...], what: str) -> str:
    """The ending of a file name, which must be one of `endings`; `what` says what is written ("figures")."""
    found = Path(path).suffix.lower()
    if found not in endings:
        raise typer.BadParameter(f"--to writes {what} that end in {', '.join(endings)}, not {Path(path).name}")
    return found


def writable(path: str) -> None:
    """Ends the command where the file cannot be written: before work that takes long."""
    place = Path(path)
    if place.is_dir():
        _refuse(path, "it is a folder")
    if not place.parent.is_dir():
        _refuse(path, f"there is no folder {place.parent}")
    if not os.access(place.parent, os.W_OK):
        _refuse(path, "the folder may not be written to")


def write(path: str, data: bytes) -> None:
    """Writes a file. Ends the command where that cannot be done."""
    import tempfile  # which takes longer to import than most of the command line

    place = Path(path)
    writable(path)
    name = ""
    try:
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=place.suffix)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, place)
    except OSError as fault:
        if name:
            Path(name).unlink(missing_ok=True)
        _refuse(path, fault.strerror or str(fault))


def _refuse(path: str, why: str) -> None:
    err(f"I cannot write {path}: {why}. Name another place after --to.\n")
    raise typer.Exit(WRONG_COMMAND)
