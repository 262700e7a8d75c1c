"""The name of a step that takes long."""

from __future__ import annotations

import io
import sys
from threading import Event

import pytest

from proclogic.cli.progress import progress


class Terminal(io.StringIO):
    """A terminal that tells when something was written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written = Event()

    def isatty(self) -> bool:
        return True

    def flush(self) -> None:
        self.written.set()


def screen(text: str) -> str:
    """What a reader sees of the line in the end."""
    line = ""
    for part in text.split("\r"):
        line = part + line[len(part) :]
    return line.rstrip()


def test_a_step_that_lasts_is_named_on_a_terminal_and_the_line_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Comparing a with b [EU: x]", after=0.001) as now:
        assert terminal.written.wait(10)
        assert screen(terminal.getvalue()).startswith("Comparing a with b [EU: x] ... 0 s")
        now("Writing paper.pdf")
        for _ in range(2):  # the first may have begun before
            terminal.written.clear()
            assert terminal.written.wait(10)
        assert screen(terminal.getvalue()).startswith("Writing paper.pdf ... 0 s")
    assert screen(terminal.getvalue()) == ""


def test_a_step_that_is_soon_done_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress("Comparing", after=60):
        pass
    assert terminal.getvalue() == ""


def test_nothing_is_named_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Comparing", after=0.0) as now:
        now("Writing")
    assert capsys.readouterr().err == ""


def test_the_line_is_cleared_when_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with pytest.raises(ZeroDivisionError), progress("Dividing", after=0.001):
        assert terminal.written.wait(10)
        _ = 1 / 0
    assert screen(terminal.getvalue()) == ""
