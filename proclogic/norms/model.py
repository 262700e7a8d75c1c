"""The intermediate form of a ruleset: vocabulary, conditions, norms, disputes.

Everything downstream (the reference evaluator, the ASP program, the answers) reads these values and nothing else.
Ids of declared things are their phrases in lower case without article ("ngo", "plenary meeting of the conference").
"""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.norms.conditions import ALWAYS, Deadline, Decision, Formula, Share
from proclogic.norms.vocabulary import ACTOR, Vocabulary
from proclogic.sources import NOWHERE, Span
from proclogic.values import Value

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
NOT_STATED = "not stated"  # how surely a text is known where its file does not say
CERTAINTIES = ("verbatim", "secondary", NOT_STATED, "own knowledge", "gap")  # surest first


def layer_without_line(headers: Iterable[str]) -> str:
    """The layer of a ruleset whose header names none: it is a proposal where it amends another, or says who proposes
    it. `headers` are the words that its lines at the top begin with."""
    return "proposal" if {"amends", "proposed by"} & {h.casefold() for h in headers} else "rules"


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
    certainty: str = NOT_STATED
    text: str = ""  # the sentence it came from
    span: Span = NOWHERE
    written: str = ""  # that sentence with its brackets, where it has any
    _apart = ("span", "text", "written")


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


AS_APPLIED = " as applied by "  # between the ids of a norm that was carried and of the sentence that carries it
DELETED = "(deleted)"  # the name of the alternative that a bracket goes


class Alternative(Value):
    """One resolution of a bracket, with those who want it and where they said so; `amends` are those who proposed the
    text as it was, where an amendment changed it."""

    name: str
    proposers: tuple[str, ...] = ()
    text: str = ""
    supporters: tuple[str, ...] = ()
    document: str = ""
    date: str = ""
    amends: tuple[str, ...] = ()


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
    of a provision: `before` and `after` are those words). `overlay` is the id of the ruleset that proposes it, "" where
    a ruleset adapts what it takes over."""

    kind: str
    number: str
    proposers: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    span: Span = NOWHERE
    overlay: str = ""
    _apart = ("span",)


class SourceNote(Value):
    """Where a text is found."""

    title: str = ""
    symbol: str = ""
    address: str = ""
    date: str = ""


class Acceptance(Value):
    """A finding that the author lets stand, by its code, and why."""

    code: str
    reason: str = ""


class Provision(Value):
    """A numbered provision with its provenance. `silences` are the author's list of what it does not say; `accepted`
    the findings on it that the author accepts."""

    number: str
    heading: str = ""
    layer: str = "rules"
    certainty: str = NOT_STATED
    source: SourceNote = SourceNote()
    notes: tuple[str, ...] = ()
    silences: tuple[str, ...] = ()
    quote: str = ""
    text: str = ""
    span: Span = NOWHERE
    accepted: tuple[Acceptance, ...] = ()
    instrument: str = ""  # the id of the ruleset it was taken from, where that is another one
    proposers: tuple[str, ...] = ()  # of the amendments that made it so
    amendments: tuple[Amendment, ...] = ()  # those of overlays that made it so
    _apart = ("span", "text")


class Fallen(Value):
    """A provision, or sentences of it, of which choices in brackets leave nothing; its norms, as if it stood."""

    provision: str
    why: str
    norms: tuple[Norm, ...]


class Unentered(Value):
    """A term that a carrying sentence says nothing of: it is left as it is in the rules of these provisions."""

    provision: str  # of the carrying sentence
    phrase: str
    where: tuple[str, ...]
    span: Span = NOWHERE
    _apart = ("span",)


class Ruleset(Value):
    """A ruleset, ready to be asked. `silence` is "not conferred" or "unregulated"; `canons` are those in force, in
    order, of "higher", "specific", "later".

    Of an overlay, `overlaid` are the layers of all whose amendments are made in its text, `beneath` those of the
    headers of what it amends, and `unamended` is the text without the amendments of (the lowest of) these layers."""

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
    certainty: str = NOT_STATED
    source: SourceNote = SourceNote()
    amends: str = ""  # the id of the ruleset that this one amends, or extends
    amendments: tuple[Amendment, ...] = ()
    above: tuple[str, ...] = ()  # ids of the rulesets by which it is bound
    resolved: tuple[tuple[str, str], ...] = ()  # choices made in brackets: (bracket id, alternative; "" for none)
    choices: tuple[str, ...] = ()  # the texts that made them: "17(2): EU", "agreed"
    fallen: tuple[Fallen, ...] = ()  # what these choices leave nothing of
    hashes: tuple[tuple[str, str], ...] = ()  # (file name, first 12 hex digits of its SHA-256)
    overlaid: tuple[str, ...] = ()
    beneath: tuple[str, ...] = ()
    unamended: Ruleset | None = None
    unentered: tuple[Unentered, ...] = ()  # what substitutions have no entry for

    @property
    def usual_layers(self) -> tuple[str, ...]:
        """The layers that count where a question names none: treaty, rules, the one that the header names, and those of
        the text that an overlay amends."""
        return tuple(x for x in LAYERS if x in ("treaty", "rules", self.layer, *self.beneath))

    def counting(self, layers: Iterable[str]) -> Ruleset:
        """The text that stands where these layers count: without the amendments of overlays whose layer does not."""
        counted, found = set(layers), self
        while found.unamended is not None and not counted.issuperset(found.overlaid):
            found = found.unamended
        return found
