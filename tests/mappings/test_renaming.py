"""In a ruleset in which every word is called otherwise, a question through the mapping has the same answer."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from proclogic.answers.ask import answer
from proclogic.answers.model import Answer
from proclogic.answers.problems import Unanswerable
from proclogic.answers.through import through
from proclogic.fuzz.strategies import questions, rulesets
from proclogic.norms.conditions import Happens
from proclogic.norms.mapping import Mapping
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.norms.translation import translated
from proclogic.norms.vocabulary import ACTOR
from proclogic.syntax.parse import parse_facts, parse_question
from tests.mappings.renamed import called_otherwise
from tests.mappings.texts import question as asked_of
from tests.mappings.texts import ruleset


def told(found: Answer) -> tuple[Any, ...]:
    """All of an answer that is not in words: verdicts, outcomes, marks, rules, how many acts on each way."""
    return (
        found.verdict,
        found.verdicts,
        found.outcome,
        [(mark.kind, mark.rules) for mark in found.marks],
        [(case.verdict, case.outcome, [m.kind for m in case.marks], sorted(case.grounds)) for case in found.cases],
        sorted(found.grounds),
        [(r.dispute, r.reading, r.verdicts, r.outcome) for r in found.readings],
        [(b.layer, b.verdict, b.outcome) for b in found.beside],
        sorted(tuple(sorted(act.rules) for act in way.acts) for way in found.gates),
        sorted(tuple(sorted(act.rules) for act in way.acts) for way in found.steps),
        sorted(tuple(sorted(act.rules) for act in way.acts) for way in found.blockers.sets_off),
        [(row.verdict, row.outcome, row.grounds) for row in found.rows],
        found.complete,
    )


def answers(old: Ruleset, asked: Question, new: Ruleset, words: Mapping) -> tuple[Any, Any]:
    """What is told of the question under the ruleset, and of the same through the mapping under the other."""
    try:
        plain: Any = told(answer(old, asked))
    except Unanswerable as refused:
        plain = {d.code for d in refused.diagnostics}
    try:
        (found,) = through(new, asked, words)
        assert found.asked_as is not None and found.asked_as.missing == ()
        mapped: Any = told(found)
    except Unanswerable as refused:
        mapped = {d.code for d in refused.diagnostics}
    return plain, mapped


@settings(max_examples=75)
@given(data=st.data())
def test_a_renamed_ruleset_answers_the_same_through_the_mapping(data: st.DataObject) -> None:
    old = data.draw(rulesets())
    asked = data.draw(questions(old))
    if asked.cell is not None:
        asked = asked.replace(cell=asked.cell.replace(by=()))  # numbers of rules are not words
    actors = {kind.id for kind in old.vocabulary.kinds if kind.sort == ACTOR} | {ACTOR}
    assume(all(f.atom.agent in actors for f in asked.facts if isinstance(f.atom, Happens)))  # a sole kind is not drawn
    new, words = called_otherwise(old)
    plain, mapped = answers(old, asked, new, words)
    assert plain == mapped
    (there,) = translated(asked, words).found
    assert translated(there, words.inverse()).found == (asked,)


QUESTIONS = (
    "May an NGO attend plenary meetings of the Conference?",
    "May an NGO not in consultative status attend plenary meetings of the Conference?",
    "May an academic institution speak in plenary meetings of the Conference?",
    "May an organization other than an NGO receive documents?",
    "May the Conference decide to admit it?",
    "Who may attend plenary meetings of the Conference?",
    "What may a private sector entity do?",
    "Where may a State Party speak?",
    "Are plenary meetings of the Conference public?",
    "Does an NGO in consultative status have observer status?",
    "Must the secretariat circulate its name?",
    "Which majority is needed for the Conference to decide to admit it?",
    "Which majority decides a matter of procedure?",
    "By when must the secretariat circulate its name?",
    "Is it carried that the Conference decides to admit it, if 57 vote for and 7 vote against?",
    "Which prevails, the treaty or the rules?",
)
GIVEN = (
    "it is in consultative status",
    "it is relevant",
    "nobody objected to it",
    "a State Party objected to it",
    "the Conference decided to admit it",
    "it applied to the bureau for observer status",
    "the President did not invite it to speak",
    "the secretariat circulated its name 20 days before the session",
    "60 of 190 States Parties present object to it",
)


@cache
def other() -> tuple[Ruleset, Mapping]:
    return called_otherwise(ruleset("conference"))


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_form_of_question_has_the_same_answer_through_the_mapping(text: str) -> None:
    plain, mapped = answers(ruleset("conference"), asked_of("conference", text), *other())
    assert plain == mapped


@settings(max_examples=100)
@given(st.sampled_from(QUESTIONS), st.lists(st.sampled_from(GIVEN), max_size=3, unique=True))
def test_given_facts_count_the_same_through_the_mapping(text: str, given: list[str]) -> None:
    words = ruleset("conference").vocabulary
    question, _ = parse_question(text, words)
    facts, _ = parse_facts(" and ".join(given), words) if given else ((), [])
    assert question is not None
    asked = question.replace(facts=(*question.facts, *facts))
    plain, mapped = answers(ruleset("conference"), asked, *other())
    assert plain == mapped
