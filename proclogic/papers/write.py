"""From an answer to the text that is printed: picks the writer by the format, and loads only that one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from proclogic.answers.model import Answer, Matrix
from proclogic.layout import WIDTH
from proclogic.papers.document import Paper

if TYPE_CHECKING:
    from proclogic.compare.model import Comparison
    from proclogic.conflicts.model import Findings
    from proclogic.explain.model import Explanation
    from proclogic.fuzz.model import Campaign
    from proclogic.positions.model import Assessment

FORMATS = ("text", "plain", "json", "md", "csv")
LEVELS = ("brief", "usual", "full")  # of explanations


def answers(values: tuple[Answer, ...], form: str) -> str:
    """One answer, or several side by side, in one of FORMATS."""
    match form:
        case "json":
            from proclogic.papers import as_data

            return as_json(as_data.answer(values[0]) if len(values) == 1 else as_data.answers(values))
        case "csv":
            from proclogic.papers import as_csv

            return as_csv.answers(values)
        case _ if len(values) == 1:
            from proclogic.papers import from_answer

            return paper(from_answer.paper(values[0]), form)
        case _:
            from proclogic.papers import from_answers

            return paper(from_answers.paper(values), form)


def explanations(values: tuple[Explanation, ...], form: str, level: str) -> str:
    """One explanation, or several one after the other, as text, plain, JSON or Markdown, on one of LEVELS (JSON has
    everything)."""
    if form == "json":
        from proclogic.papers import explanation_data

        return as_json(explanation_data.explanations(values))
    several = len(values) > 1
    if level == "brief":
        from proclogic.papers import brief_explanation

        return "\n".join(paper(brief_explanation.paper(value, several), form) for value in values)
    from proclogic.papers import from_explanation

    return "\n".join(paper(from_explanation.paper(value, level == "full", several), form) for value in values)


def findings(value: Findings, form: str, accepted: bool, full: bool = False) -> str:
    """What was found in rulesets, as text, plain, JSON or Markdown; with `accepted` what authors let stand too, with
    `full` each rule as it was read."""
    from proclogic.papers import from_findings

    if form == "json":
        return as_json(from_findings.data(value))
    return paper(from_findings.paper(value, accepted, full), form)


def campaigns(values: Sequence[Campaign], form: str) -> str:
    """What searches with drawn cases found, as text, plain, JSON or Markdown."""
    from proclogic.papers import from_fuzz

    if form == "json":
        made = [from_fuzz.data(one) for one in values]
        return as_json(made[0] if len(made) == 1 else {"schema": "proclogic/fuzz/1", "several": made})
    return "\n".join(paper(from_fuzz.paper(one), form) for one in values)


def matrix(value: Matrix, form: str) -> str:
    """A matrix in one of FORMATS: short codes in text, everything in the others."""
    match form:
        case "json":
            from proclogic.papers import as_data

            return as_json(as_data.matrix(value))
        case "csv":
            from proclogic.papers import as_csv

            return as_csv.matrix(value)
        case _:
            from proclogic.papers import from_matrix

            return paper(from_matrix.paper(value) if form == "text" else from_matrix.full(value), form)


def assessments(values: tuple[Assessment, ...], form: str) -> str:
    """One ruleset held to a position, or several side by side, in one of FORMATS."""
    match form:
        case "json":
            from proclogic.papers import assessment_data

            return as_json(assessment_data.assessments(values))
        case "csv":
            from proclogic.papers import assessment_data

            return assessment_data.csv(values)
        case _:
            from proclogic.papers import from_assessment

            one = len(values) == 1
            made = from_assessment.paper(values[0]) if one else from_assessment.papers(values, form != "text")
            return paper(made, form)


def comparison(value: Comparison, form: str, by: str, every: bool, examples: bool, width: int = WIDTH) -> str:
    """Two rulesets side by side in one of FORMATS; `width` is that of a text."""
    match form:
        case "json":
            from proclogic.papers import comparison_data

            return as_json(comparison_data.comparison(value, every))
        case "csv":
            from proclogic.papers import comparison_data

            return comparison_data.csv(value, every)
        case _:
            from proclogic.papers import from_comparison

            if form == "text":
                return paper(from_comparison.paper(value, by, every, examples, width), form, width)
            return paper(from_comparison.full(value, by, every, examples), form)


def comparisons(values: Sequence[Comparison], form: str, by: str, every: bool, width: int = WIDTH) -> str:
    """Several rulesets, each against the first, in one of FORMATS."""
    match form:
        case "json":
            from proclogic.papers import comparison_data

            return as_json(comparison_data.comparisons(values, every))
        case "csv":
            from proclogic.papers import comparison_data

            return comparison_data.csv_of_several(values, every)
        case _:
            from proclogic.papers import from_comparisons

            return paper(from_comparisons.paper(values, by, every), form, width)


def paper(value: Paper, form: str, width: int = WIDTH) -> str:
    """A paper as "text", "plain" or "md"; `width` is that of a text."""
    match form:
        case "text":
            from proclogic.papers.writers import text

            return text.write(value, width)
        case "plain":
            from proclogic.papers.writers import plain

            return plain.write(value)
        case "md":
            from proclogic.papers.writers import markdown

            return markdown.write(value)
        case _:
            raise ValueError(f"no writer for {form}")


def as_json(data: dict[str, Any]) -> str:
    """Data as JSON text, its keys in the order given, its letters as they are."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
