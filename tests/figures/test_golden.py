"""The texts for Graphviz, as they were looked at when they were kept. To keep them anew:
PROCLOGIC_KEEP=1 pytest tests/figures/test_golden.py, and look at the figures again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.figures.examples import every_figure

GOLDEN = Path(__file__).parent / "golden"
KEPT = (
    "club-entitlements",
    "draft-entitlements",
    "never-entitlements",
    "society-entitlements",
    "society-way-ngo",
    "society-statuses",
    "society-overrides",
    "before-and-after-overlay",
)


@pytest.mark.parametrize("name", KEPT)
def test_a_figure_is_the_one_that_was_looked_at(name: str) -> None:
    figure = every_figure()[name]
    told = "\n".join((figure.caption, *figure.alt)) + "\n"
    for path, text in ((GOLDEN / f"{name}.dot", figure.dot), (GOLDEN / f"{name}.txt", told)):
        if os.environ.get("PROCLOGIC_KEEP"):
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8")
