"""Grants and prohibitions that meet without words on which prevails (C101); of a higher text and a lower one (C108)."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.conflicts.examining import Examination, Situation, effective, provisions
from proclogic.conflicts.model import Finding
from proclogic.engine.ground import FALSE, TRUE
from proclogic.engine.session import CONFLICTING, Posed
from proclogic.norms.model import LAYERS, Norm
from proclogic.program.terms import quoted

CODES = ("C101", "C108")


def find(examination: Examination) -> Iterator[Finding]:
    """The pairs, each told once, with the first act in which it is found."""
    told: set[tuple[str, str]] = set()
    for act in examination.acts():
        if not (examination.grants(act) and examination.bans(act)):
            continue
        posed = examination.open(act)
        for grant, ban in pairs(examination, act, posed) if posed is not None else ():
            if (grant.id, ban.id) in told:
                continue
            found = finding(examination, act, grant, ban)
            if found is not None:
                told.add((grant.id, ban.id))
                yield found


def pairs(examination: Examination, act: str, posed: Posed) -> Iterator[tuple[Norm, Norm]]:
    """The grants and prohibitions on an act that take effect together in some world, of whomever. Each prohibition is
    held against all grants at once, until no world is left that has it with one that was not found."""
    target, solver = posed.ground.named(CONFLICTING), posed.ground.solver
    if target == FALSE or (isinstance(target, int) and not solver.satisfiable([*posed.fixed, target])):
        return
    names = {n.id: posed.ground.named(f"effective({quoted(n.id)})") for n in examination.on(act)}
    grants = {n.id: n for n in examination.grants(act) if names[n.id] != FALSE}
    for ban in examination.bans(act):
        if names[ban.id] == FALSE:
            continue
        said = [*posed.fixed, *(x for x in [names[ban.id]] if isinstance(x, int))]
        left = dict(grants)
        while left:
            sure = [i for i in left if names[i] == TRUE]
            ways = [[x] for i in left if isinstance(x := names[i], int)]
            world = solver.world([*said, solver.either(ways)] if not sure else said, [x for (x,) in ways])
            if world is None:
                break
            held = set(world)
            for i in [i for i in left if names[i] == TRUE or names[i] in held]:
                yield left.pop(i), ban


def finding(examination: Examination, act: str, grant: Norm, ban: Norm) -> Finding | None:
    """The finding on a grant and a prohibition; None where they meet in no cell."""
    both = {grant.id, ban.id}
    target = effective(grant.id, ban.id)
    situation = examination.situation(act, target, lambda seen: seen.conflicting and both <= seen.effective)
    if situation is None:
        return None
    ranks = [LAYERS.index(n.layer) for n in (grant, ban)]
    code = "C101" if ranks[0] == ranks[1] else "C108"
    does = does_what(examination, situation)
    cited = provisions((grant, ban))
    return Finding(
        code,
        f"{code}/{'+'.join(cited)}/{act.replace(' ', '-')}",
        _message(cited, does, code, grant, ban),
        (examination.blamed(grant, f"it may {does}"), examination.blamed(ban, f"it may not {does}")),
        examination.witness(situation),
        examination.where(act, target),
        norms=(grant.id, ban.id),
    )


def does_what(examination: Examination, situation: Situation) -> str:
    """What is done, and where: attend plenary meetings of the Conference."""
    return examination.wording.act(situation.cell)


def _message(cited: tuple[str, ...], does: str, code: str, grant: Norm, ban: Norm) -> str:
    if len(cited) == 1:
        return f"rule {cited[0]} both lets and forbids: {does}"
    text = f"rules {cited[0]} and {cited[1]} give opposite answers, and no words say which prevails"
    if code == "C108":
        higher, lower = sorted((grant, ban), key=lambda n: LAYERS.index(n.layer))
        text = f"rule {lower.provision} ({lower.layer}) says the contrary of rule {higher.provision} ({higher.layer})"
    return text
