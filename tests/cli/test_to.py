"""--to FILE: the answer is printed as ever, and written as a paper; what cannot be written is said before the work."""

from __future__ import annotations

import json
import os
import re
from importlib import util
from pathlib import Path

import openpyxl
import pypdf
import pytest

from proclogic import drawing
from proclogic.answers import ask, worked_out
from proclogic.papers import stored
from proclogic.papers.document import Block, Figure, Paper, Passages, Section, Table
from proclogic.papers.writers import files, pdf
from proclogic.papers.writers.files import ENDINGS
from tests.cli.conftest import Run
from tests.cli.test_assess import ASKS
from tests.papers.schemas import validator

ASKED = "May an NGO not in consultative status attend plenary meetings of the Conference?"
COMMANDS = {
    "query": ("query", "small", ASKED),
    "explain": ("explain", "small", ASKED),
    "matrix": ("matrix", "small", "--actor", "NGO"),
    "compare": ("compare", "small", "other"),
    "conflicts": ("conflicts", "small"),
    "assess": ("assess", "small", "--position", "asks"),
}
LEADS = {".docx": b"PK", ".html": b"<!", ".pdf": b"%PDF", ".xlsx": b"PK", ".json": b"{"}


@pytest.fixture(autouse=True)
def others(folder: Path) -> None:
    """A second ruleset, with what the first has not, and a position."""
    text = (folder / "rulesets" / "small" / "small.rules").read_text("utf-8")
    (folder / "rulesets" / "other").mkdir()
    changed = text.replace("Ruleset: small.", "Ruleset: other.").replace("may vote", "may speak")
    (folder / "rulesets" / "other" / "other.rules").write_text(changed, "utf-8")
    (folder / "queries").mkdir()
    (folder / "queries" / "asks.position").write_text(ASKS, "utf-8")


def there(ending: str) -> bool:
    """Whether there is a writer for it."""
    name = {".docx": "word"}.get(ending, ending.removeprefix("."))
    return ending in (".md", ".txt", ".json") or util.find_spec(f"proclogic.papers.writers.{name}") is not None


def paper_of(path: Path) -> Paper:
    found = json.loads(path.read_text("utf-8"))
    validator("paper-1").validate(found)
    return stored.paper(found)


def blocks_of(blocks: tuple[Block, ...]) -> list[Block]:
    return [b for block in blocks for b in (block, *(blocks_of(block.blocks) if isinstance(block, Section) else ()))]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_answer_is_printed_as_ever_and_the_file_is_told(proclogic: Run, folder: Path, command: str) -> None:
    plainly = proclogic(*COMMANDS[command])
    found = proclogic(*COMMANDS[command], "--to", "paper.md", "--date", "2026-11-22")
    assert (found.code, found.out) == (plainly.code, plainly.out)
    assert found.err == plainly.err + "Wrote paper.md\n"
    assert "22 November 2026" in (folder / "paper.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_paper_has_the_texts_that_it_cites_the_files_and_the_stamp(
    proclogic: Run, folder: Path, command: str
) -> None:
    proclogic(*COMMANDS[command], "--to", "paper.json", "--date", "2026-03-01")
    paper = paper_of(folder / "paper.json")
    told = blocks_of(paper.blocks)
    assert re.fullmatch(r"proclogic [\w.]+;.* 1 March 2026", paper.stamp[0])
    assert re.search(r"^small \([0-9a-f]{12}\); layers: treaty, rules", paper.stamp[1])
    assert any(isinstance(b, Table) and "rulesets/small/small.rules" in [row[0] for row in b.rows] for b in told)
    if command != "conflicts":  # of which there are none
        assert any(isinstance(b, Passages) for b in told)
    assert str(folder) not in json.dumps(stored.data(paper))


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_has_its_writer(proclogic: Run, folder: Path, ending: str) -> None:
    if not there(ending):
        pytest.skip(f"there is no writer for {ending} yet")
    found = proclogic("query", "small", ASKED, "--to", f"paper{ending}", "--date", "2026-11-22")
    assert (found.code, found.err) == (0, f"Wrote paper{ending}\n")
    data = (folder / f"paper{ending}").read_bytes()
    assert data.lstrip()[:4].upper().startswith(LEADS.get(ending, b""))
    assert sorted(os.listdir(folder)) == [f"paper{ending}", "queries", "rulesets"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_command_on_the_same_day_writes_the_same_file(proclogic: Run, folder: Path, ending: str) -> None:
    if not there(ending):
        pytest.skip(f"there is no writer for {ending} yet")
    made = []
    for name in ("one", "two"):
        proclogic("query", "small", ASKED, "--to", f"{name}{ending}", "--date", "2026-11-22")
        made.append((folder / f"{name}{ending}").read_bytes())
    assert made[0] == made[1]


def test_without_a_date_it_is_that_of_today(proclogic: Run, folder: Path) -> None:
    from datetime import date

    from proclogic.papers.stamp import spelled

    before = date.today()
    proclogic("query", "small", ASKED, "--to", "paper.json")
    days = {spelled(day.isoformat()) for day in (before, date.today())}
    assert any(paper_of(folder / "paper.json").stamp[0].endswith(day) for day in days)


def test_a_position_and_a_mapping_are_in_the_stamp(proclogic: Run, folder: Path) -> None:
    proclogic(*COMMANDS["assess"], "--to", "paper.json")
    assert re.search(r"queries/asks\.position \([0-9a-f]{12}\)", paper_of(folder / "paper.json").stamp[0])
    (folder / "own.mapping").write_text("Mapping: small to other.\nLanguage: 1.\n", "utf-8")
    ran = proclogic("compare", "small", "other", "--mapping", "own.mapping", "--to", "paper.json")
    assert ran.code == 0, ran.err
    assert re.search(r"own\.mapping \([0-9a-f]{12}\)", paper_of(folder / "paper.json").stamp[0])


def test_a_comparison_says_first_what_it_comes_to(proclogic: Run, folder: Path) -> None:
    proclogic("compare", "small", "other", "--to", "paper.json")
    told = [b.tag if isinstance(b, Section) else type(b).__name__ for b in paper_of(folder / "paper.json").blocks]
    assert told[:3] == ["Headline", "Facts", "Sentence"]
    assert told.index("In sum") < told.index("Table") < told.index("Closing") < told.index("Files")


def test_two_sides_of_one_ruleset_are_told_apart(proclogic: Run, folder: Path) -> None:
    proclogic("compare", "small", "--layers-a", "rules", "--layers-b", "treaty", "--to", "paper.json")
    _, a, b = paper_of(folder / "paper.json").stamp
    assert a.endswith("layers: rules")
    assert b.endswith("layers: treaty")


@pytest.mark.parametrize("command", ["query", "matrix", "compare", "assess"])
def test_csv_is_what_the_format_prints_with_the_mark_of_spreadsheets(
    proclogic: Run, folder: Path, command: str
) -> None:
    printed = proclogic(*COMMANDS[command], "--format", "csv").out
    proclogic(*COMMANDS[command], "--to", "table.csv")
    assert (folder / "table.csv").read_bytes() == b"\xef\xbb\xbf" + printed.encode("utf-8")


def test_a_paper_on_several_rulesets_has_each_answer_in_full(proclogic: Run, folder: Path) -> None:
    proclogic("query", "small", "other", ASKED, "--to", "paper.json")
    one = paper_of(folder / "paper.json")
    tags = [block.tag for block in one.blocks if isinstance(block, Section)]
    assert tags[:2] == ["small", "other"]
    assert [line.partition(" ")[0] for line in one.stamp[1:]] == ["small", "other"]


def test_a_spreadsheet_of_the_matrix_has_every_cell(proclogic: Run, folder: Path) -> None:
    proclogic(*COMMANDS["matrix"], "--to", "m.xlsx")
    cells = len(proclogic(*COMMANDS["matrix"], "--format", "csv").out.splitlines())
    book = openpyxl.load_workbook(folder / "m.xlsx")
    assert book["Who may do what, and where"].max_row == cells
    assert book["Who may do what, and where"].auto_filter.ref == f"A1:F{cells}"


# ------------------------------------------------------------------------------------------------------------- explain


def test_an_explanation_as_a_paper_has_its_proof_graph_with_words(proclogic: Run, folder: Path) -> None:
    proclogic(*COMMANDS["explain"], "--to", "paper.json")
    figure = next(b for b in paper_of(folder / "paper.json").blocks if isinstance(b, Figure))
    assert figure.dot.startswith("digraph")
    assert any("rule" in line for line in figure.alt)


def test_the_proof_graph_alone_is_written_as_ever(proclogic: Run, folder: Path) -> None:
    found = proclogic(*COMMANDS["explain"], "--to", "proof.dot")
    assert found.code == 0 and found.err.startswith("Wrote proof.dot and proof.alt.txt:\n")
    assert (folder / "proof.dot").read_text("utf-8").startswith("digraph")


def test_without_graphviz_a_paper_is_written_and_a_figure_is_not(
    proclogic: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert proclogic(*COMMANDS["explain"], "--to", "paper.pdf").code == 0
    assert "Step" in "".join(p.extract_text() for p in pypdf.PdfReader("paper.pdf").pages)
    found = proclogic(*COMMANDS["explain"], "--to", "proof.svg")
    assert found.code == 5
    assert drawing.HOW in found.err
    assert not (folder / "proof.svg").exists()


# ------------------------------------------------------------------------------------------------------------ mistakes


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--to", "paper.odt"), "not paper.odt"),
        (("--to", "paper"), ".docx, .html, .pdf, .xlsx, .md, .txt, .json"),
        (("--to", ""), "files that end in"),
        (("--to", "rulesets"), "files that end in"),
        (("--to", "nowhere/paper.md"), "there is no folder nowhere"),
        (("--to", "folder.md"), "it is a folder"),
        (("--to", "paper.md", "--date", "22.11.2026"), "--date"),
        (("--to", "paper.md", "--date", "2026-13-01"), "--date"),
        (("--to", "paper.md", "--date", "20261122"), "--date"),
        (("--to", "paper.md", "--paper", "a5"), "'a5'"),
        (("--to", "paper.md", "--paper", "letter"), "--paper is for what has pages"),
        (("--to", "paper.pdf", "--template", "x.docx"), "--template is for Word"),
        (("--to", "paper.docx", "--template", "x.docx"), "There is no template x.docx"),
        (("--to", "paper.docx", "--template", "rulesets"), "rulesets is a folder"),
        (("--to", "paper.docx", "--template", "queries/asks.position"), "is no Word file"),
        (("--template", "x.docx"), "--to paper.docx"),
        (("--paper", "letter"), "--to paper.docx"),
        (("--date", "2026-11-22"), "--to paper.docx"),
    ],
)
def test_a_mistake_is_told_before_the_work(
    proclogic: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], says: str
) -> None:
    def work(*_: object, **__: object) -> None:
        raise AssertionError("the work was begun")

    monkeypatch.setattr(ask, "answer", work)
    (folder / "folder.md").mkdir()
    found = proclogic(*COMMANDS["query"], *more)
    assert found.code == 2
    assert found.out == ""
    assert says in " ".join(found.err.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_refuses_an_ending_that_it_does_not_write(proclogic: Run, command: str) -> None:
    found = proclogic(*COMMANDS[command], "--to", "paper.odt")
    assert (found.code, found.out) == (2, "")


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever is root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_told(proclogic: Run, folder: Path) -> None:
    (folder / "shut").mkdir(mode=0o555)
    found = proclogic("query", "small", ASKED, "--to", "shut/paper.md")
    assert found.code == 2
    assert "may not be written to" in found.err


def test_without_typst_it_is_said_before_the_work_how_to_get_it(
    proclogic: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(*_: object, **__: object) -> None:
        raise AssertionError("the work was begun")

    monkeypatch.setattr(worked_out, "matrix", work)
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    found = proclogic("matrix", "small", "--to", "paper.pdf")
    assert (found.code, found.out) == (5, "")
    assert 'pip install "proclogic[pdf]"' in found.err
    assert not (folder / "paper.pdf").exists()


def test_a_template_that_word_does_not_take_is_told(
    proclogic: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import zipfile

    with zipfile.ZipFile(folder / "x.docx", "w") as archive:
        archive.writestr("a.txt", "no Word file")

    def written(*_: object) -> bytes:
        raise files.BadTemplate("the template has no page in it")

    monkeypatch.setattr("proclogic.cli.writing.written", written)
    found = proclogic("query", "small", ASKED, "--to", "paper.docx", "--template", "x.docx")
    assert (found.code, found.err) == (2, "The template has no page in it.\n")
    assert not (folder / "paper.docx").exists()


def test_a_file_that_is_there_stays_as_it_is_when_the_writing_fails(
    proclogic: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "paper.md").write_text("the one before", "utf-8")

    def replace(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", replace)
    found = proclogic("query", "small", ASKED, "--to", "paper.md")
    assert found.code == 2
    assert "No space left on device" in found.err
    assert (folder / "paper.md").read_text("utf-8") == "the one before"
    assert sorted(os.listdir(folder)) == ["paper.md", "queries", "rulesets"]
