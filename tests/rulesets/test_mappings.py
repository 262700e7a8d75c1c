"""The mappings that come with proclogic: each is named after its two rulesets, and can be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from proclogic.data import data_dir
from proclogic.library import load
from proclogic.mappings import ENDING, KIND, between, load_mapping

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
