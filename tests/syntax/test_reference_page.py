"""The examples of docs/language.md can be read as they stand, and there is one for each construct of the grammar."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from proclogic.compiled import ruleset as compiled
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import (
    Accord,
    Classify,
    DecideBy,
    Deem,
    Deny,
    Disapply,
    Effect,
    Forbid,
    GivesNothing,
    Norm,
    Oblige,
    Permit,
    Prevail,
    Quorum,
    Refer,
    Ruleset,
)
from proclogic.norms.vocabulary import Vocabulary
from proclogic.positions.lines import HEADS
from proclogic.positions.lines import lines as position_lines
from proclogic.positions.reading import read_position
from proclogic.sources import Source
from proclogic.syntax import printer, reader
from proclogic.syntax.composing import compose
from proclogic.syntax.driver import Node, Stopped, Token, parse
from proclogic.syntax.merging import merged
from proclogic.syntax.parse import parse_facts, parse_file, parse_question
from proclogic.syntax.tables import END, Table, table
from proclogic.syntax.tokens import Lexicon, lexicon
from proclogic.syntax.words import Words, words
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


DECLARED = "Uses: others.\n" + "\n".join(blocks("2. Declarations")) + "\n"
LISTS, ONE_OF_EACH, LINES = blocks("3. Provisions")


@cache
def declared() -> Vocabulary:
    """What section 2 declares, with what it refers to."""
    document, found = parse_file(Source("page", DECLARED), lambda _: vocabulary(OTHERS))
    assert not found, [(d.code, d.message) for d in found]
    return merged(document.vocabulary, vocabulary(OTHERS))


def test_the_headers_can_be_read() -> None:
    (block,) = blocks("1. The file")
    document, found = parse_file(Source("page", block), lambda _: Vocabulary())
    assert not found
    assert len(document.headers) == 11


def test_the_declarations_can_be_read() -> None:
    assert len(declared().events) == 10


def test_the_provisions_can_be_read() -> None:
    text = f"Uses: it.\n{LISTS}\n1  An NGO may vote.\n" + "\n".join("   " + line for line in LINES.split("\n"))
    document, found = parse_file(Source("page", text), lambda _: declared())
    assert not found, [(d.code, d.message, d.at) for d in found]
    assert [len(p.sentences[0].items) for p in document.provisions] == [3, 0]
    assert [r.name for r in document.provisions[1].readings] == ["no status", "default goes on"]


# ------------------------------------------------------------------------------------------- the table of sentences

# What the norms of a row of the table do.
DOES: dict[str, tuple[type[Effect], ...]] = {
    "grant": (Permit,),
    "prohibition": (Forbid,),
    "monopoly": (Permit, Forbid),
    "power": (Permit,),
    "duty": (Oblige,),
    "status": (Accord,),
    "loss": (Deny,),
    "deeming": (Deem,),
    "referral": (Refer,),
    "decision rule": (DecideBy,),
    "classification": (Classify,),
    "quorum": (Quorum,),
    "disapplication": (Disapply,),
    "renvoi": (Permit, Forbid),
    "priority": (Prevail,),
    "silence": (GivesNothing,),
}
ROWS = re.findall(r"^\| (\w[\w ]*) \|", PAGE[PAGE.index("| norm | sentence |") : PAGE.index("`ACTS` is one act")], re.M)


@cache
def one_of_each() -> Ruleset:
    """The block of section 3 as a ruleset."""
    text = Source("page", f"Ruleset: page.\n{DECLARED}{ONE_OF_EACH}\n")
    made, found, _ = compiled([text], {"others": [Source("others", OTHERS)]}, "page")
    assert made is not None, [(d.code, d.message, d.at) for d in found if d.is_error]
    assert not [d.message for d in found if d.code != "W403"]
    return made


def of_row(row: str) -> list[Norm]:
    """The norms of the provision that stands below the name of a row."""
    number = re.search(rf"^# {row}\n(\d+)", ONE_OF_EACH, re.M)
    assert number is not None, f"no example of {row}"
    return [n for n in one_of_each().norms if number[1] == (n.via[-1] if n.via else n.provision)]


@pytest.mark.parametrize("row", ROWS[1:])
def test_a_row_of_the_table_of_sentences_has_an_example_that_does_what_it_says(row: str) -> None:
    assert {type(n.effect) for n in of_row(row)} == set(DOES[row])
    assert any(n.via for n in of_row(row)) is (row == "renvoi")


def test_the_sentences_of_each_kind_are_printed_and_read_again_as_the_same() -> None:
    document, found = parse_file(Source("it", f"Uses: it.\n{ONE_OF_EACH}\n"), lambda _: declared())
    assert not found
    printed = printer.document(document, declared())
    assert parse_file(Source("it", printed), lambda _: declared()) == (document, [])


# ---------------------------------------------------------------------------------------------- the other sections


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


def asked() -> list[str]:
    """The questions of section 6."""
    return [said for line in blocks("6. Questions")[0].split("\n") for said in re.split(r"(?<=\?)\s+", line) if said]


def test_the_questions_can_be_asked() -> None:
    assert len(asked()) > 10
    for said in asked():
        question, found = parse_question(said, declared())
        assert question is not None, (said, [(d.code, d.message, d.at) for d in found])


def test_the_file_of_questions_can_be_read() -> None:
    document, found = parse_file(Source("page", blocks("6. Questions")[1]), lambda _: declared())
    assert not found
    expected, *others = document.expectations
    assert [e.name for e in others] == ["Q19", "Q20"]
    assert (expected.name, expected.verdict, expected.marks) == ("Q18", "by-leave", ("pending",))


def quoted(first: str, last: str) -> list[str]:
    """What stands in backquotes on a part of the page; dots stand for what is left out."""
    body = PAGE[PAGE.index(first) :]
    return [said for said in re.findall(r"`([^`]+)`", body[: body.index(last)]) if "..." not in said]


CONDITIONS = quoted("### Conditions", "*it* is whoever")
FACTS = quoted("After *if*, and in `--given`", "One act, and one body")[1:]
DEADLINES = quoted("A deadline:", "A decision:")
DECISIONS = [
    re.sub("BASE", "the States Parties present and voting", said)
    for said in quoted("A decision:", ", failing which by")
]


@pytest.mark.parametrize("said", CONDITIONS)
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


@pytest.mark.parametrize("said", FACTS)
def test_a_fact_can_be_given_in_a_question(said: str) -> None:
    question, found = parse_question(f"Is a matter of procedure carried, if {said}?", declared())
    assert question is not None, [(d.code, d.message, d.at) for d in found]
    assert question.facts or question.numbers


@pytest.mark.parametrize("said", DEADLINES)
def test_a_deadline_can_be_set(said: str) -> None:
    facts, found = parse_facts(f"the secretariat circulates its name {said}", declared())
    assert facts and not found, [(d.code, d.message, d.at) for d in found]


@pytest.mark.parametrize("said", DECISIONS)
def test_a_decision_can_be_required(said: str) -> None:
    text = f"Uses: it.\n1  A matter of procedure is decided by {said}.\n"
    assert parse_file(Source("page", text), lambda _: declared())[1] == []


# ------------------------------------------------------------------------------------------------- the whole grammar


@cache
def keeping_all() -> Table:
    """The table, but so that every rule and every token stands in its trees."""
    return table().replace(rules=tuple((origin, name, n, (1,) * n, False) for origin, name, n, _, _ in table().rules))


def names(tree: Node | Stopped | Token) -> set[str]:
    """The rules and terminals in a tree."""
    if isinstance(tree, Stopped):
        return set()
    return {tree.name}.union(*(names(kid) for kid in tree.kids)) if isinstance(tree, Node) else {tree.name}


@cache
def used() -> frozenset[str]:
    """The rules of the grammar, their variants and its terminals that the examples of the page make use of."""
    found: set[str] = set()

    def recording(given: Table, phrases: Lexicon, said: Words, start: str) -> Node | Stopped:
        found.update(names(parse(keeping_all(), phrases, said, start)))
        return parse(given, phrases, said, start)

    beside = "Uses: it.\n1\n" + "\n".join("   " + line for line in LINES.split("\n"))
    file_of_questions = blocks("6. Questions")[1]
    with patch.object(reader, "parse", recording):
        for text in (
            blocks("1. The file")[0],
            DECLARED,
            f"Uses: it.\n{LISTS}\n{ONE_OF_EACH}\n",
            beside,
            file_of_questions,
        ):
            parse_file(Source("page", text), lambda name: vocabulary(OTHERS) if name == "others" else declared())
        for said in asked():
            parse_question(said, declared())
        for said in (*CONDITIONS, *FACTS):
            parse_facts(said, declared())
    lines = file_of_questions.split("\n")  # of these, the reader of files takes apart some by itself
    known = lexicon(declared(), table())
    found.update(*(names(parse(keeping_all(), known, words(line), "line")) for line in lines))
    found |= names(parse(keeping_all(), known, words(lines[1].split(":")[0] + ":"), "asked"))
    return frozenset(found)


def constructs() -> set[str]:
    """The names of the grammar: its rules and their variants, and its terminals."""
    rules = {name for _, name, *_ in table().rules if not name.startswith(("__", "$"))}
    return rules | {name for state in table().states for name in state if name.isupper() and name != END}


@pytest.mark.parametrize("name", sorted(constructs()))
def test_a_construct_of_the_grammar_stands_in_an_example_of_the_page(name: str) -> None:
    assert name in used()


def test_all_words_of_the_grammar_stand_on_the_page() -> None:
    page = f" {bare(re.sub('[`|*#]', ' ', PAGE))} "
    assert [phrase for _, phrase in table().phrases if f" {bare(phrase)} " not in page] == []


def bare(text: str) -> str:
    """A text as the reader sees it: its words in lower case without articles, and its marks."""
    return " ".join(w for w in words(text).norm if w not in ("a", "an", "the"))
