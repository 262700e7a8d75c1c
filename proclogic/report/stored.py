"""A report that was written before, read back from its page or its data."""

from __future__ import annotations

import json

from proclogic.papers import stored
from proclogic.papers.document import Cover, Paper, Section
from proclogic.report.model import SECTIONS
from proclogic.report.whole import TITLES


def read(text: str, ending: str, sections: tuple[str, ...] = SECTIONS, title: str = "") -> Paper:
    """The paper in a text with this ending (".html", ".json"), with the sections that are wanted and, where one is
    given, with another title. Raises `ValueError`, in a sentence, where it holds none."""
    match ending:
        case ".json":
            try:
                found = json.loads(text)
            except json.JSONDecodeError as wrong:
                raise ValueError(f"it is no JSON (line {wrong.lineno})") from None
            except RecursionError:
                raise ValueError("its parts stand in each other too deep") from None
            paper = stored.paper(found)
        case ".html":
            from proclogic.papers.writers import html

            paper = html.read(text)
        case _:
            raise ValueError("a paper is read back from its .html or its .json")
    unwanted = {TITLES[name] for name in SECTIONS if name not in sections}
    blocks = tuple(b for b in paper.blocks if not (isinstance(b, Section) and b.title in unwanted))
    cover = paper.cover
    if title:
        cover = cover.replace(title=title) if cover is not None else Cover(title)
    return paper.replace(blocks=blocks, cover=cover)
