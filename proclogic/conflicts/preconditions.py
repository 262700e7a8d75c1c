"""A right without its precondition (G203): in some situation somebody may do an act of a ladder and not the lower one.

Somebody may do the higher act there, and in no situation that differs only in steps of its own, in what is spoken of,
or in that others do less, may it do both. So what others did to shut it out is no finding, nor a step that it did not
take. Where no rule forbids the lower act there, it is a finding only if the rule on the higher one names the place and
needs no act of another (an invitation to speak lets in), some rule gives the lower act to somebody there, and silence
confers nothing; members of the body, officers and others of whom there is one only are left out: they are in the
meeting by what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from proclogic.conflicts.examining import Examination, Situation, provisions
from proclogic.conflicts.joined import BOTH, Sides, joined
from proclogic.conflicts.model import Finding
from proclogic.engine.covers import shrunk
from proclogic.engine.cubes import Cube
from proclogic.engine.ground import Literal
from proclogic.engine.posed import Posed
from proclogic.norms.conditions import Atom, Has, Is
from proclogic.norms.formulas import conjuncts
from proclogic.norms.model import Forbid, Norm, Permit
from proclogic.norms.questions import Cell, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Act, Rung

CODES = ("G203",)
LOOKS = 200  # worlds that are looked at for one rule before it is given up
HIGH, LOW = "the higher act", "the lower act"


def find(examination: Examination) -> Iterator[Finding]:
    """One finding for each pair of rungs and each class of actors."""
    done: set[tuple[Rung, Rung]] = set()
    for ladder in examination.ruleset.vocabulary.ladders:
        for low, high in pairs(examination, ladder):
            if (low, high) not in done:
                done.add((low, high))
                yield from _Pair(examination, low, high).findings()


def pairs(examination: Examination, ladder: tuple[Rung, ...]) -> Iterator[tuple[Rung, Rung]]:
    """The rungs that are compared: of those that are done in a meeting each with the one before it, and the lowest."""
    acts = {a.id: a for a in examination.ruleset.vocabulary.acts}
    rungs = [r for r in ladder if r.act in acts and _in_meeting(acts[r.act])]
    for k, high in enumerate(rungs[1:], 1):
        for low in dict.fromkeys((rungs[0], rungs[k - 1])):
            if not (acts[low.act].object and acts[high.act].object):
                yield low, high


def _in_meeting(act: Act) -> bool:
    """Whether an act is done in a body: attend it, speak in it; not: submit to it."""
    return act.takes_body and act.at != "to"


class _Pair:
    """A lower and a higher act of a ladder."""

    def __init__(self, examination: Examination, low: Rung, high: Rung) -> None:
        self.examination, self.low, self.high = examination, low, high
        self.acts = {a.id: a for a in examination.ruleset.vocabulary.acts}
        self.hierarchy = examination.index.hierarchy
        self.norms = {HIGH: self._on(high), LOW: self._on(low)}
        self.sides = Sides(self.norms)
        self.bodies = {k.id: k for k in examination.ruleset.vocabulary.kinds if k.sort == BODY}

    def _on(self, rung: Rung) -> list[Norm]:
        near = self.hierarchy.up(OBJECT, rung.object) | self.hierarchy.down(OBJECT, rung.object)
        return [
            n
            for n in self.examination.on(rung.act)
            if isinstance(n.effect, Permit | Forbid)
            and (not rung.object or not n.effect.object or n.effect.object in near)
        ]

    def findings(self) -> Iterator[Finding]:
        """The findings on this pair."""
        examination = self.examination
        grants = [n for n in self.norms[HIGH] if isinstance(n.effect, Permit)]
        if not grants or not self.norms[LOW]:
            return
        things = [self.acts[r.act].object for r in (self.high, self.low)]
        self.both = joined(examination, self.norms, True, next((t for t in things if t), ""))
        told: set[tuple[str, ...]] = set()
        for grant in grants:
            kinds = _kinds(grant)
            if kinds in told:
                continue
            found = self._finding(grant)
            if found is not None:
                told.add(kinds)
                yield found

    def _finding(self, grant: Norm) -> Finding | None:
        for silent in (False, True):
            if silent and (self._is_at_home(grant) or self.examination.ruleset.silence != "not conferred"):
                continue
            found = self.both.situation_by(
                BOTH,
                partial(self._target, grant=grant, silent=silent),
                lambda seen: f"{HIGH}: {grant.id}" in seen.effective,
                partial(self._world, grant=grant, silent=silent),
            )
            if found is not None and self._is_confirmed(found):
                return self._told(found, grant, silent)
        return None

    # ------------------------------------------------------------------------------------------------- looking for it

    def _target(self, posed: Posed, grant: Norm, silent: bool) -> list[Literal] | None:
        high, low = (self.sides.of(posed, side) for side in (HIGH, LOW))
        rule = high.effective[grant.id]
        if rule is None:
            return None
        state = [-low.forbidden, *(-x for x in posed.others)] if silent else [low.forbidden]
        return [rule, high.entitled, -low.entitled, *state]

    def _world(self, posed: Posed, *more: Literal, grant: Norm, silent: bool) -> Cube | None:
        """A world with the higher act and not the lower one, in which it could not have both."""
        target = self._target(posed, grant=grant, silent=silent)
        if target is None:
            return None
        solver = posed.ground.solver
        high, low = (self.sides.of(posed, side) for side in (HIGH, LOW))
        has_both = solver.either([[high.entitled, low.entitled]])
        leading = [x for x in self.both.asker.readings.leading(posed) if -x not in posed.fixed]
        guard = solver.new_guard()
        for _ in range(LOOKS):
            said = [*posed.fixed, *target, *more, *self.both.without_minority(posed), guard]
            world = solver.world([*said, *leading], posed.free) or solver.world(said, posed.free)
            if world is None:
                return None
            kept = [x for x in world if self._stays(posed, x) or (abs(x) in posed.others and x < 0)]
            other = solver.world([*posed.fixed, *kept, has_both], posed.free)
            if other is None:
                return frozenset(world)
            enough = shrunk(posed, sorted(other, key=abs), has_both, self.hierarchy)
            solver.forbid_together(
                [x for x in enough if self._stays(posed, x) or (abs(x) in posed.others and x > 0)], guard
            )
        self.examination.complete = False
        return None

    def _stays(self, posed: Posed, literal: Literal) -> bool:
        """Whether a literal is about what nobody does and what is no object."""
        return not posed.is_move(literal) and not self._of_object(posed.atom(literal))

    def _of_object(self, atom: Atom) -> bool:
        if isinstance(atom, Is):
            return atom.sort == OBJECT
        return isinstance(atom, Has) and self.examination.index.sort_of.get(atom.predicate) == OBJECT

    def _is_confirmed(self, found: Situation) -> bool:
        """Whether the reference evaluator finds the same on the two acts of the ruleset itself."""
        posed = found.posed
        fixed = (x for x in posed.fixed if abs(x) in posed.ground.atom_of)
        truths = {posed.atom(x): x > 0 for x in (*fixed, *found.world)}
        seen = [self.examination.replayed(self._cell(found, rung), truths).entitled for rung in (self.high, self.low)]
        if seen != [True, False]:
            self.examination.unconfirmed += 1
        return seen == [True, False]

    def _cell(self, found: Situation, rung: Rung) -> Cell:
        act = self.acts[rung.act]
        return found.cell.replace(act=act.id, object=found.cell.object if act.object else None)

    def _is_at_home(self, grant: Norm) -> bool:
        """Whether a rule names no place, or gives an act to those who are there by what they are (members of the body,
        an officer, one of whom there is one only), or where no rule gives the lower act to anybody."""
        assert isinstance(grant.effect, Permit)
        if not grant.effect.body:
            return True
        places = self.hierarchy.up(BODY, grant.effect.body)
        near = places | self.hierarchy.down(BODY, grant.effect.body) | {""}
        regulated = any(isinstance(n.effect, Permit) and n.effect.body in near for n in self.norms[LOW])
        members = {self.bodies[p].members for p in places if p in self.bodies}
        for place in list(places):
            above = self.bodies[place].of if place in self.bodies else ""
            members |= {self.bodies[above].members} if above in self.bodies else set()
        people = {k.id: k for k in self.examination.ruleset.vocabulary.kinds if k.sort == ACTOR}
        return not regulated or any(
            kind in people and (people[kind].sole or people[kind].of or members & self.hierarchy.up(ACTOR, kind))
            for kind in _kinds(grant)
        )

    # ------------------------------------------------------------------------------------------------------- in words

    def _told(self, found: Situation, grant: Norm, silent: bool) -> Finding:
        examination = self.examination
        does = [examination.wording.act(self._cell(found, rung)) for rung in (self.high, self.low)]
        who = " and ".join(examination.wording.noun(k) for k in found.cell.actor.kinds)
        low = self.sides.of(found.posed, LOW)
        held = [*found.posed.fixed, *found.world]
        bans = [
            n
            for n in self.norms[LOW]
            if isinstance(n.effect, Forbid)
            and (x := low.effective[n.id]) is not None
            and found.posed.ground.solver.satisfiable([*held, x])
        ]
        lacks = "no rule lets it" if silent else "it may not"
        cited = provisions([grant, *bans])
        name = f"{self.low.act}-{self.high.act}".replace(" ", "-")
        return Finding(
            "G203",
            f"G203/{'+'.join(cited)}/{name}",
            f"rule {grant.provision} lets {who} {does[0]}, and {lacks} {does[1]}",
            (
                examination.blamed(grant, f"it may {does[0]}"),
                *(examination.blamed(n, f"it may not {does[1]}") for n in bans),
            ),
            examination.witness(found, Question("may", "", self._cell(found, self.high))),
            self.both.where_possible(
                BOTH, lambda posed, x: self._world(posed, x, grant=grant, silent=silent) is not None
            ),
            norms=(grant.id, *(n.id for n in bans)),
        )


def _kinds(norm: Norm) -> tuple[str, ...]:
    """The kinds of which a rule speaks."""
    found: list[str] = []
    for part in conjuncts(norm.subject):
        for way in getattr(part, "parts", (part,)):
            found += [a.kind for a in conjuncts(way) if isinstance(a, Is) and a.sort == ACTOR]
    return tuple(sorted(set(found)))
