"""Lints on references to other rules."""

from __future__ import annotations

import re

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.lints.drafted import Drafted, finding, once
from proclogic.norms.model import Accord, Deny, Disapply, Forbid, GivesNothing, Norm, Permit, Prevail

_WORDS = {"W551": "notwithstanding", "W552": "subject to"}


def notwithstanding_what_does_not_clash(text: Drafted) -> list[Diagnostic]:
    """W551: notwithstanding rules of which none speaks of the act or the status of this sentence."""
    return _idle(text, "W551")


def subject_to_what_does_not_clash(text: Drafted) -> list[Diagnostic]:
    """W552: subject to rules of which none speaks of the act or the status of this sentence."""
    return _idle(text, "W552")


def _idle(text: Drafted, code: str) -> list[Diagnostic]:
    word = _WORDS[code]
    field = word.replace(" ", "_")
    norms = {n.id: n for n in text.ruleset.norms}
    sentences: dict[object, list[Norm]] = {}
    for norm in text.norms:
        if getattr(norm, field):
            sentences.setdefault(norm.span, []).append(norm)
    return [
        finding(
            code,
            ours[0],
            f"“{word}” names rules that do not speak of what this sentence is about",
            "nothing here can clash with them",
            "see whether the number is right, and leave the words out if nothing is meant by them",
        )
        for ours in sentences.values()
        if all(isinstance(n.effect, Permit | Forbid | Accord | Deny) for n in ours)
        and not any(_near(text, n, norms[other]) for n in ours for other in getattr(n, field) if other in norms)
    ]


def _near(text: Drafted, norm: Norm, other: Norm) -> bool:
    """Whether the other speaks of the act or the status of this norm; what is of another sort may always bear on it."""
    mine, theirs = norm.effect, other.effect
    match theirs:
        case Accord(status) | Deny(status):
            if isinstance(mine, Accord | Deny):
                return mine.status == status
            return status in {getattr(a, "predicate", "") for a in text.said(norm)}
        case Permit(act) | Forbid(act) | GivesNothing(act) if act:
            if not isinstance(mine, Permit | Forbid):
                return act in {getattr(a, "event", "") for a in text.said(norm)}
            up = text.names.hierarchy.covering_acts
            return act in up(mine.act) or mine.act in up(act)
        case _:
            return True


_NAMED = re.compile(
    r"\b(notwithstanding|subject to|without prejudice to) (?:rule|article|paragraph|provision)s?\b", re.I
)


def references_to_what_says_nothing(text: Drafted) -> list[Diagnostic]:
    """W553: a rule is overridden, saved or disapplied that holds no sentence."""
    found: list[Diagnostic] = []
    for norm in text.norms:
        words = {w.lower() for w in _NAMED.findall(norm.text)}
        empty = [
            w for w in sorted(words) if not getattr(norm, w.removesuffix(" to").replace(" ", "_") + _TO.get(w, ""))
        ]
        match norm.effect:
            case Disapply(()):
                empty.append("does not apply")
            case Prevail(winners, losers) if not winners or not losers:
                empty.append("prevails over")
            case _:
                pass
        found += [
            finding(
                "W553",
                norm,
                f"“{word}” names a rule that holds no sentence, so it does nothing",
                "there is nothing there to refer to",
                "see whether the number is right, or whether that rule lost its text",
            )
            for word in empty
        ]
    return once(found)


_TO = {"subject to": "_to"}
