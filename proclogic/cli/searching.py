"""Runs the searches of `fuzz`: the claims of the question files, the cases of earlier searches, then drawn ones."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from proclogic import cache, testing
from proclogic.answers.options import Options
from proclogic.fuzz import corpus as kept
from proclogic.fuzz.campaign import Search
from proclogic.fuzz.model import Campaign
from proclogic.norms.model import Ruleset

Progress = Callable[[int], None]


def searches(
    names: Sequence[str],
    rulesets: Sequence[Ruleset],
    general: Options,
    examples: int,
    seed: int,
    seconds: float | None,
    corpus: Path | None,
    progress: Progress | None,
) -> tuple[Campaign, ...]:
    """A search in each ruleset."""
    asked, _, _ = testing.questions(rulesets, testing.folders(names))
    made: list[Campaign] = []
    for name, ruleset in zip(dict.fromkeys(names), rulesets, strict=True):
        claims = [(e.question, e.claim) for _, e in asked if e.claim and ruleset.id in e.under]
        search = Search(ruleset, general.strict, general.on(ruleset).layers, claims)
        place = _place(name, ruleset, corpus)
        _, gone = search.replay(kept.load(place) if place is not None else ())
        found = search.run(examples, seed, seconds, progress)
        if place is not None and (found.shown or gone):
            try:
                kept.store(place, ruleset.id, found.shown)
            except OSError as error:
                raise typer.BadParameter(f"what was found cannot be kept in {place}: {error.strerror}") from None
            beside = f"{place.name}, beside the rules" if os.path.exists(name) else ""
            found = found.replace(corpus=str(place) if corpus is not None else beside)
        made.append(found.replace(gone=len(gone)))
    return tuple(made)


def _place(name: str, ruleset: Ruleset, corpus: Path | None) -> Path | None:
    """The file of what was found: in the folder that is named, beside the rules, or (of the library) in the cache."""
    if corpus is not None:
        return corpus / f"{ruleset.id}.found.json"
    if os.path.exists(name):
        folder = Path(name) if os.path.isdir(name) else Path(name).parent
        return folder / f"{ruleset.id}.found.json"
    root = cache.folder()
    return Path(root) / "found" / f"{ruleset.id}.found.json" if root else None
