"""Reads a question with or without why in the words of each ruleset, and explains its answer there."""

from __future__ import annotations

import typer

from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.cli.asking import refusal, unanswerable
from proclogic.cli.faults import tell
from proclogic.cli.run import WRONG_COMMAND
from proclogic.diagnostics.model import Diagnostic
from proclogic.explain.model import Explanation
from proclogic.explain.whole import explain
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Fact
from proclogic.sources import Source
from proclogic.syntax.parse import parse_facts
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
) -> tuple[Explanation, ...]:
    """The explanation under each ruleset. Ends the command where the question cannot be read, or is of a form that has
    no derivation."""
    told = " and ".join(part.strip().removesuffix(".") for part in given)
    texts = {name: Source(name, text) for name, text in (("question", asked), ("given", told))}
    found: list[Explanation] = []
    for ruleset, chosen in zip(rulesets, options, strict=True):
        question, about, faults = parse_asked(asked, ruleset.vocabulary)
        facts: tuple[Fact, ...] = ()
        more: list[Diagnostic] = []
        if told:
            facts, more = parse_facts(told, ruleset.vocabulary)
        errors = [d for d in (*faults, *more) if d.is_error]
        if errors or question is None:
            tell(
                refusal(errors, asked, told, ruleset if len(rulesets) > 1 else None),
                as_json,
                [ruleset.id],
                errors,
                texts,
            )
            raise typer.Exit(WRONG_COMMAND)
        text = f"{question.text} Given: {told}." if told else question.text
        question = question.replace(facts=(*question.facts, *facts), text=text)
        try:
            found.append(explain(ruleset, question, chosen, about, every_case, gists=gists))
        except ValueError:
            raise typer.BadParameter(f'{_FORMS} {" ".join(r.id for r in rulesets)} "{asked}"') from None
        except Unanswerable as refused:
            unanswerable(ruleset, refused, asked, told, as_json, texts)
    return tuple(found)
