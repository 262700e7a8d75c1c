"""Did you mean: the declared phrases and keywords that look like the words where reading stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from proclogic.syntax.expected import keyword_texts
from proclogic.syntax.tokens import event_forms, kind_forms, predicate_forms
from proclogic.syntax.words import Words

if TYPE_CHECKING:
    from proclogic.syntax.context import Context

ENOUGH, MANY = 0.72, 3
SHORT = 0.6  # for words of up to four letters, of which one is another: mey for may


def closest(found: Words, at: int, expected: set[str], reader: Context) -> list[str]:
    """The phrases nearest to what begins at a word, or one or two words before it; those that fit there first."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(autojunk=False)
    best: dict[str, tuple[float, str]] = {}  # by what is meant: an event has many forms, and one is enough
    slices: dict[tuple[int, int], str] = {}
    for phrase, fits, meant in phrases(reader, expected):
        low = phrase.lower()
        size = low.count(" ") + 1
        for start in (at, at - 1, at - 2):
            if start < 0 or (start < at and size <= at - start):
                continue
            text = slices.get((start, size))
            if text is None:
                text = slices[start, size] = " ".join(found.norm[start : start + size])
            if text == low or abs(len(text) - len(low)) > 0.5 * len(low):
                continue
            matcher.set_seqs(low, text)
            enough = SHORT if len(low) == len(text) <= 4 and low[0] == text[0] and fits else ENOUGH
            if matcher.real_quick_ratio() < enough or matcher.quick_ratio() < enough:
                continue
            ratio = matcher.ratio()
            if ratio >= enough:
                ratio += 0.1 if fits else 0.0
                best[meant] = max(best.get(meant, (0.0, "")), (ratio, phrase))
    ranked = sorted(best.values(), key=lambda one: (-one[0], one[1]))
    return list(dict.fromkeys(phrase for ratio, phrase in ranked if ratio > ranked[0][0] - 0.15))[:MANY]


def phrases(reader: Context, expected: set[str]) -> list[tuple[str, bool, str]]:
    """Every phrase in every form, whether it could come next, and what is meant; keywords only when they could."""
    vocabulary = reader.names.vocabulary
    found = [(text, True, text) for text in keyword_texts(expected, reader, True)]
    found += [(form, "KIND" in expected, form) for kind in vocabulary.kinds for form in kind_forms(kind)]
    found += [(act.phrase, "ACT" in expected, act.phrase) for act in vocabulary.acts]
    for predicate in vocabulary.predicates:
        found += [(form, terminals[0] in expected, form) for terminals, form in predicate_forms(predicate)]
    for event in vocabulary.events:
        found += [(form, terminal in expected, f"event {event.id}") for terminal, form in event_forms(event)]
    found += [(word.phrase, word.sort.upper() in expected, word.phrase) for word in vocabulary.words]
    return found
