"""Worlds in which two rulesets differ, in words, replayed on the reference evaluator under both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product
from math import prod

from proclogic.answers.cells import Asker
from proclogic.compare.cases import Cases
from proclogic.compare.model import Witness
from proclogic.compare.pasting import Pasting, Ruled
from proclogic.compare.relation import GRANTED, Apart
from proclogic.engine.cubes import Cube
from proclogic.explain.replay import Replay, Replayer
from proclogic.norms.conditions import Atom, Deadline, Happens, Keeps, Reads
from proclogic.norms.questions import Cell, Question

YES, NO, FORBIDDEN = "yes", "no", "forbidden"
MOST = 32  # ways to read a world that are all looked at; of more, those that differ in one choice only


class Witnesses:
    """Tells and replays the worlds of one pair of cells."""

    def __init__(
        self,
        cases: Cases,
        askers: tuple[Asker, Asker],
        replayers: tuple[Replayer, Replayer],
        cells: tuple[Cell, Cell],
    ) -> None:
        self.replayers = replayers
        self.cases, self.joint, self.askers, self.cells = cases, cases.joint, askers, cells
        self.questions = [Question("may", "", cell) for cell in cells]
        self.replays = [self._replay(side) for side in (0, 1)]
        self._found: dict[tuple[int, Cube], tuple[bool, bool]] = {}
        self.pasting = Pasting(cases, askers, cells)

    def _replay(self, side: int) -> Replay:
        asker = self.askers[side]
        first = [Reads(d.id, d.readings[0].name) for d in asker.ruleset.disputes if d.readings]
        kept = [Keeps(b.id, b.alternatives[0].name) for b in asker.ruleset.brackets if b.alternatives]
        posed = self.joint.posed[side]
        leading = [posed.atom(x) for x in asker.readings.leading(posed) if x > 0] if posed is not None else []
        taken = [Reads(d, r) for d, r in asker.options.readings]
        return self.replayers[side].of(self.questions[side], [*first, *kept, *leading, *taken])

    def of(self, apart: Apart) -> Witness | None:
        """The world as a witness; None where the reference evaluator does not find that the two differ there so."""
        read = self._read(apart.world)
        ruled = self._ruled(read)
        goal = 0 if apart.goal == GRANTED else 1
        has = apart.more if goal == 0 else 1 - apart.more
        if not (ruled[has][goal] and not ruled[1 - has][goal]):
            return None
        a, b = (YES if granted else FORBIDDEN if banned else NO for granted, banned in ruled)
        told = self._told(apart, self._deciding(apart, read))
        said = [*sorted(apart.case, key=abs), *told]
        dated = self.pasting.dated(read, told)
        worlds = self._side(0, read, ruled[0]), self._side(1, read, ruled[1])
        (question, options), (question_b, options_b) = self.pasting.pasted(said, dated, worlds)
        return Witness(
            tuple(self._clause(x, dated.get(x)) for x in told),
            a,
            b,
            question,
            question_b,
            tuple((self.joint.atoms[abs(x)], x > 0) for x in (*apart.case, *told)),
            options,
            options_b,
        )

    def _side(self, side: int, world: Cube, ruled: tuple[bool, bool]) -> Ruled:
        """A world as one side has it."""
        truths = self._truths(side, self.joint.of_side(side, world))
        return Ruled(truths, self.replays[side].world(truths).true, *ruled)

    def _clause(self, number: int, day: Deadline | None) -> str:
        """A literal of a world in words: an act that keeps one deadline and misses another with its day."""
        text, atom = self.cases.words(number, self.cells), self.joint.atoms[abs(number)]
        if day is None or not isinstance(atom, Happens) or atom.deadline is None:
            return text
        return text.replace(f" {atom.deadline.bound} ", " ", 1)

    def questions_in(self, case: Cube) -> tuple[str, str]:
        """The questions that ask for the cell in a case, in the words of each side."""
        return self.pasting.plain(0, case), self.pasting.plain(1, case)

    def _ruled(self, world: Cube) -> tuple[tuple[bool, bool], ...]:
        """Whether each side grants it, and whether it forbids it, in a world of both."""
        return tuple(self._ruling(side, self.joint.of_side(side, world)) for side in (0, 1))

    def _ruling(self, side: int, mine: Cube) -> tuple[bool, bool]:
        """What one side says; many worlds of both are one world of a side."""
        found = self._found.get((side, mine))
        if found is None:
            found = self._found[side, mine] = self.replays[side].ruling((), self._truths(side, mine))
        return found

    def _read(self, world: Cube) -> Cube:
        """The world with one reading of each dispute and one way to resolve each bracket, the same for both sides: what
        A, then what B, is best taken to say."""
        closure = self.joint.nogoods.closure
        for side in (0, 1):
            posed, readings = self.joint.posed[side], self.askers[side].readings
            if posed is None:
                continue
            kept = [x for x in posed.free if isinstance(posed.atom(x), Keeps)]
            for literal in (*readings.leading(posed), *kept):
                for number in self.joint.cube(side, (literal,)):
                    world = closure(world | {number}) or closure(world | {-number}) or world
        return world

    def _deciding(self, apart: Apart, read: Cube) -> list[int]:
        """The readings and the brackets that are not said, and on which it depends what a side says in this world."""
        said = self.joint.nogoods.closure(apart.said | apart.case) or frozenset()
        groups: dict[object, list[int]] = {}
        for number, atom in self.joint.atoms.items():
            if isinstance(atom, Reads | Keeps) and number not in said and -number not in said:
                place = atom.dispute if isinstance(atom, Reads) else atom.bracket
                groups.setdefault((place, *sorted({s for s, _ in self.joint.members[number]})), []).append(number)
        ways = [[[x] for x in group] if len(group) > 1 else [[group[0]], [-group[0]]] for group in groups.values()]
        taken = [next((i for i, w in enumerate(way) if w[0] in read), 0) for way in ways]
        many = prod(map(len, ways)) > MOST
        rest = frozenset(x for x in read if not any(abs(x) in group for group in groups.values()))

        @cache
        def ruled(choice: Sequence[int]) -> object:
            chosen = rest.union(*(way[i] for way, i in zip(ways, choice, strict=True)))
            closed = self.joint.nogoods.closure(chosen)
            return self._ruled(closed) if closed is not None else None

        found: list[int] = []
        for at, way in enumerate(ways):
            for choice in (
                [taken] if many else product(*(range(len(w)) if i != at else (0,) for i, w in enumerate(ways)))
            ):
                seen = {ruled((*choice[:at], i, *choice[at + 1 :])) for i in range(len(way))} - {None}
                if len(seen) > 1:
                    found += way[taken[at]]
                    break
        return found

    def _truths(self, side: int, said: Cube) -> dict[Atom, bool]:
        """The answers to the open questions of one side, completed so that nobody does more than is said."""
        posed = self.joint.posed[side]
        if posed is None:
            return {}
        mine = set(said)
        for literal in posed.free:
            for one in (-literal, literal):
                if literal in mine or -literal in mine or isinstance(posed.atom(one), Reads | Keeps):
                    break
                if posed.nogoods.closure(frozenset(mine | {one})) is not None:
                    mine.add(one)
        fixed = (x for x in posed.fixed if abs(x) in posed.ground.atom_of)
        return {posed.atom(x): x > 0 for x in (*fixed, *mine)}

    def _told(self, apart: Apart, more: Iterable[int]) -> list[int]:
        """What is worth saying of a world: what it is made of, first of the actor, then its acts, then others'."""
        joint = self.joint
        said = [x for x in apart.said if x > 0 or not joint.is_move(x) or joint.is_shared(x)]
        said += more
        return sorted(said, key=lambda x: (joint.is_move(x), joint.is_move(x) and not joint.is_own(x), x < 0, abs(x)))
