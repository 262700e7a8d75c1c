"""What given facts say about moves: which events took place, in time, in which numbers."""

from __future__ import annotations

from collections.abc import Sequence

from proclogic.norms.conditions import Atom, Deadline, Happens, Share
from proclogic.norms.hierarchy import deadline_entails, happens_entails
from proclogic.norms.questions import Fact
from proclogic.values import Value


class GivenMoves(Value):
    """Given truth values of moves. `groups` lists, fact by fact, the atoms that a happened fact settles for good (a
    failed
    count settles nothing: another vote may be taken); `undone` the atoms for which no duty is presumed; `clashes` facts
    that say yes and no to one atom; `sole` the kinds of one member."""

    values: dict[Atom, bool]
    groups: tuple[tuple[Fact, tuple[tuple[Atom, bool], ...]], ...]
    undone: frozenset[Atom]
    clashes: tuple[Fact, ...]
    sole: frozenset[str]


def needed(share: Share, base: int) -> int:
    """The smallest number that reaches the share of a base: ceil(2/3 of 190), or more than half of 98."""
    if share.strict:
        return base * share.over // share.under + 1
    return -(-base * share.over // share.under)


def moves_given(open_atoms: Sequence[Atom], facts: Sequence[Fact], sole: frozenset[str]) -> GivenMoves:
    """Reads the event facts against the atoms of a program."""
    values: dict[Atom, bool] = {}
    groups = []
    undone = set()
    clashes: list[Fact] = []
    for fact in facts:
        if not isinstance(fact.atom, Happens):
            continue
        said = fact.atom
        decided = []
        for atom in open_atoms:
            if isinstance(atom, Happens) and (atom.event, atom.agent) == (said.event, said.agent):
                value = _decides(fact, said, atom)
                if value is not True and (not fact.holds or fact.period is not None or fact.count == 0):
                    undone.add(atom)
                if value is not None:
                    decided.append((atom, value))
                    if values.setdefault(atom, value) != value:
                        clashes.append(fact)
        if fact.holds and fact.count != 0 and (fact.period is not None or any(v for _, v in decided)):
            settled = decided if fact.period is not None else [(a, v) for a, v in decided if v]
            groups.append((fact, tuple(settled)))
    return GivenMoves(values, tuple(groups), frozenset(undone), tuple(clashes), sole)


def _decides(fact: Fact, said: Happens, atom: Happens) -> bool | None:
    """What a fact says of an atom of its event; None when it says nothing."""
    if not fact.holds:
        return False if happens_entails(atom, said) else None
    if fact.count is None and fact.period is None:
        return True if happens_entails(said, atom) else None
    verdicts: list[bool | None] = []
    if atom.count is not None:
        verdicts.append(_counted(fact, said, atom.count))
    elif fact.count is not None:
        verdicts.append(fact.count > 0)
    else:
        verdicts.append(True)
    if atom.deadline is not None:
        verdicts.append(None if fact.period is None else in_time(fact.period, atom.deadline))
    if False in verdicts:
        return False
    return None if None in verdicts else True


def _counted(fact: Fact, said: Happens, share: Share) -> bool | None:
    if fact.count is None:
        return True if said.count is not None and happens_entails(said, said.replace(count=share)) else None
    if fact.of is None or (fact.base and fact.base != share.base):
        return None
    return fact.count >= needed(share, fact.of)


def in_time(period: Deadline, deadline: Deadline) -> bool | None:
    """Whether an act done exactly this long before or after the moment keeps the deadline; None if they do not
    compare."""
    if (period.side, period.moment) != (deadline.side, deadline.moment):
        return None
    exact = period.replace(bound=deadline.bound)
    if deadline_entails(exact, deadline):
        return True
    return False if deadline_entails(deadline, exact) else None
