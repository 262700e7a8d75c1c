"""What the cells of a matrix come to, and what their answers rest on: counted, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from proclogic.answers.model import NOT_CONFERRED, VERDICTS, Act, Answer, Matrix, Row, Way
from proclogic.papers.from_rows import SPLIT
from proclogic.papers.matrix_page import told
from proclogic.papers.words import act_words
from proclogic.values import Value, unique


class Counted(Value):
    """Something on which answers rest: `what` in words, in how many entitlements, and the provisions that speak of
    it."""

    what: str
    number: int
    rules: tuple[str, ...] = ()


def given(matrix: Matrix) -> tuple[Row, ...]:
    """The cells in which something is given or forbidden, in some case or some reading that counts."""
    return tuple(row for row in told(matrix) if not _silent(row))


def _silent(row: Row) -> bool:
    alone = row.verdict == NOT_CONFERRED and len(row.verdicts) < 2
    return alone and all(mark.kind in ("turns on", "depends") for mark in row.marks)


def numbers(rows: Iterable[Row]) -> dict[str, int]:
    """How many entitlements come to what: by verdict where there is one, else by what they depend on."""
    found = {**dict.fromkeys(VERDICTS, 0), **dict.fromkeys(SPLIT, 0)}
    for row in rows:
        kinds = [mark.kind for mark in row.marks]
        split = next((k for k in SPLIT if k in kinds), "depends") if len(row.verdicts) > 1 else ""
        found[split or row.verdict] += 1
    return found


def presumed(rows: Iterable[Row]) -> tuple[Counted, ...]:
    """The duties that are taken as performed."""
    return _acts(rows, lambda answer: [*answer.presumed, *(act for case in answer.cases for act in case.presumed)])


def gates(rows: Iterable[Row]) -> tuple[Counted, ...]:
    """The acts that let somebody in."""
    return _acts(rows, lambda answer: _in(way for case in answer.cases if not case.gates_by for way in case.gates))


def blockers(rows: Iterable[Row]) -> tuple[Counted, ...]:
    """The acts that end what would otherwise hold."""
    return _acts(
        rows, lambda answer: _in(way for case in answer.cases if not case.stops_by for way in case.blockers.sets_off)
    )


def judged(rows: Iterable[Row]) -> tuple[Counted, ...]:
    """The words that nobody is named to judge."""
    return marked(rows, "turns on")


def disputes(rows: Iterable[Row]) -> tuple[Counted, ...]:
    """The disputes, by id, on which an answer turns."""
    return _counted(
        found
        for row in rows
        for found in unique(
            (r.dispute, (r.provision,)) for r in (row.answer.readings if row.answer else ()) if r.contests
        )
    )


def brackets(rows: Iterable[Row]) -> tuple[Counted, ...]:
    """The brackets, by id, on which an answer turns."""
    return _counted(
        found
        for row in rows
        for found in unique(
            (chosen.bracket, (chosen.provision,))
            for resolution in (row.answer.resolutions if row.answer else ())
            for chosen in resolution.choices
        )
    )


def marked(rows: Iterable[Row], kind: str) -> tuple[Counted, ...]:
    """The marks of a kind, by what they say."""
    return _counted((mark[1], mark[2]) for row in rows for mark in _each(row) if mark[0] == kind)


def clashes(rows: Iterable[Row]) -> tuple[Counted, ...]:
    """The rules that clash, each group of them by itself."""
    found = _counted(
        (", ".join(rules), rules) for row in rows for kind, _, rules in _each(row) if kind == "conflicting"
    )
    return tuple(one.replace(what="") for one in found)


def _each(row: Row) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return unique((mark.kind, mark.detail, mark.rules) for mark in row.marks)


def _in(ways: Iterable[Way]) -> list[Act]:
    return [act for way in ways for act in way.acts]


def _acts(rows: Iterable[Row], of: Callable[[Answer], Iterable[Act]]) -> tuple[Counted, ...]:
    def each() -> Iterator[tuple[str, tuple[str, ...]]]:
        for row in rows:
            found: dict[str, tuple[str, ...]] = {}
            for act in of(row.answer) if row.answer is not None else ():
                words = act_words(act)
                found[words] = unique([*found.get(words, ()), *act.rules])
            yield from found.items()

    return _counted(each())


def _counted(found: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Counted, ...]:
    """Each thing once, in the order in which it was found, with all its provisions."""
    made: dict[str, Counted] = {}
    for what, rules in found:
        before = made.get(what, Counted(what, 0))
        made[what] = Counted(what, before.number + 1, unique([*before.rules, *rules]))
    return tuple(made.values())
