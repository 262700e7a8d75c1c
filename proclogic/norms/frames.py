"""What all norms of one sentence share."""

from __future__ import annotations

from proclogic.norms.conditions import ALWAYS, Formula
from proclogic.norms.drafts import Draft
from proclogic.norms.formulas import both
from proclogic.norms.model import Effect
from proclogic.norms.names import Names
from proclogic.norms.phrases import Site
from proclogic.norms.unnamed import LEFT_TO_SOMEBODY, leave
from proclogic.syntax.tree import NounPhrase
from proclogic.values import Value


class Frame(Value):
    """A sentence, or an item of its list, without its verb: what every norm made from it shares."""

    draft: Draft  # with its clauses and its text; without subject and effect
    subjects: tuple[NounPhrase, ...]
    site: Site
    names: Names

    def norm(
        self, effect: Effect, subject: Formula, strength: str, condition: Formula = ALWAYS, **more: object
    ) -> Draft:
        """The draft of a norm with this effect, on one more condition; `more` are further fields of the norm."""
        base = self.draft.norm
        condition = both(condition, base.condition)
        hedged = hedge(strength) if base.strength == "as a rule" else strength
        condition = both(condition, leave(effect, hedged, condition))
        return self.draft.replace(
            norm=base.replace(effect=effect, subject=subject, strength=hedged, condition=condition, **more)
        )


def hedge(strength: str) -> str:
    """The strength of words with "as a rule" added: a default with an exception that is not named."""
    return strength if strength in (*LEFT_TO_SOMEBODY, "should") else "as a rule"
