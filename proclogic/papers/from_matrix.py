"""Lays a matrix out: stacked per body in short codes, or in full, a row a cell."""

from __future__ import annotations

from proclogic.answers.model import BY_DEFAULT, BY_LEAVE, NOT_CONFERRED, OF_RIGHT, PROHIBITED, Matrix, Row
from proclogic.papers.document import PRINT, SCREEN, Block, Closing, Headline, Paper, Section, Sentence, Table
from proclogic.papers.from_rows import row_rules, row_verdict
from proclogic.papers.words import join

CODES = {
    OF_RIGHT: "of right",
    BY_DEFAULT: "default",
    BY_LEAVE: "leave",
    NOT_CONFERRED: "-",
    PROHIBITED: "prohibited",
}
SIGNS = {"contested": "?", "open": "[ ]", "conflicting": "!", "turns on": "*", "depends": "*"}
LEGEND = (
    ("of right", "of right: nobody can stop it"),
    ("default", "default: it holds unless somebody acts"),
    ("leave", "leave: somebody must let it in"),
    ("-", "-: silent, no rule confers it"),
    ("prohibited", "prohibited: a rule forbids it"),
    ("?", "?: contested between readings, or who acts is"),
    ("[ ]", "[ ]: it, or who acts, differs with text not agreed"),
    ("!", "!: rules conflict"),
    ("*", "*: it depends on more, ask the question itself"),
)
ACTS = 4  # acts side by side in one table


def paper(matrix: Matrix) -> Paper:
    """The matrix in short codes, one table a body, with a legend in words."""
    cells = {(row.actor, row.act, row.body): code(row) for row in matrix.rows}
    sections = []
    for body in dict.fromkeys(body for _, body in matrix.columns):
        acts = [act for act, where in matrix.columns if where == body]
        tables = tuple(
            _table(matrix.actors, acts[start : start + ACTS], body, cells) for start in range(0, len(acts), ACTS)
        )
        sections.append(Section(body or "Everywhere", body or "in no particular body", tables))
    used = " ".join(cells.values())
    legend = tuple(words for sign, words in LEGEND if sign in used)
    return Paper(
        "",
        (
            Headline(_head(matrix)),
            *sections,
            Closing((*legend, _end(matrix)), ("Rules: add --format md, csv or json.",)),
        ),
    )


def full(matrix: Matrix) -> Paper:
    """The matrix as a list of cells, each with its condition and its rules."""
    header = ("Actor", "Act", "Body", "Answer", "How", "Rule")
    rows = tuple((row.actor, row.act, row.body, row_verdict(row), row.condition, row_rules(row)) for row in matrix.rows)
    return Paper(
        "", (Headline(_head(matrix)), Table("Who may do what, and where", header, rows), Closing((_end(matrix),)))
    )


def both(matrix: Matrix) -> Paper:
    """The matrix for a file: on paper in short codes, and below that every cell of which a rule speaks; on a screen,
    where a reader sorts and searches, every cell; of a matrix worked out with choices, what `page` has."""
    brief, listed = paper(matrix), full(matrix)
    head, tables, legend = brief.blocks[0], brief.blocks[1:-1], brief.blocks[-1]
    (table,) = (block for block in listed.blocks if isinstance(block, Table))
    every = table.replace(filters=(0, 1, 2, 3), wide=True)
    spoken = every.replace(rows=tuple(line for row, line in zip(matrix.rows, every.rows, strict=True) if row.grounds))
    silent = len(every.rows) - len(spoken.rows)
    note = (Sentence(f"Of the other {silent} cells no rule speaks."),) if silent else ()
    told = tuple(part for part in map(_spoken, tables) if part is not None)
    left = Sentence("Actors of whom no rule speaks there are left out of a table.")
    short = Section("In short", "In short", (*told, left, legend), medium=PRINT)
    cells = Section("Cells", "The cells of which a rule speaks", (spoken, *note), medium=PRINT)
    if any(row.under for row in matrix.rows):
        from proclogic.papers import matrix_page, variants

        screen = Section("Cells", "The cells of which a rule speaks", matrix_page.entitlements(matrix), medium=SCREEN)
        return Paper("", (head, short, cells, screen), choices=variants.choices(matrix))
    return Paper("", (head, short, cells, Section("Cells", "Every cell", (every, listed.blocks[-1]), medium=SCREEN)))


def _spoken(section: Block) -> Section | None:
    """The tables of a body without the lines of which no rule speaks; None where nothing is left."""
    if not isinstance(section, Section):
        return None
    silent = CODES[NOT_CONFERRED]
    cut = [
        table.replace(rows=tuple(row for row in table.rows if any(cell not in ("", silent) for cell in row[1:])))
        for table in section.blocks
        if isinstance(table, Table)
    ]
    left = tuple(table for table in cut if table.rows)
    return section.replace(blocks=left) if left else None


def page(matrix: Matrix) -> Paper:
    """The matrix for a screen: each row with its reasons, and with what it is under the choices of a reader, where the
    matrix was worked out with them. `matrix_page` says how to put it into a paper with more in it."""
    from proclogic.papers import matrix_page, variants

    return Paper(
        "",
        (Headline(_head(matrix)), *matrix_page.blocks(matrix), Closing((_end(matrix),))),
        choices=variants.choices(matrix),
    )


def code(row: Row) -> str:
    """A cell in short: "leave ?"."""
    signs = dict.fromkeys(SIGNS[mark.kind] for mark in row.marks if mark.kind in SIGNS)
    for case in row.answer.cases if row.answer is not None else ():
        signs |= dict.fromkeys(SIGNS[kind] for kind in (*case.gates_by, *case.stops_by))
    return " ".join([CODES.get(row.verdict, row.verdict), *signs])


def _table(actors: tuple[str, ...], acts: list[str], body: str, cells: dict[tuple[str, str, str], str]) -> Table:
    rows = tuple((actor, *(cells.get((actor, act, body), "") for act in acts)) for actor in actors)
    return Table(body, ("Actor", *acts), rows)


def _head(matrix: Matrix) -> str:
    return f"Who may do what under {matrix.ruleset}{f': {matrix.title}' if matrix.title else ''}"


def _end(matrix: Matrix) -> str:
    end = "examined completely" if matrix.complete else "NOT examined completely"
    return f"{matrix.ruleset}: {join(matrix.layers)}; {len(matrix.rows)} cells; {end}."
