"""Assessments as plain data, in the shape of `proclogic/schemas/assessment-1.schema.json`, and as CSV."""

from __future__ import annotations

from typing import Any

from proclogic.papers import assessment_words as say
from proclogic.papers.as_csv import lines
from proclogic.papers.as_data import cited, marks
from proclogic.papers.words import mark_words
from proclogic.positions.model import RESULTS, Ask, Assessment, Held, Judged, Measure, Position

Data = dict[str, Any]

COLUMNS = (
    "position",
    "ruleset",
    "ask",
    "title",
    "strength",
    "result",
    "targets_met",
    "targets",
    "target",
    "question",
    "asked",
    "target_result",
    "verdict",
    "outcome",
    "marks",
    "found",
    "missing",
    "rules",
    "why",
    "complete",
)


def assessments(values: tuple[Assessment, ...]) -> Data:
    """Rulesets held to a position, as `proclogic/assessment/1`: always a list, also for one."""
    position = values[0].position
    return {
        "schema": "proclogic/assessment/1",
        "position": _position(position),
        "rulesets": [_ruleset(value) for value in values],
        "apart": [_apart(ask) for ask in position.apart],
    }


def csv(values: tuple[Assessment, ...]) -> str:
    """The same as CSV: a line a target of each ruleset, and a line an ask that stands apart."""
    rows = [row for value in values for held in value.held for row in _rows(value, held)]
    rows += [_row_apart(values[0].position, ask) for ask in values[0].position.apart]
    return lines(COLUMNS, rows)


# ---------------------------------------------------------------------------------------------------------------- JSON


def _position(position: Position) -> Data:
    return {
        "id": position.id,
        "title": position.title,
        "source": {
            "title": position.source.title,
            "address": position.source.address,
            "symbol": position.source.symbol,
        },
        "date": position.date,
        "notes": list(position.notes),
    }


def _ruleset(value: Assessment) -> Data:
    return {
        "ruleset": value.ruleset,
        "title": value.title,
        "layers": list(value.layers),
        "silence": value.silence,
        "score": {"asks": len(value.held), **{result: value.count(result) for result in RESULTS}},
        "partly_met": sum(held.partly for held in value.held),
        "asks": [_held(held, value.ruleset) for held in value.held],
        "hypothetical": any(answer.hypothetical for answer in value.answers),
        "cited": cited(tuple(dict.fromkeys(c for answer in value.answers for c in answer.cited))),
        "complete": value.complete,
    }


def _held(held: Held, ruleset: str) -> Data:
    return {
        "number": held.ask.number,
        "title": held.ask.title,
        "strength": held.ask.strength,
        "result": held.result,
        "met": held.met,
        "targets": [_target(judged, ruleset) for judged in held.targets],
        "notes": list(held.ask.notes),
    }


def _target(judged: Judged, ruleset: str) -> Data:
    answer = judged.answer
    return {
        "question": judged.wording.question,
        "instead_of": judged.instead_of,
        "asked": _measure(judged.wording.measure),
        "result": judged.result,
        "found": say.found(judged, ruleset),
        "verdict": answer.verdict if answer else "",
        "verdicts": list(answer.verdicts) if answer else [],
        "outcome": answer.outcome if answer else "",
        **marks(answer.marks if answer else ()),
        "says": answer.says if answer else "",
        "rules": list(say.rules(judged)),
        "grounds": list(answer.grounds) if answer else [],
        "layers": list(answer.layers) if answer else [],
        "certainty": answer.certainty if answer else "",
        "missing": judged.missing,
        "near": list(judged.near),
        "why_not": judged.why,
    }


def _measure(measure: Measure) -> Data:
    return {"kind": measure.kind.replace(" ", "-"), "value": measure.value}


def _apart(ask: Ask) -> Data:
    return {
        "number": ask.number,
        "title": ask.title,
        "strength": ask.strength,
        "kind": _kind(ask),
        "why": ask.no_entitlement or ask.not_expressible,
        "notes": list(ask.notes),
    }


def _kind(ask: Ask) -> str:
    return "no-entitlement" if ask.no_entitlement else "not-expressible"


# ----------------------------------------------------------------------------------------------------------------- CSV


def _rows(value: Assessment, held: Held) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for number, judged in enumerate(held.targets, start=1):
        answer = judged.answer
        found.append(
            (
                value.position.id,
                value.ruleset,
                held.ask.number,
                held.ask.title,
                held.ask.strength,
                held.result,
                str(held.met),
                str(len(held.targets)),
                str(number),
                judged.wording.question,
                say.measure(judged.wording.measure),
                judged.result,
                answer.verdict if answer else "",
                answer.outcome if answer else "",
                "; ".join(mark_words(mark) for mark in answer.marks) if answer else "",
                say.found(judged, value.ruleset),
                judged.missing,
                ", ".join(say.rules(judged)),
                judged.why,
                "yes" if answer is None or answer.complete else "no",
            )
        )
    return found


def _row_apart(position: Position, ask: Ask) -> tuple[str, ...]:
    why = ask.no_entitlement or ask.not_expressible
    first = (position.id, "", ask.number, ask.title, ask.strength, _kind(ask))
    return (*first, *[""] * (len(COLUMNS) - len(first) - 2), why, "")
