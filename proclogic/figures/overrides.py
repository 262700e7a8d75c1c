"""Which rule prevails over which where they clash: by the words of the rules, or by a canon."""

from __future__ import annotations

from proclogic.answers.wording import Wording
from proclogic.figures.dot import BLACK, BLUE, HIGH, HIGHEST, Graph, Stroke, html, left, sample, wrapped
from proclogic.norms.model import Accord, Deny, Forbid, Norm, Permit, Prevail, Ruleset
from proclogic.papers.document import Figure, Table
from proclogic.papers.words import CANONS, capital, cite, join
from proclogic.values import Value, unique

SAID = Stroke("solid", BLACK, "prevails by the words of the rules", 1)
CANON = Stroke("dashed", BLUE, "prevails by a canon", 2)
MOST = 14  # lines in one figure
WORDS, WHY = 150.0, 82.0  # points
TALL = HIGHEST - 80


class Override(Value):
    """One provision prevails over another; `why` in words."""

    winner: str
    loser: str
    why: str
    canon: bool


def figures(ruleset: Ruleset) -> tuple[Figure, ...]:
    """The override trees, those that belong together in one figure."""
    found = overrides(ruleset)
    words = contents(ruleset)
    parts = _parts(found, words)
    made = []
    for number, part in enumerate(parts, start=1):
        name = f"{ruleset.id}-overrides" + (f"-{number}" if len(parts) > 1 else "")
        which = f" ({number} of {len(parts)})" if len(parts) > 1 else ""
        caption = f"{ruleset.id}: which rule prevails over which{which}"
        alt = tuple(sentence(one, words) for one in part)
        rows = tuple((cite(o.winner), words[o.winner], cite(o.loser), words[o.loser], o.why) for o in part)
        columns = ("Rule that prevails", "It says", "Over", "It says", "Why")
        instead = Table(caption, columns, rows, spaced=True, wide=True)
        made.append(Figure(name, caption, dot(part, words), alt, instead))
    return tuple(made)


def overrides(ruleset: Ruleset) -> tuple[Override, ...]:
    """The pairs of provisions, in the order of the rules."""
    norms = {n.id: n for n in ruleset.norms}
    found: list[Override] = []
    for norm in ruleset.norms:
        canons = dict(norm.by_canon)
        for name in norm.prevails:
            loser = norms[name]
            if loser.provision != norm.provision:
                canon = canons.get(name, "")
                why = CANONS[canon] if canon else _why(norm, loser, ruleset)
                found.append(Override(norm.provision, loser.provision, why, bool(canon)))
    return unique(found)


def _why(winner: Norm, loser: Norm, ruleset: Ruleset) -> str:
    if loser.id in winner.notwithstanding:
        return f"notwithstanding {cite(loser.provision)}"
    if winner.id in loser.subject_to:
        return f"subject to {cite(winner.provision)}"
    if winner.id in loser.without_prejudice:
        return f"without prejudice to {cite(winner.provision)}"
    for norm in ruleset.norms:
        if isinstance(norm.effect, Prevail) and {winner.id, winner.layer} & set(norm.effect.winners):
            return f"as {cite(norm.provision)} says"
    return "by the words of the rules"


def contents(ruleset: Ruleset) -> dict[str, str]:
    """What each provision gives or takes, in a few words."""
    wording = Wording(ruleset.vocabulary)
    found: dict[str, dict[str, list[str]]] = {}
    for norm in ruleset.norms:
        match norm.effect:
            case Permit(act):
                said = f"may {_act(wording, act)}"
            case Forbid(act):
                said = f"may not {_act(wording, act)}"
            case Accord(status):
                said = f"gets: {_status(wording, status)}"
            case Deny(status):
                said = f"does not get: {_status(wording, status)}"
            case _:
                continue
        holders = found.setdefault(norm.provision, {}).setdefault(said, [])
        who = wording.described(norm.subject, norm.about) or "everybody"
        if who not in holders:
            holders.append(who)
    return {number: "; ".join(f"{_some(who)} {said}" for said, who in each.items()) for number, each in found.items()}


def _act(wording: Wording, act: str) -> str:
    found = wording.acts.get(act)
    return found.phrase if found is not None else act


def _status(wording: Wording, status: str) -> str:
    found = wording.predicates.get(status)
    return found.phrase.removeprefix("has ").removeprefix("is ") if found is not None else status


def _some(who: list[str]) -> str:
    return join(who if len(who) < 4 else [*who[:2], f"{len(who) - 2} others"])


def sentence(one: Override, words: dict[str, str]) -> str:
    """What a line says."""
    said = f"{capital(cite(one.winner))} ({words[one.winner]}) prevails over {cite(one.loser)} ({words[one.loser]})"
    return f"{said}: {one.why}."


def _lines(number: str, words: dict[str, str]) -> list[str]:
    told = wrapped(words[number], WORDS)
    return told if len(told) < 7 else [*told[:5], f"{told[5]} …"]


def _height(part: list[Override], words: dict[str, str]) -> float:
    sides = (unique(o.winner for o in part), unique(o.loser for o in part))
    nodes = max(sum(HIGH * (1 + len(_lines(n, words))) + 11 for n in side) for side in sides)
    return max(nodes, sum(HIGH * len(wrapped(o.why, WHY)) + 9 for o in part))


def _parts(found: tuple[Override, ...], words: dict[str, str]) -> list[list[Override]]:
    """The lines of one winner stay together as far as they fit, and follow each other in the order of the rules."""
    parts: list[list[Override]] = []
    for one in found:
        if not parts or len(parts[-1]) == MOST or _height([*parts[-1], one], words) > TALL:
            parts.append([])
        parts[-1].append(one)
    return parts


def dot(part: list[Override], words: dict[str, str]) -> str:
    """The lines in the language of Graphviz."""
    graph = Graph("overrides")
    nodes: dict[tuple[bool, str], str] = {}  # a rule that wins here and loses there stands on both sides
    for side, number in unique((side, o.winner if side else o.loser) for side in (True, False) for o in part):
        head = f"<B>{html(capital(cite(number)))}</B>"
        lines = left([head, *map(html, _lines(number, words))])
        nodes[side, number] = graph.node(f"<{lines}>", f"{capital(cite(number))}: {words[number]}")
    for one in part:
        drawn = CANON if one.canon else SAID
        graph.explain(drawn.place, sample(drawn), drawn.means)
        why = graph.node(f"<{left(map(html, wrapped(one.why, WHY)))}>", one.why, 'shape=plaintext, margin="0.03,0.01"')
        graph.edge(nodes[True, one.winner], why, drawn, sentence(one, words), head=False)
        graph.edge(why, nodes[False, one.loser], drawn, sentence(one, words))
    return graph.whole()
