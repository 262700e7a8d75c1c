"""Conditions: formulas over atoms, with the deadlines, shares and decisions that stand in them."""

from __future__ import annotations

from proclogic.values import Value


class Deadline(Value):
    """A period and its anchor: at least 30 days before the session. `bound` is "at least", "at most" or "within"
    ("not later than" is "at least ... before"); `unit` is "hour", "day", "week" or "month"; `side` "before" or "after";
    `moment` the id of a declared moment."""

    bound: str
    amount: int
    unit: str
    side: str
    moment: str


class Share(Value):
    """A part of a base: more than 1/2 (`strict`) or at least 2/3 of the State Parties present and voting.

    `base` is "voting" (present and voting), "present", "participating" (in the session) or "all".
    `of` is the kind that is counted ("" when the text does not say)."""

    over: int
    under: int
    strict: bool
    base: str
    of: str = ""


class Decision(Value):
    """A decision rule. `kind` is "any one" (any one of the agents), "alone" (the officer alone), "consensus" or
    "share"; `failing` is what decides when this one fails (consensus, failing which two thirds)."""

    kind: str
    share: Share | None = None
    failing: Decision | None = None


class Formula(Value):
    """A condition in a world: one of the classes below."""


class Always(Formula):
    """True in every world."""


class Is(Formula):
    """The individual of a sort is of a kind. A quality, open where the question leaves it open; Deem derives it too."""

    sort: str
    kind: str


class Has(Formula):
    """A quality, judgement or status of the individual of the predicate's sort."""

    predicate: str


class Happens(Formula):
    """An event takes place. `agent` is an actor kind, or "actor"; `count` is set where the condition itself counts
    ("at least one third of the State Parties present object to it"), else None: the agent acts as it acts, by any one
    of several agents; `deadline` is set where the condition asks for a time."""

    event: str
    agent: str
    count: Share | None = None
    deadline: Deadline | None = None


class ReferredTo(Formula):
    """The matter has been referred to a body (derived from Refer)."""

    body: str


class Reads(Formula):
    """A dispute is read in a given way (an open question owned by the interpreter; one reading holds in each world)."""

    dispute: str
    reading: str


class Keeps(Formula):
    """A bracket is resolved in a given way (owned by the drafters; one alternative holds in each world)."""

    bracket: str
    alternative: str


class Not(Formula):
    part: Formula


class And(Formula):
    parts: tuple[Formula, ...]


class Or(Formula):
    parts: tuple[Formula, ...]


ALWAYS = Always()
Atom = Is | Has | Happens | ReferredTo | Reads | Keeps
