"""The document model: what a paper says, before any writer lays it out.

A paper is a list of blocks. Every text is plain: square brackets and all other signs in it are the user's own, and
each writer has to hand them on unchanged.
"""

from __future__ import annotations

from proclogic.values import Value


class Block(Value):
    """A part of a paper: one of the classes below. `rules` are provision numbers, cited at the end of the statement."""


class Headline(Block):
    """The answer in one sentence."""

    text: str
    rules: tuple[str, ...] = ()


class Sentence(Block):
    """A sentence of its own. `label` names it where every line needs a name (plain text)."""

    text: str
    rules: tuple[str, ...] = ()
    label: str = "Note"


class Fact(Value):
    """A labelled statement. An empty label goes on under the one before."""

    label: str
    text: str
    rules: tuple[str, ...] = ()


class Facts(Block):
    """Labelled statements, one below the other. `narrow`: the labels are short (a letter or a sign), and so is the
    column in which a text shows them."""

    facts: tuple[Fact, ...]
    narrow: bool = False


class Section(Block):
    """A titled group of blocks. `tag` is its short name ("Case 1")."""

    tag: str
    title: str
    blocks: tuple[Block, ...] = ()
    rules: tuple[str, ...] = ()


class Line(Value):
    """A line of a derivation: how deep it stands, its text, and the rules cited beside it."""

    depth: int
    text: str
    rules: tuple[str, ...] = ()


class Steps(Block):
    """A derivation, from the conclusion to what it rests on; what is deeper gives the reason for what is less deep."""

    lines: tuple[Line, ...]


class Table(Block):
    """A table with a header row. `caption` says what it shows. `spaced`: its rows take several lines each, and an
    empty one parts them."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    spaced: bool = False


class Sources(Block):
    """Where the texts are found: each source with the provisions that were taken from it."""

    sources: tuple[tuple[str, tuple[str, ...]], ...]


class Closing(Block):
    """The last lines: what was examined, and for a reader at the terminal what to do next (`hints`)."""

    lines: tuple[str, ...]
    hints: tuple[str, ...] = ()


class Paper(Value):
    """A paper on one matter; `title` is the question it answers."""

    title: str
    blocks: tuple[Block, ...]
