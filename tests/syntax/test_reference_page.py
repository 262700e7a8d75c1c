"""The examples of docs/language.md can be read as they stand."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Vocabulary
from proclogic.positions.lines import HEADS
from proclogic.positions.lines import lines as position_lines
from proclogic.positions.reading import read_position
from proclogic.sources import Source
from proclogic.syntax.composing import compose
from proclogic.syntax.merging import merged
from proclogic.syntax.parse import parse_facts, parse_file, parse_question
from tests.syntax.texts import vocabulary

PAGE = (Path(__file__).parents[2] / "docs" / "language.md").read_text(encoding="utf-8")
# what the examples of section 2 refer to without declaring it
OTHERS = """\
Vocabulary: others.
Actor: organization.
Actor: academic institution.
Actor: natural person.
Actor: United Nations body.
Actor: the secretariat, one only.
Actor: member of a delegation.
Body: subsidiary body.
Officer: the chair of the working group.
Meeting: plenary meeting.
Object: document.
Object: topic.
Act: receive, a document.
Act: vote.
Act: break consensus.
Quality: is on the Roster, of an organization.
Judgement: relating to its activities, of a topic.
Event: circulate its name, by the secretariat.
"""


def blocks(section: str) -> list[str]:
    """The examples of a section: runs of lines that are indented by four spaces."""
    body = PAGE[PAGE.index(f"## {section}") :]
    body = body[: body.find("\n## ", 3) if "\n## " in body[3:] else len(body)]
    runs = re.findall(r"(?:^(?:    .*|)\n)+", body + "\n", re.M)
    return ["\n".join(line[4:] for line in run.strip("\n").split("\n")) for run in runs if run.strip()]


@cache
def declared() -> Vocabulary:
    """What section 2 declares, with what it refers to."""
    text = "Uses: others.\n" + "\n".join(blocks("2. Declarations"))
    document, found = parse_file(Source("page", text), lambda _: vocabulary(OTHERS))
    assert not found, [(d.code, d.message) for d in found]
    return merged(document.vocabulary, vocabulary(OTHERS))


def test_the_headers_can_be_read() -> None:
    (block,) = blocks("1. The file")
    document, found = parse_file(Source("page", block), lambda _: Vocabulary())
    assert not found
    assert len(document.headers) == 11


def test_the_declarations_can_be_read() -> None:
    assert len(declared().events) == 6


def test_the_provisions_can_be_read() -> None:
    lists, lines = blocks("3. Provisions")
    text = f"Uses: it.\n{lists}\n1  An NGO may vote.\n" + "\n".join("   " + line for line in lines.split("\n"))
    document, found = parse_file(Source("page", text), lambda _: declared())
    assert not found, [(d.code, d.message, d.at) for d in found]
    assert [len(p.sentences[0].items) for p in document.provisions] == [3, 0]
    assert [r.name for r in document.provisions[1].readings] == ["no status", "default goes on"]


def test_the_text_that_is_not_agreed_can_be_read() -> None:
    bracketed, options = blocks("4. Text")
    document, found = parse_file(Source("page", f"Uses: it.\n{bracketed}\n{options}\n"), lambda _: declared())
    assert not found, [(d.code, d.message, d.at) for d in found]
    assert [len(b.choices) for p in document.provisions for b in p.brackets] == [2, 2]
    assert [c.text for o in document.options for c in o.choices] == ["Option 1", "Option 2"]
    assert [p.option for p in document.provisions] == ["", "Option 1", "Option 2"]


def test_the_amendments_can_be_made() -> None:
    overlay, others = blocks("5. Rulesets")
    base = """Ruleset: uncc-draft.
2(2)   Rule 4 applies to a working group.
4      An NGO may vote.
15     A State may vote.
16     A State Party may vote.
17(1)  An NGO may attend plenary meetings of the Conference.
17(2)  An NGO may vote.
17(3)  An NGO with observer status:
       (a) may attend plenary meetings of the Conference; and
       (b) may vote.
"""
    found: list[Diagnostic] = []
    composed = compose([Source("page", overlay)], {"uncc-draft": [Source("base", base)]}, found)
    assert not found, [(d.code, d.message) for d in found]
    assert [a.kind for a in composed.amendments] == [
        *["replace", "replace", "insert", "insert"],
        *["delete"] * 3,
        *["change"] * 2,
    ]
    for line in others.split("\n"):
        bases = {name: [Source("base", base)] for name in ("untoc-cop", "ecosoc-1996-31")}
        compose([Source("page", line)], bases, found)
    assert not found, [(d.code, d.message) for d in found]


def test_the_questions_can_be_asked() -> None:
    asked = [said for line in blocks("6. Questions")[0].split("\n") for said in re.split(r"(?<=\?)\s+", line) if said]
    assert len(asked) > 10
    for said in asked:
        question, found = parse_question(said, declared())
        assert question is not None, (said, [(d.code, d.message, d.at) for d in found])


def test_the_file_of_questions_can_be_read() -> None:
    document, found = parse_file(Source("page", blocks("6. Questions")[1]), lambda _: declared())
    assert not found
    (expected,) = document.expectations
    assert (expected.name, expected.verdict, expected.marks) == ("Q18", "by-leave", ("pending",))


CONDITIONS = PAGE[PAGE.index("### Conditions") : PAGE.index("*it* is whoever")]


@pytest.mark.parametrize("said", [c for c in re.findall(r"`([^`]+)`", CONDITIONS) if "..." not in c])
def test_a_condition_can_be_given(said: str) -> None:
    facts, found = parse_facts(said, declared())
    assert facts and not found, [(d.code, d.message, d.at) for d in found]


def test_the_position_can_be_read_and_shows_every_line() -> None:
    (block,) = blocks("8. Positions")
    position, found = read_position(Source("page", block), "page")
    assert not found, [(d.code, d.message) for d in found]
    assert [len(ask.targets) for ask in position.asks] == [2, 0, 0]
    lines = {line.head for line in position_lines(block)}
    assert lines == set(HEADS)
