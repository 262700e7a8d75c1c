"""What stands at the head of a file and beside its provisions: source, layer, certainty, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from proclogic.diagnostics.codes import CODES
from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean, listed
from proclogic.norms.model import (
    CERTAINTIES,
    LAYERS,
    NOT_STATED,
    Acceptance,
    Amendment,
    Provision,
    SourceNote,
    layer_without_line,
)
from proclogic.norms.names import cite
from proclogic.norms.sentences import item_number, item_quoted
from proclogic.sources import Span
from proclogic.syntax.tree import Beside, Document, Header, ProvisionText
from proclogic.values import Value

SILENCES = ("not conferred", "unregulated")
CANONS = ("higher", "specific", "later")
STANDINGS = ("preferred", "arguable", "minority")

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_ADDRESS = re.compile(r"[a-z]+://", re.I)
_ACCEPTED = re.compile(r"([A-Za-z]\d{3})(?: because (.*))?", re.S)


class Head(Value):
    """The lines at the top of a ruleset, with what is assumed where a line is missing."""

    id: str
    title: str = ""
    adopted: str = ""
    source: SourceNote = SourceNote()
    layer: str = "rules"
    certainty: str = NOT_STATED
    silence: str = "not conferred"
    canons: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()  # endings of numbers that make a provision an alternative: alt


class Taken(Value):
    """Another ruleset whose provisions are taken over: its head, and how sure, and of which layer, they are here at
    most ("" where nothing is said)."""

    ruleset: str
    head: Head
    certainty: str = ""
    layer: str = ""

    def lowered(self, found: Provision, source: SourceNote) -> Provision:
        """A provision as it is taken over. What is taken over with a caveat has the source of the one that takes it."""
        return found.replace(
            instrument=self.ruleset,
            certainty=max(found.certainty, self.certainty or found.certainty, key=CERTAINTIES.index),
            layer=self.layer if self.layer and found.layer in ("treaty", "rules") else found.layer,
            source=source if self.certainty and source != SourceNote() else found.source,
            quote="" if self.certainty else found.quote,  # the words were read in the other instrument
        )


def head(document: Document, name: str, faults: list[Diagnostic]) -> Head:
    """The head of a document. `name` is its id where no line gives one."""
    lines = {h.word: h for h in document.headers}

    def one(word: str, default: str, allowed: tuple[str, ...] = ()) -> str:
        if word not in lines or not lines[word].values:
            return default
        value, span = lines[word].values[0], lines[word].span
        return value if not allowed or known(value, allowed, word, span, "", faults) else default

    canons = lines.get("Canons", Header("Canons", ()))
    title = one("Title", "")
    return Head(
        id=one("Ruleset", name),
        title=title,
        adopted=one("Adopted", ""),
        source=source(lines["Source"].values) if "Source" in lines else SourceNote(title=title),
        layer=one("Layer", layer_without_line(lines), LAYERS),
        certainty=one("Certainty", NOT_STATED, CERTAINTIES),
        silence=one("Silence", "not conferred", SILENCES),
        alternatives=lines["Alternatives"].values if "Alternatives" in lines else (),
        canons=tuple(c for c in canons.values if known(c, CANONS, "Canons", canons.span, "", faults)),
    )


def known(value: str, allowed: tuple[str, ...], word: str, span: Span, number: str, faults: list[Diagnostic]) -> bool:
    """Whether a value is one of those that its line takes; else a fault."""
    if value in allowed:
        return True
    faults.append(
        Diagnostic(
            "E112",
            f"“{value}” cannot stand after {word}",
            span,
            cite(number) if number else "",
            "I do not know this value",
            notes=(f"it is one of {listed(allowed, 'or')}",),
            help=did_you_mean(value, allowed),
        )
    )
    return False


def source(values: Iterable[str]) -> SourceNote:
    """Title, address and symbol, told apart by their look; a date is one that stands alone."""
    found: dict[str, str] = {}
    for value in values:
        if _ADDRESS.match(value):
            found.setdefault("address", value)
        elif _DATE.fullmatch(value):
            found.setdefault("date", value)
        else:
            found.setdefault("symbol" if "title" in found else "title", value)
    return SourceNote(found.get("title", ""), found.get("symbol", ""), found.get("address", ""), found.get("date", ""))


def provisions(text: ProvisionText, top: Head, faults: list[Diagnostic]) -> list[Provision]:
    """The provision and one for each item of its lists, which has what is said of the whole but for its own lines."""
    labels: dict[str, tuple[str, Span]] = {}
    again: list[Provision] = []
    whole = _one(text, "", Provision(text.number, text.heading, top.layer, top.certainty, text=text.text), top, faults)
    whole = whole.replace(source=_dated(whole.source, top), span=text.span)
    for sentence in text.sentences:
        for item in sentence.items:
            if item.label in labels and not sentence.keeps:
                again.append(Provision(item_number(text.number, item.label), text=item.text, span=item.span))
            # What is not agreed is quoted with its brackets, not as one of the texts that it may become.
            words = text.written if sentence.keeps else item_quoted(sentence, item)
            labels.setdefault(item.label, (words, item.span))
    for reading in text.readings:
        for sentence in reading.sentences:
            for item in sentence.items:
                labels.setdefault(item.label, (item_quoted(sentence, item), item.span))
    for line in text.beside:
        if line.item and line.item not in labels:
            faults.append(
                Diagnostic(
                    "E316",
                    f"{cite(text.number)} has no item {line.item}",
                    line.span,
                    cite(text.number),
                    "this line is for no item",
                    help=(f"its items are {listed(labels)}" if labels else "leave out the words for the item",),
                )
            )
    items = []
    for label, (words, span) in labels.items():
        start = Provision(
            item_number(text.number, label),
            text.heading,
            whole.layer,
            whole.certainty,
            whole.source,
            text=words,
            span=span if span.source else text.span,
        )
        items.append(_one(text, label, start, top, faults))
    return [whole, *items, *again]


def _dated(note: SourceNote, top: Head) -> SourceNote:
    return note if note != SourceNote() else top.source


def amended(found: Provision, text: ProvisionText, taken: Mapping[str, Taken], top: Head) -> Provision:
    """A provision with what amendments did to it, and by whom.

    Where they changed the words of another ruleset, it is of the lower layer and the lesser certainty of the two, and
    has both sources: it is a text of neither. `taken` are the files of other rulesets, `top` the head of this one."""
    done = _done_to(found.number, text)
    for one in done:
        there, here = taken.get(one.span.source), taken.get(text.span.source)
        if (there.ruleset if there else "") == (here.ruleset if here else ""):
            continue
        own = there.head if there else top
        found = found.replace(
            layer=max(found.layer, own.layer, key=LAYERS.index),
            certainty=max(found.certainty, own.certainty, key=CERTAINTIES.index),
            source=_amending(own.source, found.source),
            quote="",
        )
    proposers = tuple(dict.fromkeys(p for a in done for p in a.proposers))
    return found.replace(proposers=proposers, amendments=tuple(a for a in done if a.overlay)) if done else found


def _done_to(number: str, text: ProvisionText) -> tuple[Amendment, ...]:
    """The amendments that changed a provision, or an item of its list."""
    if number == text.number:
        return text.amendments
    items = [i for s in text.sentences for i in s.items if item_number(text.number, i.label) == number]
    return tuple(dict.fromkeys(a for i in items for a in i.amendments))


def _amending(own: SourceNote, other: SourceNote) -> SourceNote:
    """The source of words of another text that were amended."""
    if not other.title or own.title == other.title or own.title.endswith(f", amending {other.title}"):
        return own
    if other.title.startswith(f"{own.title}, amending "):
        return other
    return own.replace(title=f"{own.title}, amending {other.title}")


def _one(text: ProvisionText, item: str, start: Provision, top: Head, faults: list[Diagnostic]) -> Provision:
    """A provision with the lines that are for it."""
    found = start
    for line in text.beside:
        if line.item == item:
            found = _with(found, line, text.number, faults)
    return found


def _accepted(values: Iterable[str]) -> Iterator[Acceptance]:
    """Codes with their reasons: C101 because "...", or "C101", "..."."""
    made: list[Acceptance] = []
    for value in values:
        match = _ACCEPTED.fullmatch(value)
        if match:
            made.append(Acceptance(match[1].upper(), match[2] or ""))
        elif made:
            made[-1] = made[-1].replace(reason=made[-1].reason or value)
    yield from made


def _with(found: Provision, line: Beside, number: str, faults: list[Diagnostic]) -> Provision:
    value = line.values[0] if line.values else ""
    match line.word:
        case "Layer" if known(value, LAYERS, "Layer", line.span, number, faults):
            return found.replace(layer=value)
        case "Certainty" if known(value, CERTAINTIES, "Certainty", line.span, number, faults):
            return found.replace(certainty=value)
        case "Source":
            return found.replace(source=source(line.values))
        case "Quote":
            return found.replace(quote=" ... ".join(filter(None, (found.quote, *line.values))))
        case "Note":
            return found.replace(notes=(*found.notes, *line.values))
        case "Silent":
            return found.replace(silences=(*found.silences, *line.values))
        case "Accepted":
            taken = tuple(_accepted(line.values))
            wrong = [a.code for a in taken if a.code not in CODES] or (
                [] if taken else [value.partition(" because ")[0]]
            )
            for one in wrong:
                faults.append(
                    Diagnostic(
                        "E112",
                        f"I know no finding “{one}”",
                        line.span,
                        cite(number),
                        "I expected a code",
                        help=('write the code that a finding shows, and why: Accepted: C101 because "...".',),
                    )
                )
            for silent in (a.code for a in taken if a.code in CODES and not a.reason):
                faults.append(
                    Diagnostic(
                        "E112",
                        f"{silent} is accepted without a reason",
                        line.span,
                        cite(number),
                        "it does not say why this may stand",
                        help=(f'say why: Accepted: {silent} because "...".',),
                    )
                )
            return found.replace(accepted=(*found.accepted, *taken))
        case _:
            return found
