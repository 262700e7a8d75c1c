"""The entitlement graph: participants at the left, bodies at the right, acts as lines with the numbers of the rules;
who lets it in and who can stop it stand as gates on the line.

Line style carries meaning: solid what is held of right, dashed what is held on a condition or differs, dotted with a
bar what is forbidden.
"""

from __future__ import annotations

from collections.abc import Sequence

from proclogic.answers.model import NOT_CONFERRED, OF_RIGHT, PROHIBITED, Matrix, Row
from proclogic.figures.dot import BLACK, BLUE, Graph, Stroke, html, left, sample
from proclogic.figures.grouping import (
    Edge,
    Picture,
    edges,
    gate_lines,
    pictures,
    place_lines,
    what_lines,
    who_lines,
)
from proclogic.figures.sentences import alternative, condition, sentence, table
from proclogic.figures.strands import NO_BODY, cells_of, strands
from proclogic.norms.model import Ruleset
from proclogic.papers.document import Figure
from proclogic.papers.words import capital, join
from proclogic.values import unique

MAY = Stroke("solid", BLACK, "may, of right", 1)
ON = Stroke("dashed", BLUE, "may, on a condition; or it differs", 2)
NOT = Stroke("dotted", BLACK, "may not", 3, "tee")
NAMED = 3  # participants that a caption names


def figures(
    ruleset: Ruleset,
    matrix: Matrix,
    actors: Sequence[str] = (),
    acts: Sequence[str] = (),
    bodies: Sequence[str] = (),
) -> tuple[Figure, ...]:
    """The graphs of a matrix, which `actors`, `acts` and `bodies` (ids) narrowed down as they did the matrix."""
    counted = ruleset.counting(matrix.layers)
    found = strands(counted, matrix, cells_of(counted, tuple(actors), tuple(acts), tuple(bodies)))
    drawn = pictures(edges(found))
    silent = [name for name in matrix.actors if not any(row.actor == name and _speaks(row) for row in matrix.rows)]
    made = []
    for number, picture in enumerate(drawn, start=1):
        last = number == len(drawn)
        name = f"{matrix.ruleset}-entitlements" + (f"-{number}" if len(drawn) > 1 else "")
        caption = f"{matrix.ruleset}: {told(picture)}"
        alt = alternative(picture)
        if last and silent:
            alt = (*alt, f"No rule speaks of: {join(silent)}.")
        made.append(Figure(name, caption, dot(picture), alt, table(caption, picture.edges, silent if last else ())))
    return tuple(made)


def _speaks(row: Row) -> bool:
    return any(v != NOT_CONFERRED for v in (row.verdict, *row.verdicts))


def told(picture: Picture) -> str:
    """What a picture shows: "who may do what in the Conference (1 of 2: States Parties, observers and 3 others)"."""
    places = [b for b in picture.bodies if b != NO_BODY]
    where = f" in {join(places)}" if places else ""
    if len(places) < len(picture.bodies):
        where += ", or in no particular body" if places else f" {NO_BODY}"
    names = [capital(h.name) for h in picture.holders]
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], f"{len(names) - NAMED} others"]
    part = f" ({picture.part} of {picture.parts}: {join(names)})" if picture.parts > 1 else ""
    return f"who may do what{where}{part}"


def stroke(edge: Edge) -> Stroke:
    """How the line of an edge is drawn."""
    match edge.verdicts:
        case (verdict,) if verdict == OF_RIGHT and not edge.marks:
            return MAY
        case verdicts if PROHIBITED in verdicts and set(verdicts) <= {PROHIBITED, NOT_CONFERRED}:
            return NOT
        case _:
            return ON


def dot(picture: Picture) -> str:
    """The picture in the language of Graphviz: columns for who, what, gates and bodies."""
    graph = Graph("entitlements")
    who = {
        holders: graph.node(_left(who_lines(holders)), join([capital(h.name) for h in holders]), _MARGIN)
        for holders in unique(e.holders for e in picture.edges)
    }
    where = {
        bodies: graph.node(_left(place_lines(bodies)), join(bodies), f"{_MARGIN}, penwidth=2")
        for bodies in unique(e.bodies for e in picture.edges)
    }
    what: list[str] = []
    gates: dict[object, str] = {}
    for edge in picture.edges:
        drawn, words = stroke(edge), " ".join(sentence(edge, line) for line in edge.lines)
        graph.explain(drawn.place, sample(drawn), drawn.means)
        act = graph.node(_left(what_lines(edge)), words, 'shape=plaintext, margin="0.03,0.01"')
        what.append(act)
        graph.edge(who[edge.holders], act, drawn, words, head=False)
        if edge.lets is None and edge.stops is None:
            graph.edge(act, where[edge.bodies], drawn, words)
            continue
        key = (edge.bodies, edge.lets, edge.stops)
        if key not in gates:
            gates[key] = _gate(graph, edge)
            graph.edge(gates[key], where[edge.bodies], drawn, condition(edge))
        graph.edge(act, gates[key], drawn, words, head=False)
    for column in (list(who.values()), what, list(gates.values()), list(where.values())):
        graph.rank(column)
    return graph.whole()


_MARGIN = 'margin="0.05,0.03"'


def _left(lines: list[str]) -> str:
    return f"<{left(map(html, lines))}>"


def _gate(graph: Graph, edge: Edge) -> str:
    """A gate on a line: what lets it in is round, with a diamond; what can stop it stands between bars."""
    rows = ""
    if edge.lets is not None:
        rows += LETS.format(left(map(html, gate_lines("if", edge.lets))))
        graph.explain(4, f"<TD>{DIAMOND}</TD>", "who lets it in")
    if edge.stops is not None:
        rows += STOPS.format(left(map(html, gate_lines("unless", edge.stops))))
        graph.explain(5, "<TD>‖ ‖</TD>", "who can stop it")
    label = f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="1" CELLPADDING="0">{rows}</TABLE>>'
    return graph.node(label, condition(edge), "shape=plaintext, margin=0")


DIAMOND = "◇"
LETS = f'<TR><TD BORDER="1" STYLE="rounded" COLOR="{BLUE}" CELLPADDING="2">{DIAMOND} {{}}</TD></TR>'
STOPS = (
    f'<TR><TD><TABLE BORDER="1" SIDES="LR" CELLBORDER="1" CELLSPACING="2" CELLPADDING="1" COLOR="{BLUE}">'
    '<TR><TD SIDES="LR">{}</TD></TR></TABLE></TD></TR>'
)
