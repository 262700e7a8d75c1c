"""Declarations as written: the word, the phrase, and the clauses it takes."""

from __future__ import annotations

from proclogic.diagnostics.phrasing import quoted
from proclogic.sources import Span
from proclogic.syntax.driver import Node
from proclogic.syntax.report import Faults
from proclogic.syntax.words import Words
from proclogic.values import Value

_ALLOWED = {
    "actor": {"plural", "also", "kind_of", "one_only"},
    "body": {"plural", "also", "kind_of", "one_only", "of", "under"},
    "meeting": {"plural", "also", "kind_of", "one_only", "held_by"},
    "officer": {"plural", "also", "kind_of", "one_only", "of"},
    "object": {"plural", "also", "kind_of", "one_only"},
    "act": {"also", "includes", "plain", "of", "under", "by", "held_by", "before"},
    "quality": {"also", "negative", "as_adjective", "of"},
    "status": {"also", "negative", "as_adjective", "of"},
    "judgement": {"also", "negative", "as_adjective", "of", "judged_by"},
    "event": {"also", "third", "past", "by", "as_matter_of", "failing"},
    "moment": set(),
    "matter": {"plural"},
    "limit": set(),
    "unit": {"plural"},
    "disjoint": {"plain"},
    "ladder": {"plain"},
    "input": {"before"},
}
_SAID = {
    "plural": "plural ...",
    "also": "also ...",
    "kind_of": "a kind of ...",
    "one_only": "one only",
    "of": "of ...",
    "under": "under ...",
    "held_by": "held by ...",
    "negative": "negative ...",
    "as_adjective": "as an adjective",
    "judged_by": "judged by ...",
    "includes": "includes ...",
    "third": "third ...",
    "past": "past ...",
    "before": "before ...",
    "by": "by ...",
    "as_matter_of": "as a matter of ...",
    "plain": "what the act is done to, and where",
}


class Clause(Value):
    """A clause of a declaration: `name` as in the grammar, `text` what follows its word, `whole` all of it."""

    name: str
    text: str
    whole: str
    span: Span


class Declaration(Value):
    """A declaration as written: `word` as in "actor"."""

    word: str
    phrase: str
    clauses: tuple[Clause, ...]
    span: Span

    def texts(self, name: str) -> tuple[str, ...]:
        """What the clauses of this name say."""
        return tuple(clause.text for clause in self.clauses if clause.name == name)

    def one(self, name: str) -> str:
        """What the first clause of this name says, or ""."""
        return next(iter(self.texts(name)), "")

    def has(self, name: str) -> bool:
        """Whether there is a clause of this name."""
        return any(clause.name == name for clause in self.clauses)


def declaration_of(tree: Node, words: Words, faults: Faults) -> Declaration:
    """The declaration that was read. Clauses that say nothing of this sort of word are reported."""
    head = tree.token("DECLARES")
    phrase = tree.node("phrase")
    assert head is not None and phrase is not None
    word = {"judgment": "judgement"}.get(str(head.value), str(head.value))
    clauses: list[Clause] = []
    for kid in tree.kids[2:]:
        assert isinstance(kid, Node)
        said = kid.node("phrase")
        text = words.slice(said.start, said.end) if said else ""
        span = faults.span(words, kid.start, kid.end)
        if kid.name not in _ALLOWED[word]:
            whole = words.slice(kid.start, kid.end)
            can = [_SAID[name] for name in _SAID if name in _ALLOWED[word]]
            faults.add(
                "E203",
                f"I do not know what “{whole}” says of {'an' if word[0] in 'aeio' else 'a'} {word}",
                span,
                "I cannot use this clause here",
                notes=(f"after {word.capitalize()}: I know {quoted(can, 'and')}",) if can else (),
                help=("a phrase with a comma in it cannot be declared: leave the comma out",)
                if kid.name == "plain"
                else (),
            )
            continue
        clauses.append(Clause(kid.name, text, words.slice(kid.start, kid.end), span))
    return Declaration(
        word, words.slice(phrase.start, phrase.end), tuple(clauses), faults.span(words, phrase.start, phrase.end)
    )
