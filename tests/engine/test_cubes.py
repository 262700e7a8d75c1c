"""Prime implicants from covers, against looking at every world."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proclogic.engine.cubes import (
    Cube,
    Masks,
    Nogoods,
    TooMany,
    absorb,
    absorbed,
    consensus,
    hitting_sets,
    primes_from_cover,
    weakest,
)

ATOMS = (1, 2, 3, 4)
WORLDS = [frozenset(a if bit else -a for a, bit in zip(ATOMS, bits, strict=True)) for bits in product((0, 1), repeat=4)]

literals = st.sampled_from([x for a in ATOMS for x in (a, -a)])
cubes = st.frozensets(literals, min_size=1, max_size=4).filter(lambda c: not any(-x in c for x in c))
covers = st.frozensets(cubes, max_size=6)


def _all_cubes() -> list[Cube]:
    return [frozenset(x for x in bits if x) for bits in product(*((0, a, -a) for a in ATOMS))]


def _primes(good: list[Cube]) -> set[Cube]:
    """Brute force: the minimal cubes all of whose worlds are good."""
    inside = [c for c in _all_cubes() if all(w in good for w in WORLDS if c <= w)]
    return absorb(inside)


@given(covers)
def test_consensus_gives_exactly_the_prime_implicants(cover: frozenset[Cube]) -> None:
    good = [w for w in WORLDS if any(c <= w for c in cover)]
    assert consensus(cover, 10_000) == _primes(good)


@given(covers, st.frozensets(cubes.filter(lambda c: len(c) == 2), max_size=3))
def test_primes_relative_to_nogoods_cover_the_same_possible_worlds_and_none_is_weaker_than_another(
    cover: frozenset[Cube], bad: frozenset[Cube]
) -> None:
    possible = [w for w in WORLDS if not any(b <= w for b in bad)]
    found = primes_from_cover(cover, Nogoods(bad), 10_000)
    fits = {c: frozenset(w for w in possible if c <= w) for c in found}
    good = frozenset(w for w in possible if any(c <= w for c in cover))
    assert frozenset().union(*fits.values()) == good
    implicants = [f for c in _all_cubes() if (f := frozenset(w for w in possible if c <= w)) and f <= good]
    widest = {f for f in implicants if not any(f < g for g in implicants)}
    # Propagation does not see every consequence of nogoods that are not implications; those of rulesets are.
    assert widest <= set(fits.values())


@given(covers)
def test_hitting_sets_are_minimal_and_hit_every_family(families: frozenset[Cube]) -> None:
    found = hitting_sets(families, 10_000)
    for hit in found:
        assert all(hit & f for f in families)
        assert not any(other < hit for other in found)


def test_a_search_past_its_limit_says_so() -> None:
    pairs = [frozenset({2 * i + 1, 2 * i + 2}) for i in range(12)]
    with pytest.raises(TooMany):
        hitting_sets(pairs, 100)


def test_of_many_cubes_those_are_kept_that_contain_no_other_one() -> None:
    every = [frozenset(x for x in bits if x) for bits in product(*((0, a, -a) for a in range(1, 7)))]
    long = [c for c in every if len(c) > 2]
    for some in (long[::2], long[1::3], long, every):
        masks = Masks(range(1, 7))
        assert set(map(masks.cube, absorbed(map(masks.of, some)))) == {c for c in some if not any(d < c for d in some)}


@given(covers, st.frozensets(cubes.filter(lambda c: len(c) == 2), max_size=3))
def test_of_cubes_that_say_the_same_in_every_world_the_shortest_is_kept(
    cover: frozenset[Cube], bad: frozenset[Cube]
) -> None:
    nogoods = Nogoods(bad)
    possible = [c for c in cover if nogoods.closure(c) is not None]
    order = sorted(possible, key=lambda c: (len(c), sorted((abs(x), x < 0) for x in c)))
    closed = [nogoods.closure(c) or c for c in order]
    wider = [[d <= whole for d in order] for whole in closed]
    kept = {c for i, c in enumerate(order) if not any(w and (j < i or not wider[j][i]) for j, w in enumerate(wider[i]))}
    assert weakest(possible, nogoods) == kept
