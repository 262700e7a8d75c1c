"""What an examination of rulesets finds, in words."""

from __future__ import annotations

from proclogic.sources import NOWHERE, Span
from proclogic.values import Value


class Witness(Value):
    """A situation that shows a finding, confirmed by the reference evaluator: what is so in it, whatever else is
    (`when`), and the question to paste, with the `options` that it needs."""

    when: tuple[str, ...]
    question: str
    options: tuple[str, ...] = ()


class Blamed(Value):
    """A provision that is to blame: its number, its norm as it was read (`text`), and what this says here (`says`).
    `written` is the sentence in its author's words; `how` is said of it where the sentence does not just stand there:
    "as read", where it was carried from elsewhere, "as amended by ...", "in the reading ..."."""

    provision: str
    text: str
    says: str = ""
    span: Span = NOWHERE
    ruleset: str = ""
    written: str = ""
    how: str = ""
    _apart = ("span",)


class Finding(Value):
    """One thing that is wrong. `id` stays the same as long as the provisions keep their numbers; `where` says in which
    readings and resolutions of brackets it occurs ("" for all of them); `remedies` are changes that were tried: each
    removes the finding and adds none; `unsettled` says so where
    changes were tried and none does. `accepted` is the reason for which the author lets it stand, "" for none."""

    code: str
    id: str
    message: str
    blamed: tuple[Blamed, ...]
    witness: Witness | None = None
    where: str = ""
    notes: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    unsettled: str = ""
    accepted: str = ""
    norms: tuple[str, ...] = ()  # ids of the norms that are to blame


class Findings(Value):
    """What an examination found. `looked_for` are the codes it looked for, `cells` the cells it asked, `unconfirmed`
    how many findings the reference evaluator did not confirm (they are not shown). Of several rulesets that are
    examined as one text, a provision is named with its ruleset: untoc-cop/17(2)."""

    rulesets: tuple[str, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()
    looked_for: tuple[str, ...] = ()
    cells: int = 0
    unconfirmed: int = 0
    complete: bool = True
    notes: tuple[str, ...] = ()  # what the words of several rulesets have not in common
