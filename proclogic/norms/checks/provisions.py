"""Checks on the numbers of provisions."""

from __future__ import annotations

from proclogic.diagnostics.model import Diagnostic, Label
from proclogic.norms.model import Provision, Ruleset
from proclogic.norms.names import cite
from proclogic.norms.numbers import same


def repeated_numbers(ruleset: Ruleset) -> list[Diagnostic]:
    """E301: a number is the name of one rule, so it stands at one place only."""
    first: dict[str, Provision] = {}
    found: list[Diagnostic] = []
    for provision in ruleset.provisions:
        before = first.setdefault(same(provision.number), provision)
        if before is not provision:
            found.append(
                Diagnostic(
                    "E301",
                    f"{cite(provision.number)} is written twice",
                    provision.span,
                    cite(provision.number),
                    "the second place",
                    labels=(Label(before.span, "the first place"),),
                    notes=("a rule is cited by its number, so one number names one rule",),
                    help=("put the sentences of both under one number", "or give one of them another number"),
                )
            )
    return found
