"""Verdict, outcome and marks of a question, from all its worlds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, combinations

from proclogic.norms.conditions import Atom, Happens, Has, Keeps, Reads
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Fact, Question
from proclogic.reference.evaluate import Evaluation, Evaluator
from proclogic.reference.events import happened
from proclogic.reference.worlds import (
    USUAL,
    Literals,
    Setting,
    World,
    case_components,
    combine,
    given_moves,
    is_own,
    move_components,
    occurring,
    setting,
    varying,
)
from proclogic.values import Value

VERDICTS = ("prohibited", "not-conferred", "by-leave", "by-default", "of-right")  # lowest first
OUTCOMES = ("no", "conditional", "yes")  # least favourable first
Ruling = tuple[str, str, bool]  # verdict, outcome, pending
Fixed = Mapping[Happens, bool]


class Decided(Value):
    """The answer to a question. `cases` gives verdict, outcome and pending for every answer to the open qualities,
    judgements, readings, brackets and kinds; `turns_on` are the judgements of nobody, and `disputes` the disputes, that
    earn the marks."""

    verdict: str
    outcome: str
    marks: tuple[str, ...]
    cases: Mapping[Literals, Ruling]
    turns_on: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()


class _Case(Value):
    """One case: what each choice of moves gives, with the moves that are the actor's own."""

    table: Mapping[frozenset[Happens], Evaluation]
    moves: tuple[Happens, ...]
    own: frozenset[Happens]

    def choices(self, fixed: Fixed) -> dict[frozenset[Happens], Evaluation]:
        """The choices of moves that agree with what is fixed."""
        return {m: e for m, e in self.table.items() if all((atom in m) == value for atom, value in fixed.items())}

    def passive(self, fixed: Fixed) -> list[Evaluation]:
        """What each choice of own moves gives while the others do no more than what is fixed."""
        done = {atom for atom, value in fixed.items() if value} - self.own
        return [e for m, e in self.choices(fixed).items() if m - self.own == done]

    def as_things_stand(self, given: Fixed) -> Evaluation:
        """What holds when nobody, the actor included, has done more than is given."""
        return self.choices(given)[min(self.choices(given), key=len)]

    def verdict(self, fixed: Fixed, given: Fixed) -> str:
        """The verdict with some moves fixed."""
        choices = self.choices(fixed)
        by_own: dict[frozenset[Happens], list[bool]] = {}
        for made, evaluation in choices.items():
            by_own.setdefault(made & self.own, []).append(evaluation.entitled)
        if any(all(answers) for answers in by_own.values()):
            return "of-right"
        if any(e.entitled for e in self.passive(fixed)):
            return "by-default"
        if any(e.entitled for e in choices.values()):
            return "by-leave"
        return "prohibited" if self.as_things_stand(given).forbidden else "not-conferred"


def decide(ruleset: Ruleset, question: Question, strict: bool = False, layers: tuple[str, ...] = USUAL) -> Decided:
    """The whole answer. Facts that contradict each other fit no world: `ValueError`."""
    s = setting(ruleset, question, strict, layers)
    evaluator, atoms = Evaluator(s), varying(case_components(s))
    moves = tuple(a for a in occurring(s) if isinstance(a, Happens))
    choices = list(combine(move_components(s)))
    given = _given(s)
    cases: dict[Literals, Ruling] = {}
    conflicting: set[Literals] = set()
    for true in combine(case_components(s)):
        key = frozenset((atom, atom in true) for atom in atoms)
        table = {_acts(made): evaluator.at(World(true | made)) for made in choices}
        case = _Case(table, moves, frozenset(a for a in moves if is_own(s, a)))
        cases[key] = _rule(s, case)
        if any(e.conflicting for e in case.choices(given).values()):
            conflicting.add(key)
    if not cases:
        raise ValueError("the facts contradict each other")
    counting = _counting(s, cases)
    favourable, turns_on = _favour(s, counting)
    contested = (d for d in s.ruleset.disputes if _differs(favourable, _is_about(d.id), lambda ruling: ruling[:2]))
    disputes = tuple(d.id for d in contested)
    verdicts = [ruling[0] for ruling in favourable.values()]
    outcomes = {ruling[1] for ruling in favourable.values()}
    if len(outcomes) == 1:
        outcome = min(outcomes)
    else:
        open_text = _differs(favourable, lambda a: isinstance(a, Reads | Keeps), lambda ruling: ruling[1])
        outcome = "open" if open_text else "conditional"
    marks = {
        "contested": bool(disputes),
        "turns on": bool(turns_on),
        "pending": any(ruling[2] for ruling in favourable.values()),
        "conflicting": any(key in conflicting for key in counting),
    }
    return Decided(
        verdict=min(verdicts, key=VERDICTS.index),
        outcome=outcome,
        marks=tuple(mark for mark, stands in marks.items() if stands),
        cases=cases,
        turns_on=turns_on,
        disputes=disputes,
    )


# ---------------------------------------------------------------------------------------------------- one case


def _acts(made: frozenset[Atom]) -> frozenset[Happens]:
    return frozenset(a for a in made if isinstance(a, Happens))


def _given(s: Setting) -> dict[Happens, bool]:
    moves = tuple(a for a in occurring(s) if isinstance(a, Happens))
    given = given_moves(s.question.facts, moves)
    if given is None:
        raise ValueError("the facts contradict each other")
    return given


def _rule(s: Setting, case: _Case) -> Ruling:
    given = _given(s)
    footing, adverse = _footing(s, case)
    verdict = case.verdict(footing, given)
    if any(e.entitled for e in case.passive(given)):
        outcome = "yes"
    elif adverse or not any(e.entitled for e in case.choices(given).values()):
        outcome = "no"
    else:
        outcome = "conditional"
    return verdict, outcome, verdict == "by-leave" and _is_pending(case, footing, given)


def _footing(s: Setting, case: _Case) -> tuple[Fixed, tuple[Fact, ...]]:
    """What the verdict takes as fixed, and the adverse facts among it."""
    given = _given(s)
    facts = [(f, f.atom) for f in s.question.facts]
    own = tuple(f for f, atom in facts if isinstance(atom, Happens) and is_own(s, atom))
    others = tuple(f for f, atom in facts if isinstance(atom, Happens) and not is_own(s, atom) and happened(f))

    def fixed(some: tuple[Fact, ...]) -> Fixed:
        moves = dict(given_moves(own, case.moves) or {})
        for fact in others:  # what came too late can no longer be in time, whether or not that is adverse
            if fact.period is not None:
                late = given_moves((fact,), case.moves) or {}
                moves |= {atom: False for atom, value in late.items() if not value}
        for fact in some:
            settled = given_moves((fact,), case.moves) or {}
            # A vote that failed may be taken again: a count settles only what it reaches.
            moves |= {atom: value for atom, value in settled.items() if value}
        return moves

    verdicts = {some: VERDICTS.index(case.verdict(fixed(some), given)) for some in _subsets(others)}
    lowest = [some for some, verdict in verdicts.items() if verdict == min(verdicts.values())]
    smallest = [some for some in lowest if len(some) == min(map(len, lowest))]
    adverse = tuple(f for f in others if any(f in some for some in smallest))
    if case.verdict(fixed(adverse), given) == "by-leave":
        harder = _harder(case, others, adverse, fixed)
        adverse = tuple(f for f in others if f in adverse or f in harder)
    return fixed(adverse), adverse


def _harder(
    case: _Case, others: tuple[Fact, ...], adverse: tuple[Fact, ...], fixed: Callable[[tuple[Fact, ...]], Fixed]
) -> set[Fact]:
    """The further facts after which none of the least sets of acts of others that would let it in is enough."""
    choices = case.choices(fixed(adverse))
    entitled = {made - case.own for made, e in choices.items() if e.entitled}
    least = [some for some in entitled if not any(other < some for other in entitled)]
    rest = [f for f in others if f not in adverse]
    for n in range(1, len(rest) + 1):
        found: set[Fact] = set()
        for some in combinations(rest, n):
            done = {atom for atom, value in fixed((*adverse, *some)).items() if value} - case.own
            if not any(acts | done in entitled for acts in least):
                found.update(some)
        if found:
            return found
    return set()


def _subsets(facts: tuple[Fact, ...]) -> Iterator[tuple[Fact, ...]]:
    return chain.from_iterable(combinations(facts, n) for n in range(len(facts) + 1))


def _is_pending(case: _Case, footing: Fixed, given: Fixed) -> bool:
    """Whether the matter is before a body without whose further move nothing makes E hold."""
    own_done = {atom for atom in case.own if footing.get(atom, True)}
    done = {atom for fixed in (footing, given) for atom, value in fixed.items() if value}
    referred = case.table[frozenset(own_done | done)].referred

    def is_needed(body: str) -> bool:
        further = {atom for atom in case.moves if atom.agent == body and not given.get(atom, False)}
        return not any(e.entitled and not made & further for made, e in case.choices(footing).items())

    return any(is_needed(body) for body in referred)


# -------------------------------------------------------------------------------------------- all cases together


def _counting(s: Setting, cases: Mapping[Literals, Ruling]) -> dict[Literals, Ruling]:
    """The cases without those that rest on a minority reading (unless nothing but minority readings is left)."""
    kept = dict(cases)
    for dispute in s.ruleset.disputes:
        minority = {Reads(dispute.id, r.name) for r in dispute.readings if r.standing == "minority"}
        rest = {case: r for case, r in kept.items() if not any(value and atom in minority for atom, value in case)}
        kept = rest or kept
    return kept


def _favour(s: Setting, cases: Mapping[Literals, Ruling]) -> tuple[dict[Literals, Ruling], tuple[str, ...]]:
    """The cases with the judgements that nobody makes taken as favourable, and those on which the answer turns."""
    nobody = {p.id for p in s.ruleset.vocabulary.predicates if p.role == "judgement" and not p.judge}

    def unjudged(atom: Atom) -> bool:
        return isinstance(atom, Has) and atom.predicate in nobody

    best: dict[Literals, Ruling] = {}
    for key, group in _groups(cases, unjudged).items():
        top = max(group, key=lambda r: (VERDICTS.index(r[0]), OUTCOMES.index(r[1])))
        best[key] = (top[0], top[1], all(r[2] for r in group if r[:2] == top[:2]))
    turns = (p for p in sorted(nobody) if _differs(cases, _is_atom(Has(p)), lambda ruling: ruling[:2]))
    return best, tuple(turns)


def _groups(cases: Mapping[Literals, Ruling], is_free: Callable[[Atom], bool]) -> dict[Literals, list[Ruling]]:
    """The rulings of the cases that agree in all but the free atoms."""
    groups: dict[Literals, list[Ruling]] = {}
    for case, ruling in cases.items():
        groups.setdefault(frozenset(lit for lit in case if not is_free(lit[0])), []).append(ruling)
    return groups


def _differs(
    cases: Mapping[Literals, Ruling], is_free: Callable[[Atom], bool], aspect: Callable[[Ruling], object]
) -> bool:
    """Whether some cases that agree in all but the free atoms differ in this aspect of their ruling."""
    return any(len(set(map(aspect, group))) > 1 for group in _groups(cases, is_free).values())


def _is_about(dispute: str) -> Callable[[Atom], bool]:
    return lambda atom: isinstance(atom, Reads) and atom.dispute == dispute


def _is_atom(one: Atom) -> Callable[[Atom], bool]:
    return lambda atom: atom == one
