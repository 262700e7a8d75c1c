"""Answers in one line: for tables, and for what another layer would say."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.model import Answer, Case, Way


def condition(answer: Answer) -> str:
    """The conditions of an answer in one line: cases, gates, what sets it off. Where readings or brackets lead to
    several verdicts, none of them has conditions that could be told without taking its side."""
    for kind, by in (("contested", "reading"), ("open", "brackets")):
        if len(answer.verdicts) > 1 and any(m.kind == kind for m in answer.marks):
            return f"according to the {by}"
    if len(answer.cases) > 1:
        return "; ".join(f"{_when(c)}: {_short(c)}" for c in answer.cases)
    return _short(answer.cases[0]) if answer.cases else ""


def _when(case: Case) -> str:
    return " or ".join(" and ".join(w) for w in case.when) or "otherwise"


def _short(case: Case) -> str:
    if len(case.verdicts) > 1:  # contested, or open: the acts of one of them would take its side
        return " or ".join(v.replace("-", " ") for v in case.verdicts)
    parts = [case.verdict.replace("-", " ")]
    if case.gates:
        parts.append("if " + _either(case.gates))
    if case.blockers.sets_off:
        parts.append("not if " + _either(case.blockers.sets_off))
    return ", ".join(parts)


def _either(ways: Iterable[Way]) -> str:
    return " or ".join(" and ".join(a.text for a in w.acts) for w in ways)
