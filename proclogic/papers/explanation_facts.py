"""The labelled lines of an explanation: what a derivation rests on, how bodies decide, what would change the answer."""

from __future__ import annotations

from proclogic.explain.frames import Frames
from proclogic.explain.model import (
    AGAIN,
    BRACKET,
    CASE,
    GIVEN,
    JUDGED,
    LEAVE,
    OWN,
    PASSIVE,
    PRESUMED,
    READING,
    RULE,
    STOPPED,
    Change,
    Explained,
    Explanation,
    Step,
    Why,
)
from proclogic.norms.conditions import Formula, Happens, Is
from proclogic.norms.vocabulary import ACTOR
from proclogic.papers.document import Fact
from proclogic.papers.facts import how, refusing
from proclogic.papers.words import when_words

MOST = 8  # lines of one kind that are told unless all are wanted
_FEW = 5  # alternatives of a case, and conditions of one of them
_RESTS = (CASE, GIVEN, OWN, LEAVE, PASSIVE, PRESUMED, JUDGED, READING, BRACKET)


class Labelled:
    """The labelled lines of one explanation. How a body decides is told where its act is needed or must not come, and
    of the acts that would change the answer once; with `full` also who can keep it from an act that
    is needed. With `brief` only decisions that are needed are told, where one rule says how."""

    def __init__(self, value: Explanation, words: Frames, brief: bool = False, full: bool = False) -> None:
        self.frames, self.brief, self.full = words, brief, full
        self.acts = {_key(atom): act for atom, act in value.decisions}
        self.told: set[tuple[str, str]] = set()

    def rests(self, why: Why, known: tuple[str, ...] = ()) -> tuple[Fact, ...]:
        """What the derivation rests on: conditions, steps, leave, presumptions, readings; without those kinds that are
        known."""
        found: dict[str, dict[str, Step]] = {}
        for step in _resting(why.steps):
            found.setdefault(step.kind, {})[step.text] = step
        facts: list[Fact] = []
        for kind in (k for k in _RESTS if k not in known):
            told = list(found.get(kind, {}).items())
            for i, (text, step) in enumerate(told if self.full else told[:MOST]):
                facts.append(Fact(self.frames(f"rests.{kind}") if not i else "", text))
                if kind in (LEAVE, PASSIVE):
                    facts += self._decided(step.atom, kind == PASSIVE)
            if len(told) > MOST and not self.full:
                facts.append(Fact("", self.frames("line.more", count=str(len(told) - MOST))))
        return tuple(facts)

    def _decided(self, atom: Formula | None, to: bool) -> list[Fact]:
        """How a body decides to act; `to` where it has not been said what it decides."""
        act = self.acts.get(_key(atom))
        if act is None:
            return []
        self.told.add(_key(atom))
        if self.brief:
            act = act.replace(decided=tuple(by for by in act.decided if by.counts))
            if to or len(act.decided) > 1:
                return []
        told = how(act)
        if not to:
            return [*told, *refusing(act)] if self.full else told
        return [fact.replace(text=self.frames("decision.to", what=act.base, how=fact.text)) for fact in told]

    def changes(self, case: Explained, most: int) -> tuple[Fact, ...]:
        """What would change the answer, the fewest changes first, and how bodies decide that would change it."""
        facts: list[Fact] = []
        size = 0
        for change in case.changes[:most]:
            count = len(change.texts)
            key = "change.one" if count == 1 else "change.many"
            facts.append(Fact("" if count == size else self.frames(key, count=str(count)), self.change(change)))
            size = count
        more = case.more + max(0, len(case.changes) - most)
        if more:
            facts.append(Fact("", self.frames("line.more", count=str(more))))
        return (*facts, *self._deciding(case.changes[:most]))

    def _deciding(self, changes: tuple[Change, ...]) -> list[Fact]:
        """How bodies decide whose acts these changes are, as far as that has not been told."""
        facts: list[Fact] = []
        for atom, done in (pair for change in changes for pair in change.atoms):
            key = _key(atom)
            act = self.acts.get(key)
            if act is None or key in self.told:
                continue
            self.told.add(key)
            label = "" if facts else self.frames("decision.label")
            for fact in how(act) if done or not act.decided else refusing(act):
                to = self.frames("decision.to", what=act.base, how=fact.text) if done or not act.decided else fact.text
                facts.append(fact.replace(label=label, text=to))
                label = ""
        return facts

    def when(self, when: tuple[tuple[str, ...], ...]) -> str:
        """The conditions of a case; of very many the first ones."""
        if self.full:
            return when_words(when)
        told = [
            (*one[:_FEW], self.frames("title.more_conditions", count=str(len(one) - _FEW)))
            if len(one) > _FEW + 1
            else one
            for one in when[: _FEW + 1 if len(when) == _FEW + 1 else _FEW]
        ]
        said = when_words(tuple(told))
        left = len(when) - len(told)
        return self.frames("title.more_alternatives", what=said, count=str(left)) if left else said

    def change(self, change: Change) -> str:
        """A change with the answer it leads to."""
        answer = self.answer(change.verdicts, change.outcome)
        return self.frames("change.text", what=self.frames.listed(change.texts), answer=answer)

    def answer(self, verdicts: tuple[str, ...], outcome: str) -> str:
        """A verdict and an outcome: "by leave, then yes"."""
        then = self.frames(f"outcome.{outcome}")
        return self.frames("change.answer", verdict=self._verdicts(verdicts), outcome=then)

    def _verdicts(self, verdicts: tuple[str, ...]) -> str:
        told = [self.frames(f"verdict.{v}") for v in verdicts]
        if self.brief:
            return self.frames.listed(told, "or")
        return told[0] if len(told) == 1 else self.frames("line.or_case", verdicts=self.frames.listed(told, "or"))


def reasons(step: Step) -> tuple[Step, ...]:
    """What stops a rule: that the meeting or the object is another one, which says enough; else everything."""
    return _elsewhere(step) or step.parts


def near_first(steps: tuple[Step, ...]) -> list[Step]:
    """The rules that could have given it: those without effect, then those that take effect and are not enough, then
    those on another meeting or object."""
    return sorted(steps, key=lambda step: 2 if _elsewhere(step) else step.kind == RULE and bool(step.parts))


def _elsewhere(step: Step) -> tuple[Step, ...]:
    return tuple(p for p in step.parts if not p.holds and isinstance(p.atom, Is) and p.atom.sort != ACTOR)


def _key(atom: Formula | None) -> tuple[str, str]:
    return (atom.event, atom.agent) if isinstance(atom, Happens) and atom.count is None else ("", "")


def _resting(steps: tuple[Step, ...]) -> list[Step]:
    """What steps rest on, from left to right, without what only does not stand in the way."""
    found: list[Step] = []
    for step in steps:
        if step.aside or step.kind in (STOPPED, AGAIN):
            continue
        if step.kind in _RESTS:
            found.append(step)
        if step.kind != PRESUMED:
            found += _resting(step.parts)
    return found
