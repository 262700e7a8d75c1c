"""The two streams: answers on the standard output, everything else on the other."""

import sys


class ReaderLeft(Exception):
    """Nobody reads the answer any more. (Typer ends the process with 1 on the system's own error for this.)"""


def out(text: str) -> None:
    """Writes a part of the answer, byte for byte."""
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise ReaderLeft from None


def err(text: str) -> None:
    """Writes a message that is no answer."""
    try:
        sys.stdout.flush()
        sys.stderr.write(text)
    except BrokenPipeError:
        raise ReaderLeft from None
