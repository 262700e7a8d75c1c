"""Every question of an example, pasted with its options, gets the answer that the example shows."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.test_compare import BRACKETS, READ, REFORM, changed

Asked = tuple[str, str, tuple[str, ...], str]


def asked(names: tuple[str, str], found: dict[str, Any]) -> Iterator[Asked]:
    """Each question of a comparison, with the ruleset, its options and what is shown."""
    for one in (w for d in found["differences"] for w in d["witnesses"]):
        yield names[0], one["question"], tuple(one["options"]), one["a"]
        yield names[1], one["question_b"], tuple(one["options_b"]), one["b"]


def wrong(proclogic: Run, names: tuple[str, str], found: dict[str, Any]) -> list[tuple[Asked, str]]:
    """The questions that get another answer, with what was answered."""
    faults = []
    for one in dict.fromkeys(asked(names, found)):
        name, question, options, says = one
        ran = proclogic(
            "query", name, question, *(part for text in options for part in shlex.split(text)), "-f", "json"
        )
        outcome = json.loads(ran.out)["outcome"] if ran.code == 0 else ran.err
        if outcome != ("yes" if says == "yes" else "no"):
            faults.append((one, outcome))
    return faults


@pytest.mark.parametrize("names", [("untoc-cop", "uncac-cosp"), ("cnd-option-2", "cnd-option-3")])
def test_the_questions_of_shipped_pairs_get_the_answers_that_are_shown(proclogic: Run, names: tuple[str, str]) -> None:
    found = json.loads(proclogic("compare", *names, "-f", "json").out)
    assert len(set(asked(names, found))) > 20
    assert wrong(proclogic, names, found) == []


@pytest.mark.parametrize(
    ("rule", "options", "pasted"),
    [
        (
            READ,
            ("--reading-a", "6=wide", "--reading-b", "6=strict"),
            ('--reading "6/right=wide"', '--reading "6/right=strict"'),
        ),
        (
            BRACKETS,
            ("--resolve-a", "Group A", "--resolve-b", "Group B"),
            ('--resolve "Group A"', '--resolve "Group B"'),
        ),
        (BRACKETS, ("--resolve-a", "agreed"), ('--resolve "agreed"', '--resolve "6: may"')),
    ],
)
def test_what_tells_the_sides_apart_is_pasted_with_the_question(
    proclogic: Run, folder: Path, rule: str, options: tuple[str, ...], pasted: tuple[str, str]
) -> None:
    name = changed(folder, "mine", rule)
    found = json.loads(proclogic("compare", name, *options, "-f", "json").out)
    one = next(w for d in found["differences"] for w in d["witnesses"])
    assert (one["options"], one["options_b"]) == ([pasted[0]], [pasted[1]])
    assert wrong(proclogic, (name, name), found) == []
    words = " ".join(proclogic("compare", name, *options, "--examples").out.split())
    assert f"Ask A: {one['question']} ({pasted[0]})" in words


def test_the_layers_of_a_side_are_pasted_and_those_that_count_anyway_are_not(proclogic: Run, folder: Path) -> None:
    (folder / "reform.rules").write_text(REFORM, "utf-8")
    options = ("--layers-a", "treaty,rules", "--layers-b", "treaty,rules,proposal")
    found = json.loads(proclogic("compare", "reform.rules", *options, "-f", "json").out)
    one = next(w for d in found["differences"] for w in d["witnesses"])
    assert (one["options"], one["options_b"]) == (["--layers treaty,rules"], [])
    assert wrong(proclogic, ("reform.rules", "reform.rules"), found) == []
