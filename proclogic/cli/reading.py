"""Loads the rulesets and mappings that a command names, or ends the command with what is wrong in them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from proclogic.cli.faults import tell
from proclogic.cli.run import UNREADABLE
from proclogic.diagnostics.model import Diagnostic
from proclogic.library import load
from proclogic.norms.model import Ruleset
from proclogic.sources import Source

if TYPE_CHECKING:
    from proclogic.norms.mapping import Mapping


def check_files(files: Iterable[str]) -> None:
    """Ends the command where a file that is named is not there."""
    for file in files:
        if not os.path.isfile(file):
            raise typer.BadParameter(f"there is no file {file}")


def rulesets(names: Iterable[str], cache: bool = True, as_json: bool = False) -> tuple[Ruleset, ...]:
    """The rulesets in the order named. Where one has errors, they are shown, and the command ends."""
    found: list[Ruleset] = []
    unreadable: dict[str, list[Diagnostic]] = {}
    texts: dict[str, Source] = {}
    told: list[str] = []
    for name in dict.fromkeys(names):
        ruleset, diagnostics, sources = load(name, cache=cache)
        if ruleset is not None:
            found.append(ruleset)
            continue
        from proclogic.diagnostics.render import counts, render

        unreadable[name] = errors = [d for d in diagnostics if d.is_error]
        texts |= sources
        told.append(render(errors, sources) + f"\n{name} cannot be asked: {counts(errors)}.\n")
    if unreadable:
        tell("".join(told), as_json, unreadable, [d for found in unreadable.values() for d in found], texts)
        raise typer.Exit(UNREADABLE)
    return tuple(found)


def mapping_between(first: Ruleset, second: Ruleset, path: str | None, as_json: bool = False) -> Mapping | None:
    """The mapping from one ruleset to another, from a file or from `mappings/`; None when nobody wrote one. Where it
    has errors, they are shown, and the command ends."""
    from proclogic.mappings import load_mapping

    found, diagnostics, sources = load_mapping(path, first, second)
    if found is not None or not diagnostics:
        return found
    from proclogic.diagnostics.render import counts, render

    words = render(diagnostics, sources) + f"\nThis mapping cannot be used: {counts(diagnostics)}.\n"
    tell(words, as_json, [first.id, second.id], diagnostics, sources)
    raise typer.Exit(UNREADABLE)
