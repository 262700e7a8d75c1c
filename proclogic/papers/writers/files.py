"""From a paper to a file: picks the writer by the ending of its name, and loads only that one."""

from __future__ import annotations

from importlib import import_module

from proclogic.papers.document import PRINT, SCREEN, Paper, meant_for
from proclogic.values import Value

ENDINGS = (".docx", ".html", ".pdf", ".xlsx", ".md", ".txt", ".json")
MEDIUM = {".docx": PRINT, ".pdf": PRINT, ".md": PRINT, ".txt": PRINT, ".xlsx": SCREEN}  # .html and .json have both
A4, LETTER = "a4", "letter"
SIZES = (A4, LETTER)

_WRITERS = {".docx": "word", ".html": "html", ".pdf": "pdf", ".xlsx": "xlsx"}  # each writes bytes, under a setting


class BadTemplate(ValueError):
    """The template is no Word file that can be used. The text says why."""


class Setting(Value):
    """How a file is made: `size` of its pages, one of SIZES; `template` is a Word file of the user's, as bytes, whose
    styles and letterhead are taken (b"" for none)."""

    size: str = A4
    template: bytes = b""


def ready(ending: str) -> None:
    """Raises `NoProgram` where a file with this ending could not be written on this computer: before long work."""
    if ending == ".pdf":
        from proclogic.papers.writers import pdf

        pdf.ready()


def written(paper: Paper, ending: str, setting: Setting) -> bytes:
    """The paper as the content of a file with one of ENDINGS. What a writer needs and this computer lacks is said by
    `proclogic.drawing.NoProgram`, a template of no use by `BadTemplate`."""
    if ending in MEDIUM:
        paper = meant_for(paper, MEDIUM[ending])
    match ending:
        case ".docx" | ".html" | ".pdf" | ".xlsx":
            writer = import_module(f"proclogic.papers.writers.{_WRITERS[ending]}")
            made: bytes = writer.write(paper, setting)
            return made
        case ".md":
            from proclogic.papers.writers import markdown

            return markdown.write(paper).encode("utf-8")
        case ".txt":
            from proclogic.papers.writers import plain

            return plain.write(paper).encode("utf-8")
        case ".json":
            from proclogic.papers import stored, write

            return write.as_json(stored.data(paper)).encode("utf-8")
        case _:
            raise ValueError(f"no writer for {ending}")
