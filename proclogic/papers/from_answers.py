"""Lays the answers of several rulesets to one question side by side: a table of verdicts, then each in short."""

from __future__ import annotations

from proclogic.answers.model import Answer
from proclogic.papers.document import Block, Closing, Headline, Paper, Section, Sources, Table
from proclogic.papers.from_answer import body, carrying, examined, opening, short
from proclogic.papers.from_rows import LISTS, counts
from proclogic.papers.words import cites, headline, join, verdict_words


def paper(answers: tuple[Answer, ...]) -> Paper:
    """The paper for answers in the order in which the rulesets were named, each in short."""
    return _paper(answers, tuple(map(short, answers)))


def full(answers: tuple[Answer, ...]) -> Paper:
    """The same with each answer in full, without its sources."""
    told = [[b for b in (*opening(answer), *body(answer)) if not isinstance(b, Sources)] for answer in answers]
    return _paper(answers, tuple(map(tuple, told)))


def _paper(answers: tuple[Answer, ...], told: tuple[tuple[Block, ...], ...]) -> Paper:
    rows = tuple(
        (
            label(answer),
            _in_a_line(answer),
            answer.outcome or "-",
            cites(carrying(answer)) or ("-" if _not_asked(answer) else "no rule"),
        )
        for answer in answers
    )
    sections = tuple(
        Section(label(answer), _name(answer), blocks) for answer, blocks in zip(answers, told, strict=True)
    )
    return Paper(
        answers[0].question,
        (
            Headline(_together(answers)),
            Table("The answers side by side", ("Ruleset", "Answer", "Outcome", "Rule"), rows),
            *sections,
            Closing(tuple(dict.fromkeys(examined(answer) for answer in answers))),
        ),
    )


def _together(answers: tuple[Answer, ...]) -> str:
    """Which ruleset gives which verdict: "BY LEAVE under a; OF RIGHT under b."."""
    under: dict[str, list[str]] = {}
    for answer in answers:
        done = "NOT ASKED" if _not_asked(answer) else _in_a_word(answer)
        under.setdefault(done, []).append(label(answer))
    return "; ".join(f"{verdict} under {join(names)}" for verdict, names in under.items()) + "."


def _in_a_line(answer: Answer) -> str:
    """The answer in the table."""
    if answer.form in LISTS and not answer.verdict and not _not_asked(answer):
        return counts(answer)
    return headline(answer).removesuffix(".")


def _in_a_word(answer: Answer) -> str:
    """The verdict; where there is none that holds throughout, why not: to print the lowest one would take a side."""
    if len(answer.verdicts) > 1:
        kinds = {mark.kind for mark in answer.marks}
        for kind, words in (("contested", "CONTESTED"), ("open", "OPEN [ ]"), ("depends", "IT DEPENDS")):
            if kind in kinds:
                return words
    if answer.form in LISTS and not answer.verdict:
        return counts(answer).partition(":")[0]
    return verdict_words(answer.verdict).upper() or "ANSWERED"


def _not_asked(answer: Answer) -> bool:
    return answer.asked_as is not None and bool(answer.asked_as.missing)


def label(answer: Answer) -> str:
    """The ruleset, with the words that were taken where it answers in several ways: "untoc-cop (NGO)"."""
    taken = answer.asked_as.of if answer.asked_as is not None else ""
    return f"{answer.ruleset} ({taken})" if taken else answer.ruleset


def _name(answer: Answer) -> str:
    return f"{label(answer)}: {answer.title}" if answer.title else label(answer)
