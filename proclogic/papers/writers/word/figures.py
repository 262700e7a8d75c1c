"""Figures as pictures made of points, sharp in print, with what they show in words."""

from __future__ import annotations

import io

from docx.document import Document
from docx.oxml.shape import CT_Inline
from docx.shared import Cm, Emu

from proclogic.drawing import DOTS_PER_INCH, drawn
from proclogic.papers.document import Figure
from proclogic.papers.writers.word.letters import shown
from proclogic.papers.writers.word.pieces import Ids, Made
from proclogic.papers.writers.word.xml import el

WIDEST, HIGHEST = Cm(16), Cm(22)
_INCH = 914_400


def picture(figure: Figure, document: Document, line: int, ids: Ids) -> Made:
    """The figure, at most as wide as a line of so many twips. Raises `NoProgram` where it cannot be drawn."""
    number, image = document.part.get_or_add_image(io.BytesIO(drawn(figure.dot, "png")))
    width, height = (pixels * _INCH // DOTS_PER_INCH for pixels in (image.px_width, image.px_height))
    share = min(1.0, min(WIDEST, line * 635) / width, HIGHEST / height)
    own = ids.next()
    inline = CT_Inline.new_pic_inline(int(own), number, f"{own}.png", Emu(int(width * share)), Emu(int(height * share)))
    about = inline.docPr
    about.set("name", f"Figure {own}")
    about.set("descr", shown(" ".join(figure.alt)))
    about.set("title", shown(figure.caption))
    return Made((el("w:r", el("w:drawing", inline)),))
