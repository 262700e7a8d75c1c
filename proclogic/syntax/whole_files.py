"""Whole files: headers and declarations first, then, in their words, provisions and questions."""

from __future__ import annotations

import re
from collections.abc import Callable

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean
from proclogic.norms.questions import Expectation
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import Source, Span
from proclogic.syntax import outline as out
from proclogic.syntax.build_vocabulary import vocabulary_of
from proclogic.syntax.declarations import Declaration, declaration_of
from proclogic.syntax.expectations import Block, Questions
from proclogic.syntax.headers import header_of
from proclogic.syntax.merging import merged
from proclogic.syntax.options import Options
from proclogic.syntax.outline import Entry
from proclogic.syntax.provisions import provision
from proclogic.syntax.reader import Reader
from proclogic.syntax.report import Faults
from proclogic.syntax.tree import BracketText, Document, Header, ProvisionText
from proclogic.syntax.words import words

VocabularyOf = Callable[[str], Vocabulary | None]


_BEGIN_RULES = "begin with its name and the version of the language: Ruleset: my-rules.  Language: 1."
_BEGIN_QUESTIONS = "begin with a ruleset and a question: Under: my-rules.  Question Q1: May a member vote?"


def read_file(source: Source, find: VocabularyOf) -> tuple[Document, list[Diagnostic]]:
    """The document in a .rules or .question file, as far as it could be read.

    `find` gives the vocabulary of a ruleset or vocabulary by its id, None when there is none. The
    `vocabulary` of the document is what the file declares itself.
    """
    faults = Faults(source)
    entries = out.outline(source.text)
    if not entries:
        faults.add(
            "E104",
            "there is nothing to read in this file",
            Span(source.name, 0, 0),
            help=(_BEGIN_QUESTIONS if source.name.endswith(".question") else _BEGIN_RULES,),
        )
        return Document(), faults.found
    headers, declared = _preamble(entries, faults)
    used = _used(headers, find, faults)
    own = vocabulary_of(declared, merged(Vocabulary(), *used), faults)
    vocabulary = merged(own, *used) if used else own
    provisions, options = _provisions(entries, vocabulary, faults)
    expectations = _expectations(entries, headers, vocabulary, find, faults)
    faults.found.sort(key=lambda d: d.span.start)
    return Document(tuple(headers), own, tuple(provisions), tuple(expectations), options), faults.found


# ------------------------------------------------------------------------------------------------------ parts of a file


def _preamble(entries: list[Entry], faults: Faults) -> tuple[list[Header], list[Declaration]]:
    """The headers and declarations; items that are nothing at all are reported."""
    plain = Reader(Vocabulary(), faults)
    headers: list[Header] = []
    declared: list[Declaration] = []
    text = faults.source.text
    begun = ""
    for entry in entries:
        faults.place = ""
        if faults.full:
            break
        match entry.sort:
            case out.HEADER:
                tree = plain.read(words(text, entry.start, entry.end), "header")
                if tree is not None:
                    headers.append(header_of(tree, plain.names))
                    if begun:
                        _late_header(headers.pop(), begun, faults)
            case out.DECLARATION:
                tree = plain.read(words(text, entry.start, entry.end), "declaration")
                if tree is not None:
                    declared.append(declaration_of(tree, plain.names.words, faults))
            case out.PROVISION:
                begun = entry.word
            case out.UNKNOWN if _AMENDS.match(entry.word) and _amending(headers):
                _no_amendment(entry, faults)
            case out.UNKNOWN:
                _unknown(entry, faults)
            case out.STRAY if _AMENDS.match(text, entry.start, entry.end) and _amending(headers):
                _no_amendment(entry, faults)
            case out.STRAY:
                _stray(entry, begun, faults)
    return headers, declared


def _late_header(header: Header, begun: str, faults: Faults) -> None:
    beside = header.word.lower() in out.BESIDE
    faults.add(
        "E111",
        f"{header.word}: stands in the first column after the provisions have begun",
        header.span,
        "the lines about the whole file stand at its top",
        help=(
            (f"if it is about provision {begun}, begin the line with spaces",)
            if beside
            else ("move it to the top of the file",)
        ),
    )


_AMENDS = re.compile(r"(?:amend|replace|insert|add|delete|remove|strike)\b|in\s+(?:rule\s+)?\d", re.I)


def _amending(headers: list[Header]) -> bool:
    """Whether the headers say that the file amends a text."""
    return any(header.word in ("Amends", "Extends") for header in headers)


def _no_amendment(entry: Entry, faults: Faults) -> None:
    """Reports a line that would amend a text, in none of the forms."""
    first = faults.source.text.find("\n", entry.start, entry.end)
    span = Span(faults.source.name, entry.start, entry.end if first < 0 else first)
    faults.add(
        "E107",
        "I do not know this form of amendment",
        span,
        "an amendment begins with Replace, Insert, Delete or In, and the number of a provision",
        help=(
            "the forms are:\n"
            "    Replace 17(2) with: An NGO may ....\n"
            "    Insert 17 bis after 17: An NGO may ....\n"
            "    Delete 17(2).\n"
            '    In 17(3), after "attend", insert "and speak in".\n'
            '    In 4, replace "may" with "shall".',
        ),
    )


def _unknown(entry: Entry, faults: Faults) -> None:
    known = [w.capitalize() for w in sorted(out.HEADERS | (out.DECLARES - {"judgment"}) | {"question"})]
    help: tuple[str, ...]
    if entry.word.lower() in out.BESIDE or entry.word.lower() in ("reading", "dispute"):
        help = ("begin the line with spaces, so that it belongs to the provision above",)
    else:
        help = did_you_mean(entry.word, known, 2) or ("a provision begins with its number: 17(2)  An NGO may ...",)
    faults.add(
        "E107",
        f"I do not know lines that begin with “{entry.word}:”",
        Span(faults.source.name, entry.start, entry.start + len(entry.word)),
        "I expected a header, a declaration or the number of a provision",
        help=help,
    )


def _stray(entry: Entry, begun: str, faults: Faults) -> None:
    first = faults.source.text.find("\n", entry.start, entry.end)
    end = entry.end if first < 0 else first
    faults.add(
        "E108",
        "this line begins in the first column, but not with the number of a provision",
        Span(faults.source.name, entry.start, end),
        "I expected a number, a header or a declaration",
        help=(
            f"if it goes on with {'provision ' + begun if begun else 'what stands above'}, begin the line with spaces",
            "if it is a provision, give it a number and leave two spaces: 17(2)  An NGO may ...",
        ),
    )


def _used(headers: list[Header], find: VocabularyOf, faults: Faults) -> list[Vocabulary]:
    found: list[Vocabulary] = []
    for header in headers:
        if header.word == "Uses":
            for name in header.values:
                vocabulary = find(name)
                if vocabulary is None:
                    faults.place = ""
                    faults.add(
                        "E210",
                        f"I find no vocabulary called “{name}”",
                        header.span,
                        f"no file says Vocabulary: {name}.",
                        help=("check the name, or put the file beside this one",),
                    )
                else:
                    found.append(vocabulary)
    return found


def _provisions(
    entries: list[Entry], vocabulary: Vocabulary, faults: Faults
) -> tuple[list[ProvisionText], tuple[BracketText, ...]]:
    reader = Reader(vocabulary, faults)
    found: list[ProvisionText] = []
    number = heading = ""
    options = Options(faults)
    for entry in entries:
        options.take(entry)
        if entry.sort == out.HEADING:
            number = entry.word
            lines = faults.source.text[entry.body : entry.end].split()
            heading = " ".join(lines).rstrip(".")
        elif entry.sort == out.PROVISION and not faults.full:
            inside = entry.word == number or (entry.word.startswith(number) and not entry.word[len(number)].isalnum())
            made = provision(entry, heading if number and inside else "", reader)
            found.append(options.of(made))
    return found, options.close()


def _expectations(
    entries: list[Entry], headers: list[Header], vocabulary: Vocabulary, find: VocabularyOf, faults: Faults
) -> list[Expectation]:
    under = tuple(value for header in headers if header.word == "Under" for value in header.values)
    questions = Questions(vocabulary, under, find, faults)
    blocks: list[Block] = []
    for entry in entries:
        if entry.sort in (out.QUESTION, out.BARE_QUESTION, out.CLAIM):
            blocks.append(Block(entry))
        elif entry.sort == out.ABOUT and blocks:
            blocks[-1].lines.append(entry)
    made = [questions.expectation(block, count) for count, block in enumerate(blocks, 1)]
    faults.place = ""
    return [one for one in made if one is not None]
