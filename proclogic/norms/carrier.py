"""A sentence that carries rules, with what its words mean."""

from __future__ import annotations

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Formula
from proclogic.norms.drafts import Draft
from proclogic.norms.formulas import both
from proclogic.norms.model import AS_APPLIED, CERTAINTIES, LAYERS, Effect, Unentered
from proclogic.norms.names import Names
from proclogic.norms.numbers import Numbering
from proclogic.norms.phrases import Site, of_sort
from proclogic.norms.vocabulary import ACTOR, BODY
from proclogic.syntax.tree import NounPhrase


class Carrier:
    """The carrying sentence `draft`: the provisions it reaches, whom it carries them `onto`, the terms exchanged."""

    def __init__(
        self, draft: Draft, numbering: Numbering, names: Names, faults: list[Diagnostic], left: list[Unentered]
    ) -> None:
        if draft.carries is None or draft.onto is None:
            raise ValueError("not a carrying sentence")
        self.draft, self.names, self.faults = draft, names, faults
        self.left = left
        self.verb = draft.carries
        self.reached = frozenset(n for r in self.verb.rules for n in numbering.named(r))
        body = of_sort(draft.onto, BODY, names)
        as_to_actor = bool(self.verb.as_to) and names.kind(ACTOR, self.verb.as_to) is not None
        self.to_body = body is not None and not as_to_actor
        moved = body if self.to_body else of_sort(draft.onto, ACTOR, names)
        self.onto: NounPhrase = moved or draft.onto
        self.entries = dict(self.verb.substitutions)
        if self.to_body and self.verb.as_to:
            self.entries.setdefault(self.verb.as_to, self.onto.kind)
        self.site = Site(draft.norm.provision, draft.norm.span)

    @property
    def id(self) -> str:
        """The id that the sentence would have as a norm."""
        return self.draft.norm.id

    def made(self, draft: Draft, subject: Formula, condition: Formula, effect: Effect) -> Draft:
        """A copy of a draft, as carried by this sentence: it holds where both do, and is as sure as the less sure."""
        own, norm = self.draft.norm, draft.norm
        return draft.replace(
            norm=norm.replace(
                id=f"{norm.id}{AS_APPLIED}{own.id}",
                effect=effect,
                subject=subject,
                condition=both(condition, own.condition),
                guard=both(norm.guard, own.guard),
                via=(*norm.via, own.provision),
                layer=max(norm.layer, own.layer, key=LAYERS.index),
                certainty=max(norm.certainty, own.certainty, key=CERTAINTIES.index),
            ),
            notwithstanding=(*draft.notwithstanding, *self.draft.notwithstanding),
            subject_to=(*draft.subject_to, *self.draft.subject_to),
            without_prejudice=(*draft.without_prejudice, *self.draft.without_prejudice),
            origin=draft.origin or norm.id,
            instance=frozenset(i for i in draft.instance if i[0] != self.onto.sort)
            | {(self.onto.sort, self.onto.kind)},
        )
