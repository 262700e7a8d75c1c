"""Sentences become norms."""

from __future__ import annotations

import pytest

from proclogic.norms.conditions import ALWAYS, And, Deadline, Decision, Happens, Has, Is, Not, Or, Share
from proclogic.norms.model import (
    Accord,
    Classify,
    DecideBy,
    Deem,
    Deny,
    Disapply,
    Forbid,
    GivesNothing,
    Limit,
    Oblige,
    Permit,
    Prevail,
    Quorum,
    Refer,
)
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.sources import Span
from proclogic.syntax.tree import (
    Acts,
    Classed,
    Clause,
    Counts,
    Decided,
    Excluded,
    Holds,
    Item,
    Needs,
    Nothing,
    Prevails,
    Referred,
    RuleRef,
)
from tests.norms.samples import (
    IN_CONSULTATIVE,
    NGO,
    OBSERVER,
    RELEVANT,
    act,
    body,
    codes,
    does,
    items,
    lowered,
    norms_of,
    np,
    ref,
    rule,
    says,
    unless,
    when,
)

ATTEND = act("attend", body("plenary meeting"))


def test_a_subject_is_its_kind_and_all_its_qualifiers() -> None:
    subject = np("ngo", Not(IN_CONSULTATIVE), before=(RELEVANT,))
    norm = norms_of(rule("1", says(subject, does("may", ATTEND))))["1"]
    assert norm.subject == And((NGO, RELEVANT, Not(IN_CONSULTATIVE)))
    assert norm.effect == Permit("attend", "plenary meeting")
    assert (norm.about, norm.strength) == (ACTOR, "may")


def test_several_subjects_are_alternatives() -> None:
    norm = norms_of(rule("1", says((np("ngo"), np("company")), does("may", ATTEND))))["1"]
    assert norm.subject == Or((NGO, Is(ACTOR, "company")))


def test_each_act_and_each_body_is_a_norm_of_the_provision() -> None:
    both = act("attend", body("plenary meeting"), body("working group"))
    found = norms_of(rule("1(2)", says(np("ngo"), does("may", both, act("receive documents")))))
    assert {i: n.effect for i, n in found.items()} == {
        "1(2)": Permit("attend", "plenary meeting"),
        "1(2)#2": Permit("attend", "working group"),
        "1(2)#3": Permit("receive documents"),
    }
    assert {n.provision for n in found.values()} == {"1(2)"}


def test_what_is_said_of_object_and_body_is_a_condition() -> None:
    topic = np("topic", Has("relating to its activities"), sort=OBJECT)
    speak = act("speak", body("working group", Has("large")), on=topic)
    norm = norms_of(rule("1", says(np("ngo"), does("may", speak), when(RELEVANT))))["1"]
    assert norm.effect == Permit("speak", "working group", "topic")
    assert norm.condition == And((Has("large"), Has("relating to its activities"), RELEVANT))


def test_if_unless_and_except_for_add_to_the_condition_in_their_order() -> None:
    apart = Clause("except for", nouns=(np("ngo", IN_CONSULTATIVE), np("company")))
    happens = Happens("object", "state party")
    norm = norms_of(rule("1", says(np("organization"), does("may", ATTEND), when(RELEVANT), unless(happens), apart)))[
        "1"
    ]
    excepted = Or((And((NGO, IN_CONSULTATIVE)), Is(ACTOR, "company")))
    assert norm.condition == And((RELEVANT, Not(happens), Not(excepted)))


def test_unless_not_is_no_double_negation() -> None:
    norm = norms_of(rule("1", says(np("ngo"), does("may", ATTEND), unless(Not(RELEVANT)))))["1"]
    assert norm.condition == RELEVANT


@pytest.mark.parametrize(
    ("words", "strength"),
    [
        ("may", "may"),
        ("is entitled to", "is entitled to"),
        ("may be invited to", "may be invited"),
    ],
)
def test_the_words_of_a_grant_are_its_strength(words: str, strength: str) -> None:
    assert norms_of(rule("1", says(np("ngo"), does(words, ATTEND))))["1"].strength == strength


@pytest.mark.parametrize(
    ("words", "strength"),
    [("may", "as a rule"), ("is entitled to", "as a rule"), ("may be invited to", "may be invited")],
)
def test_as_a_rule_weakens_all_but_weaker_words(words: str, strength: str) -> None:
    sentence = says(np("ngo"), does(words, ATTEND), Clause("as a rule", lead=True))
    assert norms_of(rule("1", sentence))["1"].strength == strength


@pytest.mark.parametrize("words", ["may not", "shall not"])
def test_a_negated_modal_is_a_prohibition(words: str) -> None:
    norm = norms_of(rule("1", says(np("ngo"), does(words, act("vote")))))["1"]
    assert (norm.effect, norm.strength, norm.subject) == (Forbid("vote"), words, NGO)


def test_a_monopoly_grants_to_one_and_forbids_to_all_others() -> None:
    sentence = says(np("state party"), does("only", act("vote")), when(RELEVANT))
    found = norms_of(rule("57", sentence))
    party = Is(ACTOR, "state party")
    assert (found["57"].effect, found["57"].subject, found["57"].monopoly) == (Permit("vote"), party, False)
    others = found["57#2"]
    assert (others.effect, others.subject, others.monopoly) == (Forbid("vote"), Not(party), True)
    assert others.condition == found["57"].condition == RELEVANT


def test_without_the_right_to_forbids_whether_or_not_the_grant_holds() -> None:
    sentence = says(
        np("ngo"),
        Holds("has", "observer status"),
        when(RELEVANT),
        Clause("without the right to", acts=(act("vote"),)),
    )
    found = norms_of(rule("1", sentence))
    assert found["1"].condition == RELEVANT
    assert (found["1#2"].effect, found["1#2"].subject, found["1#2"].condition) == (Forbid("vote"), NGO, ALWAYS)


def test_limits_belong_to_the_grant_and_not_to_the_prohibition_beside_it() -> None:
    few = Limit("through a limited number of representatives")
    clauses = (Clause("limit", limit=few), Clause("without the right to", acts=(act("vote"),)))
    found = norms_of(rule("1", says(np("ngo"), does("may", ATTEND), *clauses)))
    assert (found["1"].limits, found["1#2"].limits) == ((few,), ())


# --------------------------------------------------------------------------------------------------- powers and duties


def test_a_power_is_a_grant_of_the_event() -> None:
    norm = norms_of(rule("1", says(np("conference", sort=BODY), Acts("may", "decide otherwise"))))["1"]
    assert (norm.effect, norm.subject) == (Permit("decide otherwise"), Is(ACTOR, "conference"))


def test_an_entitlement_to_an_event_is_a_power_and_no_duty() -> None:
    norm = norms_of(rule("1", says(np("state party"), Acts("is entitled to", "object"))))["1"]
    assert (norm.effect, norm.strength) == (Permit("object"), "is entitled to")


def test_a_prohibition_for_a_time_stands_in_the_way_at_that_time() -> None:
    late = Deadline("within", 3, "day", "after", "session")
    norm = norms_of(rule("1", says(np("state party"), Acts("may not", "object", late))))["1"]
    assert (norm.effect, norm.condition) == (Forbid("object"), Happens("object", "actor", None, late))


def test_a_power_until_a_time_is_a_grant_on_condition_of_acting_in_time() -> None:
    limit = Deadline("within", 10, "day", "after", "session")
    norm = norms_of(rule("1", says(np("state party"), Acts("may", "object", limit))))["1"]
    assert norm.condition == Happens("object", "actor", None, limit)


def test_only_with_an_event_forbids_the_event_to_all_others() -> None:
    found = norms_of(rule("1", says(np("state party"), Acts("only", "object"))))
    assert found["1#2"].effect == Forbid("object") and found["1#2"].monopoly


def test_a_duty_of_a_declared_agent_is_owed_to_whoever_is_asked_about() -> None:
    deadline = Deadline("at least", 30, "day", "before", "session")
    sentence = says(np("secretariat"), Acts("shall", "circulate", deadline, np("ngo")), when(RELEVANT))
    norm = norms_of(rule("1", sentence))["1"]
    assert norm.effect == Oblige("circulate", "secretariat", deadline, "ngo")
    assert (norm.subject, norm.condition, norm.strength) == (ALWAYS, RELEVANT, "shall")


def test_a_duty_of_the_actor_itself_has_the_actor_as_agent_and_subject() -> None:
    sentence = says(np("ngo", OBSERVER), Acts("should", "apply"))
    norm = norms_of(rule("1", sentence))["1"]
    assert (norm.effect, norm.subject) == (Oblige("apply", "actor"), And((NGO, OBSERVER)))
    assert norm.strength == "should"


def test_each_bearer_has_its_duty() -> None:
    found = norms_of(rule("1", says((np("president"), np("chair")), Acts("shall", "invite"))))
    assert [n.effect for n in found.values()] == [Oblige("invite", "president"), Oblige("invite", "chair")]


def test_a_duty_of_one_who_cannot_do_it_is_a_fault() -> None:
    ruleset, faults = lowered(rule("1", says(np("ngo"), Acts("shall", "circulate"))))
    assert (codes(faults), ruleset.norms) == (["E208"], ())
    assert "secretariat" in faults[0].at


def test_a_power_of_one_who_cannot_do_it_is_a_fault() -> None:
    assert codes(lowered(rule("1", says(np("ngo"), Acts("may", "object"))))[1]) == ["E208"]


def test_qualities_of_a_bearer_who_is_not_the_actor_are_a_fault() -> None:
    sentence = says(np("state party", before=(RELEVANT,)), Acts("shall", "object"))
    assert codes(lowered(rule("1", sentence))[1]) == ["E311"]


# ------------------------------------------------------------------------------------------------------------ statuses


@pytest.mark.parametrize("words", ["has", "is accorded", "shall be accorded", "should be accorded"])
def test_words_that_give_a_status_accord_it_with_their_strength(words: str) -> None:
    norm = norms_of(rule("1", says(np("ngo"), Holds(words, "observer status"))))["1"]
    assert (norm.effect, norm.strength) == (Accord("observer status"), words)


@pytest.mark.parametrize("words", ["has no", "is not accorded", "shall not be accorded", "loses"])
def test_words_that_take_a_status_deny_it(words: str) -> None:
    assert norms_of(rule("1", says(np("ngo"), Holds(words, "observer status"))))["1"].effect == Deny("observer status")


def test_a_status_of_a_meeting_is_about_the_body() -> None:
    norm = norms_of(rule("40(1)", says(body("plenary meeting"), Holds("is", "public"))))["40(1)"]
    assert (norm.about, norm.subject, norm.effect) == (BODY, Is(BODY, "plenary meeting"), Accord("public"))
    denied = norms_of(rule("40(2)", says(body("bureau"), Holds("is not", "public"))))["40(2)"]
    assert denied.effect == Deny("public")


def test_a_quality_cannot_be_accorded() -> None:
    ruleset, faults = lowered(rule("1", says(np("ngo"), Holds("is", "in consultative status"))))
    assert (codes(faults), ruleset.norms) == (["E209"], ())


def test_a_status_of_meetings_cannot_be_given_to_an_actor() -> None:
    assert codes(lowered(rule("1", says(np("ngo"), Holds("is", "public"))))[1]) == ["E205"]


# -------------------------------------------------------------------------------------------------------- other verbs


def test_deeming_takes_over_kind_and_status_but_no_quality() -> None:
    found = norms_of(rule("1", says(np("academic institution"), Counts(np("ngo", OBSERVER)))))
    assert [n.effect for n in found.values()] == [Deem(ACTOR, "ngo"), Accord("observer status")]
    faults = lowered(rule("1", says(np("academic institution"), Counts(np("ngo", IN_CONSULTATIVE)))))[1]
    assert codes(faults) == ["E311"]


def test_a_referral_names_the_body_that_decides() -> None:
    norm = norms_of(rule("1", says(np("ngo"), Referred(np("conference", sort=BODY)))))["1"]
    assert (norm.effect, norm.subject) == (Refer("conference"), NGO)


def test_decision_rules_classes_and_quorums_have_no_subject() -> None:
    half = Share(1, 2, True, "voting", "state party")
    third = Share(1, 3, False, "participating", "state party")
    found = norms_of(
        rule("58", says((), Decided(Decision("share", half), "procedure"))),
        rule("59", says((), Decided(Decision("consensus"), "", "decide otherwise", "conference"))),
        rule("60", says((), Classed("decide otherwise", "conference", "procedure"))),
        rule("41", says((), Needs("debate", third, body("working group", Has("large"))))),
    )
    assert found["58"].effect == DecideBy(Decision("share", half), "procedure")
    assert found["59"].effect == DecideBy(Decision("consensus"), "", "decide otherwise", "conference")
    assert found["60"].effect == Classify("decide otherwise", "procedure", "conference")
    assert (found["41"].effect, found["41"].condition) == (Quorum(third, "debate", "working group"), Has("large"))


def test_a_disapplication_names_norms_and_is_about_its_subject() -> None:
    grant = rule("17(2)", says(np("ngo"), does("may", ATTEND, act("receive documents"))))
    found = norms_of(grant, rule("18", says(body("working group"), Excluded((ref("17"),)))))
    assert (found["18"].effect, found["18"].about) == (Disapply(("17(2)", "17(2)#2")), BODY)
    assert found["18"].subject == Is(BODY, "working group")


def test_priority_names_layers_or_norms() -> None:
    found = norms_of(
        rule("1", says(np("ngo"), does("may", ATTEND))),
        rule("2", says((), Prevails((RuleRef(layer="treaty"),), (ref("1"),)))),
    )
    assert found["2"].effect == Prevail(("treaty",), ("1",))


def test_nothing_in_this_provision_names_acts_or_anything() -> None:
    found = norms_of(
        rule("1", says(np("ngo"), Nothing((act("vote", body("working group")),)))),
        rule("2", says(np("ngo"), Nothing())),
    )
    assert found["1"].effect == GivesNothing("vote", "working group")
    assert (found["2"].effect, found["2"].subject) == (GivesNothing(), NGO)


# --------------------------------------------------------------------------------------------------------------- lists


def test_items_share_head_and_conditions_and_have_their_own() -> None:
    sentence = items(
        np("ngo", OBSERVER),
        Item("(a)", does("may", ATTEND)),
        Item("(b)", does("may", act("speak", body("plenary meeting"))), (when(Happens("invite", "president")),)),
        clauses=(unless(Happens("decide otherwise", "conference")),),
    )
    found = norms_of(rule("17(3)", sentence))
    otherwise = Not(Happens("decide otherwise", "conference"))
    assert list(found) == ["17(3)(a)", "17(3)(b)"]
    assert {n.subject for n in found.values()} == {And((NGO, OBSERVER))}
    assert found["17(3)(a)"].condition == otherwise
    assert found["17(3)(b)"].condition == And((otherwise, Happens("invite", "president")))
    assert found["17(3)(b)"].provision == "17(3)(b)"


def test_a_head_may_carry_the_verb_and_a_prohibition_for_all_items() -> None:
    without = Clause("without the right to", acts=(act("vote"),), lead=True)
    sentence = items(
        np("ngo"),
        Item("(a)", does("", ATTEND)),
        Item("(b)", does("", act("receive documents"))),
        clauses=(without,),
        shared="may",
    )
    found = norms_of(rule("3", sentence))
    assert {i: (n.effect, n.strength) for i, n in found.items()} == {
        "3": (Forbid("vote"), "without the right to"),
        "3(a)": (Permit("attend", "plenary meeting"), "may"),
        "3(b)": (Permit("receive documents"), "may"),
    }


def test_an_item_says_head_and_item_as_one_sentence() -> None:
    text = "An NGO with observer status: (a) may attend plenary meetings; and (b) may receive documents."
    first = Item("(a)", does("may", ATTEND), (), "(a) may attend plenary meetings", Span("f", 39, 70))
    second = Item("(b)", does("may", act("receive documents")), (), "(b) may receive documents", Span("f", 76, 102))
    sentence = items(np("ngo", OBSERVER), first, second).replace(text=text, span=Span("f", 10, 103))
    found = norms_of(rule("1", sentence))
    assert found["1(a)"].text == "An NGO with observer status may attend plenary meetings."
    assert found["1(b)"].text == "An NGO with observer status may receive documents."
    assert found["1(b)"].span == Span("f", 76, 102)
