"""Comparisons as plain data: JSON in the shape of the published schemas, and CSV with a line a difference and case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from proclogic.compare.headline import Headline, Tally, headline
from proclogic.compare.model import Compared, Comparison, Difference, Finer, Instance, Only, Provisions, Side, Witness
from proclogic.compare.several import several
from proclogic.papers import comparison_words as say
from proclogic.papers.as_csv import lines
from proclogic.papers.as_data import MARKS

Data = dict[str, Any]

COLUMNS = (
    "a",
    "b",
    "actor",
    "act",
    "body",
    "does",
    "case",
    "relation",
    "in_every_situation",
    "verdict_a",
    "verdict_b",
    "verdicts_a",
    "verdicts_b",
    "marks_a",
    "marks_b",
    "how_a",
    "how_b",
    "rules_a",
    "rules_b",
    "differences",
    "example",
    "question",
    "complete",
)


# ---------------------------------------------------------------------------------------------------------------- JSON


def comparison(value: Comparison, every: bool) -> Data:
    """A comparison, as `proclogic/comparison/1`; with `every` the cases that are the same too."""
    head = headline(value)
    return {
        "schema": "proclogic/comparison/1",
        "a": _compared(value.a),
        "b": _compared(value.b),
        "mapping": value.mapping,
        "headline": _headline(head, value),
        "differences": [_difference(d) for d in value.differences if every or not d.is_same],
        "only": [_only(one) for one in value.only],
        "provisions": [_provisions(one) for one in value.provisions],
        "inexact": list(value.inexact),
        "unconfirmed": value.unconfirmed,
        "complete": value.complete,
        "unexamined": list(value.unexamined),
        "beyond": [{"what": one.what, "a": list(one.a), "b": list(one.b)} for one in value.beyond],
    }


def comparisons(values: Sequence[Comparison], every: bool) -> Data:
    """Several rulesets against the first, as `proclogic/comparisons/1`: the verdicts side by side, and each
    comparison."""
    table = several(values, every)
    return {
        "schema": "proclogic/comparisons/1",
        "rulesets": [_compared(side) for side in table.sides],
        "rows": [
            {
                "actor": row.actor,
                "act": row.act,
                "body": row.body,
                "does": row.does,
                "when": [list(parts) for parts in row.when],
                "verdicts": [None if one is None else _verdict(one) for one in row.sides],
                "relations": list(row.relations),
            }
            for row in table.rows
        ],
        "comparisons": [comparison(value, every) for value in values],
    }


def _compared(side: Compared) -> Data:
    return {
        "id": side.id,
        "title": side.title,
        "label": side.label,
        "layers": list(side.layers),
        "readings": [{"dispute": dispute, "reading": reading} for dispute, reading in side.readings],
        "resolved": [{"bracket": bracket, "alternative": taken} for bracket, taken in side.resolved],
    }


def _headline(head: Headline, value: Comparison) -> Data:
    counts = head.counts
    return {
        "says": list(say.says(head, value)),
        "wider": counts.wider,
        "narrower": counts.narrower,
        "different": counts.different,
        "otherwise": counts.otherwise,
        "same": counts.same,
        "silent": counts.silent,
        "actors": [_tally(tally) for tally in head.tallies],
        "only_a": [{"word": word, "entitlements": number} for word, number in head.only_a],
        "only_b": [{"word": word, "entitlements": number} for word, number in head.only_b],
    }


def _tally(tally: Tally) -> Data:
    return {
        "actor": tally.actor.name,
        "called": tally.actor.called,
        "state": tally.actor.is_state,
        "wider": tally.wider,
        "narrower": tally.narrower,
        "different": tally.different,
        "otherwise": tally.otherwise,
    }


def _difference(one: Difference) -> Data:
    return {
        "actor": one.actor,
        "act": one.act,
        "body": one.body,
        "does": one.does,
        "in_b": {"actor": one.actor_b, "act": one.act_b, "body": one.body_b, "does": one.does_b},
        "when": [list(parts) for parts in one.when],
        "relation": one.relation,
        "in_every_situation": one.inclusion,
        "a": _side(one.a),
        "b": _side(one.b),
        "finer": [_finer(each) for each in one.finer],
        "witnesses": [_witness(each) for each in one.witnesses],
        "no_witness": one.why,
    }


def _finer(one: Finer) -> Data:
    return {"kind": one.kind, "detail": one.detail, "instances": [_instance(each) for each in one.instances]}


def _instance(one: Instance) -> Data:
    return {
        "sort": one.sort,
        "situation": one.situation,
        "a": one.a,
        "b": one.b,
        "question": one.question,
        "question_b": one.question_b,
        "options": list(one.options),
        "options_b": list(one.options_b),
        "no_instance": one.why,
    }


def _side(side: Side) -> Data:
    return {
        **_verdict(side),
        "how": side.short,
        "rules": list(side.rules),
        "strength": side.strength,
        "unknown": side.unknown,
    }


def _verdict(side: Side) -> Data:
    return {
        "verdict": side.verdict,
        "verdicts": list(side.verdicts),
        "outcome": side.outcome,
        "marks": _marks(side),
    }


def _marks(side: Side) -> list[str]:
    return list(dict.fromkeys(MARKS.get(mark, mark) for mark in side.marks))


def _witness(witness: Witness) -> Data:
    return {
        "situation": list(witness.clauses),
        "a": witness.a,
        "b": witness.b,
        "question": witness.question,
        "question_b": witness.question_b,
        "options": list(witness.options),
        "options_b": list(witness.options_b),
    }


def _only(one: Only) -> Data:
    return {"side": one.side, "words": list(one.words), "actor": one.actor, "does": one.does}


def _provisions(one: Provisions) -> Data:
    return {
        "a": one.a,
        "b": one.b,
        "relation": one.relation,
        "a_text": one.a_text,
        "b_text": one.b_text,
        "marked": one.marked,
        "effects": list(one.effects),
    }


# ----------------------------------------------------------------------------------------------------------------- CSV


def csv(value: Comparison, every: bool) -> str:
    """The comparison as CSV: a line a difference and case, then one for each entitlement that one side has no words
    for (its relation is "only a" or "only b")."""
    return lines(COLUMNS, _rows(value, every))


def csv_of_several(values: Sequence[Comparison], every: bool) -> str:
    """Several comparisons as CSV: the lines of each, one after the other."""
    return lines(COLUMNS, [line for value in values for line in _rows(value, every)])


def _rows(value: Comparison, every: bool) -> list[tuple[str, ...]]:
    sides = say.name(value.a), say.name(value.b)
    complete = "yes" if value.complete else "no"
    found = [_row(sides, one, complete) for one in value.differences if every or not one.is_same]
    for one in value.only:
        why = f"no words for: {', '.join(one.words)}"
        first = (*sides, one.actor, one.act, one.body, one.does, "", f"only {one.side}")
        found.append((*first, *[""] * (len(COLUMNS) - len(first) - 4), why, "", "", complete))
    return found


def _row(sides: tuple[str, str], one: Difference, complete: str) -> tuple[str, ...]:
    witness = one.witnesses[0] if one.witnesses else None
    return (
        *sides,
        one.actor,
        one.act,
        one.body,
        one.does,
        say.where(one.when),
        one.relation,
        "yes" if one.inclusion else "no",
        one.a.verdict,
        one.b.verdict,
        *(" | ".join(side.verdicts) for side in (one.a, one.b)),
        *("; ".join(_marks(side)) for side in (one.a, one.b)),
        *(say.condition(side) for side in (one.a, one.b)),
        *(", ".join(side.rules) for side in (one.a, one.b)),
        "; ".join(say.finer(each) for each in one.finer),
        say.example(witness) if witness is not None else "",
        " | ".join(one.removeprefix(say.ASK).lstrip(": ") for one in say.questions(witness))
        if witness is not None
        else "",
        complete,
    )
