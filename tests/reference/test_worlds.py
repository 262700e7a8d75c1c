"""How norms meet in one world, and which worlds a question has."""

from __future__ import annotations

from proclogic.norms.conditions import ALWAYS, Atom, Formula, Happens, Has, Is, Keeps, Not, Or, Share
from proclogic.norms.model import (
    Accord,
    Alternative,
    Bracket,
    Deem,
    Deny,
    Disapply,
    Effect,
    Forbid,
    Norm,
    Permit,
    Refer,
    Ruleset,
)
from proclogic.norms.questions import Question
from proclogic.reference.evaluate import Evaluation, evaluate
from proclogic.reference.verdicts import decide
from proclogic.reference.worlds import World, open_atoms, worlds
from tests.reference.texts import (
    ACTOR_NGO,
    FORBIDS,
    OBJECTS,
    OBSERVER,
    PERMITS,
    THIRD,
    THIRTY,
    VOCABULARY,
    attend,
    both,
    given,
    is_it,
    kind,
    may,
    ruleset,
)


def norm(id: str, effect: Effect, condition: Formula = ALWAYS, prevails: tuple[str, ...] = ()) -> Norm:
    return Norm(id, id, effect, condition=condition, prevails=prevails)


def in_world(rules: Ruleset, *true: Atom, question: Question | None = None) -> Evaluation:
    return evaluate(rules, question or attend(), World(frozenset(true)))


# ------------------------------------------------------------------------------------------ how norms meet


def test_a_grant_and_a_prohibition_without_order_conflict_and_give_nothing() -> None:
    result = in_world(ruleset(norm("1", PERMITS), norm("2", FORBIDS)))
    assert (result.entitled, result.granted, result.forbidden, result.conflicting) == (False, True, True, True)


def test_conflict_is_a_mark_and_the_verdict_is_prohibited() -> None:
    decided = decide(ruleset(norm("1", PERMITS), norm("2", FORBIDS)), attend())
    assert (decided.verdict, decided.outcome, decided.marks) == ("prohibited", "no", ("conflicting",))


def test_nested_defeat_restores_what_the_second_rule_took() -> None:
    chain = [norm("1", PERMITS), norm("2", FORBIDS, prevails=("1",)), norm("3", PERMITS, prevails=("2",))]
    assert not in_world(ruleset(*chain[:2])).entitled
    result = in_world(ruleset(*chain))
    assert result.entitled
    assert result.effective == {"1", "3"}


def test_a_fourth_rule_turns_the_nested_defeat_again() -> None:
    chain = [norm("1", PERMITS), norm("2", FORBIDS, prevails=("1",)), norm("3", PERMITS, prevails=("2",))]
    assert in_world(ruleset(*chain, norm("4", FORBIDS, prevails=("3",)))).effective == {"2", "4"}


def test_a_rule_never_defeats_one_that_agrees() -> None:
    result = in_world(ruleset(norm("1", PERMITS), norm("2", PERMITS, prevails=("1",))))
    assert result.effective == {"1", "2"}


def test_a_rule_defeats_only_where_it_applies_itself() -> None:
    rules = ruleset(norm("1", PERMITS), norm("2", FORBIDS, OBJECTS, prevails=("1",)))
    assert in_world(rules).entitled
    assert not in_world(rules, OBJECTS).entitled


def test_notwithstanding_and_subject_to_are_the_same_order_seen_from_both_sides() -> None:
    first = ruleset(norm("1", PERMITS), norm("2", FORBIDS).replace(notwithstanding=("1",)))
    second = ruleset(norm("1", PERMITS).replace(subject_to=("2",)), norm("2", FORBIDS))
    assert in_world(first).effective == in_world(second).effective == {"2"}


def test_without_prejudice_takes_back_a_priority_and_lets_the_other_rule_prevail() -> None:
    rules = ruleset(norm("1", PERMITS), norm("2", FORBIDS, prevails=("1",)).replace(without_prejudice=("1",)))
    assert in_world(rules).effective == {"1"}


def test_a_disapplied_rule_gives_no_conclusion_and_not_the_contrary_one() -> None:
    rules = ruleset(norm("1", PERMITS), norm("2", Disapply(("1",)), OBJECTS))
    result = in_world(rules, OBJECTS)
    assert (result.granted, result.forbidden) == (False, False)
    assert in_world(rules).granted


def test_a_disapplied_exception_lets_the_main_rule_stand() -> None:
    rules = ruleset(norm("1", PERMITS), norm("2", FORBIDS, prevails=("1",)), norm("3", Disapply(("2",)), OBJECTS))
    assert not in_world(rules).entitled
    assert in_world(rules, OBJECTS).entitled


def test_a_defeated_rule_still_says_nothing_against_an_unrelated_grant() -> None:
    rules = ruleset(norm("1", FORBIDS), norm("2", PERMITS, prevails=("1",)), norm("3", Permit("speak")))
    assert in_world(rules).entitled


def test_two_rules_that_defeat_each_other_leave_both_undefined() -> None:
    rules = ruleset(norm("1", PERMITS, prevails=("2",)), norm("2", FORBIDS, prevails=("1",)))
    assert in_world(rules).undefined == ("effective(1)", "effective(2)")


def test_a_circle_that_another_rule_breaks_is_no_circle_in_that_world() -> None:
    rules = ruleset(
        norm("1", PERMITS, prevails=("2",)),
        norm("2", FORBIDS, prevails=("1",)),
        norm("3", Disapply(("2",)), OBJECTS),
    )
    assert in_world(rules, OBJECTS).undefined == ()
    assert in_world(rules).undefined


def test_a_status_denied_because_it_is_had_is_a_circle() -> None:
    rules = ruleset(norm("1", Accord("observer")), norm("2", Deny("observer"), OBSERVER))
    assert in_world(rules).undefined == ("effective(2)", "has(observer)")


def test_a_status_that_rests_only_on_itself_is_not_had() -> None:
    rules = ruleset(norm("1", Accord("observer"), Has("guest")), norm("2", Accord("guest"), OBSERVER))
    result = in_world(rules, question=is_it(OBSERVER, "ngo"))
    assert (result.entitled, result.undefined) == (False, ())


def test_statuses_rest_on_statuses() -> None:
    rules = ruleset(
        norm("1", Accord("observer"), Has("accredited")),
        norm("2", Accord("guest"), OBSERVER),
        norm("3", PERMITS, Has("guest")),
    )
    assert in_world(rules, Has("accredited")).entitled
    assert not in_world(rules).entitled


def test_a_given_status_is_had_and_a_status_given_false_is_not() -> None:
    rules = ruleset(norm("1", Accord("observer"), OBJECTS), norm("2", PERMITS, OBSERVER))
    assert in_world(rules, question=attend(*given(OBSERVER))).entitled
    assert not in_world(rules, OBJECTS, question=attend(*given(Not(OBSERVER)))).entitled


def test_accord_and_deny_without_order_conflict() -> None:
    rules = ruleset(norm("1", Accord("observer")), norm("2", Deny("observer")))
    result = in_world(rules, question=is_it(OBSERVER, "ngo"))
    assert (result.entitled, result.conflicting) == (False, True)


def test_an_accord_that_prevails_over_the_denial_gives_the_status() -> None:
    rules = ruleset(norm("1", Accord("observer"), prevails=("2",)), norm("2", Deny("observer")))
    assert in_world(rules, question=is_it(OBSERVER, "ngo")).entitled


def test_deeming_makes_a_member_of_the_kind_and_its_ancestors() -> None:
    rules = ruleset(norm("1", Deem("actor", "state party"), OBJECTS), norm("2", PERMITS, Is("actor", "state")))
    assert in_world(rules, OBJECTS).entitled
    assert not in_world(rules).entitled


def test_a_renvoi_over_a_deemed_body_reaches_the_cell() -> None:
    rules = ruleset(norm("1", Permit("attend", "plenary")), norm("2", Deem("body", "plenary"), Has("open")))
    question = may("attend", "ngo", body="meeting")
    assert in_world(rules, Has("open"), question=question).entitled
    assert not in_world(rules, question=question).entitled


def test_a_rule_on_an_act_covers_its_forms_and_not_the_other_way_round() -> None:
    wide, narrow = ruleset(norm("1", Permit("take part"))), ruleset(norm("1", Permit("attend")))
    assert in_world(wide).entitled
    assert not in_world(narrow, question=may("take part", "ngo", body="plenary")).entitled


def test_a_rule_that_names_a_body_covers_no_act_without_one() -> None:
    rules = ruleset(norm("1", Permit("receive", "plenary")))
    assert not in_world(rules, Is("body", "plenary"), question=may("receive", "ngo")).entitled


def test_a_rule_for_one_body_does_not_reach_another() -> None:
    rules = ruleset(norm("1", Permit("attend", "plenary")))
    assert in_world(rules).entitled
    assert not in_world(rules, question=may("attend", "ngo", body="meeting")).entitled


def test_only_x_may_forbids_it_to_everybody_else() -> None:
    rules = ruleset(
        Norm("1", "1", Permit("speak"), ACTOR_NGO),
        Norm("1#2", "1", Forbid("speak"), Not(ACTOR_NGO), monopoly=True),
    )
    assert decide(rules, may("speak", "ngo", body="plenary")).verdict == "of-right"
    assert decide(rules, may("speak", "igo", body="plenary")).verdict == "prohibited"


def test_a_matter_referred_is_known_in_the_conditions() -> None:
    rules = ruleset(norm("1", Refer("conference"), OBJECTS))
    assert in_world(rules, OBJECTS).referred == {"conference"}
    assert in_world(rules).referred == frozenset()


def test_a_rule_of_a_layer_that_is_not_asked_for_is_left_out() -> None:
    rules = ruleset(norm("1", PERMITS).replace(layer="practice"))
    assert decide(rules, attend()).verdict == "not-conferred"
    assert decide(rules, attend(), layers=("rules", "practice")).verdict == "of-right"


# --------------------------------------------------------------------------------------------------- worlds


def kinds_in(rules: Ruleset, question: Question, sort: str = "actor") -> set[frozenset[str]]:
    return {frozenset(a.kind for a in w.true if isinstance(a, Is) and a.sort == sort) for w in worlds(rules, question)}


ANY_KIND = ruleset(
    norm("1", PERMITS, Or(tuple(Is("actor", k.id) for k in VOCABULARY.kinds if k.sort == "actor" and not k.sole)))
)


def test_an_individual_is_of_its_kind_and_perhaps_of_a_kind_below() -> None:
    assert kinds_in(ANY_KIND, attend()) == {
        frozenset({"ngo", "organization"}),
        frozenset({"ngo", "organization", "committee member", "ngo on the committee"}),
    }


def test_disjoint_kinds_never_meet_nor_do_kinds_below_them() -> None:
    assert kinds_in(ANY_KIND, may("attend", "state", body="plenary")) == {
        frozenset({"state"}),
        frozenset({"state", "state party"}),
        frozenset({"state", "signatory"}),
    }


def test_a_kind_given_false_takes_the_kinds_below_with_it() -> None:
    question = attend(*given(Not(Is("actor", "committee member"))))
    assert kinds_in(ANY_KIND, question) == {frozenset({"ngo", "organization"})}


def test_a_kind_given_true_opens_the_kinds_below_it() -> None:
    question = may("attend", "committee member", body="plenary", facts=given(Is("actor", "organization")))
    assert frozenset({"committee member", "organization", "igo"}) in kinds_in(ANY_KIND, question)


def test_facts_that_contradict_the_hierarchy_leave_no_world() -> None:
    assert list(worlds(ANY_KIND, attend(*given(Is("actor", "state"))))) == []


def test_a_parent_from_another_branch_comes_only_with_the_kind_below() -> None:
    rules = ruleset(norm("1", PERMITS, Is("actor", "committee member")))
    assert open_atoms(rules, attend()) == (Is("actor", "committee member"),)
    assert open_atoms(rules, may("attend", "igo", body="plenary")) == ()


def test_every_body_is_open_where_the_question_names_none() -> None:
    rules = ruleset(norm("1", Permit("attend", "plenary")))
    assert kinds_in(rules, may("attend", "ngo"), "body") == {frozenset(), frozenset({"plenary"})}


def test_a_meeting_of_two_bodies_that_are_one_actor_each_may_be_of_both() -> None:
    groups = [kind(name, sort, sole=sort == "actor") for name in ("group", "panel") for sort in ("body", "actor")]
    vocabulary = VOCABULARY.replace(kinds=(*VOCABULARY.kinds, *groups))
    rules = ruleset(norm("1", PERMITS, both(Is("body", "group"), Is("body", "panel"))), vocabulary=vocabulary)
    assert frozenset({"group", "panel"}) in kinds_in(rules, may("attend", "ngo"), "body")


def test_only_atoms_that_occur_are_open() -> None:
    rules = ruleset(norm("1", PERMITS, both(OBJECTS, Has("accredited"))))
    assert open_atoms(rules, attend(*given(Has("accredited"), OBJECTS))) == (OBJECTS,)


def test_a_count_and_a_deadline_entail_the_same_without() -> None:
    counted = Happens("object", "state party", THIRD, THIRTY)
    rules = ruleset(norm("1", PERMITS, both(OBJECTS, counted)))
    assert {w.true for w in worlds(rules, attend())} == {
        frozenset(),
        frozenset({OBJECTS}),
        frozenset({OBJECTS, counted}),
    }


def test_earlier_deadlines_entail_later_ones_of_the_same_anchor() -> None:
    weeks = Happens("object", "state party", None, THIRTY.replace(amount=5, unit="week"))
    days = Happens("object", "state party", None, THIRTY)
    after = Happens("object", "state party", None, THIRTY.replace(bound="within", side="after"))
    rules = ruleset(norm("1", PERMITS, both(weeks, days, after)))
    found = {w.true for w in worlds(rules, attend())}
    assert frozenset({weeks}) not in found
    assert frozenset({days}) in found
    assert frozenset({weeks, days}) in found
    assert frozenset({after}) in found


def test_more_than_a_half_entails_a_half_but_not_two_thirds() -> None:
    half, more, most = (
        Happens("object", "state party", Share(over, under, strict, "present"))
        for over, under, strict in ((1, 2, False), (1, 2, True), (2, 3, False))
    )
    rules = ruleset(norm("1", PERMITS, both(half, more, most)))
    assert {w.true for w in worlds(rules, attend())} == {
        frozenset(),
        frozenset({half}),
        frozenset({half, more}),
        frozenset({half, more, most}),
    }


def test_one_alternative_of_a_bracket_holds_even_when_the_norms_name_only_one() -> None:
    bracket = Bracket("17(2)", "17(2)", (Alternative("may"), Alternative("shall"), Alternative("delete")))
    rules = ruleset(norm("1", PERMITS).replace(guard=Keeps("17(2)", "may")), brackets=(bracket,))
    one_each = {frozenset({Keeps("17(2)", a.name)}) for a in bracket.alternatives}
    assert {w.true for w in worlds(rules, attend())} == one_each
    assert decide(rules, attend()).outcome == "open"


def test_the_move_of_a_sole_kind_is_its_own_when_the_question_is_about_it() -> None:
    rules = ruleset(norm("1", PERMITS, Happens("register", "undp")))
    assert decide(rules, may("attend", "undp", body="plenary")).verdict == "of-right"
    assert (
        decide(rules, may("attend", "igo", body="plenary", facts=given(Not(Is("actor", "undp"))))).verdict == "by-leave"
    )


def test_a_kind_with_disjoint_parents_has_no_members() -> None:
    odd = VOCABULARY.replace(kinds=(*VOCABULARY.kinds, kind("odd one", parents=("ngo", "igo"))))
    rules = ruleset(norm("1", PERMITS, Is("actor", "odd one")), vocabulary=odd)
    assert open_atoms(rules, attend()) == ()
