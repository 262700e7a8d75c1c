"""The list of many levels in which derivations stand."""

from __future__ import annotations

from docx.document import Document

from proclogic.papers.writers.word.xml import Element, el, qn

DEEPEST = 8  # the format has nine levels
_STEP = 397  # twips by which each stands further in: 0.7 cm
_SIGN = "–"


class Levels:
    """The list of a file; it is put there when it is first needed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._number = ""

    def of(self, depth: int) -> Element:
        """What says at which level of the list a paragraph stands."""
        if not self._number:
            self._number = self._made()
        return el("w:numPr", el("w:ilvl", val=str(min(depth, DEEPEST))), el("w:numId", val=self._number))

    def _made(self) -> str:
        root = self._document.part.numbering_part.element
        lists, numbers = root.findall(qn("w:abstractNum")), root.findall(qn("w:num"))
        own = str(1 + max((int(e.get(qn("w:abstractNumId"), "0")) for e in lists), default=0))
        number = str(1 + max((int(e.get(qn("w:numId"), "0")) for e in numbers), default=0))
        made = el("w:abstractNum", el("w:multiLevelType", val="multilevel"), abstractNumId=own)
        for level in range(DEEPEST + 1):
            place = el("w:ind", left=str((level + 1) * _STEP), hanging=str(_STEP))
            made.append(
                el(
                    "w:lvl",
                    el("w:start", val="1"),
                    el("w:numFmt", val="bullet"),
                    el("w:lvlText", val=_SIGN),
                    el("w:lvlJc", val="left"),
                    el("w:pPr", place),
                    ilvl=str(level),
                )
            )
        if lists:
            lists[-1].addnext(made)
        else:
            root.insert(0, made)
        last = numbers[-1] if numbers else made
        last.addnext(el("w:num", el("w:abstractNumId", val=own), numId=number))
        return number
