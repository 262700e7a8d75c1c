"""Lays an explanation out in short, to be read aloud: the answer, what it rests on, the rules, the first changes."""

from __future__ import annotations

from proclogic.answers.model import Case
from proclogic.explain.frames import frames
from proclogic.explain.model import (
    BRACKET,
    CASE,
    GIVEN,
    JUDGED,
    LEAVE,
    READING,
    RULE,
    Explained,
    Explanation,
    Step,
    Why,
)
from proclogic.explain.whole import leaves, telling
from proclogic.papers.document import Block, Closing, Fact, Facts, Paper, Section, Sentence
from proclogic.papers.explanation_facts import Labelled, near_first, reasons
from proclogic.papers.facts import taken
from proclogic.papers.from_answer import examined, opening
from proclogic.papers.words import capital, short_mark

MOST = 3  # rules that do not apply, changes, others who have it


def paper(value: Explanation, among: bool = False) -> Paper:
    """The paper for one explanation; `among` when others stand beside it."""
    layout = _Layout(value)
    blocks: list[Block] = [Sentence(layout.frames("title.under_ruleset", what=value.answer.ruleset))] if among else []
    blocks += opening(value.answer)
    if value.premise:
        blocks.append(Sentence(layout.frames("title.premise", what=value.premise)))
    decision = taken(value.answer.takes)
    blocks += [Facts(tuple(decision))] if decision else []
    several = len(value.cases) > 1
    for number, case in enumerate(value.cases, start=1):
        told = layout.case(case, several)
        if several:
            title = layout.frames("title.case", number=str(number), what=layout.labelled.when(case.when))
            title = layout.frames("change.text", what=title, answer=layout.answer(value.answer.cases[number - 1]))
            blocks.append(Section(f"Case {number}", title, told))
        else:
            blocks += told
    if value.left_out:
        blocks.append(Sentence(layout.frames("title.left_out", count=str(value.left_out))))
    others = layout.others(value)
    blocks += [Facts(others)] if others else []
    blocks.append(Closing((examined(value.answer),), (layout.frames("brief.hint"),)))
    return Paper(value.answer.question, tuple(blocks))


class _Layout:
    def __init__(self, value: Explanation) -> None:
        self.frames = frames(value.language)
        self.labelled = Labelled(value, self.frames, brief=True)
        self.gists = dict(value.gists)
        turning = any(mark.kind == "turns on" for mark in value.answer.marks)
        self.known = (GIVEN, JUDGED) if turning else (GIVEN,)  # the question and the first line say these
        self.told: list[Block] = []  # derivations: what comes out the same in a further case is not told again

    def answer(self, case: Case) -> str:
        """The answer of a case; one that is contested or open is told as that."""
        split = [short_mark(mark) for mark in case.marks if mark.kind in ("contested", "open")]
        return "; ".join(dict.fromkeys(split)) or self.labelled.answer((case.verdict,), case.outcome)

    def case(self, case: Explained, several: bool) -> tuple[Block, ...]:
        """One case: what each derivation rests on, the rules, and the first changes."""
        best: dict[tuple[str, ...], Why] = {}  # of each choice of readings the derivation of its verdict
        for why in case.whys:
            if not why.clash:
                best.setdefault(why.under, why)
        blocks: list[Block] = []
        for under, why in best.items():
            known = (*self.known, *((CASE,) if several else ()), *((READING, BRACKET) if under else ()))
            rests = self.labelled.rests(why, known) if why.entitled else ()
            facts = Facts((*rests, *self._rules(why, 1 if len(best) > 1 else MOST)))
            title = capital(self.frames("title.where", what=self.frames.listed(under)))
            told = Section("Why", title, (facts,)) if under else facts
            blocks += [told] if told not in self.told and facts.facts else []
            self.told.append(told)
        changes = self._changes(case, several)
        return (*blocks, Facts(changes)) if changes else tuple(blocks)

    def _rules(self, why: Why, most: int) -> tuple[Fact, ...]:
        """The rules that carry it; where none does, those that could have, each with what stops it."""
        steps = telling(why)
        if why.entitled or why.forbidden:
            label = self.frames("brief.rules")
            return tuple(Fact("" if i else label, self._gist(s), s.rules) for i, s in enumerate(steps))
        label = self.frames("brief.why_not")
        if not steps:
            return (Fact(label, self.frames("stop.nothing")),)
        facts = [
            Fact("" if i else label, self._stopped(s), s.rules) for i, s in enumerate(near_first(tuple(steps))[:most])
        ]
        left = len(steps) - most
        more = left > 0 and most > 1
        return (*facts, Fact("", self.frames("brief.more", count=str(left)))) if more else tuple(facts)

    def _stopped(self, step: Step) -> str:
        told = [p.text for p in reasons(step) if p.kind != RULE and not p.aside]
        told = told or ([step.note] if step.note else [])
        if step.kind == RULE or not told:
            return self._gist(step)
        return self.frames("brief.but", what=self._gist(step), reasons=self.frames.listed(told))

    def _gist(self, step: Step) -> str:
        return self.gists.get(step.norm, step.text)

    def _changes(self, case: Explained, several: bool) -> tuple[Fact, ...]:
        """The first changes that are not told as needed; beside other cases only those that are somebody's act."""
        needed = {s.text for why in case.whys for s in leaves(why.steps) if s.kind == LEAVE}
        found = [c for c in case.changes if not needed.issuperset(c.texts)]
        found = [c for c in found if not several or CASE not in c.kinds]
        label = self.frames("brief.changes")
        return tuple(
            Fact("" if i else label, self.labelled.change(c)) for i, c in enumerate(found[: 1 if several else MOST])
        )

    def others(self, value: Explanation) -> tuple[Fact, ...]:
        """Who else has it, where it is not conferred."""
        rules: dict[str, dict[str, None]] = {}
        for who, cited, _ in value.others:
            rules.setdefault(who, {}).update(dict.fromkeys(cited))
        told = [
            Fact("" if i else self.frames("brief.others"), who, tuple(cited))
            for i, (who, cited) in enumerate(rules.items())
        ]
        left = len(told) - MOST
        return (*told[:MOST], Fact("", self.frames("brief.more", count=str(left)))) if left > 0 else tuple(told)
