"""The worked examples of the semantics: regimes of admission, what is given, footing and outcome."""

from __future__ import annotations

import pytest

from proclogic.norms.conditions import Deadline, Happens, Has, Is, Not, Reads, Share
from proclogic.norms.model import Accord, Dispute, Norm, Oblige, Permit, Reading, Ruleset
from proclogic.norms.questions import Fact, Question
from proclogic.reference.implicants import primes
from proclogic.reference.verdicts import decide
from proclogic.reference.worlds import Literals
from tests.reference.texts import (
    ACTOR_NGO,
    OBJECTS,
    OBSERVER,
    RULE_42,
    THIRD,
    THIRTY,
    UNTOC_17,
    attend,
    both,
    given,
    is_it,
    may,
    ruleset,
)

PLAIN = given(Not(Has("consultative")))
ADMIT = Happens("admit", "conference")
OTHERWISE = Happens("decide otherwise", "conference")
APPLY = Happens("apply", "actor")


def answer(rules: Ruleset, question: Question, strict: bool = False) -> tuple[str, str, tuple[str, ...]]:
    decided = decide(rules, question, strict)
    return decided.verdict, decided.outcome, decided.marks


# ------------------------------------------------------------------------------------------------- UNTOC 17(2)


def test_untoc_17_nothing_given_is_by_default_yes() -> None:
    assert answer(UNTOC_17, attend(*PLAIN)) == ("by-default", "yes", ())


def test_untoc_17_nobody_objected_is_by_default_yes() -> None:
    assert answer(UNTOC_17, attend(*PLAIN, *given(Not(OBJECTS)))) == ("by-default", "yes", ())


def test_untoc_17_one_objection_is_by_leave_pending_no() -> None:
    assert answer(UNTOC_17, attend(*PLAIN, *given(OBJECTS))) == ("by-leave", "no", ("pending",))


def test_untoc_17_objected_and_admitted_57_to_7_is_by_leave_yes() -> None:
    assert answer(UNTOC_17, attend(*PLAIN, *given(OBJECTS, ADMIT))) == ("by-leave", "yes", ())


def test_untoc_17_objected_and_refused_is_by_leave_no() -> None:
    decided = decide(UNTOC_17, attend(*PLAIN, *given(OBJECTS, Not(ADMIT))))
    assert (decided.verdict, decided.outcome) == ("by-leave", "no")


def test_untoc_17_the_conference_decided_otherwise_can_still_be_undone_only_through_an_objection() -> None:
    assert answer(UNTOC_17, attend(*PLAIN, *given(OTHERWISE)))[:2] == ("by-leave", "no")


def test_untoc_17_status_is_answered_like_the_act_it_carries() -> None:
    assert answer(UNTOC_17, is_it(OBSERVER, "ngo", facts=PLAIN)) == ("by-default", "yes", ())


def test_untoc_17_without_presumptions_the_secretariat_is_a_gate() -> None:
    assert answer(UNTOC_17, attend(*PLAIN), strict=True) == ("by-leave", "conditional", ())


def test_untoc_17_an_applicant_that_did_not_apply_is_not_conferred() -> None:
    assert answer(UNTOC_17, attend(*PLAIN, *given(Not(APPLY)))) == ("not-conferred", "no", ())


def test_untoc_17_a_list_sent_20_days_before_keeps_no_deadline_of_30() -> None:
    late = Fact(Happens("list", "secretariat"), True, period=Deadline("", 20, "day", "before", "session"))
    assert answer(UNTOC_17, attend(*PLAIN, late)) == ("not-conferred", "no", ())


def test_untoc_17_a_list_sent_5_weeks_before_keeps_the_deadline_of_30_days() -> None:
    early = Fact(Happens("list", "secretariat"), True, period=Deadline("", 5, "week", "before", "session"))
    assert answer(UNTOC_17, attend(*PLAIN, early)) == ("by-default", "yes", ())
    assert answer(UNTOC_17, attend(*PLAIN, early), strict=True) == ("by-leave", "yes", ())


def test_untoc_17_a_list_given_to_be_sent_in_time_leaves_the_default_as_it_is() -> None:
    in_time = given(Happens("list", "secretariat", deadline=THIRTY))
    assert answer(UNTOC_17, attend(*PLAIN, *in_time, *given(Not(OBJECTS)))) == ("by-default", "yes", ())
    assert answer(UNTOC_17, attend(*PLAIN, *in_time, *given(OBJECTS))) == ("by-leave", "no", ("pending",))


def test_untoc_17_a_list_that_was_not_sent_is_not_presumed() -> None:
    missing = given(Not(Happens("list", "secretariat")))
    assert answer(UNTOC_17, attend(*PLAIN, *missing)) == ("by-leave", "no", ())


def test_untoc_17_open_status_splits_into_two_cases() -> None:
    decided = decide(UNTOC_17, attend())
    consultative = Has("consultative")
    nothing = ("not-conferred", "no", False)
    by_default = ("by-default", "yes", False)
    assert {ruling for case, ruling in decided.cases.items() if (consultative, True) in case} == {nothing}
    assert {ruling for case, ruling in decided.cases.items() if (consultative, False) in case} == {by_default}
    assert (decided.verdict, decided.outcome) == ("not-conferred", "conditional")


def test_untoc_17_the_ways_in_and_out_are_the_prime_implicants() -> None:
    question = attend(*PLAIN)
    assert primes(UNTOC_17, question, "entitled") == {
        cube((APPLY, True), (OBJECTS, False), (OTHERWISE, False)),
        cube((APPLY, True), (OBJECTS, True), (ADMIT, True)),
        cube((APPLY, True), (OTHERWISE, False), (ADMIT, True)),
    }
    assert primes(UNTOC_17, question, "not entitled") == {
        cube((APPLY, False)),
        cube((OBJECTS, True), (ADMIT, False)),
        cube((OBJECTS, False), (OTHERWISE, True)),
        cube((OTHERWISE, True), (ADMIT, False)),
    }
    assert primes(UNTOC_17, question, "forbidden") == frozenset()


def cube(*literals: tuple[Happens, bool]) -> Literals:
    return frozenset(literals)


# ----------------------------------------------------------------------------------------------- other regimes

ICT = ruleset(
    Norm("3", "3", Permit("attend"), subject=ACTOR_NGO, condition=both(Happens("register", "actor"), Not(OBJECTS)))
)


def test_ict_working_group_registers_by_default() -> None:
    assert answer(ICT, attend()) == ("by-default", "yes", ())


def test_ict_working_group_one_state_ends_it_for_good() -> None:
    assert answer(ICT, attend(*given(OBJECTS))) == ("not-conferred", "no", ())


LISTS, APPROVES = Happens("list", "chair"), Happens("approve", "committee")
AHC = ruleset(
    Norm("9", "9", Permit("attend"), ACTOR_NGO, both(LISTS, APPROVES, Not(OBJECTS)), guard=Reads("9", "final")),
    Norm("9#2", "9", Permit("attend"), ACTOR_NGO, both(LISTS, APPROVES), guard=Reads("9", "advisory")),
    disputes=(Dispute("9", "9", "on a non-objection basis", (Reading("final"), Reading("advisory"))),),
)


def test_ahc_is_by_leave_of_the_chair_and_the_committee() -> None:
    assert answer(AHC, attend()) == ("by-leave", "conditional", ())


def test_ahc_an_objection_is_contested() -> None:
    decided = decide(AHC, attend(*given(OBJECTS)))
    assert decided.marks == ("contested",)
    assert decided.disputes == ("9",)
    assert {dict(case)[Reads("9", "final")]: ruling[0] for case, ruling in decided.cases.items()} == {
        True: "not-conferred",
        False: "by-leave",
    }
    assert (decided.verdict, decided.outcome) == ("not-conferred", "open")


INTERIM = ruleset(
    Norm("31", "31", Permit("attend"), ACTOR_NGO, both(APPLY, Not(Happens("refuse", "committee")))),
)


def test_interim_accreditation_stands_by_default() -> None:
    assert answer(INTERIM, attend()) == ("by-default", "yes", ())


def test_interim_accreditation_survives_an_objection() -> None:
    assert answer(INTERIM, attend(*given(OBJECTS))) == ("by-default", "yes", ())


def test_interim_accreditation_that_the_body_ended_is_gone() -> None:
    assert answer(INTERIM, attend(*given(Happens("refuse", "committee")))) == ("not-conferred", "no", ())


SIGNATORY = ruleset(
    Norm("14(2)(a)", "14(2)(a)", Permit("attend"), Is("actor", "signatory"), Happens("notify", "actor"))
)


def test_a_signatory_attends_of_right() -> None:
    assert answer(SIGNATORY, may("attend", "signatory", body="plenary")) == ("of-right", "yes", ())


def test_a_signatory_attends_of_right_whoever_objects() -> None:
    question = may("attend", "signatory", body="plenary", facts=given(OBJECTS))
    assert answer(SIGNATORY, question) == ("of-right", "yes", ())


def test_a_state_that_is_no_signatory_gets_nothing_from_the_rule_on_signatories() -> None:
    assert answer(SIGNATORY, may("attend", "state party", body="plenary")) == ("not-conferred", "no", ())


def test_a_state_party_has_the_floor_of_right_because_the_duty_to_call_is_presumed() -> None:
    assert answer(RULE_42, may("speak", "state party", body="plenary")) == ("of-right", "yes", ())


def test_a_state_party_needs_the_president_when_nothing_is_presumed() -> None:
    assert answer(RULE_42, may("speak", "state party", body="plenary"), strict=True)[0] == "by-leave"


def test_words_that_are_only_should_presume_nothing() -> None:
    soft = ruleset(*(n.replace(strength="should") if isinstance(n.effect, Oblige) else n for n in RULE_42.norms))
    assert answer(soft, may("speak", "state party", body="plenary"))[0] == "by-leave"


# ------------------------------------------------------------------------------------------ footing and outcome

INVITES, CONFERENCE_APPROVES = Happens("invite", "president"), Happens("approve", "conference")
SPEECH = ruleset(Norm("17(3)(b)", "17(3)(b)", Permit("speak"), ACTOR_NGO, both(INVITES, CONFERENCE_APPROVES)))


def speak(*facts: Fact) -> Question:
    return may("speak", "ngo", body="plenary", facts=facts)


def test_gates_not_yet_passed_are_by_leave_conditional() -> None:
    assert answer(SPEECH, speak()) == ("by-leave", "conditional", ())


def test_invited_but_not_approved_is_by_leave_no() -> None:
    assert answer(SPEECH, speak(*given(INVITES, Not(CONFERENCE_APPROVES)))) == ("by-leave", "no", ())


def test_invited_and_not_yet_approved_is_by_leave_conditional() -> None:
    assert answer(SPEECH, speak(*given(INVITES))) == ("by-leave", "conditional", ())


def test_gates_that_are_passed_leave_the_footing_as_it_is() -> None:
    assert answer(SPEECH, speak(*given(INVITES, CONFERENCE_APPROVES))) == ("by-leave", "yes", ())


# --------------------------------------------------------------------------------------------------- counting

COUNTED_OBJECTION = Happens("object", "state party", THIRD)
VETO = ruleset(Norm("5", "5", Permit("attend"), ACTOR_NGO, Not(COUNTED_OBJECTION)))


def objecting(count: int, of: int | None = 190, base: str = "present") -> Fact:
    return Fact(OBJECTS, True, count=count, of=of, base=base)


@pytest.mark.parametrize(
    ("count", "verdict", "outcome"),
    [(60, "by-default", "yes"), (63, "by-default", "yes"), (64, "not-conferred", "no"), (0, "by-default", "yes")],
)
def test_a_third_of_190_is_64(count: int, verdict: str, outcome: str) -> None:
    assert answer(VETO, attend(objecting(count))) == (verdict, outcome, ())


@pytest.mark.parametrize(("count", "outcome"), [(32, "no"), (33, "yes")])
def test_more_than_half_of_64_is_33(count: int, outcome: str) -> None:
    half = Happens("admit", "conference", Share(1, 2, True, "voting"))
    rules = ruleset(Norm("1", "1", Permit("attend"), ACTOR_NGO, half))
    fact = Fact(Happens("admit", "conference"), True, count=count, of=64, base="voting")
    assert answer(rules, attend(fact))[1] == outcome


def test_numbers_of_another_base_decide_nothing() -> None:
    assert answer(VETO, attend(objecting(190, base="voting"))) == ("by-default", "yes", ())


def test_any_one_state_is_enough_where_the_rule_does_not_count() -> None:
    assert answer(ICT, attend(objecting(1))) == ("not-conferred", "no", ())
    assert answer(ICT, attend(objecting(0))) == ("by-default", "yes", ())


# ------------------------------------------------------------------------------ judgements and disputed readings


def test_a_judgement_that_nobody_makes_is_taken_as_favourable_with_a_mark() -> None:
    rules = ruleset(Norm("1", "1", Permit("attend"), both(ACTOR_NGO, Has("relevant"))))
    decided = decide(rules, attend())
    assert (decided.verdict, decided.outcome, decided.marks) == ("of-right", "yes", ("turns on",))
    assert decided.turns_on == ("relevant",)


def test_a_judgement_with_a_judge_splits_the_answer() -> None:
    rules = ruleset(Norm("1", "1", Permit("attend"), both(ACTOR_NGO, Has("suitable"))))
    assert answer(rules, attend()) == ("not-conferred", "conditional", ())


def test_a_judgement_that_is_given_is_not_left_to_anybody() -> None:
    rules = ruleset(Norm("1", "1", Permit("attend"), both(ACTOR_NGO, Has("relevant"))))
    assert answer(rules, attend(*given(Not(Has("relevant"))))) == ("not-conferred", "no", ())


def readings(first: str, second: str) -> Ruleset:
    dispute = Dispute("2(2)", "2(2)", "plenary", (Reading("rigid", standing=first), Reading("functional", "", second)))
    norm = Norm("2(2)", "2(2)", Permit("attend"), ACTOR_NGO, guard=Reads("2(2)", "functional"))
    return ruleset(norm, disputes=(dispute,))


@pytest.mark.parametrize("standing", ["arguable", "preferred"])
def test_readings_that_differ_make_the_answer_contested(standing: str) -> None:
    assert answer(readings("arguable", standing), attend()) == ("not-conferred", "open", ("contested",))


def test_a_minority_reading_does_not_make_the_answer_contested() -> None:
    decided = decide(readings("minority", "arguable"), attend())
    assert (decided.verdict, decided.outcome, decided.marks) == ("of-right", "yes", ())
    assert sorted(ruling[0] for ruling in decided.cases.values()) == ["not-conferred", "of-right"]


def test_a_duty_to_list_in_time_presumes_nothing_about_an_earlier_deadline() -> None:
    sixty = THIRTY.replace(amount=60)
    rules = ruleset(
        Norm("1", "1", Permit("attend"), ACTOR_NGO, Happens("list", "secretariat", deadline=sixty)),
        Norm("2", "2", Oblige("list", "secretariat", THIRTY), strength="shall"),
    )
    assert answer(rules, attend())[0] == "by-leave"


def test_a_status_question_under_one_provision_counts_what_that_provision_accords() -> None:
    rules = ruleset(
        Norm("1", "1", Accord("observer"), ACTOR_NGO, CONFERENCE_APPROVES),
        Norm("2", "2", Accord("observer"), ACTOR_NGO),
    )
    assert answer(rules, is_it(OBSERVER, "ngo"))[0] == "of-right"
    assert answer(rules, is_it(OBSERVER, "ngo", by=("1",)))[0] == "by-leave"
