"""A Word file with everything in it, opened and converted by LibreOffice: once as PDF, once as OpenDocument."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from proclogic.papers.document import (
    DELETED,
    INSERTED,
    Cell,
    Closing,
    Cover,
    Fact,
    Facts,
    Headline,
    Line,
    Paper,
    Passage,
    Passages,
    Run,
    Section,
    Sentence,
    Sources,
    Steps,
    Table,
)
from proclogic.papers.writers.files import Setting, written
from tests.papers.word.files import File
from tests.papers.word.test_file import FIGURE
from tests.programs import needs

pytestmark = [needs("soffice"), needs("dot"), needs("pdftotext")]

BRACKETS = ("[the Conference]", "[/Alt]", "[[shall][should]]", "[EU: x | y]", "[", "]]")
EU, CHILE = ("EU",), ("Chile", "Peru")
PASSAGES = (
    Passage(
        "17(2)",
        "Observers",
        (Run("An NGO "), Run("may", DELETED, EU, "2026-03-01"), Run("shall", INSERTED, EU), Run(" attend [it].")),
    ),
    Passage("18", "", (Run("An NGO may not vote.", DELETED, CHILE),)),
    Passage("18 bis", "", (Run("An NGO may vote [twice].", INSERTED, CHILE, "2026-04-01"),)),
)
CHANGES = 6
SIDES = Table(
    "Side by side",
    ("Rule", "Text of A", "Text of B", "Effect"),
    (
        *((f"{n}", "An NGO may attend. " * 9, Cell((Run("An NGO attends. "),), (1,)), "+ wider") for n in range(30)),
        ("31", "a", Cell((Run("old", DELETED, EU), Run("new", INSERTED, ("Norway",)))), "~"),
    ),
    notes=("a note on [it]",),
    wide=True,
)
EVERYTHING = Paper(
    "May an NGO attend?",
    (
        Headline("BY LEAVE [of it].", ("17(2)",), (1,)),
        Sentence("It may.", ("3",), notes=(2, 1)),
        Facts((Fact("Turns on", "a word", ("2",)),)),
        Section("", "Why", (Steps((Line(0, "it may", ("1",)), Line(1, "because"))), FIGURE)),
        Section("", "Texts", (SIDES,)),
        Section("", "Changes", (Passages(PASSAGES), Sentence("قال الوفد [النص] والسلام"))),
        Section("", "Brackets", tuple(map(Sentence, BRACKETS))),
        Sources((("A source", ("1",)),)),
        Closing(("Examined completely.",)),
    ),
    Cover("Entitlements", "A paper", (Fact("Examined", "untoc-cop"),)),
    ("Rules, [A/1].", "Minutes."),
    ("proclogic 0.1.0", "untoc-cop 0123456789ab"),
)
HARMLESS = "javaldx"  # it says that there is no Java, which nothing here needs


class Converted:
    """What LibreOffice made of the file, and what it said."""

    def __init__(self, folder: Path) -> None:
        self.said: list[str] = []
        (folder / "all.docx").write_bytes(written(EVERYTHING, ".docx", Setting()))
        for form in ("pdf", "fodt"):
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), "all.docx"]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
            assert done.returncode == 0, done.stderr
            lines = (done.stdout + done.stderr).splitlines()
            self.said += [line for line in lines if HARMLESS not in line and not line.startswith("convert ")]
        text = subprocess.run(["pdftotext", "-layout", "all.pdf", "-"], cwd=folder, capture_output=True, text=True)
        self.pages = [" ".join(page.split()) for page in text.stdout.split("\f")]
        self.text = " ".join(self.pages)
        self.open = etree.parse(folder / "all.fodt").getroot()
        self.spaces = {k: v for k, v in self.open.nsmap.items() if k}

    def all(self, path: str) -> list[etree._Element]:
        return list(self.open.iterfind(f".//{path}", self.spaces))

    def attribute(self, element: etree._Element, name: str) -> str:
        space, _, local = name.partition(":")
        return element.get(f"{{{self.spaces[space]}}}{local}", "")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Converted:
    return Converted(tmp_path_factory.mktemp("word"))


def test_it_opens_without_a_warning(converted: Converted) -> None:
    assert converted.said == []


def test_there_are_as_many_tracked_changes_as_changes_each_by_its_proposer(converted: Converted) -> None:
    found = converted.all("text:changed-region")
    assert len(found) == CHANGES
    authors = [e.text for e in converted.all("text:changed-region//dc:creator")]
    assert sorted(authors) == sorted(["EU", "EU", "EU", "Norway", "Chile, Peru", "Chile, Peru"])
    file = File(written(EVERYTHING, ".docx", Setting()))
    assert len(file.all("w:ins")) + len(file.all("w:del")) == CHANGES


def passages(converted: Converted, left_out: str) -> list[str]:
    """The passages as LibreOffice has them, without the words of one sort of changes."""
    sorts = {
        converted.attribute(region, "text:id"): etree.QName(change).localname
        for region in converted.all("text:changed-region")
        for change in region
    }
    found = []
    for paragraph in converted.all("office:body//text:p"):
        if converted.attribute(paragraph, "text:style-name") != "Passage":
            continue
        said, skipping = [], False
        for event, part in etree.iterwalk(paragraph, events=("start", "end")):
            name = etree.QName(part).localname
            if event == "start":
                if (
                    name in ("change-start", "change-end")
                    and left_out in sorts[converted.attribute(part, "text:change-id")]
                ):
                    skipping = name == "change-start"
                said.append("" if skipping else "\t" if name == "tab" else part.text or "")
            elif part is not paragraph:
                said.append("" if skipping else part.tail or "")
        found.append("".join(said))
    return [one for one in found if one]


def test_with_all_changes_accepted_it_is_the_amended_text_and_with_none_the_base(converted: Converted) -> None:
    assert passages(converted, "deletion") == [
        "Rule 17(2)\tAn NGO shall attend [it].",
        "Rule 18 bis\tAn NGO may vote [twice].",
    ]
    assert passages(converted, "insertion") == ["Rule 17(2)\tAn NGO may attend [it].", "Rule 18\tAn NGO may not vote."]


def test_brackets_stand_in_the_pages_as_written(converted: Converted) -> None:
    assert " ".join(BRACKETS) in converted.text
    assert "BY LEAVE [of it]." in converted.text


def test_the_header_row_stands_on_each_page_of_its_table(converted: Converted) -> None:
    assert sum("Text of A" in page for page in converted.pages) > 1
    assert converted.all("table:table-header-rows")


def test_headings_notes_and_words_for_figures_are_there(converted: Converted) -> None:
    headings = {"".join(h.itertext()): converted.attribute(h, "text:outline-level") for h in converted.all("text:h")}
    assert {k: headings[k] for k in ("Why", "Texts", "Changes")} == {"Why": "1", "Texts": "1", "Changes": "1"}
    notes = ["".join(n.itertext()).strip() for n in converted.all("text:note-body")]
    assert notes == ["Rules, [A/1].", "Minutes."]
    assert [d.text for d in converted.all("svg:desc")] == [" ".join(FIGURE.alt)]
    assert "Figure 1. How it gets in [or not]" in converted.text and "Table 1. Side by side" in converted.text


def test_wide_tables_lie_on_their_side_and_nothing_else(converted: Converted) -> None:
    turned = [converted.attribute(e, "style:print-orientation") for e in converted.all("style:page-layout-properties")]
    assert "landscape" in turned and "portrait" in turned
    (heading,) = (page for page in converted.pages if re.match(r"Texts Table 1\.", page))
    assert "An NGO may attend." in heading


def test_every_page_has_its_stamp_and_number(converted: Converted) -> None:
    pages = [page for page in converted.pages if page]
    assert [f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, start=1)] == [True] * len(pages)
    assert all("untoc-cop 0123456789ab" in page for page in pages)
