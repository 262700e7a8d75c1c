"""Where the repository's parts are."""

from __future__ import annotations

from pathlib import Path

import proclogic

PACKAGE = Path(proclogic.__file__).parent
ROOT = PACKAGE.parent


def modules() -> list[Path]:
    """The Python files of the package, in order."""
    return sorted(PACKAGE.rglob("*.py"))
