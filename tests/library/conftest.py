"""Where the tests of this folder work."""

from __future__ import annotations

from pathlib import Path

import pytest

from proclogic import finding


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, an empty library and an empty cache."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("PROCLOGIC_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(finding, "_library", lambda: str(tmp_path / "shipped"))
    return work
