"""The cells of two rulesets side by side: which stand for each other, and for which one side has no words."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.compare.sides import Side
from proclogic.norms.mapping import Counterpart, Mapping
from proclogic.norms.questions import Cell, Individual
from proclogic.norms.translation import Translated, Translator
from proclogic.values import Value


class Aligned(Value):
    """Cells of A and B that stand for each other, each pair once, of which some rule of one speaks; cells of one for
    which the other has no words, with these words; how many pairs no rule speaks of; which words stand for more or
    less.

    A cell that has a row in the matrix of one side only is compared as well: there the other side speaks of the actor
    by a wider word, or not at all."""

    pairs: tuple[tuple[Cell, Cell], ...]
    alone: tuple[tuple[tuple[Cell, tuple[str, ...]], ...], ...]
    silent: int
    inexact: tuple[str, ...]


def aligned(first: Side, second: Side, mapping: Mapping) -> Aligned:
    """The cells of both, through a mapping from the first to the second."""
    pairs: dict[tuple[Cell, Cell], None] = {}
    silent: set[tuple[Cell, Cell]] = set()
    alone: list[tuple[tuple[Cell, tuple[str, ...]], ...]] = []
    inexact: dict[str, None] = {}
    for side, there, by in ((first, second, mapping), (second, first, mapping.inverse())):
        translator = Translator(by)
        missing: list[tuple[Cell, tuple[str, ...]]] = []
        for cell, made in _translated(side, translator):
            quiet = side.is_silent(cell)
            if not made.found and not quiet:
                missing.append((cell, tuple(m.word for m in made.missing)))
            for other, through in zip(made.found, made.through, strict=True):
                pair = (cell, other) if side is first else (other, cell)
                if quiet and there.is_silent(other):
                    silent.add(pair)
                    continue
                pairs[pair] = None
                for one in through:
                    if one.written and one.relation != "same":
                        name = translator.name(one.first)
                        inexact[f"{name} ({by.first}) is taken for {one.second.id} ({by.second})"] = None
        alone.append(tuple(missing))
    return Aligned(tuple(pairs), tuple(alone), len(silent), tuple(inexact))


def _translated(side: Side, translator: Translator) -> Iterator[tuple[Cell, Translated[Cell]]]:
    """Every cell of a side in the words of the other: the actor and what it does are each put into them once."""
    actors: dict[Individual, Translated[Cell]] = {}
    columns: dict[object, Translated[Cell]] = {}
    for cell in side.cells():
        column = cell.act, cell.body, cell.object
        if cell.actor not in actors:
            actors[cell.actor] = translator.cell(Cell(cell.actor))
        if column not in columns:
            columns[column] = translator.cell(cell.replace(actor=_NOBODY))
        yield cell, _together(actors[cell.actor], columns[column])


def _together(who: Translated[Cell], does: Translated[Cell]) -> Translated[Cell]:
    found: list[Cell] = []
    through: list[tuple[Counterpart, ...]] = []
    for actor, by in zip(who.found, who.through, strict=True):
        for column, more in zip(does.found, does.through, strict=True):
            found.append(Cell(actor.actor, column.act, column.body, column.object, None, ()))
            through.append((*by, *more))
    return Translated(tuple(found), tuple(through), () if found else (*who.missing, *does.missing))


_NOBODY = Individual(())
