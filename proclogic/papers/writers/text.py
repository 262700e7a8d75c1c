"""The terminal writer: 80 columns, the rule at the right of each statement, no colour and no markup."""

from __future__ import annotations

from proclogic.layout import WIDTH, clean, columns, pad, statement, table, wrap
from proclogic.papers.document import (
    Block,
    Closing,
    Facts,
    Figure,
    Headline,
    Paper,
    Passages,
    Section,
    Sentence,
    Sources,
    Steps,
    Table,
    letter,
    marked,
    words,
)
from proclogic.papers.words import cite, cites

LABEL = 15  # columns of a label; two more separate it from its text
CITED = 14  # columns that citations take at most beside their statement


def write(paper: Paper, width: int = WIDTH) -> str:
    """The paper as lines of at most `width` columns."""
    sizes = [columns(cites(rules)) for rules in _rules(paper.blocks)]
    at = width - max([size for size in sizes if size <= CITED], default=CITED)
    lines = _blocks(paper.blocks, 0, at, width)
    return "\n".join(line.rstrip(" ") for line in lines).strip("\n") + "\n"


def _rules(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for block in blocks:
        match block:
            case Headline(rules=rules) | Sentence(rules=rules):
                found.append(rules)
            case Facts(facts=facts):
                found.extend(fact.rules for fact in facts)
            case Steps(lines=told):
                found.extend(line.rules for line in told)
            case Section(rules=rules, blocks=inner):
                found += [rules, *_rules(inner)]
    return found


def _blocks(blocks: tuple[Block, ...], indent: int, at: int, width: int) -> list[str]:
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Sources):  # addresses are longer than a line: the other writers list them
            continue
        if before is not None and not _follows(before, block):
            lines.append("")
        lines += _block(block, indent, at, width)
        before = block
    return lines


def _follows(before: Block, block: Block) -> bool:
    """Whether a block stands directly under the one before, without an empty line."""
    return isinstance(before, Sentence) and isinstance(block, Sentence | Facts)


def _block(block: Block, indent: int, at: int, width: int) -> list[str]:
    margin = " " * indent
    match block:
        case Headline(text=text, rules=rules):
            return statement(margin, text, cites(rules), at, width)
        case Sentence(text=text, rules=rules):
            return statement(margin + "  ", text, cites(rules), at, width)
        case Facts(facts=facts, narrow=narrow):
            size = max(columns(clean(fact.label)) for fact in facts) if narrow else LABEL
            return [
                line
                for fact in facts
                for line in _fact(margin + "  ", fact.label, fact.text, fact.rules, at, width, size)
            ]
        case Steps(lines=told):
            return [
                part
                for line in told
                for part in statement(margin + "  " * (line.depth + 1), line.text, cites(line.rules), at, width)
            ]
        case Section(title=title, rules=rules, blocks=inner):
            head = statement(margin + "  ", title, cites(rules), at, width)
            return [*head, *_blocks(inner, indent + 2, at, width)]
        case Table(columns=header, rows=rows, spaced=spaced, notes=notes):
            shown = tuple(tuple(map(words, row)) for row in rows)
            lines = [f"{margin}  {line}".rstrip(" ") for line in table(header, shown, width - indent - 2, spaced)]
            for number, note in enumerate(notes, start=1):
                lines += statement(f"{margin}  {letter(number)}  ", note, "", 0, width)
            return lines
        case Passages(passages=passages):
            return [
                line
                for each in passages
                for line in statement(f"{margin}  {cite(each.number)}  ", marked(each.runs), "", 0, width)
            ]
        case Figure(caption=caption, alt=alt):
            return [part for line in (caption, *alt) for part in statement(margin + "  ", line, "", 0, width)]
        case Closing(lines=closing, hints=hints):
            return [part for line in (*closing, *hints) for part in wrap(line, width)]
        case _:
            raise TypeError(f"no layout for {type(block).__name__}")


def _fact(margin: str, label: str, text: str, rules: tuple[str, ...], at: int, width: int, size: int) -> list[str]:
    label = clean(label)
    if columns(label) > size:
        return [margin + label, *_fact(margin, "", text, rules, at, width, size)]
    return statement(margin + pad(label, size + 2), text, cites(rules), at, width)
