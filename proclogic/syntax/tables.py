"""The parse table of the language: compiled from `grammars/` by Lark once, then read from the cache.

The only module that imports lark, and only when the cache has no table for these grammars.
"""

from __future__ import annotations

import re
import zlib
from typing import Any

from proclogic import __version__, cache
from proclogic.data import data_dir
from proclogic.values import Value

FILES = ("common", "vocabulary", "rules", "questions")
STARTS = (
    "header",
    "declaration",
    "norm",
    "beside",
    "dispute",
    "reading",
    "question",
    "facts",
    "asked",
    "line",
    "decision",
    "np",
)
END = "$END"
_KEYWORD = re.compile(r'^([A-Z_]+):((?:\s*\|?\s*"[^"\n]+")+)', re.M)


class Table(Value):
    """An LALR(1) table in plain data.

    `states[s]` maps a terminal or rule name to a state to go to (0 and up) or to a rule to reduce by (-1 for rule 0,
    and down). `rules` are (origin, name of the node, length, what becomes of each part, whether a single child replaces
    the node); a part is dropped (0), kept (1) or its children are put in its place (2). `phrases` are the keywords:
    (terminal, words).
    """

    states: tuple[dict[str, int], ...]
    rules: tuple[tuple[str, str, int, tuple[int, ...], bool], ...]
    starts: dict[str, int]
    ends: dict[str, int]
    phrases: tuple[tuple[str, str], ...]


_loaded: list[Table] = []


def texts() -> str:
    """The grammar: the files of `grammars/`, one after the other."""
    folder = data_dir("grammars")
    return "\n".join((folder / f"{name}.lark").read_text(encoding="utf-8") for name in FILES)


def table() -> Table:
    """The table of the language."""
    if not _loaded:
        grammar = texts()
        data = grammar.encode()
        key = f"{__version__}-{zlib.crc32(data):08x}{zlib.adler32(data):08x}"
        kept = cache.load("grammar", key)
        if not (isinstance(kept, tuple) and len(kept) == len(Table._fields)):
            kept = tuple(map(_plain, compiled(grammar)))
            cache.store("grammar", key, kept)
        _loaded.append(Table(*kept))
    return _loaded[0]


def _plain(value: Any) -> Any:
    """The value without lark's own kinds of string, so that reading it back from the cache does not need lark."""
    if isinstance(value, str):
        return "".join(value)
    if isinstance(value, tuple | list):
        return type(value)(_plain(v) for v in value)
    if isinstance(value, dict):
        return {_plain(k): _plain(v) for k, v in value.items()}
    return value


def keywords(grammar: str) -> tuple[tuple[str, str], ...]:
    """The terminals that have a text: (terminal, text) for each of its texts."""
    return tuple(
        (terminal, phrase) for terminal, body in _KEYWORD.findall(grammar) for phrase in re.findall(r'"([^"]+)"', body)
    )


def lark_parser(grammar: str) -> Any:
    """Lark's own parser of the grammar, which takes lists of tokens instead of text."""
    from lark import Lark
    from lark.lexer import Lexer

    class Given(Lexer):
        def __init__(self, lexer_conf: Any) -> None: ...

        def lex(self, lexer_state: Any, parser_state: Any = None) -> Any:
            return iter(lexer_state)

    return Lark(
        grammar, parser="lalr", lexer=Given, start=list(STARTS), maybe_placeholders=False, keep_all_tokens=False
    )


def compiled(grammar: str) -> tuple[Any, ...]:
    """The fields of the Table of a grammar. Raises lark's GrammarError when it is no LALR(1) grammar."""
    from lark.parsers.lalr_analysis import Shift

    source = lark_parser(grammar).parser.parser._parse_table
    numbers: dict[Any, int] = {}
    rules: list[tuple[str, str, int, tuple[int, ...], bool]] = []

    def number(rule: Any) -> int:
        if rule not in numbers:
            numbers[rule] = len(rules)
            parts = tuple(
                (0 if part.filter_out else 1) if part.is_term else (2 if part.name.startswith("_") else 1)
                for part in rule.expansion
            )
            alone = bool(rule.options.expand1) and not rule.alias
            rules.append((rule.origin.name, rule.alias or rule.origin.name, len(parts), parts, alone))
        return numbers[rule]

    order = _in_order(source)
    places = {state: place for place, state in enumerate(order)}
    states = tuple(
        {
            name: places[arg] if action is Shift else -1 - number(arg)
            for name, (action, arg) in sorted(source.states[state].items())
        }
        for state in order
    )
    starts = {name: places[state] for name, state in source.start_states.items()}
    ends = {name: places[state] for name, state in source.end_states.items()}
    return states, tuple(rules), starts, ends, keywords(grammar)


def _in_order(source: Any) -> list[Any]:
    """The states in the order in which they are reached; Lark numbers them differently each time."""
    order = [state for _, state in sorted(source.start_states.items())]
    seen = set(order)
    for state in order:
        for _, (_, arg) in sorted(source.states[state].items()):
            if arg in source.states and arg not in seen:
                seen.add(arg)
                order.append(arg)
    return order
