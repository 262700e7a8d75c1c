"""The blocks of a paper as paragraphs and tables in the styles of the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document

from proclogic.drawing import NoProgram
from proclogic.papers.document import (
    Block,
    Closing,
    Cover,
    Fact,
    Facts,
    Figure,
    Headline,
    Passage,
    Passages,
    Section,
    Sentence,
    Sources,
    Steps,
    Table,
    letter,
)
from proclogic.papers.words import cite, cites, opening
from proclogic.papers.writers.word import styles as named
from proclogic.papers.writers.word.figures import picture
from proclogic.papers.writers.word.notes import Notes
from proclogic.papers.writers.word.pages import Laid, measure
from proclogic.papers.writers.word.pieces import Ids, Made, Piece, Words, field, paragraph, spoken
from proclogic.papers.writers.word.steps import Levels
from proclogic.papers.writers.word.styles import Styles
from proclogic.papers.writers.word.tables import table
from proclogic.papers.writers.word.xml import Element, el

LONG = 16  # letters of a label that still stands beside its text
LONG_SIGN = 3  # the same for one that is a sign
NO_PICTURE = "This figure could not be drawn, because Graphviz is not on the computer on which this paper was made."


class Body:
    """Lays blocks out, one after the other."""

    def __init__(self, document: Document, pages: Element, styles: Styles, notes: Notes, ids: Ids) -> None:
        self.laid = Laid()
        self._document, self._styles, self._notes, self._ids = document, styles, notes, ids
        self._lines = {wide: measure(pages, wide) for wide in (False, True)}
        self._levels = Levels(document)
        self._tables = self._figures = 0

    def cover(self, cover: Cover, ruled: bool) -> None:
        """The title page, with a line above the title where it is `ruled`; what follows begins on the next."""
        rule = el("w:pBdr", el("w:top", val="single", sz="12", space="12", color="000000"))
        place = el("w:spacing", before="3400", after="240")
        self._put(named.TITLE, [Words(cover.title)], *([rule] if ruled else []), place)
        if cover.subtitle:
            self._put(named.SUBTITLE, [Words(cover.subtitle)])
        self._facts(cover.facts, False)
        self.laid.put(el("w:p", el("w:r", el("w:br", type="page"))))

    def title(self, text: str) -> None:
        """The title of a paper without a title page."""
        self._put(named.TITLE, [Words(text)])

    def subtitle(self, text: str) -> None:
        """What a paper with a title page answers."""
        self._put(named.SUBTITLE, [Words(text)])

    def blocks(self, blocks: Iterable[Block], level: int = 1) -> None:
        """Blocks in their order; a section among them has a heading of this level."""
        for block in blocks:
            self._block(block, level)

    def note(self, text: str) -> None:
        """A note to which nothing refers."""
        self._put(named.NOTE, [Words(text)])

    def _block(self, block: Block, level: int) -> None:
        match block:
            case Headline(text=text, rules=rules, notes=notes):
                self._put(named.HEADLINE, [Words(text), *self._notes.marks(notes)])
                self._cited(rules)
            case Sentence(text=text, rules=rules, notes=notes):
                self._put("Normal", self._stated(text, rules, notes))
            case Facts(facts=facts, narrow=narrow):
                self._facts(facts, narrow)
            case Steps(lines=told):
                for line in told:
                    properties = self._levels.of(line.depth)
                    self._put(named.STEP, self._stated(line.text, line.rules, line.notes), properties)
            case Section(title=title, rules=rules, blocks=inner, notes=notes):
                heading = named.HEADINGS[min(level, len(named.HEADINGS)) - 1]
                self._put(heading, [Words(title), *self._notes.marks(notes)], el("w:keepNext"))
                self._cited(rules, el("w:keepNext"))
                self.blocks(inner, level + 1)
            case Table():
                self._table(block)
            case Passages(passages=passages):
                self._passages(passages)
            case Figure():
                self._figure(block)
            case Sources(sources=sources):
                rows = tuple((text, cites(rules)) for text, rules in sources)
                self._put(named.CAPTION, [Words("Sources")], el("w:keepNext"))
                self._table(Table("", ("Source", "Rule"), rows))
            case Closing(lines=lines):
                for text in lines:
                    self._put(named.CLOSING, [Words(text)])
            case _:
                raise TypeError(f"no layout for {type(block).__name__}")

    # ------------------------------------------------------------------------------------------------- statements

    def _put(self, style: str, pieces: Sequence[Piece], *about: Element, wide: bool = False) -> None:
        self.laid.put(paragraph(self._styles.id(style), pieces, self._ids, *about), wide)

    def _stated(self, text: str, rules: tuple[str, ...], notes: tuple[int, ...]) -> list[Piece]:
        source = f" ({cites(rules)})" if cites(rules) else ""
        cited = Words(source, style=self._styles.id(named.CITED, named.CHARACTER))
        return [Words(text), cited, *self._notes.marks(notes)]

    def _cited(self, rules: tuple[str, ...], *about: Element) -> None:
        if cites(rules):
            self._put(named.CITATION, [Words(opening(cites(rules)))], *about)

    def _facts(self, facts: Sequence[Fact], narrow: bool) -> None:
        style, longest = (named.NARROW, LONG_SIGN) if narrow else (named.FACT, LONG)
        for fact in facts:
            told = self._stated(fact.text, fact.rules, fact.notes)
            if len(fact.label) > longest:
                broken = Made((el("w:r", el("w:br")),))
                self._put(style, [Words(fact.label, bold=True), broken, *told])
            else:
                self._put(style, [Words(fact.label, bold=True, tabbed=True), *told])

    def _passages(self, passages: Sequence[Passage]) -> None:
        heading = ""
        for each in passages:
            if each.heading and each.heading != heading:
                self._put(named.PASSAGE_HEADING, [Words(each.heading)], el("w:keepNext"))
            heading = each.heading
            label = opening(cite(each.number)) if each.number else ""
            self._put(named.PASSAGE, spoken(each.runs, label))

    # ------------------------------------------------------------------------------------------ tables and figures

    def _table(self, block: Table) -> None:
        wide = block.wide
        if block.caption:
            self._tables += 1
            self._caption("Table", self._tables, block.caption, wide, el("w:keepNext"))
        self.laid.put(table(block, self._lines[wide], self._styles, self._ids), wide)
        for number, note in enumerate(block.notes, start=1):
            mark = Words(letter(number), raised=True)
            self._put(named.TABLE_NOTE, [mark, Words(" "), Words(note)], wide=wide)
        if not block.notes:
            self._put(named.TABLE_NOTE, [], wide=wide)

    def _figure(self, block: Figure) -> None:
        try:
            drawing = picture(block, self._document, self._lines[False], self._ids)
        except NoProgram:
            self._put("Normal", [Words(NO_PICTURE)], el("w:keepNext"))
            if block.instead is not None:
                self._table(block.instead)
            else:
                for line in block.alt:
                    self._put("Normal", [Words(line)])
            return
        self._put(named.FIGURE, [drawing], el("w:keepNext"))
        self._figures += 1
        self._caption("Figure", self._figures, block.caption, False)

    def _caption(self, sort: str, number: int, text: str, wide: bool, *about: Element) -> None:
        count = field(f"SEQ {sort} \\* ARABIC", str(number))
        said = [Words(". "), Words(text)] if text else []
        self._put(named.CAPTION, [Words(f"{sort} "), count, *said], *about, wide=wide)
