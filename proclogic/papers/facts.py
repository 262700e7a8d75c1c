"""The labelled lines of an answer: who must do what, who lets it in, who can stop it, within which limits."""

from __future__ import annotations

from proclogic.answers.model import OF_RIGHT, Act, Answer, Case, DecidedBy, Way
from proclogic.answers.short import acting
from proclogic.norms.model import STRENGTHS
from proclogic.papers.document import Fact
from proclogic.papers.words import (
    LAYER_WORDS,
    act_words,
    cite,
    happened,
    join,
    mark_words,
    quote,
    short_mark,
    step_words,
    verdict_words,
    when_words,
)


def depends(answer: Answer) -> list[Fact]:
    """On what the verdict depends, where it does: each case in a line."""
    facts: list[Fact] = []
    if any(mark.kind == "depends" for mark in answer.marks):
        for case in answer.cases:
            words = "; ".join([verdict_words(case.verdict), *(mark_words(mark) for mark in case.marks)])
            facts.append(Fact("" if facts else "Depends", f"{when_words(case.when)}: {words}", case.grounds))
    return facts


def presumed(acts: tuple[Act, ...]) -> list[Fact]:
    """Duties taken as performed."""
    return [Fact("Presumed" if not i else "", act_words(act), act.rules) for i, act in enumerate(acts)]


def because(acts: tuple[Act, ...]) -> list[Fact]:
    """What is given to have happened, or not, and brings the answer down."""
    return [Fact("Because" if not i else "", act_words(act) + happened(act), act.rules) for i, act in enumerate(acts)]


def steps(ways: tuple[Way, ...]) -> list[Fact]:
    """What it must do itself."""
    facts: list[Fact] = []
    for act, lead in _each(ways):
        label = "It must" if act.base else "Its own step"
        facts.append(Fact("" if facts else label, lead + step_words(act) + happened(act), act.rules))
        facts += how(act)
    return facts


def gates(ways: tuple[Way, ...]) -> list[Fact]:
    """Who has to let it in, and how they decide."""
    facts: list[Fact] = []
    for act, lead in _each(ways):
        label = "" if facts else "Who lets it in"
        facts.append(Fact(label, lead + act_words(act) + happened(act), act.rules))
        facts += how(act)
    return facts


def how(act: Act) -> list[Fact]:
    """With which majority a body acts."""
    facts = [Fact("", _decided(by), by.rules) for by in act.decided]
    return [*facts, Fact("", "no rule that counts says with which majority", act.rules)] if act.unsettled else facts


def refusing(act: Act) -> list[Fact]:
    """With which coalition a body refuses to act."""
    return _merged([Fact("", _prevented(by), by.rules) for by in act.decided if by.prevent])


def taken(act: Act | None) -> list[Fact]:
    """How a body decides that uses a power of its own, and who can prevent it there."""
    if act is None:
        return []
    facts = [fact.replace(rules=fact.rules or act.rules) for fact in how(act)]
    prevented = _merged([Fact("", _layer(by) + by.prevent + by.keeps, by.rules or act.rules) for by in act.decided])
    return [*_labelled("How it decides", facts), *_labelled("Can prevent it", prevented)]


def _labelled(label: str, facts: list[Fact]) -> list[Fact]:
    return [fact.replace(label="" if place else label) for place, fact in enumerate(facts)]


def blocked(of: Answer | Case, takes: Act | None = None) -> list[Fact]:
    """Who sets off the end of it, and who can hold that against everybody else. `takes` is the decision of the body
    that is asked about: then this is about everybody else."""
    sets_off, holds = of.blockers.sets_off, of.blockers.holds
    if of.blockers.cut:
        more = Fact("" if sets_off else "Who can stop it", "in more ways together than can be listed", of.grounds)
        return [*_stops("Who can stop it", sets_off, ""), more]
    if not sets_off and not holds:
        if of.verdict != OF_RIGHT:
            return []
        nobody, rules = (f"nobody outside {takes.agent}", takes.rules) if takes is not None else ("nobody", of.grounds)
        return [Fact("Who can stop it", nobody, rules)]
    if not sets_off or sets_off == holds:
        return _stops("Who can stop it", holds, "; nobody can undo it")
    for_good = tuple(way for way in holds if way not in sets_off)
    lasting = "" if for_good else "; nobody can undo it"
    ending = frozenset(act.event for way in sets_off for act in way.acts if not act.refusal)
    return _stops("Who can stop it", sets_off, lasting) + _stops("For good", for_good, "", ending)


def _stops(label: str, ways: tuple[Way, ...], end: str, ending: frozenset[str] = frozenset()) -> list[Fact]:
    """The ways to stop it, a line each. `ending` are events that end it by themselves: that one of them does not happen
    stops nothing, and is told as what the rest lasts for."""
    facts: list[Fact] = []
    told: set[str] = set()  # what it takes to refuse is said once for each act
    for number, way in enumerate(ways):
        while_ = [act for act in way.acts if act.refusal and act.event in ending and len(way.acts) > 1]
        words = join([act_words(act) + happened(act) for act in way.acts if act not in while_])
        words += f", as long as {join([act_words(act) for act in while_])}" if words and while_ else ""
        rules = tuple(dict.fromkeys(rule for act in way.acts for rule in act.rules))
        facts.append(Fact("" if facts else label, ("or " if number else "") + words + end, rules))
        for act in way.acts:
            if act.refusal and act.event not in told:
                told.add(act.event)
                facts += refusing(act)
    return facts


def _merged(facts: list[Fact]) -> list[Fact]:
    """Lines that say the same, as one line with all their rules."""
    rules: dict[str, tuple[str, ...]] = {}
    for fact in facts:
        rules[fact.text] = tuple(dict.fromkeys((*rules.get(fact.text, ()), *fact.rules)))
    return [Fact("", text, cited) for text, cited in rules.items()]


def in_short(case: Case) -> str:
    """A case in one line: "by leave, if the President invites it to speak, not if a State Party objects to it"."""
    if len(case.verdicts) > 1:  # contested, or open: the acts of one of them would take its side
        marks = dict.fromkeys(short_mark(m) for m in case.marks if m.kind in ("contested", "open"))
        return "; ".join([join([verdict_words(v) for v in case.verdicts], "or"), *marks])
    parts = [verdict_words(case.verdict)]
    lets, stops = (
        f"{word} {join([join([act_words(act) for act in way.acts]) for way in ways], 'or')}" if ways else ""
        for word, ways in (("if", case.gates), ("not if", case.blockers.sets_off))
    )
    return ", ".join([*parts, *acting(case, lets, stops)])


def _each(ways: tuple[Way, ...]) -> list[tuple[Act, str]]:
    """Every act of every way, with the word that joins it to what stands before."""
    return [
        (act, "" if not (number or place) else "and " if place else "or ")
        for number, way in enumerate(ways)
        for place, act in enumerate(way.acts)
    ]


def _decided(by: DecidedBy) -> str:
    numbers = any(c.isdigit() for c in by.make)  # the coalition in words says no more than the decision rule does
    return _layer(by) + f"by {by.decision}" + (f" ({by.make})" if numbers else "")


def _prevented(by: DecidedBy) -> str:
    return _layer(by) + f"to refuse: {by.prevent}{by.keeps}"


def _layer(by: DecidedBy) -> str:
    return "" if by.counts else f"{LAYER_WORDS.get(by.layer, by.layer)}: "


def limits(pairs: tuple[tuple[str, str], ...]) -> list[Fact]:
    """Within which limits it is granted."""
    return [Fact("Limits" if not i else "", words, (rule,)) for i, (words, rule) in enumerate(pairs)]


def strength(pair: tuple[str, str]) -> list[Fact]:
    """The weakest words on the path, and what is stronger."""
    words, rule = pair
    if not words:
        return []
    rank = STRENGTHS.index(words) if words in STRENGTHS else 0
    weaker = f": weaker than {quote(STRENGTHS[rank - 1])}" if rank else ""
    return [Fact("Words", quote(words) + weaker, (rule,))]


def fell_away(pairs: tuple[tuple[str, str], ...]) -> list[Fact]:
    """What bears on the question and fell away by a choice in brackets."""
    return [Fact("Fell away" if not i else "", why, (rule,)) for i, (why, rule) in enumerate(pairs)]


def about_text(silences: tuple[tuple[str, str], ...]) -> list[Fact]:
    """What the text does not say, gathered by provision."""
    by_rule: dict[str, list[str]] = {}
    for words, rule in silences:
        by_rule.setdefault(rule, []).append(words)
    facts: list[Fact] = []
    for rule, said in by_rule.items():
        facts.append(Fact("" if facts else "Not said", f"{cite(rule)} does not say {', '.join(said)}"))
    return facts
