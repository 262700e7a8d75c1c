"""What would change an answer: the fewest changes of facts, acts, readings and brackets after which it is another.

Each is replayed by the reference evaluator before it is shown (docs/meaning.md, section 10).
"""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.cases import Leaf
from proclogic.answers.cells import Asker
from proclogic.answers.examine import Examined
from proclogic.answers.model import YES
from proclogic.engine.cubes import Cube
from proclogic.explain.candidates import Candidates
from proclogic.explain.confirming import Confirming
from proclogic.explain.model import BRACKET, CASE, LEAVE, OWN, PASSIVE, READING, Change
from proclogic.explain.replay import Replayer
from proclogic.explain.saying import Saying
from proclogic.explain.situations import Now, Said, Situation, Situations
from proclogic.norms.conditions import Atom, Happens, Keeps, Reads
from proclogic.norms.questions import Question

SHOWN = 8  # changes of a case that are replayed and listed; the explanation says how many more were found
FEW = 4  # the same, where there are several cases
ALL = 1_000_000

_ORDER = (OWN, LEAVE, PASSIVE, CASE, READING, BRACKET)


class Changes:
    """Looks for the changes of each case of an examined question. `upto` is the number of changes up to which the
    search is complete; `denied` counts what the reference evaluator did not confirm (and is not shown)."""

    def __init__(self, asker: Asker, question: Question, examined: Examined, saying: Saying) -> None:
        self.asker, self.saying = asker, saying
        self.situations = Situations(asker, question, examined)
        self.posed = self.situations.posed
        self.candidates = Candidates(self.posed, self.situations.primes, self.situations.bans)
        self.denied = 0
        leading = [self.posed.atom(x) for x in asker.readings.leading(self.posed) if x > 0]
        first = [Reads(d.id, d.readings[0].name) for d in asker.ruleset.disputes if d.readings]
        first_kept = [Keeps(b.id, b.alternatives[0].name) for b in asker.ruleset.brackets if b.alternatives]
        options = asker.options
        replayer = Replayer(asker.ruleset, options.strict, options.layers)
        self.replay = replayer.of(question, [*first, *first_kept, *leading])
        self.confirming = Confirming(self.situations, self.replay)

    @property
    def upto(self) -> int:
        """Up to how many changes at once every set was looked at."""
        return self.candidates.upto if self.situations.primes.complete else 0

    def is_duty(self, literal: int) -> bool:
        """Whether the act is presumed where nothing is given of it: to give something changes that, too."""
        atom = self.posed.atom(literal)
        duties = {(d.event, d.agent) for d in self.posed.ground.program.duties if isinstance(d, Happens)}
        return isinstance(atom, Happens) and not self.asker.options.strict and (atom.event, atom.agent) in duties

    def of(self, world: Iterable[Atom], leaf: Leaf, most: int = SHOWN) -> tuple[tuple[Change, ...], int]:
        """The changes from the world (the atoms that hold there, as things stand) to another answer, fewest first, as
        many as are wanted; and how many more were found, which are not replayed."""
        if not self.situations.primes.complete:
            return (), 0
        start = self.start(world, leaf)
        before = self.situations.settle(start, Cube())
        found: dict[Cube, Said] = {}
        elsewhere: set[Cube] = set()  # what matters under other readings, or other choices in brackets, only
        for flips in self.candidates.of(start, before.outcome == YES, self.situations.loose):
            if any(other <= flips for other in found) or any(map(self.is_duty, flips)):
                continue
            after = start.after(flips)
            if after is None:
                continue
            if not self.situations.matters(start, after, flips, self.situations.choices):
                continue
            now = self.situations.said(after, flips) if self.situations.matters(start, after, flips) else before.said
            if now == before.said:
                whole = self.situations.whole(start, after, flips) if len(flips) == 1 else None
                if whole is None:
                    continue
                now = whole
                elsewhere.add(flips)
            if not any(self._says_more(start, flips, now, other, found[other]) for other in found):
                found[flips] = now
        made: list[Change] = []
        left = sorted(found, key=self._place)
        while left and len(made) < most:
            flips = left.pop(0)
            change = self._change(start, before, flips, flips in elsewhere)
            made += [change] if change is not None else []
        return tuple(made), len(left)

    def _place(self, flips: Cube) -> tuple[int, list[int], list[str]]:
        """The fewest first; of as many, own acts before those of others, then what nobody owns."""
        literals = self._in_order(flips)
        kinds = [_ORDER.index(self._kind(x)) for x in literals]
        return len(flips), kinds, [self.saying.chosen(self.posed.atom(x), x > 0) for x in literals]

    def _in_order(self, flips: Cube) -> list[int]:
        return sorted(flips, key=lambda x: (_ORDER.index(self._kind(x)), abs(x)))

    def start(self, world: Iterable[Atom], leaf: Leaf) -> Situation:
        """How things stand in a case."""
        return self.situations.standing(frozenset(world), leaf, self.replay.choices.values())

    def _says_more(self, start: Situation, flips: Cube, now: Said, other: Cube, then: Said) -> bool:
        """Whether a change brings another with it that comes to the same, whatever is chosen: more States than need to
        object."""
        if not other <= (self.posed.nogoods.closure(flips) or flips) or now != then:
            return False
        return self._told(start, flips) == self._told(start, other)

    def _told(self, start: Situation, flips: Cube) -> Said:
        """What is told of a change: what the answer is under every reading and every choice that counts."""
        after = start.after(flips)
        assert after is not None
        return self.situations.said(after, flips, self.situations.choices)

    def _change(self, start: Situation, before: Now, flips: Cube, elsewhere: bool) -> Change | None:
        """The change in words, once the reference evaluator has confirmed that it makes a difference."""
        after = start.after(flips)
        assert after is not None
        now = self.situations.settle(after, flips, self.situations.choices if elsewhere else frozenset())
        if not self.confirming.confirms(start, flips, before, now):
            self.denied += 1
            return None
        literals = self._in_order(flips)
        verdicts, outcome = self._told(start, flips)
        return Change(
            tuple(self.saying.chosen(self.posed.atom(x), x > 0) for x in literals),
            tuple(self._kind(x) for x in literals),
            verdicts,
            outcome,
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
