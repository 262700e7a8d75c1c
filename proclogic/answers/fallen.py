"""What fell away by choices in brackets and bears on a question: a silent answer may be silent because of it."""

from __future__ import annotations

from proclogic.engine.session import Session
from proclogic.norms.model import Accord, Classify, DecideBy, Deem, Deny, Forbid, Norm, Oblige, Permit, Ruleset
from proclogic.norms.questions import Question
from proclogic.norms.vocabulary import ACTOR


def bearing(ruleset: Ruleset, question: Question, layers: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Why each provision fell away that could have borne on the question: (why, provision)."""
    counted = [(one, [n for n in one.norms if n.layer in layers]) for one in ruleset.fallen]
    lost = {n.id for _, norms in counted for n in norms}
    if not lost:
        return ()
    near = _near(ruleset.replace(norms=_whole(ruleset)), question, layers)
    return tuple((one.why, one.provision) for one, norms in counted if any(n.id in near for n in norms))


def _whole(ruleset: Ruleset) -> tuple[Norm, ...]:
    """The norms of a ruleset with those that fell away."""
    fallen = {n.id: n for one in ruleset.fallen for n in one.norms}
    return (*ruleset.norms, *fallen.values())


def _near(ruleset: Ruleset, question: Question, layers: tuple[str, ...]) -> set[str]:
    """The ids of the norms that can bear on a question."""
    cell = question.cell
    session = Session(ruleset, layers, False)
    if cell is not None and (cell.act or cell.holds is not None):
        return {norm.id for norm, _ in session.needs(cell, {})}
    if question.form == "what" and cell is not None:
        known = session.known(cell, {})
        bears = Permit | Forbid | Accord | Deny | Deem
        fitting = (n for n in ruleset.norms if n.about == ACTOR and isinstance(n.effect, bears))
        return {n.id for n in fitting if session.index.can_apply(n, known)}
    event = question.event.event if question.event is not None else ""
    return {n.id for n in ruleset.norms if _decides(n, event, question.matter)}


def _decides(norm: Norm, event: str, matter: str) -> bool:
    match norm.effect:
        case Oblige(named) if named == event:
            return True
        case DecideBy(_, of, named, _):
            return bool(event and named == event) or bool(of and (of == matter or (event and not named)))
        case Classify(named) if named == event:
            return True
        case _:
            return False
