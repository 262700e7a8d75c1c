"""Draws the way of an actor: down the left side what leads to a status, beside it who can stop it and who can still
let it in; to the right of each status what it lets the actor do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proclogic.answers.model import Matrix
from proclogic.answers.options import Options
from proclogic.figures.columns import BARS, DIAMOND, framed, gate
from proclogic.figures.dot import BLACK, BLUE, HIGH, HIGHEST, Graph, Stroke, html, left, sample, wrapped
from proclogic.figures.entitlements import ON, stroke
from proclogic.figures.grouping import Edge, gate_lines, remarks, short
from proclogic.figures.sentences import answer, condition, doing, sentence
from proclogic.figures.way import Course, Stage, Step, courses
from proclogic.norms.model import Ruleset
from proclogic.papers.document import Figure, Table
from proclogic.papers.words import capital, cites

WAY = Stroke("bold", BLACK, "the next step", 6)
STEP, BESIDE, ACTS = 112.0, 104.0, 150.0  # points for each column
TALL = HIGHEST + 40  # what stands beside each other is counted as if below


def figures(
    ruleset: Ruleset,
    matrix: Matrix,
    options: Options,
    actor: str,
    acts: Sequence[str] = (),
    bodies: Sequence[str] = (),
) -> tuple[Figure, ...]:
    """The way of an actor (an id): a figure for each sort of it, and more where one would not fit on a page."""
    parts = [
        (course.replace(stages=stages), number, len(split))
        for course in courses(ruleset, matrix, options, actor, acts, bodies)
        for split in [_split(course)]
        for number, stages in enumerate(split, start=1)
    ]
    named = "-".join(re.findall(r"\w+", actor))
    made = []
    for place, (course, number, count) in enumerate(parts, start=1):
        name = f"{ruleset.id}-way-{named}" + (f"-{place}" if len(parts) > 1 else "")
        part = f" ({number} of {count})" if count > 1 else ""
        caption = f"{ruleset.id}: the way of {course.phrase} to what it may do{part}"
        made.append(Figure(name, caption, dot(course), alternative(course), table(caption, course)))
    return tuple(made)


# --------------------------------------------------------------------------------------------------------------- words


def alternative(course: Course) -> tuple[str, ...]:
    """What is drawn, in sentences."""
    told = []
    for stage in course.stages:
        told += [
            f"{capital(step_words(step))}{f': {cites(step.rules)}' if step.rules else ''}." for step in stage.steps
        ]
        if stage.name:
            marks = "".join(f"; {m}" for m in stage.marks)
            told.append(f"{capital(course.phrase)} then has {stage.name}{marks}: {cites(stage.rules)}.")
        told += [_with(stage, edge, sentence(edge, line)) for edge in stage.edges for line in edge.lines]
    return tuple(told)


def _with(stage: Stage, edge: Edge, said: str) -> str:
    """A sentence on what somebody may do, with the status on which it rests."""
    if not stage.name:
        return said
    lower = edge.holders[0].phrase[:1].islower() or len(edge.verdicts) > 1
    return f"With {stage.name}, {said[:1].lower() if lower else said[:1]}{said[1:]}"


def step_words(step: Step) -> str:
    """A step as a clause, with how its agent decides."""
    before = {"duty": "presumed: ", "gate": "it takes that ", "bar": "it ends if "}.get(step.sort, "")
    after = f", after {step.after}" if step.after else ""
    return f"{before}{step.text}{after}{''.join(f'; {d}' for d in step.decided)}"


def table(caption: str, course: Course) -> Table:
    """The same as a table."""
    rows: list[tuple[str, ...]] = []
    for stage in course.stages:
        rows += [(capital(step_words(s)), "", "", cites(s.rules)) for s in stage.steps]
        if stage.name:
            rows.append((f"Then it has {stage.name}", "; ".join(stage.marks), "", cites(stage.rules)))
        for edge in stage.edges:
            more = "; ".join(filter(None, [condition(edge), *edge.where, *edge.marks[len(edge.verdicts) > 1 :]]))
            held = f"{answer(edge)}, with {stage.name}" if stage.name else answer(edge)
            rows += [(capital(doing(edge, line)), held, more, cites(line.rules)) for line in edge.lines]
    return Table(caption, ("Step", "Answer", "On what condition", "Rule"), tuple(rows), spaced=True)


# --------------------------------------------------------------------------------------------------------------- lines


def _step_lines(step: Step, room: float) -> list[str]:
    said = {"duty": f"presumed: {step.text}", "bar": f"unless {step.text}"}.get(step.sort, step.text)
    lines = wrapped(f"{said} {short(step.rules)}", room)
    return [*lines, *(line for d in step.decided for line in wrapped(d, room))]


def _act_lines(edge: Edge) -> list[str]:
    return [t for one in edge.lines for t in wrapped(f"{doing(edge, one)} {short(one.rules)}", ACTS)]


def _remark_lines(edge: Edge) -> list[str]:
    return [line for text in remarks(edge) for line in wrapped(text, ACTS)]


def _edge_height(edge: Edge) -> float:
    own = HIGH * (len(_act_lines(edge)) + len(_remark_lines(edge))) + 8
    gates = [gate_lines(word, said) for word, said in (("if", edge.lets), ("unless", edge.stops)) if said]
    return max(own, sum(HIGH * len(lines) + 12 for lines in gates) + 6)


def _stage_height(stage: Stage) -> float:
    chain = sum(HIGH * len(_step_lines(s, STEP)) + 24 for s in stage.steps if s.sort in ("own", "duty", "gate"))
    beside = sum(HIGH * len(_step_lines(s, BESIDE)) + 18 for s in stage.steps if s.sort == "bar")
    beside = max(beside, sum(HIGH * len(_step_lines(s, ACTS)) + 14 for s in stage.steps if s.sort == "remedy"))
    return max(chain + 40, beside + 14 + sum(_edge_height(e) for e in stage.edges))


def _split(course: Course) -> list[tuple[Stage, ...]]:
    """The stages of a way, in as few parts as fit on pages."""
    parts: list[list[Stage]] = [[]]
    used = 0.0
    for stage in course.stages:
        used_here = _stage_height(stage.replace(edges=()))
        if parts[-1] and used + used_here > TALL:
            parts.append([])
            used = 0.0
        current, used = stage.replace(edges=()), used + used_here
        for edge in stage.edges:
            high = _edge_height(edge)
            if used + high > TALL and (current.edges or current.steps or parts[-1]):
                if current.edges or current.steps:
                    parts[-1].append(current)
                parts.append([])
                current, used = stage.replace(edges=(), steps=()), 40.0
            current, used = current.replace(edges=(*current.edges, edge)), used + high
        parts[-1].append(current)
    return [tuple(part) for part in parts if part]


# ----------------------------------------------------------------------------------------------------------------- dot


def dot(course: Course) -> str:
    """The way in the language of Graphviz."""
    graph = Graph("way")
    start = graph.node(framed(wrapped(capital(course.holder), STEP)), capital(course.phrase), "penwidth=2")
    chain, beside, right = [start], list[str](), list[str]()
    for stage in course.stages:
        last = chain[-1]
        for step in stage.steps:
            if step.sort in ("own", "duty", "gate"):
                chain.append(_step(graph, step))
                _down(graph, last, chain[-1])
                last = chain[-1]
        status = start if not any(s.name for s in course.stages) else _status(graph, last, stage)
        if status is not start:
            chain.append(status)
        bars = {s.text: _bar(graph, s) for s in stage.steps if s.sort == "bar"}
        for bar in bars.values():
            graph.explain(ON.place, sample(ON), ON.means)
            graph.edge(last, bar, ON, "it can be stopped here", head=False)
        for step in stage.steps:
            if step.sort == "remedy" and step.after in bars:
                right.append(_step(graph, step, ACTS))
                graph.edge(bars[step.after], right[-1], ON, step_words(step))
        beside += bars.values()
        for edge in stage.edges:
            _acts(graph, status, edge, beside, right)
    for column in (chain, beside, right):
        graph.rank(column)
    return graph.whole()


def _status(graph: Graph, last: str, stage: Stage) -> str:
    """The node of a stage: the status that it then has, or that it needs none."""
    name = f"then it has {stage.name}" if stage.name else "whatever its status"
    lines = left(map(html, wrapped(f"{name} {short(stage.rules)}", STEP)))
    marks = left(f"<I>{html(line)}</I>" for text in stage.marks for line in wrapped(text, STEP))
    style = 'style="rounded", penwidth=2, margin="0.09,0.06"' if stage.name else 'style="dashed"'
    cited = f": {cites(stage.rules)}" if stage.rules else ""
    status = graph.node(f"<{lines}{marks}>", f"{name}{cited}", style)
    _down(graph, last, status, bool(stage.name))
    return status


def _down(graph: Graph, start: str, end: str, told: bool = True) -> None:
    """A line down the left side; an unseen one keeps the order where nothing leads on."""
    if told:
        graph.explain(WAY.place, sample(WAY), WAY.means)
        graph.edge(start, end, WAY, "then")
    else:
        graph.line(f"{start} -> {end} [style=invis];")


def _step(graph: Graph, step: Step, room: float = STEP) -> str:
    lines = _step_lines(step, room)
    if step.sort in ("gate", "remedy"):
        graph.explain(8, f"<TD>{DIAMOND}</TD>", "who lets it in")
        label = f"<{left([f'{DIAMOND} {html(lines[0])}', *map(html, lines[1:])])}>"
        return graph.node(label, step_words(step), f'style="rounded", color="{BLUE}", margin="0.09,0.06"')
    return graph.node(framed(lines), step_words(step))


def _bar(graph: Graph, step: Step) -> str:
    graph.explain(9, f"<TD>{BARS}</TD>", "who can stop it")
    table = (
        f'<TABLE BORDER="1" SIDES="LR" CELLBORDER="1" CELLSPACING="2" CELLPADDING="1" COLOR="{BLUE}">'
        f'<TR><TD SIDES="LR">{left(map(html, _step_lines(step, BESIDE)))}</TD></TR></TABLE>'
    )
    return graph.node(f"<{table}>", step_words(step), "shape=plaintext, margin=0")


def _acts(graph: Graph, status: str, edge: Edge, beside: list[str], right: list[str]) -> None:
    """What a stage lets the actor do, behind its gate."""
    drawn, words = stroke(edge), " ".join(sentence(edge, line) for line in edge.lines)
    graph.explain(drawn.place, sample(drawn), drawn.means)
    lines = left(map(html, _act_lines(edge))) + left(f"<I>{html(line)}</I>" for line in _remark_lines(edge))
    act = graph.node(f"<{lines}>", words, 'shape=plaintext, margin="0.03,0.01"')
    right.append(act)
    if edge.gated:
        beside.append(gate(graph, edge))
        graph.edge(status, beside[-1], drawn, condition(edge), head=False)
        graph.edge(beside[-1], act, drawn, words)
    else:
        graph.edge(status, act, drawn, words)
