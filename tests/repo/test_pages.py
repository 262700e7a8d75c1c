"""Each code has a page with an example that fails and one that passes, and both are run."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from proclogic.answers.ask import answer
from proclogic.answers.problems import Unanswerable
from proclogic.checking import check
from proclogic.cli.run import run
from proclogic.conflicts.whole import conflicts
from proclogic.diagnostics.codes import CODES
from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.page import PAGES, page
from proclogic.library import load
from proclogic.mappings import load_mapping
from proclogic.positions.reading import read_position
from proclogic.sources import Source
from proclogic.syntax.parse import parse_facts, parse_question
from tests.repo.places import modules

FENCE = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.M | re.S)
WORDS = (PAGES / "words.rules").read_text("utf-8")
COMMITTEE = (PAGES / "committee.rules").read_text("utf-8")  # the other ruleset of the examples of mappings


def blocks(code: str, section: str) -> list[tuple[str, str, str]]:
    """The fenced texts of a section of a page: what they are, the file they stand in, and the text."""
    text = page(code).partition(f"## An example that {section}\n")[2].partition("\n## ")[0]
    return [(kind, name, body) for kind, name, body in FENCE.findall(text)]


def found(code: str, section: str, folder: Path) -> list[str]:
    """The codes of everything that the example of a section gives rise to."""
    rules, question, facts, mapping = "", "", "", ""
    for kind, name, body in blocks(code, section):
        match kind:
            case "rules" if name:
                (folder / name).write_text(body, "utf-8")
            case "rules":
                rules = body
            case "question":
                question = body.strip()
            case "given":
                facts = body.strip()
            case "mapping":
                mapping = body
            case "position":
                return [d.code for d in read_position(Source("example.position", body), "example")[1]]
    if mapping:
        return [d.code for d in mapped(folder, mapping)]
    whole = rules if re.match(r"(Ruleset|Vocabulary|#)", rules) else f"{WORDS}\n{rules}\n"
    if question:
        whole = f"{WORDS}\n1      A State Party may vote.\n"
    (folder / "example.rules").write_text(whole, "utf-8")
    checked = check([str(folder / "example.rules")], cache=False)
    if not question:
        examined = [f.code for ruleset in checked.rulesets if code[0] in "CG" for f in conflicts(ruleset).findings]
        return [*(d.code for d in (*checked.diagnostics, *checked.notices, *checked.habits)), *examined]
    return [d.code for d in asked(str(folder / "example.rules"), question, facts)]


def mapped(folder: Path, mapping: str) -> list[Diagnostic]:
    """What is wrong with a mapping from the words of the pages to those of a committee."""
    (folder / "example.rules").write_text(f"{WORDS}\n1      A State Party may vote.\n", "utf-8")
    (folder / "committee.rules").write_text(COMMITTEE, "utf-8")
    (folder / "example.mapping").write_text(mapping, "utf-8")
    read = [load(str(folder / f"{name}.rules"), cache=False)[0] for name in ("example", "committee")]
    assert read[0] is not None and read[1] is not None
    return load_mapping(str(folder / "example.mapping"), read[0], read[1])[1]


def asked(path: str, question: str, facts: str) -> list[Diagnostic]:
    """What is wrong with a question and its facts."""
    ruleset, _, _ = load(path, cache=False)
    assert ruleset is not None
    parsed, faults = parse_question(question, ruleset.vocabulary)
    given, more = parse_facts(facts, ruleset.vocabulary) if facts else ((), [])
    if parsed is None or more:
        return [*faults, *more]
    try:
        answer(ruleset, parsed.replace(facts=(*parsed.facts, *given)))
    except Unanswerable as refused:
        return [*faults, *refused.diagnostics]
    return faults


def test_each_code_that_is_used_is_registered_and_each_registered_one_is_used() -> None:
    used = {
        c
        for path in modules()
        for c in re.findall(r'"([EWCG]\d{3})"', path.read_text("utf-8"))
        if path.name != "codes.py"
    }
    assert used == set(CODES)


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_page_has_its_title_and_its_four_parts(code: str) -> None:
    lines = page(code).splitlines()
    assert lines[0] == f"# {code}: {CODES[code]}"
    assert [line for line in lines if line.startswith("## ")] == [
        "## An example that fails",
        "## An example that passes",
        "## What to do",
    ]
    assert blocks(code, "fails") and blocks(code, "passes")


BY_RULES = [code for code in sorted(CODES) if not any(kind == "console" for kind, _, _ in blocks(code, "fails"))]


@pytest.mark.parametrize("code", BY_RULES)
def test_the_failing_example_fails_with_this_code(code: str, tmp_path: Path) -> None:
    assert code in found(code, "fails", tmp_path)


@pytest.mark.parametrize("code", BY_RULES)
def test_the_passing_example_is_free_of_it_and_of_errors(code: str, tmp_path: Path) -> None:
    codes = found(code, "passes", tmp_path)
    assert code not in codes
    assert [c for c in codes if c.startswith("E")] == []


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files that the commands of the pages name."""
    good = f"{WORDS}\n1      A State Party may vote.\n"
    for name in ("folder-with-rules/a.rules", "saved-as-utf-8.rules", "small.rules"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(good, "utf-8")
    (tmp_path / "committee.rules").write_text(COMMITTEE, "utf-8")
    (tmp_path / "small.mapping").write_text("Mapping: example to committee.\nNGO: stakeholder.\n", "utf-8")
    (tmp_path / "empty-folder").mkdir()
    (tmp_path / "saved-as-utf-16.rules").write_text(good, "utf-16")
    os.mkfifo(tmp_path / "pipe.rules")
    with (tmp_path / "enormous.rules").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    (tmp_path / "hundreds-of-mistakes.rules").write_text(
        WORDS + "".join(f"\n{number}  An NGOO may vote.\n" for number in range(1, 1200)), "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("code", sorted(set(CODES) - set(BY_RULES)))
def test_the_commands_of_a_page_fail_and_pass_as_it_says(
    code: str, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for section, expected in (("fails", True), ("passes", False)):
        for _, _, body in blocks(code, section):
            command = body.strip().removeprefix("$ proclogic ").split()
            run(command)
            printed = capsys.readouterr()
            assert (f"[{code}]" in printed.out + printed.err) is expected
