"""Elements of a Word file, made in one line each."""

from __future__ import annotations

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

__all__ = ["Element", "el", "parsed", "qn"]


def el(tag: str, /, *inside: Element | None, text: str = "", **attributes: str) -> Element:
    """An element with its content, in order; what is None is left out. An attribute belongs to the namespace of Word,
    `r_id` to that of the letter; elements of other namespaces have plain ones."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        space, _, local = key.partition("_")
        plain = key if not tag.startswith("w:") else qn(f"w:{key}")
        made.set(qn(f"{space}:{local}") if local else plain, value)
    for part in inside:
        if part is not None:
            made.append(part)
    if text:
        made.text = text
        if text != text.strip():
            made.set(qn("xml:space"), "preserve")
    return made


def parsed(xml: str) -> Element:
    """An element from its text, in which w: and r: are known."""
    at = min(i for i in (xml.find(" "), xml.find(">"), xml.find("/>")) if i > 0)
    return parse_xml(f"{xml[:at]} {nsdecls('w', 'r')}{xml[at:]}")
