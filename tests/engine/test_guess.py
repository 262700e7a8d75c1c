"""What is read off the rules saves time and decides nothing: with a right guess, a wrong one, half of one or none, the
prime implicants are the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.engine.cubes import Cube
from proclogic.engine.guess import GivenUp, Guess
from proclogic.engine.session import Circular, Contradiction, Session
from proclogic.fuzz.strategies import questions, rulesets
from proclogic.norms.conditions import And, Has, Is, Not
from proclogic.norms.model import Accord, Forbid, Norm, Permit, Ruleset
from proclogic.norms.questions import Cell, Individual, Question
from tests.reference.texts import ruleset

GOALS = ("entitled", "forbidden", "conflicting")
NGO = Is("actor", "ngo")
CELL = Cell(Individual(("ngo",)), "attend", Individual(("conference",)))


def _none(self: Guess, goal: str) -> list[Cube]:
    raise GivenUp


def _half(self: Guess, goal: str) -> list[Cube]:
    return _RIGHT(self, goal)[::2]


def _wrong(self: Guess, goal: str) -> list[Cube]:
    return [frozenset(sorted(cube)[1:]) for cube in _RIGHT(self, goal)]


_RIGHT = Guess.cubes


def _found(rules: Ruleset, question: Question, guess: Callable[[Guess, str], list[Cube]]) -> list[object]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Guess, "cubes", guess)
        session = Session(rules)
        assert question.cell is not None
        posed = session.pose(question.cell, question.facts)
        return [session.primes(posed, goal) for goal in GOALS]


@settings(max_examples=settings.default.max_examples // 3)
@given(data=st.data())
def test_the_prime_implicants_are_the_same_whatever_is_guessed(data: st.DataObject) -> None:
    rules = data.draw(rulesets())
    question = data.draw(questions(rules))
    try:
        plain = _found(rules, question, _none)
    except (Contradiction, Circular):
        return
    assert [_found(rules, question, guess) for guess in (_RIGHT, _half, _wrong)] == [plain] * 3


def _guessed(*norms: Norm) -> set[frozenset[tuple[object, bool]]]:
    session = Session(ruleset(*norms))
    posed = session.pose(CELL)
    cubes = Guess(posed.ground.program.facts, posed.ground.answers, posed.fixed, posed.nogoods.implied).cubes(
        "entitled"
    )
    return {frozenset((posed.atom(x), x > 0) for x in cube) for cube in cubes}


def test_a_grant_with_a_prohibition_is_read_off_without_looking_for_worlds() -> None:
    one, other, status = Has("accredited"), Has("consultative"), Has("observer")
    norms = (
        Norm("1", "1", Permit("attend"), NGO, status),
        Norm("2", "2", Accord(status.predicate), NGO, one),
        Norm("3", "3", Forbid("attend"), NGO, Not(other)),
    )
    assert _guessed(*norms) == {frozenset({(one, True), (other, True)})}


def test_norms_that_rest_on_each_other_give_nothing_sure() -> None:
    status = Has("observer")
    norms = (
        Norm("1", "1", Permit("attend"), NGO, status),
        Norm("2", "2", Accord(status.predicate), NGO, status),
    )
    assert _guessed(*norms) == set()


def test_what_no_world_has_is_no_cube_of_a_guess() -> None:
    accredited, consultative = Has("accredited"), Has("consultative")
    rules = ruleset(Norm("1", "1", Permit("attend"), NGO, And((accredited, consultative))))
    posed = Session(rules).pose(CELL)
    one, other = (posed.ground.open[x] for x in (accredited, consultative))
    apart = {one: frozenset({-other}), other: frozenset({-one})}
    for implied, found in (({}, [frozenset({one, other})]), (apart, [])):
        assert Guess(posed.ground.program.facts, posed.ground.answers, posed.fixed, implied).cubes("entitled") == found
