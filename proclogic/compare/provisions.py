"""The provisions of two rulesets side by side: which stand for each other, with the words that differ.

They are aligned by their words, by their number, by their heading, and by effect: provisions that are named together
where the two rulesets say something of the same case.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from proclogic.answers.model import NOT_CONFERRED
from proclogic.compare.grouping import Row, rows
from proclogic.compare.model import Difference, Provisions, Side
from proclogic.norms.model import Provision, Ruleset
from proclogic.syntax.outline import BESIDE_LINE, DISPUTE, READING, units
from proclogic.syntax.words import words
from proclogic.values import Value

SAME_WORDS, OTHER_WORDS, ONLY_A, ONLY_B = "same words", "other words", "only a", "only b"
NEAR = 0.4  # share of the words that two texts must have in common for what differs to be marked
NUMBER, HEADING, EFFECT = 1.0, 0.3, 1.2  # what speaks for two provisions, beside the words they share (0 to 1)
LEAST = 0.5  # what must speak for two of them together


class _Text(Value):
    """A provision with its sentences, cut into words."""

    provision: Provision
    text: str
    parts: tuple[str, ...]


def side_by_side(first: Ruleset, second: Ruleset, differences: Iterable[Difference]) -> tuple[Provisions, ...]:
    """Every provision of both that has words: those that stand for each other together, in the order of the first; what
    only the second has after the provision that it follows there. `effects` are what differs by them."""
    found = tuple(differences)
    sides = _texts(first), _texts(second)
    pairs = _aligned(sides[0], sides[1], found)
    made = [_pair(one, sides[1][pairs[n]] if n in pairs else None) for n, one in sides[0].items()]
    taken = {b: place for place, b in enumerate(p.b for p in made) if b}
    start = 0 if pairs else len(made)
    for before, number in zip(["", *sides[1]], sides[1], strict=False):
        if number not in taken:
            place = taken[before] + 1 if before else start
            taken = {b: at + (at >= place) for b, at in taken.items()} | {number: place}
            made.insert(place, _pair(None, sides[1][number]))
    return _with_effects(made, [d for d in found if not d.is_same])


def sentences(provision: Provision) -> str:
    """The rules of a provision as written, without sources, quotations and notes."""
    found = words(provision.text)
    return " ".join(found.slice(u.first, u.last) for u in units(found) if u.sort != BESIDE_LINE)


def rules(provision: Provision) -> str:
    """The same without the disputes about them and how they are read."""
    found = words(provision.text)
    parts = list(units(found))
    last = next((k for k, u in enumerate(parts) if u.sort in (DISPUTE, READING)), len(parts))
    return " ".join(found.slice(u.first, u.last) for u in parts[:last] if u.sort != BESIDE_LINE)


def marked(one: str, other: str) -> str:
    """Two texts in one: words that only the second has in {+...+}, words that only the first has in {-...-}."""
    from difflib import SequenceMatcher

    first, second = one.split(), other.split()
    found: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            found += first[a:b]
            continue
        found += [f"{{-{' '.join(first[a:b])}-}}"] if a < b else []
        found += [f"{{+{' '.join(second[c:d])}+}}"] if c < d else []
    return " ".join(found)


def _texts(ruleset: Ruleset) -> dict[str, _Text]:
    """The provisions by number; not those of which each item is a provision that has the words of the head too."""
    ruled = {norm.provision for norm in ruleset.norms}
    numbers = [p.number for p in ruleset.provisions]
    heads = {n for n in numbers if n not in ruled and any(other.startswith(f"{n}(") for other in numbers)}
    texts = {p.number: (p, sentences(p)) for p in ruleset.provisions if p.number not in heads}
    return {n: _Text(p, text, tuple(text.casefold().split())) for n, (p, text) in texts.items() if text}


def _aligned(first: dict[str, _Text], second: dict[str, _Text], differences: Sequence[Difference]) -> dict[str, str]:
    """Each provision of the first with at most one of the second: the pairs for which most speaks come first."""
    together: defaultdict[tuple[str, str], float] = defaultdict(float)
    for one in differences:
        share = len(one.a.rules) * len(one.b.rules)
        for a in one.a.rules:
            for b in one.b.rules:
                together[a, b] += 1 / share
    most: dict[str, float] = {}
    for (a, b), weight in together.items():
        most[a], most["\0" + b] = max(most.get(a, 0), weight), max(most.get("\0" + b, 0), weight)
    named: dict[str, set[str]] = {}
    for a, b in together:
        named.setdefault(a, set()).add(b)
    by_words: dict[tuple[str, ...], list[str]] = {}
    for number, text in second.items():
        by_words.setdefault(text.parts, []).append(number)
    by_heading: dict[str, list[str]] = {}
    for number, text in second.items():
        by_heading.setdefault(text.provision.heading.casefold(), []).append(number)
    scored: dict[tuple[str, str], float] = {}
    for number, text in first.items():
        near = {number, *by_words.get(text.parts, ())}
        near |= set(by_heading.get(text.provision.heading.casefold(), ()) if text.provision.heading else ())
        near |= named.get(number, set())
        for other in near & set(second):
            weight = together.get((number, other), 0) / max(most.get(number, 1), most.get("\0" + other, 1), 1e-9)
            scored[number, other] = _score(text, second[other], weight)
    order = {number: place for place, number in enumerate(second)}
    found: dict[str, str] = {}
    for (a, b), score in sorted(scored.items(), key=lambda one: (-one[1], order[one[0][1]])):
        if score >= LEAST and a not in found and b not in found.values():
            found[a] = b
    return found


def _score(one: _Text, other: _Text, together: float) -> float:
    score = 2 * _alike(one.parts, other.parts) + EFFECT * together
    if one.provision.number == other.provision.number:
        score += NUMBER
    if one.provision.heading and one.provision.heading.casefold() == other.provision.heading.casefold():
        score += HEADING
    if not together and _alike(one.parts, other.parts) < NEAR:
        return 0  # a number that two texts happen to share
    return score


def _alike(first: Sequence[str], second: Sequence[str]) -> float:
    """The share of words that two texts have in common, 0 to 1."""
    common = sum((Counter(first) & Counter(second)).values())
    return 2 * common / (len(first) + len(second))


def _pair(one: _Text | None, other: _Text | None) -> Provisions:
    if one is None or other is None:
        return Provisions(
            one.provision.number if one else "",
            other.provision.number if other else "",
            one.text if one else "",
            other.text if other else "",
            ONLY_A if one else ONLY_B,
        )
    same = one.text == other.text
    near = not same and _alike(one.parts, other.parts) >= NEAR
    return Provisions(
        one.provision.number,
        other.provision.number,
        one.text,
        other.text,
        SAME_WORDS if same else OTHER_WORDS,
        marked(one.text, other.text) if near else "",
    )


def _with_effects(made: list[Provisions], differences: list[Difference]) -> tuple[Provisions, ...]:
    """Each with the differences that it makes: of the provisions that a difference names, those that have other words;
    where none has, those that only one side names, else all. What a silent side names is for contrast: it makes a
    difference only where nothing else does."""
    blamed: dict[int, list[Difference]] = {}
    of_a = {p.a: place for place, p in enumerate(made) if p.a}
    of_b = {p.b: place for place, p in enumerate(made) if p.b}
    for one in differences:
        named = {of_a[r] for r in one.a.rules if r in of_a}, {of_b[r] for r in one.b.rules if r in of_b}
        beside = {of_a[r] for r in one.a.bears if r in of_a}, {of_b[r] for r in one.b.bears if r in of_b}
        speaking = [p | q for s, p, q in zip((one.a, one.b), named, beside, strict=True) if not _silent(s)]
        other = {n for some in speaking or named for n in some if made[n].relation != SAME_WORDS}
        other = other or {n for n in named[0] | named[1] if made[n].relation != SAME_WORDS}
        for place in sorted(other or named[0] ^ named[1] or named[0] | named[1]):
            blamed.setdefault(place, []).append(one)
    return tuple(
        one.replace(effects=tuple(dict.fromkeys(map(_effect, rows(blamed.get(place, ()))))))
        for place, one in enumerate(made)
    )


def _silent(side: Side) -> bool:
    return set(side.verdicts or (side.verdict,)) == {NOT_CONFERRED}


def _effect(row: Row) -> str:
    signs = {"wider": "+", "narrower": "-", "different": "~", "same": "="}
    case = ", or ".join(f"where {' and '.join(parts)}" for parts in row.when) if all(row.when) else ""
    return f"{signs[row.relation]} {'; '.join(row.actors)}: {row.does}{f', {case}' if case else ''}"
