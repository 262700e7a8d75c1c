"""Where the files that come with proclogic are: grammars, rulesets, queries, mappings."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def data_dir(kind: str) -> Path:
    """The folder `kind` ("grammars", "rulesets", "queries", "mappings"): in the package as installed, else beside it.

    A wheel carries the folders in `proclogic/_data/`; an editable install has them above the package. It need not
    exist.
    """
    packed = HERE / "_data" / kind
    return packed if packed.is_dir() else HERE.parent / kind
