"""The cells of two rulesets side by side: which stand for each other, and for which one side has no words."""

from __future__ import annotations

from proclogic.compare.sides import Side
from proclogic.norms.mapping import Mapping
from proclogic.norms.questions import Cell
from proclogic.norms.translation import Translator
from proclogic.values import Value


class Aligned(Value):
    """Cells of A and B that stand for each other, each pair once, of which some rule of one speaks; cells of one for
    which the other has no words, with these words; how many cells of A and B no rule speaks of; which words stand for
    more or less."""

    pairs: tuple[tuple[Cell, Cell], ...]
    alone: tuple[tuple[tuple[Cell, tuple[str, ...]], ...], ...]
    silent: int
    inexact: tuple[str, ...]


def aligned(first: Side, second: Side, mapping: Mapping) -> Aligned:
    """The cells of both, through a mapping from the first to the second."""
    pairs: dict[tuple[Cell, Cell], None] = {}
    alone: list[tuple[tuple[Cell, tuple[str, ...]], ...]] = []
    inexact: dict[str, None] = {}
    silent = 0
    for side, there, by in ((first, second, mapping), (second, first, mapping.inverse())):
        translator = Translator(by)
        missing: list[tuple[Cell, tuple[str, ...]]] = []
        for cell in side.cells():
            made = translator.cell(cell)
            speaks = not side.is_silent(cell)
            if speaks and not made.found:
                missing.append((cell, tuple(m.word for m in made.missing)))
            paired = False
            for other, through in zip(made.found, made.through, strict=True):
                if not speaks and there.is_silent(other):
                    continue
                paired = True
                pairs[(cell, other) if side is first else (other, cell)] = None
                for pair in through:
                    if pair.written and pair.relation != "same":
                        name = translator.name(pair.first)
                        inexact[f"{name} ({by.first}) is taken for {pair.second.id} ({by.second})"] = None
            if not speaks and not paired:
                silent += side is first
        alone.append(tuple(missing))
    return Aligned(tuple(pairs), tuple(alone), silent, tuple(inexact))
