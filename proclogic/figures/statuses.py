"""How statuses come about and are lost: from which kind of actor, by whose acts, against whose.

Each actor is asked whether it has the status; the answer says what it must do, which duties of others are presumed,
who lets it in and who can stop it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from proclogic.answers.cells import Asker
from proclogic.answers.lists import actors_of
from proclogic.answers.model import BY_DEFAULT, BY_LEAVE, NOT_CONFERRED, OF_RIGHT, Act, Answer, Case, Way
from proclogic.answers.options import Options
from proclogic.figures.columns import dot
from proclogic.figures.entitlements import stroke
from proclogic.figures.grouping import Edge, Line, edges, pictures, remarks
from proclogic.figures.sentences import condition, how
from proclogic.figures.strands import Strand, Telling, presumed
from proclogic.norms.conditions import Has
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Accord, Deny, Ruleset
from proclogic.norms.questions import Cell, Individual
from proclogic.norms.vocabulary import ACTOR, Predicate
from proclogic.papers.document import Figure, Table
from proclogic.papers.words import capital, cites, join, step_words
from proclogic.values import Value, unique

COLUMNS = ("Who", "Status", "What it must do", "How", "Rule")
HAVING = "by what it is"  # the act of a strand that says who has a status


class Asked(Value):
    """What an actor (an id) was answered on a status (an id)."""

    actor: str
    status: str
    answer: Answer


def statuses_of(ruleset: Ruleset) -> tuple[Predicate, ...]:
    """The statuses that actors can have and some norm gives, those on which others rest first."""
    given = {n.effect.status for n in ruleset.norms if isinstance(n.effect, Accord)}
    found = [p for p in ruleset.vocabulary.predicates if p.role == "status" and p.sort == ACTOR and p.id in given]
    known = {p.id for p in found}
    needs = {
        p.id: {
            a.predicate
            for n in ruleset.norms
            if isinstance(n.effect, Accord) and n.effect.status == p.id
            for f in (n.subject, n.condition)
            for a in atoms(f)
            if isinstance(a, Has) and a.predicate in known - {p.id}
        }
        for p in found
    }
    placed: list[Predicate] = []
    while found:
        ready = [p for p in found if needs[p.id] <= {x.id for x in placed}] or found[:1]
        placed += ready
        found = [p for p in found if p not in ready]
    return tuple(placed)


def asked(asker: Asker, actors: Sequence[str] = ()) -> tuple[Asked, ...]:
    """The answers on every status of each actor, those left out that are silent."""
    ruleset = asker.ruleset
    speak = {n.effect.status for n in ruleset.norms if isinstance(n.effect, Accord | Deny)}
    found = []
    for status in statuses_of(ruleset):
        for actor in actors or actors_of(ruleset):
            if status.id in speak:
                answer = asker.cell(Cell(Individual((actor,)), holds=Has(status.id)), (), "", "is", beside=False)
                if set(answer.verdicts) != {NOT_CONFERRED}:
                    found.append(Asked(actor, status.id, answer))
    return tuple(found)


def figures(ruleset: Ruleset, options: Options, actors: Sequence[str] = ()) -> tuple[Figure, ...]:
    """The status graph, in as many figures as can be read."""
    asker = Asker(ruleset, options)
    told = Telling(asker.ruleset)
    names = {p.id: name_of(p) for p in statuses_of(asker.ruleset)}
    found = edges(s for one in asked(asker, actors) for s in _strands(told, one, names[one.status]))
    drawn = pictures(found)
    made = []
    for number, picture in enumerate(drawn, start=1):
        name = f"{ruleset.id}-statuses" + (f"-{number}" if len(drawn) > 1 else "")
        part = f" ({picture.part} of {picture.parts})" if picture.parts > 1 else ""
        caption = f"{ruleset.id}: who gets, and can lose, {join(picture.bodies)}{part}"
        alt = tuple(sentence(edge, line) for edge in picture.edges for line in edge.lines)
        instead = Table(caption, COLUMNS, _rows(picture.edges), spaced=True, wide=True)
        made.append(Figure(name, caption, dot(picture, stroke, sentence), alt, instead))
    return tuple(made)


def _rows(found: Iterable[Edge]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            join([capital(h.name) for h in edge.holders]),
            join(edge.bodies),
            join([act for act in line.acts if act != HAVING], "or"),
            how(edge),
            cites(line.rules),
        )
        for edge in found
        for line in edge.lines
    )


def name_of(status: Predicate) -> str:
    """A status as a thing: "observer status"."""
    return status.phrase.removeprefix("has ").removeprefix("is ")


def _strands(told: Telling, one: Asked, status: str) -> Iterator[Strand]:
    for case in one.answer.cases:
        verdicts = case.verdicts or (case.verdict,)
        if set(verdicts) == {NOT_CONFERRED}:
            continue
        for when in case.when or ((),):
            strand = told.case(one.actor, "", "", case.replace(verdicts=verdicts), when)
            yield strand.replace(act=_does(case), body=status, where=(*strand.where, *presumed(case)))


def _does(case: Case) -> str:
    """What it does for it: "must apply to the bureau for observer status"; or that it has it without more."""
    own = [" and ".join(step_words(act) for act in way.acts) for way in case.steps]
    return f"must {join(own, 'or')}" if own else HAVING


def sentence(edge: Edge, line: Line) -> str:
    """What an edge says: "An NGO has observer status by default, unless ...: rule 17(2)."."""
    who = capital(join([h.phrase for h in edge.holders]))
    has = "have" if len(edge.holders) > 1 else "has"
    what = join(edge.bodies)
    match edge.verdicts:
        case (verdict,):
            held = {
                OF_RIGHT: f"{has} {what}",
                BY_DEFAULT: f"{has} {what} by default",
                BY_LEAVE: f"may have {what} by leave",
            }
            parts = [f"{who} {held.get(verdict, f'cannot have {what}')}"]
        case _:
            parts = [f"{who} may or may not have {what}"]
    parts += [act if act.startswith("must") else "" for act in line.acts if act != HAVING]
    parts += [condition(edge), *remarks(edge)]
    return f"{'; '.join(p for p in parts if p)}{f': {cites(line.rules)}' if line.rules else ''}."


def ways_without(ways: Iterable[Way], known: set[str]) -> tuple[Way, ...]:
    """Ways without the acts (by their texts) that are told elsewhere; nothing where one of them needs no others."""
    left = [Way(tuple(a for a in way.acts if a.text not in known)) for way in ways]
    return unique(left) if all(way.acts for way in left) else ()


def texts(acts: Iterable[Act]) -> set[str]:
    """The texts of acts."""
    return {act.text for act in acts}
