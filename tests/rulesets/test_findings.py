"""What is found in a shipped ruleset is accepted with a reason, is still there, and stands in its README."""

from __future__ import annotations

import re
from functools import cache

import pytest

from proclogic import library
from proclogic.checking import no_longer_found
from proclogic.conflicts.model import Findings
from proclogic.conflicts.whole import conflicts
from proclogic.data import data_dir
from proclogic.norms import lints
from proclogic.norms.model import Acceptance, Provision, Ruleset
from proclogic.norms.names import cite

FOLDER = data_dir("rulesets")
IDS = sorted(listed.id for listed in library.listing())
EXAMINED = re.compile(r"[CG]|W5")  # how the codes begin of what conflicts and the lints find
SECTION = re.compile(r"^## What is found in it\n(.*?)^## ", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| ([CGW]\d{3}) \| ([^|]+) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)

Row = tuple[str, frozenset[str], str]


@cache
def ruleset(name: str) -> Ruleset:
    made, found, _ = library.load(name)
    assert made is not None, found
    return made


@cache
def found(name: str) -> Findings:
    return conflicts(ruleset(name), remedied=0)


def own(name: str) -> list[tuple[Provision, Acceptance]]:
    """What the ruleset itself accepts of what conflicts and the lints find."""
    return [(p, a) for p in ruleset(name).provisions if not p.instrument for a in p.accepted if EXAMINED.match(a.code)]


def without(made: Ruleset, code: str, number: str) -> Ruleset:
    """The ruleset in which this provision does not accept this code."""
    return made.replace(
        provisions=tuple(
            p.replace(accepted=tuple(a for a in p.accepted if a.code != code)) if p.number == number else p
            for p in made.provisions
        )
    )


@pytest.mark.parametrize("name", IDS)
def test_conflicts_finds_nothing_that_is_not_accepted(name: str) -> None:
    assert [(f.code, f.message) for f in found(name).findings] == []
    assert found(name).complete


@pytest.mark.parametrize("name", IDS)
def test_the_lints_find_nothing_that_is_not_accepted(name: str) -> None:
    assert [(d.code, d.place, d.message) for d in lints.find(ruleset(name))] == []


@pytest.mark.parametrize("name", IDS)
def test_what_is_accepted_is_still_found(name: str) -> None:
    assert [(d.place, d.message) for d in no_longer_found(ruleset(name))] == []
    for provision, accepted in own(name):
        if accepted.code.startswith("W5"):
            again = lints.find(without(ruleset(name), accepted.code, provision.number))
            assert (accepted.code, cite(provision.number)) in [(d.code, d.place) for d in again]


@pytest.mark.parametrize("name", IDS)
def test_every_acceptance_has_a_reason(name: str) -> None:
    assert [(p.number, a.code) for p, a in own(name) if not a.reason] == []


@pytest.mark.parametrize("name", IDS)
def test_the_readme_lists_what_is_accepted_with_all_provisions_to_blame(name: str) -> None:
    expected: set[Row] = {(f.code, frozenset(b.provision for b in f.blamed), f.accepted) for f in found(name).accepted}
    expected |= {(a.code, frozenset({p.number}), a.reason) for p, a in own(name) if a.code.startswith("W5")}
    section = SECTION.search((FOLDER / name / "README.md").read_text("utf-8"))
    assert section is not None
    rows: set[Row] = {(code, frozenset(where.split(", ")), why) for code, where, why in ROW.findall(section[1])}
    assert rows == expected
