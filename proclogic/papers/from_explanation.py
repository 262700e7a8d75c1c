"""Lays an explanation out as a paper: the answer, what it rests on, the derivation, why not, what would change it.

Every word that is not the ruleset's own comes from the frames of the language of the explanation.
"""

from __future__ import annotations

from proclogic.explain import model
from proclogic.explain.frames import frames
from proclogic.explain.model import Explained, Explanation, Step, Why
from proclogic.papers.document import Block, Closing, Facts, Line, Paper, Section, Sentence, Steps
from proclogic.papers.explanation_facts import MOST, Labelled, near_first, reasons
from proclogic.papers.facts import taken
from proclogic.papers.from_answer import amended, beside, examined, opening
from proclogic.papers.words import capital

ALL = 1_000_000  # lines of a kind
DEEP = 3  # rules that could have given it of which it is told why what stops them is so


def paper(value: Explanation, full: bool = False, among: bool = False) -> Paper:
    """The paper for one explanation; `full` leaves nothing out. `among` when others stand beside it."""
    layout = _Layout(value, full)
    answer = value.answer
    blocks: list[Block] = [Sentence(layout.frames("title.under_ruleset", what=answer.ruleset))] if among else []
    blocks += opening(answer)
    if value.premise:
        blocks.append(Sentence(layout.frames("title.premise", what=value.premise)))
    decision = taken(answer.takes)
    blocks += [Facts(tuple(decision))] if decision else []
    for number, case in enumerate(value.cases, start=1):
        told = layout.case(case)
        if len(value.cases) > 1:
            title = layout.frames("title.case", number=str(number), what=layout.labelled.when(case.when))
            blocks.append(Section(f"Case {number}", title, tuple(told)))
        else:
            blocks += told
    if value.left_out:
        blocks.append(Sentence(layout.frames("title.left_out", count=str(value.left_out))))
    blocks += layout.others(value)
    last = (*beside(answer), *amended(answer))
    blocks += [Facts(last)] if last else []
    looked = (layout.upto(value),) if value.cases else ()
    blocks.append(Closing((*looked, examined(answer))))
    return Paper(answer.question, tuple(blocks))


class _Layout:
    def __init__(self, value: Explanation, full: bool) -> None:
        self.frames, self.full = frames(value.language), full
        self.labelled = Labelled(value, self.frames, full=full)
        self.most = ALL if full else MOST
        self.deep = True  # whether it is told why what stops a rule is so
        self.noted: set[str] = set()  # readings of which it was said whose they are

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
        self.noted.clear()
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
            rests = self.labelled.rests(why)
            inner += [Facts(rests)] if rests else []
        lines = self.derivation(why)
        if lines:
            inner.append(Steps(tuple(lines)))
        elif not why.entitled:
            inner.append(Sentence(capital(self.frames("stop.nothing")) + "."))
        if why.against and (self.full or why.forbidden):
            told = [x for s in near_first(why.against)[: self.most] for x in self.stopped(s, 0)]
            inner.append(
                Section("Examined", self.frames("title.against"), (Steps(tuple(told + self.more(why.against))),))
            )
        return Section("Why" if why.entitled else "Why not", title, tuple(inner))

    def derivation(self, why: Why) -> list[Line]:
        """The steps as lines."""
        steps = why.steps
        lines: list[Line] = []
        if why.entitled or why.forbidden:
            lines.append(Line(0, capital(self.frames("line.because", what=why.title))))
            for i, step in enumerate(steps):
                lines += self.positive(step, 1, first=i == 0)
            return lines
        for i, step in enumerate((steps if self.full else near_first(steps))[: self.most]):
            self.deep = self.full or i < DEEP
            if step.kind == model.RULE and step.parts:
                lines.append(Line(0, self.frames("line.stands", what=step.text), step.rules))
                lines += self._inside(step.parts, 1) if self.full else []
            elif step.kind in (model.STOPPED, model.RULE, model.AGAIN):
                lines += self.stopped(step, 0)
            else:
                lines += [line.replace(text=capital(line.text)) for line in self.positive(step, 0, first=True)]
        self.deep = True
        return lines + self.more(steps)

    def more(self, steps: tuple[Step, ...]) -> list[Line]:
        """How many of some rules are not told."""
        left = len(steps) - self.most
        return [Line(0, self.frames("line.more", count=str(left)))] if left > 0 else []

    def positive(self, step: Step, depth: int, first: bool = False) -> list[Line]:
        """A step that carries what stands above it."""
        if step.aside and not self.full:
            return []
        if step.kind in (model.ASKED, model.KIND) and step.holds and not self.full:
            return []
        joined = step.text if first else self.frames("line.and", what=step.text)
        match step.kind:
            case model.RULE:
                lines = [Line(depth, self._noted(step.text, step.note), step.rules)]
                return lines + self._below(step.parts, depth)
            case model.STOPPED:
                return self.stopped(step, depth)
            case model.DERIVED:
                head = Line(depth, self.frames("line.because", what=joined) if step.parts else joined)
                return [head, *self._inside(step.parts, depth + 1)]
            case model.PRESUMED:
                rules = tuple(dict.fromkeys(r for p in step.parts if p.kind == model.RULE for r in p.rules))
                lines = [Line(depth, self._noted(joined, step.note), rules)]
                if self.full or any(p.parts for p in step.parts):
                    lines += self._inside(step.parts, depth + 1)
                return lines
            case model.ALSO:
                return [Line(depth, self.frames("line.also", what=step.text), step.rules)]
            case model.AGAIN:
                return [Line(depth, self._noted(joined, step.note), step.rules)]
            case _:
                note = "" if step.text in self.noted else step.note
                self.noted.update({step.text} if step.kind == model.READING else ())
                return [Line(depth, self._noted(joined, note))]

    def _below(self, steps: tuple[Step, ...], depth: int) -> list[Line]:
        """The conditions of a rule, beside it."""
        return [line for s in steps for line in self.positive(s, depth)]

    def _inside(self, steps: tuple[Step, ...], depth: int) -> list[Line]:
        """The reasons of a conclusion, below it."""
        lines: list[Line] = []
        for step in steps:
            lines += self.positive(step, depth, first=not lines)
        return lines

    def stopped(self, step: Step, depth: int) -> list[Line]:
        """A rule without effect, and what stops it."""
        if step.kind == model.RULE:
            return self.positive(step, depth, first=True)
        head = self.frames("line.kept_off", what=step.text) if step.aside else step.text
        if step.kind == model.AGAIN:
            return [Line(depth, self._noted(head, step.note), step.rules)]
        lines = [Line(depth, head if step.parts else self._noted(head, step.note), step.rules)]
        rule = next((p for p in step.parts if p.kind in (model.RULE, model.AGAIN) and p.norm), None)
        if rule is not None:
            lines.append(Line(depth + 1, self.frames("line.but", what=step.note)))
            return lines + self.positive(rule, depth + 1, first=True)
        for i, part in enumerate(step.parts if self.full else reasons(step)):
            lines += self._reason(part, depth + 1, first=i == 0)
        return lines

    def _reason(self, part: Step, depth: int, first: bool, joined: str = "") -> list[Line]:
        joined = joined or self.frames("line.but" if first else "line.and", what=part.text)
        if part.kind in (model.DERIVED, model.PRESUMED) and part.parts and self.deep:
            head = joined if part.kind == model.DERIVED else self._noted(joined, part.note)
            inner = [
                p
                for p in part.parts
                if p.kind in (model.RULE, model.STOPPED, model.AGAIN) and not (p.aside and not self.full)
            ]
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
        facts = self.labelled.changes(case, self.most)
        return [Section("Changes", self.frames("title.changes"), (Facts(facts),))]

    def upto(self, value: Explanation) -> str:
        """Up to how many changes every set was looked at."""
        key = {0: "title.upto_none", 1: "title.upto_one"}.get(value.upto, "title.upto")
        said = self.frames(key, count=str(value.upto))
        return f"{said} {self.frames('title.duties')}" if value.duties else said

    def others(self, value: Explanation) -> list[Block]:
        """Who else has it, where it is not conferred."""
        if not value.others:
            return []
        lines = [Line(0, sentence, rules) for _, rules, sentence in value.others[: self.most]]
        if len(value.others) > self.most:
            lines.append(Line(0, self.frames("line.more", count=str(len(value.others) - self.most))))
        return [Section("Others", self.frames("title.others"), (Steps(tuple(lines)),))]
