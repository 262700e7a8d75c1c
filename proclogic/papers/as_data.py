"""Answers and matrices as plain data, in the shape of the published schemas (`proclogic/schemas/`)."""

from __future__ import annotations

from typing import Any

from proclogic.answers.chosen import chosen_words
from proclogic.answers.model import (
    Act,
    Answer,
    AskedAs,
    Blockers,
    Case,
    Cited,
    DecidedBy,
    Mark,
    Matrix,
    ReadingAnswer,
    Resolution,
    Row,
    Way,
)
from proclogic.papers.words import join

Data = dict[str, Any]

MARKS = {"turns on": "turns-on"}  # the spelling in JSON, where it differs


def answer(value: Answer) -> Data:
    """One answer, as `proclogic/answer/1`."""
    return {
        "schema": "proclogic/answer/1",
        "ruleset": value.ruleset,
        "title": value.title,
        "question": value.question,
        "form": value.form,
        "verdict": value.verdict,
        "verdicts": list(value.verdicts),
        **marks(value.marks),
        "outcome": value.outcome,
        "says": value.says,
        "cases": [_case(case) for case in value.cases],
        "grounds": list(value.grounds),
        **_path(value),
        "layers": list(value.layers),
        "certainty": value.certainty,
        "readings": [_reading(reading) for reading in value.readings],
        "resolutions": [_resolution(one) for one in value.resolutions],
        "beside": [
            {
                "layer": other.layer,
                "verdict": other.verdict,
                "verdicts": list(other.verdicts),
                **marks(other.marks),
                "outcome": other.outcome,
                "text": other.text,
                "rules": list(other.rules),
                "source": other.source,
                "certainty": other.certainty,
            }
            for other in value.beside
        ],
        "fallen": _pairs(value.fallen),
        "others": _pairs(value.others),
        "silences": _pairs(value.silences),
        "silence": value.silence,
        "hypothetical": value.hypothetical,
        "arithmetic": list(value.arithmetic),
        "rows": [row(each) for each in value.rows],
        "silent": value.silent,
        "examined": list(value.examined),
        "cited": cited(value.cited),
        "amendments": [
            {
                "kind": made.kind,
                "provision": made.provision,
                "overlay": made.overlay,
                "proposers": list(made.proposers),
                "before": made.before,
                "after": made.after,
            }
            for made in value.amendments
        ],
        "gave_way": [{"rule": one.rule, "to": one.to, "canon": one.canon} for one in value.gave_way],
        "complete": value.complete,
        "sampled": value.sampled,
        "at_least": value.at_least,
        "one_choice": value.one_choice,
        "takes": of_act(value.takes) if value.takes is not None else None,
        "asked_as": _asked_as(value.asked_as) if value.asked_as is not None else None,
    }


def _asked_as(asked: AskedAs) -> Data:
    return {
        "words_of": asked.words_of,
        "mapping": asked.mapping,
        "question": asked.question,
        "of": asked.of,
        "inexact": list(asked.inexact),
        "missing": list(asked.missing),
    }


def answers(values: tuple[Answer, ...]) -> Data:
    """Answers to one question under several rulesets, as `proclogic/answers/1`."""
    return {"schema": "proclogic/answers/1", "answers": [answer(value) for value in values]}


def matrix(value: Matrix) -> Data:
    """A matrix, as `proclogic/matrix/1`."""
    return {
        "schema": "proclogic/matrix/1",
        "ruleset": value.ruleset,
        "title": value.title,
        "actors": list(value.actors),
        "columns": [{"act": act, "body": body} for act, body in value.columns],
        "rows": [row(each) for each in value.rows],
        "layers": list(value.layers),
        "cited": cited(value.cited),
        "complete": value.complete,
    }


def row(value: Row) -> Data:
    """One line of a who, what or where answer, or a cell of the matrix."""
    return {
        "actor": value.actor,
        "act": value.act,
        "body": value.body,
        "object": value.object,
        "verdict": value.verdict,
        "verdicts": list(value.verdicts),
        **marks(value.marks),
        "outcome": value.outcome,
        "condition": value.condition,
        "grounds": list(value.grounds),
    }


def marks(marks: tuple[Mark, ...]) -> Data:
    kinds = [MARKS.get(mark.kind, mark.kind) for mark in marks]
    details = [
        {"kind": kind, "detail": mark.detail, "rules": list(mark.rules)}
        for kind, mark in zip(kinds, marks, strict=True)
    ]
    return {"marks": list(dict.fromkeys(kinds)), "mark_details": details}


def _case(case: Case) -> Data:
    return {
        "when": [list(conditions) for conditions in case.when],
        "verdict": case.verdict,
        "outcome": case.outcome,
        **marks(case.marks),
        "grounds": list(case.grounds),
        "follows": case.follows,
        "keeps": join([chosen_words(c) for c in case.keeps]),
        "adverse": [of_act(act) for act in case.adverse],
        **_path(case),
    }


def _path(of: Answer | Case) -> Data:
    """What an answer and each of its cases have in common: what it takes, and what can stop it."""
    return {
        "steps": _acts(of.steps),
        "gates": _acts(of.gates),
        "blockers": _blockers(of.blockers),
        "blockers_cut": of.blockers.cut,
        "limits": _pairs(of.limits),
        "presumed": [of_act(act) for act in of.presumed],
        "strength": {"words": of.strength[0], "rule": of.strength[1]},
    }


def _acts(ways: tuple[Way, ...]) -> list[Data]:
    """The acts of all ways in one list: those with the same `way` belong together, different ways are alternatives."""
    return [{"way": number, **of_act(act)} for number, way in enumerate(ways, start=1) for act in way.acts]


def _blockers(blockers: Blockers) -> list[Data]:
    kinds = (("sets off", blockers.sets_off), ("holds", blockers.holds))
    return [{"kind": kind, "acts": [of_act(act) for act in way.acts]} for kind, ways in kinds for way in ways]


def of_act(act: Act) -> Data:
    """An act, with how it is decided."""
    decided = act.decided[0] if act.decided else DecidedBy("", "", "", ())
    return {
        "agent": act.agent,
        "text": act.text,
        "event": act.event,
        "base": act.base,
        "deadline": act.deadline,
        "given": act.given,
        "rules": list(act.rules),
        "decision_rule": decided.decision,
        "coalition": decided.make,
        "prevented_by": decided.prevent,
        "decided": [
            {"decision": d.decision, "make": d.make, "prevent": d.prevent, "rules": list(d.rules), "layer": d.layer}
            for d in act.decided
        ],
        "unsettled": act.unsettled,
        "refusal": act.refusal,
    }


def _resolution(one: Resolution) -> Data:
    return {
        "choices": [
            {
                "bracket": c.bracket,
                "provision": c.provision,
                "text": c.text,
                "stands": c.stands,
                "proposers": list(c.proposers),
                "supporters": list(c.supporters),
                "document": c.document,
                "date": c.date,
                "amends": list(c.amends),
            }
            for c in one.choices
        ],
        "verdicts": list(one.verdicts),
        "outcome": one.outcome,
        "when": [list(alternative) for alternative in one.when],
        "text": one.text,
        "acts": one.acts,
        "settles_acts": one.settles_acts,
    }


def _reading(reading: ReadingAnswer) -> Data:
    return {
        "dispute": reading.dispute,
        "provision": reading.provision,
        "words": reading.words,
        "reading": reading.reading,
        "authority": reading.authority,
        "standing": reading.standing,
        "verdicts": list(reading.verdicts),
        "outcome": reading.outcome,
        "text": reading.text,
        "acts": reading.acts,
        "contests": reading.contests,
    }


def _pairs(pairs: tuple[tuple[str, str], ...]) -> list[Data]:
    return [{"text": text, "rule": rule} for text, rule in pairs]


def cited(found: tuple[Cited, ...]) -> list[Data]:
    return [
        {
            "provision": each.provision,
            "heading": each.heading,
            "layer": each.layer,
            "certainty": each.certainty,
            "source": each.source,
            "text": each.text,
            "amended_by": list(each.amended_by),
            "proposers": list(each.proposers),
        }
        for each in found
    ]
