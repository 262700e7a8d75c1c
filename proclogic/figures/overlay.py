"""Two rulesets laid over each other: what the second adds, drops and changes, on one layout.

The comparison finds what stands for what, by the mapping between the two where there is one. A sign and the style of a
line tell a difference: + and bold, - and a double line, ~ and dashes, = and thin grey.
"""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.answers.model import NOT_CONFERRED, PROHIBITED
from proclogic.compare.model import Comparison, Difference, Finer, Side
from proclogic.figures.columns import dot
from proclogic.figures.dot import BLACK, BLUE, GREY, Stroke
from proclogic.figures.entitlements import told
from proclogic.figures.grouping import Edge, Line, edges, pictures, remarks
from proclogic.figures.strands import NO_BODY, Holder, Strand
from proclogic.papers.document import Figure, Table
from proclogic.papers.words import capital, cites, join, verdict_words
from proclogic.values import unique

ADDED, DROPPED, CHANGED, ALIKE = "added", "dropped", "changed", "same"
STROKES = {
    ADDED: Stroke("bold", BLACK, "B alone gives it", 1, sign="+"),
    DROPPED: Stroke("solid", f"{BLACK}:invis:{BLACK}", "A alone gives it", 2, sign="-"),
    CHANGED: Stroke("dashed", BLUE, "it changes", 3, sign="~"),
    ALIKE: Stroke("solid", GREY, "the same in both", 4, sign="="),
}
FEW = 3  # figures up to which what is the same is shown too


def figures(comparison: Comparison) -> tuple[Figure, ...]:
    """The figures of a comparison; what is the same in both is shown where there is room for it."""
    found = [(change_of(d), s) for d in comparison.differences for s in _strands(comparison, d)]
    everything = pictures(edges(s for _, s in found))
    drawn = everything if len(everything) <= FEW else pictures(edges(s for change, s in found if change != ALIKE))
    left = "" if len(everything) <= FEW or not any(c == ALIKE for c, _ in found) else "; what is the same is left out"
    names = f"{comparison.a.label or comparison.a.id}-and-{comparison.b.label or comparison.b.id}".replace(" ", "-")
    made = []
    for number, picture in enumerate(drawn, start=1):
        name = f"{names}-overlay" + (f"-{number}" if len(drawn) > 1 else "")
        sides = f"A = {comparison.a.label or comparison.a.id}, B = {comparison.b.label or comparison.b.id}"
        caption = f"{sides}: what changes in {told(picture)}{left}"
        alt = tuple(sentence(edge, line) for edge in picture.edges for line in edge.lines)
        instead = Table(caption, ("Who", "What", "Where", "Change", "Rules"), _rows(picture.edges), True, wide=True)
        made.append(Figure(name, caption, dot(picture, stroke, sentence), alt, instead))
    return tuple(made)


def change_of(difference: Difference) -> str:
    """Whether B adds it, drops it, changes it, or leaves it as it is."""
    gives = _gives(difference.a), _gives(difference.b)
    if difference.is_same:
        return ALIKE
    return {(False, True): ADDED, (True, False): DROPPED}.get(gives, CHANGED)


def _speaks(side: Side) -> bool:
    return set(side.verdicts or (side.verdict,)) != {NOT_CONFERRED}


def _gives(side: Side) -> bool:
    return bool(set(side.verdicts or (side.verdict,)) - {NOT_CONFERRED, PROHIBITED})


def _strands(comparison: Comparison, one: Difference) -> Iterator[Strand]:
    change = change_of(one)
    place = {actor.name: i for i, actor in enumerate(comparison.actors)}
    if change == ALIKE and not _speaks(one.a):
        return
    sides = [("A", one.a), ("B", one.b)]
    speaking = [s for s in sides if _speaks(s[1])] or sides  # of a side that is silent, the rules would only contrast
    rules = "; ".join(f"{name}: {cites(side.rules)}" for name, side in speaking if side.rules)
    how = _how(one, change)
    for when in one.when or ((),):
        told_of, where = _holder(one.actor, when)
        holder = Holder(told_of, told_of, place.get(one.actor, len(place)))
        yield Strand(
            holder, f"{_act(one)}: {how}", one.body or NO_BODY, (change,), (f"({rules})",) if rules else (), where=where
        )


def _act(one: Difference) -> str:
    """The act with its object, without the body and the word before it."""
    if not one.body or not one.does.endswith(one.body):
        return one.does
    rest = one.does.removesuffix(one.body).rstrip()
    return rest if rest == one.act else rest.rpartition(" ")[0]


def _how(one: Difference, change: str) -> str:
    """How it changes, in short: "of right \u2192 by leave"; the sorts of differences where the verdict stays."""
    a, b = (join([verdict_words(v) for v in s.verdicts or (s.verdict,)], "or") for s in (one.a, one.b))
    if a != b:
        return f"{a} \u2192 {b}"
    kinds = unique(kind for f in one.finer for kind in _kinds(f))
    return a if change == ALIKE or not kinds else f"{a}, {join(kinds)}"


def _kinds(finer: Finer) -> tuple[str, ...]:
    """The sort of a difference; of a prohibition, who has it."""
    if finer.kind != "prohibited elsewhere":
        return (finer.kind,)
    return tuple(
        f"{part[:1]} prohibits it in other situations" for part in finer.detail.split("; ") if part[:1] in "AB"
    )


def _holder(actor: str, when: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The actor with what it must be; the other conditions."""
    own = [text.removeprefix("it ") for text in when if text.startswith("it ")]
    other = tuple(f"where {text}" for text in when if not text.startswith("it "))
    return (f"{actor} that {join(own)}" if own else actor), other


def stroke(edge: Edge) -> Stroke:
    """How the line of an edge is drawn."""
    return STROKES[edge.verdicts[0]]


def sentence(edge: Edge, line: Line) -> str:
    """What an edge says: "Added: NGO: submit a document in the Conference; ...: A: rule 1; B: rule 2."."""
    who = join([h.phrase for h in edge.holders])
    places = [b for b in edge.bodies if b != NO_BODY]
    where = f" in {join(places, 'or')}" if places else ""
    more = "".join(f"; {text}" for text in remarks(edge))
    return f"{capital(edge.verdicts[0])}: {who}: {'; '.join(line.acts)}{where}{more} {' '.join(line.rules)}."


def _rows(found: tuple[Edge, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            join([capital(h.name) for h in edge.holders]),
            "; ".join((*line.acts, *remarks(edge))),
            join([b for b in edge.bodies if b != NO_BODY], "or"),
            f"{stroke(edge).sign} {edge.verdicts[0]}",
            " ".join(rule.removeprefix("(").removesuffix(")") for rule in line.rules),
        )
        for edge in found
        for line in edge.lines
    )
