"""What must hold of a comparison, whatever the rulesets: each function tells what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from proclogic.answers.ask import answer
from proclogic.answers.model import NO, NOT_CONFERRED, PROHIBITED, YES
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.compare.alike import is_same
from proclogic.compare.cases import Cases
from proclogic.compare.model import GAINS, MIRROR, PAIRED, SAME, Comparison, Difference, Witness
from proclogic.compare.sides import Profile
from proclogic.compare.whole import Comparer, compare
from proclogic.norms.conditions import Keeps, Reads
from proclogic.norms.formulas import as_atom
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Cell
from proclogic.syntax.parse import parse_question
from proclogic.values import unique
from tests.compare.brute import SAID, Joint, fits, resolved

MIRRORED = {**GAINS, **{b: a for a, b in GAINS.items()}, **PAIRED, **{b: a for a, b in PAIRED.items()}}
Taken = tuple[tuple[str, str], ...]  # readings that are followed


class Pair:
    """Two rulesets of the same words, compared; each perhaps in some readings."""

    def __init__(
        self,
        first: Ruleset,
        second: Ruleset,
        strict: bool = False,
        every: bool = False,
        readings: tuple[Taken, Taken] = ((), ()),
    ) -> None:
        self.first, self.second, self.strict, self.readings = first, second, strict, readings
        options = Options(strict=strict, readings=readings[0]), Options(strict=strict, readings=readings[1])
        self.comparer = Comparer(first, second, options, None, every)
        self.comparison = self.comparer.whole()
        self.cells = unique([c for side in self.comparer.sides for c in side.cells()])
        self.found: dict[tuple[str, str], list[Difference]] = {}
        for one in self.comparison.differences:
            self.found.setdefault((one.actor, one.does), []).append(one)

    def name(self, cell: Cell) -> tuple[str, str]:
        """The actor and what it does, in words."""
        wording = self.comparer.askers[0].wording
        return " ".join(wording.bare(k) for k in cell.actor.kinds), wording.act(cell)

    def joint(self, cell: Cell) -> Joint:
        """What both give in every world."""
        first, second = (resolved(r, t) for r, t in zip((self.first, self.second), self.readings, strict=True))
        return Joint(first, second, cell, self.strict)

    def profiles(self, cell: Cell) -> tuple[Profile, Profile]:
        """What the cell comes to on both sides."""
        a, b = (side.profile(cell, side.problem(cell)) for side in self.comparer.sides)
        assert a is not None
        assert b is not None
        return a, b


def wrong_cells(pair: Pair) -> Iterator[str]:
    """Where the comparison and every world differ in whether, and how, the two sides differ."""
    if not pair.comparison.complete:
        yield "not complete"
    named = {pair.name(cell) for cell in pair.cells}
    if not named.issuperset(pair.found):
        yield f"no cells: {sorted(set(pair.found) - named)}"
    for cell in pair.cells:
        joint = pair.joint(cell)
        if not joint.worlds:
            continue  # its kinds exclude each other
        shown = any(d.relation != SAME for d in pair.found.get(pair.name(cell), ()))
        if shown != joint.differs:
            yield f"{pair.name(cell)}: {'shown' if shown else 'not shown'}, but differs: {joint.differs}"
        if pair.found.get(pair.name(cell)):
            yield from _wrong_cases(pair, cell, joint)


def _wrong_cases(pair: Pair, cell: Cell, joint: Joint) -> Iterator[str]:
    profiles = pair.profiles(cell)
    cases = Cases(pair.comparer.askers, profiles, pair.comparer.pairing)
    if is_same(cases.joint, pair.comparer.askers, profiles) and joint.differs:
        yield f"{pair.name(cell)}: the same at a glance, but not in every world"
    found = cases.all()
    atom = cases.joint.atoms
    seen: Counter[int] = Counter()
    for case in found:
        cubes = [[(atom[abs(x)], x > 0) for x in cube] for cube in case.when]
        unknown = {a for cube in cubes for a, _ in cube} - joint.open
        if unknown:
            yield f"{pair.name(cell)}: {unknown} are no open questions"
        if not any(fits(w.true, c) for w in joint.worlds for c in cubes):
            yield f"{pair.name(cell)} {cubes}: in no world"
        theirs = joint.relation(cubes, (case.a.verdicts, case.b.verdicts))
        if (case.relation, case.inclusion) != theirs:
            yield f"{pair.name(cell)} {cubes}: {case.relation, case.inclusion}, but in every world {theirs}"
        seen.update(i for i, w in enumerate(joint.worlds) if any(fits(w.true, c) for c in cubes))
    apart = [w.true for i, w in enumerate(joint.worlds) if seen[i] != 1]
    if apart:
        yield f"{pair.name(cell)}: a world in no case, or in several: {apart[0]}"


def wrong_witnesses(pair: Pair) -> Iterator[str]:
    """Differences without a witness, and witnesses that do not hold."""
    if pair.comparison.unconfirmed:
        yield f"{pair.comparison.unconfirmed} witnesses not confirmed"
    for cell in pair.cells:
        found = pair.found.get(pair.name(cell), ())
        joint = pair.joint(cell) if any(d.relation != SAME for d in found) else None
        if joint is not None and not joint.worlds:
            continue  # its kinds exclude each other
        for difference in found:
            if (difference.relation == SAME) == bool(difference.witnesses):
                yield f"{difference}: {len(difference.witnesses)} witnesses"
            for witness in difference.witnesses:
                assert joint is not None
                yield from _wrong_world(joint, witness)


def _wrong_world(joint: Joint, witness: Witness) -> Iterator[str]:
    said = [(as_atom(a), v) for a, v in witness.atoms]
    fitting = [w for w in joint.worlds if fits(w.true, said)]
    if not fitting:
        yield f"no world is so: {witness}"
        return
    done = [frozenset(x for x in w.true if not isinstance(x, Reads | Keeps)) for w in fitting]
    least = min(done, key=len)
    plainly = {(SAID[w.a], SAID[w.b]) for w, true in zip(fitting, done, strict=True) if true == least}
    if plainly != {(witness.a, witness.b)}:
        yield f"not so when nothing else is so, or done: {witness} {plainly}"
    if witness.a == witness.b:
        yield f"no difference: {witness}"


def wrong_questions(pair: Pair) -> Iterator[str]:
    """Questions of witnesses that cannot be read, or ask for something else."""
    for cell in pair.cells:
        for difference in pair.found.get(pair.name(cell), ()):
            for witness in difference.witnesses:
                yield from _wrong_question(pair.first, witness.question, witness.a, cell, witness, pair.strict)
                yield from _wrong_question(pair.second, witness.question_b, witness.b, cell, witness, pair.strict)


def _wrong_question(
    ruleset: Ruleset, text: str, said_of_it: str, cell: Cell, witness: Witness, strict: bool
) -> Iterator[str]:
    question, faults = parse_question(text, ruleset.vocabulary)
    if question is None or any(f.is_error for f in faults):
        yield f"cannot be read: {text}: {[f.message for f in faults]}"
        return
    asked = question.cell
    if asked is None or (asked.actor.kinds, asked.act, asked.body) != (cell.actor.kinds, cell.act, cell.body):
        yield f"asks for something else: {text}: {asked}, not {cell}"
    said = set(witness.atoms)
    if any((f.atom, not f.holds) in said for f in question.facts):
        yield f"gives what is not so: {text}: {witness.atoms}"
    try:
        found = answer(ruleset, question, Options(strict=strict))
        chosen = any(isinstance(a, Reads | Keeps) for a, _ in witness.atoms)
        if not chosen and said_of_it == YES and found.outcome == NO:
            yield f"yes in the world, but the answer is no: {text}: {witness}"
        if not chosen and said_of_it != YES and found.outcome == YES:
            yield f"{said_of_it} in the world, but the answer is yes: {text}: {witness}"
    except Unanswerable as refused:
        yield f"has no answer: {text}: {[d.message for d in refused.diagnostics]}"


def not_the_mirror(one: Comparison, other: Comparison) -> Iterator[str]:
    """Where the second is not the first with the sides exchanged."""
    for what in ("same", "silent", "complete", "unconfirmed"):
        if getattr(one, what) != getattr(other, what):
            yield f"{what}: {getattr(one, what)} and {getattr(other, what)}"
    mine, theirs = Counter(map(_told, one.differences)), Counter(map(_told, map(mirrored, other.differences)))
    for told in (mine - theirs).elements():
        yield f"not mirrored: {told}"
    for told in (theirs - mine).elements():
        yield f"mirrors nothing: {told}"


def mirrored(one: Difference) -> Difference:
    """The same case with the sides exchanged."""
    finer = tuple(f.replace(kind=_mirrored(f.kind, one)) for f in one.finer)
    return one.replace(a=one.b, b=one.a, relation=MIRROR[one.relation], finer=finer)


def _mirrored(kind: str, one: Difference) -> str:
    if kind == "became conferred" and one.a.verdict == PROHIBITED:
        return "became prohibited"
    if kind == "became prohibited" and one.a.verdict not in (NOT_CONFERRED, PROHIBITED):
        return "became conferred"
    return MIRRORED.get(kind, kind)


def _told(one: Difference) -> object:
    """What is told of a case, in whatever order."""
    sides = (s.replace(rules=tuple(sorted(s.rules))) for s in (one.a, one.b))
    when = frozenset(map(frozenset, one.when))
    finer = frozenset(f.kind for f in one.finer)
    return one.actor, one.act, one.body, one.does, when, *sides, one.relation, one.inclusion, finer


def lost_at_a_glance(first: Ruleset, second: Ruleset, strict: bool = False) -> Iterator[str]:
    """What is told of the cells only if all that is the same is told too."""
    options = Options(strict=strict)
    few, all_of_them = (compare(first, second, (options, options), every=every) for every in (False, True))
    mine, theirs = (Counter(_told(d) for d in c.differences if not d.is_same) for c in (few, all_of_them))
    for told in (theirs - mine).elements():
        yield f"lost: {told}"
    for told in (mine - theirs).elements():
        yield f"told only where not everything is: {told}"


def differences(first: Ruleset, second: Ruleset, strict: bool = False, every: bool = True) -> Iterator[str]:
    """What is not the same on both sides."""
    options = Options(strict=strict)
    found = compare(first, second, (options, options), every=every)
    yield from (f"{d}" for d in found.differences if not d.is_same)
    yield from (f"{o}" for o in found.only)
    if not found.complete:
        yield "not complete"


def not_through_words(one: Comparison, other: Comparison) -> Iterator[str]:
    """Where the second, with B in other words, is not the first."""
    for what in ("silent", "complete", "unconfirmed", "only"):
        if getattr(one, what) != getattr(other, what):
            yield f"{what}: {getattr(one, what)} and {getattr(other, what)}"
    mine, theirs = (Counter(_without_words(d) for d in c.differences if not d.is_same) for c in (one, other))
    for told in (mine - theirs).elements():
        yield f"lost: {told}"
    for told in (theirs - mine).elements():
        yield f"come: {told}"


def _without_words(one: Difference) -> object:
    """What is told of a case, but for words of B."""
    sides = (s.replace(rules=tuple(sorted(s.rules)), short="") for s in (one.a, one.b))
    finer = Counter(f.kind for f in one.finer)
    cubes = tuple(sorted(len(cube) for cube in one.when))
    shown = frozenset((w.a, w.b) for w in one.witnesses)
    return one.actor, one.does, cubes, *sides, one.relation, one.inclusion, frozenset(finer.items()), shown
