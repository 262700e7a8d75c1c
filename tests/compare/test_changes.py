"""One change in a text of a few rules: what a comparison says of it."""

from __future__ import annotations

from tests.compare.texts import WORDS, compare, compared, ruleset

NGO = "1   An NGO may attend the Conference"


def told(first: str, second: str, words: str = WORDS) -> list[tuple[str, list[str]]]:
    made = compare(ruleset(first, words, "old"), ruleset(second, words, "new"))
    return [(d.relation, [f.kind for f in d.finer]) for d in made.differences if not d.is_same]


def test_an_act_that_entails_another_is_no_new_way_to_block() -> None:
    third = "at least one third of the States Parties present object to it"
    assert told(f"{NGO} unless a State Party objects to it.", f"{NGO} unless {third}.") == [
        ("wider", ["harder to block"])
    ]
    assert told(f"{NGO} unless {third}.", f"{NGO} unless a State Party objects to it.") == [
        ("narrower", ["easier to block"])
    ]


def test_deadlines_of_one_length_are_one() -> None:
    words = WORDS + "Event: register, by the actor.\nMoment: the session.\n"
    day = f"{NGO} if it registers at least 1 day before the session."
    hours = f"{NGO} if it registers at least 24 hours before the session."
    longer = f"{NGO} if it registers at least 2 days before the session."
    assert told(day, hours, words) == []
    assert told(day, longer, words) == [("narrower", ["deadline changed"])]


def test_a_power_is_compared_like_an_act() -> None:
    assert told("1   The President may invite it.", "1   The President may not invite it.") == [
        ("narrower", ["became prohibited"])
    ]


def test_a_step_is_taken_in_a_witness_that_does_not_turn_on_it() -> None:
    words = WORDS + "Event: register, by the actor.\n"
    asks = f"{NGO} if it registers"
    old, new = f"{asks}.", f"{asks}, unless a State Party objects to it."
    made = compare(ruleset(old, words, "old"), ruleset(new, words, "new"))
    (witness,) = next(d for d in made.differences if not d.is_same).witnesses
    assert ("it registers" in witness.clauses, witness.a, witness.b) == (True, "yes", "no")


def test_rules_that_clash_are_not_called_silent() -> None:
    clash = f"{NGO}.\n2   An NGO may not attend the Conference."
    made = compared(f"{NGO}.", clash)
    kinds = {f.kind for d in made.differences for f in d.finer}
    assert ("rules now clash" in kinds, "became silent" in kinds) == (True, False)


def test_duties_that_differ_are_named_and_nothing_is_said_of_what_they_do() -> None:
    made = compared(f"{NGO}.", f"{NGO}.\n2   The President shall invite it.")
    assert [(one.what, one.a, one.b) for one in made.beyond] == [("duties", (), ("2",))]
    assert made.differs and all(d.is_same for d in made.differences)
