"""Footnotes: each note of a paper is one of Word's own, and what refers to it again is led to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from proclogic.papers.writers.word.pieces import Ids, Made, Piece, Words, paragraph
from proclogic.papers.writers.word.properties import separators
from proclogic.papers.writers.word.styles import CHARACTER, NOTE, NOTE_MARK, Styles
from proclogic.papers.writers.word.xml import Element, el, qn

_SEPARATORS = ("separator", "continuationSeparator")


class Notes:
    """The footnotes of a paper, numbered in the order in which the text refers to them."""

    def __init__(self, document: Document, texts: Sequence[str], styles: Styles, ids: Ids) -> None:
        self._document, self._texts, self._styles, self._ids = document, texts, styles, ids
        self._part, self._root = _kept(document)
        self._free = max((int(note.get(qn("w:id"), "0")) for note in self._root), default=0) + 1
        self._seen: dict[int, int] = {}  # which footnote a note of the paper has become

    def marks(self, numbers: Iterable[int]) -> list[Piece]:
        """The marks of some notes of the paper."""
        found: list[Piece] = []
        for number in numbers:
            if found:
                found.append(Words(", ", raised=True))
            found.append(self._again(number) if number in self._seen else self._first(number))
        return found

    def left(self) -> list[int]:
        """The notes to which nothing refers."""
        return [n for n in range(1, len(self._texts) + 1) if n not in self._seen]

    def close(self) -> None:
        """Puts the footnotes into the file."""
        if not self._seen and self._part is None:
            return
        data = etree.tostring(self._root, encoding="UTF-8", standalone=True)
        if self._part is None:
            package = self._document.part.package
            part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, data, package)
            self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
            separators(self._document, [note.get(qn("w:id"), "") for note in self._root][: len(_SEPARATORS)])
        else:
            self._part._blob = data

    def _style(self) -> Element:
        return el("w:rPr", el("w:rStyle", val=self._styles.id(NOTE_MARK, CHARACTER)))

    def _first(self, number: int) -> Made:
        self._seen[number] = len(self._seen) + 1
        own = str(self._free)
        self._free += 1
        text = self._texts[number - 1] if 0 < number <= len(self._texts) else ""
        mark = Made((el("w:r", self._style(), el("w:footnoteRef")),))
        inside = paragraph(self._styles.id(NOTE), [mark, Words(" "), Words(text)], self._ids)
        self._root.append(el("w:footnote", inside, id=own))
        place, name = self._ids.next(), _bookmark(number)
        return Made(
            (
                el("w:bookmarkStart", id=place, name=name),
                el("w:r", self._style(), el("w:footnoteReference", id=own)),
                el("w:bookmarkEnd", id=place),
            )
        )

    def _again(self, number: int) -> Made:
        run = el("w:r", self._style(), el("w:t", text=str(self._seen[number])))
        return Made((el("w:fldSimple", run, instr=f" NOTEREF {_bookmark(number)} \\f \\h "),))


def _bookmark(number: int) -> str:
    return f"_Note{number}"


def _kept(document: Document) -> tuple[Part | None, Element]:
    """The footnotes of a template without their texts, and where they lie; or those of a new file."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            part = relation.target_part
            root = parse_xml(part.blob)
            for note in [n for n in root if n.get(qn("w:type")) is None]:
                root.remove(note)
            return part, root
    root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
    for place, kind in enumerate(_SEPARATORS, start=-1):
        spacing = el("w:pPr", el("w:spacing", before="0", after="0", line="240", lineRule="auto"))
        root.append(el("w:footnote", el("w:p", spacing, el("w:r", el(f"w:{kind}"))), type=kind, id=str(place)))
    return None, root
