"""What differs by a provision; and where nothing does that was compared, why: silence of the comparison is no proof."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.answers.model import Matrix, Row
from proclogic.compare.model import Comparison, Provisions
from proclogic.norms.model import Provision
from proclogic.papers.matrix_page import told
from proclogic.papers.words import join

Texts = dict[str, Provision]  # the provisions of a side by their numbers
MOST = 6  # effects of one provision that a cell tells; the table of differences has all


class Effects:
    """The effects of the provisions of two sides."""

    def __init__(self, comparison: Comparison, texts: tuple[Texts, ...], matrices: tuple[Matrix, ...]) -> None:
        self._counted = (comparison.a.layers, comparison.b.layers)
        self._beyond = [
            {rule: one.what for one in comparison.beyond for rule in (one.b if place else one.a)} for place in (0, 1)
        ]
        self._carrying = [{rule for row in told(matrix) for rule in _named(row)} for matrix in matrices]
        self._layers = [{number: provision.layer for number, provision in text.items()} for text in texts]

    def of(self, one: Provisions) -> str:
        """The effects of a pair of provisions, or of one that has no counterpart."""
        found = sorted(one.effects, key=lambda line: "+-~=".index(line[:1]))
        if found:
            more = len(found) - MOST
            told = found if more <= 1 else [*found[:MOST], f"and {more} more, in the table of what differs"]
            return f"{'; '.join(told)}."
        there = [(place, number) for place, number in enumerate((one.a, one.b)) if number]
        layers = {self._layers[p].get(n, "") for p, n in there if not self._counts(p, n)}
        if layers and not any(self._counts(p, n) for p, n in there):
            return f"Does not count here: {join(sorted(layers))}."
        sorts = list(dict.fromkeys(self._beyond[p][n] for p, n in there if n in self._beyond[p]))
        if sorts:
            return f"Not compared in its effect: {join(sorts)} that differ."
        if len(there) == 1:
            (place, number) = there[0]
            if number in self._carrying[place]:
                other = "AB"[1 - place]
                return f"Nothing differs by it, of what was compared; for the rest {other} has no words."
            return "No answer in the tables names it."
        return "Other words; no difference that was found rests on them."

    def _counts(self, place: int, number: str) -> bool:
        return self._layers[place].get(number, "") in self._counted[place]


def _named(row: Row) -> Iterator[str]:
    """The provisions that an answer names: those that carry it, let it in, stop it, or contest it."""
    yield from row.grounds
    for mark in row.marks:
        yield from mark.rules
    for case in row.answer.cases if row.answer is not None else ():
        yield from case.grounds
        ways = (*case.steps, *case.gates, *case.blockers.sets_off, *case.blockers.holds)
        for act in (*case.presumed, *(act for way in ways for act in way.acts)):
            yield from act.rules
