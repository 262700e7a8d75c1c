"""How far a qualifier or a condition reaches where a reader may take it otherwise (W412).

A State or an NGO with observer status may vote.                          the status is asked of the NGO alone
An NGO may attend a meeting and speak in the Conference if it is relevant.    the condition is on both acts
"""

from __future__ import annotations

from proclogic.norms.conditions import Formula, Has, Is, Not
from proclogic.syntax.driver import Node
from proclogic.syntax.names import Names
from proclogic.syntax.nouns import NounPhrase
from proclogic.syntax.tree import Sentence

_CONDITIONS = ("IF", "UNLESS", "EXCEPT_FOR")


def doubtful_reach(tree: Node, made: Sentence, names: Names) -> None:
    """Reports where the words leave room for another reach than the one they are given, and the two would differ."""
    for nouns in (made.subjects, *(clause.nouns for clause in made.clauses)):
        _of_qualifiers(nouns, names)
    for part in (tree, *(k for k in tree.kids if isinstance(k, Node) and k.name in ("item", "short_item"))):
        _of_condition(part, names)


def _of_qualifiers(nouns: tuple[NounPhrase, ...], names: Names) -> None:
    """Of several classes the last alone has a qualifier after it, which could be said of one before it too."""
    if len(nouns) < 2 or not nouns[-1].after or any(noun.after for noun in nouns[:-1]):
        return
    last = nouns[-1]
    bare = [n for n in nouns[:-1] if any(_could_be_said(said, n, last, names) for said in last.after)]
    if not bare:
        return
    kinds = [names.kinds.get(n.kind, {}).get(n.sort) for n in (*bare, last)]
    *before, own = [
        f"{k.article} {k.phrase}".strip() if k else n.kind for k, n in zip(kinds, (*bare, last), strict=True)
    ]
    names.faults.add(
        "W412",
        f"what is said of {own} here is asked of it alone, not of {' or '.join(before)}",
        last.span,
        "this qualifies the last class only",
        help=(
            "if that is meant, name this class first",
            "if it is meant of each, say it with each, or in a condition: ..., if it ...",
        ),
    )


def _could_be_said(said: Formula, of: NounPhrase, last: NounPhrase, names: Names) -> bool:
    """Whether a qualifier of the last class would narrow another one down too."""
    kind = names.kinds.get(of.kind, {}).get(of.sort)
    if kind is None or kind.sole or of.sort != last.sort or _related(of.kind, last.kind, of.sort, names):
        return False
    atom = said.part if isinstance(said, Not) else said
    match atom:
        case Has(predicate):
            declared = names.predicates.get(predicate)
            return declared is not None and (not declared.of or _related(of.kind, declared.of, of.sort, names))
        case Is(_, other):
            return _related(of.kind, other, of.sort, names)
        case _:
            return False


def _related(one: str, other: str, sort: str, names: Names) -> bool:
    """Whether one of two kinds is the other, or above it."""
    return one in names.ancestors(other, sort) or other in names.ancestors(one, sort)


def _of_condition(part: Node, names: Names) -> None:
    """Several acts, each with a body or an object of its own, and a condition after them without a comma."""
    tail = next((t for t in part.all("tail") if any(t.token(name) for name in _CONDITIONS)), None)
    acts = _acts(part)
    if tail is None or acts is None or names.words.norm[tail.start] == ",":
        return
    phrases = [k if k.name == "act_phrase" else k.kids[0] for k in acts.kids if isinstance(k, Node)]
    placed = [isinstance(p, Node) and bool(p.all("complement")) for p in phrases]
    apart = any(isinstance(k, Node) and k.name == "apart" for k in acts.kids)
    if len(phrases) < 2 or (not (placed[-1] and any(placed[:-1])) and not apart):
        return
    names.faults.add(
        "W412",
        "this condition is on each of the acts before it, not on the last one only",
        names.span(tail.start, tail.end),
        "this holds for all of them",
        help=(
            "if that is meant, put a comma before it",
            "if it is meant of the last act only, write that act as a sentence of its own",
        ),
    )


def _acts(part: Node) -> Node | None:
    """The acts that a sentence or an item grants or forbids."""
    for kid in part.kids:
        if not isinstance(kid, Node) or kid.name in ("tail", "lead", "late", "item", "short_item"):
            continue
        found = kid if kid.name == "acts" else _acts(kid)
        if found is not None:
            return found
    return None
