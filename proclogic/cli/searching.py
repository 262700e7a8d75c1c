"""Runs the searches of `fuzz`: the claims of the question files, the cases of earlier searches, then drawn ones."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from proclogic import cache, testing
from proclogic.answers.options import Options
from proclogic.conflicts.together import together
from proclogic.diagnostics.phrasing import listed
from proclogic.fuzz import corpus as kept
from proclogic.fuzz.campaign import Search
from proclogic.fuzz.model import Campaign
from proclogic.norms.mapping import Mapping
from proclogic.norms.model import Ruleset
from proclogic.values import Value

Progress = Callable[[int], None]


class How(Value):
    """How to search: with which options, how many cases from which seed, for how long, where what is found is kept."""

    options: Options
    examples: int
    seed: int
    seconds: float | None
    corpus: Path | None
    progress: Progress | None


def searches(
    names: Sequence[str],
    rulesets: Sequence[Ruleset],
    mappings: Sequence[Mapping | None],
    files: Sequence[str],
    how: How,
    each: bool,
) -> tuple[Campaign, ...]:
    """A search in a ruleset; in several as one text, all in force at once, and with `each` in each by itself."""
    asked, faults, _ = testing.questions(rulesets, testing.folders(names), files)
    others = testing.elsewhere(asked, rulesets)
    mistakes = sum(d.is_error and d.span.source not in others for d in faults)
    notes = [f"{mistakes} mistakes in files of questions: proclogic test shows them."] if mistakes > 1 else []
    notes = ["1 mistake in files of questions: proclogic test shows it."] if mistakes == 1 else notes
    made: list[Campaign] = []
    if len(rulesets) > 1:
        options = [how.options.on(r) for r in rulesets]
        joint = together(rulesets, options, mappings)
        mapped = {r.id for r, m in zip(rulesets[1:], mappings, strict=True) if m is not None}
        spoken = [r.id for r in rulesets if r.id not in mapped]  # the claims of others are in other words
        every, none = ("both", "Neither") if len(rulesets) == 2 else ("all", "None")
        alone = "Each was searched by itself, too." if each else f"{none} was searched by itself: --each does so."
        told = [
            f"Searched as one text, {every} in force at once: {listed([r.id for r in rulesets])}. {alone}",
            *(f"{note[:1].upper()}{note[1:]}." for note in joint.notes),
        ]
        whole = joint.ruleset.replace(id="+".join(r.id for r in rulesets))
        found = _search(names[0], whole, asked, spoken, how.replace(options=joint.options), [*told, *notes])
        made.append(found.replace(rulesets=tuple(r.id for r in rulesets)))
    if len(rulesets) == 1 or each:
        for name, ruleset in zip(dict.fromkeys(names), rulesets, strict=True):
            told = [f"Searched by itself: {ruleset.id}."] if len(rulesets) > 1 else []
            mine = how.replace(options=how.options.on(ruleset))
            made.append(_search(name, ruleset, asked, [ruleset.id], mine, [*told, *notes]))
    return tuple(made)


def _search(
    name: str, ruleset: Ruleset, asked: Sequence[testing.Asked], ids: Sequence[str], how: How, notes: Sequence[str]
) -> Campaign:
    """One search: of claims on the rulesets with these ids, of what is kept, and of drawn cases."""
    claims = [(e.question, e.claim) for _, e in asked if e.claim and set(ids) & set(e.under)]
    search = Search(ruleset, how.options.strict, how.options.layers, claims)
    place = _place(name, ruleset, how.corpus)
    _, gone = search.replay(kept.load(place) if place is not None else ())
    found = search.run(how.examples, how.seed, how.seconds, how.progress)
    if place is not None and (found.shown or gone):
        try:
            kept.store(place, ruleset.id, found.shown)
        except OSError as error:
            raise typer.BadParameter(f"what was found cannot be kept in {place}: {error.strerror}") from None
        beside = f"{place.name}, beside the rules" if os.path.exists(name) else ""
        found = found.replace(corpus=str(place) if how.corpus is not None else beside)
    return found.replace(gone=len(gone), notes=(*notes, testing.claims_read(asked, ids)))


def _place(name: str, ruleset: Ruleset, corpus: Path | None) -> Path | None:
    """The file of what was found: in the folder that is named, beside the rules, or (of the library) in the cache."""
    if corpus is not None:
        return corpus / f"{ruleset.id}.found.json"
    if os.path.exists(name):
        folder = Path(name) if os.path.isdir(name) else Path(name).parent
        return folder / f"{ruleset.id}.found.json"
    root = cache.folder()
    return Path(root) / "found" / f"{ruleset.id}.found.json" if root else None
