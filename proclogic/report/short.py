"""What a reader with five minutes has to know: what it comes to, and what the answers rest on."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.model import BY_DEFAULT, BY_LEAVE, NOT_CONFERRED, OF_RIGHT, PROHIBITED, Matrix, Row
from proclogic.compare.headline import cells, headline, relation_of
from proclogic.compare.model import DIFFERENT, NARROWER, WIDER, Comparison
from proclogic.norms.model import Bracket, Dispute
from proclogic.papers import comparison_words as say
from proclogic.papers.document import Block, Fact, Facts, Headline, Section, Sentence
from proclogic.papers.from_rows import SPLIT
from proclogic.papers.matrix_page import told
from proclogic.papers.words import join, quote, verdict_words
from proclogic.report import counting
from proclogic.report.counting import Counted
from proclogic.report.model import Material, Side

MOST, MOST_OF_TWO = 8, 3  # things of one sort that are told here; the tables have all
IN = ""  # for what matters in some case of an entitlement, and need not decide it
FEW = 5  # provisions that are named at one of them
CLASH = "one rule grants it, another forbids it, and nothing puts one of them first"
MEANING = (
    (OF_RIGHT, "Of right", "nobody can stop it"),
    (BY_DEFAULT, "By default", "it holds unless somebody acts against it"),
    (BY_LEAVE, "By leave", "somebody must let it in"),
    (NOT_CONFERRED, "Not conferred", "no rule gives it, and none forbids it; in the tables: silent"),
    (PROHIBITED, "Prohibited", "a rule forbids it"),
    ("contested", "Contested", "competent readers differ, and the answer differs with them"),
    ("open", "Open [ ]", "the answer differs with text that is not agreed"),
    ("depends", "It depends", "on who it is, or on what it is about; the cases are told"),
)


def blocks(material: Material) -> tuple[Block, ...]:
    """The headline, and for each ruleset what its answers rest on."""
    comparison = material.comparison
    if comparison is not None:
        head = " ".join(say.says(headline(comparison), comparison))
        top: list[Block] = [Headline(head)]
    else:
        top = [Headline(_comes_to(side)) for side in material.sides]
    top += warnings(material)
    several = len(material.sides) > 1
    for side in material.sides:
        rests = rests_on(side, MOST_OF_TWO if several else MOST)
        if several:
            said = Sentence(_comes_to(side), label="In figures")
            top.append(Section(side.name, f"What the answers under {side.name} rest on", (said, *rests)))
        else:
            top += rests
    return (*top, meaning(material))


def warnings(material: Material) -> list[Block]:
    """What nobody may miss: what was not examined completely, and what rests on a text that is not known."""
    found: list[Block] = []
    for side in material.sides:
        if not side.matrix.complete:
            words = f"Not every question under {side.name} could be examined completely."
            found.append(Sentence(words, label="Not complete"))
        if hypotheses(side.matrix):
            words = f"Some of {side.name} is hypothetical: its wording has not been published."
            found.append(Sentence(words, label="Hypothetical"))
    comparison = material.comparison
    if comparison is None:
        return found
    if not comparison.complete:
        words = f"The comparison is not complete: {say.unexamined(comparison)}."
        found.append(Sentence(words, label="Not complete"))
    for name, unknown in (("A", _unknown(comparison, "a")), ("B", _unknown(comparison, "b"))):
        if unknown:
            what = "1 entitlement that differs" if unknown == 1 else f"{unknown} of the entitlements that differ"
            words = f"In {what}, the text of {name} is not known, or not wholly: there may be no such gain or loss."
            found.append(Sentence(words, label="Not known"))
    return found


def _unknown(comparison: Comparison, side: str) -> int:
    """In how many entitlements that differ the text of a side is not known, wholly or in part."""
    return sum(
        any(getattr(one, side).unknown for one in cases)
        for cases in cells(comparison.differences).values()
        if relation_of(cases) in (WIDER, NARROWER, DIFFERENT)
    )


def meaning(material: Material) -> Section:
    """What the words of the tables mean."""
    facts = tuple(Fact(word, text) for _, word, text in MEANING)
    more = (
        "An entitlement is an act of an actor, in a body where it takes one. Where several readings or alternatives of "
        "a text count, a verdict is the lowest of theirs."
    )
    return Section("Words", "What the words mean", (Facts(facts), Sentence(more)))


def _comes_to(side: Side) -> str:
    """ "Of 551 entitlements of which the rules speak, 91 are of right ..."."""
    matrix = side.matrix
    rows = told(matrix)
    silent = len(matrix.rows) - len(rows)
    if not matrix.rows:
        return f"{side.name} has no words for an actor and an act: nothing can be asked of it."
    if not rows:
        return f"No rule of {side.name} gives or forbids anything to anybody: it is silent in {_all(silent)}."
    found = counting.numbers(rows)
    parts = [f"{found[v]} {_is(found[v])} {verdict_words(v)}" for v in (OF_RIGHT, BY_DEFAULT, BY_LEAVE) if found[v]]
    parts += [f"{found[PROHIBITED]} {_is(found[PROHIBITED])} prohibited"] if found[PROHIBITED] else []
    parts += [f"{found[k]} {_splits(k, found[k])}" for k in SPLIT if found[k]]
    parts += [f"{found[NOT_CONFERRED]} {_is(found[NOT_CONFERRED])} not conferred"] if found[NOT_CONFERRED] else []
    speaks = f"{side.name} speaks of {len(rows)} entitlement{'s' if len(rows) > 1 else ''}: {join(parts)}."
    return f"{speaks} In {_all(silent, 'more ')}, no rule gives or forbids anything." if silent else speaks


def _all(number: int, more: str = "") -> str:
    return f"{number} {more}combination{'' if number == 1 else 's'} of actor, act and place"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _splits(kind: str, number: int) -> str:
    one = number == 1
    match kind:
        case "contested":
            return f"{_is(number)} contested between readings"
        case "open":
            return f"differ{'s' if one else ''} with text in brackets"
        case _:
            return f"depend{'s' if one else ''} on the case"


# ----------------------------------------------------------------------------------------------------- what it rests on


def rests_on(side: Side, most: int = MOST) -> tuple[Block, ...]:
    """The readings, brackets, judged words, discretion and presumptions that carry the answers of a ruleset."""
    rows = told(side.matrix)
    facts = [
        *_listed(side, most, "Contested", [(_dispute(one, side), one) for one in counting.disputes(rows)], "differ"),
        *_listed(
            side, most, "Not agreed [ ]", [(_bracket(one, side), one) for one in counting.brackets(rows)], "differ"
        ),
        *_listed(side, most, "Conflicting", [(CLASH, one) for one in counting.clashes(rows)], "are touched"),
        *_listed(
            side,
            most,
            "Nobody judges",
            [(f"{quote(one.what)}: taken in favour", one) for one in counting.judged(rows)],
            "turn on it",
        ),
        *_listed(side, most, "Who lets it in", _plain(counting.gates(rows)), IN),
        *_listed(side, most, "Who can stop it", _plain(counting.blockers(rows)), IN),
        *_listed(side, most, "Presumed", _plain(counting.presumed(rows)), IN),
    ]
    facts += _silence(side, rows)
    return (Facts(tuple(facts)),) if facts else ()


def _plain(found: Iterable[Counted]) -> list[tuple[str, Counted]]:
    return [(one.what, one) for one in found]


def _listed(side: Side, at_most: int, label: str, found: list[tuple[str, Counted]], verb: str) -> list[Fact]:
    """The things on which most entitlements rest, in the order of the rules, with their number."""
    order = {provision.number: place for place, provision in enumerate(side.text.provisions)}
    most = sorted(found, key=lambda pair: -pair[1].number)[:at_most]
    most.sort(key=lambda pair: min((order.get(rule, 0) for rule in pair[1].rules), default=0))
    facts: list[Fact] = []
    for words, one in most:
        told = f"{words} ({_entitled(one.number, verb)}{_more(one)})"
        facts.append(Fact("" if facts else label, told, one.rules[:FEW]))
    left = len(found) - len(most)
    return [*facts, Fact("", f"and {left} more, in fewer entitlements: see the tables")] if left else facts


def _more(one: Counted) -> str:
    left = len(one.rules) - FEW
    return f"; under {left} more provision{'' if left == 1 else 's'}" if left > 0 else ""


ONE = {
    "differ": "differs",
    "are touched": "is touched",
    "turn on it": "turns on it",
}


def _entitled(number: int, verb: str) -> str:
    if verb == IN:
        return f"in {number} entitlement{'' if number == 1 else 's'}"
    return f"{number} entitlements {verb}" if number != 1 else f"1 entitlement {ONE.get(verb, verb)}"


def _dispute(one: Counted, side: Side) -> str:
    known = {d.id: d for d in side.text.disputes}
    found: Dispute | None = known.get(one.what)
    if found is None:
        return one.what
    readings = "; ".join(f"{quote(r.name)} ({r.standing})" for r in found.readings)
    return f"{quote(found.words) if found.words else 'the text'} is read as {readings}"


def _bracket(one: Counted, side: Side) -> str:
    known = {b.id: b for b in side.text.brackets}
    found: Bracket | None = known.get(one.what)
    if found is None:
        return one.what
    ways = []
    for each in found.alternatives:
        by = f" ({join(each.proposers)})" if each.proposers else ""
        ways.append(f"{quote(each.text) if each.text else 'no text'}{by}")
    return "; or ".join(ways)


def _silence(side: Side, rows: tuple[Row, ...]) -> list[Fact]:
    """How silence is read."""
    facts = []
    if len(rows) < len(side.matrix.rows):
        facts.append(Fact("Silence", f"where {side.name} is silent, this is read as: {side.text.silence}"))
    return facts


def hypotheses(matrix: Matrix) -> tuple[str, ...]:
    """The provisions cited that are of a hypothetical text."""
    return tuple(cited.provision for cited in matrix.cited if cited.layer == "hypothetical")
