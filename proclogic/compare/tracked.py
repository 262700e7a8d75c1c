"""The text of an overlay with its changes: what stays, what goes, what comes, and who proposes it.

Which words go and come is what the amendments say; only where a whole provision is replaced, words that both have stay.
What is told is proved: without what comes it is the text that is amended, and without what goes the text as amended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from proclogic.compare.before import before
from proclogic.compare.model import Changed
from proclogic.compare.provisions import rules, sentences
from proclogic.compare.redline import Redline
from proclogic.compare.word_changes import Change, word_changes
from proclogic.norms.model import Amendment, Provision, Ruleset
from proclogic.norms.numbers import covers, same
from proclogic.syntax.outline import PROVISION, Entry
from proclogic.syntax.targets import Target, item_of, list_items, where_said, with_its_parting

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


_CLOSING = ".,;:)]"  # signs before which there is no space


def tracked(overlay: Ruleset) -> tuple[Changed, ...]:
    """Every provision that an overlay changes, in the order of the text; those that come or go, whole. None where the
    ruleset amends nothing."""
    stood = before(overlay)
    if stood is None:
        return ()
    base = stood[0]
    by = _Amendments(overlay, base)
    old = {p.number: p for p in base.provisions}
    new = {p.number: p for p in overlay.provisions}
    found: list[Changed] = []
    for number in _in_order(list(old), list(new)):
        one, other = old.get(number), new.get(number)
        if one is not None and other is not None and one.text == other.text:
            continue
        if (one is None or _is_item(one, old)) and (other is None or _is_item(other, new)):
            continue
        texts = [rules(p) if p is not None else "" for p in (one, other)]
        if texts[0] != texts[1]:
            about = other or one
            assert about is not None
            found.append(Changed(number, about.heading, by.redline(number, texts[0], texts[1]).told()))
    return tuple(found)


# --------------------------------------------------------------------------------------------------------- amendments


class _Amendments:
    """The amendments that make the text of an overlay of that which stood."""

    def __init__(self, overlay: Ruleset, base: Ruleset) -> None:
        self._overlay = overlay
        made = [a for a in overlay.amendments if a.overlay and a not in base.amendments]
        self._steps = [[a for a in made if a.overlay == name] for name in dict.fromkeys(a.overlay for a in made)]

    def redline(self, number: str, one: str, other: str) -> Redline:
        """How a provision becomes another text; either is "" where there is none."""
        text = Redline(one)
        steps = [[a for a in step if _touches(a, number)] for step in self._steps]
        if one and other:
            for step in steps:
                for made in step:
                    items = _items(other, number)
                    text.change(_changes(made, number, text.now(), items), *self._who([made]))
        if (text.stood(), text.now()) == (one, other):
            return text
        return Redline(one).done(other, *self._who([a for step in steps for a in step]))

    def _who(self, made: Sequence[Amendment]) -> tuple[tuple[str, ...], str]:
        """Who proposes some amendments, and when: those of the overlay itself are of its date."""
        by = dict.fromkeys(who for a in made for who in a.proposers or (a.overlay,))
        own = all(a.overlay == self._overlay.id for a in made)
        date = self._overlay.adopted if own and _DATE.fullmatch(self._overlay.adopted) else ""
        return tuple(by) or (self._overlay.id,), date


def _touches(made: Amendment, number: str) -> bool:
    """Whether an amendment is to a provision, to an item of it, or to all of which it is a part."""
    return same(item_of(made.number)[0]) == same(number) or covers(made.number, number)


def _changes(made: Amendment, number: str, text: str, after: Sequence[Target]) -> list[Change]:
    """What an amendment changes in the text of a provision as it is by then; nothing where it cannot be found out.
    `after` are the items of the list of the provision as amended."""
    items = _items(text, number)
    mark = item_of(made.number)[1] if same(made.number) != same(number) else ""
    place = next((k for k, i in enumerate(items) if same(i.mark) == same(mark)), None) if mark else None
    start, end = (items[place].start, items[place].end) if place is not None else (0, len(text))
    match made.kind:
        case "replace" if place is not None:
            return _moved(word_changes(text[start:end], f"{items[place].mark} {made.after}"), start)
        case "replace" if not mark:
            return word_changes(text, rules(Provision(number, text=made.after)))
        case "delete" if place is not None:
            return [Change(*with_its_parting(items, place), "")]
        case "insert" if mark and place is None:
            return _item_put(f"{mark} {made.after}", mark, items, after)
        case "change":
            places = where_said(made.before, text, start, end)
            return [_changed(made, text, *places[0])] if len(places) == 1 else []
    return []


def _changed(made: Amendment, text: str, start: int, end: int) -> Change:
    """The words that an amendment changes, from one letter to another: what it only repeats stays."""
    new = made.after
    if new and new.startswith(made.before):
        new = new[len(made.before) :]
        return Change(end, end, new.lstrip() if new.lstrip()[:1] in _CLOSING else new)
    if new and new.endswith(made.before):
        return Change(start, start, new[: -len(made.before)])
    if not new and text[:start].endswith(" ") and text[end : end + 1] in ("", " ", *_CLOSING):
        start -= 1
    elif not new and not start and text[end : end + 1] == " ":
        end += 1
    return Change(start, end, new)


def _item_put(words: str, mark: str, items: Sequence[Target], after: Sequence[Target]) -> list[Change]:
    """A new item of a list, beside the item beside which it stands in the end."""
    order = [same(i.mark) for i in after]
    if same(mark) not in order or not items:
        return []
    known = {same(i.mark): i for i in items}
    before = [known[m] for m in order[: order.index(same(mark))] if m in known]
    if before:
        return [Change(before[-1].last, before[-1].last, f"; {words}")]
    return [Change(items[0].first, items[0].first, f"{words}; ")]


def _moved(changes: Iterable[Change], by: int) -> list[Change]:
    return [c.replace(start=c.start + by, end=c.end + by) for c in changes]


# -------------------------------------------------------------------------------------------------------------- parts


def _items(text: str, number: str) -> list[Target]:
    """The items of the list of a provision."""
    return list_items(text, Entry(PROVISION, number, 0, 0, len(text)))


def _is_item(provision: Provision, among: Mapping[str, Provision]) -> bool:
    """Whether a provision is an item of a list in another, which has its words."""
    parent, mark = item_of(provision.number)
    whole = among.get(parent) if mark else None
    return whole is not None and any(same(i.mark) == same(mark) for i in _items(sentences(whole), parent))


def _in_order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The numbers of two texts in the order of the second; what it has no more stands after what it followed."""
    found = list(dict.fromkeys(new))
    known = set(found)
    place = 0
    for number in dict.fromkeys(old):
        if number in known:
            place = found.index(number) + 1
        else:
            found.insert(place, number)
            place += 1
    return found
