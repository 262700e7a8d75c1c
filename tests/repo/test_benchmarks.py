"""The benchmarks are commands that no test runs: what they import is there."""

from __future__ import annotations

import ast
from importlib import import_module, util
from pathlib import Path

import pytest

FILES = sorted((Path(__file__).parents[2] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_a_benchmark_imports_is_there(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("proclogic"):
            module = import_module(str(node.module))
            for name in node.names:
                there = hasattr(module, name.name) or util.find_spec(f"{node.module}.{name.name}")
                assert there, f"{node.module} has no {name.name}"
