"""Draws figures that are given in the language of Graphviz, with the program `dot` of this computer."""

from __future__ import annotations

KINDS = ("svg", "png", "pdf", "dot")
DOTS_PER_INCH = 300  # of pictures made of points: sharp in print


class NoProgram(Exception):
    """Graphviz is not on this computer. The text says how to get it."""


HOW = (
    "To draw figures I need Graphviz, which is not on this computer. Install it (Debian and Ubuntu: "
    "apt install graphviz; macOS: brew install graphviz; Windows: winget install graphviz), or write a .dot file."
)


def drawn(dot: str, kind: str) -> bytes:
    """The figure as one of KINDS. Raises `NoProgram` where Graphviz is needed and missing."""
    if kind == "dot":
        return dot.encode("utf-8")
    import graphviz

    try:
        made = graphviz.Source(dot)
        if kind == "png":
            made = graphviz.Source(dot.replace("{", f"{{\ngraph [dpi={DOTS_PER_INCH}];", 1))
        found: bytes = made.pipe(format=kind, quiet=True)
    except graphviz.ExecutableNotFound:
        raise NoProgram(HOW) from None
    return found
