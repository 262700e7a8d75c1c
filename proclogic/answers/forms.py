"""The questions that are not about one cell: duties, majorities, periods, votes, priorities."""

from __future__ import annotations

from proclogic.answers.cells import Asker
from proclogic.answers.lists import listing
from proclogic.answers.majorities import majority
from proclogic.answers.model import OPEN, YES, Answer
from proclogic.answers.problems import unknown_rule
from proclogic.answers.stating import stated
from proclogic.answers.times import by_when
from proclogic.answers.votes import vote
from proclogic.norms.model import LAYERS, Norm, Prevail
from proclogic.norms.names import cite
from proclogic.norms.questions import Question


def other_form(asker: Asker, question: Question) -> Answer:
    """The answer to a question of any form but "may" and "is"."""
    match question.form:
        case "who" | "what" | "where":
            return listing(asker, question)
        case "must":
            from proclogic.answers.duties import must  # no other question needs it

            return must(asker, question)
        case "majority":
            return majority(asker, question)
        case "when":
            return by_when(asker, question)
        case "carried":
            return vote(asker, question)
        case "prevails":
            return _prevails(asker, question)
        case form:
            raise ValueError(f"no such form of question: {form}")


def _prevails(asker: Asker, question: Question) -> Answer:
    one, other = question.sides
    for side in (one, other):
        if side not in LAYERS and not _of(asker, side):
            raise unknown_rule(side, [p.number for p in asker.ruleset.provisions])
    norms = {n.id: n for n in asker.ruleset.norms}
    for norm in asker.ruleset.norms:
        if isinstance(norm.effect, Prevail):
            winners, losers = (
                {p for w in side for p in _provisions(norms, w)} for side in (norm.effect.winners, norm.effect.losers)
            )
            for high, low in ((one, other), (other, one)):
                if _of(asker, high) & winners and _of(asker, low) & losers:
                    says = f"{_capital(_side(high))} prevails over {_side(low)}."
                    return stated(asker, question, says, (norm.provision,), YES)
    if "higher" in asker.ruleset.canons and one in LAYERS and other in LAYERS:
        high, low = sorted((one, other), key=LAYERS.index)
        says = f"{_capital(_side(high))} prevails over {_side(low)}, by the canon that the header turns on."
        return stated(asker, question, says, (), YES)
    for winner, loser in ((one, other), (other, one)):
        pairs = [
            (n.provision, norms[i].provision)
            for n in asker.ruleset.norms
            if n.provision in _of(asker, winner)
            for i in n.prevails
            if i in norms and norms[i].provision in _of(asker, loser)
        ]
        if pairs:
            says = f"{_capital(_side(winner))} prevails over {_side(loser)} where they clash."
            return stated(asker, question, says, [p for pair in pairs for p in pair], YES)
    says = f"No rule says which of the two prevails: {_side(one)} or {_side(other)}."
    return stated(asker, question, says, (), OPEN)


def _provisions(norms: dict[str, Norm], name: str) -> tuple[str, ...]:
    """A side of a priority as the provisions or the layer it names."""
    return (norms[name].provision,) if name in norms else (name,)


def _of(asker: Asker, side: str) -> set[str]:
    """The layer, or the provisions that a number covers: the number itself and all below it."""
    if side in LAYERS:
        return {side}
    numbers = [p.number for p in asker.ruleset.provisions] + [n.provision for n in asker.ruleset.norms]
    return {n for n in numbers if n == side or (n.startswith(side) and n[len(side) :].startswith("("))}


def _side(side: str) -> str:
    return f"the {side}" if side in LAYERS else cite(side)


def _capital(text: str) -> str:
    """The first letter in upper case; the number of a provision as it is."""
    return text[:1].upper() + text[1:] if text.startswith(("the ", "rule ", "in ")) or " " in text else text
