"""In which ways B differs from A in one case: footing, conditions, steps, leave, blockers, words, limits, deadlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from proclogic.answers.cases import Leaf
from proclogic.answers.cells import Asker
from proclogic.answers.model import BY_DEFAULT, BY_LEAVE, OF_RIGHT, PROHIBITED, Case, Mark
from proclogic.answers.settle import RANK
from proclogic.compare.joint import Joint
from proclogic.compare.model import A, B, Finer
from proclogic.engine.cubes import Cube, absorb
from proclogic.norms.conditions import Atom, Decision, Happens, Is
from proclogic.norms.hierarchy import deadline_entails
from proclogic.norms.model import STRENGTHS, Limit
from proclogic.norms.vocabulary import ACTOR
from proclogic.values import Value, unique

_BETTER = {OF_RIGHT: 0, BY_DEFAULT: 1, BY_LEAVE: 2}
_MARKS = {
    "contested": ("became contested", "no longer contested"),
    "open": ("depends on brackets", "no longer depends on brackets"),
    "conflicting": ("rules now clash", "rules no longer clash"),
}


class Told(Value):
    """One side of a case: its answer in words, and the leading choice of readings and brackets. `turning` are the words
    on which it turns that nobody is named to judge, by their number in the questions of both; `strengths` the weakest
    words of the grants, and of what accords a status, where statuses matter; `limits` are in the words of the first
    side, and as they read."""

    case: Case
    leaf: Leaf | None
    turning: tuple[tuple[int, str], ...] = ()
    strengths: tuple[str, str] = ("", "")
    limits: tuple[tuple[Limit, str], ...] = ()


class Finding:
    """The finer differences of two cells. `deciding` are disputes and words; everything is told as B against A."""

    def __init__(self, joint: Joint, askers: tuple[Asker, Asker]) -> None:
        self.joint, self.askers = joint, askers

    def of(self, told: tuple[Told, Told]) -> tuple[Finer, ...]:
        """How the second differs from the first."""
        first, second = (t.case for t in told)
        found: list[Finer] = list(_footing(first, second))
        for kind, (came, went) in _MARKS.items():
            has = [any(m.kind == kind for m in case.marks) for case in (first, second)]
            if has[0] != has[1]:
                marks = second.marks if has[1] else first.marks
                found.append(Finer(came if has[1] else went, _marked(marks, kind)))
        if all(RANK[c.verdict] <= RANK[BY_LEAVE] for c in (first, second)):
            found += _listed("condition", dict(told[0].turning), dict(told[1].turning))
            found += self._acts(told)
            found += _strengths(*told)
            if {x for x, _ in told[0].limits} != {x for x, _ in told[1].limits}:
                said = _sides(*("; ".join(w for _, w in t.limits) for t in told))
                found.append(Finer("limits changed", said, tuple(t.limits for t in told)))
        return unique(found)

    def _acts(self, told: tuple[Told, Told]) -> Iterator[Finer]:
        leaves = [t.leaf.settled if t.leaf is not None else None for t in told]
        if leaves[0] is None or leaves[1] is None:
            return
        both = (leaves[0], leaves[1])
        steps = [self._numbers(s, one.steps) for s, one in enumerate(both)]
        deadlines, steps = self._deadlines(steps)
        yield from deadlines
        yield from _listed("step", self._texts(0, _every(steps[0])), self._texts(1, _every(steps[1])))
        gates = [self._numbers(s, one.gates) for s, one in enumerate(both)]
        deadlines, gates = self._deadlines(gates)
        yield from deadlines
        added = [w for w in gates[1] if w not in gates[0]]
        gone = [w for w in gates[0] if w not in gates[1]]
        if gates[0] and gates[1] and (added or gone):
            yield Finer("other leave", _sides(self._ways(0, gone), self._ways(1, added)))
        elif added or gone:
            yield Finer("leave added" if added else "leave dropped", self._ways(1, added) or self._ways(0, gone))
        offs = [self._numbers(s, one.sets_off) for s, one in enumerate(both)]
        leave = [one.verdict == BY_LEAVE for one in both]
        if leave[0] == leave[1]:  # what is by leave is stopped by doing nothing: "discretionary" says that
            yield from self._blockers(offs)
        mattering = [{x for w in (*gates[s], *offs[s]) for x in w} for s in (0, 1)]
        yield from self._majorities(mattering[0] & mattering[1])

    def _blockers(self, offs: list[list[Cube]]) -> Iterator[Finer]:
        new, old = ([w for w in offs[s] if not any(o <= self._with(w) for o in offs[1 - s])] for s in (1, 0))
        if new:
            yield Finer("easier to block", self._ways(1, new))
        if old:
            yield Finer("harder to block", self._ways(0, old))

    def _with(self, acts: Cube) -> Cube:
        """Acts with those that are done by doing them: half of them object, so a third of them do."""
        return self.joint.nogoods.closure(acts) or acts

    def _numbers(self, side: int, ways: Iterable[Cube]) -> list[Cube]:
        return sorted({self.joint.cube(side, w) for w in ways}, key=lambda c: (len(c), sorted(c, key=abs)))

    def _text(self, side: int, number: int) -> str:
        """An act in words, of that side where it has the act."""
        side, literal = min(self.joint.members[abs(number)], key=lambda m: m[0] != side)
        posed = self.joint.posed[side]
        assert posed is not None
        return self.askers[side].telling.act(posed, literal if number > 0 else -literal).text

    def _texts(self, side: int, numbers: Iterable[int]) -> dict[int, str]:
        return {x: self._text(side, x) for x in sorted(numbers, key=abs)}

    def _ways(self, side: int, ways: Iterable[Cube]) -> str:
        return " or ".join(unique(" and ".join(self._texts(side, w).values()) for w in ways))

    def _deadlines(self, families: list[list[Cube]]) -> tuple[list[Finer], list[list[Cube]]]:
        """Acts of both sides that differ in their deadline only, told as such; they then count as one."""
        atoms = self.joint.atoms
        numbers = [{abs(x) for w in family for x in w} for family in families]
        found: list[Finer] = []
        same: dict[int, int] = {}
        for one in sorted(numbers[0] - numbers[1]):
            for other in sorted(numbers[1] - numbers[0]):
                if other not in same and _by_deadline(atoms[one], atoms[other]):
                    if not _equally_long(atoms[one], atoms[other]):
                        found.append(Finer("deadline changed", _sides(self._text(0, one), self._text(1, other))))
                    same[other] = one
                    break
        return found, [families[0], [frozenset(same.get(x, x) for x in w) for w in families[1]]]

    def _majorities(self, numbers: Iterable[int]) -> Iterator[Finer]:
        """How a body decides on an act that matters on both sides."""
        for number in sorted({abs(x) for x in numbers}):
            if not self.joint.is_shared(number):
                continue
            ruled = []
            for side, literal in self.joint.members[number]:
                posed = self.joint.posed[side]
                atom = posed.atom(literal) if posed is not None else None
                deciding = self.askers[side].deciding
                if not isinstance(atom, Happens) or atom.count is not None or not deciding.decides_as_body(atom):
                    break
                layers = self.askers[side].options.layers
                ruled.append([r.decision for r in deciding.ruled(atom) if r.layer in layers])
            if len(ruled) == 2 and self._in_one(0, ruled[0]) != self._in_one(1, ruled[1]):
                said = [
                    " or ".join(map(self.askers[s].wording.decision, unique(r))) or "not said"
                    for s, r in enumerate(ruled)
                ]
                if said[0] != said[1]:
                    detail = f"{self._text(0, number)}: {_sides(*said)}{_harder(*ruled)}"
                    yield Finer("majority changed", detail, number)

    def _in_one(self, side: int, decisions: Iterable[Decision]) -> set[Decision]:
        """Decision rules in the words of the first side."""
        return {_counting(d, lambda kind: self.joint.name(side, Is(ACTOR, kind))) for d in decisions}


def _counting(decision: Decision, name: Callable[[str], Atom]) -> Decision:
    """A decision rule with another name for those who are counted."""
    share, failing = decision.share, decision.failing
    if share is not None and share.of:
        of = name(share.of)
        share = share.replace(of=of.kind if isinstance(of, Is) else share.of)
    return decision.replace(share=share, failing=_counting(failing, name) if failing is not None else None)


def _footing(first: Case, second: Case) -> Iterator[Finer]:
    one, two = first.verdict, second.verdict
    ranks = RANK[one], RANK[two]
    given = [rank <= RANK[BY_LEAVE] for rank in ranks]
    lost, kept = (second, first) if given[0] else (first, second)
    if given[0] != given[1] and PROHIBITED not in (one, two) and _clashes(lost) and not _clashes(kept):
        return  # that rules clash is told: nothing is silent
    if ranks[0] <= RANK[BY_LEAVE] < ranks[1]:
        yield Finer("became prohibited" if two == PROHIBITED else "became silent")
    elif ranks[1] <= RANK[BY_LEAVE] < ranks[0]:
        yield Finer("became conferred")
    elif one != two and PROHIBITED in (one, two):
        yield Finer("became prohibited" if two == PROHIBITED else "no longer prohibited")
    elif one in _BETTER and two in _BETTER and one != two:
        if BY_LEAVE in (one, two):
            yield Finer("now discretionary" if two == BY_LEAVE else "no longer discretionary")
        else:
            yield Finer("can now be stopped" if two == BY_DEFAULT else "can no longer be stopped")


def _marked(marks: Iterable[Mark], kind: str) -> str:
    """What the marks of a kind are about; words in dispute are quoted."""
    told = [m.detail for m in marks if m.kind == kind]
    return "; ".join(f'"{t}"' if kind == "contested" and t else t for t in told)


def _clashes(case: Case) -> bool:
    return any(m.kind == "conflicting" for m in case.marks)


def _by_deadline(a: Atom, b: Atom) -> bool:
    """Whether they are one act with two deadlines."""
    if not isinstance(a, Happens) or not isinstance(b, Happens) or a.deadline == b.deadline:
        return False
    return (a.event, a.agent, a.count) == (b.event, b.agent, b.count)


def _equally_long(a: Atom, b: Atom) -> bool:
    """Whether two deadlines of one act come to the same: 24 hours and one day."""
    if not isinstance(a, Happens) or not isinstance(b, Happens):
        return False
    return deadline_entails(a.deadline, b.deadline) and deadline_entails(b.deadline, a.deadline)


def _every(ways: Iterable[Cube]) -> set[int]:
    return {x for w in absorb(ways) for x in w}


def _listed(what: str, first: Mapping[int, str], second: Mapping[int, str]) -> Iterator[Finer]:
    """What was added and what was dropped, one line each; nothing where both have it in the same words."""
    for number, text in second.items():
        if number not in first and text not in first.values():
            yield Finer(f"{what} added", text)
    for number, text in first.items():
        if number not in second and text not in second.values():
            yield Finer(f"{what} dropped", text)


def _strengths(first: Told, second: Told) -> Iterator[Finer]:
    """Stronger or weaker words of the whole; else, where its weakest words are the same, of a part."""
    whole = list(_strength(first.case.strength[0], second.case.strength[0]))
    yield from whole or (f for pair in zip(first.strengths, second.strengths, strict=True) for f in _strength(*pair))


def _strength(one: str, two: str) -> Iterator[Finer]:
    if one != two and one in STRENGTHS and two in STRENGTHS:
        stronger = STRENGTHS.index(two) < STRENGTHS.index(one)
        yield Finer("stronger words" if stronger else "weaker words", _sides(f'"{one}"', f'"{two}"'), (one, two))


def _sides(first: str, second: str) -> str:
    return f"{A.upper()}: {first or 'none'}; {B.upper()}: {second or 'none'}"


def _harder(first: list[Decision], second: list[Decision]) -> str:
    """Which of two is harder to reach, where that can be said."""
    sizes = [_size(r[0]) if len(r) == 1 else None for r in (first, second)]
    if sizes[0] is None or sizes[1] is None or sizes[0] == sizes[1]:
        return ""
    return " (harder to reach)" if sizes[1] > sizes[0] else " (easier to reach)"


def _size(decision: Decision) -> tuple[Fraction, bool] | None:
    if decision.kind == "consensus":
        return Fraction(1), True
    share = decision.share
    return (Fraction(share.over, share.under), share.strict) if share is not None else None
