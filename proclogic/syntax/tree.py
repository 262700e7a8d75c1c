"""The surface tree: sentences as written, with the declared words already recognised.

Conditions and decisions are those of the core form; what is kept apart here is what the author said and where (lists
with their shared head, rule numbers not yet looked up, clauses in their order).
"""

from __future__ import annotations

from proclogic.norms.conditions import ALWAYS, Deadline, Decision, Formula, Share
from proclogic.norms.model import Amendment, Limit
from proclogic.norms.questions import Expectation, Question
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import NOWHERE, Span
from proclogic.syntax.nouns import ActPhrase as ActPhrase
from proclogic.syntax.nouns import NounPhrase as NounPhrase
from proclogic.values import Value


class RuleRef(Value):
    """Rules named by number: one (`last` empty), or from `first` to `last`. `layer` instead for "the treaty"."""

    first: str = ""
    last: str = ""
    layer: str = ""
    span: Span = NOWHERE
    _apart = ("span",)


class Verb(Value):
    """What is said of the subject: one of the classes below."""


class Does(Verb):
    """Grants, prohibitions, monopolies. `words`: "may", "is entitled to", "may be invited to", "may not", "shall not",
    "only" ("Only NP may"), "without the right to"."""

    words: str
    acts: tuple[ActPhrase, ...]


class Acts(Verb):
    """Powers ("may") and duties ("shall", "will", "should") on an event."""

    words: str
    event: str
    deadline: Deadline | None = None
    owed: NounPhrase | None = None


class Holds(Verb):
    """Status given or taken. `words`: "has", "is accorded", "shall be accorded", "should be accorded", "may be
    accorded", "has no", "is not accorded", "shall not be accorded", "loses", "is", "is not"."""

    words: str
    predicate: str


class Counts(Verb):
    """... is deemed to be NP."""

    kind: NounPhrase


class Referred(Verb):
    """The matter of (subject) is referred to a body."""

    body: NounPhrase


class Decided(Verb):
    """A matter of MATTER, or whether AGENT EVENT, is decided by a decision. Has no subject."""

    decision: Decision
    matter: str = ""
    event: str = ""
    agent: str = ""


class Classed(Verb):
    """Whether AGENT EVENT is a matter of MATTER. Has no subject."""

    event: str
    agent: str
    matter: str


class Needs(Verb):
    """A decision, or debate, requires that a share is present. Has no subject."""

    purpose: str
    share: Share
    body: NounPhrase | None = None


class Excluded(Verb):
    """Rules named do not apply to (subject)."""

    rules: tuple[RuleRef, ...]


class Carried(Verb):
    """Rules named apply to (subject). `substitutions` are (what stands there now, what it becomes) as kind ids;
    `as_to` is the actor the rules were written for ("as it applies to an NGO")."""

    rules: tuple[RuleRef, ...]
    mutatis_mutandis: bool = False
    substitutions: tuple[tuple[str, str], ...] = ()
    as_to: str = ""


class Prevails(Verb):
    """Rules or a layer prevail over others. Has no subject."""

    winners: tuple[RuleRef, ...]
    losers: tuple[RuleRef, ...]


class Nothing(Verb):
    """Nothing in this provision lets (subject) do the acts, or bring about the event (neither: anything)."""

    acts: tuple[ActPhrase, ...] = ()
    event: str = ""


class Clause(Value):
    """A condition or relation with the word that brings it: "if", "unless", "except for", "notwithstanding", "subject
    to", "without prejudice to", "limit", "as a rule", "without the right to". Where the word is a synonym (where,
    provided that) the canonical word is kept. `lead` when it stands before the sentence."""

    word: str
    condition: Formula = ALWAYS
    nouns: tuple[NounPhrase, ...] = ()  # except for
    rules: tuple[RuleRef, ...] = ()
    limit: Limit | None = None
    acts: tuple[ActPhrase, ...] = ()  # without the right to
    lead: bool = False
    span: Span = NOWHERE
    _apart = ("span",)


class Item(Value):
    """An item of a list: "(b)" with its verb and its own clauses. `amendments` are those that changed it, or the head
    of the list."""

    label: str  # "(b)"
    verb: Verb
    clauses: tuple[Clause, ...] = ()
    text: str = ""
    span: Span = NOWHERE
    amendments: tuple[Amendment, ...] = ()
    _apart = ("span", "text")


class Choice(Value):
    """An alternative of a bracket: its text (which names it), who proposed it, who supports it, where and when. Where
    an amendment changed the text, `amends` are those who had proposed it as it was."""

    text: str
    proposers: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    document: str = ""
    date: str = ""
    amends: tuple[str, ...] = ()
    span: Span = NOWHERE
    _apart = ("span",)


class BracketText(Value):
    """Brackets side by side: alternatives of which one stands."""

    choices: tuple[Choice, ...]
    span: Span = NOWHERE
    _apart = ("span",)


class Sentence(Value):
    """A norm as written. A list has `items` and no `verb` (or the shared words of its head in `shared`: "may").

    `keeps` are the choices under which the sentence reads so: the number of a bracket of the provision (from 1) and the
    text of the alternative that stands; `written` is then the text with its brackets."""

    subjects: tuple[NounPhrase, ...] = ()
    verb: Verb | None = None
    clauses: tuple[Clause, ...] = ()
    items: tuple[Item, ...] = ()
    shared: str = ""
    text: str = ""
    span: Span = NOWHERE
    keeps: tuple[tuple[int, str], ...] = ()
    written: str = ""
    _apart = ("span", "text", "written")


class Beside(Value):
    """A line beside a provision: `word` is "Layer", "Certainty", "Source", "Quote", "Note", "Silent", "Accepted";
    `item` is the list item it is for ("" for the whole provision)."""

    word: str
    values: tuple[str, ...]
    item: str = ""
    span: Span = NOWHERE
    _apart = ("span",)


class ReadingLine(Value):
    """A reading with its sentences (none: "nothing more")."""

    name: str
    sentences: tuple[Sentence, ...] = ()
    authority: str = ""
    standing: str = "arguable"
    dispute: str = ""  # name of the dispute, "" when there is one only
    words: str = ""
    span: Span = NOWHERE
    _apart = ("span",)


class ProvisionText(Value):
    """A numbered provision as written. Where it has brackets, `sentences` are those that each way of resolving them
    leaves, and `written` is the text with the brackets. `option` is the alternative it belongs to ("Option 1") and
    `options` which group of them in the file (from 1; 0: none). `amendments` are those that changed its rules."""

    number: str
    sentences: tuple[Sentence, ...] = ()
    beside: tuple[Beside, ...] = ()
    readings: tuple[ReadingLine, ...] = ()
    heading: str = ""
    text: str = ""
    span: Span = NOWHERE
    brackets: tuple[BracketText, ...] = ()
    written: str = ""
    options: int = 0
    option: str = ""
    amendments: tuple[Amendment, ...] = ()
    _apart = ("span", "text")


class Header(Value):
    """The lines at the top of a file. `word` as in "Ruleset", "Title", "Uses"; values in order, quotes removed."""

    word: str
    values: tuple[str, ...]
    span: Span = NOWHERE
    _apart = ("span",)


class Document(Value):
    """A parsed file: what it declares is in `vocabulary` (its own declarations only)."""

    headers: tuple[Header, ...] = ()
    vocabulary: Vocabulary = Vocabulary()
    provisions: tuple[ProvisionText, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    options: tuple[BracketText, ...] = ()  # Option 1, Option 2 ... over whole provisions


class Parsed(Value):
    """A parsed question."""

    question: Question
