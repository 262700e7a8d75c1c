"""Rules carried to another actor: "applies to an academic institution as it applies to an NGO"."""

from __future__ import annotations

from proclogic.norms.carrier import Carrier
from proclogic.norms.conditions import Atom, Formula, Is, Not, Or
from proclogic.norms.drafts import Draft
from proclogic.norms.exchange import Exchange
from proclogic.norms.formulas import atoms, both, conjuncts, either, opposite, replaced
from proclogic.norms.model import Norm, Oblige
from proclogic.norms.phrases import described, qualifiers


def to_actor(carrier: Carrier, sources: list[Draft]) -> list[Draft]:
    """A copy of each norm that speaks of the old actor, about the new one."""
    found: list[Draft] = []
    for draft in sources:
        norm = draft.norm
        entries = _entries(carrier, norm)
        subject = _subject(carrier, norm.subject, entries)
        if norm.monopoly or subject is None:
            continue
        exchange = Exchange(dict(carrier.entries), {}, set(carrier.names.kinds))
        condition = _exchanged(exchange.formula(norm.condition), carrier, entries)
        effect = exchange.effect(norm.effect)
        if isinstance(effect, Oblige) and effect.owed in entries:
            effect = effect.replace(owed=carrier.onto.kind)
        found.append(carrier.made(draft, both(subject, qualifiers(carrier.onto)), condition, effect))
    return found


def extended(carrier: Carrier, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the new actor let into the monopolies that the old one has.

    "Only a State Party may vote" forbids it to all others; a rule that puts somebody beside the State Parties would
    else grant the vote and leave the prohibition.
    """
    own = carrier.draft.norm
    let_in = both(described(carrier.onto), own.condition, own.guard)

    def widened(draft: Draft) -> Draft:
        norm = draft.norm
        if not norm.monopoly or norm.provision not in carrier.reached or not isinstance(norm.subject, Not):
            return draft
        holders = norm.subject.part
        if not any(_is_old(carrier, a, _entries(carrier, norm)) for a in atoms(holders)):
            return draft
        return draft.replace(norm=norm.replace(subject=opposite(either(holders, let_in))))

    return [widened(d) for d in drafts]


def _entries(carrier: Carrier, norm: Norm) -> frozenset[str]:
    """The kinds that the new actor takes the place of: the one named with "as it applies to" and those above it that do
    not cover the new one anyway; else those of the substitution; else the kinds of the subject."""
    hierarchy, sort = carrier.names.hierarchy, carrier.onto.sort
    above = hierarchy.up(sort, carrier.onto.kind)
    if carrier.verb.as_to:
        return hierarchy.up(sort, carrier.verb.as_to) - above
    named = frozenset(old for old, new in carrier.entries.items() if new in above)
    if named:
        return named
    holders = norm.subject.part if norm.monopoly and isinstance(norm.subject, Not) else norm.subject
    return frozenset(a.kind for a in _positive(holders) if a.sort == sort) - above


def _positive(formula: Formula) -> list[Is]:
    alternatives = formula.parts if isinstance(formula, Or) else (formula,)
    return [p for a in alternatives for p in conjuncts(a) if isinstance(p, Is)]


def _is_old(carrier: Carrier, atom: Atom, entries: frozenset[str]) -> bool:
    return isinstance(atom, Is) and atom.sort == carrier.onto.sort and atom.kind in entries


def _exchanged(formula: Formula, carrier: Carrier, entries: frozenset[str]) -> Formula:
    new = Is(carrier.onto.sort, carrier.onto.kind)
    return replaced(formula, lambda atom: new if _is_old(carrier, atom, entries) else atom)


def _subject(carrier: Carrier, subject: Formula, entries: frozenset[str]) -> Formula | None:
    """The subject about the new actor: of its alternatives those that speak of the old one; None when none does."""
    alternatives = subject.parts if isinstance(subject, Or) else (subject,)
    found: list[Formula] = []
    for one in alternatives:
        parts = list(conjuncts(one))
        speaks = any(isinstance(p, Is) and _is_old(carrier, p, entries) for p in parts)
        excepts = any(
            isinstance(p, Not) and isinstance(p.part, Is) and _is_old(carrier, p.part, entries) for p in parts
        )
        if speaks and not excepts:
            found.append(_exchanged(one, carrier, entries))
    return either(*found) if found else None
