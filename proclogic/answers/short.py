"""Answers in one line: for tables, and for what another layer would say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.answers.model import Answer, Case, Mark, Way


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
    lets = "if " + _either(case.gates) if case.gates else ""
    stops = "not if " + _either(case.blockers.sets_off) if case.blockers.sets_off else ""
    return ", ".join([*parts, *acting(case, lets, stops)])


def acting(case: Case, lets: str, stops: str) -> list[str]:
    """Who lets it in and who can stop it, in words (of one reading, or choice, where these differ), with what they
    differ by."""
    if lets and stops and case.gates_by and case.gates_by == case.stops_by:
        return [lets, f"{stops} (both differ with {by_words(case.gates_by)})"]
    each = ((lets, "who lets it in", case.gates_by), (stops, "who can stop it", case.stops_by))
    return [part for part in (_acting(*one) for one in each) if part]


def _acting(told: str, who: str, by: tuple[str, ...]) -> str:
    if not by:
        return told
    return f"{told} (this differs with {by_words(by)})" if told else f"{who} differs with {by_words(by)}"


def by_words(kinds: Sequence[str], several: bool = False) -> str:
    """By what something differs, given as kinds of marks: "the reading and the brackets [ ]"."""
    words = {"contested": "the readings" if several else "the reading", "open": "the brackets [ ]"}
    return " and ".join(words[kind] for kind in words if kind in kinds)


def _either(ways: Iterable[Way]) -> str:
    return " or ".join(" and ".join(a.text for a in w.acts) for w in ways)
