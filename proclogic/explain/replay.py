"""Replays worlds on the reference evaluator, which shares no code with the engine: what it denies is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from proclogic.norms.conditions import Atom, Keeps, Reads
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Fact, Question
from proclogic.reference.bearing import Bearing
from proclogic.reference.evaluate import Evaluation, Evaluator, Found
from proclogic.reference.worlds import Setting, World, asking, setting


class Replayer:
    """A ruleset, ready for the replay of many questions."""

    def __init__(self, ruleset: Ruleset, strict: bool, layers: Sequence[str]) -> None:
        self.ruleset, self.strict, self.layers = ruleset, strict, tuple(layers)
        self._read: tuple[Setting, Bearing] | None = None
        self._found = Found()

    def of(self, question: Question, choices: Iterable[Atom]) -> Replay:
        """One question with changing facts. `choices` are the readings and alternatives to follow where a world says
        nothing of them."""
        if self._read is None:
            asked = setting(self.ruleset, question, self.strict, self.layers)
            self._read = asked, Bearing(asked)
        read, bearing = self._read
        # A fact may be dropped, and it may make the actor what the question does not name: both can bear.
        asked, bare = (asking(read, question.replace(facts=facts)) for facts in (question.facts, ()))
        found = {n.id for s in ([asked] if asked.named == bare.named else [asked, bare]) for n in bearing.on(s)}
        bearing_norms = tuple(n for n in read.norms if n.id in found)
        return Replay(self.ruleset, asked.replace(norms=bearing_norms), choices, self._found)


class Replay:
    """One question of a ruleset: the norms that can bear on it, and the choices that are followed."""

    def __init__(self, ruleset: Ruleset, asked: Setting, choices: Iterable[Atom], evaluated: Found) -> None:
        self.ruleset, self.question = ruleset, asked.question
        self._evaluator = Evaluator(asked, evaluated)
        self.choices = {_group(c): c for c in choices}
        self._evaluators: dict[tuple[Fact, ...], Evaluator] = {}
        self._found: dict[tuple[tuple[Fact, ...], World], Evaluation] = {}

    def follows(self, atom: Reads | Keeps) -> bool:
        """Whether the reading, or the alternative, is the one that is followed where nothing else is said."""
        return self.choices.get(_group(atom)) == atom

    def ruling(self, facts: tuple[Fact, ...], truths: Mapping[Atom, bool]) -> tuple[bool, bool]:
        """Whether the cell is entitled, and whether it is forbidden, in the world of these answers to the open
        questions."""
        seen = self.at(facts, truths)
        return seen.entitled, seen.forbidden

    def at(self, facts: tuple[Fact, ...], truths: Mapping[Atom, bool]) -> Evaluation:
        """All that the reference evaluator finds in the world of these answers to the open questions."""
        if facts not in self._evaluators:
            self._evaluators[facts] = self._evaluator.given(facts)
        key = facts, self.world(truths)
        if key not in self._found:
            self._found[key] = self._evaluators[facts].at(key[1])
        return self._found[key]

    def world(self, truths: Mapping[Atom, bool]) -> World:
        """The world of these answers: of each dispute and bracket exactly one alternative."""
        true = {a for a, holds in truths.items() if holds and not isinstance(a, Reads | Keeps)}
        chosen = dict(self.choices)
        for atom, holds in truths.items():
            if isinstance(atom, Reads | Keeps):
                group = _group(atom)
                if holds:
                    chosen[group] = atom
                elif chosen.get(group) == atom:
                    chosen[group] = self._other(atom)
        return World(frozenset(true | set(chosen.values())))

    def _other(self, atom: Reads | Keeps) -> Atom:
        if isinstance(atom, Reads):
            names = next(d.readings for d in self.ruleset.disputes if d.id == atom.dispute)
            return next(Reads(atom.dispute, r.name) for r in names if r.name != atom.reading)
        alternatives = next(b.alternatives for b in self.ruleset.brackets if b.id == atom.bracket)
        return next(Keeps(atom.bracket, a.name) for a in alternatives if a.name != atom.alternative)


def _group(atom: Atom) -> str:
    return atom.dispute if isinstance(atom, Reads) else atom.bracket if isinstance(atom, Keeps) else ""
