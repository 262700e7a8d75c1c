"""Whatever signs the user's text holds, square brackets above all, every writer hands it on unchanged."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.answers.model import (
    Act,
    Answer,
    Beside,
    Blockers,
    Case,
    Cited,
    DecidedBy,
    Mark,
    Matrix,
    ReadingAnswer,
    Row,
    Way,
)
from proclogic.layout import clean
from proclogic.papers import write
from tests.papers.test_markdown import rendered

BRACKETED = st.text(
    st.one_of(
        st.sampled_from("[]()|/\\*_#`~<>&\"'{}:;,.!?-+= 1a"),
        st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")),
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: bool(text.strip()))

CASE = (
    "when",
    "step",
    "gate",
    "gate agent",
    "deadline",
    "sets off",
    "holds",
    "presumed",
    "limit",
    "limit rule",
    "words",
)
TOP = ("ground", "turns on", "conflict", "depends", "provision", "disputed", "reading", "authority", "other layer")
SAID = (
    "other rule",
    "other source",
    "silence",
    "silent rule",
    "count",
    "source",
    "cited",
    "ruleset",
    "examined",
    "says",
)
DECIDED = ("decision", "make", "prevent", "decided rule")
ANSWER = ("title", "question", "base", "event", "heading", "cited text", "reading text", "dispute")
NAMES = (*CASE, *TOP, *SAID, *DECIDED, *ANSWER)


def act(s: dict[str, str], text: str, agent: str = "it", refusal: bool = False) -> Act:
    decided = DecidedBy(s["decision"], s["make"], s["prevent"], (s["decided rule"],), "practice")
    rules = s["ground"], s["silent rule"]
    return Act(agent, s[text], s["event"], s["deadline"], "done", rules, (decided,), True, refusal, s["base"])


def answer(s: dict[str, str]) -> Answer:
    """An answer with one text of `s` in each field that holds words."""
    path: dict[str, Any] = {
        "steps": (Way((act(s, "step"),)),),
        "gates": (Way((act(s, "gate", s["gate agent"]),)),),
        "blockers": Blockers((Way((act(s, "sets off"),)),), (Way((act(s, "holds", refusal=True),)),)),
        "presumed": (act(s, "presumed"),),
        "limits": ((s["limit"], s["limit rule"]),),
        "strength": (s["words"], s["ground"]),
        "grounds": (s["ground"],),
    }
    one = Case(((s["when"],),), "by-leave", "no", (), **path)
    return Answer(
        s["ruleset"],
        s["title"],
        s["question"],
        "may",
        verdict="by-leave",
        verdicts=("by-leave",),
        outcome="no",
        marks=(Mark("turns on", s["turns on"]), Mark("conflicting", s["conflict"]), Mark("depends", s["depends"])),
        says=s["says"],
        cases=(one, one.replace(verdict="by-default", steps=(), gates=(), limits=(), presumed=(), strength=("", ""))),
        layers=("rules",),
        certainty="verbatim",
        readings=(
            ReadingAnswer(
                s["dispute"],
                s["provision"],
                s["disputed"],
                s["reading"],
                s["authority"],
                "arguable",
                ("by-leave",),
                "no",
                s["reading text"],
            ),
        ),
        beside=(Beside("practice", "by-leave", "no", s["other layer"], (s["other rule"],), s["other source"], "gap"),),
        silences=((s["silence"], s["silent rule"]),),
        examined=(s["examined"],),
        cited=(Cited(s["cited"], s["heading"], "rules", "verbatim", s["source"], s["cited text"]),),
        arithmetic=(s["count"],),
        **path,
    )


def squeezed(text: str) -> str:
    return "".join(text.split())


def in_text(text: str, out: str) -> bool:
    return squeezed(text) in squeezed(out)


def in_plain(text: str, out: str) -> bool:
    return clean(text) in out


def in_markdown(text: str, out: str) -> bool:
    return squeezed(text) in squeezed(rendered(out))


def in_csv(text: str, out: str) -> bool:
    return any(text in cell for line in csv.reader(io.StringIO(out)) for cell in line)


def in_json(text: str, out: str) -> bool:
    def inside(value: Any) -> bool:
        if isinstance(value, dict):
            value = list(value.values())
        return any(map(inside, value)) if isinstance(value, list) else value == text

    return inside(json.loads(out))


# What a writer leaves out: texts in full and ids; a paper for reading has the base form of an own act in its place.
IDS = {"depends", "event", "step", "dispute", "heading", "cited text", "reading text", "title"}
IN_CSV = {"when", "gate", "sets off", "holds", "presumed", "limit", "words", "ground", "base", "ruleset", "question"}
IN_CSV |= {"turns on", "conflict", "depends", "says", "reading", "dispute", "deadline"}
WRITERS: dict[str, tuple[Callable[[str, str], bool], set[str]]] = {
    "text": (in_text, set(NAMES) - IDS - {"question", "source"}),
    "plain": (in_plain, set(NAMES) - IDS),
    "md": (in_markdown, set(NAMES) - IDS),
    "csv": (in_csv, IN_CSV),
    "json": (in_json, set(NAMES)),
}


def named(names: tuple[str, ...]) -> st.SearchStrategy[dict[str, str]]:
    """A text for each name, told apart by a number before or after it; few draws, so that a failure shrinks fast."""
    return st.lists(BRACKETED, min_size=4, max_size=4).map(
        lambda drawn: {
            name: f"{drawn[i % 4]}{i}" if i // 4 % 2 else f"{i}{drawn[i % 4]}" for i, name in enumerate(names)
        }
    )


@pytest.mark.parametrize("form", WRITERS)
@given(texts=named(NAMES))
@settings(max_examples=30, deadline=None)
def test_every_text_of_an_answer_survives(form: str, texts: dict[str, str]) -> None:
    holds, shown = WRITERS[form]
    out = write.answers((answer(texts),), form)
    assert [(name, texts[name]) for name in sorted(shown) if not holds(texts[name], out)] == []


ROW = ("actor", "act", "body", "object", "condition", "ground")
LIST_HIDES = {"text": {"actor"}, "plain": {"actor"}, "md": {"actor"}}  # the question names the actor
MATRIX_HIDES = {"text": {"object", "condition", "ground"}, "plain": {"object"}, "md": {"object"}}


@pytest.mark.parametrize("form", WRITERS)
@given(texts=named(ROW))
@settings(max_examples=30, deadline=None)
def test_every_word_of_a_row_survives(form: str, texts: dict[str, str]) -> None:
    cells = (texts["actor"], texts["act"], texts["body"], texts["object"])
    row = Row(*cells, "by-leave", ("by-leave",), "no", (), texts["condition"], (texts["ground"],))
    listed = write.answers((Answer("r", "", "q", "what", rows=(row,)),), form)
    matrix = write.matrix(Matrix("r", "", cells[:1], (cells[1:3],), (row,), ("rules",)), form)
    holds, _ = WRITERS[form]
    for name, text in texts.items():
        # A cell of a table is wrapped beside its neighbours, so that its words are looked for one by one.
        for word in [text] if form in ("csv", "json") else clean(text).split(" "):
            assert name in LIST_HIDES.get(form, ()) or holds(word, listed)
            assert name in MATRIX_HIDES.get(form, ()) or holds(word, matrix)
