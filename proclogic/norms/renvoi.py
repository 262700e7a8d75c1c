"""Rules that apply elsewhere: a sentence that carries rules becomes copies of them, with one thing put for another.

    2(2)  Rules 14 to 17 apply, mutatis mutandis, to a working group, with the chair for the President.
      ->  "17(3)(b) as applied by 2(2)": Permit(speak, working group), if the chair invites it

A copy holds where the carried rule and the carrying sentence both hold, and only in the body (or of the actor) it was
carried to. A copy that says no more than its original is left out. Events keep their names; who does them is exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.carrier import Carrier
from proclogic.norms.carry_to_actor import extended, to_actor
from proclogic.norms.carry_to_body import to_body
from proclogic.norms.conditions import Happens, Is
from proclogic.norms.drafts import Draft
from proclogic.norms.formulas import atoms, conjuncts
from proclogic.norms.model import Classify, DecideBy, Norm, Oblige, Permit, Prevail, Unentered
from proclogic.norms.names import Names, cite
from proclogic.norms.numbers import Numbering, same
from proclogic.norms.vocabulary import ACTOR, Vocabulary


def carry(
    drafts: list[Draft], numbering: Numbering, names: Names, faults: list[Diagnostic], left: list[Unentered]
) -> list[Draft]:
    """The drafts without the carrying sentences, and with the copies these make, at the end. What no substitution has
    an entry for is added to `left`."""
    carriers = [Carrier(d, numbering, names, faults, left) for d in drafts if d.carries is not None]
    plain = [d for d in drafts if d.carries is None]
    copies: dict[str, list[Draft]] = {}
    for carrier in _in_order(carriers, faults):
        sources = _sources(carrier, plain, carriers, copies)
        before = len(faults)
        if carrier.to_body:
            made = to_body(carrier, sources)
        else:
            made = to_actor(carrier, [d for d, _ in sources])
            plain = extended(carrier, plain)
        if carrier.reached and not made and len(faults) == before:
            faults.append(_nothing(carrier))
        copies[carrier.id] = made
    return [*plain, *(copy for c in carriers for copy in copies.get(c.id, ()))]


def with_agents(vocabulary: Vocabulary, drafts: list[Draft]) -> Vocabulary:
    """The vocabulary in which those to whom copies carry an event can do it, after those whom its declaration names."""
    hierarchy = Names(vocabulary).hierarchy
    declared = {e.id: frozenset(e.agents) for e in vocabulary.events}
    kinds = {k.id for k in vocabulary.kinds if k.sort == ACTOR}
    more: dict[str, dict[str, None]] = {}
    for draft in drafts:
        for event, agent, of_power in _done(draft.norm) if draft.norm.via else ():
            names = hierarchy.up(ACTOR, agent) if of_power else {agent}
            if agent in kinds and not names & declared.get(event, frozenset()):
                more.setdefault(event, {})[agent] = None
    if not more:
        return vocabulary
    events = tuple(e.replace(agents=(*e.agents, *more.get(e.id, ()))) for e in vocabulary.events)
    return vocabulary.replace(events=events)


def _done(norm: Norm) -> Iterator[tuple[str, str, bool]]:
    """The events of a norm, each with the kind that does it there; whether as a power, which kinds of an agent have."""
    for atom in (*atoms(norm.subject), *atoms(norm.condition)):
        if isinstance(atom, Happens):
            yield atom.event, atom.agent, False
    match norm.effect:
        case Oblige(event, agent) | DecideBy(_, _, event, agent) | Classify(event, _, agent):
            yield event, agent, False
        case Permit(act):
            yield from ((act, a.kind, True) for a in conjuncts(norm.subject) if isinstance(a, Is) and a.sort == ACTOR)
        case _:
            pass


def _sources(
    carrier: Carrier, plain: list[Draft], carriers: list[Carrier], copies: dict[str, list[Draft]]
) -> list[tuple[Draft, str]]:
    """What a sentence carries, each with the body that an inner sentence carried it to ("" for none)."""
    found = [(d, "") for d in plain if d.norm.provision in carrier.reached]
    for inner in _inner(carrier, carriers):
        # A rule that is reached directly needs no detour over another body.
        detour = carrier.to_body and inner.to_body
        found += [
            (d, inner.onto.kind if inner.to_body else "")
            for d in copies.get(inner.id, ())
            if not (detour and d.norm.provision in carrier.reached)
        ]
    # Which text prevails is said of the texts themselves, wherever they apply.
    return [(d, onto) for d, onto in found if not isinstance(d.norm.effect, Prevail)]


def _top(carrier: Carrier) -> str:
    return same(carrier.site.provision).split("(")[0]


def _inner(carrier: Carrier, carriers: list[Carrier]) -> list[Carrier]:
    """The carrying sentences among the rules that this one carries. No rule carries itself."""
    return [c for c in carriers if c.site.provision in carrier.reached and _top(c) != _top(carrier)]


def _in_order(carriers: list[Carrier], faults: list[Diagnostic]) -> list[Carrier]:
    """The sentences, each after those it carries; those in a circle are left out, with a fault."""
    done: set[str] = set()
    order: list[Carrier] = []

    def visit(carrier: Carrier, path: list[Carrier]) -> None:
        if carrier in path:
            circle = path[path.index(carrier) :]
            if not done.issuperset(c.id for c in circle):
                faults.append(_circle(circle))
                done.update(c.id for c in circle)
            return
        for inner in _inner(carrier, carriers):
            if inner.id not in done:
                visit(inner, [*path, carrier])
        if carrier.id not in done:
            done.add(carrier.id)
            order.append(carrier)

    for carrier in carriers:
        visit(carrier, [])
    return order


def _circle(circle: list[Carrier]) -> Diagnostic:
    names = [cite(c.site.provision) for c in (*circle, circle[0])]
    return Diagnostic(
        "E308",
        "these rules carry each other over in a circle",
        circle[0].site.span,
        names[0],
        "the circle begins here",
        notes=(f"{names[0]} carries {', which carries '.join(names[1:])}",),
        help=("leave one of them out of the rules that the other carries",),
    )


def _nothing(carrier: Carrier) -> Diagnostic:
    return carrier.site.fault(
        "W304",
        f"{cite(carrier.site.provision)} carries nothing over: what it names says nothing that would change",
        "no rule results from this sentence",
        help=("name the rules that it is about, or what stands for what (with ... for ...)",),
    )
