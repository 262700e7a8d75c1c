"""Checks on declared words and on how norms use them."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean, listed
from proclogic.norms.checks.deemed import deemed_kinds
from proclogic.norms.conditions import Happens, Has, Is, Or
from proclogic.norms.exchange import AGENT, BASE, PLACE, SAID, terms
from proclogic.norms.formulas import atoms, conjuncts
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.model import Classify, DecideBy, Forbid, GivesNothing, Norm, Oblige, Permit, Ruleset
from proclogic.norms.names import Names, cite
from proclogic.norms.powers import ITSELF
from proclogic.norms.unnamed import UNNAMED
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Predicate


def hierarchy_circles(ruleset: Ruleset) -> list[Diagnostic]:
    """E303: no kind is a kind of itself, by however many steps."""
    names = Names(ruleset.vocabulary)
    found: list[Diagnostic] = []
    seen: set[tuple[str, frozenset[str]]] = set()
    for kind in ruleset.vocabulary.kinds:
        above = {a for p in kind.parents for a in names.hierarchy.up(kind.sort, p)}
        if kind.id not in above:
            continue
        circle = frozenset(a for a in above if kind.id in names.hierarchy.up(kind.sort, a))
        if (kind.sort, circle) in seen:
            continue
        seen.add((kind.sort, circle))
        phrases = [
            f"“{names.phrase(k.id)}”" for k in ruleset.vocabulary.kinds if k.sort == kind.sort and k.id in circle
        ]
        found.append(
            Diagnostic(
                "E303",
                f"{phrases[0]} is declared as a kind of itself",
                kind.span,
                at="this declaration is part of the circle",
                notes=(f"the circle: {listed(phrases)}",) if len(phrases) > 1 else (),
                help=("leave out one of the words: a kind of ...",),
            )
        )
    return found


def torn_kinds(ruleset: Ruleset) -> list[Diagnostic]:
    """E304: a kind of two kinds that nobody can be of at once can have no member."""
    names = Names(ruleset.vocabulary)
    found: list[Diagnostic] = []
    for kind in ruleset.vocabulary.kinds:
        above = names.hierarchy.up(kind.sort, kind.id)
        for group in ruleset.vocabulary.disjoint:
            apart = [k for k in group if k in above]
            below = any(set(apart) <= names.hierarchy.up(kind.sort, p) for p in kind.parents if p != kind.id)
            if len(apart) > 1 and not below:  # a kind below is torn for the same reason: one message is enough
                said = listed([f"“{names.phrase(k)}”" for k in apart])
                found.append(
                    Diagnostic(
                        "E304",
                        f"“{names.phrase(kind.id)}” can have no member: it is of the kinds {said}",
                        kind.span,
                        at="these kinds are declared disjoint",
                        help=("leave out one of its kinds, or the line: Disjoint: ...",),
                    )
                )
    return found


def unknown_words(ruleset: Ruleset) -> list[Diagnostic]:
    """E201: every word of a norm is declared."""
    names = Names(ruleset.vocabulary)
    by_sort: dict[str, list[str]] = {}
    for sort, kind in names.kinds:
        by_sort.setdefault(sort, []).append(kind)
    known = {
        AGENT: [*by_sort.get(ACTOR, ()), ITSELF, UNNAMED],
        BASE: by_sort.get(ACTOR, []),
        PLACE: by_sort.get(BODY, []),
        SAID: list(names.predicates),
        "thing": by_sort.get(OBJECT, []),
    }
    sets = {part: {*words, ""} for part, words in known.items()}
    found: list[Diagnostic] = []
    for norm in ruleset.norms:
        used = [(word, known[part]) for part, word in terms(norm) if word not in sets[part]]
        acts = [*names.acts, *names.events]
        match norm.effect:
            case Permit(act) | Forbid(act) | GivesNothing(act) if (
                act and act not in names.acts and act not in names.events
            ):
                used.append((act, acts))
            case _:
                pass
        used += [
            (atom.event, list(names.events))
            for part in (norm.subject, norm.condition)
            for atom in atoms(part)
            if isinstance(atom, Happens) and atom.agent != UNNAMED and atom.event not in names.events
        ]
        for word, words in dict(used).items():
            found.append(
                Diagnostic(
                    "E201",
                    f"“{word}” is not declared",
                    norm.span,
                    cite(norm.provision),
                    "I do not know a word of this sentence",
                    help=did_you_mean(word, words),
                )
            )
    return found


def misplaced_predicates(ruleset: Ruleset) -> list[Diagnostic]:
    """E305: what is declared "of an NGO" is said of one who can be an NGO."""
    names = Names(ruleset.vocabulary)
    deemed = deemed_kinds(ruleset, names.hierarchy)
    found: dict[tuple[str, str], Diagnostic] = {}
    for norm in ruleset.norms:
        if norm.via:
            continue  # a carried rule speaks of the one it was carried to, of whom its qualities were not declared
        for predicate_id, kinds in _said_of(norm):
            predicate = names.predicates.get(predicate_id)
            if predicate is None or not predicate.of or (predicate.sort, predicate.of) in deemed:
                continue
            for kind in kinds.get(predicate.sort, ()):
                if not _may_be(names.hierarchy, predicate.sort, kind, predicate.of):
                    found.setdefault((norm.provision, predicate_id), _misplaced(norm, predicate, kind, names))
    return list(found.values())


def _misplaced(norm: Norm, predicate: Predicate, kind: str, names: Names) -> Diagnostic:
    owner = names.phrase(predicate.of)
    return Diagnostic(
        "E305",
        f"“{predicate.phrase}” is said of {owner}, and {names.phrase(kind)} cannot be one",
        norm.span,
        cite(norm.provision),
        "the word does not fit what it is said of",
        help=(f"change the declaration of “{predicate.phrase}”, or the subject of this sentence",),
    )


def _may_be(hierarchy: Hierarchy, sort: str, one: str, other: str) -> bool:
    """Whether an individual of the first kind can be of the second: some declared kind is both."""
    return bool(hierarchy.down(sort, one) & hierarchy.down(sort, other)) and not hierarchy.disjoint(sort, one, other)


def _said_of(norm: Norm) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The predicates of a norm, each with the kinds (by sort) that the individuals have there."""
    alternatives = norm.subject.parts if isinstance(norm.subject, Or) else (norm.subject,)
    conditioned = [a.predicate for a in atoms(norm.condition) if isinstance(a, Has)]
    for one in alternatives:
        kinds: dict[str, list[str]] = {}
        for part in conjuncts(one):
            if isinstance(part, Is):
                kinds.setdefault(part.sort, []).append(part.kind)
        match norm.effect:
            case Permit(_, body, thing) | Forbid(_, body, thing):
                kinds.setdefault(BODY, []).extend([body] * bool(body))
                kinds.setdefault(OBJECT, []).extend([thing] * bool(thing))
            case _:
                pass
        for predicate in dict.fromkeys([*(a.predicate for a in atoms(one) if isinstance(a, Has)), *conditioned]):
            yield predicate, kinds


def unknown_agents(ruleset: Ruleset) -> list[Diagnostic]:
    """E208: an event is done by one of those whom its declaration names, or by those whom a renvoi put there."""
    names = Names(ruleset.vocabulary)
    found: dict[tuple[str, str, str], Diagnostic] = {}
    for norm in ruleset.norms:
        if norm.via:
            continue
        done = [
            (a.event, a.agent) for part in (norm.subject, norm.condition) for a in atoms(part) if isinstance(a, Happens)
        ]
        match norm.effect:
            case Oblige(event, agent):
                done.append((event, agent))
            case DecideBy(_, _, event, agent) | Classify(event, _, agent) if event and agent:
                done.append((event, agent))
            case Permit(act) | Forbid(act):
                done = [d for d in done if d != (act, ITSELF)]  # a power in time: whoever has it is the agent
            case _:
                pass
        for event_id, agent in done:
            declared = names.events.get(event_id)
            if declared is None or agent in (*declared.agents, UNNAMED):
                continue
            by = listed(["the actor" if a == ITSELF else names.phrase(a) for a in declared.agents], "or")
            who = "the actor" if agent == ITSELF else names.phrase(agent)
            found.setdefault(
                (norm.provision, event_id, agent),
                Diagnostic(
                    "E208",
                    f"“{who}” is not declared as one who can “{declared.phrase}”",
                    norm.span,
                    cite(norm.provision),
                    f"the declaration says: by {by}",
                    help=(f"add to the declaration: by {who}",),
                ),
            )
    return list(found.values())
