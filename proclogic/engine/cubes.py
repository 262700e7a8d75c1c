"""Prime implicants from a cover, by iterated consensus: exact, without looking at worlds.

A cube is a frozenset of non-zero integers, no two of which are opposite. A cover of a function is a set of cubes whose
union is the function. Quine's theorem: adding the consensus of two cubes and dropping what is subsumed, until nothing
changes, leaves all prime implicants.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from proclogic.values import Value

Cube = frozenset[int]


class Primes(Value):
    """Prime implicants over the literals of one ground program. `complete` is false when the search met its limit."""

    cubes: frozenset[Cube]
    complete: bool = True


MANY = 200  # cubes before it pays to look them up by a literal


class TooMany(Exception):
    """More cubes than the limit: the answer would be incomplete."""


def absorb(cubes: Iterable[Cube]) -> set[Cube]:
    """The cubes that no other one contains as a subset."""
    kept: list[Cube] = []
    for cube in sorted(set(cubes), key=len):
        for other in kept:
            if other <= cube:
                break
        else:
            kept.append(cube)
    return set(kept)


def consensus(cubes: Iterable[Cube], limit: int) -> set[Cube]:
    """All prime implicants of the union of the cubes. Raises TooMany past `limit` cubes.

    Tison's way: each atom that occurs in both directions is dealt with once, joining every cube that has it with every
    cube that has its opposite. The rare atoms go first: they have few pairs, and what these give absorbs others."""
    given = list(cubes)
    often = Counter(abs(x) for c in given for x in c)
    masks = Masks(sorted(often, key=lambda a: (often[a], a)))
    found = absorbed(map(masks.of, given))
    for atom in sorted(often, key=lambda a: (often[a], a)):
        yes, no = masks.bit[atom], masks.bit[-atom]
        without = [c ^ no for c in found if c & no]
        joined: set[int] = set()
        for one in [c ^ yes for c in found if c & yes] if without else ():
            contrary = masks.contrary(one)
            joined.update([one | other for other in without if not other & contrary])
        if joined:
            found = absorbed(joined.union(found))
            if len(found) > limit:
                raise TooMany
    return set(map(masks.cube, found))


class Masks:
    """Cubes as single integers with two bits an atom, so that containment and clashes are single operations."""

    def __init__(self, atoms: Iterable[int]) -> None:
        self.bit = {x: 1 << (2 * i + (x < 0)) for i, a in enumerate(atoms) for x in (a, -a)}
        self._literal = {b: x for x, b in self.bit.items()}
        self._positive = sum(b for x, b in self.bit.items() if x > 0)

    def of(self, cube: Iterable[int]) -> int:
        """The cube as an integer."""
        return sum([self.bit[x] for x in cube])

    def cube(self, mask: int) -> Cube:
        """The cube of an integer."""
        found = []
        while mask:
            lowest = mask & -mask
            found.append(self._literal[lowest])
            mask ^= lowest
        return frozenset(sorted(found, key=abs))  # the order in which a set was filled can show in that of its members

    def contrary(self, mask: int) -> int:
        """The opposites of all literals."""
        return (mask & self._positive) << 1 | mask >> 1 & self._positive


def absorbed(cubes: Iterable[int]) -> list[int]:
    """The cubes, each one integer, that contain no other one."""
    ordered = sorted(set(cubes), key=int.bit_count)
    if len(ordered) > MANY:
        return _absorbed_of_many(ordered)
    kept: list[int] = []
    for cube in ordered:
        for other in kept:
            if other & cube == other:
                break
        else:
            kept.append(cube)
    return kept


def _absorbed_of_many(ordered: Iterable[int]) -> list[int]:
    """The same, of cubes in the order of their length: those that are kept are looked up by their lowest literal, which
    a cube that contains them has too."""
    kept: list[int] = []
    by_lowest: dict[int, list[int]] = {0: []}
    for cube in ordered:
        if not _contains_one(cube, by_lowest):
            kept.append(cube)
            by_lowest.setdefault(cube & -cube, []).append(cube)
    return kept


def _contains_one(cube: int, by_lowest: Mapping[int, Sequence[int]]) -> bool:
    if by_lowest[0]:
        return True  # the empty cube
    left = cube
    while left:
        lowest = left & -left
        for other in by_lowest.get(lowest, ()):
            if other & cube == other:
                return True
        left ^= lowest
    return False


def is_unate(cubes: Collection[Cube]) -> bool:
    """Whether no literal occurs beside its opposite: the cubes are then prime as soon as none contains another."""
    literals = {x for c in cubes for x in c}
    return not any(-x in literals for x in literals)


class Nogoods:
    """What no world can have, as cubes; answers what follows from a cube by unit propagation."""

    def __init__(self, cubes: Iterable[Cube]) -> None:
        self.cubes = sorted(set(cubes), key=lambda c: (len(c), sorted(c)))
        self._closed: dict[Cube, Cube | None] = {}
        self.implied = _implications(c for c in self.cubes if len(c) == 2)  # by one literal alone
        self._longer: dict[int, list[Cube]] = {}  # the cubes of three and more, by literal
        for cube in self.cubes:
            for literal in cube if len(cube) > 2 else ():
                self._longer.setdefault(literal, []).append(cube)
        self._always = self._joined(frozenset(), (-x for c in self.cubes if len(c) == 1 for x in c))

    def __bool__(self) -> bool:
        return bool(self.cubes)

    def closure(self, cube: Cube) -> Cube | None:
        """The literals that hold in every world of the cube, as far as propagation shows; None when there is no
        world."""
        if cube not in self._closed:
            self._closed[cube] = None if self._always is None else self._joined(self._always, cube)
        return self._closed[cube]

    def completed(self, closed: Cube, literals: Iterable[int]) -> Cube:
        """A cube to which nothing is to be added by `closure`, with the literals, one after the other: each where a
        world has it beside those before it, and its contrary where none has."""
        have = set(closed)
        for literal in literals:
            if literal not in have and -literal not in have:
                new = self._following(have, literal)
                if new is None:
                    new = self._following(have, -literal)
                have.update(new or ())
        return frozenset(have)

    def _joined(self, closed: Cube, literals: Iterable[int]) -> Cube | None:
        """All that follows once literals are added to a cube of which all that follows is known."""
        have = set(closed)
        for literal in literals:
            if literal not in have:
                new = self._following(have, literal)
                if new is None:
                    return None
                have |= new
        return frozenset(have)

    def _following(self, have: set[int], literal: int) -> set[int] | None:
        """What a literal adds to literals of which all that follows is known."""
        new: set[int] = set()
        found = [literal]
        while found:
            last = found.pop()
            for one in (last, *self.implied.get(last, ())):
                if one in have or one in new:
                    continue
                if -one in have or -one in new:
                    return None
                new.add(one)
                for nogood in self._longer.get(one, ()):
                    missing = [x for x in nogood if x not in have and x not in new]
                    if not missing:
                        return None
                    if len(missing) == 1:
                        found.append(-missing[0])
        return new


def _implications(pairs: Iterable[Cube]) -> dict[int, Cube]:
    """What follows from each literal when the two of a pair never go together, directly or through others."""
    follows: dict[int, set[int]] = {}
    for one, other in pairs:
        follows.setdefault(one, set()).add(-other)
        follows.setdefault(other, set()).add(-one)
    for found in follows.values():
        todo = list(found)
        while todo:
            new = follows.get(todo.pop(), set()) - found
            found |= new
            todo += new
    return {x: frozenset(found) for x, found in follows.items()}


def primes_from_cover(cover: Collection[Cube], nogoods: Nogoods, limit: int) -> set[Cube]:
    """The prime implicants relative to the nogoods: minimal cubes that fit some world, of which none is weaker than
    another."""
    touched = {abs(x) for c in cover for x in c}
    relevant = _connected(nogoods.cubes, touched)
    if not relevant and is_unate(cover):
        return absorb(cover)
    least = weakest(cover, nogoods) if relevant else cover  # with the nogoods they come to the same
    found = consensus([*least, *relevant], limit)
    if relevant:
        found = {c for c in found if nogoods.closure(c) is not None}
        found = weakest(found, nogoods)
    return found


def _connected(cubes: Sequence[Cube], touched: set[int]) -> list[Cube]:
    """The nogoods that can meet a cover over these atoms, directly or through each other."""
    known = set(touched)
    found: set[Cube] = set()
    grew = True
    while grew:
        grew = False
        for cube in cubes:
            if cube not in found and any(abs(x) in known for x in cube):
                found.add(cube)
                known |= {abs(x) for x in cube}
                grew = True
    return [c for c in cubes if c in found]


def weakest(cubes: Collection[Cube], nogoods: Nogoods) -> set[Cube]:
    """Without cubes all of whose worlds another cube has too; of equals the first: fewest literals, then in the order
    of the questions, a question before its contrary."""
    order = sorted(cubes, key=lambda c: (len(c), sorted((abs(x), x < 0) for x in c)))
    closed = [nogoods.closure(c) or c for c in order]
    masks = Masks({abs(x) for c in closed for x in c})
    return {order[i] for i in widest([masks.of(c) for c in order], [masks.of(c) for c in closed])}


def widest(cubes: Sequence[int], closed: Sequence[int]) -> list[int]:
    """The places of the cubes, each one integer, all of whose worlds no other one has; of equals the first. `closed`
    are the cubes with all that follows from them."""
    kept: list[int] = []
    found: list[int] = []
    for place in sorted(range(len(cubes)), key=lambda i: closed[i].bit_count()):  # wide ones first
        whole = closed[place]
        for other in kept:
            if other & whole == other:
                break
        else:
            kept.append(cubes[place])
            found.append(place)
    return found


def hitting_sets(families: Iterable[Cube], limit: int) -> set[Cube]:
    """The minimal sets with a literal of each family, no two of which are opposite. Raises TooMany past `limit`."""
    found: set[Cube] = {frozenset()}
    for family in sorted(set(families), key=lambda c: (len(c), sorted(c))):
        grown: set[Cube] = set()
        for hit in found:
            if hit & family:
                grown.add(hit)
            else:
                grown.update(hit | {x} for x in family if -x not in hit)
        found = absorb(grown)
        if len(found) > limit:
            raise TooMany
    return found


def given(cubes: Iterable[Cube], literals: Iterable[int]) -> set[Cube]:
    """The cubes once the literals are settled: those against them gone, the settled literals dropped, what is
    subsumed dropped."""
    settled = frozenset(literals)
    against = frozenset(-x for x in settled)
    return absorb(c - settled for c in cubes if not c & against)
