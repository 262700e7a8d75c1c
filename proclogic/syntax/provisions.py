"""From the words of a provision to its sentences, the lines beside it, and its readings."""

from __future__ import annotations

from proclogic.sources import NOWHERE, Span
from proclogic.syntax import outline as out
from proclogic.syntax.brackets import Brackets, Keep, has_brackets
from proclogic.syntax.build_rules import sentence
from proclogic.syntax.driver import Node
from proclogic.syntax.headers import CLOSED, check_closed, token_text, value_text
from proclogic.syntax.outline import Entry, Unit
from proclogic.syntax.reach import doubtful_reach
from proclogic.syntax.reader import Reader
from proclogic.syntax.report import place_of
from proclogic.syntax.tree import Beside, ProvisionText, ReadingLine, Sentence
from proclogic.syntax.words import Words, unclosed, words


def provision(entry: Entry, heading: str, reader: Reader) -> ProvisionText:
    """The provision of an item; what could not be read is left out and reported."""
    faults = reader.faults
    faults.place = place_of(entry.word)
    found = words(faults.source.text, entry.body, entry.end)
    broken = unclosed(found)
    maker = _Provision(reader, found)
    for unit in out.units(found):
        if broken >= 0 and unit.last > broken:  # what follows an open quotation is inside it
            reader.read(found.part(unit.first, unit.last), unit.sort)
            break
        maker.take(unit)
    maker.close()
    if not len(found):
        faults.add(
            "E105",
            f"nothing follows the number {entry.word}",
            Span(faults.source.name, entry.start, entry.body),
            "I expected a sentence",
            help=(f"write it on the same line, or on indented lines below: {entry.word}  An NGO may ...",),
        )
    return ProvisionText(
        entry.word,
        tuple(maker.sentences),
        tuple(maker.beside),
        maker.readings,
        heading,
        found.slice(0, len(found)),
        Span(faults.source.name, entry.start, entry.end),
        tuple(maker.brackets.found),
        " ".join(maker.written) if maker.brackets.found else "",
    )


class _Reading:
    """A reading while its lines are read."""

    def __init__(self, name: str, dispute: str, quote: str, span: Span) -> None:
        self.name, self.dispute, self.words, self.span = name, dispute, quote, span
        self.sentences: list[Sentence] = []
        self.authority, self.standing = "", "arguable"
        self.says_something = False


class _Provision:
    """A provision while its units are read."""

    def __init__(self, reader: Reader, found: Words) -> None:
        self.reader, self.found = reader, found
        self.sentences: list[Sentence] = []
        self.beside: list[Beside] = []
        self.made: list[_Reading] = []
        self.reading: _Reading | None = None
        self.dispute: tuple[str, str, Span] = ("", "", NOWHERE)
        self.unread_dispute: Span | None = None
        self.brackets = Brackets(reader.faults)
        self.written: list[str] = []

    def take(self, unit: Unit) -> None:
        """Reads a unit."""
        part = self.found.part(unit.first, unit.last)
        if unit.sort == out.SENTENCE:
            if self.reading is None:
                self.written.append(part.slice(0, len(part)))
            if has_brackets(part):
                self.take_brackets(part)
                return
        tree = self.reader.read(part, unit.sort)
        if unit.sort == out.READING and self.unread_dispute is not None:
            self.unread_dispute = None
        if tree is None:
            if self.reading is not None:
                self.reading.says_something = True
            return
        span = self.reader.names.span(tree.start, tree.end)
        match unit.sort:
            case out.SENTENCE:
                self.take_sentence(tree)
            case out.DISPUTE:
                self.close_dispute()
                name, quote = (str(t.value) for t in tree.tokens("STRING"))
                self.dispute, self.unread_dispute, self.reading = (name, quote, span), span, None
            case out.READING:
                name = token_text(tree.token("STRING"))
                self.reading = _Reading(name, self.dispute[0], self.dispute[1], span)
                self.reading.says_something = tree.token("NOTHING_MORE") is not None
                self.made.append(self.reading)
            case _:
                self.take_beside(tree, span)

    def take_brackets(self, part: Words) -> None:
        """Reads what each way of resolving the brackets leaves."""
        faults = self.reader.faults
        if self.reading is not None:
            faults.add(
                "E118",
                "brackets stand in a reading",
                faults.span(part, 0, len(part)),
                "a reading says what agreed words mean",
                help=("put the bracket into the sentence of the provision, or the reading into words of its own",),
            )
            return
        variants = self.brackets.variants(part)
        told: set[tuple[str, Span]] = set()
        for variant in variants or ():
            for unit in out.units(variant.words):
                before = len(faults.found)
                tree = self.reader.read(variant.words.part(unit.first, unit.last), out.SENTENCE)
                if tree is not None:
                    self.take_sentence(tree, variant.keeps, part.slice(0, len(part)))
                fresh = [d for d in faults.found[before:] if (d.code, d.span) not in told]
                told.update((d.code, d.span) for d in fresh)
                note, advice = self.brackets.told(variant.keeps), self.brackets.advice(variant.keeps)
                faults.found[before:] = [
                    d.replace(
                        notes=(*d.notes, note) if note else d.notes,
                        help=(*advice, *d.help) if d.code in ("E101", "E105") else d.help,
                    )
                    for d in fresh
                ]

    def take_sentence(self, tree: Node, keeps: tuple[Keep, ...] = (), written: str = "") -> None:
        faults = self.reader.faults
        before = len(faults.found)
        made = sentence(tree, self.reader.names)
        if keeps:
            made = made.replace(keeps=keeps, written=written)
        if self.reading is not None:
            self.reading.says_something = True
        if any(d.is_error for d in faults.found[before:]):
            return
        doubtful_reach(tree, made, self.reader.names)
        if self.reading is not None:
            self.reading.sentences.append(made)
            return
        self.sentences.append(made)
        if self.beside or self.made:
            faults.add(
                "E111",
                "a sentence stands after the lines beside the provision",
                made.span,
                "I cannot tell to what this belongs",
                help=("put the sentences of the provision first, then the lines beside it",),
            )

    def take_beside(self, tree: Node, span: Span) -> None:
        names = self.reader.names
        word = token_text(tree.token("BESIDE"))
        values = tuple(value_text(node, names) for node in tree.all("note"))
        if word in CLOSED:
            for node, value in zip(tree.all("note"), values, strict=True):
                check_closed(word, value, names.span(node.start, node.end), names.faults)
        if word in ("authority", "standing"):
            if self.reading is None:
                names.faults.add(
                    "E111",
                    f"{word.capitalize()} belongs to a reading, and none stands before it",
                    span,
                    "of which reading?",
                    help=('write it after the reading: Reading "name": nothing more.  Authority: "...".',),
                )
            elif word == "authority":
                self.reading.authority = ", ".join(values)
            else:
                self.reading.standing = values[0]
            return
        self.beside.append(Beside(word.capitalize(), values, token_text(tree.token("MARK")), span))

    def close_dispute(self) -> None:
        """Reports a dispute that had no readings."""
        if self.unread_dispute is not None:
            self.reader.faults.add(
                "E111",
                f"the dispute “{self.dispute[0]}” has no readings",
                self.unread_dispute,
                "I expected its readings after this line",
                help=('add two readings at least: Reading "name": nothing more.',),
            )
        self.unread_dispute = None

    def close(self) -> None:
        """Reports what the end of the provision leaves open."""
        self.close_dispute()
        for reading in self.made:
            if not reading.says_something:
                self.reader.faults.add(
                    "E111",
                    f"the reading “{reading.name}” does not say what holds",
                    reading.span,
                    "I expected its sentences",
                    help=(f'if it adds nothing, write: Reading "{reading.name}": nothing more.',),
                )

    @property
    def readings(self) -> tuple[ReadingLine, ...]:
        return tuple(
            ReadingLine(r.name, tuple(r.sentences), r.authority, r.standing, r.dispute, r.words, r.span)
            for r in self.made
        )
