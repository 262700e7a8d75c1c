"""What holds in one world of a question, and in which order it follows: a step may rest on earlier ones only."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.answers.grounds import Trace
from proclogic.engine.session import Posed, Session
from proclogic.norms.conditions import Always, And, Atom, Formula, Happens, Has, Is, Keeps, Not, Or, Reads, ReferredTo
from proclogic.norms.formulas import pushed
from proclogic.norms.model import Accord, Deem, Disapply, GivesNothing, Norm, Oblige, Refer

Rank = int
LAST: Rank = 1 << 30


class State:
    """One world, as derived. `rank` of a norm that takes effect says how early it does; 0 rests on nothing derived."""

    def __init__(self, session: Session, posed: Posed, trace: Trace) -> None:
        self.session, self.posed, self.trace = session, posed, trace
        self.index = session.index
        self.known = session.known(posed.cell, posed.known)
        self.norms = {n.id: n for n in posed.ground.program.norms}
        self.rank: dict[str, Rank] = {}
        self._reached: dict[Atom, Rank] = {}
        self._order()

    def holds(self, formula: Formula) -> bool:
        """Whether the formula holds in the world."""
        return self.trace.holds(formula)

    def is_effective(self, norm: Norm) -> bool:
        """Whether the norm takes effect in the world. What an author says is not given has no effect on anything: it
        counts where nothing shows that it is about others."""
        if isinstance(norm.effect, GivesNothing):
            return self.value(self.index.requirement(norm)) is not False
        return norm.id in self.trace.effective

    def in_program(self, norm: Norm) -> bool:
        """Whether the norm can apply at all, given what is settled of the question."""
        return norm.id in self.norms

    def value(self, formula: Formula) -> bool | None:
        """Whether the formula holds, as far as it matters here: None for what no rule that can apply turns on."""
        match formula:
            case Always():
                return True
            case And(parts) | Or(parts):
                decisive = isinstance(formula, Or)
                values = [self.value(p) for p in parts]
                return decisive if decisive in values else None if None in values else not decisive
            case Not(part):
                inner = self.value(part)
                return None if inner is None else not inner
            case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
                settled = self.known.value(formula)
                if settled is not None:
                    return settled
                examined = formula in self.posed.ground.open or formula in self.trace.true or self._is_derived(formula)
                return self.holds(formula) if examined else None
            case _:
                raise TypeError(f"no condition: {formula!r}")

    def _is_derived(self, atom: Formula) -> bool:
        match atom:
            case Has(predicate):
                return predicate in self.index.statuses
            case ReferredTo():
                return True
            case _:
                return False

    def is_base(self, atom: Atom) -> bool:
        """Whether a true atom needs no rule: it is answered, given, or so by the declared classes."""
        if atom in self.trace.answered or self.posed.known.get(atom):
            return True
        return isinstance(atom, Is) and self.known.value(atom) is True

    def reached(self, atom: Atom) -> Rank:
        """How early a true atom is derived; LAST if it never is."""
        return 0 if self.is_base(atom) else self._reached.get(atom, LAST)

    def supported(self, formula: Formula, before: Rank) -> bool:
        """Whether the formula (negations before atoms only) holds by what is derived before a rank."""
        match formula:
            case Always():
                return True
            case And(parts):
                return all(self.supported(p, before) for p in parts)
            case Or(parts):
                return any(self.supported(p, before) for p in parts)
            case Not():
                return self.holds(formula)
            case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
                return self.holds(formula) and self.reached(formula) <= before
            case _:
                raise TypeError(f"no condition: {formula!r}")

    def giving(self, atom: Atom) -> list[Norm]:
        """The norms in effect that derive a true atom, the earliest first."""
        found = [n for n in self.index.deriving(atom) if self.is_effective(n) and atom in set(self.gives(n))]
        return sorted(found, key=lambda n: (self.rank.get(n.id, LAST), n.id))

    def gives(self, norm: Norm) -> Iterator[Atom]:
        """What follows from the norm when it takes effect."""
        match norm.effect:
            case Accord(status):
                yield Has(status)
            case Deem(sort, kind):
                for above in self.index.hierarchy.up(sort, kind):
                    yield Is(sort, above)
            case Refer(body):
                yield ReferredTo(body)
            case Oblige(event, agent):
                for atom in self.trace.true:
                    if isinstance(atom, Happens) and (atom.event, atom.agent) == (event, agent):
                        yield atom

    def _order(self) -> None:
        waiting = [n for n in self.norms.values() if n.id in self.trace.effective]
        needs = {n.id: pushed(self.index.requirement(n)) for n in waiting}
        rank = 0
        while waiting:
            ready = [n for n in waiting if self.supported(needs[n.id], rank)]
            if not ready:
                return
            rank += 1
            for norm in ready:
                self.rank[norm.id] = rank
            for norm in ready:
                for atom in self.gives(norm):
                    if self.holds(atom):
                        self._reached.setdefault(atom, rank)
            done = {n.id for n in ready}
            waiting = [n for n in waiting if n.id not in done]

    def stopping(self, norm: Norm) -> list[Norm]:
        """The norms that would take this one out of application, or prevail over it, if they took effect."""
        found = [m for m in self.index.by_target.get(norm.id, ()) if isinstance(m.effect, Disapply)]
        return found + [m for m in self.norms.values() if norm.id in m.prevails]


def parts(formula: Formula) -> Iterator[Formula]:
    """The conjuncts of a formula whose negations stand before atoms."""
    if isinstance(formula, And):
        for part in formula.parts:
            yield from parts(part)
    elif not isinstance(formula, Always):
        yield formula


def is_about_subject(norm: Norm, part: Formula) -> bool:
    """Whether a conjunct of what a norm requires stands in its subject."""
    return part in set(parts(pushed(norm.subject)))
