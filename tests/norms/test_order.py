"""Which norm prevails over which."""

from __future__ import annotations

import time

import pytest

from proclogic.norms.conditions import Is
from proclogic.norms.model import Forbid, Norm, Permit, Provision, Ruleset
from proclogic.norms.order import ordered
from proclogic.norms.vocabulary import ACTOR, Act, Vocabulary
from proclogic.syntax.tree import (
    Beside,
    Clause,
    Holds,
    NounPhrase,
    Prevails,
    ProvisionText,
    ReadingLine,
    RuleRef,
    Sentence,
)
from tests.norms.samples import (
    IN_CONSULTATIVE,
    OBSERVER,
    RELEVANT,
    act,
    body,
    codes,
    does,
    kind,
    lowered,
    norms_of,
    np,
    ref,
    rule,
    says,
    when,
)


def grant(number: str, *clauses: Clause, beside: tuple[Beside, ...] = ()) -> ProvisionText:
    return rule(number, says(np("ngo"), does("may", act("attend")), *clauses), beside=beside)


def ban(number: str, *clauses: Clause, beside: tuple[Beside, ...] = ()) -> ProvisionText:
    return rule(number, says(np("ngo"), does("may not", act("attend")), *clauses), beside=beside)


def relation(word: str, number: str) -> Clause:
    return Clause(word, rules=(ref(number),))


def pairs(*provisions: ProvisionText, **headers: str) -> set[tuple[str, str]]:
    return {(n.id, loser) for n in norms_of(*provisions, **headers).values() for loser in n.prevails}


def test_without_words_and_canons_nothing_prevails() -> None:
    assert pairs(grant("1"), ban("2")) == set()


def test_notwithstanding_prevails() -> None:
    assert pairs(grant("1"), ban("2", relation("notwithstanding", "1"))) == {("2", "1")}


def test_subject_to_yields() -> None:
    assert pairs(grant("1"), ban("2", relation("subject to", "1"))) == {("1", "2")}


def test_without_prejudice_leaves_the_other_rule_its_effect() -> None:
    assert pairs(grant("1"), ban("2", relation("without prejudice to", "1"))) == {("1", "2")}


def test_without_prejudice_undoes_whatever_put_the_rule_above() -> None:
    both = (relation("notwithstanding", "1"), relation("without prejudice to", "1"))
    assert pairs(grant("1"), ban("2", *both)) == {("1", "2")}


def test_rules_that_agree_need_no_order() -> None:
    assert pairs(grant("1"), grant("2", relation("notwithstanding", "1"))) == set()


def test_rules_on_different_acts_need_no_order() -> None:
    other = rule("2", says(np("ngo"), does("may not", act("vote")), relation("notwithstanding", "1")))
    assert pairs(grant("1"), other) == set()


@pytest.mark.parametrize(("granted", "forbidden"), [("decide", "vote"), ("vote", "decide")])
def test_an_act_meets_its_forms(granted: str, forbidden: str) -> None:
    one = rule("1", says(np("ngo"), does("may", act(granted))))
    other = rule("2", says(np("ngo"), does("may not", act(forbidden)), relation("notwithstanding", "1")))
    assert pairs(one, other) == {("2", "1")}


def test_two_forms_of_one_act_do_not_meet() -> None:
    one = rule("1", says(np("ngo"), does("may", act("vote"))))
    other = rule("2", says(np("ngo"), does("may not", act("break consensus")), relation("notwithstanding", "1")))
    assert pairs(one, other) == set()


def test_giving_and_taking_the_same_status_meet() -> None:
    given = rule("1", says(np("ngo"), Holds("has", "observer status")))
    taken = rule("2", says(np("ngo"), Holds("loses", "observer status"), relation("notwithstanding", "1")))
    other = rule("3", says(np("ngo"), Holds("loses", "special status"), relation("notwithstanding", "1")))
    assert pairs(given, taken, other) == {("2", "1")}


def test_mutual_notwithstanding_stands_both_ways() -> None:
    found = pairs(grant("1", relation("notwithstanding", "2")), ban("2", relation("notwithstanding", "1")))
    assert found == {("1", "2"), ("2", "1")}


def test_a_priority_of_texts_orders_their_contrary_norms() -> None:
    layer = says((), Prevails((RuleRef(layer="treaty"),), (RuleRef(layer="rules"),)))
    treaty = grant("art5", beside=(Beside("Layer", ("treaty",)),))
    assert pairs(treaty, ban("2"), rule("81", layer)) == {("art5", "2")}
    numbers = says((), Prevails((ref("2"),), (ref("art5"), ref("3"))))
    assert pairs(treaty, ban("2"), grant("3"), rule("81", numbers)) == {("2", "art5"), ("2", "3")}


def test_a_priority_of_texts_cannot_be_conditional() -> None:
    sentence = Sentence((), Prevails((ref("2"),), (ref("1"),)), (when(RELEVANT),))
    ruleset, faults = lowered(grant("1"), ban("2"), rule("3", sentence))
    assert codes(faults) == ["E314"]
    assert all(n.prevails == () for n in ruleset.norms)
    readings = (ReadingLine("a", (says((), Prevails((ref("2"),), (ref("1"),))),)), ReadingLine("b"))
    assert codes(lowered(grant("1"), ban("2"), rule("3", readings=readings))[1]) == ["E314"]


# -------------------------------------------------------------------------------------------------------------- canons

SPECIFIC = {"Canons": "specific"}


def on(subject: NounPhrase, what: str, place: str = "", act_id: str = "attend") -> Sentence:
    bodies = (body(place),) if place else ()
    return says(subject, does(what, act(act_id, *bodies)))


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        (on(np("ngo"), "may not"), on(np("organization"), "may")),
        (on(np("ngo", IN_CONSULTATIVE), "may"), on(np("ngo"), "may not")),
        (on(np("ngo", IN_CONSULTATIVE), "may"), on(np("organization"), "may not")),
        (on(np("ngo"), "may", "plenary meeting"), on(np("ngo"), "may not", "conference")),
        (on(np("ngo"), "may", "plenary meeting"), on(np("ngo"), "may not")),
        (on(np("ngo"), "may", "", "vote"), on(np("ngo"), "may not", "", "decide")),
        (on(np("ngo"), "may"), on((np("ngo"), np("company")), "may not")),
    ],
)
def test_the_more_specific_norm_prevails(narrow: Sentence, wide: Sentence) -> None:
    assert pairs(rule("1", narrow), rule("2", wide), **SPECIFIC) == {("1", "2")}
    assert pairs(rule("1", wide), rule("2", narrow), **SPECIFIC) == {("2", "1")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (on(np("ngo"), "may"), on(np("ngo"), "may not")),
        (on(np("ngo"), "may"), on(np("company"), "may not")),
        (on(np("ngo"), "may"), on(np("organization"), "may not", "plenary meeting")),
        (on(np("ngo", OBSERVER), "may"), on(np("ngo", IN_CONSULTATIVE), "may not")),
    ],
)
def test_norms_that_only_overlap_are_not_ordered_by_specificity(one: Sentence, other: Sentence) -> None:
    assert pairs(rule("1", one), rule("2", other), **SPECIFIC) == set()


def test_the_higher_layer_prevails() -> None:
    treaty = ban("art5", beside=(Beside("Layer", ("treaty",)),))
    assert pairs(grant("1"), treaty, Canons="higher") == {("art5", "1")}
    assert pairs(grant("1"), ban("2"), Canons="higher") == set()


def test_the_later_text_prevails() -> None:
    new = ban("2", beside=(Beside("Source", ("Decision", "2016-11")),))
    assert pairs(grant("1"), new, Canons="later", Adopted="2004-07-08") == {("2", "1")}
    old = ban("2", beside=(Beside("Source", ("Decision", "2001")),))
    assert pairs(grant("1"), old, Canons="later", Adopted="2004-07-08") == {("1", "2")}


def test_dates_that_do_not_tell_which_came_first_order_nothing() -> None:
    same = ban("2", beside=(Beside("Source", ("Decision", "2004")),))
    assert pairs(grant("1"), same, Canons="later", Adopted="2004-07-08") == set()
    assert pairs(grant("1"), same, Canons="later") == set()


def test_the_first_canon_that_decides_decides_and_is_named() -> None:
    treaty = rule("art5", on(np("organization"), "may not"), beside=(Beside("Layer", ("treaty",)),))
    first = norms_of(grant("1"), treaty, Canons="higher, specific")
    assert first["art5"].by_canon == (("1", "higher"),)
    second = norms_of(grant("1"), treaty, Canons="specific, higher")
    assert (second["1"].by_canon, second["art5"].prevails) == ((("art5", "specific"),), ())


def test_words_come_before_canons() -> None:
    specific = rule("1", says(np("ngo", IN_CONSULTATIVE), does("may", act("attend"))))
    found = norms_of(specific, ban("2", relation("notwithstanding", "1")), **SPECIFIC)
    assert (found["2"].prevails, found["2"].by_canon, found["1"].prevails) == (("1",), (), ())


def test_without_prejudice_goes_before_canons_too() -> None:
    specific = rule(
        "1", says(np("ngo", IN_CONSULTATIVE), does("may", act("attend")), relation("without prejudice to", "2"))
    )
    assert pairs(specific, ban("2"), **SPECIFIC) == {("2", "1")}


def test_ten_thousand_norms_are_ordered_in_little_time() -> None:
    count = 10_000
    acts = tuple(Act(f"act {i}", f"act {i}") for i in range(count // 10))
    norms = tuple(
        Norm(
            f"{i}",
            f"{i}",
            (Forbid if i % 10 == 0 else Permit)(f"act {i // 10}"),
            Is(ACTOR, "ngo" if i % 2 else "organization"),
            notwithstanding=(f"{i - 1}",) if i % 100 == 0 and i else (),
        )
        for i in range(count)
    )
    vocabulary = Vocabulary((kind("organization", ACTOR), kind("ngo", ACTOR, "organization")), acts)
    ruleset = Ruleset("big", "big", vocabulary, norms, tuple(Provision(n.id) for n in norms), canons=("specific",))
    start = time.process_time()
    found = ordered(ruleset, [])
    assert time.process_time() - start < 5
    assert sum(len(n.prevails) for n in found.norms) == count // 2
