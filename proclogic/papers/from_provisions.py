"""Lays provisions side by side: the words that differ, and what differs by them."""

from __future__ import annotations

from proclogic.compare.model import Comparison, Provisions
from proclogic.compare.provisions import SAME_WORDS
from proclogic.papers.document import Block, Fact, Facts, Passages, Section, Sentence
from proclogic.papers.from_changes import passage
from proclogic.papers.words import cite

SIDES = {"only a": "only in A", "only b": "only in B"}
CHANGES = "The words of B are told as changes of A: inserted, deleted."
MARKS = "In the words of both: {+words of B alone+}, {-words of A alone-}."


def blocks(comparison: Comparison, every: bool, tracked: bool = False) -> tuple[Block, ...]:
    """A section for each provision, or pair of them, by which something differs or whose words differ; with `every` for
    all others too. `tracked`: words that differ are told as changes of A."""
    shown = [p for p in comparison.provisions if every or p.effects or p.relation != SAME_WORDS]
    same = len(comparison.provisions) - len(shown)
    made: list[Block] = [Sentence(CHANGES if tracked else MARKS, label="Marks")]
    made += [_section(one, tracked) for one in shown]
    if same:
        have, them = ("has", "it") if same == 1 else ("have", "them")
        made.append(Sentence(f"{same} more {have} the same words, and nothing differs by {them}."))
    return tuple(made)


def _section(one: Provisions, tracked: bool) -> Section:
    changed = tracked and one.relation != SAME_WORDS
    facts = (*(() if changed else _texts(one)), *_effects(one.effects))
    told: tuple[Block, ...] = (Passages((passage(one),)),) if changed else ()
    if facts:
        told = (*told, Facts(facts, narrow=True))
    return Section(_where(one), f"{_where(one)}: {SIDES.get(one.relation, one.relation)}", told)


def _where(one: Provisions) -> str:
    """Which provisions these are: "rule 17(2)", "rule 17(2) in A, OP9 in B"."""
    if one.a == one.b or not (one.a and one.b):
        return cite(one.a or one.b)
    return f"{cite(one.a)} in A, {cite(one.b)} in B"


def _texts(one: Provisions) -> tuple[Fact, ...]:
    if one.relation == SAME_WORDS or one.marked:
        return (Fact("Text", one.marked or one.a_text),)
    return tuple(Fact(side, text) for side, text in (("In A", one.a_text), ("In B", one.b_text)) if text)


def _effects(effects: tuple[str, ...]) -> tuple[Fact, ...]:
    """What differs, by its sign."""
    return tuple(Fact(line[:1], line[2:]) for line in sorted(effects, key=lambda line: "+-~=".index(line[:1])))
