"""Answers as plain values: what is printed, written to JSON and compared in tests.

Everything here is words and rule numbers, already decided; writers only lay it out. Lists are in the order in which
they should be read.
"""

from __future__ import annotations

from proclogic.values import Value

OF_RIGHT, BY_DEFAULT, BY_LEAVE, NOT_CONFERRED, PROHIBITED = (
    "of-right",
    "by-default",
    "by-leave",
    "not-conferred",
    "prohibited",
)
VERDICTS = (OF_RIGHT, BY_DEFAULT, BY_LEAVE, NOT_CONFERRED, PROHIBITED)  # best first
OF_A_KIND = {  # the same of a question whether somebody is of a kind, in words
    OF_RIGHT: "Yes.",
    BY_DEFAULT: "Yes, unless somebody acts against it.",
    BY_LEAVE: "Only if somebody acts for it.",
    NOT_CONFERRED: "No.",
    PROHIBITED: "No.",
}
YES, NO, OPEN, CONDITIONAL = "yes", "no", "open", "conditional"


class Mark(Value):
    """A mark on a verdict. `kind`: "contested", "pending", "conflicting", "open" (brackets), "turns on", "depends" (on
    qualities, bodies or objects left open), "unregulated". `detail` is its object in words: the body that has to
    decide, the WORD,
    the words in dispute."""

    kind: str
    detail: str = ""
    rules: tuple[str, ...] = ()


class DecidedBy(Value):
    """How an agent decides, from one provision: "a majority of the States Parties present and voting".

    `make` and `prevent` are the smallest coalitions in words, with numbers appended when the question gives them;
    `keeps` the choices of brackets under which it stands, in words that `decision` ends with."""

    decision: str
    make: str
    prevent: str
    rules: tuple[str, ...]
    layer: str = "rules"
    counts: bool = True  # whether its layer is one of those that count
    keeps: str = ""


class Act(Value):
    """An act that matters to the answer: an own step, a gate, a blocking act or refusal, a presumed duty.

    `agent` is whose act it is ("the Conference", "any one State Party", "it"); `text` the act with its agent as a
    clause in
    the third person ("the Conference decides to admit it"); `deadline` in words; `given` is "" (not mentioned), "done"
    or "not done"; `rules` the provisions that speak of it; `decided` how the agent decides ("" entries never occur;
    empty when the agent acts alone); `unsettled` is true when the agent decides but no counted rule gives the majority;
    `refusal` when the blocking consists in withholding the act; `base` is the event in its base form without the agent
    ("apply to the bureau for observer status"), for "it must ..."."""

    agent: str
    text: str
    event: str
    deadline: str = ""
    given: str = ""
    rules: tuple[str, ...] = ()
    decided: tuple[DecidedBy, ...] = ()
    unsettled: bool = False
    refusal: bool = False
    base: str = ""


class Way(Value):
    """Acts that together do something: let it in, end the right, obtain it. One of several alternatives."""

    acts: tuple[Act, ...]


class Blockers(Value):
    """`sets_off`: the acts that end it while everybody else stays passive; `holds`: the acts and refusals that end it
    whatever the others do. `cut` when there are more than are listed."""

    sets_off: tuple[Way, ...] = ()
    holds: tuple[Way, ...] = ()
    cut: bool = False


class Case(Value):
    """One case of the answer. `when` are alternatives, each a list of conditions in words ("it is in consultative
    status"); empty:
    in every case."""

    when: tuple[tuple[str, ...], ...]
    verdict: str
    outcome: str
    marks: tuple[Mark, ...] = ()
    steps: tuple[Way, ...] = ()  # alternatives; each the own acts it must do
    gates: tuple[Way, ...] = ()
    blockers: Blockers = Blockers()
    presumed: tuple[Act, ...] = ()
    limits: tuple[tuple[str, str], ...] = ()  # (words, provision)
    grounds: tuple[str, ...] = ()
    strength: tuple[str, str] = ("", "")  # (words, provision): the weakest words on the path
    follows: str = ""  # where readings differ: those under which the acts listed stand
    keeps: tuple[Chosen, ...] = ()  # where brackets differ: the choices under which the acts listed stand
    adverse: tuple[Act, ...] = ()  # what has happened and brings the footing down
    gave_way: tuple[GaveWay, ...] = ()
    verdicts: tuple[str, ...] = ()  # those of the readings and brackets that count, best first; `verdict` is the last
    outcomes: tuple[str, ...] = ()  # likewise
    gates_by: tuple[str, ...] = ()  # by what it differs who lets it in: "contested" (readings), "open" (brackets)
    stops_by: tuple[str, ...] = ()  # likewise who can stop it


class ReadingAnswer(Value):
    """What a reading would mean. `verdicts` has more than one entry when other open questions split it."""

    dispute: str  # "17(2)/pending"
    provision: str
    words: str
    reading: str
    authority: str
    standing: str  # preferred, arguable, minority
    verdicts: tuple[str, ...]
    outcome: str
    text: str = ""
    acts: str = ""  # who lets it in and who can stop it under this reading, in words
    contests: bool = False  # whether its dispute is one of those that make the answer contested


class Chosen(Value):
    """A choice made in a text that is not agreed. `text` is the alternative, "" for deletion; `stands` is false where
    the choice is that it does not stand."""

    bracket: str
    provision: str
    text: str
    stands: bool = True
    proposers: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    document: str = ""
    date: str = ""
    of_provisions: bool = False  # an option over whole provisions
    amends: tuple[str, ...] = ()  # who proposed the text as it was, where an amendment changed it


class Resolution(Value):
    """A smallest set of choices after which the answer no longer turns on the brackets, and what it then is. More than
    one verdict where other open questions split it; `when` is the case it is about; `text` is the answer in words,
    where a question has no verdict. `acts` says in words who lets it in, who stops it, what is presumed and with which
    words, where the brackets change that; with `settles_acts` it is this that the choices settle, the ruling being
    settled without them or by fewer."""

    choices: tuple[Chosen, ...]
    verdicts: tuple[str, ...]
    outcome: str
    when: tuple[tuple[str, ...], ...] = ()
    text: str = ""
    acts: str = ""
    settles_acts: bool = False


class Beside(Value):
    """What another layer would add: the answer with that layer counted too, as a whole.

    `verdict` is the lowest of its `verdicts`, "" for questions that have none; `marks` are those that say how the
    verdicts are to be read, and those that the answer beside which it stands does not have. `text` is what differs, in
    words: the cases, who lets it in, who stops it, limits. `rules` are the provisions of the layer it rests on,
    `source` where they are found ("" where the text does not say), `certainty` the least of theirs."""

    layer: str
    verdict: str
    outcome: str
    text: str
    rules: tuple[str, ...]
    source: str = ""
    certainty: str = ""
    verdicts: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()


class Cited(Value):
    """A provision that the answer names, for the list of sources. `amended_by` are the overlays that made it so, and
    `proposers` those who proposed it."""

    provision: str
    heading: str
    layer: str
    certainty: str
    source: str
    text: str = ""
    amended_by: tuple[str, ...] = ()
    proposers: tuple[str, ...] = ()


class Amended(Value):
    """An amendment that bears on the question. `kind`: "replace", "insert", "delete", "change" (of some words: `before`
    and `after` are those words); `overlay` is the ruleset that says so."""

    kind: str
    provision: str
    overlay: str
    proposers: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


class GaveWay(Value):
    """A rule that says the contrary of another and gives way `to` it by a canon: "higher", "specific", "later"."""

    rule: str
    to: str
    canon: str


class AskedAs(Value):
    """How a question in the words of one ruleset was put to another, through a mapping.

    `words_of` is the ruleset whose words it has, `mapping` the file; `question` is the question in the words of the
    ruleset that answers, "" where it could not be put. `of` names the counterparts that were taken where a word has
    several; `inexact` says in sentences which words are wider or narrower; `missing` are the words in the way."""

    words_of: str
    mapping: str
    question: str = ""
    of: str = ""
    inexact: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Answer(Value):
    """The answer to one question under one ruleset.

    `verdict` is the lowest that holds in every case and every reading that counts; `verdicts` all that occur, best
    first. `outcome`: yes, no, open, conditional. `says` is a short plain sentence for questions without a verdict (and
    for "is" and "must" questions beside it). `rows` are the cells of who/what/where questions."""

    ruleset: str
    title: str
    question: str
    form: str
    verdict: str = ""
    verdicts: tuple[str, ...] = ()
    outcome: str = ""
    marks: tuple[Mark, ...] = ()
    says: str = ""
    cases: tuple[Case, ...] = ()
    grounds: tuple[str, ...] = ()
    steps: tuple[Way, ...] = ()
    gates: tuple[Way, ...] = ()
    blockers: Blockers = Blockers()
    limits: tuple[tuple[str, str], ...] = ()
    presumed: tuple[Act, ...] = ()
    strength: tuple[str, str] = ("", "")
    layers: tuple[str, ...] = ()
    certainty: str = ""
    readings: tuple[ReadingAnswer, ...] = ()
    resolutions: tuple[Resolution, ...] = ()  # where it turns on brackets: the smallest sets that decide it
    beside: tuple[Beside, ...] = ()
    silences: tuple[tuple[str, str], ...] = ()  # (what the text does not say, provision)
    fallen: tuple[tuple[str, str], ...] = ()  # (why it fell away by a choice in brackets, provision)
    others: tuple[tuple[str, str], ...] = ()  # for silence: (who else has it, provision)
    examined: tuple[str, ...] = ()  # "treaty and rules", "3 disputes, 7 readings", ...
    cited: tuple[Cited, ...] = ()
    silence: str = "not conferred"  # how the ruleset reads silence
    hypothetical: bool = False
    arithmetic: tuple[str, ...] = ()  # each step of a count, in words
    rows: tuple[Row, ...] = ()
    silent: int = 0  # combinations that were asked about and are no row, because no rule speaks of them
    complete: bool = True
    sampled: int = 0  # where it is not complete: how many ways to choose among readings and brackets were examined
    at_least: str = ""  # where it is not complete: the verdict below which no choice leads, "" where none was shown
    one_choice: bool = False  # the acts are told for one choice of readings and brackets: in others they may differ
    asked_as: AskedAs | None = None  # when it was asked in the words of another ruleset
    takes: Act | None = None  # the decision that a body takes in using the power it is asked about
    amendments: tuple[Amended, ...] = ()  # of overlays, that bear on the question
    gave_way: tuple[GaveWay, ...] = ()  # rules to the contrary, which a canon puts behind those that answer


class Ruled(Value):
    """What an answer is once choices are made. `when` are those choices, as pairs of a dispute and its reading, or of a
    bracket and its alternative; the rest as in a row."""

    when: tuple[tuple[str, str], ...]
    verdicts: tuple[str, ...]
    marks: tuple[Mark, ...]
    condition: str


class Choosable(Value):
    """What a reader may choose: `group` is a dispute ("reading") or a bracket ("bracket"). `options` are its readings
    or alternatives: the name, the words ("" for deletion), and in words who reads it so, or who proposes it."""

    group: str
    sort: str
    provision: str
    words: str
    options: tuple[tuple[str, str, str], ...]


class Row(Value):
    """One line of a who/what/where answer or one cell of the matrix."""

    actor: str
    act: str
    body: str
    object: str
    verdict: str
    verdicts: tuple[str, ...]
    outcome: str
    marks: tuple[Mark, ...]
    condition: str  # in short: "if the Conference approves; not if a State Party objects"
    grounds: tuple[str, ...]
    answer: Answer | None = None
    does: str = ""  # the act with its body and object, as one says it: "speak in the Conference on a topic"
    under: tuple[Ruled, ...] | None = ()  # what it is under choices (`under_choices`), where asked for; None: not known


class Matrix(Value):
    """Actor x act x body under one ruleset."""

    ruleset: str
    title: str
    actors: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]  # (act, body)
    rows: tuple[Row, ...]
    layers: tuple[str, ...]
    complete: bool = True
    cited: tuple[Cited, ...] = ()
    choosable: tuple[Choosable, ...] = ()  # where asked for: the choices that change some row (`Row.under`)
