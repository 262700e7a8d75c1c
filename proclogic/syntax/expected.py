"""Terminals in the words of a reader: "an act, such as “attend”, or a full stop"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from proclogic.diagnostics.phrasing import listed
from proclogic.syntax import english
from proclogic.syntax.tokens import event_forms

if TYPE_CHECKING:
    from proclogic.syntax.context import Context

# terminals that declarations fill, in the order in which they are offered
OPEN = (
    "ACT",
    "EVENT",
    "EVENT_S",
    "EVENT_ED",
    "EVENT_EN",
    "KIND",
    "HAD",
    "ADJECTIVE",
    "POSTPOSED",
    "ASKED",
    "DOES",
    "DOES_NOT",
    "MOMENT",
    "MATTER",
    "LIMIT",
    "UNIT",
    "PREPOSITION",
)
_CATEGORIES = {
    "ACT": "an act",
    "EVENT": "an event",
    "EVENT_S": "an event",
    "EVENT_ED": "an event",
    "EVENT_EN": "an event",
    "KIND": "an actor, a body or an object",
    "HAD": "a status",
    "ADJECTIVE": "a quality or a status",
    "POSTPOSED": "a quality or a status",
    "ASKED": "a quality or a status",
    "DOES": "a quality",
    "DOES_NOT": "a quality",
    "MOMENT": "a moment",
    "MATTER": "a matter",
    "LIMIT": "a limit",
    "UNIT": "a unit",
    "PREPOSITION": "a word such as in or on",
    "NUMBER": "a number",
    "PART": "a share, such as two thirds",
    "FRACTION": "a share, such as two thirds",
    "REF": "the number of a rule",
    "MARK": "a mark such as (a)",
    "STRING": "a text in quotation marks",
    "WORD": "a word",
}
_HEADINGS = (
    ("MATTER", "Matter: {}."),
    ("MOMENT", "Moment: {}."),
    ("UNIT", "Unit: {}."),
    ("KIND", "Actor: {}."),
    ("ACT", "Act: {}."),
    ("EVENT_S", "Event: {}, by ...."),
    ("EVENT", "Event: {}, by ...."),
    ("HAD", "Status: {}."),
    ("ADJECTIVE", "Quality: {}, as an adjective."),
    ("POSTPOSED", "Quality: is {}."),
    ("LIMIT", "Limit: {}."),
)
LIMITING = frozenset(["through", "via", "during", "within", "without", "once", "twice", "only", "before", "after"])
_SIGNS = {
    ".": "a full stop",
    ",": "a comma",
    ":": "a colon",
    ";": "a semicolon",
    "?": "a question mark",
}
_SELDOM = frozenset({"(", ")", "he", "she", "no-one", "no one", "any one", "that officer alone"})
_SAID = {"meeting": "the meeting", "matter of": "the matter of", "kind of": "a kind of", "body": "the body"}
SHOWN = 6


def category_of(terminal: str) -> str:
    """What a terminal that declarations fill stands for: "an act"."""
    return _CATEGORIES.get(terminal, terminal)


def keyword_texts(expected: set[str], reader: Context, every: bool = False) -> list[str]:
    """The words of the language that could come next, in the order of the grammar: one a terminal, or every one."""
    found: dict[str, str] = {}
    for terminal, phrase in reader.table.phrases:
        if terminal in expected and phrase not in _SELDOM and (every or terminal not in found):
            found[phrase if every else terminal] = phrase
    return list(dict.fromkeys(found.values()))


def listing(expected: set[str], reader: Context) -> str:
    """What could come next."""
    opens = [name for name in OPEN if name in expected]
    texts = keyword_texts(expected, reader)
    parts = [in_words(opens, reader)] if opens else []
    parts += [text for name, text in _CATEGORIES.items() if name in expected and name not in OPEN and text not in parts]
    parts += [_SIGNS[text] for text in texts if text in (".", "?", ":")]
    words = [f"“{_SAID.get(text, text)}”" for text in texts if text not in _SIGNS]
    parts += words[: max(SHOWN - len(parts), 2)]
    parts += [_SIGNS[text] for text in texts if text in (",", ";")]
    return listed(list(dict.fromkeys(parts)), "or") or "the end"


def in_words(opens: list[str], reader: Context) -> str:
    """The classes of declared words that could come next, with an example of each."""
    parts: dict[str, str] = {}
    for name in opens:
        category = category_of(name)
        if category not in parts or " such as " not in parts[category]:
            example = _example(name, reader)
            parts[category] = f"{category}, such as “{example}”" if example else category
    shown = list(parts.values())[:3]
    return ", or ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _example(terminal: str, reader: Context) -> str:
    vocabulary = reader.names.vocabulary
    match terminal:
        case "KIND":
            return next((k.phrase for k in vocabulary.kinds), "")
        case "ACT":
            return next((a.phrase for a in vocabulary.acts), "")
        case "EVENT" | "EVENT_S" | "EVENT_ED" | "EVENT_EN":
            return next((text for e in vocabulary.events for name, text in event_forms(e) if name == terminal), "")
        case "HAD" | "ADJECTIVE" | "POSTPOSED" | "ASKED" | "DOES":
            form = {"HAD": "has", "ADJECTIVE": "word", "DOES": "does"}.get(terminal, "is")
            return next((p.phrase for p in vocabulary.predicates if p.form == form), "")
        case "MOMENT" | "MATTER" | "LIMIT" | "UNIT":
            return next((w.phrase for w in vocabulary.words if w.sort == terminal.lower()), "")
    return ""


def heading_for(opens: list[str], phrase: str) -> str:
    """The declaration that would make a phrase known."""
    if "LIMIT" in opens and phrase.partition(" ")[0].lower() in LIMITING:
        return f"Limit: {phrase}."
    if "UNIT" in opens:
        phrase = english.singular(phrase)
    return next((text.format(phrase) for name, text in _HEADINGS if name in opens), "")
