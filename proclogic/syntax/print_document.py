"""Provisions and whole files as texts of lines."""

from __future__ import annotations

from proclogic.syntax import print_questions, print_rules
from proclogic.syntax.print_parts import Words
from proclogic.syntax.print_rules import quote
from proclogic.syntax.print_vocabulary import declarations
from proclogic.syntax.tree import Choice, Document, Header, ProvisionText, Sentence

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


def option(made: Choice) -> str:
    """The line that begins an option: Option 1 | by: Chair; date: 2023-04-21."""
    said = {
        "by": ", ".join(made.proposers),
        "supported by": ", ".join(made.supporters),
        "document": quote(made.document) if made.document else "",
        "date": made.date,
    }
    fields = "; ".join(f"{name}: {text}" for name, text in said.items() if text)
    return f"{made.text} | {fields}." if fields else f"{made.text}."


def _options(made: Document) -> dict[int, list[str]]:
    """The lines that begin and end options, by the place of the provision before which they stand."""
    lines: dict[int, list[str]] = {}
    end = 0
    for number, group in enumerate(made.options, 1):
        inside = {k: p.option for k, p in enumerate(made.provisions) if p.options == number}
        end = max(inside, default=end - 1) + 1
        at = end
        begun: list[tuple[int, str]] = []
        for choice in reversed(group.choices):  # an option without provisions stands where the next one does
            at = min((k for k, name in inside.items() if name == choice.text), default=at)
            begun.insert(0, (at, option(choice)))
        for place, line in (*begun, (end, "End of options.")):
            lines.setdefault(place, []).append(line)
    return lines


def document(made: Document, words: Words, width: int) -> str:
    """A whole file: headers, declarations, provisions with their options, questions."""
    blocks: list[str] = []
    if made.headers:
        blocks.append("\n".join("\n".join(wrapped(header(h), "", "    ", width)) for h in made.headers))
    declared = declarations(made.vocabulary, words)
    if declared:
        blocks.append("\n".join("\n".join(wrapped(d, "", "    ", width)) for d in declared))
    heading = ""
    options = _options(made)
    for k, p in enumerate(made.provisions):
        blocks += options.get(k, ())
        if p.heading and p.heading != heading:
            number = p.number.split("(")[0]
            blocks.append(f"Rule {number}. {p.heading}.")
        heading = p.heading
        blocks.append(provision(p, words, width))
    blocks += options.get(len(made.provisions), ())
    for e in made.expectations:
        lines = print_questions.expectation(e, words)
        blocks.append("\n".join("\n".join(wrapped(line, "", "    ", width)) for line in lines))
    return "\n\n".join(blocks) + "\n"
