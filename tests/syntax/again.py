"""Reading the printed sentences of norms again, and what makes two norms the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import ALWAYS, And, Formula, Happens, Is, Not, Or
from proclogic.norms.drafts import Draft
from proclogic.norms.formulas import atoms, both, pushed
from proclogic.norms.model import (
    Classify,
    DecideBy,
    Disapply,
    Effect,
    Forbid,
    GivesNothing,
    Norm,
    Oblige,
    Permit,
    Prevail,
)
from proclogic.norms.names import Names
from proclogic.norms.numbers import Numbering
from proclogic.norms.sentences import sentence_drafts
from proclogic.norms.vocabulary import BODY, OBJECT, SORTS, Vocabulary
from proclogic.sources import Source
from proclogic.syntax.parse import parse_file
from proclogic.syntax.print_references import provision_of
from proclogic.syntax.tree import RuleRef
from proclogic.values import Value


def read_again(sentences: Sequence[str], words: Vocabulary) -> tuple[list[list[Draft]], list[list[Diagnostic]]]:
    """The norms of each sentence, and what is wrong with each."""
    text = "Uses: it.\n" + "".join(f"{k}  {said}\n" for k, said in enumerate(sentences, 1))
    document, found = parse_file(Source("again", text), lambda _: words)
    wrong: list[list[Diagnostic]] = [[] for _ in sentences]
    for fault in found:
        wrong[int(fault.place.removeprefix("rule ")) - 1].append(fault)
    drafts: list[list[Draft]] = [[] for _ in sentences]
    names = Names(words)
    for text_of_one in document.provisions:
        at = int(text_of_one.number) - 1
        for sentence in text_of_one.sentences:
            drafts[at] += sentence_drafts(sentence, text_of_one.number, ALWAYS, names, wrong[at])
    return drafts, wrong


def with_agents(words: Vocabulary, norms: Iterable[Norm]) -> Vocabulary:
    """The vocabulary with the agents of these norms declared: a renvoi puts some in the place of the declared ones."""
    done: dict[str, set[str]] = {}
    for norm in norms:
        for atom in (*atoms(norm.subject), *atoms(norm.condition)):
            if isinstance(atom, Happens):
                done.setdefault(atom.event, set()).add(atom.agent)
        if isinstance(norm.effect, Oblige | DecideBy | Classify) and norm.effect.agent:
            done.setdefault(norm.effect.event, set()).add(norm.effect.agent)
        if isinstance(norm.effect, Permit | Forbid):
            kinds = (a.kind for a in atoms(norm.subject) if isinstance(a, Is))
            done.setdefault(norm.effect.act, set()).update(kinds)
    return words.replace(
        events=tuple(
            e.replace(agents=(*e.agents, *sorted(done.get(e.id, set()) - set(e.agents)))) for e in words.events
        )
    )


# ----------------------------------------------------------------------------------------------- what is the same


class Normal(Value):
    """A condition in a form in which equal ones are equal: "all" or "one" of some, or an atom that "is" or "not"."""

    how: str
    parts: frozenset[object]


ALL_OF_NONE = Normal("all", frozenset())


def normal(formula: Formula, words: Vocabulary | None = None) -> Normal:
    """A condition with negation before atoms only, without a conjunction in a conjunction or an alternative in an
    alternative, without repetition and without order. With `words`, that somebody is of one of all the kinds there are
    says nothing."""
    everybody = [_everybody(sort, words) for sort in SORTS] if words else []

    def of(part: Formula) -> Normal:
        match part:
            case And(parts):
                return _joined("all", [of(p) for p in parts])
            case Or(parts):
                found = _joined("one", [of(p) for p in parts])
                all_kinds = found.how == "one" and any(e and e <= found.parts for e in everybody)
                return ALL_OF_NONE if all_kinds else found
            case Not(atom):
                return Normal("not", frozenset((atom,)))
            case _:
                atom = Normal("is", frozenset((part,)))
                return ALL_OF_NONE if part == ALWAYS or frozenset((atom,)) in everybody else atom

    return of(pushed(formula))


def _everybody(sort: str, words: Vocabulary) -> frozenset[Normal]:
    roots = (k.id for k in words.kinds if k.sort == sort and not k.parents)
    return frozenset(Normal("is", frozenset((Is(sort, kind),))) for kind in roots)


def _joined(how: str, parts: list[Normal]) -> Normal:
    found: set[object] = set()
    for part in parts:
        found |= part.parts if part.how == how else {part}
    only = next(iter(found)) if len(found) == 1 else None
    return only if isinstance(only, Normal) else Normal(how, frozenset(found))


def does(effect: Effect, placed: bool = True) -> Effect:
    """An effect without the rules it names (they are compared apart), and without its place where that is compared with
    the condition."""
    match effect:
        case Disapply():
            return Disapply(())
        case Prevail():
            return Prevail((), ())
        case Permit() | Forbid() | GivesNothing() if not placed:
            return effect.replace(body="", object="")
    return effect


def strength(norm: Norm) -> str:
    """The strength of a norm: "without the right to" is said of the grant beside it, and forbids as "may not" does."""
    return "may not" if norm.strength == "without the right to" else norm.strength


def same(norm: Norm, other: Norm) -> bool:
    """Whether two norms are the same in effect, subject, condition, strength, limits, sort and being a monopoly."""
    return (
        _same_words(norm, other)
        and does(norm.effect) == does(other.effect)
        and ((normal(norm.subject), normal(norm.condition)) == (normal(other.subject), normal(other.condition)))
    )


def same_cases(norm: Norm, other: Norm, words: Vocabulary | None = None) -> bool:
    """The same, but for what is said of the subject or of the place being said as a condition; and, with `words`, for
    everybody being said as one of all the kinds there are."""
    if not _same_words(norm, other) or does(norm.effect, False) != does(other.effect, False):
        return False
    return normal(_whole(norm), words) == normal(_whole(other), words)


def _same_words(norm: Norm, other: Norm) -> bool:
    return (strength(norm), norm.limits, norm.about, norm.monopoly) == (
        strength(other),
        other.limits,
        other.about,
        other.monopoly,
    )


def _whole(norm: Norm) -> Formula:
    effect = norm.effect
    placed: list[Formula] = []
    if isinstance(effect, Permit | Forbid | GivesNothing):
        placed = [Is(s, k) for s, k in ((BODY, effect.body), (OBJECT, effect.object)) if k]
    return both(norm.subject, norm.condition, *placed)


def refers_alike(norm: Norm, draft: Draft, numbers: tuple[str, ...]) -> bool:
    """Whether a norm that was read again names rules of the same provisions (or the same layers), word by word."""
    numbering = Numbering(numbers)

    def named(rules: tuple[RuleRef, ...]) -> set[str]:
        return {n for r in rules for n in ((r.layer,) if r.layer else numbering.named(r))}

    effect = norm.effect
    first = effect.targets if isinstance(effect, Disapply) else effect.winners if isinstance(effect, Prevail) else ()
    second = effect.losers if isinstance(effect, Prevail) else ()
    return all(
        {provision_of(i) for i in ids} == named(rules)
        for ids, rules in (
            (norm.notwithstanding, draft.notwithstanding),
            (norm.subject_to, draft.subject_to),
            (norm.without_prejudice, draft.without_prejudice),
            (first, draft.targets),
            (second, draft.losers),
        )
    )
