"""Loads the rulesets that a command names, or ends the command with what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from proclogic.cli.run import UNREADABLE
from proclogic.cli.streams import err
from proclogic.library import load
from proclogic.norms.model import Ruleset


def rulesets(names: Iterable[str], cache: bool = True) -> tuple[Ruleset, ...]:
    """The rulesets in the order named. Where one has errors, they are shown, and the command ends."""
    found: list[Ruleset] = []
    unreadable = False
    for name in dict.fromkeys(names):
        ruleset, diagnostics, sources = load(name, cache=cache)
        if ruleset is not None:
            found.append(ruleset)
            continue
        from proclogic.diagnostics.render import counts, render

        unreadable = True
        errors = [d for d in diagnostics if d.is_error]
        err(render(errors, sources) + f"\n{name} cannot be asked: {counts(errors)}.\n")
    if unreadable:
        raise typer.Exit(UNREADABLE)
    return tuple(found)
