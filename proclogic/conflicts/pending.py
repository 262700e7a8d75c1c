"""What holds while a matter is before a body (G204): somebody acts, the matter is referred, and no rule says what now.

A rule refers the matter to a body if somebody does something (objects). In a situation in which somebody may do
something, and others, but for that body, did the least that it needs, that is done: the matter is referred, and before
the body does anything no rule gives it any more and none forbids it. It is spoken of, and no finding, where a status is
taken, where one is given in words on that act or on the referral, where the referring provision says that it gives
nothing of it, where some reading of a dispute gives or forbids it, or where a dispute of the referring provision is
about that act: then the dispute deals with it. Readings of minority standing are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from proclogic.conflicts.examining import Examination, Situation
from proclogic.conflicts.joined import BOTH, Side, Sides, joined
from proclogic.conflicts.leave import fewest
from proclogic.conflicts.model import Finding
from proclogic.diagnostics.phrasing import listed
from proclogic.engine.covers import shrunk
from proclogic.engine.cubes import Cube
from proclogic.engine.ground import FALSE, TRUE, Literal
from proclogic.engine.posed import Posed
from proclogic.norms.conditions import Atom, Happens, Has, Is, Not, Reads, ReferredTo
from proclogic.norms.formulas import atoms, conjuncts, pushed
from proclogic.norms.model import Accord, Deny, Forbid, Norm, Permit, Refer
from proclogic.norms.questions import Question
from proclogic.norms.vocabulary import ACTOR, Act
from proclogic.program.terms import quoted
from proclogic.reference.evaluate import Evaluation

CODES = ("G204",)
LOOKS = 200  # worlds that are looked at for one act before it is given up
ACT, REFERRED, NOTHING = "the act", "the referral", "nothing"


def find(examination: Examination) -> Iterator[Finding]:
    """One finding for each referring rule, with the first act that it leaves open."""
    referring = [n for n in examination.norms.values() if isinstance(n.effect, Refer)]
    waiting = {n.id: n for n in referring if any(not _is_disputed(examination, n, e) for e in _events(n))}
    for act in examination.acts():
        posed = examination.open(act) if waiting and examination.grants(act) else None
        if posed is None:
            continue
        near = {n.id: e for n in waiting.values() for e in _events(n) if e in posed.ground.open}
        if not near:
            continue
        pending = _Pending(examination, act, [waiting[i] for i in near])
        for name, event in near.items():
            found = pending.finding(waiting[name], event)
            if found is not None:
                del waiting[name]
                yield found


def _is_disputed(examination: Examination, norm: Norm, event: Happens) -> bool:
    """Whether a dispute of the referring provision is about what follows from the act: a reading of it, other than that
    in which the matter is referred, gives, takes or forbids something in words on the act."""
    own = {a.dispute for a in atoms(norm.guard) if isinstance(a, Reads)}
    return any(
        n.provision == norm.provision
        and isinstance(n.effect, Permit | Forbid | Accord | Deny)
        and any(isinstance(a, Reads) and a.dispute not in own for a in atoms(n.guard))
        and any(isinstance(p, Happens) and _is_same(p, event) for p in conjuncts(pushed(n.condition)))
        for n in examination.norms.values()
    )


def _events(norm: Norm) -> list[Happens]:
    """The acts of others that a referral takes."""
    assert isinstance(norm.effect, Refer)
    parts = (p for f in (norm.subject, norm.condition) for p in conjuncts(pushed(f)))
    return [p for p in parts if isinstance(p, Happens) and p.agent not in (ACTOR, norm.effect.body)]


class _Pending:
    """An act, and the rules that refer a matter on which it turns."""

    def __init__(self, examination: Examination, act: str, referring: list[Norm]) -> None:
        self.examination, self.act = examination, act
        self.declared = next((a for a in examination.ruleset.vocabulary.acts if a.id == act), Act(act, act))
        covering = {"", *examination.index.hierarchy.covering_acts(act)}
        there = {n.provision for n in referring}
        self.norms = {
            ACT: [n for n in examination.on(act) if isinstance(n.effect, Permit | Forbid)],
            REFERRED: referring,
            NOTHING: [n for n, e in examination.index.giving_nothing if n.provision in there and e.act in covering],
        }
        self.sides = Sides(self.norms)
        self.joint = joined(examination, self.norms, self.declared.takes_body, self.declared.object)
        self._before: dict[int, list[Literal]] = {}  # what others do before, program by program

    def finding(self, norm: Norm, event: Happens) -> Finding | None:
        """The finding on a referring rule and the act of another that sets it off."""
        look = partial(self._world, norm=norm, event=event)
        found = self.joint.situation_by(BOTH, partial(self._target, norm=norm, event=event), _is_seen, look)
        if found is None or not self._is_confirmed(found, event):
            return None
        return self._told(found, norm, event, look)

    # ------------------------------------------------------------------------------------------------- looking for it

    def _target(self, posed: Posed, norm: Norm, event: Happens) -> list[Literal] | None:
        """That the matter is pending, and nothing is said."""
        done = posed.ground.open.get(event)
        refers = self.sides.of(posed, REFERRED).effective[norm.id]
        if done is None or refers is None:
            return None
        act = self.sides.of(posed, ACT)
        nothing = Side(posed, NOTHING, [n for n in self.norms[NOTHING] if n.provision == norm.provision])
        found = [done, refers, -act.granted, -act.forbidden, -nothing.granted]
        for loss in posed.ground.program.norms:
            if isinstance(loss.effect, Deny) or (isinstance(loss.effect, Accord) and _turns_on(loss, event)):
                literal = posed.ground.named(f"effective({quoted(loss.id)})")
                if literal == TRUE:
                    return None
                found += [] if literal == FALSE else [-int(literal)]
        return [*found, *self._before.get(id(posed), [-x for x in posed.others if not _is_same(posed.atom(x), event)])]

    def _world(self, posed: Posed, *more: Literal, norm: Norm, event: Happens) -> Cube | None:
        """A world in which the matter is pending and nothing said, while it held before."""
        self._before.pop(id(posed), None)
        done = posed.ground.open.get(event)
        if self._target(posed, norm, event) is None or done is None:
            return None
        solver, hierarchy = posed.ground.solver, self.examination.index.hierarchy
        entitled = self.sides.of(posed, ACT).entitled
        same = {x for a, x in posed.ground.open.items() if _is_same(a, event)}
        leading = [x for x in self.joint.asker.readings.leading(posed) if -x not in posed.fixed]
        guard = solver.new_guard()
        not_leave = [x for x in posed.others if x in same or self._is_by(posed, x, norm)]
        before = [*posed.fixed, *more, *(-x for x in (*same, *not_leave)), entitled, guard]
        before += [*self.joint.without_minority(posed), *self._required(posed, norm)]
        for _ in range(LOOKS):
            found = fewest(posed, before, not_leave, leading)
            if found is None:
                return None
            acts, world = found
            acts += [-x for x in not_leave if x not in same]
            self._before[id(posed)] = acts
            unsaid = solver.either([self._target(posed, norm, event) or []])
            rest = [x for x in world if abs(x) not in same]
            after = solver.world([*posed.fixed, *rest, done], posed.free)
            if after is None:
                return None
            wrong: Cube | None
            if solver.satisfiable([*posed.fixed, *after, -unsaid]):
                wrong = shrunk(posed, sorted(after, key=abs), -unsaid, hierarchy)
            else:
                wrong = self._dealt_with(posed, after, unsaid, norm)
            if wrong is None:
                return frozenset(after)
            solver.forbid_together([x for x in wrong if abs(x) not in same], guard)
        self.examination.complete = False
        return None

    def _is_by(self, posed: Posed, literal: Literal, norm: Norm) -> bool:
        """Whether it is an act of the body to which the matter is referred."""
        atom = posed.atom(literal)
        return isinstance(atom, Happens) and isinstance(norm.effect, Refer) and atom.agent == norm.effect.body

    def _required(self, posed: Posed, norm: Norm) -> list[Literal]:
        """What the referring rule requires of those it is about, where no rule derives it: so before as after."""
        index = self.examination.index
        found = []
        for part in conjuncts(index.requirement(norm)):
            atom = part.part if isinstance(part, Not) else part
            if isinstance(atom, Is | Has) and atom in posed.ground.open and not index.deriving(atom):
                found.append(posed.ground.open[atom] * (-1 if isinstance(part, Not) else 1))
        return found

    def _dealt_with(self, posed: Posed, after: list[Literal], unsaid: Literal, norm: Norm) -> Cube | None:
        """What of a world is enough for some reading to say what holds, without that reading; None where none does."""
        solver = posed.ground.solver
        refers = self.sides.of(posed, REFERRED).effective[norm.id]
        spoken = solver.either([[-unsaid, refers]]) if refers is not None else -unsaid
        groups: dict[str, list[Literal]] = {}
        for atom, literal in posed.ground.open.items():
            if isinstance(atom, Reads):
                groups.setdefault(atom.dispute, []).append(literal)
        for group in groups.values():
            rest = [x for x in after if abs(x) not in group]
            other = solver.world([*posed.fixed, *rest, spoken], posed.free)
            if other is not None:
                enough = shrunk(posed, sorted(other, key=abs), spoken, self.examination.index.hierarchy)
                return frozenset(x for x in enough if abs(x) not in group)
        return None

    def _is_confirmed(self, found: Situation, event: Happens) -> bool:
        """Whether the reference evaluator finds it given before, and neither given nor forbidden after."""
        posed, cell = found.posed, found.cell.replace(act=self.act)
        fixed = (x for x in posed.fixed if abs(x) in posed.ground.atom_of)
        after = {posed.atom(x): x > 0 for x in (*fixed, *found.world)}
        before = {a: holds and not _is_same(a, event) for a, holds in after.items()}
        seen, was = self.examination.replayed(cell, after), self.examination.replayed(cell, before)
        confirmed = was.entitled and not seen.granted and not seen.forbidden
        self.examination.unconfirmed += not confirmed
        return confirmed

    # ------------------------------------------------------------------------------------------------------- in words

    def _told(self, found: Situation, norm: Norm, event: Happens, look: partial[Cube | None]) -> Finding:
        examination, wording = self.examination, self.examination.wording
        assert isinstance(norm.effect, Refer)
        cell = found.cell.replace(act=self.act)
        body, does = wording.noun(norm.effect.body), wording.act(cell)
        who = listed([wording.noun(k) for k in cell.actor.kinds]) or "it"
        return Finding(
            "G204",
            f"G204/{norm.provision}/{self.act.replace(' ', '-')}",
            f"if {wording.event(event)}, rule {norm.provision} refers the matter to {body}, and no rule says whether "
            f"{who} may {does} until {body} decides",
            (examination.blamed(norm, f"until {body} decides, nothing is said"),),
            examination.witness(found, Question("may", "", cell)),
            self.joint.where_possible(BOTH, lambda posed, x: look(posed, x) is not None),
            norms=(norm.id,),
        )


def _is_same(atom: Atom, event: Happens) -> bool:
    return isinstance(atom, Happens) and (atom.event, atom.agent) == (event.event, event.agent)


def _turns_on(norm: Norm, event: Happens) -> bool:
    """Whether a rule speaks of the act of another, or of the referral."""
    found = (p for f in (norm.subject, norm.condition) for p in conjuncts(pushed(f)))
    return any(
        isinstance(a, ReferredTo) or (isinstance(p, Happens) and _is_same(a, event)) for p in found for a in atoms(p)
    )


def _is_seen(_: Evaluation) -> bool:
    """Nothing of the joint program: what is found is confirmed on the act itself."""
    return True
