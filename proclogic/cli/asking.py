"""Reads a question and its facts in the words of each ruleset, and asks it there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn, TypeVar

import typer

from proclogic.answers.model import Answer, AskedAs
from proclogic.answers.options import Options
from proclogic.cli.faults import tell
from proclogic.cli.run import UNREADABLE, WRONG_COMMAND
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Fact, Question
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import Source
from proclogic.values import Value

R = TypeVar("R")
Parse = Callable[[str, Vocabulary, str], tuple[Question | None, list[Diagnostic]]]

if TYPE_CHECKING:
    from proclogic.answers.problems import Unanswerable
    from proclogic.norms.mapping import Mapping


def answers(
    rulesets: tuple[Ruleset, ...],
    asked: str,
    given: list[str],
    options: list[Options],
    as_json: bool = False,
    mappings: list[str] | None = None,
) -> tuple[Answer, ...]:
    """The answers of each ruleset. Where a mapping is known between the first ruleset that can read the question and
    another one, the other is asked through it. Ends the command where the question cannot be read at all."""
    from proclogic.answers.ask import answer
    from proclogic.syntax.parse import parse_question

    def reply(ruleset: Ruleset, question: Question, chosen: Options, asked_as: AskedAs | None) -> Answer:
        found = answer(ruleset, question, chosen)
        return found.replace(asked_as=asked_as) if asked_as is not None else found

    return replies(rulesets, asked, given, options, as_json, mappings, parse_question, reply, lambda bare: bare)


def replies(
    rulesets: tuple[Ruleset, ...],
    asked: str,
    given: list[str],
    options: list[Options],
    as_json: bool,
    mappings: list[str] | None,
    parse: Parse,
    reply: Callable[[Ruleset, Question, Options, AskedAs | None], R],
    bare: Callable[[Answer], R],
) -> tuple[R, ...]:
    """What each ruleset replies to the question, as `answers`. `parse` reads the question; `reply` is asked for each
    ruleset, with the words in which the question is put to it where they are others; `bare` makes a reply of an answer
    that says why a ruleset was not asked."""
    told = " and ".join(part.strip().removesuffix(".") for part in given)
    texts = {name: Source(name, text) for name, text in (("question", asked), ("given", told))}
    posed = [_posed(ruleset, chosen, asked, told, parse) for ruleset, chosen in zip(rulesets, options, strict=True)]
    reader = next((one for one in posed if one.question is not None), None)
    known = _known(reader.ruleset, rulesets, mappings or [], as_json) if reader is not None else [None for _ in posed]
    unread = [one for one, mapping in zip(posed, known, strict=True) if one.question is None and mapping is None]
    if unread:
        words = "\n".join(
            refusal(one.errors, asked, told, one.ruleset if len(rulesets) > 1 else None) for one in unread
        )
        if reader is not None:
            words += _without_mapping(reader.ruleset, unread)
        elif any(d.code == "E109" and asked[d.span.start : d.span.end].lower() == "why" for d in unread[0].errors):
            words += _with_why(rulesets, asked, given)
        wrong = [d for one in unread for d in one.errors]
        tell(words, as_json and reader is None, [one.ruleset.id for one in unread], wrong, texts)
    if reader is None or reader.question is None:
        raise typer.Exit(WRONG_COMMAND)
    from proclogic.answers.problems import Unanswerable

    found: list[R] = []
    for one, mapping in zip(posed, known, strict=True):
        try:
            if mapping is not None:
                found += _through(one, reader.question, mapping, reply, bare)
            elif one.question is not None:
                found.append(reply(one.ruleset, one.question, one.options, None))
            else:
                found.append(bare(_not_asked(one, reader, texts)))
        except Unanswerable as refused:
            unanswerable(one.ruleset, refused, asked, told, as_json, texts)
    return tuple(found)


def unanswerable(
    ruleset: Ruleset, refused: Unanswerable, asked: str, told: str, as_json: bool, texts: dict[str, Source]
) -> NoReturn:
    """Says why a question that could be read has no answer, and ends the command."""
    wrong = list(refused.diagnostics)
    if any(d.code == "E310" for d in wrong):
        tell(circular(ruleset, refused.diagnostics), as_json, [ruleset.id], wrong, texts)
        raise typer.Exit(UNREADABLE) from None
    tell(refusal(wrong, asked, told, None), as_json, [ruleset.id], wrong, texts)
    raise typer.Exit(WRONG_COMMAND) from None


def _through(
    one: _Posed,
    question: Question,
    mapping: Mapping,
    reply: Callable[[Ruleset, Question, Options, AskedAs | None], R],
    bare: Callable[[Answer], R],
) -> tuple[R, ...]:
    """The replies of a ruleset to a question in the words of another."""
    from proclogic.answers import through

    put = through.puts(one.ruleset, question, mapping, one.question)
    if isinstance(put, Answer):
        return (bare(put),)
    return through.replies(put, lambda each: reply(one.ruleset, each.question, one.options, each.asked_as))


class _Posed(Value):
    """A question as one ruleset reads it: None, with the errors, where it cannot."""

    ruleset: Ruleset
    options: Options
    question: Question | None
    errors: tuple[Diagnostic, ...] = ()


def _not_asked(one: _Posed, reader: _Posed, texts: dict[str, Source]) -> Answer:
    """The place of a ruleset that cannot read the question among those that can: what stands in the way."""
    assert reader.question is not None
    first = one.errors[0]
    text = texts["given" if first.span.source == "given" else "question"].text
    word = text[first.span.start : first.span.end].strip() or reader.question.text
    why = f'has no word for "{word}"' if first.code == "E201" else f'cannot read the question at "{word}"'
    told = AskedAs(reader.ruleset.id, "", missing=(word,))
    of = one.ruleset.id, one.ruleset.title, reader.question.text, reader.question.form
    return Answer(*of, says=f"Not asked: {one.ruleset.id} {why}.", asked_as=told)


def _posed(ruleset: Ruleset, options: Options, asked: str, told: str, parse: Parse) -> _Posed:
    from proclogic.syntax.parse import parse_facts

    question, faults = parse(asked, ruleset.vocabulary, "question")
    facts: tuple[Fact, ...] = ()
    more: list[Diagnostic] = []
    if told:
        facts, more = parse_facts(told, ruleset.vocabulary)
    errors = tuple(d for d in (*faults, *more) if d.is_error)
    if errors or question is None:
        return _Posed(ruleset, options, None, errors)
    text = f"{question.text} Given: {told}." if told else question.text
    return _Posed(ruleset, options, question.replace(facts=(*question.facts, *facts), text=text))


def _known(reader: Ruleset, rulesets: tuple[Ruleset, ...], files: list[str], as_json: bool) -> list[Mapping | None]:
    """The mappings from the ruleset in whose words the question is to each of all: those of the files named, else those
    of `mappings/`. A file that is between none of the rulesets ends the command."""
    others = [ruleset for ruleset in rulesets if ruleset is not reader]
    if not others:
        return [None]
    from proclogic.cli.reading import mapping_between
    from proclogic.mappings import between

    ids = {ruleset.id for ruleset in rulesets}
    named: dict[frozenset[str], str] = {}
    for path in files:
        ends = between(path)
        if ends is not None and ids.issuperset(ends):
            named[frozenset(ends)] = path
        else:
            mapping_between(reader, others[0], path, as_json)  # says what is wrong with it, and ends the command
    return [
        None
        if other is reader
        else mapping_between(reader, other, named.get(frozenset((reader.id, other.id))), as_json)
        for other in rulesets
    ]


def _without_mapping(reader: Ruleset, unread: list[_Posed]) -> str:
    """How to find out what the words of the question are called where they cannot be read."""
    lines = [f"What it can be called there: proclogic mapping {reader.id} {one.ruleset.id}\n" for one in unread]
    return "\n" + "".join(lines)


def _with_why(rulesets: tuple[Ruleset, ...], asked: str, given: list[str]) -> str:
    """The command that explains: it takes questions that begin with why."""
    names = " ".join(ruleset.id for ruleset in rulesets)
    facts = "".join(f' --given "{part}"' for part in given)
    return f'\nTo be told why: proclogic explain {names} "{" ".join(asked.split())}"{facts}\n'


def circular(ruleset: Ruleset, found: tuple[Diagnostic, ...]) -> str:
    """Says which rules undo each other: no question on them has an answer."""
    circles = "\n".join("\n".join(f"  {note}" for note in d.notes) for d in found)
    return (
        f"error[E310]: rules of {ruleset.id} undo each other in a circle, so this question has no answer\n{circles}\n"
        f"To see them in the text: proclogic check {ruleset.id}\nTo read more about it: proclogic explain E310\n"
    )


def refusal(errors: Sequence[Diagnostic], asked: str, told: str, ruleset: Ruleset | None) -> str:
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
