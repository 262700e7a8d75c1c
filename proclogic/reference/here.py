"""One world of a question: what it answers by itself, and what of a condition is left for rules to decide."""

from __future__ import annotations

from proclogic.norms.conditions import Always, And, Atom, Formula, Happens, Has, Is, Keeps, Not, Or, Reads, ReferredTo
from proclogic.norms.model import Deem, Forbid, Norm, Oblige, Permit, Refer
from proclogic.norms.vocabulary import BODY, OBJECT
from proclogic.reference.events import decided, entails, happened
from proclogic.reference.kinds import above
from proclogic.reference.worlds import Setting, World, is_own, parts_of
from proclogic.values import unique


def required(norm: Norm) -> Formula:
    """All that a norm requires: what its sentences say, and the place and the object it is about."""
    parts = [norm.subject, norm.condition, norm.guard]
    match norm.effect:
        case Permit(_, body, obj) | Forbid(_, body, obj):
            parts += [Is(sort, kind) for sort, kind in ((BODY, body), (OBJECT, obj)) if kind]
    return And(tuple(parts))


def derivable(s: Setting) -> frozenset[object]:
    """The sorts of which some norm deems somebody a kind, the acts (event, agent) that some norm makes a duty, the
    bodies to which some norm refers."""
    found: set[object] = set()
    for norm in s.norms:
        match norm.effect:
            case Deem(sort):
                found.add(sort)
            case Oblige(event, agent):
                found.add((event, agent))
            case Refer(body):
                found.add(ReferredTo(body))
    return frozenset(found)


class Here:
    """One world of a question: what it answers is looked up once. `derived` is what some norm may decide."""

    def __init__(self, s: Setting, derived: frozenset[object], world: World) -> None:
        self.s, self.world, self.derived = s, world, derived
        named = {sort: set(kinds) for sort, kinds in self.s.named.items()}
        for atom in world.true:
            if isinstance(atom, Is):
                named[atom.sort].add(atom.kind)
        vocabulary = self.s.ruleset.vocabulary
        self.kinds = {s: frozenset().union(*(above(vocabulary, s, k) for k in named[s])) for s in named}
        self.acts = [a for a in world.true if isinstance(a, Happens)]
        self._answers: dict[Atom, bool | None] = {}

    def answer(self, atom: Atom) -> bool | None:
        """Whether an atom is so, whatever rules say; None where it is for rules to decide."""
        try:
            return self._answers[atom]
        except KeyError:
            found = self._answers[atom] = self._answered(atom)
            return found

    def _answered(self, atom: Atom) -> bool | None:
        s = self.s
        match atom:
            case Is(sort, kind):
                return True if kind in self.kinds[sort] else None if sort in self.derived else False
            case Has(p) if p in s.status_ids:
                return s.statuses.get(p)
            case Has(p):
                return s.qualities.get(p, atom in self.world.true)
            case Happens(event, agent):
                if any(entails(a, atom) for a in self.acts):
                    return True
                return None if (event, agent) in self.derived and _can_be_presumed(s, atom) else False
            case ReferredTo(body):
                return True if body in s.referred else None if atom in self.derived else False
            case Reads() | Keeps():
                return atom in self.world.true

    def left(self, formula: Formula | bool) -> Formula | bool:
        """What rules have still to decide of a formula; true or false where it does not turn on them."""
        match formula:
            case bool():
                return formula
            case Always():
                return True
            case Not(part):
                inner = self.left(part)
                return not inner if isinstance(inner, bool) else Not(inner)
            case And(parts) | Or(parts):
                decisive = isinstance(formula, Or)
                rest: list[Formula] = []
                for part in parts:
                    inner = self.left(part)
                    if inner is decisive:
                        return decisive
                    if not isinstance(inner, bool):
                        rest.append(inner)
                if not rest:
                    return not decisive
                return rest[0] if len(rest) == 1 else Or(tuple(rest)) if decisive else And(tuple(rest))
            case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
                found = self.answer(formula)
                return formula if found is None else found
        raise TypeError(f"no condition: {formula!r}")


class Required:
    """A formula that is asked for in many worlds: what rules have still to decide of it is worked out once for all
    worlds that answer its atoms alike. `atoms` are those of other formulas, to which its own are added."""

    def __init__(self, formula: Formula, atoms: dict[Atom, Atom]) -> None:
        self.formula = formula
        self._atoms = unique(atoms.setdefault(a, a) for a in parts_of(formula))
        self._left: dict[tuple[bool | None, ...], Formula | bool] = {}

    def left(self, here: Here) -> Formula | bool:
        """As `Here.left`."""
        answers = tuple(map(here.answer, self._atoms))
        if answers not in self._left:
            self._left[answers] = here.left(self.formula)
        return self._left[answers]


def _can_be_presumed(s: Setting, atom: Happens) -> bool:
    """Whether the act may be presumed because somebody else than the actor has the duty to do it: no fact speaks
    against that.

    A fact that dates the act otherwise ends the presumption; one by which the act was done in time does not.
    """
    if s.strict or atom.count is not None or is_own(s, atom):
        return False
    for fact in s.question.facts:
        given = fact.atom
        if isinstance(given, Happens) and (given.event, given.agent) == (atom.event, atom.agent):
            dated = given.deadline is not None or fact.period is not None
            if not happened(fact) or (dated and not decided(fact, (atom,)).get(atom, False)):
                return False
    return True
