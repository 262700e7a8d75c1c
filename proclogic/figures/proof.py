"""The proof graph of an explanation: conclusions, rules and what they rest on, from the left to the right.

Line style carries meaning, and colour only repeats it: solid for what holds, dashed for what has no effect, bold for
the conclusion; a box is a rule, a rounded box a conclusion, a plain text what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.explain.frames import Frames, frames
from proclogic.explain.model import AGAIN, ALSO, ASKED, KIND, LEAVES, RULE, STOPPED, Explanation, Step, Why
from proclogic.figures.dot import BLACK, BLUE, GREY, WIDEST, Graph, Stroke, html, left, sample, wrapped
from proclogic.papers.document import Figure, Table
from proclogic.papers.words import capital, cites, when_words

GAP = 22.0  # points between the texts of two columns
LEAST, MOST = 50.0, 170.0  # points for the text of a column


def figures(values: tuple[Explanation, ...], full: bool = False) -> tuple[Figure, ...]:
    """A figure for each derivation of the explanations."""
    found = [(value, case.when, why) for value in values for case in value.cases for why in case.whys]
    made = []
    for number, (value, when, why) in enumerate(found, start=1):
        words = frames(value.language)
        told = "; ".join(x for x in (when_words(when) if any(when) else "", words.listed(why.under)) if x)
        title = _title(why, words)
        several = f"-{number}" if len(found) > 1 else ""
        caption = f"{value.answer.question} {title}{f' ({told})' if told and len(found) > 1 else ''}"
        lines = list(_lines(why.steps, full))
        alt = (f"{title}:", *(f"{text}{f': {cites(rules)}' if rules else ''}." for _, text, rules in lines))
        rows = tuple(("\u2013 " * depth + text, cites(rules)) for depth, text, rules in lines)
        columns = (words("figure.step"), words("figure.rule"))
        made.append(Figure(f"proof{several}", caption, _dot(why, words, full), alt, Table(caption, columns, rows)))
    return tuple(made)


def _title(why: Why, words: Frames) -> str:
    key = "title.why" if why.entitled else "title.why_not" if not why.forbidden else "title.why_never"
    return capital(why.title if why.entitled or why.forbidden else words(key))


def _shown(steps: tuple[Step, ...], full: bool) -> list[Step]:
    return [s for s in steps if full or not (s.aside or (s.kind in (ASKED, KIND) and s.holds))]


def _lines(steps: tuple[Step, ...], full: bool, depth: int = 0) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """The steps that are drawn, one after the other."""
    for step in _shown(steps, full):
        yield depth, _noted(step), step.rules
        yield from _lines(step.parts, full, depth + 1)


def _depth(steps: tuple[Step, ...], full: bool) -> int:
    shown = _shown(steps, full)
    return 1 + max((_depth(s.parts, full) if s.kind not in LEAVES else 0 for s in shown), default=0) if shown else 0


def _dot(why: Why, words: Frames, full: bool) -> str:
    columns = 1 + _depth(why.steps, full)
    return _Proof(words, full, min(MOST, max(LEAST, WIDEST / columns - GAP))).whole(why)


class _Proof:
    """One derivation, under its conclusion; `room` points are there for a column."""

    def __init__(self, words: Frames, full: bool, room: float) -> None:
        self.full, self.room = full, room
        self.graph = Graph("proof")
        self.rules: dict[str, str] = {}  # node of a rule that was drawn
        self.holds = Stroke("solid", BLACK, words("figure.holds"), 1)
        self.stopped = Stroke("dashed", GREY, words("figure.stopped"), 2)
        self.words = words

    def whole(self, why: Why) -> str:
        """The text of the graph."""
        title = _title(why, self.words)
        top = self.node(title, "", f'style="rounded,bold", color="{BLUE}"')
        self.below(top, why.steps)
        return self.graph.whole(nodes=0.07, ranks=0.14)

    def below(self, parent: str, steps: tuple[Step, ...]) -> None:
        """What a node rests on: its leaves as one list, everything else as nodes of their own."""
        shown = _shown(steps, self.full)
        for step in shown:
            if step.kind not in LEAVES:
                self.join(parent, step)
        listed = [_noted(s) for s in shown if s.kind in LEAVES]
        if listed:
            lines = [
                ("– " if not i else "\u00a0\u00a0\u00a0") + html(line)
                for text in listed
                for i, line in enumerate(wrapped(text, self.room - 8))
            ]
            node = self.graph.node(f"<{left(lines)}>", "; ".join(listed), 'shape=plaintext, margin="0.03,0.01"')
            self.line(parent, node, self.holds, "; ".join(listed))

    def join(self, parent: str, step: Step) -> None:
        """A step and what it rests on."""
        drawn = self.stopped if step.kind == STOPPED else self.holds
        if step.kind == AGAIN and step.norm in self.rules:
            self.line(parent, self.rules[step.norm], drawn, step.text)
            return
        style = f'style="dashed", color="{GREY}"' if drawn is self.stopped else ""
        if step.kind in (RULE, STOPPED, ALSO, AGAIN) and step.norm:
            node = self.node(step.text, cites(step.rules), style)
            self.rules.setdefault(step.norm, node)
        else:
            node = self.node(_noted(step), "", 'style="rounded"')
        self.line(parent, node, drawn, step.text)
        self.below(node, step.parts)

    def line(self, parent: str, node: str, drawn: Stroke, words: str) -> None:
        """A line from what follows to what it follows from; its head is at what follows."""
        self.graph.explain(drawn.place, sample(drawn), drawn.means)
        self.graph.edge(parent, node, drawn, words, more='dir="back", arrowtail="normal"')

    def node(self, text: str, cited: str, style: str) -> str:
        """A node; rules have their numbers in bold before their words."""
        head = f"<B>{html(cited)}</B> " if cited else ""
        lines = wrapped(f"{cited} {text}" if cited else text, self.room)
        told = [html(line) for line in lines]
        if head and lines[0].startswith(cited):
            told[0] = head + html(lines[0].removeprefix(cited).lstrip(" "))
        return self.graph.node(f"<{left(told)}>", f"{cited}: {text}" if cited else text, style)


def _noted(step: Step) -> str:
    return f"{step.text} ({step.note})" if step.note else step.text
