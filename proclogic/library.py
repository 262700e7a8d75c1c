"""Loading rulesets, and listing them.

A ruleset that was loaded once is kept in the user's cache under the content of every file it was made of, so that the
next command neither parses nor checks it again.
"""

from __future__ import annotations

import os

from proclogic import cache as kept
from proclogic.data import data_dir
from proclogic.diagnostics.model import Diagnostic
from proclogic.files import Text, rules_files
from proclogic.finding import Place, find, folders, shelves, texts_at, with_guess
from proclogic.gathering import not_one, texts_beneath, texts_of_words
from proclogic.heads import says
from proclogic.norms.model import Ruleset
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import Source
from proclogic.values import Value

Loaded = tuple[Ruleset | None, list[Diagnostic], dict[str, Source]]


class Listed(Value):
    """A ruleset as a list shows it. `provisions` is 0 and `readable` false when it has errors."""

    id: str
    title: str
    adopted: str
    layer: str
    certainty: str
    provisions: int
    readable: bool = True


def load(name: str, *, cache: bool = True) -> Loaded:
    """A ruleset, the findings on it, and the texts by the names under which findings show them.

    The ruleset is None when there is an error. Nothing is raised for what is wrong with the name or the files.
    """
    place = find(name)
    if isinstance(place, Diagnostic):
        return None, [place], {}
    texts, faults = texts_at(place)
    sources = {t.source.name: t.source for t in texts}
    if faults:
        return None, faults, sources
    main = [t for t in texts if says(t) != "vocabulary"] if len(texts) > 1 else texts
    heads = [t for t in main if says(t) == "ruleset"]
    fault = not_one(place, texts, main, heads)
    if fault is not None:
        return None, [fault], sources
    main.sort(key=lambda t: t not in heads)
    bases, faults = texts_beneath(main)
    words, more = texts_of_words([*main, *(t for found in bases.values() for t in found)])
    sources |= {t.source.name: t.source for found in (*bases.values(), *words.values()) for t in found}
    if faults or more:
        return None, [*faults, *more], sources
    key = _key(main, words | {f"\0{name}": found for name, found in bases.items()})
    known = kept.load("ruleset", key) if cache else None
    if isinstance(known, tuple) and len(known) == 2 and isinstance(known[0], Ruleset):
        return known[0], list(known[1]), sources
    from proclogic import compiled

    shelf = {vocabulary: [t.source for t in found] for vocabulary, found in words.items()}
    under = {name: [t.source for t in found] for name, found in bases.items()}
    ruleset, found, asked = compiled.ruleset([t.source for t in main], shelf, place.id, under)
    found = [with_guess(d) for d in found]
    if ruleset is not None:
        ruleset = ruleset.replace(hashes=_hashes(main, words | bases))
        if asked <= set(words):
            kept.store("ruleset", key, (compiled.shared(ruleset), tuple(found)))
    return ruleset, found, sources


def load_vocabulary(name: str) -> tuple[Vocabulary | None, list[Diagnostic], dict[str, Source]]:
    """The words of a ruleset or of a vocabulary, with the findings on it and the texts; None when there is an error."""
    place = find(name)
    if isinstance(place, Diagnostic):
        return None, [place], {}
    if not is_vocabulary(place):
        ruleset, faults, sources = load(name)
        return (ruleset.vocabulary if ruleset else None), faults, sources
    texts, faults = texts_at(place)
    words, more = texts_of_words(texts)
    words[place.id] = texts
    sources = {t.source.name: t.source for found in words.values() for t in found}
    if faults or more:
        return None, [*faults, *more], sources
    from proclogic import compiled

    found, faults = compiled.vocabulary(place.id, {n: [t.source for t in w] for n, w in words.items()})
    return found, [with_guess(d) for d in faults], sources


def is_vocabulary(place: Place) -> bool:
    """Whether the files at a place are words only, for rulesets to use."""
    said = [says(t) for t in texts_at(place)[0]] if place.files else []
    return "vocabulary" in said and "ruleset" not in said


def listing() -> tuple[Listed, ...]:
    """The rulesets that can be named by an id, by id; those of the project stand for those of the library."""
    found: dict[str, Listed] = {}
    for shelf in shelves():
        for name in folders(shelf):
            texts, _ = texts_at(Place(name, rules_files(os.path.join(shelf, name))))
            if name in found or not any(says(t) == "ruleset" for t in texts):
                continue
            ruleset, _, _ = load(name)
            if ruleset is None:
                found[name] = Listed(name, "", "", "", "", 0, False)
            else:
                count = len(ruleset.provisions)
                found[name] = Listed(name, ruleset.title, ruleset.adopted, ruleset.layer, ruleset.certainty, count)
    return tuple(found[name] for name in sorted(found))


# --------------------------------------------------------------------------------------------------------------- cache


def _key(main: list[Text], words: dict[str, list[Text]]) -> str:
    parts = [_stamp(), *(f"{t.source.name}\0{t.digest}" for t in main)]
    for name, texts in sorted(words.items()):
        parts += [f"\0{name}", *(f"{t.source.name}\0{t.digest}" for t in texts)]
    return kept.digest("\n".join(parts).encode())[:40]


def _stamp() -> str:
    here = os.path.dirname(os.path.abspath(__file__))
    return kept.stamp((here, *(os.path.join(here, *f) for f in _READING), str(data_dir("grammars"))))


_READING = (("syntax",), ("norms",), ("norms", "checks"), ("diagnostics",))


def _hashes(main: list[Text], words: dict[str, list[Text]]) -> tuple[tuple[str, str], ...]:
    texts = [*main, *(t for found in words.values() for t in found)]
    return tuple((t.source.name, t.digest[:12]) for t in texts)
