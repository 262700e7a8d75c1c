"""The document model: what a paper says, before any writer lays it out.

A paper is a list of blocks. Every text is plain: square brackets and all other signs in it are the user's own, and
each writer has to hand them on unchanged.
"""

from __future__ import annotations

from proclogic.values import Value

AGREED, BRACKETED, INSERTED, DELETED = "agreed", "bracketed", "inserted", "deleted"
STATUSES = (AGREED, BRACKETED, INSERTED, DELETED)
SCREEN, PRINT = "screen", "print"
MEDIA = (SCREEN, PRINT)


# ---------------------------------------------------------------------------------------------------- parts of a text


class Run(Value):
    """Words of one status, one of STATUSES. What is bracketed has its brackets in `text`. `by` are those who propose
    it, `date` when ("2026-03-01", "" where nobody says). `compared`: it was not inserted or deleted by anybody, but is
    what only one of two texts has that stand side by side; so it is set in bold or struck, and is no tracked change."""

    text: str
    status: str = AGREED
    by: tuple[str, ...] = ()
    date: str = ""
    compared: bool = False


class Variant(Value):
    """What a text is instead once these choices are made: `when` are (choice, option) pairs by their names."""

    when: tuple[tuple[str, str], ...]
    text: str


class Cell(Value):
    """A cell of a table with more to it than words. `notes` are numbers of notes below the table, from 1; `variants`
    what it says under choices of the reader, the most special of those that fit."""

    runs: tuple[Run, ...]
    notes: tuple[int, ...] = ()
    variants: tuple[Variant, ...] = ()


class Option(Value):
    """One way to make a choice. `text` are its words, "" where nothing is left of the text."""

    name: str
    text: str
    by: tuple[str, ...] = ()


class Choice(Value):
    """What the text leaves open, and a reader may settle: a bracket or words that are read in several ways. `words` say
    which. `sort` is "bracket" or "reading"; `of` the ruleset, where a paper speaks of several."""

    name: str
    sort: str
    provision: str
    words: str
    options: tuple[Option, ...]
    of: str = ""


# ------------------------------------------------------------------------------------------------------------- blocks


class Block(Value):
    """A part of a paper: one of the classes below. `rules` are provision numbers, cited at the end of the statement;
    `notes` are numbers of footnotes (from 1) that stand there."""


class Headline(Block):
    """The answer in one sentence. `variants` as in a cell."""

    text: str
    rules: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    variants: tuple[Variant, ...] = ()


class Sentence(Block):
    """A sentence of its own. `label` names it where every line needs a name (plain text)."""

    text: str
    rules: tuple[str, ...] = ()
    label: str = "Note"
    notes: tuple[int, ...] = ()


class Fact(Value):
    """A labelled statement. An empty label goes on under the one before."""

    label: str
    text: str
    rules: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


class Facts(Block):
    """Labelled statements, one below the other. `narrow`: the labels are short (a letter or a sign), and so is the
    column in which a text shows them."""

    facts: tuple[Fact, ...]
    narrow: bool = False


class Section(Block):
    """A titled group of blocks. `tag` is its short name ("Case 1"). `folded`: a reader at a screen opens it; on paper
    it is open. `medium` is one of MEDIA where the section is for a screen only (a list of all cells, which a reader
    sorts and searches) or for paper only (the same in short); "" for both."""

    tag: str
    title: str
    blocks: tuple[Block, ...] = ()
    rules: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    folded: bool = False
    medium: str = ""


class Line(Value):
    """A line of a derivation: how deep it stands, its text, and the rules cited beside it."""

    depth: int
    text: str
    rules: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


class Steps(Block):
    """A derivation, from the conclusion to what it rests on; what is deeper gives the reason for what is less deep."""

    lines: tuple[Line, ...]


class Table(Block):
    """A table with a header row. `caption` says what it shows. `spaced`: its rows take several lines each, and an
    empty one parts them. `notes` stand below it, with letters. `wide`: it needs a page on its side. `filters` are the
    columns by which a reader looks for rows; `details` has for each row what a reader opens (or is empty)."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    spaced: bool = False
    notes: tuple[str, ...] = ()
    wide: bool = False
    filters: tuple[int, ...] = ()
    details: tuple[tuple[Block, ...], ...] = ()


class Passage(Value):
    """The text of a provision, with what is not agreed and what is changed in it."""

    number: str
    heading: str
    runs: tuple[Run, ...]


class Passages(Block):
    """Texts of provisions, in their order."""

    passages: tuple[Passage, ...]


class Figure(Block):
    """A figure in the language of Graphviz. `name` serves as the name of a file, `caption` says what it means, `alt`
    what is drawn, in sentences, for those who do not see it; `instead` has the same as a table, for where it cannot be
    drawn."""

    name: str
    caption: str
    dot: str
    alt: tuple[str, ...]
    instead: Table | None = None


class Sources(Block):
    """Where the texts are found: each source with the provisions that were taken from it."""

    sources: tuple[tuple[str, tuple[str, ...]], ...]


class Closing(Block):
    """The last lines: what was examined, and for a reader at the terminal what to do next (`hints`)."""

    lines: tuple[str, ...]
    hints: tuple[str, ...] = ()


class Cover(Value):
    """A title page: what the paper is, on what, and what was examined for it."""

    title: str
    subtitle: str = ""
    facts: tuple[Fact, ...] = ()


class Paper(Value):
    """A paper on one matter; `title` is the question it answers. `notes` are its footnotes; `stamp` says what it was
    made from and with (versions, fingerprints of files, date), for the foot of its pages; `choices` are those that its
    variants speak of."""

    title: str
    blocks: tuple[Block, ...]
    cover: Cover | None = None
    notes: tuple[str, ...] = ()
    stamp: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    language: str = "en"


# -------------------------------------------------------------------------------------------------------------- media


def meant_for(paper: Paper, medium: str) -> Paper:
    """The paper without the sections that are for the other medium only."""
    return paper.replace(blocks=_meant_for(paper.blocks, medium))


def _meant_for(blocks: tuple[Block, ...], medium: str) -> tuple[Block, ...]:
    return tuple(
        block.replace(blocks=_meant_for(block.blocks, medium)) if isinstance(block, Section) else block
        for block in blocks
        if not isinstance(block, Section) or block.medium in ("", medium)
    )


# -------------------------------------------------------------------------------------------------------- plain words


def words(part: str | Cell) -> str:
    """What a cell says, as plain text, with the letters of its notes."""
    if isinstance(part, str):
        return part
    return marked(part.runs) + "".join(f" (note {letter(note)})" for note in part.notes)


def marked(runs: tuple[Run, ...]) -> str:
    """Runs as plain text, with {+new words+} and {-words that go-}."""
    signs = {INSERTED: "{{+{}+}}", DELETED: "{{-{}-}}"}
    return "".join(signs.get(run.status, "{}").format(run.text) for run in runs)


def letter(note: int) -> str:
    """The letter of a note below a table, from 1: "a" to "z", then "aa"."""
    found = ""
    while note:
        note, place = divmod(note - 1, 26)
        found = "abcdefghijklmnopqrstuvwxyz"[place] + found
    return found


def called(paper: Paper) -> str:
    """What a paper is called in a list of papers: the title of its cover, its own, or what it says first."""
    if paper.cover is not None:
        return paper.cover.title
    return paper.title or next((block.text for block in paper.blocks if isinstance(block, Headline)), "")
