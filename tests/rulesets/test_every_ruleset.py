"""Every shipped ruleset checks clean, says where it comes from, quotes little, and answers its questions."""

from __future__ import annotations

import re
from functools import cache

import pytest

from proclogic import library, testing
from proclogic.data import data_dir
from proclogic.norms.model import Ruleset

FOLDER = data_dir("rulesets")
IDS = sorted(listed.id for listed in library.listing())
WORDS = 8  # that may be quoted of a text


@cache
def ruleset(name: str) -> Ruleset:
    made, found, _ = library.load(name)
    assert made is not None, found
    return made


@cache
def report(name: str) -> testing.Results:
    asked, faults, _ = testing.questions([ruleset(name)])
    assert [d.message for d in faults if f"/{name}/" in d.span.source] == []
    return testing.run([(s, e) for s, e in asked if name in e.under], [ruleset(name)])


@pytest.mark.parametrize("name", IDS)
def test_nothing_is_found_in_it(name: str) -> None:
    _, faults, _ = library.load(name)
    assert [(d.code, d.place, d.message) for d in faults] == []


@pytest.mark.parametrize("name", IDS)
def test_its_readme_names_its_sources_and_how_sure_it_is(name: str) -> None:
    text = (FOLDER / name / "README.md").read_text("utf-8")
    assert "## Sources" in text
    assert "## How sure" in text


@pytest.mark.parametrize("name", IDS)
def test_every_provision_has_a_source_and_quotes_are_short(name: str) -> None:
    for provision in ruleset(name).provisions:
        assert provision.source.title, provision.number
        for part in provision.quote.split(" ... "):
            assert len(re.findall(r"\w[\w'’-]*", part)) <= WORDS, (provision.number, part)


@pytest.mark.parametrize("name", IDS)
def test_every_question_is_answered_as_expected(name: str) -> None:
    assert report(name).results
    assert [(r.name, r.wrong) for r in report(name).failed] == []


@pytest.mark.parametrize("name", IDS)
def test_a_question_touches_each_provision_of_its_own(name: str) -> None:
    own = {p.number for p in ruleset(name).provisions if not p.instrument}
    (coverage,) = report(name).coverage
    assert [n for n in coverage.untouched if n in own] == []
