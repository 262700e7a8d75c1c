"""Names a step that takes long, on the standard error, where somebody looks at it.

    with progress("Comparing untoc-cop with ahc") as now:
        ...
        now("Writing paper.docx")

Nothing is shown in the first second, nothing where the standard error is no terminal, and nothing stays behind.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AFTER = 1.0  # seconds before a step is named, and between two looks at the clock


@contextmanager
def progress(step: str, after: float = AFTER) -> Iterator[Callable[[str], None]]:
    """Names `step` while it lasts; what is yielded names the next one."""
    if not sys.stderr.isatty():
        yield lambda text: None
        return
    from threading import Event, Thread

    line = _Line(step)
    over = Event()

    def watch() -> None:
        while not over.wait(after):
            line.show()

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield line.now
    finally:
        over.set()
        watcher.join()
        line.clear()


class _Line:
    """The line that is shown, and cleared in the end."""

    def __init__(self, step: str) -> None:
        from time import monotonic

        self.clock = monotonic
        self.start = self.clock()
        self.step = step
        self.shown = 0  # columns to clear

    def now(self, step: str) -> None:
        """Names another step; the seconds go on."""
        self.step = step

    def show(self) -> None:
        from shutil import get_terminal_size

        from proclogic.layout import clean

        text = f"{clean(self.step)} ... {self.clock() - self.start:.0f} s"
        text = text[: max(get_terminal_size().columns - 1, 1)]
        self._put(f"\r{text.ljust(self.shown)}")
        self.shown = max(self.shown, len(text))

    def clear(self) -> None:
        if self.shown:
            self._put(f"\r{' ' * self.shown}\r")

    def _put(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:  # nobody looks any more: the work goes on
            self.shown = 0
