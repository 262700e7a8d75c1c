"""Elements of a Word file, made in one line each."""

from __future__ import annotations

from functools import cache

from docx.oxml import parse_xml
from docx.oxml import parser as _parser
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

__all__ = ["Element", "el", "parsed", "qn"]


def el(tag: str, /, *inside: Element | None, text: str = "", **attributes: str) -> Element:
    """An element of Word's own namespace with its content, in order; what is None is left out. An attribute belongs to
    that namespace, too."""
    made: Element = _parser.oxml_parser.makeelement(_name(tag), {}, _WORD)
    for key, value in attributes.items():
        made.set(_name(f"w:{key}"), value)
    for part in inside:
        if part is not None:
            made.append(part)
    if text:
        made.text = text
        if text != text.strip():
            made.set(_name("xml:space"), "preserve")
    return made


def parsed(xml: str) -> Element:
    """An element from its text, in which w: and r: are known."""
    at = min(i for i in (xml.find(" "), xml.find(">"), xml.find("/>")) if i > 0)
    return parse_xml(f"{xml[:at]} {nsdecls('w', 'r')}{xml[at:]}")


_WORD = {"w": nsmap["w"]}
_name = cache(qn)
