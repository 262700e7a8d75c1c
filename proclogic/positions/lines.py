"""The lines of a .position file, and what stands in one: texts, names, a question with the answer asked for.

A line begins with its word and a colon, in the first column or, under an ask, indented; it goes on over indented lines
and ends with a full stop.
"""

from __future__ import annotations

from proclogic.diagnostics.phrasing import meant, near
from proclogic.positions.model import AT_LEAST, AT_MOST, SAYS, Measure
from proclogic.syntax.errors import explain_unclosed
from proclogic.syntax.expectations import VERDICTS
from proclogic.syntax.report import Faults
from proclogic.syntax.words import TEXT, Words, items, one_line, unclosed, words
from proclogic.values import Value

TOP = ("position", "language", "title", "source", "date")
OF_ASK = ("strength", "target", "or asked as", "no entitlement", "not expressible")
NOTE, ASK = "note", "ask"
HEADS = (*TOP, ASK, *OF_ASK, NOTE)
MEASURES = "At least of right., At least by default., At least by leave., At most ..., Yes. or No."
_LONGEST_NAME = 6  # words of the number of an ask
_CARRIED = "carried"


class Line(Value):
    """A line: the word it begins with, its words, and where its body begins among them. `head` is "" where the word is
    not known."""

    head: str
    found: Words
    body: int

    @property
    def said(self) -> Words:
        """What stands after the colon."""
        return self.found.part(self.body, len(self.found))


def lines(text: str) -> list[Line]:
    """The lines of a file, in order."""
    made: list[Line] = []
    for start, end in items(text):
        found = words(text, start, end)
        at = 0
        for k in range(1, len(found) + 1):
            if k == len(found) or (_new_line(found, k) and _head(found, k)[0]):
                part = found.part(at, k)
                made.append(Line(_head(part, 0)[0], part, _head(part, 0)[1]))
                at = k
    return made


def _new_line(found: Words, at: int) -> bool:
    return "\n" in found.text[found.end[at - 1] : found.start[at]]


def _head(found: Words, at: int) -> tuple[str, int]:
    """The known word with which a line begins at a place, and where its body begins; "" for none."""
    for head in HEADS:
        size = head.count(" ") + 1
        if " ".join(found.norm[at : at + size]) == head:
            colons = (at + size,) if head != ASK else range(at + size, at + size + _LONGEST_NAME)
            colon = next((c for c in colons if found.norm[c : c + 1] == [":"]), 0)
            if colon:
                return head, colon + 1
    return "", 0


def values(line: Line, faults: Faults) -> list[str]:
    """The values of a header, parted by commas: texts without their marks, or words."""
    said = _closed(line, faults)
    found: list[str] = []
    first = 0
    for k in range(len(said) + 1):
        if k == len(said) or said.norm[k] == ",":
            part = said.part(first, k)
            found.append(_text(part, 0) if part.sort == [TEXT] else part.slice(0, len(part)))
            first = k + 1
    return found if all(found) else []


def text(line: Line, faults: Faults) -> str:
    """The one text of a line; "" where there is none, which is reported."""
    said = _closed(line, faults)
    if said.sort == [TEXT] and _text(said, 0):
        return _text(said, 0)
    if unclosed(line.found) < 0:
        at = next((k for k, sort in enumerate(said.sort) if sort != TEXT or k), 0) if len(said) else -1
        where = faults.span(said, at, at + 1) if at >= 0 else faults.span(line.found, 0, line.body)
        faults.add(
            "E101",
            "I stopped reading this line here",
            where,
            "I expected one text in quotation marks, then a full stop",
            help=(*_meant(said, at), 'a line like this can be read: Note: "the letter does not say by when".'),
        )
    return ""


def question(line: Line, faults: Faults) -> tuple[str, Measure | None, bool] | None:
    """The question of a line, and the answer asked for (None where the line gives none). The last value is false where
    something in the line is wrong, which is reported; None stands for no question at all."""
    said = line.said
    if _reports_unclosed(line, faults):
        return None
    mark = next((k for k, norm in enumerate(said.norm) if norm == "?"), -1)
    if mark < 1:
        faults.add(
            "E503",
            "there is no question in this line",
            faults.span(line.found, 0, len(line.found)),
            "I expected a question with its question mark",
            help=("a line like this can be read: Target: May an NGO attend plenary meetings? At least by default.",),
        )
        return None
    asked = said.part(0, mark + 1)
    if not _is_one_thing(asked, faults):
        return asked.slice(0, len(asked)), None, False
    rest = said.part(mark + 1, len(said))
    if not len(rest):
        return asked.slice(0, len(asked)), None, True
    measure = _measure(rest, faults)
    good = measure is not None and _fits(asked, rest, measure, faults)
    return asked.slice(0, len(asked)), measure, good


def _is_one_thing(asked: Words, faults: Faults) -> bool:
    """Whether the question can have a measure: it asks about one entitlement, one duty or one vote."""
    if asked.norm[0] in ("may", "is", "are", "does", "do", "must", "shall"):
        return True
    lists = asked.norm[0] in ("who", "what", "where", "which", "by")
    faults.add(
        "E503" if lists else "E109",
        "a target asks about one entitlement, one duty or one vote" if lists else "I do not know this form of question",
        faults.span(asked, 0, 1),
        "this question has no answer that could be measured" if lists else "a question begins otherwise",
        help=(
            "begin it with May, Is, Does or Must",
            "for a majority, give the votes: Is it carried that the Conference decides to admit it, if 60 vote for and "
            "40 vote against? Yes.",
        ),
    )
    return False


def _measure(rest: Words, faults: Faults) -> Measure | None:
    """The answer asked for, in the words after the question."""
    end = len(rest) - (rest.norm[-1] == ".")
    said = " ".join(rest.norm[:end])
    if end == len(rest):
        faults.add(
            "E105",
            "this line has no full stop",
            faults.span(rest, end - 1, end),
            "I expected a full stop after this",
            help=("end each line with a full stop",),
        )
        return None
    if said in ("yes", "no"):
        return Measure(SAYS, said)
    kind = next((k for k in (AT_LEAST, AT_MOST) if said.startswith(k)), "")
    value = said.removeprefix(kind).strip()
    if kind and value in VERDICTS:
        return Measure(kind, VERDICTS[value])
    close = near(value or said, list(VERDICTS), 2) if kind else []
    faults.add(
        "E112",
        f"I do not know the answer “{rest.slice(0, end)}”",
        faults.span(rest, 0, end),
        "I expected the answer that is asked for",
        notes=(f"the list is {MEASURES}",),
        help=meant([f"{kind} {v}".capitalize() for v in close]),
    )
    return None


def _fits(asked: Words, rest: Words, measure: Measure, faults: Faults) -> bool:
    """Whether the question can be answered as the measure has it."""
    plain = asked.norm[0] in ("must", "shall") or (asked.norm[0] == "is" and _CARRIED in asked.norm)
    if measure.kind == SAYS or not plain:
        return True
    faults.add(
        "E503",
        "a duty or a vote has no footing, so it cannot be held of right, by default or by leave",
        faults.span(rest, 0, len(rest)),
        "I expected Yes. or No.",
        help=("write Yes. after the question, if it is asked for",),
    )
    return False


def _closed(line: Line, faults: Faults) -> Words:
    """What a line says, without its full stop; a missing one is reported."""
    said = line.said
    if _reports_unclosed(line, faults):
        return said.part(0, 0)
    if len(said) and said.norm[-1] == ".":
        return said.part(0, len(said) - 1)
    faults.add(
        "E105",
        "this line has no full stop",
        faults.span(line.found, len(line.found) - 1, len(line.found)),
        "I expected a full stop after this",
        help=("end each line with a full stop",),
    )
    return said


def _reports_unclosed(line: Line, faults: Faults) -> bool:
    at = unclosed(line.found)
    if at >= 0:
        explain_unclosed(line.found, at, faults)
    return at >= 0


def _meant(said: Words, at: int) -> tuple[str, ...]:
    """The line that was meant, where a word that looks like the beginning of one stands in another."""
    at += said.norm[at : at + 1] == ["."]
    if at < 0 or ":" not in said.norm[at + 1 : at + 4]:
        return ()
    close = near(" ".join(said.norm[at : said.norm.index(":", at)]), list(HEADS), 1)
    return (f"did you mean “{close[0].capitalize()}:”?",) if close else ()


def _text(found: Words, at: int) -> str:
    return one_line(found.raw(at)[1:-1])
