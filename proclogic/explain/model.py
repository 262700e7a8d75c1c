"""Explanations as plain values: what is printed, written to JSON, drawn and tested.

Everything in words is already decided, from the frames of a language; writers only lay it out.
"""

from __future__ import annotations

from proclogic.answers.model import Act, Answer
from proclogic.norms.conditions import Formula
from proclogic.values import Value

# Of what kind a step is. First those that rest on further steps, then the leaves.
RULE = "rule"  # a rule takes effect
STOPPED = "stopped"  # a rule takes no effect
DERIVED = "derived"  # something that follows from rules: a status, a kind, a referral, a duty presumed done
PRESUMED = "presumed"  # a duty is taken as performed
ALSO = "also"  # a rule takes effect as well, to the same end
AGAIN = "again"  # as explained before
GIVEN = "given"  # the question says so
ASKED = "asked"  # it is what the question asks about
KIND = "kind"  # the declared classes say so
CASE = "case"  # so in this case: nobody owns the fact
OWN = "own"  # an act of the one who asks
LEAVE = "leave"  # an act of others that it takes
PASSIVE = "passive"  # an act of others that must not come
JUDGED = "judged"  # an open-textured word, with its judge or without
READING = "reading"  # how disputed words are read
BRACKET = "bracket"  # how text that is not agreed is resolved
NONE = "none"  # no rule gives it
LEAVES = (GIVEN, ASKED, KIND, CASE, OWN, LEAVE, PASSIVE, JUDGED, READING, BRACKET, NONE)


class Step(Value):
    """One line of a derivation. `text` is a clause or a rule as a sentence; `note` says on what it rests ("given", "its
    own step"); `parts` are its reasons. A leaf has the `atom` it is about and whether that `holds`; a rule its `norm`
    id and `quote`, the author's sentence. `aside` is a step that only shows that something does not stand in the
    way."""

    kind: str
    text: str
    note: str = ""
    rules: tuple[str, ...] = ()
    norm: str = ""
    quote: str = ""
    layer: str = ""
    parts: tuple[Step, ...] = ()
    atom: Formula | None = None
    holds: bool = True
    aside: bool = False


class Why(Value):
    """A derivation in one world. `title` says of what ("It may attend"); `under` the readings and brackets it follows,
    in words; `world` the atoms that hold there; `true` whether what is asked holds there, or (`forbidden`) whether it
    is forbidden; `against` the rules that could have decided otherwise and do not."""

    title: str
    verdict: str
    outcome: str
    entitled: bool
    forbidden: bool = False
    under: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    against: tuple[Step, ...] = ()
    reason: tuple[tuple[Formula, bool], ...] = ()  # a smallest set of answers to open questions that forces it
    world: frozenset[Formula] = frozenset()
    clash: bool = False  # the steps are of a grant and of a prohibition with no order between them


class Change(Value):
    """Something after which the answer is another. `texts` are its parts as clauses, `atoms` the same for replay;
    `verdicts` (several where facts left open
    split it) and `outcome` what the answer then is; `question` the question that asks for it."""

    texts: tuple[str, ...]
    kinds: tuple[str, ...]
    verdicts: tuple[str, ...]
    outcome: str
    atoms: tuple[tuple[Formula, bool], ...] = ()
    question: str = ""


class Explained(Value):
    """One case of the answer: `when` as in the answer; why it holds (footing), why not as things stand, what would
    change it; `more` changes were found and neither replayed nor listed."""

    when: tuple[tuple[str, ...], ...]
    verdict: str
    outcome: str
    whys: tuple[Why, ...] = ()
    changes: tuple[Change, ...] = ()
    more: int = 0


class Explanation(Value):
    """The explanation of one answer. `asked` is "may", "why" or "why not"; `premise` is what a question with why
    takes as so, where the answer is that it is not. `cases` are in the order of the answer's; `left_out` counts
    those that were not explained. `others` says who else has it, each with its rules (the provision, and those by
    which it was carried here) and its sentence. `upto` is the number of changes up to which every set was looked
    at, `duties` whether the omission of what is presumed was. `decisions` are the acts of bodies that a derivation
    rests on or that would change the answer, with how each is decided. `gists` are the rules that the brief
    explanation tells, by norm id, without their conditions."""

    answer: Answer
    asked: str
    cases: tuple[Explained, ...] = ()
    left_out: int = 0
    others: tuple[tuple[str, tuple[str, ...], str], ...] = ()
    upto: int = 0
    decisions: tuple[tuple[Formula, Act], ...] = ()
    language: str = "en"
    premise: str = ""
    duties: bool = False
    gists: tuple[tuple[str, str], ...] = ()
