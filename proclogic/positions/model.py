"""A position, and what a ruleset comes to when it is held to it: plain values."""

from __future__ import annotations

from proclogic.answers.model import Answer
from proclogic.norms.model import SourceNote
from proclogic.sources import NOWHERE, Span
from proclogic.values import Value

STRENGTHS = ("demand", "recommendation", "suggestion", "implied")

AT_LEAST, AT_MOST, SAYS = "at least", "at most", "says"


class Measure(Value):
    """What the answer to a question has to be: `kind` is AT_LEAST or AT_MOST (then `value` is a verdict), or SAYS (then
    `value` is "yes" or "no": a duty, or what follows on the facts given)."""

    kind: str
    value: str


class Wording(Value):
    """A question as written, with the answer that is asked for."""

    question: str
    measure: Measure
    span: Span = NOWHERE
    _apart = ("span",)


class Target(Value):
    """One thing that is asked for. Of its wordings, the first that a ruleset has the words for is asked there."""

    wordings: tuple[Wording, ...]


class Ask(Value):
    """An ask. It has targets, or it stands apart: `no_entitlement` says why it is no procedural entitlement,
    `not_expressible` what it would take to ask it."""

    number: str
    title: str
    strength: str = ""
    targets: tuple[Target, ...] = ()
    no_entitlement: str = ""
    not_expressible: str = ""
    notes: tuple[str, ...] = ()
    span: Span = NOWHERE
    _apart = ("span",)


class Position(Value):
    """A named list of asks. `id` is the name by which it is called, `hash` the name of its file with the first 12 hex
    digits of the SHA-256."""

    id: str
    title: str = ""
    source: SourceNote = SourceNote()
    date: str = ""
    asks: tuple[Ask, ...] = ()
    notes: tuple[str, ...] = ()
    hash: tuple[str, str] = ("", "")
    _apart = ("hash",)

    @property
    def judged(self) -> tuple[Ask, ...]:
        """The asks that count in a score."""
        return tuple(ask for ask in self.asks if ask.targets)

    @property
    def apart(self) -> tuple[Ask, ...]:
        """The asks that are listed and never counted."""
        return tuple(ask for ask in self.asks if not ask.targets)


MET, TURNS_ON, OPEN_TEXT, CONTESTED, BY_DEFAULT_ONLY, BY_LEAVE_ONLY, CANNOT_BE_ASKED, NOT_MET = (
    "met",
    "turns-on",
    "open",
    "contested",
    "by-default-only",
    "by-leave-only",
    "cannot-be-asked",
    "not-met",
)
# Best first: what may be met, if a word or the text is read so, comes before what is not met in any reading.
RESULTS = (MET, TURNS_ON, OPEN_TEXT, CONTESTED, BY_DEFAULT_ONLY, BY_LEAVE_ONLY, CANNOT_BE_ASKED, NOT_MET)


class Judged(Value):
    """A target under one ruleset. `wording` is the one that was asked; where the text is silent, `silent` are the
    provisions of which the author says that they confer nothing of the kind.

    Where none could be asked, `wording` is the one that could be read furthest, `missing` are the words of it that the
    ruleset does not have, `near` those of its words that look like them, and `why` says in other cases what stands in
    the way. `beyond`: no wording names an actor and an act that the ruleset declares, so its text gives nothing of
    it."""

    result: str
    target: Target
    wording: Wording
    answer: Answer | None = None
    silent: tuple[str, ...] = ()
    missing: str = ""
    near: tuple[str, ...] = ()
    why: str = ""
    beyond: bool = False

    @property
    def instead_of(self) -> str:
        """The question that the position would ask first, where other words of it were asked."""
        first = self.target.wordings[0].question
        return first if self.answer is not None and first != self.wording.question else ""


class Held(Value):
    """An ask under one ruleset."""

    ask: Ask
    result: str
    targets: tuple[Judged, ...]

    @property
    def met(self) -> int:
        """How many of its targets are met."""
        return sum(judged.result == MET for judged in self.targets)

    @property
    def partly(self) -> bool:
        """Whether some of its targets are met, and not all."""
        return 0 < self.met < len(self.targets)


class Assessment(Value):
    """A ruleset held to a position. `held` are the asks that count, in the order of the position."""

    position: Position
    ruleset: str
    title: str
    layers: tuple[str, ...]
    held: tuple[Held, ...]
    silence: str = "not conferred"

    def count(self, result: str) -> int:
        """How many asks come to a result."""
        return sum(held.result == result for held in self.held)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All answers that it rests on."""
        return tuple(j.answer for held in self.held for j in held.targets if j.answer is not None)

    @property
    def complete(self) -> bool:
        """Whether every search was complete."""
        return all(answer.complete for answer in self.answers)
