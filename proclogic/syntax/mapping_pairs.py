"""What the items of a mapping say: pairs of words and words without counterpart, or what is wrong with them."""

from __future__ import annotations

import re

from proclogic.diagnostics.model import Label
from proclogic.diagnostics.phrasing import meant, near
from proclogic.norms.mapping import Term, sort_of
from proclogic.syntax.mapping_items import Item, Piece
from proclogic.syntax.mapping_words import MappingWords
from proclogic.syntax.names import key
from proclogic.syntax.report import Faults

NOTHING = "nothing"
_JOINED = re.compile(r" (?:and|or) ", re.I)
Meant = list[tuple[Piece, tuple[Term, ...]]]  # phrases with the words they mean
Side = tuple[MappingWords, MappingWords]  # the words of this side, and those of the other


class Written:
    """What the items of a file say: pairs of words, and words without counterpart."""

    def __init__(self, first: MappingWords, second: MappingWords, faults: Faults) -> None:
        self.sides = ((first, second), (second, first))
        self.faults = faults
        self.pairs: list[tuple[Term, Term, str]] = []
        self.alone: list[tuple[int, Term, str]] = []
        self._left: dict[Term, Piece] = {}
        self._right: dict[Term, tuple[Piece, bool]] = {}  # with whether it is said to have no counterpart

    def item(self, item: Item) -> None:
        """Takes one item in, or reports what is wrong with it."""
        left = self._pieces(item.left, self.sides[0])
        right = self._pieces(item.right, self.sides[1])
        if left is None or right is None:
            return
        none_left, none_right = (any(not terms for _, terms in side) for side in (left, right))
        if not self._sensible(item, (left, right), (none_left, none_right)):
            return
        if none_right:
            for piece, terms in left:
                if self._once(piece, terms):
                    self.alone += [(0, term, item.note) for term in terms]
        elif none_left:
            for piece, terms in right:
                if self._first_on_the_right(piece, terms, True):
                    self.alone += [(1, term, item.note) for term in terms]
        else:
            self._pair(item, left, right)

    def _sensible(self, item: Item, sides: tuple[Meant, Meant], nothing: tuple[bool, bool]) -> bool:
        """Whether the two sides of an item can stand together."""
        help_: tuple[str, ...]
        if all(nothing):
            said, help_ = "this line has a word on neither side", ("name the word that has no counterpart",)
        elif any(none and len(side) > 1 for none, side in zip(nothing, sides, strict=True)):
            said, help_ = "“nothing” stands beside a word", ("leave “nothing” out, or the words beside it",)
        elif all(len(side) > 1 for side in sides):
            said = "this line has several words on both sides, and I cannot tell which stands for which"
            help_ = ("write a line for each word on the left",)
        else:
            return True
        self.faults.add("E125", said, item.span, help=help_)
        return False

    # ------------------------------------------------------------------------------------------------------- words

    def _pieces(self, pieces: tuple[Piece, ...], side: Side) -> Meant | None:
        """The words that one side of an item names; None when one of them is not known. “nothing” is no term."""
        found: Meant = []
        good = True
        for piece in pieces:
            terms = side[0].find(piece.text)
            if terms or key(piece.text) == NOTHING:
                found.append((piece, terms))
                continue
            parts = [(piece.replace(text=text), side[0].find(text)) for text in _JOINED.split(piece.text)]
            if all(known for _, known in parts):  # an NGO or a company
                found += parts
            else:
                good = False
                self._unknown(piece, side)
        return found if good else None

    def _unknown(self, piece: Piece, side: Side) -> None:
        own, other = side
        close = near(piece.text, own.phrases())
        there = other.find(piece.text)
        place = "left" if own is self.sides[0][0] else "right"
        self.faults.add(
            "E211",
            f"{own.ruleset} declares no word “{piece.text}”",
            piece.span,
            f"I expected a word of {own.ruleset} {place} of the colon",
            notes=(f"it is a word of {other.ruleset}",) if there else (),
            help=(
                *meant(close),
                *((f"the words of {own.ruleset} stand {place} of the colon",) if there else ()),
                *(() if close or there else (f"check the spelling, or declare it in {own.ruleset}",)),
            ),
        )

    def _once(self, piece: Piece, terms: tuple[Term, ...]) -> bool:
        """Whether a word on the left is written for the first time."""
        before = next((self._left[term] for term in terms if term in self._left), None)
        for term in terms:
            self._left.setdefault(term, piece)
        if before is not None:
            self._twice(piece, before, self.sides[0][0])
        return before is None

    def _first_on_the_right(self, piece: Piece, terms: tuple[Term, ...], alone: bool) -> bool:
        """Whether a word on the right is not also said to have no counterpart. It may stand for several words."""
        before = next((self._right[t] for t in terms if t in self._right and (alone or self._right[t][1])), None)
        for term in terms:
            self._right.setdefault(term, (piece, alone))
        if before is not None:
            self._twice(piece, before[0], self.sides[1][0])
        return before is None

    def _twice(self, piece: Piece, before: Piece, of: MappingWords) -> None:
        left = of is self.sides[0][0]
        helped = f"write all its counterparts in one line: {piece.text}: ..., ...." if left else "keep one of the lines"
        self.faults.add(
            "E212",
            f"“{piece.text}” of {of.ruleset} is mapped twice",
            piece.span,
            "the second time",
            labels=(Label(before.span, "the first time"),),
            help=(helped,),
        )

    # ------------------------------------------------------------------------------------------------------- pairs

    def _pair(self, item: Item, left: Meant, right: Meant) -> None:
        for (one, mine), (other, theirs) in ((a, b) for a in left for b in right):
            common = [(a, b) for a in mine for b in theirs if a.sort == b.sort]
            if not common:
                self._misfit(one, mine, other, theirs)
                continue
            taken_left = tuple(a for a, _ in common)
            if len(right) == 1 or other is right[0][0]:
                self._once(one, taken_left)
            self._first_on_the_right(other, tuple(b for _, b in common), False)
            self.pairs += [(a, b, item.note) for a, b in common]

    def _misfit(self, one: Piece, mine: tuple[Term, ...], other: Piece, theirs: tuple[Term, ...]) -> None:
        names = [_sorts(words, terms) for words, terms in zip(self.sides[0], (mine, theirs), strict=True)]
        self.faults.add(
            "E213",
            f"“{one.text}” is {names[0]}, and “{other.text}” is {names[1]}",
            other.span,
            "one cannot stand for the other",
            labels=(Label(one.span, f"{names[0]} of {self.sides[0][0].ruleset}"),),
            help=("map words of one sort to each other; what has no counterpart is written: ...: nothing.",),
        )


def _sorts(words: MappingWords, terms: tuple[Term, ...]) -> str:
    """What some words are: "an actor and a body"."""
    return " and ".join(_A_SORT[sort_of(words.entries[t])] + _of_whom(t) for t in terms)


_A_SORT = {
    "actor": "an actor",
    "body": "a body",
    "object": "an object",
    "act": "an act",
    "quality": "a quality",
    "judgement": "a judgement",
    "status": "a status",
    "event": "an event",
    "moment": "a moment",
    "matter": "a matter",
    "limit": "a limit",
    "unit": "a unit",
}


def _of_whom(term: Term) -> str:
    return f" ({term.sort})" if term.sort.startswith("said of") else ""
