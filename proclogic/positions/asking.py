"""Puts a target to a ruleset, in the first of its wordings that the ruleset has the words for."""

from __future__ import annotations

from proclogic.answers.ask import answer
from proclogic.answers.model import NOT_CONFERRED, Answer
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import near
from proclogic.norms.model import GivesNothing, Ruleset
from proclogic.norms.questions import Question
from proclogic.norms.vocabulary import Vocabulary
from proclogic.positions.model import CANNOT_BE_ASKED, Judged, Target, Wording
from proclogic.syntax.context import lexicon_of
from proclogic.syntax.english import ARTICLES
from proclogic.syntax.expected import OPEN
from proclogic.syntax.parse import parse_question
from proclogic.syntax.tokens import candidates
from proclogic.syntax.words import PLAIN, Words, words
from proclogic.values import Value

_CIRCLE = "E310"
_ALIKE = 0.75
_UNKNOWN = ("E101", "E201")  # reading stopped at a word
_NEXT = frozenset(["if", "unless", "within", "not"])  # what may come after an event in a question
_LAST = frozenset(["in", "on", "at", "to", "of", "with", "by", "for", "from", "and", "or", *ARTICLES])
_FACTS = frozenset(["if", "under"])  # where the actor, the act and what it is done to have been named
_ACTS = frozenset(["ACT", "EVENT"])
_SMALL = _LAST | {
    "if",
    "unless",
    "that",
    "which",
    "who",
    "not",
    "no",
    "than",
    "other",
    "is",
    "are",
    "has",
    "have",
    "it",
}


class Asked(Value):
    """A question that was asked: the answer, and for silence the provisions that say that they confer nothing of it."""

    wording: Wording
    answer: Answer
    silent: tuple[str, ...] = ()


class Asker:
    """Asks one ruleset; the same question is asked once."""

    def __init__(self, ruleset: Ruleset, options: Options) -> None:
        self.ruleset, self.options = ruleset, options
        self._asked: dict[str, tuple[Answer, tuple[str, ...]] | Diagnostic] = {}

    def ask(self, target: Target) -> Asked | Judged:
        """What was asked with its answer, or why none of the wordings could be.

        Raises Unanswerable where rules undo each other in a circle: then the ruleset itself has to be put right."""
        refused: list[tuple[int, Wording, Diagnostic]] = []
        for wording in target.wordings:
            found = self._asked.get(wording.question)
            if found is None:
                found = self._asked[wording.question] = self._ask(wording.question)
            if not isinstance(found, Diagnostic):
                return Asked(wording, *found)
            refused.append((_read(found, wording.question), wording, found))
        _, wording, fault = max(refused, key=lambda one: one[0])  # the first of those that were read furthest
        if fault.code not in _UNKNOWN:
            return Judged(CANNOT_BE_ASKED, target, wording, why=fault.message)
        missing = unknown_words(wording.question, fault.span.start, self.ruleset.vocabulary)
        if missing.split()[0].lower() in _SMALL:  # no word is missing: the sentence is built otherwise
            rest = wording.question[fault.span.start :].rstrip("?").strip()
            return Judged(CANNOT_BE_ASKED, target, wording, why=f"the question cannot be read from “{rest}” on")
        beyond = all(_is_beyond(one.question, d, self.ruleset.vocabulary) for _, one, d in refused)
        return Judged(CANNOT_BE_ASKED, target, wording, missing=missing, near=_near(fault, missing), beyond=beyond)

    def _ask(self, text: str) -> tuple[Answer, tuple[str, ...]] | Diagnostic:
        question, faults = parse_question(text, self.ruleset.vocabulary)
        if question is None:
            return next(d for d in faults if d.is_error)
        try:
            found = answer(self.ruleset, question, self.options)
        except Unanswerable as refused:
            if any(d.code == _CIRCLE for d in refused.diagnostics):
                raise
            return refused.diagnostics[0]
        return found, self._silent(question, found) if found.verdict == NOT_CONFERRED else ()

    def _silent(self, question: Question, found: Answer) -> tuple[str, ...]:
        act = question.cell.act if question.cell is not None else ""
        effects = ((n.provision, n.effect) for n in self.ruleset.norms)
        named = {p for p, e in effects if isinstance(e, GivesNothing) and e.act in ("", act)}
        return tuple(g for g in found.grounds if g in named and g not in {rule for _, rule in found.others})


def _read(fault: Diagnostic, text: str) -> int:
    """How much of a question could be read: all of it, where it is understood and has no answer."""
    return fault.span.start if fault.code in _UNKNOWN else len(text)


def _is_beyond(text: str, fault: Diagnostic, vocabulary: Vocabulary) -> bool:
    """Whether "May A do X?" could not be read because the ruleset declares no such actor, or no such act.

    Then none of its norms gives A that act. What it lacks may also be a quality, a body or a fact: of those it can
    give the act all the same, to everybody or everywhere."""
    found = words(text)
    if fault.code not in _UNKNOWN or found.norm[0] != "may":
        return False
    lexicon = lexicon_of(vocabulary)
    at = next((k for k, begin in enumerate(found.start) if begin >= fault.span.start), len(found))
    named = [{name for _, options in candidates(lexicon, found, k) for name, _ in options} for k in range(len(found))]
    acts = [k for k in range(1, len(found)) if named[k] & _ACTS]
    end = next((k for k in range(1, len(found)) if found.norm[k] in _FACTS or found.sort[k] != PLAIN), len(found))
    if at >= end or found.norm[at] in _SMALL - ARTICLES:
        return False
    if not acts:
        return True
    subject = next(k for k in range(1, end) if found.norm[k] not in ARTICLES)
    return 0 < at <= subject < acts[0] < end and not any("KIND" in named[k] for k in range(subject, acts[0]))


def _near(fault: Diagnostic, missing: str) -> tuple[str, ...]:
    """The words of the ruleset that may have been meant: those that look like all that is missing."""

    said = next((text for text in fault.help if text.startswith("did you mean ")), "")
    offered = [part.partition("”")[0] for part in said.split("“")[1:]]
    return tuple(near(missing, offered, 1, _ALIKE)) if offered else ()


def _follows(found: Words, at: int) -> bool:
    return found.norm[at] in _NEXT or found.norm[at : at + 2] in (["at", "least"], ["at", "most"])


def unknown_words(text: str, start: int, vocabulary: Vocabulary) -> str:
    """The words of a question from where reading stopped to the next declared phrase; of a duty, to its end."""
    found = words(text)
    lexicon = lexicon_of(vocabulary)
    at = next((k for k, begin in enumerate(found.start) if begin >= start), len(found) - 1)
    while at < len(found) - 1 and found.norm[at] in ARTICLES:
        at += 1
    duty = found.norm[0] in ("must", "shall")
    end = at + 1
    while end < len(found) and found.sort[end] == PLAIN and not _follows(found, end):
        may = (name for _, options in candidates(lexicon, found, end) for name, _ in options)
        if not duty and any(name in OPEN and name != "PREPOSITION" for name in may):
            break
        end += 1
    while end > at + 1 and found.norm[end - 1] in _LAST:
        end -= 1
    return found.slice(at, end)
