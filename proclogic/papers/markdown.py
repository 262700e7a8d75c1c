"""The Markdown writer. What the user wrote is shown as written: signs that Markdown would take are escaped.

Square brackets stay as they are wherever Markdown leaves them alone, so that the source of the paper is readable too.
"""

from __future__ import annotations

from proclogic.layout import clean
from proclogic.papers.document import Block, Closing, Facts, Headline, Paper, Section, Sentence, Sources, Steps, Table
from proclogic.papers.words import cites

_SIGNS = {ord(c): f"\\{c}" for c in "\\`*_<>&|~"}  # what Markdown reads anywhere in a line


def write(paper: Paper) -> str:
    """The paper with a heading, tables and sections."""
    head = [f"*Question:* {escape(paper.title)}", ""] if paper.title else []
    blocks = paper.blocks
    top: list[str] = []
    if blocks and isinstance(blocks[0], Headline):
        top, blocks = _block(blocks[0], 1), blocks[1:]
    return "\n".join([*top, *head, *(line for block in blocks for line in _block(block, 2))]).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """A text that Markdown shows as it is, in a line or in a cell of a table."""
    text = clean(text).translate(_SIGNS)
    # A bracket makes a link only before "(" or ":", as long as the paper defines no references, and it defines none.
    text = text.replace("](", "]\\(").replace("]:", "]\\:")
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
        case Headline(text=text, rules=rules):
            return [f"{'#' * level} {escape(text)}", "", *([f"*{escape(cites(rules))}*", ""] if cites(rules) else [])]
        case Sentence(text=text, rules=rules):
            return [escape(text) + _source(rules), ""]
        case Facts(facts=facts):
            rows = tuple((fact.label, fact.text, cites(fact.rules)) for fact in facts)
            return _table(("Point", "What holds", "Rule"), rows)
        case Steps(lines=told):
            return [*(f"{'  ' * each.depth}- {escape(each.text)}{_source(each.rules)}" for each in told), ""]
        case Section(title=title, rules=rules, blocks=inner):
            head = [f"{'#' * level} {escape(title)}{_source(rules)}", ""]
            return [*head, *(line for part in inner for line in _block(part, level + 1))]
        case Sources(sources=sources):
            return _table(("Source", "Rule"), tuple((text, cites(rules)) for text, rules in sources))
        case Table(columns=header, rows=rows):
            return _table(header, rows)
        case Closing(lines=closing):
            return [line for text in closing for line in (escape(text), "")]
        case _:
            raise TypeError(f"no layout for {type(block).__name__}")


def _source(rules: tuple[str, ...]) -> str:
    return f" ({escape(cites(rules))})" if cites(rules) else ""


def _table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[str]:
    lines = [_row(header), _row(tuple("---" for _ in header)), *(_row(tuple(map(escape, row))) for row in rows)]
    return [*lines, ""]


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
