"""Which norms and atoms a question can depend on: its cone of influence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from proclogic.norms.formulas import atoms, both, conjuncts, pushed
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.model import (
    ACTOR,
    BODY,
    OBJECT,
    SORTS,
    Accord,
    Atom,
    Cell,
    Deem,
    Deny,
    Disapply,
    Forbid,
    Formula,
    Happens,
    Has,
    Individual,
    Is,
    Norm,
    Oblige,
    Or,
    Permit,
    Refer,
    ReferredTo,
    Ruleset,
)


class Index:
    """The norms of the counted layers, indexed by what they do. Built once for a ruleset and a choice of layers."""

    def __init__(self, ruleset: Ruleset, layers: Iterable[str]) -> None:
        counted = set(layers)
        self.ruleset = ruleset
        self.hierarchy = Hierarchy(ruleset.vocabulary)
        self.norms = {n.id: n for n in ruleset.norms if n.layer in counted}
        self.statuses = {p.id for p in ruleset.vocabulary.predicates if p.role == "status"}
        self.sort_of = {p.id: p.sort for p in ruleset.vocabulary.predicates}
        self.by_act: dict[str, list[Norm]] = defaultdict(list)
        self.by_status: dict[str, list[Norm]] = defaultdict(list)
        self.by_deemed: dict[tuple[str, str], list[Norm]] = defaultdict(list)
        self.by_duty: dict[tuple[str, str], list[Norm]] = defaultdict(list)
        self.by_referral: dict[str, list[Norm]] = defaultdict(list)
        self.by_trigger: dict[tuple[str, str], list[Norm]] = defaultdict(list)  # referrals, by what sets them off
        self.by_target: dict[str, list[Norm]] = defaultdict(list)
        for norm in self.norms.values():
            match norm.effect:
                case Permit(act) | Forbid(act):
                    self.by_act[act].append(norm)
                case Accord(status) | Deny(status):
                    self.by_status[status].append(norm)
                case Deem(sort, kind):
                    for above in self.hierarchy.up(sort, kind):
                        self.by_deemed[sort, above].append(norm)
                case Oblige(event, agent) if norm.strength != "should":
                    self.by_duty[event, agent].append(norm)
                case Refer(body):
                    self.by_referral[body].append(norm)
                    for atom in atoms(self.requirement(norm)):
                        if isinstance(atom, Happens):
                            self.by_trigger[atom.event, atom.agent].append(norm)
                case Disapply(targets):
                    for target in targets:
                        self.by_target[target].append(norm)
                case _:
                    pass

    def requirement(self, norm: Norm) -> Formula:
        """What must hold for the norm to be applicable, coverage of the cell included."""
        cover: list[Formula] = []
        if isinstance(norm.effect, Permit | Forbid):
            if norm.effect.body:
                cover.append(Is(BODY, norm.effect.body))
            if norm.effect.object:
                cover.append(Is(OBJECT, norm.effect.object))
        return pushed(both(norm.subject, *cover, norm.condition, norm.guard))

    def on_cell(self, cell: Cell) -> list[Norm]:
        """The Permits and Forbids that can cover the act at the cell's body and on its object, whoever acts."""
        takes_body = self.hierarchy.takes_body.get(cell.act, False)
        takes_object = self.hierarchy.takes_object.get(cell.act, False)
        found = []
        for act in sorted(self.hierarchy.covering_acts(cell.act)):
            for norm in self.by_act[act]:
                effect = norm.effect
                assert isinstance(effect, Permit | Forbid)
                if effect.body and not (takes_body and self.can_be(BODY, cell.body, effect.body)):
                    continue
                if effect.object and not (takes_object and self.can_be(OBJECT, cell.object, effect.object)):
                    continue
                found.append(norm)
        return found

    def can_be(self, sort: str, individual: Individual | None, kind: str) -> bool:
        """Whether the individual is, or may turn out to be, or may be deemed to be, of the kind."""
        if individual is None or not individual.kinds:
            return True
        if self.by_deemed.get((sort, kind)):
            return True
        return kind in self.settled(sort, individual) or kind in self.possible(sort, individual)

    def settled(self, sort: str, individual: Individual | None) -> frozenset[str]:
        """The kinds the individual certainly is of."""
        if individual is None:
            return frozenset()
        return frozenset().union(*(self.hierarchy.up(sort, k) for k in individual.kinds))

    def possible(self, sort: str, individual: Individual | None) -> frozenset[str]:
        """The further kinds the individual may be of: open questions. A sort nobody named is wholly open."""
        if individual is None or not individual.kinds:
            return frozenset(self.hierarchy.kinds.get(sort, ()))
        settled = self.settled(sort, individual)
        below = frozenset().union(*(self.hierarchy.down(sort, k) for k in individual.kinds))
        reach = frozenset().union(*(self.hierarchy.up(sort, k) for k in below)) - settled
        return frozenset(k for k in reach if not any(self.hierarchy.disjoint(sort, k, s) for s in settled))

    def fits(self, norm: Norm, cell: Cell) -> bool:
        """Whether the norm's subject can be the cell's individuals at all, judging by kinds alone."""
        return self._fits(norm.subject, cell)

    def _fits(self, formula: Formula, cell: Cell) -> bool:
        people = {ACTOR: cell.actor, BODY: cell.body, OBJECT: cell.object}
        for part in conjuncts(formula):
            if isinstance(part, Is) and not self.can_be(part.sort, people[part.sort], part.kind):
                return False
            if isinstance(part, Or) and not any(self._fits(p, cell) for p in part.parts):
                return False
        return True

    def cone(self, start: Iterable[Norm], asked: Iterable[Atom] = ()) -> tuple[Norm, ...]:
        """The norms that can bear on the start norms or on the atoms asked for, sorted by id."""
        seen: dict[str, Norm] = {}
        todo = list(start)
        for atom in asked:
            todo.extend(self._behind(atom))
        while todo:
            norm = todo.pop()
            if norm.id in seen:
                continue
            seen[norm.id] = norm
            for atom in atoms(self.requirement(norm)):
                todo.extend(n for n in self._behind(atom) if n.id not in seen)
            todo.extend(self.by_target.get(norm.id, ()))
        return tuple(seen[i] for i in sorted(seen))

    def _behind(self, atom: Atom) -> list[Norm]:
        match atom:
            case Has(predicate) if predicate in self.statuses:
                return self.by_status.get(predicate, [])
            case Is(sort, kind):
                return self.by_deemed.get((sort, kind), [])
            case Happens(event, agent, count, _):
                duties = self.by_duty.get((event, agent), []) if count is None else []
                return [*duties, *self.by_trigger.get((event, agent), [])]
            case ReferredTo(body):
                return self.by_referral.get(body, [])
            case _:
                return []

    def start(self, cell: Cell) -> tuple[list[Norm], list[Atom]]:
        """Where the cone of a cell begins: norms on the act, or the atom asked."""
        if cell.holds is not None:
            return [], list(atoms(cell.holds))
        return self.on_cell(cell), []


def sorts_of(cell: Cell) -> dict[str, Individual | None]:
    """The individuals of a cell by sort."""
    return dict(zip(SORTS, (cell.actor, cell.body, cell.object), strict=True))
