"""Answers in one line: for tables, and for what another layer would say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.answers.model import Answer, Case, Mark, Way

BY_WHOM, STOPPED_BY = "who lets it in differs with the {}", "who can stop it differs with the {}"


def condition(answer: Answer) -> str:
    """The conditions of an answer in one line: cases, gates, what sets it off. Where readings or brackets lead to
    several verdicts, none of them has conditions that could be told without taking its side."""
    return in_one_line(answer.verdicts, answer.marks, answer.cases)


def in_one_line(verdicts: Sequence[str], marks: Iterable[Mark], cases: Sequence[Case]) -> str:
    """The same of the verdicts, the marks and the cases of an answer."""
    for kind, by in (("contested", "reading"), ("open", "brackets")):
        if len(verdicts) > 1 and any(m.kind == kind for m in marks):
            return f"according to the {by}"
    if len(cases) > 1:
        return "; ".join(f"{_when(c)}: {_short(c)}" for c in cases)
    return _short(cases[0]) if cases else ""


def _when(case: Case) -> str:
    return " or ".join(" and ".join(w) for w in case.when) or "otherwise"


def _short(case: Case) -> str:
    if len(case.verdicts) > 1:  # contested, or open: the acts of one of them would take its side
        return " or ".join(v.replace("-", " ") for v in case.verdicts)
    parts = [case.verdict.replace("-", " ")]
    if case.gates_by:
        parts.append(BY_WHOM.format(case.gates_by))
    elif case.gates:
        parts.append("if " + _either(case.gates))
    if case.stops_by:
        parts.append(STOPPED_BY.format(case.stops_by))
    elif case.blockers.sets_off:
        parts.append("not if " + _either(case.blockers.sets_off))
    return ", ".join(parts)


def _either(ways: Iterable[Way]) -> str:
    return " or ".join(" and ".join(a.text for a in w.acts) for w in ways)
