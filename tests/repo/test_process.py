"""What a command does to the process it runs in: what it imports, and that it stays off the network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repo.places import ROOT

HEAVY = ("lark", "hypothesis", "rich", "jsonschema", "graphviz", "pydantic")
COMMANDS: tuple[list[str], ...] = (
    ["query", "untoc-cop", "May a State Party vote?"],
    ["query", "untoc-cop", "May a State Party vote?", "--format", "json"],
    ["query", "untoc-cop", "Who may vote?", "--format", "md"],
    ["check", "untoc-cop"],
    ["rulesets"],
    ["matrix", "untoc-cop", "--act", "vote", "--format", "csv"],
    ["export", "untoc-cop", "--to", "asp"],
    ["explain", "E201"],
    ["test", "oewg-ict"],
    ["mapping", "untoc-cop", "untoc-cop"],
    ["graph", "cnd-option-1"],
    ["assess", "untoc-cop", "--position", "gpd-2025"],
    [],
)

RUN = """
import sys
from proclogic.cli.run import run
code = run({arguments!r})
loaded = sorted({{name.split(".")[0] for name in sys.modules}} & set({heavy!r}))
sys.stderr.write(f"code {{code}} loaded {{loaded}}")
"""

# A socket, or a look-up of a name, ends the process at once: no handler can hide it.
NO_NETWORK = """
import os, socket
def refuse(*given, **named):
    os.write(2, b"the network was touched")
    os._exit(99)
for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname", "gethostbyaddr", "getfqdn"):
    setattr(socket, name, refuse)
"""


def run(program: str, cache: Path, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**os.environ, "PROCLOGIC_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which the rulesets of the library are, as after a first command."""
    folder = tmp_path_factory.mktemp("cache")
    run(RUN.format(arguments=COMMANDS[0], heavy=HEAVY), folder)
    return folder


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_warm_command_loads_no_heavy_library(arguments: list[str], cache: Path) -> None:
    done = run(RUN.format(arguments=arguments, heavy=HEAVY), cache)
    assert done.stderr.endswith("loaded []"), done.stderr


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_never_touches_the_network(arguments: list[str], tmp_path: Path) -> None:
    done = run(NO_NETWORK + RUN.format(arguments=arguments, heavy=()), tmp_path)
    assert done.returncode == 0, done.stderr
    assert "code 0" in done.stderr or "code 1" in done.stderr


def test_the_first_screen_and_the_version_load_not_even_typer(tmp_path: Path) -> None:
    for arguments in ([], ["--version"]):
        done = run(RUN.format(arguments=arguments, heavy=("typer", "clingo", "lark")), tmp_path)
        assert done.stderr == "code 0 loaded []"


def test_nothing_is_written_but_the_cache(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    done = run(RUN.format(arguments=COMMANDS[0], heavy=()), tmp_path / "cache", tmp_path / "here")
    assert "code 0" in done.stderr
    assert list((tmp_path / "here").iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"here", "cache"}
