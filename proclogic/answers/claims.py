"""Claims of an author: what is asked about is always so, or never: in every world that fits the question."""

from __future__ import annotations

from proclogic.answers.cells import Asker
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.diagnostics.model import Diagnostic
from proclogic.engine.covers import shrunk
from proclogic.engine.ground import FALSE, TRUE
from proclogic.engine.session import ENTITLED, posed_moves
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question

ALWAYS, NEVER = "always", "never"


def contrary(
    ruleset: Ruleset, question: Question, claim: str, options: Options | None = None
) -> tuple[str, ...] | None:
    """What is so in a world that contradicts the claim, as clauses, no more than it takes; None where no world does.
    Raises Unanswerable, also for questions that have no cell."""
    if question.cell is None or question.form not in ("may", "is"):
        raise Unanswerable((Diagnostic("E109", "a claim is about what somebody may do, or is"),))
    asker = Asker(ruleset, options or Options())
    posed = asker.posed(question.cell, question.facts)
    target = posed.ground.named(ENTITLED)
    settled = {TRUE: claim == NEVER, FALSE: claim == ALWAYS}
    if isinstance(target, str):
        return () if settled[target] else None
    wanted = -target if claim == ALWAYS else target
    given = [x if v else -x for x, v in posed_moves(posed).items()]
    world = posed.ground.solver.world([*posed.fixed, *given, wanted], posed.free)
    if world is None:
        return None
    needed = shrunk(posed, world, wanted, asker.session.index.hierarchy)
    told = sorted(needed.difference(given), key=lambda x: (posed.is_move(x), abs(x)))
    return tuple(asker.wording.literal(posed.atom(x), x > 0) for x in told)
