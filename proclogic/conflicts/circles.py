"""Circles (C105) that `check` does not report as an error (E308, E310) or a warning (W405).

- Sentences on what prevails that turn in a circle: the treaty prevails over the rules, and the rules over the treaty.
- Two classes of which each is deemed to be the other, with no condition: neither says who is meant.
- Referrals that wait for each other only: a matter is referred to one body where it has been referred to the other.

Duties of which each is to prevail over what stands in its way are found where they meet (duties.py, times.py), and
definitions of which each is to prevail in twice.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proclogic.conflicts.examining import Examination, provisions
from proclogic.conflicts.model import Finding
from proclogic.conflicts.twins import Twinned, twin
from proclogic.norms.conditions import ALWAYS, And, Formula, Is, Not, Or, ReferredTo
from proclogic.norms.formulas import pushed
from proclogic.norms.model import Deem, Norm, Prevail, Refer
from proclogic.values import unique

CODES = ("C105",)

Edges = dict[str, dict[str, Norm]]  # from each node to the others, with the norm that says so


def find(examination: Examination) -> Iterator[Finding]:
    """The circles of sentences on what prevails, of deemed kinds and of referrals."""
    yield from _priorities(examination)
    yield from _deemed(examination)
    yield from _referrals(examination)


def circles(edges: Mapping[str, Mapping[str, Norm]]) -> list[list[Norm]]:
    """For each norm that closes a circle and is in none yet, a shortest circle that it closes."""
    found: list[list[Norm]] = []
    covered: set[str] = set()
    for start in edges:
        for following, first in edges[start].items():
            if first.id in covered:
                continue
            back = _way(edges, following, start)
            if back is not None:
                circle = [first, *back]
                covered.update(n.id for n in circle)
                found.append(circle)
    return found


def _way(edges: Mapping[str, Mapping[str, Norm]], start: str, goal: str) -> list[Norm] | None:
    """The norms of a shortest way from one node to another."""
    came: dict[str, tuple[str, Norm] | None] = {start: None}
    todo = [start]
    for node in todo:
        if node == goal:
            path: list[Norm] = []
            step = came[node]
            while step is not None:
                path.append(step[1])
                step = came[step[0]]
            return path[::-1]
        for other, norm in edges.get(node, {}).items():
            if other not in came:
                came[other] = node, norm
                todo.append(other)
    return None


def _finding(examination: Examination, circle: list[Norm], what: str, message: str) -> Finding:
    cited = provisions(circle)
    return Finding(
        "C105",
        f"C105/{'+'.join(cited)}/{what}",
        message,
        tuple(examination.blamed(n) for n in unique(circle)),
        norms=unique(n.id for n in circle),
    )


def _priorities(examination: Examination) -> Iterator[Finding]:
    """Sentences on what prevails, of which the last puts the first loser above the first winner. Where rules clash that
    they put in a circle, `check` says so."""
    edges: Edges = {}
    for norm in examination.norms.values():
        if isinstance(norm.effect, Prevail):
            for winner in norm.effect.winners:
                there = edges.setdefault(winner, {})
                for loser in norm.effect.losers:
                    there.setdefault(loser, norm)
    found = circles(edges)
    if not found:
        return
    torn = {(n.id, other) for n in examination.norms.values() for other in n.prevails}
    if any((other, one) in torn for one, other in torn):
        return  # E310
    for circle in found:
        text = "what prevails over what turns in a circle, so that nothing does"
        if len(circle) == 1:
            text = f"rule {circle[0].provision} puts a text above itself"
        yield _finding(examination, circle, "prevails", text)


def _deemed(examination: Examination) -> Iterator[Finding]:
    edges: Edges = {}
    for norm in examination.norms.values():
        match norm.effect, norm.subject, norm.condition:
            case Deem(sort, kind), Is(of, one), condition if condition == ALWAYS and sort == of:
                if kind not in examination.index.hierarchy.up(sort, one) and not norm.via:
                    edges.setdefault(f"{sort}:{one}", {}).setdefault(f"{sort}:{kind}", norm)
    found = circles(edges)
    if not found:
        return
    made = [[twin(n, f"(circle) {i}", True) for n in circle] for i, circle in enumerate(found)]
    twinned = Twinned(examination, (t for some in made for t in some))
    for circle, twins in zip(found, made, strict=True):
        if not twinned.can_meet(*twins):
            continue
        noun = examination.wording.bare
        kinds = [n.effect.kind for n in circle if isinstance(n.effect, Deem)]
        named = " and ".join(f"“{noun(k)}”" for k in kinds)
        text = f"{named} are deemed to be each other, and no rule says who is meant by either"
        yield _finding(examination, circle, "deemed", text).replace(where=twinned.where(*twins))


def _referrals(examination: Examination) -> Iterator[Finding]:
    """Bodies to which a matter is referred only where it has been referred already."""
    norms = [n for n in examination.norms.values() if isinstance(n.effect, Refer)]
    given = {n.effect.body for n in norms if isinstance(n.effect, Refer)}
    reached: set[str] = set()
    while True:
        more = {
            n.effect.body
            for n in norms
            if isinstance(n.effect, Refer)
            and n.effect.body not in reached
            and all(_can_be(pushed(f), given - reached) for f in (n.subject, n.condition))
        }
        if not more:
            break
        reached |= more
    waiting = [n for n in norms if isinstance(n.effect, Refer) and n.effect.body not in reached]
    if not waiting:
        return
    bodies = unique(n.effect.body for n in waiting if isinstance(n.effect, Refer))
    named = " and ".join(examination.wording.noun(b) for b in bodies)
    text = f"a matter is referred to {named} only where it has been referred already, so it never is"
    yield _finding(examination, waiting, "referred", text)


def _can_be(formula: Formula, without: set[str]) -> bool:
    """Whether a condition can hold when no matter is referred to these bodies."""
    match formula:
        case And(parts):
            return all(_can_be(p, without) for p in parts)
        case Or(parts):
            return any(_can_be(p, without) for p in parts)
        case ReferredTo(body):
            return body not in without
        case Not(part):
            return part != ALWAYS
        case _:
            return True
