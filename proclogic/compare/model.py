"""Comparisons as plain values: what is printed, written to JSON and tested. A is the first side, B the second."""

from __future__ import annotations

from proclogic.answers.model import NOT_CONFERRED, PROHIBITED
from proclogic.norms.conditions import Formula
from proclogic.values import Value

SAME, WIDER, NARROWER, DIFFERENT = "same", "wider", "narrower", "different"
RELATIONS = (WIDER, NARROWER, DIFFERENT, SAME)
MIRROR = {WIDER: NARROWER, NARROWER: WIDER, DIFFERENT: DIFFERENT, SAME: SAME}
A, B = "a", "b"
KEPT, GONE, COME = "kept", "gone", "come"

# How a difference shows, each with its mirror. The first of a pair is a gain where one of the two is. (What became
# prohibited, and was conferred, became conferred the other way round.)
GAINS = {
    "became conferred": "became silent",
    "no longer prohibited": "became prohibited",
    "no longer discretionary": "now discretionary",
    "can no longer be stopped": "can now be stopped",
    "condition dropped": "condition added",
    "step dropped": "step added",
    "leave dropped": "leave added",
    "harder to block": "easier to block",
    "stronger words": "weaker words",
}
PAIRED = {
    "became contested": "no longer contested",
    "depends on brackets": "no longer depends on brackets",
    "rules now clash": "rules no longer clash",
}
CHANGED = ("limits changed", "deadline changed", "majority changed", "other leave", "prohibited elsewhere")
KINDS = (*GAINS, *GAINS.values(), *PAIRED, *PAIRED.values(), *CHANGED)


class Instance(Value):
    """What shows a difference that no world shows. `sort` is "votes" (60 vote for and 40 vote against), "number" (with
    501 words), "otherwise" (otherwise than a limit says) or "words"; `a` and `b` are what each side says, in words.
    `question` and `question_b` ask for it, as in a witness; `why` says why nothing shows it, where nothing does."""

    sort: str
    situation: str
    a: str
    b: str
    question: str = ""
    question_b: str = ""
    options: tuple[str, ...] = ()
    options_b: tuple[str, ...] = ()
    why: str = ""


class Finer(Value):
    """One way in which B differs from A. `kind` is one of KINDS; `detail` says what, in words ("the Chair lists it";
    "A: 30 days before the session; B: 15 days before the session"). `instances` show it where a world does not, and are
    made from what it is `about`."""

    kind: str
    detail: str = ""
    about: object = None
    instances: tuple[Instance, ...] = ()
    _apart = ("about", "instances")


class Side(Value):
    """What one ruleset says of the case: `verdicts` of the readings and brackets that count, best first, `verdict` the
    lowest of them; `marks` as in an answer ("contested", "open", "conflicting", "turns on"); `short` the conditions in
    a line; `rules` the provisions it rests on, with those that its marks name; `unknown` whether the text of "some" or
    "all" of them is not known. `bears` are provisions that bear on it besides: they prohibit it in other situations, or
    let it in after somebody has stopped it."""

    verdict: str
    verdicts: tuple[str, ...]
    outcome: str
    marks: tuple[str, ...] = ()
    short: str = ""
    rules: tuple[str, ...] = ()
    strength: str = ""
    unknown: str = ""
    bears: tuple[str, ...] = ()
    _apart = ("bears",)


class Witness(Value):
    """A world in which A and B differ. `clauses` say what is so there; `a` and `b` are "yes", "no" or "forbidden".
    `question` asks for it in the words of A, `question_b` in those of B ("" where they do not have the words).
    `options` and `options_b` go with them on the command line; `atoms` are what `clauses` say, for replay."""

    clauses: tuple[str, ...]
    a: str
    b: str
    question: str = ""
    question_b: str = ""
    atoms: tuple[tuple[Formula, bool], ...] = ()
    options: tuple[str, ...] = ()
    options_b: tuple[str, ...] = ()


class Difference(Value):
    """One case of one cell. `actor`, `does` (the act with its body and object) and `when` are words of A, of B where A
    has none; `actor_b`, `act_b`, `body_b` and `does_b` name the same cell in words of B. `inclusion` when the relation
    holds in every world; else it is that of the verdicts. `finer` says how the two differ: it may have entries where
    the relation is "same" (other words, limits, deadlines, majorities). `why` says why there is no witness."""

    actor: str
    act: str
    body: str
    does: str
    when: tuple[tuple[str, ...], ...]
    a: Side
    b: Side
    relation: str
    inclusion: bool = True
    finer: tuple[Finer, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    actor_b: str = ""
    act_b: str = ""
    body_b: str = ""
    does_b: str = ""
    why: str = ""

    @property
    def weighs(self) -> bool:
        """Whether it is a gain or a loss: not where neither side gives the thing and both say so in the same words."""
        given = {*self.a.verdicts, *self.b.verdicts} - {NOT_CONFERRED, PROHIBITED}
        return bool(given) or self.a.verdicts != self.b.verdicts

    @property
    def is_same(self) -> bool:
        """Whether nothing at all differs."""
        return self.relation == SAME and not self.finer


class Only(Value):
    """A cell of which some rule of one side speaks, and for which the other lacks `words`."""

    side: str
    words: tuple[str, ...]
    actor: str
    does: str
    act: str = ""
    body: str = ""


class Actor(Value):
    """An actor that was compared: `name` as in the differences, `called` as in a sentence ("States Parties", "the
    President"), `several` unless there is one only; `is_state` for a class of States."""

    name: str
    called: str
    several: bool = True
    is_state: bool = False


class Words(Value):
    """Words that stay (KEPT), go (GONE) or come (COME), `by` whom and when (a date, or "")."""

    text: str
    status: str = KEPT
    by: tuple[str, ...] = ()
    date: str = ""


class Changed(Value):
    """A provision of which some words go or come. `number` is that in the text as amended."""

    number: str
    heading: str
    words: tuple[Words, ...]


class Compared(Value):
    """One side: the ruleset, and what was settled there."""

    id: str
    title: str
    label: str
    layers: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    resolved: tuple[tuple[str, str], ...] = ()


class Comparison(Value):
    """A and B, side by side. `differences` holds every case in which one of the two says something, those that are the
    same too where every one was asked for, else `same` counts the cells that are the same at a glance; `silent` counts
    the cells of which no rule of either speaks. `inexact` says which words stand for more,
    or less, on the other side. `unconfirmed` counts witnesses that the reference evaluator did not confirm (and that
    are not shown); `complete` is false where a cell was too large: `unexamined` are these, in words.
    `beyond` are rules that differ and are not compared in their effect. `actors` are those of the cells compared.
    `hint` says how to ask for what was meant, where nothing could differ. `changed` is the text of what B changes,
    where it amends A."""

    a: Compared
    b: Compared
    differences: tuple[Difference, ...]
    only: tuple[Only, ...] = ()
    same: int = 0
    silent: int = 0
    inexact: tuple[str, ...] = ()
    mapping: str = ""
    unconfirmed: int = 0
    complete: bool = True
    provisions: tuple[Provisions, ...] = ()
    actors: tuple[Actor, ...] = ()
    unexamined: tuple[str, ...] = ()
    beyond: tuple[Beyond, ...] = ()
    hint: str = ""
    changed: tuple[Changed, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether there is any difference in what the two give, in what they have words for, or in other rules."""
        return bool(self.only or self.beyond) or not all(d.is_same for d in self.differences)


class Beyond(Value):
    """Rules of a sort that is not compared in its effect ("duties"): the provisions of A and of B whose words the other
    side has in no rule."""

    what: str
    a: tuple[str, ...]
    b: tuple[str, ...]


class Provisions(Value):
    """Texts of both sides that stand for each other: `relation` is "same words", "other words", "only a", "only b";
    `marked` the words of A and B in one, with {+new+} and {-gone-}; `effects` what differs by them."""

    a: str
    b: str
    a_text: str
    b_text: str
    relation: str
    marked: str = ""
    effects: tuple[str, ...] = ()
