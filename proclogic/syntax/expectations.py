"""Files of questions: each question with the lines about it."""

from __future__ import annotations

from collections.abc import Callable

from proclogic.norms.model import LAYERS
from proclogic.norms.questions import Expectation, Fact, Question
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import Span
from proclogic.syntax import outline as out
from proclogic.syntax.asking import read_facts, read_question
from proclogic.syntax.driver import Node
from proclogic.syntax.headers import check_closed, token_text
from proclogic.syntax.merging import merged
from proclogic.syntax.outline import Entry
from proclogic.syntax.reader import Reader
from proclogic.syntax.report import Faults
from proclogic.syntax.words import Words, words

VERDICTS = {
    "of right": "of-right",
    "by default": "by-default",
    "by leave": "by-leave",
    "prohibited": "prohibited",
    "not conferred": "not-conferred",
}
VocabularyOf = Callable[[str], Vocabulary | None]


class Block:
    """A question of a file with its lines, as items."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.lines: list[Entry] = []


class Questions:
    """Reads blocks; vocabularies are asked for once."""

    def __init__(self, base: Vocabulary, under: tuple[str, ...], find: VocabularyOf, faults: Faults) -> None:
        self.base, self.under, self.find, self.faults = base, under, find, faults
        self.plain = Reader(Vocabulary(), faults)
        self.readers: dict[tuple[str, ...], Reader] = {}
        self.missing: set[str] = set()

    def reader(self, under: tuple[str, ...]) -> Reader:
        """A reader with the vocabulary of these rulesets."""
        if under not in self.readers:
            found = [v for v in map(self.find, under) if v is not None]
            self.readers[under] = Reader(merged(self.base, *found) if found else self.base, self.faults)
        return self.readers[under]

    def expectation(self, block: Block, count: int) -> Expectation | None:
        """The question of a block with what is expected of it."""
        text, entry, faults = self.faults.source.text, block.entry, self.faults
        found = words(text, entry.start, entry.end)
        name, body = f"question {count}", found
        if entry.sort == out.QUESTION:
            colon = found.norm.index(":") if ":" in found.norm else -1
            name = found.slice(1, colon) if colon > 0 else ""
            if not name:
                faults.place = ""
                faults.add(
                    "E109",
                    "I cannot find the name of this question",
                    Span(faults.source.name, entry.start, min(entry.end, entry.start + 8)),
                    "I expected a name and a colon",
                    help=("write it like this: Question Q1: May an NGO attend plenary meetings?",),
                )
                return None
            body = found.part(colon + 1, len(found))
        claim = ""
        if entry.sort == out.CLAIM:
            name = f"{entry.word} {count}"
            claim, body = claimed(entry.word, words(text, entry.body, entry.end))
        faults.place = f"question {name}" if entry.sort == out.QUESTION else name
        made = _Lines(self, block, text)
        reader = self.reader(made.under)
        asked = read_question(body, reader)
        if asked is None:
            return None
        if claim:
            whole = words(text, entry.body, entry.end)
            asked = asked.replace(text=whole.slice(0, len(whole)).rstrip("."))
        facts = made.facts(reader)
        if facts:
            asked = asked.replace(facts=(*asked.facts, *facts))
        span = Span(faults.source.name, entry.start, entry.end)
        return made.expectation(name, asked, reader, span).replace(claim=claim)


def claimed(word: str, found: Words) -> tuple[str, Words]:
    """What a claim says of a question: "always: an NGO may not vote" is that "may an NGO vote?" is never so. A claim
    may be written as a question, too."""
    claim = "always" if word == "always" else "never"
    may = found.norm.index("may") if "may" in found.norm else 0
    if not may:
        return claim, found
    rest = may + 1
    if found.norm[rest : rest + 1] == ["not"]:
        claim, rest = ("never" if claim == "always" else "always"), rest + 1
    order = [may, *range(may), *range(rest, len(found))]
    picked = [[part[i] for i in order] for part in (found.norm, found.start, found.end, found.sort)]
    return claim, Words(found.text, picked[0], picked[1], picked[2], picked[3], {})


class _Lines:
    """The lines about a question. Those that need no vocabulary are read at once."""

    def __init__(self, home: Questions, block: Block, text: str) -> None:
        self.home = home
        self.under = home.under
        self.waiting: list[Words] = []
        self.given: list[Words] = []
        self.because: list[str] = []
        self.layers: tuple[str, ...] = ()
        self.resolve: tuple[str, ...] = ()
        self.certainty = self.note = self.answer = ""
        for entry in block.lines:
            found = words(text, entry.start, entry.end)
            match entry.word:
                case "given":
                    self.given.append(found)
                case "expect":
                    self.waiting.append(found)
                case _:
                    self._plain(found)

    def _plain(self, found: Words) -> None:
        reader = self.home.plain
        tree = reader.read(found, "line")
        if tree is None:
            return
        head = tree.kids[0].name
        if head == "UNDER_LINE":
            self.under = self._rulesets(tree, reader)
        elif head == "LAYERS_LINE":
            self.layers = self._layers(tree, reader)
        elif head == "RESOLVE_LINE":
            self.resolve = tuple(str(t.value) for t in tree.tokens("STRING"))
        elif head == "BECAUSE_LINE":
            self.because += [str(t.value) for t in tree.tokens("REF")]
        elif head == "NOTE_LINE":
            self.note = token_text(tree.token("STRING"))
        elif head == "CERTAINTY_LINE":
            node = tree.node("name")
            assert node is not None
            self.certainty = reader.names.words.slice(node.start, node.end)
            check_closed("certainty", self.certainty, reader.names.span(node.start, node.end), reader.faults)

    def _layers(self, tree: Node, reader: Reader) -> tuple[str, ...]:
        named = []
        for node in tree.all("name"):
            named.append(reader.names.words.slice(node.start, node.end))
            check_closed("layer", named[-1], reader.names.span(node.start, node.end), reader.faults)
        return tuple(layer for layer in LAYERS if layer in named)

    def _rulesets(self, tree: Node, reader: Reader) -> tuple[str, ...]:
        names = [reader.names.words.slice(n.start, n.end) for n in tree.all("name")]
        for node, name in zip(tree.all("name"), names, strict=True):
            if name not in self.home.missing and self.home.find(name) is None:
                self.home.missing.add(name)
                reader.faults.add(
                    "E010",
                    f"I find no ruleset called “{name}”",
                    reader.names.span(node.start, node.end),
                    "no file says Ruleset: " + name,
                )
        return tuple(names)

    def facts(self, reader: Reader) -> list[Fact]:
        """The facts of the Given lines."""
        facts: list[Fact] = []
        for found in self.given:
            colon = found.norm.index(":") if ":" in found.norm else 0
            facts += read_facts(found.part(colon + 1, len(found)), reader)[0]
        return facts

    def expectation(self, name: str, asked: Question, reader: Reader, span: Span) -> Expectation:
        """The question with all that is expected."""
        verdict = outcome = ""
        marks: list[str] = []
        agents: list[str] = []
        readings: list[tuple[str, str, str]] = []
        for found in self.waiting:
            tree = reader.read(found, "line")
            if tree is None:
                continue
            head = tree.kids[0].name
            if head == "EXPECT_ANSWER":
                self.answer = token_text(tree.token("STRING"))
            elif head == "EXPECT_READING":
                node = tree.node("name")
                assert node is not None
                dispute = reader.names.words.slice(node.start, node.end)
                said = VERDICTS[token_text(tree.token("VERDICT"))]
                readings.append((dispute, token_text(tree.token("STRING")), said))
            for part in tree.all("expected"):
                first = part.kids[0]
                value = token_text(part.token(first.name))
                if first.name == "VERDICT":
                    verdict = VERDICTS[value]
                    agents += [str(t.value) for t in part.tokens("KIND")]
                elif first.name == "EXPECTED_MARK":
                    about = token_text(part.token("STRING"))
                    marks.append(f"{value} {about}".strip())
                else:
                    outcome = value.removeprefix("outcome ")
        return Expectation(
            name,
            asked,
            self.under,
            verdict,
            tuple(marks),
            outcome,
            tuple(readings),
            tuple(agents),
            self.answer,
            tuple(self.because),
            self.certainty,
            self.note,
            span,
            self.layers,
            self.resolve,
        )
