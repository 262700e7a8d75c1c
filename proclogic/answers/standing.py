"""Readings and brackets in an answer: which count, which leads, and what each would mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from proclogic.answers.cases import Branch, Leaf, contested
from proclogic.answers.consequences import Consequence, differing, words
from proclogic.answers.model import OPEN, ReadingAnswer
from proclogic.answers.settle import RANK
from proclogic.engine.cubes import Cube
from proclogic.engine.session import Posed
from proclogic.norms.conditions import Keeps, Reads
from proclogic.norms.model import Bracket, Dispute, Reading, Ruleset
from proclogic.program.cone import second_choices

_STANDING = {"preferred": 0, "arguable": 1, "minority": 2}


class Readings:
    """Looks up disputes and brackets of a ruleset."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._disputes: dict[str, Dispute] = {d.id: d for d in ruleset.disputes}
        self._best = {
            d.id: min(d.readings, key=lambda r: _STANDING.get(r.standing, 1)).name
            for d in ruleset.disputes
            if d.readings
        }
        self._contrary = {first: second for second, first in second_choices(ruleset).items()}
        # Where nothing but minority readings is left, they count: somebody must be answered.
        self._all_minority = {d.id for d in ruleset.disputes if all(r.standing == "minority" for r in d.readings)}
        self._brackets: dict[str, Bracket] = {b.id: b for b in ruleset.brackets}
        self._of: Posed | None = None  # whose choices are kept
        self._chosen: dict[Cube, dict[str, Reads | Keeps]] = {}

    def provision(self, group: str) -> str:
        """The provision that a dispute or bracket is about."""
        found = self._disputes.get(group) or self._brackets.get(group)
        return found.provision if found else group

    def is_bracket(self, group: str) -> bool:
        """Whether it is text that is not agreed, and no dispute."""
        return group in self._brackets

    def words(self, group: str) -> str:
        """The words in dispute."""
        dispute = self._disputes.get(group)
        return (dispute.words or dispute.id) if dispute else group

    def reading(self, atom: Reads) -> Reading:
        """The reading that an atom stands for."""
        return next(r for r in self._disputes[atom.dispute].readings if r.name == atom.reading)

    def chosen(self, posed: Posed, choice: Cube) -> dict[str, Reads | Keeps]:
        """The readings and resolutions chosen, by dispute or bracket."""
        if self._of is not posed:
            self._of, self._chosen = posed, {}
        if choice not in self._chosen:
            self._chosen[choice] = self._chosen_of(posed, choice)
        return self._chosen[choice]

    def _chosen_of(self, posed: Posed, choice: Cube) -> dict[str, Reads | Keeps]:
        found: dict[str, Reads | Keeps] = {}
        for literal in choice:
            atom = posed.atom(literal)
            if literal < 0 and atom in self._contrary:
                atom, literal = self._contrary[atom], -literal
            if literal > 0 and isinstance(atom, Reads):
                found[atom.dispute] = atom
            elif literal > 0 and isinstance(atom, Keeps):
                found[atom.bracket] = atom
        return found

    def is_minority(self, posed: Posed, choice: Cube, but: str = "") -> bool:
        """Whether a reading of minority standing is chosen (of another dispute than `but`)."""
        return any(
            isinstance(a, Reads) and d != but and d not in self._all_minority and self.reading(a).standing == "minority"
            for d, a in self.chosen(posed, choice).items()
        )

    def counted(self, posed: Posed, branch: Branch) -> list[Leaf]:
        """The leaves of a case that count: those of no minority reading, unless nothing else is left."""
        return [v for v in branch.leaves if not self.is_minority(posed, v.choice)] or list(branch.leaves)

    def lead(self, posed: Posed, leaves: Sequence[Leaf]) -> Leaf:
        """The leaf under the readings with the best standing, the first named where they are equal."""

        def key(leaf: Leaf) -> list[tuple[int, int]]:
            rank = []
            for group, atom in sorted(self.chosen(posed, leaf.choice).items()):
                if isinstance(atom, Reads):
                    readings = self._disputes[group].readings
                    place = [r.name for r in readings].index(atom.reading)
                    rank.append((_STANDING.get(readings[place].standing, 1), place))
                else:
                    rank.append((1, [a.name for a in self._brackets[group].alternatives].index(atom.alternative)))
            return sorted(rank, reverse=True)

        return min(leaves, key=key)

    def leading(self, posed: Posed) -> list[int]:
        """The literals of the leading reading of each dispute that is open: the preferred one, or the first named."""
        found = []
        for literal in posed.free:
            atom = posed.atom(literal)
            if isinstance(atom, Reads):
                found.append(literal if atom.reading == self._best[atom.dispute] else -literal)
        return [x for x in found if x > 0] + [x for x in found if x < 0]

    def group_of(self, posed: Posed) -> Callable[[int], str]:
        """A function from a literal to the dispute or bracket it is about."""

        def group(literal: int) -> str:
            atom = posed.atom(literal)
            return atom.dispute if isinstance(atom, Reads) else atom.bracket if isinstance(atom, Keeps) else ""

        return group

    def answers(
        self, posed: Posed, branches: Sequence[Branch], tell: Callable[[Leaf], Consequence]
    ) -> tuple[ReadingAnswer, ...]:
        """For each dispute whose readings lead to different answers, what each of its readings would mean.

        `tell` says what a choice of readings leads to: who lets it in, who stops it, in which words."""

        deciding: dict[str, None] = {}
        contesting: set[str] = set()
        ruled: set[str] = set()  # where only minority readings lead elsewhere, what they mean is said by the verdict
        for branch in branches:
            names = contested(branch.leaves, lambda v: True, self.group_of(posed))
            ruled.update(names)
            contesting.update(
                contested(branch.leaves, lambda v: not self.is_minority(posed, v.choice), self.group_of(posed))
            )
            names += contested(
                branch.leaves, lambda v: not self.is_minority(posed, v.choice), self.group_of(posed), tell
            )
            deciding.update(dict.fromkeys(n for n in names if n in self._disputes))
        found = []
        for name in sorted(deciding, key=list(self._disputes).index):
            dispute = self._disputes[name]
            following = {
                reading: [v for b in branches for v in b.leaves if self.follows(posed, v, name, reading.name)]
                for reading in dispute.readings
            }
            acting = {r: tell(self.lead(posed, leaves)) for r, leaves in following.items() if leaves}
            apart = differing(acting.values())
            for reading, leaves in following.items():
                if leaves:
                    told = self._answer(dispute, reading, leaves)
                    settled = len(branches) == 1 and len(told.verdicts) == 1
                    acts = (
                        words(acting[reading], apart) if settled and (name in contesting or name not in ruled) else ""
                    )
                    found.append(told.replace(acts=acts, contests=name in contesting))
        return tuple(found)

    def follows(self, posed: Posed, leaf: Leaf, dispute: str, reading: str) -> bool:
        """Whether a leaf stands under a reading of a dispute, and under no minority reading of another."""
        atom = self.chosen(posed, leaf.choice).get(dispute)
        if self.is_minority(posed, leaf.choice, but=dispute):
            return False
        return atom is None or (isinstance(atom, Reads) and atom.reading == reading)

    def _answer(self, dispute: Dispute, reading: Reading, leaves: Sequence[Leaf]) -> ReadingAnswer:
        verdicts = sorted({v.settled.verdict for v in leaves}, key=RANK.__getitem__)
        outcomes = {v.settled.outcome for v in leaves}
        outcome = next(iter(outcomes)) if len(outcomes) == 1 else OPEN
        return what_it_means(dispute, reading, outcome, reading.text, tuple(verdicts))


def what_it_means(
    dispute: Dispute, reading: Reading, outcome: str, text: str, verdicts: tuple[str, ...] = ()
) -> ReadingAnswer:
    """What a reading comes to, with the words in dispute and its authority."""
    about = (dispute.id, dispute.provision, dispute.words, reading.name, reading.authority, reading.standing)
    return ReadingAnswer(*about, verdicts, outcome, text)
