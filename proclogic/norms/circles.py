"""Where circular defeat could be: rules that depend, through a negation, on their own effect.

    1  An NGO has status A unless it has status B.      2  An NGO has status B unless it has status A.
      ->  one suspect: the norms 1 and 2, over Has(A) and Has(B)

A suspect is only what could go wrong: the rest of the conditions may rule it out in every world. Whether some world is
really left undecided, the engine finds out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from proclogic.norms.conditions import And, Atom, Formula, Happens, Has, Is, Not, Or, ReferredTo
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.model import Accord, Deem, Deny, Disapply, Oblige, Refer, Ruleset
from proclogic.norms.vocabulary import ACTOR

Node = str | Atom  # a norm by its id, or what norms derive
Suspect = tuple[tuple[str, ...], tuple[Atom, ...]]  # the norms of a circle, and what they derive for one another


def suspects(ruleset: Ruleset) -> list[Suspect]:
    """The groups of norms that depend on each other with a negation among them, in the order of the ruleset."""
    edges = _edges(ruleset)
    place = {n.id: i for i, n in enumerate(ruleset.norms)}
    found: list[Suspect] = []
    for group in _components(edges):
        inside = set(group)
        if any(negative and other in inside for node in group for other, negative in edges.get(node, {}).items()):
            norms = sorted((n for n in group if isinstance(n, str)), key=place.__getitem__)
            found.append((tuple(norms), tuple(sorted((a for a in group if not isinstance(a, str)), key=repr))))
    return sorted(found, key=lambda s: [place[n] for n in s[0]])


def _edges(ruleset: Ruleset) -> dict[Node, dict[Node, bool]]:
    """From each node to those that it depends on, with True where a negation lies between them."""
    hierarchy = Hierarchy(ruleset.vocabulary)
    edges: dict[Node, dict[Node, bool]] = defaultdict(dict)

    def link(node: Node, other: Node, negative: bool) -> None:
        edges[node][other] = edges[node].get(other, False) or negative

    for norm in ruleset.norms:
        match norm.effect:
            case Accord(status):
                link(Has(status), norm.id, False)
            case Deny(status):
                link(Has(status), norm.id, True)
            case Deem(sort, kind):
                for above in sorted(hierarchy.up(sort, kind)):
                    link(Is(sort, above), norm.id, False)
            case Oblige(event, agent) if norm.strength != "should" and agent != ACTOR:
                link(Happens(event, agent), norm.id, False)
            case Refer(body):
                link(ReferredTo(body), norm.id, False)
            case Disapply(targets):
                for target in targets:
                    link(target, norm.id, True)
            case _:
                pass
        for loser in norm.prevails:
            link(loser, norm.id, True)
    derived = {node for node in edges if not isinstance(node, str)}
    for norm in ruleset.norms:
        for part in (norm.subject, norm.condition):
            for atom, negative in _signed(part, False):
                # A duty done at all is one node, whatever the deadline or the number.
                node = Happens(atom.event, atom.agent) if isinstance(atom, Happens) else atom
                if node in derived:
                    link(norm.id, node, negative)
    return edges


def _signed(formula: Formula, negative: bool) -> Iterator[tuple[Atom, bool]]:
    match formula:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _signed(part, negative)
        case Not(part):
            yield from _signed(part, not negative)
        case Is() | Has() | Happens() | ReferredTo():
            yield formula, negative
        case _:
            pass


def _components(edges: dict[Node, dict[Node, bool]]) -> list[list[Node]]:
    """The strongly connected components of more than one node, and the nodes that depend on themselves (Tarjan)."""
    number: dict[Node, int] = {}
    low: dict[Node, int] = {}
    stack: list[Node] = []
    on_stack: set[Node] = set()
    found: list[list[Node]] = []
    for root in list(edges):
        if root in number:
            continue
        number[root] = low[root] = len(number)
        stack.append(root)
        on_stack.add(root)
        work: list[tuple[Node, Iterator[Node]]] = [(root, iter(edges.get(root, {})))]
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in number:
                    number[other] = low[other] = len(number)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(edges.get(other, {}))))
                    break
                if other in on_stack:
                    low[node] = min(low[node], number[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == number[node]:
                    group: list[Node] = []
                    while True:
                        one = stack.pop()
                        on_stack.discard(one)
                        group.append(one)
                        if one == node:
                            break
                    if len(group) > 1 or node in edges.get(node, {}):
                        found.append(group)
    return found
