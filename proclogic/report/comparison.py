"""Two rulesets side by side: who gains and who loses, what differs for whom, and the texts in four columns."""

from __future__ import annotations

from proclogic.compare.grouping import ACTOR, rows
from proclogic.compare.headline import headline
from proclogic.compare.model import Comparison, Provisions
from proclogic.compare.provisions import SAME_WORDS, differing
from proclogic.norms.model import Provision
from proclogic.papers import comparison_words as say
from proclogic.papers import from_comparison
from proclogic.papers.document import AGREED, DELETED, INSERTED, Block, Cell, Run, Section, Sentence, Table
from proclogic.papers.words import CERTAINTY_WORDS, LAYER_WORDS
from proclogic.report.model import Material

NO_TEXT = "no text"
NOTHING = "nothing differs"
SIGNS_ALONE = "In the texts, words that only B has are in bold, and words that only A has are struck."
SIGNS = f"{SIGNS_ALONE} This compares two texts; nobody proposes these changes."
EFFECTS = 6  # effects of one provision that a cell tells; the table of differences has all
SEEN = ("verbatim",)  # of these no note says how surely the text is known


def blocks(material: Material) -> tuple[Block, ...]:
    """The comparison."""
    found = material.comparison
    if found is None:
        return ()
    head = headline(found)
    parts = from_comparison.heading(found, say.says(head, found))[1:]  # what A and B are, and the signs
    differ = [d for d in found.differences if not d.is_same]
    made: list[Block] = [*parts, from_comparison.in_sum(found, head)]
    if differ:
        table = from_comparison.table(rows(differ, ACTOR), ACTOR, False, False, repeats=True)
        made.append(Section("What differs", "What differs, and for whom", (table.replace(wide=True, filters=(0, 1)),)))
    made += _side_by_side(found, material)
    if found.hint:
        made.append(Sentence(found.hint))
    if found.mapping:
        made.append(Sentence(f"The words of A and B were matched by {found.mapping}.", label="Words"))
    return tuple(made)


def _side_by_side(found: Comparison, material: Material) -> list[Block]:
    """The provisions in four columns: rule, text of A, text of B, effect."""
    texts = [{p.number: p for p in side.text.provisions} for side in material.sides]
    if found.a.id != found.b.id or len(texts) < 2:
        texts = (texts * 2)[:2]
    shown = [p for p in found.provisions if p.effects or p.relation != SAME_WORDS]
    if not shown:
        return []
    notes: dict[str, int] = {}
    lines = tuple(_row(one, texts[0], texts[1], notes) for one in shown)
    table = Table(
        "The texts side by side",
        ("Rule", "Text of A", "Text of B", "Effect on entitlements"),
        lines,
        notes=tuple(notes),
        wide=True,
    )
    made: list[Block] = [
        Sentence(SIGNS if found.a.id != found.b.id and not found.a.label else SIGNS_ALONE, label="Signs"),
        table,
    ]
    same = len(found.provisions) - len(shown)
    if same:
        have, them = ("has", "it") if same == 1 else ("have", "them")
        made.append(Sentence(f"{same} more {have} the same words, and nothing differs by {them}.", label="Same"))
    return [Section("Side by side", "The texts side by side", tuple(made))]


def _row(
    one: Provisions, of_a: dict[str, Provision], of_b: dict[str, Provision], notes: dict[str, int]
) -> tuple[str | Cell, ...]:
    both = differing(one.a_text, one.b_text) if one.marked else []
    sides = []
    for number, text, known, sign, status in (
        (one.a, one.a_text, of_a, "-", DELETED),
        (one.b, one.b_text, of_b, "+", INSERTED),
    ):
        if not number:
            sides.append(Cell((Run(NO_TEXT),)))
            continue
        own = [(kind, words) for kind, words in both if kind in ("", sign)]
        runs = tuple(
            Run(words if i == len(own) - 1 else f"{words} ", status if kind else AGREED, compared=bool(kind))
            for i, (kind, words) in enumerate(own)
        )
        sides.append(Cell(runs or (Run(text),), _certainty(known.get(number), notes)))
    effects = _effects(one)
    return (_where(one), *sides, effects)


def _where(one: Provisions) -> str:
    if one.a == one.b or not (one.a and one.b):
        return one.a or one.b
    return f"A {one.a}; B {one.b}"


def _effects(one: Provisions) -> str:
    found = sorted(one.effects, key=lambda line: "+-~=".index(line[:1]))
    more = len(found) - EFFECTS
    told = found if more <= 1 else [*found[:EFFECTS], f"and {more} more, in the table of what differs"]
    return "; ".join(told) + "." if told else NOTHING


def _certainty(provision: Provision | None, notes: dict[str, int]) -> tuple[int, ...]:
    """The note that says how surely a text is known, where it was not seen verbatim."""
    if provision is None or provision.certainty in SEEN:
        return ()
    words = CERTAINTY_WORDS.get(provision.certainty, provision.certainty)
    layer = LAYER_WORDS.get(provision.layer, provision.layer)
    told = f"{words} ({layer})" if provision.layer != "rules" else words
    return (notes.setdefault(told, len(notes) + 1),)
