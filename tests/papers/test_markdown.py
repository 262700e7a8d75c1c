"""The Markdown writer: headings and tables that show the user's signs as they are."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from proclogic.answers.model import Answer
from proclogic.papers import write
from proclogic.papers.writers.markdown import escape
from tests.papers import examples

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})


def rendered(text: str) -> str:
    """The text that a reader of the page sees, its blocks parted by line ends."""
    seen = []
    for token in MARKDOWN.parse(text):
        for child in token.children or []:
            assert child.type in ("text", "text_special", "em_open", "em_close", "softbreak"), (child.type, text)
        if token.children:
            seen.append("".join(child.content for child in token.children))
    return "\n".join(seen)


@pytest.mark.parametrize(
    "text",
    [
        "[shall][should] attend",
        "[the Conference](of the Parties)",
        "[EU]: x",
        "![not a picture](y)",
        "a | b \\| c",
        "1. first",
        "# no heading #",
        "- no item",
        "<b>no tag</b> &amp; so on",
        "*a* _b_ `c` ~~d~~",
    ],
)
def test_signs_of_markdown_are_shown_as_written(text: str) -> None:
    assert rendered(escape(text)) == text
    assert text in rendered(f"| x | y |\n| --- | --- |\n| {escape(text)} | z |\n")


def test_square_brackets_stay_as_they_are_in_the_source() -> None:
    assert escape("[[shall] [should]] [may]") == "[[shall] [should]] [may]"


@pytest.mark.parametrize("answer", examples.ANSWERS, ids=lambda a: a.question)
def test_the_paper_begins_with_the_verdict_as_its_only_first_heading(answer: Answer) -> None:
    lines = write.answers((answer,), "md").splitlines()
    assert lines[0].startswith("# ")
    assert sum(line.startswith("# ") for line in lines) == 1


def test_a_case_is_a_section_with_its_rule() -> None:
    assert "## If it is in consultative status: by default; outcome yes (rule 17(1))" in write.answers(
        (examples.CONTESTED,), "md"
    )


def test_the_matrix_lists_every_cell_with_its_rules() -> None:
    found = write.matrix(examples.MATRIX, "md")
    assert found.count("| NGO with observer status |") == 2
    assert "17(3)(b), 2(2) |" in found
