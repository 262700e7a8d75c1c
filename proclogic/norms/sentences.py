"""One sentence as norms: its verb gives the effects, its subject of whom they speak, its clauses what they depend on.

17(3)  An NGO with observer status: (a) may attend plenary meetings; and (b) may receive documents.
  ->   17(3)(a)  Permit(attend, plenary meeting)   subject: ngo and observer status
       17(3)(b)  Permit(receive documents)         subject: the same
"""

from __future__ import annotations

import re

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import ALWAYS, Formula, Has
from proclogic.norms.drafts import Draft
from proclogic.norms.formulas import opposite
from proclogic.norms.frames import Frame
from proclogic.norms.model import (
    Accord,
    Classify,
    DecideBy,
    Deem,
    Deny,
    Disapply,
    Effect,
    Forbid,
    GivesNothing,
    Norm,
    Permit,
    Prevail,
    Quorum,
    Refer,
)
from proclogic.norms.names import Names
from proclogic.norms.phrases import (
    Site,
    any_of,
    conditions,
    qualifiers,
    subjects_of_sort,
    targets,
)
from proclogic.norms.powers import power_drafts
from proclogic.norms.vocabulary import ACTOR
from proclogic.syntax.tree import (
    Acts,
    Carried,
    Classed,
    Clause,
    Counts,
    Decided,
    Does,
    Excluded,
    Holds,
    Item,
    Needs,
    Nothing,
    Prevails,
    Referred,
    RuleRef,
    Sentence,
    Verb,
)

_ENDING = re.compile(r"[\s;,.]*(?:[;,]\s*(?:and|or))?[\s;,.]*$")


def item_number(number: str, label: str) -> str:
    """The number of a list item: 17(3) and (b) give 17(3)(b)."""
    return number + label.strip()


def sentence_drafts(
    sentence: Sentence, number: str, guard: Formula, names: Names, faults: list[Diagnostic]
) -> list[Draft]:
    """The norms of a sentence, in its order; their ids, layers and references are filled in later."""
    site = Site(number, sentence.span)
    if not sentence.items:
        frame = _frame(sentence, sentence.clauses, site, sentence.text, guard, names)
        found = _verb_drafts(sentence.verb, frame, faults) if sentence.verb else []
        return found + _without(sentence.clauses, frame, faults)
    found = []
    for item in sentence.items:
        verb = _shared(item.verb, sentence.shared)
        place = Site(item_number(number, item.label), item.span if item.span.source else sentence.span)
        both_clauses = (*(c for c in sentence.clauses if c.word != "without the right to"), *item.clauses)
        frame = _frame(sentence, both_clauses, place, item_text(sentence, item), guard, names)
        found += _verb_drafts(verb, frame, faults) + _without(item.clauses, frame, faults)
    head = _frame(sentence, sentence.clauses, site, sentence.text, guard, names)
    return _without(sentence.clauses, head, faults) + found


def item_text(sentence: Sentence, item: Item) -> str:
    """The words of an item with those of the head, as one sentence."""
    first = sentence.items[0]
    own = _ENDING.sub("", item.text.removeprefix(item.label).strip())
    head, found, _ = sentence.text.partition(first.text or first.label)
    if not found or not own:
        return f"{own}." if own else sentence.text
    return f"{head.strip().removesuffix(first.label).strip().rstrip(':').strip()} {own}."


def item_quoted(sentence: Sentence, item: Item) -> str:
    """An item as it is cited: the head, and the item with its mark, without the others."""
    first = sentence.items[0]
    head, found, _ = sentence.text.partition(first.text or first.label)
    own = _ENDING.sub("", item.text)
    return f"{head.strip().rstrip(':').rstrip()}: {own}." if found and own else item.text


def _shared(verb: Verb, shared: str) -> Verb:
    if shared and isinstance(verb, Does | Acts) and not verb.words:
        return verb.replace(words=shared)
    return verb


def _frame(
    sentence: Sentence, clauses: tuple[Clause, ...], site: Site, text: str, guard: Formula, names: Names
) -> Frame:
    def rules(word: str) -> tuple[RuleRef, ...]:
        return tuple(r for c in clauses if c.word == word for r in c.rules)

    norm = Norm(
        id="",
        provision=site.provision,
        effect=Effect(),
        condition=conditions(clauses),
        guard=guard,
        strength="as a rule" if any(c.word == "as a rule" for c in clauses) else "",
        limits=tuple(c.limit for c in clauses if c.word == "limit" and c.limit is not None),
        text=text,
        span=site.span,
        written=sentence.written,
    )
    draft = Draft(
        norm,
        notwithstanding=rules("notwithstanding"),
        subject_to=rules("subject to"),
        without_prejudice=rules("without prejudice to"),
    )
    return Frame(draft, sentence.subjects, site, names)


def _without(clauses: tuple[Clause, ...], frame: Frame, faults: list[Diagnostic]) -> list[Draft]:
    """The prohibitions beside a grant: of the same subject, whether or not the conditions of the grant hold."""
    acts = tuple(a for c in clauses if c.word == "without the right to" for a in c.acts)
    if not acts:
        return []
    subjects = subjects_of_sort(frame.subjects, ACTOR, frame.names, frame.site, "does an act", faults)
    if subjects is None:
        return []
    bare = frame.draft.replace(norm=frame.draft.norm.replace(condition=ALWAYS, limits=(), strength=""))
    plain = frame.replace(draft=bare)
    return [
        plain.norm(Forbid(t.act, t.body, t.object), any_of(subjects), "without the right to", condition=t.condition)
        for t in targets(acts)
    ]


def _verb_drafts(verb: Verb, frame: Frame, faults: list[Diagnostic]) -> list[Draft]:
    match verb:
        case Does():
            return _does(verb, frame, faults)
        case Acts():
            return power_drafts(verb, frame, faults)
        case Holds():
            return _holds(verb, frame, faults)
        case Counts():
            return _counts(verb, frame, faults)
        case Carried():
            return [
                frame.draft.replace(carries=verb, onto=s, norm=frame.draft.norm.replace(about=s.sort, strength=""))
                for s in frame.subjects
            ]
        case _:
            return _other(verb, frame)


def _other(verb: Verb, frame: Frame) -> list[Draft]:
    subject = any_of(frame.subjects)
    about = frame.subjects[0].sort if frame.subjects else ACTOR
    match verb:
        case Referred(body):
            return [frame.norm(Refer(body.kind), subject, "", about=about)]
        case Decided(decision, matter, event, agent):
            return [frame.norm(DecideBy(decision, matter, event, agent), ALWAYS, "")]
        case Classed(event, agent, matter):
            return [frame.norm(Classify(event, matter, agent), ALWAYS, "")]
        case Needs(purpose, share, body):
            said = qualifiers(body) if body else ALWAYS
            return [frame.norm(Quorum(share, purpose, body.kind if body else ""), ALWAYS, "", condition=said)]
        case Excluded(rules):
            return [frame.norm(Disapply(()), subject, "", about=about).replace(targets=rules)]
        case Prevails(winners, losers):
            return [frame.norm(Prevail((), ()), ALWAYS, "").replace(targets=winners, losers=losers)]
        case Nothing(event=event) if event:
            return [frame.norm(GivesNothing(event), subject, "", about=about)]
        case Nothing(acts):
            return [
                frame.norm(GivesNothing(t.act, t.body, t.object), subject, "", condition=t.condition, about=about)
                for t in targets(acts)
            ] or [frame.norm(GivesNothing(), subject, "", about=about)]
        case _:
            raise TypeError(f"a verb that no norm is made of: {verb!r}")


def _does(verb: Does, frame: Frame, faults: list[Diagnostic]) -> list[Draft]:
    subjects = subjects_of_sort(frame.subjects, ACTOR, frame.names, frame.site, "does an act", faults)
    if subjects is None:
        return []
    subject, found = any_of(subjects), targets(verb.acts)
    if verb.words in ("may not", "shall not", "without the right to"):
        return [frame.norm(Forbid(t.act, t.body, t.object), subject, verb.words, condition=t.condition) for t in found]
    words = {"only": "may", "may be invited to": "may be invited", "shall be entitled to": "is entitled to"}
    strength = words.get(verb.words, verb.words)
    drafts = [frame.norm(Permit(t.act, t.body, t.object), subject, strength, condition=t.condition) for t in found]
    if verb.words == "only":
        others = opposite(subject)
        drafts += [
            frame.norm(Forbid(t.act, t.body, t.object), others, "only", condition=t.condition, monopoly=True, limits=())
            for t in found
        ]
    return drafts


_TAKES = ("has no", "is not accorded", "shall not be accorded", "loses", "is not")


def _holds(verb: Holds, frame: Frame, faults: list[Diagnostic]) -> list[Draft]:
    predicate = frame.names.predicates.get(verb.predicate)
    if predicate is None or predicate.role != "status":
        role = predicate.role if predicate else "word"
        faults.append(
            frame.site.fault(
                "E209",
                f"“{verb.predicate}” is a {role}, and only a status is given or taken by a rule",
                "a rule cannot decide this",
                help=(f"declare it as one: Status: {verb.predicate}.", "or write it as a condition of another rule"),
            )
        )
        return []
    what = f"has the status “{predicate.phrase}”"
    subjects = subjects_of_sort(frame.subjects, predicate.sort, frame.names, frame.site, what, faults)
    if subjects is None:
        return []
    effect: Effect = Deny(verb.predicate) if verb.words in _TAKES else Accord(verb.predicate)
    return [frame.norm(effect, any_of(subjects), verb.words, about=predicate.sort)]


def _counts(verb: Counts, frame: Frame, faults: list[Diagnostic]) -> list[Draft]:
    """A deeming. A status among the qualifiers of what the subject counts as is accorded; a quality cannot be."""
    sort = verb.kind.sort
    subjects = subjects_of_sort(frame.subjects, sort, frame.names, frame.site, "is deemed to be one", faults)
    if subjects is None:
        return []
    subject = any_of(subjects)
    drafts = [frame.norm(Deem(sort, verb.kind.kind), subject, "is deemed to be", about=sort)]
    for said in (*verb.kind.before, *verb.kind.after):
        predicate = frame.names.predicates.get(said.predicate) if isinstance(said, Has) else None
        if predicate is not None and predicate.role == "status":
            drafts.append(frame.norm(Accord(predicate.id), subject, "is deemed to be", about=sort))
        else:
            faults.append(
                frame.site.fault(
                    "E311",
                    "a rule can deem somebody to be of a kind, not to have a quality",
                    "these words cannot be taken over",
                    span=verb.kind.span,
                    help=("declare a kind for it, and deem the subject to be of that kind",),
                )
            )
    return drafts
