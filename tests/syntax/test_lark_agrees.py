"""Lark's own parser of the grammar accepts the same tokens as the driver, and builds the same tree."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from lark import Token as LarkToken
from lark import Tree

from proclogic.norms.vocabulary import Vocabulary
from proclogic.syntax import outline
from proclogic.syntax.driver import Node, Token, parse
from proclogic.syntax.tables import Table, compiled, lark_parser, table, texts
from proclogic.syntax.tokens import lexicon
from proclogic.syntax.words import Words, items, words
from tests.syntax.test_question_rows import FACTS, QUESTIONS
from tests.syntax.test_rows import OF_A_CONFERENCE
from tests.syntax.test_senate_rows import OF_A_SENATE
from tests.syntax.texts import CONFERENCE, SENATE, vocabulary


@cache
def lark() -> Any:
    return lark_parser(texts())


@cache
def keeping_all() -> Table:
    """The table, but so that no token is dropped from its trees."""
    kept = [(a, b, n, tuple(p or 1 for p in parts), False) for a, b, n, parts, _ in table().rules]
    return table().replace(rules=tuple(kept))


def leaves(tree: Node | Token) -> list[Token]:
    return [tree] if isinstance(tree, Token) else [leaf for kid in tree.kids for leaf in leaves(kid)]


def plain(tree: Any) -> Any:
    """A tree of either parser as nested tuples."""
    match tree:
        case Node():
            return (tree.name, *(plain(kid) for kid in tree.kids))
        case Token():
            return tree.name
        case Tree():
            return (str(tree.data), *(plain(kid) for kid in tree.children))
        case _:
            return tree.type


def compare(found: Words, start: str, known: Vocabulary) -> None:
    lexis = lexicon(known, table())
    ours = parse(table(), lexis, found, start)
    whole = parse(keeping_all(), lexis, found, start)
    assert isinstance(ours, Node) and isinstance(whole, Node), found.text
    stream = [LarkToken(leaf.name, str(leaf.value)) for leaf in leaves(whole)]
    assert plain(lark().parse(stream, start=start)) == plain(ours)


SENTENCES = [(CONFERENCE, said) for said, _ in OF_A_CONFERENCE] + [(SENATE, said) for said, _ in OF_A_SENATE]


@pytest.mark.parametrize(("text", "said"), SENTENCES)
def test_lark_reads_a_sentence_in_the_same_way(text: str, said: str) -> None:
    compare(words(said), "norm", vocabulary(text))


@pytest.mark.parametrize("said", [said for said, _ in QUESTIONS if said.endswith("?")])
def test_lark_reads_a_question_in_the_same_way(said: str) -> None:
    compare(words(said), "question", vocabulary(CONFERENCE))


@pytest.mark.parametrize("said", [said.rstrip(".") for said, _ in FACTS])
def test_lark_reads_facts_in_the_same_way(said: str) -> None:
    compare(words(said), "facts", vocabulary(CONFERENCE))


@pytest.mark.parametrize("text", [CONFERENCE, SENATE], ids=["conference", "senate"])
def test_lark_reads_headers_and_declarations_in_the_same_way(text: str) -> None:
    entries = outline.outline(text)
    assert len(entries) == len(items(text)) > 30
    for entry in entries:
        compare(words(text, entry.start, entry.end), entry.sort, Vocabulary())


def test_the_grammar_has_no_conflict_that_lark_settles_by_itself(caplog: pytest.LogCaptureFixture) -> None:
    from lark import logger

    level, logger.propagate = logger.level, True
    logger.setLevel("DEBUG")
    try:
        states = compiled(texts())[0]
    finally:
        logger.setLevel(level)
    assert len(states) > 100
    assert not [record.getMessage() for record in caplog.records if "conflict" in record.getMessage().lower()]


def test_every_terminal_of_the_grammar_has_words_or_is_filled_by_the_tokenizer() -> None:
    grammar = texts()
    declared = {line.split()[1] for line in grammar.splitlines() if line.startswith("%declare")}
    worded = {terminal for terminal, _ in table().phrases}
    used = {name for state in table().states for name in state if name.isupper() and name != "$END"}
    assert used == declared | worded
    assert not declared & worded
