"""What the items of a file are: headers, declarations, headings, provisions, questions and the lines about them."""

from __future__ import annotations

import re

from proclogic.syntax.english import ENDING
from proclogic.syntax.words import Words, items
from proclogic.values import Value

HEADERS = frozenset(
    [
        "ruleset",
        "vocabulary",
        "language",
        "title",
        "adopted",
        "source",
        "layer",
        "certainty",
        "uses",
        "silence",
        "canons",
        "under",
        "alternatives",
        "amends",
        "extends",
        "applies",
        "bound by",
        "proposed by",
    ]
)
DECLARES = frozenset(
    [
        "actor",
        "disjoint",
        "body",
        "meeting",
        "officer",
        "object",
        "act",
        "quality",
        "status",
        "judgement",
        "judgment",
        "event",
        "moment",
        "matter",
        "limit",
        "unit",
        "ladder",
        "input",
    ]
)
BESIDE = frozenset(["layer", "certainty", "source", "quote", "note", "silent", "accepted", "authority", "standing"])
_NAMED = re.compile(r"((?:bound|proposed)[^\S\n]+by|[^\W\d_]+)[^\S\n]*:", re.I)
_NUMBER = re.compile(
    r"(?=[^\s:]*\d)([^\W_]+(?:[-./–][^\W_]+|\([^\W_]+\))*"
    rf"(?:[^\S\n](?:{ENDING})\b(?:\([^\W_]+\))*)*)"
    r"(?:\s+|\Z)",
    re.I,
)
_HEADING = re.compile(r"(?:rule|article|section|chapter|part|annex|paragraph)\s+([^\s.:]+)\.(?:\s|\Z)", re.I)
_QUESTION = re.compile(r"question\b", re.I)
_CLAIM = re.compile(r"(always|never)\s*:", re.I)
_OPTION = re.compile(r"(option(?:[^\S\n]+\w+)+)", re.I)
_AMENDMENT = re.compile(r"(?:replace|insert|delete)\s+\S|in\s+[^\s,]*\d[^,\n]*,", re.I)
_END_OPTIONS = re.compile(r"end\s+of\s+options\b", re.I)
_ABOUT = re.compile(r"(under|given|layers|resolve|expect|because|certainty|note)\b[^:\n?]*:|expect\s+reading\b", re.I)
_OPENERS = re.compile(r"(?:may|who|what|where|is|are|does|do|must|which|by when)\b", re.I)
LONGEST = 40  # characters of the number of a provision
HEADER, DECLARATION, HEADING, PROVISION, QUESTION, BARE_QUESTION, ABOUT, UNKNOWN, STRAY = (
    "header",
    "declaration",
    "heading",
    "provision",
    "question",
    "bare question",
    "about",
    "unknown",
    "stray",
)
CLAIM = "claim"
OPTION, END_OPTIONS, AMENDMENT = "option", "end of options", "amendment"


class Entry(Value):
    """An item: its sort, the number or word it begins with, where it stands, where its `body` begins."""

    sort: str
    word: str
    start: int
    body: int
    end: int


def outline(text: str) -> list[Entry]:
    """The items of a file, in order."""
    found: list[Entry] = []
    asked = False
    for start, end in items(text):
        entry = _entry(text, start, end, asked)
        asked = (asked and entry.sort != PROVISION) or entry.sort in (QUESTION, BARE_QUESTION, CLAIM)
        found.append(entry)
    return found


def _entry(text: str, start: int, end: int, asked: bool) -> Entry:
    named = _NAMED.match(text, start, end)
    word = " ".join(named[1].lower().split()) if named else ""
    about = _ABOUT.match(text, start, end)
    if asked and about:
        return Entry(ABOUT, about[0].split()[0].rstrip(":").lower(), start, start, end)
    if word in HEADERS:
        return Entry(HEADER, word, start, start, end)
    if word in DECLARES:
        return Entry(DECLARATION, word, start, start, end)
    option = _OPTION.match(text, start, end)
    if option:
        return Entry(OPTION, "Option " + " ".join(option[1].split()[1:]), start, option.end(), end)
    if _END_OPTIONS.match(text, start, end):
        return Entry(END_OPTIONS, "", start, end, end)
    if _AMENDMENT.match(text, start, end):
        return Entry(AMENDMENT, "", start, start, end)
    heading = _HEADING.match(text, start, end)
    if heading:
        return Entry(HEADING, heading[1], start, heading.end(), end)
    claim = _CLAIM.match(text, start, end)
    if claim:
        return Entry(CLAIM, claim[1].lower(), start, claim.end(), end)
    if _QUESTION.match(text, start, end):
        return Entry(QUESTION, "", start, start, end)
    number = _NUMBER.match(text, start, end)
    if number and len(number[1]) <= LONGEST:
        return Entry(PROVISION, " ".join(number[1].split()), start, number.end(), end)
    if _OPENERS.match(text, start, end) and "?" in text[start:end]:
        return Entry(BARE_QUESTION, "", start, start, end)
    if word:
        return Entry(UNKNOWN, text[start : start + len(word)], start, start, end)
    return Entry(STRAY, "", start, start, end)


# ------------------------------------------------------------------------------------------------------------ units

SENTENCE, BESIDE_LINE, DISPUTE, READING = "norm", "beside", "dispute", "reading"


class Unit(Value):
    """A sentence or a line of a provision: words `first` to `last` (excluded). `closed` when it has its full stop."""

    sort: str
    first: int
    last: int
    closed: bool


def units(found: Words) -> list[Unit]:
    """The sentences and lines of the body of a provision."""
    made: list[Unit] = []
    at, count = 0, len(found)
    while at < count:
        sort = _sort_at(found, at) or SENTENCE
        end = at
        depth = 0
        closed = False
        while end < count:
            norm = found.norm[end]
            depth = max(0, depth + (norm == "[") - (norm == "]"))
            if end > at and norm != "." and not depth and _new_line(found, end) and _sort_at(found, end):
                break
            end += 1
            if depth or norm not in (".", ":", "]"):
                continue  # the sentences in a bracket belong together
            if (
                norm == "."
                or (norm == "]" and _whole_sentences(found, end))
                or (sort == READING and norm == ":" and found.norm[end : end + 2] != ["nothing", "more"])
            ):
                closed = True
                break
        made.append(Unit(sort, at, end, closed))
        at = end
    return made


def _whole_sentences(found: Words, end: int) -> bool:
    """Whether the brackets that end before a word hold sentences with their full stops, and no bracket follows."""
    return found.norm[end : end + 1] != ["["] and _ends_sentence(found, end - 1)


def _ends_sentence(found: Words, close: int) -> bool:
    """Whether the text of the bracket that closes at a word, or of one before it, ends with a full stop."""
    last = close - 1
    if last < 0:
        return False
    if found.norm[last] not in (".", "]"):
        while last >= 0 and found.norm[last] not in ("|", "[", "]"):
            last -= 1
        if last < 1 or found.norm[last] != "|":
            return False
        last -= 1
    if found.norm[last] == "[":  # no text of its own: as the bracket before
        return last > 0 and found.norm[last - 1] == "]" and _ends_sentence(found, last - 1)
    if found.norm[last] == "]":
        return _ends_sentence(found, last)
    return found.norm[last] == "."


def _new_line(found: Words, at: int) -> bool:
    return "\n" in found.text[found.end[at - 1] : found.start[at]]


def _sort_at(found: Words, at: int) -> str:
    """The sort of the line that begins at a word; "" for none."""
    norm = found.norm
    word, after = norm[at], norm[at + 1] if at + 1 < len(norm) else ""
    if word in BESIDE and (after == ":" or (after == "for" and norm[at + 3 : at + 4] == [":"])):
        return BESIDE_LINE
    if word in ("dispute", "reading") and (after == ":" or (after == '"' and norm[at + 2 : at + 3] == [":"])):
        return DISPUTE if word == "dispute" else READING
    return ""
