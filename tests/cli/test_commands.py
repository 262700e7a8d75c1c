"""The other commands, and what all have in common: exit codes, no traceback, quiet ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from proclogic import __version__
from proclogic.cli.commands import COMMANDS
from tests.cli.conftest import Run
from tests.papers.schemas import validator


def test_without_arguments_the_first_screen_is_short_and_names_every_command(proclogic: Run) -> None:
    ran = proclogic()
    assert ran.code == 0
    assert len(ran.out.splitlines()) <= 20
    assert all(name in ran.out for name in COMMANDS)
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_within_80_columns_and_with_an_example(proclogic: Run, name: str) -> None:
    ran = proclogic(name, "--help")
    assert ran.code == 0
    assert f"proclogic {name}" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_version_is_printed_alone(proclogic: Run) -> None:
    assert proclogic("--version") == (0, f"proclogic {__version__}\n", "")


def test_a_mistyped_command_or_option_is_exit_2_with_a_guess(proclogic: Run) -> None:
    assert (proclogic("querry").code, "query" in proclogic("querry").err) == (2, True)
    ran = proclogic("check", "small", "--fromat", "json")
    assert (ran.code, ran.out, "--format" in ran.err) == (2, "", True)


def test_check_counts_what_it_looked_at(proclogic: Run) -> None:
    ran = proclogic("check", "small")
    counted = "No mistakes found in 1 ruleset: 9 provisions, 11 rules.\n"
    assert (ran.code, ran.out) == (0, counted + "1 drafting habit to look at: add --lint.\n")


def test_check_finds_several_mistakes_in_order_and_is_exit_1(proclogic: Run, folder: Path) -> None:
    text = (folder / "rulesets/small/small.rules").read_text("utf-8")
    text = text.replace("6      An NGO may not vote.", "6      An NGO may not vot.\n\n7  An NGOO may vote.")
    (folder / "bad.rules").write_text(text, "utf-8")
    ran = proclogic("check", "bad.rules")
    assert ran.code == 1
    assert ran.out.index("rule 6") < ran.out.index("rule 7")
    assert "2 errors in 1 ruleset." in ran.out
    assert "proclogic explain E" in ran.out
    found = json.loads(proclogic("check", "bad.rules", "--format", "json").out)
    validator("diagnostics-1").validate(found)
    assert [d["place"] for d in found["diagnostics"]] == ["rule 6", "rule 7"]
    assert found["counts"]["error"] == 2
    assert "Error E" in proclogic("check", "bad.rules", "--format", "plain").out


def test_check_counts_drafting_habits_and_shows_them_when_asked(proclogic: Run, folder: Path) -> None:
    text = (folder / "rulesets/small/small.rules").read_text("utf-8")
    habit = "\n9  A State may vote unless the Conference does not decide to admit it.\n"
    (folder / "habit.rules").write_text(text + habit, "utf-8")
    ran = proclogic("check", "habit.rules")
    assert (ran.code, "W545" in ran.out) == (0, False)
    assert "2 drafting habits to look at: add --lint.\n" in ran.out
    asked = proclogic("check", "habit.rules", "--lint")
    assert (asked.code, "warning[W545]" in asked.out) == (0, True)
    assert asked.out.endswith(
        "Counted with them: 2 drafting habits to look at.\nTo read more about a mistake: proclogic explain W532\n"
    )
    assert "2 warnings in 1 ruleset: " in asked.out
    assert "warning[W545]" not in proclogic("check", "habit.rules", "--notices").out
    found = json.loads(proclogic("check", "habit.rules", "--lint", "--format", "json").out)
    validator("diagnostics-1").validate(found)
    assert [d["code"] for d in found["diagnostics"]] == ["W532", "W545"]
    accepted = habit + '   Accepted: W545 because "so it was agreed".\n'
    (folder / "habit.rules").write_text(text + accepted, "utf-8")
    assert "1 drafting habit to look at: add --lint.\n" in proclogic("check", "habit.rules").out


def test_check_of_what_is_not_there_is_exit_3(proclogic: Run) -> None:
    assert proclogic("check", "nothing.rules").code == 3


def test_check_finds_rules_that_undo_each_other(proclogic: Run, folder: Path) -> None:
    text = (folder / "rulesets/small/small.rules").read_text("utf-8")
    circle = "\n7  Rule 8 does not apply to a State Party.\n\n8  Rule 7 does not apply to a State Party.\n"
    (folder / "circle.rules").write_text(text + circle, "utf-8")
    ran = proclogic("check", "circle.rules")
    assert ran.code == 1
    assert "E310" in ran.out


def test_the_matrix_shows_each_actor_and_can_be_narrowed(proclogic: Run) -> None:
    assert "a plenary meeting of the Conference" in proclogic("matrix", "small").out
    ran = proclogic("matrix", "small", "--actor", "NGOs", "--act", "vote", "--format", "json")
    found = json.loads(ran.out)
    validator("matrix-1").validate(found)
    assert [(row["actor"], row["act"], row["verdict"]) for row in found["rows"]] == [("NGO", "vote", "prohibited")]
    assert "no actor is called" in proclogic("matrix", "small", "--actor", "NGX").err


def test_the_list_has_the_rulesets_of_the_folder_and_of_the_library(proclogic: Run) -> None:
    printed = proclogic("rulesets").out
    assert "  small            Rules of a small conference" in printed
    assert "adopted 2020-01-31; rules; verbatim; " in printed
    found = json.loads(proclogic("rulesets", "--format", "json").out)
    validator("rulesets-1").validate(found)
    assert "small" in [ruleset["id"] for ruleset in found["rulesets"]]


def test_export_writes_a_program_that_clingo_reads_and_data(proclogic: Run) -> None:
    import clingo

    program = proclogic("export", "small", "--to", "asp").out
    control = clingo.Control(["--warn=none"])
    control.add("base", [], program)
    control.ground([("base", [])])
    assert control.solve().satisfiable
    found = json.loads(proclogic("export", "small", "--to", "json").out)
    assert found["schema"] == "proclogic/ruleset/1"
    assert "6" in [norm["provision"] for norm in found["norms"]]


def test_a_check_names_the_page_of_the_first_mistake_before_that_of_a_warning(proclogic: Run, folder: Path) -> None:
    head = (folder / "rulesets" / "small" / "small.rules").read_text("utf-8")
    twice = "\n98  A State Party may vote.\n98  A State Party may vote.\n"
    text = head.replace("Silence: not conferred.\n", "Silence: not conferred.\nMoment: the noon.\n") + twice
    (folder / "two.rules").write_text(text, "utf-8")
    ran = proclogic("check", "two.rules")
    assert ran.out.index("[W403]") < ran.out.index("[E301]")
    assert "To read more about a mistake: proclogic explain E301" in ran.out


def test_explain_shows_the_page_of_a_code(proclogic: Run) -> None:
    ran = proclogic("explain", "e401")
    assert ran.code == 0
    assert ran.out.startswith("E401: ")
    assert "```" not in ran.out
    assert "Did you mean E401" in proclogic("explain", "E4O1").err
    assert proclogic("explain", "E999").code == 2


def test_a_bug_of_ours_leaves_no_traceback_on_the_screen(
    proclogic: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object) -> None:
        raise RuntimeError("[secret] detail")

    from proclogic.answers import ask

    monkeypatch.setattr(ask, "answer", broken)
    ran = proclogic("query", "small", "May an NGO vote?")
    assert ran.code == 70
    assert "Traceback" not in ran.err + ran.out
    assert "[secret]" not in ran.err
    (file,) = (folder.parent / "cache").glob("bug-*.txt")
    assert str(file) in ran.err
    assert "[secret] detail" in file.read_text("utf-8")


def test_an_interruption_is_exit_130_without_a_traceback(proclogic: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*given: object) -> None:
        raise KeyboardInterrupt

    from proclogic.answers import ask

    monkeypatch.setattr(ask, "answer", interrupted)
    ran = proclogic("query", "small", "May an NGO vote?")
    assert (ran.code, "Traceback" in ran.err) == (130, False)


def run_apart(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    root = str(Path(__file__).parents[2])
    return subprocess.run(
        [sys.executable, "-m", "proclogic", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
    )


def test_the_command_of_its_own_process_gives_the_same(folder: Path, proclogic: Run) -> None:
    ran = run_apart(folder, "query", "small", "May an NGO vote?")
    assert (ran.returncode, ran.stdout.decode()) == proclogic("query", "small", "May an NGO vote?")[:2]


def test_a_reader_that_leaves_early_ends_the_command_quietly(folder: Path) -> None:
    root = str(Path(__file__).parents[2])
    ran = subprocess.Popen(
        [sys.executable, "-m", "proclogic", "export", "small", "--to", "json"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": root},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert ran.stdout is not None and ran.stderr is not None
    ran.stdout.close()
    assert ran.stderr.read() == b""
    ran.stderr.close()
    assert ran.wait() == 0


def test_letters_that_the_terminal_cannot_write_are_no_failure(folder: Path) -> None:
    path = folder / "rulesets/small/small.rules"
    path.write_text(path.read_text("utf-8").replace("small conference", "small conférence – ☂"), "utf-8")
    root = str(Path(__file__).parents[2])
    ran = subprocess.run(
        [sys.executable, "-m", "proclogic", "matrix", "small"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
    )
    assert ran.returncode == 0
    assert rb"\u2602" in ran.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_said_and_is_no_bug(folder: Path) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "proclogic", "rulesets"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert ran.returncode == 2
    assert "could not be written" in ran.stderr
    assert "bug" not in ran.stderr


def test_a_file_with_a_head_alone_is_said_to_have_no_provisions(proclogic: Run, folder: Path) -> None:
    (folder / "head.rules").write_text("Ruleset: x.\nLanguage: 1.\n", "utf-8")
    assert proclogic("check", "head.rules").out.strip() == "No mistakes found in 1 ruleset: no provisions."
