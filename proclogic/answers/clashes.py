"""Rules that would apply and give way to contrary ones, where no words say so but a canon does."""

from __future__ import annotations

from proclogic.answers.grounds import Trace
from proclogic.answers.model import GaveWay
from proclogic.norms.model import Forbid, Permit
from proclogic.values import unique


def gave_way(trace: Trace) -> tuple[GaveWay, ...]:
    """The rules that give way in a derivation, each with the rule that prevails and the canon by which it does."""
    index, on_cell = trace.index, trace.index.on_cell(trace.posed.cell)
    found = []
    for norm in trace.posed.ground.program.norms:
        for loser_id, canon in norm.by_canon if norm.id in trace.effective else ():
            loser = index.norms.get(loser_id)
            if loser is None or (isinstance(loser.effect, Permit | Forbid) and not {norm, loser} <= set(on_cell)):
                continue
            if trace.holds(index.requirement(loser)):
                found.append(GaveWay(loser.provision, norm.provision, canon))
    return unique(found)
