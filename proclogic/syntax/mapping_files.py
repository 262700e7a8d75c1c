"""Reads a file that says which words of one ruleset stand for which of another.

    Mapping: conference to committee.
    Language: 1.
    the Conference: the Committee.
    NGO, academic institution: stakeholder.
    reply: nothing.
        Note: "the Committee knows no right of reply".

A mapping holds declared words and nothing else, so that it is read without the grammar: item by item, with the words
of the two rulesets.
"""

from __future__ import annotations

import re

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean, quoted
from proclogic.norms.mapping import Mapping, mapping
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import Source, Span
from proclogic.syntax.headers import check_version
from proclogic.syntax.mapping_items import Head, headers_of, items_of
from proclogic.syntax.mapping_pairs import Written
from proclogic.syntax.mapping_words import MappingWords
from proclogic.syntax.report import Faults

End = tuple[str, Vocabulary]  # a ruleset by its id, with its vocabulary
_MAPPING = re.compile(r"^mapping[^\S\n]*:", re.I | re.M)


def between(source: Source) -> tuple[str, str] | None:
    """The rulesets between which a file says it is; None when it does not say."""
    named = headers_of(items_of(Faults(source)), Faults(source)).between
    return (named[0][0], named[1][0]) if named is not None else None


def read_mapping(source: Source, one: End, other: End) -> tuple[Mapping | None, list[Diagnostic]]:
    """The mapping in a file, from `one` ruleset to the `other`, and what is wrong with it; None when there are errors.

    The file may be written in either direction. Each end is the id of a ruleset with its vocabulary.
    """
    faults = Faults(source)
    found = items_of(faults)
    if not source.text.strip():
        faults.add("E104", "there is nothing to read in this file", Span(source.name, 0, 0), help=(_begin(one, other),))
    head = headers_of(found, faults)
    if head.version is not None:
        check_version(*head.version, faults)
    ends = _ends(head, one, other, faults)
    if head.between is None and source.text.strip() and not _MAPPING.search(source.text):
        faults.add(
            "E018",
            "this mapping does not say between which rulesets it is",
            found[0].span if found else Span(source.name, 0, 0),
            "I expected the line Mapping: before this",
            help=(_begin(one, other),),
        )
    made: Mapping | None = None
    if ends is not None:
        written = Written(MappingWords(*ends[0]), MappingWords(*ends[1]), faults)
        for item in found:
            if not item.word:
                written.item(item)
        if not any(d.is_error for d in faults.found):
            made = mapping(*ends, written.pairs, written.alone, source.name, head.source)
            made = made if ends[0] is one else made.inverse()
    faults.found.sort(key=lambda d: d.span.start)
    return made, faults.found


def _begin(one: End, other: End) -> str:
    return f"begin the file with: Mapping: {one[0]} to {other[0]}."


def _ends(head: Head, one: End, other: End, faults: Faults) -> tuple[End, End] | None:
    """The rulesets in the direction of the file; None, with what is wrong, when it is between others."""
    if head.between is None:
        return None
    names = tuple(name for name, _ in head.between)
    for ends in ((one, other), (other, one)):
        if names == (ends[0][0], ends[1][0]):
            return ends
    known = [one[0], other[0]]
    wrong = [(name, span) for name, span in head.between if name not in known] or [head.between[1]]
    for name, span in wrong:
        faults.add(
            "E018",
            f"this mapping is of “{name}”, and I am asked for one between {quoted(known, 'and')}",
            span,
            f"I expected {quoted(known)}",
            help=did_you_mean(name, known) or ("check the name, or name the rulesets that the mapping is between",),
        )
    return None
