"""A picture of edges in columns: who, what, gates, and where; drawn in the language of Graphviz.

Who lets it in stands in a round gate with a diamond, who can stop it between bars, each with its rules.
"""

from __future__ import annotations

from collections.abc import Callable

from proclogic.figures.dot import BLUE, Graph, Stroke, html, left, sample
from proclogic.figures.grouping import Edge, Line, Picture, gate_lines, place_lines, remark_lines, what_lines, who_lines
from proclogic.figures.sentences import condition
from proclogic.papers.words import capital, join
from proclogic.values import unique

DIAMOND = "\u25c7"
BARS = "\u2016 \u2016"
_MARGIN = 'margin="0.05,0.03"'
_LETS = f'<TR><TD BORDER="1" STYLE="rounded" COLOR="{BLUE}" CELLPADDING="2">{DIAMOND} {{}}</TD></TR>'
_STOPS = (
    f'<TR><TD><TABLE BORDER="1" SIDES="LR" CELLBORDER="1" CELLSPACING="2" CELLPADDING="1" COLOR="{BLUE}">'
    '<TR><TD SIDES="LR">{}</TD></TR></TABLE></TD></TR>'
)


def dot(picture: Picture, stroke: Callable[[Edge], Stroke], sentence: Callable[[Edge, Line], str]) -> str:
    """The picture; `stroke` says how the line of an edge is drawn, `sentence` what a part of it says."""
    graph = Graph("entitlements")
    who = {
        holders: graph.node(framed(who_lines(holders)), join([capital(h.name) for h in holders]), _MARGIN)
        for holders in unique(e.holders for e in picture.edges)
    }
    where = {
        bodies: graph.node(framed(place_lines(bodies)), join(bodies), f"{_MARGIN}, penwidth=2")
        for bodies in unique(e.bodies for e in picture.edges)
    }
    what: list[str] = []
    gates: dict[object, str] = {}
    for edge in picture.edges:
        drawn, words = stroke(edge), " ".join(sentence(edge, line) for line in edge.lines)
        graph.explain(drawn.place, sample(drawn), drawn.means)
        act = graph.node(label(edge, picture.gated, drawn.sign), words, 'shape=plaintext, margin="0.03,0.01"')
        what.append(act)
        graph.edge(who[edge.holders], act, drawn, words, head=False)
        if not edge.gated:
            graph.edge(act, where[edge.bodies], drawn, words)
            continue
        key = (edge.bodies, edge.lets, edge.stops)
        if key not in gates:
            gates[key] = gate(graph, edge)
            graph.edge(gates[key], where[edge.bodies], drawn, condition(edge))
        graph.edge(act, gates[key], drawn, words, head=False)
    for column in (list(who.values()), what, list(gates.values()), list(where.values())):
        graph.rank(column)
    return graph.whole()


def framed(lines: list[str]) -> str:
    """Lines in a frame, flush left."""
    return f"<{left(map(html, lines))}>"


def label(edge: Edge, gated: bool, sign: str = "") -> str:
    """What stands on the line: the acts with their rules, and below what is said of them."""
    acts = [html(line) for line in what_lines(edge, gated)]
    if sign:
        acts[0] = f"<B>{html(sign)}</B> {acts[0]}"
    return f"<{left(acts)}{left(f'<I>{html(line)}</I>' for line in remark_lines(edge, gated))}>"


def gate(graph: Graph, edge: Edge) -> str:
    """The gate of an edge: who lets it in, and who can stop it."""
    rows = ""
    if edge.lets is not None:
        rows += _LETS.format(left(map(html, gate_lines("if", edge.lets))))
        graph.explain(8, f"<TD>{DIAMOND}</TD>", "who lets it in")
    if edge.stops is not None:
        rows += _STOPS.format(left(map(html, gate_lines("unless", edge.stops))))
        graph.explain(9, f"<TD>{BARS}</TD>", "who can stop it")
    table = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="1" CELLPADDING="0">{rows}</TABLE>'
    return graph.node(f"<{table}>", condition(edge), "shape=plaintext, margin=0")
