"""Reads a question and its facts in the words of each ruleset, and asks it there."""

from __future__ import annotations

import typer

from proclogic.answers.model import Answer
from proclogic.answers.options import Options
from proclogic.cli.run import UNREADABLE, WRONG_COMMAND
from proclogic.cli.streams import err
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Fact, Question, Ruleset


def answers(rulesets: tuple[Ruleset, ...], asked: str, given: list[str], options: list[Options]) -> tuple[Answer, ...]:
    """An answer for each ruleset. Ends the command where the question cannot be read, with what is wrong in it."""
    from proclogic.syntax.parse import parse_facts, parse_question

    told = " and ".join(part.strip().removesuffix(".") for part in given)
    questions: list[tuple[Ruleset, Question, Options]] = []
    refusal: typer.Exit | None = None
    for ruleset, chosen in zip(rulesets, options, strict=True):
        question, faults = parse_question(asked, ruleset.vocabulary, "question")
        facts: tuple[Fact, ...] = ()
        more: list[Diagnostic] = []
        if told:
            facts, more = parse_facts(told, ruleset.vocabulary)
        errors = [d for d in (*faults, *more) if d.is_error]
        if errors or question is None:
            refusal = _unreadable(errors, asked, told, ruleset if len(rulesets) > 1 else None)
            continue  # other rulesets may have the words
        text = f"{question.text} Given: {told}." if told else question.text
        questions.append((ruleset, question.replace(facts=(*question.facts, *facts), text=text), chosen))
    if not questions and refusal is not None:
        raise refusal
    from proclogic.answers.ask import answer
    from proclogic.answers.problems import Unanswerable

    found = []
    for ruleset, question, chosen in questions:
        try:
            found.append(answer(ruleset, question, chosen))
        except Unanswerable as refused:
            if any(d.code == "E310" for d in refused.diagnostics):
                raise _circular(ruleset, refused.diagnostics) from None
            raise _unreadable(list(refused.diagnostics), asked, told, None) from None
    return tuple(found)


def _circular(ruleset: Ruleset, found: tuple[Diagnostic, ...]) -> typer.Exit:
    """Says which rules undo each other: no question on them has an answer."""
    circles = "\n".join("\n".join(f"  {note}" for note in d.notes) for d in found)
    err(
        f"error[E310]: rules of {ruleset.id} undo each other in a circle, so this question has no answer\n{circles}\n"
        f"To see them in the text: proclogic check {ruleset.id}\nTo read more about it: proclogic explain E310\n"
    )
    return typer.Exit(UNREADABLE)


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
