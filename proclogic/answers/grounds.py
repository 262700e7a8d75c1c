"""Which provisions carry an answer: the derivation in a world, traced back through the norms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from proclogic.engine.session import Posed, Session
from proclogic.norms.conditions import Always, And, Atom, Formula, Happens, Has, Is, Not, Or, ReferredTo
from proclogic.norms.formulas import as_atom, atoms
from proclogic.norms.model import STRENGTHS, Accord, Deem, Deny, Forbid, GivesNothing, Norm, Oblige, Permit, Refer
from proclogic.norms.questions import Cell
from proclogic.program.known import sorts_of


class Trace:
    """The derivation of one world. `norms` carry it, in the order met; `presumed` are the duties relied on."""

    def __init__(self, session: Session, posed: Posed, world: Sequence[int]) -> None:
        self.session = session
        self.index = session.index
        self.posed = posed
        self.norms: dict[str, Norm] = {}
        self.presumed: dict[Atom, Norm] = {}
        self._seen: set[Formula] = set()
        self.literals = frozenset(world)
        found = session.derived(posed, world)
        self.fits = found.fits
        self.effective = found.effective
        self.true = found.true
        self.answered = found.answered

    def holds(self, formula: Formula) -> bool:
        """Whether the formula holds in the world."""
        match formula:
            case Always():
                return True
            case And(parts):
                return all(self.holds(p) for p in parts)
            case Or(parts):
                return any(self.holds(p) for p in parts)
            case Not(part):
                return not self.holds(part)
            case Is(sort, kind) if formula not in self.true and formula not in self.answered:
                return kind in self.index.settled(sort, sorts_of(self.posed.cell)[sort])
            case _:
                known = self.posed.known.get(as_atom(formula))
                return known if known is not None else formula in self.true or formula in self.answered

    def entitled(self) -> None:
        """Traces what grants the cell, and the prohibitions that an act or a presumption keeps off."""
        cell = self.posed.cell
        if cell.holds is not None and cell.by:  # only what these provisions confer counts, whatever else is so
            for norm in (n for atom in atoms(cell.holds) for n in self.index.deriving(atom)):
                if norm.provision in cell.by and norm.id in self.effective and not isinstance(norm.effect, Deny):
                    self._norm(norm)
        elif cell.holds is not None:
            self._true(cell.holds)
        else:
            for norm in self.posed.ground.program.norms:
                if isinstance(norm.effect, Permit) and norm.id in self.effective and self._counts(norm):
                    self._norm(norm)

    def _counts(self, norm: Norm) -> bool:
        return norm in self.index.on_cell(self.posed.cell) and (
            not self.posed.cell.by or norm.provision in self.posed.cell.by
        )

    def kept_off(self, relied_on: Iterable[Atom]) -> None:
        """Adds the norms against the right that would bite but for these atoms: a prohibition "unless the President
        calls on it"."""
        reasons = set(relied_on) | {a for a in self.true if isinstance(a, Happens) and a not in self.answered}
        for norm in self.posed.ground.program.norms:
            if norm.id in self.effective or norm.id in self.norms or not self.index.fits(norm, self.posed.cell):
                continue
            if not isinstance(norm.effect, Forbid | Deny) or not self.holds(norm.subject):
                continue
            if reasons.intersection(atoms(norm.condition)):
                self.norms[norm.id] = norm
                self._true(norm.condition if self.holds(norm.condition) else Not(norm.condition))

    def forbidden(self) -> None:
        """Traces what forbids the cell."""
        asked = self.posed.cell.holds
        for norm in self.posed.ground.program.norms:
            barred = isinstance(norm.effect, Forbid) or (
                isinstance(norm.effect, Deny) and asked is not None and Has(norm.effect.status) in set(atoms(asked))
            )
            if barred and norm.id in self.effective:
                self._norm(norm)

    def _norm(self, norm: Norm) -> None:
        if norm.id not in self.norms:
            self.norms[norm.id] = norm
            self._true(self.index.requirement(norm))

    def _true(self, formula: Formula) -> None:
        if formula in self._seen:
            return
        self._seen.add(formula)
        match formula:
            case And(parts):
                for part in parts:
                    self._true(part)
            case Or(parts):
                held = next((p for p in parts if self.holds(p)), None)
                if held is not None:
                    self._true(held)
            case Not(Not(inner)):
                self._true(inner)
            case Not(And(parts)):
                false = next((p for p in parts if not self.holds(p)), None)
                if false is not None:
                    self._true(Not(false))
            case Not(Or(parts)):
                for part in parts:
                    self._true(Not(part))
            case Not(Has(predicate)):
                self._taken_away(predicate)
            case Is() | Has() | Happens() | ReferredTo():
                self._atom(formula)
            case _:
                pass

    def _taken_away(self, status: str) -> None:
        """Adds the norms that take a status, and those that would give it but for an act that was done ("unless the
        Conference decides otherwise")."""
        for norm in self.index.by_status.get(status, ()):
            if isinstance(norm.effect, Deny):
                if norm.id in self.effective:
                    self._norm(norm)
            elif norm.id not in self.effective and self.index.fits(norm, self.posed.cell) and self.holds(norm.subject):
                done = {a for a in atoms(norm.condition) if isinstance(a, Happens) and self.holds(a)}
                if done and not self.holds(norm.condition):
                    self.norms[norm.id] = norm

    def _atom(self, atom: Atom) -> None:
        for norm in self.index.behind(atom):
            if norm.id not in self.effective:
                continue
            match norm.effect:
                case Accord(status) if atom == Has(status):
                    self._norm(norm)
                case Deem() if isinstance(atom, Is) and atom not in self.answered:
                    self._norm(norm)
                case Refer(body) if atom == ReferredTo(body):
                    self._norm(norm)
                case Oblige() if isinstance(atom, Happens) and atom not in self.answered:
                    self.presumed[atom] = norm
                    self._norm(norm)
                case _:
                    pass

    def strength(self) -> tuple[str, str]:
        """The weakest words among the grants and accords on the path, with their provision."""
        found = [
            (STRENGTHS.index(n.strength), n)
            for n in self.norms.values()
            if isinstance(n.effect, Permit | Accord) and n.strength in STRENGTHS
        ]
        if not found:
            return "", ""
        worst = max(found, key=lambda f: f[0])[1]
        return worst.strength, worst.provision


def missing(session: Session, cell: Cell, given: Mapping[Atom, bool]) -> tuple[dict[str, Norm], dict[str, Norm]]:
    """The norms to name when nothing grants the cell: those that a reader would look at for this actor (what says
    so, what was not met), and those that grant it to others."""
    index = session.index
    known = session.known(cell, given)
    near: dict[str, Norm] = {}
    others: dict[str, Norm] = {}
    for norm, effect in index.giving_nothing:
        if _speaks_of(session, norm, effect, cell) and index.fits(norm, cell):
            near[norm.id] = norm
    if cell.holds is not None:
        wanted = set(atoms(cell.holds))
        for norm in index.norms.values():
            named = not cell.by or norm.provision in cell.by
            if named and isinstance(norm.effect, Accord) and Has(norm.effect.status) in wanted:
                near[norm.id] = norm
        return near, others
    for act in sorted(index.hierarchy.covering_acts(cell.act)):
        for norm in (n for there in index.by_act[act].values() for n in there):
            if not isinstance(norm.effect, Permit) or not _near(session, norm.effect, cell):
                continue
            if not index.can_apply(norm, known):
                (near if index.fits(norm, cell) else others)[norm.id] = norm
                continue
            near[norm.id] = norm
            near.update({d.id: d for d in index.by_target.get(norm.id, ()) if index.can_apply(d, known)})
            for atom in atoms(norm.subject):
                for behind in index.by_status.get(getattr(atom, "predicate", ""), ()):
                    if atom not in given and index.can_apply(behind, known):
                        near[behind.id] = behind
    return near, others


def _near(session: Session, effect: Permit, cell: Cell) -> bool:
    """Whether the grant is of this act in this body, or in the body it belongs to: the grant a reader would think
    of."""
    body = cell.body
    if not effect.body or body is None or not body.kinds:
        return True
    index = session.index
    if index.can_be("body", body, effect.body):
        return True
    owner = {k.id: k.of for k in session.ruleset.vocabulary.kinds if k.sort == "body"}
    above = {owner.get(k, "") for k in body.kinds} - {""}
    return any(a == effect.body or a in index.hierarchy.up("body", effect.body) for a in above)


def _speaks_of(session: Session, norm: Norm, effect: GivesNothing, cell: Cell) -> bool:
    index = session.index
    if isinstance(cell.holds, Has) and index.sort_of.get(cell.holds.predicate, norm.about) != norm.about:
        return False  # on who does something, where a status of the place is asked about
    if effect.act and (cell.holds is not None or effect.act not in index.hierarchy.covering_acts(cell.act)):
        return False
    if effect.body and not index.can_be("body", cell.body, effect.body):
        return False
    return not (effect.object and not index.can_be("object", cell.object, effect.object))
