"""Parts of rules in the words of a drafter: exceptions for a class, on a condition; classes joined."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.conflicts.remedies.changes import Change, Drafter
from proclogic.norms.conditions import ALWAYS, Deadline, Formula, Has, Is, Keeps, Not, Or, Reads
from proclogic.norms.formulas import atoms, both, conjuncts, either, pushed
from proclogic.norms.model import Forbid, Norm, Oblige, Permit
from proclogic.norms.vocabulary import ACTOR
from proclogic.syntax.print_classes import phrases_of

_BOUNDS = {"at least": ("not later than", "no later than"), "at most": ("not more than", "no more than")}


def exceptions(drafter: Drafter, norm: Norm, against: Norm) -> Iterator[Change | None]:
    """That a norm does not hold for those of whom another speaks, where this asks for what it asks, or for those of
    whom it speaks where it asks for this. None of those who alone may do it: "only an expert may speak, except for
    ..." reads as if others might."""
    if isinstance(norm.effect, Permit) and any(
        n.monopoly and (n.provision, n.span) == (norm.provision, norm.span) for n in drafter.ruleset.norms
    ):
        return
    subject, condition = pushed(against.subject), pushed(against.condition)
    words = class_words(drafter, subject) if against.about == ACTOR else ""
    others = (n for n in (norm, against) if isinstance(n.effect, Oblige) and n.effect.agent != ACTOR)
    if words and norm.about == ACTOR and not any(others) and against.subject != norm.subject:
        yield drafter.excepted(norm, subject, f"except for {words}")
    if can_be_said(condition):
        yield drafter.excepted(norm, condition, unless(drafter, condition))
        whole = both(subject, condition)
        if words and subject != norm.subject and can_be_said(subject):
            yield drafter.excepted(norm, whole, unless(drafter, whole))


def unless(drafter: Drafter, condition: Formula) -> str:
    """The words for an exception on a condition; of one that says that something is not so, without a double no."""
    contrary = pushed(condition, False)
    if isinstance(condition, Not) and not isinstance(contrary, Not):
        return f"provided that {drafter.words.condition(contrary)}"
    return f"unless {drafter.words.condition(condition)}"


def class_words(drafter: Drafter, subject: Formula) -> str:
    """Those of whom a rule speaks, "" where no noun phrases say so."""
    if subject == ALWAYS:
        return ""
    phrases = phrases_of(subject, ACTOR, drafter.words)
    return drafter.words.noun_phrases(phrases) if phrases else ""


def can_be_said(formula: Formula) -> bool:
    """Whether a formula is a condition of a sentence at all."""
    return formula != ALWAYS and not any(isinstance(a, Reads | Keeps) for a in atoms(formula))


def time_phrases(drafter: Drafter, old: Deadline, new: Deadline | None) -> Iterator[tuple[str, str]]:
    """A time in each of the words in which it can be said, with another one ("" for none) in the same."""
    before, after = drafter.words.deadline(old), drafter.words.deadline(new) if new is not None else ""
    yield before, after
    for usual, others in _BOUNDS.items():
        if before.startswith(usual):
            for words in others:
                same = after.startswith(usual) and new is not None and new.side == old.side
                yield words + before.removeprefix(usual), words + after.removeprefix(usual) if same else after


def joined_by(norm: Norm, more: Formula) -> Norm:
    """A rule that speaks of others as well; of a monopoly the prohibition speaks of fewer."""
    if isinstance(norm.effect, Forbid) and norm.monopoly and isinstance(norm.subject, Not):
        return norm.replace(subject=Not(_either(norm.subject.part, more)))
    if isinstance(norm.effect, Permit):
        return norm.replace(subject=_either(norm.subject, more))
    return norm


def _either(one: Formula, other: Formula) -> Formula:
    parts = one.parts if isinstance(one, Or) else (one,)
    return one if other in parts else either(one, other)


def without(norm: Norm, part: Formula) -> Norm:
    """A norm without one of the parts of its subject or its condition."""

    def left(formula: Formula) -> Formula:
        return both(*(p for p in conjuncts(formula) if p != part))

    return norm.replace(subject=left(norm.subject), condition=left(norm.condition))


def parts(norm: Norm) -> Iterator[Formula]:
    """The parts that can be taken out of a norm: its conditions, and what is said of its subject beside the class."""
    yield from conjuncts(norm.condition)
    of = list(conjuncts(norm.subject))
    if len(of) > 1:
        yield from (p for p in of if not isinstance(p, Is | Or) or isinstance(p, Has))
