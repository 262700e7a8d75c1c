"""What explanations say is so, as the reference evaluator sees it, on generated rulesets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from hypothesis import given, note, settings
from hypothesis import strategies as st

from proclogic.answers.ask import answer
from proclogic.answers.cells import Asker
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.explain.changes import ALL, Changes
from proclogic.explain.model import Explanation
from proclogic.explain.whole import Explainer, explain
from proclogic.fuzz.strategies import questions, rulesets
from proclogic.norms.conditions import Atom, Formula, Keeps, Reads
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.reference.bearing import bearing
from proclogic.reference.evaluate import evaluate_in
from proclogic.reference.worlds import World, setting
from proclogic.reference.worlds import worlds as worlds_of
from tests.explain.brute import Answered, Brute
from tests.explain.laws import Seen, every, unfounded, unnamed, untrue
from tests.properties.counters import COMPARED


def _drawn(data: st.DataObject) -> tuple[Ruleset, Question, bool, list[World], Explanation] | None:
    """A ruleset with a question, its worlds and the explanation; None where rules undo each other in a circle, or the
    question has no answer."""
    ruleset = data.draw(rulesets(circular=False))
    question = data.draw(questions(ruleset))
    strict = data.draw(st.booleans())
    worlds = list(worlds_of(ruleset, question))
    try:
        made = explain(ruleset, question, Options(strict=strict), every_case=True)
    except Unanswerable:
        return None
    return ruleset, question, strict, worlds, made


@settings(max_examples=45)
@given(data=st.data())
def test_every_step_is_true_in_its_world_and_every_reason_against_a_rule_false(data: st.DataObject) -> None:
    drawn = _drawn(data)
    if drawn is None:
        return
    ruleset, question, strict, _, made = drawn
    COMPARED["explanations"] += 1
    for case in made.cases:
        for why in case.whys:
            COMPARED["steps"] += sum(1 for _ in every(why))
            seen = Seen(ruleset, question, why, strict, ())
            wrong = [*untrue(seen, why), *unfounded(seen, why)]
            if wrong:
                note(f"{why}")
            assert not wrong


@settings(max_examples=45)
@given(data=st.data())
def test_a_reason_suffices_and_nothing_of_it_can_be_left_out(data: st.DataObject) -> None:
    drawn = _drawn(data)
    if drawn is None:
        return
    ruleset, question, strict, worlds, made = drawn
    s = setting(ruleset, question, strict)
    entitled = {w for w in worlds if evaluate_in(s, w).entitled}
    for why in (w for case in made.cases for w in case.whys):
        assert bool(why.reason) <= why.entitled
        if not why.entitled:
            continue
        literals = set(why.reason)
        with_it = {w for w in worlds if all((a in w.true) == holds for a, holds in literals)}
        assert with_it, "no world has the reason"
        assert with_it <= entitled
        for one in literals:
            rest = {w for w in worlds if all((a in w.true) == holds for a, holds in literals - {one})}
            assert not rest <= entitled, one


@settings(max_examples=45)
@given(data=st.data())
def test_an_explanation_names_the_grounds_of_the_answer_and_no_other_rule_carries_it(data: st.DataObject) -> None:
    drawn = _drawn(data)
    if drawn is None:
        return
    ruleset, _, _, _, made = drawn
    for case, told in zip(made.answer.cases, made.cases, strict=True):
        wrong = list(unnamed(made, ruleset, case, told))
        if wrong:
            note(f"{told}")
        assert not wrong


def changes_wrong(ruleset: Ruleset, question: Question, strict: bool) -> Iterator[str]:
    """What is wrong with the changes of each case: shown and no change, a change and not shown, not the least."""
    asker = Asker(ruleset, Options(strict=strict))
    explainer = Explainer(asker, question, answer(ruleset, question, None, asker))
    changes = Changes(asker, question, explainer.examined, explainer.saying)
    for branch in explainer.examined.branches:
        lead = asker.readings.lead(explainer.posed, asker.readings.counted(explainer.posed, branch))
        stands = explainer.stands(lead)
        shown, _ = changes.of(stands, lead, ALL)
        start = changes.start(stands, lead)
        atom = changes.posed.atom
        brute = Brute(
            ruleset,
            question,
            strict,
            {atom(x): x > 0 for x in start.stands},
            {atom(x) for x in changes.situations.loose},
        )
        before = brute.after(())
        now = changes.situations.settle(start, frozenset())
        if before != (now.verdicts, now.outcome):
            yield f"as things stand: {before}, said {now.verdicts, now.outcome}"
            continue
        sets = [frozenset(c.atoms) for c in shown]
        by_set = {frozenset(c.atoms): (c.verdicts, c.outcome) for c in shown}
        for change in shown:
            COMPARED["changes"] += 1
            found = brute.after(change.atoms, whole=True)
            if found is not None and found != (change.verdicts, change.outcome):
                yield f"shown: {change.texts} {change.verdicts, change.outcome}, found {found}"
            if any(other < frozenset(change.atoms) for other in sets):
                yield f"not least: {change.texts}"
        singles = brute.singles()
        single = set()
        for one in singles:
            found = brute.after((one,), whole=True)
            matters = brute.after((one,)) != before
            if not isinstance(one[0], Reads | Keeps):  # a choice is compared with the one that stands, not with all
                matters = matters or found != brute.after((), whole=True)
            if found is not None and matters:
                single.add(one)
                if changes.is_duty(_literal(changes, one)):
                    continue
                if not _is_said(changes, [one], found, by_set):
                    yield f"not shown: {one} {before} {found} {changes.denied}"
        if changes.upto >= 2 and len(singles) < 12:
            rest = [x for x in singles if x not in single and not changes.is_duty(_literal(changes, x))]
            for one, other in combinations(rest, 2):
                found = brute.after((one, other), whole=True)
                if found is None or brute.after((one, other)) == before or one[0] == other[0]:
                    continue
                closed = [changes.posed.nogoods.closure(frozenset({_literal(changes, x)})) for x in (one, other)]
                if any(c and _literal(changes, x) in c for c, x in zip(closed, (other, one), strict=True)):
                    continue
                if not _is_said(changes, [one, other], found, by_set):
                    yield f"no pair: {one} {other} {before} {found} {changes.denied}"


def _is_said(
    changes: Changes,
    atoms: list[tuple[Atom, bool]],
    found: Answered,
    shown: dict[frozenset[tuple[Formula, bool]], tuple[tuple[str, ...], str]],
) -> bool:
    """Whether changes are shown, or bring with them some that are shown and come to the same."""
    flips = frozenset(_literal(changes, x) for x in atoms)
    closed = changes.posed.nogoods.closure(flips) or flips
    return any(
        said == found and all((a, True) in atoms or _literal(changes, (a, v)) in closed for a, v in some)
        for some, said in shown.items()
    )


def _literal(changes: Changes, one: tuple[Atom, bool]) -> int:
    literal = changes.posed.ground.open[one[0]]
    return literal if one[1] else -literal


@settings(max_examples=25)
@given(data=st.data())
def test_changes_change_the_answer_are_the_least_and_none_is_missing(data: st.DataObject) -> None:
    drawn = _drawn(data)
    if drawn is not None:
        ruleset, question, strict, _, _ = drawn
        assert list(changes_wrong(ruleset, question, strict)) == []


@settings(max_examples=25)
@given(data=st.data())
def test_what_bears_on_a_question_gives_in_every_world_what_all_rules_give(data: st.DataObject) -> None:
    ruleset = data.draw(rulesets(circular=False))
    question = data.draw(questions(ruleset))
    whole = setting(ruleset, question, data.draw(st.booleans()))
    some = whole.replace(norms=bearing(whole))
    for world in worlds_of(ruleset, question):
        one, other = evaluate_in(whole, world), evaluate_in(some, world)
        assert (one.entitled, one.granted, one.forbidden) == (other.entitled, other.granted, other.forbidden)
