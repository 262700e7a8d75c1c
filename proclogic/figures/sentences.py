"""The alternative text of entitlement graphs, and the same as a table: what each edge says."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.model import BY_DEFAULT, BY_LEAVE, NOT_CONFERRED, PROHIBITED
from proclogic.figures.grouping import Edge, Line, Picture, remarks
from proclogic.figures.strands import NO_BODY
from proclogic.papers.document import Table
from proclogic.papers.words import capital, cites, join, verdict_words

COLUMNS = ("Who", "What and where", "How", "Rule")


def alternative(picture: Picture) -> tuple[str, ...]:
    """What is drawn, in sentences: one for all that some hold in the same way by the same rules."""
    return tuple(sentence(edge, line) for edge in picture.edges for line in edge.lines)


def sentence(edge: Edge, line: Line) -> str:
    """A line of an edge: "A State Party may attend, speak and vote in the Conference: rules 7, 41."."""
    who = capital(join([h.phrase for h in edge.holders]))
    what = doing(edge, line)
    tail = "".join(f"; {text}" for text in remarks(edge))
    conditions = condition(edge)
    ruled = f": {cites(line.rules)}" if line.rules else ""
    match edge.verdicts:
        case (verdict,) if verdict == PROHIBITED:
            said = f"{who} may not {what}"
        case (verdict,):
            how = {BY_DEFAULT: " by default", BY_LEAVE: " by leave"}.get(verdict, "")
            said = f"{who} may{how} {what}"
        case _:
            said = f"Whether {who[:1].lower() if _article(edge) else who[:1]}{who[1:]} may {what} differs"
    return f"{said}{', ' + conditions if conditions else ''}{tail}{ruled}."


def _article(edge: Edge) -> bool:
    """Whether the first holder begins with a word that has a capital only at the start of a sentence."""
    return edge.holders[0].phrase[:1].islower()


def condition(edge: Edge) -> str:
    """Who lets it in and who can stop it, each with its rules."""
    parts = [
        f"{word} {said.text}{f' ({cites(said.rules)})' if said.rules else ''}"
        for word, said in (("if", edge.lets), ("unless", edge.stops))
        if said is not None
    ]
    return ", ".join(parts)


def doing(edge: Edge, line: Line) -> str:
    """Acts with the bodies in which they are done: "attend and speak in the Conference"."""
    places = [b for b in edge.bodies if b != NO_BODY]
    return " ".join(filter(None, (join(line.acts), line.at if places else "", join(places, "or"))))


def table(caption: str, edges: Iterable[Edge], silent: Iterable[str] = ()) -> Table:
    """The same as a table; those of whom no rule speaks at its end."""
    rows = [
        (
            join([capital(h.name) for h in edge.holders]),
            doing(edge, line),
            how(edge),
            cites(line.rules),
        )
        for edge in edges
        for line in edge.lines
    ]
    if names := [capital(name) for name in silent]:
        rows.append((join(names), "", verdict_words(NOT_CONFERRED), "no rule"))
    return Table(caption, COLUMNS, tuple(rows), spaced=True, wide=True)


def how(edge: Edge) -> str:
    """How it is held, on which condition, and what is said of it."""
    held = ", ".join(filter(None, (answer(edge), condition(edge))))
    return "; ".join((held, *edge.where, *edge.marks[len(edge.verdicts) > 1 :]))


def answer(edge: Edge) -> str:
    """How it is held, in words."""
    return edge.marks[0] if len(edge.verdicts) > 1 else verdict_words(edge.verdicts[0])
