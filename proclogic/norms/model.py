"""The intermediate form of a ruleset: vocabulary, conditions, norms, disputes.

Everything downstream (the reference evaluator, the ASP program, the answers) reads these values and nothing else.
Ids of declared things are their phrases in lower case without article ("ngo", "plenary meeting of the conference").
"""

from __future__ import annotations

from proclogic.sources import NOWHERE, Span
from proclogic.values import Value

# ------------------------------------------------------------------------------------------------ vocabulary

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
    `negative` is the negative form of a "does" predicate ("did not sign the Convention").
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
    span: Span = NOWHERE
    _apart = ("span",)


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


class Vocabulary(Value):
    """Everything declared, in the order of declaration. `disjoint` are sets of kind ids, pairwise disjoint."""

    kinds: tuple[Kind, ...] = ()
    acts: tuple[Act, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    events: tuple[Event, ...] = ()
    words: tuple[Word, ...] = ()
    disjoint: tuple[tuple[str, ...], ...] = ()


# ------------------------------------------------------------------------------------------------- conditions


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

# ------------------------------------------------------------------------------------------------------ norms

STRENGTHS = (
    "is entitled to",
    "shall be accorded",
    "should be accorded",
    "as a rule",
    "may",
    "may be accorded",
    "may be invited",
)  # strongest first
# words of the other effects: "shall", "will", "should" for duties, "may not", "shall not" for prohibitions, "has", "is"

LAYERS = ("treaty", "rules", "practice", "opinion", "proposal", "hypothetical")  # higher first
CERTAINTIES = ("verbatim", "secondary", "own knowledge", "gap")  # surest first


class Effect(Value):
    """What a norm does when it is effective: one of the classes below."""


class Permit(Effect):
    """Grants an act. `body` and `object` are kind ids, "" when the norm names none (it then covers every one)."""

    act: str
    body: str = ""
    object: str = ""


class Forbid(Effect):
    """Forbids an act."""

    act: str
    body: str = ""
    object: str = ""


class Accord(Effect):
    """Gives a status."""

    status: str


class Deny(Effect):
    """Takes or withholds a status."""

    status: str


class Deem(Effect):
    """Makes the individual of a sort count as a kind."""

    sort: str
    kind: str


class Oblige(Effect):
    """Lays a duty: the bearer brings about an event, presumed done unless the question says otherwise.
    `owed` is the kind of the counterpart, which has a claim ("" when the text names none)."""

    event: str
    agent: str
    deadline: Deadline | None = None
    owed: str = ""


class Refer(Effect):
    """Refers the matter to a body (an actor kind), on whose decision things then turn."""

    body: str


class Disapply(Effect):
    """Takes norms out of application for those whom this norm covers: no conclusion at all. `targets` are norm ids."""

    targets: tuple[str, ...]


class DecideBy(Effect):
    """Gives the decision rule of a class of matter (`matter`) or of one event (`event`) by `agent` ("" for any)."""

    decision: Decision
    matter: str = ""
    event: str = ""
    agent: str = ""


class Classify(Effect):
    """Says of which class of matter an event is, when done by `agent` ("" for any)."""

    event: str
    matter: str
    agent: str = ""


class Quorum(Effect):
    """What must be present. `purpose` is "debate" or "decision"; `body` the body kind, "" for every one."""

    share: Share
    purpose: str
    body: str = ""


class Prevail(Effect):
    """Says that some texts prevail over others where they clash. Each side is a layer name ("treaty") or norm ids."""

    winners: tuple[str, ...]
    losers: tuple[str, ...]


class GivesNothing(Effect):
    """The author's statement that the provision confers nothing of this kind (it grounds the answer "not conferred").
    `act` "" stands for anything."""

    act: str = ""
    body: str = ""
    object: str = ""


class Limit(Value):
    """A limit on a grant. Either a declared `phrase` (through a limited number of representatives), or an amount
    (`at_most` 2000, `unit` "word"). `soft` when the words are "should be limited"."""

    phrase: str = ""
    at_most: int = 0
    unit: str = ""
    soft: bool = False


class Norm(Value):
    """One rule of the ruleset.

    It is *applicable* in a world when the world has `subject`, `condition` and `guard`, and, for Permit and Forbid,
    when it covers the cell: the cell's act is its act or a form of it, the body individual is of its body kind, the
    object individual of its object kind.

    `subject` says of whom (or of which meeting, or object) the norm speaks; `condition` is everything that if, unless,
    except and provided that add; `guard` are the readings and bracket resolutions under which the norm stands in the
    text at all; `about` is the sort of the individual the norm speaks of. `prevails` and `saves` are filled by
    `proclogic.norms.order`: the ids of the norms this one defeats where they clash.
    """

    id: str  # unique: "17(2)", "17(2)#2" for a further norm of the provision, "17(3)(a) as applied by 2(2)"
    provision: str  # what a lawyer cites: "17(2)"
    effect: Effect
    subject: Formula = ALWAYS
    condition: Formula = ALWAYS
    guard: Formula = ALWAYS
    about: str = ACTOR
    strength: str = ""
    limits: tuple[Limit, ...] = ()
    notwithstanding: tuple[str, ...] = ()  # norm ids
    subject_to: tuple[str, ...] = ()  # norm ids
    without_prejudice: tuple[str, ...] = ()  # norm ids
    prevails: tuple[str, ...] = ()  # norm ids this norm defeats where they clash, after the canons
    by_canon: tuple[tuple[str, str], ...] = ()  # (norm id, canon) for those of `prevails` that rest on a canon
    via: tuple[str, ...] = ()  # provisions by which it was carried here (renvoi): ("2(2)",)
    monopoly: bool = False  # the prohibition half of "only X may"
    layer: str = "rules"
    certainty: str = "verbatim"
    text: str = ""  # the sentence it came from
    span: Span = NOWHERE
    _apart = ("span", "text")


class Reading(Value):
    """One way to read disputed words. `standing` is "preferred" (the better view), "arguable" or "minority" (shown, but
    not enough to make an answer contested)."""

    name: str
    authority: str = ""
    standing: str = "arguable"
    text: str = ""


class Dispute(Value):
    """Words that are read in several ways. Exactly one of `readings` holds in each world."""

    id: str  # "17(2)" or "17(2)/late list"
    provision: str
    words: str
    readings: tuple[Reading, ...]
    span: Span = NOWHERE
    _apart = ("span",)


DELETED = "(deleted)"  # the name of the alternative that a bracket goes


class Alternative(Value):
    """One resolution of a bracket, with those who want it and where they said so."""

    name: str
    proposers: tuple[str, ...] = ()
    text: str = ""
    supporters: tuple[str, ...] = ()
    document: str = ""
    date: str = ""


class Bracket(Value):
    """Text that is not agreed. Exactly one of `alternatives` holds in each world. `of_provisions` when they are whole
    provisions: Option 1 and Option 2, or 17 and 17 alt."""

    id: str
    provision: str
    alternatives: tuple[Alternative, ...]
    span: Span = NOWHERE
    of_provisions: bool = False
    _apart = ("span",)


class Amendment(Value):
    """What an overlay does to the text it amends. `kind` is "replace", "insert", "delete" or "change" (of some words
    of a provision: `before` and `after` are those words)."""

    kind: str
    number: str
    proposers: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    span: Span = NOWHERE
    _apart = ("span",)


class SourceNote(Value):
    """Where a text is found."""

    title: str = ""
    symbol: str = ""
    address: str = ""
    date: str = ""


class Provision(Value):
    """A numbered provision with its provenance. `silences` are the author's list of what it does not say; `accepted`
    the codes of the findings on it that the author accepts."""

    number: str
    heading: str = ""
    layer: str = "rules"
    certainty: str = "verbatim"
    source: SourceNote = SourceNote()
    notes: tuple[str, ...] = ()
    silences: tuple[str, ...] = ()
    quote: str = ""
    text: str = ""
    span: Span = NOWHERE
    accepted: tuple[str, ...] = ()
    instrument: str = ""  # the id of the ruleset it was taken from, where that is another one
    proposers: tuple[str, ...] = ()  # of the amendment that made it so
    _apart = ("span", "text")


class Ruleset(Value):
    """A ruleset, ready to be asked. `silence` is "not conferred" or "unregulated"; `canons` are those in force, in
    order, of "higher", "specific", "later"."""

    id: str
    title: str
    vocabulary: Vocabulary
    norms: tuple[Norm, ...]
    provisions: tuple[Provision, ...]
    disputes: tuple[Dispute, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    silence: str = "not conferred"
    canons: tuple[str, ...] = ()
    adopted: str = ""
    layer: str = "rules"
    certainty: str = "verbatim"
    source: SourceNote = SourceNote()
    amends: str = ""  # the id of the ruleset that this one amends, or extends
    amendments: tuple[Amendment, ...] = ()
    above: tuple[str, ...] = ()  # ids of the rulesets by which it is bound
    resolved: tuple[tuple[str, str], ...] = ()  # choices made in brackets: (bracket id, alternative; "" for none)
    hashes: tuple[tuple[str, str], ...] = ()  # (file name, first 12 hex digits of its SHA-256)

    @property
    def usual_layers(self) -> tuple[str, ...]:
        """The layers that count where a question names none: treaty, rules, and the one that the header names."""
        return tuple(x for x in LAYERS if x in ("treaty", "rules", self.layer))


# -------------------------------------------------------------------------------------------------- questions


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
    _apart = ("span",)
