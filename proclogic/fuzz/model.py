"""What a search with drawn cases finds, in words."""

from __future__ import annotations

from collections.abc import Mapping

from proclogic.values import Value

CONTRADICTION = "contradiction"  # a grant and a prohibition take effect together
STATUS = "status"  # a status is given and taken by rules of no order
DUTY = "duty"  # somebody is obliged to do what it is forbidden
CIRCLE = "circle"  # rules undo each other, and nothing is settled
HOLE = "hole"  # an act ends a right, and nothing says what holds until the decision
CLAIM = "claim"  # what the author says is always so, or never, is not
KINDS = (CONTRADICTION, STATUS, DUTY, CIRCLE, HOLE, CLAIM)


class Case(Value):
    """A case that shows something: the question that poses it with the `options` it needs, what happens in it one after
    the other (`events`), what else is so (`facts`), and the one edit of the text that it needs ("" for none)."""

    question: str
    options: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    edit: str = ""


class Shown(Value):
    """What a case shows: of which kind, in which words, with which provisions to blame; of which `claim` of the author.
    `known` when an earlier search found it already."""

    kind: str
    message: str
    provisions: tuple[str, ...]
    case: Case
    known: bool = False
    claim: str = ""


class Campaign(Value):
    """A search: what it showed, of the text as it stands and (`fragile`) after one edit; how many cases it tried, of
    which kinds, in how many seconds; the provisions that no case
    reached; `stopped` when its time was over."""

    rulesets: tuple[str, ...]
    shown: tuple[Shown, ...]
    fragile: tuple[Shown, ...]
    cases: int
    tried: Mapping[str, int]
    seconds: float
    seed: int
    unreached: tuple[str, ...] = ()
    stopped: bool = False
    corpus: str = ""
    gone: int = 0  # cases of earlier searches that show nothing any more
    untouched: tuple[str, ...] = ()  # provisions on which nothing turns of what anybody may do
    notes: tuple[str, ...] = ()  # what was searched together, and which claims were read
