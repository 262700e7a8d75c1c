"""The plain writer: one fact a line, no columns, no wrapping; for screen readers, e-mail and chat."""

from __future__ import annotations

from proclogic.layout import clean
from proclogic.papers.document import (
    Block,
    Closing,
    Cover,
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
from proclogic.papers.words import cite, cites, opening


def write(paper: Paper) -> str:
    """The paper as one statement a line, each with its label and its rules."""
    told = _cover(paper.cover) if paper.cover is not None else []
    told += [f"Question: {clean(paper.title)}"] if paper.title else []
    told += _blocks(paper.blocks, "")
    told += [_line("", f"Note {number}", note, ()) for number, note in enumerate(paper.notes, start=1)]
    return "\n".join([*told, *map(clean, paper.stamp)]) + "\n"


def _cover(cover: Cover) -> list[str]:
    under = [clean(cover.subtitle)] if cover.subtitle else []
    return [clean(cover.title), *under, *_block(Facts(cover.facts), "")]


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """Some blocks, one statement a line."""
    return _blocks(blocks, "")


def _blocks(blocks: tuple[Block, ...], tag: str) -> list[str]:
    return [line for block in blocks for line in _block(block, tag)]


def _block(block: Block, tag: str) -> list[str]:
    match block:
        case Headline(text=text, rules=rules):
            return [_line(tag, "Answer", text, rules)]
        case Sentence(text=text, label=label, rules=rules):
            return [_line(tag, label, text, rules)]
        case Facts(facts=facts):
            lines, label = [], ""
            for fact in facts:
                label = fact.label or label
                lines.append(_line(tag, label, fact.text, fact.rules))
            return lines
        case Steps(lines=told):
            count: list[int] = []
            found = []
            for each in told:
                count = [*count[: each.depth + 1], *[0] * (each.depth + 1 - len(count))]
                count[each.depth] += 1
                found.append(_line(tag, f"Step {'.'.join(map(str, count))}", each.text, each.rules))
            return found
        case Section(tag=name, title=title, rules=rules, blocks=inner):
            head = title.removeprefix(f"{name}: ")
            name = f"{tag}, {name}" if tag else name
            return [_line("", name, head, rules), *_blocks(inner, name)]
        case Sources(sources=sources):
            return [_line(tag, f"Text of {cites(rules)}", text, ()) for text, rules in sources]
        case Table(columns=header, rows=rows, notes=notes):
            shown = [[(name, clean(words(cell))) for name, cell in zip(header, row, strict=True)] for row in rows]
            said = [_line(tag, "", "; ".join(f"{name}: {text}" for name, text in row if text), ()) for row in shown]
            return [*said, *(_line(tag, f"Note {letter(n)}", note, ()) for n, note in enumerate(notes, start=1))]
        case Passages(passages=passages):
            heads = [", ".join(filter(None, (opening(cite(each.number)), each.heading))) for each in passages]
            return [_line(tag, head, marked(e.runs), ()) for head, e in zip(heads, passages, strict=True)]
        case Figure(caption=caption, alt=alt):
            return [_line(tag, "Figure", caption, ()), *(_line(tag, "", each, ()) for each in alt)]
        case Closing(lines=closing):
            return [clean(line) for line in closing]
        case _:
            raise TypeError(f"no layout for {type(block).__name__}")


def _line(tag: str, label: str, text: str, rules: tuple[str, ...]) -> str:
    label = clean(label)
    name = f"{tag}, {label[:1].lower()}{label[1:]}" if tag and label else tag or label
    text = clean(text)
    ended = text if text.endswith((".", "?", "!")) else f"{text}."
    source = f" Source: {cites(rules)}." if cites(rules) else ""
    return (f"{name}: " if name else "") + ended + source
