"""Provisions and whole files as texts of lines."""

from __future__ import annotations

from proclogic.syntax import print_questions, print_rules
from proclogic.syntax.print_parts import Words
from proclogic.syntax.print_rules import quote
from proclogic.syntax.print_vocabulary import declarations
from proclogic.syntax.tree import Document, Header, ProvisionText, Sentence

_QUOTED = ("Title", "Source")
INDENT = 4


def wrapped(text: str, first: str, rest: str, width: int) -> list[str]:
    """A text in lines; the first begins with `first`, the others with `rest`."""
    lines: list[str] = []
    line = first
    empty = True
    for word in text.split(" "):
        if not empty and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, empty = rest, True
        line += word if empty else " " + word
        empty = False
    return [*lines, line]


def header(made: Header) -> str:
    """A line at the top of a file."""
    values = [quote(v) if made.word in _QUOTED else v for v in made.values]
    return f"{made.word}: {', '.join(values)}."


def provision(made: ProvisionText, words: Words, width: int) -> str:
    """A provision: its number, its sentences (list items on lines of their own), and the lines beside it."""
    indent = max(len(made.number) + 2, INDENT)
    pad = " " * indent
    lines: list[str] = []
    for s in () if made.written else made.sentences:
        for k, part in enumerate(_sentence_lines(s, words)):
            inner = pad + "    " if k else pad
            lines += wrapped(part, pad, inner, width)
    for k, (_, text) in enumerate(print_rules.provision(made.replace(sentences=()), words)):
        del k
        deeper = pad + (len(text) - len(text.lstrip())) * " "
        lines += wrapped(text.lstrip(), deeper, deeper + "    ", width)
    if not lines:
        return made.number
    lines[0] = made.number + lines[0][len(made.number) :]
    return "\n".join(lines)


def _sentence_lines(made: Sentence, words: Words) -> list[str]:
    text = print_rules.sentence(made, words)
    if not made.items:
        return [text]
    items = [print_rules.item(i, bool(made.shared), words) for i in made.items]
    head = text[: text.index(f": {made.items[0].label} ") + 1]
    ends = [";"] * (len(items) - 2) + ["; and"] * (len(items) > 1) + ["."]
    return [head, *(i + e for i, e in zip(items, ends, strict=True))]


def document(made: Document, words: Words, width: int) -> str:
    """A whole file: headers, declarations, provisions, questions."""
    blocks: list[str] = []
    if made.headers:
        blocks.append("\n".join("\n".join(wrapped(header(h), "", "    ", width)) for h in made.headers))
    declared = declarations(made.vocabulary, words)
    if declared:
        blocks.append("\n".join("\n".join(wrapped(d, "", "    ", width)) for d in declared))
    heading = ""
    for p in made.provisions:
        if p.heading and p.heading != heading:
            number = p.number.split("(")[0]
            blocks.append(f"Rule {number}. {p.heading}.")
        heading = p.heading
        blocks.append(provision(p, words, width))
    for e in made.expectations:
        lines = print_questions.expectation(e, words)
        blocks.append("\n".join("\n".join(wrapped(line, "", "    ", width)) for line in lines))
    return "\n\n".join(blocks) + "\n"
