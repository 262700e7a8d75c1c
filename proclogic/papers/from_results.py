"""Lays out what a run of the questions found: each failure, what no question touches, and the counts."""

from __future__ import annotations

from proclogic.papers.document import Block, Closing, Fact, Facts, Headline, Paper, Section
from proclogic.testing import Coverage, Result, Results


def paper(report: Results, coverage: bool = False) -> Paper:
    """The paper on a run; with `coverage`, the provisions that no question touches are listed."""
    blocks: list[Block] = [Headline(_counts(report))]
    blocks += [_failure(result) for result in report.failed]
    facts = tuple(_untouched(each, coverage) for each in report.coverage)
    if report.claims:
        facts = (*facts, Fact("Claims", report.claims))
    if facts:
        blocks.append(Facts(facts))
    if not coverage and any(each.untouched for each in report.coverage):
        blocks.append(Closing((), ("Which provisions no question touches: add --coverage.",)))
    return Paper("", tuple(blocks))


def _counts(report: Results) -> str:
    number = len(report.results)
    if not number:
        return "No question was found for these rulesets."
    passed = number - len(report.failed)
    questions = "question" if number == 1 else "questions"
    return f"{passed} of {number} {questions} answered as expected" + (
        f", {number - passed} not." if report.failed else "."
    )


def _failure(result: Result) -> Section:
    facts = (Fact("Where", result.place), *(Fact("" if i else "Wrong", each) for i, each in enumerate(result.wrong)))
    return Section(
        f"{result.name}, {result.ruleset}", f"{result.name}, {result.ruleset}: {result.question}", (Facts(facts),)
    )


def _untouched(coverage: Coverage, in_full: bool) -> Fact:
    number, of = len(coverage.provisions) - len(coverage.untouched), len(coverage.provisions)
    text = f"{coverage.ruleset}: {number} of {of} provisions with rules are touched by a question"
    if coverage.taken_over:
        text += f"; {coverage.taken_over} more are taken over as they stand, and asked about there"
    if in_full and coverage.untouched:
        return Fact("Coverage", f"{text}; untouched: {', '.join(coverage.untouched)}")
    return Fact("Coverage", text)
