"""Looking up declared words, citing provisions, and guessing what was meant."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.diagnostics.phrasing import listed
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.vocabulary import Act, Event, Kind, Predicate, Vocabulary, Word


class Names:
    """The declared words by id. What is not declared gives None, never an exception."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.kinds: dict[tuple[str, str], Kind] = {(k.sort, k.id): k for k in vocabulary.kinds}
        self.acts: dict[str, Act] = {a.id: a for a in vocabulary.acts}
        self.predicates: dict[str, Predicate] = {p.id: p for p in vocabulary.predicates}
        self.events: dict[str, Event] = {e.id: e for e in vocabulary.events}
        self.words: dict[str, Word] = {w.id: w for w in vocabulary.words}
        self.hierarchy = Hierarchy(vocabulary)

    def kind(self, sort: str, kind: str) -> Kind | None:
        """A kind of a sort."""
        return self.kinds.get((sort, kind))

    def phrase(self, kind: str) -> str:
        """A kind as it is said in a sentence: "the Conference", "an NGO" for its id."""
        for (_, kind_id), found in self.kinds.items():
            if kind_id == kind:
                return f"{found.article} {found.phrase}".strip()
        return "it" if kind == "actor" else kind


def cite(number: str) -> str:
    """A provision as a lawyer cites it: "rule 17(2)"; one that begins with letters is cited so ("OP4", "art32(3)")."""
    return f"rule {number}" if number[:1].isdigit() else number


def cite_all(numbers: Iterable[str]) -> str:
    """Several provisions in one phrase: "rules 14(2) and 17(1)"."""
    found = list(dict.fromkeys(numbers))
    if len(found) < 2:
        return "".join(cite(n) for n in found)
    return f"rules {listed(found)}" if found[0][:1].isdigit() else listed(found)
