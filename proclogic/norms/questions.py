"""Questions with what they give, and what is expected of their answers."""

from __future__ import annotations

from proclogic.norms.conditions import Deadline, Formula, Happens
from proclogic.sources import NOWHERE, Span
from proclogic.values import Value


class Individual(Value):
    """The individual a question is about: its kinds (all of them true of it) and the phrase the question used."""

    kinds: tuple[str, ...]
    phrase: str = ""
    _apart = ("phrase",)


class Fact(Value):
    """Something given. `atom` with its truth value; or, for an event, numbers that decide the atoms of that event:
    `period` (20 days before the session), `count` and `of` (60 of the 190 present object, `base` "present")."""

    atom: Formula  # Is, Has, Happens or ReferredTo
    holds: bool
    text: str = ""
    period: Deadline | None = None
    count: int | None = None
    of: int | None = None
    base: str = ""
    span: Span = NOWHERE
    _apart = ("span", "text")


class Cell(Value):
    """What is asked: an entitlement (`act`), a status or kind (`holds`: "does an NGO have observer status?"), always of
    these individuals. `by` limits the question to what the norms of these provisions confer ("under rule 17(1)")."""

    actor: Individual
    act: str = ""
    body: Individual | None = None
    object: Individual | None = None
    holds: Formula | None = None  # Has(status) or Is(kind), when no act is asked
    by: tuple[str, ...] = ()


class Question(Value):
    """A parsed question. `form` is
    "may" (may A do X?), "is" (is the plenary public? does A have status S?), "who", "what", "where" (lists of cells,
    with "" or None for what is asked), "must" (must the secretariat circulate the list?), "majority" (which majority is
    needed for the Conference to admit it?), "when" (by when must a State Party object?), "carried" (is a matter of
    procedure carried, if 10 vote for?), "prevails" (which prevails, the treaty or the rules?).
    """

    form: str
    text: str
    cell: Cell | None = None
    event: Happens | None = None  # must, majority, when, carried
    matter: str = ""  # carried, majority
    sides: tuple[str, str] = ("", "")  # prevails
    numbers: tuple[tuple[str, int], ...] = ()  # ("parties", 190), ("participating", 98), ("present", 40),
    #                                            ("for", 10), ("against", 8), ("abstaining", 22)
    facts: tuple[Fact, ...] = ()
    span: Span = NOWHERE
    _apart = ("span",)


class Expectation(Value):
    """A question of `queries/` with what its author expects. Empty fields expect nothing."""

    name: str  # "Q18"
    question: Question
    under: tuple[str, ...] = ()  # ruleset ids
    verdict: str = ""  # of-right, by-default, by-leave, not-conferred, prohibited
    marks: tuple[str, ...] = ()  # contested, pending, conflicting, turns on, open
    outcome: str = ""  # yes, no, open, conditional
    readings: tuple[tuple[str, str, str], ...] = ()  # (provision or dispute id, reading name, verdict)
    agents: tuple[str, ...] = ()  # "by leave of the Conference"
    answer: str = ""  # for the other forms: words that the answer must contain
    because: tuple[str, ...] = ()  # provisions that must be among the grounds
    certainty: str = ""
    note: str = ""
    span: Span = NOWHERE
    layers: tuple[str, ...] = ()  # those that count, literally; none: the usual ones
    resolve: tuple[str, ...] = ()  # choices in brackets: "17(2): EU", "Option A", "agreed"
    claim: str = ""  # "always" or "never": what is asked about is so in every world that fits the question, or in none
    _apart = ("span",)
