"""The rows of a who, what or where question: how many come to what, and each of them."""

from __future__ import annotations

from proclogic.answers.model import NOT_CONFERRED, VERDICTS, Answer, Row
from proclogic.papers.document import Block, Section, Sentence, Table
from proclogic.papers.facts import in_short
from proclogic.papers.words import join, short_mark, verdict_words, when_words

LISTS = ("who", "what", "where")
SHORT = 90  # letters of a condition that still fit into a table
SPLIT = {"contested": "contested", "open": "open [ ]", "depends": "depending on the case"}


def counts(answer: Answer) -> str:
    """How many combinations come to what: "2 of right, 3 depending on the case, 7 not conferred". One with several
    verdicts is counted by what they depend on."""
    found = {**dict.fromkeys(VERDICTS, 0), **dict.fromkeys(SPLIT, 0)}
    for row in answer.rows:
        kinds = [m.kind for m in row.marks]
        split = next((k for k in SPLIT if k in kinds), "depends") if len(row.verdicts) > 1 else ""
        found[split or row.verdict] += 1
    found[NOT_CONFERRED] += answer.silent
    if not answer.rows:
        return "NOT CONFERRED: no rule says it of anybody or anything"
    order = [*(v for v in VERDICTS if v != NOT_CONFERRED), *SPLIT, NOT_CONFERRED]
    return ", ".join(f"{found[k]} {SPLIT.get(k) or verdict_words(k)}" for k in order if found[k])


def rows_table(answer: Answer) -> tuple[Block, ...]:
    """The cells of a who, what or where question as a table."""
    silent = (Sentence(answer.says, (), "Not conferred"),) if answer.says and answer.form in LISTS else ()
    if not answer.rows:
        return silent
    head = {"who": "Who", "what": "What", "where": "Where"}.get(answer.form, "What")
    if any(len(row.condition) > SHORT for row in answer.rows):
        return (*(_row_section(row, answer.form) for row in answer.rows), *silent)
    rows = tuple((row_name(row, answer.form), row_verdict(row), row.condition, row_rules(row)) for row in answer.rows)
    return (Table(answer.question, (head, "Answer", "How", "Rule"), rows), *silent)


def _row_section(row: Row, form: str) -> Section:
    """A row with more to say than fits beside others: a sentence for each of its cases."""
    name = row_name(row, form)
    cases = row.answer.cases if row.answer is not None else ()
    if len(cases) > 1:
        lines = [Sentence(f"{when_words(case.when)}: {in_short(case)}", case.grounds, "Case") for case in cases]
    else:
        said = row.condition.removeprefix(verdict_words(row.verdict)).removeprefix(", ")
        lines = [Sentence(said, (), "How")] if said else []
    return Section(name, f"{name}: {row_verdict(row)}", tuple(lines), row.grounds)


def row_name(row: Row, form: str) -> str:
    """What a row is about, given what the question asks for."""
    match form:
        case "who":
            return row.actor
        case "where":
            return row.body
        case _:
            return row.does or " ".join(w for w in (row.act, row.object, row.body) if w)


def row_verdict(row: Row) -> str:
    """The verdict of a row with its marks."""
    verdicts = join([verdict_words(v) for v in row.verdicts or (row.verdict,)], "or")
    return "; ".join([verdicts, *dict.fromkeys(short_mark(mark) for mark in row.marks)])


def row_rules(row: Row) -> str:
    """The provisions of a row; "no rule" where the text is silent."""
    return ", ".join(row.grounds) or "no rule"
