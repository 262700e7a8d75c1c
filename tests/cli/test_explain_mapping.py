"""proclogic explain on several rulesets: a question in the words of one is put to the other through a mapping."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.papers.schemas import validator

OTHER = """Ruleset: other.
Language: 1.
Title: "Rules of another body".
Silence: not conferred.
Actor: Member State.
Actor: stakeholder.
Disjoint: Member State, stakeholder.
Body: the Committee, of Member States.
Act: attend, a body.
Event: approve it, by the Committee.
1   A stakeholder may attend the Committee if the Committee approves it.
"""
MAPPING = """Mapping: small to other.
the Conference: the Committee.
plenary meeting of the Conference: the Committee.
State Party: Member State.
NGO: stakeholder.
vote: nothing.
"""
ATTEND = "Why may an NGO not attend the Conference?"


@pytest.fixture
def both(folder: Path) -> tuple[str, ...]:
    (folder / "other.rules").write_text(OTHER, "utf-8")
    (folder / "small-other.mapping").write_text(MAPPING, "utf-8")
    return "small", "other.rules", "--mapping", "small-other.mapping"


def test_each_ruleset_explains_the_question_in_its_own_words(proclogic: Run, both: tuple[str, ...]) -> None:
    ran = proclogic("explain", *both, ATTEND)
    assert ran.code == 0, ran.err
    _, _, other = ran.out.partition("Under other:")
    assert "Asked here, through small-other.mapping, as: May a stakeholder attend the Committee?" in " ".join(
        other.split()
    )
    assert "and the Committee approves it (it takes this act)" in other
    found = json.loads(proclogic("explain", *both, ATTEND, "--format", "json").out)
    validator("explanation-1").validate(found)
    assert [one["asked"] for one in found["explanations"]] == ["why not", "why not"]


def test_a_word_without_a_counterpart_is_named_and_nothing_is_explained(proclogic: Run, both: tuple[str, ...]) -> None:
    for level in ((), ("--brief",), ("--full",)):
        out = proclogic("explain", *both, "Why may an NGO not vote?", *level).out
        other = " ".join(out.partition("Under other:")[2].split())
        assert other.startswith('Not asked: "vote" has no counterpart in other.')
        assert "changes" not in other and "looked at" not in other


def test_a_mapping_needs_two_rulesets(proclogic: Run, both: tuple[str, ...]) -> None:
    ran = proclogic("explain", "small", ATTEND, *both[2:])
    assert (ran.code, ran.out) == (2, "")
    assert "name both before the question" in ran.err


def test_a_question_of_another_form_is_refused_with_all_rulesets(proclogic: Run, both: tuple[str, ...]) -> None:
    ran = proclogic("explain", *both, "Who may attend the Conference?")
    assert ran.code == 2
    assert 'proclogic query small other "Who may attend the Conference?"' in ran.err
