"""Input that comes after the decision it should inform (C109), as declared: `Input: comment, before adopt the draft.`

The rules that let the input be given, or make somebody give it, all come too late: each of them takes effect only when
the decision has been taken, or leaves a time that begins when the decision must have been taken, or after it may have
been taken. Times are compared when they are counted from one moment. One rule that is in time is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from proclogic.conflicts.examining import Examination, Situation, Target, effective, provisions
from proclogic.conflicts.joined import BOTH, joined
from proclogic.conflicts.model import Finding, Witness
from proclogic.conflicts.timing import windows
from proclogic.norms.conditions import ALWAYS, Happens
from proclogic.norms.model import Norm, Oblige, Permit
from proclogic.norms.vocabulary import Input

CODES = ("C109",)
GIVEN, TAKEN = "the input", "the decision"


def find(examination: Examination) -> Iterator[Finding]:
    """One finding for each input that is declared."""
    for one in examination.ruleset.vocabulary.inputs:
        given, taken = _rules(examination, one.what), _rules(examination, one.before)
        found = _Late(examination, one, given, taken).finding() if given else None
        if found is not None:
            yield found


def _rules(examination: Examination, what: str) -> list[Norm]:
    """The rules that let somebody do it, and the duties to do it."""
    duties = [n for n in examination.norms.values() if isinstance(n.effect, Oblige) and n.effect.event == what]
    return [*examination.grants(what), *duties]


class _Late:
    """An input with the rules on it, and those on the decision."""

    def __init__(self, examination: Examination, one: Input, given: Sequence[Norm], taken: Sequence[Norm]) -> None:
        self.examination, self.one, self.given, self.taken = examination, one, given, taken
        act = next((a for a in examination.ruleset.vocabulary.acts if a.id == one.what), None)
        # Who decides is somebody else: of the rules on the decision it only matters in which texts they stand.
        sides = {GIVEN: given, TAKEN: [n.replace(subject=ALWAYS, condition=ALWAYS) for n in taken]}
        self.both = joined(examination, sides, bool(act and act.takes_body), act.object if act else "", strict=True)

    def finding(self) -> Finding | None:
        """What is found; None where some rule is in time."""
        live = [n for n in self.given if self._can(effective(_name(GIVEN, n)))]
        if not live:
            return None
        if all(self._needs_decision(n) for n in live):
            return self._told(live, None, "only once the decision has been taken")
        for decision in self.taken:
            together = [n for n in live if self._can(effective(_name(GIVEN, n), _name(TAKEN, decision)))]
            for late, says in ((self._is_after_last, "must"), (self._is_after_first, "may already")):
                if together and all(self._needs_decision(n) or late(n, decision) for n in together):
                    return self._told(together, decision, f"only when the decision {says} have been taken")
        return None

    def _can(self, target: Target) -> bool:
        posed = self.both.open(BOTH)
        return posed is not None and self.both.is_possible(posed, target)

    def _needs_decision(self, norm: Norm) -> bool:
        """Whether a rule takes effect in no world in which nobody has decided."""
        posed = self.both.open(BOTH)
        if posed is None:
            return False
        decided = [x for a, x in posed.ground.open.items() if isinstance(a, Happens) and a.event == self.one.before]
        return not self.both.is_possible(posed, effective(_name(GIVEN, norm)), *(-x for x in decided))

    def _is_after_last(self, norm: Norm, decision: Norm) -> bool:
        """Whether the time for the input begins when the decision must have been taken: as a duty, or because no rule
        lets it be taken later."""
        if isinstance(decision.effect, Permit):
            powers = [n for n in self.taken if isinstance(n.effect, Permit)]
            return all(self._begins_at_end(norm, power) for power in powers)
        return self._begins_at_end(norm, decision)

    def _begins_at_end(self, norm: Norm, decision: Norm) -> bool:
        return any(
            mine.compares(its) and mine.first >= its.last
            for mine in windows(norm, self.one.what)
            for its in windows(decision, self.one.before)
        )

    def _is_after_first(self, norm: Norm, decision: Norm) -> bool:
        """Whether the time for the input begins after that for the decision, which has a beginning."""
        return any(
            mine.compares(its) and mine.first > its.first > -inf
            for mine in windows(norm, self.one.what)
            for its in windows(decision, self.one.before)
        )

    # ------------------------------------------------------------------------------------------------------- in words

    def _told(self, late: Sequence[Norm], decision: Norm | None, when: str) -> Finding:
        examination = self.examination
        blamed = [*late, *([decision] if decision is not None else [])]
        cited = provisions(blamed)
        target = effective(_name(GIVEN, late[0]), *([_name(TAKEN, decision)] if decision is not None else []))
        return Finding(
            "C109",
            f"C109/{'+'.join(cited)}/{self.one.what.replace(' ', '-')}",
            f"“{self.one.what}” belongs before “{self.one.before}”, and can be done {when}",
            (
                *(examination.blamed(n, "the input is given") for n in late),
                *((examination.blamed(decision, "the decision is taken"),) if decision is not None else ()),
            ),
            self._witness(late[0]),
            self.both.where(BOTH, target),
            norms=tuple(n.id for n in blamed),
        )

    def _witness(self, norm: Norm) -> Witness | None:
        """A situation in which the input is given."""
        if isinstance(norm.effect, Permit):
            act, target = norm.effect.act, effective(norm.id)
            found = self.examination.situation(act, target, lambda seen: norm.id in seen.effective)
            return self.examination.witness(found) if found is not None else None
        name = _name(GIVEN, norm)
        told: Situation | None = self.both.situation(BOTH, effective(name), lambda seen: name in seen.effective)
        return self.both.witness(told).replace(question="") if told is not None else None


def _name(side: str, norm: Norm) -> str:
    return f"{side}: {norm.id}"
