"""Says on the terminal what takes long, so that nobody thinks the command has stopped."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

AFTER = 1.0  # seconds


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """Writes a line to the other stream if the work takes more than a second and a reader sits at a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    timer = Timer(AFTER, lambda: (sys.stderr.write(f"{text} ...\n"), None)[1])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
