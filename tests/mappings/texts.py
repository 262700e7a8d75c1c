"""Two small rulesets in different words, and the mapping between them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from proclogic.diagnostics.model import Diagnostic
from proclogic.library import load
from proclogic.norms.mapping import Mapping
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.sources import Source
from proclogic.syntax.mapping_files import read_mapping
from proclogic.syntax.parse import parse_facts, parse_question

HERE = Path(__file__).parent
WRITTEN = (HERE / "conference--committee.mapping").read_text("utf-8")
HEAD = "Mapping: conference to committee.\n"


@cache
def ruleset(name: str) -> Ruleset:
    """The conference or the committee."""
    found, _, _ = load(str(HERE / f"{name}.rules"), cache=False)
    assert found is not None
    return found


def read(text: str, turned: bool = False) -> tuple[Mapping | None, list[Diagnostic]]:
    """The mapping in a text, from the conference to the committee or the other way round."""
    ends = [(name, ruleset(name).vocabulary) for name in ("conference", "committee")]
    return read_mapping(Source("test.mapping", text), *(reversed(ends) if turned else ends))


def of(items: str) -> Mapping:
    """The mapping in some lines without header, which must be right."""
    made, faults = read(HEAD + items)
    assert made is not None and not faults, faults
    return made


def question(name: str, text: str, given: str = "") -> Question:
    """A question in the words of the conference or the committee."""
    words = ruleset(name).vocabulary
    found, faults = parse_question(text, words)
    facts, more = parse_facts(given, words) if given else ((), [])
    assert found is not None and not faults and not more, [*faults, *more]
    return found.replace(facts=(*found.facts, *facts))
