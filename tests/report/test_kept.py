"""What an examination finds is kept for the next report, and found anew where the text is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from proclogic.answers.options import Options
from proclogic.conflicts import whole
from proclogic.conflicts.worked_out import conflicts
from proclogic.library import load
from tests.report.texts import SMALL


def test_findings_are_read_from_the_cache_while_the_text_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROCLOGIC_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "small.rules").write_text(SMALL, "utf-8")
    first, _, _ = load(str(tmp_path / "small.rules"))
    assert first is not None
    found = conflicts(first)
    assert found == whole.conflicts(first)
    with monkeypatch.context() as patched:
        patched.setattr(whole, "conflicts", lambda *_: pytest.fail("looked for anew"))
        assert conflicts(first) == found
    other = SMALL.replace("The matter of an NGO not in consultative status is referred to the Conference if", "# if")
    (tmp_path / "small.rules").write_text(other.replace("# if a State Party objects to it.\n", "\n"), "utf-8")
    changed, _, _ = load(str(tmp_path / "small.rules"))
    assert changed is not None
    assert conflicts(changed) != found
    assert conflicts(first, Options(strict=True)) == whole.conflicts(first, Options(strict=True))
