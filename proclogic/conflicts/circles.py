"""Circles (C105) that `check` does not report as an error (E308, E310) or a warning (W405).

- Sentences on what prevails that turn in a circle: the treaty prevails over the rules, and the rules over the treaty.
- Rules that are to give way to each other ("subject to"), or to prevail over each other, and do not say the contrary of
  each other. Those that do are an error (E310), or found where they meet.
- Two classes of which each is deemed to be the other, with no condition: neither says who is meant.
- Referrals that wait for each other only: a matter is referred to one body where it has been referred to the other.

Duties of which each is to prevail over what stands in its way are found where they meet (duties.py, times.py), and
definitions of which each is to prevail in twice.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from proclogic.conflicts.examining import Examination, provisions
from proclogic.conflicts.model import Finding
from proclogic.conflicts.twins import Twinned, twin
from proclogic.diagnostics.phrasing import listed
from proclogic.norms.conditions import ALWAYS, And, Formula, Is, Not, Or, ReferredTo
from proclogic.norms.formulas import pushed
from proclogic.norms.model import Classify, DecideBy, Deem, Forbid, Norm, Oblige, Prevail, Quorum, Refer
from proclogic.norms.order import Contrary
from proclogic.values import unique

CODES = ("C105",)

Edges = dict[str, dict[str, Norm]]  # from each node to the others, with the norm that says so


def find(examination: Examination) -> Iterator[Finding]:
    """The circles of sentences on what prevails, of deemed kinds and of referrals."""
    yield from _priorities(examination)
    yield from _overrides(examination)
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


def _overrides(examination: Examination) -> Iterator[Finding]:
    """Rules of which each is to prevail over the next, in a circle; all of them can take effect in one world."""
    contrary = Contrary(examination.ruleset)
    edges: Edges = {}
    for norm in examination.norms.values():
        if not norm.via:
            for winner, loser in (
                *((norm.id, o) for o in norm.notwithstanding),
                *((o, norm.id) for o in norm.subject_to),
            ):
                pair = [examination.norms[n].provision for n in (winner, loser) if n in examination.norms]
                if len(set(pair)) == 2:  # not two sentences of one rule
                    edges.setdefault(winner, {}).setdefault(loser, norm)
    found = [c for c in circles(edges) if not any(_opposed(contrary, a, b) for a, b in combinations(c, 2))]
    made = [[twin(n, f"(override) {i}", True) for n in unique(circle)] for i, circle in enumerate(found)]
    twinned = Twinned(examination, (t for some in made for t in some)) if made else None
    for circle, twins in zip(found, made, strict=True):
        if twinned is None or not twinned.can_meet(*twins):
            continue
        cited = provisions(circle)
        text = f"rules {listed(cited)} are each to give way to the other, or to prevail over it"
        if len(cited) == 1:
            text = f"rule {cited[0]} is both to give way to another and to prevail over it"
        elif all(n.subject_to for n in circle):
            text = f"rules {listed(cited)} are each to give way to the other"
        elif all(n.notwithstanding for n in circle):
            text = f"rules {listed(cited)} are each to prevail over the other"
        told = _finding(examination, circle, "override", f"{text}, so that nothing is said on which of them does")
        yield told.replace(where=twinned.where(*twins))


def _opposed(contrary: Contrary, one: Norm, other: Norm) -> bool:
    """Whether two rules can say the contrary of each other: then it is told where they meet."""
    if other.id in contrary.of(one):
        return True
    pair = {type(one.effect), type(other.effect)}
    return pair <= {Oblige, Forbid} or (len(pair) == 1 and pair <= {DecideBy, Classify, Quorum})


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
