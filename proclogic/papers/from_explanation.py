"""Lays an explanation out as a paper: the answer, what it rests on, the derivation, why not, what would change it.

Every word that is not the ruleset's own comes from the frames of the language of the explanation.
"""

from __future__ import annotations

from proclogic.explain.frames import Frames, frames
from proclogic.explain.model import (
    AGAIN,
    ASKED,
    BRACKET,
    CASE,
    DERIVED,
    GIVEN,
    JUDGED,
    KIND,
    LEAVE,
    LEAVES,
    NONE,
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
from proclogic.papers.document import Block, Closing, Fact, Facts, Line, Paper, Section, Sentence, Steps
from proclogic.papers.from_answer import beside, examined, opening
from proclogic.papers.words import capital, when_words

BRIEF, USUAL, FULL = "brief", "usual", "full"
_SHOWN = {BRIEF: 3, USUAL: 8, FULL: 1_000_000}  # rules that do not apply, and changes
_RESTS = (CASE, GIVEN, OWN, LEAVE, PASSIVE, PRESUMED, JUDGED, READING, BRACKET)


def paper(value: Explanation, level: str = USUAL, among: bool = False) -> Paper:
    """The paper for one explanation; `level` is BRIEF, USUAL or FULL. `among` when others stand beside it."""
    layout = _Layout(frames(value.language), level)
    answer = value.answer
    blocks: list[Block] = [Sentence(layout.frames("title.under_ruleset", what=answer.ruleset))] if among else []
    blocks += opening(answer)
    for number, case in enumerate(value.cases, start=1):
        told = layout.case(case)
        if len(value.cases) > 1:
            title = layout.frames("title.case", number=str(number), what=when_words(case.when))
            blocks.append(Section(f"Case {number}", title, tuple(told)))
        else:
            blocks += told
    if value.left_out:
        blocks.append(Sentence(layout.frames("title.left_out", count=str(value.left_out))))
    blocks += layout.others(value)
    elsewhere = beside(answer)
    if elsewhere:
        blocks.append(Facts(tuple(elsewhere)))
    blocks.append(Closing((layout.upto(value), examined(answer))))
    return Paper(answer.question, tuple(blocks))


class _Layout:
    def __init__(self, words: Frames, level: str) -> None:
        self.frames, self.level = words, level
        self.most = _SHOWN[level]

    def case(self, case: Explained) -> list[Block]:
        """One case: its derivations, and what would change it."""
        blocks: list[Block] = []
        for why in case.whys:
            blocks.append(self.why(why, len(case.whys) > 1))
        blocks += self.changes(case)
        return blocks

    # -------------------------------------------------------------------------------------------------- derivations

    def why(self, why: Why, among: bool) -> Block:
        """One derivation."""
        if why.clash:
            lines = [x for s in why.steps for x in self.positive(s, 0, first=True)]
            return Section("Clash", self.frames("title.clash"), (Steps(tuple(lines)),))
        if why.entitled:
            key = "title.why" if why.outcome == "yes" else "title.why_once"
        else:
            key = "title.why_not" if among and not why.forbidden else "title.why_never"
        title = self.frames(key, what=why.title)
        if why.under:
            title = self.frames("title.under", what=title, reading=self.frames.listed(why.under))
        inner: list[Block] = []
        if why.entitled:
            rests = self.rests(why)
            inner += [rests] if rests is not None else []
        lines = self.derivation(why)
        if lines:
            inner.append(Steps(tuple(lines)))
        elif not why.entitled:
            inner.append(Sentence(capital(self.frames("stop.nothing")) + "."))
        if why.against and (self.level == FULL or (why.forbidden and self.level == USUAL)):
            told = tuple(x for s in why.against[: self.most] for x in self.stopped(s, 0))
            inner.append(Section("Examined", self.frames("title.against"), (Steps(told),)))
        return Section("Why" if why.entitled else "Why not", title, tuple(inner))

    def rests(self, why: Why) -> Facts | None:
        """What the derivation rests on: conditions, steps, leave, presumptions, readings."""
        found: dict[str, dict[str, None]] = {}
        for step in _resting(why.steps):
            found.setdefault(step.kind, {})[step.text] = None
        facts: list[Fact] = []
        for kind in _RESTS:
            for i, text in enumerate(found.get(kind, {})):
                facts.append(Fact(self.frames(f"rests.{kind}") if not i else "", text))
        return Facts(tuple(facts)) if facts else None

    def derivation(self, why: Why) -> list[Line]:
        """The steps as lines."""
        steps = why.steps
        lines: list[Line] = []
        if why.entitled or why.forbidden:
            lines.append(Line(0, capital(self.frames("line.because", what=why.title))))
            for i, step in enumerate(steps):
                lines += self.positive(step, 1, first=i == 0)
            return lines
        for step in steps[: self.most]:
            lines += (
                self.stopped(step, 0) if step.kind in (STOPPED, RULE, AGAIN) else self.positive(step, 0, first=True)
            )
        if len(steps) > self.most:
            lines.append(Line(0, self.frames("line.more", count=str(len(steps) - self.most))))
        return lines

    def positive(self, step: Step, depth: int, first: bool = False) -> list[Line]:
        """A step that carries what stands above it."""
        if step.aside and self.level != FULL:
            return []
        if step.kind in (ASKED, KIND) and step.holds and self.level != FULL:
            return []
        joined = step.text if first else self.frames("line.and", what=step.text)
        match step.kind:
            case "rule":
                lines = [Line(depth, self._noted(step.text, step.note), step.rules)]
                return lines + self._below(step.parts, depth)
            case "stopped":
                return self.stopped(step, depth)
            case "derived":
                head = Line(depth, self.frames("line.because", what=joined) if step.parts else joined)
                return [head, *self._inside(step.parts, depth + 1)]
            case "presumed":
                rules = tuple(dict.fromkeys(r for p in step.parts if p.kind == RULE for r in p.rules))
                lines = [Line(depth, self._noted(joined, step.note), rules)]
                if self.level == FULL or any(p.parts for p in step.parts):
                    lines += self._inside(step.parts, depth + 1)
                return lines
            case "also":
                return [Line(depth, self.frames("line.also", what=step.text), step.rules)]
            case "again":
                return [Line(depth, self._noted(joined, step.note), step.rules)]
            case _:
                return [Line(depth, self._noted(joined, step.note))]

    def _below(self, steps: tuple[Step, ...], depth: int) -> list[Line]:
        """The conditions of a rule, beside it."""
        if self.level == BRIEF:
            steps = tuple(s for s in steps if s.kind not in LEAVES)
        return [line for s in steps for line in self.positive(s, depth)]

    def _inside(self, steps: tuple[Step, ...], depth: int) -> list[Line]:
        """The reasons of a conclusion, below it."""
        lines: list[Line] = []
        for step in steps:
            lines += self.positive(step, depth, first=not lines)
        return lines

    def stopped(self, step: Step, depth: int) -> list[Line]:
        """A rule without effect, and what stops it."""
        if step.kind == RULE:
            return self.positive(step, depth, first=True)
        head = self.frames("line.kept_off", what=step.text) if step.aside else step.text
        if step.kind == AGAIN:
            return [Line(depth, self._noted(head, step.note), step.rules)]
        lines = [Line(depth, head if step.parts else self._noted(head, step.note), step.rules)]
        rule = next((p for p in step.parts if p.kind in (RULE, AGAIN) and p.norm), None)
        if rule is not None:
            lines.append(Line(depth + 1, self.frames("line.but", what=step.note)))
            return lines + self.positive(rule, depth + 1, first=True)
        for i, part in enumerate(step.parts):
            lines += self._reason(part, depth + 1, first=i == 0)
        return lines

    def _reason(self, part: Step, depth: int, first: bool, joined: str = "") -> list[Line]:
        joined = joined or self.frames("line.but" if first else "line.and", what=part.text)
        if part.kind in (DERIVED, PRESUMED) and part.parts and self.level != BRIEF:
            head = joined if part.kind == DERIVED else self._noted(joined, part.note)
            inner = [p for p in part.parts if p.kind in (RULE, STOPPED, AGAIN) and not (p.aside and self.level != FULL)]
            told = inner[: self.most]
            lines = [Line(depth, head)]
            for one in told:
                lines += self.stopped(one, depth + 1)
            if len(inner) > len(told):
                lines.append(Line(depth + 1, self.frames("line.more", count=str(len(inner) - len(told)))))
            return lines
        return [Line(depth, self._noted(joined, part.note), part.rules)]

    def _noted(self, text: str, note: str) -> str:
        return self.frames("line.noted", what=text, note=note) if note else text

    # ------------------------------------------------------------------------------------------------------ changes

    def changes(self, case: Explained) -> list[Block]:
        """What would change the answer, the fewest changes first."""
        if not case.changes:
            return [Sentence(self.frames("title.no_changes"))]
        facts: list[Fact] = []
        size = 0
        for change in case.changes[: self.most]:
            count = len(change.texts)
            label = (
                "" if count == size else self.frames("change.one" if count == 1 else "change.many", count=str(count))
            )
            facts.append(Fact(label, self._change(change)))
            size = count
        more = case.more + max(0, len(case.changes) - self.most)
        if more:
            facts.append(Fact("", self.frames("line.more", count=str(more))))
        return [Section("Changes", self.frames("title.changes"), (Facts(tuple(facts)),))]

    def _change(self, change: Change) -> str:
        answer = self.frames(
            "change.answer",
            verdict=self._verdicts(change.verdicts),
            outcome=self.frames(f"outcome.{change.outcome}"),
        )
        return self.frames("change.text", what=self.frames.listed(change.texts), answer=answer)

    def _verdicts(self, verdicts: tuple[str, ...]) -> str:
        told = [self.frames(f"verdict.{v}") for v in verdicts]
        return told[0] if len(told) == 1 else self.frames("line.or_case", verdicts=self.frames.listed(told, "or"))

    def upto(self, value: Explanation) -> str:
        """Up to how many changes every set was looked at."""
        key = {0: "title.upto_none", 1: "title.upto_one"}.get(value.upto, "title.upto")
        return self.frames(key, count=str(value.upto))

    def others(self, value: Explanation) -> list[Block]:
        """Who else has it, where it is not conferred."""
        if not value.others:
            return []
        lines = [Line(0, sentence, rules) for _, rules, sentence in value.others[: self.most]]
        if len(value.others) > self.most:
            lines.append(Line(0, self.frames("line.more", count=str(len(value.others) - self.most))))
        return [Section("Others", self.frames("title.others"), (Steps(tuple(lines)),))]


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


__all__ = ["BRIEF", "FULL", "NONE", "USUAL", "paper"]
