"""Text that is not agreed: square brackets in a sentence, and the sentences that each way of resolving them leaves.

    An NGO [may | by: EU][shall | by: Group A] attend meetings [if it is relevant | by: EU; delete: Group B].

Brackets side by side are alternatives, one of which stands, unless a comma parts them or begins a later one; a bracket
alone stands or goes. An alternative may hold brackets of its own. After a bar: who proposed it (by), who supports it
(supported by), who wants it gone (delete), the document and the date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proclogic.norms.model import DELETED
from proclogic.sources import Span
from proclogic.syntax.after_bar import after_bar, choice
from proclogic.syntax.report import Faults
from proclogic.syntax.tree import BracketText, Choice
from proclogic.syntax.words import LISTMARK, Words
from proclogic.values import Value

MOST = 512  # ways to resolve the brackets of one sentence (of one item, in a list)
_OPEN, _CLOSE, _BAR = "[", "]", "|"

Keep = tuple[int, str]  # the number of a bracket in its provision, and the alternative that stands


class Alternative(Value):
    """What one bracket holds: `parts` are words (their places) and groups."""

    choice: Choice
    parts: tuple[Part, ...]


class Group(Value):
    """Brackets side by side. `number` counts the groups of the provision, from 1."""

    number: int
    alternatives: tuple[Alternative, ...]


Part = int | Group


class Variant(Value):
    """The words that one way of resolving the brackets leaves, with the choices made."""

    words: Words
    keeps: tuple[Keep, ...]


def has_brackets(found: Words) -> bool:
    """Whether a stretch of words holds a bracket, or a part of one."""
    return any(n in (_OPEN, _CLOSE) for n in found.norm)


class Brackets:
    """The brackets of one provision, found one sentence after the other."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.found: list[BracketText] = []

    def variants(self, found: Words) -> list[Variant] | None:
        """Every way to resolve the brackets of some words; None, with a diagnostic, when they are no brackets."""
        parts = self._read(found)
        if parts is None:
            return None
        made: list[Variant] = []
        for bundle in _bundles(parts, found):
            ways = _ways(bundle)
            if ways > MOST:
                self.faults.add(
                    "E115",
                    f"the brackets of this sentence can be resolved in {ways:,} ways together",
                    self.faults.span(found, 0, len(found)),
                    f"I take {MOST} at most in one sentence",
                    help=("write the bracketed parts as sentences, or as items of a list: each is then on its own",),
                )
                return None
            made += [Variant(_mended(found, places), keeps) for places, keeps in _resolved(bundle)]
        return made

    def told(self, keeps: Sequence[Keep]) -> str:
        """The choices of a variant in words, for a message about it; "" where none was made."""
        if not keeps:
            return ""
        chosen = ["a bracket is deleted" if text == DELETED else f"“{_short(text)}” stands" for _, text in keeps]
        return f"this is so where {' and '.join(chosen)}"

    def advice(self, keeps: Sequence[Keep]) -> tuple[str, ...]:
        """What to write where a choice that begins with "and" or "or" lacks the alternative that it goes on with."""
        for number, chosen in keeps:
            texts = [c.text for c in self.found[number - 1].choices]
            if chosen in texts[1:] and chosen.partition(" ")[0].lower() in ("and", "or"):
                return (
                    f"“{_short(texts[0])}” and “{_short(chosen)}” are alternatives; to let the second stand only with "
                    "the first, write it within the bracket of the first: [if A [and B | by: Group B] | by: Group A]",
                )
        return ()

    # ------------------------------------------------------------------------------------------------ reading

    def _read(self, found: Words) -> tuple[Part, ...] | None:
        before = len(self.faults.found)
        parts, at = self._sequence(found, 0, 0)
        if at < len(found) and len(self.faults.found) == before:
            self._fault(found, at, "this bracket closes nothing", "no bracket is open here", "take it away")
        return parts if len(self.faults.found) == before else None

    def _sequence(self, found: Words, at: int, depth: int) -> tuple[tuple[Part, ...], int]:
        """The parts up to the end of a bracket (or of the words), and where that is."""
        parts: list[Part] = []
        while at < len(found):
            norm = found.norm[at]
            if norm == _CLOSE or (norm == _BAR and depth):
                break
            if norm == _OPEN:
                group, at = self._group(found, at, depth)
                if group is None:
                    return tuple(parts), len(found)
                parts.append(group)
            else:
                parts.append(at)
                at += 1
        return tuple(parts), at

    def _group(self, found: Words, at: int, depth: int) -> tuple[Group | None, int]:
        number = len(self.found) + 1
        first = at
        self.found.append(BracketText(()))  # its place: brackets within it come after
        alternatives: list[Alternative] = []
        against: list[str] = []
        while at < len(found) and found.norm[at] == _OPEN and not _goes_on(found, first, at):
            begun = at
            parts, at = self._sequence(found, at + 1, depth + 1)
            if at >= len(found):
                self._fault(
                    found,
                    begun,
                    "this bracket is never closed",
                    "it begins here",
                    "put a ] where it ends",
                )
                return None, at
            fields: dict[str, tuple[str, ...]] = {}
            if found.norm[at] == _BAR:
                fields, at = self._fields(found, at + 1)
                if at >= len(found):
                    self._fault(
                        found, begun, "this bracket is never closed", "it begins here", "put a ] after the proposers"
                    )
                    return None, at
            text = found.slice(begun + 1, _end_of(found, begun))
            against += fields.get("against", ())
            if not parts and "against" not in fields:
                self._fault(
                    found,
                    begun,
                    "this alternative has no text",
                    "I expected the words that are proposed",
                    "to say who wants the text deleted, write: [ | delete: Group A]",
                )
                return None, len(found)
            if parts:
                words_of = Span(self.faults.source.name, found.end[begun], found.start[_end_of(found, begun)])
                alternatives.append(Alternative(choice(text, fields).replace(span=words_of), parts))
            at += 1
        if not alternatives:
            help = "put the text that is to be deleted into a bracket before this one"
            self._fault(found, first, "nothing stands here that could be deleted", "I expected some text", help)
            return None, len(found)
        gone = bool(against) or len(alternatives) == 1
        if gone:
            alternatives.append(Alternative(Choice(DELETED, tuple(against)), ()))
        named = _apart(alternatives)
        self.found[number - 1] = BracketText(tuple(a.choice for a in named), self.faults.span(found, first, at))
        return Group(number, named), at

    def _fields(self, found: Words, at: int) -> tuple[dict[str, tuple[str, ...]], int]:
        """What stands after the bar of an alternative, up to its end."""
        end = at
        while end < len(found) and found.norm[end] not in (_CLOSE, _OPEN):
            end += 1
        if end < len(found) and found.norm[end] == _OPEN:
            return {}, len(found)
        return after_bar(found, at, end, self.faults), end

    def _fault(self, found: Words, at: int, message: str, there: str, help: str) -> None:
        self.faults.add("E117", message, self.faults.span(found, at, at + 1), there, help=(help,))


def _goes_on(found: Words, first: int, at: int) -> bool:
    """Whether a bracket is none of the alternatives that begin with the bracket before it: it begins with a comma, and
    so adds something, while the first of them does not."""
    return at > first and found.norm[at + 1 : at + 2] == [","] and found.norm[first + 1 : first + 2] != [","]


def _end_of(found: Words, begun: int) -> int:
    """Where the text of an alternative ends: at its bar, or at the bracket that closes it."""
    depth = 0
    for k in range(begun, len(found)):
        depth += (found.norm[k] == _OPEN) - (found.norm[k] == _CLOSE)
        if depth == 0 or (depth == 1 and found.norm[k] == _BAR):
            return k
    return len(found)


def _apart(alternatives: Sequence[Alternative]) -> tuple[Alternative, ...]:
    """The alternatives with names that differ."""
    seen: dict[str, int] = {}
    found = []
    for one in alternatives:
        name = one.choice.text
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            one = one.replace(choice=one.choice.replace(text=f"{name} ({seen[name]})"))
        found.append(one)
    return tuple(found)


# --------------------------------------------------------------------------------------------------------- resolving


def _ways(parts: Sequence[Part]) -> int:
    ways = 1
    for part in parts:
        if isinstance(part, Group):
            ways *= sum(_ways(a.parts) for a in part.alternatives)
    return ways


def _resolved(parts: Sequence[Part]) -> Iterator[tuple[tuple[int, ...], tuple[Keep, ...]]]:
    """Every way to resolve the groups: the places of the words left, and the choices."""
    if not parts:
        yield (), ()
        return
    first, rest = parts[0], parts[1:]
    if isinstance(first, int):
        stop = next((k for k, p in enumerate(parts) if isinstance(p, Group)), len(parts))
        head = tuple(p for p in parts[:stop] if isinstance(p, int))
        for places, keeps in _resolved(parts[stop:]):
            yield head + places, keeps
        return
    for one in first.alternatives:
        for inner, chosen in _resolved(one.parts):
            for places, keeps in _resolved(rest):
                yield inner + places, ((first.number, one.choice.text), *chosen, *keeps)


def _bundles(parts: tuple[Part, ...], found: Words) -> list[tuple[Part, ...]]:
    """The parts of a sentence that can be resolved on their own: each bracketed item of a list with the head."""
    colon = next((k for k, p in enumerate(parts) if isinstance(p, int) and found.norm[p] == ":"), None)
    if colon is None or not any(_begins_item(p, found) for p in parts[colon + 1 :]):
        return [parts]
    head, body = parts[: colon + 1], parts[colon + 1 :]
    items: list[list[Part]] = []
    for k, part in enumerate(body):
        before = body[k - 1] if k else None
        starts = _begins_item(part, found) and (
            not items or not isinstance(before, int) or found.norm[before] in (";", "and", "or")
        )
        if starts or not items:
            items.append([])
        items[-1].append(part)
    if len(items) < 2:
        return [parts]
    # The full stop of the list; in the bracket that the last item is, it ends what is left of the list without it too.
    stop = next((k for k in reversed(range(len(found))) if found.norm[k] == "."), None)
    plain = [p for item in items for p in item if not any(isinstance(q, Group) for q in item)]
    bundles = [(*head, *plain)] if plain else []
    bundles += [(*head, *item) for item in items if any(isinstance(q, Group) for q in item)]
    return bundles if stop is None else [(*_unjoined(b, found), stop) for b in bundles]


def _unjoined(parts: Sequence[Part], found: Words) -> tuple[Part, ...]:
    """The parts without the marks and words at their end that join an item to the next, or end a list."""
    left = list(parts)
    while left and isinstance(left[-1], int) and found.norm[left[-1]] in (".", ";", ",", "and", "or"):
        left.pop()
    return tuple(left)


def _begins_item(part: Part, found: Words) -> bool:
    """Whether an item of a list begins with the part."""
    if isinstance(part, int):
        return found.sort[part] == LISTMARK
    return any(a.parts and _begins_item(a.parts[0], found) for a in part.alternatives)


def _mended(found: Words, places: Sequence[int]) -> Words:
    """The words at some places, without the marks that stand for nothing once words between them are gone."""
    left: list[int] = []
    for place in places:
        norm = found.norm[place]
        if norm == "." and left and found.norm[left[-1]] == "." and place != left[-1] + 1:
            continue  # the full stop of a list, in the bracket of its last item
        while norm in (".", ";", ",") and left and _hangs(found, left):
            left.pop()
        if norm in (",", ";") and not left:
            continue
        left.append(place)
    if [found.norm[k] for k in left[-2:]] in (["."], [":", "."]):  # nothing, or a list of which no item is left
        left = []
    return Words(
        found.text,
        [found.norm[k] for k in left],
        [found.start[k] for k in left],
        [found.end[k] for k in left],
        [found.sort[k] for k in left],
        {},
    )


def _hangs(found: Words, left: Sequence[int]) -> bool:
    """Whether the last word joins nothing to what follows."""
    last = found.norm[left[-1]]
    if last in (",", ";"):
        return True
    return last in ("and", "or") and len(left) > 1 and found.norm[left[-2]] in (",", ";")


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:38].rstrip() + " ..."
