"""What the documents show is what the program prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from proclogic.cli.run import run
from tests.repo.places import ROOT

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def shown() -> list[tuple[str, str, str]]:
    """Every `$ proclogic ...` of a console block: the document, the command, and the output below it."""
    found = []
    for document in DOCUMENTS:
        for block in BLOCK.findall(document.read_text("utf-8")):
            parts = re.split(r"^\$ ", block.replace("\\\n", " "), flags=re.M)[1:]
            for command, _, output in (part.partition("\n") for part in parts):
                if command.startswith("proclogic ") and not re.search(r"[|<>;&]", re.sub(r'"[^"]*"', "", command)):
                    found.append((document.relative_to(ROOT).as_posix(), command, output))
    return found


def fits(output: str, printed: str) -> bool:
    """Whether the output is what was printed; a line of three dots stands for any lines."""
    parts = re.split(r"^\.\.\.$\n?", output.strip() + "\n", flags=re.M)
    return re.fullmatch(r"(?:.*\n)*?".join(map(re.escape, parts)), printed.strip() + "\n") is not None


@pytest.mark.parametrize(("document", "command", "output"), shown(), ids=lambda part: part[:60])
def test_a_console_block_shows_what_the_command_prints(
    document: str, command: str, output: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    run(shlex.split(command)[1:])
    printed = capsys.readouterr()
    assert fits(output, printed.out + printed.err), printed.out + printed.err


def test_dots_stand_for_lines_and_nothing_else_is_left_out() -> None:
    assert fits("a\n...\nd\n", "a\nb\nc\nd\n")
    assert not fits("a\nd\n", "a\nb\nd\n")
    assert not fits("a\n...\nd\n", "a\nb\n")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_to_files_of_the_repository_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
