"""What an answer is once somebody does not do its duty, which is presumed done: the question is posed anew for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proclogic.answers.cases import Branch, Leaf
from proclogic.answers.cells import Asker
from proclogic.answers.examine import Examined
from proclogic.answers.problems import Unanswerable
from proclogic.answers.settle import RANK
from proclogic.engine.session import Posed
from proclogic.explain.model import PASSIVE, Change
from proclogic.explain.replay import Replay
from proclogic.explain.saying import Saying
from proclogic.norms.conditions import Atom, Formula, Happens
from proclogic.norms.questions import Fact, Question

MOST = 12  # duties that are looked at


class Omissions:
    """The duties on which an examined question may turn."""

    def __init__(self, asker: Asker, question: Question, examined: Examined, saying: Saying, replay: Replay) -> None:
        self.asker, self.question, self.saying, self.replay = asker, question, saying, replay
        given = {(f.atom.event, f.atom.agent) for f in question.facts if isinstance(f.atom, Happens)}
        duties = (d for d in examined.posed.ground.program.duties if isinstance(d, Happens))
        acts = dict.fromkeys((d.event, d.agent) for d in duties) if not asker.options.strict else {}
        self.omitted = [Happens(*act) for act in acts if act not in given][:MOST]
        self._anew: dict[Happens, Examined | None] = {}

    def of(self, leaf: Leaf, posed: Posed, worlds: Iterable[frozenset[Formula]]) -> Iterator[Change]:
        """The omissions after which a case is another. Each is shown if the reference evaluator finds a difference in
        one of the `worlds` of the case."""
        before = leaf.settled
        tried = list(worlds)
        for act in self.omitted:
            after = self._leaf(act, leaf, posed)
            if after is None or (after.settled.verdict, after.settled.outcome) == (before.verdict, before.outcome):
                continue
            if any(self._differs(act, world) for world in tried):
                text = self.saying.chosen(act, False)
                verdicts = (after.settled.verdict,)
                yield Change((text,), (PASSIVE,), verdicts, after.settled.outcome, ((act, False),))

    def _leaf(self, act: Happens, leaf: Leaf, posed: Posed) -> Leaf | None:
        """The same case, with the same choices, of the question without the act."""
        if act not in self._anew:
            assert self.question.cell is not None
            try:
                self._anew[act] = self.asker.examined(
                    self.question.cell, (*self.question.facts, Fact(act, False)), whole=False
                )
            except Unanswerable:
                self._anew[act] = None
        examined = self._anew[act]
        if examined is None or not examined.complete:
            return None
        so = {posed.atom(x): x > 0 for x in (*leaf.path, *leaf.choice)}

        def fits(literals: Iterable[int]) -> bool:
            return all(so.get(examined.posed.atom(x), x > 0) == (x > 0) for x in literals)

        branches: list[Branch] = [b for b in examined.branches if any(map(fits, b.when))]
        leaves = [v for b in branches for v in b.leaves if fits(v.choice)]
        return min(leaves, key=lambda v: RANK[v.settled.verdict], default=None)

    def _differs(self, act: Happens, world: frozenset[Formula]) -> bool:
        atoms = (a for a in world if isinstance(a, Atom) and not (isinstance(a, Happens) and _is_of(a, act)))
        truths: dict[Atom, bool] = dict.fromkeys(atoms, True)
        facts = self.question.facts
        return self.replay.ruling(facts, truths) != self.replay.ruling((*facts, Fact(act, False)), truths)


def _is_of(one: Happens, act: Happens) -> bool:
    return (one.event, one.agent) == (act.event, act.agent)
