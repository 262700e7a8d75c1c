"""The entitlement graph: participants at the left, bodies at the right, acts as lines with the numbers of the rules;
who lets it in and who can stop it stand as gates on the line.

Line style carries meaning: solid what is held of right, dashed what is held on a condition or differs, dotted with a
bar what is forbidden.
"""

from __future__ import annotations

from collections.abc import Sequence

from proclogic.answers.model import NOT_CONFERRED, OF_RIGHT, PROHIBITED, Matrix, Row
from proclogic.figures.columns import dot
from proclogic.figures.dot import BLACK, BLUE, Stroke
from proclogic.figures.grouping import Edge, Picture, edges, pictures
from proclogic.figures.sentences import alternative, sentence, table
from proclogic.figures.strands import NO_BODY, cells_of, strands
from proclogic.norms.model import Ruleset
from proclogic.papers.document import Figure
from proclogic.papers.words import capital, join

MAY = Stroke("solid", BLACK, "of right: nobody can stop it", 1)
ON = Stroke("dashed", BLUE, "on a condition, or it differs", 2)
NOT = Stroke("dotted", BLACK, "may not", 3, "nonetee")
NAMED = 2  # participants that a caption names


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
        made.append(
            Figure(
                name,
                caption,
                dot(picture, stroke, sentence),
                alt,
                table(caption, picture.edges, silent if last else ()),
            )
        )
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
