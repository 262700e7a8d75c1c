"""Checks on disputes and their readings."""

from __future__ import annotations

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Dispute, Ruleset
from proclogic.norms.names import cite


def _fault(dispute: Dispute, code: str, message: str, at: str, *help_lines: str) -> Diagnostic:
    return Diagnostic(code, message, dispute.span, cite(dispute.provision), at, help=help_lines)


def several_preferred(ruleset: Ruleset) -> list[Diagnostic]:
    """E307: of the readings of the same words, one at most is the better view."""
    return [
        _fault(
            dispute,
            "E307",
            f"{len(names)} readings of {cite(dispute.provision)} are preferred: {', '.join(names)}",
            "one reading at most is preferred",
            "leave out the standing of the others: they are arguable then",
        )
        for dispute in ruleset.disputes
        if len(names := [r.name for r in dispute.readings if r.standing == "preferred"]) > 1
    ]


def same_name(ruleset: Ruleset) -> list[Diagnostic]:
    """E317: readings are told apart by their names, and disputes too."""
    found: list[Diagnostic] = []
    for dispute in ruleset.disputes:
        names = [r.name for r in dispute.readings]
        for name in dict.fromkeys(n for n in names if names.count(n) > 1):
            message = f"two readings of {cite(dispute.provision)} have the name “{name}”"
            found.append(_fault(dispute, "E317", message, "the names must differ", "give one of them another name"))
    return found


def only_one(ruleset: Ruleset) -> list[Diagnostic]:
    """W406: words that are read in one way only are not in dispute."""
    return [
        _fault(
            dispute,
            "W406",
            f"the dispute on {cite(dispute.provision)} has one reading only, so it always holds",
            "no second reading",
            'add the other one; where nothing follows from it, write: Reading "...": nothing more.',
        )
        for dispute in ruleset.disputes
        if len(dispute.readings) == 1
    ]
