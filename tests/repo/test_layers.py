"""Which part may import which: the contracts of pyproject.toml, and nothing heavy at the top of a file."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repo.places import PACKAGE, ROOT, modules

HEAVY = {"lark", "hypothesis", "rich", "jsonschema", "difflib", "graphviz", "dataclasses", "docx", "lxml"}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "webbrowser"}


def imported(path: Path, top_only: bool) -> set[str]:
    """The top names of the modules that a file imports; `top_only`: when it is imported itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_only else list(ast.walk(tree))
    found = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    found |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in found}


def test_the_contracts_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_no_module_loads_a_heavy_library_when_it_is_imported(path: Path) -> None:
    allowed = {"hypothesis"} if path.is_relative_to(PACKAGE / "fuzz") else set()
    allowed |= {"docx", "lxml"} if path.is_relative_to(PACKAGE / "papers" / "writers" / "word") else set()
    assert imported(path, top_only=True) & (HEAVY - allowed) == set()


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_no_module_knows_the_network(path: Path) -> None:
    assert imported(path, top_only=False) & NETWORK == set()


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_no_module_is_longer_than_600_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 600


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_each_module_says_in_its_first_line_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body
