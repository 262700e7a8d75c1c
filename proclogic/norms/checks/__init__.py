"""What can be wrong with a ruleset as a whole. Each check is a function from a ruleset to diagnostics.

Nothing here asks what holds in a world: that two rules clash, that a rule never applies in any world or that a circle
leaves something undecided is found by asking the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.checks import entitlements, places, provisions, readings, statuses, usage, vocabulary
from proclogic.norms.model import Ruleset
from proclogic.norms.names import cite
from proclogic.norms.vocabulary import Vocabulary

SAME_AS = {"W302": "G206", "W533": "G210"}  # what conflicts finds as well: who accepts the one accepts the other

Check = Callable[[Ruleset], list[Diagnostic]]

OF_VOCABULARY: tuple[Check, ...] = (vocabulary.hierarchy_circles, vocabulary.torn_kinds)

CHECKS: tuple[Check, ...] = (
    provisions.repeated_numbers,
    *OF_VOCABULARY,
    vocabulary.unknown_words,
    vocabulary.misplaced_predicates,
    vocabulary.unknown_agents,
    readings.several_preferred,
    readings.same_name,
    readings.only_one,
    statuses.never_accorded,
    statuses.resting_on_themselves,
    statuses.accorded_at_pleasure,
    entitlements.contradictory,
    places.widened,
)

NOTICES: tuple[Check, ...] = (usage.judgements_without_judge, usage.decisions_without_majority)


def run(ruleset: Ruleset, own: Vocabulary | None = None, earlier: Iterable[Diagnostic] = ()) -> list[Diagnostic]:
    """The findings of all checks with those made earlier, in the order of the text.

    `own` is what the ruleset itself declares: of this, what is never used is a finding. Warnings that the author
    accepts for a provision are left out.
    """
    found = [*earlier, *(d for check in CHECKS for d in check(ruleset))]
    if own is not None:
        found += usage.never_used(ruleset, own)
    return in_order([d for d in found if d.is_error or not is_accepted(ruleset, d)])


def notices(ruleset: Ruleset) -> list[Diagnostic]:
    """What the author may want to know and what is no mistake: words and decisions that the text leaves to somebody."""
    return in_order([d for check in NOTICES for d in check(ruleset) if not is_accepted(ruleset, d)])


def in_order(found: list[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics by place, each once; of one place, errors first."""
    return sorted(dict.fromkeys(found), key=lambda d: (d.span.source, d.span.start, not d.is_error, d.code, d.message))


def is_accepted(ruleset: Ruleset, found: Diagnostic) -> bool:
    """Whether the author lets a finding stand, in the provision that it is about."""
    codes = {found.code, SAME_AS.get(found.code, found.code)}
    return any(
        not codes.isdisjoint(a.code for a in p.accepted) and found.place == cite(p.number)
        for p in ruleset.provisions
        if p.accepted
    )
