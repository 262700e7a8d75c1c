"""Norms that are no grants and prohibitions, looked at as if they were.

A duty, a decision rule or a status cannot meet another norm in a cell: a cell asks about an act. So each norm to be
looked at has a twin, a grant or a prohibition of an act that is made for it, with the same subject, conditions, guard
and words on what prevails. A twin takes effect in the worlds in which its norm does, and does nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from proclogic.conflicts.examining import Confirm, Examination, Situation, Target, effective
from proclogic.norms.conditions import Formula
from proclogic.norms.model import Disapply, Effect, Forbid, Norm, Permit, Prevail, Ruleset
from proclogic.norms.order import ordered
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Act
from proclogic.values import Value, unique

MOST = 400  # pairs of one act, or of one event, that are looked at


class Twin(Value):
    """A norm as a grant (`gives`) or a prohibition of an act; `subject` and `condition` as they are to be looked at."""

    of: Norm
    act: str
    gives: bool
    subject: Formula
    condition: Formula

    @property
    def id(self) -> str:
        """The id of the twin as a norm."""
        return f"{self.of.id} ({'gives' if self.gives else 'takes'}) {self.act}"


def twin(norm: Norm, act: str, gives: bool) -> Twin:
    """The twin of a norm that is to be looked at as it stands."""
    return Twin(norm, act, gives, norm.subject, norm.condition)


class Twinned:
    """A ruleset with twins. `mutual` are pairs of twins of which each is said to prevail over the other: neither
    does."""

    def __init__(self, examination: Examination, twins: Iterable[Twin], sorts: Mapping[str, str] | None = None) -> None:
        self.twins = {t.id: t for t in twins}
        self.of = examination
        self.mutual: set[frozenset[str]] = set()
        self.examination = Examination(self._made(examination.ruleset, sorts or {}), examination.asker.options)

    def _made(self, ruleset: Ruleset, sorts: Mapping[str, str]) -> Ruleset:
        """The ruleset with the twins, in the order that the words and the canons put them in."""
        names: dict[str, list[str]] = {}
        for t in self.twins.values():
            names.setdefault(t.of.id, []).append(t.id)
        made = [self._norm(t) for t in self.twins.values()]
        order = {
            n.id: (*n.prevails, *self._carried(n.id, names))
            for n in ordered(_naming(ruleset, made, names), []).norms
            if n.id in self.twins
        }
        for one, losers in order.items():
            self.mutual.update(frozenset((one, other)) for other in losers if one in order[other])
        placed = []
        for norm in made:
            t = self.twins[norm.id]
            first = tuple(x for x in unique(order[norm.id]) if frozenset((x, norm.id)) not in self.mutual)
            bare = norm.replace(notwithstanding=(), subject_to=(), without_prejudice=(), prevails=first)
            placed.append(bare.replace(subject=t.subject, condition=t.condition))
        norms = [_also(n, names) if isinstance(n.effect, Disapply) else n for n in ruleset.norms]
        acts = tuple(
            Act(act, act, takes_body=sort == BODY, object=act if sort == OBJECT else "") for act, sort in sorts.items()
        )
        words = ruleset.vocabulary.replace(acts=(*ruleset.vocabulary.acts, *acts)) if acts else ruleset.vocabulary
        return ruleset.replace(norms=(*norms, *placed), vocabulary=words)

    def _carried(self, name: str, names: Mapping[str, list[str]]) -> Iterator[str]:
        """The twins contrary to one of which the norms are behind its own."""
        one = self.twins[name]
        for loser in one.of.prevails:
            for other in names.get(loser, ()):
                if self.twins[other].act == one.act and self.twins[other].gives != one.gives:
                    yield other

    def _norm(self, t: Twin) -> Norm:
        effect: Effect = Permit(t.act) if t.gives else Forbid(t.act)
        return t.of.replace(id=t.id, effect=effect, prevails=(), by_canon=(), about=ACTOR)

    def is_mutual(self, one: Twin, other: Twin) -> bool:
        """Whether each of the two is said to prevail over the other."""
        return frozenset((one.id, other.id)) in self.mutual

    def can_meet(self, *twins: Twin) -> bool:
        """Whether all of them, of one act, take effect in some world."""
        posed = self.examination.open(twins[0].act)
        return posed is not None and self.examination.is_possible(posed, self.target(*twins))

    def situation(self, *twins: Twin, without: Iterable[Twin] = ()) -> Situation | None:
        """A situation in which twins of one act take effect together, confirmed by the reference evaluator; those of
        `without` do not."""
        ids, others = {t.id for t in twins}, {t.id for t in without}
        confirm: Confirm = lambda seen: ids <= seen.effective and not others & seen.effective  # noqa: E731
        inner = self.examination
        before = inner.cells, inner.unconfirmed
        found = inner.situation(twins[0].act, self.target(*twins), confirm)
        self.of.cells += inner.cells - before[0]
        self.of.unconfirmed += inner.unconfirmed - before[1]
        self.of.complete &= inner.complete
        return found

    def target(self, *twins: Twin) -> Target:
        """That all of them take effect."""
        return effective(*(t.id for t in twins))

    def where(self, *twins: Twin) -> str:
        """The readings and choices in brackets under which twins take effect together; "" for all."""
        return self.examination.where(twins[0].act, self.target(*twins))


Pair = TypeVar("Pair")


def first_of(examination: Examination, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """As many pairs of one act, or of one event, as are looked at; where there are more, the examination is not
    complete."""
    for number, pair in enumerate(pairs):
        if number == MOST:
            examination.complete = False
            return
        yield pair


def _naming(ruleset: Ruleset, made: Iterable[Norm], names: Mapping[str, list[str]]) -> Ruleset:
    """The ruleset with twins, where what is said of a norm is said of its twins too."""
    norms = tuple(_also(n, names) for n in (*ruleset.norms, *made))
    return ruleset.replace(norms=norms)


def _also(norm: Norm, names: Mapping[str, list[str]]) -> Norm:
    def more(ids: tuple[str, ...]) -> tuple[str, ...]:
        added = [t for i in ids for t in names.get(i, ())]
        return (*ids, *added) if added else ids

    effect = norm.effect
    match effect:
        case Disapply(targets):
            effect = Disapply(more(targets))
        case Prevail(winners, losers):
            effect = Prevail(more(winners), more(losers))
        case _:
            pass
    return norm.replace(
        effect=effect,
        notwithstanding=more(norm.notwithstanding),
        subject_to=more(norm.subject_to),
        without_prejudice=more(norm.without_prejudice),
    )
