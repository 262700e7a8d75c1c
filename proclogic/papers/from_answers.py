"""Lays the answers of several rulesets to one question side by side: a table of verdicts, then each in short."""

from __future__ import annotations

from proclogic.answers.model import Answer
from proclogic.papers.document import Closing, Headline, Paper, Section, Table
from proclogic.papers.from_answer import examined, short
from proclogic.papers.words import cites, headline, verdict_words


def paper(answers: tuple[Answer, ...]) -> Paper:
    """The paper for answers in the order in which the rulesets were named."""
    rows = tuple(
        (
            answer.ruleset,
            headline(answer).removesuffix("."),
            answer.outcome or "-",
            cites(answer.grounds) or "no rule",
        )
        for answer in answers
    )
    sections = tuple(Section(answer.ruleset, _name(answer), short(answer)) for answer in answers)
    return Paper(
        answers[0].question,
        (
            Headline(_together(answers)),
            Table("The answers side by side", ("Ruleset", "Answer", "Outcome", "Rule"), rows),
            *sections,
            Closing(tuple(examined(answer) for answer in answers)),
        ),
    )


def _together(answers: tuple[Answer, ...]) -> str:
    """Which ruleset gives which verdict: "BY LEAVE under a; OF RIGHT under b."."""
    under: dict[str, list[str]] = {}
    for answer in answers:
        under.setdefault(verdict_words(answer.verdict).upper() or "ANSWERED", []).append(answer.ruleset)
    return "; ".join(f"{verdict} under {' and '.join(names)}" for verdict, names in under.items()) + "."


def _name(answer: Answer) -> str:
    return f"{answer.ruleset}: {answer.title}" if answer.title else answer.ruleset
