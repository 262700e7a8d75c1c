"""The annex: the provisions that the paper cites, as they were encoded, with where they are found and how surely."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.compare.provisions import sentences
from proclogic.norms.model import Provision
from proclogic.papers.document import Block, Cell, Run, Section, Sentence, Table
from proclogic.papers.words import CERTAINTY_WORDS, quote
from proclogic.report.model import Material, Side

NO_RULE = "no rule of its own"
LEAD = (
    "These are the words of the encoding, not those of the official text. Words in quotation marks behind a text were "
    "copied from it."
)


def blocks(material: Material, cited: dict[str, frozenset[str]]) -> tuple[Block, ...]:
    """The provisions that are `cited`, by the name of their ruleset."""
    several = len(material.sides) > 1
    made: list[Block] = [Sentence(LEAD)]
    for side in material.sides:
        wanted = cited.get(side.name, frozenset())
        found = [p for p in side.text.provisions if p.number in wanted]
        if found:
            table = _table(side, found)
            made.append(Section(side.name, f"Of {side.name}", (table,)) if several else table)
    return tuple(made) if len(made) > 1 else ()


def _table(side: Side, found: Iterable[Provision]) -> Table:
    notes: dict[str, int] = {}
    rows = tuple(
        (
            Cell((Run(provision.number),), _noted(where(provision, side), notes)),
            _text(provision),
            provision.layer,
            CERTAINTY_WORDS.get(provision.certainty, provision.certainty),
        )
        for provision in found
    )
    return Table(
        f"The texts of {side.name} that are cited", ("Rule", "Text", "Layer", "Certainty"), rows, notes=tuple(notes)
    )


def _text(provision: Provision) -> str:
    words = sentences(provision) or NO_RULE
    head = f"{provision.heading}: " if provision.heading else ""
    return f"{head}{words}{f' {quote(provision.quote)}' if provision.quote else ''}"


def where(provision: Provision, side: Side, address: bool = True) -> str:
    """Where a provision is found: title, symbol, date and address; "" where nobody says."""
    source = provision.source
    title = source.title or side.text.source.title
    parts = (title, source.symbol, source.date, source.address if address else "")
    return ", ".join(part for part in parts if part)


def _noted(source: str, notes: dict[str, int]) -> tuple[int, ...]:
    return (notes.setdefault(source, len(notes) + 1),) if source else ()
