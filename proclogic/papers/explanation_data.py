"""Explanations as plain data, in the shape of `proclogic/schemas/explanation-1.schema.json`."""

from __future__ import annotations

from typing import Any

from proclogic.explain.model import Change, Explained, Explanation, Step, Why
from proclogic.norms.conditions import Formula, Happens, Has, Is, Keeps, Reads, ReferredTo
from proclogic.papers import as_data

Data = dict[str, Any]


def explanations(values: tuple[Explanation, ...]) -> Data:
    """The explanations of one question under one ruleset or several, as `proclogic/explanation/1`: always a list."""
    return {"schema": "proclogic/explanation/1", "explanations": [_explanation(value) for value in values]}


def _explanation(value: Explanation) -> Data:
    return {
        "answer": as_data.answer(value.answer),
        "asked": value.asked,
        "premise": value.premise,
        "language": value.language,
        "cases": [_case(case) for case in value.cases],
        "left_out": value.left_out,
        "others": [{"who": who, "rules": list(rules), "text": text} for who, rules, text in value.others],
        "upto": value.upto,
        "duties": value.duties,
        "decisions": [{"about": _literal(atom, True), "act": as_data.of_act(act)} for atom, act in value.decisions],
    }


def _case(case: Explained) -> Data:
    return {
        "when": [list(one) for one in case.when],
        "verdict": case.verdict,
        "outcome": case.outcome,
        "whys": [_why(why) for why in case.whys],
        "changes": [_change(change) for change in case.changes],
        "more": case.more,
    }


def _why(why: Why) -> Data:
    return {
        "title": why.title,
        "entitled": why.entitled,
        "forbidden": why.forbidden,
        "verdict": why.verdict,
        "outcome": why.outcome,
        "under": list(why.under),
        "steps": [_step(step) for step in why.steps],
        "against": [_step(step) for step in why.against],
        "reason": [_literal(atom, holds) for atom, holds in why.reason],
    }


def _step(step: Step) -> Data:
    return {
        "kind": step.kind,
        "text": step.text,
        "note": step.note,
        "rules": list(step.rules),
        "norm": step.norm,
        "quote": step.quote,
        "layer": step.layer,
        "aside": step.aside,
        "about": _literal(step.atom, step.holds) if step.atom is not None else None,
        "parts": [_step(part) for part in step.parts],
    }


def _change(change: Change) -> Data:
    return {
        "texts": list(change.texts),
        "kinds": list(change.kinds),
        "verdicts": list(change.verdicts),
        "outcome": change.outcome,
        "changes": [_literal(atom, holds) for atom, holds in change.atoms],
    }


def _literal(atom: Formula, holds: bool) -> Data:
    """An open question and its answer, by the ids of the vocabulary."""
    match atom:
        case Is(sort, kind):
            about = {"is": "kind", "sort": sort, "id": kind, "of": ""}
        case Has(predicate):
            about = {"is": "predicate", "sort": "", "id": predicate, "of": ""}
        case Happens(event, agent):
            about = {"is": "event", "sort": "", "id": event, "of": agent}
        case ReferredTo(body):
            about = {"is": "referral", "sort": "", "id": body, "of": ""}
        case Reads(dispute, reading):
            about = {"is": "reading", "sort": "", "id": reading, "of": dispute}
        case Keeps(bracket, alternative):
            about = {"is": "bracket", "sort": "", "id": alternative, "of": bracket}
        case _:
            raise TypeError(f"no open question: {atom!r}")
    return {**about, "holds": holds}
