"""A paper that has every block and every field of the document model, for the tests of the writers."""

from __future__ import annotations

from collections.abc import Callable

from proclogic.papers.document import (
    AGREED,
    BRACKETED,
    DELETED,
    INSERTED,
    PRINT,
    SCREEN,
    Cell,
    Choice,
    Closing,
    Cover,
    Fact,
    Facts,
    Figure,
    Headline,
    Line,
    Option,
    Paper,
    Passage,
    Passages,
    Run,
    Section,
    Sentence,
    Sources,
    Steps,
    Table,
    Variant,
)

DOT = 'digraph { a [label="one"]; b [label="two"]; a -> b; }'
STAMP = ("proclogic 0.1.0; small.rules (0123456789ab)", "readings: all; 22 November 2026")


def usual(name: str) -> str:
    """A text that says where it stands, and has brackets."""
    return f"The {name} [of the text] is here"


def paper(say: Callable[[str], str] = usual, dot: str = DOT) -> Paper:
    """The paper; `say` gives the text of each place by its name."""
    runs = (
        Run(say("agreed run"), AGREED),
        Run(f"[{say('bracketed run')}]", BRACKETED, (say("bracket proposer"),)),
        Run(say("inserted run"), INSERTED, (say("first proposer"), say("second proposer")), "2026-03-01"),
        Run(say("deleted run"), DELETED, (say("third proposer"),)),
        Run(say("compared run"), INSERTED, compared=True),
    )
    variants = (Variant(((say("choice"), say("option")),), say("variant")),)
    narrow = Table(
        say("caption"),
        (say("first column"), say("second column")),
        (
            (say("plain cell"), Cell(runs, (1, 2), variants)),
            (Cell((Run(say("one run")),)), ""),
        ),
        notes=(say("first table note"), say("second table note")),
        filters=(0,),
        details=((Sentence(say("detail")),), ()),
    )
    wide = Table(say("wide caption"), tuple(say(f"column {n}") for n in range(8)), _row(say, 8), wide=True)
    return Paper(
        say("title"),
        (
            Headline(say("headline"), ("1", "2(a)"), (1,), variants),
            Sentence(say("sentence"), ("OP4",), notes=(2,)),
            Facts((Fact(say("label"), say("fact"), ("3",), (1,)), Fact("", say("more"))), narrow=True),
            Section(
                "Case 1",
                say("section"),
                (
                    Steps((Line(0, say("conclusion"), ("4",), (2,)), Line(1, say("reason")), Line(2, say("leaf")))),
                    Section("Case 1.1", say("inner section"), (Sentence(say("inner sentence")),)),
                    Section("Short", say("for paper"), (Sentence(say("on paper")),), medium=PRINT),
                    Section("All", say("for a screen"), (Sentence(say("on a screen")),), medium=SCREEN),
                ),
                ("5",),
                (1,),
                folded=True,
            ),
            narrow,
            wide,
            Passages((Passage("6", say("heading"), runs),)),
            Figure("figure-1", say("figure caption"), dot, (say("drawn"), say("drawn too")), narrow),
            Sources(((say("source"), ("1", "6")),)),
            Closing((say("closing"),), (say("hint"),)),
        ),
        Cover(say("cover title"), say("subtitle"), (Fact(say("examined"), say("what"), (), (2,)),)),
        (say("first footnote"), say("second footnote")),
        STAMP,
        (
            Choice(
                "6", "bracket", "6", say("open words"), (Option("EU", say("option text"), (say("owner"),)),), "small"
            ),
        ),
    )


def _row(say: Callable[[str], str], count: int) -> tuple[tuple[str, ...], ...]:
    return (tuple(say(f"wide cell {n}") for n in range(count)),)
