"""The file that a paper is put into: the user's template without its text, or one made here; and how it is saved."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import nsdecls
from lxml.etree import LxmlError

from proclogic.papers.writers.files import LETTER, BadTemplate, Setting
from proclogic.papers.writers.word.styles import bare
from proclogic.papers.writers.word.xml import Element, qn

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SIZES = {LETTER: (12240, 15840)}  # in twips
_A4 = (11906, 16838)
_MARGIN = 1417  # 2.5 cm: what stands between is 16 cm wide on A4
_DAWN = (1980, 1, 1, 0, 0, 0)  # of every part of the file: a paper made twice is the same
_UNREADABLE = (OpcError, LxmlError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, RuntimeError, AttributeError)
_MAIN, _TEMPLATE = f"{_WORD}.document.main+xml".encode(), f"{_WORD}.template.main+xml".encode()
_TYPES = "[Content_Types].xml"


def opened(setting: Setting) -> tuple[Document, Element]:
    """A document without text, and the properties of its pages."""
    made = docx.Document(io.BytesIO(_fresh(setting))) if not setting.template else _template(setting.template)
    body = made.element.body
    pages = next(body.iter(qn("w:sectPr")), None)
    if pages is None:
        raise BadTemplate("the template has no page in it")
    for part in list(body):
        body.remove(part)
    return made, pages


def saved(document: Document) -> bytes:
    """The file, without a trace of when it was made."""
    raw, clean = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _DAWN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            after.writestr(entry, before.read(name))
    return clean.getvalue()


def _template(data: bytes) -> Document:
    try:
        return docx.Document(io.BytesIO(_as_document(data)))
    except _UNREADABLE:
        pass
    raise BadTemplate("the template is no Word file: it must be a .docx or .dotx that Word opens without a password")


def _as_document(data: bytes) -> bytes:
    """A template (.dotx) as a document: it differs in what it says of itself only."""
    with zipfile.ZipFile(io.BytesIO(data)) as before:
        if _TEMPLATE not in before.read(_TYPES):
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as after:
            for name in before.namelist():
                part = before.read(name)
                after.writestr(name, part.replace(_TEMPLATE, _MAIN) if name == _TYPES else part)
    return made.getvalue()


def _fresh(setting: Setting) -> bytes:
    """A file with the page and the letters of a paper, and nothing else."""
    width, height = _SIZES.get(setting.size, _A4)
    space = " ".join(f'w:{side}="{_MARGIN}"' for side in ("top", "right", "bottom", "left"))
    page = (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar {space} w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    types = {
        "/word/document.xml": "document.main",
        "/word/styles.xml": "styles",
        "/word/settings.xml": "settings",
        "/word/numbering.xml": "numbering",
    }
    overrides = "".join(f'<Override PartName="{k}" ContentType="{_WORD}.{v}+xml"/>' for k, v in types.items())
    rels = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    within = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(("styles", "settings", "numbering"), start=1)
    )
    compatible = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>'
    )
    parts = {
        _TYPES: f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{rels}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f"{rels}{within}</Relationships>",
        "word/document.xml": _root("document", f"<w:body>{page}</w:body>"),
        "word/styles.xml": bare().replace("<w:styles>", f"<w:styles {nsdecls('w')}>", 1),
        "word/settings.xml": _root("settings", f'<w:defaultTabStop w:val="567"/>{compatible}'),
        "word/numbering.xml": _root("numbering", ""),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, text in parts.items():
            file.writestr(name, _XML + text)
    return made.getvalue()


def _root(name: str, inside: str) -> str:
    return f"<w:{name} {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{inside}</w:{name}>"
