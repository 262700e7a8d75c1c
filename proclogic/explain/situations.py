"""How things stand in a case, how they would stand after a change, and what the answer is there.

Answers are read off the prime implicants of the question with its facts left open: no world is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from proclogic.answers.cases import Leaf, Splitter
from proclogic.answers.cells import Asker
from proclogic.answers.examine import Examined
from proclogic.answers.model import OPEN
from proclogic.answers.settle import RANK, Moves
from proclogic.engine.cubes import Cube, absorb
from proclogic.engine.session import ENTITLED, FORBIDDEN, Posed, posed_moves
from proclogic.explain.rulings import Rulings, Undecided
from proclogic.norms.conditions import Atom, Has, Is, Keeps, Reads
from proclogic.norms.questions import Cell, Fact, Question
from proclogic.program.known import sorts_of
from proclogic.values import Value


class Situation:
    """Answers to the open questions of a posed cell, as literals: `stands` is a whole world but for own acts."""

    def __init__(self, posed: Posed, stands: Cube) -> None:
        self.posed = posed
        self.stands = stands

    def after(self, flips: Cube) -> Situation | None:
        """The situation with some literals changed, and what follows from them; None where no world is so."""
        closed = self.posed.nogoods.closure(flips)
        if closed is None:
            return None
        return Situation(self.posed, self.posed.nogoods.completed(closed, sorted(self.stands, key=abs)))


Said = tuple[tuple[str, ...], str]  # verdicts, best first (several where facts left open split it), and the outcome


class Now(Value):
    """What an answer is in a situation: its verdicts, best first (several where facts left open split it), and a leaf
    for each answer."""

    verdicts: tuple[str, ...]
    outcome: str
    leaves: tuple[Leaf, ...]
    others: tuple[Cube, ...] = ()  # the choices of readings and brackets that were looked at, where they were free

    @property
    def said(self) -> Said:
        """What a reader is told of it."""
        return self.verdicts, self.outcome


class Situations:
    """The situations of an examined question. `choices` are the literals of the readings and brackets that are open."""

    def __init__(self, asker: Asker, question: Question, examined: Examined) -> None:
        self.asker, self.question, self.examined = asker, question, examined
        self.session = asker.session
        assert question.cell is not None
        loose = [f for f in question.facts if self._is_loose(f, question.cell)]
        kept = tuple(f for f in question.facts if f not in loose)
        self.posed = asker.posed(question.cell, kept) if loose else examined.posed
        self.primes = self.session.primes(self.posed, ENTITLED)
        self.bans = self.session.cover(self.posed, FORBIDDEN)
        self._acts = frozenset(y for x in (*self.posed.own, *self.posed.others) for y in (x, -x))
        self._splitters = {(Cube(), acts): Splitter(asker.ruleset, self.posed, acts=acts) for acts in (False, True)}
        self._any_ruling = Rulings(asker.ruleset, self.posed)
        self._rulings: dict[Cube, Rulings] = {}  # by the moves that are changed
        fixed = self.posed.fixed
        self.choices = frozenset(
            x
            for a, x in self.posed.ground.open.items()
            if isinstance(a, Reads | Keeps) and x not in fixed and -x not in fixed
        )
        self.loose: set[int] = set()  # facts that a case leaves open: they are as they stand only when they matter
        self._kept: dict[tuple[Cube, Cube, bool, bool], Now] = {}
        self._said: dict[tuple[Cube, Cube, bool], Said] = {}

    @cached_property
    def _of_others(self) -> list[Cube]:
        """The implicants without own acts of which nothing is given: verdict and outcome do not depend on these."""
        given = self._splitters[Cube(), False].moves.given
        own = frozenset(y for x in self.posed.own if x not in given for y in (x, -x))
        return sorted(absorb(c - own for c in self.primes.cubes), key=lambda c: (len(c), sorted(c)))

    def _is_word(self, atom: Atom) -> bool:
        found = self.asker.wording.predicates.get(atom.predicate) if isinstance(atom, Has) else None
        return found is not None and found.role == "judgement" and not found.judge

    def _is_loose(self, fact: Fact, cell: Cell) -> bool:
        """Whether a fact can be let go: a quality, or a kind that who is asked about may be of or not."""
        match fact.atom:
            case Has(predicate):
                return predicate not in self.session.index.statuses
            case Is(sort, kind):
                return kind in self.session.index.possible(sort, sorts_of(cell)[sort])
        return False

    def standing(self, true: frozenset[Atom], leaf: Leaf, followed: Iterable[Atom]) -> Situation:
        """As things stand in a case. What the case leaves open of facts and judged words is no part of it, unless the
        search meets it: then a fact is as it is in the world, and a word is free."""
        chosen = set(followed)
        facts = {f.atom: f.holds for f in self.question.facts}
        turning = {abs(x) for x, _ in leaf.turns_on}
        mine = {self.examined.posed.atom(x) for x in leaf.path | leaf.choice}
        mine -= {
            a for x in leaf.path for a in [self.examined.posed.atom(x)] if self._is_word(a) and abs(x) not in turning
        }
        known = self.session.known(self.examined.posed.cell, self.examined.posed.known)
        stands: set[int] = set()
        for atom, literal in self.posed.ground.open.items():
            if literal in self.posed.fixed or -literal in self.posed.fixed or literal in self.posed.own:
                continue
            if self._is_word(atom) and atom not in mine and atom not in facts:
                continue
            settled = facts.get(atom, known.value(atom))
            holds = atom in true if atom in self.examined.posed.ground.open else bool(settled)
            if isinstance(atom, Reads | Keeps) and atom not in self.examined.posed.ground.open:
                holds = atom in chosen
            if isinstance(atom, Is | Has) and atom not in mine and settled is None:
                self.loose.add(literal)
            stands.add(literal if holds else -literal)
        for literal, holds in posed_moves(self.posed).items():
            stands.discard(-literal if holds else literal)
            stands.add(literal if holds else -literal)
        return Situation(self.posed, frozenset(stands))

    def matters(self, start: Situation, after: Situation, flips: Cube, free: frozenset[int] = frozenset()) -> bool:
        """Whether a change can make a difference: an implicant that fits what stays as it is speaks of what changes,
        or of what was open and is so no more. Questions that are `free` are left open."""
        open_ones = self.loose | free
        same = frozenset(
            x for x in start.stands & after.stands if abs(x) not in open_ones and not self.posed.is_move(x)
        )
        against = frozenset(-x for x in self.posed.nogoods.closure(same) or same)
        closed = self.posed.nogoods.closure(flips) or flips
        settled = {x for x in closed if abs(x) in open_ones or self.posed.is_move(x)}
        changed = {x for y in (start.stands ^ after.stands) | settled for x in (y, -y)}
        every = chain(self.primes.cubes, self.bans.cubes)
        return any(not c.isdisjoint(changed) and c.isdisjoint(against) for c in every)

    def settle(self, situation: Situation, flips: Cube, free: frozenset[int] = frozenset(), acts: bool = False) -> Now:
        """What the answer is in a situation, with who lets it in and who can stop it where `acts` are wanted; kept."""
        key = situation.stands, flips, bool(free), acts
        if key not in self._kept:
            self._kept[key] = self._settled(situation, flips, free, acts)
        return self._kept[key]

    def said(self, situation: Situation, flips: Cube, free: frozenset[int] = frozenset()) -> Said:
        """What a reader is told of the answer in a situation: as `settle`, without what it rests on; kept."""
        key = situation.stands, flips, bool(free)
        if key not in self._said:
            rulings = self._ruling(flips)
            try:
                self._said[key] = _told(self._leaves(situation, flips, free, rulings, rulings.plain))
            except Undecided:
                splitter = self._splitter(flips, acts=False)
                self._said[key] = _told(self._leaves(situation, flips, free, splitter, rulings.whole))
        return self._said[key]

    def _settled(self, situation: Situation, flips: Cube, free: frozenset[int], acts: bool) -> Now:
        """What the answer is in a situation: that of its case, with the acts that were changed as given. Questions that
        are `free` (readings, brackets) are left open, and every choice that counts is told."""
        leaves = self._leaves(situation, flips, free, self._splitter(flips, acts), self.primes.cubes)
        ways = {(v.settled.verdict, v.settled.outcome): v for v in reversed(leaves)}
        best_first = tuple(sorted(ways.values(), key=lambda v: RANK[v.settled.verdict]))
        return Now(*_told(leaves), best_first, tuple(v.choice for v in leaves) if free else ())

    def _leaves(
        self, situation: Situation, flips: Cube, free: frozenset[int], splitter: Splitter, cubes: Iterable[Cube]
    ) -> list[Leaf]:
        """What the answer is in a situation, for whatever it leaves open, by implicants."""
        changed = self.posed.nogoods.closure(flips) or flips
        loose = {x for x in situation.stands if (abs(x) in self.loose or abs(x) in free) and x not in changed}
        fixed = situation.stands - self._acts - loose
        fixed = (self.posed.nogoods.closure(fixed) or fixed) - self._acts
        against = frozenset(-x for x in fixed)
        entitled = [c - fixed for c in cubes if c.isdisjoint(against)]
        undone = against.union(-x if splitter.moves.given.get(abs(x), False) == (x > 0) else x for x in self._acts)
        bans = [c - fixed - self._acts for c in self.bans.cubes if c.isdisjoint(undone)]
        leaves = splitter.leaves(entitled, bans)
        leaves = [v for v in leaves if self.posed.nogoods.closure(fixed | v.path) is not None] or leaves
        readings = self.asker.readings
        if free:
            leaves = [v for v in leaves if not readings.is_minority(self.posed, v.choice)] or leaves
        return leaves

    def _ruling(self, flips: Cube) -> Rulings:
        """As `_splitter`, for verdicts and outcomes alone."""
        changed = (self.posed.nogoods.closure(flips) or flips) & self._acts
        if changed not in self._rulings:
            whole = self._of_others if self.posed.own.isdisjoint(map(abs, changed)) else self.primes.cubes
            self._rulings[changed] = self._any_ruling.of(self._moves(changed), whole)
        return self._rulings[changed]

    def _splitter(self, flips: Cube, acts: bool) -> Splitter:
        """A splitter for the moves that are given once some are changed; kept, for it keeps what it has settled."""
        changed = (self.posed.nogoods.closure(flips) or flips) & self._acts
        if (changed, acts) not in self._splitters:
            self._splitters[changed, acts] = self._splitters[Cube(), acts].given(self._moves(changed))
        return self._splitters[changed, acts]

    def _moves(self, changed: Cube) -> Moves:
        usual = self._splitters[Cube(), False].moves
        given = dict(usual.given) | {abs(x): x > 0 for x in changed}
        opposite = {-x for x in changed}
        groups = [g for g in usual.groups if not g & opposite]
        happened = frozenset(x for x in changed if x > 0 and x in self.posed.others)
        groups += [happened] if happened else []
        return usual.replace(given=given, groups=tuple(groups), dated=usual.dated - opposite)

    def whole(self, start: Situation, after: Situation, flips: Cube) -> Said | None:
        """What the answer is after a change that matters only under other readings, or other choices in brackets, than
        the leading ones; None where it matters under none that counts."""
        if not self.choices or any(abs(x) in self.choices for x in flips):
            return None
        before, now = self.said(start, Cube(), self.choices), self.said(after, flips, self.choices)
        return None if now == before else now


def _told(leaves: Iterable[Leaf]) -> Said:
    verdicts = {v.settled.verdict for v in leaves}
    outcomes = {v.settled.outcome for v in leaves}
    return tuple(sorted(verdicts, key=RANK.__getitem__)), next(iter(outcomes)) if len(outcomes) == 1 else OPEN
