"""The laws of explanations: what must hold of each, as the reference evaluator sees the world it is about.

Each function gives sentences on what is wrong; none is the law kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from proclogic.answers.model import PROHIBITED, Case
from proclogic.explain.model import ALSO, LEAVES, RULE, STOPPED, Explained, Explanation, Step, Why
from proclogic.explain.whole import rules_named
from proclogic.norms.conditions import Always, And, Atom, Formula, Is, Keeps, Not, Or, Reads
from proclogic.norms.model import Forbid, GivesNothing, Norm, Permit, Ruleset
from proclogic.norms.questions import Cell, Question
from proclogic.norms.vocabulary import BODY, OBJECT
from proclogic.reference.acts import covers
from proclogic.reference.evaluate import Evaluation, evaluate_in
from proclogic.reference.worlds import World, setting

Values = Mapping[Formula, bool]


class Seen:
    """The world of one derivation, as the reference evaluator sees it."""

    def __init__(self, ruleset: Ruleset, question: Question, why: Why, strict: bool, layers: tuple[str, ...]) -> None:
        self.ruleset, self.question, self.strict, self.layers = ruleset, question, strict, layers
        self.norms = {n.id: n for n in ruleset.norms}
        self.world = World(frozenset(a for a in why.world if not isinstance(a, Reads | Keeps)) | self._chosen(why))
        self._found: dict[Formula, bool] = {}

    def _chosen(self, why: Why) -> frozenset[Atom]:
        """One alternative of each dispute and bracket. Of two, only the first is in the world of the derivation, or
        is not."""
        chosen: list[Atom] = []
        for dispute in self.ruleset.disputes:
            atoms: list[Atom] = [Reads(dispute.id, r.name) for r in dispute.readings]
            chosen.append(next((a for a in atoms if a in why.world), atoms[-1]))
        for bracket in self.ruleset.brackets:
            atoms = [Keeps(bracket.id, a.name) for a in bracket.alternatives]
            chosen.append(next((a for a in atoms if a in why.world), atoms[-1]))
        return frozenset(chosen)

    @cached_property
    def evaluation(self) -> Evaluation:
        """What the world gives of what is asked."""
        return evaluate_in(setting(self.ruleset, self.question, self.strict, self.layers), self.world)

    def holds(self, formula: Formula) -> bool:
        """Whether a condition holds in the world."""
        if formula not in self._found:
            assert self.question.cell is not None
            people = self.question.cell
            cell = Cell(people.actor, body=people.body, object=people.object, holds=formula)
            asked = setting(self.ruleset, self.question.replace(cell=cell), self.strict, self.layers)
            self._found[formula] = evaluate_in(asked, self.world).entitled
        return self._found[formula]


def untrue(seen: Seen, why: Why) -> Iterator[str]:
    """What a derivation says that is not so in its world."""
    if seen.evaluation.entitled != why.entitled:
        yield f"entitled: said {why.entitled}"
    if not why.entitled and seen.evaluation.forbidden != why.forbidden:
        yield f"forbidden: said {why.forbidden}"
    for step in every(why):
        if step.atom is not None and seen.holds(step.atom) != step.holds:
            yield f"{step.kind}: {step.text}"
        if step.kind in LEAVES and step.atom is None:
            yield f"a leaf about nothing: {step.text}"
        if step.norm:
            effective = step.norm in seen.evaluation.effective
            states = isinstance(seen.norms[step.norm].effect, GivesNothing)  # of whom it speaks may not matter here
            if effective != step.holds and not (states and step.holds):
                yield f"{step.kind}: rule {step.norm} is {'' if effective else 'not '}effective"
        if step.kind == STOPPED and not step.parts and not _is_apart(seen, seen.norms[step.norm]):
            yield f"nothing stops {step.norm}"


def unfounded(seen: Seen, why: Why) -> Iterator[str]:
    """Rules whose reasons, as told (here or before), do not suffice for what is said of them."""
    told = {s.norm: s for s in every(why) if s.kind in (RULE, STOPPED) and s.parts}
    for step in told.values():
        norm = seen.norms[step.norm]
        if isinstance(norm.effect, GivesNothing):
            continue
        values = {_first(seen.ruleset, p.atom): _sign(seen.ruleset, p) for p in step.parts if p.atom is not None}
        found = _value(_requirement(seen.ruleset, norm), values)
        if step.kind == RULE and found is not True:
            yield f"the reasons of {step.norm} do not suffice: {[p.text for p in step.parts]}"
        by_rule = any(p.norm and p.holds for p in step.parts)
        if step.kind == STOPPED and not by_rule and found is not False:
            yield f"the reasons against {step.norm} do not suffice: {[p.text for p in step.parts]}"
        if step.kind == STOPPED and by_rule and not any(_undoes(seen.norms[p.norm], norm) for p in step.parts):
            yield f"what is said to undo {step.norm} does not"


def unnamed(explanation: Explanation, ruleset: Ruleset, case: Case, told: Explained) -> Iterator[str]:
    """Grounds of a case that its explanation does not name, and rules that carry it and are no grounds."""
    named = {rule for _, rules, _ in explanation.others for rule in rules}
    for why in told.whys:
        named |= rules_named(why.steps, True) | rules_named(why.against, True)
    deciding = {r for way in case.gates for act in way.acts for d in act.decided for r in d.rules}
    for ground in case.grounds:
        if ground not in named | deciding:
            yield f"not named: {ground}"
    for why in told.whys:
        if why.clash:
            continue  # the rules of a clash are told with the mark, and are no grounds of the verdict
        if not (why.entitled or why.verdict == PROHIBITED):
            continue  # why not as things stand goes back further than the grounds of what it takes
        for step in carrying(why.steps):
            yield from (f"no ground: {rule}" for rule in step.rules if rule not in case.grounds)


def every(why: Why) -> Iterator[Step]:
    """All steps of a derivation."""
    return _all((*why.steps, *why.against))


def carrying(steps: tuple[Step, ...]) -> Iterator[Step]:
    """The rules that take effect on the way to the conclusion."""
    for step in steps:
        if step.aside:
            continue
        if step.kind in (RULE, ALSO):
            yield step
        if step.kind != STOPPED:
            yield from carrying(step.parts)


def _all(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from _all(step.parts)


def _is_apart(seen: Seen, norm: Norm) -> bool:
    """Whether a norm is on a place or an object, which the act that is asked about does not take."""
    asked = setting(seen.ruleset, seen.question, seen.strict, seen.layers)
    match norm.effect:
        case Permit(act, body, object) | Forbid(act, body, object):
            return not covers(asked, act, body, object)
    return False


def _undoes(one: Norm, other: Norm) -> bool:
    return other.id in one.prevails or other.id in getattr(one.effect, "targets", ())


def _requirement(ruleset: Ruleset, norm: Norm) -> Formula:
    found: list[Formula] = [norm.subject, norm.condition, norm.guard]
    if isinstance(norm.effect, Permit | Forbid):
        found += [Is(BODY, norm.effect.body)] * bool(norm.effect.body)
        found += [Is(OBJECT, norm.effect.object)] * bool(norm.effect.object)
    return _renamed(ruleset, And(tuple(found)))


def _seconds(ruleset: Ruleset) -> dict[Formula, Formula]:
    """Of two readings or alternatives: the second, to the first."""
    found: dict[Formula, Formula] = {}
    for d in ruleset.disputes:
        if len(d.readings) == 2:
            found[Reads(d.id, d.readings[1].name)] = Reads(d.id, d.readings[0].name)
    for b in ruleset.brackets:
        if len(b.alternatives) == 2:
            found[Keeps(b.id, b.alternatives[1].name)] = Keeps(b.id, b.alternatives[0].name)
    return found


def _first(ruleset: Ruleset, atom: Formula) -> Formula:
    return _seconds(ruleset).get(atom, atom)


def _sign(ruleset: Ruleset, step: Step) -> bool:
    return step.holds != (step.atom in _seconds(ruleset))


def _renamed(ruleset: Ruleset, formula: Formula) -> Formula:
    match formula:
        case And(parts) | Or(parts):
            return type(formula)(tuple(_renamed(ruleset, p) for p in parts))
        case Not(part):
            return Not(_renamed(ruleset, part))
        case _:
            first = _first(ruleset, formula)
            return formula if first == formula else Not(first)


def _value(formula: Formula, values: Values) -> bool | None:
    """Whether the formula holds by these answers alone; None where they do not say."""
    match formula:
        case Always():
            return True
        case Not(part):
            inner = _value(part, values)
            return None if inner is None else not inner
        case And(parts) | Or(parts):
            found = [_value(p, values) for p in parts]
            decisive = isinstance(formula, Or)
            return decisive if decisive in found else None if None in found else not decisive
        case _:
            return values.get(formula)
