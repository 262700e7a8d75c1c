"""The two streams: answers on the standard output, everything else on the other."""

import sys


class ReaderLeft(Exception):
    """Nobody reads the answer any more. (Typer ends the process with 1 on the system's own error for this.)"""


class CannotWrite(Exception):
    """The answer could not be written: the disk is full, or the place it was sent to fails."""


def out(text: str) -> None:
    """Writes a part of the answer, byte for byte."""
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise ReaderLeft from None
    except OSError as error:
        raise CannotWrite(error.strerror) from None


def flush() -> None:
    """Hands on what is still held back of the answer."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderLeft from None
    except OSError as error:
        raise CannotWrite(error.strerror) from None


def err(text: str) -> None:
    """Writes a message that is no answer."""
    try:
        sys.stdout.flush()
        sys.stderr.write(text)
    except BrokenPipeError:
        raise ReaderLeft from None
