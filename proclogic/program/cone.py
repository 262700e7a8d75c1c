"""Which norms and atoms a question can depend on: its cone of influence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from proclogic.norms.conditions import Atom, Formula, Happens, Has, Is, Keeps, Not, Or, Reads, ReferredTo
from proclogic.norms.formulas import atoms, both, conjuncts, parts_of, pushed, replaced
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.model import (
    Accord,
    Deem,
    Deny,
    Disapply,
    Forbid,
    GivesNothing,
    Norm,
    Oblige,
    Permit,
    Refer,
    Ruleset,
)
from proclogic.norms.questions import Cell, Individual
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.program.known import Known, Left, can_hold, is_of_place, reduced


def second_choices(ruleset: Ruleset) -> dict[Atom, Atom]:
    """For each dispute with two readings and each bracket with two alternatives: the atom of the second, to that of
    the first."""
    found: dict[Atom, Atom] = {}
    for dispute in ruleset.disputes:
        if len(dispute.readings) == 2:
            first, second = dispute.readings
            found[Reads(dispute.id, second.name)] = Reads(dispute.id, first.name)
    for bracket in ruleset.brackets:
        if len(bracket.alternatives) == 2:
            one, other = bracket.alternatives
            found[Keeps(bracket.id, other.name)] = Keeps(bracket.id, one.name)
    return found


Cone = tuple[tuple[Norm, Formula], ...]


class Index:
    """The norms of the counted layers, indexed by what they do. Built once for a ruleset and a choice of layers."""

    def __init__(self, ruleset: Ruleset, layers: Iterable[str]) -> None:
        counted = set(layers)
        self.ruleset = ruleset
        self.hierarchy = Hierarchy(ruleset.vocabulary)
        self.norms = {n.id: n for n in ruleset.norms if n.layer in counted}
        self.statuses = {p.id for p in ruleset.vocabulary.predicates if p.role == "status"}
        self.sort_of = {p.id: p.sort for p in ruleset.vocabulary.predicates}
        # Of two readings, or two alternatives, the second is the first one's contrary: one open question, not two.
        self.second = second_choices(ruleset)
        self._deemed_bodies: set[str] = set()
        self._requirements: dict[str, Formula] = {}
        self._alone: dict[Atom, bool] = {}
        self._settled: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}
        self._possible: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}
        self.by_act: dict[str, dict[str, list[Norm]]] = defaultdict(lambda: defaultdict(list))  # by act, then body
        self._on_cell: dict[tuple[object, ...], tuple[Norm, ...]] = {}
        self.by_status: dict[str, list[Norm]] = defaultdict(list)
        self.by_deemed: dict[tuple[str, str], list[Norm]] = defaultdict(list)
        self.by_duty: dict[tuple[str, str], list[Norm]] = defaultdict(list)
        self.by_referral: dict[str, list[Norm]] = defaultdict(list)
        self.by_target: dict[str, list[Norm]] = defaultdict(list)
        self.giving_nothing: list[tuple[Norm, GivesNothing]] = []
        for norm in self.norms.values():
            match norm.effect:
                case GivesNothing() as nothing:
                    self.giving_nothing.append((norm, nothing))
                case Permit(act, body) | Forbid(act, body):
                    self.by_act[act][body].append(norm)
                case Accord(status) | Deny(status):
                    self.by_status[status].append(norm)
                case Deem(sort, kind):
                    for above in self.hierarchy.up(sort, kind):
                        self.by_deemed[sort, above].append(norm)
                        if sort == BODY:
                            self._deemed_bodies.add(above)
                case Oblige(event, agent) if norm.strength != "should" and agent != ACTOR:
                    self.by_duty[event, agent].append(norm)
                case Refer(body):
                    self.by_referral[body].append(norm)
                case Disapply(targets):
                    for target in targets:
                        self.by_target[target].append(norm)
                case _:
                    pass

    def requirement(self, norm: Norm) -> Formula:
        """What must hold for the norm to be applicable, coverage of the cell included."""
        known = self._requirements.get(norm.id)
        if known is not None:
            return known
        cover: list[Formula] = []
        if isinstance(norm.effect, Permit | Forbid):
            if norm.effect.body:
                cover.append(Is(BODY, norm.effect.body))
            if norm.effect.object:
                cover.append(Is(OBJECT, norm.effect.object))
        found = pushed(both(norm.subject, *cover, norm.condition, norm.guard))
        if self.second and any(a in self.second for a in atoms(norm.guard)):
            found = pushed(replaced(found, lambda a: Not(self.second[a]) if a in self.second else a))
        self._requirements[norm.id] = found
        return found

    def on_cell(self, cell: Cell) -> tuple[Norm, ...]:
        """The Permits and Forbids that can cover the act at the cell's body and on its object, whoever acts."""
        key = (cell.act, *(p.kinds if p is not None else None for p in (cell.body, cell.object)))
        if key not in self._on_cell:
            self._on_cell[key] = self._covering(cell)
        return self._on_cell[key]

    def _covering(self, cell: Cell) -> tuple[Norm, ...]:
        takes_body = self.hierarchy.takes_body.get(cell.act, False)
        takes_object = self.hierarchy.takes_object.get(cell.act, False)
        found: list[Norm] = []
        for act in sorted(self.hierarchy.covering_acts(cell.act)):
            there = self.by_act[act]
            bodies: Iterable[str] = ("",)
            if takes_body and (cell.body is None or not cell.body.kinds):
                bodies = there
            elif takes_body:
                reach = self.settled(BODY, cell.body) | self.possible(BODY, cell.body) | self._deemed_bodies
                bodies = ("", *(b for b in reach if b in there))
            for body in bodies:
                for norm in there.get(body, ()):
                    effect = norm.effect
                    assert isinstance(effect, Permit | Forbid)
                    if not effect.object or (takes_object and self.can_be(OBJECT, cell.object, effect.object)):
                        found.append(norm)
        return tuple(sorted(found, key=lambda n: n.id))

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
        key = sort, individual.kinds
        if key not in self._settled:
            self._settled[key] = frozenset().union(*(self.hierarchy.up(sort, k) for k in individual.kinds))
        return self._settled[key]

    def possible(self, sort: str, individual: Individual | None) -> frozenset[str]:
        """The further kinds the individual may be of: open questions. A sort nobody named is wholly open."""
        if individual is None or not individual.kinds:
            return frozenset(self.hierarchy.kinds.get(sort, ()))
        key = sort, individual.kinds
        if key not in self._possible:
            self._possible[key] = self._may_be(sort, individual)
        return self._possible[key]

    def _may_be(self, sort: str, individual: Individual) -> frozenset[str]:
        settled = self.settled(sort, individual)
        below = frozenset().union(*(self.hierarchy.down(sort, k) for k in individual.kinds))
        reach = frozenset().union(*(self.hierarchy.up(sort, k) for k in below)) - settled
        return frozenset(k for k in reach if not any(self.hierarchy.disjoint(sort, k, s) for s in settled))

    def fits(self, norm: Norm, cell: Cell) -> bool:
        """Whether the norm's subject can be the cell's individuals at all, judging by kinds alone."""
        return self._fits(norm.subject, cell)

    def _fits(self, formula: Formula, cell: Cell, seen: frozenset[Is] = frozenset()) -> bool:
        for part in conjuncts(formula):
            if isinstance(part, Is) and not self._could_be(part, cell, seen):
                return False
            if isinstance(part, Or) and not any(self._fits(p, cell, seen) for p in part.parts):
                return False
        return True

    def _could_be(self, part: Is, cell: Cell, seen: frozenset[Is]) -> bool:
        """Whether the cell's individual is, may be, or may be deemed to be of a kind, judging by kinds alone."""
        person = {ACTOR: cell.actor, BODY: cell.body, OBJECT: cell.object}[part.sort]
        if person is None or not person.kinds:
            return True
        if part.kind in self.settled(part.sort, person) or part.kind in self.possible(part.sort, person):
            return True
        deeming = () if part in seen else self.by_deemed.get((part.sort, part.kind), ())
        return any(self._fits(n.subject, cell, seen | {part}) for n in deeming)

    def cone(self, start: Iterable[Norm], asked: Iterable[Atom] = (), known: Known | None = None) -> Cone:
        """The norms that can bear on the start norms or on the atoms asked for, with what each requires, sorted by id.

        With `known`, requirements are reduced to what it leaves open, and norms that cannot apply are left out; so are
        statuses that nothing here can give. What is asked for is never ruled out: it may be given as well."""
        first, wanted = list(start), list(asked)
        found = self._closure(first, wanted, known)
        if known is not None and known.rule_out(self._out_of_reach(found, known).difference(wanted)):
            found = self._closure(first, wanted, known)
        return tuple(found[i] for i in sorted(found))

    def _closure(self, start: list[Norm], asked: list[Atom], known: Known | None) -> dict[str, tuple[Norm, Formula]]:
        seen: dict[str, tuple[Norm, Formula] | None] = {}
        todo = list(start)
        for atom in asked:
            todo.extend(self.behind(atom))
        while todo:
            norm = todo.pop()
            if norm.id in seen:
                continue
            needs, behind, _ = self._left_of(norm, known)
            if needs is None:
                seen[norm.id] = None
                continue
            seen[norm.id] = norm, needs
            todo.extend(n for n in behind if n.id not in seen)
        return {i: found for i, found in seen.items() if found is not None}

    def _left_of(self, norm: Norm, known: Known | None) -> Left:
        if known is None:
            return self._resting(norm, self.requirement(norm))
        if norm.id not in known.left:
            known.left[norm.id] = self._look(norm, known)
        return known.left[norm.id]

    def _look(self, norm: Norm, known: Known) -> Left:
        if known.wider is None:
            return self._resting(norm, reduced(self.requirement(norm), known))
        wide = self._left_of(norm, known.wider)
        if wide[0] is None or not known.adds_to(wide):
            return wide
        return self._resting(norm, reduced(wide[0], known))

    def _resting(self, norm: Norm, needs: Formula | None) -> Left:
        if needs is None:
            return None, (), False
        on = tuple(atoms(needs))
        found = {n.id: n for atom in on for n in self.behind(atom)}
        found.update((n.id, n) for n in self.by_target.get(norm.id, ()))
        return needs, tuple(found.values()), any(map(is_of_place, on))

    def can_apply(self, norm: Norm, known: Known) -> bool:
        """Whether what is known leaves the norm room."""
        return self._left_of(norm, known)[0] is not None

    def _out_of_reach(self, cone: dict[str, tuple[Norm, Formula]], known: Known) -> set[Atom]:
        """The derived atoms that no norm of the cone can bring about, however the open questions are answered."""
        derived = {a for _, needs in cone.values() for a in atoms(needs) if self._is_derived(a, known)}
        if not derived:
            return set()
        reached: set[Atom] = set()
        waiting = [(n, needs) for n, needs in cone.values() if isinstance(n.effect, Accord | Deem | Refer)]
        grew = True
        while grew:
            grew = False
            for norm, needs in list(waiting):
                if can_hold(needs, derived - reached):
                    waiting.remove((norm, needs))
                    reached.update(self._gives(norm))
                    grew = True
        return derived - reached

    def is_of_actor_alone(self, atom: Atom) -> bool:
        """Whether nothing that the atom rests on looks at the body or the object."""
        if atom not in self._alone:
            cone = self._closure([], [atom], None)
            every = [a for _, needs in cone.values() for a in atoms(needs)]
            self._alone[atom] = all(self._sort(a) == ACTOR for a in (*every, atom))
        return self._alone[atom]

    def _sort(self, atom: Atom) -> str:
        match atom:
            case Is(sort, _):
                return sort
            case Has(predicate):
                return self.sort_of.get(predicate, ACTOR)
            case _:
                return ACTOR

    def _is_derived(self, atom: Atom, known: Known) -> bool:
        match atom:
            case Has(predicate):
                return predicate in self.statuses
            case ReferredTo():
                return True
            case Is():
                return known.only_deemed(atom)
            case _:
                return False

    def _gives(self, norm: Norm) -> list[Atom]:
        match norm.effect:
            case Accord(status):
                return [Has(status)]
            case Deem(sort, kind):
                return [Is(sort, k) for k in self.hierarchy.up(sort, kind)]
            case Refer(body):
                return [ReferredTo(body)]
            case _:
                return []

    def behind(self, atom: Atom) -> list[Norm]:
        """The norms from which the atom can be derived, and for a move the referrals to its agent: it may be pending
        there."""
        if isinstance(atom, Happens):
            return [*self.deriving(atom), *self.by_referral.get(atom.agent, [])]
        return self.deriving(atom)

    def deriving(self, atom: Atom) -> list[Norm]:
        """The norms from which the atom can be derived."""
        match atom:
            case Has(predicate) if predicate in self.statuses:
                return self.by_status.get(predicate, [])
            case Is(sort, kind):
                return self.by_deemed.get((sort, kind), [])
            case Happens(event, agent, count, _) if count is None:
                return self.by_duty.get((event, agent), [])
            case ReferredTo(body):
                return self.by_referral.get(body, [])
            case _:
                return []

    def start(self, cell: Cell) -> tuple[list[Norm], list[Atom]]:
        """Where the cone of a cell begins: norms on the act, or the atom asked."""
        if cell.holds is not None:
            return [], list(atoms(cell.holds))
        return list(self.on_cell(cell)), []


def turns_back(index: Index, cone: Cone) -> bool:
    """Whether norms of the cone can bear on themselves with one undoing another on the way: only then can there be a
    circle."""
    present = {n.id for n, _ in cone}
    rests_on = {
        n.id: [m.id for a in atoms(needs) for m in index.deriving(a) if m.id in present]
        + [m.id for m in index.by_target.get(n.id, ()) if m.id in present]
        for n, needs in cone
    }
    for norm, _ in cone:
        for loser in norm.prevails:
            if loser in present:
                rests_on[loser].append(norm.id)
    waiting = {i: len(set(on)) for i, on in rests_on.items()}
    followers: dict[str, list[str]] = defaultdict(list)
    for i, on in rests_on.items():
        for other in set(on):
            followers[other].append(i)
    ready = [i for i, count in waiting.items() if not count]
    done = 0
    while ready:
        done += 1
        for follower in followers[ready.pop()]:
            waiting[follower] -= 1
            if not waiting[follower]:
                ready.append(follower)
    if done == len(rests_on):
        return False
    left = {i for i, count in waiting.items() if count}
    if any(loser in left for n, _ in cone if n.id in left for loser in n.prevails):
        return True
    if any(m.id in left for i in left for m in index.by_target.get(i, ())):
        return True
    return any(
        isinstance(part, Not) and any(m.id in left for a in atoms(part) for m in index.deriving(a))
        for n, needs in cone
        if n.id in left
        for part in parts_of(needs)
    ) or any(isinstance(index.norms[i].effect, Deny) for i in left)
