"""The declared words of a ruleset: kinds, acts, qualities and statuses, events."""

from __future__ import annotations

from proclogic.norms.conditions import Decision
from proclogic.sources import NOWHERE, Span
from proclogic.values import Value

ACTOR, BODY, OBJECT = "actor", "body", "object"  # the sorts; a cell has one individual of each
SORTS = (ACTOR, BODY, OBJECT)


class Kind(Value):
    """A class of individuals of one sort. A sole kind (an officer, a body, UNDP) has one member.

    `phrase` is the singular as declared; `article` is "a", "an", "the" or "". A body declared with `Body:` gives two
    kinds: one of sort BODY (a place where acts happen) and one of sort ACTOR (who decides), with the same id.
    """

    id: str
    sort: str
    phrase: str
    plural: str
    article: str
    parents: tuple[str, ...] = ()
    sole: bool = False
    of: str = ""  # the body an officer, a meeting or a subsidiary body belongs to
    members: str = ""  # for a body: the actor kind that composes it
    also: tuple[str, ...] = ()
    span: Span = NOWHERE
    _apart = ("span",)


class Act(Value):
    """What an actor may do. `at` is the preposition before a body ("" for a transitive verb: attend the plenary);
    `on` the preposition before an object; `object` the object kind it takes ("" for none)."""

    id: str
    phrase: str
    takes_body: bool = False
    at: str = ""
    object: str = ""
    on: str = ""
    includes: tuple[str, ...] = ()  # acts that are forms of this one: a rule on this one covers them
    also: tuple[str, ...] = ()
    span: Span = NOWHERE
    _apart = ("span",)


class Predicate(Value):
    """What may be said of an individual.

    `role`: "quality" (a fact: open, nobody owns it), "judgement" (an open-textured word: open, owned by `judge`, "" for
    nobody) or "status" (derived from the norms that accord and deny it).
    `form`: "is" (it is in consultative status), "has" (it has observer status), "does" (it signed the Convention),
    "word" (a relevant NGO; it is relevant).
    `negative` is the negative form of a "does" predicate ("did not sign the Convention"); `article` stands before what
    is had (it has a conflict of interest), "" for none.
    """

    id: str
    sort: str
    role: str
    form: str
    phrase: str
    negative: str = ""
    judge: str = ""
    of: str = ""  # the kind it is said of, "" for any of the sort
    also: tuple[str, ...] = ()
    article: str = ""
    span: Span = NOWHERE
    _apart = ("span",)

    @property
    def had(self) -> str:
        """What is had, with its article: "a conflict of interest", "observer status"."""
        return f"{self.article} {self.phrase}".strip()


class Event(Value):
    """An act of somebody on which rules turn. `agents` are the actor kinds that can do it, "actor" for the actor.

    `phrase` is the base form (object to it), `third` (objects to it), `past` (objected to it).
    `matter` is the class of matter it is decided as ("" when the text does not say), `decision` the decision rule
    declared with the event (None when no text gives one).
    """

    id: str
    phrase: str
    third: str
    past: str
    agents: tuple[str, ...]
    matter: str = ""
    decision: Decision | None = None
    also: tuple[str, ...] = ()
    span: Span = NOWHERE
    _apart = ("span",)


class Word(Value):
    """A declared word of a small class: `sort` is "moment" (the session), "matter" (procedure), "limit" (through a
    limited number of representatives) or "unit" (word, minute, representative)."""

    id: str
    sort: str
    phrase: str
    plural: str = ""
    article: str = ""
    span: Span = NOWHERE
    _apart = ("span",)


class Rung(Value):
    """A rung of a ladder: an act, and what it is done to where the ladder names a kind of object ("" for any)."""

    act: str
    object: str = ""


class Input(Value):
    """What a decision should be informed by: an event or an act (`what`, of the sort "event" or "act"), and the event
    before which it belongs."""

    what: str
    sort: str
    before: str
    span: Span = NOWHERE
    _apart = ("span",)


class Vocabulary(Value):
    """Everything declared, in the order of declaration. `disjoint` are sets of kind ids, pairwise disjoint. A ladder
    names acts, the lowest first: whoever may do a higher one needs the lower ones for it."""

    kinds: tuple[Kind, ...] = ()
    acts: tuple[Act, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    events: tuple[Event, ...] = ()
    words: tuple[Word, ...] = ()
    disjoint: tuple[tuple[str, ...], ...] = ()
    ladders: tuple[tuple[Rung, ...], ...] = ()
    inputs: tuple[Input, ...] = ()
