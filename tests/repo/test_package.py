"""What the package carries: the files that are data, the pins, and the entry point."""

from __future__ import annotations

import tomllib

from proclogic import __version__
from proclogic.data import data_dir
from tests.repo.places import PACKAGE, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_folder_of_data_goes_into_the_wheel_and_is_found_here() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included == {kind: f"proclogic/_data/{kind}" for kind in ("grammars", "rulesets", "queries", "mappings")}
    assert all(data_dir(kind).is_dir() for kind in included)


def test_the_dependencies_are_these_and_pinned_where_a_release_is_known_to_break() -> None:
    pins = {line.split(">")[0]: line for line in PROJECT["project"]["dependencies"]}
    writers = {"jinja2", "python-docx", "xlsxwriter"}
    assert set(pins) == {"clingo", "graphviz", "hypothesis", "lark", "typer"} | writers
    assert PROJECT["project"]["optional-dependencies"]["pdf"] == ["typst>=0.15"]
    assert (pins["clingo"], pins["lark"], pins["typer"]) == ("clingo>=5.8.3,<6", "lark>=1.3,<2", "typer>=0.26,<0.29")


def test_the_files_that_are_no_python_lie_inside_the_package() -> None:
    assert list(PACKAGE.glob("encodings/*.lp"))
    assert list(PACKAGE.glob("schemas/*.json"))
    assert list(PACKAGE.glob("diagnostics/pages/*.md"))
    assert list(PACKAGE.glob("papers/writers/pdf/*.typ"))
    assert list(PACKAGE.glob("papers/writers/html/*.html"))


def test_the_version_is_a_version() -> None:
    assert [part.isdigit() for part in __version__.split(".")] == [True] * 3
