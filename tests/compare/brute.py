"""What two rulesets of the same words give in every world of both, by brute force on the reference evaluator."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.compare.model import DIFFERENT, NARROWER, SAME, WIDER
from proclogic.norms.conditions import ALWAYS, Atom, Formula, Not, Reads
from proclogic.norms.formulas import replaced
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Cell, Question
from proclogic.reference.bearing import bearing
from proclogic.reference.evaluate import Evaluation, Evaluator
from proclogic.reference.verdicts import VERDICTS
from proclogic.reference.worlds import World, case_components, combine, move_components, setting, varying
from proclogic.values import Value

ENTITLED, NEITHER, FORBIDDEN = 2, 1, 0
SAID = {ENTITLED: "yes", NEITHER: "no", FORBIDDEN: "forbidden"}
Partial = Iterable[tuple[Atom, bool]]  # answers to some open questions


class Circular(Exception):
    """Rules undo each other in a circle: some world gives nothing."""


class Seen(Value):
    """One world, and what each side gives there."""

    true: frozenset[Atom]
    a: int
    b: int


class Joint:
    """One cell under two rulesets that have the same words and brackets. A question that only one of them leaves open
    is open for both: it makes no difference to the other. Where one has three readings of words, and the other two, the
    second follows the first of its two if the other does."""

    def __init__(self, first: Ruleset, second: Ruleset, cell: Cell, strict: bool = False) -> None:
        sides = [setting(r, Question("may", "", cell), strict) for r in (first, second)]
        sides = [s.replace(norms=bearing(s)) for s in sides]
        more = max((first, second), key=lambda r: sum(len(d.readings) for d in r.disputes))
        both = sides[0].replace(norms=(*sides[0].norms, *sides[1].norms), ruleset=more)
        components = [*case_components(both), *move_components(both)]
        self.open = frozenset(varying(components))
        evaluators = [Evaluator(s) for s in sides]
        self.worlds: list[Seen] = []
        for true in combine(components):
            a, b = (_value(e.at(World(read_by(e.s.ruleset, true)))) for e in evaluators)
            self.worlds.append(Seen(true, a, b))

    def relation(self, cubes: Iterable[Partial], verdicts: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[str, bool]:
        """How B relates to A in the worlds that fit one of the cubes, and whether that is so in every one of them;
        `verdicts` decide where it is not."""
        return related([w for w in self.worlds if any(fits(w.true, c) for c in cubes)], verdicts)

    @property
    def differs(self) -> bool:
        """Whether it holds, or is forbidden, on one side only in some world."""
        return any(w.a != w.b for w in self.worlds)


def related(worlds: Iterable[Seen], verdicts: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[str, bool]:
    """How B relates to A in these worlds: by where it holds, and if that is the same, by where it is not forbidden."""
    seen = list(worlds)
    apart = {(w.b == ENTITLED) - (w.a == ENTITLED) for w in seen} - {0}
    apart = apart or {(w.a == FORBIDDEN) - (w.b == FORBIDDEN) for w in seen} - {0}
    if not apart:
        return SAME, True
    if len(apart) == 1:
        return (WIDER if apart == {1} else NARROWER), True
    a, b = ([VERDICTS.index(v) for v in side] for side in verdicts)
    steps = {(y > x) - (y < x) for x, y in ((min(a), min(b)), (max(a), max(b)))} - {0}
    if len(steps) != 1:
        return DIFFERENT, False
    return (WIDER if steps == {1} else NARROWER), False


def fits(true: frozenset[Atom], cube: Partial) -> bool:
    """Whether a world has these answers."""
    return all((atom in true) == holds for atom, holds in cube)


def read_by(ruleset: Ruleset, true: frozenset[Atom]) -> frozenset[Atom]:
    """A world with the readings that a ruleset has."""
    found = set(true)
    for dispute in ruleset.disputes:
        names = [r.name for r in dispute.readings]
        read = next((a for a in true if isinstance(a, Reads) and a.dispute == dispute.id), None)
        if read is not None and read.reading not in names:
            found = found - {read} | {Reads(dispute.id, names[-1])}
    return frozenset(found)


def resolved(ruleset: Ruleset, readings: Iterable[tuple[str, str]]) -> Ruleset:
    """The ruleset with some readings taken: the words are not disputed any more."""
    taken = dict(readings)

    def settled(atom: Atom) -> Formula:
        if isinstance(atom, Reads) and atom.dispute in taken:
            return ALWAYS if taken[atom.dispute] == atom.reading else Not(ALWAYS)
        return atom

    return ruleset.replace(
        norms=tuple(n.replace(guard=replaced(n.guard, settled)) for n in ruleset.norms),
        disputes=tuple(d for d in ruleset.disputes if d.id not in taken),
    )


def _value(found: Evaluation) -> int:
    if found.undefined:
        raise Circular
    return ENTITLED if found.entitled else FORBIDDEN if found.forbidden else NEITHER
