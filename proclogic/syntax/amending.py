"""Amendments: what an overlay says is to be replaced, inserted or deleted in another ruleset, done to its text.

    Replace 17(2) with: An NGO may ... .          Insert 17 bis after 17: An NGO may ... .       Delete 17(2).
    In 17(3), after "attend", insert "and speak in".     In 4 of Option 1, replace "may" with "shall".

Everything is done to stretches of text that know where they stand, so that a fault is shown where its words are, and by
which amendment they came to stand there.
"""

from __future__ import annotations

import re

from proclogic.diagnostics.model import Label
from proclogic.norms.model import Amendment
from proclogic.norms.numbers import same
from proclogic.sources import Span
from proclogic.syntax import outline as out
from proclogic.syntax.outline import Entry
from proclogic.syntax.report import Faults
from proclogic.syntax.stretches import WHOLE, Edit, Stretch, Text
from proclogic.syntax.targets import NUMBER, TARGET, Target, Targets, item_of, parted
from proclogic.values import Value

_REPLACE = re.compile(rf"replace\s+({TARGET})\s+(?:with|by)\s*:?\s", re.I)
_INSERT = re.compile(rf"insert\s+({NUMBER})(?:\s*,?\s*(after|before)\s+({TARGET}(?=\s*:)|{NUMBER}))?\s*:?\s", re.I)
_DELETE = re.compile(rf"delete\s+({TARGET}(?:\s*(?:,|and|to)\s*{TARGET})*)\s*\.", re.I)
_IN = re.compile(rf"in\s+({TARGET})\s*,\s*", re.I)
_STRING = r"[\"“]([^\"”]*)[\"”]"
_EDITS = (
    ("replace", re.compile(rf"replace\s+{_STRING}\s+(?:with|by)\s+{_STRING}\s*\.", re.I)),
    ("after", re.compile(rf"after\s+{_STRING}\s*,?\s*insert\s+{_STRING}\s*\.", re.I)),
    ("before", re.compile(rf"before\s+{_STRING}\s*,?\s*insert\s+{_STRING}\s*\.", re.I)),
    ("delete", re.compile(rf"delete\s+{_STRING}\s*\.", re.I)),
)
_PROPOSED = re.compile(r"^[^\S\n]*proposed\s+by\s*:\s*([^\n]*?)\.?[^\S\n]*$", re.I | re.M)
_EXAMPLE = (
    "write: Replace 17(2) with: An NGO may ... .   Insert 17 bis after 17: ...   Delete 17(2).   "
    'In 17(3), after "attend", insert "and speak in".'
)


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
    """The amendments of one overlay, done to a base. Faults are in the overlay's words. `made` has them all; they are
    those of the ruleset `by`, "" where it only takes a text over and adapts it to its own use."""

    def __init__(
        self, base: Text, name: str, overlay: Text, faults: Faults, proposers: tuple[str, ...], by: str = ""
    ) -> None:
        self.base, self.name, self.overlay, self.faults = base, name, overlay, faults
        self.targets = Targets(base, name, faults)
        self.default, self.by = proposers, by
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
        if self._clash():
            return found
        for entry in self.targets.order:
            found.append(self.base.changed(entry.start, entry.end, self.edits))
            found += self.inserted.at(entry.start)
        return [t for t in found if t.whole.strip()]

    def _clash(self) -> bool:
        """Whether two amendments are to the same words; each such pair is reported at the second of the two."""
        clash = False
        for one, other in zip(self.edits, self.edits[1:], strict=False):
            if other.start < one.end or (one.start, one.end) == (other.start, other.end):
                clash = True
                first, second = sorted((one, other), key=lambda e: e.span.start)
                inner = max((one, other), key=lambda e: (len(e.number), e.start))
                self.faults.add(
                    "E122",
                    f"two amendments are to the same words of {inner.number}",
                    second.span,
                    f"this amends {second.number} again",
                    help=("make one amendment of both, or put them into two overlays",),
                    labels=(Label(first.span, f"{first.number} is amended here already"),),
                )
        return clash

    # ------------------------------------------------------------------------------------------------- each kind

    def _replace(self, number: str, said: Said, at: int) -> None:
        target = self.targets.one(number, said.head)
        if target is None:
            return
        start, end = target.start, target.end
        new = said.text[at:].strip().removesuffix("." if target.mark else "")
        note = self._note("replace", number, said, self.base.whole[start:end], new)
        before = f"{target.mark} " if target.mark else f"{target.number}  "
        self.edits.append(Edit(start, end, self._own(said, new, at, note, before), said.head, number))

    def _insert(self, number: str, place: tuple[str, str], said: Said, at: int) -> None:
        new = said.text[at:].strip()
        if not new:
            self._fault("E120", f"nothing is inserted as {number}", said.head, "I expected its text", _EXAMPLE)
            return
        targets = self.targets
        taken = targets.knows(number + (f" of {parted(place[1])[1]}" if parted(place[1])[1] else ""))
        if taken or self.inserted.place_of(number) is not None or self.items.place_of(number) is not None:
            there = f"there is a {number} in {self.name} already" if taken else f"{number} is inserted already"
            self._fault("E121", there, said.head, "it is to be inserted here")
            return
        parent, label = item_of(number)
        items = targets.items(parent) if label else []
        if items:
            self._insert_item(number, place, said, at, items)
            return
        where = self.inserted.place_of(place[1]) if place[1] else None
        if where is None:
            near_by = place[1] or number.split()[0]
            if place[1] and not targets.covered(place[1]):
                targets.missing(place[1], said.head)
                return
            beside = targets.below(near_by, said.head)
            if not beside and targets.covered(near_by):
                return  # it stands in several options, which was reported
            where = self._beside(beside, place[0])
        note = self._note("insert", number, said, "", new)
        self.inserted.put(where, number, Text(self._own(said, new, at, note, f"{number}  ")), said.head, place)

    def _beside(self, beside: list[Entry], side: str) -> int:
        """Where the item begins after which something comes that is to stand after, or before, some provisions; at the
        end where there are none."""
        order = self.targets.order
        if side == "after" or not beside:
            anchor = beside[-1] if beside else order[-1] if order else None
            return anchor.start if anchor else -1
        before = order[: order.index(beside[0])]
        while before and before[-1].sort == out.HEADING:
            before.pop()
        return before[-1].start if before else -1

    def _insert_item(self, number: str, place: tuple[str, str], said: Said, at: int, items: list[Target]) -> None:
        where = self.items.place_of(place[1]) if place[1] else None
        if where is None:
            anchor = self.targets.item(place[1], said.head) if place[1] else items[-1]
            if anchor is None:
                if not self.targets.knows(place[1]):
                    self.targets.missing(place[1], said.head)
                return
            where = anchor.last if place[0] == "after" else anchor.first
        new = said.text[at:].strip().removesuffix(".")
        note = self._note("insert", number, said, "", new)
        inside = self._own(said, new, at, note, f"{item_of(number)[1]} ")
        parting = inside[0].replace(text="; ", amendment=None)
        follows = where not in {i.first for i in items}  # what comes at the beginning of an item is before it
        made = Text((parting, *inside) if follows else (*inside, parting))
        self.items.put(where, number, made, said.head, place)

    def _delete(self, numbers: str, said: Said) -> None:
        for part in re.split(r",|\band\b", numbers):
            ends = [n.strip() for n in re.split(r"\bto\b", part)]
            found = self.targets.between(ends[0], ends[1], said.head) if len(ends) == 2 else None
            for target in self.targets.to_delete(ends[0], said.head) if found is None else found:
                words = self.base.whole[target.start : target.end]
                note = self._note("delete", target.number, said, words, "")
                gone = (self._nothing(note),)
                self.edits.append(Edit(target.start, target.end, gone, said.head, target.number))

    def _change(self, number: str, said: Said, at: int) -> None:
        target = self.targets.one(number, said.head)
        if target is None:
            return
        for kind, pattern in _EDITS:
            found = pattern.match(said.text, at)
            if found is None:
                continue
            wanted, new = found[1], found[2] if kind != "delete" else ""
            where = self.targets.words(wanted, target.replace(number=number), said.head)
            if where is None:
                return
            now = {"after": f"{wanted} {new}", "before": f"{new} {wanted}"}.get(kind, new)
            note = self._note("change", number, said, wanted, now)
            own = self._own(said, new, found.start(2), note) if new else (self._nothing(note),)
            gap = own[0].replace(text=" ", amendment=None)
            match kind:
                case "after":
                    edit = Edit(where[1], where[1], (gap, *own), said.head, number)
                case "before":
                    edit = Edit(where[0], where[0], (*own, gap), said.head, number)
                case _:
                    edit = Edit(where[0], where[1], own, said.head, number)
            self.edits.append(edit)
            return
        self._fault("E120", "I cannot read this amendment", said.head, "I expected what is to be changed", _EXAMPLE)

    def _own(self, said: Said, new: str, at: int, note: Amendment, before: str = "") -> tuple[Stretch, ...]:
        """Words of the overlay, with where they stand there; `before` is put before them."""
        begin = said.start + said.text.index(new, at)
        found = [s.replace(amendment=note) for s in self.overlay.part(begin, begin + max(len(new), 1))]
        whole = found if Text(found).whole == new else [found[0].replace(text=new)]  # a line was taken out of it
        return (found[0].replace(text=before), *whole) if before else tuple(whole)

    def _nothing(self, note: Amendment) -> Stretch:
        """What is left where words are deleted: no words, and the note by whom."""
        return Stretch("", note.span.source, note.span.start, note)

    # --------------------------------------------------------------------------------------------------- notes

    def _note(self, kind: str, number: str, said: Said, before: str, after: str) -> Amendment:
        told = (" ".join(before.split()), " ".join(after.split()))
        span = Span(WHOLE, said.start, said.start + len(said.text.rstrip()))
        note = self.overlay.moved(Amendment(kind, parted(number)[0], said.by, *told, span, self.by))
        self.made.append(note)
        return note

    def _fault(self, code: str, message: str, span: Span, at: str, *help: str) -> None:
        self.faults.add(code, message, span, at, help=help)
