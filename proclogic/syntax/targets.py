"""What an amendment names in the text it amends: provisions, items of their lists, words in them.

A number that stands in several options is named with its option: 5 of Option 1. An item of a list may stand in a
bracket: [(c) may vote | by: EU].
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from proclogic.diagnostics.phrasing import did_you_mean, quoted
from proclogic.norms.numbers import covers, same
from proclogic.sources import Span
from proclogic.syntax import outline as out
from proclogic.syntax.english import ENDING
from proclogic.syntax.outline import Entry
from proclogic.syntax.report import Faults
from proclogic.syntax.stretches import Text
from proclogic.syntax.words import LISTMARK, Words, words
from proclogic.values import Value

NUMBER = rf"[^\s:;,\"]+(?:[^\S\n]+(?:{ENDING})\b(?:\([^\W_]+\))*)*"
TARGET = rf"{NUMBER}(?:\s+of\s+option(?:[^\S\n]+\w+)+?)?"
_IN_OPTION = re.compile(r"(.+?)\s+of\s+option\s+(.+)", re.I | re.S)
_IN_ORDER = (out.PROVISION, out.HEADING, out.OPTION, out.END_OPTIONS)
_EXAMPLE = 'write: In 17(3), after "attend", insert "and speak in".'


class Target(Value):
    """A provision or a list item: from its first character to its last. `number` is how it is named, `mark` that of an
    item, "" for a provision. Where an item stands in a bracket of its own, this goes from `first` to `last`."""

    start: int
    end: int
    number: str
    mark: str = ""
    first: int = -1
    last: int = -1


class Targets:
    """Finds what the amendments of one overlay name in their base. What is not there is a fault in the overlay."""

    def __init__(self, base: Text, name: str, faults: Faults) -> None:
        self.base, self.name, self.faults = base, name, faults
        self.order = [e for e in out.outline(base.whole) if e.sort in _IN_ORDER]
        self.entries = [e for e in self.order if e.sort == out.PROVISION]
        self._options: dict[int, str] = {}  # by where a provision begins
        option = ""
        for entry in self.order:
            if entry.sort in (out.OPTION, out.END_OPTIONS):
                option = entry.word
            elif option:
                self._options[entry.start] = option

    def one(self, named: str, span: Span) -> Target | None:
        """The provision or list item of a number; None, with a fault, when there is none or more than one."""
        number, option = parted(named)
        found = [e for e in self._in(option) if same(e.word) == same(number)]
        if len(found) > 1:
            self._several(number, found, span)
            return None
        if found:
            return Target(found[0].start, found[0].end, found[0].word)
        item = self.item(named, span)
        if item is None and not self._items_of(named):
            self.missing(named, span)
        return item

    def below(self, named: str, span: Span) -> list[Entry]:
        """The provisions that a number covers; a fault when one of them stands in several options."""
        number, option = parted(named)
        found = [e for e in self._in(option) if covers(number, e.word)]
        return [] if self._ambiguous(found, span) else found

    def knows(self, named: str) -> bool:
        """Whether there is a provision or a list item of just this number."""
        number, option = parted(named)
        return any(same(e.word) == same(number) for e in self._in(option)) or bool(self._items_of(named))

    def covered(self, named: str) -> bool:
        """Whether a number covers any provision."""
        number, option = parted(named)
        return any(covers(number, e.word) for e in self._in(option))

    def to_delete(self, named: str, span: Span) -> list[Target]:
        """Everything that a number covers, with what goes with it when it goes."""
        if self.covered(named):
            return [Target(e.start, e.end, e.word) for e in self.below(named, span)]
        item = self.item(named, span)
        if item is None:
            if not self._items_of(named):
                self.missing(named, span)
            return []
        items = self.items(parent_of(named))
        place = next(k for k, i in enumerate(items) if i.start == item.start)
        if len(items) == 1:
            self._fault("E120", f"{named} is the only item of its list", span, "nothing would be left", _WHOLE)
            return []
        start, end = with_its_parting(items, place)
        return [item.replace(start=start, end=end, number=named)]

    def between(self, first: str, last: str, span: Span) -> list[Target]:
        """The provisions from one number to another, in the order of the text."""
        ends = []
        for named in (first, last):
            number, option = parted(named)
            places = [k for k, e in enumerate(self.entries) if e in self._in(option) and covers(number, e.word)]
            if not places:
                self.missing(named, span)
                return []
            ends.append(places)
        found = self.entries[ends[0][0] : ends[1][-1] + 1]
        return [] if self._ambiguous(found, span) else [Target(e.start, e.end, e.word) for e in found]

    def item(self, named: str, span: Span) -> Target | None:
        """The list item of a number; None when there is none, or (with a fault) more than one."""
        found = self._items_of(named)
        if len(found) > 1:
            self._fault(
                "E121",
                f"{named} stands {len(found)} times in {self.name}",
                span,
                "I cannot tell which is meant",
                f'quote the words of the one that is meant: In {parent_of(named)}, replace "..." with "..."',
            )
        return found[0] if len(found) == 1 else None

    def items(self, named: str) -> list[Target]:
        """The items of the list of a provision, in brackets or not."""
        number, option = parted(named)
        entry = next((e for e in self._in(option) if same(e.word) == same(number)), None)
        return [] if entry is None else list_items(self.base.whole, entry)

    def words(self, wanted: str, within: Target, span: Span) -> tuple[int, int] | None:
        """Where some words stand in a provision, whatever the breaks between its lines."""
        if not wanted.strip():
            self._fault("E120", "these are no words", span, "I expected words in quotation marks", _EXAMPLE)
            return None
        found = where_said(wanted, self.base.whole, within.start, within.end)
        number = within.number
        if len(found) == 1:
            return found[0]
        if not found:
            says = " ".join(self.base.whole[within.start : within.end].split())[:160]
            message = f"{number} of {self.name} does not say “{wanted}”"
            self._fault("E120", message, span, "I find no such words there", f"it says: {says}")
        else:
            message = f"{number} of {self.name} says “{wanted}” {len(found)} times"
            self._fault("E121", message, span, "I cannot tell which is meant", "quote more of the words around it")
        return None

    def missing(self, named: str, span: Span) -> None:
        """Reports a number that is not there, with where it is, or the nearest that is."""
        number, option = parted(named)
        there = [self._options[e.start] for e in self.entries if e.start in self._options and covers(number, e.word)]
        if option and there:
            help = f"{number} stands in {quoted(list(dict.fromkeys(there)), 'and')}"
        elif option and self.covered(number):
            help = f"{number} stands in no option: name it without one"
        else:
            close = did_you_mean(number, [e.word for e in self.entries])
            help = close[0] if close else f"look at the numbers of {self.name}"
        self._fault("E120", f"there is no {named} in {self.name}", span, "this amends nothing", help)

    # ------------------------------------------------------------------------------------------------------ parts

    def _in(self, option: str) -> list[Entry]:
        return [e for e in self.entries if not option or same_option(self._options.get(e.start, ""), option)]

    def _items_of(self, named: str) -> list[Target]:
        mark = item_of(named)[1]
        return (
            [i.replace(number=named) for i in self.items(parent_of(named)) if same(i.mark) == same(mark)]
            if mark
            else []
        )

    def _ambiguous(self, found: list[Entry], span: Span) -> bool:
        for entry in found:
            again = [e for e in found if same(e.word) == same(entry.word)]
            if len(again) > 1:
                self._several(entry.word, again, span)
                return True
        return False

    def _several(self, number: str, found: list[Entry], span: Span) -> None:
        where = [f"{number} of {self._options[e.start]}" for e in found if e.start in self._options]
        self._fault(
            "E121",
            f"{number} stands {len(found)} times in {self.name}",
            span,
            "I cannot tell which is meant",
            f"name the option: {', '.join(where)}" if where else f"give the provisions of {self.name} other numbers",
        )

    def _fault(self, code: str, message: str, span: Span, at: str, *help: str) -> None:
        self.faults.add(code, message, span, at, help=help)


_WHOLE = "delete the provision"


def parted(named: str) -> tuple[str, str]:
    """A number and the option in which it stands ("" for none): 5 of Option 1."""
    found = _IN_OPTION.fullmatch(named.strip())
    return (found[1], f"Option {found[2]}") if found else (named.strip(), "")


def same_option(one: str, other: str) -> bool:
    """Whether two names of options are one."""
    return one.casefold().split() == other.casefold().split()


def item_of(named: str) -> tuple[str, str]:
    """The provision and the mark of a list item: 17(3)(b) is (b) of 17(3)."""
    number, _ = parted(named)
    cut = number.rfind("(")
    return (number[:cut].strip(), number[cut:]) if cut > 0 and number.endswith(")") else (number, "")


def parent_of(named: str) -> str:
    """The provision in whose list an item stands, with its option."""
    option = parted(named)[1]
    return item_of(named)[0] + (f" of {option}" if option else "")


def where_said(wanted: str, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where some words stand in a part of a text, as whole words, whatever the breaks between its lines."""
    said = wanted.strip()
    edges = r"(?<!\w)" if said[0].isalnum() else "", r"(?!\w)" if said[-1].isalnum() else ""
    pattern = re.compile(edges[0] + r"\s+".join(re.escape(w) for w in said.split()) + edges[1], re.I)
    return [found.span() for found in pattern.finditer(text, start, end)]


def with_its_parting(items: Sequence[Target], place: int) -> tuple[int, int]:
    """From where to where the text goes when an item of a list goes, with what parts it from the next, or, of the last,
    from the one before."""
    if place + 1 < len(items):
        return items[place].first, items[place + 1].first
    return items[place - 1].last, items[place].last


def list_items(text: str, entry: Entry) -> list[Target]:
    """The items of the list of a provision, in their order."""
    found = words(text, entry.body, entry.end)
    depth, depths = 0, []
    for norm in found.norm:
        depth -= norm == "]"
        depths.append(depth)
        depth += norm == "["
    marks = [k for k in range(1, len(found)) if found.sort[k] == LISTMARK and _begins(found, k)]
    items = []
    for place, mark in enumerate(marks):
        stop = marks[place + 1] if place + 1 < len(marks) else len(found)
        ends = (";", ".", "|", "]") if depths[mark] else (";", ".")
        last = next((j for j in range(mark + 1, stop) if found.norm[j] in ends and depths[j] <= depths[mark]), stop)
        first, after = found.start[mark], found.end[last - 1]
        outer = _bracket(found, mark, marks) if found.norm[mark - 1] == "[" else None
        items.append(Target(first, after, "", found.raw(mark), *(outer or (first, after))))
    return items


def _begins(found: Words, mark: int) -> bool:
    """Whether what stands before a list mark lets an item begin: a colon, a semicolon, another bracket."""
    before = mark - 1
    if found.norm[before] == "[":
        before -= 1
        if before >= 0 and found.norm[before] == "]":
            return True
    if before < 0:
        return False
    return found.norm[before] in (":", ";") or (
        found.norm[before] in ("and", "or") and before > 0 and found.norm[before - 1] in (";", "]")
    )


def _bracket(found: Words, mark: int, marks: list[int]) -> tuple[int, int] | None:
    """Where the bracket that holds one item begins and ends, with the wish that it goes after it; None when it holds
    more than this item."""
    end = _closed(found, mark - 1)
    if end is None or any(mark < k < end for k in marks):
        return None
    while found.norm[end + 1 : end + 3] == ["[", "|"]:
        further = _closed(found, end + 1)
        if further is None:
            break
        end = further
    return found.start[mark - 1], found.end[end]


def _closed(found: Words, begun: int) -> int | None:
    depth = 0
    for k in range(begun, len(found)):
        depth += (found.norm[k] == "[") - (found.norm[k] == "]")
        if not depth:
            return k
    return None
