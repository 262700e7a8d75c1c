"""proclogic report: its options, its files, and its mistakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from proclogic.papers.writers.files import ENDINGS
from tests.cli.conftest import SMALL, Run, folder, proclogic

__all__ = ["folder", "proclogic"]

REFORM = """Ruleset: reform.
Language: 1.
Title: "Reform".
Amends: small.
Proposed by: Friends of the Sea.
In 4, delete ", if the President invites it to speak".
Delete 6.
7   An NGO may vote if the President invites it to speak.
"""
QUESTIONS = """Question A1: May an NGO vote?
Under: small.
Expect: of right.

Question A3: May an NGO in consultative status speak in plenary meetings of the Conference?
Under: small.
Given: it applies for observer status.

Question A4: Who may vote?
Under: small.

Question A2: May a State Party attend plenary meetings of the Conference?
Under: small.
Expect: of right.
"""
DATE = ("--date", "2026-11-22")


def written(proclogic: Run, *arguments: str, to: str = "paper.md") -> str:
    """The paper that a command writes, which must succeed."""
    done = proclogic("report", *arguments, "--to", to, *DATE)
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {to}\n")
    return Path(to).read_text("utf-8")


def test_it_writes_the_paper_and_says_so(proclogic: Run) -> None:
    assert written(proclogic, "small").startswith("# Entitlements under small\n")


@pytest.mark.parametrize("ending", ENDINGS)
def test_two_runs_give_the_same_bytes(proclogic: Run, ending: str) -> None:
    made = []
    for name in ("one", "two"):
        done = proclogic("report", "small", "--to", f"{name}{ending}", *DATE)
        if done.code == 5:
            pytest.skip(done.err)
        assert done.code == 0, done.err
        made.append(Path(f"{name}{ending}").read_bytes())
    assert made[0] == made[1]


def test_only_and_without_choose_sections(proclogic: Run) -> None:
    only = written(proclogic, "small", "--only", "matrix,findings")
    assert "## Who may do what" in only and "## What is wrong" in only and "## In short" not in only
    without = written(proclogic, "small", "--without", "matrix", "--without", "sources")
    assert "## Who may do what" not in without and "## Annex" not in without and "## In short" in without


def test_the_questions_of_a_file_are_answered_and_what_their_author_expects_is_told(
    proclogic: Run, folder: Path
) -> None:
    (folder / "q.question").write_text(QUESTIONS, "utf-8")
    made = written(proclogic, "small", "--questions", "q.question", "--only", "answers")
    assert "| A1 | May an NGO vote? | PROHIBITED. | rule 6 |" in made
    assert "expected the verdict of right, found prohibited" in made
    assert "speak in plenary meetings of the Conference? Given: it applies for observer status. |" in made
    assert "| A4 | Who may vote? | 1 of right, 1 prohibited. |" in made
    assert "| A2 |" in made and "OF RIGHT." in made
    assert "| q.question |" in made  # with its fingerprint


def test_the_questions_of_ones_own_folder_are_answered(proclogic: Run, folder: Path) -> None:
    (folder / "queries").mkdir()
    (folder / "queries" / "small.question").write_text(QUESTIONS, "utf-8")
    assert "A1" in written(proclogic, "small", "--questions", "own", "--only", "answers")


def test_an_overlay_is_compared_with_the_text_that_it_amends(proclogic: Run, folder: Path) -> None:
    (folder / "reform.rules").write_text(REFORM, "utf-8")
    made = written(proclogic, "reform.rules")
    assert "small after reform gives more in 2" in made and "on the text of small" in made


@pytest.mark.parametrize("ending", ["md", "txt"])
def test_a_change_is_told_with_who_proposes_it_where_no_change_is_tracked(
    proclogic: Run, folder: Path, ending: str
) -> None:
    (folder / "reform.rules").write_text(REFORM, "utf-8")
    made = written(proclogic, "reform.rules", "--only", "changes", to=f"paper.{ending}")
    assert "proposed by" in made.lower() and "Friends of the Sea" in made


def test_a_reading_a_layer_or_a_choice_is_told_on_the_cover(proclogic: Run, folder: Path) -> None:
    text = SMALL.read_text("utf-8").replace("Ruleset: small.", "Ruleset: open.")
    bracket = "6      An NGO [may | by: Group A][may not | by: Group B] vote."
    (folder / "open.rules").write_text(text.replace("6      An NGO may not vote.", bracket), "utf-8")
    made = written(proclogic, "open.rules", "--resolve", "Group A", "--layers", "rules", "--strict")
    for words in ("choices made in brackets: Group A", "layers that count: rules", "no duty is presumed performed"):
        assert words in made


def test_another_title_is_taken(proclogic: Run) -> None:
    assert written(proclogic, "small", "--title", "For [the] room").startswith("# For [the] room\n")


@pytest.mark.parametrize("kept", ["paper.json", "paper.html"])
def test_a_paper_is_read_back_without_the_rules(proclogic: Run, folder: Path, kept: str) -> None:
    direct = written(proclogic, "small")
    written(proclogic, "small", to=kept)
    (folder / "rulesets" / "small" / "small.rules").unlink()
    done = proclogic("report", "--from", kept, "--to", "again.md")
    assert done.code == 0 and Path("again.md").read_text("utf-8") == direct


def test_sections_are_left_out_of_a_paper_that_is_read_back(proclogic: Run) -> None:
    written(proclogic, "small", to="paper.json")
    done = proclogic("report", "--from", "paper.json", "--to", "again.md", "--only", "short", "--title", "Anew")
    again = Path("again.md").read_text("utf-8")
    assert done.code == 0 and again.startswith("# Anew\n")
    assert "## In short" in again and "## Who may do what" not in again


# ------------------------------------------------------------------------------------------------------------- mistakes

REFUSED = {
    "no file": (("small",), "say where the paper goes"),
    "unknown ending": (("small", "--to", "x.odt"), "end in .docx, .html"),
    "no folder": (("small", "--to", "nowhere/x.md"), "there is no folder"),
    "a folder": (("small", "--to", "."), "end in .docx"),
    "no ruleset": (("--to", "x.md"), "name a ruleset, or two"),
    "three rulesets": (("small", "untoc-cop", "ahc", "--to", "x.md"), "on one ruleset or on two"),
    "one twice": (("small", "small", "--to", "x.md"), "named twice"),
    "no such section": (("small", "--to", "x.md", "--only", "summary"), "there is no section summary"),
    "no such questions": (("small", "--to", "x.md", "--questions", "none.question"), "none.question cannot be read"),
    "no such date": (("small", "--to", "x.md", "--date", "2026-13-01"), "write --date as year, month and day"),
    "a mapping for one": (("small", "--to", "x.md", "--mapping", "m.mapping"), "here is one"),
    "nothing to read back": (("--from", "none.json", "--to", "x.md"), "I cannot read none.json"),
    "both": (("small", "--from", "x.json", "--to", "x.md"), "--from takes the paper as it is"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_is_refused_in_words_and_nothing_is_written(proclogic: Run, case: str) -> None:
    arguments, words = REFUSED[case]
    done = proclogic("report", *arguments)
    told = " ".join(done.err.replace("│", " ").split())
    assert done.code == 2 and words in told, told
    assert not Path("x.md").exists()


STRANGE = {
    "x.json": ("{", "it is no JSON"),
    "y.json": ("[]", "not an object"),
    "z.json": (json.dumps({"schema": "proclogic/paper/9"}), "newer proclogic"),
    "x.html": ("<p>Not a paper</p>", "cannot be read back"),
    "x.txt": ("Answer: yes.", "from its .html or its .json"),
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_file_that_is_no_paper_is_not_read_back(proclogic: Run, folder: Path, name: str) -> None:
    text, words = STRANGE[name]
    (folder / name).write_text(text, "utf-8")
    done = proclogic("report", "--from", name, "--to", "x.md")
    told = " ".join(done.err.replace("│", " ").split())
    assert done.code == 2 and words in told, told


def test_an_empty_file_of_questions_is_told_how_one_begins(proclogic: Run, folder: Path) -> None:
    (folder / "none.question").write_text("", "utf-8")
    done = proclogic("report", "small", "--questions", "none.question", "--to", "x.md")
    assert done.code == 2 and "Question Q1:" in done.err and "Ruleset:" not in done.err


def test_questions_that_cannot_be_read_end_the_command_before_the_work(proclogic: Run, folder: Path) -> None:
    (folder / "q.question").write_text("Question A1: May a gnome vote?\nUnder: small.\n", "utf-8")
    done = proclogic("report", "small", "--questions", "q.question", "--to", "x.md")
    assert done.code == 2 and "These questions cannot be asked: 1 error." in done.err
