"""A fault in the user's text, as a value."""

from __future__ import annotations

from proclogic.sources import NOWHERE, Span
from proclogic.values import Value


class Label(Value):
    """A second place that a message points at, with a few words on why."""

    span: Span
    text: str


class Diagnostic(Value):
    """One mistake or risk: what, where, and what to do.

    `code` is listed in `proclogic/diagnostics/codes.py` and has a page; `place` is the citation a lawyer would use
    ("rule 17(2)"); `at` is what stands under the marked words; `notes` are facts; `help` are changes to make.
    """

    code: str
    message: str
    span: Span = NOWHERE
    place: str = ""
    at: str = ""
    labels: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    help: tuple[str, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether it stops the work: codes that begin with E do, warnings (W) do not."""
        return self.code.startswith("E")
