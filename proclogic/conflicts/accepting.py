"""Findings that the author lets stand, with a reason: `Accepted: C101 because "...".` in a provision to blame."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.conflicts.model import Finding
from proclogic.norms.checks import SAME_AS
from proclogic.norms.model import Acceptance, Ruleset

ERRORS = ("E310",)  # what conflicts finds and nobody can let stand


def accepted(ruleset: Ruleset, found: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that are to be told, and those that are let stand."""
    reasons = acceptances(ruleset)
    told, stand = [], []
    for one in found:
        codes = (one.code, *(w for w, g in SAME_AS.items() if g == one.code))
        taken = (r.reason for b in one.blamed for c in codes for r in reasons.get((b.provision, c), ()))
        reason = None if one.code in ERRORS else next(taken, None)
        if reason is None:
            told.append(one)
        else:
            stand.append(one.replace(accepted=reason))
    return told, stand


def acceptances(ruleset: Ruleset) -> dict[tuple[str, str], list[Acceptance]]:
    """What is accepted, by provision and code."""
    found: dict[tuple[str, str], list[Acceptance]] = {}
    for provision in ruleset.provisions:
        for one in provision.accepted:
            found.setdefault((provision.number, one.code), []).append(one)
    return found


def unmatched(ruleset: Ruleset, stand: Iterable[Finding], codes: Iterable[str]) -> list[tuple[str, Acceptance]]:
    """The acceptances of these codes that no finding matches, each with its provision."""
    matched = {(b.provision, one.code) for one in stand for b in one.blamed}
    looked_for = set(codes)
    return [
        (number, one)
        for (number, code), some in acceptances(ruleset).items()
        if code in looked_for and (number, code) not in matched
        for one in some
    ]
