"""Word files for tests: made of blocks, taken apart again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from docx.oxml.ns import qn
from lxml import etree

from proclogic.papers.document import Block, Paper
from proclogic.papers.writers.files import Setting, written

Element = etree._Element


class File:
    """A Word file, taken apart."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.body = self.root("word/document.xml")[0]

    def root(self, part: str) -> Element:
        return etree.fromstring(self.parts[part])

    def all(self, tag: str, part: str = "word/document.xml") -> list[Element]:
        return list(self.root(part).iter(qn(tag)))

    def style_names(self) -> dict[str, str]:
        """The names of the styles by their ids."""
        return {s.get(qn("w:styleId"), ""): value(s, "w:name") for s in self.all("w:style", "word/styles.xml")}

    def lines(self) -> list[tuple[str, str]]:
        """The paragraphs of the body that say something: the name of the style, the text."""
        names = self.style_names()
        found = [(names.get(value(p, "w:pPr/w:pStyle"), ""), text(p)) for p in self.body.iter(qn("w:p"))]
        return [one for one in found if one[1].strip(" ")]

    def feet(self) -> str:
        """What stands in the footers."""
        return "\n".join(text(self.root(name)) for name in sorted(self.parts) if name.startswith("word/footer"))


def made(*blocks: Block, setting: Setting | None = None, **about: object) -> File:
    """The file of a paper with some blocks."""
    return File(written(Paper("", blocks).replace(**about), ".docx", setting or Setting()))


def value(element: Element, path: str, name: str = "w:val") -> str:
    """An attribute of what is found below an element, "" for nothing."""
    for step in path.split("/"):
        found = element.find(qn(step))
        if found is None:
            return ""
        element = found
    return element.get(qn(name), "")


def text(element: Element, *, left_out: Iterable[str] = ()) -> str:
    """The words of an element as one reads them; changes of the `left_out` sorts are not read."""
    skipped = {qn(tag) for tag in left_out}
    said = []
    for part in element.iter():
        if any(above.tag in skipped for above in part.iterancestors()):
            continue
        if part.tag in (qn("w:t"), qn("w:delText")):
            said.append(part.text or "")
        elif part.tag == qn("w:tab") and part.getparent().tag == qn("w:r"):
            said.append("\t")
        elif part.tag == qn("w:p"):
            said.append("\n")
    return "".join(said).strip("\n")
