"""The proof graph of an explanation: conclusions, rules and what they rest on, from the top down.

Line style carries meaning, and colour only repeats it: solid for what holds, dashed for what has no effect, bold for
the conclusion; a box is a rule, a rounded box a conclusion, a plain text what it rests on.
"""

from __future__ import annotations

from proclogic.explain.frames import Frames, frames
from proclogic.explain.model import AGAIN, ALSO, DERIVED, LEAVES, PRESUMED, RULE, STOPPED, Explanation, Step, Why
from proclogic.layout import wrap
from proclogic.papers.words import capital, cites

WIDE = 34  # letters in a line of a node
BLUE, GREY = "#0072B2", "#666666"


def proof(values: tuple[Explanation, ...], full: bool = False) -> str:
    """The graph of the explanations, in the language of Graphviz; one cluster a derivation where there are several."""
    out = _Graph(full)
    whys = [(value, why) for value in values for case in value.cases for why in case.whys]
    out.line(f'graph [label={_text(values[0].answer.question)}, labelloc="t"];')
    for number, (value, why) in enumerate(whys):
        if len(whys) > 1:
            out.line(f'subgraph "cluster_{number}" {{ color="{GREY}"; style="rounded";')
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
            'graph [rankdir="TB", fontname="Helvetica", fontsize=11, nodesep=0.2, ranksep=0.35];',
            'node [fontname="Helvetica", fontsize=10, shape="box", margin="0.12,0.06"];',
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
        for step in steps:
            if step.aside and not self.full:
                continue
            if step.kind in ("asked", "kind") and step.holds and not self.full:
                continue
            self.join(parent, step)

    def join(self, parent: str, step: Step) -> None:
        dashed = step.kind == STOPPED or (step.kind in LEAVES and step.aside)
        if step.kind == AGAIN and step.norm in self.rules:
            self.line(f"{parent} -> {self.rules[step.norm]};")
            return
        style = f'style="dashed", color="{GREY}"' if dashed else ""
        if step.kind in (RULE, STOPPED, ALSO, AGAIN) and step.norm:
            node = self.node(f"{cites(step.rules)}: {step.text}", style or f'color="{BLUE}"')
            self.rules.setdefault(step.norm, node)
        elif step.kind in (DERIVED, PRESUMED):
            node = self.node(_noted(step), 'style="rounded"')
        else:
            node = self.node(_noted(step), 'shape="plaintext"')
        self.line(f"{parent} -> {node}{' [style=dashed]' if dashed else ''};")
        self.below(node, step.parts)

    def node(self, text: str, style: str) -> str:
        self.count += 1
        name = f"n{self.count}"
        self.line(f"{name} [label={_text(text)}, tooltip={_quoted(text)}{', ' + style if style else ''}];")
        return name


def _noted(step: Step) -> str:
    return f"{step.text} ({step.note})" if step.note else step.text


def _text(text: str) -> str:
    return '"' + "\\n".join(_escaped(line) for line in wrap(text, WIDE)) + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
