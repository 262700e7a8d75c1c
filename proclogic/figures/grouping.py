"""Strands that are alike as one edge, and edges as pictures that can be read: none of them is a hairball."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from proclogic.figures.dot import HIGH, HIGHEST, wrapped
from proclogic.figures.strands import NO_BODY, Holder, Said, Strand
from proclogic.papers.words import capital, cites
from proclogic.values import Value, unique

T = TypeVar("T")
MOST = 12  # edges in one picture
WHO, WHAT, GATE, PLACE = 98.0, 126.0, 96.0, 60.0  # points for each column
TALL = HIGHEST - 30  # without the key


class Line(Value):
    """Acts that rest on the same rules; `at` is the word that leads to a body after them."""

    acts: tuple[str, ...]
    rules: tuple[str, ...]
    at: str = "in"


class Edge(Value):
    """What some hold, in the same way, in the same bodies."""

    holders: tuple[Holder, ...]
    bodies: tuple[str, ...]
    verdicts: tuple[str, ...]
    marks: tuple[str, ...]
    lets: Said | None
    stops: Said | None
    where: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def gated(self) -> bool:
        """Whether somebody lets it in, or can stop it."""
        return self.lets is not None or self.stops is not None


class Picture(Value):
    """Edges that are drawn together. `part` is its number among `parts` on the same bodies."""

    edges: tuple[Edge, ...]
    part: int = 1
    parts: int = 1

    @property
    def gated(self) -> bool:
        """Whether it has a column for gates."""
        return any(edge.gated for edge in self.edges)

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies in it."""
        return unique(body for edge in self.edges for body in edge.bodies)

    @property
    def holders(self) -> tuple[Holder, ...]:
        """The participants in it."""
        return unique(holder for edge in self.edges for holder in edge.holders)


def edges(found: Iterable[Strand]) -> tuple[Edge, ...]:
    """Strands with everything alike but the body, then but the act, then but the holder, as one."""
    bodies = _gathered((s.replace(body=""), s.body) for s in found)
    alike = _gathered(((s.replace(act="", rules=(), limits=(), at=""), tuple(b)), s) for s, b in bodies.items())
    held = _gathered(((s.replace(holder=_NOBODY), where, _lines(acts)), s.holder) for (s, where), acts in alike.items())
    return tuple(
        Edge(tuple(holders), where, s.verdicts, s.marks, s.lets, s.stops, s.where, lines)
        for (s, where, lines), holders in held.items()
    )


_NOBODY = Holder("", "", -1)


def _gathered(pairs: Iterable[tuple[T, object]]) -> dict[T, list]:  # type: ignore[type-arg]
    found: dict[T, list[object]] = defaultdict(list)
    for key, value in pairs:
        if value not in found[key]:
            found[key].append(value)
    return found


def _lines(acts: list[Strand]) -> tuple[Line, ...]:
    """Acts by their rules; what is held by several rules apart is held by all of them."""
    rules: dict[str, tuple[str, ...]] = {}
    at: dict[str, str] = {}
    for strand in acts:
        act = strand.act + (f" ({'; '.join(strand.limits)})" if strand.limits else "")
        rules[act] = unique((*rules.get(act, ()), *strand.rules))
        at[act] = strand.at or ("in" if strand.limits else "")
    found = _gathered((by, act) for act, by in rules.items())
    return tuple(Line(tuple(each), by, _joint([at[act] for act in each])) for by, each in found.items())


def _joint(words: list[str]) -> str:
    """The word that leads to a body after several acts."""
    return words[0] if len(set(words)) == 1 else "in"


# ------------------------------------------------------------------------------------------------------------ splitting


def pictures(found: tuple[Edge, ...]) -> tuple[Picture, ...]:
    """The edges in as few pictures as can be read: all in one; or by bodies; or, in these, by participants."""
    found = tuple(part for edge in found for part in _short(edge))
    if _fits(found):
        return (Picture(found),) if found else ()
    made: list[Picture] = []
    by_bodies = _gathered((edge.bodies, edge) for edge in found)
    for same in sorted(by_bodies.values(), key=lambda s: s[0].bodies == (NO_BODY,)):
        ordered = sorted(same, key=lambda e: min(h.place for h in e.holders))
        if _fits(tuple(ordered)):
            if made and made[-1].parts == 1 and _fits((*made[-1].edges, *ordered)):
                made[-1] = Picture((*made[-1].edges, *ordered))
            else:
                made.append(Picture(tuple(ordered)))
            continue
        parts = _parted(ordered, _fits)
        made += [Picture(tuple(part), number, len(parts)) for number, part in enumerate(parts, start=1)]
    return tuple(made)


def _parted(ordered: list[Edge], fits: Callable[[tuple[Edge, ...]], bool]) -> list[list[Edge]]:
    parts: list[list[Edge]] = [[]]
    for edge in ordered:
        if parts[-1] and not fits((*parts[-1], edge)):
            parts.append([])
        parts[-1].append(edge)
    return parts


def _fits(found: tuple[Edge, ...]) -> bool:
    return len(found) <= MOST and _height(found) <= TALL


def _height(found: tuple[Edge, ...]) -> float:
    """How high the edges stand, in points: those of the same participants beside them, all below each other."""
    total = 0.0
    gates: set[object] = set()
    for holders in unique(e.holders for e in found):
        mine = [e for e in found if e.holders == holders]
        what = 0.0
        for edge in mine:
            gate = 0.0
            if edge.gated and (edge.bodies, edge.lets, edge.stops) not in gates:
                gates.add((edge.bodies, edge.lets, edge.stops))
                gate = 10 + sum(
                    HIGH * len(gate_lines(word, said)) + 10
                    for word, said in (("if", edge.lets), ("unless", edge.stops))
                    if said
                )
            what += max(HIGH * (len(what_lines(edge)) + len(remark_lines(edge))) + 8, gate)
        total += max(HIGH * len(who_lines(holders)) + 11, what)
    return max(total, sum(HIGH * len(place_lines(b)) + 11 for b in unique(e.bodies for e in found)))


def _short(edge: Edge) -> list[Edge]:
    """An edge that would not fit on a page, in several: by its acts, and by its holders."""
    if _height((edge,)) <= TALL:
        return [edge]
    if len(edge.holders) > 1 and len(who_lines(edge.holders)) > len(what_lines(edge)):
        half = len(edge.holders) // 2
        parts = [edge.replace(holders=edge.holders[:half]), edge.replace(holders=edge.holders[half:])]
    elif len(edge.lines) > 1:
        half = len(edge.lines) // 2
        parts = [edge.replace(lines=edge.lines[:half]), edge.replace(lines=edge.lines[half:])]
    elif len(edge.lines[0].acts) > 1:
        (line,) = edge.lines
        half = len(line.acts) // 2
        parts = [edge.replace(lines=(line.replace(acts=some),)) for some in (line.acts[:half], line.acts[half:])]
    else:
        return [edge]
    return [short for part in parts for short in _short(part)]


# ---------------------------------------------------------------------------------------------------- words, in lines


def who_lines(holders: tuple[Holder, ...]) -> list[str]:
    """The participants of a node, each in lines of its own."""
    return [line for holder in holders for line in hanging(capital(holder.name), WHO)]


def place_lines(bodies: tuple[str, ...]) -> list[str]:
    """The bodies of a node."""
    return [line for body in bodies for line in hanging(body, PLACE)]


def what_lines(edge: Edge, gated: bool = True) -> list[str]:
    """What is done, with the rules. Without gates there is more room for it."""
    room = WHAT if gated else WHAT + GATE
    return [line for one in edge.lines for line in wrapped(f"{', '.join(one.acts)} {short(one.rules)}", room)]


def remark_lines(edge: Edge, gated: bool = True) -> list[str]:
    """What is said of it beside."""
    return [line for text in remarks(edge) for line in wrapped(text, WHAT if gated else WHAT + GATE)]


def gate_lines(word: str, said: Said | None) -> list[str]:
    """Who lets it in, or can stop it."""
    return wrapped(f"{word} {said.text} {short(said.rules)}", GATE) if said is not None else []


def remarks(edge: Edge) -> tuple[str, ...]:
    """What an edge says beside its acts: where it holds, that it is contested or not agreed, on which word it turns."""
    return (*edge.where, *edge.marks)


def short(rules: tuple[str, ...]) -> str:
    """Rules as on an edge: "r. 41", "rr. 12, 42; OP4"."""
    told = cites(rules)
    for long, brief in (("rules ", "rr.\u00a0"), ("rule ", "r.\u00a0")):
        if told.startswith(long):
            return brief + told.removeprefix(long)
    return told


def hanging(text: str, room: float) -> list[str]:
    """A text in lines, all but the first set in a little."""
    first, *rest = wrapped(text, room)
    return [first, *(f"\u00a0\u00a0{line}" for line in (wrapped(" ".join(rest), room - 6) if rest else ()))]
