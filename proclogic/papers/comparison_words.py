"""Comparisons in words: signs, verdicts of a side, effects, examples, and who gains and who loses."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.model import NOT_CONFERRED
from proclogic.compare.grouping import Row
from proclogic.compare.headline import Counts, Headline, Tally
from proclogic.compare.model import (
    DIFFERENT,
    NARROWER,
    SAME,
    WIDER,
    Compared,
    Comparison,
    Difference,
    Finer,
    Instance,
    Side,
    Witness,
)
from proclogic.papers.words import capital, cites, join, quote, verdict_words

SIGNS = {WIDER: "+", NARROWER: "-", DIFFERENT: "~", SAME: "="}
KEY = "+ wider in B; - narrower in B; ~ different; = the same in every situation, but for what is told"
MARKS = {"open": "open [ ]", "turns on": "turns on a word"}
KINDS = {"prohibited elsewhere": "prohibited in other situations"}  # in words, where they are others
_TOLD = ("contested", "open", "conflicting", "turns on", "pending", "unregulated")
NOTHING = "nobody does anything"
ASK = "Ask"
UNKNOWN = "the text is not known"


def name(side: Compared) -> str:
    """A side as the reader knows it: its label, else the id of its ruleset."""
    return side.label or side.id


def side_line(side: Compared, titled: bool = True, named: bool = True) -> str:
    """What is compared: the ruleset and its title (unless they are said already), its layers, and what was settled."""
    followed = [f"{dispute} is read as {quote(reading)}" for dispute, reading in side.readings]
    chosen = [f"{bracket}: {choice or 'no alternative'}" for bracket, choice in side.resolved]
    more = [f"resolved as {', '.join(chosen)}"] if chosen else []
    parts = [name(side) if named else "", side.title if titled else ""]
    return "; ".join(w for w in (": ".join(p for p in parts if p), join(side.layers), *followed, *more) if w)


def verdict(side: Side) -> str:
    """The verdicts of a side: "of right or not conferred"."""
    return join([verdict_words(v) for v in side.verdicts or (side.verdict,)], "or")


def condition(side: Side) -> str:
    """On which condition a side says so: "not if the Conference decides otherwise"; "" for none."""
    if len(side.verdicts) > 1 or not side.short.startswith(verdict_words(side.verdict)):
        return ""
    return side.short.removeprefix(verdict_words(side.verdict)).removeprefix(", ")


def side_words(side: Side) -> str:
    """What a side says, with its condition and its marks: "by leave, if the Chair lists it; turns on a word"."""
    return "; ".join([_said(side), *_marks(side), *([] if side.rules else ["no rule"])])


def _said(side: Side) -> str:
    if side.verdicts == (NOT_CONFERRED,) and side.unknown:
        return UNKNOWN if side.unknown == "all" else f"{verdict(side)}, as far as the text is known"
    return ", ".join(words for words in (verdict(side), condition(side)) if words)


def _marks(side: Side) -> tuple[str, ...]:
    return tuple(dict.fromkeys(MARKS.get(m, m) for m in side.marks if m in _TOLD))


def cell(side: Side) -> str:
    """What a side says, with its provisions, for a table: "by leave, if the Chair lists it (contested; rule 4)"."""
    return f"{_said(side)} ({'; '.join([*_marks(side), cites(side.rules) or 'no rule'])})"


def where(when: tuple[tuple[str, ...], ...]) -> str:
    """A case: "where it is an NGO and it is relevant, or where it is a State"; "" for every case."""
    if not when or not all(when):
        return ""
    return ", or ".join(f"where {join(parts)}" for parts in when)


def does(row: Row | Difference) -> str:
    """What it is about: the act with its body, and the case."""
    return ", ".join(words for words in (row.does, where(row.when)) if words)


def effects(row: Row | Difference) -> list[str]:
    """How B differs from A, a sentence for each kind of difference; the relation where no kind says more."""
    kinds: dict[str, list[str]] = {}
    for one in row.finer:
        kinds.setdefault(one.kind, []).append(one.detail)
    gone = row.b.unknown == "all" and row.b.verdicts == (NOT_CONFERRED,)
    came = row.a.unknown == "all" and row.a.verdicts == (NOT_CONFERRED,)
    found = [
        f"{capital(UNKNOWN)} ({'B' if gone else 'A'})."
        if (gone and kind == "became silent") or (came and kind == "became conferred")
        else _effect(kind, details)
        for kind, details in kinds.items()
    ]
    if row.relation == SAME:
        return found or ["The same."]
    if not row.inclusion and row.relation != DIFFERENT:
        better = "better" if row.relation == WIDER else "worse"
        return [*found, f"The verdict is {better}, though not in every situation."]
    return found or [f"{capital(row.relation)}."]


def _effect(kind: str, details: Iterable[str]) -> str:
    told = "; ".join(detail for detail in dict.fromkeys(details) if detail)
    return f"{capital(KINDS.get(kind, kind))}{f': {told}' if told else ''}."


def effect(row: Row | Difference) -> str:
    """All of it in one cell of a table, its sign first."""
    return " ".join([SIGNS[row.relation], *effects(row)])


def finer(one: Finer) -> str:
    """A finer difference in a line: "condition added: the Chair lists it"."""
    return f"{one.kind}: {one.detail}" if one.detail else one.kind


def example(witness: Witness) -> str:
    """A world in which the sides differ: "if it applies and nobody does anything else: A yes; B no"."""
    clauses = [*witness.clauses, f"{NOTHING} else" if witness.clauses else NOTHING]
    return f"if {join(clauses)}: A {witness.a}; B {witness.b}"


def instances(row: Row | Difference) -> list[Instance]:
    """What shows the finer differences that no world shows, each once."""
    return list(dict.fromkeys(one for finer in row.finer for one in finer.instances))


def shown(instance: Instance) -> str:
    """What shows a finer difference: "60 vote for and 40 vote against that ...: A carried; B not carried"."""
    if instance.why:
        return instance.why
    return f"{'if ' if instance.sort == 'votes' else ''}{instance.situation}: A {instance.a}; B {instance.b}"


def questions(witness: Witness | Instance) -> list[str]:
    """What to ask, with its options: one question where both sides are asked alike, else one of each ("Ask A: ...")."""
    asked = [
        " ".join([question, *([f"({' '.join(options)})"] if options else [])])
        for question, options in ((witness.question, witness.options), (witness.question_b, witness.options_b))
        if question
    ]
    if len(asked) < 2 or asked[0] == asked[1]:
        return [f"{ASK}: {one}" for one in asked[:1]]
    return [f"{ASK} A: {asked[0]}", f"{ASK} B: {asked[1]}"]


# ------------------------------------------------------------------------------------------------------------ headline


NAMED = 5  # of what was too large


def says(head: Headline, comparison: Comparison) -> tuple[str, ...]:
    """The comparison in a few sentences."""
    counts = head.counts
    if not _all(counts):
        return (f"Nothing could be compared: {_both(comparison)} have no words in common for what their rules give.",)
    if not (counts.wider or counts.narrower or counts.different):
        ends = ", but for words, limits, deadlines or majorities" if counts.otherwise else ""
        done = "" if comparison.complete else ", as far as could be examined"
        where = " in what both have words for" if comparison.only else ""
        same = f"{_both(comparison)} give everybody the same entitlements{where}{ends}{done}."
        sorts = join([one.what for one in comparison.beyond])
        return (same, f"But {sorts} differ, which are not compared.") if sorts else (same,)
    parts = [f"more in {counts.wider}" if counts.wider else "more in none"]
    parts += [f"less in {counts.narrower}" if counts.narrower else "less in none"]
    parts += [f"something different in {counts.different}"] if counts.different else []
    return (
        f"Of {_number(_all(counts), 'entitlement')}, {_second(comparison)} gives {join(parts)}.",
        *_states(head),
        *_others(head),
    )


def unexamined(comparison: Comparison) -> str:
    """What was too large, in words."""
    found = comparison.unexamined
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    return f"too large were {'; '.join(found[:NAMED])}{more}" if found else "some cells were too large"


def beside(comparison: Comparison) -> list[str]:
    """The rules that differ and are not compared in their effect, a line for each sort, with their provisions."""
    lines = []
    for one in comparison.beyond:
        sides = [f"{side}: {join(of)}" if of else f"{side}: none" for side, of in (("A", one.a), ("B", one.b))]
        told = join(one.a) if one.a == one.b else "; ".join(sides)
        lines.append(f"{capital(one.what)} that differ ({told}).")
    return lines


def _both(comparison: Comparison) -> str:
    a, b = name(comparison.a), name(comparison.b)
    return f"{a} and {b}" if a != b else "A and B"


def _second(comparison: Comparison) -> str:
    a, b = name(comparison.a), name(comparison.b)
    return b if a != b else "B"


def _all(counts: Counts) -> int:
    return counts.wider + counts.narrower + counts.different + counts.otherwise + counts.same


def _states(head: Headline) -> list[str]:
    if not head.states:
        return []
    losers = [t for t in head.states if t.narrower or t.different]
    gainers = [t for t in head.states if t.wider and t not in losers]
    return ([] if losers else ["Nobody among the States loses anything."]) + _sentences([*losers, *gainers])


def _others(head: Headline) -> list[str]:
    """Of the others, those who change most, and how many only gain, only lose, or do both."""
    others = [t for t in head.tallies if not t.actor.is_state]
    most = max((_moved(t) for t in others), default=0)
    if not most:
        return ["For nobody else anything changes."] if head.states and others else []
    first = next(t for t in others if _moved(t) == most)
    told = [t for t in others if _figures(t) == _figures(first)]
    rest = [
        f"{len(found)} {words if len(found) > 1 else one}"
        for of, words, one in (
            (head.gain_only, "only gain", "only gains"),
            (head.lose_only, "only lose", "only loses"),
            (head.both, "gain and lose", "gains and loses"),
        )
        if (found := [t for t in of if t not in told and not t.actor.is_state])
    ]
    return [*_sentences(told), *([f"Of the other actors, {join(rest)}."] if rest else [])]


def _moved(tally: Tally) -> int:
    return tally.wider + tally.narrower + tally.different


def _figures(tally: Tally) -> tuple[int, int, int]:
    return tally.wider, tally.narrower, tally.different


def _sentences(tallies: Iterable[Tally]) -> list[str]:
    """What actors gain and lose, those with the same figures in one sentence."""
    alike: dict[tuple[int, int, int], list[Tally]] = {}
    for one in tallies:
        alike.setdefault(_figures(one), []).append(one)
    return [f"{capital(changes(found))}." for found in alike.values()]


def changes(tallies: list[Tally]) -> str:
    """What actors with the same figures gain and lose: "NGOs lose 3 and gain 9", "funds and UNDP gain 1 each"."""
    first = tallies[0]
    several = first.actor.several or len(tallies) > 1
    lose, gain, differ = ("lose", "gain", "have") if several else ("loses", "gains", "has")
    found = [f"{lose} {first.narrower}"] if first.narrower else []
    found += [f"{gain} {first.wider}"] if first.wider else []
    found += [f"{differ} something different in {first.different}"] if first.different else []
    each = " each" if len(tallies) > 1 else ""
    return f"{join([t.actor.called for t in tallies])} {join(found)}{each}"


def in_figures(tallies: Iterable[Tally]) -> str:
    """Actors with their figures: "NGOs +9 -3 ~2; funds and UNDP +1 each"."""
    alike: dict[tuple[int, int, int], list[str]] = {}
    for t in tallies:
        alike.setdefault((t.wider, t.narrower, t.different), []).append(t.actor.called)
    found = []
    for numbers, names in alike.items():
        signs = [f"{sign}{number}" for sign, number in zip("+-~", numbers, strict=True) if number]
        each = ["each"] if len(names) > 1 and signs else []
        found.append(" ".join([join(names), *signs, *each]))
    return "; ".join(found)


def counted(counts: Counts) -> str:
    """How many entitlements are wider, narrower, different, the same."""
    found = [
        f"{counts.wider} wider, {counts.narrower} narrower, {counts.different} different",
        f"{counts.otherwise} the same but for words, limits, deadlines, majorities, "
        "or prohibitions of what neither gives",
        f"{counts.same} the same",
    ]
    silent = f"; of {counts.silent} more no rule of either speaks" if counts.silent else ""
    return ", ".join(found) + silent


def words_of(only: Iterable[tuple[str, int]]) -> str:
    """The words that one side has alone, with the number of its entitlements."""
    return ", ".join(f"{word} ({number})" for word, number in only)


def _number(number: int, of: str) -> str:
    return f"{number} {of}{'' if number == 1 else 's'}"
