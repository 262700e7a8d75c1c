"""Amendments: what an overlay says is to be replaced, inserted or deleted in another ruleset, done to its text.

    Replace 17(2) with: An NGO may ... .          Insert 17 bis after 17: An NGO may ... .       Delete 17(2).
    In 17(3), after "attend", insert "and speak in".     In 4, replace "may" with "shall".     In 4, delete "not".

Everything is done to stretches of text that know where they stand, so that a fault is shown where its words are.
"""

from __future__ import annotations

import re

from proclogic.norms.model import Amendment
from proclogic.norms.numbers import covers, same
from proclogic.sources import Span
from proclogic.syntax import outline as out
from proclogic.syntax.english import ENDING
from proclogic.syntax.outline import Entry
from proclogic.syntax.report import Faults, near, quoted
from proclogic.syntax.stretches import WHOLE, Stretch, Text
from proclogic.syntax.words import LISTMARK, words
from proclogic.values import Value

_NUM = rf"[^\s:;,\"]+(?:[^\S\n]+(?:{ENDING})\b(?:\([^\W_]+\))*)*"
_REPLACE = re.compile(rf"replace\s+({_NUM})\s+(?:with|by)\s*:?\s", re.I)
_INSERT = re.compile(rf"insert\s+({_NUM})(?:\s*,?\s*(after|before)\s+({_NUM}))?\s*:?\s", re.I)
_DELETE = re.compile(rf"delete\s+({_NUM}(?:\s*(?:,|and|to)\s*{_NUM})*)\s*\.", re.I)
_IN = re.compile(rf"in\s+({_NUM})\s*,\s*", re.I)
_STRING = r"[\"“]([^\"”]*)[\"”]"
_EDITS = (
    ("replace", re.compile(rf"replace\s+{_STRING}\s+(?:with|by)\s+{_STRING}\s*\.", re.I)),
    ("after", re.compile(rf"after\s+{_STRING}\s*,?\s*insert\s+{_STRING}\s*\.", re.I)),
    ("before", re.compile(rf"before\s+{_STRING}\s*,?\s*insert\s+{_STRING}\s*\.", re.I)),
    ("delete", re.compile(rf"delete\s+{_STRING}\s*\.", re.I)),
)
_PROPOSED = re.compile(r"^[^\S\n]*proposed\s+by\s*:\s*([^\n]*?)\.?[^\S\n]*$", re.I | re.M)
_IN_ORDER = (out.PROVISION, out.HEADING, out.OPTION, out.END_OPTIONS)
_EXAMPLE = (
    "write: Replace 17(2) with: An NGO may ... .   Insert 17 bis after 17: ...   Delete 17(2).   "
    'In 17(3), after "attend", insert "and speak in".'
)


class Edit(Value):
    """A stretch of the amended text, from one place to another, with what comes instead."""

    start: int
    end: int
    instead: tuple[Stretch, ...]
    span: Span


class Said(Value):
    """An amendment as written: where it begins in the overlay, its text, who proposed it, its first line."""

    start: int
    text: str
    by: tuple[str, ...]
    head: Span


class Inserted:
    """What is inserted at places of the base, in order: what follows something inserted comes right after it."""

    def __init__(self) -> None:
        self._at: dict[int, list[tuple[str, Text, Span]]] = {}

    def place_of(self, number: str) -> int | None:
        """The place at which a number is inserted; None when it is not."""
        return next((p for p, made in self._at.items() if any(same(n) == same(number) for n, _, _ in made)), None)

    def put(self, place: int, number: str, text: Text, span: Span, beside: tuple[str, str]) -> None:
        """Inserts a text; `beside` is ("after", number) or ("before", number)."""
        made = self._at.setdefault(place, [])
        side, other = beside
        known = next((k for k, (n, _, _) in enumerate(made) if other and same(n) == same(other)), None)
        made.insert(len(made) if known is None else known + (side == "after"), (number, text, span))

    def at(self, place: int) -> list[Text]:
        """The texts inserted at a place."""
        return [text for _, text, _ in self._at.get(place, [])]

    def span(self, place: int) -> Span:
        """The first line of the first of them."""
        return self._at[place][0][2]

    def places(self) -> list[int]:
        """The places at which something is inserted."""
        return list(self._at)


class Amending:
    """The amendments of one overlay, done to a base. Faults are in the overlay's words."""

    def __init__(self, base: Text, name: str, overlay: Text, faults: Faults, proposers: tuple[str, ...]) -> None:
        self.base, self.name, self.overlay, self.faults = base, name, overlay, faults
        self.order = [e for e in out.outline(base.whole) if e.sort in _IN_ORDER]
        self.entries = [e for e in self.order if e.sort == out.PROVISION]
        self.default = proposers
        self.made: list[Amendment] = []
        self.edits: list[Edit] = []
        self.inserted = Inserted()  # by where the provision begins after which they come; -1: first
        self.items = Inserted()  # by where in the base they come

    def take(self, entry: Entry) -> None:
        """Notes one amendment of the overlay."""
        text = self.overlay.whole[entry.start : entry.end]
        head = Span(WHOLE, entry.start, entry.start + len(text.split("\n")[0].rstrip()))
        self.faults.place = ""
        by = tuple(n.strip() for found in _PROPOSED.finditer(text) for n in found[1].split(",")) or self.default
        text = _PROPOSED.sub(lambda m: " " * len(m[0]), text)
        said = Said(entry.start, text, by, head)
        if (found := _REPLACE.match(text)) is not None:
            self._replace(found[1], said, found.end())
        elif (found := _INSERT.match(text)) is not None:
            place = (found[2] or "after").lower(), found[3] or ""
            self._insert(found[1], place, said, found.end())
        elif (found := _DELETE.match(text)) is not None:
            self._delete(found[1], said)
        elif (found := _IN.match(text)) is not None:
            self._change(found[1], said, found.end())
        else:
            self._fault("E120", "I cannot read this amendment", head, "I expected an amendment", _EXAMPLE)

    def done(self) -> list[Text]:
        """The provisions of the base as amended, in order, with what was inserted."""
        found = self.inserted.at(-1)
        for place in self.items.places():
            made = self.items.at(place)
            self.edits.append(Edit(place, place, tuple(s for t in made for s in t.stretches), self.items.span(place)))
        self.edits.sort(key=lambda e: (e.start, e.end))
        for one, other in zip(self.edits, self.edits[1:], strict=False):
            if other.start < one.end or (one.start, one.end) == (other.start, other.end):
                self._fault(
                    "E122",
                    "two amendments are to the same words",
                    other.span,
                    "these words are amended already",
                    "make one amendment of both, or put them into two overlays",
                )
                return found
        for entry in self.order:
            found.append(self.base.changed(entry.start, entry.end, self.edits))
            found += self.inserted.at(entry.start)
        return [t for t in found if t.whole.strip()]

    # ------------------------------------------------------------------------------------------------- each kind

    def _replace(self, number: str, said: Said, at: int) -> None:
        target = self._target(number, said.head)
        if target is None:
            return
        start, end, item = target
        new = said.text[at:].strip().removesuffix("." if item else "")
        self._note("replace", number, said, self.base.whole[start:end], new)
        self.edits.append(Edit(start, end, self._own(said, new, at, f"{item} " if item else f"{number}  "), said.head))

    def _insert(self, number: str, place: tuple[str, str], said: Said, at: int) -> None:
        new = said.text[at:].strip()
        if not new:
            self._fault("E120", f"nothing is inserted as {number}", said.head, "I expected its text", _EXAMPLE)
            return
        taken = any(same(number) == same(e.word) for e in self.entries) or self._item(number) is not None
        if taken or self.inserted.place_of(number) is not None or self.items.place_of(number) is not None:
            there = f"there is a {number} in {self.name} already" if taken else f"{number} is inserted already"
            self._fault("E121", there, said.head, "it is to be inserted here")
            return
        parent, label = _item_of(number)
        items = self._items(parent) if label else []
        if items:
            self._insert_item(number, place, said, at, items)
            return
        where = self.inserted.place_of(place[1]) if place[1] else None
        if where is None:
            near_by = [e for e in self.entries if covers(place[1] or number.split()[0], e.word)]
            if place[1] and not near_by:
                self._missing(place[1], said.head)
                return
            anchor = near_by[-1] if near_by else self.entries[-1] if self.entries else None
            if place[0] == "before" and near_by:
                first = self.entries.index(near_by[0])
                anchor = self.entries[first - 1] if first else None
            where = anchor.start if anchor else -1
        self._note("insert", number, said, "", new)
        self.inserted.put(where, number, Text(self._own(said, new, at, f"{number}  ")), said.head, place)

    def _insert_item(
        self, number: str, place: tuple[str, str], said: Said, at: int, items: list[tuple[int, int, str]]
    ) -> None:
        where = self.items.place_of(place[1]) if place[1] else None
        if where is None:
            anchor = self._item(place[1]) if place[1] else items[-1]
            if anchor is None:
                self._missing(place[1], said.head)
                return
            where = anchor[1] if place[0] == "after" else anchor[0]
        new = said.text[at:].strip().removesuffix(".")
        inside = self._own(said, new, at, f"{_item_of(number)[1]} ")
        parted = inside[0].replace(text="; ")
        self._note("insert", number, said, "", new)
        follows = where not in {start for start, _, _ in items}  # what comes at the beginning of an item is before it
        made = Text((parted, *inside) if follows else (*inside, parted))
        self.items.put(where, number, made, said.head, place)

    def _delete(self, numbers: str, said: Said) -> None:
        for part in re.split(r",|\band\b", numbers):
            ends = [n.strip() for n in re.split(r"\bto\b", part)]
            targets = self._range(ends, said.head) if len(ends) == 2 else self._targets(ends[0], said.head)
            for start, end, number in targets:
                self._note("delete", number, said, self.base.whole[start:end], "")
                self.edits.append(Edit(start, end, (), said.head))

    def _change(self, number: str, said: Said, at: int) -> None:
        target = self._target(number, said.head)
        if target is None:
            return
        for kind, pattern in _EDITS:
            found = pattern.match(said.text, at)
            if found is None:
                continue
            wanted, new = found[1], found[2] if kind != "delete" else ""
            where = self._words(wanted, target[0], target[1], number, said.head)
            if where is None:
                return
            own = self._own(said, new, found.start(2)) if new else ()
            gap = Stretch(" ", WHOLE, 0) if not own else own[0].replace(text=" ")
            match kind:
                case "after":
                    edit = Edit(where[1], where[1], (gap, *own), said.head)
                case "before":
                    edit = Edit(where[0], where[0], (*own, gap), said.head)
                case _:
                    edit = Edit(where[0], where[1], own, said.head)
            self.edits.append(edit)
            now = {"after": f"{wanted} {new}", "before": f"{new} {wanted}"}.get(kind, new)
            self._note("change", number, said, wanted, now)
            return
        self._fault("E120", "I cannot read this amendment", said.head, "I expected what is to be changed", _EXAMPLE)

    def _own(self, said: Said, new: str, at: int, before: str = "") -> tuple[Stretch, ...]:
        """Words of the overlay, with where they stand there; `before` is put before them."""
        begin = said.start + said.text.index(new, at)
        found = self.overlay.part(begin, begin + max(len(new), 1))
        whole = found if Text(found).whole == new else [found[0].replace(text=new)]  # a line was taken out of it
        return (found[0].replace(text=before), *whole) if before else tuple(whole)

    # -------------------------------------------------------------------------------------------------- targets

    def _target(self, number: str, span: Span) -> tuple[int, int, str] | None:
        """Where a provision or a list item stands, from its first character to its last, and the mark of an item."""
        found = [e for e in self.entries if same(e.word) == same(number)]
        if len(found) > 1:
            self._fault(
                "E121",
                f"{number} stands {len(found)} times in {self.name}",
                span,
                "I cannot tell which is meant",
                "amend the provision by its words: In ..., replace ...",
            )
            return None
        if found:
            return found[0].start, found[0].end, ""
        item = self._item(number)
        if item is not None:
            return item
        self._missing(number, span)
        return None

    def _targets(self, number: str, span: Span) -> list[tuple[int, int, str]]:
        """Everything that a number covers, for deletion."""
        below = [e for e in self.entries if covers(number, e.word)]
        if below:
            return [(e.start, e.end, e.word) for e in below]
        item = self._item(number)
        if item is None:
            self._missing(number, span)
            return []
        items = self._items(_item_of(number)[0])
        place = items.index(item)
        if len(items) == 1:
            self._fault(
                "E120", f"{number} is the only item of its list", span, "nothing would be left", "delete the provision"
            )
            return []
        if place + 1 < len(items):
            return [(item[0], items[place + 1][0], number)]
        return [(items[place - 1][1], item[1], number)]

    def _range(self, ends: list[str], span: Span) -> list[tuple[int, int, str]]:
        first = [i for i, e in enumerate(self.entries) if covers(ends[0], e.word)]
        last = [i for i, e in enumerate(self.entries) if covers(ends[1], e.word)]
        if not first or not last:
            self._missing(ends[0] if not first else ends[1], span)
            return []
        return [(e.start, e.end, e.word) for e in self.entries[first[0] : last[-1] + 1]]

    def _item(self, number: str) -> tuple[int, int, str] | None:
        parent, label = _item_of(number)
        return next((i for i in self._items(parent) if same(i[2]) == same(label)), None) if label else None

    def _items(self, number: str) -> list[tuple[int, int, str]]:
        """The items of the list of a provision: where each begins, where its words end, its mark."""
        entry = next((e for e in self.entries if same(e.word) == same(number)), None)
        if entry is None:
            return []
        found = words(self.base.whole, entry.body, entry.end)
        marks = [
            k
            for k in range(1, len(found))
            if found.sort[k] == LISTMARK
            and (found.norm[k - 1] in (":", ";") or (found.norm[k - 1] in ("and", "or") and found.norm[k - 2] == ";"))
        ]
        items = []
        for k, mark in enumerate(marks):
            stop = marks[k + 1] if k + 1 < len(marks) else len(found)
            last = next((j for j in range(mark + 1, stop) if found.norm[j] in (";", ".")), stop)
            items.append((found.start[mark], found.end[last - 1], found.raw(mark)))
        return items

    def _words(self, wanted: str, start: int, end: int, number: str, span: Span) -> tuple[int, int] | None:
        """Where some words stand in a provision, whatever the breaks between its lines."""
        pattern = r"\s+".join(re.escape(w) for w in wanted.split())
        if not pattern:
            self._fault("E120", "these are no words", span, "I expected words in quotation marks", _EXAMPLE)
            return None
        edge = (r"(?<!\w)" if wanted.strip()[0].isalnum() else "", r"(?!\w)" if wanted.strip()[-1].isalnum() else "")
        found = list(re.compile(edge[0] + pattern + edge[1], re.I).finditer(self.base.whole, start, end))
        if len(found) == 1:
            return found[0].start(), found[0].end()
        if not found:
            self._fault(
                "E120",
                f"{number} of {self.name} does not say “{wanted}”",
                span,
                "I find no such words there",
                f"it says: {' '.join(self.base.whole[start:end].split())[:160]}",
            )
        else:
            self._fault(
                "E121",
                f"{number} of {self.name} says “{wanted}” {len(found)} times",
                span,
                "I cannot tell which is meant",
                "quote more of the words around it",
            )
        return None

    # --------------------------------------------------------------------------------------------------- notes

    def _note(self, kind: str, number: str, said: Said, before: str, after: str) -> None:
        told = (" ".join(before.split()), " ".join(after.split()))
        span = Span(WHOLE, said.start, said.start + len(said.text))
        self.made.append(Amendment(kind, number, said.by, *told, span))

    def _missing(self, number: str, span: Span) -> None:
        close = near(number, [e.word for e in self.entries])
        help = f"did you mean {quoted(close)}?" if close else f"look at the numbers of {self.name}"
        self._fault("E120", f"there is no {number} in {self.name}", span, "this amends nothing", help)

    def _fault(self, code: str, message: str, span: Span, at: str, *help: str) -> None:
        self.faults.add(code, message, span, at, help=help)


def _item_of(number: str) -> tuple[str, str]:
    """The provision and the mark of a list item: 17(3)(b) is (b) of 17(3)."""
    cut = number.rfind("(")
    return (number[:cut].strip(), number[cut:]) if cut > 0 and number.endswith(")") else (number, "")
