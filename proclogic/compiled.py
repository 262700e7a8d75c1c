"""From the texts of a ruleset to the ruleset. What is slow is here: it is imported only when no cache helps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.checks import OF_VOCABULARY, in_order, run
from proclogic.norms.checks.provisions import repeated_numbers
from proclogic.norms.from_syntax import lower, merged
from proclogic.norms.model import LAYERS, Ruleset
from proclogic.norms.provenance import Taken, head
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import Source
from proclogic.syntax.attributing import attributed, explained
from proclogic.syntax.composing import Composed, TakenOver, compose
from proclogic.syntax.parse import parse_file
from proclogic.syntax.stretches import WHOLE, joined
from proclogic.syntax.tree import Document
from proclogic.values import Value

_T = TypeVar("_T")

Vocabularies = Mapping[str, Sequence[Source]]  # the texts of each vocabulary that is named, by its id


def ruleset(
    sources: Sequence[Source],
    vocabularies: Vocabularies,
    name: str,
    bases: Mapping[str, Sequence[Source]] | None = None,
) -> tuple[Ruleset | None, list[Diagnostic], frozenset[str]]:
    """The ruleset in some texts with all findings (None when there are errors), and the vocabularies asked for.

    The texts are read as one, in their order. `name` is the id where they give none; `bases` are the texts of the
    rulesets that it amends, extends, applies or is bound by, and of those that these rest on.
    """
    shelf = Shelf(vocabularies)
    faults: list[Diagnostic] = []
    composed = compose(sources, bases or {}, faults, name)
    document, wrong = parsed(composed, sources, shelf)
    faults = [*faults, *shelf.faults, *wrong]
    used = shelf.named(document)
    taken = _taken_over(composed)
    if any(d.is_error for d in faults):
        # What could not be read is missing from the rules, so only what does not depend on the rest is checked.
        made, _ = lower(document, used, name, taken, composed.amendments, composed.above)
        if made is not None:
            faults += [d for check in (repeated_numbers, *OF_VOCABULARY) for d in check(made)]
        return None, in_order(faults), frozenset(shelf.asked)
    made, found = lower(document, used, name, taken, composed.amendments, composed.above)
    if made is not None:
        made = made.replace(amends=composed.base, overlaid=composed.overlaid, beneath=composed.layers[1:])
        found = run(made, document.vocabulary, [*faults, *found])
        # What is odd in the text of another ruleset is found when that one is checked.
        found = [d for d in found if d.is_error or d.span.source not in composed.files]
    if made is None or any(d.is_error for d in found):
        return None, found, frozenset(shelf.asked)
    made = made.replace(unamended=_unamended(composed, sources, bases or {}, name, shelf))
    return made, found, frozenset(shelf.asked)


def _unamended(
    whole: Composed, sources: Sequence[Source], bases: Mapping[str, Sequence[Source]], name: str, shelf: Shelf
) -> Ruleset | None:
    """The text of an overlay as it is where amendments of its layers do not count: without those of the lowest layer,
    and of this without those of the next; None where nothing is amended. A text that cannot stand is passed over."""
    found: Ruleset | None = None
    layers = sorted(whole.overlaid, key=LAYERS.index)
    for kept in range(len(layers)):
        for bare in (False, True):  # what an overlay adds may rest on what it amends: then it goes too
            faults: list[Diagnostic] = []
            composed = compose(sources, bases, faults, name, (), frozenset(layers[kept:]), bare)
            document, wrong = parsed(composed, sources, shelf)
            used = shelf.named(document)
            made, odd = lower(document, used, name, _taken_over(composed), composed.amendments, composed.above)
            if made is not None and not any(d.is_error for d in (*faults, *wrong, *odd)):
                about = {"amends": composed.base, "overlaid": composed.overlaid, "beneath": composed.layers[1:]}
                found = made.replace(**about, unamended=found)
                break
    return found


def _taken_over(composed: Composed) -> dict[str, Taken]:
    return {source: _taken(one) for source, one in composed.files.items()}


def vocabulary(name: str, vocabularies: Vocabularies) -> tuple[Vocabulary | None, list[Diagnostic]]:
    """A vocabulary by itself with the findings on it; None when there are errors."""
    shelf = Shelf(vocabularies)
    found = shelf.find(name) or Vocabulary()
    alone = Ruleset(name, name, found, (), ())
    faults = in_order([*shelf.faults, *(d for check in OF_VOCABULARY for d in check(alone))])
    return (None if any(d.is_error for d in faults) else found), faults


def shared(value: _T, known: dict[tuple[object, ...], object] | None = None) -> _T:
    """An equal value in which equal parts are one object, so that it is small when written down and quick to read."""
    known = {} if known is None else known
    found: object = value
    key: tuple[object, ...]
    if isinstance(value, tuple):
        found = tuple(shared(part, known) for part in value)
        key = (tuple, *(id(part) for part in found))
    elif isinstance(value, Value):
        parts = [shared(getattr(value, name), known) for name in value._fields]
        key = (type(value), *(id(part) for part in parts))
        if key not in known:
            known[key] = type(value)(*parts)
        return known[key]  # type: ignore[return-value]
    else:
        key = (type(value), value)
    return known.setdefault(key, found)  # type: ignore[return-value]


class Shelf:
    """The vocabularies that texts may name, each read when it is first asked for. `faults` are those of their files."""

    def __init__(self, texts: Vocabularies) -> None:
        self._texts = texts
        self._known: dict[str, Vocabulary | None] = {}
        self.asked: dict[str, None] = {}
        self.faults: list[Diagnostic] = []

    def find(self, name: str) -> Vocabulary | None:
        """A vocabulary with all that it uses itself, None when there is none."""
        self.asked[name] = None
        if name not in self._known:
            self._known[name] = None
            if name in self._texts:
                self._known[name] = Vocabulary()  # one that leads back to itself finds nothing there
                document, faults = parsed(Composed(joined(self._texts[name]), {}), self._texts[name], self)
                self.faults += faults
                self._known[name] = merged(document.vocabulary, self.named(document), self.faults)
        return self._known[name]

    def named(self, document: Document) -> tuple[Vocabulary, ...]:
        """The vocabularies that a document uses."""
        names = [value for header in document.headers if header.word == "Uses" for value in header.values]
        return tuple(v for v in map(self.find, names) if v is not None)


def parsed(composed: Composed, sources: Sequence[Source], shelf: Shelf) -> tuple[Document, list[Diagnostic]]:
    """A text put together as one document, each place in the file where it stands."""
    if len(sources) == 1 and not composed.files:
        return parse_file(sources[0], shelf.find)
    document, faults = parse_file(Source(WHOLE, composed.text.whole), shelf.find)
    document = attributed(document, composed.text)
    return composed.text.moved(document), explained(faults, document, composed.text)


def _taken(one: TakenOver) -> Taken:
    """How the provisions of a file of another ruleset are to be read: with the head of that ruleset."""
    document, _ = parse_file(Source(one.ruleset, "\n".join(one.headers)), lambda name: None)
    return Taken(one.ruleset, head(document, one.ruleset, []), one.certainty, one.layer)
