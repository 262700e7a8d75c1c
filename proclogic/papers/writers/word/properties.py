"""What a file says of itself: its language, its title; nothing of the computer, the user or the hour."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from proclogic.papers.writers.word.letters import shown
from proclogic.papers.writers.word.pieces import NOBODY
from proclogic.papers.writers.word.xml import Element, el, qn

_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ar": "ar-SA", "ru": "ru-RU", "zh": "zh-CN"}
_LEFTWARD = ("ar", "fa", "he", "ur")  # languages that are written from right to left
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS = "http://purl.org/dc/elements/1.1/"
_BEFORE_TRACKING = (
    "writeProtection",
    "view",
    "zoom",
    "removePersonalInformation",
    "removeDateAndTime",
    "doNotDisplayPageBoundaries",
    "displayBackgroundShape",
    "printPostScriptOverText",
    "printFractionalCharacterWidth",
    "printFormsData",
    "embedTrueTypeFonts",
    "embedSystemFonts",
    "saveSubsetFonts",
    "saveFormsData",
    "mirrorMargins",
    "alignBordersAndEdges",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
    "gutterAtTop",
    "hideSpellingErrors",
    "hideGrammaticalErrors",
    "activeWritingStyle",
    "proofState",
    "formsDesign",
    "attachedTemplate",
    "linkStyles",
    "stylePaneFormatFilter",
    "stylePaneSortMethod",
    "documentType",
    "mailMerge",
    "revisionView",
)
_BEFORE_FOOTNOTES = ("w:endnotePr", "w:compat", "w:docVars", "w:rsids")  # what the format wants after them


def language(document: Document, short: str) -> None:
    """Says in which language the paper is."""
    root: Element = document.styles.element
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = el("w:docDefaults")
        root.insert(0, defaults)
    letters = defaults.find(qn("w:rPrDefault"))
    if letters is None:
        letters = el("w:rPrDefault")
        defaults.insert(0, letters)
    look = letters.find(qn("w:rPr"))
    if look is None:
        look = el("w:rPr")
        letters.append(look)
    said = look.find(qn("w:lang"))
    if said is None:
        said = el("w:lang")
        look.append(said)
    said.set(qn("w:bidi" if short in _LEFTWARD else "w:val"), _LANGUAGES.get(short, short))


def tracking(document: Document) -> None:
    """Lets Word go on tracking changes, as a text under negotiation wants it."""
    settings: Element = document.settings.element
    if settings.find(qn("w:trackRevisions")) is None:
        before = {qn(f"w:{name}") for name in _BEFORE_TRACKING}
        settings.insert(sum(part.tag in before for part in settings), el("w:trackRevisions"))


def separators(document: Document, ids: list[str]) -> None:
    """Says which lines part the footnotes from the text."""
    settings: Element = document.settings.element
    after = next((found for name in _BEFORE_FOOTNOTES if (found := settings.find(qn(name))) is not None), None)
    if settings.find(qn("w:footnotePr")) is None and after is not None:
        after.addprevious(el("w:footnotePr", *(el("w:footnote", id=own) for own in ids)))


def about(document: Document, title: str) -> None:
    """The title of the file; who made a template, and when, goes."""
    package = document.part.package
    for key in [k for k, one in package.rels.items() if one.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES]:
        del package.rels[key]
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _TERMS})
    for name, text in (("title", shown(title)), ("creator", NOBODY)):
        etree.SubElement(root, f"{{{_TERMS}}}{name}").text = text
    data = etree.tostring(root, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, data, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
