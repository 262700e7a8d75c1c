"""What stands in a paragraph: words, marks of notes, fields; and the paragraph made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proclogic.papers.document import DELETED, INSERTED, Run
from proclogic.papers.writers.word.letters import leftward, shown, stretches
from proclogic.papers.writers.word.xml import Element, el
from proclogic.values import Value

NOBODY = "proclogic"  # the author of a change for which nobody is named
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class Words(Value):
    """Words of one look; `style` is the id of a style of letters. `change` says who inserts or deletes them; `tabbed`:
    after them comes a step to the place where the text stands."""

    text: str
    style: str = ""
    bold: bool = False
    raised: bool = False
    tabbed: bool = False
    change: Run | None = None
    struck: bool = False


class Made(Value):
    """Elements that are made already: a field, the mark of a footnote."""

    elements: tuple[Element, ...]


Piece = Words | Made


class Ids:
    """Numbers that no two changes, bookmarks or figures of a file share."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> str:
        """The next of them."""
        self.last += 1
        return str(self.last)


def field(code: str, result: str) -> Made:
    """What Word works out itself, with what it comes to at first."""
    return Made((el("w:fldSimple", el("w:r", el("w:t", text=result)), instr=f" {code} "),))


def paragraph(style: str, pieces: Sequence[Piece], ids: Ids, *about: Element) -> Element:
    """A paragraph in a style, by its id; `about` are further properties, in the order of the format."""
    whole = leftward("".join(p.text for p in pieces if isinstance(p, Words)))
    properties = el("w:pPr", el("w:pStyle", val=style) if style else None, *about)
    if whole:
        _put_bidi(properties)
    made = el("w:p", properties)
    for group in _grouped(pieces):
        for each in _group(group, whole, ids):
            made.append(each)
    return made


_AFTER_BIDI = ("w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def _put_bidi(properties: Element) -> None:
    later = [e for name in _AFTER_BIDI for e in properties.findall(name, properties.nsmap)]
    bidi = el("w:bidi")
    if later:
        later[0].addprevious(bidi)
    else:
        properties.append(bidi)


def _grouped(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces with those together that are one change."""
    found: list[list[Piece]] = []
    for piece in pieces:
        change = piece.change if isinstance(piece, Words) else None
        last = found[-1][0] if found else None
        if change is not None and isinstance(last, Words) and last.change is change:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _group(group: list[Piece], whole: bool, ids: Ids) -> list[Element]:
    first = group[0]
    if isinstance(first, Made):
        return list(first.elements)
    change = first.change
    gone = change is not None and change.status == DELETED
    runs = [r for p in group if isinstance(p, Words) for r in _runs(p, whole, gone)]
    if change is None or not runs:
        return runs
    when = {"date": f"{change.date}T00:00:00Z"} if _DATE.fullmatch(change.date) else {}
    author = shown(", ".join(change.by)) or NOBODY
    return [el("w:del" if gone else "w:ins", *runs, id=ids.next(), author=author, **when)]


def _runs(words: Words, whole: bool, gone: bool) -> list[Element]:
    found: list[Element] = []
    for text, left in stretches(shown(words.text), whole):
        look = [
            *((el("w:rStyle", val=words.style),) if words.style else ()),
            *((el("w:b"), el("w:bCs")) if words.bold else ()),
            *((el("w:strike"),) if words.struck else ()),
            *((el("w:vertAlign", val="superscript"),) if words.raised else ()),
            *((el("w:rtl"),) if left else ()),
        ]
        inner = el("w:delText" if gone else "w:t", text=text)
        found.append(el("w:r", el("w:rPr", *look) if look else None, inner))
    if words.tabbed:
        found.append(el("w:r", el("w:tab")))
    return found


def changed(run: Run) -> bool:
    """Whether a run is a change that somebody proposes, and not what only one of two texts has."""
    return run.status in (INSERTED, DELETED) and not run.compared


def spoken(runs: Sequence[Run], label: str = "") -> list[Piece]:
    """Runs as pieces; each change stays one change. `label` stands before them; where all of them come, or all of them
    go, it comes or goes with the first."""
    told = [run.replace() for run in runs if run.text]  # each a value of its own: two alike are two changes
    whole = bool(told) and changed(told[0]) and len({run.status for run in told}) == 1
    head = [Words(label, bold=True, tabbed=True, change=told[0] if whole else None)] if label else []
    return [*head, *map(_piece, told)]


def _piece(run: Run) -> Words:
    if changed(run):
        return Words(run.text, change=run)
    return Words(run.text, bold=run.status == INSERTED, struck=run.status == DELETED)
