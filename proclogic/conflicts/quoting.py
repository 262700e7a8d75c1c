"""A rule in the words of its author, with its brackets, and what is to be said of these words."""

from __future__ import annotations

import re

from proclogic.diagnostics.phrasing import listed
from proclogic.norms.conditions import Keeps, Reads
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Norm, Provision
from proclogic.values import unique

NEAR = 40  # letters that are left out besides, to break off between clauses
_CLAUSE = re.compile(r"[,;] | (?=(?:if|unless|and|or|except|provided|subject|notwithstanding) )")
_LABEL = re.compile(r"\([a-z0-9]+\)$")


def as_written(norm: Norm, read: str, provision: Provision | None) -> tuple[str, str]:
    """The sentence of a norm as it stands, and how: of one that was carried from elsewhere it is what was `read`, since
    it stands nowhere; of one that was amended, by whom; of one of a reading, in which."""
    if norm.via or not norm.text:
        return read, "as read"
    of = unique(a.overlay for a in provision.amendments if a.overlay) if provision is not None else ()
    if of:
        return _words(norm), f"as amended by {listed(of, 'and')}"
    readings = unique(a.reading for a in atoms(norm.guard) if isinstance(a, Reads))
    if readings:
        return _words(norm), f"in the reading {listed([f'“{r}”' for r in readings], 'or')}"
    return _words(norm), ""


def _words(norm: Norm) -> str:
    """The sentence; with its brackets where it is not settled what stands in them."""
    open_ = any(isinstance(a, Keeps) for a in atoms(norm.guard))
    label = _LABEL.search(norm.provision)
    if not (norm.written and open_):
        return norm.text
    found = _item(norm.written, label[0]) if label is not None else ""
    return found or norm.written


def _item(text: str, label: str) -> str:
    """The head of a list and one of its items."""
    marks = list(re.finditer(r"\[?\([a-z0-9]+\) ", text))
    here = next((i for i, m in enumerate(marks) if label in m[0]), None)
    if here is None:
        return ""
    end = marks[here + 1].start() if here + 1 < len(marks) else len(text)
    item = re.sub(r"[;,]?\s*(?:and|or)?\s*$", "", text[marks[here].start() : end])
    return f"{text[: marks[0].start()].strip()} {item}".strip()


def shortened(text: str, most: int = 240) -> str:
    """A text with its middle left out where it is long; it breaks off and goes on between clauses, where it can."""
    if len(text) <= most:
        return text
    first = text[: most * 3 // 5].rsplit(" ", 1)[0]
    last = text[-(most * 2 // 5) :].partition(" ")[2]
    ends = [m.start() for m in _CLAUSE.finditer(first) if m.start() > len(first) - NEAR]
    begins = [m.start() for m in _CLAUSE.finditer(f" {last}") if m.start() < NEAR]
    first = first[: ends[-1]] if ends else first
    last = f" {last}"[begins[0] :].lstrip(" ,;") if begins else last
    return f"{first.rstrip(' ,;')} ... {last}"
