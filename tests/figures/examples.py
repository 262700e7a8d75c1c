"""Rulesets to draw, and what is drawn of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from proclogic.answers import lists
from proclogic.answers.model import Matrix
from proclogic.answers.options import Options
from proclogic.compare.whole import compare
from proclogic.compiled import ruleset as compiled
from proclogic.figures import entitlements, overlay, overrides, statuses, way_figures
from proclogic.norms.model import Ruleset
from proclogic.papers.document import Figure
from proclogic.sources import Source

FOLDER = Path(__file__).parent / "rulesets"
NAMES = ("club", "draft", "forty", "never", "society")


@cache
def ruleset(name: str) -> Ruleset:
    """One of the rulesets beside."""
    text = (FOLDER / f"{name}.rules").read_text("utf-8")
    made, found, _ = compiled([Source(f"{name}.rules", text)], {}, name)
    assert made is not None, [d.message for d in found]
    return made


@cache
def matrix(name: str) -> Matrix:
    """Its matrix."""
    return lists.matrix(ruleset(name))


@cache
def every_figure() -> dict[str, Figure]:
    """Figures of every kind, by name."""
    club = ruleset("club")
    stricter = (FOLDER / "club.rules").read_text("utf-8").replace("A guest may not vote.", "A guest may vote.")
    stricter = stricter.replace("if the chair invites it,\n       unless a member", "unless a member")
    other, _, _ = compiled(
        [Source("club.rules", stricter.replace("attend, speak and vote", "speak and vote"))], {}, "club"
    )
    assert other is not None
    society = ruleset("society")
    ngos = lists.matrix(society, Options(), ("ngo",))
    found = [
        *(figure for name in NAMES for figure in entitlements.figures(ruleset(name), matrix(name))),
        *way_figures.figures(society, ngos, Options(), "ngo"),
        *statuses.figures(society, Options()),
        *overrides.figures(society),
        *overlay.figures(compare(club, other, labels=("before", "after"), every=True)),
    ]
    assert len({figure.name for figure in found}) == len(found)
    return {figure.name: figure for figure in found}
