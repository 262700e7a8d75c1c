"""The lines at the top of a file, and the words of small closed lists (layers, certainties ...)."""

from __future__ import annotations

from proclogic.diagnostics.phrasing import did_you_mean, quoted
from proclogic.norms.model import CERTAINTIES, LAYERS
from proclogic.sources import Span
from proclogic.syntax.driver import Node, Token
from proclogic.syntax.english import ENDINGS
from proclogic.syntax.names import Names
from proclogic.syntax.report import Faults
from proclogic.syntax.tree import Header

VERSION = 1
CLOSED = {
    "layer": LAYERS,
    "certainty": CERTAINTIES,
    "silence": ("not conferred", "unregulated"),
    "canons": ("higher", "specific", "later"),
    "alternatives": ENDINGS,
    "standing": ("preferred", "arguable", "minority"),
}


def header_of(tree: Node, names: Names) -> Header:
    """The header that was read."""
    head = tree.token("HEADER")
    assert head is not None
    word = str(head.value)
    values = tuple(value_text(node, names) for node in tree.all("value"))
    span = names.span(tree.start, tree.end)
    for node, value in zip(tree.all("value"), values, strict=True):
        where = names.span(node.start, node.end)
        if word in CLOSED:
            check_closed(word, value, where, names.faults)
        elif word == "language":
            check_version(value, where, names.faults)
    return Header(word.capitalize(), values, span)


def value_text(node: Node, names: Names) -> str:
    """What a value says: a quotation without its marks, or the words."""
    text, words = node.token("STRING"), list(node.tokens("WORD"))
    if text is None or (words and str(words[-1].value) != "because"):
        return names.words.slice(node.start, node.end)
    said = " ".join(str(word.value) for word in words)
    return f"{said} {text.value}" if words else str(text.value)


def check_closed(word: str, value: str, span: Span, faults: Faults) -> None:
    """Reports a value that is not on the list of its word."""
    known = CLOSED[word]
    if value in known:
        return
    faults.add(
        "E112",
        f"I do not know the {'canon' if word == 'canons' else word} “{value}”",
        span,
        "I expected a word of the list",
        notes=(f"the list is {quoted(known, 'and')}",),
        help=did_you_mean(value, known),
    )


def check_version(value: str, span: Span, faults: Faults) -> None:
    """Reports a language version that this program does not know."""
    if value.isdecimal() and value.isascii() and len(value) < 5 and 0 < int(value) <= VERSION:
        return
    faults.add(
        "E106",
        f"this file is written in version {value} of the language, and I know version {VERSION}",
        span,
        "a version I do not know",
        help=(f"install a newer proclogic, or write Language: {VERSION}.",),
    )


def token_text(token: Token | None) -> str:
    """The value of a token as text, "" for none."""
    return str(token.value) if token is not None else ""
