"""Asks a question in the words of one ruleset under another, through a mapping between their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from proclogic.answers.ask import answer
from proclogic.answers.model import Answer, AskedAs
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.norms.mapping import NARROWER, SAME, WIDER, Counterpart, Mapping, called, declared
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.norms.translation import Missing, translated
from proclogic.norms.vocabulary import Vocabulary
from proclogic.syntax import printer
from proclogic.values import Value

R = TypeVar("R")
_CONTRADICTIONS = {"E401", "E402"}  # a choice of counterparts that what is given rules out is no answer


class Put(Value):
    """A question as it is put to a ruleset; `asked_as` says in which words, None where it is put as it stands."""

    question: Question
    asked_as: AskedAs | None = None


def through(
    ruleset: Ruleset, question: Question, mapping: Mapping, options: Options | None = None, own: Question | None = None
) -> tuple[Answer, ...]:
    """The answers of a ruleset to a question in the words of the first ruleset of the mapping: one for each choice of
    counterparts, or one that says which words have none. `own` is the question as the ruleset reads it itself, where it
    can. Raises Unanswerable when no choice can be answered."""
    put = puts(ruleset, question, mapping, own)
    if isinstance(put, Answer):
        return (put,)
    return replies(put, lambda one: answer(ruleset, one.question, options).replace(asked_as=one.asked_as))


def puts(
    ruleset: Ruleset, question: Question, mapping: Mapping, own: Question | None = None
) -> tuple[Put, ...] | Answer:
    """A question in the words of the first ruleset of the mapping as it is put to the other, once for each choice of
    counterparts; or the answer that says which words have none. Where `own`, the question as the other reads it itself,
    has the same words, or the numbers of rules are all that stands in the way, it is put as it stands."""
    found = translated(question, mapping)
    if own is not None and (_as_it_stands(found.through) or _by_number(found.missing)):
        return (Put(own),)
    if not found.found:
        return _not_asked(ruleset, question, mapping, found.missing)
    several = _several(found.through)
    made: list[Put] = []
    for put, used in zip(found.found, found.through, strict=True):
        worded = _worded(put, question.text, ruleset.vocabulary)
        words = printer.question(worded, ruleset.vocabulary)
        of = ", ".join(_name(c, mapping)[1] for c in used if c in several)
        inexact = tuple(_inexact(c, mapping) for c in used if c.relation != SAME)
        made.append(Put(worded, AskedAs(mapping.first, mapping.file, words, of, inexact)))
    return tuple(made)


def replies(put: Iterable[Put], reply: Callable[[Put], R]) -> tuple[R, ...]:
    """The reply to each, but for choices of counterparts that what is given rules out. Raises Unanswerable when none is
    left."""
    made: list[R] = []
    refused: list[Unanswerable] = []
    for one in put:
        try:
            made.append(reply(one))
        except Unanswerable as fault:
            if one.asked_as is None or not {d.code for d in fault.diagnostics} <= _CONTRADICTIONS:
                raise
            refused.append(fault)
    if not made:
        raise refused[0]
    return tuple(made)


def _as_it_stands(through: tuple[tuple[Counterpart, ...], ...]) -> bool:
    """Whether each word stands for itself."""
    return len(through) == 1 and all(c.first == c.second and c.relation == SAME for c in through[0])


def _by_number(missing: tuple[Missing, ...]) -> bool:
    return bool(missing) and all(m.what == "rule" for m in missing)


def _worded(question: Question, text: str, vocabulary: Vocabulary) -> Question:
    """The question under its text as asked, its facts in the words of the vocabulary."""
    facts = tuple(fact.replace(text=printer.fact(fact, vocabulary)) for fact in question.facts)
    return question.replace(text=text, facts=facts)


def _several(through: tuple[tuple[Counterpart, ...], ...]) -> set[Counterpart]:
    """The counterparts in which the choices differ."""
    return {pair for used in through for pair in used if any(pair not in other for other in through)}


def _name(pair: Counterpart, mapping: Mapping) -> tuple[str, str]:
    return called(declared(mapping.here)[pair.first]), called(declared(mapping.there)[pair.second])


def _inexact(pair: Counterpart, mapping: Mapping) -> str:
    asked, put = _name(pair, mapping)
    match pair.relation:
        case relation if relation in (WIDER, NARROWER):
            return f'"{put}" here is {relation} than "{asked}".'
        case _:
            return f'"{put}" here covers "{asked}" in part, and more than that.'


def _not_asked(ruleset: Ruleset, question: Question, mapping: Mapping, missing: tuple[Missing, ...]) -> Answer:
    said = [
        f'"{m.word}" cannot be put in the words of {ruleset.id}: {m.why}'
        if m.why
        else f'"{m.word}" has no counterpart in {ruleset.id}' + (f" ({m.note.rstrip('.')})" if m.note else "")
        for m in missing
    ]
    asked = AskedAs(mapping.first, mapping.file, missing=tuple(m.word for m in missing))
    return Answer(
        ruleset.id, ruleset.title, question.text, question.form, says=f"Not asked: {'; '.join(said)}.", asked_as=asked
    )
