"""A sentence of a drafter read in the words of a ruleset, as norms of one of its provisions or of a new one."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.norms.conditions import ALWAYS, Happens, Is
from proclogic.norms.drafts import Draft
from proclogic.norms.formulas import atoms, both, conjuncts
from proclogic.norms.model import Classify, DecideBy, Disapply, Norm, Oblige, Permit, Prevail, Ruleset
from proclogic.norms.names import Names
from proclogic.norms.numbers import Numbering
from proclogic.norms.resolve import missing
from proclogic.norms.sentences import sentence_drafts
from proclogic.norms.vocabulary import ACTOR, Vocabulary
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


def declared(ruleset: Ruleset) -> Vocabulary:
    """The words of a ruleset without the agents of events whom only carried rules name: no sentence may name them."""
    own, carried = (
        {pair for n in ruleset.norms if bool(n.via) == moved for pair in _agents(n)} for moved in (False, True)
    )
    more = carried - own
    if not more:
        return ruleset.vocabulary
    events = tuple(
        e.replace(agents=tuple(a for a in e.agents if (e.id, a) not in more) or e.agents)
        for e in ruleset.vocabulary.events
    )
    return ruleset.vocabulary.replace(events=events)


def _agents(norm: Norm) -> Iterator[tuple[str, str]]:
    """The events of a norm, each with who does it there."""
    for atom in atoms(both(norm.subject, norm.condition)):
        if isinstance(atom, Happens):
            yield atom.event, atom.agent
    match norm.effect:
        case Oblige(event, agent) | DecideBy(_, _, event, agent) | Classify(event, _, agent):
            yield event, agent
        case Permit(act):
            yield from ((act, a.kind) for a in conjuncts(norm.subject) if isinstance(a, Is) and a.sort == ACTOR)
        case _:
            pass


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
