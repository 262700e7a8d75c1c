"""Which norm prevails over which where they clash: the words of the rules first, then the canons that are turned on.

    5(1)  Notwithstanding rule 17, an observer may not attend a closed meeting.
      ->  the norm of 5(1) has 17(3)(a) in `prevails`, because one forbids what the other grants.

Only contrary norms can clash: a grant and a prohibition of acts that can be one, or a status given and the same status
taken. Norms are grouped by act and status, so that only these pairs are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.canons import Canons
from proclogic.norms.conditions import ALWAYS, Keeps
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Accord, Deny, Forbid, Norm, Permit, Prevail, Ruleset
from proclogic.norms.names import cite


def ordered(ruleset: Ruleset, faults: list[Diagnostic]) -> Ruleset:
    """The ruleset with `prevails` and `by_canon` of each norm filled in."""
    contrary = Contrary(ruleset)
    over: dict[str, dict[str, None]] = defaultdict(dict)
    said: set[tuple[str, str]] = set()

    def put(winner: str, loser: str) -> None:
        over[winner][loser] = None
        said.update(((winner, loser), (loser, winner)))

    for norm in ruleset.norms:
        for other in _among(norm.notwithstanding, norm, contrary):
            put(norm.id, other)
        for other in _among((*norm.subject_to, *norm.without_prejudice), norm, contrary):
            put(other, norm.id)
        if isinstance(norm.effect, Prevail):
            _prevail(ruleset, norm, contrary, put, faults)
    canon = _by_canons(ruleset, contrary, said, over)
    for norm in ruleset.norms:
        for other in norm.without_prejudice:
            over.get(norm.id, {}).pop(other, None)
    place = {n.id: i for i, n in enumerate(ruleset.norms)}

    def filled(norm: Norm) -> Norm:
        losers = tuple(sorted(over.get(norm.id, ()), key=place.__getitem__))
        by = tuple((loser, canon[norm.id, loser]) for loser in losers if (norm.id, loser) in canon)
        return norm.replace(prevails=losers, by_canon=by) if losers or norm.prevails else norm

    return ruleset.replace(norms=tuple(filled(n) for n in ruleset.norms))


class Contrary:
    """The norms that can draw the contrary conclusion to that of a norm, found by act or status."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._includes = {a.id: a.includes for a in ruleset.vocabulary.acts}
        self._covered: dict[str, tuple[str, ...]] = {}
        self._sides: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        for norm in ruleset.norms:
            match norm.effect:
                case Permit(act) | Forbid(act):
                    for form in self.covered(act):
                        self._sides[_side(norm), form].append(norm.id)
                case Accord(status) | Deny(status):
                    self._sides[_side(norm), status].append(norm.id)
                case _:
                    pass

    def covered(self, act: str) -> tuple[str, ...]:
        """The act and all its forms."""
        if act not in self._covered:
            seen = {act: None}
            todo = [act]
            while todo:
                for form in self._includes.get(todo.pop(), ()):
                    if form not in seen:
                        seen[form] = None
                        todo.append(form)
            self._covered[act] = tuple(seen)
        return self._covered[act]

    def of(self, norm: Norm) -> tuple[str, ...]:
        """The ids of the norms contrary to one."""
        match norm.effect:
            case Permit(act) | Forbid(act):
                what = act
            case Accord(status) | Deny(status):
                what = status
            case _:
                return ()
        key = (_OPPOSITE[_side(norm)], what)
        if key not in self._known:
            forms = self.covered(what) if key[0] in ("permit", "forbid") else (what,)
            self._known[key] = tuple(dict.fromkeys(i for f in forms for i in self._sides.get((key[0], f), ())))
        return self._known[key]


_OPPOSITE = {"permit": "forbid", "forbid": "permit", "accord": "deny", "deny": "accord", "": ""}


def _side(norm: Norm) -> str:
    return type(norm.effect).__name__.lower() if isinstance(norm.effect, Permit | Forbid | Accord | Deny) else ""


def _among(ids: Iterable[str], norm: Norm, contrary: Contrary) -> list[str]:
    named = set(ids)
    return [c for c in contrary.of(norm) if c in named] if named else []


def _prevail(
    ruleset: Ruleset, norm: Norm, contrary: Contrary, put: Callable[[str, str], None], faults: list[Diagnostic]
) -> None:
    """What a priority among texts puts into the order. It holds always or not at all: it cannot have a condition."""
    assert isinstance(norm.effect, Prevail)

    def side(names: tuple[str, ...]) -> set[str]:
        named = set(names)
        return {n.id for n in ruleset.norms if n.id in named or n.layer in named}

    winners, losers = side(norm.effect.winners), side(norm.effect.losers)
    pairs = [(w, loser) for w in ruleset.norms if w.id in winners for loser in contrary.of(w) if loser in losers]
    if (norm.subject, norm.condition, norm.guard) != (ALWAYS, ALWAYS, ALWAYS):
        provisions = {n.id: n.provision for n in ruleset.norms}
        faults.append(_conditional(norm, *((pairs[0][0].provision, provisions[pairs[0][1]]) if pairs else ("", ""))))
        return
    for winner, loser in pairs:
        put(winner.id, loser)


def _conditional(norm: Norm, winner: str, loser: str) -> Diagnostic:
    """E314, with how to say it of two rules that clash."""
    where = f"in {cite(winner)}" if winner else "in the rule that shall prevail"
    words = f"notwithstanding {cite(loser)}" if loser else "notwithstanding rule ..."
    if any(isinstance(a, Keeps) for a in atoms(norm.guard)):
        on = "a choice in brackets"
        help = f"write the bracket {where}: [, {words} | by: Group A]"
    elif norm.guard != ALWAYS:
        on = "a reading"
        help = f"write the sentence of {cite(winner) if winner else 'that rule'} again in the reading, with: {words}"
    else:
        on = "a condition"
        help = f"write a second sentence {where}, with the condition in it: ..., {words}, if ..."
    message = f"which text prevails cannot depend on {on}"
    why = ("a sentence of its own on what prevails holds always; in each rule that clashes it may depend on anything",)
    return Diagnostic(
        "E314", message, norm.span, cite(norm.provision), f"this priority depends on {on}", notes=why, help=(help,)
    )


def _by_canons(
    ruleset: Ruleset, contrary: Contrary, said: set[tuple[str, str]], over: dict[str, dict[str, None]]
) -> dict[tuple[str, str], str]:
    """For the pairs of which the words say nothing, what the canons say; each pair with the canon that decided it."""
    found: dict[tuple[str, str], str] = {}
    if not ruleset.canons:
        return found
    canons = Canons(ruleset, contrary.covered)
    norms = {n.id: n for n in ruleset.norms}
    for one in ruleset.norms:
        if not isinstance(one.effect, Permit | Accord):
            continue  # each pair has one norm that gives and one that takes: it is met once, from the giving side
        for name in contrary.of(one):
            if (one.id, name) in said:
                continue
            decided = canons.decide(one, norms[name])
            if decided is not None:
                winner, canon = decided
                loser = name if winner == one.id else one.id
                over[winner][loser] = None
                found[winner, loser] = canon
    return found
