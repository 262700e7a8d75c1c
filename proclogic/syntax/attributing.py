"""Who wrote what in a text that is put together: which amendments made a provision, an item, a bracket what it is."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.diagnostics.model import Diagnostic, Label
from proclogic.norms.model import Amendment
from proclogic.sources import Span
from proclogic.syntax.stretches import Text
from proclogic.syntax.tree import BracketText, Choice, Document, Item, ProvisionText, Sentence

_ABOUT = ("Note", "Silent", "Accepted", "Source", "Quote", "Certainty")  # lines that say nothing of what holds
MOST_SAID = 300  # letters of an amended provision that a message quotes


def attributed(document: Document, text: Text) -> Document:
    """A document, read from a text that was put together, with the amendments noted wherever they changed the rules.

    Its places are still those of the whole text."""
    if not any(s.amendment is not None for s in text.stretches):
        return document
    return document.replace(provisions=tuple(_provision(p, text) for p in document.provisions))


def _provision(found: ProvisionText, text: Text) -> ProvisionText:
    apart = [b.span for b in found.beside if b.word in _ABOUT]
    done = _touching(found.span, apart, text)
    if not done:
        return found
    items = [i.span.start for s in found.sentences for i in s.items]
    return found.replace(
        amendments=done,
        sentences=tuple(_sentence(s, items, text) for s in found.sentences),
        brackets=tuple(_bracket(b, found.brackets, text) for b in found.brackets),
    )


def _touching(span: Span, apart: Iterable[Span], text: Text) -> tuple[Amendment, ...]:
    """The amendments in a part of the text, but for those that lie in some parts of it."""
    found: dict[Amendment, None] = {}
    at = span.start
    for inner in sorted(apart, key=lambda s: s.start):
        found |= dict.fromkeys(text.amendments(at, inner.start))
        at = max(at, inner.end)
    return tuple(found | dict.fromkeys(text.amendments(at, span.end)))


def _sentence(found: Sentence, items: Iterable[int], text: Text) -> Sentence:
    """A sentence; what is changed in the head of a list is changed for all its items. `items` are the places where
    those of the provision begin: with brackets, a sentence need not have the first of its list."""
    if not found.items:
        return found
    first = min(i for i in items if i > found.span.start)
    head = text.amendments(found.span.start, first - 1)
    return found.replace(items=tuple(_item(i, head, text) for i in found.items))


def _item(found: Item, head: Iterable[Amendment], text: Text) -> Item:
    own = [*head, *text.amendments(found.span.start, found.span.end)]
    return found.replace(amendments=tuple(dict.fromkeys(a for a in own if a.kind != "delete")))


def _bracket(found: BracketText, among: Iterable[BracketText], text: Text) -> BracketText:
    return found.replace(choices=tuple(_choice(c, among, text) for c in found.choices))


def _choice(found: Choice, among: Iterable[BracketText], text: Text) -> Choice:
    """An alternative: words that an amendment changed are no more those of the one who proposed it."""
    span = found.span
    inner = [b.span for b in among if span.start <= b.span.start and b.span.end <= span.end]
    done = _touching(span, inner, text) if span.end > span.start else ()
    said = text.amendments(span.end, span.end + 1)  # by whom it is said to be: the bar, or the end of the bracket
    done = tuple(a for a in done if a not in said or a.kind == "delete")
    if not done:
        return found
    by = dict.fromkeys(who for a in done for who in a.proposers or (a.overlay,) if who)
    return Choice(found.text, tuple(by), amends=found.proposers, span=span)


def explained(faults: Iterable[Diagnostic], document: Document, text: Text) -> list[Diagnostic]:
    """Faults in a text that was put together, each where its words stand; of one in amended words it says where the
    amendment stands, and what the provision says as amended."""
    return [text.moved(_explained(d, document, text)) for d in faults]


def _explained(fault: Diagnostic, document: Document, text: Text) -> Diagnostic:
    at = fault.span
    inside = (p for p in document.provisions if p.span.source == at.source and p.span.start <= at.start < p.span.end)
    found = next(inside, None)
    if found is None:
        return fault
    place = text.moved(at)
    done = text.amendments(found.span.start, found.span.end)
    elsewhere = [a for a in done if not (a.span.source == place.source and a.span.start <= place.start < a.span.end)]
    if not elsewhere and not any(a.kind == "change" for a in done):
        return fault
    words = " ".join(text.whole[found.span.start : found.span.end].split())
    said = words if len(words) <= MOST_SAID else words[:MOST_SAID].rsplit(" ", 1)[0] + " ..."
    return fault.replace(
        labels=(*fault.labels, *(Label(a.span, f"this amends {found.number}") for a in elsewhere)),
        notes=(*fault.notes, f"as amended, it says: {said}"),
    )
