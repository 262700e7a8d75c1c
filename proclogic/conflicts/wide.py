"""What holds of norms in every world that any question can have: programs in which as much as possible is left open.

Everybody may be of any kinds that do not exclude each other, every reading and bracket is open, duties are presumed
done or not. So more worlds are looked at than a cell has, and what is found in none of them is in no cell. Statuses are
had as the rules give them; those that no rule gives are open too: a question can give them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from weakref import WeakKeyDictionary

from proclogic.conflicts.examining import Examination
from proclogic.engine.circles import torn_norms
from proclogic.engine.ground import FALSE, TRUE, Ground, Literal, Solvers
from proclogic.norms.conditions import And, Formula, Has, ReferredTo
from proclogic.norms.model import AS_APPLIED, Accord, Forbid, Norm, Permit, Refer
from proclogic.program.cone import Index, turns_back
from proclogic.program.from_norms import build
from proclogic.program.terms import quoted, term
from proclogic.sources import NOWHERE

ANYTHING_GIVEN: tuple[Literal, ...] = ()  # to be assumed where a question may give or deny any status
AT_LARGE = ""  # the program of the norms that are on no act, and of those on acts that nothing can stop


class Wide:
    """The norms on one act, or those on none, with all that they rest on. `ruled` are the statuses and referrals that
    are as the rules give them; the others are open."""

    def __init__(self, index: Index, norms: Sequence[Norm], solvers: Solvers, ruled: set[Formula]) -> None:
        self.index, self.norms = index, tuple(norms)
        cone = index.cone(norms)
        self.ground = Ground(build(index, cone, None), solvers)
        self.turns_back = turns_back(index, cone)
        self.is_circular = self.turns_back and bool(torn_norms(index, cone))
        self.effective = {n.id: self.ground.named(f"effective({quoted(n.id)})") for n, _ in cone}
        self.applicable = {n.id: self.ground.named(f"applicable({quoted(n.id)})") for n, _ in cone}
        self._needs = {n.id: needs for n, needs in cone}
        self._effective_somewhere = {i for i, x in self.effective.items() if x == TRUE}
        self.base = self.assuming(ruled)

    def assuming(self, ruled: set[Formula]) -> list[Literal]:
        """That these statuses and referrals are as the rules give them."""
        program = self.ground.program
        off = [f"{way}({quoted(s)})" for s in program.statuses if Has(s) in ruled for way in ("given", "barred")]
        off += [f"given(referred({quoted(b)}))" for b in program.referrals if ReferredTo(b) in ruled]
        return [-self.ground.switch(name) for name in off]

    def allows(self, literals: Iterable[Literal | str], base: Sequence[Literal] | None = None) -> bool:
        """Whether some world has all of these."""
        said = set(literals)
        named = [x for x in said if isinstance(x, int)]
        return FALSE not in said and self.ground.solver.satisfiable([*(self.base if base is None else base), *named])

    def takes_effect(self, norm: str) -> bool:
        """Whether the norm takes effect in some world. Of each world all that takes effect in it is kept."""
        found, literal = self._effective_somewhere, self.effective[norm]
        if norm not in found and isinstance(literal, int):
            left = [(i, x) for i, x in self.effective.items() if i not in found and isinstance(x, int)]
            world = self.ground.solver.world([*self.base, literal], [x for _, x in left])
            found.update(i for (i, _), x in zip(left, world or (), strict=world is not None) if x > 0)
        return norm in found

    def never(self, formula: Formula) -> bool:
        """Whether the rules let a status be had, or a referral be made, in no world."""
        if not isinstance(formula, Has):
            return not self.allows([self.ground.named(f"true({term(formula)})")])
        given, taken = (self.ground.named(f"{way}({quoted(formula.predicate)})") for way in ("accorded", "denied"))
        return taken == TRUE or not self.allows([given, -taken if isinstance(taken, int) else TRUE])

    def parts(self, norm: str) -> list[tuple[Formula, Literal | str]]:
        """What a norm requires, part by part."""
        needs = self._needs[norm]
        facts = self.ground.program.facts
        number = next(f for n, f in facts["needs"] if n == quoted(norm))
        inner = [g for f, g in facts.get("part", ()) if f == number]
        formulas, numbers = (needs.parts, inner) if isinstance(needs, And) else ((needs,), [number])
        return [(p, self.ground.named(f"holds({g})")) for p, g in zip(formulas, numbers, strict=True)]

    def smallest(
        self, literals: Sequence[Literal], beside: Sequence[Literal], base: Sequence[Literal] | None = None
    ) -> list[Literal]:
        """Of literals that no world has together with `beside`, as few as are enough for that."""
        solver, said = self.ground.solver, [*(self.base if base is None else base), *beside]
        core = set(solver.core([*said, *literals]) or ())
        kept = [x for x in literals if x in core]
        for x in list(kept):
            rest = [y for y in kept if y != x]
            if not solver.satisfiable([*said, *rest]):
                kept = rest
        return kept


class Reach:
    """The programs of a ruleset: one for each act, as far as they are needed, and one for the norms that are on no act.

    A norm on an act that no other can stop takes effect where it is applicable: it is looked at with the norms that are
    on no act, and needs no program of the act."""

    def __init__(self, examination: Examination) -> None:
        self.index = examination.index
        self._solvers = Solvers()
        self._programs: dict[str, Wide] = {}
        self._acts: dict[str, list[str]] = defaultdict(list)
        self.on: dict[str, tuple[Norm, ...]] = {}  # the norms of each program
        for act in examination.acts():
            self.on[act] = examination.on(act)
            for norm in self.on[act]:
                mine = isinstance(norm.effect, Permit | Forbid) and norm.effect.act == act
                self._acts[norm.id].insert(0 if mine else len(self._acts[norm.id]), act)
        norms = list(self.index.norms.values())
        self._stopped = set(self.index.by_target) | {i for n in norms for i in n.prevails}
        self.on[AT_LARGE] = tuple(
            n for n in norms if n.id not in self._stopped or not isinstance(n.effect, Permit | Forbid)
        )
        self.ruled: set[Formula] = {Has(n.effect.status) for n in norms if isinstance(n.effect, Accord)}
        self.ruled |= {ReferredTo(n.effect.body) for n in norms if isinstance(n.effect, Refer)}
        self._never_had: set[Formula] | None = None

    def program(self, act: str) -> Wide:
        """The program of an act."""
        if act not in self._programs:
            self._programs[act] = Wide(self.index, self.on[act], self._solvers, self.ruled)
        return self._programs[act]

    def acts(self, norm: Norm) -> list[str]:
        """The acts, its own and the forms of it, on which a norm bears."""
        return self._acts.get(norm.id, []) if isinstance(norm.effect, Permit | Forbid) else [AT_LARGE]

    def programs(self, norm: Norm) -> Iterator[Wide]:
        """The programs that tell whether a norm takes effect."""
        yield from map(self.program, self.acts(norm) if norm.id in self._stopped else [AT_LARGE])

    def never_had(self) -> set[Formula]:
        """The statuses that rules give, and nobody can have; referrals that are never made."""
        if self._never_had is None:
            program = self.program(AT_LARGE)
            self._never_had = {f for f in self.ruled if program.never(f)}
        return self._never_had

    def takes_effect(self, norm: Norm) -> bool:
        """Whether a norm takes effect in some world of some program."""
        return any(p.is_circular or p.takes_effect(norm.id) for p in self.programs(norm))


_REACHES: WeakKeyDictionary[Examination, Reach] = WeakKeyDictionary()


def reach(examination: Examination) -> Reach:
    """The programs of a ruleset under examination, made once."""
    if examination not in _REACHES:
        _REACHES[examination] = Reach(examination)
    return _REACHES[examination]


def sentences(norms: Iterable[Norm]) -> list[tuple[Norm, ...]]:
    """The norms of each sentence of the text, in its order; what renvoi carried elsewhere is no sentence of its own."""
    found: dict[tuple[object, ...], list[Norm]] = defaultdict(list)
    for norm in norms:
        if not norm.via:
            found[norm.provision, norm.id if norm.span == NOWHERE else norm.span].append(norm)
    return [tuple(some) for some in found.values()]


def original(norm: Norm) -> str:
    """The id of the norm of which this is one, or a copy that was carried elsewhere."""
    return norm.id.partition(AS_APPLIED)[0]
