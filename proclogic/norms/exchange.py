"""Putting some terms of a norm in the place of others, everywhere in it at once."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.norms.conditions import Atom, Decision, Formula, Happens, Has, Is, ReferredTo, Share
from proclogic.norms.formulas import atoms, replaced
from proclogic.norms.model import (
    Accord,
    Classify,
    DecideBy,
    Deem,
    Deny,
    Effect,
    Forbid,
    GivesNothing,
    Norm,
    Oblige,
    Permit,
    Quorum,
    Refer,
)
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT

AGENT, PLACE, THING, BASE, SAID = "agent", "place", "thing", "base", "said"  # the parts a term plays in a norm


class Exchange:
    """What stands for what. `entries` are the terms exchanged wherever they stand, `places` those exchanged only where
    they name a place; `wrong` collects (term, sort) where the new term is not of the sort that its place needs."""

    def __init__(
        self, entries: dict[str, str], places: dict[str, str], known: frozenset[tuple[str, str]] | set[tuple[str, str]]
    ) -> None:
        self.entries = entries
        self.places = {**places, **entries}
        self._known = known
        self.wrong: dict[tuple[str, str], None] = {}

    def term(self, sort: str, kind: str) -> str:
        """What a kind of a sort becomes; itself without an entry."""
        new = (self.places if sort == BODY else self.entries).get(kind, kind)
        if new != kind and (sort, new) not in self._known:
            self.wrong[new, sort] = None
            return kind
        return new

    def formula(self, formula: Formula) -> Formula:
        """A condition after the exchange."""
        return replaced(formula, self._atom)

    def _atom(self, atom: Atom) -> Formula:
        new: Formula
        match atom:
            case Is(sort, kind):
                new = Is(sort, self.term(sort, kind))
            case Has(predicate):
                new = Has(self.entries.get(predicate, predicate))
            case Happens(event, agent, count, deadline):
                new = Happens(event, self.term(ACTOR, agent), self.share(count), deadline)
            case ReferredTo(body):
                new = ReferredTo(self.term(ACTOR, body))
            case _:
                return atom
        return atom if new == atom else new

    def share(self, share: Share | None) -> Share | None:
        """A share of what its base becomes."""
        return share.replace(of=self.term(ACTOR, share.of)) if share is not None and share.of else share

    def decision(self, decision: Decision | None) -> Decision | None:
        """A decision rule with its bases exchanged."""
        if decision is None:
            return None
        return decision.replace(share=self.share(decision.share), failing=self.decision(decision.failing))

    def effect(self, effect: Effect) -> Effect:
        """An effect after the exchange."""
        match effect:
            case Permit(act, body, thing):
                return Permit(act, self.term(BODY, body), self.term(OBJECT, thing))
            case Forbid(act, body, thing):
                return Forbid(act, self.term(BODY, body), self.term(OBJECT, thing))
            case GivesNothing(act, body, thing):
                return GivesNothing(act, self.term(BODY, body), self.term(OBJECT, thing))
            case Accord(status):
                return Accord(self.entries.get(status, status))
            case Deny(status):
                return Deny(self.entries.get(status, status))
            case Deem(sort, kind):
                return Deem(sort, self.term(sort, kind))
            case Oblige(event, agent, deadline, owed):
                return Oblige(event, self.term(ACTOR, agent), deadline, self.term(ACTOR, owed))
            case Refer(body):
                return Refer(self.term(ACTOR, body))
            case DecideBy(decision, matter, event, agent):
                return DecideBy(self.decision(decision) or decision, matter, event, self.term(ACTOR, agent))
            case Classify(event, matter, agent):
                return Classify(event, matter, self.term(ACTOR, agent))
            case Quorum(share, purpose, body):
                return Quorum(self.share(share) or share, purpose, self.term(BODY, body))
            case _:
                return effect


def terms(norm: Norm) -> Iterator[tuple[str, str]]:
    """The terms of a norm that an exchange could name, each with the part it plays there."""
    for atom in (*atoms(norm.subject), *atoms(norm.condition)):
        match atom:
            case Is(sort, kind):
                yield (AGENT if sort == ACTOR else PLACE if sort == BODY else THING), kind
            case Has(predicate):
                yield SAID, predicate
            case Happens(_, agent, count):
                yield AGENT, agent
                if count is not None:
                    yield BASE, count.of
            case ReferredTo(body):
                yield AGENT, body
            case _:
                pass
    match norm.effect:
        case Permit(_, body, thing) | Forbid(_, body, thing) | GivesNothing(_, body, thing):
            yield from ((PLACE, body), (THING, thing))
        case Accord(status) | Deny(status):
            yield SAID, status
        case Deem(sort, kind):
            yield (AGENT if sort == ACTOR else PLACE), kind
        case Oblige(_, agent, _, owed):
            yield from ((AGENT, agent), (AGENT, owed))
        case Refer(body):
            yield AGENT, body
        case DecideBy(_, _, _, agent) | Classify(_, _, agent):
            yield AGENT, agent
        case Quorum(_, _, body):
            yield PLACE, body
        case _:
            pass
