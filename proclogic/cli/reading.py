"""Loads the rulesets that a command names, or ends the command with what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from proclogic.cli.faults import tell
from proclogic.cli.run import UNREADABLE
from proclogic.diagnostics.model import Diagnostic
from proclogic.library import load
from proclogic.norms.model import Ruleset
from proclogic.sources import Source


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
