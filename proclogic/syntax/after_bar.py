"""What stands after the bar of a bracket: who proposed its text, who supports it, who wants it gone, and where.

| by: EU; supported by: Chile; delete: Group A; document: "A/AC.291/22"; date: 2024-06-30
"""

from __future__ import annotations

import re
from datetime import date

from proclogic.diagnostics.phrasing import near
from proclogic.syntax.report import Faults
from proclogic.syntax.tree import Choice
from proclogic.syntax.words import Words

FIELDS = {"by": "proposers", "supported by": "supporters", "delete": "against", "document": "document", "date": "date"}
Fields = dict[str, tuple[str, ...]]
_FIELD = re.compile(r"(supported by|by|delete|deletion|document|date)\s*:\s*(.*)", re.I | re.S)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def after_bar(found: Words, at: int, end: int, faults: Faults) -> Fields:
    """What some words say of a text, by field; what they say in no known way is reported."""
    fields: Fields = {}
    begin = at
    for k in range(at, end + 1):
        if k < end and found.norm[k] != ";":
            continue
        said = found.slice(begin, k)
        known = _FIELD.fullmatch(said)
        span = faults.span(found, begin, k)
        if known:
            word = known[1].lower().replace("deletion", "delete")
            values = _names(known[2])
            if not values:
                faults.add("E116", f"nothing stands after “{known[1]}:”", span, _WANTED[word], help=(_EXAMPLE[word],))
            elif word == "date" and not all(map(_is_date, values)):
                what = f"“{known[2].strip()}” is no date that I can read"
                faults.add("E116", what, span, "I expected a date such as 2024-06-30", help=(_EXAMPLE[word],))
            else:
                fields[FIELDS[word]] = values
        elif said:
            faults.add(
                "E116",
                f"I do not know what “{said}” says of the text",
                span,
                "I expected by:, supported by:, delete:, document: or date:",
                help=(_meant(said),),
            )
        begin = k + 1
    return fields


_WANTED = {
    "by": "I expected who proposed it",
    "supported by": "I expected who supports it",
    "delete": "I expected who wants it gone",
    "document": "I expected a document",
    "date": "I expected a date",
}
_EXAMPLE = {
    "by": "write: | by: EU, Norway",
    "supported by": "write: supported by: Chile",
    "delete": "write: delete: Group A",
    "document": 'write: document: "A/AC.291/22"',
    "date": "write: date: 2024-06-30, or date: 2024-06, or date: 2024",
}


def _meant(said: str) -> str:
    """What to write instead of words that say nothing known."""
    word, colon, rest = (part.strip() for part in said.partition(":"))
    if not colon:
        return f"if this is who proposed it, write: | by: {said}"
    close = near(word, list(FIELDS), 1)
    return f"did you mean “{close[0]}: {rest}”?" if close else f"if {rest} proposed it, write: | by: {rest}"


def _is_date(text: str) -> bool:
    """Whether a text is a day, a month or a year of the calendar."""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True


def choice_after_bar(name: str, found: Words, faults: Faults) -> Choice:
    """An alternative that has a name, with what is said of it: | by: Chair; date: 2023-04-21."""
    end = len(found)
    while end and found.norm[end - 1] in (".", ":"):
        end -= 1
    begin = 1 if end and found.norm[0] == "|" else 0
    return choice(name, after_bar(found, begin, end, faults))


def _names(text: str) -> tuple[str, ...]:
    """Names parted by commas. (A State may have an "and" in its name.)"""
    return tuple(part.strip(' "“”') for part in text.split(",") if part.strip(' "“”'))


def choice(text: str, fields: Fields) -> Choice:
    """An alternative of some text, with what is said of it."""
    bare = text.removesuffix("; and").removesuffix("; or").strip(" ,;")
    return Choice(
        bare or text,
        fields.get("proposers", ()),
        fields.get("supporters", ()),
        ", ".join(fields.get("document", ())),
        ", ".join(fields.get("date", ())),
    )
