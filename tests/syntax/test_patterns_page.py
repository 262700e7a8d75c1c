"""The examples of docs/patterns.md are read, printed and read again, and asked what the page says they answer."""

from __future__ import annotations

import re
import shlex
from functools import cache
from pathlib import Path

import pytest

from proclogic.answers.ask import answer
from proclogic.answers.model import Answer
from proclogic.answers.options import Options
from proclogic.cli.options import layers, readings, resolved
from proclogic.compiled import ruleset as compiled
from proclogic.engine.circles import find as circles
from proclogic.norms.checks.usage import never_used
from proclogic.norms.model import Ruleset
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import Source
from proclogic.syntax import printer
from proclogic.syntax.composing import compose
from proclogic.syntax.merging import merged
from proclogic.syntax.parse import parse_file
from proclogic.testing import wrong
from proclogic.values import Value

PAGE = (Path(__file__).parents[2] / "docs" / "patterns.md").read_text(encoding="utf-8")
NUMBERS = [f"P{n}" for n in range(1, 78)] + [f"L{n}" for n in range(1, 26)]
HEAD = re.compile(r"^\*\*([PL]\d+)\. [^*\n]+\*\*[^*\n]* \(\*\*(expressible|partly|not yet)\*\*\)\.", re.M)
ARROW = "→"
# An example of its own pattern has a status that the rule of another pattern would give.
LEFT_TO_OTHERS = "W402"


class Asked(Value):
    """A question of an example: of which ruleset, with which options, and the parts of what follows the arrow."""

    of: str
    question: str
    options: str
    expected: tuple[str, ...]

    def parts(self, word: str) -> list[str]:
        """What is expected after a word (limit, names, words), without quotation marks."""
        return [p.removeprefix(word).strip(' "') for p in self.expected if p.startswith(f"{word} ")]


class Pattern(Value):
    """A pattern of the page: its number, its word, the texts of its rulesets by id, and its questions."""

    number: str
    word: str
    rulesets: tuple[tuple[str, str], ...]
    asked: tuple[Asked, ...]


def blocks(text: str) -> list[str]:
    """Runs of lines that are indented by four spaces, without these."""
    runs = re.findall(r"(?:^(?:    .*|)\n)+", text + "\n", re.M)
    return ["\n".join(line[4:] for line in run.strip("\n").split("\n")) for run in runs if run.strip()]


def pattern(number: str, word: str, text: str) -> Pattern:
    """A pattern as the page writes it: an item begins at the left edge of a block and goes on over indented lines."""
    rulesets: dict[str, str] = {}
    asked: list[Asked] = []
    name = number.lower()
    for item in (item.strip("\n") for block in blocks(text) for item in re.split(r"^(?=\S)", block, flags=re.M)):
        if ARROW in item:
            said, _, expected = (part.strip() for part in " ".join(item.split()).partition(ARROW))
            question, mark, options = said.partition("?")
            asked.append(Asked(name, question + mark, options.strip(), tuple(expected.split("; "))))
        elif item:
            begun = re.match(r"Ruleset: (\S+)\.", item)
            name = begun[1] if begun else name
            head = f"Ruleset: {name}.\nUses: patterns.\n"
            rulesets[name] = rulesets.get(name, head) + ("" if begun else f"{item}\n")
    return Pattern(number, word, tuple(rulesets.items()), tuple(asked))


@cache
def patterns() -> dict[str, Pattern]:
    """The patterns of the page by number, in its order."""
    heads = list(HEAD.finditer(PAGE))
    ends = [*(m.start() for m in (*heads, *re.finditer(r"^## ", PAGE, re.M))), len(PAGE)]
    return {m[1]: pattern(m[1], m[2], PAGE[m.end() : min(end for end in ends if end > m.start())]) for m in heads}


@cache
def words() -> Source:
    """The vocabulary of the page."""
    (text,) = blocks(PAGE.split("## The words\n")[1].split("\n## ")[0])
    return Source("words", text)


@cache
def declared() -> Vocabulary:
    """What the page declares for all examples."""
    document, found = parse_file(words(), lambda _: None)
    assert not found, [(d.code, d.message) for d in found]
    return document.vocabulary


def texts(number: str) -> dict[str, Source]:
    """The rulesets of a pattern as files."""
    return {name: Source(f"{name}.rules", text) for name, text in patterns()[number].rulesets}


@cache
def read(number: str) -> dict[str, Ruleset]:
    """The rulesets of a pattern, read without a mistake."""
    made: dict[str, Ruleset] = {}
    sources = texts(number)
    for name, source in sources.items():
        others = {other: [text] for other, text in sources.items() if other != name}
        ruleset, found, _ = compiled([source], {"patterns": [words()]}, name, others)
        faults = [(d.code, d.message, d.at, d.help) for d in found if d.code != LEFT_TO_OTHERS]
        assert ruleset is not None and not faults, (name, faults)
        made[name] = ruleset
    return made


def test_each_pattern_stands_on_the_page_once_in_order_with_its_word() -> None:
    assert re.findall(r"^\*\*([PL]\d+)\b", PAGE, re.M) == NUMBERS
    assert list(patterns()) == NUMBERS


def test_the_page_counts_its_patterns_right() -> None:
    said = [p.word for p in patterns().values()]
    expressible, partly, not_yet = (said.count(word) for word in ("expressible", "partly", "not yet"))
    assert f"Of the {len(said)}, {expressible} are expressible, {partly} partly, {not_yet} not yet." in PAGE


@pytest.mark.parametrize("number", NUMBERS)
def test_the_example_of_a_pattern_is_read_without_a_mistake(number: str) -> None:
    made = read(number)
    assert made
    assert not [d.message for ruleset in made.values() for d in circles(ruleset)]


@pytest.mark.parametrize("number", NUMBERS)
def test_the_example_of_a_pattern_is_printed_and_read_again_as_the_same(number: str) -> None:
    sources = texts(number)
    for name, source in sources.items():
        whole = compose([source], {n: [s] for n, s in sources.items() if n != name}, []).text.whole
        document, _ = parse_file(Source("it", whole), lambda _: declared())
        printed = printer.document(document, merged(document.vocabulary, declared()))
        assert parse_file(Source("it", printed), lambda _: declared()) == (document, [])


def test_each_word_of_the_page_is_used_by_an_example() -> None:
    unused = [{d.message for d in never_used(r, declared())} for n in NUMBERS for r in read(n).values()]
    assert set.intersection(*unused) == set()


QUESTIONS = [pytest.param(p.number, a, id=f"{p.number}-{a.question}") for p in patterns().values() for a in p.asked]


@pytest.mark.parametrize(("number", "asked"), QUESTIONS)
def test_a_question_of_the_page_has_the_answer_after_its_arrow(number: str, asked: Asked) -> None:
    ruleset, options = chosen(read(number)[asked.of], asked.options)
    document, found = parse_file(Source("asked", as_file(asked)), lambda _: ruleset.vocabulary)
    assert not found, [(d.code, d.message, d.at) for d in found]
    (expectation,) = document.expectations
    given = answer(ruleset, expectation.question, options)
    assert wrong(expectation, given) == []
    assert set(asked.parts("limit")) <= {words for words, _ in given.limits}
    assert set(asked.parts("words")) <= {given.strength[0]}
    assert not asked.parts("names") or asked.parts("names") == [", ".join(listed(given))]


def chosen(ruleset: Ruleset, said: str) -> tuple[Ruleset, Options]:
    """The ruleset and the options of a question, after what stands behind it as on a command line."""
    options = Options()
    arguments = iter(shlex.split(said))
    for option in arguments:
        match option:
            case "--strict":
                options = options.replace(strict=True)
            case "--layers":
                options = options.replace(layers=layers(next(arguments)))
            case "--reading":
                options = options.replace(readings=readings([next(arguments)], (ruleset,))[0])
            case "--resolve":
                (ruleset,) = resolved([next(arguments)], (ruleset,))
            case _:
                raise AssertionError(f"no such option on the page: {option}")
    return ruleset, options


def listed(given: Answer) -> list[str]:
    """Whom or what the answer to a question with who, what or where names."""
    column = {"who": "actor", "what": "act", "where": "body"}[given.form]
    return [getattr(row, column) for row in given.rows]


def as_file(asked: Asked) -> str:
    """A question and what follows its arrow as a file of questions."""
    lines, expected = [f"Question it: {asked.question}", f"Under: {asked.of}."], []
    for part in asked.expected:
        match part.split()[0]:
            case "because":
                lines.append(f"Because: {part.removeprefix('because ')}.")
            case "reading":
                lines.append(f"Expect {part}.")
            case word if word.startswith('"'):
                lines.append(f"Expect answer: {part}.")
            case "limit" | "words" | "names":
                pass
            case _:
                expected.append(part)
    return "\n".join([*lines, *([f"Expect: {'; '.join(expected)}."] if expected else []), ""])
