"""Reads words as one construct of the language, and reports where that stops."""

from __future__ import annotations

from proclogic.syntax.context import Context
from proclogic.syntax.driver import Node, Stopped, parse
from proclogic.syntax.words import DEEPEST, LONGEST, Words, deepest, unclosed


class Reader(Context):
    """Reads with a vocabulary."""

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
