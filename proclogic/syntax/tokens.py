"""The tokenizer: which terminals the words at a place may be, the longest phrase first."""

from __future__ import annotations

import re
from typing import Any

from proclogic.norms.vocabulary import Event, Kind, Predicate, Vocabulary
from proclogic.syntax import english
from proclogic.syntax.tables import Table
from proclogic.syntax.words import FIGURES, LISTMARK, OTHER, PLAIN, TEXT, Words, one_line
from proclogic.values import Value

Trie = dict[str, Any]  # a word leads to the next node; LEAF leads to the terminals of the phrase that ends here
LEAF = ""
Candidate = tuple[int, list[tuple[str, object]]]  # where the phrase ends, and what it may be: (terminal, value)
_REF = re.compile(r"(?=.*\d)[^\W_]+(?:[-./–][^\W_]+|\([^\W_]+\))*\Z")
_FRACTION = re.compile(r"(\d{1,6})/(\d{1,6})\Z")
_INSERTED_PART = re.compile(rf"(?:{english.ENDING})(?:\([^\W_]+\))+\Z")
_PARTS = {f: n for word, n in english.PARTS.items() for f in (word, word + "s", "halves" if word == "half" else word)}


class Lexicon(Value):
    """The phrases of the language and of a vocabulary, to be looked up word by word. Plain data: it can be kept."""

    keywords: Trie
    phrases: Trie


_keywords: list[tuple[Table, Trie]] = []


def lexicon(vocabulary: Vocabulary, table: Table) -> Lexicon:
    """The lexicon of a vocabulary."""
    if not _keywords or _keywords[0][0] is not table:
        trie: Trie = {}
        for terminal, phrase in table.phrases:
            put(trie, phrase, terminal, phrase)
        _keywords[:] = [(table, trie)]
    return Lexicon(_keywords[0][1], phrase_trie(vocabulary))


def put(trie: Trie, phrase: str, terminal: str, value: object) -> None:
    """Adds a phrase. Articles are left out, but for one at the end ("Group A")."""
    words = phrase.lower().replace("’", "'").split()
    node = trie
    for k, word in enumerate(words):
        if word not in english.ARTICLES or k == len(words) - 1:
            node = node.setdefault(word, {})
    leaf = node.setdefault(LEAF, [])
    if (terminal, value) not in leaf:
        leaf.append((terminal, value))


def phrase_trie(vocabulary: Vocabulary) -> Trie:
    """The declared phrases in all their forms."""
    trie: Trie = {}
    for kind in vocabulary.kinds:
        for form in kind_forms(kind):
            put(trie, form, "KIND", kind.id)
    for act in vocabulary.acts:
        for form in (act.phrase, *act.also):
            put(trie, form, "ACT", act.id)
        for preposition in (act.at, act.on):
            if preposition:
                put(trie, preposition, "PREPOSITION", preposition)
    for predicate in vocabulary.predicates:
        for terminals, form in predicate_forms(predicate):
            for terminal in terminals:
                put(trie, form, terminal, predicate.id)
    for event in vocabulary.events:
        for terminal, form in event_forms(event):
            put(trie, form, terminal, event.id)
    for word in vocabulary.words:
        for form in {word.phrase: 0, word.plural or word.phrase: 0}:
            put(trie, form, word.sort.upper(), word.id)
    return trie


def kind_forms(kind: Kind) -> list[str]:
    """Every way to name a kind."""
    return [kind.phrase, kind.plural, *kind.also, *(english.plural(name) for name in kind.also)]


def predicate_forms(predicate: Predicate) -> list[tuple[tuple[str, ...], str]]:
    """Every way to say a predicate, with its terminals."""
    names = (predicate.phrase, *predicate.also)
    match predicate.form:
        case "word":
            return [(("ADJECTIVE",), name) for name in names]
        case "has":
            return [(("HAD",), name) for name in names]
        case "does":
            said: list[tuple[tuple[str, ...], str]] = [(("DOES",), name) for name in names]
            return [*said, (("DOES_NOT",), predicate.negative)] if predicate.negative else said
        case _:
            return [(("POSTPOSED", "ASKED"), name) for name in names]


def event_forms(event: Event) -> list[tuple[str, str]]:
    """Every way to say an event: base, third person, past, participle."""
    forms = [
        ("EVENT", event.phrase),
        ("EVENT_S", event.third),
        ("EVENT_ED", event.past),
        ("EVENT_EN", english.participle(event.phrase, event.past)),
    ]
    for name in event.also:
        past = english.past(name)
        forms += [("EVENT", name), ("EVENT_S", english.third(name)), ("EVENT_ED", past)]
        forms.append(("EVENT_EN", english.participle(name, past)))
    return forms


def candidates(lexicon: Lexicon, words: Words, at: int) -> list[Candidate]:
    """What may stand at a place, the longest first; articles before it are passed over."""
    known = words.memo.get(at)
    if known is not None:
        return known
    first = at
    while first < len(words) - 1 and words.norm[first] in english.ARTICLES and words.sort[first + 1] != OTHER:
        first += 1
    found: dict[int, list[tuple[str, object]]] = {}
    if first < len(words):
        _match(lexicon.keywords, words, first, found)
        _match(lexicon.phrases, words, first, found)
        _special(words, first, found)
        if words.sort[at] == PLAIN:
            found.setdefault(at + 1, []).append(("WORD", words.raw(at)))
    result = sorted(found.items(), reverse=True)
    words.memo[at] = result
    return result


def _match(trie: Trie, words: Words, at: int, found: dict[int, list[tuple[str, object]]]) -> None:
    norm = words.norm
    node = trie.get(norm[at])
    k = at + 1
    while node is not None:
        leaf = node.get(LEAF)
        if leaf:
            found.setdefault(k, []).extend(leaf)
        if k >= len(norm):
            return
        word = norm[k]
        step = node.get(word)
        if step is None and word in english.ARTICLES and k + 1 < len(norm):
            k += 1
            step = node.get(norm[k])
        node = step
        k += 1


def _special(words: Words, at: int, found: dict[int, list[tuple[str, object]]]) -> None:
    """Texts, list marks, figures, numbers in words, fractions, numbers of provisions."""
    sort, norm = words.sort[at], words.norm[at]
    here = found.setdefault(at + 1, [])
    if sort == TEXT:
        here.append(("STRING", one_line(words.raw(at)[1:-1])))
    elif sort == LISTMARK:
        here.append(("MARK", norm))
    elif sort == FIGURES:
        here.append(("NUMBER", int(norm.replace(",", ""))))
    elif sort == PLAIN:
        if norm in english.NUMBERS:
            here.append(("NUMBER", english.NUMBERS[norm]))
        elif norm in _PARTS:
            here.append(("PART", _PARTS[norm]))
        elif _REF.match(norm):
            _numbered(words, at, found)
    if not here:
        del found[at + 1]


def _numbered(words: Words, at: int, found: dict[int, list[tuple[str, object]]]) -> None:
    norm, raw = words.norm[at], words.raw(at)
    here = found[at + 1]
    if norm.isdecimal() and len(norm) <= 9:
        here.append(("NUMBER", int(norm)))
    fraction = _FRACTION.match(norm)
    if fraction:
        here.append(("FRACTION", (int(fraction[1]), int(fraction[2]))))
    here.append(("REF", raw))
    after = words.norm[at + 1] if at + 1 < len(words) else ""
    if after in english.ENDINGS or _INSERTED_PART.match(after):
        found.setdefault(at + 2, []).append(("REF", f"{raw} {words.raw(at + 1)}"))
