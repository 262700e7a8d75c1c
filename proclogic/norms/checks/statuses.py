"""Checks on statuses: whether some rule gives them, and on what."""

from __future__ import annotations

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Always, And, Formula, Has, Not, Or
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Accord, Norm, Ruleset
from proclogic.norms.names import cite
from proclogic.norms.unnamed import LEFT_TO_SOMEBODY, names_somebody


def never_accorded(ruleset: Ruleset) -> list[Diagnostic]:
    """W402: a status on which a rule depends is given by some rule."""
    accorded = {n.effect.status for n in ruleset.norms if isinstance(n.effect, Accord)}
    phrases = {p.id: p.phrase for p in ruleset.vocabulary.predicates if p.role == "status"}
    first: dict[str, Norm] = {}
    for norm in ruleset.norms:
        for part in (norm.subject, norm.condition):
            for atom in atoms(part):
                if isinstance(atom, Has) and atom.predicate in phrases and atom.predicate not in accorded:
                    first.setdefault(atom.predicate, norm)
    return [
        Diagnostic(
            "W402",
            f"no rule gives the status “{phrases[status]}”, so nobody has it unless the question says so",
            norm.span,
            cite(norm.provision),
            "this rule depends on it",
            help=("write the rule that gives it, or declare it as a quality: Quality: ...",),
        )
        for status, norm in first.items()
    ]


def resting_on_themselves(ruleset: Ruleset) -> list[Diagnostic]:
    """W405: a status is not given only to those who have it already."""
    norms = [n for n in ruleset.norms if isinstance(n.effect, Accord)]
    given = {n.effect.status for n in norms if isinstance(n.effect, Accord)}
    reached: set[str] = set()
    while True:
        more = {
            n.effect.status
            for n in norms
            if isinstance(n.effect, Accord)
            and n.effect.status not in reached
            and all(_possible(part, given, reached) for part in (n.subject, n.condition))
        }
        if not more:
            break
        reached |= more
    found: list[Diagnostic] = []
    for status in sorted(given - reached):
        first = next(n for n in norms if n.effect == Accord(status))
        found.append(
            Diagnostic(
                "W405",
                f"the status “{status}” is given only to those who have it already, so nobody comes to have it",
                first.span,
                cite(first.provision),
                "what this rule asks for rests on the rule itself",
                help=("write how the status is first obtained",),
            )
        )
    return found


def _possible(formula: Formula, given: set[str], reached: set[str]) -> bool:
    """Whether a condition could hold when, of the statuses that rules give, only those in `reached` can be had."""
    match formula:
        case And(parts):
            return all(_possible(p, given, reached) for p in parts)
        case Or(parts):
            return any(_possible(p, given, reached) for p in parts)
        case Has(status):
            return status not in given or status in reached
        case Not(Always()):
            return False
        case _:
            return True


def accorded_at_pleasure(ruleset: Ruleset) -> list[Diagnostic]:
    """W408: "may be accorded" or "may be invited" without a word on who accords it, or who invites."""
    return [
        Diagnostic(
            "W408",
            f"“{n.strength}” leaves it to somebody, and the text does not say to whom",
            n.span,
            cite(n.provision),
            "nobody is named who would do it",
            help=("say whose act it takes: ... if the Conference decides to admit it",),
        )
        for n in ruleset.norms
        if n.strength in LEFT_TO_SOMEBODY and not n.via and not names_somebody(n.condition)
    ]
