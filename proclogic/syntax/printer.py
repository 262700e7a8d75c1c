"""Values of the language in words: what is printed here can be parsed again, and gives the same value.

Nothing here fails on ids that the vocabulary does not have: they stand for themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from proclogic.norms.conditions import Deadline, Decision, Formula, Happens, Share
from proclogic.norms.questions import Fact, Question
from proclogic.norms.vocabulary import ACTOR, Vocabulary
from proclogic.syntax import print_questions, print_rules
from proclogic.syntax.print_parts import Words
from proclogic.syntax.tree import ActPhrase, Clause, Document, Item, NounPhrase, ProvisionText, Sentence, Verb

if TYPE_CHECKING:
    from proclogic.values import Value

_kept: list[tuple[Vocabulary, Words]] = []


def _words(vocabulary: Vocabulary, about: str = ACTOR) -> Words:
    for known, made in _kept:
        if known is vocabulary:
            made.about = about
            return made
    made = Words(vocabulary, about)
    _kept.insert(0, (vocabulary, made))
    del _kept[4:]
    return made


def sentence(node: Value, vocabulary: Vocabulary) -> str:
    """A node of the surface tree, a condition, a decision or a deadline in words."""
    words = _words(vocabulary)
    match node:
        case Sentence():
            return print_rules.sentence(node, words)
        case Clause():
            return print_rules.clause(node, words)
        case Item():
            return print_rules.item(node, False, words)
        case Verb():
            return print_rules.said(Sentence(), node, words).strip()
        case NounPhrase():
            return words.noun_phrase(node)
        case ActPhrase():
            return words.act_phrase(node)
        case Formula():
            return words.condition(node)
        case Decision():
            return words.decision(node)
        case Deadline():
            return words.deadline(node)
        case Share():
            return words.share(node)
        case Fact():
            return print_questions.fact(node, words)
        case Question():
            return print_questions.question(node, words)
    raise TypeError(f"no words for {type(node).__name__}")


def question(node: Question, vocabulary: Vocabulary) -> str:
    """A question, with what it gives."""
    return print_questions.question(node, _words(vocabulary))


def fact(node: Fact, vocabulary: Vocabulary) -> str:
    """Something given: "nobody objected to it"."""
    return print_questions.fact(node, _words(vocabulary))


def noun(kind: str, vocabulary: Vocabulary, plural: bool = False, sort: str = ACTOR) -> str:
    """A kind with its article ("the Conference", "a State Party", "UNDP"), or its plural ("States Parties")."""
    return _words(vocabulary).noun(kind, sort, plural)


def condition(formula: Formula, vocabulary: Vocabulary, negate: bool = False, about: str = ACTOR) -> str:
    """A condition in words, or its contrary: "no State Party objects to it". `about` is the sort "it" stands for."""
    return _words(vocabulary, about).condition(formula, negate)


def event_clause(event: Happens, vocabulary: Vocabulary, negate: bool = False, passive: bool = False) -> str:
    """An event with its agent: "the Conference decides otherwise on it"; with `negate` or `passive` (what is the case
    while nobody acts) that it does not take place."""
    return _words(vocabulary).event_clause(event, negate, passive)


def act_text(act: str, vocabulary: Vocabulary, body: str = "", object: str = "") -> str:
    """An act with the texts of its body and object: "speak in plenary meetings on a topic"."""
    return _words(vocabulary).act_text(act, body, object)


def decision(node: Decision, vocabulary: Vocabulary) -> str:
    """A decision rule: "two thirds of the States Parties present and voting"."""
    return _words(vocabulary).decision(node)


def provision(node: ProvisionText, vocabulary: Vocabulary, width: int = 100) -> str:
    """A provision as a text of lines, with its number and what stands beside it."""
    from proclogic.syntax.print_document import provision as printed

    return printed(node, _words(vocabulary), width)


def document(node: Document, vocabulary: Vocabulary, width: int = 100) -> str:
    """A whole file. `vocabulary` is the merged one: what the file declares and what it uses."""
    from proclogic.syntax.print_document import document as printed

    return printed(node, _words(vocabulary), width)
