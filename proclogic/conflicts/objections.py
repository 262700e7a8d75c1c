"""Objections: an act by which any one of a class stands against something, and which a rule lets him do.

G210: somebody may do something, others having done the least that it needs; one of a class uses a power that a rule
gives him; then it is neither given nor forbidden, it is before no body, and whatever anybody does no rule gives it
again. It is spoken of, and no finding, where a rule on the same people turns on the act having been done, where a
status is taken, where the provision says that it gives nothing, and where some reading that counts says so. Nor is it
where no rule gives the power: then the rule on the right is all there is. Also a power to object, or to appeal, on
which no rule of the text turns at all.

C107: the time in which a rule lets somebody do it, or do what rules ask of himself, goes on when it counts no more:
every rule on the same people that turns on it asks that it was done before.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from proclogic.conflicts.examining import FALSE, Examination, Situation, effective, provisions
from proclogic.conflicts.leave import fewest
from proclogic.conflicts.model import Finding, Witness
from proclogic.conflicts.timing import window, windows
from proclogic.diagnostics.phrasing import listed
from proclogic.engine.covers import shrunk
from proclogic.engine.cubes import Cube
from proclogic.engine.ground import TRUE, Literal
from proclogic.engine.posed import Posed
from proclogic.engine.session import ENTITLED, FORBIDDEN
from proclogic.norms.conditions import Happens, Is, Or, Reads
from proclogic.norms.formulas import atoms, both, conjuncts
from proclogic.norms.lints.drafted import signed
from proclogic.norms.model import Deny, GivesNothing, Norm, Permit, Refer
from proclogic.norms.vocabulary import ACTOR, BODY
from proclogic.program.terms import quoted
from proclogic.reference.evaluate import Evaluation

CODES = ("C107", "G210")
LOOKS = 60  # worlds that are looked at for one act before it is given up
AGAINST = {"object", "oppose", "protest", "appeal", "challenge", "contest", "complain"}  # to object, in other words
BROUGHT = {"objection", "appeal", "protest", "challenge", "complaint"}  # lodged, raised, made


def find(examination: Examination) -> Iterator[Finding]:
    """Power by power: until when its use counts, and what follows of it."""
    for event, powers in _powers(examination).items():
        turning = [n for n in examination.norms.values() if n not in powers and _turns_on(n, event)]
        yield from _out_of_time(examination, event, powers, turning)
        found = _idle(examination, event, powers[0]) if not turning else None
        against = [n for n in powers if turning and _is_of_a_class(examination, event)]
        if against:
            found = _Veto(examination, event, against, turning).finding()
        if found is not None:
            yield found


def _powers(examination: Examination) -> dict[str, list[Norm]]:
    """The rules that let one of a class, or those asked about, bring about an event, by event; not what is declared as
    an input."""
    inputs = {i.what for i in examination.ruleset.vocabulary.inputs}
    found: dict[str, list[Norm]] = {}
    for norm in examination.norms.values():
        act = norm.effect.act if isinstance(norm.effect, Permit) else ""
        event = examination.wording.events.get(act)
        if event is None or act in inputs or norm.via:
            continue
        if ACTOR in event.agents or _is_of_a_class(examination, act):
            found.setdefault(act, []).append(norm)
    return found


def _is_of_a_class(examination: Examination, event: str) -> bool:
    """Whether it is an act of one of a class."""
    return any(_is_class(examination, a) for a in examination.wording.events[event].agents)


def _is_class(examination: Examination, agent: str) -> bool:
    kinds = examination.wording.kinds
    kind = kinds.get((ACTOR, agent))
    return kind is not None and not kind.sole and (BODY, agent) not in kinds


def _turns_on(norm: Norm, event: str) -> bool:
    return any(isinstance(a, Happens) and a.event == event for f in (norm.subject, norm.condition) for a in atoms(f))


# ------------------------------------------------------------------------------------------------------- nothing at all


def _idle(examination: Examination, event: str, power: Norm) -> Finding | None:
    """A power to object on which no rule turns."""
    declared = examination.wording.events[event]
    verb, *rest = declared.phrase.lower().split()
    if verb not in AGAINST and not (verb in ("lodge", "raise", "make", "file", "enter") and BROUGHT.intersection(rest)):
        return None
    found = examination.situation(event, effective(power.id), partial(_takes_effect, power.id))
    if found is None:
        return None
    who = examination.asker.telling.whom(power)
    return Finding(
        "G210",
        f"G210/{power.provision}/{event.replace(' ', '-')}",
        f"rule {power.provision} lets {who} {declared.phrase}, and no rule says what follows",
        (examination.blamed(power, "nothing follows of it"),),
        _asked(examination, found),
        examination.where(event, effective(power.id)),
        norms=(power.id,),
    )


# ------------------------------------------------------------------------------------------------------ a right is lost


class _Veto:
    """A power, and the rules that turn on its use."""

    def __init__(self, examination: Examination, event: str, powers: list[Norm], turning: list[Norm]) -> None:
        self.examination, self.event, self.power = examination, event, powers[0]
        self.ending = [n for n in turning if (event, False) in _signed(n)]
        self.following = [n for n in turning if (event, True) in _signed(n) and not isinstance(n.effect, GivesNothing)]
        self.there = {n.provision for n in (*powers, *self.ending)}
        self._before: dict[int, list[Literal]] = {}  # what others do before, program by program

    def finding(self) -> Finding | None:
        """The first act that somebody may do no more, and of which nothing is said."""
        for act in self.examination.acts() if self.ending else ():
            if act == self.event or not self.examination.grants(act) or act in self.examination.wording.events:
                continue
            posed = self.examination.open(act)
            if posed is None or not self._done(posed):
                continue
            found = self.examination.situation_by(act, self._target, _is_silent, self._world)
            lost = self._lost(found) if found is not None else []
            if found is not None and lost:
                return self._told(found, lost)
        return None

    def _done(self, posed: Posed) -> list[Literal]:
        """The use of the power by one of a class, at every time."""
        return [
            x
            for a, x in posed.ground.open.items()
            if isinstance(a, Happens) and a.event == self.event and a.count is None and x in posed.others
        ]

    def _target(self, posed: Posed) -> list[Literal] | None:
        """That it was used, others do no more than was needed before, and the act is neither given nor forbidden."""
        done, silent = self._done(posed), [posed.ground.named(x) for x in ("granted", FORBIDDEN)]
        if not done or TRUE in silent:
            return None
        before = self._before.get(id(posed), [-x for x in posed.others if x not in done])
        return [*done, *before, *(-x for x in silent if x != FALSE and isinstance(x, int))]

    def _world(self, posed: Posed, *more: Literal) -> Cube | None:
        """A world in which the power was used and nothing follows, while the act was given before."""
        solver = posed.ground.solver
        done, entitled = self._done(posed), posed.ground.named(ENTITLED)
        if self._target(posed) is None or not isinstance(entitled, int) or self._is_spoken_of(posed):
            return None
        counted = self.examination.without_minority(posed)
        leading = [x for x in self.examination.asker.readings.leading(posed) if -x not in posed.fixed]
        guard = solver.new_guard()
        for kinds in self._kinds_spoken_of(posed):
            solver.forbid_together(kinds, guard)
        mine = [x for x in posed.others if self._is_use(posed, x)]
        before = [*posed.fixed, *counted, *more, *(-x for x in (*mine, *done)), entitled, guard]
        said, granted = self._said(posed), posed.ground.named("granted")
        for _ in range(LOOKS):
            found = fewest(posed, before, mine, leading)
            if found is None:
                return None
            acts, world = found
            acts += [-x for x in mine if x not in done]
            core = [x for x in world if not posed.is_move(x) and not isinstance(posed.atom(x), Reads)]
            now = [*posed.fixed, *counted, *core, *done]
            wrong = self._reason(posed, said, solver.world([*now, *acts, said], posed.free))
            if wrong is None and isinstance(granted, int):
                wrong = self._reason(posed, granted, solver.world([*now, granted], posed.free))
            if wrong is None:
                self._before[id(posed)] = acts
                target = self._target(posed) or []
                rest = [x for x in world if abs(x) not in done]
                after = solver.world([*posed.fixed, *rest, *target], posed.free)
                return None if after is None else frozenset(after)
            if not wrong:
                return None
            solver.forbid_together(wrong, guard)
        self.examination.complete = False
        return None

    def _reason(self, posed: Posed, goal: Literal, world: list[Literal] | None) -> list[Literal] | None:
        """What of a world, but for acts and readings, is enough for what is said there; None without a world."""
        if world is None:
            return None
        enough = shrunk(posed, sorted(world, key=abs), goal, self.examination.index.hierarchy)
        return [x for x in enough if not posed.is_move(x) and not isinstance(posed.atom(x), Reads)]

    def _said(self, posed: Posed) -> Literal:
        """That the act is forbidden, a status is taken, or a matter is before a body."""
        names = [FORBIDDEN]
        for norm in posed.ground.program.norms:
            if isinstance(norm.effect, Deny | Refer):
                names.append(f"effective({quoted(norm.id)})")
        found = [posed.ground.named(name) for name in names]
        if TRUE in found:
            return posed.ground.solver.either([[]])
        return posed.ground.solver.either([x] for x in found if x != FALSE and isinstance(x, int))

    def _speaking(self, act: str) -> list[Norm]:
        """The rules that say what follows, and those by which the provisions on it give nothing of an act."""
        index = self.examination.index
        acts = ("", *index.hierarchy.covering_acts(act))
        return [*self.following, *(n for n, e in index.giving_nothing if n.provision in self.there and e.act in acts)]

    def _is_spoken_of(self, posed: Posed) -> bool:
        """Whether one of these rules is on those asked about."""
        cell = posed.cell
        return bool(cell.actor.kinds) and any(self.examination.index.fits(n, cell) for n in self._speaking(cell.act))

    def _kinds_spoken_of(self, posed: Posed) -> Iterator[list[Literal]]:
        """The kinds of those whom these rules are on, as the program names them."""
        for norm in self._speaking(posed.cell.act):
            for way in norm.subject.parts if isinstance(norm.subject, Or) else (norm.subject,):
                parts = list(conjuncts(way))
                kinds = [posed.ground.open[p] for p in parts if isinstance(p, Is) and p in posed.ground.open]
                if len(kinds) == len(parts):
                    yield kinds

    def _lost(self, found: Situation) -> list[Norm]:
        """The rules that give it as long as nobody uses the power; none where the reference evaluator finds that it is
        not given then."""
        posed = found.posed
        fixed = (x for x in posed.fixed if abs(x) in posed.ground.atom_of)
        after = {posed.atom(x): x > 0 for x in (*fixed, *found.world)}
        before = {a: v and not (isinstance(a, Happens) and a.event == self.event) for a, v in after.items()}
        was = self.examination.replayed(found.cell, before)
        self.examination.unconfirmed += not was.entitled
        return [n for n in self.ending if was.entitled and n.id in was.effective - found.seen.effective]

    def _told(self, found: Situation, lost: list[Norm]) -> Finding:
        examination, wording = self.examination, self.examination.wording
        who, does = examination.asker.telling.whom(self.power), wording.events[self.event].phrase
        one = listed([wording.noun(k) for k in found.cell.actor.kinds], "and") or "one"
        return Finding(
            "G210",
            f"G210/{'+'.join(provisions((self.power, *lost)))}/{found.cell.act.replace(' ', '-')}",
            f"rule {self.power.provision} lets {who} {does}; then no rule lets {one} {wording.act(found.cell)} any "
            f"more, and none says that this is final, or who decides",
            (
                examination.blamed(self.power),
                *(examination.blamed(n, "ends, and nothing takes its place") for n in lost),
            ),
            examination.witness(found),
            examination.where_possible(found.cell.act, self._is_possible),
            norms=(self.power.id, *(n.id for n in lost)),
        )

    def _is_possible(self, posed: Posed, choice: Literal) -> bool:
        """Whether it can be so in a reading, or with a choice in brackets."""
        if any(x > 0 for x in self._before.get(id(posed), ())):
            return self._world(posed, choice) is not None
        return self.examination.is_possible(posed, self._target, choice)

    def _is_use(self, posed: Posed, literal: Literal) -> bool:
        atom = posed.atom(literal)
        return isinstance(atom, Happens) and atom.event == self.event


def _signed(norm: Norm) -> set[tuple[str, bool]]:
    """The events on which a norm turns, each with whether it must have happened."""
    said = (pair for f in (norm.subject, norm.condition) for pair in signed(f))
    return {(a.event, holds) for a, holds in said if isinstance(a, Happens)}


def _is_silent(seen: Evaluation) -> bool:
    return not seen.granted and not seen.forbidden


# --------------------------------------------------------------------------------------------------------- out of time


def _out_of_time(examination: Examination, event: str, powers: list[Norm], turning: list[Norm]) -> Iterator[Finding]:
    """The powers whose time goes on when their use counts no more."""
    counts = [
        (norm, atom)
        for norm in turning
        for atom in atoms(both(norm.subject, norm.condition))
        if isinstance(atom, Happens) and atom.event == event
    ]
    if not counts or any(a.deadline is None for _, a in counts):
        return
    everywhere = counts
    for power in powers:
        counts = [(n, a) for n, a in everywhere if a.agent != ACTOR or _can_be_one(examination, power, n)]
        if not counts:
            continue
        times = list(windows(power, event))
        if not times:
            continue
        mine = min(times, key=lambda w: w.last)
        others = [(norm, a, window(a.deadline)) for norm, a in counts if a.deadline is not None]
        if not all(mine.compares(w) and mine.last > w.last for _, _, w in others):
            continue
        found = examination.situation(event, effective(power.id), partial(_takes_effect, power.id))
        latest, atom, until = max(others, key=lambda o: o[2].last)
        said = [a.deadline for a in atoms(power.condition) if isinstance(a, Happens) and a.event == event]
        if found is None or atom.deadline is None or said[0] is None:
            continue
        late = "never counts" if mine.first > until.last else "then counts no more"
        wording = examination.wording
        who, when = examination.asker.telling.whom(power), wording.deadline(said[0])
        yield Finding(
            "C107",
            f"C107/{'+'.join(provisions((power, latest)))}/{event.replace(' ', '-')}",
            f"rule {power.provision} lets {who} {wording.events[event].phrase} {when}, which {late}",
            (
                examination.blamed(power, f"it may be done {when}"),
                examination.blamed(latest, f"it counts {wording.deadline(atom.deadline)}"),
            ),
            _asked(examination, found),
            examination.where(event, effective(power.id)),
            norms=(power.id, latest.id),
        )


def _can_be_one(examination: Examination, one: Norm, other: Norm) -> bool:
    """Whether some of the class of one rule are of that of another: the same, or one above the other."""
    up = examination.index.hierarchy.up
    mine, its = ({a.kind for a in atoms(n.subject) if isinstance(a, Is) and a.sort == ACTOR} for n in (one, other))
    return not its or any(a in up(ACTOR, b) or b in up(ACTOR, a) for a in mine for b in its)


def _asked(examination: Examination, found: Situation) -> Witness:
    """The question whether one may use a power, without its use itself."""
    needed = (x for x in found.needed if not found.posed.is_move(x) or abs(x) not in found.posed.own)
    return examination.witness(found.replace(needed=frozenset(needed)))


def _takes_effect(norm: str, seen: Evaluation) -> bool:
    return norm in seen.effective
