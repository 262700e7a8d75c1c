"""Sets of norms looked at in one world: whoever has what the one gives, and has not what another gives.

A cell asks about one act. So the norms of each side are copied, with an act of its own, under one act that is a form of
all of these: its program has the norms of all sides, and everything they rest on, once. Norms of one side
never meet those of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from weakref import WeakKeyDictionary

from proclogic.conflicts.examining import Examination
from proclogic.engine.ground import FALSE, TRUE, Literal
from proclogic.engine.posed import Posed
from proclogic.norms.model import Disapply, Forbid, GivesNothing, Norm, Permit, Ruleset
from proclogic.norms.vocabulary import Act
from proclogic.program.terms import quoted

BOTH = "both"


def joined(
    examination: Examination, sides: Mapping[str, Sequence[Norm]], body: bool, thing: str, strict: bool = False
) -> Examination:
    """An examination of the act BOTH. A norm of a side that is no grant and no prohibition grants what it says.
    `body` says whether the acts take a body, `thing` which object one of them takes ("" for none). With
    `strict` no duty is presumed to be done."""
    ruleset = examination.ruleset
    copies = {(side, n.id): f"{side}: {n.id}" for side, norms in sides.items() for n in norms}
    made = [_copy(n, side, copies) for side, norms in sides.items() for n in norms]
    rest = (n for n in examination.norms.values() if not isinstance(n.effect, Permit | Forbid))
    vocabulary = ruleset.vocabulary.replace(
        acts=(
            *ruleset.vocabulary.acts,
            Act(BOTH, BOTH, body, "in" if body else "", thing, "on" if thing else ""),
            *(Act(side, side, body, "in" if body else "", thing, "on" if thing else "", (BOTH,)) for side in sides),
        )
    )
    whole: Ruleset = ruleset.replace(
        vocabulary=vocabulary, norms=(*(_aimed(n, sides, copies) for n in rest), *made), unamended=None
    )
    options = examination.asker.options
    return Examination(whole, options.replace(strict=strict or options.strict))


def _copy(norm: Norm, side: str, copies: Mapping[tuple[str, str], str]) -> Norm:
    effect = norm.effect
    match effect:
        case Permit() | Forbid():
            effect = effect.replace(act=side)
        case GivesNothing(_, body, thing):
            effect = Permit(side, body, thing)
        case _:
            effect = Permit(side)
    prevails = tuple(copies[side, i] for i in norm.prevails if (side, i) in copies)
    return norm.replace(id=copies[side, norm.id], effect=effect, prevails=prevails)


def _aimed(norm: Norm, sides: Iterable[str], copies: Mapping[tuple[str, str], str]) -> Norm:
    """A norm that takes others out of application, aimed at their copies as well."""
    if not isinstance(norm.effect, Disapply):
        return norm
    more = (copies[side, i] for side in sides for i in norm.effect.targets if (side, i) in copies)
    return norm.replace(effect=Disapply((*norm.effect.targets, *more)))


class Side:
    """What a side gives in a posed program: literals of what it grants, forbids, and of what it comes to."""

    def __init__(self, posed: Posed, side: str, norms: Iterable[Norm]) -> None:
        solver = posed.ground.solver
        effects = {n.id: _literal(posed, f"{side}: {n.id}") for n in norms}
        bans = {n.id for n in norms if isinstance(n.effect, Forbid)}
        self.effective = effects
        self.granted = solver.either([x] for i, x in effects.items() if i not in bans and x is not None)
        self.forbidden = solver.either([x] for i, x in effects.items() if i in bans and x is not None)
        self.entitled: Literal = solver.either([[self.granted, -self.forbidden]])


class Sides:
    """The sides of posed programs, each made once."""

    def __init__(self, norms: Mapping[str, Sequence[Norm]]) -> None:
        self.norms = norms
        self._made: WeakKeyDictionary[Posed, dict[str, Side]] = WeakKeyDictionary()

    def of(self, posed: Posed, side: str) -> Side:
        """A side of a posed program."""
        made = self._made.setdefault(posed, {})
        if side not in made:
            made[side] = Side(posed, side, self.norms[side])
        return made[side]


def _literal(posed: Posed, norm: str) -> Literal | None:
    """That a norm takes effect; None where it never does."""
    found = posed.ground.named(f"effective({quoted(norm)})")
    if found == TRUE:
        return posed.ground.solver.either([[]])
    return None if found == FALSE else int(found)
