"""Rules that apply elsewhere."""

from __future__ import annotations

from proclogic.norms.conditions import ALWAYS, And, Decision, Happens, Has, Is, Not, Or, Reads, ReferredTo, Share
from proclogic.norms.model import Accord, DecideBy, Disapply, Forbid, Norm, Oblige, Permit, Quorum, Refer
from proclogic.norms.vocabulary import ACTOR, BODY
from proclogic.syntax.tree import (
    Acts,
    Beside,
    Clause,
    Decided,
    Excluded,
    Holds,
    Item,
    Needs,
    Prevails,
    ProvisionText,
    ReadingLine,
    Referred,
    RuleRef,
    Sentence,
)
from tests.norms.samples import (
    IN_CONSULTATIVE,
    NGO,
    OBSERVER,
    act,
    body,
    carried,
    codes,
    does,
    items,
    lowered,
    np,
    ref,
    rule,
    says,
    unless,
    when,
)

WORKING_GROUP = body("working group")
TO_CHAIR = ("president", "chair")
TO_GROUP = ("conference", "working group")
TO_MEETING = ("plenary meeting", "meeting of the working group")
NOTWITHSTANDING_17 = Clause("notwithstanding", rules=(ref("17"),))
INVITED = Happens("invite", "president")


def copies(*provisions: ProvisionText, accept: tuple[str, ...] = ()) -> dict[str, Norm]:
    """The copies by id, with no finding but those accepted."""
    ruleset, faults = lowered(*provisions)
    assert [c for c in codes(faults) if c not in accept] == []
    return {n.id: n for n in ruleset.norms if n.via}


def renvoi(*swaps: tuple[str, str], rules: RuleRef | None = None, clauses: tuple[Clause, ...] = ()) -> Sentence:
    return says(WORKING_GROUP, carried(rules or ref("17"), swaps=swaps), *clauses)


def speaking(*clauses: Clause, place: str = "plenary meeting") -> Sentence:
    return says(np("ngo", OBSERVER), does("may", act("speak", body(place))), *clauses)


def test_a_copy_is_the_rule_with_everything_exchanged() -> None:
    sentence = speaking(when(INVITED), unless(Happens("decide otherwise", "conference")))
    found = copies(rule("17(3)", sentence), rule("2(2)", renvoi(TO_CHAIR, TO_GROUP, TO_MEETING)))
    (copy,) = found.values()
    assert copy.id == "17(3) as applied by 2(2)"
    assert (copy.provision, copy.via) == ("17(3)", ("2(2)",))
    assert copy.effect == Permit("speak", "meeting of the working group")
    assert copy.condition == And((Happens("invite", "chair"), Not(Happens("decide otherwise", "working group"))))
    assert copy.subject == And((NGO, OBSERVER))


def test_the_original_stays_and_the_carrying_sentence_is_no_norm() -> None:
    ruleset, _ = lowered(rule("17", speaking()), rule("2(2)", renvoi(TO_MEETING)))
    assert [n.id for n in ruleset.norms] == ["17", "17 as applied by 2(2)"]
    assert [p.number for p in ruleset.provisions] == ["17", "2(2)"]


def test_the_copy_depends_on_what_the_carrying_sentence_depends_on() -> None:
    otherwise = Happens("decide otherwise", "conference")
    found = copies(
        rule("17", speaking(when(INVITED))), rule("2(2)", renvoi(TO_CHAIR, TO_MEETING, clauses=(unless(otherwise),)))
    )
    assert found["17 as applied by 2(2)"].condition == And((Happens("invite", "chair"), Not(otherwise)))


def test_a_rule_carried_in_a_reading_stands_where_the_reading_is_followed() -> None:
    readings = (ReadingLine("rigid"), ReadingLine("functional", (renvoi(TO_MEETING),)))
    guarded = (ReadingLine("x", (speaking(),)), ReadingLine("y"))
    found = copies(rule("17", readings=guarded), rule("2(2)", readings=readings))
    assert found["17 as applied by 2(2)"].guard == And((Reads("17", "x"), Reads("2(2)", "functional")))


def test_the_copy_is_of_the_lower_layer_and_the_lesser_certainty() -> None:
    beside = (Beside("Layer", ("practice",)), Beside("Certainty", ("verbatim",)))
    unsure = (Beside("Certainty", ("secondary",)),)
    found = copies(rule("17", speaking(), beside=unsure), rule("P1", renvoi(TO_MEETING), beside=beside))
    copy = found["17 as applied by P1"]
    assert (copy.layer, copy.certainty) == ("practice", "secondary")


def test_a_rule_on_the_conference_becomes_one_on_the_new_body_without_being_told() -> None:
    grant = says(np("ngo"), does("may", act("attend", body("conference"))))
    public = says(body("conference"), Holds("is", "public"))
    found = copies(rule("17", grant), rule("40", public), rule("2(2)", renvoi(rules=ref("17", "40"))), accept=("W303",))
    assert found["17 as applied by 2(2)"].effect == Permit("attend", "working group")
    assert found["40 as applied by 2(2)"].subject == Is(BODY, "working group")


def test_a_rule_without_a_body_is_kept_to_the_new_body() -> None:
    grant = says(np("ngo"), does("may", act("speak"), act("receive documents")), when(INVITED))
    found = copies(rule("17", grant), rule("2(2)", renvoi(TO_CHAIR)))
    speak, documents = found["17 as applied by 2(2)"], found["17#2 as applied by 2(2)"]
    assert (speak.effect, speak.condition) == (Permit("speak", "working group"), Happens("invite", "chair"))
    assert documents.effect == Permit("receive documents")
    assert documents.condition == And((Happens("invite", "chair"), Is(BODY, "working group")))


def test_a_copy_that_would_say_what_the_rule_says_is_left_out() -> None:
    general = says(np("ngo"), does("may", act("speak"), act("receive documents")))
    found = copies(rule("17", general, speaking()), rule("2(2)", renvoi(TO_MEETING)))
    assert list(found) == ["17#3 as applied by 2(2)"]


def test_a_copy_that_keeps_its_old_place_cannot_reach_back_into_it() -> None:
    """The chair's invitation must not let anybody speak in the plenary of the Conference."""
    found = copies(rule("17", speaking(when(INVITED))), rule("2(2)", renvoi(TO_CHAIR)), accept=("W302",))
    copy = found["17 as applied by 2(2)"]
    assert copy.effect == Permit("speak", "plenary meeting")
    assert copy.condition == And((Happens("invite", "chair"), Is(BODY, "working group")))


def test_qualities_of_the_new_body_are_conditions() -> None:
    large = says(body("working group", Has("large")), carried(ref("17"), swaps=(TO_MEETING,)))
    found = copies(rule("17", speaking()), rule("2(2)", large))
    assert found["17 as applied by 2(2)"].condition == Has("large")


def test_every_kind_of_effect_is_carried() -> None:
    share = Share(2, 3, False, "voting", "state party")
    found = copies(
        rule("1", says(np("ngo"), Referred(np("conference")))),
        rule("2", says((), Decided(Decision("share", share), "", "decide otherwise", "conference"))),
        rule("3", says((), Needs("debate", share, body("conference")))),
        rule("4", says(np("president"), Acts("shall", "invite"))),
        rule("5", says(np("ngo"), does("may not", act("vote", body("conference"))), when(ReferredTo("conference")))),
        rule("9", renvoi(TO_GROUP, TO_CHAIR, ("state party", "state"), rules=ref("1", "5"))),
    )
    effects = {i.split()[0]: n.effect for i, n in found.items()}
    states = share.replace(of="state")
    assert effects == {
        "1": Refer("working group"),
        "2": DecideBy(Decision("share", states), "", "decide otherwise", "working group"),
        "3": Quorum(states, "debate", "working group"),
        "4": Oblige("invite", "chair"),
        "5": Forbid("vote", "working group"),
    }
    assert found["5 as applied by 9"].condition == ReferredTo("working group")
    assert found["3 as applied by 9"].condition == ALWAYS
    assert found["1 as applied by 9"].condition == Is(BODY, "working group")


def test_list_items_are_carried_each_for_itself() -> None:
    sentence = items(np("ngo"), Item("(a)", speaking().verb or does("may")), Item("(b)", does("may", act("speak"))))
    found = copies(rule("17(3)", sentence), rule("2(2)", renvoi(TO_MEETING)))
    assert list(found) == ["17(3)(a) as applied by 2(2)"]


def test_several_bodies_have_their_own_copies() -> None:
    both = says((WORKING_GROUP, body("contact group")), carried(ref("17"), swaps=()))
    grant = says(np("ngo"), does("may", act("attend", body("conference"))))
    found = copies(rule("17", grant), rule("2(2)", both))
    assert [(i, n.effect) for i, n in found.items()] == [
        ("17 as applied by 2(2)", Permit("attend", "working group")),
        ("17 as applied by 2(2)#2", Permit("attend", "contact group")),
    ]


# ------------------------------------------------------------------------------------------------------------ findings


def test_a_term_without_an_entry_is_one_finding_and_stays() -> None:
    first = speaking(when(INVITED), unless(Happens("decide otherwise", "conference")))
    second = speaking(when(INVITED))
    ruleset, faults = lowered(rule("17(1)", first), rule("17(2)", second), rule("2(2)", renvoi(TO_MEETING)))
    assert codes(faults) == ["W302", "W302"]
    assert [d.message for d in faults] == [
        "rule 2(2) does not say what stands for “the president”",
        "rule 2(2) does not say what stands for “the conference”",
    ]
    assert "rules 17(1) and 17(2)" in faults[0].notes[0]
    assert {d.place for d in faults} == {"rule 2(2)"}
    kept = And((INVITED, Not(Happens("decide otherwise", "conference"))))
    assert next(n for n in ruleset.norms if n.id == "17(1) as applied by 2(2)").condition == kept


def test_meetings_of_the_old_body_are_terms_and_other_bodies_are_not() -> None:
    grant = says(np("ngo"), does("may", act("attend", body("plenary meeting"), body("bureau"))))
    _, faults = lowered(rule("17", grant), rule("2(2)", renvoi()))
    assert [d.message for d in faults] == ["rule 2(2) does not say what stands for “a plenary meeting”"]


def test_a_body_of_the_old_one_that_acts_is_a_term() -> None:
    duty = says(np("ngo"), does("may", act("speak", body("conference"))), when(ReferredTo("bureau")))
    assert codes(lowered(rule("17", duty), rule("2(2)", renvoi()))[1]) == ["W302"]


def test_a_status_carried_without_a_status_for_it_is_a_finding() -> None:
    given = says(np("ngo"), Holds("has", "observer status"), unless(Happens("decide otherwise", "conference")))
    ruleset, faults = lowered(rule("17", given), rule("2(2)", renvoi(TO_GROUP)))
    assert codes(faults) == ["W303"]
    copy = next(n for n in ruleset.norms if n.via)
    assert copy.condition == And((Not(Happens("decide otherwise", "working group")), Is(BODY, "working group")))


def test_a_status_with_an_entry_is_exchanged() -> None:
    given = says(np("ngo"), Holds("has", "observer status"))
    found = copies(rule("17", given), rule("2(2)", renvoi(("observer status", "special status"))))
    assert found["17 as applied by 2(2)"].effect == Accord("special status")


def test_a_term_put_where_it_does_not_fit_is_a_fault() -> None:
    swap = ("president", "plenary meeting")
    ruleset, faults = lowered(rule("17", speaking(when(INVITED))), rule("2(2)", renvoi(swap, TO_MEETING)))
    assert codes(faults) == ["E313"]
    assert all(a.agent != "plenary meeting" for n in ruleset.norms for a in (n.condition,) if isinstance(a, Happens))


def test_a_sentence_that_carries_nothing_is_a_finding() -> None:
    general = says(np("ngo"), does("may", act("speak")))
    assert codes(lowered(rule("17", general), rule("2(2)", renvoi()))[1]) == ["W304"]


def test_carrying_rules_that_are_not_there_is_a_fault_and_no_finding() -> None:
    assert codes(lowered(rule("17", speaking()), rule("2(2)", renvoi(rules=ref("99"))))[1]) == ["E302"]


# -------------------------------------------------------------------------------------------------- chains and circles


def test_a_rule_that_carries_all_rules_does_not_carry_itself() -> None:
    found = copies(rule("2(2)", renvoi(TO_MEETING, rules=ref("1", "81"))), rule("17", speaking()))
    assert list(found) == ["17 as applied by 2(2)"]


def test_two_paragraphs_of_a_rule_may_each_carry_all_rules() -> None:
    to_contact = says(body("contact group"), carried(ref("1", "81")))
    grant = says(np("ngo"), does("may", act("attend", body("conference"))))
    found = copies(rule("2(1)", renvoi(rules=ref("1", "81"))), rule("2(2)", to_contact), rule("17", grant))
    assert [n.via for n in found.values()] == [("2(1)",), ("2(2)",)]


def test_a_chain_is_followed() -> None:
    onward = says(body("contact group"), carried(ref("5")))
    grant = says(np("ngo"), does("may", act("attend", body("conference"))))
    found = copies(rule("17", grant), rule("6", onward), rule("5", renvoi(rules=ref("17"))))
    last = found["17 as applied by 5 as applied by 6"]
    assert (last.via, last.effect) == (("5", "6"), Permit("attend", "contact group"))


def test_what_is_carried_to_an_actor_is_carried_on_to_a_body() -> None:
    as_ngo = says(np("academic institution"), carried(ref("17"), as_to="ngo"))
    everywhere = renvoi(TO_MEETING, rules=ref("17", "18"))
    found = copies(rule("17", speaking()), rule("18", as_ngo), rule("2(2)", everywhere))
    assert found["17 as applied by 18 as applied by 2(2)"].subject == And((Is(ACTOR, "academic institution"), OBSERVER))
    assert len(found) == 3


def test_a_circle_is_an_error_that_shows_it() -> None:
    back = says(body("contact group"), carried(ref("2")))
    ruleset, faults = lowered(rule("2", renvoi(rules=ref("3"))), rule("3", back), rule("17", speaking()))
    assert codes(faults) == ["E308"]
    assert faults[0].notes == ("rule 2 carries rule 3, which carries rule 2",)
    assert not any(n.via for n in ruleset.norms)


# ----------------------------------------------------------------------------------------------------- to another actor


def as_ngo(*rules: RuleRef, to: str = "academic institution") -> Sentence:
    return says(np(to), carried(*rules, as_to="ngo"))


def test_the_new_actor_takes_the_place_of_the_old_one() -> None:
    grant = says(np("ngo", IN_CONSULTATIVE), does("may", act("attend")), unless(And((NGO, OBSERVER))))
    found = copies(rule("17(1)", grant), rule("18", as_ngo(ref("17(1)"))))
    copy = found["17(1) as applied by 18"]
    university = Is(ACTOR, "academic institution")
    assert copy.subject == And((university, IN_CONSULTATIVE))
    assert copy.condition == Not(And((university, OBSERVER)))


def test_rules_that_do_not_speak_of_the_old_actor_are_not_carried() -> None:
    other = says(np("state"), does("may", act("attend")))
    excepted = says(np("organization", Not(NGO)), does("may", act("attend")))
    assert codes(lowered(rule("14", other), rule("15", excepted), rule("18", as_ngo(ref("14", "15"))))[1]) == ["W304"]


def test_rules_on_a_wider_class_are_carried_to_one_outside_it() -> None:
    wide = says(np("organization"), does("may", act("attend")))
    found = copies(rule("17", wide), rule("18", as_ngo(ref("17"), to="company")))
    assert found["17 as applied by 18"].subject == Is(ACTOR, "company")
    assert codes(lowered(rule("17", wide), rule("18", as_ngo(ref("17"))))[1]) == ["W304"]


def test_of_alternative_subjects_those_that_fit_are_carried() -> None:
    both = says((np("ngo"), np("state party")), does("may", act("attend")))
    found = copies(rule("17", both), rule("18", as_ngo(ref("17"), to="company")))
    assert found["17 as applied by 18"].subject == Is(ACTOR, "company")


def test_one_put_beside_the_holders_of_a_monopoly_is_let_in() -> None:
    only = says(np("state party"), does("only", act("vote")))
    beside = says(np("organization"), carried(ref("57"), as_to="state party"), when(Has("relevant")))
    ruleset, faults = lowered(rule("57", only), rule("58", beside))
    assert faults == []
    norms = {n.id: n for n in ruleset.norms}
    assert list(norms) == ["57", "57#2", "57 as applied by 58"]
    new = And((Is(ACTOR, "organization"), Has("relevant")))
    assert norms["57#2"].subject == Not(Or((Is(ACTOR, "state party"), new)))
    assert (norms["57 as applied by 58"].effect, norms["57 as applied by 58"].condition) == (
        Permit("vote"),
        Has("relevant"),
    )


# ---------------------------------------------------------------------------------------------------------- references


def test_a_carried_reference_means_the_rules_as_carried_with_it() -> None:
    shut = says(np("ngo"), does("may not", act("speak", body("plenary meeting"))), NOTWITHSTANDING_17)
    ruleset, _ = lowered(
        rule("17", speaking()), rule("18", shut), rule("2(2)", renvoi(TO_MEETING, rules=ref("17", "18")))
    )
    found = {n.id: n.notwithstanding for n in ruleset.norms}
    assert found["18"] == ("17",)
    assert found["18 as applied by 2(2)"] == ("17 as applied by 2(2)",)


def test_a_carried_reference_to_a_rule_that_was_not_carried_means_that_rule() -> None:
    shut = says(np("ngo"), does("may not", act("speak", body("plenary meeting"))), NOTWITHSTANDING_17)
    ruleset, _ = lowered(rule("17", speaking()), rule("18", shut), rule("2(2)", renvoi(TO_MEETING, rules=ref("18"))))
    assert {n.notwithstanding for n in ruleset.norms if n.provision == "18"} == {("17",)}


def test_a_reference_in_a_rule_that_was_not_carried_means_all_applications() -> None:
    none = says(np("company"), Excluded((ref("17"),)))
    ruleset, _ = lowered(rule("17", speaking()), rule("18", none), rule("2(2)", renvoi(TO_MEETING)))
    assert next(n.effect for n in ruleset.norms if n.id == "18") == Disapply(("17", "17 as applied by 2(2)"))


def test_priorities_of_the_carrying_sentence_are_those_of_its_copies() -> None:
    ban = says(np("ngo"), does("may not", act("speak", body("working group"))))
    under = renvoi(TO_MEETING, clauses=(Clause("subject to", rules=(ref("60"),)),))
    ruleset, _ = lowered(rule("17", speaking()), rule("60", ban), rule("2(2)", under))
    assert next(n.prevails for n in ruleset.norms if n.id == "60") == ("17 as applied by 2(2)",)


def test_which_text_prevails_is_not_carried() -> None:
    above = says((), Prevails((RuleRef(layer="treaty"),), (RuleRef(layer="rules"),)))
    ruleset, _ = lowered(
        rule("17", speaking()), rule("81", above), rule("2(2)", renvoi(TO_MEETING, rules=ref("1", "81")))
    )
    assert [n.id for n in ruleset.norms if n.provision == "81"] == ["81"]


def test_what_carried_the_rules_to_a_body_does_not_matter_to_their_references() -> None:
    """Rule 18 and rule 17 meet in the working group, each carried there by a sentence of its own."""
    shut = says(np("ngo"), does("may not", act("speak", body("plenary meeting"))), NOTWITHSTANDING_17)
    one, other = renvoi(TO_MEETING, rules=ref("17")), renvoi(TO_MEETING, rules=ref("18"))
    ruleset, _ = lowered(rule("17", speaking()), rule("18", shut), rule("2(2)", one), rule("30", other))
    found = {n.id: n.notwithstanding for n in ruleset.norms}
    assert found["18"] == ("17",)
    assert found["18 as applied by 30"] == ("17 as applied by 2(2)",)


def test_a_rule_carried_to_an_actor_and_to_a_body_is_meant_in_that_body() -> None:
    shut = says(np("ngo"), does("may not", act("speak", body("plenary meeting"))), NOTWITHSTANDING_17)
    everywhere = renvoi(TO_MEETING, rules=ref("17", "19"))
    ruleset, _ = lowered(
        rule("17", speaking()), rule("18", shut), rule("19", as_ngo(ref("17"))), rule("2(2)", everywhere)
    )
    found = {n.id: n.notwithstanding for n in ruleset.norms}
    assert found["18"] == ("17", "17 as applied by 19")
    assert found["18 as applied by 2(2)"] == ("17 as applied by 2(2)", "17 as applied by 19 as applied by 2(2)")
