"""The proof graph of an explanation: conclusions, rules and what they rest on, from the top down.

Line style carries meaning, and colour only repeats it: solid for what holds, dashed for what has no effect, bold for
the conclusion; a box is a rule, a rounded box a conclusion, a plain text what it rests on.
"""

from __future__ import annotations

from proclogic.explain.frames import Frames, frames
from proclogic.explain.model import AGAIN, ALSO, ASKED, KIND, LEAVES, RULE, STOPPED, Explanation, Step, Why
from proclogic.layout import wrap
from proclogic.papers.words import capital, cites, when_words

WIDE = 34  # letters in a line of a node
BLUE, GREY = "#0072B2", "#666666"


def proof(values: tuple[Explanation, ...], full: bool = False) -> str:
    """The graph of the explanations, in the language of Graphviz; one cluster a derivation where there are several."""
    out = _Graph(full)
    whys = [(value, case.when, why) for value in values for case in value.cases for why in case.whys]
    out.line(f'graph [label={_text(values[0].answer.question)}, labelloc="t"];')
    for number, (value, when, why) in enumerate(whys):
        if len(whys) > 1:
            words = frames(value.language)
            told = when_words(when) if any(when) else ""
            told = "; ".join(x for x in (told, words.listed(why.under)) if x)
            out.line(f'subgraph "cluster_{number}" {{ color="{GREY}"; style="rounded"; label={_text(capital(told))};')
        out.why(why, frames(value.language))
        if len(whys) > 1:
            out.line("}")
    return out.whole()


class _Graph:
    def __init__(self, full: bool) -> None:
        self.full = full
        self.lines: list[str] = []
        self.count = 0
        self.rules: dict[str, str] = {}  # node of a rule of the derivation that is being drawn

    def line(self, text: str) -> None:
        self.lines.append(text)

    def whole(self) -> str:
        """The text of the graph."""
        head = [
            "digraph proof {",
            'graph [rankdir="TB", fontname="Helvetica", fontsize=10, nodesep=0.15, ranksep=0.3];',
            'node [fontname="Helvetica", fontsize=9, shape="box", margin="0.08,0.04"];',
            f'edge [color="{GREY}", arrowsize=0.6, dir="back"];',
        ]
        return "\n".join([*head, *self.lines, "}", ""])

    def why(self, why: Why, words: Frames) -> None:
        """One derivation, under its conclusion."""
        self.rules = {}
        key = "title.why" if why.entitled else "title.why_not" if not why.forbidden else "title.why_never"
        shown = why.title if why.entitled or why.forbidden else words(key)
        top = self.node(capital(shown), f'shape="box", style="rounded,bold", color="{BLUE}"')
        self.below(top, why.steps)

    def below(self, parent: str, steps: tuple[Step, ...]) -> None:
        """What a node rests on: its leaves as one list, everything else as nodes of their own."""
        shown = [s for s in steps if self.full or not (s.aside or (s.kind in (ASKED, KIND) and s.holds))]
        for step in shown:
            if step.kind not in LEAVES:
                self.join(parent, step)
        listed = [_noted(s) for s in shown if s.kind in LEAVES]
        if listed:
            node = self.node("; ".join(listed), 'shape="plaintext"', _list(listed))
            self.line(f"{parent} -> {node};")

    def join(self, parent: str, step: Step) -> None:
        dashed = step.kind == STOPPED
        if step.kind == AGAIN and step.norm in self.rules:
            self.line(f"{parent} -> {self.rules[step.norm]};")
            return
        style = f'style="dashed", color="{GREY}"' if dashed else ""
        if step.kind in (RULE, STOPPED, ALSO, AGAIN) and step.norm:
            node = self.node(f"{cites(step.rules)}: {step.text}", style or f'color="{BLUE}"')
            self.rules.setdefault(step.norm, node)
        else:
            node = self.node(_noted(step), 'style="rounded"')
        self.line(f"{parent} -> {node}{' [style=dashed]' if dashed else ''};")
        self.below(node, step.parts)

    def node(self, text: str, style: str, label: str = "") -> str:
        self.count += 1
        name = f"n{self.count}"
        self.line(f"{name} [label={label or _text(text)}, tooltip={_quoted(text)}{', ' + style if style else ''}];")
        return name


def _noted(step: Step) -> str:
    return f"{step.text} ({step.note})" if step.note else step.text


def _text(text: str) -> str:
    return '"' + "\\n".join(_escaped(line) for line in wrap(text, WIDE)) + '"'


def _list(texts: list[str]) -> str:
    """A list, each entry with a dash, flush left."""
    lines = [("– " if not i else "   ") + line for text in texts for i, line in enumerate(wrap(text, WIDE))]
    return '"' + "".join(_escaped(line) + "\\l" for line in lines) + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
