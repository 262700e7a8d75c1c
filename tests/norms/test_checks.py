"""Each check has a case that it finds and a case that it leaves alone."""

from __future__ import annotations

import pytest

from proclogic.norms.checks import in_order, notices, run
from proclogic.norms.checks.entitlements import contradictory
from proclogic.norms.checks.provisions import repeated_numbers
from proclogic.norms.checks.readings import only_one, same_name, several_preferred
from proclogic.norms.checks.statuses import accorded_at_pleasure, never_accorded, resting_on_themselves
from proclogic.norms.checks.usage import decisions_without_majority, judgements_without_judge, never_used
from proclogic.norms.checks.vocabulary import (
    hierarchy_circles,
    misplaced_predicates,
    torn_kinds,
    unknown_agents,
    unknown_words,
)
from proclogic.norms.conditions import And, Deadline, Decision, Formula, Happens, Has, Is, Not, Or, Share
from proclogic.norms.model import (
    Acceptance,
    Accord,
    Classify,
    DecideBy,
    Deem,
    Dispute,
    Forbid,
    Limit,
    Norm,
    Oblige,
    Permit,
    Provision,
    Reading,
    Ruleset,
)
from proclogic.norms.vocabulary import ACTOR, BODY, Kind, Vocabulary
from proclogic.sources import Span
from tests.norms.samples import IN_CONSULTATIVE, NGO, OBSERVER, RELEVANT, VOCABULARY, codes, kind

STATE, ORGANIZATION = Is(ACTOR, "state"), Is(ACTOR, "organization")
OTHERWISE = Happens("decide otherwise", "conference")


def ruleset(*norms: Norm, vocabulary: Vocabulary = VOCABULARY, provisions: tuple[Provision, ...] = ()) -> Ruleset:
    return Ruleset("sample", "sample", vocabulary, norms, provisions)


def grant(subject: Formula, condition: Formula | None = None, act: str = "attend", body: str = "") -> Norm:
    return Norm("1", "1", Permit(act, body), subject, condition or And(()))


def words(*kinds: Kind, disjoint: tuple[tuple[str, ...], ...] = ()) -> Ruleset:
    return ruleset(vocabulary=Vocabulary(kinds, disjoint=disjoint))


# ---------------------------------------------------------------------------------------------------------- provisions


def test_a_number_that_stands_twice_is_an_error_that_names_both_places() -> None:
    first, second = Provision("17(2)", span=Span("a", 1, 5)), Provision("17 (2)", span=Span("b", 3, 9))
    (found,) = repeated_numbers(ruleset(provisions=(first, Provision("17(1)"), second)))
    assert (found.code, found.span, found.labels[0].span) == ("E301", second.span, first.span)


def test_different_numbers_are_different_rules() -> None:
    assert repeated_numbers(ruleset(provisions=(Provision("17"), Provision("17(2)"), Provision("17 bis")))) == []


# ---------------------------------------------------------------------------------------------------------- vocabulary


def test_a_kind_of_itself_is_an_error() -> None:
    found = hierarchy_circles(
        words(kind("a", ACTOR, "c"), kind("b", ACTOR, "a"), kind("c", ACTOR, "b"), kind("d", ACTOR, "c"))
    )
    assert codes(found) == ["E303"]
    assert "a a, a b and a c" in found[0].notes[0].replace("“", "").replace("”", "")
    assert codes(hierarchy_circles(words(kind("a", ACTOR, "a")))) == ["E303"]


def test_several_ways_up_are_no_circle() -> None:
    tree = (kind("top", ACTOR), kind("a", ACTOR, "top"), kind("b", ACTOR, "top"), kind("c", ACTOR, "a", "b"))
    assert hierarchy_circles(words(*tree)) == []


def test_the_same_name_in_two_sorts_is_no_circle() -> None:
    assert hierarchy_circles(words(kind("a", ACTOR, "b"), kind("b", BODY, "a"))) == []


def test_a_kind_of_two_kinds_that_exclude_each_other_is_an_error() -> None:
    tree = (
        kind("state", ACTOR),
        kind("firm", ACTOR),
        kind("both", ACTOR, "state", "firm"),
        kind("below", ACTOR, "both"),
    )
    found = torn_kinds(words(*tree, disjoint=(("state", "firm"),)))
    assert [(d.code, "both" in d.message) for d in found] == [("E304", True)]
    nested = (kind("state", ACTOR), kind("party", ACTOR, "state"))
    assert codes(torn_kinds(words(*nested, disjoint=(("state", "party"),)))) == ["E304"]


def test_kinds_that_exclude_nobody_may_be_joined() -> None:
    tree = (kind("state", ACTOR), kind("host", ACTOR), kind("both", ACTOR, "state", "host"), kind("firm", ACTOR))
    assert torn_kinds(words(*tree, disjoint=(("state", "firm"), ("host", "firm")))) == []


@pytest.mark.parametrize(
    "norm",
    [
        grant(Is(ACTOR, "nobody")),
        grant(NGO, Has("nice")),
        grant(NGO, act="sing"),
        grant(NGO, body="moon"),
        grant(NGO, Happens("sing", "state party")),
        Norm("1", "1", Oblige("circulate", "nobody")),
        Norm("1", "1", Accord("nice")),
    ],
)
def test_a_word_that_is_not_declared_is_an_error(norm: Norm) -> None:
    assert codes(unknown_words(ruleset(norm))) == ["E201"]


def test_declared_words_are_known_and_events_are_acts() -> None:
    norms = (
        grant(NGO, OTHERWISE, body="plenary meeting"),
        Norm("2", "2", Permit("object")),
        Norm("3", "3", Oblige("apply", "actor")),
    )
    assert unknown_words(ruleset(*norms)) == []


@pytest.mark.parametrize("subject", [And((STATE, IN_CONSULTATIVE)), Or((NGO, And((STATE, Not(IN_CONSULTATIVE)))))])
def test_a_quality_said_of_one_who_cannot_have_it_is_an_error(subject: Formula) -> None:
    assert codes(misplaced_predicates(ruleset(grant(subject)))) == ["E305"]
    assert codes(misplaced_predicates(ruleset(grant(STATE, IN_CONSULTATIVE)))) == ["E305"]


def test_kinds_without_a_common_kind_cannot_be_the_same() -> None:
    """An NGO and a company are not declared disjoint, but no declared kind is both."""
    assert codes(misplaced_predicates(ruleset(grant(Is(ACTOR, "company"), IN_CONSULTATIVE)))) == ["E305"]


@pytest.mark.parametrize(
    "subject", [And((NGO, IN_CONSULTATIVE)), And((ORGANIZATION, IN_CONSULTATIVE)), And((STATE, RELEVANT))]
)
def test_a_quality_said_of_one_who_can_have_it_is_none(subject: Formula) -> None:
    assert misplaced_predicates(ruleset(grant(subject))) == []


def test_one_who_is_deemed_to_be_an_ngo_can_have_its_qualities() -> None:
    deem = Norm("2", "2", Deem(ACTOR, "ngo"), STATE)
    assert misplaced_predicates(ruleset(grant(STATE, IN_CONSULTATIVE), deem)) == []


def test_an_agent_that_is_not_declared_for_the_event_is_an_error() -> None:
    assert codes(unknown_agents(ruleset(grant(NGO, Happens("object", "state"))))) == ["E208"]
    assert codes(unknown_agents(ruleset(Norm("1", "1", Oblige("object", "secretariat"))))) == ["E208"]
    assert codes(unknown_agents(ruleset(grant(NGO, Happens("object", "actor"))))) == ["E208"]


def test_declared_agents_those_of_a_renvoi_and_the_holder_of_a_power_are_none() -> None:
    declared = grant(NGO, Happens("invite", "chair"))
    carried = grant(NGO, Happens("object", "state")).replace(via=("2(2)",))
    power = Norm(
        "2",
        "2",
        Permit("object"),
        condition=Happens("object", "actor", None, Deadline("within", 1, "day", "after", "session")),
    )
    assert unknown_agents(ruleset(declared, carried, power)) == []
    assert unknown_agents(ruleset(power.replace(effect=Forbid("object")))) == []


# ------------------------------------------------------------------------------------------------------------ readings


def disputed(*readings: Reading) -> Ruleset:
    return ruleset().replace(disputes=(Dispute("17(2)", "17(2)", "words", readings),))


def test_two_preferred_readings_are_an_error() -> None:
    one, two = Reading("one", standing="preferred"), Reading("two", standing="preferred")
    assert codes(several_preferred(disputed(one, two))) == ["E307"]
    assert several_preferred(disputed(one, two.replace(standing="minority"))) == []


def test_two_readings_of_one_name_are_an_error() -> None:
    assert codes(same_name(disputed(Reading("one"), Reading("one")))) == ["E317"]
    assert same_name(disputed(Reading("one"), Reading("two"))) == []


def test_a_dispute_with_one_reading_is_a_finding() -> None:
    assert codes(only_one(disputed(Reading("one")))) == ["W406"]
    assert only_one(disputed(Reading("one"), Reading("two"))) == []


# ------------------------------------------------------------------------------------------------------------ statuses


def test_a_status_that_no_rule_gives_is_a_finding_where_one_depends_on_it() -> None:
    given = Norm("2", "2", Accord("observer status"), NGO)
    assert codes(never_accorded(ruleset(grant(And((NGO, OBSERVER)))))) == ["W402"]
    assert never_accorded(ruleset(grant(And((NGO, OBSERVER))), given)) == []
    assert never_accorded(ruleset(grant(NGO))) == []


def test_a_status_that_rests_only_on_itself_is_a_finding() -> None:
    first = Norm("1", "1", Accord("observer status"), And((NGO, Has("special status"))))
    second = Norm("2", "2", Accord("special status"), condition=OBSERVER)
    assert codes(resting_on_themselves(ruleset(first, second))) == ["W405", "W405"]
    entry = Norm("3", "3", Accord("special status"), condition=RELEVANT)
    assert resting_on_themselves(ruleset(first, second, entry)) == []


def test_a_status_with_another_way_in_is_none() -> None:
    renewed = Norm("1", "1", Accord("observer status"), condition=Or((OBSERVER, RELEVANT)))
    lacking = Norm("2", "2", Accord("special status"), condition=Not(Has("special status")))
    assert resting_on_themselves(ruleset(renewed, lacking)) == []


def test_may_be_accorded_without_a_condition_is_a_finding() -> None:
    norm = Norm("1", "1", Accord("observer status"), NGO, strength="may be accorded")
    assert codes(accorded_at_pleasure(ruleset(norm))) == ["W408"]
    assert accorded_at_pleasure(ruleset(norm.replace(condition=OTHERWISE))) == []
    assert codes(accorded_at_pleasure(ruleset(norm.replace(condition=Not(OTHERWISE))))) == ["W408"]
    assert codes(accorded_at_pleasure(ruleset(norm.replace(condition=RELEVANT)))) == ["W408"]
    assert accorded_at_pleasure(ruleset(norm.replace(strength="shall be accorded"))) == []


# -------------------------------------------------------------------------------------------------------- entitlements


@pytest.mark.parametrize(
    "norm",
    [
        grant(And((NGO, STATE))),
        grant(And((NGO, Is(ACTOR, "state party")))),
        grant(And((NGO, Not(ORGANIZATION)))),
        grant(NGO, And((OTHERWISE, Not(OTHERWISE)))),
        grant(NGO, Not(Or((NGO, RELEVANT)))),
        grant(And((NGO, Or((STATE, Not(NGO)))))),
    ],
)
def test_a_norm_that_can_never_hold_is_a_finding(norm: Norm) -> None:
    assert codes(contradictory(ruleset(norm))) == ["W404"]


def test_what_cannot_happen_and_not_happen_is_named() -> None:
    (one,) = contradictory(ruleset(grant(NGO, And((OTHERWISE, Not(OTHERWISE))))))
    assert any("decides otherwise on it" in note for note in one.notes), one.notes


@pytest.mark.parametrize(
    "norm",
    [
        grant(And((NGO, Not(IN_CONSULTATIVE)))),
        grant(And((ORGANIZATION, Not(NGO)))),
        grant(And((NGO, Or((STATE, RELEVANT))))),
        grant(NGO, Not(And((NGO, RELEVANT)))),
        grant(And(tuple(Or((Has(f"p{i}"), Has(f"q{i}"))) for i in range(20)))),
    ],
)
def test_a_norm_that_can_hold_is_none(norm: Norm) -> None:
    assert contradictory(ruleset(norm)) == []


def test_one_who_is_deemed_to_be_of_a_kind_may_be_of_one_that_excludes_it() -> None:
    deem = Norm("2", "2", Deem(ACTOR, "ngo"), STATE)
    assert contradictory(ruleset(grant(And((NGO, STATE))), deem)) == []


# --------------------------------------------------------------------------------------------------------------- usage


def test_own_declarations_that_no_rule_uses_are_findings() -> None:
    found = never_used(ruleset(grant(And((NGO, OBSERVER)), OTHERWISE)), VOCABULARY)
    unused = {d.message.split("”")[0].removeprefix("“") for d in found}
    assert codes(found) == ["W403"] * len(unused)
    assert {"relevant", "object to it", "session", "through a limited number of representatives"} <= unused
    assert not unused & {"observer status", "decide otherwise on it", "procedure", "ngo", "attend", "topic"}


def test_what_limits_deadlines_and_decisions_name_is_used() -> None:
    limit = Limit("through a limited number of representatives")
    deadline = Deadline("at least", 30, "day", "before", "session")
    norms = (
        grant(NGO).replace(limits=(limit,)),
        Norm("2", "2", Oblige("circulate", "secretariat", deadline)),
        Norm("3", "3", DecideBy(Decision("consensus"), "procedure")),
    )
    own = Vocabulary(words=VOCABULARY.words)
    assert never_used(ruleset(*norms), own) == []


def test_a_judgement_that_nobody_is_named_to_make_is_a_notice() -> None:
    used = ruleset(grant(And((NGO, RELEVANT))), grant(And((NGO, Has("competent")))))
    assert [d.message for d in judgements_without_judge(used)] == ["nobody is named to judge what is “relevant”"]
    assert judgements_without_judge(ruleset(grant(NGO))) == []


def test_a_decision_without_a_majority_is_a_notice() -> None:
    asked = grant(NGO, Not(OTHERWISE))
    assert codes(decisions_without_majority(ruleset(asked))) == ["W407"]
    half = Decision("share", Share(1, 2, True, "voting"))
    assert decisions_without_majority(ruleset(asked, Norm("2", "2", DecideBy(half, "procedure")))) == []
    assert decisions_without_majority(ruleset(asked, Norm("2", "2", DecideBy(half, "", "decide otherwise")))) == []
    assert codes(
        decisions_without_majority(ruleset(asked, Norm("2", "2", Classify("decide otherwise", "substance"))))
    ) == ["W407"]


def test_an_act_of_one_person_needs_no_majority() -> None:
    assert decisions_without_majority(ruleset(grant(NGO, Happens("object", "state party")))) == []


# ----------------------------------------------------------------------------------------------------------------- run


def test_a_sound_ruleset_has_no_findings() -> None:
    given = Norm("1", "1", Accord("observer status"), NGO, Happens("apply", "actor"))
    right = Norm("2", "2", Permit("attend", "plenary meeting"), And((NGO, OBSERVER)))
    ban = Norm("3", "3", Forbid("vote"), NGO)
    assert run(ruleset(given, right, ban)) == []
    assert notices(ruleset(given, right, ban)) == []


def test_a_finding_that_the_author_accepts_is_left_out_for_that_rule_alone() -> None:
    one = grant(And((NGO, OBSERVER)))
    assert codes(run(ruleset(one, provisions=(Provision("1"),)))) == ["W402"]
    assert run(ruleset(one, provisions=(Provision("1", accepted=(Acceptance("W402"),)),))) == []
    assert codes(run(ruleset(one, provisions=(Provision("2", accepted=(Acceptance("W402"),)),)))) == ["W402"]


def test_an_error_cannot_be_accepted() -> None:
    unknown = grant(Is(ACTOR, "nobody"))
    assert codes(run(ruleset(unknown, provisions=(Provision("1", accepted=(Acceptance("E201"),)),)))) == ["E201"]


def test_findings_are_ordered_by_place_and_said_once() -> None:
    late = Norm("1", "1", Permit("attend"), And((NGO, OBSERVER)), span=Span("f", 50, 60))
    early = Norm("2", "2", Permit("sing"), NGO, span=Span("f", 5, 9))
    found = run(ruleset(late, early))
    assert codes(found) == ["E201", "W402"]
    assert in_order([*found, *found]) == found
