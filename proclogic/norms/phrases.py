"""Noun phrases and act phrases as conditions and effects."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import ALWAYS, Atom, Formula, Is
from proclogic.norms.formulas import both, either, opposite, replaced
from proclogic.norms.names import Names, cite
from proclogic.norms.vocabulary import ACTOR
from proclogic.sources import Span
from proclogic.syntax.tree import ActPhrase, Clause, NounPhrase
from proclogic.values import Value


class Site(Value):
    """Where a sentence stands: in which provision, and which characters of the file."""

    provision: str
    span: Span

    def fault(
        self, code: str, message: str, at: str = "", *, span: Span | None = None, help: tuple[str, ...] = ()
    ) -> Diagnostic:
        """A diagnostic at this place, or at a narrower one of it."""
        where = span if span is not None and span.source else self.span
        return Diagnostic(code, message, where, cite(self.provision), at, help=help)


def qualifiers(phrase: NounPhrase) -> Formula:
    """What the adjectives and the words after the noun say."""
    return both(*phrase.before, *phrase.after)


def described(phrase: NounPhrase) -> Formula:
    """The whole phrase as a condition: "an NGO with observer status" is Is(actor, ngo) and Has(observer status)."""
    return both(Is(phrase.sort, phrase.kind), qualifiers(phrase))


def any_of(phrases: Iterable[NounPhrase]) -> Formula:
    """The condition that one of the phrases fits; always true when there are none."""
    parts = [described(p) for p in phrases]
    return either(*parts) if parts else ALWAYS


def of_sort(phrase: NounPhrase, sort: str, names: Names) -> NounPhrase | None:
    """The phrase as one about another sort: the Conference as a place and as the one who decides have the same name."""
    if phrase.sort == sort:
        return phrase
    if names.kind(sort, phrase.kind) is None:
        return None

    def move(atom: Atom) -> Formula:
        return Is(sort, atom.kind) if isinstance(atom, Is) and atom.sort == phrase.sort else atom

    return phrase.replace(
        sort=sort,
        before=tuple(replaced(q, move) for q in phrase.before),
        after=tuple(replaced(q, move) for q in phrase.after),
    )


def subjects_of_sort(
    phrases: tuple[NounPhrase, ...], sort: str, names: Names, site: Site, what: str, faults: list[Diagnostic]
) -> tuple[NounPhrase, ...] | None:
    """The subjects as ones of a sort, or None, with a fault for each that is not."""
    found: list[NounPhrase] = []
    for phrase in phrases:
        moved = of_sort(phrase, sort, names)
        if moved is None:
            faults.append(
                site.fault(
                    "E205",
                    f"“{names.phrase(phrase.kind)}” is not {_SORT[sort]}, and only {_SORT[sort]} {what}",
                    f"this is {_SORT.get(phrase.sort, phrase.sort)}",
                    span=phrase.span,
                )
            )
        else:
            found.append(moved)
    return tuple(found) if len(found) == len(phrases) else None


_SORT = {ACTOR: "an actor", "body": "a body or a meeting", "object": "an object"}


class Target(Value):
    """What an act is done to and where: one body or none, one object or none, and what is said of them."""

    act: str
    body: str
    object: str
    condition: Formula


def targets(acts: tuple[ActPhrase, ...]) -> list[Target]:
    """One entry for each act and each of its bodies."""
    found: list[Target] = []
    for phrase in acts:
        kind = phrase.object.kind if phrase.object else ""
        said = qualifiers(phrase.object) if phrase.object else ALWAYS
        for body in phrase.bodies or (None,):
            where = both(qualifiers(body), said) if body else said
            found.append(Target(phrase.act, body.kind if body else "", kind, where))
    return found


def conditions(clauses: tuple[Clause, ...]) -> Formula:
    """What the if, unless and except clauses add, in their order."""
    parts: list[Formula] = []
    for clause in clauses:
        match clause.word:
            case "if":
                parts.append(clause.condition)
            case "unless":
                parts.append(opposite(clause.condition))
            case "except for":
                parts.append(opposite(any_of(clause.nouns)))
            case _:
                pass
    return both(*parts)
