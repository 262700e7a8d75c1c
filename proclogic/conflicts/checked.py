"""What `check` finds and what makes a text fight itself, too: rules that undo each other in a circle (E310), rules that
can never hold (W404), statuses that rest only on themselves (W405) or that no rule gives (W402)."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Blamed, Finding
from proclogic.diagnostics.model import Diagnostic
from proclogic.engine.circles import find as circles
from proclogic.norms.checks import entitlements, statuses
from proclogic.norms.model import Norm

CODES = ("E310", "W402", "W404", "W405")


def find(examination: Examination) -> Iterator[Finding]:
    """The findings of `check`, each on the rules that it names."""
    ruleset = examination.ruleset
    checks = (entitlements.contradictory, statuses.resting_on_themselves, statuses.never_accorded)
    torn = circles(ruleset)
    examination.complete &= not torn  # what the rules of a circle come to, nobody can say
    told = [*torn, *(d for check in checks for d in check(ruleset))]
    for one in told:
        norms = _norms(examination, one)
        blamed = _blamed(examination, one, norms)
        cited = "+".join(b.provision for b in blamed)
        yield Finding(
            one.code, f"{one.code}/{cited}", one.message, blamed, notes=one.notes, norms=tuple(n.id for n in norms)
        )


def _norms(examination: Examination, one: Diagnostic) -> list[Norm]:
    """The rules at the places that a diagnostic marks, one of each provision."""
    places = [one.span, *(label.span for label in one.labels)]
    norms = [n for place in places for n in examination.ruleset.norms if n.span == place]
    return list({n.provision: n for n in norms}.values())


def _blamed(examination: Examination, one: Diagnostic, norms: list[Norm]) -> tuple[Blamed, ...]:
    if norms:
        return tuple(examination.blamed(n) for n in norms)
    number = one.place.removeprefix("rule ")
    return (Blamed(number, "", span=one.span, ruleset=examination.ruleset.id),) if number else ()
