"""A sentence of a drafter read in the words of a ruleset, as norms of one of its provisions or of a new one."""

from __future__ import annotations

from proclogic.norms.conditions import ALWAYS
from proclogic.norms.drafts import Draft
from proclogic.norms.model import Disapply, Norm, Prevail, Ruleset
from proclogic.norms.names import Names
from proclogic.norms.numbers import Numbering
from proclogic.norms.resolve import missing
from proclogic.norms.sentences import sentence_drafts
from proclogic.sources import Source
from proclogic.syntax.parse import parse_file
from proclogic.syntax.tree import RuleRef
from proclogic.values import unique

NEW = "9999"  # the number under which a rule is read that has none yet


def norms(ruleset: Ruleset, text: str, like: Norm | None) -> list[Norm] | None:
    """The norms of a sentence, with the provision, layer and place of a norm that it stands for; None where it cannot
    be read, or carries rules. Their ids are not filled in."""
    source = Source("draft", f"Uses: words.\n\n{NEW}  {text}\n")
    document, faults = parse_file(source, lambda _: ruleset.vocabulary)
    if any(d.is_error for d in faults) or len(document.provisions) != 1:
        return None
    names = Names(ruleset.vocabulary)
    number = like.provision if like is not None else NEW
    guard = like.guard if like is not None else ALWAYS
    drafts = [
        draft
        for sentence in document.provisions[0].sentences
        for draft in sentence_drafts(sentence, number, guard, names, faults)
    ]
    numbers = unique([*(p.number for p in ruleset.provisions), *(n.provision for n in ruleset.norms)])
    numbering = Numbering(numbers)
    if not drafts or missing(drafts, numbering) or any(d.is_error for d in faults):
        return None
    if any(d.carries is not None for d in drafts):
        return None
    return [_placed(d, ruleset, numbering, like) for d in drafts]


def _placed(draft: Draft, ruleset: Ruleset, numbering: Numbering, like: Norm | None) -> Norm:
    """The norm of a draft, with what it names looked up."""

    def ids(references: tuple[RuleRef, ...]) -> tuple[str, ...]:
        wanted = unique(number for r in references if not r.layer for number in numbering.named(r))
        found = [n.id for number in wanted for n in ruleset.norms if n.provision == number]
        return (*(r.layer for r in references if r.layer), *found)

    norm, effect = draft.norm, draft.norm.effect
    match effect:
        case Disapply():
            effect = Disapply(ids(draft.targets))
        case Prevail():
            effect = Prevail(ids(draft.targets), ids(draft.losers))
        case _:
            pass
    made = norm.replace(
        effect=effect,
        notwithstanding=ids(draft.notwithstanding),
        subject_to=ids(draft.subject_to),
        without_prejudice=ids(draft.without_prejudice),
        layer=ruleset.layer,
        certainty=ruleset.certainty,
    )
    if like is not None:
        made = made.replace(layer=like.layer, certainty=like.certainty, span=like.span)
    return made
