"""Answers on text that is not agreed: what decides them, however many brackets there are."""

from __future__ import annotations

import pytest

from proclogic.answers.ask import answer
from proclogic.answers.model import Answer
from proclogic.compiled import ruleset as compiled
from proclogic.norms.model import Ruleset
from proclogic.norms.resolving import Clash, UnknownChoice, choices, resolve
from proclogic.sources import Source
from proclogic.syntax.parse import parse_question

HEAD = """Ruleset: draft.
Language: 1.
Title: "A draft".
Silence: not conferred.
Actor: State Party, plural States Parties.
Actor: NGO.
Body: the Conference, of States Parties.
Officer: the President, of the Conference.
Act: attend, a body.
Act: speak, in a body.
Quality: is in consultative status, of an NGO.
Status: observer status.
Event: object to it, by a State Party.
Event: invite it to speak, by the President.

"""
MANY = range(1, 41)


def make(rules: str) -> Ruleset:
    made, found, _ = compiled([Source("draft.rules", HEAD + rules)], {}, "draft")
    assert made is not None, found
    return made


def ask(made: Ruleset, text: str = "May an NGO attend the Conference?") -> Answer:
    question, faults = parse_question(text, made.vocabulary)
    assert question is not None, faults
    return answer(made, question)


def sets(found: Answer) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The deciding sets: the alternatives chosen ("(deleted)" for deletion, "not ..." for what does not stand), with
    the verdicts."""
    return [
        (tuple(("" if c.stands else "not ") + (c.text or "(deleted)") for c in r.choices), r.verdicts)
        for r in found.resolutions
    ]


def test_an_answer_that_differs_with_the_brackets_is_open_with_what_decides_it() -> None:
    found = ask(make("1      An NGO [may | by: EU][may not | by: Group A] attend the Conference.\n"))
    assert [m.kind for m in found.marks] == ["open"]
    assert (found.verdict, found.verdicts, found.outcome) == ("prohibited", ("of-right", "prohibited"), "open")
    assert sets(found) == [(("may",), ("of-right",)), (("may not",), ("prohibited",))]
    assert [c.proposers for r in found.resolutions for c in r.choices] == [("EU",), ("Group A",)]


def test_an_answer_that_is_the_same_in_all_resolutions_is_not_open() -> None:
    made = make("1      An NGO may attend [the Conference | by: EU][the Conference | by: Chile].\n")
    found = ask(made)
    assert (found.verdict, found.marks, found.resolutions) == ("of-right", (), ())


def test_an_alternative_that_only_changes_who_acts_is_told_as_a_condition() -> None:
    brackets = "[if the President invites it to speak][if no State Party objects to it]"
    found = ask(make(f"1      An NGO may speak in the Conference {brackets}.\n"), "May an NGO speak in the Conference?")
    assert sets(found) == [
        (("if no State Party objects to it",), ("by-default",)),
        (("if the President invites it to speak",), ("by-leave",)),
    ]


def test_of_several_alternatives_each_set_says_all_that_it_leaves_out() -> None:
    made = make(
        "Option A.\n1      An NGO may attend the Conference.\n"
        "Option B long.\n1      An NGO may attend the Conference.\n"
        "Option C.\n1      An NGO may attend the Conference if the President invites it to speak.\n"
        "Option D.\n1      An NGO may not attend the Conference.\nEnd of options.\n"
    )
    assert sets(ask(made)) == [
        (("Option A",), ("of-right",)),
        (("Option B long",), ("of-right",)),
        (("Option C",), ("by-leave",)),
        (("Option D",), ("prohibited",)),
    ]


def test_the_smallest_sets_take_several_brackets_where_one_does_not_decide() -> None:
    rules = "1      [An NGO has observer status.] [An NGO with observer status may attend the Conference.]\n"
    found = ask(make(rules.replace(".] [", ".]\n2      [")))
    first, second = "An NGO has observer status.", "An NGO with observer status may attend the Conference."
    assert sets(found) == [
        (("(deleted)",), ("not-conferred",)),
        (("(deleted)",), ("not-conferred",)),
        ((first, second), ("of-right",)),
    ]


def test_forty_brackets_on_one_right_are_answered_completely() -> None:
    rules = "".join(f"{i}      An NGO may attend the Conference [if it is in consultative status].\n" for i in MANY)
    found = ask(make(rules))
    assert found.complete
    deleted = [s for s in sets(found) if s[1] == ("of-right",)]
    assert [len(s[0]) for s in deleted] == [1] * 40
    (kept,) = (s for s in sets(found) if s[1] != ("of-right",))
    assert len(kept[0]) == 40


def test_forty_brackets_that_each_take_it_away_are_answered_completely() -> None:
    rules = "1      An NGO may attend the Conference.\n"
    rules += "".join(
        f"{i + 1}      [An NGO may not attend the Conference if a State Party objects to it.]\n" for i in MANY
    )
    found = ask(make(rules))
    assert found.complete
    assert found.verdicts == ("of-right", "by-default")


def test_choices_are_made_by_proposer_text_place_and_for_all() -> None:
    made = make(
        "1      An NGO [may | by: EU; supported by: Chile][may not | by: Group A] attend the Conference.\n"
        "2      An NGO may speak in the Conference [if the President invites it to speak | by: EU; delete: Group A].\n"
    )
    for text, verdict in (
        ("1: EU", "of-right"),
        ("1: chile", "of-right"),
        ("1: may not", "prohibited"),
        ("1: 2", "prohibited"),
        ("EU", "of-right"),
        ("Group A", "prohibited"),
        ("agreed", "not-conferred"),
    ):
        assert ask(resolve(made, choices(made, [text]))).verdict == verdict, text
    assert choices(made, ["EU"]) == {"1": "may", "2": "if the President invites it to speak"}
    assert choices(made, ["2: deleted"]) == {"2": "(deleted)"}
    assert ask(resolve(made, choices(made, ["agreed"])), "May an NGO speak in the Conference?").verdict == "of-right"
    for wrong in ("3: EU", "1: Norway", "Norway"):
        with pytest.raises(UnknownChoice):
            choices(made, [wrong])


NESTED = """1      An NGO [may | by: EU][may not | by: Group A] attend the Conference.
2      [An NGO may speak in the Conference [if the President invites it to speak | by: China].
       | by: EU; delete: Group A]
"""


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["1: EU", "1: Group A"], "“1: EU” and “1: Group A” contradict each other: at 1: “may”, or “may not”"),
        (["EU", "Group A"], "“EU” and “Group A” contradict each other: at 1: “may”, or “may not”; at 2 [1]: "),
        (["2 [1]: deleted", "2 [2]: China"], "“2 [2]: China” chooses in a bracket that stands no longer, after “2 [1]"),
        (["China", "Group A"], "“China” chooses in a bracket that stands no longer, after “Group A”"),
    ],
)
def test_choices_that_cannot_be_made_together_are_refused_with_both_named(texts: list[str], said: str) -> None:
    for order in (texts, texts[::-1]):
        with pytest.raises(Clash) as refused:
            choices(make(NESTED), order)
        if order is texts:
            assert refused.value.words.startswith(said)


def test_of_several_texts_of_one_proposer_none_is_chosen_for_it() -> None:
    made = make(
        "1      An NGO [may | by: EU][may not | by: Group A, EU] attend the Conference.\n"
        "2      An NGO [may | by: EU][may not | by: Group A] speak in the Conference.\n"
    )
    assert choices(made, ["EU"]) == {"2": "may"}
    with pytest.raises(UnknownChoice, match="several alternatives there are proposed by EU"):
        choices(made, ["1: EU"])
    assert choices(made, ["EU", "1: may not"]) == {"1": "may not", "2": "may"}


def test_a_choice_that_names_more_goes_before_one_that_names_less() -> None:
    made = make(NESTED)
    text = made.brackets[1].alternatives[0].name
    for texts in (["EU", "1: Group A"], ["1: Group A", "EU"]):
        assert choices(made, texts) == {"1": "may not", "2 [1]": text}
    for texts in (["agreed", "1: EU"], ["1: EU", "agreed"]):
        assert choices(made, texts) == {"1": "may", "2 [1]": "(deleted)", "2 [2]": "(deleted)"}
    assert choices(made, ["EU", "1: EU"]) == {"1": "may", "2 [1]": text}


def fell(rules: str, question: str, *texts: str) -> list[str]:
    """The provisions that fell away by choices and bore on a question."""
    made = make(rules)
    return [provision for _, provision in ask(resolve(made, choices(made, texts)), question).fallen]


FALLING = """1      An NGO [may | by: EU][may not | by: Group A] attend the Conference.
2      [An NGO in consultative status may speak in the Conference. | by: EU; delete: Group A]
3      An NGO [should be accorded | by: EU][has | by: Group A] observer status.
4      An NGO with observer status may speak in the Conference. A State Party may speak in the Conference.
5      The President [shall | by: EU][should | by: Group A] invite it to speak.
"""


@pytest.mark.parametrize(
    ("question", "texts", "provisions"),
    [
        ("May an NGO attend the Conference?", ["agreed"], ["1"]),
        ("May an NGO attend the Conference?", ["EU"], []),
        ("May an NGO speak in the Conference?", ["agreed"], ["2", "3"]),
        ("May an NGO speak in the Conference?", ["2: deleted"], ["2"]),
        ("May a State Party speak in the Conference?", ["agreed"], []),
        ("Does an NGO have observer status?", ["agreed"], ["3"]),
        ("What may an NGO do?", ["agreed"], ["1", "2", "3"]),
        ("Must the President invite it to speak?", ["agreed"], ["5"]),
    ],
)
def test_an_answer_says_what_fell_away_by_a_choice_and_bore_on_it(
    question: str, texts: list[str], provisions: list[str]
) -> None:
    assert fell(FALLING, question, *texts) == provisions


def test_what_fell_away_is_told_with_its_reason() -> None:
    made = make(FALLING)
    (pair,) = ask(resolve(made, choices(made, ["agreed"]))).fallen
    assert pair == ("its text is not agreed: of “may” and “may not” at 1 none stands", "1")
    options = (
        "Option 1.\n1  An NGO may attend the Conference.\nOption 2.\n2  A State Party may attend the Conference.\n"
    )
    other = make(options + "End of options.\n")
    (pair,) = ask(resolve(other, choices(other, ["Option 2"]))).fallen
    assert pair == ("it stands in Option 1, and Option 2 is taken", "1")


def test_a_priority_in_brackets_is_written_in_the_rule_that_clashes() -> None:
    clash = "1  An NGO may attend the Conference.\n2  An NGO may not attend the Conference.\n"
    text = HEAD + clash + "3  [Rule 1 prevails over rule 2. | by: X]\n"
    (fault,) = [d for d in compiled([Source("draft.rules", text)], {}, "draft")[1] if d.code == "E314"]
    assert fault.message == "which text prevails cannot depend on a choice in brackets"
    assert fault.help == ("write the bracket in rule 1: [, notwithstanding rule 2 | by: Group A]",)
    either = "the Conference[, notwithstanding rule 2 | by: A][, subject to rule 2 | by: B]."
    found = ask(make(clash.replace("the Conference.", either, 1)))
    assert [(r.choices[0].proposers, r.verdicts) for r in found.resolutions] == [
        (("A",), ("of-right",)),
        (("B",), ("prohibited",)),
    ]


def test_options_over_provisions_are_one_choice() -> None:
    made = make(
        "Option 1 | by: Chair.\n1      An NGO may attend the Conference.\n2      An NGO may speak in the Conference.\n"
        "Option 2 | by: Group A.\n1      An NGO may not attend the Conference.\nEnd of options.\n"
    )
    assert sets(ask(made)) == [(("Option 1",), ("of-right",)), (("Option 2",), ("prohibited",))]
    assert ask(resolve(made, choices(made, ["Option 2"]))).verdict == "prohibited"
    assert [p.number for p in made.provisions] == ["1", "2"]


def test_alternative_numbers_are_alternatives_where_the_head_says_so() -> None:
    rules = "17      An NGO may attend the Conference.\n17 alt  An NGO may not attend the Conference.\n"
    text = HEAD.replace("Silence: not conferred.\n", "Silence: not conferred.\nAlternatives: alt.\n") + rules
    made, found, _ = compiled([Source("d.rules", text)], {}, "draft")
    assert made is not None, found
    assert sets(ask(made)) == [(("17",), ("of-right",)), (("17 alt",), ("prohibited",))]
    assert [m.kind for m in ask(make(rules)).marks] == ["conflicting"]
