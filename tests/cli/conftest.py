"""A folder with a small ruleset in it, and a way to run commands there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from proclogic.cli.run import run

SMALL = Path(__file__).parent / "small.rules"


class Ran(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with `rulesets/small`, as the folder one works in; the cache is beside it."""
    home = tmp_path / "work"
    (home / "rulesets" / "small").mkdir(parents=True)
    (home / "rulesets" / "small" / "small.rules").write_text(SMALL.read_text("utf-8"), "utf-8")
    monkeypatch.chdir(home)
    monkeypatch.setenv("PROCLOGIC_CACHE_DIR", str(tmp_path / "cache"))
    return home


@pytest.fixture
def proclogic(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in the folder."""

    def command(*arguments: str) -> Ran:
        code = run(list(arguments))
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return command
