"""Prepares a paper for the template: texts cleaned, sections in one row with their level, widths of columns.

What `data` gives holds texts, numbers and lists only. The template decides how it looks, and reads no text as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from unicodedata import category

from proclogic.drawing import NoProgram, drawn
from proclogic.layout import clean
from proclogic.papers.document import (
    Block,
    Cell,
    Closing,
    Fact,
    Facts,
    Figure,
    Headline,
    Line,
    Paper,
    Passages,
    Run,
    Section,
    Sentence,
    Sources,
    Steps,
    Table,
    called,
    letter,
)
from proclogic.papers.words import cite, cites, opening

SIZES = {"a4": "a4", "letter": "us-letter"}
WIDTHS = {"a4": (16.6, 25.3), "letter": (17.2, 23.5)}  # cm between the margins, upright and on its side
HEIGHTS = {"a4": (22.0, 14.0), "letter": (20.5, 14.5)}  # cm that a figure takes with its caption
UNNAMED = "without a title"
SMALL, SMALLEST = 9, 8  # type of tables, in points
LEAD = 5  # headings and sentences that go with a wide table
LETTER = 0.5  # width of a letter, as a share of the size of its type


def data(paper: Paper, size: str) -> dict[str, Any]:
    """The paper as the template takes it."""
    blocks, cover = paper.blocks, paper.cover
    if cover is None and not paper.title and blocks and isinstance(blocks[0], Headline):
        first = blocks[0].replace(text="")  # it is the title; its rules stay where they are
        blocks = (*((first,) if first.rules or first.notes else ()), *blocks[1:])
    layout = _Layout(size)
    return {
        "title": next((clean(text) for text in (called(paper), *paper.stamp) if _seen(text)), UNNAMED),
        "language": paper.language,
        "size": SIZES[size],
        "stamp": [clean(line) for line in paper.stamp],
        "notes": [clean(note) for note in paper.notes],
        "cover": cover and {"subtitle": clean(cover.subtitle), "narrow": False, "facts": _facts(cover.facts)},
        "blocks": _turned(layout.blocks(blocks, 1)),
    }


def _turned(blocks: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks, with what needs pages on their side put together: wide tables and figures, with the headings and
    sentences that lead to them, so that no heading stands alone on a page before."""
    found: list[dict[str, Any]] = []
    for block in blocks:
        if not block.get("wide"):
            found.append(block)
            continue
        lead: list[dict[str, Any]] = []
        while found and found[-1]["is"] in ("section", "sentence") and len(lead) < LEAD:
            lead.insert(0, found.pop())
        while lead and lead[0]["is"] == "sentence":  # one that is led to by something else
            found.append(lead.pop(0))
        if not (found and found[-1]["is"] == "turned"):
            found.append({"is": "turned", "blocks": []})
        found[-1]["blocks"] += [*lead, block]
    return found


class _Layout:
    def __init__(self, size: str) -> None:
        self.upright, self.aside = WIDTHS[size]
        self.heights = HEIGHTS[size]

    def blocks(self, blocks: Iterable[Block], level: int) -> Iterable[dict[str, Any]]:
        """The blocks, those of a section after its heading."""
        for block in blocks:
            match block:
                case Section(title=title, rules=rules, notes=notes, blocks=inner):
                    head = _said(title, rules, notes)
                    yield {"is": "section", "level": level, **head} if _seen(title) else {"is": "sentence", **head}
                    yield from self.blocks(inner, level + 1)
                case Figure():
                    yield from self.figure(block, level)
                case _:
                    yield self.block(block, level)

    def block(self, block: Block, level: int) -> dict[str, Any]:
        match block:
            case Headline(text=text, rules=rules, notes=notes):
                return {"is": "headline", **_said(text, rules, notes)}
            case Sentence(text=text, rules=rules, notes=notes):
                return {"is": "sentence", **_said(text, rules, notes)}
            case Facts(facts=facts, narrow=narrow):
                return {"is": "facts", "narrow": narrow, "facts": _facts(facts)}
            case Steps(lines=lines):
                return {"is": "steps", "lines": _tree(lines)}
            case Table():
                return self.table(block, level)
            case Passages(passages=passages):
                told = [
                    {"number": clean(opening(cite(p.number))), "heading": clean(p.heading), "runs": _runs(p.runs)}
                    for p in passages
                ]
                return {"is": "passages", "passages": told}
            case Sources(sources=sources):
                return {"is": "sources", "sources": [{"cite": clean(cites(r)), "text": clean(t)} for t, r in sources]}
            case Closing(lines=closing):
                return {"is": "closing", "lines": [clean(line) for line in closing]}
            case _:
                raise TypeError(f"no layout for {type(block).__name__}")

    def table(self, table: Table, level: int) -> dict[str, Any]:
        rows = [[_cell(cell) for cell in row] for row in table.rows]
        details = [list(self.blocks(d, level)) for d in table.details] or [[] for _ in rows]
        type = SMALLEST if table.wide or len(table.columns) > 5 else SMALL
        columns = [clean(name) for name in table.columns]
        told = [columns, *([_words(cell) for cell in row] for row in rows)]
        across = self.aside if table.wide else self.upright
        widths = _widths(told, int(across * 28.35 / (LETTER * type)))
        return {
            "is": "table",
            "wide": table.wide,
            "caption": clean(table.caption),
            "type": type,
            "columns": columns,
            "widths": widths,
            "longest": [max(w - 3, 3) for w in widths],
            "rows": [{"cells": row, "details": more} for row, more in zip(rows, details, strict=True)],
            "notes": [{"letter": letter(n), "text": clean(note)} for n, note in enumerate(table.notes, start=1)],
        }

    def figure(self, figure: Figure, level: int) -> Iterable[dict[str, Any]]:
        """The drawing; where it cannot be made on this computer what is to be seen in it, as a table or in words."""
        told = (" ".join(figure.alt), figure.caption, figure.name)
        alt = next((clean(text) for text in told if _seen(text)), UNNAMED)
        try:
            svg = drawn(figure.dot, "svg").decode("utf-8")
        except NoProgram:
            if figure.instead is not None:
                yield {"is": "sentence", **_said(figure.caption)}
                yield self.table(figure.instead, level)
            else:
                yield {"is": "sentence", **_said(figure.caption)}
                yield {"is": "steps", "lines": _tree(tuple(Line(0, line) for line in figure.alt))}
            return
        width, height = _centimetres(svg)
        wide = width > self.upright and width > height  # and would be the smaller upright
        across, high = (self.aside if wide else self.upright), self.heights[wide]
        shrunk = min(1.0, across / width, high / height)
        size = {"wide": wide, "width": round(width * shrunk, 2)}
        yield {"is": "figure", "caption": clean(figure.caption), "alt": alt, "svg": svg, **size}


# -------------------------------------------------------------------------------------------------------------- parts


def _said(text: str, rules: tuple[str, ...] = (), notes: tuple[int, ...] = ()) -> dict[str, Any]:
    return {"text": clean(text), "cite": clean(cites(rules)), "notes": list(notes)}


def _seen(text: str) -> bool:
    """Whether there is anything to see in a text, as PDF/UA wants of titles, headings and what stands for a figure."""
    return any(category(sign) not in ("Cf", "Zs") for sign in clean(text))


def _facts(facts: tuple[Fact, ...]) -> list[dict[str, Any]]:
    return [{"label": clean(f.label), **_said(f.text, f.rules, f.notes)} for f in facts]


def _tree(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Lines with those that stand deeper below them."""
    found: list[dict[str, Any]] = []
    open: list[tuple[int, list[dict[str, Any]]]] = [(-1, found)]
    for line in lines:
        while open[-1][0] >= line.depth:
            open.pop()
        below: list[dict[str, Any]] = []
        open[-1][1].append({**_said(line.text, line.rules, line.notes), "below": below})
        open.append((line.depth, below))
    return found


def _runs(runs: tuple[Run, ...]) -> list[dict[str, str]]:
    """Runs as they follow each other: a space between two of them stays."""
    made = []
    for run in runs:
        text = clean(run.text)
        front = " " if text and clean(f"x{run.text}")[1:2] == " " else ""
        end = " " if text and clean(f"{run.text}x")[-2:-1] == " " else ""
        by = ", ".join(filter(None, (*map(clean, run.by), clean(run.date))))
        made.append({"text": f"{front}{text}{end}" or " ", "status": run.status, "by": by})
    return made


def _cell(cell: str | Cell) -> dict[str, Any]:
    if isinstance(cell, str):
        return {"runs": [{"text": clean(cell), "status": "agreed", "by": ""}], "notes": ""}
    return {"runs": _runs(cell.runs), "notes": ", ".join(letter(note) for note in cell.notes)}


def _words(cell: dict[str, Any]) -> str:
    return "".join(run["text"] for run in cell["runs"])


def _widths(rows: Sequence[Sequence[str]], free: int) -> list[int]:
    """The columns of a table in letters, `free` of them together: what the longest word needs, then by what there is
    to read."""
    count = len(rows[0])
    needed = [min(max(max(map(len, row[i].split()), default=0) for row in rows) + 3, free // 3) for i in range(count)]
    most = [max(len(row[i]) for row in rows) + 3 for i in range(count)]
    total = [sum(len(row[i]) for row in rows) / len(rows) for i in range(count)]
    wanted = [max(n, min(m, t + 3)) for n, m, t in zip(needed, most, total, strict=True)]
    left = free - sum(needed)
    if left <= 0:
        return [max(n * free // max(sum(needed), 1), 4) for n in needed]
    more = [w - n for w, n in zip(wanted, needed, strict=True)]
    return [int(n + left * m / (sum(more) or 1)) for n, m in zip(needed, more, strict=True)]


def _centimetres(svg: str) -> tuple[float, float]:
    """How wide and how high a drawing of Graphviz is."""
    found = [svg.partition(f'{side}="')[2].partition("pt")[0] for side in ("width", "height")]
    return float(found[0]) * 2.54 / 72, float(found[1]) * 2.54 / 72
