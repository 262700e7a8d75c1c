"""Reads a question and its facts in the words of each ruleset, and asks it there."""

from __future__ import annotations

import typer

from proclogic.answers.model import Answer
from proclogic.answers.options import Options
from proclogic.cli.run import WRONG_COMMAND
from proclogic.cli.streams import err
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Fact, Question, Ruleset


def answers(rulesets: tuple[Ruleset, ...], asked: str, given: list[str], options: list[Options]) -> tuple[Answer, ...]:
    """An answer for each ruleset. Ends the command where the question cannot be read, with what is wrong in it."""
    from proclogic.syntax.parse import parse_facts, parse_question

    told = " and ".join(part.strip().removesuffix(".") for part in given)
    questions: list[Question] = []
    for ruleset in rulesets:
        question, faults = parse_question(asked, ruleset.vocabulary, "question")
        facts: tuple[Fact, ...] = ()
        more: list[Diagnostic] = []
        if told:
            facts, more = parse_facts(told, ruleset.vocabulary)
        errors = [d for d in (*faults, *more) if d.is_error]
        if errors or question is None:
            raise _unreadable(errors, asked, told, ruleset if len(rulesets) > 1 else None)
        text = f"{question.text} Given: {told}." if told else question.text
        questions.append(question.replace(facts=(*question.facts, *facts), text=text))
    from proclogic.answers.ask import answer
    from proclogic.answers.problems import Unanswerable

    found = []
    for ruleset, question, chosen in zip(rulesets, questions, options, strict=True):
        try:
            found.append(answer(ruleset, question, chosen))
        except Unanswerable as refused:
            raise _unreadable(list(refused.diagnostics), asked, told, None) from None
    return tuple(found)


def _unreadable(errors: list[Diagnostic], asked: str, told: str, ruleset: Ruleset | None) -> typer.Exit:
    """Says why the question or the facts cannot be read or answered."""
    from proclogic.diagnostics.render import render_asked

    parts = [f"Under {ruleset.id}:\n"] if ruleset is not None else []
    of_facts = [d for d in errors if d.span.source == "given"]
    of_question = [d for d in errors if d.span.source != "given"]
    if of_question:
        parts.append(render_asked(of_question, asked, "question"))
    if of_facts:
        parts.append(render_asked(of_facts, told, "fact"))
    err("\n".join(parts))
    return typer.Exit(WRONG_COMMAND)
