"""The verdict of one case, read off the prime implicants that are left when only moves are open.

    settle(moves, entitled, forbidden)  ->  Settled("by-default", "yes", ways to obtain it, who can stop it, ...)

Cubes are over moves only. Own moves are chosen by the actor; others' are passive unless given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain, combinations

from proclogic.answers.model import (
    BY_DEFAULT,
    BY_LEAVE,
    CONDITIONAL,
    NO,
    NOT_CONFERRED,
    OF_RIGHT,
    PROHIBITED,
    VERDICTS,
    YES,
)
from proclogic.engine.cubes import Cube, TooMany, absorb, hitting_sets
from proclogic.values import Value

RANK = {v: i for i, v in enumerate(VERDICTS)}  # 0 is best
HOLDS = 200  # sets of acts and refusals looked for before the list of those who can stop it is cut
STEP = 40


class Moves(Value):
    """The moves of a question: own and others' atoms, the literals by which others do not act, what is given of moves,
    the given happened facts on others as groups."""

    own: frozenset[int]
    others: frozenset[int]
    passive: frozenset[int]
    given: Mapping[int, bool]
    groups: tuple[frozenset[int], ...]  # literals that one given fact about others, that happened, settles
    dated: frozenset[int] = frozenset()  # what a given date rules out for good


class Settled(Value):
    """What one case comes to. Sets of moves are cubes; lists of them are alternatives, sorted."""

    verdict: str
    outcome: str
    adverse: frozenset[int] = frozenset()
    ended: frozenset[int] = frozenset()  # what is given of moves and leaves nothing: the adverse part, own acts, dates
    steps: tuple[Cube, ...] = ()
    gates: tuple[Cube, ...] = ()
    sets_off: tuple[Cube, ...] = ()
    holds: tuple[Cube, ...] = ()
    support: tuple[Cube, ...] = ()  # the implicants that carry the verdict
    cut: bool = False  # there are more ways to stop it than are listed


def settle(moves: Moves, entitled: Iterable[Cube], forbidden: Iterable[Cube], *, acts: bool = True) -> Settled:
    """Verdict, outcome, steps, gates and blockers of a case (docs/meaning.md, section 4), from cubes none of which
    contains another; without `acts` the verdict, the outcome and the implicants that carry them."""
    cubes, bans = set(entitled), set(forbidden)
    own_given = _given_own(moves)
    adverse = _harder(moves, cubes, bans, own_given, _footing(moves, cubes, bans, own_given))
    fixed = own_given | adverse
    against = frozenset(-x for x in fixed)
    whole = {c - fixed: c for c in sorted(cubes, key=lambda c: (-len(c), sorted(c))) if c.isdisjoint(against)}
    left = absorb(whole)
    verdict = _verdict(moves, left, _stands_now(moves, bans))
    support = _support(moves, left, verdict)
    if not acts:
        return Settled(verdict, _outcome(moves, cubes, adverse), adverse, support=_ordered(whole[c] for c in support))
    gates = _gates(support, moves) if verdict == BY_LEAVE else ()
    outcome = _outcome(moves, cubes, adverse)
    chosen = {whole[c] for c in _cheapest(support, gates, moves)}
    if outcome == YES:
        # What holds on the given facts is told by the way in which it holds, with the fewest further steps.
        chosen = _holding(moves, {c for c in cubes if not c & against}, chosen)
    steps = _steps(chosen, moves)
    sets_off, holds, cut = _blockers(moves, left, verdict, gates)
    ended = adverse if left else adverse | _stopped(cubes, own_given, adverse)
    return Settled(verdict, outcome, adverse, ended, steps, gates, sets_off, holds, _ordered(chosen), cut)


def ruling(moves: Moves, entitled: Collection[Cube], forbidden: Collection[Cube]) -> tuple[str, str] | None:
    """The verdict and the outcome of a case, from cubes in which one act stands for all acts of others of which nothing
    is given; None where it matters which it was."""
    own_given = _given_own(moves)
    adverse = _footing(moves, entitled, forbidden, own_given)
    left = _with(entitled, own_given | adverse)
    verdict = _verdict(moves, left, _stands_now(moves, forbidden))
    undone = frozenset(-x for group in moves.groups if not group <= adverse for x in group if x > 0)
    if verdict == BY_LEAVE and not all(map(undone.isdisjoint, left)):
        return None  # of what else others are given to have done, some stops a way in, and may make it harder
    return verdict, _outcome(moves, entitled, adverse)


def _given_own(moves: Moves) -> frozenset[int]:
    """What is given of own acts, and what a given date rules out."""
    return moves.dated | frozenset(x if v else -x for x, v in moves.given.items() if x in moves.own)


def _with(cubes: Collection[Cube], settled: frozenset[int]) -> Collection[Cube]:
    """What is left of the cubes once moves are settled: one that contains another says no more, and does no harm."""
    if not settled:
        return cubes
    against = frozenset(-x for x in settled)
    return [c - settled for c in cubes if c.isdisjoint(against)]


def _verdict(moves: Moves, left: Iterable[Cube], banned: bool) -> str:
    best = PROHIBITED if banned else NOT_CONFERRED
    for cube in left:
        if not cube.isdisjoint(moves.others):
            best = best if best == BY_DEFAULT else BY_LEAVE
        elif cube.isdisjoint(moves.passive):
            return OF_RIGHT
        else:
            best = BY_DEFAULT
    return best


def _stands_now(moves: Moves, bans: Iterable[Cube]) -> bool:
    """Whether a prohibition stands when nobody, the actor included, has done more than is given."""
    return any(all((x > 0) == moves.given.get(abs(x), False) for x in cube) for cube in bans)


def _footing(moves: Moves, cubes: Collection[Cube], bans: Collection[Cube], own: frozenset[int]) -> frozenset[int]:
    """The adverse part of what others are given to have done: the smallest choice of facts that leads to the lowest
    verdict."""
    if not moves.groups:
        return frozenset()
    banned = _stands_now(moves, bans)
    best: tuple[int, int] | None = None
    chosen: list[frozenset[int]] = []
    for subset in chain.from_iterable(combinations(moves.groups, n) for n in range(min(len(moves.groups), 8) + 1)):
        fixed = frozenset(chain(own, *subset))
        rank = RANK[_verdict(moves, _with(cubes, fixed), banned)]
        key = (-rank, len(subset))
        if best is None or key < best:
            best, chosen = key, [fixed - own]
        elif key == best:
            chosen.append(fixed - own)
    return frozenset(chain.from_iterable(chosen))


def _harder(
    moves: Moves, cubes: set[Cube], bans: set[Cube], own: frozenset[int], adverse: frozenset[int]
) -> frozenset[int]:
    """The adverse part, with what of the rest makes what is by leave harder: after it none of the least demands on
    others is enough any more. (One State objected, so that admission is needed before anybody can be invited.)"""
    left = _with(cubes, own | adverse)
    if _verdict(moves, left, _stands_now(moves, bans)) != BY_LEAVE:
        return adverse
    least = absorb(c & moves.others for c in left)
    rest = [g for g in moves.groups if not g <= adverse]
    for n in range(1, min(len(rest), 8) + 1):
        found = [frozenset().union(*some) for some in combinations(rest, n)]
        found = [s for s in found if not any(_stands(moves, left, set(m | s)) is not None for m in least)]
        if found:
            return adverse.union(*found)
    return adverse


def _outcome(moves: Moves, cubes: Collection[Cube], adverse: frozenset[int]) -> str:
    given = frozenset(x if v else -x for x, v in moves.given.items())
    left = _with(cubes, given)
    if any(map(moves.others.isdisjoint, left)):
        return YES
    return NO if adverse or not left else CONDITIONAL


def _stopped(cubes: set[Cube], own: frozenset[int], adverse: frozenset[int]) -> frozenset[int]:
    """Of the given own acts and dates, those without which something would be left."""
    alone = frozenset(x for x in own if _with(cubes, (own | adverse) - {x}))
    return alone or frozenset(x for x in own if any(-x in c for c in cubes))


def _support(moves: Moves, left: Iterable[Cube], verdict: str) -> set[Cube]:
    """The implicants that carry the verdict: those that ask the least of others."""
    match verdict:
        case "of-right":
            return {c for c in left if c.isdisjoint(moves.others) and c.isdisjoint(moves.passive)}
        case "by-default":
            return set(filter(moves.others.isdisjoint, left))
        case "by-leave":
            asks = {c: c & moves.others for c in left}
            least = absorb(asks.values())
            return {c for c, asked in asks.items() if asked in least}
        case _:
            return set()


def _ways(support: Iterable[Cube], whose: frozenset[int]) -> tuple[Cube, ...]:
    """The minimal sets of the acts of some agents in the implicants, alternatives in order."""
    return _ordered(absorb(frozenset(x for x in c if abs(x) in whose and x > 0) for c in support))


def _holding(moves: Moves, cubes: set[Cube], preferred: set[Cube]) -> set[Cube]:
    """The implicants that hold on the given facts once the actor takes some steps: those with the fewest."""
    now = {c for c in cubes if all((x > 0) == moves.given.get(abs(x), False) for x in c if abs(x) in moves.others)}
    now = {c for c in now if not any(moves.given.get(abs(x), x > 0) != (x > 0) for x in c)}

    def further(cube: Cube) -> int:
        return sum(1 for x in cube if abs(x) in moves.own and x > 0 and abs(x) not in moves.given)

    least = min(map(further, now), default=0)
    few = {c for c in now if further(c) == least}
    return (few & preferred) or few or preferred


def _gates(support: set[Cube], moves: Moves) -> tuple[Cube, ...]:
    """The sets of acts of others that let it in. A way through an act that elsewhere stops it is left out if there is
    another."""
    ways = _ways(support, moves.others)
    against = {-x for c in support for x in c if x < 0}
    plain = tuple(w for w in ways if not w & against)
    return plain or ways


def _steps(chosen: set[Cube], moves: Moves) -> tuple[Cube, ...]:
    """The own acts that each way asks for; none where some way asks for none."""
    asked = {frozenset(x for x in c if abs(x) in moves.own and x > 0) for c in chosen}
    return () if frozenset() in asked else _ordered(absorb(asked))


def _cheapest(support: Iterable[Cube], gates: tuple[Cube, ...], moves: Moves) -> set[Cube]:
    """The implicants whose demands on others are one of the listed gates."""
    if not gates:
        return set(support)
    return {c for c in support if c & moves.others in gates}


def _ordered(cubes: Iterable[Cube]) -> tuple[Cube, ...]:
    return tuple(sorted(cubes, key=lambda c: (len(c), sorted(abs(x) for x in c), sorted(c))))


def _blockers(
    moves: Moves, left: set[Cube], verdict: str, gates: tuple[Cube, ...]
) -> tuple[tuple[Cube, ...], tuple[Cube, ...], bool]:
    """Who sets it off, and who holds it against everybody else; whether there are more than are listed."""
    if verdict not in (BY_DEFAULT, BY_LEAVE):
        return (), (), False
    cut = False
    offs: set[Cube] = set()
    ways = _ordered(left)
    bases = gates or (frozenset(),)
    for base in bases:
        found: set[Cube] = set()
        if not _kill(moves, ways, set(base), set(), found):
            cut = True
        offs |= found
    if len(bases) > 1:  # an act that ends one way of getting in ends it only if no other way is left
        offs = {s for s in offs if all(not _stands(moves, left, set(b) | set(s)) for b in bases)}
    demands = absorb(frozenset(-x for x in c if abs(x) in moves.others) for c in left)
    try:
        holds = hitting_sets(demands, HOLDS)
    except TooMany:
        holds, cut = set(), True
    return _ordered(absorb(offs)), _ordered(holds), cut


def _stands(moves: Moves, left: Iterable[Cube], done: set[int]) -> Cube | None:
    """An implicant that still holds when exactly these acts of others are done; None when the right has ended."""
    for cube in left:
        if all((x in done) if x > 0 else (-x not in done) for x in cube if abs(x) in moves.others):
            return cube
    return None


def _kill(moves: Moves, left: tuple[Cube, ...], base: set[int], added: set[int], found: set[Cube]) -> bool:
    """Collects the minimal sets of further acts of others that end the right. False when there were too many."""
    if any(f <= added for f in found):
        return True
    cube = _stands(moves, left, base | added)
    if cube is None:
        found.difference_update({f for f in found if added <= f})
        found.add(frozenset(added))
        return True
    if len(found) > HOLDS or len(added) > STEP:
        return False
    whole = True
    for literal in sorted(cube):
        if literal < 0 and abs(literal) in moves.others:
            whole = _kill(moves, left, base, added | {-literal}, found) and whole
    return whole
