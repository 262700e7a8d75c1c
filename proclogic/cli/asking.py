"""Reads a question and its facts in the words of each ruleset, and asks it there."""

from __future__ import annotations

import typer

from proclogic.answers.model import Answer
from proclogic.answers.options import Options
from proclogic.cli.faults import tell
from proclogic.cli.run import UNREADABLE, WRONG_COMMAND
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Fact, Question, Ruleset
from proclogic.sources import Source


def answers(
    rulesets: tuple[Ruleset, ...], asked: str, given: list[str], options: list[Options], as_json: bool = False
) -> tuple[Answer, ...]:
    """An answer for each ruleset. Ends the command where the question cannot be read, with what is wrong in it."""
    from proclogic.syntax.parse import parse_facts, parse_question

    told = " and ".join(part.strip().removesuffix(".") for part in given)
    texts = {name: Source(name, text) for name, text in (("question", asked), ("given", told))}
    questions: list[tuple[Ruleset, Question, Options]] = []
    unread: list[tuple[Ruleset, list[Diagnostic]]] = []
    for ruleset, chosen in zip(rulesets, options, strict=True):
        question, faults = parse_question(asked, ruleset.vocabulary, "question")
        facts: tuple[Fact, ...] = ()
        more: list[Diagnostic] = []
        if told:
            facts, more = parse_facts(told, ruleset.vocabulary)
        errors = [d for d in (*faults, *more) if d.is_error]
        if errors or question is None:
            unread.append((ruleset, errors))
            continue  # other rulesets may have the words
        text = f"{question.text} Given: {told}." if told else question.text
        questions.append((ruleset, question.replace(facts=(*question.facts, *facts), text=text), chosen))
    if unread:
        words = "\n".join(_words(errors, asked, told, r if len(rulesets) > 1 else None) for r, errors in unread)
        tell(words, as_json and not questions, [r.id for r, _ in unread], [d for _, e in unread for d in e], texts)
        if not questions:
            raise typer.Exit(WRONG_COMMAND)
    from proclogic.answers.ask import answer
    from proclogic.answers.problems import Unanswerable

    found = []
    for ruleset, question, chosen in questions:
        try:
            found.append(answer(ruleset, question, chosen))
        except Unanswerable as refused:
            if any(d.code == "E310" for d in refused.diagnostics):
                tell(circular(ruleset, refused.diagnostics), as_json, [ruleset.id], refused.diagnostics, texts)
                raise typer.Exit(UNREADABLE) from None
            wrong = list(refused.diagnostics)
            tell(_words(wrong, asked, told, None), as_json, [ruleset.id], wrong, texts)
            raise typer.Exit(WRONG_COMMAND) from None
    return tuple(found)


def circular(ruleset: Ruleset, found: tuple[Diagnostic, ...]) -> str:
    """Says which rules undo each other: no question on them has an answer."""
    circles = "\n".join("\n".join(f"  {note}" for note in d.notes) for d in found)
    return (
        f"error[E310]: rules of {ruleset.id} undo each other in a circle, so this question has no answer\n{circles}\n"
        f"To see them in the text: proclogic check {ruleset.id}\nTo read more about it: proclogic explain E310\n"
    )


def _words(errors: list[Diagnostic], asked: str, told: str, ruleset: Ruleset | None) -> str:
    """Says why the question or the facts cannot be read or answered."""
    from proclogic.diagnostics.render import render_asked

    parts = [f"Under {ruleset.id}:\n"] if ruleset is not None else []
    of_facts = [d for d in errors if d.span.source == "given"]
    of_question = [d for d in errors if d.span.source != "given"]
    if of_question:
        parts.append(render_asked(of_question, asked, "question"))
    if of_facts:
        parts.append(render_asked(of_facts, told, "fact"))
    return "\n".join(parts)
