"""Lays provisions side by side: the words that differ, and what differs by them."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.compare.model import Comparison, Provisions
from proclogic.compare.provisions import OTHER_WORDS, SAME_WORDS
from proclogic.papers.document import Block, Fact, Facts, Section, Sentence
from proclogic.papers.words import cite

SIDES = {"only a": "only in A", "only b": "only in B"}
MARKS = "In the words of both: {+words of B alone+}, {-words of A alone-}."


def blocks(comparison: Comparison, every: bool) -> tuple[Block, ...]:
    """A section for each provision, or pair of them, by which something differs or whose words differ; with `every` for
    all others too."""
    shown = [p for p in comparison.provisions if every or p.effects or p.relation != SAME_WORDS]
    same = len(comparison.provisions) - len(shown)
    made: list[Block] = [Sentence(MARKS, label="Marks"), *map(_section, shown)]
    if same:
        made.append(
            Sentence(
                f"{same} more {'has' if same == 1 else 'have'} the same words, and nothing differs by {'it' if same == 1 else 'them'}."
            )
        )
    return tuple(made)


def _section(one: Provisions) -> Section:
    facts = list(_texts(one))
    facts += _effects(one.effects)
    return Section(title(one), title(one), (Facts(tuple(facts), narrow=True),))


def title(one: Provisions) -> str:
    """Which provisions these are: "rule 17(2)", "rule 17(2) in A, OP9 in B; other words"."""
    where = cite(one.a) if one.a == one.b else f"{cite(one.a)} in A, {cite(one.b)} in B" if one.a and one.b else ""
    return f"{where}: {one.relation}" if where else f"{cite(one.a or one.b)}: {SIDES[one.relation]}"


def _texts(one: Provisions) -> Iterable[Fact]:
    if one.marked and one.relation == OTHER_WORDS:
        return (Fact("A/B", one.marked),)
    if one.relation == SAME_WORDS:
        return (Fact("A/B", one.a_text),)
    return tuple(Fact(side, text) for side, text in (("A", one.a_text), ("B", one.b_text)) if text)


def _effects(effects: tuple[str, ...]) -> list[Fact]:
    """What differs, by its sign."""
    return [Fact(line[:1], line[2:]) for line in sorted(effects, key=lambda line: "+-~=".index(line[:1]))]
