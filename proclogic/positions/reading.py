"""From a .position file to a position, with the diagnostics of whatever could not be read.

A question is read only when it is asked, in the words of the ruleset that is asked: a position is made for rulesets
that may not be written yet.
"""

from __future__ import annotations

import re

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean, near, quoted
from proclogic.norms.model import SourceNote
from proclogic.positions import lines as ln
from proclogic.positions.lines import ASK, HEADS, TOP, Line
from proclogic.positions.model import STRENGTHS, Ask, Position, Target, Wording
from proclogic.sources import Source, Span
from proclogic.syntax.headers import check_version
from proclogic.syntax.report import Faults

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")
_NAME = re.compile(r"\w[\w.-]*\Z")
_LIKE = 'Ask 1: "No exclusion by one objection".'


def read_position(source: Source, name: str) -> tuple[Position, list[Diagnostic]]:
    """The position in a text, as far as it could be read. `name` is its id where the text gives none."""
    faults = Faults(source)
    reader = _Reader(faults)
    for line in ln.lines(source.text):
        if faults.full:
            break
        reader.take(line)
    reader.end_ask()
    if not reader.asks and not faults.found:
        faults.add(
            "E104",
            "there is no ask in this file",
            Span(source.name, 0, 0),
            help=('a position has asks: Ask 1: "No exclusion by one objection".',),
        )
    faults.found.sort(key=lambda d: d.span.start)
    position = Position(
        reader.top.get("position", name),
        reader.top.get("title", ""),
        reader.source,
        reader.top.get("date", ""),
        tuple(reader.asks),
        tuple(reader.notes),
    )
    return position, faults.found


class _Open:
    """An ask while its lines are read."""

    def __init__(self, number: str, title: str, span: Span) -> None:
        self.number, self.title, self.span = number, title, span
        self.said: dict[str, str] = {}  # strength, no entitlement, not expressible
        self.targets: list[list[Wording]] = []
        self.notes: list[str] = []
        self.broken = False  # a line of it could not be read


class _Reader:
    """Takes the lines of a file, one after the other."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.top: dict[str, str] = {}
        self.source = SourceNote()
        self.notes: list[str] = []
        self.asks: list[Ask] = []
        self.open: _Open | None = None
        self.first: dict[str, Span] = {}  # where each ask begins

    def take(self, line: Line) -> None:
        """Reads one line."""
        match line.head:
            case "":
                self._unknown(line)
            case "ask":
                self.end_ask()
                self._ask(line)
            case head if head in TOP:
                self._header(line)
            case "note" if self.open is None:
                self.notes += [said for said in (ln.text(line, self.faults),) if said]
            case _ if self.open is None:
                self._misplaced(line, "stands before the first ask", f"put it under the ask it is about: {_LIKE}")
            case "note":
                self.open.notes += [said for said in (ln.text(line, self.faults),) if said]
            case "target" | "or asked as":
                self._target(line, self.open)
            case _:
                self._of_ask(line, self.open)

    # -------------------------------------------------------------------------------------------------- the file

    def _header(self, line: Line) -> None:
        if self.open is not None:
            self._misplaced(line, "stands after the asks have begun", "move it to the top of the file")
            return
        if line.head in self.top:
            self._twice(line, f"{line.head.capitalize()}: stands twice", "keep one of the two")
            return
        values = ln.values(line, self.faults)
        self.top[line.head] = values[0] if values else ""
        where = self.faults.span(line.found, line.body, len(line.found) - 1)
        if not values:
            self._expected(where, "I expected a value after the colon")
        elif line.head == "language":
            check_version(values[0], where, self.faults)
        elif line.head == "date" and not _DATE.match(values[0]):
            self._expected(where, "I expected a date such as 2025-07-04")
        elif line.head == "position" and not _NAME.match(values[0]):
            self._expected(where, "I expected a name of one word, such as gpd-2025")
        elif line.head == "source":
            title, address, symbol = (*values, "", "")[:3]
            self.source = SourceNote(title, symbol, address)

    def _expected(self, where: Span, at: str) -> None:
        self.faults.add("E112", "this line cannot say that", where, at)

    # -------------------------------------------------------------------------------------------------- asks

    def _ask(self, line: Line) -> None:
        number = line.found.slice(1, line.body - 1)
        self.faults.place = f"ask {number}"
        span = self.faults.span(line.found, 0, line.body)
        self.open = _Open(number, ln.text(line, self.faults), span)
        if not number:
            self.faults.add(
                "E109",
                "I cannot find the number of this ask",
                span,
                "I expected a number",
                help=(f"like this: {_LIKE}",),
            )
        elif number in self.first:
            self._twice(line, f"there are two asks {number}", "give one of them another number")
        self.first.setdefault(number, span)

    def end_ask(self) -> None:
        """Closes the ask whose lines have been read."""
        made = self.open
        self.open = None
        if made is None:
            return
        apart = [head for head in ("no entitlement", "not expressible") if head in made.said]
        if not made.targets and not apart and not made.broken:
            self.faults.add(
                "E502",
                f"ask {made.number} has no target",
                made.span,
                "nothing says what would meet it",
                help=(
                    "give it one: Target: May an NGO attend plenary meetings of the Conference? At least by default.",
                    'if it asks for no procedural entitlement, say why: No entitlement: "...".',
                    'if no question can say it yet, say what it would take: Not expressible: "...".',
                ),
            )
        if apart and (made.targets or len(apart) > 1):
            other = "it has a target" if made.targets else f"{apart[1].capitalize()}: says another"
            self.faults.add(
                "E505",
                f"ask {made.number} is set apart, and counted as well",
                made.span,
                f"{apart[0].capitalize()}: says that it cannot be judged, and {other}",
                help=("keep one of the two", "or make two asks of it, each with a number of its own"),
            )
        self.asks.append(
            Ask(
                made.number,
                made.title,
                made.said.get("strength", ""),
                tuple(Target(tuple(wordings)) for wordings in made.targets),
                made.said.get("no entitlement", ""),
                made.said.get("not expressible", ""),
                tuple(made.notes),
                made.span,
            )
        )
        self.faults.place = ""

    def _target(self, line: Line, ask: _Open) -> None:
        more = line.head == "or asked as"
        if more and not ask.targets:
            if not ask.broken:
                self._misplaced(line, "stands before a target", "put it after the target that it says anew")
            return
        found = ln.question(line, self.faults)
        if found is None or not found[2]:
            ask.broken = True
            return
        text, measure, _ = found
        if measure is None and more:
            measure = ask.targets[-1][0].measure
        if measure is None:
            ask.broken = True
            self._without_measure(line)
            return
        wording = Wording(text, measure, self.faults.span(line.found, line.body, len(line.found)))
        if more:
            ask.targets[-1].append(wording)
        else:
            ask.targets.append([wording])

    def _without_measure(self, line: Line) -> None:
        last = len(line.found)
        self.faults.add(
            "E503",
            "this target does not say what it asks for",
            self.faults.span(line.found, last - 1, last),
            "I expected the answer that is asked for",
            notes=(f"the list is {ln.MEASURES}",),
            help=("a line like this can be read: Target: May an NGO attend plenary meetings? At least by default.",),
        )

    def _of_ask(self, line: Line, ask: _Open) -> None:
        """Strength, No entitlement, Not expressible: each stands once."""
        if line.head in ask.said:
            self._twice(line, f"{line.head.capitalize()}: stands twice", "keep one of the two")
            return
        if line.head != "strength":
            ask.said[line.head] = ln.text(line, self.faults)
            return
        said = (ln.values(line, self.faults) or [""])[0]
        ask.said["strength"] = said
        if said not in STRENGTHS:
            self.faults.add(
                "E112",
                f"I do not know the strength “{said}”",
                self.faults.span(line.found, line.body, len(line.found) - 1),
                "I expected a word of the list",
                notes=(f"the list is {quoted(STRENGTHS, 'and')}",),
                help=did_you_mean(said, STRENGTHS),
            )

    # -------------------------------------------------------------------------------------------------- faults

    def _twice(self, line: Line, message: str, help: str) -> None:
        self.faults.add("E504", message, self.faults.span(line.found, 0, line.body), "the second one", help=(help,))

    def _misplaced(self, line: Line, why: str, help: str) -> None:
        said = f"{line.head.capitalize()}: {why}"
        self.faults.add("E111", said, self.faults.span(line.found, 0, line.body), "not here", help=(help,))

    def _unknown(self, line: Line) -> None:
        if self.open is not None:
            self.open.broken = True  # it may have been a target
        colon = line.found.norm.index(":") if ":" in line.found.norm[:5] else 0
        word = line.found.slice(0, colon) if colon else line.found.slice(0, 3)
        known = [head.capitalize() for head in HEADS]
        close = near(word, known, 1) if colon else []
        if close:
            help = f"did you mean “{close[0]}:”?"
        elif line.found.norm[:1] == [ASK]:
            help = f"an ask has a number and a title: {_LIKE}"
        else:
            help = "if it goes on with the line above, begin it with spaces"
        self.faults.add(
            "E107",
            f"I do not know lines that begin with “{word}{':' if colon else ''}”",
            self.faults.span(line.found, 0, colon or 3),
            "I expected a line of a position",
            notes=(f"they begin with {quoted([f'{k}:' for k in known])}",),
            help=(help,),
        )
