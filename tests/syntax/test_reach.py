"""How far qualifiers and conditions reach, and when that is a finding."""

from __future__ import annotations

import pytest

from tests.syntax.reading import read
from tests.syntax.texts import CONFERENCE


def marked(sentence: str) -> list[str]:
    """The words that W412 points at, in a sentence that holds no other finding."""
    text = f"1  {sentence}\n"
    _, found = read(text, CONFERENCE)
    assert {d.code for d in found} <= {"W412"}, [(d.code, d.message) for d in found]
    whole = f"Uses: it.\n{text}"
    return [whole[d.span.start : d.span.end] for d in found]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A State or an NGO with observer status may vote.", "an NGO with observer status"),
        ("An academic institution or an NGO that is relevant may vote.", "an NGO that is relevant"),
        ("A State or an NGO with observer status: (a) may vote.", "an NGO with observer status"),
        (
            "An organization may vote, except for a United Nations body or an NGO with observer status.",
            "an NGO with observer status",
        ),
        (
            "A State may attend the Conference and speak in a working group if it has observer status.",
            "if it has observer status",
        ),
        ("A State may vote, and attend the Conference unless it has observer status.", "unless it has observer status"),
        (
            "A State: (a) may attend the Conference and speak in a working group if it has observer status.",
            "if it has observer status",
        ),
    ],
)
def test_words_that_could_reach_farther_or_less_far_are_a_finding(sentence: str, words: str) -> None:
    assert marked(sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "An NGO with observer status or a State may vote.",
        "A State with observer status or an NGO with observer status may vote.",
        "A State or an NGO may vote.",
        "A State or an NGO in consultative status may vote.",  # said of NGOs only
        "A State, UNDP or an NGO that is relevant may vote.",  # said of organizations only
        "UNDP or an NGO with observer status may vote.",  # one member: nothing is narrowed down
        "A State Party or a State with observer status may vote.",  # else it would not name the first
        "A State may attend the Conference and speak in a working group, if it has observer status.",
        "If it has observer status, a State may attend the Conference and speak in a working group.",
        "A State may attend and speak in the Conference if it has observer status.",
        "A State may vote and break consensus if it has observer status.",
        "A State may attend the Conference if it has observer status.",
    ],
)
def test_words_whose_reach_is_plain_or_makes_no_difference_are_none(sentence: str) -> None:
    assert marked(sentence) == []
