"""The worked examples of the semantics, put to the engine: the expectations written for the reference hold here too."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from proclogic.answers.ask import answer
from proclogic.answers.options import Options
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from tests.reference import test_examples as examples

KINDS = ("contested", "turns on", "pending", "conflicting")


def _answer(rules: Ruleset, question: Question, strict: bool = False) -> tuple[str, str, tuple[str, ...]]:
    found = answer(rules, question, Options(strict=strict))
    kinds = {m.kind for m in found.marks}
    return found.verdict, found.outcome, tuple(k for k in KINDS if k in kinds)


PLAIN = [
    f
    for name, f in inspect.getmembers(examples, inspect.isfunction)
    if name.startswith("test_") and not inspect.signature(f).parameters and "answer(" in inspect.getsource(f)
]


@pytest.mark.parametrize("example", PLAIN, ids=lambda f: f.__name__.removeprefix("test_"))
def test_the_engine_gives_what_the_example_says(example: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "answer", _answer)
    example()


def test_the_examples_are_found() -> None:
    assert len(PLAIN) > 25
