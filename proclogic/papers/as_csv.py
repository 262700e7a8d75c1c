"""The CSV writer: one line a case, or a line a row for who, what, where and the matrix."""

from __future__ import annotations

import csv
import io

from proclogic.answers.chosen import chosen_words
from proclogic.answers.model import Answer, Case, Mark, Matrix, Resolution, Row, Way
from proclogic.papers.as_data import MARKS
from proclogic.papers.words import act_words, join, step_words, when_words

CASES = (
    "ruleset",
    "question",
    "case",
    "verdict",
    "verdicts",
    "outcome",
    "marks",
    "says",
    "steps",
    "gates",
    "sets_off",
    "holds",
    "presumed",
    "limits",
    "words",
    "rules",
    "if",
    "readings",
    "brackets",
    "layers",
    "certainty",
    "complete",
    "asked_as",
)
ROWS = (
    "ruleset",
    "actor",
    "act",
    "body",
    "object",
    "verdict",
    "verdicts",
    "outcome",
    "marks",
    "condition",
    "rules",
    "complete",
)


def answers(values: tuple[Answer, ...]) -> str:
    """Answers as CSV: a line a row if the question asks for a list, else a line a case."""
    if any(value.rows for value in values):
        return lines(ROWS, [line for value in values for line in _rows(value)])
    return lines(CASES, [line for value in values for line in _cases(value)])


def matrix(value: Matrix) -> str:
    """A matrix as CSV, a line a cell."""
    return lines(ROWS, [_row(value.ruleset, row, value.complete) for row in value.rows])


def _cases(answer: Answer) -> list[tuple[str, ...]]:
    if not answer.cases:
        return [_case(answer, answer, "")]
    return [_case(answer, case, when_words(case.when)) for case in answer.cases]


def _case(answer: Answer, of: Answer | Case, when: str) -> tuple[str, ...]:
    readings = [f"{r.dispute}={r.reading}: {' or '.join(r.verdicts)} ({r.outcome})" for r in answer.readings]
    about = of.when if isinstance(of, Case) else ()
    brackets = [_resolution(r) for r in answer.resolutions if r.when == about or len(answer.cases) < 2]
    followed = [*([of.follows] if of.follows else []), *map(chosen_words, of.keeps)] if isinstance(of, Case) else []
    return (
        answer.ruleset,
        answer.question,
        when,
        of.verdict,
        " | ".join(of.verdicts or (of.verdict,)),
        of.outcome,
        _marks(tuple(dict.fromkeys((*answer.marks, *of.marks)))),
        answer.says,
        " | ".join("; ".join(step_words(act) for act in way.acts) for way in of.steps),
        _ways(of.gates),
        _ways(of.blockers.sets_off),
        _ways(of.blockers.holds),
        "; ".join(act_words(act) for act in of.presumed),
        "; ".join(words for words, _ in of.limits),
        of.strength[0],
        ", ".join(of.grounds),
        "; ".join(followed),
        "; ".join(readings),
        " | ".join(brackets),
        ", ".join(answer.layers),
        answer.certainty,
        "yes" if answer.complete else "no",
        answer.asked_as.question if answer.asked_as is not None else "",
    )


def _resolution(one: Resolution) -> str:
    """What a set of choices comes to: "of-right (yes): if 2(1) keeps ..."."""
    acts = f"; {one.acts}" if one.acts else ""
    return f"{' or '.join(one.verdicts)} ({one.outcome}{acts}): if {join([chosen_words(c) for c in one.choices])}"


def _rows(answer: Answer) -> list[tuple[str, ...]]:
    if answer.asked_as is not None and answer.asked_as.missing:
        return [(answer.ruleset, *("" for _ in ROWS[1:9]), answer.says, "", "yes")]
    return [_row(answer.ruleset, row, answer.complete) for row in answer.rows]


def _row(ruleset: str, row: Row, complete: bool) -> tuple[str, ...]:
    return (
        ruleset,
        row.actor,
        row.act,
        row.body,
        row.object,
        row.verdict,
        " | ".join(row.verdicts),
        row.outcome,
        _marks(row.marks),
        row.condition,
        ", ".join(row.grounds),
        "yes" if complete else "no",
    )


def _marks(marks: tuple[Mark, ...]) -> str:
    names = [MARKS.get(mark.kind, mark.kind) + (f": {mark.detail}" if mark.detail else "") for mark in marks]
    return "; ".join(names)


def _ways(ways: tuple[Way, ...]) -> str:
    """Alternatives parted by " | ", the acts of one by "; "."""
    return " | ".join("; ".join(act_words(act) for act in way.acts) for way in ways)


def lines(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()
