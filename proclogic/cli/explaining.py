"""Reads a question with or without why in the words of each ruleset, and explains its answer there."""

from __future__ import annotations

import typer

from proclogic.answers.model import Answer, AskedAs
from proclogic.answers.options import Options
from proclogic.cli.asking import replies
from proclogic.diagnostics.model import Diagnostic
from proclogic.explain.model import Explanation
from proclogic.explain.whole import explain
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.norms.vocabulary import Vocabulary
from proclogic.syntax.why import parse_asked

_FORMS = (
    "an explanation is of one right, status or quality.\n"
    "Ask: May ... ?  Why may ... ?  Why may ... not ... ?  Is ... ?  Does ... have ... ?\n"
    "This question is answered by: proclogic query"
)


def explanations(
    rulesets: tuple[Ruleset, ...],
    asked: str,
    given: list[str],
    options: list[Options],
    every_case: bool = False,
    as_json: bool = False,
    gists: bool = False,
    mappings: list[str] | None = None,
) -> tuple[Explanation, ...]:
    """The explanation under each ruleset; where a mapping is known, as the question is put there. Ends the command
    where the question cannot be read, or is of a form that has no derivation."""
    found: list[str] = []  # what the question asks, as each ruleset that can read it reads it

    def parse(text: str, vocabulary: Vocabulary, name: str) -> tuple[Question | None, list[Diagnostic]]:
        question, about, faults = parse_asked(text, vocabulary, name)
        found.extend([about] if question is not None else [])
        return question, faults

    def reply(ruleset: Ruleset, question: Question, chosen: Options, asked_as: AskedAs | None) -> Explanation:
        try:
            made = explain(ruleset, question, chosen, found[0], every_case, gists=gists)
        except ValueError:
            raise typer.BadParameter(f'{_FORMS} {" ".join(r.id for r in rulesets)} "{asked}"') from None
        return made.replace(answer=made.answer.replace(asked_as=asked_as)) if asked_as is not None else made

    def bare(answer: Answer) -> Explanation:
        return Explanation(answer, found[0])

    return replies(rulesets, asked, given, options, as_json, mappings, parse, reply, bare)
