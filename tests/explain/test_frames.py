"""One file of sentence frames a language, and no word of an explanation anywhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import proclogic
from proclogic.answers.model import VERDICTS
from proclogic.explain import frames as module
from proclogic.explain.frames import frames, languages
from proclogic.explain.model import Explanation, Step
from proclogic.explain.whole import explain
from proclogic.norms.model import Ruleset
from proclogic.norms.vocabulary import SORTS
from proclogic.papers import write
from proclogic.syntax.parse import parse_facts, parse_question
from tests.answers.texts import HEAD, rules

WORDS = """Judgement: relevant, of an NGO.
Judgement: competent, of an NGO, judged by the Chair.
Quality: is in good standing, of an NGO.
Quality: signed the Charter, negative did not sign the Charter, of a State.
Status: observer status.
Moment: the session.
Event: apply for it, by the actor.
Event: object to it, by a State Party.
Event: admit it, by the Committee.
Event: circulate its name, by the Chair.
"""
PROVISIONS = """1   A relevant NGO in good standing has observer status if it applies for it and the Chair circulates
    its name at least 30 days before the session, unless at least one third of the States Parties present object to it.
2   The Chair shall circulate its name at least 5 weeks before the session.
3   An NGO with observer status may attend the Committee, unless a State Party objects to it.
    A competent NGO may [attend | by: Group A][not attend | by: Group B] the Board.
4   A State that signed the Charter may attend the Committee.
5   The matter of an NGO is referred to the Committee if a State Party objects to it.
    An NGO may attend the Committee if the matter has been referred to the Committee and the Committee admits it.
6   Rule 3 does not apply to a State Party.
"""
QUESTIONS = (
    ("May an NGO attend the Committee?", ""),
    ("May an NGO attend the Committee?", "a State Party objects to it and it is in good standing"),
    ("May an NGO attend the Board?", ""),
    ("May a State attend the Committee?", ""),
    ("May a State Party attend the Board?", ""),
    ("Does an NGO have observer status?", "it is not relevant"),
)
SOURCES = ("explain/saying.py", "explain/derive.py", "explain/whole.py", "explain/frames.py", "explain/changes.py")
SOURCES += ("explain/candidates.py", "explain/confirming.py", "explain/situations.py")
SOURCES += (
    "papers/from_explanation.py",
    "papers/explanation_facts.py",
    "papers/brief_explanation.py",
    "figures/proof.py",
)
MARKED = re.compile("«[^»]*»")


def explained(language: str) -> Iterator[tuple[Ruleset, Explanation]]:
    ruleset = rules(WORDS, PROVISIONS)
    for text, given in QUESTIONS:
        question, faults = parse_question(text, ruleset.vocabulary)
        assert question is not None and not faults
        facts = parse_facts(given, ruleset.vocabulary)[0] if given else ()
        yield ruleset, explain(ruleset, question.replace(facts=facts), every_case=True, language=language)


def steps(found: tuple[Step, ...]) -> Iterator[Step]:
    for step in found:
        yield step
        yield from steps(step.parts)


def said(made: Explanation) -> Iterator[str]:
    """Every text of an explanation that is not a rule."""
    for case in made.cases:
        yield from (text for change in case.changes for text in change.texts)
        for why in case.whys:
            yield from (why.title, *why.under)
            for step in steps((*why.steps, *why.against)):
                yield step.note
                if not step.norm:
                    yield step.text


def marked(text: str) -> str:
    """A frame with each stretch of its own words in marks."""
    parts = []
    for own, hole, _, _ in Formatter().parse(text):
        parts.append(re.sub(r"\w[^{}]*\w|\w", lambda m: f"«{m.group()}»", own))
        parts.append(f"{{{hole}}}" if hole is not None else "")
    return "".join(parts)


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A language of which every word is marked."""
    lines = []
    for key, text in frames().texts.items():
        table, name = key.split(".", 1)
        lines.append(f"[{table}]\n" if f"[{table}]\n" not in lines else "")
        lines.append(f'"{name}" = "{marked(text)}"\n')
    (tmp_path / "marks.toml").write_text("".join(lines), "utf-8")
    monkeypatch.setattr(module, "PLACE", tmp_path)
    module.frames.cache_clear()
    return "marks"


def test_every_word_of_an_explanation_is_of_the_frames_or_of_the_ruleset(made_up: str) -> None:
    own = set(re.findall(r"\w+", (HEAD + WORDS + PROVISIONS).casefold()))
    own |= {f"{w}s" for w in own} | {"states", "parties"}
    texts = 0
    for _, made in explained(made_up):
        for text in said(made):
            texts += 1
            left = re.findall(r"\w+", MARKED.sub(" ", text).casefold())
            assert [w for w in left if w not in own and not w.isdigit()] == [], text
    assert texts > 100


def test_a_second_language_needs_a_file_and_no_code(made_up: str) -> None:
    assert languages() == ["marks"]
    for _, made in explained(made_up):
        assert "«" in write.explanations((made,), "text", "full")
    module.frames.cache_clear()


def test_a_language_without_frames_is_refused_by_name() -> None:
    with pytest.raises(LookupError, match="no sentence frames for xx; there are: en"):
        frames("xx")


@cache
def sources() -> dict[str, ast.Module]:
    base = Path(proclogic.__file__).parent
    return {name: ast.parse((base / name).read_text("utf-8")) for name in SOURCES}


def patterns(node: ast.AST) -> Iterator[str]:
    """The keys that a string in the code can stand for, as patterns."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif isinstance(node, ast.JoinedStr):
        texts = (re.escape(str(v.value)) if isinstance(v, ast.Constant) else ".*" for v in node.values)
        yield "".join(texts)
    elif isinstance(node, ast.IfExp):
        yield from patterns(node.body)
        yield from patterns(node.orelse)


def keys(pattern: str) -> list[str]:
    return [key for key in frames().texts if re.fullmatch(pattern, key)]


def test_every_key_is_used_and_every_key_that_is_used_exists() -> None:
    tables = {key.split(".")[0] for key in frames().texts}
    used: set[str] = set()
    for name, tree in sources().items():
        within = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            for pattern in patterns(node) if id(node) not in within else ():
                table = pattern.split("\\.")[0]
                if re.fullmatch(r"\w+\\\.[^ ]+", pattern) and table in tables:
                    assert keys(pattern), f"{name}: {pattern}"
                    used.update(keys(pattern))
    assert sorted(set(frames().texts) - used) == []


def test_the_holes_of_a_frame_are_those_that_the_code_fills() -> None:
    looked_at = 0
    for name, tree in sources().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func
            title = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if title not in ("frames", "words", "self"):
                continue
            filled = {k.arg for k in node.keywords if k.arg}
            for k in node.keywords:
                if k.arg is None and isinstance(k.value, ast.Dict):
                    filled |= {c.value for c in k.value.keys if isinstance(c, ast.Constant)}
            if any(k.arg is None and not isinstance(k.value, ast.Dict) for k in node.keywords):
                filled |= {"base", "third", "when"}
            bases = [p for p in patterns(node.args[0]) if p == r"share\..*"]  # of the bases alone
            for pattern in patterns(node.args[0]) if not bases else (r"share\.(voting|present|participating|all)",):
                for key in keys(pattern):
                    holes = {hole for _, hole, _, _ in Formatter().parse(frames().texts[key]) if hole}
                    looked_at += 1
                    assert holes <= filled, f"{name}: {key}"
    assert looked_at > 60


def test_the_tables_of_kinds_have_a_frame_for_each_kind() -> None:
    tables: dict[str, set[str]] = {}
    for key in frames().texts:
        tables.setdefault(key.split(".")[0], set()).add(key.split(".", 1)[1])
    assert tables["verdict"] == set(VERDICTS)
    assert tables["who"] == set(SORTS)
    assert tables["outcome"] == {"yes", "no", "conditional", "open"}
    assert {"voting", "present", "participating", "all"} <= tables["share"]
    assert tables["bound"] == {"at least", "at most", "within"}
    assert tables["deadline"] == {"before", "after"}
    assert {x + s for x in ("hour", "day", "week", "month") for s in ("", "s")} <= tables["unit"]
