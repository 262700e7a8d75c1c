"""Derivations of an answer: the world of a case, what carries the answer there, what was referred to whom."""

from __future__ import annotations

from collections.abc import Sequence

from proclogic.answers.cases import Leaf
from proclogic.answers.grounds import Trace
from proclogic.answers.model import BY_LEAVE, PROHIBITED, YES
from proclogic.answers.standing import Readings
from proclogic.engine.cubes import Cube
from proclogic.engine.session import CONFLICTING, FORBIDDEN, Posed, Session, posed_moves
from proclogic.norms.model import Refer


class Derivations:
    """Traces the leaves of one session's answers."""

    def __init__(self, session: Session, readings: Readings) -> None:
        self.session = session
        self.readings = readings

    def of(self, posed: Posed, leaf: Leaf) -> Trace:
        """The derivation in the world of the case with the acts of the implicant and nobody else's."""
        support: Cube = leaf.settled.support[0] if leaf.settled.support else frozenset()
        case = leaf.path | leaf.choice | leaf.settled.adverse
        if leaf.settled.outcome == YES:  # it holds on the given facts: by the way in which it holds there
            given = frozenset(x if v else -x for x, v in posed_moves(posed).items())
            case |= frozenset(x for x in given if -x not in support)
        trace = self.at(posed, case | support)
        if leaf.settled.support:
            trace.entitled()
            trace.kept_off([posed.atom(x) for x in support if posed.is_move(x)])
        elif leaf.settled.verdict == PROHIBITED:
            done = posed_moves(posed)
            for cube in self._smallest(posed, FORBIDDEN):
                stands = all((x > 0) == done.get(abs(x), False) for x in cube if posed.is_move(x))
                if stands and posed.nogoods.closure(case | cube) is not None:
                    trace = self.at(posed, case | cube)
                    trace.forbidden()
                    break
        return trace

    def at(self, posed: Posed, literals: Cube) -> Trace:
        """The derivation in the world of these literals in which nothing else is so that need not be."""
        world = posed.nogoods.closure(literals)
        if world is not None:
            least = (-x for x in sorted(posed.free))
            world = posed.nogoods.completed(world, (*self.readings.leading(posed), *least))
        return Trace(self.session, posed, sorted(world or literals))

    def referred(self, posed: Posed, leaf: Leaf) -> list[tuple[str, tuple[str, ...]]]:
        """The bodies before which the matter is on the given facts, and without which nothing lets it in, with the
        provisions that say so."""
        settled = leaf.settled
        if settled.verdict != BY_LEAVE:
            return []
        if not posed.referred and not any(isinstance(n.effect, Refer) for n in posed.ground.program.norms):
            return []
        given = posed_moves(posed)
        own = frozenset(x for x in posed.own if given.get(x, True))
        happened = frozenset(x for x in posed.others if given.get(x, False))
        trace = self.at(posed, leaf.path | leaf.choice | settled.adverse | own | happened)
        referred: list[tuple[str, tuple[str, ...]]] = [(body, ()) for body in posed.referred]
        for norm in posed.ground.program.norms:
            if isinstance(norm.effect, Refer) and norm.id in trace.effective:
                referred.append((norm.effect.body, (norm.provision,)))
        found = []
        done = {posed.ground.open[a] for a, v in posed.moves.values.items() if v}
        for body, provisions in referred:
            needs = [
                {x for x in gate if getattr(posed.atom(x), "agent", "") == body and x not in done}
                for gate in settled.gates
            ]
            if needs and all(needs):
                found.append((body, provisions))
        return list(dict.fromkeys(found))

    def conflict(self, posed: Posed) -> tuple[str, ...]:
        """The provisions of a grant and a prohibition that stand against each other in some world."""
        cubes = self._smallest(posed, CONFLICTING, search=False)
        world = None if cubes else self.session.some_world(posed, CONFLICTING)
        for cube in cubes or ([] if world is None else [world]):
            trace = self.at(posed, cube)
            trace.entitled()
            trace.forbidden()
            return tuple(dict.fromkeys(n.provision for n in trace.norms.values()))
        return ()

    def _smallest(self, posed: Posed, goal: str, search: bool = True) -> list[Cube]:
        """The cubes of a goal, those that ask for least first."""
        return sorted(self.session.cover(posed, goal, search).cubes, key=lambda c: (len(c), sorted(c)))

    def one_a_verdict(self, lead: Leaf, leaves: Sequence[Leaf]) -> list[Leaf]:
        """One leaf for each further verdict that the readings lead to."""
        seen = {lead.settled.verdict}
        found = []
        for leaf in leaves:
            if leaf.settled.verdict not in seen:
                seen.add(leaf.settled.verdict)
                found.append(leaf)
        return found
