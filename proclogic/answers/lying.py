"""Whether a duty lies: on which conditions, in which readings, with which text in brackets.

The duties asked about are put to the engine as a status that their bearer has: what holds of a status (conditions,
given facts, kinds, disapplications, readings, layers) holds of a duty. What stands in their way (opposed.py) is put as
a second status: rules clash where both are had.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.answers.cases import Branch, Leaf, Splitter, contested
from proclogic.answers.cells import Asker
from proclogic.answers.model import CONDITIONAL, NO, OPEN, YES, Act, Mark, ReadingAnswer, Resolution
from proclogic.answers.settle import Settled
from proclogic.answers.standing import what_it_means
from proclogic.engine.cubes import Cube
from proclogic.engine.session import ENTITLED, NOT_ENTITLED, Posed, posed_moves
from proclogic.norms.conditions import Has
from proclogic.norms.formulas import both
from proclogic.norms.model import Accord, Norm, Ruleset
from proclogic.norms.questions import Cell, Fact
from proclogic.norms.vocabulary import ACTOR, Predicate
from proclogic.values import Value, unique

DUTY, CONTRARY, CLASH = "(the duty asked about)", "(what stands in its way)", "(both)"
MOST = 6  # alternatives of a condition that are told


class Lies(Value):
    """Whether a duty lies. `when` are the conditions on which it does (or, of a duty that stands as things are, does
    not), as alternatives in words."""

    outcome: str
    when: tuple[tuple[str, ...], ...] = ()
    grounds: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    readings: tuple[ReadingAnswer, ...] = ()
    presumed: tuple[Act, ...] = ()
    complete: bool = True
    resolutions: tuple[Resolution, ...] = ()
    brackets: tuple[str, ...] = ()  # those that were looked at


def laid(
    asker: Asker,
    cell: Cell,
    facts: Sequence[Fact],
    duties: Sequence[Norm],
    put: Sequence[Norm] = (),
    opposed: bool = False,
) -> Lies:
    """Whether one of the duties lies; with `opposed`, and something stands in its way. `put` are norms that take the
    place of those with the same ids."""
    told = Asker(_as_status(asker.ruleset, duties, put), asker.options)
    told.numbers.update(asker.numbers)
    asked, what = (CLASH, "clash") if opposed else (DUTY, "duty")
    posed = told.posed(cell.replace(act="", holds=Has(asked)), facts)
    lying, lifted = told.session.primes(posed, ENTITLED), told.session.primes(posed, NOT_ENTITLED)
    splitter = Splitter(told.ruleset, posed)
    given = [x if v else -x for x, v in posed_moves(posed).items()]
    rulings = {
        choice: (*_outcome(splitter, yes, no), yes)
        for choice, yes, no in splitter.by_reading(given, lying.cubes, lifted.cubes)
    }
    leaves = [
        Leaf(choice, Settled("", outcome, gates=told_of), (), False, choice | frozenset(given))
        for choice, (outcome, told_of, _) in rulings.items()
    ]
    counted = [v for v in leaves if not told.readings.is_minority(posed, v.choice)] or leaves
    lead = told.readings.lead(posed, counted)
    names = contested(
        leaves,
        lambda v: not told.readings.is_minority(posed, v.choice),
        told.readings.group_of(posed),
        lambda v: (v.settled.outcome, v.settled.gates),
    )
    outcomes = {v.settled.outcome for v in counted}
    shown = max(counted, key=lambda v: v.settled.outcome == CONDITIONAL) if len(outcomes) == 1 else lead
    traces = [told.derivations.at(posed, v.path | c) for v in counted for c in sorted(rulings[v.choice][2], key=len)]
    for trace in traces[:MOST]:
        trace.entitled()
    carrying = [p for t in traces[:MOST] for n in t.norms.values() for p in (n.provision, *n.via)]
    presumed = {posed.ground.open[a] for t in traces[:MOST] for a in t.presumed if a in posed.ground.open}
    brackets = {told.readings.group_of(posed)(x) for x in posed.ground.open.values()}
    return Lies(
        next(iter(outcomes)) if len(outcomes) == 1 else OPEN,
        _when(told, posed, shown),
        asker.telling.in_order([*carrying, *(told.readings.provision(d) for d in names)]),
        (*_disputed(told, names), *_words(told, posed, splitter, counted)),
        _readings(told, posed, leaves, what),
        tuple(told.telling.act(posed, x) for x in sorted(presumed)),
        lying.complete and lifted.complete and splitter.complete,
        told.resolutions.answers(
            posed, [Branch((), tuple(leaves), Cube())], [()], says=lambda v: _ruling(told, posed, v, what)
        ),
        tuple(b.id for b in told.ruleset.brackets if b.id in brackets),
    )


def _when(asker: Asker, posed: Posed, leaf: Leaf) -> tuple[tuple[str, ...], ...]:
    """On what a duty depends under a choice of readings, in words."""
    return tuple(
        tuple(asker.wording.literal(posed.atom(x), x > 0) for x in _sorted(cube)) for cube in leaf.settled.gates
    )


def _ruling(asker: Asker, posed: Posed, leaf: Leaf, what: str) -> str:
    """What a choice of readings comes to: "a duty, if the Council admits it"."""
    when = either(_when(asker, posed, leaf))
    if leaf.settled.outcome == NO:
        return f"no {what}"
    word = "unless" if leaf.settled.outcome == YES else "if"
    return f"a {what}, {word} {when}" if when else f"a {what}"


def _as_status(ruleset: Ruleset, duties: Sequence[Norm], put: Sequence[Norm]) -> Ruleset:
    """The ruleset with the duties asked about as a status of their bearer, and what is put in the place of others."""
    placed = {n.id: n.replace(effect=Accord(DUTY)) for n in duties} | {n.id: n for n in put}
    of = duties[0]
    clash = Norm(CLASH, of.provision, Accord(CLASH), condition=both(Has(DUTY), Has(CONTRARY)), layer=of.layer)
    norms = (*(placed.get(n.id, n) for n in ruleset.norms), clash)
    made = [Predicate(name, ACTOR, "status", "has", "the duty") for name in (DUTY, CONTRARY, CLASH)]
    predicates = (*ruleset.vocabulary.predicates, *made)
    return ruleset.replace(norms=norms, vocabulary=ruleset.vocabulary.replace(predicates=predicates))


def _outcome(splitter: Splitter, yes: frozenset[Cube], no: frozenset[Cube]) -> tuple[str, tuple[Cube, ...]]:
    """Whether the duty lies when this much is left open, with what it still depends on."""
    if not yes:
        return NO, ()
    if any(all(x < 0 and splitter.kind_of(x) == "move" for x in cube) for cube in yes):
        return YES, tuple(sorted(no, key=_size))  # it stands as things are; these acts would end it
    return CONDITIONAL, tuple(sorted(yes, key=_size))


def _size(cube: Cube) -> tuple[int, list[int]]:
    return len(cube), _sorted(cube)


def _sorted(cube: Cube) -> list[int]:
    return sorted(cube, key=lambda x: (abs(x), x))


def either(when: Sequence[tuple[str, ...]]) -> str:
    told = [" and ".join(words) for words in when[:MOST]]
    more = f", or in {len(when) - MOST} further cases" if len(when) > MOST else ""
    return ", or ".join(told) + more if any(" and " in t for t in told) else " or ".join(told) + more


def _disputed(asker: Asker, names: Sequence[str]) -> list[Mark]:
    marks = []
    for kind, brackets in (("contested", False), ("open", True)):
        of_kind = [n for n in names if asker.readings.is_bracket(n) is brackets]
        if of_kind:
            words = "; ".join(map(asker.readings.words, of_kind))
            marks.append(Mark(kind, words, unique(map(asker.readings.provision, of_kind))))
    return marks


def _words(asker: Asker, posed: Posed, splitter: Splitter, leaves: Iterable[Leaf]) -> list[Mark]:
    """The words that nobody is named to judge, on which the duty depends. They are not taken in anybody's favour."""
    found = unique(
        posed.atom(x)
        for v in leaves
        if v.settled.outcome == CONDITIONAL
        for c in v.settled.gates
        for x in c
        if splitter.kind_of(x) == "word"
    )
    return [Mark("turns on", asker.wording.word(a), asker.telling.speaking_of(posed, a)) for a in found]


def _readings(asker: Asker, posed: Posed, leaves: Sequence[Leaf], what: str) -> tuple[ReadingAnswer, ...]:
    """What each reading of the disputes that make a difference says."""
    group = asker.readings.group_of(posed)
    names = contested(leaves, lambda v: True, group, lambda v: (v.settled.outcome, v.settled.gates))
    found = []
    for dispute in (d for d in asker.ruleset.disputes if d.id in names):
        for reading in dispute.readings:
            mine = [v for v in leaves if asker.readings.follows(posed, v, dispute.id, reading.name)]
            outcomes = {v.settled.outcome for v in mine}
            if not outcomes:
                continue
            outcome = next(iter(outcomes)) if len(outcomes) == 1 else OPEN
            said = {YES: f"a {what}", NO: f"no {what}"}.get(outcome, "it depends")
            if outcome == CONDITIONAL:
                said = _ruling(asker, posed, mine[0], what)
            found.append(what_it_means(dispute, reading, outcome, said))
    return tuple(found)
