"""Explains the answer to a question: for each case why it holds, why not as things stand, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from proclogic.answers.ask import answer as answered
from proclogic.answers.cases import Leaf, Splitter
from proclogic.answers.cells import Asker
from proclogic.answers.examine import Examined
from proclogic.answers.grounds import missing
from proclogic.answers.model import NO, NOT_CONFERRED, PROHIBITED, YES, Answer
from proclogic.answers.options import Options
from proclogic.engine.cubes import Cube
from proclogic.engine.session import CONFLICTING, ENTITLED, Posed, posed_moves
from proclogic.explain.changes import ALL, FEW, SHOWN, Changes
from proclogic.explain.decisions import decisions
from proclogic.explain.derive import Derivation
from proclogic.explain.frames import frames
from proclogic.explain.model import LEAVES, PRESUMED, RULE, STOPPED, Change, Explained, Explanation, Step, Why
from proclogic.explain.omissions import Omissions
from proclogic.explain.saying import Saying
from proclogic.explain.state import State
from proclogic.norms.conditions import Atom, Formula, Is
from proclogic.norms.model import Deny, Disapply, Forbid, GivesNothing, Norm, Permit, Ruleset
from proclogic.norms.questions import Fact, Question
from proclogic.norms.vocabulary import BODY, OBJECT
from proclogic.syntax.why import WHY, WHY_NOT
from proclogic.values import unique

CASES = 4  # that are explained unless all are asked for


def explain(
    ruleset: Ruleset,
    question: Question,
    options: Options | None = None,
    asked: str = "may",
    every_case: bool = False,
    language: str = "en",
    gists: bool = False,
) -> Explanation:
    """The explanation of the answer to a question on one entitlement, status or quality; with `gists` also the rules
    that carry it in short. Raises Unanswerable as `answer` does, and `ValueError` for questions of other forms."""
    if question.cell is None or question.form not in ("may", "is"):
        raise ValueError(f"a question of the form {question.form} has no derivation")
    asker = Asker(ruleset, options or Options())
    result = answered(ruleset, question, options, asker)
    explainer = Explainer(asker, question, result, language)
    made = explainer.whole(asked, every_case)
    return made.replace(gists=explainer.gists(made)) if gists else made


class Explainer:
    """Explains one answer."""

    def __init__(self, asker: Asker, question: Question, result: Answer, language: str = "en") -> None:
        assert question.cell is not None
        self.asker, self.question, self.result, self.language = asker, question, result, language
        self.session = asker.session
        self.saying = Saying(asker.ruleset, asker.wording, frames(language))
        self.examined: Examined = asker.last or asker.examined(question.cell, question.facts)
        self.posed: Posed = self.examined.posed
        self.facts: tuple[Fact, ...] = tuple(question.facts)
        kind_of = Splitter(asker.ruleset, self.posed).kind_of
        self.words = {x for y in self.posed.free if kind_of(y) == "word" for x in (y, -y)}

    def whole(self, asked: str, every_case: bool) -> Explanation:
        """The explanation with its cases; the first few unless all are wanted."""
        changes = Changes(self.asker, self.question, self.examined, self.saying)
        omissions = Omissions(self.asker, self.question, self.examined, self.saying, changes.replay)
        pairs = list(zip(self.examined.branches, self.result.cases, strict=True)) if self.result.cases else []
        told = pairs if every_case else pairs[:CASES]
        cases = []
        for branch, case in told:
            counted = self.asker.readings.counted(self.posed, branch)
            lead = self.asker.readings.lead(self.posed, counted)
            leaves = [lead, *self.asker.derivations.one_a_verdict(lead, counted)]
            whys = tuple(w for leaf in leaves for w in self.whys(leaf, leaves))
            found, more = changes.of(self.stands(lead), lead, ALL if every_case else SHOWN if len(told) == 1 else FEW)
            if every_case:
                found = (*found, *self._omitted(omissions, lead, whys))
            cases.append(Explained(case.when, case.verdict, case.outcome, whys, found, more))
        silent = self.result.verdict in (NOT_CONFERRED, PROHIBITED)
        others = self._others() if silent else ()
        taken = decisions(self.asker, (self.posed, changes.posed), cases)
        left_out = len(pairs) - len(told)
        premise = self._premise(asked)
        return Explanation(
            self.result, asked, tuple(cases), left_out, others, changes.upto, taken, self.language, premise, every_case
        )

    @cached_property
    def _missing(self) -> tuple[dict[str, Norm], dict[str, Norm]]:
        """The norms that a reader would look at for this actor, and those that grant the thing to others."""
        return missing(self.session, self.posed.cell, self.posed.known)

    def _others(self) -> tuple[tuple[str, tuple[str, ...], str], ...]:
        """Who else has it, each with the rules and the sentence."""
        whom = self.asker.telling.whom
        return unique((whom(n), (n.provision, *n.via), self.saying.guarded(n)) for n in self._missing[1].values())

    def _omitted(self, omissions: Omissions, lead: Leaf, whys: tuple[Why, ...]) -> Iterator[Change]:
        """The duties that change the case when they are not done. For each a question is posed, which takes as long."""
        return omissions.of(lead, self.posed, (w.world for w in whys))

    def _premise(self, asked: str) -> str:
        """What a question with why takes as so, where it is not."""
        false = {WHY: NO, WHY_NOT: YES}.get(asked)
        return self.saying.cell(self.posed.cell, asked == WHY_NOT) if self.result.outcome == false else ""

    def gists(self, made: Explanation) -> tuple[tuple[str, str], ...]:
        """The rules that the brief explanation tells, in short."""
        norms = self.session.index.norms
        named = {s.norm: None for case in made.cases for why in case.whys for s in telling(why) if s.norm in norms}
        return tuple((norm, self.saying.gist(norms[norm])) for norm in named)

    # ------------------------------------------------------------------------------------------ one choice of readings

    def whys(self, leaf: Leaf, among: list[Leaf]) -> list[Why]:
        """The derivations for one choice of readings and brackets: why it holds, in the world that the footing looks
        at, and why not as things stand, where that differs. `among` are the choices of which one each is told."""
        settled = leaf.settled
        under = self._under(leaf, among)
        found: list[Why] = []
        if settled.support:
            found.append(self._granted(leaf, under))
        elif settled.verdict == PROHIBITED:
            found.append(self._forbidden(leaf, under))
        if (not settled.support or settled.outcome != YES) and settled.verdict != PROHIBITED:
            found.append(self._not_granted(leaf, under))
        clash = self._clash(leaf, under) if leaf.conflicting else None
        return [*found, clash] if clash is not None else found

    def _clash(self, leaf: Leaf, under: tuple[str, ...]) -> Why | None:
        """A grant and a prohibition that stand against each other in a world of the case."""
        given = {x if v else -x for x, v in posed_moves(self.posed).items()}
        kept = {x for x in leaf.path | leaf.choice if x not in self.words}
        world = self.session.some_world(self.posed, CONFLICTING, [*given, *kept])
        if world is None:
            return None
        state = State(self.session, self.posed, self.asker.derivations.at(self.posed, world))
        derivation = Derivation(state, self.saying, self.facts)
        steps = (*derivation.granted(), *derivation.forbidden())
        title, settled = self.saying.cell(self.posed.cell), leaf.settled
        return Why(
            title, settled.verdict, settled.outcome, False, True, under, steps, world=self._true(state), clash=True
        )

    def _under(self, leaf: Leaf, among: list[Leaf]) -> tuple[str, ...]:
        """What is chosen, of disputes and brackets of which another choice stands beside; else all that is chosen."""
        chosen = self.asker.readings.chosen
        mine = chosen(self.posed, leaf.choice)
        others = [chosen(self.posed, other.choice) for other in among if other is not leaf]
        apart = [a for group, a in mine.items() if any(other.get(group, a) != a for other in others)]
        told = apart or list(mine.values()) if others else []
        return tuple(self.saying.literal(a, True) for a in told)

    def _granted(self, leaf: Leaf, under: tuple[str, ...]) -> Why:
        trace = self.asker.derivations.of(self.posed, leaf)
        state = State(self.session, self.posed, trace)
        derivation = Derivation(state, self.saying, self.facts)
        steps = _unfolded(derivation.granted(), self.saying.cell(self.posed.cell))
        kept = [n for n in trace.norms.values() if n.id not in derivation.named]
        extra = tuple(derivation.also(n) if state.is_effective(n) else derivation.stopped(n) for n in kept)
        return Why(
            self.saying.cell(self.posed.cell),
            leaf.settled.verdict,
            leaf.settled.outcome,
            True,
            under=under,
            steps=(*steps, *extra),
            against=self._against(derivation, state, (Forbid,)),
            reason=self._reason(trace.literals),
            world=self._true(state),
        )

    def _forbidden(self, leaf: Leaf, under: tuple[str, ...]) -> Why:
        trace = self.asker.derivations.at(self.posed, self.as_things_stand(leaf))
        state = State(self.session, self.posed, trace)
        derivation = Derivation(state, self.saying, self.facts, now=True)
        steps = derivation.forbidden()
        return Why(
            self.saying.cell(self.posed.cell, forbidden=True),
            leaf.settled.verdict,
            leaf.settled.outcome,
            False,
            True,
            under,
            steps,
            self._against(derivation, state, (Permit,)),
            world=self._true(state),
        )

    def _not_granted(self, leaf: Leaf, under: tuple[str, ...]) -> Why:
        """Why it does not hold as things stand: with the given acts done, its own steps taken and nobody else's."""
        trace = self.asker.derivations.at(self.posed, self.as_things_stand(leaf))
        state = State(self.session, self.posed, trace)
        derivation = Derivation(state, self.saying, self.facts, now=True)
        barring = derivation.barring()
        steps = [derivation.rule(n) for n in barring]
        asked = self.posed.cell.holds
        if asked is not None and not self.posed.cell.by:
            steps += derivation.false(asked)
        beside: list[Step] = []
        for norm in self._missing[0].values():
            if norm.id in derivation.named or self._is_elsewhere(norm, state):
                continue
            if state.is_effective(norm):
                steps.append(derivation.rule(norm))
            elif isinstance(norm.effect, Forbid | Deny | Disapply) or (
                asked is None and not isinstance(norm.effect, Permit | GivesNothing)
            ):
                beside.append(derivation.stopped(norm))
            else:
                steps.append(derivation.stopped(norm))
        return Why(
            self.saying.cell(self.posed.cell, forbidden=True),
            leaf.settled.verdict,
            leaf.settled.outcome,
            False,
            bool(barring),
            under,
            tuple(steps),
            tuple(beside),
            world=self._true(state),
        )

    def _is_elsewhere(self, norm: Norm, state: State) -> bool:
        """Whether the author's statement that nothing is given is about another body or object than this case's."""
        if not isinstance(norm.effect, GivesNothing):
            return False
        places = ((BODY, norm.effect.body), (OBJECT, norm.effect.object))
        return any(kind and state.value(Is(sort, kind)) is False for sort, kind in places)

    def stands(self, leaf: Leaf) -> frozenset[Atom]:
        """The atoms answered yes as things stand."""
        return self.asker.derivations.at(self.posed, self.as_things_stand(leaf)).answered

    def as_things_stand(self, leaf: Leaf) -> Cube:
        """The literals of the world in which everybody has done what is given, and it its own steps."""
        given = posed_moves(self.posed)
        literals = set(leaf.path | leaf.choice) | {x if v else -x for x, v in given.items()}
        own = {x for c in leaf.settled.support[:1] for x in c if abs(x) in self.posed.own and abs(x) not in given}
        rest = {-x for x in (*self.posed.own, *self.posed.others) if x not in given and x not in own}
        words = sorted(x for x in self.words if x > 0) if not leaf.settled.support else []
        for literal in (*sorted(own), *sorted(rest), *words):
            if -literal in literals:
                continue
            closed = self.posed.nogoods.closure(frozenset(literals | {literal}))
            if closed is not None:
                literals.add(literal)
        return frozenset(literals)

    def _against(
        self, derivation: Derivation, state: State, effects: tuple[type[Permit] | type[Forbid], ...]
    ) -> tuple[Step, ...]:
        """The rules on what is asked that could have decided otherwise for this actor, and why they do not."""
        if self.posed.cell.holds is not None:
            return ()
        found: list[Norm] = [
            n
            for n in self.session.index.on_cell(self.posed.cell)
            if isinstance(n.effect, (Permit, Forbid)) and self.session.index.fits(n, self.posed.cell)
        ]
        found = [n for n in found if n.id not in derivation.named and not state.is_effective(n)]
        found.sort(key=lambda n: (not isinstance(n.effect, effects), self.asker.telling.order.get(n.provision, 0)))
        return tuple(derivation.stopped(n) for n in found)

    def _reason(self, world: Cube) -> tuple[tuple[Formula, bool], ...]:
        """The smallest prime implicant that the world has: what suffices, and nothing of which can be left out."""
        cubes = [c for c in self.session.primes(self.posed, ENTITLED).cubes if c <= world]
        if not cubes:
            return ()
        best = min(cubes, key=lambda c: (len(c), sorted(c)))
        return tuple((self.posed.atom(x), x > 0) for x in sorted(best, key=abs))

    def _true(self, state: State) -> frozenset[Formula]:
        return frozenset(a for a in state.trace.answered)


def _unfolded(steps: tuple[Step, ...], title: str) -> tuple[Step, ...]:
    """Without a first step that says no more than the title."""
    return steps[0].parts if len(steps) == 1 and steps[0].parts and steps[0].text == title else steps


def telling(why: Why) -> list[Step]:
    """The rules that carry a derivation, from the conclusion on, each once; where nothing carries it, those that could
    have, with what stops them."""
    if not why.entitled and not why.forbidden:
        return [s for s in why.steps if s.kind in (RULE, STOPPED)]
    found: dict[str, Step] = {}
    todo = list(reversed(why.steps))
    while todo:
        step = todo.pop()
        if step.aside or step.kind in (STOPPED, PRESUMED):
            continue
        if step.kind == RULE:
            found.setdefault(step.norm, step)
        todo += reversed(step.parts)
    return list(found.values())


def leaves(steps: tuple[Step, ...]) -> list[Step]:
    """The leaves of some steps, from left to right; what only shows that something does not stand in the way apart."""
    found: list[Step] = []
    for step in steps:
        if step.kind in LEAVES:
            found.append(step)
        found += leaves(step.parts)
    return found


def rules_named(steps: tuple[Step, ...], aside: bool = False) -> set[str]:
    """The provisions that steps name; with `aside` also those that only do not stand in the way."""
    found: set[str] = set()
    for step in steps:
        if step.aside and not aside:
            continue
        found.update(step.rules)
        found |= rules_named(step.parts, aside)
    return found
