"""Two rulesets side by side: who gains and who loses, what differs for whom, and the texts in four columns."""

from __future__ import annotations

from proclogic.compare.before import before
from proclogic.compare.headline import headline
from proclogic.compare.model import COME, GONE, KEPT, Comparison, Provisions
from proclogic.compare.provisions import SAME_WORDS, rules
from proclogic.compare.redline import redline
from proclogic.norms.model import Provision
from proclogic.papers import comparison_words as say
from proclogic.papers import from_comparison
from proclogic.papers.document import AGREED, DELETED, INSERTED, Block, Cell, Run, Section, Sentence, Table
from proclogic.papers.words import CERTAINTY_WORDS, LAYER_WORDS
from proclogic.report import differences
from proclogic.report.effects import Effects, Texts
from proclogic.report.model import Material

READ_APART = "The same words, which are read in other ways."
NO_TEXT = "no text"
SIGNS = "words that only B has are in bold, words that only A has are struck"
NO_CHANGE = "nobody proposes these changes"
SEEN = ("verbatim",)  # of these no note says how surely the text is known


def blocks(material: Material) -> tuple[Block, ...]:
    """The comparison."""
    found = material.comparison
    if found is None:
        return ()
    head = headline(found)
    parts = from_comparison.heading(found, say.says(head, found))[1:]  # what A and B are, and the signs
    made: list[Block] = [*parts, from_comparison.in_sum(found, head), *differences.blocks(found)]
    made += _side_by_side(found, material)
    if found.hint:
        made.append(Sentence(found.hint))
    if found.mapping:
        made.append(Sentence(f"The words of A and B were matched by {found.mapping}.", label="Words"))
    return tuple(made)


def _side_by_side(found: Comparison, material: Material) -> list[Block]:
    """The provisions in four columns: rule, text of A, text of B, effect."""
    texts = _texts(material)
    shown = [p for p in found.provisions if p.effects or p.relation != SAME_WORDS]
    if not shown:
        return []
    notes: dict[str, int] = {}
    effects = Effects(found, texts, tuple(side.matrix for side in (material.sides * 2)[:2]))
    lines = tuple(_row(one, texts, effects, notes) for one in shown)
    signs = "; ".join([SIGNS, *([NO_CHANGE] if found.a.id != found.b.id and not found.a.label else [])])
    table = Table(
        f"The texts side by side: {signs}",
        ("Rule", "Text of A", "Text of B", "Effect on entitlements"),
        lines,
        notes=tuple(notes),
        wide=True,
    )
    made: list[Block] = [table]
    same = len(found.provisions) - len(shown)
    if same:
        have, them = ("has", "it") if same == 1 else ("have", "them")
        made.append(Sentence(f"{same} more {have} the same words, and nothing differs by {them}.", label="Same"))
    return [Section("Side by side", "The texts side by side", tuple(made))]


def _texts(material: Material) -> tuple[Texts, ...]:
    """The provisions of both sides by their numbers; those of an overlay before and after it."""
    rulesets = [side.text for side in material.sides]
    stood = before(rulesets[0]) if len(rulesets) == 1 else None
    if stood is not None:
        rulesets.insert(0, stood[0])
    return tuple({p.number: p for p in ruleset.provisions} for ruleset in rulesets)


def _row(one: Provisions, texts: tuple[Texts, ...], effects: Effects, notes: dict[str, int]) -> tuple[str | Cell, ...]:
    plain = one.replace(a_text=_rules(one.a_text, texts[0].get(one.a)), b_text=_rules(one.b_text, texts[1].get(one.b)))
    told = redline(plain)
    cells = []
    for number, known, own, status in ((one.a, texts[0], GONE, DELETED), (one.b, texts[1], COME, INSERTED)):
        if not number:
            cells.append(Cell((Run(NO_TEXT),)))
            continue
        alone = not (one.a and one.b) or not one.marked  # nothing stands beside it that it could differ from
        runs = tuple(
            Run(
                words.text,
                AGREED if alone or words.status == KEPT else status,
                compared=words.status == own and not alone,
            )
            for words in told
            if words.status in (KEPT, own)
        )
        cells.append(Cell(runs, _certainty(known.get(number), notes)))
    same = one.a and one.b and plain.a_text == plain.b_text and one.a_text != one.b_text
    return (_where(one), *cells, " ".join([*([READ_APART] if same else []), effects.of(one)]))


def _rules(text: str, provision: Provision | None) -> str:
    """The text of a provision without the ways in which it is read; with them where it has nothing else."""
    return (rules(provision) if provision is not None else "") or text


def _where(one: Provisions) -> str:
    if one.a == one.b or not (one.a and one.b):
        return one.a or one.b
    return f"A {one.a}; B {one.b}"


def _certainty(provision: Provision | None, notes: dict[str, int]) -> tuple[int, ...]:
    """The note that says how surely a text is known, where it was not seen verbatim."""
    if provision is None or provision.certainty in SEEN:
        return ()
    words = CERTAINTY_WORDS.get(provision.certainty, provision.certainty)
    layer = LAYER_WORDS.get(provision.layer, provision.layer)
    told = f"{words} ({layer})" if provision.layer != "rules" else words
    return (notes.setdefault(told, len(notes) + 1),)
