"""From a paper to a file: picks the writer by the ending of its name, and loads only that one."""

from __future__ import annotations

from proclogic.papers.document import Paper
from proclogic.values import Value

ENDINGS = (".docx", ".html", ".pdf", ".xlsx", ".md", ".txt", ".json")
A4, LETTER = "a4", "letter"
SIZES = (A4, LETTER)


class BadTemplate(ValueError):
    """A template that is no Word file. The text says what is wrong with it."""


class Setting(Value):
    """How a file is made: `size` of its pages, one of SIZES; `template` is a Word file of the user's, as bytes, whose
    styles and letterhead are taken ("" for none)."""

    size: str = A4
    template: bytes = b""


def written(paper: Paper, ending: str, setting: Setting) -> bytes:
    """The paper as the content of a file with one of ENDINGS. What a writer needs and this computer lacks is said by
    `proclogic.drawing.NoProgram`; a template that cannot be read, by `BadTemplate`."""
    match ending:
        case ".md":
            from proclogic.papers.writers import markdown

            return markdown.write(paper).encode("utf-8")
        case ".txt":
            from proclogic.papers.writers import plain

            return plain.write(paper).encode("utf-8")
        case ".docx":
            from proclogic.papers.writers import word

            return word.write(paper, setting)
        case _:
            raise ValueError(f"no writer for {ending}")
