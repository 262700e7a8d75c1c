"""Circular defeat: the worlds in which rules undo each other and nothing is settled."""

from __future__ import annotations

import clingo

from proclogic.diagnostics.model import Diagnostic, Label
from proclogic.norms.circles import suspects
from proclogic.norms.conditions import Atom, Happens, Has, Is, Not, ReferredTo
from proclogic.norms.formulas import parts_of
from proclogic.norms.model import LAYERS, Deny, Disapply, Forbid, Permit, Ruleset
from proclogic.norms.questions import Cell, Individual
from proclogic.program.cone import Cone, Index
from proclogic.program.export import encoding
from proclogic.program.from_norms import build
from proclogic.program.terms import quoted, term


def find(ruleset: Ruleset) -> tuple[Diagnostic, ...]:
    """One error (E310) for each circle that some world reaches, with every rule of the circle."""
    return tuple(_diagnostic(ruleset, circle, world) for circle, world in circles(ruleset))


def circles(ruleset: Ruleset) -> list[tuple[tuple[str, ...], tuple[Atom, ...]]]:
    """The circles: ids of the norms, in the order in which each bears on the next, and what holds in a world that
    shows it."""
    index = Index(ruleset, LAYERS)
    found: dict[frozenset[str], tuple[tuple[str, ...], tuple[Atom, ...]]] = {}
    for names, _ in suspects(ruleset):
        for norms in _cells(index, frozenset(names)):
            for torn, world in torn_norms(index, norms):
                circle = _circle(index, torn)
                if circle and not any(set(k) <= set(circle) for k in found):
                    found[frozenset(circle)] = (circle, world)
    return sorted(found.values())


def _cells(index: Index, component: frozenset[str]) -> list[Cone]:
    """The cones to examine: with norms on acts in the component, one for each act on which they can meet."""
    acts = sorted(
        {n.effect.act for n in map(index.norms.__getitem__, component) if isinstance(n.effect, Permit | Forbid)}
    )
    if not acts:
        return [index.cone(index.norms[i] for i in component)]
    forms = sorted({a for a in list(index.by_act) for b in acts if b in index.hierarchy.covering_acts(a)} | set(acts))
    declared = [a.id for a in index.ruleset.vocabulary.acts if index.hierarchy.covering_acts(a.id) & set(acts)]
    found = {}
    for act in {*forms, *declared}:
        on_act = {n.id for n in index.on_cell(Cell(Individual(()), act))} & component
        rest = {i for i in component if not isinstance(index.norms[i].effect, Permit | Forbid)}
        start = frozenset(on_act | rest)
        if len(start) > 1 or (start and start == component):
            norms = tuple(
                (n, f) for n, f in index.cone(index.norms[i] for i in start) if n.id not in component or n.id in start
            )
            found[start] = norms
    return list(found.values())


def torn_norms(index: Index, norms: Cone) -> list[tuple[frozenset[str], tuple[Atom, ...]]]:
    """The norms that some world leaves undecided, with that world; nothing when every world settles all of them."""
    program = build(index, norms, None)
    control = clingo.Control(["--warn=none", "--models=1"])
    control.add("base", [], encoding("world") + encoding("circles") + program.text + "\n:- not answer(presume).\n")
    off = [f":- answer({name}({quoted(s)}))." for name in ("given", "barred") for s in program.statuses]
    off += [f":- answer(given(referred({quoted(b)})))." for b in program.referrals]
    off += [f":- answer(undone({term(a)}))." for a in program.duties]
    control.add("base", [], "\n".join(off))
    control.ground([("base", [])])
    with control.solve(yield_=True) as handle:
        model = handle.model()
        if model is None:
            return []
        shown = {str(s) for s in model.symbols(atoms=True)}
    torn = frozenset(n.id for n, _ in norms if f"torn({quoted(n.id)})" in shown)
    world = tuple(a for a in program.open if f"answer({term(a)})" in shown)
    return [(torn, world)]


def _circle(index: Index, torn: frozenset[str]) -> tuple[str, ...]:
    """A shortest circle among norms that stay undecided, in which at least one undoes the next."""
    edges: dict[str, list[tuple[str, bool]]] = {i: [] for i in torn}
    for i in torn:
        norm = index.norms[i]
        for part in parts_of(index.requirement(norm)):
            atom = part.part if isinstance(part, Not) else part
            for other in index.deriving(atom) if isinstance(atom, Is | Has | Happens | ReferredTo) else ():
                if other.id in torn:
                    edges[other.id].append((i, isinstance(part, Not) or isinstance(other.effect, Deny)))
        for other in index.by_target.get(i, ()):
            if other.id in torn:
                edges[other.id].append((i, True))
        edges[i] += [(loser, True) for loser in norm.prevails if loser in torn]
    best: tuple[str, ...] = ()
    for start in sorted(torn):
        came: dict[tuple[str, bool], tuple[str, bool]] = {}
        todo = [(start, False)]
        for state in todo:
            node, undone = state
            for name, undoes in sorted(set(edges[node])):
                following = name, undone or undoes
                if name == start and following[1]:
                    path = [state]
                    while path[-1] != (start, False):
                        path.append(came[path[-1]])
                    found = tuple(n for n, _ in reversed(path))
                    if not best or len(found) < len(best):
                        best = found
                elif following not in came and following != (start, False):
                    came[following] = state
                    todo.append(following)
    return best


def _diagnostic(ruleset: Ruleset, circle: tuple[str, ...], world: tuple[Atom, ...]) -> Diagnostic:
    norms = {n.id: n for n in ruleset.norms}
    steps = []
    for one, other in zip(circle, (*circle[1:], circle[0]), strict=True):
        a, b = norms[one], norms[other]
        verb = (
            "prevails over"
            if other in a.prevails
            else "takes out of application"
            if isinstance(a.effect, Disapply) and other in a.effect.targets
            else "decides a condition of"
        )
        steps.append(f"rule {a.provision} {verb} rule {b.provision}")
    first = norms[circle[0]]
    return Diagnostic(
        "E310",
        "these rules undo each other in a circle, so that none of them has an effect that can be told",
        first.span,
        f"rule {first.provision}",
        "the circle begins here",
        labels=tuple(Label(norms[i].span, f"rule {norms[i].provision}") for i in circle[1:]),
        notes=tuple(steps),
        help=("say in one of them which prevails, and take the contrary words out of the other",),
    )
