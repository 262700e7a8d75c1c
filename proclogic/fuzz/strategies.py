"""Strategies for rulesets and for questions put to them."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from proclogic.fuzz.norms import Material, effects, few, formulas, materials, one_in
from proclogic.fuzz.pools import ACTS, ALTERNATIVES, COUNTS, PERIODS, PROVISIONS, READINGS, STATUSES
from proclogic.norms.conditions import ALWAYS, And, Atom, Formula, Happens, Has, Is, Keeps, Not, Reads, ReferredTo
from proclogic.norms.model import (
    Accord,
    Alternative,
    Bracket,
    Deem,
    Deny,
    Disapply,
    Dispute,
    Effect,
    Forbid,
    Norm,
    Oblige,
    Permit,
    Provision,
    Reading,
    Refer,
    Ruleset,
)
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, SORTS, Vocabulary
from proclogic.reference.evaluate import is_contrary
from proclogic.reference.kinds import above
from proclogic.reference.worlds import occurring, open_atoms, parts_of, setting, worlds

MOST_OPEN = 10  # atoms in one question: brute force tries 3 ** 10 cubes at worst

LAYERS_DRAWN = ("rules",) * 8 + ("treaty", "treaty", "practice", "proposal")


# --------------------------------------------------------------------------------------------------- rulesets


def _stage(effect: Effect) -> int:
    """The place in a stratified order: what an effect derives may be asked for in later stages only."""
    match effect:
        case Deem():
            return 0
        case Oblige():
            return 1
        case Refer():
            return 2
        case Accord(status) | Deny(status):
            return 3 + STATUSES.index(status)
    return 3 + len(STATUSES)


def _derives(effect: Effect, atom: Atom) -> bool:
    match effect, atom:
        case Deem(sort, _), Is(other, _):
            return sort == other
        case Oblige(event, agent), Happens(e, a):
            return (event, agent) == (e, a)
        case Refer(body), ReferredTo(other):
            return body == other
        case ((Accord(status) | Deny(status)), Has(p)):
            return status == p
    return False


def _settled(atoms: tuple[Atom, ...], stage: int, all_effects: list[Effect]) -> tuple[Atom, ...]:
    """The atoms that no effect of this stage or a later one derives."""
    return tuple(a for a in atoms if not any(_derives(e, a) and _stage(e) >= stage for e in all_effects))


@st.composite
def _subjects(draw: st.DrawFn, material: Material, atoms: tuple[Atom, ...]) -> Formula:
    """Of whom a norm speaks: mostly of a kind."""
    kinds = [a for a in atoms if isinstance(a, Is) and a.sort == ACTOR]
    if not kinds or draw(one_in(4)):
        return ALWAYS
    kind = draw(st.sampled_from(kinds))
    predicates = [a for a in atoms if isinstance(a, Has)]
    shape = draw(st.integers(0, 6))
    if predicates and shape == 0:
        return And((kind, Not(draw(st.sampled_from(predicates)))))
    return Not(kind) if shape == 1 else kind


@st.composite
def rulesets(draw: st.DrawFn, most_norms: int = 8, circular: bool | None = None) -> Ruleset:
    """A small ruleset. With `circular` False no rules defeat each other in a circle; True makes no promise; None draws
    a circle-prone one now and then."""
    if circular is None:
        circular = draw(one_in(10))
    material = draw(materials())
    count = draw(st.sampled_from([n for n in (4, 5, 6, 7, 3, 2, 1, 8) if n <= most_norms]))
    drawn: list[Effect] = [Permit(material.act), *(draw(effects(material)) for _ in range(count - 1))]
    if not draw(one_in(8)):  # now and then a rule rests on a status that no rule accords
        fed = (a for a in material.derived if any(_derives(e, a) for e in drawn))
        material = material.replace(derived=tuple(fed))
    disputes, brackets, guards = draw(_guards())
    norms: list[Norm] = []
    for effect in drawn:
        stage = 0 if circular else _stage(effect)
        atoms = (*material.open, *material.derived)
        usable = atoms if circular else _settled(atoms, stage, drawn)
        norm = Norm(
            id=f"{len(norms) + 1}",
            provision=draw(st.sampled_from(PROVISIONS)),
            effect=effect,
            # a kind that is deemed may always be asked for: deeming upon deeming makes no circle
            subject=draw(_kind_subjects(material) if isinstance(effect, Deem) else _subjects(material, usable)),
            condition=draw(formulas(usable)) if usable and not draw(one_in(5)) else ALWAYS,
            guard=draw(guards),
            strength=draw(st.sampled_from(("shall", "shall", "should"))) if isinstance(effect, Oblige) else "may",
            layer=draw(st.sampled_from(LAYERS_DRAWN)) if norms else "rules",
            via=draw(st.sampled_from(((), (), (), ("5",)))),
        )
        if isinstance(effect, Accord) and draw(one_in(6)):
            norm = norm.replace(condition=And((norm.condition, Has(effect.status))))  # rests on itself
        norms.append(norm)
        if isinstance(effect, Permit) and norm.subject != ALWAYS and draw(one_in(5)):
            only = Forbid(effect.act, effect.body, effect.object)
            half = norm.replace(id=f"{norm.id}#2", effect=only, subject=Not(norm.subject), condition=ALWAYS)
            norms.append(half.replace(monopoly=True, strength="may not"))
    norms = draw(_ordered(norms, circular))
    norms += draw(_disapplying(material, norms, drawn, circular))
    shuffled = tuple(draw(st.permutations(norms)))
    provisions = tuple(Provision(number) for number in PROVISIONS)
    return Ruleset("drawn", "Drawn", material.vocabulary, shuffled, provisions, disputes, brackets)


def _kind_subjects(material: Material) -> st.SearchStrategy[Formula]:
    return st.sampled_from([ALWAYS, *(Is(sort, kind) for sort in SORTS for kind in material.kinds(sort))])


@st.composite
def _guards(
    draw: st.DrawFn,
) -> tuple[tuple[Dispute, ...], tuple[Bracket, ...], st.SearchStrategy[Formula]]:
    """At most one dispute and one bracket, and the guards that norms may have."""
    guards: list[Formula] = []
    disputes: tuple[Dispute, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    if draw(one_in(3)):
        names = draw(few(READINGS, 2, 3))
        standing = st.sampled_from(("preferred", "arguable", "arguable", "minority"))
        disputes = (Dispute("1", "1", "words", tuple(Reading(n, standing=draw(standing)) for n in names)),)
        guards += [Reads("1", n) for n in names]
    if draw(one_in(3)):
        names = draw(few(ALTERNATIVES, 2, 3))
        brackets = (Bracket("2", "2", tuple(Alternative(n, ("Group A",)) for n in names)),)
        guards += [Keeps("2", n) for n in names]
    if disputes and brackets:
        guards.append(And((guards[0], guards[-1])))
    alone: st.SearchStrategy[Formula] = st.just(ALWAYS)
    return disputes, brackets, st.one_of(alone, alone, st.sampled_from(guards)) if guards else alone


@st.composite
def _ordered(draw: st.DrawFn, norms: list[Norm], circular: bool) -> list[Norm]:
    """The norms with some contrary ones in an order: chains of defeat, in a circle only when that is wanted."""
    ordered: list[Norm] = []
    for at, norm in enumerate(norms):
        rests_on_itself = isinstance(norm.effect, Accord) and Has(norm.effect.status) in _and_parts(norm.condition)
        lower = norms if circular else [] if rests_on_itself else norms[:at]
        over = [m.id for m in lower if m.id != norm.id and is_contrary(norm.effect, m.effect)]
        ordered.append(norm.replace(prevails=draw(few(tuple(over), 0, 3)) if over else ()))
    return ordered


def _and_parts(formula: Formula) -> tuple[Formula, ...]:
    return formula.parts if isinstance(formula, And) else (formula,)


@st.composite
def _disapplying(
    draw: st.DrawFn, material: Material, norms: list[Norm], drawn: list[Effect], circular: bool
) -> list[Norm]:
    """Perhaps a norm that takes others out of application, and perhaps one that takes this one out."""
    if not draw(one_in(3)):
        return []
    stage = 0 if circular else draw(st.integers(0, 3 + len(STATUSES)))
    atoms = (*material.open, *material.derived)
    usable = atoms if circular else _settled(atoms, stage, drawn)
    targets = tuple(n.id for n in norms if circular or _stage(n.effect) >= stage)
    if not targets or not usable:
        return []
    conditions = formulas(usable)
    one = Norm("d", draw(st.sampled_from(PROVISIONS)), Disapply(draw(few(targets, 1, 2))), condition=draw(conditions))
    if not draw(one_in(3)):
        return [one]
    return [one, Norm("e", "5", Disapply(("d",)), condition=draw(conditions))]


# -------------------------------------------------------------------------------------------------- questions


@st.composite
def questions(draw: st.DrawFn, ruleset: Ruleset, facts: bool = True, most_open: int = MOST_OPEN) -> Question:
    """A question about a cell, or about a status or kind, that at least one world fits."""
    cell = draw(_cells(ruleset))
    question = Question("may" if cell.act else "is", "", cell)
    if facts:
        question = question.replace(facts=draw(_facts(ruleset, question)))
    assume(len(open_atoms(ruleset, question, layers=_all_layers(ruleset))) <= most_open)
    assume(any(True for _ in worlds(ruleset, question)))
    return question


def _all_layers(ruleset: Ruleset) -> tuple[str, ...]:
    return tuple(sorted({n.layer for n in ruleset.norms}))


@st.composite
def _cells(draw: st.DrawFn, ruleset: Ruleset) -> Cell:
    """A cell, mostly one that some norm speaks of."""
    norms = [n for n in ruleset.norms if isinstance(n.effect, Permit | Forbid | Accord | Deny | Deem)]
    main = [n for n in norms if n.id == "1"]
    about = draw(st.sampled_from(main * (len(norms) + 2) + norms))
    effect, act = about.effect, draw(st.sampled_from([a.id for a in ACTS]))
    holds: Formula | None = None
    named = {a.sort: a.kind for a in parts_of(about.subject) if isinstance(a, Is)}
    match effect:
        case Permit(ruled, body, obj) | Forbid(ruled, body, obj):
            forms = (ruled, ruled, ruled, *(f for a in ACTS if a.id == ruled for f in a.includes), act)
            act = draw(st.sampled_from(forms))
            named |= {sort: kind for sort, kind in ((BODY, body), (OBJECT, obj)) if kind}
        case Accord(status) | Deny(status):
            holds = Has(status)
        case Deem(sort, kind):
            holds = Is(sort, kind)

    def individual(sort: str) -> Individual:
        ids = [k.id for k in ruleset.vocabulary.kinds if k.sort == sort]
        if sort not in named or draw(one_in(5)):
            return Individual((draw(st.sampled_from(ids)),))
        near = [k for k in ids if _is_near(ruleset.vocabulary, sort, k, named[sort])]
        return Individual((draw(st.sampled_from([named[sort]] * 2 + near)),))

    actor = individual(ACTOR)
    if draw(one_in(10)):
        actor = Individual((*actor.kinds, *(k for k in individual(ACTOR).kinds if k not in actor.kinds)))
    takes_body = any(a.id == act and a.takes_body for a in ACTS)
    has_body = not draw(one_in(6)) and (takes_body or holds is not None)
    provisions = tuple(sorted({n.provision for n in ruleset.norms}))
    return Cell(
        actor=actor,
        act="" if holds else act,
        body=individual(BODY) if has_body else None,
        object=individual(OBJECT) if draw(one_in(4)) else None,
        holds=holds,
        by=draw(few(provisions, 1, 2)) if draw(one_in(10)) else (),
    )


def _is_near(vocabulary: Vocabulary, sort: str, kind: str, other: str) -> bool:
    return kind in above(vocabulary, sort, other) or other in above(vocabulary, sort, kind)


def _atoms(ruleset: Ruleset) -> tuple[Atom, ...]:
    """The atoms of all layers."""
    anybody = Question("is", "", Cell(Individual(())))
    return occurring(setting(ruleset, anybody, layers=_all_layers(ruleset)))


@st.composite
def _facts(draw: st.DrawFn, ruleset: Ruleset, question: Question) -> tuple[Fact, ...]:
    """Facts about qualities, statuses and events; about each event of each agent at most one."""
    given: list[Fact] = []
    atoms = _atoms(ruleset)
    moves = [a for a in atoms if isinstance(a, Happens)]
    for pair in sorted({(a.event, a.agent) for a in moves}):
        if draw(one_in(3)):
            given.append(draw(_event_facts([a for a in moves if (a.event, a.agent) == pair])))
    others: list[Atom] = [a for a in atoms if isinstance(a, Has | Is)]
    others += [Has(n.effect.status) for n in ruleset.norms if isinstance(n.effect, Accord)]
    if others:
        for atom in draw(few(tuple(dict.fromkeys(others)), 0, 2)):
            given.append(Fact(atom, draw(st.booleans())))
    if draw(one_in(10)):
        given.append(Fact(ReferredTo("conference"), True))
    return tuple(draw(st.permutations(given)))


@st.composite
def _event_facts(draw: st.DrawFn, forms: list[Happens]) -> Fact:
    """That an event took place or not, in one of the forms that occur, or with numbers."""
    plain = Happens(forms[0].event, forms[0].agent)
    shares = [a.count for a in forms if a.count]
    numbers = draw(st.integers(0, 1))
    if shares and numbers:
        count, of = draw(st.sampled_from(COUNTS))
        base = draw(st.sampled_from([s.base for s in shares]))
        return Fact(plain, True, count=count, of=of, base=base)
    if any(a.deadline for a in forms) and numbers:
        return Fact(plain, True, period=draw(st.sampled_from(PERIODS)))
    return Fact(draw(st.sampled_from([*forms, plain])), draw(st.booleans()))
