"""Reads words as one construct of the language, and reports where that stops."""

from __future__ import annotations

from proclogic.norms.model import Vocabulary
from proclogic.syntax.driver import Node, Stopped, parse
from proclogic.syntax.names import Names
from proclogic.syntax.report import Faults
from proclogic.syntax.tables import table
from proclogic.syntax.tokens import Lexicon, lexicon
from proclogic.syntax.words import DEEPEST, LONGEST, Words, deepest, unclosed


class Reader:
    """A vocabulary with its lexicon, and the faults found with them. `names` is what the builders look names up in."""

    def __init__(self, vocabulary: Vocabulary, faults: Faults) -> None:
        self.table = table()
        self.names = Names(vocabulary, faults)
        self.lexicon: Lexicon = lexicon_of(vocabulary)
        self.faults = faults

    def read(self, found: Words, start: str) -> Node | None:
        """The tree of the words as a `start`; None, with a diagnostic, when they cannot be read so.

        After very many mistakes nothing more is read.
        """
        self.names.words = found
        if self.faults.full:
            return None
        broken, large = unclosed(found), len(found) > LONGEST or deepest(found) > DEEPEST
        tree: Node | Stopped = Stopped(0, [])
        if broken < 0 and not large:
            tree = parse(self.table, self.lexicon, found, start)
        if isinstance(tree, Node):
            return tree
        from proclogic.syntax import errors  # what is needed to explain is not needed to read

        if broken >= 0:
            errors.explain_unclosed(found, broken, self.faults)
        elif large:
            errors.explain_too_large(found, self.faults)
        else:
            errors.explain(tree, found, start, self)
        return None


_last: list[tuple[Vocabulary, Lexicon]] = []


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary; the last few are kept, since questions come one after the other."""
    for known, made in _last:
        if known is vocabulary:
            return made
    made = lexicon(vocabulary, table())
    _last.insert(0, (vocabulary, made))
    del _last[8:]
    return made
