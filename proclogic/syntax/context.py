"""What reading goes by: the vocabulary with its names and lexicon, the table, the faults found so far."""

from __future__ import annotations

from proclogic.norms.vocabulary import Vocabulary
from proclogic.syntax.names import Names
from proclogic.syntax.report import Faults
from proclogic.syntax.tables import table
from proclogic.syntax.tokens import Lexicon, lexicon


class Context:
    """A vocabulary with its lexicon, and the faults found with them. `names` is what the builders look names up in."""

    def __init__(self, vocabulary: Vocabulary, faults: Faults) -> None:
        self.table = table()
        self.names = Names(vocabulary, faults)
        self.lexicon: Lexicon = lexicon_of(vocabulary)
        self.faults = faults


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
