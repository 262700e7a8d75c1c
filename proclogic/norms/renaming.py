"""Norms and vocabularies with other names: of declared words, of disputes and brackets, of norms and provisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proclogic.norms.conditions import (
    Atom,
    Deadline,
    Decision,
    Formula,
    Happens,
    Has,
    Is,
    Keeps,
    Reads,
    ReferredTo,
    Share,
)
from proclogic.norms.formulas import replaced
from proclogic.norms.mapping import ACT, EVENT, SAID, Term
from proclogic.norms.model import Effect, Limit, Norm
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, SORTS, Input, Kind, Rung, Vocabulary

_FIELDS = {  # what stands in a field of an effect, but for `kind` and `act`
    "body": BODY,
    "object": OBJECT,
    "event": EVENT,
    "agent": ACTOR,
    "owed": ACTOR,
    "matter": "matter",
}


class Renaming:
    """New names of the words of a vocabulary, by what they were; of disputes, of brackets. What has none stays."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        words: Mapping[Term, str],
        disputes: Mapping[str, str] | None = None,
        brackets: Mapping[str, str] | None = None,
    ) -> None:
        self.words, self.disputes, self.brackets = words, disputes or {}, brackets or {}
        self.said = {p.id: SAID[p.sort] for p in vocabulary.predicates}
        self.events = {e.id for e in vocabulary.events}
        self.whole = vocabulary

    def word(self, sort: str, name: str) -> str:
        """The new name of a word."""
        return self.words.get(Term(sort, name), name)

    # ---------------------------------------------------------------------------------------------------------- norms

    def norm(self, norm: Norm) -> Norm:
        """A norm in the new words; ids of norms stay."""
        return norm.replace(
            effect=self.effect(norm.effect),
            subject=self.formula(norm.subject),
            condition=self.formula(norm.condition),
            guard=self.formula(norm.guard),
            limits=tuple(self.limit(x) for x in norm.limits),
        )

    def formula(self, formula: Formula) -> Formula:
        """A condition in the new words."""
        return replaced(formula, self.atom)

    def atom(self, atom: Atom) -> Formula:
        """An atom in the new words."""
        match atom:
            case Is(sort, kind):
                return Is(sort, self.word(sort, kind))
            case Has(name):
                return Has(self.word(self.said.get(name, ""), name))
            case Happens(event, agent, count, deadline):
                return Happens(
                    self.word(EVENT, event), self.word(ACTOR, agent), self.share(count), self.deadline(deadline)
                )
            case ReferredTo(body):
                return ReferredTo(self.word(ACTOR, body))
            case Reads(dispute, reading):
                return Reads(self.disputes.get(dispute, dispute), reading)
            case Keeps(bracket, alternative):
                return Keeps(self.brackets.get(bracket, bracket), alternative)

    def effect(self, effect: Effect) -> Effect:
        """What a norm does, in the new words."""
        new: dict[str, Any] = {}
        for field, value in vars_of(effect).items():
            if field == "act":
                new[field] = self.word(EVENT if value in self.events else ACT, value)
            elif field == "status":
                new[field] = self.word(self.said.get(value, ""), value)
            elif field == "kind":
                new[field] = self.word(getattr(effect, "sort", ACTOR), value)
            elif field == "body" and type(effect).__name__ == "Refer":
                new[field] = self.word(ACTOR, value)
            elif field in _FIELDS:
                new[field] = self.word(_FIELDS[field], value)
            elif isinstance(value, Deadline):
                new[field] = self.deadline(value)
            elif isinstance(value, Share):
                new[field] = self.share(value)
            elif isinstance(value, Decision):
                new[field] = self.decision(value)
        return effect.replace(**new) if new else effect

    def deadline(self, deadline: Deadline | None) -> Deadline | None:
        return deadline.replace(moment=self.word("moment", deadline.moment)) if deadline is not None else None

    def share(self, share: Share | None) -> Share | None:
        return share.replace(of=self.word(ACTOR, share.of)) if share is not None else None

    def decision(self, decision: Decision | None) -> Decision | None:
        if decision is None:
            return None
        return decision.replace(share=self.share(decision.share), failing=self.decision(decision.failing))

    def limit(self, limit: Limit) -> Limit:
        return limit.replace(phrase=self.word("limit", limit.phrase), unit=self.word("unit", limit.unit))

    # ----------------------------------------------------------------------------------------------------- vocabulary

    def vocabulary(self) -> Vocabulary:
        """The vocabulary with the new names as ids."""
        whole = self.whole
        return Vocabulary(
            tuple(self.kind(k) for k in whole.kinds),
            tuple(
                a.replace(
                    id=self.word(ACT, a.id),
                    object=self.word(OBJECT, a.object),
                    includes=tuple(self.word(ACT, x) for x in a.includes),
                )
                for a in whole.acts
            ),
            tuple(
                p.replace(id=self.word(SAID[p.sort], p.id), judge=self.word(ACTOR, p.judge), of=self.word(p.sort, p.of))
                for p in whole.predicates
            ),
            tuple(
                e.replace(
                    id=self.word(EVENT, e.id),
                    agents=tuple(self.word(ACTOR, x) for x in e.agents),
                    matter=self.word("matter", e.matter),
                    decision=self.decision(e.decision),
                )
                for e in whole.events
            ),
            tuple(w.replace(id=self.word(w.sort, w.id)) for w in whole.words),
            tuple(tuple(self._any(x) for x in group) for group in whole.disjoint),
            tuple(
                tuple(Rung(self.word(ACT, r.act), self.word(OBJECT, r.object)) for r in ladder)
                for ladder in whole.ladders
            ),
            tuple(self.input(one) for one in whole.inputs),
        )

    def kind(self, kind: Kind) -> Kind:
        """A kind with the new names."""
        return kind.replace(
            id=self.word(kind.sort, kind.id),
            parents=tuple(self.word(kind.sort, p) for p in kind.parents),
            of=self.word(BODY, kind.of),
            members=self.word(ACTOR, kind.members),
        )

    def input(self, one: Input) -> Input:
        return one.replace(what=self.word(one.sort, one.what), before=self.word(EVENT, one.before))

    def _any(self, name: str) -> str:
        return next((self.words[Term(s, name)] for s in SORTS if Term(s, name) in self.words), name)


def vars_of(effect: Effect) -> dict[str, Any]:
    """The fields of an effect by name."""
    return {name: getattr(effect, name) for name in effect._fields}
