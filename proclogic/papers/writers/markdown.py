"""The Markdown writer. What the user wrote is shown as written: signs that Markdown would take are escaped.

Square brackets stay as they are wherever Markdown leaves them alone, so that the source of the paper is readable too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.layout import clean
from proclogic.papers.document import (
    DELETED,
    INSERTED,
    Block,
    Cell,
    Closing,
    Cover,
    Facts,
    Figure,
    Headline,
    Paper,
    Passage,
    Passages,
    Run,
    Section,
    Sentence,
    Sources,
    Steps,
    Table,
    letter,
)
from proclogic.papers.words import cite, cites, opening

_SIGNS = {ord(c): f"\\{c}" for c in "\\`*_<>&|~"}  # what Markdown reads anywhere in a line


def write(paper: Paper) -> str:
    """The paper with a heading, tables, sections and footnotes."""
    head = [f"*Question:* {escape(paper.title)}", ""] if paper.title else []
    blocks = paper.blocks
    top = _cover(paper.cover) if paper.cover else []
    level = 2
    if blocks and isinstance(blocks[0], Headline):
        top, blocks = [*top, *_block(blocks[0], 2 if top else 1)], blocks[1:]
        level = 3 if paper.cover else 2
    lines = [*top, *head, *(line for block in blocks for line in _block(block, level))]
    for number, note in enumerate(paper.notes, start=1):
        lines.append(f"[^{number}]: {escape(note)}")
    if paper.stamp:
        lines += ["", "---", "", *(line for text in paper.stamp for line in (escape(text), ""))]
    return "\n".join(lines).rstrip("\n") + "\n"


def _cover(cover: Cover) -> list[str]:
    under = [escape(cover.subtitle), ""] if cover.subtitle else []
    facts = _block(Facts(cover.facts), 1) if cover.facts else []
    return [f"# {escape(cover.title)}", "", *under, *facts]


def escape(text: str) -> str:
    """A text that Markdown shows as it is, in a line or in a cell of a table."""
    text = clean(text).translate(_SIGNS)
    # A bracket makes a link only before "(" or ":", as long as the paper defines no references but footnotes.
    text = text.replace("](", "]\\(").replace("]:", "]\\:").replace("[^", "\\[^")
    if text.endswith("#"):  # the end of a heading may be closed by such signs
        text = f"{text[:-1]}\\#"
    return _start(text)


def _start(text: str) -> str:
    """Escapes what makes a heading, a list, a quotation or a rule at the start of a line."""
    first = text[:1]
    if first and first in "#+-=":
        return f"\\{text}"
    digits = len(text) - len(text.lstrip("0123456789"))
    return f"{text[:digits]}\\{text[digits:]}" if digits and text[digits : digits + 1] in (".", ")") else text


def _block(block: Block, level: int) -> list[str]:
    match block:
        case Headline(text=text, rules=rules, notes=notes):
            cited = f"{_cited(rules)}{_notes(notes)}"
            return [f"{'#' * level} {escape(text)}", "", *([cited, ""] if cited else [])]
        case Sentence(text=text, rules=rules, notes=notes):
            return [escape(text) + _source(rules) + _notes(notes), ""]
        case Facts(facts=facts):
            rows = [(escape(f.label), escape(f.text), escape(cites(f.rules)) + _notes(f.notes)) for f in facts]
            return _table(("Point", "What holds", "Rule"), rows)
        case Steps(lines=told):
            lines = [f"{'  ' * e.depth}- {escape(e.text)}{_source(e.rules)}{_notes(e.notes)}" for e in told]
            return [*lines, ""]
        case Section(title=title, rules=rules, blocks=inner, notes=notes):
            head = [f"{'#' * min(level, 6)} {escape(title)}{_source(rules)}{_notes(notes)}", ""]
            return [*head, *(line for part in inner for line in _block(part, level + 1))]
        case Sources(sources=sources):
            return _table(("Source", "Rule"), [(escape(text), escape(cites(rules))) for text, rules in sources])
        case Table(caption=caption, columns=header, rows=rows, notes=notes):
            below = [f"{letter(number)} {escape(note)}  " for number, note in enumerate(notes, start=1)]
            head = [f"*{escape(caption)}*", ""] if caption else []
            cells = [[_cell(c) for c in row] for row in rows]
            return [*head, *_table(tuple(map(escape, header)), cells), *below, *([""] if below else [])]
        case Passages(passages=passages):
            return [line for each in passages for line in (_passage(each), "")]
        case Figure(caption=caption, alt=alt):
            return [f"*{escape(caption)}*", "", *(f"- {escape(line)}" for line in alt), ""]
        case Closing(lines=closing):
            return [line for text in closing for line in (escape(text), "")]
        case _:
            raise TypeError(f"no layout for {type(block).__name__}")


def _passage(each: Passage) -> str:
    head = f" *{escape(each.heading)}*" if each.heading else ""
    return f"**{escape(opening(cite(each.number)))}**{head} {_runs(each.runs)}"


def _cell(cell: str | Cell) -> str:
    if isinstance(cell, str):
        return escape(cell)
    return _runs(cell.runs) + "".join(f"<sup>{letter(note)}</sup>" for note in cell.notes)


def _runs(runs: tuple[Run, ...]) -> str:
    """Runs one after the other: new words bold, words that go struck."""
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    sign = {INSERTED: "**", DELETED: "~~"}.get(run.status, "")
    inner = escape(run.text)
    if not sign or not inner:
        sign = ""
    before, after = (" " if run.text[:1].isspace() else ""), (" " if run.text[-1:].isspace() else "")
    return f"{before}{sign}{inner}{sign}{after}" if inner else before


def _cited(rules: tuple[str, ...]) -> str:
    return f"*{escape(cites(rules))}*" if cites(rules) else ""


def _source(rules: tuple[str, ...]) -> str:
    return f" ({escape(cites(rules))})" if cites(rules) else ""


def _notes(notes: tuple[int, ...]) -> str:
    return "".join(f"[^{note}]" for note in notes)


def _table(header: tuple[str, ...], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table; what stands in its cells is escaped already."""
    return [_row(header), _row(["---" for _ in header]), *map(_row, rows), ""]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
