"""Assessments on paper: every result in words, and every sign of a text survives."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from proclogic.answers.model import Answer, Case, Mark
from proclogic.layout import WIDTH, clean, columns
from proclogic.norms.model import SourceNote
from proclogic.papers import write
from proclogic.positions.model import (
    AT_LEAST,
    CANNOT_BE_ASKED,
    CONTESTED,
    MET,
    NOT_MET,
    RESULTS,
    TURNS_ON,
    Ask,
    Assessment,
    Held,
    Judged,
    Measure,
    Position,
    Target,
    Wording,
)
from tests.papers import examples
from tests.papers.schemas import validator
from tests.papers.test_survival import WRITERS, named

BY_DEFAULT = Measure(AT_LEAST, "by-default")


def assessment(*judged: Judged, ask: Ask | None = None, more: tuple[Ask, ...] = ()) -> Assessment:
    """An assessment with one ask that comes to the result of its first target."""
    one = (ask or Ask("1", "Access")).replace(targets=tuple(j.target for j in judged))
    position = Position("asks", "Asks", asks=(one, *more))
    held = Held(one, judged[0].result, judged)
    return Assessment(position, "untoc-cop", "Rules of procedure", ("treaty", "rules"), (held,))


def judged(result: str, answer: Answer | None = None, measure: Measure = BY_DEFAULT, **more: Any) -> Judged:
    wording = Wording("May an NGO attend?", measure)
    return Judged(result, Target((wording,)), wording, answer, **more)


@pytest.mark.parametrize("result", RESULTS)
@pytest.mark.parametrize("form", ["text", "plain", "md", "csv", "json"])
def test_each_result_is_told_in_each_format(result: str, form: str) -> None:
    answer = None if result == CANNOT_BE_ASKED else examples.BY_LEAVE
    value = assessment(judged(result, answer, missing="" if answer else "attend"))
    for values in ((value,), (value, value.replace(ruleset="other"))):
        out = write.assessments(values, form)
        assert out.strip()
        if form == "json":
            validator("assessment-1").validate(json.loads(out))
        if form == "text":
            assert all(columns(line) <= WIDTH for line in out.splitlines())


@pytest.mark.parametrize("answer", examples.ANSWERS, ids=lambda a: a.question)
def test_each_kind_of_answer_can_be_found(answer: Answer) -> None:
    for form in ("text", "plain", "md", "csv"):
        assert write.assessments((assessment(judged(NOT_MET, answer)),), form).strip()
    validator("assessment-1").validate(json.loads(write.assessments((assessment(judged(NOT_MET, answer)),), "json")))


def text_of(value: Assessment) -> str:
    return " ".join(write.assessments((value,), "text").split())


def test_a_word_that_decides_is_named_in_the_result() -> None:
    answer = examples.OF_RIGHT.replace(marks=(Mark("turns on", "relevant [to it]"),))
    assert '1: TURNS ON "relevant [to it]". Access' in text_of(assessment(judged(TURNS_ON, answer)))


def test_it_is_said_on_what_a_verdict_depends() -> None:
    cases = (
        Case((("it is a patron",),), "of-right", "yes", grounds=("7",)),
        Case((("it is not a patron",),), "not-conferred", "no", grounds=("8",)),
    )
    answer = Answer(
        "r", "", "q", "may", "not-conferred", ("of-right", "not-conferred"), "conditional", (Mark("depends"),)
    )
    out = text_of(assessment(judged(NOT_MET, answer.replace(cases=cases, grounds=("7", "8")))))
    assert "it depends: of right or not conferred, according to the case" in out
    assert "Depends if it is a patron: of right rule 7" in out
    assert "if it is not a patron: not conferred rule 8" in out


def test_the_readings_are_listed_where_they_decide() -> None:
    out = text_of(assessment(judged(CONTESTED, examples.CONTESTED)))
    assert "Readings " in out
    for reading in examples.CONTESTED.readings:
        assert (f'"{reading.reading}"' in out) == (reading.standing != "minority")


def test_a_search_that_was_stopped_and_a_hypothetical_text_are_said_at_the_top() -> None:
    answer = examples.BY_LEAVE.replace(complete=False, hypothetical=True)
    out = text_of(assessment(judged(NOT_MET, answer)))
    assert out.index("was stopped before it was complete") < out.index("1: NOT MET")
    assert out.index("hypothetical text of untoc-cop") < out.index("1: NOT MET")
    assert "NOT examined completely" in out


def test_side_by_side_each_result_names_the_rules_that_decide_it() -> None:
    met = judged(MET, Answer("r", "", "q", "may", "of-right", ("of-right",), "yes", grounds=("4",)))
    silent = judged(NOT_MET, Answer("r", "", "q", "may", "not-conferred", ("not-conferred",), "no"), silent=("7", "8"))
    long = Answer("r", "", "q", "may", "by-leave", ("by-leave",), "yes", grounds=tuple("abcdef"))
    values = (
        assessment(met),
        assessment(silent, met).replace(ruleset="b"),
        assessment(judged(CANNOT_BE_ASKED, missing="x")).replace(ruleset="c"),
        assessment(judged(NOT_MET, long)).replace(ruleset="d"),
    )
    lines = write.assessments(values, "plain").splitlines()
    (row,) = (line for line in lines if line.startswith("Ask: 1 Access"))
    assert "; untoc-cop: met (rule 4); b: not met, 1 of 2 (rules 7, 8); c: no word; d: not met (a; b; c ...)" in row


NAMES = (
    "position",
    "title",
    "source",
    "symbol",
    "note",
    "ruleset",
    "number",
    "ask",
    "ask note",
    "question",
    "missing",
    "near",
    "why not",
    "apart number",
    "apart ask",
    "apart why",
    "later number",
    "later ask",
    "later why",
    "ground",
    "turns on",
)


def bracketed(s: dict[str, str]) -> Assessment:
    """An assessment with one text of `s` in each field that holds words."""
    answer = Answer("r", "", "q", "may", "by-default", ("by-default",), "yes", (Mark("turns on", s["turns on"]),))
    answer = answer.replace(grounds=(s["ground"],), cases=(Case((), "by-default", "yes", answer.marks),))
    wording = Wording(s["question"], BY_DEFAULT)
    target = Target((wording,))
    targets = (
        Judged(TURNS_ON, target, wording, answer),
        Judged(CANNOT_BE_ASKED, target, wording, missing=s["missing"], near=(s["near"],)),
        Judged(CANNOT_BE_ASKED, target, wording, why=s["why not"]),
    )
    ask = Ask(s["number"], s["ask"], "demand", (target,) * 3, notes=(s["ask note"],))
    apart = (
        Ask(s["apart number"], s["apart ask"], no_entitlement=s["apart why"]),
        Ask(s["later number"], s["later ask"], not_expressible=s["later why"]),
    )
    source = SourceNote(s["source"], s["symbol"])
    position = Position(s["position"], s["title"], source, "2024", (ask, *apart), (s["note"],))
    return Assessment(position, s["ruleset"], "", ("rules",), (Held(ask, TURNS_ON, targets),))


def parts(form: str, name: str, texts: dict[str, str], in_table: tuple[str, ...] = ("apart", "later")) -> list[str]:
    """What has to be found of a text: a cell of a table is wrapped beside its neighbours, and so word by word."""
    whole = form in ("csv", "json") or not name.startswith(in_table)
    return [texts[name]] if whole else clean(texts[name]).split(" ")


@pytest.mark.parametrize("form", WRITERS)
@given(texts=named(NAMES))
@settings(max_examples=30, deadline=None)
def test_every_text_survives(form: str, texts: dict[str, str]) -> None:
    holds, _ = WRITERS[form]
    out = write.assessments((bracketed(texts),), form)
    hidden = {"csv": {"title", "source", "symbol", "note", "ask note"}}.get(form, set())
    assert [
        name for name in NAMES if name not in hidden and not all(holds(w, out) for w in parts(form, name, texts))
    ] == []


@pytest.mark.parametrize("form", WRITERS)
@given(texts=named(NAMES))
@settings(max_examples=20, deadline=None)
def test_every_text_survives_side_by_side(form: str, texts: dict[str, str]) -> None:
    holds, _ = WRITERS[form]
    one = bracketed(texts)
    out = write.assessments((one, one.replace(ruleset="other")), form)
    hidden = {"csv": {"title"}}.get(form, set())
    for name in {"position", "title", "ruleset", "number", "ask", "apart ask", "apart why", "later ask"} - hidden:
        assert all(
            holds(word, out) for word in parts(form, name, texts, ("apart", "later", "number", "ask", "ruleset"))
        ), name
