"""The worlds of a question: every way to answer its open questions that keeps the constraints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations, product

from proclogic.norms.conditions import (
    And,
    Atom,
    Deadline,
    Formula,
    Happens,
    Has,
    Is,
    Keeps,
    Not,
    Or,
    Reads,
    ReferredTo,
    Share,
)
from proclogic.norms.model import Forbid, Norm, Permit, Ruleset
from proclogic.norms.questions import Fact, Question
from proclogic.norms.vocabulary import ACTOR, SORTS, Vocabulary
from proclogic.reference.events import decided, entails
from proclogic.reference.kinds import above, memberships
from proclogic.reference.order import prevailing
from proclogic.values import Value, remembered

USUAL: tuple[str, ...] = ()  # no layers named: treaty, rules, and the layer of the header of the ruleset
Literals = frozenset[tuple[Atom, bool]]


class World(Value):
    """An answer to every open question: the atoms that are true. Every other open atom is false."""

    true: frozenset[Atom]


class Setting(Value):
    """A question put to a ruleset: the norms that count, and what the question fixes.

    `named` are, per sort, the kinds that the individual is given to be of, `excluded` those it is given not to be of;
    `statuses`, `qualities` and `choices` (readings, brackets) what else is given.
    """

    ruleset: Ruleset
    question: Question
    norms: tuple[Norm, ...]
    prevails: Mapping[str, frozenset[str]]
    strict: bool
    named: Mapping[str, frozenset[str]]
    excluded: Mapping[str, frozenset[str]]
    statuses: Mapping[str, bool]
    qualities: Mapping[str, bool]
    choices: Mapping[Atom, bool]
    referred: frozenset[str]
    status_ids: frozenset[str]


def setting(ruleset: Ruleset, question: Question, strict: bool = False, layers: tuple[str, ...] = USUAL) -> Setting:
    """Reads a question with the norms of these layers. A question without a cell has no worlds: `ValueError`."""
    counted = layers or ("treaty", "rules", ruleset.layer, *ruleset.beneath)
    ruleset = standing(ruleset, layers)
    return _read(ruleset, tuple(n for n in ruleset.norms if n.layer in counted), prevailing(ruleset), question, strict)


def asking(s: Setting, question: Question) -> Setting:
    """Another question put to the same ruleset in the same way, with the same norms."""
    return _read(s.ruleset, s.norms, s.prevails, question, s.strict)


def _read(
    ruleset: Ruleset,
    norms: tuple[Norm, ...],
    prevails: Mapping[str, frozenset[str]],
    question: Question,
    strict: bool,
) -> Setting:
    cell = question.cell
    if cell is None:
        raise ValueError("the question asks about no cell")
    individuals = (cell.actor, cell.body, cell.object)
    named = {s: set(i.kinds if i else ()) for s, i in zip(SORTS, individuals, strict=True)}
    excluded: dict[str, set[str]] = {s: set() for s in SORTS}
    status_ids = frozenset(p.id for p in ruleset.vocabulary.predicates if p.role == "status")
    statuses: dict[str, bool] = {}
    qualities: dict[str, bool] = {}
    choices: dict[Atom, bool] = {}
    referred: set[str] = set()
    for fact in question.facts:
        match fact.atom:
            case Is(sort, kind):
                (named if fact.holds else excluded)[sort].add(kind)
            case Has(p):
                (statuses if p in status_ids else qualities)[p] = fact.holds
            case ReferredTo(body) if fact.holds:
                referred.add(body)
            case Reads() | Keeps() as choice:
                choices[choice] = fact.holds
            case _:
                pass  # events stay open
    return Setting(
        ruleset=ruleset,
        question=question,
        norms=norms,
        prevails=prevails,
        strict=strict,
        named={s: frozenset(kinds) for s, kinds in named.items()},
        excluded={s: frozenset(kinds) for s, kinds in excluded.items()},
        statuses=statuses,
        qualities=qualities,
        choices=choices,
        referred=frozenset(referred),
        status_ids=status_ids,
    )


def standing(ruleset: Ruleset, layers: tuple[str, ...] = USUAL) -> Ruleset:
    """The text that stands: an overlay whose layer does not count amends nothing."""
    counted = layers or ("treaty", "rules", ruleset.layer, *ruleset.beneath)
    while ruleset.unamended is not None and any(layer not in counted for layer in ruleset.overlaid):
        ruleset = ruleset.unamended
    return ruleset


def parts_of(formula: Formula) -> Iterator[Atom]:
    """The atoms that a formula is made of."""
    match formula:
        case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
            yield formula
        case Not(part):
            yield from parts_of(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from parts_of(part)


def atoms_of(norm: Norm) -> Iterator[Atom]:
    """The atoms on which it depends whether a norm is applicable."""
    for formula in (norm.subject, norm.condition, norm.guard):
        yield from parts_of(formula)
    match norm.effect:
        case Permit(_, body, obj) | Forbid(_, body, obj):
            yield from (Is(sort, kind) for sort, kind in (("body", body), ("object", obj)) if kind)


def _share_key(share: Share | None) -> str:
    return "" if share is None else f"{share.over}/{share.under} {share.strict} {share.base} {share.of}"


def _deadline_key(deadline: Deadline | None) -> str:
    return (
        ""
        if deadline is None
        else f"{deadline.bound} {deadline.amount} {deadline.unit} {deadline.side} {deadline.moment}"
    )


def atom_key(atom: Atom) -> tuple[str, ...]:
    """The place of an atom in the alphabetical order."""
    match atom:
        case Is(a, b) | Reads(a, b) | Keeps(a, b):
            return type(atom).__name__, a, b
        case Has(a) | ReferredTo(a):
            return type(atom).__name__, a
        case Happens(event, agent, count, deadline):
            return "Happens", event, agent, _share_key(count), _deadline_key(deadline)


def occurring(s: Setting) -> tuple[Atom, ...]:
    """The atoms that occur in the norms that count, in the facts and in what is asked, but for derived ones."""
    found: set[Atom] = set()
    for norm in s.norms:
        found.update(atoms_of(norm))
    for fact in s.question.facts:
        found.update(parts_of(fact.atom))
    if s.question.cell and s.question.cell.holds:
        found.update(parts_of(s.question.cell.holds))
    return tuple(sorted((a for a in found if not _is_derived(s, a)), key=atom_key))


def _is_derived(s: Setting, atom: Atom) -> bool:
    return isinstance(atom, ReferredTo) or (isinstance(atom, Has) and atom.predicate in s.status_ids)


def _subsets(atoms: Iterable[Happens]) -> Iterator[frozenset[Happens]]:
    pool = tuple(atoms)
    return (frozenset(c) for c in chain.from_iterable(combinations(pool, n) for n in range(len(pool) + 1)))


Component = tuple[frozenset[Atom], ...]  # the ways to answer some questions that hang together: the true atoms of each


def _distinct(answers: Iterable[frozenset[Atom]]) -> Component:
    return tuple(sorted(set(answers), key=lambda answer: (len(answer), sorted(map(atom_key, answer)))))


def case_components(s: Setting) -> list[Component]:
    """The open questions that are no moves: one component a sort, a quality or judgement, a dispute, a bracket."""
    atoms = occurring(s)
    components: list[Component] = []
    for sort in SORTS:
        kinds = {a.kind for a in atoms if isinstance(a, Is) and a.sort == sort}
        full = memberships(s.ruleset.vocabulary, sort, s.named[sort], s.excluded[sort])
        components.append(_distinct(frozenset(Is(sort, k) for k in members & kinds) for members in full))
    for has in (a for a in atoms if isinstance(a, Has)):
        values = (s.qualities[has.predicate],) if has.predicate in s.qualities else (False, True)
        components.append(tuple(frozenset({has} if v else ()) for v in values))
    for options in _choices(s, atoms):
        agreeing = (o for o in options if all((a == o) == v for a, v in s.choices.items() if a in options))
        components.append(_distinct(frozenset({o}) for o in agreeing))
    return components


def _choices(s: Setting, atoms: tuple[Atom, ...]) -> Iterator[list[Atom]]:
    """For each dispute and each bracket that occurs, all its readings or alternatives: exactly one holds."""
    for dispute in s.ruleset.disputes:
        if any(isinstance(a, Reads) and a.dispute == dispute.id for a in atoms):
            yield [Reads(dispute.id, r.name) for r in dispute.readings]
    for bracket in s.ruleset.brackets:
        if any(isinstance(a, Keeps) and a.bracket == bracket.id for a in atoms):
            yield [Keeps(bracket.id, alternative.name) for alternative in bracket.alternatives]


def move_components(s: Setting) -> list[Component]:
    """The moves: one component for each event and agent, with what one atom entails of another kept."""
    moves = [a for a in occurring(s) if isinstance(a, Happens)]
    components: list[Component] = []
    for event, agent in sorted({(a.event, a.agent) for a in moves}):
        group = [a for a in moves if (a.event, a.agent) == (event, agent)]
        components.append(_distinct(made for made in _subsets(group) if _closed(made, group)))
    return components


def _closed(made: frozenset[Happens], group: list[Happens]) -> bool:
    return all(b in made for a in made for b in group if entails(a, b))


def combine(components: list[Component]) -> Iterator[frozenset[Atom]]:
    """Every choice of one answer from each component, as the set of true atoms."""
    return (frozenset().union(*choice) for choice in product(*components))


def varying(components: list[Component]) -> tuple[Atom, ...]:
    """The atoms that are true in some answers and false in others."""
    open_ones = {a for c in components for answer in c for a in answer if not all(a in other for other in c)}
    return tuple(sorted(open_ones, key=atom_key))


def open_atoms(ruleset: Ruleset, question: Question, layers: tuple[str, ...] = USUAL) -> tuple[Atom, ...]:
    """The open questions, in alphabetical order: the atoms on which worlds differ. Moves are open even when given."""
    s = setting(ruleset, question, layers=layers)
    return varying(case_components(s) + move_components(s))


def worlds(ruleset: Ruleset, question: Question, layers: tuple[str, ...] = USUAL) -> Iterator[World]:
    """Every world of the question. None when the facts contradict each other or the kinds that the question names."""
    s = setting(ruleset, question, layers=layers)
    return (World(true) for true in combine(case_components(s) + move_components(s)))


def is_own(s: Setting, atom: Happens) -> bool:
    """True for a move of the actor itself: of "actor", or of a sole kind that the actor is given to be of."""
    if atom.agent == ACTOR:
        return True
    vocabulary = s.ruleset.vocabulary
    if not _is_sole(vocabulary, atom.agent):
        return False
    return any(atom.agent in above(vocabulary, ACTOR, k) for k in s.named[ACTOR])


@remembered
def _is_sole(vocabulary: Vocabulary, actor: str) -> bool:
    return any(k.id == actor and k.sort == ACTOR and k.sole for k in vocabulary.kinds)


def given_moves(facts: Iterable[Fact], moves: Iterable[Happens]) -> dict[Happens, bool] | None:
    """What facts say of the moves; None when they contradict each other."""
    pool = tuple(moves)
    values: dict[Happens, bool] = {}
    for fact in facts:
        for atom, value in decided(fact, pool).items():
            if values.setdefault(atom, value) != value:
                return None
    return values
