"""The words of a vocabulary as a mapping names them: in any of their forms, with or without article."""

from __future__ import annotations

from proclogic.norms.mapping import Entry, Term, called, declared
from proclogic.norms.vocabulary import Act, Event, Kind, Predicate, Vocabulary, Word
from proclogic.syntax.names import key
from proclogic.syntax.tokens import event_forms, kind_forms, predicate_forms


class MappingWords:
    """What each phrase of the vocabulary of a ruleset means: one word of each sort at most. `ruleset` is its id."""

    def __init__(self, ruleset: str, vocabulary: Vocabulary) -> None:
        self.ruleset = ruleset
        self.entries: dict[Term, Entry] = declared(vocabulary)
        self._known: dict[str, dict[str, Term]] = {}
        for term, entry in self.entries.items():
            for form in dict.fromkeys((called(entry), *_forms(entry))):
                self._known.setdefault(key(form), {}).setdefault(term.sort, term)

    def find(self, phrase: str) -> tuple[Term, ...]:
        """The words that a phrase means, one of each sort; none when nothing declares it."""
        return tuple(self._known.get(key(phrase), {}).values())

    def phrases(self) -> list[str]:
        """Every word as it is named to a reader."""
        return list(dict.fromkeys(called(entry) for entry in self.entries.values()))


def _forms(entry: Entry) -> list[str]:
    match entry:
        case Kind():
            return kind_forms(entry)
        case Act():
            return [entry.phrase, *entry.also]
        case Predicate():
            said = [form for _, form in predicate_forms(entry)]
            before = {"is": ("is", "are"), "word": ("is", "are"), "has": ("has", "have")}.get(entry.form, ())
            return [*said, *(f"{verb} {form}" for verb in before for form in said)]
        case Event():
            return [form for _, form in event_forms(entry)]
        case Word():
            return [entry.phrase, entry.plural or entry.phrase]
