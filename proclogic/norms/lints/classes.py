"""Lints on classes: exceptions and conditions that change nothing, classes that are named twice or never let in."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.checks.deemed import deemed_kinds
from proclogic.norms.conditions import Formula, Has, Is, Not, Or
from proclogic.norms.formulas import conjuncts
from proclogic.norms.lints.drafted import Drafted, finding, once
from proclogic.norms.model import Accord, GivesNothing, Norm
from proclogic.norms.names import cite
from proclogic.norms.vocabulary import ACTOR


def _classes(norm: Norm) -> list[list[Formula]]:
    """The classes of whom a norm speaks, each as what must hold of one of them."""
    parts = norm.subject.parts if isinstance(norm.subject, Or) else (norm.subject,)
    return [list(conjuncts(part)) for part in parts]


def _kinds(parts: list[Formula], sort: str) -> list[str]:
    return [p.kind for p in parts if isinstance(p, Is) and p.sort == sort]


def exceptions_that_take_out_nobody(text: Drafted) -> list[Diagnostic]:
    """W561: an exception for a class of which nobody can be whom the rule speaks of."""
    deemed = deemed_kinds(text.ruleset, text.names.hierarchy)
    found: list[Diagnostic] = []
    for norm in text.norms:
        classes = _classes(norm)
        for out in _taken_out(norm):
            if (out.sort, out.kind) in deemed or not any(_kinds(c, out.sort) for c in classes):
                continue
            if all(_apart(text, c, out, deemed) for c in classes):
                found.append(
                    finding(
                        "W561",
                        norm,
                        f"the exception for {text.names.phrase(out.kind)} takes out nobody: the rule is of others only",
                        "no such one is in the class",
                        "leave the exception out, or see whether the rule should speak of a wider class",
                    )
                )
    return once(found)


def _taken_out(norm: Norm) -> Iterator[Is]:
    for part in conjuncts(norm.condition):
        if isinstance(part, Not):
            inner = part.part.parts if isinstance(part.part, Or) else (part.part,)
            yield from (p for p in inner if isinstance(p, Is))


def _apart(text: Drafted, parts: list[Formula], out: Is, deemed: set[tuple[str, str]]) -> bool:
    return any(
        (out.sort, kind) not in deemed and text.names.hierarchy.disjoint(out.sort, kind, out.kind)
        for kind in _kinds(parts, out.sort)
    )


def conditions_that_always_hold(text: Drafted) -> list[Diagnostic]:
    """W562: a rule on one class asks that they are of a class to which they all belong."""
    found: list[Diagnostic] = []
    for norm in text.norms:
        for part in conjuncts(norm.condition):
            if isinstance(part, Is) and all(
                any(part.kind in text.names.hierarchy.up(part.sort, k) for k in _kinds(c, part.sort))
                for c in _classes(norm)
            ):
                found.append(
                    finding(
                        "W562",
                        norm,
                        f"whoever this rule speaks of is {text.names.phrase(part.kind)} in any case",
                        "this condition always holds",
                        "leave it out, or see whether another one was meant",
                    )
                )
    return once(found)


def classes_named_beside_wider_ones(text: Drafted) -> list[Diagnostic]:
    """W563: a rule that gives or takes names a class beside one, named without more words, to which all of it belong.
    What is said for certainty only (nothing in this provision lets ...) may be said twice."""
    found: list[Diagnostic] = []
    for norm in text.norms:
        if isinstance(norm.effect, GivesNothing):
            continue
        bare = [c[0] for c in _classes(norm) if len(c) == 1]
        for parts in _classes(norm):
            for wide in (b for b in bare if isinstance(b, Is)):
                inside = [
                    k for k in _kinds(parts, wide.sort) if k != wide.kind and wide.kind in _up(text, wide.sort, k)
                ]
                if inside:
                    one, other = text.names.phrase(inside[0]), text.names.phrase(wide.kind)
                    found.append(
                        finding(
                            "W563",
                            norm,
                            f"{one} is {other} already, so naming it beside {other} adds nothing",
                            "a reader will look for a difference between the two",
                            "name the wider class only, or say what holds of the narrower one apart",
                        )
                    )
    return once(found)


def _up(text: Drafted, sort: str, kind: str) -> frozenset[str]:
    return text.names.hierarchy.up(sort, kind)


def rights_of_those_whom_nothing_lets_in(text: Drafted) -> list[Diagnostic]:
    """W564: a rule speaks of a class with a status; rules give the status, none of them to that class."""
    deemed = deemed_kinds(text.ruleset, text.names.hierarchy)
    given: dict[str, list[Norm]] = {}
    for norm in text.ruleset.norms:
        if isinstance(norm.effect, Accord):
            given.setdefault(norm.effect.status, []).append(norm)
    found: list[Diagnostic] = []
    for norm in text.norms:
        for parts in _classes(norm):
            kinds = _kinds(parts, ACTOR)
            for status in (p.predicate for p in parts if isinstance(p, Has) and p.predicate in given):
                ways = [c for g in given[status] if g.about == ACTOR for c in _classes(g)]
                if kinds and ways and not any(_can_be(text, kinds, way, deemed) for way in ways):
                    one = text.names.phrase(kinds[0])
                    phrase = text.names.predicates[status].phrase
                    found.append(
                        finding(
                            "W564",
                            norm,
                            f"{one} can never have “{phrase}”: every rule that gives it speaks of others",
                            "this is said of nobody",
                            f"write how {one} comes to have it, or leave the class out here",
                            notes=[f"it is given by {cite(given[status][0].provision)}"],
                        )
                    )
    return once(found)


def _can_be(text: Drafted, kinds: list[str], way: list[Formula], deemed: set[tuple[str, str]]) -> bool:
    for kind in kinds:
        for part in way:
            free = isinstance(part, Is) and bool({(part.sort, part.kind), (ACTOR, kind)} & deemed)
            if isinstance(part, Is) and not free and text.names.hierarchy.disjoint(ACTOR, kind, part.kind):
                return False
            if isinstance(part, Not) and isinstance(part.part, Is) and part.part.kind in _up(text, ACTOR, kind):
                return False
    return True
