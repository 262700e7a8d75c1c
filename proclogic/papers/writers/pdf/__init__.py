"""The PDF writer: tagged PDF (PDF/UA-1) by Typst, whose compiler comes with the Python package `typst`.

Letters are set in the fonts that Typst brings, so that a paper looks the same everywhere. What these lack is looked for
in the fonts of the computer; what is nowhere is shown by its number, such as U+4E2D, for to leave it out would change
the text.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from proclogic.drawing import NoProgram
from proclogic.papers.document import Paper
from proclogic.papers.writers.files import Setting
from proclogic.papers.writers.pdf.layout import data

HOW = (
    'To write PDF I need Typst, which is not on this computer. Install it: pip install "proclogic[pdf]". '
    "The other forms (.docx, .html, .md) need nothing more."
)
STANDARD = "ua-1"
ROUNDS = 300  # letters of different kinds that no font has, before it is given up
SCRIPTS = ("CJK", "HANGUL", "YI", "TANGUT", "EGYPTIAN", "CUNEIFORM")  # of thousands of letters: there is a font or none
UNSEEN = "unseen"

_LETTERS = b'#set document(title: "letters")\n#sys.inputs.letters'
_TEMPLATE = Path(__file__).parent / "paper.typ"
_LACKING = re.compile(r'the text `"(.*)"` could not be displayed|the disallowed codepoint `"(.*)"`', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def write(paper: Paper, setting: Setting) -> bytes:
    """The paper as PDF. It has no date, so that equal papers are equal files."""
    ready()
    import typst

    told = json.dumps(data(paper, setting.size), ensure_ascii=False)
    for system in (False, True):
        compiler = _compiler(system)
        try:
            return _compiled(compiler, told)
        except typst.TypstError as fault:
            if not _lacking(fault):
                raise
    return _compiled(compiler, _shown(told, compiler, typst.TypstError))


def ready() -> None:
    """Raises `NoProgram` where Typst is missing."""
    if find_spec("typst") is None:
        raise NoProgram(HOW)


@cache
def _compiler(system: bool) -> Any:
    """A compiler with the fonts of Typst, or with those of the computer too."""
    import typst

    return typst.Compiler(ignore_system_fonts=not system)


def _compiled(compiler: Any, told: str) -> bytes:
    made: bytes = compiler.compile(
        _TEMPLATE.read_bytes(), format="pdf", sys_inputs={"paper": told}, pdf_standards=[STANDARD]
    )
    return made


def _lacking(fault: Exception) -> set[str]:
    """The letters for which there is no font, or which no PDF may have; none where something else is wrong. Where
    Typst does not say which, they are signs that are not seen and join others."""
    found = _LACKING.search(str(fault))
    if found is None:
        return set()
    text = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), found[1] or found[2] or "")
    return {_kind(letter) for letter in text if not letter.isascii()} or {UNSEEN}


def _shown(told: str, compiler: Any, error: type[Exception]) -> str:
    """The data with the numbers of the letters that no font has in their place."""
    lacking: set[str] = set()
    letters = sorted({letter for letter in told if not letter.isascii()})
    for _ in range(ROUNDS):  # a page of the letters alone is soon made
        left = " ".join(letter for letter in letters if _kind(letter) not in lacking)
        try:
            compiler.compile(_LETTERS, format="pdf", sys_inputs={"letters": left}, pdf_standards=[STANDARD])
            break
        except error as fault:
            if not _lacking(fault):
                raise
            lacking |= _lacking(fault)
    told = _numbered(told, lacking)
    for _ in range(ROUNDS):  # what is lacking only beside other letters
        try:
            _compiled(compiler, told)
            break
        except error as fault:
            if not _lacking(fault):
                raise
            told = _numbered(told, _lacking(fault))
    return told


def _numbered(told: str, lacking: set[str]) -> str:
    return "".join(f" U+{ord(c):04X} " if not c.isascii() and _kind(c) in lacking else c for c in told)


def _kind(letter: str) -> str:
    """The script of a letter of a script with thousands of them, what is said of those that are not seen, or the letter
    itself."""
    from unicodedata import category, name

    if category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f":
        return UNSEEN
    script = name(letter, "").partition(" ")[0]
    return script if script in SCRIPTS else letter
