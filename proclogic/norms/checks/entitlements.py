"""Checks on what a norm asks for: whether anything can fit it at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.checks.deemed import deemed_kinds
from proclogic.norms.conditions import Always, And, Atom, Formula, Happens, Has, Is, Not, Or, ReferredTo
from proclogic.norms.formulas import as_atom, both
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.model import Forbid, Norm, Permit, Ruleset
from proclogic.norms.names import Names, cite
from proclogic.norms.vocabulary import BODY, OBJECT

MOST = 64  # alternatives looked at; a norm with more of them is taken to be satisfiable

Literal = tuple[Atom, bool]


def contradictory(ruleset: Ruleset) -> list[Diagnostic]:
    """W404: a norm whose subject and conditions exclude each other never holds."""
    names = Names(ruleset.vocabulary)
    return [
        Diagnostic(
            "W404",
            f"this norm of {cite(norm.provision)} can never hold",
            norm.span,
            cite(norm.provision),
            "what it asks for excludes itself",
            notes=(f"{_words(one, names)} and {_words(other, names)} cannot both be",),
            help=("change one of them, or say in the vocabulary that they go together",),
        )
        for norm, (one, other) in excluded(ruleset, names.hierarchy)
    ]


def excluded(ruleset: Ruleset, hierarchy: Hierarchy) -> Iterator[tuple[Norm, tuple[Literal, Literal]]]:
    """The norms that ask for what excludes itself, each with two parts of it that cannot both be."""
    deemed = deemed_kinds(ruleset, hierarchy)
    for norm in ruleset.norms:
        if norm.via:
            continue
        choices = _alternatives(both(norm.subject, norm.condition, *_covered(norm)), True)
        if choices is None:
            continue
        clashes = [_clash(choice, hierarchy, deemed) for choice in choices]
        if clashes and clashes[0] is not None and None not in clashes:
            yield norm, clashes[0]


def _covered(norm: Norm) -> list[Formula]:
    match norm.effect:
        case Permit(_, body, thing) | Forbid(_, body, thing):
            return [Is(sort, kind) for sort, kind in ((BODY, body), (OBJECT, thing)) if kind]
        case _:
            return []


def _alternatives(formula: Formula, wanted: bool) -> list[list[Literal]] | None:
    """The ways in which a formula can have a truth value, as lists of literals; None when there are too many."""
    match formula:
        case Always():
            return [[]] if wanted else []
        case Not(part):
            return _alternatives(part, not wanted)
        case And(parts) | Or(parts):
            found = [_alternatives(p, wanted) for p in parts]
            if any(f is None for f in found):
                return None
            if isinstance(formula, And) == wanted:
                joined: list[list[Literal]] = [[]]
                for choices in found:
                    joined = [[*a, *b] for a in joined for b in choices or ()]
                    if len(joined) > MOST:
                        return None
                return joined
            flat = [choice for choices in found for choice in choices or ()]
            return flat if len(flat) <= MOST else None
        case _:
            return [[(as_atom(formula), wanted)]]


def _clash(choice: list[Literal], hierarchy: Hierarchy, deemed: set[tuple[str, str]]) -> tuple[Literal, Literal] | None:
    for one, other in combinations(dict.fromkeys(choice), 2):
        if _exclude(one, other, hierarchy, deemed) or _exclude(other, one, hierarchy, deemed):
            return one, other
    return None


def _exclude(one: Literal, other: Literal, hierarchy: Hierarchy, deemed: set[tuple[str, str]]) -> bool:
    (a, yes), (b, also) = one, other
    if a == b and yes != also:
        return True
    if not (isinstance(a, Is) and isinstance(b, Is) and yes and a.sort == b.sort):
        return False
    if not also:
        return b.kind in hierarchy.up(a.sort, a.kind)
    free = (a.sort, a.kind) in deemed or (b.sort, b.kind) in deemed
    return not free and hierarchy.disjoint(a.sort, a.kind, b.kind)


def _words(literal: Literal, names: Names) -> str:
    atom, holds = literal
    match atom:
        case Is(_, kind):
            said = names.phrase(kind)
        case Has(predicate):
            found = names.predicates.get(predicate)
            said = found.phrase if found else predicate
        case Happens(event, agent):
            declared = names.events.get(event)
            said = f"{names.phrase(agent)} {declared.third if declared else event}"
        case ReferredTo(body):
            said = f"the matter has been referred to {names.phrase(body)}"
        case _:
            said = "what is chosen"
    return f"“{said}”" if holds else f"not “{said}”"
