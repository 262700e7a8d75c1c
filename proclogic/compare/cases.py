"""The cases of two cells put together, and how the second differs from the first in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proclogic.answers.cases import Branch
from proclogic.answers.cells import Asker
from proclogic.answers.model import BY_LEAVE
from proclogic.answers.settle import RANK
from proclogic.answers.short import condition
from proclogic.compare.finer import Finding, Told
from proclogic.compare.joint import Joint
from proclogic.compare.model import Finer, Side
from proclogic.compare.pairing import Pairing
from proclogic.compare.relation import FORBIDDEN, Apart, Relating, relation
from proclogic.compare.sides import Profile
from proclogic.compare.wording import literal
from proclogic.diagnostics.phrasing import listed
from proclogic.engine.cubes import Cube, TooMany, consensus, weakest
from proclogic.norms.model import STRENGTHS, Accord, Forbid, Limit, Norm, Permit
from proclogic.norms.questions import Cell
from proclogic.values import Value, unique

MOST = 400  # cubes that describe a case, before they are left as they are


class Case(Value):
    """A case of both cells: its description in common numbers (`when`, alternatives), what each side says, how they
    relate, and a world for each way in which they differ."""

    when: tuple[Cube, ...]
    a: Side
    b: Side
    relation: str
    inclusion: bool
    finer: tuple[Finer, ...]
    apart: tuple[Apart, ...]
    complete: bool = True


def _joined(one: Case, other: Case) -> Case:
    """Two cases in which both sides say the same, by other rules perhaps."""
    a, b = (
        x.replace(rules=unique([*x.rules, *y.rules]), bears=unique([*x.bears, *y.bears]))
        for x, y in ((one.a, other.a), (one.b, other.b))
    )
    return one.replace(when=(*one.when, *other.when), a=a, b=b)


def _limits(norm: Norm) -> tuple[Limit, ...]:
    return norm.limits if isinstance(norm.effect, Permit) else ()


def _weakest(norms: Iterable[Norm]) -> tuple[str, str]:
    """The weakest words of the grants, and of what accords a status, among some norms."""
    found = [
        [n.strength for n in norms if isinstance(n.effect, kind) and n.strength in STRENGTHS]
        for kind in (Permit, Accord)
    ]
    grants, accords = (max(words, key=STRENGTHS.index, default="") for words in found)
    return grants, accords


class Cases:
    """Two cells, examined."""

    def __init__(self, askers: tuple[Asker, Asker], profiles: tuple[Profile, Profile], pairing: Pairing) -> None:
        self.askers, self.profiles = askers, profiles
        self.joint = Joint(profiles[0].posed, profiles[1].posed, pairing)
        self.relating = Relating(self.joint, profiles)
        self.finding = Finding(self.joint, askers)

    def all(self) -> list[Case]:
        """Every case; those in which both sides say the same and relate alike are one."""
        found: dict[object, Case] = {}
        for i, first in enumerate(self.profiles[0].branches):
            for j, second in enumerate(self.profiles[1].branches):
                when = self._both(first, second)
                if not when:
                    continue
                case = self._case(i, j, when)
                sides = (s.replace(rules=()) for s in (case.a, case.b))
                key = *sides, case.relation, case.inclusion, case.finer
                found[key] = _joined(found[key], case) if key in found else case
        split = self._turning()
        return [self._described(case, split) for case in found.values()]

    def _both(self, first: Branch, second: Branch) -> list[Cube]:
        """The descriptions of a case of each side that go together."""
        cubes = (self.joint.cube(0, a) | self.joint.cube(1, b) for a in first.when for b in second.when)
        return [c for c in unique(cubes) if self.joint.nogoods.closure(c) is not None]

    def _case(self, i: int, j: int, when: list[Cube]) -> Case:
        complete = all(p.complete for p in self.profiles)
        apart: dict[tuple[int, str], Apart] = {}
        try:
            for cube in when:
                for one in self.relating.apart(cube):
                    apart.setdefault((one.more, one.goal), one)
        except TooMany:
            complete = False
        told = (self._told(0, i), self._told(1, j))
        a, b = self._side(0, told[0]), self._side(1, told[1])
        related, inclusion = relation(apart.values(), (a.verdicts, b.verdicts))
        finer = list(self.finding.of(told))
        if any(a.goal == FORBIDDEN for a in apart.values()) and a.verdict == b.verdict:
            finer.append(Finer("prohibited elsewhere", self._prohibited(apart.values())))
            a, b = (self._banned(s, x, apart.values()) for s, x in enumerate((a, b)))
        return Case(tuple(when), a, b, related, inclusion, tuple(finer), tuple(apart.values()), complete)

    def _banned(self, side: int, told: Side, apart: Iterable[Apart]) -> Side:
        """A side with the provisions that prohibit it, where it is prohibited and on the other side it is not."""
        if all(one.goal != FORBIDDEN or one.more == side for one in apart):
            return told
        bans = (n.provision for n in self.profiles[side].norms if isinstance(n.effect, Forbid))
        return told.replace(bears=unique([*told.bears, *bans]))

    def _prohibited(self, apart: Iterable[Apart]) -> str:
        """In which situations only one side prohibits it: "A: it does not ask for the floor"."""
        found = []
        for one in (x for x in apart if x.goal == FORBIDDEN):
            side = 1 - one.more
            bans = (self.joint.cube(side, c) for c in self.profiles[side].forbidden)
            ban = min((c for c in bans if c <= one.world), key=lambda c: (len(c), sorted(c, key=abs)), default=one.said)
            idle = {x for x in ban if x < 0 and self.joint.is_move(x) and not self.joint.is_own(x)}
            told = [self.words(x) for x in sorted(ban - one.case - idle, key=abs)]
            found.append(f"{'AB'[side]}{': if ' if told else ''}{listed(told, 'and')}")
        return "; ".join(unique(found))

    def _told(self, side: int, number: int) -> Told:
        profile = self.profiles[side]
        branch = profile.branches[number]
        if profile.posed is None:
            return Told(profile.cases[number], None)
        asker = self.askers[side]
        counted = asker.readings.counted(profile.posed, branch)
        lead = asker.readings.lead(profile.posed, counted)
        turning = unique(x for leaf in (lead, *counted) for x, _ in leaf.turns_on)
        words = [(abs(n), x) for x in turning for n in self.joint.cube(side, (x,))]
        quoted = [(n, f'"{asker.wording.word(profile.posed.atom(x))}"') for n, x in words]
        grants = [n for n in profile.norms if n.limits or isinstance(n.effect, Accord)]
        if not grants:  # then the words of the case are those of its grants
            return Told(profile.cases[number], lead, unique(quoted))
        norms = asker.derivations.of(profile.posed, lead).norms.values()
        limits = ((self.joint.pairing.limit(side, x), asker.wording.limit(x)) for n in norms for x in _limits(n))
        return Told(profile.cases[number], lead, unique(quoted), _weakest(norms), unique(limits))

    def _side(self, side: int, told: Told) -> Side:
        case = told.case
        answer = self.profiles[side].answer.replace(cases=(case,), verdicts=case.verdicts, marks=case.marks)
        turned = (r for m in case.marks for r in m.rules)
        return Side(
            case.verdict,
            case.verdicts or (case.verdict,),
            case.outcome,
            tuple(m.kind for m in case.marks),
            condition(answer),
            unique([*case.grounds, *turned]),
            case.strength[0],
            bears=unique(r for way in case.blockers.holds for act in way.acts for r in act.rules),
        )

    def _turning(self) -> list[set[int]]:
        """The questions on which the cases of each side turn."""
        sides = enumerate(self.profiles)
        return [{abs(x) for b in p.branches for c in b.when for x in self.joint.cube(s, c)} for s, p in sides]

    def _described(self, case: Case, split: list[set[int]]) -> Case:
        """With the shortest description, and the conditions that only one side has."""
        nogoods = self.joint.nogoods
        when = set(case.when)
        if len(when) < MOST:
            touched = {abs(x) for c in when for x in c}
            near = [c for c in nogoods.cubes if all(abs(x) in touched for x in c)]
            try:
                when = {c for c in consensus([*when, *near], MOST * 5) if nogoods.closure(c) is not None}
                when = weakest(when, nogoods)
            except TooMany:
                pass
        short = sorted((self._shortened(c) for c in when), key=lambda c: (len(c), sorted(c, key=abs)))
        return case.replace(
            when=tuple(unique(short)), finer=unique([*case.finer, *self._conditions(case, short, split)])
        )

    def _conditions(self, case: Case, when: list[Cube], split: list[set[int]]) -> Iterator[Finer]:
        """What only the side with the lower verdict asks: that by which the case falls short there of a better one, in
        which it is conferred."""
        ranks = RANK[case.a.verdict], RANK[case.b.verdict]
        if ranks[0] == ranks[1]:
            return
        side = 1 if ranks[1] > ranks[0] else 0
        better = [
            self.joint.cube(side, c)
            for branch, told in zip(self.profiles[side].branches, self.profiles[side].cases, strict=True)
            if RANK[told.verdict] < ranks[side] and RANK[told.verdict] <= RANK[BY_LEAVE]
            for c in branch.when
        ]
        alone = split[side] - split[1 - side]
        missing: set[int] = set()
        for cube in when:
            for one in (x for x in cube if abs(x) in alone):
                other = self.joint.nogoods.closure((cube - {one}) | {-one})
                if other is not None and any(c <= other for c in better):
                    missing.add(-one)
        if missing:
            kind = "condition added" if side else "condition dropped"
            yield Finer(kind, " or ".join(unique(self.words(x) for x in sorted(missing, key=abs))))

    def _shortened(self, cube: Cube) -> Cube:
        """Without what follows from the rest."""
        left = set(cube)
        for one in sorted(cube, key=lambda x: (x > 0, abs(x))):
            closed = self.joint.nogoods.closure(frozenset(left - {one}))
            if closed is not None and one in closed:
                left.discard(one)
        return frozenset(left)

    def words(self, number: int, cells: tuple[Cell, Cell] | None = None) -> str:
        """A literal of a case in words, of A where it has them. `cells`, where they are others of the same problem."""
        return literal(self.joint, self.askers, cells or (self.profiles[0].cell, self.profiles[1].cell), number)
