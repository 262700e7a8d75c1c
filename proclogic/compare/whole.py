"""Compares two rulesets: every cell that stands for one of the other, case by case, with witnesses."""

from __future__ import annotations

from collections.abc import Sequence

from proclogic.answers.options import Options
from proclogic.answers.wording import Wording
from proclogic.compare.actors import actors_of
from proclogic.compare.alike import Unchanged, is_same
from proclogic.compare.beyond import beyond
from proclogic.compare.cases import Case, Cases
from proclogic.compare.cells import aligned
from proclogic.compare.instances import Instances
from proclogic.compare.model import (
    NARROWER,
    SAME,
    WIDER,
    A,
    B,
    Compared,
    Comparison,
    Difference,
    Finer,
    Instance,
    Only,
    Witness,
)
from proclogic.compare.pairing import Pairing
from proclogic.compare.sides import Side
from proclogic.compare.witness import FORBIDDEN, NO, YES, Witnesses
from proclogic.explain.replay import Replayer
from proclogic.mappings import in_common
from proclogic.norms.mapping import Mapping
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Cell
from proclogic.norms.vocabulary import BODY
from proclogic.values import unique

NO_WORLD = "what is asked is given, and is forbidden, in the same situations on both sides"
UNCONFIRMED = "the second evaluator did not confirm the situation that was found"
UNSEARCHED = "the search for one was too large"


def compare(
    first: Ruleset,
    second: Ruleset,
    options: tuple[Options, Options] | None = None,
    mapping: Mapping | None = None,
    labels: tuple[str, str] = ("", ""),
    every: bool = False,
) -> Comparison:
    """The comparison of two rulesets. Without a mapping words that both have stand for each other. With `every` what is
    the same is told too, and not only counted."""
    chosen = options or (Options(), Options())
    return Comparer(first, second, chosen, mapping, every).whole(labels)


class Comparer:
    """Compares cell by cell; what two problems come to is worked out once."""

    def __init__(
        self,
        first: Ruleset,
        second: Ruleset,
        options: tuple[Options, Options],
        mapping: Mapping | None,
        every: bool = False,
    ) -> None:
        self.sides = Side(first, options[0]), Side(second, options[1])
        self.askers = self.sides[0].asker, self.sides[1].asker
        one, other = (Replayer(a.ruleset, a.options.strict, a.options.layers) for a in self.askers)
        self.replayers = one, other
        self.mapping = mapping or in_common(self.sides[0].ruleset, self.sides[1].ruleset)
        settled = {d for side in options for d, _ in side.readings}
        self.pairing = Pairing(self.sides[0].ruleset, self.sides[1].ruleset, mapping, settled)
        self.unchanged = Unchanged(*self.sides, mapping)
        self._cases: dict[object, tuple[Cases, list[Case]] | None] = {}
        self._votes: dict[object, Instance] = {}
        self.every = every
        self.same = 0
        self.unconfirmed = 0
        self.complete = True
        self.unexamined: list[str] = []
        self.layers = self.askers[0].options.layers, self.askers[1].options.layers

    def whole(self, labels: tuple[str, str] = ("", "")) -> Comparison:
        """Every difference, and what is the same."""
        cells = aligned(*self.sides, self.mapping)
        differences = [d for pair in cells.pairs for d in self.cell(pair)]
        only = [self._only(s, *one) for s, alone in zip((A, B), cells.alone, strict=True) for one in alone]
        a, b = (self._compared(s, label) for s, label in zip(self.sides, labels, strict=True))
        return Comparison(
            a,
            b,
            tuple(differences),
            tuple(only),
            self.same,
            cells.silent,
            cells.inexact,
            self.mapping.file,
            self.unconfirmed,
            self.complete,
            actors=actors_of(self.sides[0].ruleset, (pair[0] for pair in cells.pairs)),
            unexamined=unique(self.unexamined),
            beyond=beyond(self.sides[0].ruleset, self.sides[1].ruleset, self.layers),
        )

    def cell(self, pair: tuple[Cell, Cell]) -> list[Difference]:
        """The cases of one pair of cells; none where the two are the same at a glance and that is not wanted."""
        problems = self.sides[0].problem(pair[0]), self.sides[1].problem(pair[1])
        if not self.every and self.unchanged.holds(*problems):
            self.same += 1
            return []
        if problems not in self._cases:
            self._cases[problems] = self._examined(pair, problems)
        known = self._cases[problems]
        if known is None:
            return []
        cases, found = known
        if not all(c.complete for c in found):
            self._leave(pair)
        if not found:
            self.same += 1
        shown = any(c.apart or any(f.about for f in c.finer) for c in found)
        witnesses = Witnesses(cases, self.askers, self.replayers, pair) if shown else None
        return [self._difference(pair, cases, case, witnesses) for case in found]

    def _examined(self, pair: tuple[Cell, Cell], problems: tuple[object, object]) -> tuple[Cases, list[Case]] | None:
        first, second = (
            side.profile(*one) for side, one in zip(self.sides, zip(pair, problems, strict=True), strict=True)
        )
        if first is None or second is None:
            self._leave(pair)
            return None
        made = Cases(self.askers, (first, second), self.pairing)
        if not self.every and is_same(made.joint, self.askers, (first, second)):
            return made, []
        return made, made.all()

    def _leave(self, pair: tuple[Cell, Cell]) -> None:
        """Notes a pair of cells that was too large."""
        self.complete = False
        actor, _, _, does = _names(self.askers[0].wording, pair[0])
        self.unexamined.append(f"{actor}: {does}")

    def _difference(self, pair: tuple[Cell, Cell], cases: Cases, case: Case, witnesses: Witnesses | None) -> Difference:
        shown = [witnesses.of(one) for one in case.apart] if witnesses is not None else []
        self.unconfirmed += shown.count(None)
        when = tuple(tuple(cases.words(x, pair) for x in cube) for cube in case.when)
        names = [_names(asker.wording, cell) for asker, cell in zip(self.askers, pair, strict=True)]
        a, b = (
            told if profile.posed is not None else told.replace(rules=side.silence(cell))
            for told, profile, side, cell in zip((case.a, case.b), cases.profiles, self.sides, pair, strict=True)
        )
        a, b = (told.replace(unknown=side.unknown(told.rules)) for told, side in zip((a, b), self.sides, strict=True))
        return Difference(
            *names[0],
            when if all(when) else (),
            a,
            b,
            case.relation,
            case.inclusion,
            self._finer(cases, case, witnesses),
            tuple(sorted(unique(w for w in shown if w is not None), key=lambda w: not _bears_out(w, case.relation))),
            *names[1],
            why=_why(case, shown),
        )

    def _finer(self, cases: Cases, case: Case, witnesses: Witnesses | None) -> tuple[Finer, ...]:
        """The finer differences, with what shows those that no world shows."""
        if witnesses is None:
            return case.finer
        of = Instances(cases.joint, self.askers, witnesses.pasting.usual, self._votes)
        return tuple(of.of(one, lambda: witnesses.questions_in(case.when[0])) for one in case.finer)

    def _only(self, side: str, cell: Cell, words: tuple[str, ...]) -> Only:
        actor, act, body, does = _names(self.askers[0 if side == A else 1].wording, cell)
        return Only(side, words, actor, does, act, body)

    def _compared(self, side: Side, label: str) -> Compared:
        ruleset, options = side.ruleset, side.asker.options
        return Compared(ruleset.id, ruleset.title, label, options.layers, options.readings, ruleset.resolved)


def _bears_out(witness: Witness, relation: str) -> bool:
    """Whether a world shows what the relation says: B is better there where it is wider, worse where it is narrower."""
    worth = (FORBIDDEN, NO, YES)
    better = worth.index(witness.b) - worth.index(witness.a)
    return better > 0 if relation == WIDER else better < 0 if relation == NARROWER else True


def _why(case: Case, shown: Sequence[Witness | None]) -> str:
    """Why a case that is not the same has no witness; "" where it has one."""
    if any(shown) or (case.relation == SAME and not case.finer):
        return ""
    if not case.complete:
        return UNSEARCHED
    return UNCONFIRMED if shown else NO_WORLD


def _names(wording: Wording, cell: Cell) -> tuple[str, str, str, str]:
    """The actor, the act, the body, and the act with its body and object, in words."""
    act = wording.acts.get(cell.act)
    body = wording.noun(cell.body.kinds[0], BODY) if cell.body is not None and cell.body.kinds else ""
    actor = " ".join(wording.bare(k) for k in cell.actor.kinds)
    return actor, act.phrase if act is not None else cell.act, body, wording.act(cell)
