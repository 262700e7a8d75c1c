"""Words in which two texts differ are set in bold or struck; only what is proposed is a tracked change in Word."""

from __future__ import annotations

import io
import zipfile

from proclogic.papers.document import DELETED, INSERTED, Cell, Paper, Run, Table
from proclogic.papers.writers.files import Setting, written


def document(*runs: Run) -> str:
    """The body of a Word file with a table that has these runs."""
    paper = Paper("Paper", (Table("Texts", ("A",), ((Cell(runs),),)),))
    with zipfile.ZipFile(io.BytesIO(written(paper, ".docx", Setting()))) as file:
        return file.read("word/document.xml").decode("utf-8")


def test_what_only_one_of_two_texts_has_is_bold_or_struck_and_no_change() -> None:
    made = document(
        Run("may ", compared=True), Run("not ", DELETED, compared=True), Run("vote", INSERTED, compared=True)
    )
    assert "w:ins " not in made and "w:del " not in made and "w:delText" not in made
    assert "<w:strike/>" in made and made.count("<w:b/>") >= 1


def test_what_somebody_proposes_is_a_change() -> None:
    made = document(Run("not ", DELETED, ("EU",)), Run("vote", INSERTED, ("EU",)))
    assert made.count("<w:ins ") == 1 and made.count("<w:del ") == 1 and 'w:author="EU"' in made
