"""The title page: what the paper is on, and what was examined for it."""

from __future__ import annotations

from collections import Counter

from proclogic.compare.headline import headline
from proclogic.norms.model import CERTAINTIES
from proclogic.papers.document import Cover, Fact
from proclogic.papers.stamp import spelled
from proclogic.papers.words import CERTAINTY_WORDS, join, quote
from proclogic.report.model import Material, Side

NOTICE = (
    "The rules are given as they were encoded, in words of the encoding: no official text. What is said here follows "
    "from them by a program, with the rule for each statement; it is no advice."
)


def cover(material: Material) -> Cover:
    """The cover of the paper."""
    sides = material.sides
    facts: list[Fact] = []
    for side, letter in zip(sides, _letters(sides), strict=True):
        facts += _side(side, letter)
    facts += [Fact("Examined" if not i else "", line) for i, line in enumerate(_examined(material))]
    facts.append(Fact("How to read it", NOTICE))
    if material.date:
        facts.append(Fact("Date", spelled(material.date)))
    return Cover(material.title or title(sides), _subtitle(material), tuple(facts))


def title(sides: tuple[Side, ...]) -> str:
    """ "Entitlements under untoc-cop", "Entitlements under untoc-cop compared with uncac-cosp"."""
    return " compared with ".join([f"Entitlements under {sides[0].name}", *(side.name for side in sides[1:])])


def _subtitle(material: Material) -> str:
    """The title of the ruleset; those of two are told below."""
    return material.sides[0].ruleset.title if len(material.sides) == 1 else ""


def _letters(sides: tuple[Side, ...]) -> tuple[str, ...]:
    return tuple("AB"[: len(sides)]) if len(sides) > 1 else ("Ruleset",)


def _side(side: Side, letter: str) -> list[Fact]:
    text, options = side.text, side.options
    named = [side.name + (f": {text.title}" if text.title and letter != "Ruleset" else "")]
    named += [f"of {text.adopted}"] if text.adopted else []
    named += [f"on the text of {text.amends}"] if text.amends else []
    parts = [f"layers that count: {join(options.layers)}"]
    followed = [f"{dispute} is read as {quote(reading)}" for dispute, reading in options.readings]
    if followed:
        parts.append(f"readings followed: {join(followed)}")
    left = [d for d in text.disputes if d.id not in dict(options.readings)]
    if left:
        readings = _number(sum(len(d.readings) for d in left), "reading")
        parts.append(f"{_number(len(left), 'dispute')} with {readings}, all of them examined")
    if text.choices:
        parts.append(f"choices made in brackets: {join(text.choices)}")
    if text.brackets:
        parts.append(f"{_number(len(text.brackets), 'place')} of text not agreed, every alternative examined")
    elif not text.choices:
        parts.append("no text in brackets")
    if options.strict:
        parts.append("no duty is presumed performed")
    return [Fact(letter, ", ".join(named)), Fact("", "; ".join(parts)), Fact("", certainty(side))]


def certainty(side: Side) -> str:
    """How surely the provisions are known: "98 provisions: 60 seen verbatim, 8 gaps"."""
    found = Counter(p.certainty for p in side.text.provisions)
    order = [c for c in CERTAINTIES if found[c]] + [c for c in found if c not in CERTAINTIES]
    parts = [f"{found[c]} {_known(c, found[c])}" for c in order]
    total = _number(len(side.text.provisions), "provision")
    return f"{total}: {', '.join(parts)}" if parts else total


def _known(certainty: str, number: int) -> str:
    if certainty == "gap":
        return "is a gap, whose text was not found" if number == 1 else "are gaps, whose texts were not found"
    return CERTAINTY_WORDS.get(certainty, certainty).replace(", the text was not seen", " (the text was not seen)")


def _examined(material: Material) -> list[str]:
    """What was asked, and whether completely."""
    sides = material.sides
    lines = _each("of actor, act and place, in every case", [(s.name, _cells(s), s.matrix.complete) for s in sides])
    if material.comparison is not None:
        counts = headline(material.comparison).counts
        number = counts.wider + counts.narrower + counts.different + counts.otherwise + counts.same
        end = "completely" if material.comparison.complete else "NOT completely"
        lines.append(f"compared: {_number(number, 'entitlement')}, {end}")
    found = [(s.name, s.findings) for s in sides if s.findings is not None]
    lines += _each("of faults", [(n, _number(len(f.looked_for), "kind"), f.complete) for n, f in found])
    if material.asked is not None:
        lines.append(f"{_number(len(material.asked.results), 'question')} of {material.asked.file}")
    for one in material.assessments:
        end = "completely" if one.complete else "NOT completely"
        lines.append(f"{one.ruleset}: {_number(len(one.held), 'ask')} of {one.position.id}, {end}")
    return lines


def _cells(side: Side) -> str:
    return _number(len(side.matrix.rows), "combination")


def _each(of: str, told: list[tuple[str, str, bool]]) -> list[str]:
    """What was asked of each ruleset, in a line where it was examined completely, else a line for each."""
    if len({what for _, what, _ in told}) == 1 and all(done for *_, done in told):
        names = f" ({join([name for name, *_ in told])})" if len(told) > 1 else ""
        return [f"{told[0][1]} {of}, completely{names}"]
    return [f"{name}: {what} {of}, {'completely' if done else 'NOT completely'}" for name, what, done in told]


def _number(number: int, of: str) -> str:
    return f"{number} {of}{'' if number == 1 else 's'}"
