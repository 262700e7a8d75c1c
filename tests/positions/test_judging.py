"""What an ask comes to: each result, by hand, on a small text."""

from __future__ import annotations

import pytest

from proclogic.answers.model import VERDICTS, Answer, Case, Mark
from proclogic.answers.options import Options
from proclogic.compiled import ruleset as compiled
from proclogic.papers import assessment_words, write
from proclogic.positions.judging import assess, judge
from proclogic.positions.model import AT_LEAST, AT_MOST, RESULTS, SAYS, Measure
from proclogic.sources import Source
from tests.positions.texts import held, judged, position

RESULTS_BY_HAND = [
    # at least: the verdict is compared
    ("May a member attend the assembly? At least of right.", "met"),
    ("May a guest attend the assembly? At least by default.", "met"),
    ("May a guest attend the assembly? At least of right.", "by-default-only"),
    ("May a guest attend the assembly, if a member objects to it? At least by default.", "by-leave-only"),
    ("May a guest speak in the assembly? At least by default.", "by-leave-only"),
    ("May a guest speak in the assembly? At least of right.", "by-leave-only"),
    ("May a guest speak in the assembly? At least by leave.", "met"),
    ("May a guest sing in the assembly? At least by leave.", "not-met"),
    ("May a guest vote in the assembly? At least by leave.", "not-met"),
    # the matter is before the assembly, and the leave is not given
    ("May a guest attend the assembly, if a member objects to it? At least by leave.", "not-met"),
    # readings: on both sides of what is asked, or all on one side of it
    ("May a guest record the assembly? At least by leave.", "contested"),
    ("May a guest dance in the assembly? At least by leave.", "contested"),
    ("May a guest dance in the assembly? At least by default.", "not-met"),
    ("May a guest dance in the assembly? At least prohibited.", "met"),
    # a word that nobody is named to judge
    ("May a guest film the assembly? At least by default.", "turns-on"),
    ("May a worthy guest film the assembly? At least by default.", "met"),
    # who it is: the lowest case counts
    ("May a guest sit in the assembly? At least by leave.", "not-met"),
    ("May a guest that is a patron sit in the assembly? At least of right.", "met"),
    # at most: against the one who is asked about
    ("May a guest vote in the assembly? At most not conferred.", "met"),
    ("May a guest speak in the assembly? At most by leave.", "met"),
    ("May a guest attend the assembly? At most by leave.", "not-met"),
    ("May a guest record the assembly? At most by leave.", "contested"),
    ("May a guest film the assembly? At most not conferred.", "turns-on"),
    # yes and no: what follows on the facts given
    ("May a guest speak in the assembly, if the warden invites it? Yes.", "met"),
    ("May a guest speak in the assembly? Yes.", "not-met"),
    ("May a guest speak in the assembly? No.", "not-met"),
    ("May a guest vote in the assembly? No.", "met"),
    ("May a guest record the assembly? Yes.", "contested"),
    ("May a guest record the assembly? No.", "contested"),
    ("May a guest film the assembly? Yes.", "turns-on"),
    # duties: a call is none, a time must be set
    ("Must the warden light the stove? Yes.", "met"),
    ("Must the warden light the stove at least 1 day before the session? Yes.", "met"),
    ("Must the warden light the stove at least 3 days before the session? Yes.", "not-met"),
    ("Must the warden ring the bell? Yes.", "not-met"),
    ("Must the warden ring the bell? No.", "met"),
    ("Must the warden sweep the floor? Yes.", "contested"),
    ("Must the warden open the windows? Yes.", "not-met"),
    # votes stand for majorities
    ("Is it carried that the assembly closes the hall, if 20 vote for and 10 vote against? Yes.", "met"),
    ("Is it carried that the assembly closes the hall, if 16 vote for and 15 vote against? Yes.", "not-met"),
    ("Is it carried that the assembly closes the hall, if 16 vote for and 15 vote against? No.", "met"),
    # what the text has no words for, or what cannot be
    ("May a visitor attend the assembly? At least by leave.", "cannot-be-asked"),
    ("May a guest attend the assembly, if it is a member? At least by leave.", "cannot-be-asked"),
    # at most, where the text has no such actor or no such act: it gives them nothing
    ("May a visitor attend the assembly? At most not conferred.", "met"),
    ("May a visitor juggle in the assembly? At most by leave.", "met"),
    ("May a guest juggle in the assembly? At most not conferred.", "met"),
    ("May a visitor attend the assembly? At most prohibited.", "cannot-be-asked"),
    # but a right of all guests, in every place, is also that of tall ones, and in a place without a name here
    ("May a tall guest attend the assembly? At most not conferred.", "cannot-be-asked"),
    ("May a guest of honour attend the assembly? At most not conferred.", "cannot-be-asked"),
    ("May a guest invited by us attend the assembly? At most not conferred.", "cannot-be-asked"),
    ("May a guest attend the parliament? At most not conferred.", "cannot-be-asked"),
    ("May a member submit a poem to the assembly? At most not conferred.", "cannot-be-asked"),
    ("May a guest attend the assembly, if a visitor objects to it? At most not conferred.", "cannot-be-asked"),
    ("May a visitor attend the assembly, if it is rich? At most not conferred.", "met"),
    ("Is a visitor a guest? At most not conferred.", "cannot-be-asked"),
]


@pytest.mark.parametrize(("target", "result"), RESULTS_BY_HAND)
def test_a_target_comes_to(target: str, result: str) -> None:
    assert judged(f"Target: {target}").result == result


def answer(*cases: Case) -> Answer:
    marks = tuple(dict.fromkeys(mark for case in cases for mark in case.marks))
    worst = max((case.verdict for case in cases), key=VERDICTS.index)
    return Answer("r", "", "q", "may", verdict=worst, verdicts=(worst,), marks=marks, cases=cases)


def case(*verdicts: str, marks: tuple[str, ...] = (), outcomes: tuple[str, ...] = ("yes",)) -> Case:
    return Case((), verdicts[-1], outcomes[-1], tuple(Mark(m) for m in marks), verdicts=verdicts, outcomes=outcomes)


BY_DEFAULT = Measure(AT_LEAST, "by-default")


def test_text_that_is_not_agreed_leaves_it_open_only_if_the_text_decides_it() -> None:
    both = case("by-default", "by-leave", marks=("open",))
    assert judge(BY_DEFAULT, answer(both)) == "open"
    assert judge(Measure(AT_LEAST, "by-leave"), answer(both)) == "met"
    assert judge(Measure(AT_LEAST, "of-right"), answer(both)) == "by-leave-only"
    assert judge(BY_DEFAULT, answer(case("by-default", "by-leave", marks=("contested", "open")))) == "contested"


def test_a_case_that_fails_in_every_reading_decides_before_one_that_is_contested() -> None:
    contested = case("by-default", "by-leave", marks=("contested",))
    assert judge(BY_DEFAULT, answer(contested, case("prohibited"))) == "not-met"
    assert judge(BY_DEFAULT, answer(contested, case("of-right"))) == "contested"


def test_a_matter_that_is_pending_in_one_reading_only_is_contested() -> None:
    found = answer(case("by-default", "by-leave", marks=("contested", "pending")))
    assert judge(BY_DEFAULT, found) == "contested"
    assert judge(Measure(AT_LEAST, "by-leave"), found) == "contested"


def test_outcomes_that_differ_without_a_yes_among_them_are_no_yes() -> None:
    found = answer(case("by-leave", marks=("contested",), outcomes=("conditional", "no")))
    assert judge(Measure(SAYS, "yes"), found) == "not-met"
    assert judge(Measure(SAYS, "no"), found) == "contested"


def test_a_word_without_a_judge_matters_only_where_it_is_taken_for_the_result() -> None:
    good = answer(case("by-default", marks=("turns on",)))
    assert judge(BY_DEFAULT, good) == "turns-on"
    assert judge(Measure(AT_MOST, "by-default"), good) == "met"
    assert judge(Measure(AT_LEAST, "of-right"), good) == "by-default-only"


def test_an_ask_is_met_if_all_its_targets_are_and_else_comes_to_the_worst() -> None:
    found = held("""
Ask A: "All".
Target: May a member attend the assembly? At least of right.
Target: Must the warden light the stove? Yes.

Ask B: "Some".
Target: May a member attend the assembly? At least of right.
Target: May a guest record the assembly? At least by default.
Target: May a guest speak in the assembly? At least by default.

Ask C: "One that has no words".
Target: May a member attend the assembly? At least of right.
Target: May a visitor attend the assembly? At least by leave.

Ask D: "None that has".
Target: May a visitor attend the assembly? At least by leave.
Target: May a visitor speak in the assembly? At least by leave.
""")
    results = [(h.ask.number, h.result, h.met, h.partly) for h in found.held]
    assert results == [
        ("A", "met", 2, False),
        ("B", "by-leave-only", 1, True),
        ("C", "not-met", 1, True),
        ("D", "cannot-be-asked", 0, False),
    ]
    assert [found.count(result) for result in RESULTS] == [1, 0, 0, 0, 0, 1, 1, 1]


def test_what_stands_apart_is_kept_and_never_counted() -> None:
    found = held("""
Ask 1: "Warmth".
No entitlement: "a state of the hall".

Ask 2: "How many".
Not expressible: "a question about numbers".

Ask 3: "Attendance".
Target: May a member attend the assembly? At least of right.
""")
    assert [ask.number for ask in found.position.apart] == ["1", "2"]
    assert [h.ask.number for h in found.held] == ["3"]


def test_the_first_wording_that_the_ruleset_has_the_words_for_is_asked() -> None:
    found = judged(
        "Target: May a visitor attend the assembly? At least of right.",
        "Or asked as: May a guest attend the assembly?",
        "Or asked as: May a member attend the assembly?",
    )
    assert (found.result, found.wording.question) == ("by-default-only", "May a guest attend the assembly?")
    assert found.instead_of == "May a visitor attend the assembly?"


def test_a_wording_may_ask_for_an_answer_of_its_own() -> None:
    found = judged(
        "Target: Must the warden publish the minutes? Yes.",
        "Or asked as: May a guest attend the assembly? At least by default.",
    )
    assert found.result == "met"


@pytest.mark.parametrize(
    ("lines", "missing", "near"),
    [
        (["Target: May a guest play cards in the assembly? At least by leave."], "play cards", ()),
        (["Target: May a guest attend the yearly dinner? At least by leave."], "yearly dinner", ()),
        (["Target: May a gest attend the assembly? At least by leave."], "gest", ("guest",)),
        (["Target: Must the warden ring the bel? Yes."], "ring the bel", ("ring the bell",)),
        (["Target: Must the warden cut the grass within 2 days after the session? Yes."], "cut the grass", ()),
        # the wording that could be read furthest is told
        (
            [
                "Target: May a visitor attend the assembly? At least by leave.",
                "Or asked as: May a guest attend the cellar?",
            ],
            "cellar",
            (),
        ),
    ],
)
def test_the_words_that_are_missing_are_named(lines: list[str], missing: str, near: tuple[str, ...]) -> None:
    found = judged(*lines)
    assert (found.result, found.missing, found.near) == ("cannot-be-asked", missing, near)


def test_what_cannot_be_for_another_reason_says_which() -> None:
    found = judged("Target: May a guest attend the assembly, if it is a member? At least by leave.")
    assert found.missing == ""
    assert "both" in found.why


@pytest.mark.parametrize(
    ("target", "rest"),
    [
        ("May a guest or a member attend the assembly?", "or a member attend the assembly"),
        ("May a guest attend the assembly on a Sunday?", "on a Sunday"),
    ],
)
def test_a_sentence_that_is_built_otherwise_misses_no_word(target: str, rest: str) -> None:
    found = judged(f"Target: {target} At least by leave.")
    assert (found.missing, found.why) == ("", f"the question cannot be read from “{rest}” on")


def test_the_rules_that_say_nothing_are_told_from_those_that_give_it_to_others() -> None:
    found = judged("Target: May a guest sing in the assembly? At least by leave.")
    assert found.silent == ("12",)


def test_the_layers_that_count_are_told_also_where_none_is_named() -> None:
    sing = 'Ask 1: "One".\nTarget: May a guest sing in the assembly? At least by leave.'
    assert held(sing).layers == ("treaty", "rules")
    assert held(sing, Options(layers=("rules",))).layers == ("rules",)


def test_layers_and_readings_are_followed() -> None:
    sing = "Target: May a guest sing in the assembly? At least by leave."
    assert judged(sing).result == "not-met"
    assert judged(sing, options=Options(layers=("treaty", "rules", "practice"))).result == "met"
    record = "Target: May a guest record the assembly? At least of right."
    assert judged(record, options=Options(readings=(("4/sound", "wide"),))).result == "met"
    assert judged(record, options=Options(readings=(("4/sound", "narrow"),))).result == "not-met"


def test_no_more_than_is_asked_is_met_only_if_no_wording_could_give_it() -> None:
    first = "Target: May a visitor attend the assembly? At most not conferred."
    assert judged(first, "Or asked as: May a tourist attend the assembly?").result == "met"
    assert judged(first, "Or asked as: May a tall guest attend the assembly?").result == "cannot-be-asked"
    found = judged(first)
    assert found.answer is None and found.missing == "visitor"
    said = 'nothing in hall is called "visitor", so its text confers nothing of the kind, and no more is asked'
    assert assessment_words.found(found, "hall") == said


BRACKETS = """Ruleset: hall.
Language: 1.
Title: "Rules of a village hall".
Actor: member.
Body: the assembly, of members.
Officer: the warden, of the assembly.
Event: light the stove, by the warden.
Event: admit it, by the assembly.
Event: object to it, by a member.
Event: ring the bell, by the warden.
Moment: the session.

1      The warden [shall | by: A][should | by: B] light the stove.
2      Whether the assembly admits it is decided by [consensus | by: A]
       [a majority of the members present and voting | by: B].
3      The warden shall ring the bell if [a member objects to it | by: A][the assembly admits it | by: B].
"""


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("Must the warden light the stove? Yes.", "open"),
        ("Must the warden light the stove? No.", "open"),
        ("Is it carried that the assembly admits it, if 20 vote for and 10 vote against? Yes.", "open"),
        ("Is it carried that the assembly admits it, if 10 vote for and 20 vote against? No.", "met"),
        ("Is it carried that the assembly admits it, if 20 vote for and 0 vote against? Yes.", "met"),
        ("Must the warden ring the bell? Yes.", "not-met"),
    ],
)
def test_a_duty_and_a_vote_that_the_brackets_decide_are_open(target: str, result: str) -> None:
    made, found, _ = compiled([Source("hall.rules", BRACKETS)], {}, "hall")
    assert made is not None, found
    held = assess(position(f'Ask 1: "One".\nTarget: {target}'), made, Options())
    assert [h.result for h in held.held] == [result]
    shown = " ".join(write.assessments((held,), "text").split())
    assert ("Not agreed [ ]" in shown) == (result == "open")
