"""Whether somebody must do something: whose duty it is, on which condition it rests, in which reading and layer.

The duties asked about are put to the engine as a status that their bearer has: what holds of a status (conditions,
given facts, kinds, disapplications, readings, layers) holds of a duty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.answers.cases import Branch, Leaf, Splitter, contested
from proclogic.answers.cells import Asker
from proclogic.answers.choices import bracketed
from proclogic.answers.model import CONDITIONAL, NO, OPEN, YES, Act, Answer, Beside, Mark, ReadingAnswer, Resolution
from proclogic.answers.other_layers import beside
from proclogic.answers.settle import Settled
from proclogic.answers.standing import what_it_means
from proclogic.answers.stating import speaking_of, stated
from proclogic.engine.cubes import Cube
from proclogic.engine.posed import with_kinds
from proclogic.engine.session import ENTITLED, NOT_ENTITLED, Posed, posed_moves
from proclogic.norms.conditions import Formula, Happens, Has
from proclogic.norms.hierarchy import deadline_entails
from proclogic.norms.model import LAYERS, Accord, Norm, Oblige, Ruleset
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.vocabulary import ACTOR, Predicate
from proclogic.values import Value, unique

DUTY = "(the duty asked about)"
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


def must(asker: Asker, question: Question) -> Answer:
    """The answer to "Must NP EVENT?"."""
    says, lies, certain = _said(asker, question)
    outcome = lies.outcome
    found = stated(
        asker, question, says, lies.grounds, outcome, lies.readings, marks=lies.marks, brackets=lies.brackets
    )
    if not certain:
        found = found.replace(certainty="")
    resolutions = lies.resolutions
    if question.event is not None and question.event.deadline is not None:  # there may be a duty, but not in that time
        resolutions = tuple(r.replace(text=r.text.replace("no duty", "no such duty")) for r in resolutions)
    return found.replace(
        presumed=lies.presumed,
        beside=_beside(asker, question, says, outcome),
        complete=lies.complete,
        resolutions=resolutions,
    )


def _said(asker: Asker, question: Question) -> tuple[str, Lies, bool]:
    """The answer in the layers that count: in words, as a value, and whether a provision says so."""
    event = question.event
    assert event is not None
    clause = asker.wording.event(event.replace(deadline=None))
    of_event = [n for n in asker.ruleset.norms if isinstance(n.effect, Oblige) and n.effect.event == event.event]
    counted = [n for n in of_event if n.layer in asker.options.layers]
    duties = [n for n in counted if n.strength != "should"]
    timely = [n for n in duties if _in_time(n, event)]
    for cell, mine in _asked(asker, question, timely):
        lies = _lies(asker, cell, question.facts, mine)
        if lies.outcome != NO:
            return _positive(asker, clause, lies, mine), lies, True
    for cell, mine in _asked(asker, question, timely):
        free = _lies(asker, cell, (), mine)
        if free.outcome != NO:
            only = f" only if {_either(free.when)}" if free.outcome == CONDITIONAL else ""
            only = f" only as long as not {_either(free.when)}" if free.outcome == YES and free.when else only
            lies = Lies(NO, (), unique(n.provision for n in mine if n.provision in free.grounds) or free.grounds)
            return f"No, on the facts given: {clause}{only}.", lies, True
    late = [n for _, mine in _asked(asker, question, duties) for n in mine if n not in timely]
    if late:
        of_provision = {
            p: _times(asker, [n for n in late if n.provision == p]) for p in unique(n.provision for n in late)
        }
        times = ", ".join(f"{times or 'without a time'} ({p})" for p, times in of_provision.items())
        brackets = asker.choices.concerned(map(bracketed, late))
        return f"No: the duty is {times}.", Lies(NO, (), tuple(of_provision), brackets=brackets), True
    calls = [n for _, mine in _asked(asker, question, [n for n in counted if n.strength == "should"]) for n in mine]
    if calls:
        words = ", ".join(dict.fromkeys(n.strength for n in calls))
        says = f"No duty: the text only calls for it ({words})."
        return says, Lies(NO, (), unique(n.provision for n in calls)), True
    if duties:
        whose = "; ".join(dict.fromkeys(f"{_bearer(asker, n)} ({n.provision})" for n in duties))
        says = f"No rule lays this duty on the one asked about. It is laid on {whose}."
        return says, Lies(NO, (), unique(n.provision for n in duties)), True
    return f"No rule lays this duty: {clause}.", Lies(NO, (), tuple(speaking_of(asker, event))), False


def _in_time(norm: Norm, event: Happens) -> bool:
    return isinstance(norm.effect, Oblige) and deadline_entails(norm.effect.deadline, event.deadline)


def _time(asker: Asker, norm: Norm) -> str:
    limit = norm.effect.deadline if isinstance(norm.effect, Oblige) else None
    return asker.wording.deadline(limit) if limit else "without a time"


def _bearer(asker: Asker, norm: Norm) -> str:
    agent = norm.effect.agent if isinstance(norm.effect, Oblige) else ACTOR
    return asker.telling.whom(norm) if agent == ACTOR else asker.wording.noun(agent)


def _asked(asker: Asker, question: Question, duties: Sequence[Norm]) -> list[tuple[Cell, list[Norm]]]:
    """The duties that can be those of the one asked about, with the individual that their conditions speak of.

    Of a declared agent ("the Chair shall ...") the conditions speak of whoever is asked about; of the actor itself,
    of the bearer."""
    event = question.event
    assert event is not None
    # Given facts are about "it": the bearer, unless a declared agent is asked about.
    bearer = with_kinds(question.cell, question.facts) if question.cell else Cell(Individual((event.agent,)))
    above = frozenset().union(*(asker.session.index.hierarchy.up(ACTOR, k) for k in bearer.actor.kinds))
    named, own = [], []
    for norm in duties:
        agent = norm.effect.agent if isinstance(norm.effect, Oblige) else ""
        if agent == ACTOR:
            own += [norm] if asker.session.index.fits(norm, bearer) else []
        elif agent == event.agent or agent in above:
            named.append(norm)
    asked = [(Cell(Individual(())), named), (bearer, own)]
    return [(cell, norms) for cell, norms in asked if norms]


def _lies(asker: Asker, cell: Cell, facts: Sequence[Fact], duties: Sequence[Norm]) -> Lies:
    """Whether one of the duties lies."""
    told = Asker(_as_status(asker.ruleset, duties), asker.options)
    told.numbers.update(asker.numbers)
    posed = told.posed(cell.replace(act="", holds=Has(DUTY)), facts)
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
        _readings(told, posed, leaves),
        tuple(told.telling.act(posed, x) for x in sorted(presumed)),
        lying.complete and lifted.complete and splitter.complete,
        told.resolutions.answers(
            posed, [Branch((), tuple(leaves), Cube())], [()], says=lambda v: _ruling(told, posed, v)
        ),
        tuple(b.id for b in told.ruleset.brackets if b.id in brackets),
    )


def _when(asker: Asker, posed: Posed, leaf: Leaf) -> tuple[tuple[str, ...], ...]:
    """On what a duty depends under a choice of readings, in words."""
    return tuple(
        tuple(asker.wording.literal(posed.atom(x), x > 0) for x in _sorted(cube)) for cube in leaf.settled.gates
    )


def _ruling(asker: Asker, posed: Posed, leaf: Leaf) -> str:
    """What a choice of readings comes to: "a duty, if the Council admits it"."""
    when = _either(_when(asker, posed, leaf))
    if leaf.settled.outcome == NO:
        return "no duty"
    word = "unless" if leaf.settled.outcome == YES else "if"
    return f"a duty, {word} {when}" if when else "a duty"


def _as_status(ruleset: Ruleset, duties: Sequence[Norm]) -> Ruleset:
    """The ruleset with the duties asked about as a status of their bearer."""
    asked = {n.id for n in duties}
    norms = tuple(n.replace(effect=Accord(DUTY)) if n.id in asked else n for n in ruleset.norms)
    predicates = (*ruleset.vocabulary.predicates, Predicate(DUTY, ACTOR, "status", "has", "the duty"))
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


def _positive(asker: Asker, clause: str, lies: Lies, duties: Sequence[Norm]) -> str:
    what = ", ".join(filter(None, (clause, _times(asker, [n for n in duties if n.provision in lies.grounds]))))
    brackets = any(m.kind == "open" for m in lies.marks)
    match lies.outcome:
        case "yes" if brackets:
            return f"Yes: {what}; what would end the duty depends on the text not agreed."
        case "yes":
            return f"Yes: {what}{f', unless {_either(lies.when)}' if lies.when else ''}."
        case "conditional" if not brackets:
            return f"It depends: {what}, if {_either(lies.when)}."
        case _:
            return f"It depends on {'the text not agreed' if brackets else 'the reading'}: {what}."


def _times(asker: Asker, duties: Sequence[Norm]) -> str:
    """The times of duties, each with the choices of brackets under which it stands."""
    guards: dict[str, list[Formula]] = {}
    for norm in duties:
        guards.setdefault(_time(asker, norm), []).append(bracketed(norm))
    told = {time: asker.choices.label(found) for time, found in guards.items()}
    timed = [f"{time}{label}" for time, label in told.items() if label is not None and time != "without a time"]
    return "; ".join(timed)


def _either(when: Sequence[tuple[str, ...]]) -> str:
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


def _readings(asker: Asker, posed: Posed, leaves: Sequence[Leaf]) -> tuple[ReadingAnswer, ...]:
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
            said = {YES: "a duty", NO: "no duty"}.get(outcome, "it depends")
            if outcome == CONDITIONAL:
                said = _ruling(asker, posed, mine[0])
            found.append(what_it_means(dispute, reading, outcome, said))
    return tuple(found)


def _beside(asker: Asker, question: Question, says: str, outcome: str) -> tuple[Beside, ...]:
    """What each further layer would add, under its own name."""
    event = question.event
    assert event is not None
    found = []
    for layer in LAYERS:
        text = asker.whole.counting((*asker.options.layers, layer))
        speaks = text is not asker.ruleset or any(
            n.layer == layer and isinstance(n.effect, Oblige) and n.effect.event == event.event for n in text.norms
        )
        if layer in asker.options.layers or not speaks:
            continue
        wider = Asker(asker.whole, asker.options.replace(layers=(*asker.options.layers, layer)))
        wider.numbers.update(asker.numbers)
        other, lies, _ = _said(wider, question)
        known = wider.provisions
        fresh = tuple(g for g in lies.grounds if g in known and known[g].layer == layer)
        if text is not asker.ruleset:  # what it amends may leave no ground at all
            counted = asker.amendments.on_event(event, "", ())
            amended = wider.amendments.on_event(event, "", lies.grounds)
            fresh = fresh or unique(a.provision for a in amended if a not in counted)
        if fresh and (other, lies.outcome) != (says, outcome):
            found.append(beside(text, layer, lies.outcome, other.rstrip("."), fresh))
    return tuple(found)
