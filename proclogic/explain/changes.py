"""What would change an answer: the fewest changes of facts, acts, readings and brackets after which it is another.

Changes are looked for in the prime implicants of the question with its facts left open, so no world is looked at. From
"it does not hold" to "it holds": what an implicant has and the situation lacks. From "it holds" to "it does not": what
spoils every implicant that the situation has. And every single change, and every set of two where these are not too
many (docs/meaning.md, section 10). Each is replayed by the reference evaluator before it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from proclogic.answers.cases import Leaf, Splitter
from proclogic.answers.cells import Asker
from proclogic.answers.examine import Examined
from proclogic.answers.model import OPEN, YES
from proclogic.answers.settle import RANK, Moves
from proclogic.engine.cubes import Cube
from proclogic.engine.session import ENTITLED, FORBIDDEN, Posed, posed_moves
from proclogic.explain.model import BRACKET, CASE, LEAVE, OWN, PASSIVE, READING, Change
from proclogic.explain.replay import Replay
from proclogic.explain.saying import Saying
from proclogic.norms.conditions import Atom, Happens, Has, Is, Keeps, Reads
from proclogic.norms.questions import Cell, Fact, Question
from proclogic.program.known import sorts_of
from proclogic.values import Value

UPTO = 2  # changes of which every set is looked at
PAIRS = 60  # sets of two that are looked at; where there are more, only some of them are, and the answer says so
SHOWN = 12
TRIES = 4000  # sets that are looked at before the search stops and says so

_ORDER = (OWN, LEAVE, PASSIVE, CASE, READING, BRACKET)


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
        kept = set(closed)
        for literal in sorted(self.stands, key=abs):
            if -literal in kept or literal in kept:
                continue
            wider = self.posed.nogoods.closure(frozenset(kept | {literal}))
            kept |= wider if wider is not None else {-literal}
        return Situation(self.posed, frozenset(kept))


class Now(Value):
    """What an answer is in a situation: its verdicts, best first (several where facts left open split it), and the leaf
    with the best."""

    verdicts: tuple[str, ...]
    outcome: str
    leaf: Leaf
    others: tuple[Cube, ...] = ()  # the choices of readings and brackets that were looked at, where they were free

    @property
    def said(self) -> tuple[tuple[str, ...], str]:
        """What a reader is told of it."""
        return self.verdicts, self.outcome


class Changes:
    """Looks for the changes of each case of an examined question. `upto` is the number of changes up to which the
    search is complete; `denied` counts what the reference evaluator did not confirm (and is not shown)."""

    def __init__(self, asker: Asker, question: Question, examined: Examined, saying: Saying) -> None:
        self.asker, self.question, self.saying = asker, question, saying
        self.session = asker.session
        self.examined = examined
        self.upto = UPTO
        self.denied = 0
        assert question.cell is not None
        loose = [f for f in question.facts if self._is_loose(f, question.cell)]
        self.kept = tuple(f for f in question.facts if f not in loose)
        self.posed = asker.posed(question.cell, self.kept) if loose else examined.posed
        self.primes = self.session.primes(self.posed, ENTITLED)
        self.bans = self.session.cover(self.posed, FORBIDDEN)
        self.moves = Splitter(asker.ruleset, self.posed).moves
        leading = [self.posed.atom(x) for x in asker.readings.leading(self.posed) if x > 0]
        first = [Reads(d.id, d.readings[0].name) for d in asker.ruleset.disputes if d.readings]
        first_kept = [Keeps(b.id, b.alternatives[0].name) for b in asker.ruleset.brackets if b.alternatives]
        self.replay = Replay(
            asker.ruleset,
            question,
            asker.options.strict,
            asker.options.layers,
            [*first, *first_kept, *leading],
        )
        self.tries = 0
        self._kept: dict[tuple[Cube, Cube, bool], Now] = {}
        atoms = self.posed.ground.open.items()
        fixed = self.posed.fixed
        self._choices = frozenset(
            x for a, x in atoms if isinstance(a, Reads | Keeps) and x not in fixed and -x not in fixed
        )
        self._loose: set[int] = set()

    def _is_word(self, atom: Atom) -> bool:
        found = self.saying.wording.predicates.get(atom.predicate) if isinstance(atom, Has) else None
        return found is not None and found.role == "judgement" and not found.judge

    def _is_duty(self, literal: int) -> bool:
        """Whether the act is presumed where nothing is given of it: to give something changes that, too."""
        atom = self.posed.atom(literal)
        duties = {(d.event, d.agent) for d in self.posed.ground.program.duties if isinstance(d, Happens)}
        return isinstance(atom, Happens) and not self.asker.options.strict and (atom.event, atom.agent) in duties

    def _is_loose(self, fact: Fact, cell: Cell) -> bool:
        """Whether a fact can be let go: a quality, or a kind that who is asked about may be of or not."""
        match fact.atom:
            case Has(predicate):
                return predicate not in self.session.index.statuses
            case Is(sort, kind):
                return kind in self.session.index.possible(sort, sorts_of(cell)[sort])
        return False

    # ------------------------------------------------------------------------------------------------- the situation

    def of(self, world: Iterable[Atom], leaf: Leaf) -> tuple[Change, ...]:
        """The changes from the world (the atoms that hold there, as things stand) to another answer, fewest first."""
        if not self.primes.complete:
            self.upto = 0
            return ()
        start = self._situation(frozenset(world), leaf)
        before = self._settle(start, Cube())
        found: dict[Cube, Now] = {}
        for flips in self._candidates(start, before):
            if any(other <= flips for other in found) or any(map(self._is_duty, flips)):
                continue
            after = start.after(flips)
            if after is None:
                continue
            now = self._settle(after, flips)
            if now.said == before.said:
                whole = self._whole(start, after, flips) if len(flips) == 1 else None
                if whole is None:
                    continue
                now = whole
            if not any(self._says_more(flips, now, other, found[other]) for other in found):
                found[flips] = now
        made = [self._change(start, before, flips, now) for flips, now in found.items()]
        told = sorted((c for c in made if c is not None), key=_place)
        return tuple(told[:SHOWN])

    def _whole(self, start: Situation, after: Situation, flips: Cube) -> Now | None:
        """What the answer is after a change that matters only under other readings, or other choices in brackets, than
        the leading ones; None where it matters under none that counts."""
        if not self._choices or any(abs(x) in self._choices for x in flips):
            return None
        before, now = self._settle(start, Cube(), self._choices), self._settle(after, flips, self._choices)
        return None if now.said == before.said else now

    def _situation(self, true: frozenset[Atom], leaf: Leaf) -> Situation:
        """As things stand in a case. What the case leaves open of facts and judged words is no part of it, unless the
        search meets it: then a fact is as it is in the world, and a word is free."""
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
                holds = self.replay.follows(atom)
            if isinstance(atom, Is | Has) and atom not in mine and settled is None:
                self._loose.add(literal)
            stands.add(literal if holds else -literal)
        for literal, holds in posed_moves(self.posed).items():
            stands.discard(-literal if holds else literal)
            stands.add(literal if holds else -literal)
        return Situation(self.posed, frozenset(stands))

    def _settle(self, situation: Situation, flips: Cube, free: frozenset[int] = frozenset()) -> Now:
        """As `_settled`, kept."""
        key = situation.stands, flips, bool(free)
        if key not in self._kept:
            self._kept[key] = self._settled(situation, flips, free)
        return self._kept[key]

    def _settled(self, situation: Situation, flips: Cube, free: frozenset[int]) -> Now:
        """What the answer is in a situation: that of its case, with the acts that were changed as given. Questions that
        are `free` (readings, brackets) are left open, and every choice that counts is told."""
        changed = self.posed.nogoods.closure(flips) or flips
        loose = {x for x in situation.stands if (abs(x) in self._loose or abs(x) in free) and x not in changed}
        fixed = frozenset(x for x in situation.stands if not self.posed.is_move(x) and x not in loose)
        fixed = self.posed.nogoods.closure(fixed) or fixed
        fixed = frozenset(x for x in fixed if not self.posed.is_move(x))
        against = frozenset(-x for x in fixed)
        entitled = [c - fixed for c in self.primes.cubes if not c & against]
        splitter = Splitter(self.asker.ruleset, self.posed)
        splitter.moves = moves = self._moves(flips)
        bans = [
            frozenset(x for x in c - fixed if not self.posed.is_move(x))
            for c in self.bans.cubes
            if not c & against and all(moves.given.get(abs(x), False) == (x > 0) for x in c if self.posed.is_move(x))
        ]
        leaves = [v for b in splitter.split(entitled, bans, ()) for v in b.leaves]
        leaves = [v for v in leaves if self.posed.nogoods.closure(fixed | v.path) is not None] or leaves
        readings = self.asker.readings
        if free:
            leaves = [v for v in leaves if not readings.is_minority(self.posed, v.choice)] or leaves
        verdicts = tuple(sorted({v.settled.verdict for v in leaves}, key=RANK.__getitem__))
        outcomes = {v.settled.outcome for v in leaves}
        best = min(leaves, key=lambda v: RANK[v.settled.verdict])
        outcome = next(iter(outcomes)) if len(outcomes) == 1 else OPEN
        return Now(verdicts, outcome, best, tuple(v.choice for v in leaves) if free else ())

    def _moves(self, flips: Cube) -> Moves:
        changed = [x for x in (self.posed.nogoods.closure(flips) or flips) if self.posed.is_move(x)]
        if not changed:
            return self.moves
        given = dict(self.moves.given) | {abs(x): x > 0 for x in changed}
        opposite = {-x for x in changed}
        groups = [g for g in self.moves.groups if not g & opposite]
        happened = frozenset(x for x in changed if x > 0 and x in self.posed.others)
        groups += [happened] if happened else []
        return self.moves.replace(given=given, groups=tuple(groups), dated=self.moves.dated - opposite)

    # ---------------------------------------------------------------------------------------------------- candidates

    def _candidates(self, start: Situation, before: Now) -> list[Cube]:
        """Sets of literals to change, the smallest first: each one, each two where these are not too many, and of
        larger sets those that make what is asked hold, or end it."""
        singles = list(self._singles(start))
        found: set[Cube] = set(singles)
        if len(singles) * (len(singles) - 1) // 2 <= PAIRS:
            found.update(one | other for one, other in combinations(singles, 2) if self._are_two(one, other))
        else:
            self.upto = min(self.upto, 1)
        found.update(self._ending(start) if before.outcome == YES else self._giving(start))
        found.update(Cube(some) for flips in list(found) if len(flips) > UPTO for some in combinations(flips, UPTO))
        return sorted(found, key=lambda c: (len(c), sorted(c)))

    def _are_two(self, one: Cube, other: Cube) -> bool:
        """Whether two changes can be made together, and neither comes with the other."""
        both = self.posed.nogoods.closure(one | other)
        return both is not None and not any(
            b <= (self.posed.nogoods.closure(a) or a) for a, b in ((one, other), (other, one))
        )

    def _says_more(self, flips: Cube, now: Now, other: Cube, then: Now) -> bool:
        """Whether a change brings another with it that comes to the same: more States than need to object."""
        closed = self.posed.nogoods.closure(flips) or flips
        return other <= closed and (now.verdicts, now.outcome) == (then.verdicts, then.outcome)

    def _singles(self, start: Situation) -> Iterator[Cube]:
        used = {abs(x) for c in (*self.primes.cubes, *self.bans.cubes) for x in c}
        for literal in start.stands:
            if abs(literal) in used:
                yield from (frozenset({x}) for x in self._instead(literal))

    def _instead(self, literal: int) -> list[int]:
        """What can stand in place of a literal of the situation."""
        atom = self.posed.atom(literal)
        if literal < 0 or not isinstance(atom, Reads | Keeps):
            return [-literal]
        for group in self.posed.ground.program.constraints.choices.values():
            if atom in group:
                others = [self.posed.ground.open[a] for a in group if a != atom]
                return [x for x in others if -x not in self.posed.fixed and x not in self.posed.fixed]
        return [-literal]

    def _giving(self, start: Situation) -> Iterator[Cube]:
        """What each implicant lacks."""
        for cube in self.primes.cubes:
            lacking = [x for x in cube if -x in start.stands]
            if len(lacking) > UPTO + 1:
                continue
            yield from self._expanded(frozenset(lacking))

    def _expanded(self, flips: Cube) -> Iterator[Cube]:
        """With a choice in place of each "not this reading", and without what follows from the rest."""
        sets: list[frozenset[int]] = [frozenset()]
        for literal in sorted(flips):
            ways = self._instead(-literal) if literal < 0 else [literal]
            sets = [s | {w} for s in sets for w in ways]
        for one in sets:
            rest = set(one)
            for literal in sorted(one):
                closed = self.posed.nogoods.closure(frozenset(rest - {literal}))
                if closed is not None and literal in closed:
                    rest.discard(literal)
            if rest:
                yield frozenset(rest)

    def _ending(self, start: Situation) -> Iterator[Cube]:
        """What spoils every implicant: up to UPTO literals changed, one after the other."""
        todo: list[Cube] = [frozenset()]
        seen: set[Cube] = set()
        while todo:
            flips = todo.pop()
            self.tries += 1
            if self.tries > TRIES:
                self.upto = 1
                return
            now = start.after(flips) if flips else start
            held = self._held(now) if now is not None else None
            if now is None:
                continue
            if held is None:
                yield flips
                continue
            if len(flips) >= UPTO:
                continue
            for literal in held:
                if literal in now.stands and literal not in flips:
                    for other in self._instead(literal):
                        more = flips | {other}
                        if more not in seen:
                            seen.add(more)
                            todo.append(more)

    def _held(self, situation: Situation) -> Cube | None:
        """An implicant that holds in the situation when it takes its own steps."""
        for cube in sorted(self.primes.cubes, key=lambda c: (len(c), sorted(c))):
            if not any(-x in situation.stands for x in cube):
                return cube
        return None

    # ------------------------------------------------------------------------------------------------ shown changes

    def _change(self, start: Situation, before: Now, flips: Cube, now: Now) -> Change | None:
        """The change in words, once the reference evaluator has confirmed that it makes a difference."""
        after = start.after(flips)
        if after is None or not (
            self._confirmed(start, after, flips, before, now) or self._confirmed_elsewhere(start, flips, now)
        ):
            self.denied += 1
            return None
        literals = sorted(flips, key=lambda x: (_ORDER.index(self._kind(x)), abs(x)))
        now = self._settle(after, flips, self._choices) if self._choices else now
        return Change(
            tuple(self.saying.chosen(self.posed.atom(x), x > 0) for x in literals),
            tuple(self._kind(x) for x in literals),
            now.verdicts,
            now.outcome,
            atoms=tuple((self.posed.atom(x), x > 0) for x in literals),
        )

    def _kind(self, literal: int) -> str:
        match self.posed.atom(literal):
            case Happens():
                if abs(literal) in self.posed.own:
                    return OWN
                return LEAVE if literal > 0 else PASSIVE
            case Reads():
                return READING
            case Keeps():
                return BRACKET
            case _:
                return CASE

    def _confirmed(self, start: Situation, after: Situation, flips: Cube, before: Now, now: Now) -> bool:
        """Whether the reference evaluator finds what is asked so (or forbidden) in one of the two situations and not in
        the other, for some acts of others that both have."""
        old, new = self.question.facts, self._facts(flips)
        for own, acts, rest in self._trials(before, now):
            one = self.replay.ruling(old, self._truths(start, own, acts, rest, flips))
            other = self.replay.ruling(new, self._truths(after, own, acts, rest, flips))
            if one != other:
                return True
        return False

    def _confirmed_elsewhere(self, start: Situation, flips: Cube, now: Now) -> bool:
        """The same under the readings and the choices in brackets under which the change matters."""
        for choice in now.others if self._choices else ():
            here = start.after(choice)
            there = here.after(flips) if here is not None else None
            if here is None or there is None or not choice <= there.stands:
                continue
            one, other = self._settle(here, Cube()), self._settle(there, flips)
            if one.said != other.said and self._confirmed(here, there, flips, one, other):
                return True
        return False

    def _trials(self, before: Now, now: Now) -> Iterator[tuple[Cube, Cube, Cube]]:
        """Own steps, acts of others and facts left open under which the two may differ: as things stand, then those
        that the one or the other rests on, or that would end it."""
        for one in (now, before):
            settled, rest = one.leaf.settled, frozenset(x for x in one.leaf.path if not self.posed.is_move(x))
            steps = {frozenset(x for x in c if abs(x) in self.posed.own) for c in settled.support[:2]} or {Cube()}
            ways = [Cube(), *(frozenset(x for x in c if abs(x) in self.posed.others) for c in settled.support[:2])]
            undone = frozenset(-x for x, done in posed_moves(self.posed).items() if done and x in self.posed.others)
            ways += [undone, *(undone - frozenset(-x for x in way) | way for way in ways[1:])] if undone else []
            for own in sorted(steps, key=lambda c: (len(c), sorted(c))):
                for acts in (*ways, *settled.sets_off[:2], *settled.holds[:1]):
                    yield own, acts, rest

    def _truths(self, situation: Situation, own: Cube, acts: Cube, rest: Cube, flips: Cube) -> dict[Atom, bool]:
        truths = {self.posed.atom(x): x > 0 for x in situation.stands}
        closed = self.posed.nogoods.closure(flips) or flips
        changed = {abs(x) for x in closed}
        free = [x for x in rest if abs(x) in self._loose or self.posed.atom(x) not in truths]
        truths |= {self.posed.atom(x): x > 0 for x in free if abs(x) not in changed}
        truths |= {self.posed.atom(x): x > 0 for x in own if x not in situation.stands and -x not in situation.stands}
        truths |= {self.posed.atom(x): x > 0 for x in acts if -x not in closed and x not in flips}
        return truths

    def _facts(self, flips: Cube) -> tuple[Fact, ...]:
        """The facts of the question after the change."""
        new = {self.posed.atom(x): x > 0 for x in flips}
        closed = {self.posed.atom(x): x > 0 for x in (self.posed.nogoods.closure(flips) or flips)}
        kept = [f for f in self.question.facts if closed.get(f.atom, f.holds) == f.holds]  # type: ignore[call-overload]
        return (*kept, *(Fact(a, holds) for a, holds in new.items() if not isinstance(a, Reads | Keeps)))


def _place(change: Change) -> tuple[int, list[int], tuple[str, ...]]:
    return len(change.texts), [_ORDER.index(k) for k in change.kinds], change.texts
