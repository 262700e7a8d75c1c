"""Where circular defeat could be."""

from __future__ import annotations

import time

from proclogic.norms.circles import suspects
from proclogic.norms.conditions import Formula, Happens, Has, Is, Not, ReferredTo
from proclogic.norms.model import Accord, Deem, Disapply, Forbid, Norm, Oblige, Permit, Refer, Ruleset
from proclogic.norms.vocabulary import ACTOR, Act, Vocabulary
from tests.norms.samples import VOCABULARY

A, B = Has("observer status"), Has("special status")
GIVES_A, GIVES_B = Accord("observer status"), Accord("special status")


def ruleset(*norms: Norm) -> Ruleset:
    return Ruleset("sample", "sample", VOCABULARY, norms, ())


def groups(*norms: Norm) -> list[tuple[str, ...]]:
    return [ids for ids, _ in suspects(ruleset(*norms))]


def test_rules_that_build_on_each_other_are_no_circle() -> None:
    assert (
        groups(Norm("1", "1", GIVES_A), Norm("2", "2", GIVES_B, condition=A), Norm("3", "3", Permit("vote"), A)) == []
    )


def test_a_status_that_rests_on_itself_is_no_circle() -> None:
    assert groups(Norm("1", "1", GIVES_A, condition=A)) == []


def test_two_statuses_that_exclude_each_other_are_a_circle() -> None:
    found = suspects(ruleset(Norm("1", "1", GIVES_A, condition=Not(B)), Norm("2", "2", GIVES_B, condition=Not(A))))
    assert found == [(("1", "2"), (A, B))]


def test_a_status_that_is_given_to_those_without_it_is_a_circle() -> None:
    assert groups(Norm("1", "1", GIVES_A, condition=Not(A))) == [("1",)]


def test_a_double_negation_within_the_circle_is_still_one() -> None:
    found = groups(Norm("1", "1", GIVES_A, condition=Not(B)), Norm("2", "2", GIVES_B, condition=A))
    assert found == [("1", "2")]


def test_mutual_defeat_is_a_circle() -> None:
    found = groups(
        Norm("1", "1", Permit("vote"), prevails=("2",)),
        Norm("2", "2", Forbid("vote"), prevails=("1",)),
        Norm("3", "3", GIVES_A),
    )
    assert found == [("1", "2")]


def test_one_defeat_alone_is_no_circle() -> None:
    assert groups(Norm("1", "1", Permit("vote"), prevails=("2",)), Norm("2", "2", Forbid("vote"))) == []


def test_a_rule_that_disapplies_what_it_rests_on_is_a_circle() -> None:
    assert groups(Norm("1", "1", GIVES_A), Norm("2", "2", Disapply(("1",)), condition=A)) == [("1", "2")]


def test_kinds_duties_and_referrals_carry_a_circle_too() -> None:
    cases: list[tuple[Norm, Formula]] = [
        (Norm("1", "1", Deem(ACTOR, "ngo")), Is(ACTOR, "organization")),
        (Norm("1", "1", Oblige("circulate", "secretariat")), Happens("circulate", "secretariat")),
        (Norm("1", "1", Refer("conference")), ReferredTo("conference")),
    ]
    for norm, atom in cases:
        assert groups(norm, Norm("2", "2", Disapply(("1",)), condition=atom)) == [("1", "2")]


def test_a_call_that_binds_nobody_carries_none() -> None:
    duty = Norm("1", "1", Oblige("circulate", "secretariat"), strength="should")
    assert groups(duty, Norm("2", "2", Disapply(("1",)), condition=Happens("circulate", "secretariat"))) == []


def test_circles_apart_are_told_apart_in_the_order_of_the_rules() -> None:
    found = groups(
        Norm("4", "4", Permit("vote"), prevails=("3",)),
        Norm("1", "1", GIVES_A, condition=Not(A)),
        Norm("3", "3", Forbid("vote"), prevails=("4",)),
    )
    assert found == [("4", "3"), ("1",)]


def test_ten_thousand_norms_are_looked_through_in_little_time() -> None:
    count = 5_000
    acts = tuple(Act(f"act {i}", f"act {i}") for i in range(count))
    norms = [Norm(f"p{i}", f"p{i}", Permit(f"act {i}"), A) for i in range(count)]
    norms += [Norm(f"f{i}", f"f{i}", Forbid(f"act {i}"), B, prevails=(f"p{i}",)) for i in range(count)]
    big = Ruleset("big", "big", Vocabulary(VOCABULARY.kinds, acts, VOCABULARY.predicates), tuple(norms), ())
    start = time.process_time()
    assert suspects(big) == []
    assert time.process_time() - start < 5
