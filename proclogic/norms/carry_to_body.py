"""Rules carried to another body: "apply, mutatis mutandis, to a working group"."""

from __future__ import annotations

from collections import Counter

from proclogic.norms.carrier import Carrier
from proclogic.norms.conditions import Formula, Is
from proclogic.norms.drafts import Draft
from proclogic.norms.exchange import AGENT, PLACE, Exchange, terms
from proclogic.norms.formulas import both, conjuncts
from proclogic.norms.model import Accord, Deny, Effect, Forbid, GivesNothing, Norm, Permit, Quorum, Unentered
from proclogic.norms.names import cite, cite_all
from proclogic.norms.phrases import qualifiers
from proclogic.norms.vocabulary import ACTOR, BODY


def to_body(carrier: Carrier, sources: list[tuple[Draft, str]]) -> list[Draft]:
    """The copies, and findings for the terms without an entry and for statuses carried as they are."""
    body = source_body(carrier)
    known = set(carrier.names.kinds)
    found: list[Draft] = []
    missing: dict[str, dict[str, None]] = {}
    statuses: dict[str, dict[str, None]] = {}
    wrong: dict[tuple[str, str], None] = {}
    for draft, onto in sources:
        places = {place: carrier.onto.kind for place in (body, onto) if place}
        inner = {onto: carrier.onto.kind} if onto else {}
        exchange = Exchange({**inner, **carrier.entries}, places, known)
        for term in unmapped(carrier, body, draft.norm, exchange):
            missing.setdefault(term, {})[draft.norm.provision] = None
        copy = _copy(carrier, draft, exchange)
        wrong.update(exchange.wrong)
        if copy is None:
            continue
        effect = copy.norm.effect
        if isinstance(effect, Accord | Deny) and effect == draft.norm.effect:
            statuses.setdefault(effect.status, {})[draft.norm.provision] = None
        found.append(copy)
    _report(carrier, missing, statuses, wrong)
    return found


def source_body(carrier: Carrier) -> str:
    """The body for which the carried rules were written.

    It is the body that the substitution replaces by the new one, else the body to which the new one belongs, else the
    one to which most officers and meetings belong.
    """
    hierarchy, onto = carrier.names.hierarchy, carrier.onto.kind
    family = hierarchy.up(BODY, onto) | hierarchy.down(BODY, onto)
    for old, new in carrier.entries.items():
        if new in family and (ACTOR, old) in carrier.names.kinds and (BODY, old) in carrier.names.kinds:
            return old
    for kind in (onto, *sorted(hierarchy.up(BODY, onto) - {onto})):
        declared = carrier.names.kind(BODY, kind)
        if declared is not None and declared.of and declared.of not in family:
            return declared.of
    owners = Counter(k.of for k in carrier.names.vocabulary.kinds if k.of and k.of not in family)
    return owners.most_common(1)[0][0] if owners else ""


def unmapped(carrier: Carrier, body: str, norm: Norm, exchange: Exchange) -> list[str]:
    """The terms of the old body that a norm uses and that nothing is put for."""
    hierarchy, onto = carrier.names.hierarchy, carrier.onto.kind
    family = {k for s in (ACTOR, BODY) for k in hierarchy.up(s, onto) | hierarchy.down(s, onto)}
    found: dict[str, None] = {}
    for part, term in terms(norm):
        if not body or term in family or term in exchange.entries:
            continue
        if part == AGENT:
            declared = carrier.names.kind(ACTOR, term)
            if term == body or (declared is not None and declared.of == body):
                found[term] = None
        elif part == PLACE and (ACTOR, term) not in carrier.names.kinds:
            declared = carrier.names.kind(BODY, term)
            if declared is not None and declared.of == body:
                found[term] = None
    return list(found)


def _copy(carrier: Carrier, draft: Draft, exchange: Exchange) -> Draft | None:
    norm = draft.norm
    subject, condition = exchange.formula(norm.subject), exchange.formula(norm.condition)
    effect = exchange.effect(norm.effect)
    if (subject, condition, effect) == (norm.subject, norm.condition, norm.effect):
        return None
    effect = _placed(carrier, effect)
    return carrier.made(draft, subject, both(condition, _where(carrier, norm, subject, effect, exchange)), effect)


def _placed(carrier: Carrier, effect: Effect) -> Effect:
    """The effect at the new body, where it named none and its act takes one."""
    match effect:
        case Permit(act, "") | Forbid(act, "") | GivesNothing(act, ""):
            declared = carrier.names.acts.get(act)
            return effect.replace(body=carrier.onto.kind) if declared is not None and declared.takes_body else effect
        case Quorum(_, _, ""):
            return effect.replace(body=carrier.onto.kind)
        case _:
            return effect


def _where(carrier: Carrier, norm: Norm, subject: Formula, effect: Effect, exchange: Exchange) -> Formula:
    """The condition that keeps a copy to the new body: none where the copy itself names it or what was put there."""
    said = qualifiers(carrier.onto)
    there = {carrier.onto.kind, *exchange.entries.values()} | carrier.names.hierarchy.down(BODY, carrier.onto.kind)
    places = {p.kind for p in conjuncts(subject) if isinstance(p, Is) and p.sort == BODY}
    match effect:
        case Permit(act) | Forbid(act) if act in carrier.names.events and subject != norm.subject:
            return said  # a power of the officer of the new body, who has it nowhere else
        case Permit(_, body) | Forbid(_, body) | GivesNothing(_, body) | Quorum(_, _, body):
            places.add(body)
        case _:
            pass
    return said if places & there else both(Is(BODY, carrier.onto.kind), said)


def _report(
    carrier: Carrier,
    missing: dict[str, dict[str, None]],
    statuses: dict[str, dict[str, None]],
    wrong: dict[tuple[str, str], None],
) -> None:
    here, names = cite(carrier.site.provision), carrier.names
    for term, where in missing.items():
        phrase = names.phrase(term)
        carrier.left.append(Unentered(carrier.site.provision, phrase, tuple(where), carrier.site.span))
        fault = carrier.site.fault(
            "W302",
            f"{here} does not say what stands for “{phrase}”",
            "no entry for it in the substitution",
            help=(f"add an entry: with ... for {phrase}", "or, if this is disputed, write it as a reading"),
        )
        carrier.faults.append(fault.replace(notes=(f"it occurs in {cite_all(where)}, and is left as it is there",)))
    for status, where in statuses.items():
        fault = carrier.site.fault(
            "W303",
            f"{here} carries the status “{status}” over as it is",
            "the same status is given on the terms of the other body",
            help=("declare a status of its own for that body, and say that it stands for this one",),
        )
        carrier.faults.append(fault.replace(notes=(f"it is given or taken in {cite_all(where)}",)))
    for term, sort in wrong:
        carrier.faults.append(
            carrier.site.fault(
                "E313",
                f"“{names.phrase(term)}” cannot be put there: {_NEEDS[sort]} is needed",
                "the substitution puts it where it does not fit",
                help=(f"give another entry, or declare {names.phrase(term)} as what is needed",),
            )
        )


_NEEDS = {ACTOR: "an actor", BODY: "a body or a meeting", "object": "an object"}
