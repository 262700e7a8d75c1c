"""Rule numbers become the ids of the norms they name."""

from __future__ import annotations

from collections import defaultdict

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean
from proclogic.norms.drafts import Draft
from proclogic.norms.model import LAYERS, Disapply, Norm, Prevail
from proclogic.norms.names import cite
from proclogic.norms.numbers import Numbering
from proclogic.syntax.tree import RuleRef


def missing(drafts: list[Draft], numbering: Numbering) -> list[Diagnostic]:
    """A fault for each reference that names no provision (or no layer), once for each place where it is written."""
    found: dict[tuple[RuleRef, int, str], Diagnostic] = {}
    for draft in drafts:
        norm = draft.norm
        for reference in draft.references:
            place, key = cite(norm.provision), (reference, reference.span.start, norm.span.source)
            if reference.layer and reference.layer not in LAYERS:
                found[key] = Diagnostic(
                    "E112",
                    f"“{reference.layer}” is not a layer",
                    reference.span if reference.span.source else norm.span,
                    place,
                    "I do not know this layer",
                    help=did_you_mean(reference.layer, LAYERS),
                )
            elif not numbering.named(reference):
                found.setdefault(key, numbering.fault(reference, place, norm.span))
    return list(found.values())


def resolved(drafts: list[Draft], numbering: Numbering) -> tuple[Norm, ...]:
    """The norms of the drafts, with every reference looked up."""
    table = _Table(drafts, numbering)
    return tuple(_norm(d, table) for d in drafts)


class _Table:
    """Which norms a reference means.

    In a rule that was carried to a body, a reference means the rules as carried to that body, and where one of them was
    not carried, that rule itself. In a rule that was not carried, it means the rules in all their applications.
    """

    def __init__(self, drafts: list[Draft], numbering: Numbering) -> None:
        self._numbering = numbering
        self._at: dict[str, list[Draft]] = defaultdict(list)
        self._in: dict[str, list[Draft]] = defaultdict(list)
        for draft in drafts:
            self._at[draft.norm.provision].append(draft)
            self._in[draft.norm.layer].append(draft)
        self._forms: dict[str, set[frozenset[tuple[str, str]]]] = defaultdict(set)
        for draft in drafts:
            self._forms[draft.origin or draft.norm.id].add(draft.instance)
        self._copied = any(d.instance for d in drafts)
        self._known: dict[tuple[RuleRef, ...], tuple[str, ...]] = {}

    def ids(self, draft: Draft, references: tuple[RuleRef, ...]) -> tuple[str, ...]:
        """The ids that the references in a draft name, in order; never its own."""
        if not references:
            return ()
        if self._copied:
            found = dict.fromkeys(d.norm.id for d in self._named(references) if self._meant(draft, d))
            return tuple(n for n in found if n != draft.norm.id)
        if references not in self._known:
            self._known[references] = tuple(dict.fromkeys(d.norm.id for d in self._named(references)))
        known = self._known[references]
        return tuple(n for n in known if n != draft.norm.id) if draft.norm.id in known else known

    def _named(self, references: tuple[RuleRef, ...]) -> list[Draft]:
        found: list[Draft] = []
        for reference in references:
            if reference.layer:
                found += self._in[reference.layer]
            else:
                for number in self._numbering.named(reference):
                    found += self._at[number]
        return found

    def _meant(self, speaker: Draft, named: Draft) -> bool:
        return self._closest(speaker, named) or self._closest(named, speaker)

    def _closest(self, one: Draft, other: Draft) -> bool:
        """Whether of all forms of a rule this one was carried farthest on the way on which the other was."""
        forms = self._forms[one.origin or one.norm.id]
        return one.instance <= other.instance and not any(one.instance < f <= other.instance for f in forms)


def _norm(draft: Draft, table: _Table) -> Norm:
    norm, effect = draft.norm, draft.norm.effect
    match effect:
        case Disapply():
            effect = Disapply(table.ids(draft, draft.targets))
        case Prevail():
            effect = Prevail(_side(draft, draft.targets, table), _side(draft, draft.losers, table))
        case _:
            if not (draft.notwithstanding or draft.subject_to or draft.without_prejudice):
                return norm
    return norm.replace(
        effect=effect,
        notwithstanding=table.ids(draft, draft.notwithstanding),
        subject_to=table.ids(draft, draft.subject_to),
        without_prejudice=table.ids(draft, draft.without_prejudice),
    )


def _side(draft: Draft, references: tuple[RuleRef, ...], table: _Table) -> tuple[str, ...]:
    layers = tuple(r.layer for r in references if r.layer)
    return (*layers, *table.ids(draft, tuple(r for r in references if not r.layer)))
