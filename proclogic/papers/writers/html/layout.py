"""A paper as the template takes it: numbers for what is referred to, headings by their depth, rules as links."""

from __future__ import annotations

from typing import Any

from proclogic.drawing import NoProgram
from proclogic.layout import visible
from proclogic.papers.document import (
    DELETED,
    INSERTED,
    Block,
    Cell,
    Closing,
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
from proclogic.papers.words import capital, cite, join
from proclogic.papers.writers.html.embedded import Embedded
from proclogic.values import Value

Data = dict[str, Any]
DEEPEST = 6  # heading of HTML


class Place(Value):
    """Where a block stands: the level of the next heading, 0 where there are none (in what a row opens); the anchors of
    the provisions whose text is near."""

    level: int
    rules: dict[str, str]


class Layout:
    """Lays one paper out."""

    def __init__(self, paper: Paper, embedded: Embedded) -> None:
        self._paper = paper
        self._embedded = embedded
        self._tables = self._headlines = self._sections = self._figures = 0
        self._names: dict[tuple[int, str], str] = {}  # anchors of provisions
        self._references: dict[int, int] = {}  # how often a footnote was pointed at

    def page(self) -> Data:
        """The whole page."""
        paper = self._paper
        title = visible(called(paper)) or "Paper"
        cover = paper.cover
        blocks = paper.blocks
        contents: list[Data] = []
        place = Place(2, self._anchors(blocks))
        top = None
        if cover is not None:
            facts = self._block(Facts(cover.facts), place, contents) if cover.facts else None
            top = {"subtitle": visible(cover.subtitle), "facts": facts}
        question = visible(paper.title) if paper.title and (cover is not None or paper.title != called(paper)) else ""
        lone = cover is None and not paper.title and bool(blocks) and isinstance(blocks[0], Headline)
        head = self._block(blocks[0], place, contents) if lone else None
        made = self._blocks(blocks[1:] if lone else blocks, place, contents)
        opened = [self._blocks(one, place.replace(level=0), []) for one in self._embedded.details]
        notes = [
            {"text": visible(text), "back": list(range(1, self._references.get(number, 0) + 1))}
            for number, text in enumerate(paper.notes, start=1)
        ]
        return {
            "title": title,
            "language": paper.language,
            "head": head,
            "cover": top,
            "question": question,
            "contents": contents if len(contents) > 1 else [],
            "blocks": made,
            "details": opened,
            "notes": notes,
            "stamp": [visible(line) for line in paper.stamp],
            "choices": bool(paper.choices),
        }

    # --------------------------------------------------------------------------------------------------- blocks

    def _blocks(self, blocks: tuple[Block, ...], place: Place, contents: list[Data]) -> list[Data]:
        return [self._block(block, place, contents) for block in blocks]

    def _block(self, block: Block, place: Place, contents: list[Data]) -> Data:
        match block:
            case Headline(text=text, rules=rules, notes=notes):
                number, self._headlines = self._headlines, self._headlines + bool(place.level)
                told = self._embedded.set_of(block.variants) if block.variants and place.level else None
                data: Data = {"is": "headline", "text": visible(text), "set": told, "number": number}
                return data | self._about(rules, notes, place)
            case Sentence(text=text, rules=rules, notes=notes):
                return {"is": "sentence", "text": visible(text)} | self._about(rules, notes, place)
            case Facts():
                return {"is": "facts", "facts": self._facts(block, place)}
            case Steps(lines=lines):
                return {"is": "steps", "steps": self._steps(list(lines), place)[0]}
            case Section():
                return self._section(block, place, contents)
            case Table():
                return self._table(block, place, counted=bool(place.level))
            case Passages(passages=passages):
                told_passages = []
                for each in passages:
                    told_passages.append(
                        {
                            "id": self._anchor(block, each.number) if place.level else "",
                            "number": visible(capital(cite(each.number))),
                            "heading": visible(each.heading),
                            "runs": [run(one) for one in each.runs],
                        }
                    )
                return {"is": "passages", "passages": told_passages}
            case Figure():
                return self._figure(block, place)
            case Sources(sources=sources):
                told_sources = [{"text": visible(text), **self._about(rules, (), place)} for text, rules in sources]
                return {"is": "sources", "sources": told_sources}
            case Closing(lines=closing):
                return {"is": "closing", "lines": [visible(line) for line in closing]}
            case _:
                raise TypeError(f"no layout for {type(block).__name__}")

    def _section(self, block: Section, place: Place, contents: list[Data]) -> Data:
        self._sections += 1
        number, inner = self._sections, list[Data]()
        rules = place.rules | self._anchors(block.blocks)
        below = Place(place.level and place.level + 1, rules)
        data = {
            "is": "section",
            "id": f"s{number}" if place.level else "",
            "level": min(place.level, DEEPEST),
            "title": visible(block.title),
            "folded": block.folded,
            "medium": block.medium,
            **self._about(block.rules, block.notes, place),
        }
        data["blocks"] = self._blocks(block.blocks, below, inner)
        if place.level:
            shown = {"id": data["id"], "title": data["title"], "medium": block.medium}
            contents.append(shown | {"inner": inner if place.level < 4 else []})
        return data

    def _anchors(self, blocks: tuple[Block, ...]) -> dict[str, str]:
        """The anchors of the provisions whose text stands in these blocks: nearer ones come first."""
        found: dict[str, str] = {}
        for block in blocks:
            if isinstance(block, Passages):
                for each in block.passages:
                    found.setdefault(each.number, self._anchor(block, each.number))
            elif isinstance(block, Section):
                for number, anchor in self._anchors(block.blocks).items():
                    found.setdefault(number, anchor)
        return found

    def _anchor(self, block: Passages, number: str) -> str:
        key = id(block), number
        return self._names.setdefault(key, f"p{len(self._names) + 1}")

    def _facts(self, block: Facts, place: Place) -> list[Data]:
        """Labels, each with the statements below it."""
        groups: list[Data] = []
        for fact in block.facts:
            if fact.label or not groups:
                groups.append({"label": visible(fact.label), "told": []})
            groups[-1]["told"].append({"text": visible(fact.text), **self._about(fact.rules, fact.notes, place)})
        return groups

    def _steps(self, lines: list[Line], place: Place) -> tuple[list[Data], int]:
        """Lines as lists in lists, and how many there were; a line that is deeper than its forerunner by more than one
        stands below it all the same."""
        found: list[Data] = []
        depth, at = (lines[0].depth if lines else 0), 0
        while at < len(lines) and lines[at].depth >= depth:
            line = lines[at]
            data = {"text": visible(line.text), **self._about(line.rules, line.notes, place), "steps": []}
            at += 1
            if at < len(lines) and lines[at].depth > line.depth:
                data["steps"], used = self._steps(lines[at:], place)
                at += used
            found.append(data)
        return found, at

    # -------------------------------------------------------------------------------------------------- tables

    def _table(self, table: Table, place: Place, counted: bool = True) -> Data:
        number, self._tables = self._tables, self._tables + counted
        name = f"t{number}" if counted else ""
        rows = []
        for at, row in enumerate(table.rows):
            details = self._embedded.of_row(table.details[at]) if counted and table.details else None
            first, *others = (self._cell(cell, name, counted) for cell in row) if row else ("",)
            rows.append(
                {
                    "first": first,
                    "others": others,
                    "details": details if details is not None and table.details[at] else None,
                }
            )
        return {
            "is": "table",
            "id": name,
            "number": number,
            "caption": visible(table.caption),
            "columns": [visible(column) for column in table.columns],
            "rows": rows,
            "details": counted and any(table.details),
            "reasons": sorted({row["details"] for row in rows if row["details"] is not None}),
            "filters": ",".join(map(str, table.filters)) if counted else "",
            "notes": [{"letter": letter(n), "text": visible(text)} for n, text in enumerate(table.notes, start=1)],
            "wide": table.wide,
        }

    def _cell(self, cell: str | Cell, table: str, counted: bool) -> str | Data:
        if isinstance(cell, str):
            return visible(cell)
        told = self._embedded.set_of(cell.variants) if cell.variants and counted else None
        notes = [{"letter": letter(n), "href": f"#{table}-{letter(n)}" if table else ""} for n in cell.notes]
        return {"runs": [run(one) for one in cell.runs], "set": told, "notes": notes}

    # ------------------------------------------------------------------------------------------------- figures

    def _figure(self, figure: Figure, place: Place) -> Data:
        from proclogic.drawing import accessible_svg

        self._figures += 1
        data: Data = {
            "is": "figure",
            "id": f"figure{self._figures}",
            "caption": visible(figure.caption),
            "alt": [visible(line) for line in figure.alt],
            "svg": "",
            "instead": None,
        }
        try:
            data["svg"] = accessible_svg(figure.dot, data["caption"], " ".join(figure.alt), f"figure{self._figures}")
        except NoProgram:
            if figure.instead is not None:
                data["instead"] = self._table(figure.instead, place, counted=False)
        return data

    # --------------------------------------------------------------------------------------------------- words

    def _about(self, rules: tuple[str, ...], notes: tuple[int, ...], place: Place) -> Data:
        """The rules cited, as words and links, and the footnotes."""
        return {"cited": _cited(rules, place.rules), "notes": [self._note(n, bool(place.level)) for n in notes]}

    def _note(self, number: int, counted: bool) -> Data:
        if not counted:
            return {"number": number, "id": ""}
        self._references[number] = self._references.get(number, 0) + 1
        return {"number": number, "id": f"n{number}-{self._references[number]}"}


def _cited(rules: tuple[str, ...], anchors: dict[str, str]) -> list[tuple[str, str]]:
    """ "rules 15, 16; OP4" as words with their anchors, "" where there is none."""
    seen = [p for p in dict.fromkeys(rules) if p]
    numbers = [p for p in seen if cite(p) != p]
    found: list[tuple[str, str]] = []
    for place, number in enumerate(numbers):
        found.append((", " if place else "rules " if len(numbers) > 1 else "rule ", ""))
        found.append((visible(number), anchors.get(number, "")))
    for other in (p for p in seen if cite(p) == p):
        found += [("; ", "")] if found else []
        found.append((visible(other), anchors.get(other, "")))
    return found


def run(one: Run) -> Data:
    """Words of one status, with what is said of them to those who do not see how they are set."""
    kind = {INSERTED: "ins", DELETED: "del"}.get(one.status, "")
    whose = f"proposed by {join(one.by)}" if one.by else ""
    what = {"ins": "inserted", "del": "deleted"}.get(kind, "")
    if one.compared:
        kind, what = {"ins": "new", "del": "old"}.get(kind, ""), "only in this text" if kind else ""
    said = visible(", ".join(part for part in (what, whose, one.date) if part))
    return {"text": visible(one.text), "kind": kind, "said": said}
