"""Option 1, Option 2 ... over whole provisions, as the lines of a file open and close them."""

from __future__ import annotations

from proclogic.sources import Span
from proclogic.syntax import outline as out
from proclogic.syntax.after_bar import choice_after_bar
from proclogic.syntax.outline import Entry
from proclogic.syntax.report import Faults
from proclogic.syntax.tree import BracketText, Choice, ProvisionText
from proclogic.syntax.words import words


class Options:
    """Follows the options of a file from item to item."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._groups: list[list[Choice]] = []
        self._spans: list[Span] = []
        self._open = ""

    def take(self, entry: Entry) -> None:
        """Opens an option, or closes them."""
        if entry.sort not in (out.OPTION, out.END_OPTIONS):
            return
        span = Span(self._faults.source.name, entry.start, entry.body)
        if entry.sort == out.END_OPTIONS:
            if not self._open:
                self._fault("there are no options that could end here", span, "no option is open")
            self._open = ""
            return
        if not self._open:
            self._groups.append([])
            self._spans.append(span)
        group = self._groups[-1]
        if any(c.text == entry.word for c in group):
            self._fault(f"{entry.word} stands twice", span, "an option of this name is open already")
        self._open = entry.word
        said = words(self._faults.source.text, entry.body, entry.end)
        group.append(choice_after_bar(entry.word, said, self._faults))

    def of(self, made: ProvisionText) -> ProvisionText:
        """The provision with the option in which it stands."""
        return made.replace(options=len(self._groups), option=self._open) if self._open else made

    def close(self) -> tuple[BracketText, ...]:
        """All groups of options; what the end of the file leaves open is reported."""
        if self._open:
            self._fault("these options never end", self._spans[-1], "they begin here")
        for group, span in zip(self._groups, self._spans, strict=True):
            if len(group) == 1:
                self._fault("there is one option only", span, "I expected a second one")
        return tuple(BracketText(tuple(g), s) for g, s in zip(self._groups, self._spans, strict=True))

    def _fault(self, message: str, span: Span, at: str) -> None:
        self._faults.place = ""
        self._faults.add(
            "E119",
            message,
            span,
            at,
            help=("write: Option 1 | by: Chair.   Option 2 | by: Group A.   End of options.",),
        )
