"""The positions that come with proclogic: all their asks are there, and the UNTOC rules, held to them, come to what a
reader of the text finds.

The lists below were made from the analysis of the letters and the text of the rules, not from what the program prints.
"""

from __future__ import annotations

from functools import cache

import pytest

from proclogic.answers.options import Options
from proclogic.library import load
from proclogic.norms.model import Ruleset
from proclogic.papers.assessment_words import rules
from proclogic.positions import finding
from proclogic.positions.judging import assess
from proclogic.positions.model import Assessment, Held, Position

NUMBERED = {"gpd-2025": ("000", 14), "cyberpeace-2021": ("003", 6), "ahc-letter-2021": ("004", 14)}
NUMBERED |= {"joint-statement-2024": ("002", 2)}
NO_ENTITLEMENT = {
    "gpd-2025": 5,
    "cyberpeace-2021": 7,
    "ahc-letter-2021": 12,
    "joint-statement-2024": 6,
}  # without number
APART = {
    "ahc-letter-2021": ["POS-004-6", "POS-004-7", "POS-004-14"],
    "joint-statement-2024": ["POS-002-1", "POS-002-2"],
}

# Ask: its result, how many of how many targets are met, and the provisions that decide it.
EXPECTED = {
    "gpd-2025": {
        1: ("by-leave-only", 0, 1, "17(2)"),  # after one objection the Conference has to admit it
        2: ("not-met", 1, 4, "17(1) 17(2)"),  # status by default, the others by list; academia and companies: nothing
        3: ("cannot-be-asked", 0, 1, ""),  # 17(2) decides name by name
        4: ("cannot-be-asked", 0, 1, ""),  # another process
        5: ("not-met", 1, 4, "17(3)(a) 17(3)(b) 17(3)"),  # attends; speaks by leave; nothing on writing
        6: ("by-leave-only", 0, 1, "17(3)(b)"),  # invitation and approval
        7: ("cannot-be-asked", 0, 1, ""),  # 17 is silent between sessions
        8: ("not-met", 0, 2, "17(3)"),  # 17(3) has no written statements
        9: ("contested", 0, 1, "17(3)(b)"),  # two gates, if approval has to be given in express words
        10: ("not-met", 0, 2, "17(3)(b)"),
        11: ("cannot-be-asked", 0, 1, ""),
        12: ("cannot-be-asked", 0, 1, ""),
        13: ("cannot-be-asked", 0, 2, ""),  # 38 publishes decisions and documents only
        14: ("cannot-be-asked", 0, 1, ""),
    },
    "cyberpeace-2021": {
        1: ("by-leave-only", 0, 2, "17(1) 17(2) 17(3)(b)"),
        2: ("not-met", 0, 4, "17(2)"),
        3: ("not-met", 0, 4, "17(3)(b)"),  # no rule on remote plenary meetings
        4: ("by-leave-only", 0, 2, "17(3)(b)"),
        5: ("cannot-be-asked", 0, 1, ""),
        6: ("not-met", 0, 1, "17(3)"),
    },
    "ahc-letter-2021": {
        1: ("not-met", 0, 3, "17(3)(b)"),
        2: ("cannot-be-asked", 0, 1, ""),
        3: ("not-met", 0, 3, "17(2)"),
        4: ("not-met", 0, 1, "17(2)"),  # no time for the decision
        5: ("not-met", 1, 3, "17(2)"),  # the list is circulated, nothing is said of criteria and objections
        8: ("not-met", 1, 2, "17(3)(c) 32-33"),  # documents are received, no rule says by when
        9: ("met", 1, 1, "32-33"),
        10: ("by-leave-only", 0, 1, "17(3)(b)"),
        11: ("cannot-be-asked", 0, 1, ""),
        12: ("not-met", 0, 1, "17(3)"),
        13: ("not-met", 2, 6, "38"),
    },
    "joint-statement-2024": {},
}
# The same under other rulesets, for the provisions of theirs with which the analysis of the letters compares an ask.
# What it calls met or missed there was the yardstick; where it only names a provision, the text of the provision.
COMPARED = {
    ("gpd-2025", "uncac-cosp", 1): ("by-leave-only", 0, 1, "17(2)"),
    ("gpd-2025", "oewg-ict", 1): ("not-met", 0, 1, "3"),  # one objection excludes
    ("gpd-2025", "ecosoc-1996-31", 1): ("met", 1, 1, "48"),  # interim accreditation, while nothing is decided
    ("gpd-2025", "ahc", 2): ("met", 4, 4, "75/282(8) 75/282(9)"),
    ("gpd-2025", "ahc", 3): ("met", 1, 1, "75/282(9)"),
    ("gpd-2025", "ecosoc-1996-31", 4): ("met", 1, 1, "49"),
    ("gpd-2025", "ahc", 5): (
        "contested",
        3,
        4,
        "M3(a) M3(b) M3(c) M4",
    ),  # "will organize"
    ("gpd-2025", "ahc", 6): ("turns-on", 0, 1, "M3(b)"),  # nobody is named who says whether time is left
    ("gpd-2025", "ahc", 7): ("met", 1, 1, "M4"),
    ("gpd-2025", "ahc", 8): ("not-met", 1, 2, "M3(c)"),  # it submits; no words on stages
    ("gpd-2025", "uncac-cosp", 8): ("not-met", 0, 2, "17(3)(b)(paper)"),  # reports only, and by leave
    ("gpd-2025", "uncac-cosp", 9): ("contested", 0, 1, "17(3)(b)"),
    ("gpd-2025", "ahc", 11): ("cannot-be-asked", 0, 1, ""),
    ("gpd-2025", "uncac-cosp", 11): ("cannot-be-asked", 0, 1, ""),  # briefings on the margins are no such dialogue
    ("gpd-2025", "untoc-review", 11): ("by-leave-only", 0, 1, "9/1(53)(b)"),  # the extended bureau approves
    ("gpd-2025", "gi-toc-proposal", 12): ("met", 1, 1, "3"),  # as a role or as a permission
    ("gpd-2025", "ahc", 13): ("not-met", 1, 2, "M3(c)"),  # submissions are posted; interventions in practice
    ("cyberpeace-2021", "ahc", 1): ("turns-on", 0, 2, "M3(a) M3(b)"),  # formal sessions that are open
    ("cyberpeace-2021", "ahc", 2): ("not-met", 0, 4, "annex2 M3(a)"),  # silent on informal consultations
    ("cyberpeace-2021", "ahc", 3): ("not-met", 0, 4, "annex2"),  # no rule on remote plenary meetings
    ("cyberpeace-2021", "ahc", 5): ("met", 1, 1, "M4"),
    ("cyberpeace-2021", "oewg-ict", 5): ("not-met", 0, 1, ""),  # invited in practice, and no word of speaking
    ("ahc-letter-2021", "ahc", 1): ("not-met", 0, 3, "M2"),  # no drafting role
    ("ahc-letter-2021", "ahc", 2): ("contested", 0, 1, "M4"),
    ("ahc-letter-2021", "ahc", 3): ("not-met", 0, 3, "75/282(9)"),  # by leave; individuals not at all
    ("ahc-letter-2021", "ahc", 4): ("not-met", 0, 1, "75/282(9)"),  # no time for the decision
    ("ahc-letter-2021", "ahc", 5): ("not-met", 1, 3, "75/282(9)"),  # the list goes to States
    ("ahc-letter-2021", "ahc", 8): ("not-met", 0, 2, "annex2"),
    ("ahc-letter-2021", "ahc", 9): ("cannot-be-asked", 0, 1, ""),
    ("ahc-letter-2021", "ahc", 10): ("turns-on", 0, 1, "M3(b)"),
    ("ahc-letter-2021", "ahc", 11): ("not-met", 0, 1, "annex2"),
    ("ahc-letter-2021", "ahc", 12): ("met", 1, 1, "M3(c)"),
    ("ahc-letter-2021", "ahc", 13): ("not-met", 0, 6, ""),  # interventions in practice only
}
# What the UNTOC rules have no words for. A slip of the pen in a target would show up here.
MISSING = {
    "approve the list of applicants",
    "accredited to the Ad Hoc Committee",
    "organize consultations",
    "intersessional",
    "comment on a revised text",
    "present evidence",
    "interactive dialogue",
    "assessment of implementation",
    "publish the submissions",
    "publish the interventions",
    "report on its implementation",
    "informal",
    "remotely",
    "take part in the drafting",
    "invite it to consultations",
    "publish the criteria",
    "publish the objections",
    "publish the practical information",
    "publish the statements",
    "publish the working documents",
    "publish the meeting reports",
}


@pytest.fixture(scope="module")
def untoc() -> Ruleset:
    ruleset, _, _ = load("untoc-cop")
    assert ruleset is not None
    return ruleset


@pytest.fixture(scope="module")
def found(untoc: Ruleset) -> dict[str, Assessment]:
    return {name: assess(position(name), untoc, Options()) for name in NUMBERED}


def position(name: str) -> Position:
    made, wrong, _ = finding.load(name)
    assert made is not None, wrong
    return made


@pytest.mark.parametrize("name", NUMBERED)
def test_every_ask_is_there_with_its_number_and_nothing_is_dropped(name: str) -> None:
    prefix, count = NUMBERED[name]
    numbers = [ask.number for ask in position(name).asks]
    letters = [f"POS-{prefix}-{'abcdefghijklm'[k]}" for k in range(NO_ENTITLEMENT[name])]
    assert numbers == [*(f"POS-{prefix}-{k}" for k in range(1, count + 1)), *letters]


@pytest.mark.parametrize("name", NUMBERED)
def test_what_stands_apart_is_what_asks_for_no_entitlement_or_cannot_be_said_yet(name: str) -> None:
    made = position(name)
    assert [ask.number for ask in made.apart if ask.number[-1].isdigit()] == APART.get(name, [])
    assert [a.number for a in made.apart if a.not_expressible] == APART.get(name, [])[:2] * (name == "ahc-letter-2021")


@pytest.mark.parametrize("name", NUMBERED)
def test_each_says_where_it_is_from(name: str) -> None:
    made = position(name)
    assert made.title and made.source.title and made.date
    assert all(ask.strength for ask in made.judged)


@pytest.mark.parametrize("name", NUMBERED)
def test_the_untoc_rules_come_to_what_a_reader_finds(name: str, found: dict[str, Assessment]) -> None:
    results = {int(h.ask.number.split("-")[2]): (h.result, h.met, len(h.targets)) for h in found[name].held}
    assert results == {number: expected[:3] for number, expected in EXPECTED[name].items()}


@pytest.mark.parametrize("name", NUMBERED)
def test_the_provisions_that_decide_are_named(name: str, found: dict[str, Assessment]) -> None:
    for held in found[name].held:
        named = {rule for judged in held.targets for rule in rules(judged)}
        wanted = EXPECTED[name][int(held.ask.number.split("-")[2])][3].split()
        assert set(wanted) <= named, held.ask.number


@cache
def held_to(name: str, ruleset: str) -> dict[int, Held]:
    loaded, _, _ = load(ruleset)
    assert loaded is not None
    return {int(h.ask.number.split("-")[2]): h for h in assess(position(name), loaded, Options()).held}


@pytest.mark.parametrize(("name", "ruleset", "number"), COMPARED)
def test_other_rulesets_come_to_what_the_analysis_finds_there(name: str, ruleset: str, number: int) -> None:
    held = held_to(name, ruleset)[number]
    *result, wanted = COMPARED[name, ruleset, number]
    assert [held.result, held.met, len(held.targets)] == result
    assert set(wanted.split()) <= {rule for judged in held.targets for rule in rules(judged)}


def test_the_written_report_of_the_uncac_rules_is_by_leave_and_other_papers_are_not_conferred() -> None:
    answer = held_to("gpd-2025", "uncac-cosp")[8].targets[0].answer
    assert answer is not None and answer.verdicts == ("by-leave", "not-conferred")


def test_words_are_missing_only_where_the_text_says_nothing(found: dict[str, Assessment]) -> None:
    targets = [judged for value in found.values() for held in value.held for judged in held.targets]
    assert {judged.missing for judged in targets if judged.answer is None} == MISSING
    assert [judged.why for judged in targets if judged.why] == []


def test_every_wording_has_a_form_that_could_be_asked(untoc: Ruleset) -> None:
    """Where other words of a target cannot be read under these rules, it is for a word, not for the form of it."""
    from proclogic.syntax.parse import parse_question

    for name in NUMBERED:
        for ask in position(name).judged:
            for wording in (w for target in ask.targets for w in target.wordings):
                _, faults = parse_question(wording.question, untoc.vocabulary)
                assert {d.code for d in faults} <= {"E101", "E201"}, wording.question


def of(found: Assessment, number: str) -> Held:
    return next(held for held in found.held if held.ask.number == number)


def test_an_objection_is_pending_and_a_statement_needs_two_gates_in_one_reading(found: dict[str, Assessment]) -> None:
    gpd = found["gpd-2025"]
    objected = of(gpd, "POS-000-1").targets[0].answer
    assert objected is not None and [m.kind for m in objected.marks][:1] == ["pending"]
    speech = of(gpd, "POS-000-9").targets[0].answer
    assert speech is not None
    assert {r.reading: r.outcome for r in speech.readings} == {"express": "conditional", "tacit": "yes"}
