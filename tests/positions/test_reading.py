"""Files of asks: what can be read, and what is said where it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.diagnostics.render import render
from proclogic.positions.lines import HEADS
from proclogic.positions.model import Measure
from proclogic.sources import Source
from tests.positions.texts import position, read

GOOD = """\ufeff# asks of a village
Position: village-2024.    # its name
Language: 1.
Title: "What the village [all of it]
        asks for".
Source: "Notice board", "https://example.org/board", "NB/1".
Date: 2024-05.
Note: "written in a hurry".

Ask V-1: "Attendance [1]".
Strength: demand.
Target: May a guest attend the assembly,     # on any day
        if a member objects to it?
        At least by default.
Or asked as: May a visitor attend the assembly? At least of right.
Or asked as: May anybody attend the assembly?
Target: Must the warden light the stove? Yes.
Note: "the stove [of iron] stands for warmth".
Note: "and for light".

Ask V-2(a): "Fewer speeches".
    Strength: implied.
    Target: May a guest speak in the assembly?
        At most not conferred.

ask V-3: "Warmth".
no entitlement: "a state: of the hall".

Ask V-4: "Numbers".
Not expressible: "a question about numbers".
"""


def test_a_file_is_read_with_everything_in_it() -> None:
    found = position(GOOD)
    assert (found.id, found.title, found.date) == ("village-2024", "What the village [all of it] asks for", "2024-05")
    source = found.source
    assert (source.title, source.address, source.symbol) == ("Notice board", "https://example.org/board", "NB/1")
    assert found.notes == ("written in a hurry",)
    one, two, three, four = found.asks
    assert (one.number, one.title, one.strength) == ("V-1", "Attendance [1]", "demand")
    first, second = one.targets
    assert [(w.question, w.measure) for w in first.wordings] == [
        ("May a guest attend the assembly, if a member objects to it?", Measure("at least", "by-default")),
        ("May a visitor attend the assembly?", Measure("at least", "of-right")),
        ("May anybody attend the assembly?", Measure("at least", "by-default")),
    ]
    assert second.wordings[0].measure == Measure("says", "yes")
    assert one.notes == ("the stove [of iron] stands for warmth", "and for light")
    assert (two.number, two.strength) == ("V-2(a)", "implied")
    assert two.targets[0].wordings[0].measure == Measure("at most", "not-conferred")
    assert (three.no_entitlement, four.not_expressible) == ("a state: of the hall", "a question about numbers")
    assert (found.judged, found.apart) == ((one, two), (three, four))


def test_lines_may_stand_in_the_first_column_or_under_their_ask() -> None:
    flat = 'Ask 1: "A".\nStrength: demand.\nTarget: May a guest sing? At least by leave.\nNote: "n".\n'
    assert position(flat) == position(flat.replace("\n", "\n    ").rstrip(" "))


def test_a_file_without_a_name_is_called_like_the_file() -> None:
    assert position('Ask 1: "A".\nNo entitlement: "b".').id == "asks"


TARGET = "Target: May a guest sing? At least by leave."
BAD = [
    # nothing, or nothing known
    ("", "E104", ""),
    ("Position: empty.", "E104", ""),
    ('Ask 1: "A".\nTargt: May a guest sing? At least by leave.', "E107", "Targt"),
    ("Hello there.", "E107", "Hello there."),
    ('Ask "A".', "E107", 'Ask "A".'),
    # numbers and names
    ('Ask : "A".\n' + TARGET, "E109", "Ask :"),
    (f'Ask 1: "A".\n{TARGET}\nAsk 1: "B".\n{TARGET}', "E504", "Ask 1:"),
    (f'Position: two words.\nAsk 1: "A".\n{TARGET}', "E112", "two words"),
    (f'Date: last week.\nAsk 1: "A".\n{TARGET}', "E112", "last week"),
    (f'Language: 9.\nAsk 1: "A".\n{TARGET}', "E106", "9"),
    (f'Title: "A".\nTitle: "B".\nAsk 1: "A".\n{TARGET}', "E504", "Title:"),
    # texts and ends
    (f"Ask 1: A.\n{TARGET}", "E101", "A"),
    (f'Ask 1: "A" "B".\n{TARGET}', "E101", '"B"'),
    (f'Ask 1: "A"\n{TARGET}', "E105", '"A"'),
    ('Ask 1: "A".\nNo entitlement: "why.', "E103", '"why.'),
    (f'Ask 1: "A".\n{TARGET}\nStrength: demand', "E105", "demand"),
    ('Ask 1: "A".\n' + TARGET[:-1], "E105", "leave"),
    # lines in the wrong place
    (TARGET, "E111", "Target:"),
    ('Strength: demand.\nAsk 1: "A".\n' + TARGET, "E111", "Strength:"),
    (f'Ask 1: "A".\n{TARGET}\nTitle: "T".', "E111", "Title:"),
    ('Ask 1: "A".\nOr asked as: May a guest sing? At least by leave.\n' + TARGET, "E111", "Or asked as:"),
    # strength
    (f'Ask 1: "A".\nStrength: demnad.\n{TARGET}', "E112", "demnad"),
    (f'Ask 1: "A".\nStrength: demand.\nStrength: implied.\n{TARGET}', "E504", "Strength:"),
    # what is asked, and what for
    ('Ask 1: "A".', "E502", "Ask 1:"),
    (f'Ask 1: "A".\n{TARGET}\nNo entitlement: "b".', "E505", "Ask 1:"),
    ('Ask 1: "A".\nNo entitlement: "b".\nNot expressible: "c".', "E505", "Ask 1:"),
    ('Ask 1: "A".\nTarget: May a guest sing?', "E503", "?"),
    ('Ask 1: "A".\nTarget: At least by leave.', "E503", "Target: At least by leave."),
    ('Ask 1: "A".\nTarget: Who may sing? At least by leave.', "E503", "Who"),
    ('Ask 1: "A".\nTarget: Which majority decides a matter of order? Yes.', "E503", "Which"),
    ('Ask 1: "A".\nTarget: Must the warden sing? At least by leave.', "E503", "At least by leave."),
    ('Ask 1: "A".\nTarget: Is a matter of order carried? At least by leave.', "E503", "At least by leave."),
    ('Ask 1: "A".\nTarget: Could a guest sing? Yes.', "E109", "Could"),
    ('Ask 1: "A".\nTarget: May a guest sing? At least by defalt.', "E112", "At least by defalt"),
    ('Ask 1: "A".\nTarget: May a guest sing? Perhaps.', "E112", "Perhaps"),
    ('Ask 1: "A".\nTarget: May a guest sing? At least.', "E112", "At least"),
]


@pytest.mark.parametrize(("text", "code", "words"), BAD)
def test_a_mistake_is_found_at_its_place(text: str, code: str, words: str) -> None:
    _, found = read(text)
    assert [(d.code, text[d.span.start : d.span.end]) for d in found] == [(code, words)]
    assert found[0].span.source == "asks.position"


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ('Ask 1: "A".\nTargt: May a guest sing? At least by leave.', "did you mean “Target:”?"),
        (f'Ask 1: "A".\n    Strenght: demand.\n{TARGET}', "did you mean “Strength:”?"),
        (f'Ask 1: "A".\nStrength: demnad.\n{TARGET}', "did you mean “demand”?"),
        ('Ask 1: "A".\nTarget: May a guest sing? At least by defalt.', "did you mean “At least by default”?"),
        ("Hello there.", "if it goes on with the line above, begin it with spaces"),
    ],
)
def test_a_mistake_has_help(text: str, help: str) -> None:
    _, found = read(text)
    assert help in found[0].help


def test_several_mistakes_are_found_in_one_run_in_the_order_of_the_text() -> None:
    first = 'Date: soon.\nAsk 1: "A".\nTarget: May a guest sing?\n'
    text = first + 'Ask 2: "B".\nAsk 3: "C".\nStrength: much.\nTarget: Who? Yes.'
    _, found = read(text)
    assert [d.code for d in found] == ["E112", "E503", "E502", "E112", "E503"]
    assert [d.place for d in found] == ["", "ask 1", "ask 2", "ask 3", "ask 3"]


SIGNS = ("Ask 1:", '"text"', '"open', ".", "?", ",", ":", "\n", "\n    ", "#", "[a]", "\ufeff")
WORDS = ("May a guest sing", "Must the warden sing", "Who", "At least by default", "Yes", "demand", "2025-07-04")
PIECES = st.sampled_from([*(f"{head.capitalize()}:" for head in HEADS), *SIGNS, *WORDS])


@given(st.one_of(st.lists(PIECES, max_size=30).map(" ".join), st.text(max_size=80)))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused_with_places_inside_it(text: str) -> None:
    made, found = read(text)
    assert all(0 <= d.span.start <= d.span.end <= len(text) for d in found)
    assert made.asks or found
    assert all(ask.targets or ask.no_entitlement or ask.not_expressible for ask in made.asks) or found
    assert len(render(found, {"asks.position": Source("asks.position", text)})) >= len(found)
