"""What shows a difference that no world shows: votes under another majority, a number beside a limit, other words.

A majority is held to counts of votes, which the decision rules of both sides decide; a limit to the smallest number
that one side allows and the other does not. Words are shown by the question that each side answers in its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from proclogic.answers.cells import Asker
from proclogic.answers.model import NO, YES, Answer
from proclogic.answers.votes import vote
from proclogic.compare.joint import Joint
from proclogic.compare.limits import limits
from proclogic.compare.model import Finer, Instance
from proclogic.norms.conditions import Happens
from proclogic.norms.questions import Question
from proclogic.syntax import printer

Numbers = tuple[tuple[str, int], ...]
Questions = tuple[str, str]

CARRIED, NOT_CARRIED = "carried", "not carried"
NO_VOTES = "no count of votes that was tried is carried on one side only: the sides differ in who is counted, or when"

# Votes for and against; and how many there are beside them, for a majority of all who are there.
_VOTES = ((60, 40), (51, 49), (67, 33), (70, 30), (75, 25), (80, 20), (99, 1), (50, 50), (40, 60), (34, 66), (1, 99))
_SIZES = (110, 120, 140, 101, 190, 100, 210)
_MORE: tuple[Numbers, ...] = (
    (),
    *(((name, size),) for name in ("present", "participating", "parties") for size in _SIZES),
    *((("parties", 190), (name, size)) for name in ("participating", "present") for size in (110, 140)),
    (("participating", 140), ("present", 110)),
)


class Instances:
    """Shows the finer differences of one pair of cells. `options` go with every question to a side; `known` keeps
    what was found of a decision."""

    def __init__(
        self,
        joint: Joint,
        askers: tuple[Asker, Asker],
        options: tuple[tuple[str, ...], tuple[str, ...]],
        known: dict[object, Instance],
    ) -> None:
        self.joint, self.askers, self.options, self.known = joint, askers, options, known

    def of(self, finer: Finer, questions: Callable[[], Questions]) -> Finer:
        """The difference with what shows it. `questions` are those that ask for the cell in the words of each side."""
        found: tuple[Instance, ...] = ()
        match finer.kind:
            case "majority changed" if isinstance(finer.about, int):
                found = (self._votes(finer.about),)
            case "limits changed" if isinstance(finer.about, tuple):
                first, second = finer.about
                found = tuple(limits(first, second, questions()))
            case "stronger words" | "weaker words" if isinstance(finer.about, tuple):
                one, two = (f'"{word}"' for word in finer.about)
                found = (Instance("words", "where both give it", one, two, *questions()),)
        one_side, other = self.options
        found = tuple(one.replace(options=one_side, options_b=other) for one in found)
        return finer.replace(about=None, instances=found)

    # ------------------------------------------------------------------------------------------------------ majorities

    def _votes(self, number: int) -> Instance:
        acts = [self._act(side, number) for side in (0, 1)]
        key = tuple(acts)
        if key not in self.known:
            self.known[key] = self._counted((acts[0], acts[1]))
        return self.known[key]

    def _act(self, side: int, number: int) -> Happens:
        literal = next(x for s, x in self.joint.members[abs(number)] if s == side)
        posed = self.joint.posed[side]
        atom = posed.atom(literal) if posed is not None else None
        assert isinstance(atom, Happens)
        return atom.replace(deadline=None)

    def _counted(self, acts: tuple[Happens, Happens]) -> Instance:
        """A count of votes that carries on one side and not on the other; else one on which only one side says."""
        second: Instance | None = None
        for numbers in (given for more in _MORE for given in _ways(more)):
            questions = [Question("carried", "", event=act, numbers=numbers) for act in acts]
            answers = [vote(asker, q) for asker, q in zip(self.askers, questions, strict=True)]
            outcomes = [one.outcome for one in answers]
            if outcomes[0] == outcomes[1]:
                continue
            settled = set(outcomes) == {YES, NO}
            if settled or second is None:
                words = [printer.question(q, a.ruleset.vocabulary) for a, q in zip(self.askers, questions, strict=True)]
                situation = f"{in_words(numbers)} that {self._clause(acts[0])}"
                told = Instance("votes", situation, said(answers[0]), said(answers[1]), words[0], words[1])
                if settled:
                    return told
                second = told
        one_side, other = self._majority(acts)
        return second or Instance("votes", "", "", "", one_side, other, why=NO_VOTES)

    def _clause(self, act: Happens) -> str:
        """What is voted on, in words of A: "the Conference admits it"."""
        asked = printer.question(Question("carried", "", event=act), self.askers[0].ruleset.vocabulary)
        return asked.removeprefix("Is it carried that ").removesuffix("?")

    def _majority(self, acts: tuple[Happens, Happens]) -> Questions:
        one, two = (
            printer.question(Question("majority", "", event=act), asker.ruleset.vocabulary)
            for asker, act in zip(self.askers, acts, strict=True)
        )
        return one, two


def _ways(more: Numbers) -> Iterator[Numbers]:
    for for_, against in _VOTES:
        yield (*more, ("for", for_), ("against", against))


def said(answer: Answer) -> str:
    """What a side says of a vote: "carried", or why it says neither."""
    short = answer.says.rstrip(".")
    return {YES: CARRIED, NO: NOT_CARRIED}.get(answer.outcome, short[:1].lower() + short[1:])


def in_words(numbers: Numbers) -> str:
    """Counts of votes: "110 are present, 60 vote for and 40 vote against"."""
    words = {"parties": "are Parties", "participating": "participate", "present": "are present", "for": "vote for"}
    told = [f"{count} {words.get(name, 'vote against')}" for name, count in numbers]
    return f"{', '.join(told[:-1])} and {told[-1]}"
