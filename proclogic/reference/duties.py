"""Whether a duty lies, from all worlds of the question."""

from __future__ import annotations

from proclogic.norms.conditions import Happens, Keeps, Reads
from proclogic.norms.model import Oblige, Refer, Ruleset
from proclogic.norms.questions import Cell, Individual, Question
from proclogic.reference.evaluate import Evaluator
from proclogic.reference.worlds import (
    USUAL,
    Literals,
    World,
    case_components,
    combine,
    given_moves,
    move_components,
    occurring,
    setting,
    standing,
    varying,
)

OWED = "(owed)"


def owed(ruleset: Ruleset, question: Question, strict: bool = False, layers: tuple[str, ...] = USUAL) -> str:
    """ "yes", "no", "conditional", or "open" where readings or brackets differ. No world fits: `ValueError`."""
    event = question.event
    assert event is not None
    ruleset = standing(ruleset, layers)
    asked = question.replace(cell=question.cell or Cell(Individual(())))
    s = setting(_marked(ruleset, event), asked, strict, layers)
    moves = tuple(a for a in occurring(s) if isinstance(a, Happens))
    given = given_moves(question.facts, moves)
    if given is None:
        raise ValueError("the facts contradict each other")
    atoms = [a for a in varying(case_components(s)) if isinstance(a, Reads | Keeps)]
    evaluator = Evaluator(s)
    found: dict[Literals, list[tuple[bool, bool]]] = {}  # by the choice of readings: (as things stand, the duty lies)
    for true in combine(case_components(s)):
        for made in combine(move_components(s)):
            if all((atom in made) == value for atom, value in given.items()):
                stands = {a for a in made if isinstance(a, Happens)} == {a for a, value in given.items() if value}
                lies = OWED in evaluator.at(World(true | made)).referred
                found.setdefault(frozenset((a, a in true) for a in atoms), []).append((stands, lies))
    if not found:
        raise ValueError("the facts contradict each other")
    outcomes = {_outcome(worlds) for worlds in _counting(ruleset, found).values()}
    return min(outcomes) if len(outcomes) == 1 else "open"


def _marked(ruleset: Ruleset, event: Happens) -> Ruleset:
    """The ruleset with the duties asked about as referrals to nobody: what holds in a world says whether they lie."""
    norms = []
    for norm in ruleset.norms:
        match norm.effect:
            case Oblige(name, agent) if (name, agent) == (event.event, event.agent) and norm.strength != "should":
                norms.append(norm.replace(effect=Refer(OWED)))
            case _:
                norms.append(norm)
    return ruleset.replace(norms=tuple(norms))


def _outcome(worlds: list[tuple[bool, bool]]) -> str:
    if not any(lies for _, lies in worlds):
        return "no"
    return "yes" if all(lies for stands, lies in worlds if stands) else "conditional"


def _counting(
    ruleset: Ruleset, found: dict[Literals, list[tuple[bool, bool]]]
) -> dict[Literals, list[tuple[bool, bool]]]:
    kept = dict(found)
    for dispute in ruleset.disputes:
        minority = {Reads(dispute.id, r.name) for r in dispute.readings if r.standing == "minority"}
        rest = {c: w for c, w in kept.items() if not any(value and atom in minority for atom, value in c)}
        kept = rest or kept
    return kept
