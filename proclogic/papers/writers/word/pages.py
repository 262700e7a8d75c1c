"""The pages of a paper: upright, and on their side for what is wide; and what stands at their foot."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from docx.document import Document

from proclogic.papers.writers.word.pieces import Ids, Piece, Words, field, paragraph
from proclogic.papers.writers.word.styles import STAMP, Styles
from proclogic.papers.writers.word.xml import Element, el, qn

CM = 567  # twips of a centimetre
_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))


class Laid:
    """What is in the body of a paper, one after the other, with whether it stands on a page on its side."""

    def __init__(self) -> None:
        self.parts: list[Element] = []
        self.wide: list[bool] = []

    def put(self, part: Element, wide: bool = False) -> None:
        """Adds a paragraph or a table. What belongs to the next (a heading, a caption) goes on its page."""
        if wide and self.wide and not self.wide[-1]:
            for place in range(len(self.parts) - 1, -1, -1):
                if self.wide[place] or not _held(self.parts[place]):
                    break
                self.wide[place] = True
        self.parts.append(part)
        self.wide.append(wide)

    def into(self, body: Element, pages: Element) -> None:
        """Puts it all into the body of a document whose pages are like `pages`."""
        first = True
        for place, part in enumerate(self.parts):
            body.append(part)
            if place + 1 < len(self.parts) and self.wide[place + 1] != self.wide[place]:
                if part.tag != qn("w:p"):
                    part = _line()
                    body.append(part)
                part.get_or_add_pPr().append(_section(pages, self.wide[place], first))
                first = False
        if not self.parts or self.parts[-1].tag != qn("w:p"):
            body.append(_line())
        body.append(_section(pages, self.wide[-1] if self.wide else False, first))


def _held(part: Element) -> bool:
    """Whether a paragraph goes on the page of what follows it."""
    properties = part.find(qn("w:pPr"))
    return properties is not None and properties.find(qn("w:keepNext")) is not None


def _line() -> Element:
    """A paragraph as low as can be, where the format wants one."""
    spacing = el("w:spacing", before="0", after="0", line="20", lineRule="exact")
    return el("w:p", el("w:pPr", spacing, el("w:rPr", el("w:sz", val="2"))))


def _section(pages: Element, wide: bool, first: bool) -> Element:
    """The properties of some pages. Only the first of a paper name a letterhead: the others go on with it."""
    made = deepcopy(pages)
    if not first:
        for part in [p for p in made if p.tag in (*_REFERENCES, qn("w:titlePg"))]:
            made.remove(part)
    for kind in made.findall(qn("w:type")):
        made.remove(kind)
    size = made.find(qn("w:pgSz"))
    turned = size is not None and int(size.get(qn("w:w"), "0")) > int(size.get(qn("w:h"), "0"))
    if wide and size is not None and not turned:
        size.attrib.update(
            {qn("w:w"): size.get(qn("w:h")), qn("w:h"): size.get(qn("w:w")), qn("w:orient"): "landscape"}
        )
        margins = made.find(qn("w:pgMar"))
        if margins is not None:
            top, right, bottom, left = (margins.get(qn(f"w:{s}"), "0") for s in ("top", "right", "bottom", "left"))
            sides = {"top": left, "right": top, "bottom": right, "left": bottom}
            margins.attrib.update({qn(f"w:{side}"): value for side, value in sides.items()})
    return made


def measure(pages: Element, wide: bool) -> int:
    """How wide a line is on these pages, in twips."""
    made = _section(pages, wide, True)
    size, margins = made.find(qn("w:pgSz")), made.find(qn("w:pgMar"))
    if size is None or margins is None:
        return 16 * CM
    taken = sum(abs(int(margins.get(qn(f"w:{side}"), "0"))) for side in ("left", "right", "gutter"))
    return max(int(size.get(qn("w:w"), "0")) - taken, 8 * CM)


def stamped(document: Document, stamp: Sequence[str], styles: Styles, ids: Ids) -> None:
    """Puts the stamp and the number of the page at the foot of the pages, below what a letterhead has there."""
    section = document.sections[0]
    feet = [section.footer]
    if section.different_first_page_header_footer:
        feet.append(section.first_page_footer)
    if document.settings.odd_and_even_pages_header_footer:
        feet.append(section.even_page_footer)
    style = styles.id(STAMP)
    for foot in feet:
        new = foot.is_linked_to_previous
        foot.is_linked_to_previous = False
        inside = foot._element
        if new:
            for part in list(inside):
                inside.remove(part)
        numbered = any("PAGE" in "".join(e.itertext()) + e.get(qn("w:instr"), "") for e in _codes(inside))
        for text in stamp:
            inside.append(paragraph(style, [Words(text)], ids))
        if not numbered:
            page: list[Piece] = [Words("Page "), field("PAGE", "1"), Words(" of "), field("NUMPAGES", "1")]
            inside.append(paragraph(style, page, ids, el("w:jc", val="right")))


def _codes(inside: Element) -> list[Element]:
    return [*inside.iter(qn("w:instrText")), *inside.iter(qn("w:fldSimple"))]
