"""A matrix for a screen: every cell in which something is said, to be filtered, opened and seen under other choices.

    matrix = worked_out.matrix(ruleset, options, choices=True)
    made = from_matrix.page(matrix)         a Paper: its blocks, and the `choices` of which its variants speak
    made.blocks, made.choices               what a paper with more in it takes of that

The names of the choices begin with the name of the ruleset, so that the choices of several can stand in one paper. A
matrix that was worked out without `choices` gives the same page without choices and variants.
"""

from __future__ import annotations

from collections.abc import Sequence

from proclogic.answers.model import NOT_CONFERRED, Answer, Matrix, Row, Ruled
from proclogic.papers.document import Block, Cell, Passage, Passages, Run, Section, Sentence, Sources, Table
from proclogic.papers.from_answer import body, opening
from proclogic.papers.from_rows import row_rules
from proclogic.papers.variants import cells
from proclogic.papers.words import capital, join, short_mark, verdict_words

COLUMNS = ("Actor", "Act", "Body", "Answer", "Marks", "How", "Rule")
FILTERS = (0, 1, 2, 3, 4)
LONG = 200  # letters of a condition beyond which it is left to the reasons of the row
MARKS = ("contested", "open", "pending", "turns on", "conflicting", "depends", "unregulated")
BY_CASE = "according to the case"
AS_IT_STANDS = "Told as the text stands: with every reading that counts, and with every bracket open."
RULE_NOTE = (
    "The rules are those that bear on the row as the text stands; a choice that is made may leave fewer, or others."
)


def told(matrix: Matrix) -> tuple[Row, ...]:
    """The rows in which something is said, or would be under some choices."""
    silent = (NOT_CONFERRED,)
    return tuple(r for r in matrix.rows if r.verdicts != silent or r.marks or r.under is None or len(r.under) > 1)


def blocks(matrix: Matrix) -> tuple[Block, ...]:
    """The table of the rows with the reasons of each, what no rule confers, and the texts of the provisions."""
    return (*entitlements(matrix), *_texts(matrix))


def entitlements(matrix: Matrix) -> tuple[Block, ...]:
    """The same without the texts, for a paper that has them."""
    rows = told(matrix)
    reasons: dict[int, tuple[Block, ...]] = {}  # rows that come to the same share one answer
    for row in rows:
        if row.answer is not None and id(row.answer) not in reasons:
            reasons[id(row.answer)] = _reasons(row.answer, bool(row.under is None or len(row.under) > 1))
    table = Table(
        f"Who may do what under {matrix.ruleset}, and where",
        COLUMNS,
        tuple(_line(matrix, row) for row in rows),
        notes=(RULE_NOTE,) if matrix.choosable else (),
        wide=True,
        filters=FILTERS,
        details=tuple(reasons.get(id(row.answer), ()) for row in rows),
    )
    return (table, *_silent(matrix, rows))


def _line(matrix: Matrix, row: Row) -> tuple[str | Cell, ...]:
    act = _act(row)
    rule: str | Cell = row_rules(row)
    if matrix.choosable and row.under and len(row.under) > 1:
        rule = Cell((Run(row_rules(row)),), (1,))
    return (row.actor, act, row.body, *cells(matrix, row, (_answer, _marks, _how)), rule)


def _act(row: Row) -> str:
    return f"{row.act}: {row.object}" if row.object else row.act


def _answer(of: Row | Ruled) -> str:
    return join([verdict_words(v) for v in of.verdicts], "or")


def _marks(of: Row | Ruled) -> str:
    in_order = sorted(of.marks, key=lambda m: (MARKS.index(m.kind) if m.kind in MARKS else len(MARKS), m.detail))
    return "; ".join(dict.fromkeys(map(short_mark, in_order)))


def _how(of: Row | Ruled) -> str:
    if len(of.condition) > LONG:
        return BY_CASE
    return of.condition.removeprefix(_answer(of)).removeprefix(", ")


def _reasons(answer: Answer, chosen: bool) -> tuple[Block, ...]:
    """Why, in what cases, by whose leave, who can stop it: as the text stands."""
    lead = (Sentence(AS_IT_STANDS, label="Told"),) if chosen else ()
    warnings = tuple(block for block in opening(answer)[1:] if isinstance(block, Sentence) and block.label == "Note")
    return (*lead, *warnings, *(block for block in body(answer) if not isinstance(block, Sources)))


def _silent(matrix: Matrix, rows: Sequence[Row]) -> tuple[Block, ...]:
    """What no rule confers, actor by actor."""
    spoken = {(row.actor, row.act, row.object, row.body) for row in rows}
    lines: dict[str, dict[str, list[tuple[str, bool]]]] = {}
    for row in matrix.rows:
        act = _act(row)
        is_told = (row.actor, row.act, row.object, row.body) in spoken
        lines.setdefault(row.actor, {}).setdefault(act, []).append((row.body, is_told))
    count = len(matrix.rows) - len(rows)
    if not count:
        return ()
    made = tuple((actor, "; ".join(filter(None, map(_nowhere, acts.items())))) for actor, acts in lines.items())
    lead = Sentence(
        f"In {count} of {len(matrix.rows)} combinations of actor, act and body no rule gives or forbids it."
    )
    table = Table("What no rule confers", ("Actor", "Acts"), tuple(line for line in made if line[1]))
    return (Section("Silent", f"What no rule of {matrix.ruleset} confers", (lead, table), folded=True),)


def _nowhere(act: tuple[str, list[tuple[str, bool]]]) -> str:
    name, places = act
    silent = [body for body, is_told in places if not is_told]
    if not silent:
        return ""
    if len(silent) == len(places):
        return f"{name} (in any body)" if len(places) > 1 or places[0][0] else name
    return f"{name}: in {join(silent)}"


def _texts(matrix: Matrix) -> tuple[Block, ...]:
    """The texts of the provisions that the rows name."""
    passages = tuple(
        Passage(each.provision, capital(each.heading), (Run(each.text),)) for each in matrix.cited if each.text
    )
    return (
        Section("Texts", f"The rules of {matrix.ruleset} that are named", (Passages(passages),), folded=True),
    ) * bool(passages)
