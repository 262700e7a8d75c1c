"""The mappings that come with proclogic: each is named after its two rulesets, and can be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from proclogic import testing
from proclogic.data import data_dir
from proclogic.library import load
from proclogic.mappings import ENDING, KIND, between, in_common, load_mapping
from proclogic.norms.translation import translated
from proclogic.syntax import printer
from proclogic.syntax.parse import parse_question

SHIPPED = sorted(data_dir(KIND).glob(f"*{ENDING}"))


def wrong_in(path: Path) -> list[str]:
    """What is wrong with a mapping file."""
    names = path.name.removesuffix(ENDING).split("--")
    if between(str(path)) != tuple(names):
        return [f"{path.name} says that it is between {between(str(path))}"]
    first, second = (load(name)[0] for name in names)
    if first is None or second is None:
        return [f"{path.name} names a ruleset that is not there"]
    mapping, faults, _ = load_mapping(str(path), first, second)
    return [d.message for d in faults] or ([] if mapping is not None else ["no mapping"])


def test_every_shipped_mapping_is_between_the_rulesets_of_its_name() -> None:
    assert {path.name: wrong for path in SHIPPED if (wrong := wrong_in(path))} == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("untoc-cop--other.mapping", "Mapping: untoc-cop to another.\n"),
        ("untoc-cop--nowhere.mapping", "Mapping: untoc-cop to nowhere.\n"),
        ("untoc-cop--untoc-cop.mapping", "Mapping: untoc-cop to untoc-cop.\nNGOO: NGO.\n"),
    ],
)
def test_a_mapping_that_is_none_would_be_found_out(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert wrong_in(tmp_path / name)


def test_every_question_of_the_bank_is_itself_in_its_own_words_and_reads_so_when_printed() -> None:
    ruleset, _, _ = load("untoc-cop")
    assert ruleset is not None
    words = in_common(ruleset, ruleset)
    asked, _, _ = testing.questions((ruleset,))
    bank = [expectation.question for _, expectation in asked if ruleset.id in expectation.under]
    assert len(bank) > 100
    for question in bank:
        found = translated(question, words)
        if question.cell is not None and question.cell.by:
            assert [missing.what for missing in found.missing] == ["rule"] * len(question.cell.by)
            continue
        (same,) = found.found
        assert same == question
        again, faults = parse_question(printer.question(same, ruleset.vocabulary), ruleset.vocabulary)
        assert again is not None and not faults
        assert again.replace(text="", facts=()) == question.replace(text="", facts=())
        assert set(again.facts) == set(question.facts)
