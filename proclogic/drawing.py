"""Draws figures that are given in the language of Graphviz, with the program `dot` of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

KINDS = ("svg", "png", "pdf", "dot")
DOTS_PER_INCH = 300  # of pictures made of points: sharp in print
BACKSLASH = "\ue05c"  # stands for a backslash in the words of a node: Graphviz takes those of a user for its own signs
_SVG, _LINKS = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"


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


def accessible_svg(dot: str, title: str, desc: str, prefix: str = "figure") -> str:
    """The figure as SVG for readers who see it and for those who have it read to them: a picture with a title and a
    description, whose parts are called by their words and not by the names of nodes. It can stand in a file of its own
    and in a page of HTML; there, `prefix` keeps the ids of several figures apart. Raises `NoProgram`."""
    from xml.etree import ElementTree

    svg = ElementTree.fromstring(drawn(dot, "svg"))
    for space, address in (("", _SVG), ("xlink", _LINKS)):
        ElementTree.register_namespace(space, address)
    for group in list(svg.iter(f"{{{_SVG}}}g")):
        _name(group)
    for part in list(svg.iter()):
        _open(part)
    for part in svg.iter():
        if "id" in part.attrib:
            part.set("id", f"{prefix}-{part.get('id')}")
    svg.set("role", "img")
    svg.set("aria-labelledby", f"{prefix}-title {prefix}-desc")
    for place, (name, text) in enumerate((("title", title), ("desc", desc))):
        told = ElementTree.Element(f"{{{_SVG}}}{name}", {"id": f"{prefix}-{name}"})
        told.text, told.tail = text, "\n"
        svg.insert(place, told)
    return ElementTree.tostring(svg, encoding="unicode") + "\n"


def _name(group: Element) -> None:
    """Calls a node or an edge by what it says: the words that the figure gives for it, or else those that it shows.
    The whole figure and its clusters need no name beside their label."""
    title = group.find(f"{{{_SVG}}}title")
    if title is None:
        return
    if group.get("class") not in ("node", "edge"):
        group.remove(title)
        return
    link = next(group.iter(f"{{{_SVG}}}a"), None)
    said = link.get(f"{{{_LINKS}}}title") if link is not None else None
    said = said.replace(BACKSLASH, "\\") if said else ""
    title.text = said or " ".join(text.text or "" for text in group.iter(f"{{{_SVG}}}text"))
    if not title.text:
        group.remove(title)


def _open(holder: Element) -> None:
    """Puts in place of the links of a part, which lead nowhere, what they hold."""
    for link in holder.findall(f"{{{_SVG}}}a"):
        at = list(holder).index(link)
        holder.remove(link)
        for step, part in enumerate(list(link)):
            holder.insert(at + step, part)
