"""Who may do what: on paper a table a body in short words, with the conditions below it; at a screen a list of all."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.model import BY_DEFAULT, BY_LEAVE, NOT_CONFERRED, OF_RIGHT, PROHIBITED, Answer, Row
from proclogic.papers import matrix_page
from proclogic.papers.document import PRINT, SCREEN, Block, Cell, Run, Section, Table
from proclogic.papers.from_answer import resolutions
from proclogic.papers.words import capital, join, quote, verdict_words
from proclogic.report import counting
from proclogic.report.model import Material, Side
from proclogic.values import Value, unique

SHORT = {
    OF_RIGHT: "of right",
    BY_DEFAULT: "by default",
    BY_LEAVE: "by leave",
    NOT_CONFERRED: "silent",
    PROHIBITED: "prohibited",
}
SILENT = "silent"
WIDE = 7  # acts side by side in one table
FULL = 0.3  # share of the cells of a table in which something is said, below which it is a list
ALIKE = 0.6  # share of the cells that two bodies have in common, from which the second says only what differs
NAMED = 3  # provisions that a cell names; the list for a screen has all
MANY = 8  # actors from which "all others" is said, where they are all others
TEXTS = "Texts"  # the section of a page with the texts of the rules, which a report has in its annex
FEW = 4  # ways of resolving brackets that are told


class Said(Value):
    """What a cell says in print: its short words, on which condition, and its provisions."""

    words: str
    how: str
    rules: tuple[str, ...]


class Order(Value):
    """The actors and the acts, in the order of the ruleset."""

    actors: tuple[str, ...]
    acts: tuple[str, ...]


Place = dict[tuple[str, str], Said]  # what is said in a body, by actor and act
Groups = list[tuple[str, ...]]  # names of which the same is said


def blocks(material: Material) -> tuple[Block, ...]:
    """The matrix of each ruleset, for paper and for a screen."""
    several = len(material.sides) > 1
    found: list[Block] = []
    for side in material.sides:
        if matrix_page.told(side.matrix):
            made = (*_in_print(side), _on_screen(side))
            found += [Section(side.name, f"Under {side.name}", made)] if several else made
    return tuple(found)


# ------------------------------------------------------------------------------------------------------------ screen


def _on_screen(side: Side) -> Section:
    """Every entitlement of which a rule speaks, to be filtered, opened, and seen under the choices of a reader."""
    made = tuple(b for b in matrix_page.blocks(side.matrix) if not (isinstance(b, Section) and b.tag == TEXTS))
    return Section("List", f"Every entitlement under {side.name}", made, medium=SCREEN)


# ------------------------------------------------------------------------------------------------------------- print


def _in_print(side: Side) -> tuple[Block, ...]:
    """A section for each body, or for bodies of which the same is said."""
    rows = counting.given(side.matrix)
    acts = {row.act: " ".join(w for w in (row.act, row.object) if w) for row in rows}  # "submit a document"
    places: dict[str, Place] = {}
    for row in rows:
        places.setdefault(row.body, {})[row.actor, acts[row.act]] = said(row)
    known = Order(
        side.matrix.actors, tuple(acts[act] for act in unique(a for a, _ in side.matrix.columns) if act in acts)
    )
    order = [b for b in unique(body for _, body in side.matrix.columns) if b in places]
    order.sort(key=lambda body: not body)  # what takes no body comes last
    groups: dict[str, list[str]] = {}
    for body in order:
        first = next((b for b in groups if body and places[b] == places[body]), body)
        groups.setdefault(first, []).append(body)
    found: list[Block] = []
    shown: list[str] = []
    for body, bodies in groups.items():
        near = max(shown, key=lambda other: _alike(places[other], places[body]), default="") if body else ""
        name = join(bodies) or "in no particular body"
        if near and _alike(places[near], places[body]) >= ALIKE:
            inner = _but_for(name, near, places[near], places[body], known)
        else:
            inner = _tables(name, places[body], known)
            shown += [body] if body else []
        found.append(Section(name, capital(name), inner, medium=PRINT))
    return tuple(found)


def _alike(one: Place, other: Place) -> float:
    """The share of cells of which two bodies say the same."""
    every = one.keys() | other.keys()
    return sum(one.get(cell) == other.get(cell) for cell in every) / len(every)


def _but_for(name: str, near: str, base: Place, own: Place, known: Order) -> tuple[Block, ...]:
    """What is said of a body of which most is said as of another: what differs."""
    differ = {cell: found for cell, found in own.items() if found != base.get(cell)}
    gone = {cell: Said(SILENT, "", ()) for cell in base if cell not in own}
    return (_list(f"{capital(name)}: as for {near}, but for these", {**differ, **gone}, known),)


def _tables(name: str, place: Place, known: Order) -> tuple[Block, ...]:
    """What is said of a body: actors by acts, or a list where most cells would say nothing."""
    actors = _alike_in(place, known.actors, 0)
    acts = _alike_in(place, known.acts, 1)
    title = f"{capital(name)}: who may do what"
    filled = sum((some[0], act[0]) in place for some in actors for act in acts)
    if filled < FULL * len(actors) * len(acts):
        return (_list(title, place, known),)
    count = -(-len(acts) // WIDE)
    size = -(-len(acts) // count)
    return tuple(_grid(title, place, actors, acts[start : start + size], known) for start in range(0, len(acts), size))


def _alike_in(place: Place, names: Iterable[str], axis: int) -> Groups:
    """The actors (axis 0) or acts (axis 1) of which something is said, in their order; those of which the same is said
    together."""
    others = unique(cell[1 - axis] for cell in place)
    found: dict[tuple[Said | None, ...], list[str]] = {}
    for name in names:
        line = tuple(place.get((name, other) if axis == 0 else (other, name)) for other in others)
        if any(line):
            found.setdefault(line, []).append(name)
    return [tuple(some) for some in found.values()]


def _grid(title: str, place: Place, actors: Groups, acts: Groups, known: Order) -> Table:
    notes: dict[str, int] = {}
    rows = []
    for some in actors:
        cells = [place.get((some[0], act[0])) for act in acts]
        if any(cells):
            others = [name for group in actors if group != some for name in group]
            rows.append((_names(some, others, known), *(_cell(cell, notes) for cell in cells)))
    columns = ("Actor", *(join(act) for act in acts))
    return Table(title, columns, tuple(rows), notes=tuple(notes), wide=len(acts) > WIDE // 2)


def _list(title: str, place: Place, known: Order) -> Table:
    """A line for each act and what is said of it, with all of whom it is said."""
    lines: dict[tuple[str, Said], list[str]] = {}
    for (actor, act), found in place.items():
        lines.setdefault((act, found), []).append(actor)
    order = {act: number for number, act in enumerate(known.acts)}
    rows = []
    for (act, found), some in sorted(lines.items(), key=lambda line: order[line[0][0]]):
        others = [name for (other, _), names in lines.items() if other == act for name in names if name not in some]
        rows.append((act, _names(some, others, known), found.words, found.how, _cited(found) or "no rule"))
    return Table(title, ("Act", "Actor", "Answer", "How", "Rule"), tuple(rows), wide=True)


def _names(some: Iterable[str], others: Iterable[str], known: Order) -> str:
    """The names of actors; "all others" where that is shorter and they are."""
    names = list(some)
    rest = set(known.actors) - set(others)
    return "all others" if len(names) > MANY and rest == set(names) else join(names)


def _cell(found: Said | None, notes: dict[str, int]) -> str | Cell:
    if found is None:
        return SILENT
    words = f"{found.words} ({_cited(found)})" if found.rules else found.words
    if not found.how:
        return words
    return Cell((Run(words),), (notes.setdefault(found.how, len(notes) + 1),))


def _cited(found: Said) -> str:
    return ", ".join(found.rules[:NAMED]) + (" ..." if len(found.rules) > NAMED else "")


# -------------------------------------------------------------------------------------------------------------- words


def said(row: Row) -> Said:
    """A cell in short, and how it comes to that, with its rules."""
    kinds = unique(mark.kind for mark in row.marks)
    verdicts = join([SHORT[v] for v in row.verdicts or (row.verdict,)], "or")
    lead = {"contested": "contested: ", "open": "open [ ]: "}
    split = next((lead[kind] for kind in lead if kind in kinds and len(row.verdicts) > 1), "")
    clash = "conflicting: " if "conflicting" in kinds else ""
    words = unique(mark.detail for mark in row.marks if mark.kind == "turns on" and mark.detail)
    turns = [f"turns on {join([quote(word) for word in words])}"] if words else []
    return Said(f"{clash}{split}{verdicts}", "; ".join([*_how(row, set(kinds)), *turns]), row.grounds)


def _how(row: Row, kinds: set[str]) -> Iterable[str]:
    """On which condition; by which reading or text; in which case."""
    answer = row.answer
    several = len(row.verdicts) > 1
    if answer is not None and several and "contested" in kinds:
        yield from _readings(answer)
    elif answer is not None and several and "open" in kinds:
        ways = resolutions(answer)
        yield "; ".join(fact.text for fact in ways[:FEW]) + ("; and further ways" if len(ways) > FEW else "")
    elif not several and row.condition.startswith(verdict_words(row.verdict)):
        told = row.condition.removeprefix(verdict_words(row.verdict)).removeprefix(", ")
        yield from [told] if told else []
    elif row.condition:
        yield row.condition


def _readings(answer: Answer) -> Iterable[str]:
    """What each reading leads to, of those that make the answer contested."""
    found: dict[tuple[str, str], list[str]] = {}
    for reading in answer.readings:
        if reading.contests:
            verdict = join([SHORT[v] for v in reading.verdicts], "or") or reading.outcome
            told = f"{quote(reading.reading)} {verdict}"
            found.setdefault((reading.words, reading.provision), []).append(told)
    for (words, _), ways in found.items():
        yield f"{quote(words) if words else 'the text'} read as {', '.join(ways)}"
