"""Strategies that restate a ruleset, or change one or two of its norms."""

from __future__ import annotations

from hypothesis import strategies as st

from proclogic.fuzz.norms import literals, one_in
from proclogic.fuzz.pools import ACTOR_KINDS, BODIES, DEADLINES, MEETINGS, OPEN_PREDICATES, PLAIN_EVENTS
from proclogic.fuzz.strategies import rulesets
from proclogic.norms.conditions import ALWAYS, And, Atom, Formula, Happens, Has, Is, Keeps, Not, Or, Reads
from proclogic.norms.formulas import atoms, both, conjuncts, replaced
from proclogic.norms.model import (
    STRENGTHS,
    Accord,
    Deem,
    Disapply,
    Dispute,
    Forbid,
    Limit,
    Norm,
    Oblige,
    Permit,
    Ruleset,
)
from proclogic.norms.vocabulary import ACTOR, BODY


@st.composite
def drawn(draw: st.DrawFn) -> Ruleset:
    """A small ruleset, with all declared who can act in it, and grants in words of their own."""
    ruleset = draw(rulesets(circular=False))
    ruleset = ruleset.replace(norms=tuple(draw(_worded(n)) for n in ruleset.norms))
    kinds = ruleset.vocabulary.kinds
    known = {k.id for k in kinds if k.sort == ACTOR}
    missing = [
        k.replace(parents=tuple(p for p in k.parents if p in known))
        for k in ACTOR_KINDS
        if k.id not in known and any(k.id in e.agents for e in ruleset.vocabulary.events)
    ]
    return ruleset.replace(vocabulary=ruleset.vocabulary.replace(kinds=(*missing, *kinds)))


@st.composite
def _worded(draw: st.DrawFn, norm: Norm) -> Norm:
    """The norm in stronger or weaker words, now and then with a limit."""
    if isinstance(norm.effect, Permit | Accord) and draw(one_in(2)):
        norm = norm.replace(strength=draw(st.sampled_from(STRENGTHS)))
    if isinstance(norm.effect, Permit) and draw(one_in(4)):
        norm = norm.replace(limits=(Limit(at_most=draw(st.sampled_from((3, 5))), unit="day"),))
    return norm


# ---------------------------------------------------------------------------------------------- in other words


@st.composite
def restated(draw: st.DrawFn, ruleset: Ruleset) -> Ruleset:
    """The same rules under other numbers, in another order, and in other words that say the same."""
    norms = [draw(_in_other_words(n)) for n in ruleset.norms]
    ids = dict(zip((n.id for n in norms), draw(st.permutations([f"rule {n.id}" for n in norms])), strict=True))
    numbers = {p.number: f"1{p.number}" for p in ruleset.provisions}

    def renumbered(norm: Norm) -> Norm:
        effect = norm.effect
        if isinstance(effect, Disapply):
            effect = effect.replace(targets=tuple(ids[t] for t in effect.targets))
        return norm.replace(
            id=ids[norm.id],
            provision=numbers[norm.provision],
            effect=effect,
            prevails=tuple(ids[i] for i in norm.prevails),
            via=tuple(numbers[v] for v in norm.via),
        )

    return ruleset.replace(
        norms=tuple(draw(st.permutations([renumbered(n) for n in norms]))),
        provisions=tuple(p.replace(number=numbers[p.number]) for p in ruleset.provisions),
        disputes=tuple(d.replace(provision=numbers[d.provision]) for d in ruleset.disputes),
        brackets=tuple(b.replace(provision=numbers[b.provision]) for b in ruleset.brackets),
    )


@st.composite
def _in_other_words(draw: st.DrawFn, norm: Norm) -> Norm:
    return norm.replace(
        subject=draw(_equivalent(norm.subject)),
        condition=draw(_equivalent(norm.condition)),
        guard=draw(_equivalent(norm.guard)),
    )


@st.composite
def _equivalent(draw: st.DrawFn, formula: Formula) -> Formula:
    """A formula that holds in the same worlds."""
    match formula:
        case And(parts) | Or(parts):
            inner = tuple(draw(st.permutations([draw(_equivalent(p)) for p in parts])))
            formula = And(inner) if isinstance(formula, And) else Or(inner)
        case Not(part):
            formula = Not(draw(_equivalent(part)))
    return draw(st.sampled_from(_ways(formula)))


def _ways(formula: Formula) -> list[Formula]:
    """A formula, and what says the same in one step."""
    if formula == ALWAYS:
        return [formula]
    found = [formula, formula, formula, Not(Not(formula)), And((formula, formula))]
    match formula:
        case And(parts):
            found.append(Not(Or(tuple(Not(p) for p in parts))))
            for i, part in enumerate(parts):
                if isinstance(part, Or):
                    rest = parts[:i] + parts[i + 1 :]
                    found += [Or(tuple(And((*rest, p)) for p in part.parts))] * 2
        case Or(parts):
            found.append(Not(And(tuple(Not(p) for p in parts))))
            first, *others = parts
            if others and isinstance(first, And):
                found += [And(tuple(Or((p, *others)) for p in first.parts))] * 2
        case Not(And(parts) | Or(parts) as inner):
            negated = tuple(Not(p) for p in parts)
            found += [Or(negated) if isinstance(inner, And) else And(negated)] * 2
    return found


# -------------------------------------------------------------------------------------------------- something else


@st.composite
def changed(draw: st.DrawFn, ruleset: Ruleset, most: int = 2) -> Ruleset:
    """The ruleset with some of its norms changed."""
    for _ in range(draw(st.integers(1, most))):
        if ruleset.norms:
            ruleset = draw(_changed_once(ruleset))
    return ruleset


@st.composite
def _changed_once(draw: st.DrawFn, ruleset: Ruleset) -> Ruleset:
    norms = list(ruleset.norms)
    acting = [i for i, n in enumerate(norms) if isinstance(n.effect, Permit | Forbid)] or list(range(len(norms)))
    at = draw(st.sampled_from(acting * 2 + list(range(len(norms)))))
    norm = norms[at]
    ways: list[st.SearchStrategy[Norm | None]] = [st.just(None), _with_another_condition(ruleset, norm)]
    if norm.condition != ALWAYS:
        ways += [_without_a_condition(norm), _with_a_condition_otherwise(norm)] * 2
    if isinstance(norm.effect, Permit | Forbid):
        ways += [_moved(ruleset, norm), st.just(_swapped(norm))]
    if norm.subject == ALWAYS or any(isinstance(a, Is) and a.sort == ACTOR for a in atoms(norm.subject)):
        ways.append(_of_others(ruleset, norm))
    if ruleset.disputes or ruleset.brackets:
        ways.append(_under_another_guard(ruleset, norm))
    if isinstance(norm.effect, Permit | Accord):
        ways.append(_worded(norm))
    if norm.prevails:
        ways.append(st.just(norm.replace(prevails=norm.prevails[1:])))
    found = draw(st.sampled_from(ways).flatmap(lambda w: w))
    norms[at : at + 1] = [found] if found is not None else []
    return ruleset.replace(norms=tuple(norms))


@st.composite
def read_otherwise(draw: st.DrawFn, ruleset: Ruleset) -> Ruleset:
    """The ruleset with its disputes stated otherwise: the readings in another order, one of them gone or standing
    otherwise. What stood only in the reading that is gone goes with it."""
    disputes: list[Dispute] = []
    gone: set[Formula] = set()
    for dispute in ruleset.disputes:
        readings = draw(st.permutations(dispute.readings))
        if len(readings) > 2 and draw(st.booleans()):
            gone.add(Reads(dispute.id, readings.pop().name))
        first = readings[0].replace(standing=draw(st.sampled_from(("preferred", "arguable", "minority"))))
        disputes.append(dispute.replace(readings=(first, *readings[1:])))
    kept = tuple(n for n in ruleset.norms if not gone.intersection(atoms(n.guard)))
    return ruleset.replace(norms=kept, disputes=tuple(disputes))


def _parts(formula: Formula) -> list[Formula]:
    return list(conjuncts(formula))


@st.composite
def _without_a_condition(draw: st.DrawFn, norm: Norm) -> Norm:
    parts = _parts(norm.condition)
    gone = draw(st.integers(0, max(0, len(parts) - 1)))
    return norm.replace(condition=both(*(p for i, p in enumerate(parts) if i != gone)))


@st.composite
def _with_another_condition(draw: st.DrawFn, ruleset: Ruleset, norm: Norm) -> Norm:
    part = draw(literals(draw(st.sampled_from(open_ones(ruleset)))))
    if draw(st.integers(0, 3)) == 0 and norm.condition != ALWAYS:
        return norm.replace(condition=Or((norm.condition, part)))
    return norm.replace(condition=both(norm.condition, part))


@st.composite
def _with_a_condition_otherwise(draw: st.DrawFn, norm: Norm) -> Norm:
    """One of its acts in another time, or one of its parts denied."""
    acts = [a for a in atoms(norm.condition) if isinstance(a, Happens)]
    if acts and draw(st.booleans()):
        one = draw(st.sampled_from(acts))
        other = one.replace(deadline=draw(st.sampled_from((None, *DEADLINES))))
        return norm.replace(condition=replaced(norm.condition, lambda a: other if a == one else a))
    parts = _parts(norm.condition)
    if not parts:
        return norm
    at = draw(st.integers(0, len(parts) - 1))
    return norm.replace(condition=both(*(Not(p) if i == at else p for i, p in enumerate(parts))))


@st.composite
def _moved(draw: st.DrawFn, ruleset: Ruleset, norm: Norm) -> Norm:
    """In another body."""
    assert isinstance(norm.effect, Permit | Forbid)
    known = {k.id for k in ruleset.vocabulary.kinds if k.sort == BODY}
    bodies = [k.id for k in (*BODIES, *MEETINGS) if k.id in known]
    return norm.replace(effect=norm.effect.replace(body=draw(st.sampled_from(["", *bodies]))))


def _swapped(norm: Norm) -> Norm:
    """A grant made a prohibition, and the other way round."""
    effect = norm.effect
    assert isinstance(effect, Permit | Forbid)
    said = effect.act, effect.body, effect.object
    if isinstance(effect, Permit):
        return norm.replace(effect=Forbid(*said), strength="may not")
    return norm.replace(effect=Permit(*said), strength="may", monopoly=False)


@st.composite
def _of_others(draw: st.DrawFn, ruleset: Ruleset, norm: Norm) -> Norm:
    """Of a wider, a narrower or another class of actors."""
    kinds = [k for k in ruleset.vocabulary.kinds if k.sort == ACTOR]
    named = {a.kind for a in atoms(norm.subject) if isinstance(a, Is) and a.sort == ACTOR}
    if isinstance(norm.effect, Deem):
        near = [k.id for k in kinds]  # a kind that is deemed is asked for plainly
        return norm.replace(subject=draw(st.sampled_from([ALWAYS, *(Is(ACTOR, k) for k in near)])))
    wider = [p for k in kinds if k.id in named for p in k.parents]
    narrower = [k.id for k in kinds if named.intersection(k.parents)]
    to = draw(st.sampled_from([*wider, *narrower] * 3 + [k.id for k in kinds]))
    if norm.subject == ALWAYS:
        return norm.replace(subject=Is(ACTOR, to))
    if draw(st.integers(0, 4)) == 0:
        return norm.replace(subject=ALWAYS)
    one = sorted(named)[0]
    return norm.replace(subject=replaced(norm.subject, lambda a: Is(ACTOR, to) if a == Is(ACTOR, one) else a))


@st.composite
def _under_another_guard(draw: st.DrawFn, ruleset: Ruleset, norm: Norm) -> Norm:
    guards: list[Formula] = [Reads(d.id, r.name) for d in ruleset.disputes for r in d.readings]
    guards += [Keeps(b.id, a.name) for b in ruleset.brackets for a in b.alternatives]
    return norm.replace(guard=draw(st.sampled_from([ALWAYS, *guards])))


def open_ones(ruleset: Ruleset) -> list[Atom]:
    """What may be asked for without a circle: what no norm derives, of what the norms speak of and of more."""
    said: list[Atom] = [a for n in ruleset.norms for a in (*atoms(n.subject), *atoms(n.condition))]
    kinds = [k.id for k in ruleset.vocabulary.kinds if k.sort == ACTOR]
    events = [e for e in PLAIN_EVENTS if e.agent in (ACTOR, *kinds)]
    known: list[Atom] = [*said, *said, *(Has(p) for p in OPEN_PREDICATES), *events, *(Is(ACTOR, k) for k in kinds)]
    effects = [n.effect for n in ruleset.norms]
    deemed = {e.sort for e in effects if isinstance(e, Deem)}
    duties = {(e.event, e.agent) for e in effects if isinstance(e, Oblige)}

    def is_open(atom: Atom) -> bool:
        match atom:
            case Is(sort, _):
                return sort not in deemed
            case Has(predicate):
                return predicate in OPEN_PREDICATES
            case Happens(event, agent):
                return (event, agent) not in duties
        return False

    return [a for a in known if is_open(a)]
